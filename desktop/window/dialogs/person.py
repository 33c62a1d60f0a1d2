"""Who are you? The people of a workspace, one of whom works here from now on; or somebody who only reads."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from desktop.window.item_models.person_model import DEPARTMENT, NAME, ROLE, PersonModel
from desktop.window.look.card import heading, muted
from desktop.window.look.scale import PLACE
from desktop.window.look.theme import style_sheet
from desktop.window.session.desk import Desk


class PersonDialog(QDialog):
    """`chosen` carries a name, empty for somebody who is not listed and only reads.

    `known` is who was said to work here; `login` whoever uses this computer, who may work on unlisted while no editor
    is listed.
    """

    chosen = Signal(str)

    def __init__(self, desk: Desk, known: str | None, login: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self.model = PersonModel(desk, login, self)
        self.setWindowTitle(self.tr("Who are you?"))
        self.setStyleSheet(style_sheet(desk.theme))
        self.resize(560, 460)
        self._build()
        self._lay_out()
        self.list.activated.connect(lambda _: self.go.click())
        self.go.clicked.connect(self._on_go)
        self.cancel.clicked.connect(self.reject)
        name = known if known is not None else desk.session.who or login
        self.list.setCurrentIndex(self.model.index(self.model.row_of(name), NAME))
        self.list.setFocus()

    def _build(self) -> None:
        self.list = QTreeView(self)
        self.list.setModel(self.model)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAllColumnsShowFocus(True)
        self.list.setAccessibleName(self.tr("People"))
        self.list.setStyleSheet(
            f"QTreeView {{ background: {self._desk.theme.surface}; border: 1px solid {self._desk.theme.line}; }}"
        )
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        for column in (ROLE, DEPARTMENT):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.cancel, self.go = QPushButton(self.tr("Later"), self), QPushButton(self.tr("Continue"), self)
        self.cancel.setAutoDefault(False)
        self.go.setDefault(True)
        self.go.setObjectName("primary")

    def _lay_out(self) -> None:
        theme = self._desk.theme
        lead = self.tr("The history names you with every change; your role says what you may change.")
        honest = self.tr(
            "Nobody checks this, and it is no lock: whoever has the file can give any name. What Annals promises is "
            "that a history altered afterwards is detected. The choice is remembered on this computer; the name at the "
            "foot of the window changes it."
        )
        buttons, layout = QHBoxLayout(), QVBoxLayout(self)
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.go)
        layout.setContentsMargins(24, 20, 24, 18)
        layout.setSpacing(10)
        layout.addWidget(heading(self.tr("Who are you?"), self, PLACE))
        layout.addWidget(muted(lead, theme, self))
        layout.addWidget(self.list, 1)
        layout.addWidget(muted(honest, theme, self))
        layout.addLayout(buttons)

    def _on_go(self) -> None:
        row = self.list.currentIndex().row()
        if row >= 0:
            self.accept()
            self.chosen.emit(self.model.names[row])
