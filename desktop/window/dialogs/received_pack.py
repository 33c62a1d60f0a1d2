"""A pack that was received: who asks whom for what until when, and where its share is to be kept."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.window.look.card import heading, muted
from desktop.window.look.scale import PLACE
from desktop.window.look.theme import Theme, style_sheet
from desktop.work.pack_gist import SUFFIX, PackGist, Standing
from schema.values.dates import show_date


class ReceivedPackDialog(QDialog):
    """`chosen` carries the place of the workspace; `place_wanted` another one, to be looked at first."""

    chosen = Signal(object)
    place_wanted = Signal(object)

    def __init__(self, gist: PackGist, language: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.gist, self._language, self._theme = gist, language, theme
        self.place = Path()
        self.setWindowTitle(self.tr("A pack to fill in"))
        self.setStyleSheet(style_sheet(theme))
        self.setMinimumWidth(560)
        self._build()
        self._lay_out()
        self.change.clicked.connect(self._ask_place)
        self.go.clicked.connect(self._on_go)
        self.cancel.clicked.connect(self.reject)

    def _build(self) -> None:
        self.where, self.words = QLabel(self, wordWrap=True), QLabel(self, wordWrap=True)
        self.where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.change = QPushButton(self.tr("Keep it elsewhere …"), self)
        self.cancel, self.go = QPushButton(self.tr("Cancel"), self), QPushButton(self)
        for button in (self.change, self.cancel):
            button.setAutoDefault(False)
        self.go.setObjectName("primary")
        self.go.setDefault(True)
        self.go.setEnabled(False)

    def _lay_out(self) -> None:
        gist, layout, grid = self.gist, QVBoxLayout(self), QGridLayout()
        layout.setContentsMargins(24, 20, 24, 18)
        layout.setSpacing(12)
        title = gist.title.best(self._language) or gist.report
        layout.addWidget(heading(f"{title} · {gist.name.best(self._language)}", self, PLACE))
        for row, (name, said) in enumerate((name, said) for name, said in self._facts() if said):
            label = QLabel(said, self, wordWrap=True)
            label.setTextFormat(Qt.TextFormat.PlainText)  # a stranger's words
            grid.addWidget(muted(name, self._theme, self), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label, row, 1, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(16)
        layout.addLayout(grid)
        place, buttons = QHBoxLayout(), QHBoxLayout()
        place.addWidget(self.where, 1)
        place.addWidget(self.change, 0, Qt.AlignmentFlag.AlignTop)
        layout.addSpacing(4)
        layout.addWidget(self.words)
        layout.addLayout(place)
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.go)
        layout.addSpacing(4)
        layout.addLayout(buttons)

    def _facts(self) -> tuple[tuple[str, str], ...]:
        gist = self.gist
        person = "" if gist.person == gist.department else gist.person
        return (
            (self.tr("From"), f"{gist.sender} · {gist.company}"),
            (self.tr("To"), person),
            (self.tr("Due"), show_date(gist.due, self._language)),
            (self.tr("Asked for"), self.tr("{count} items").format(count=gist.asked)),
            (self.tr("Guidance"), gist.guidance),
            (self.tr("Came back"), gist.returned),
        )

    def show_place(self, place: Path, standing: Standing) -> None:
        """Say where the share is kept, and what stands there."""
        self.place = place
        self.where.setText(f"{place.name}\n{place.parent}")
        self.where.setToolTip(str(place))
        match standing:
            case "nothing":
                words = self.tr(
                    "Annals keeps your share in a file of its own; nothing is sent anywhere until you say so."
                )
            case "share":
                words = self.tr("You have this share already. What you filled in stays; what the pack brings is added.")
            case "other":
                words = self.tr("Something else stands there. Choose another place.")
        self.words.setText(words)
        self.words.setStyleSheet(f"color: {self._theme.error if standing == 'other' else self._theme.text2};")
        self.go.setText(self.tr("Bring up to date") if standing == "share" else self.tr("Open"))
        self.go.setEnabled(standing != "other")
        self.go.setFocus()

    def _ask_place(self) -> None:
        option = QFileDialog.Option.DontConfirmOverwrite  # a share that stands there is kept
        kinds = self.tr("Annals workspaces") + f" (*{SUFFIX})"
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Where this share is kept"), str(self.place), kinds, options=option
        )
        if name:
            self.place_wanted.emit(Path(name if name.endswith(SUFFIX) else name + SUFFIX))

    def _on_go(self) -> None:
        self.accept()
        self.chosen.emit(self.place)
