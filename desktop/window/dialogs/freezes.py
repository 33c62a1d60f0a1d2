"""The freezes of a workspace: named states that are looked at, made, and held against each other or against now."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.window.dialogs.freeze_now import FreezeNowDialog, fill_reports
from desktop.window.item_models.comparison_model import local_time
from desktop.window.look.card import heading, muted
from desktop.window.look.chooser import Chooser
from desktop.window.look.scale import PLACE
from desktop.window.look.theme import list_sheet, style_sheet
from desktop.window.panels.comparison_view import ComparisonView
from desktop.window.panels.waiting_line import WaitingLine
from desktop.window.session.desk import Desk
from desktop.window.session.freezing import Compared, Freezing, write_book
from desktop.window.session.usual_folder import folder_beside
from desktop.window.session.year_names import year_name
from desktop.work.difference_places import Placed
from desktop.work.differences import NOW, Wanted
from desktop.work.freezes import Naming
from desktop.work.permission import freezing_refused
from schema.errors import AnnalsError
from schema.moment import Moment
from schema.values.freezes import Freeze, freezes_of

_WIDTHS = (160, 210, 124, 90, 190)
_REASON = "freeze.reason"


class FreezesDialog(QDialog):
    """Stays open beside the window. `place_wanted` carries where something stands and in which report, `who_wanted`
    asks who works here; `compared` comes when a comparison is shown."""

    place_wanted = Signal(object, str)
    who_wanted = Signal()
    compared = Signal()

    def __init__(self, desk: Desk, freezing: Freezing, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._freezing = desk, freezing
        self._freezes: tuple[Freeze, ...] = ()
        self._found: Compared | None = None
        self.naming: FreezeNowDialog | None = None
        self.setStyleSheet(style_sheet(desk.theme))
        self.setWindowTitle(self.tr("Freezes"))
        self.resize(1000, 700)
        self._build()
        self._lay_out()
        self._connect()
        self.refresh()

    def _build(self) -> None:
        desk = self._desk
        self.list = QTreeWidget(self)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAllColumnsShowFocus(True)
        self.list.setStyleSheet(list_sheet(desk.theme, f"1px solid {desk.theme.line}"))
        self.list.setAccessibleName(self.tr("Freezes"))
        self.list.setHeaderLabels(
            [self.tr("Name"), self.tr("Of"), self.tr("When"), self.tr("By"), self.tr("Reason"), self.tr("History")]
        )
        for column, width in enumerate(_WIDTHS):
            self.list.setColumnWidth(column, width)
        self.first, self.second, self.scope = (
            Chooser(self._desk.theme, self, plain=True),
            Chooser(self._desk.theme, self, plain=True),
            Chooser(self._desk.theme, self, plain=True),
        )
        fill_reports(self.scope, desk, self.tr("The whole workspace"))
        self.first.setAccessibleName(self.tr("Compare"))
        self.second.setAccessibleName(self.tr("with"))
        self.scope.setAccessibleName(self.tr("of"))
        self.reason, self.words = QLabel(self, wordWrap=True), QLabel(self, wordWrap=True)
        self.reason.setStyleSheet(f"color: {desk.theme.doubt};")
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.view, self.waiting = ComparisonView(desk, self), WaitingLine(desk, self)
        self.view.hide()
        self.freeze, self.compare = QPushButton(self.tr("Freeze now …"), self), QPushButton(self.tr("Compare"), self)
        self.who, self.save = QPushButton(self.tr("Who I am …"), self), QPushButton(self.tr("Save as workbook …"), self)
        self.close_button = QPushButton(self.tr("Close"), self)
        self.freeze.setObjectName("primary")
        for button in (self.freeze, self.compare, self.who, self.save, self.close_button):
            button.setAutoDefault(False)

    def _lay_out(self) -> None:
        head, sides, foot, layout = QHBoxLayout(), QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        head.addWidget(heading(self.tr("Freezes"), self, PLACE), 1)
        head.addWidget(self.freeze)
        lead = self.tr("A freeze gives the present state a name, so that it can be exported and compared later.")
        for widget in (QLabel(self.tr("Compare"), self), self.first, QLabel(self.tr("with"), self), self.second):
            sides.addWidget(widget, 1 if isinstance(widget, QComboBox) else 0)
        sides.addWidget(QLabel(self.tr("of"), self))
        sides.addWidget(self.scope, 1)
        sides.addWidget(self.compare)
        lower, below = QWidget(self), QVBoxLayout()
        lower.setLayout(below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(8)
        below.addLayout(sides)
        for widget in (self.words, self.waiting):
            below.addWidget(widget)
        below.addWidget(self.view, 1)
        self._room = QWidget(lower)  # what the comparison takes once there is one
        below.addWidget(self._room, 1)
        parts = QSplitter(Qt.Orientation.Vertical, self)
        parts.addWidget(self.list)
        parts.addWidget(lower)
        parts.setSizes([130, 490])
        parts.setChildrenCollapsible(False)
        for widget in (self.who, self.save):
            foot.addWidget(widget)
        foot.addStretch()
        foot.addWidget(self.close_button)
        layout.setContentsMargins(24, 20, 24, 18)
        layout.setSpacing(10)
        layout.addLayout(head)
        layout.addWidget(muted(lead, self._desk.theme, self))
        layout.addWidget(self.reason)
        layout.addWidget(parts, 1)
        layout.addLayout(foot)

    def _connect(self) -> None:
        self.freeze.clicked.connect(self.open_naming)
        self.compare.clicked.connect(self.run)
        self.who.clicked.connect(self.who_wanted)
        self.save.clicked.connect(self._ask_file)
        self.close_button.clicked.connect(self.close)
        self.list.currentItemChanged.connect(lambda *_: self._choose())
        self.list.itemActivated.connect(lambda *_: self.run())
        self.view.chosen.connect(self._lead)
        self.waiting.refused.connect(self.words.setText)
        self.waiting.busy.connect(lambda _: self._enable())
        self._desk.session.issues_changed.connect(self._enable)

    # the list

    def refresh(self, name: str = "") -> None:
        """Read the freezes anew, the newest first; the one of this name is chosen, else the one that was."""
        before = name or (chosen.name if (chosen := self.chosen()) else "")
        self._freezes = tuple(reversed(freezes_of(self._desk.session.snapshot)))
        names = [freeze.name for freeze in self._freezes]
        self.list.clear()
        self.list.addTopLevelItems([QTreeWidgetItem(self._told(freeze)) for freeze in self._freezes])
        for row, freeze in enumerate(self._freezes):
            item = self.list.topLevelItem(row)
            if item is not None:
                item.setToolTip(4, freeze.reason)
                item.setToolTip(5, freeze.head)
        for box in (self.first, self.second):
            box.clear()
        for freeze in self._freezes:
            self.first.addItem(freeze.name, freeze.name)
        for words, data in ((self.tr("what stands now"), NOW), *((name, name) for name in names)):
            self.second.addItem(words, data)
        current = self.list.topLevelItem(names.index(before) if before in names else 0)
        if current is not None:
            self.list.setCurrentItem(current)
        elif not self._found:
            self.words.setText(self.tr("Nothing has been frozen yet: this is where freezes stand once there are any."))
        self._enable()

    def _told(self, freeze: Freeze) -> list[str]:
        outline = self._desk.session.definitions.outlines.get(freeze.report)
        report = (
            f"{year_name(self._desk, outline.year)}  {self._desk.words(outline.title)}" if outline else freeze.report
        )
        of = report or self.tr("The whole workspace")
        entry = self.tr("entry {number}").format(number=freeze.number)
        when = local_time(freeze.at)
        return [freeze.name, of, when, freeze.who, " ".join(freeze.reason.split()), f"{entry} · {freeze.short_head}"]

    def chosen(self) -> Freeze | None:
        """Return the freeze of the chosen row."""
        row = self.list.indexOfTopLevelItem(item) if (item := self.list.currentItem()) is not None else -1
        return self._freezes[row] if 0 <= row < len(self._freezes) else None

    def _choose(self) -> None:
        if (freeze := self.chosen()) is not None:
            self.first.setCurrentIndex(self.first.findData(freeze.name))
            self.scope.setCurrentIndex(max(0, self.scope.findData(freeze.report)))

    def _enable(self) -> None:
        """Grey what is not allowed, and say why."""
        session, desk = self._desk.session, self._desk
        refused = freezing_refused(Moment(session.definitions, session.snapshot), session.who)
        why = desk.sentence(refused) if refused else "" if session.writable else self.tr("Opened for reading only.")
        self.freeze.setEnabled(not why)
        self.freeze.setToolTip(why)
        self.reason.setText(why)
        self.reason.setVisible(bool(why))
        self.who.setVisible(bool(why) and (refused is None or refused.code != "freeze.small"))
        self.compare.setEnabled(bool(self._freezes) and not self.waiting.is_busy)
        self.save.setVisible(self._found is not None)
        self.save.setEnabled(not self.waiting.is_busy)

    # freezing

    def open_naming(self) -> None:
        """Ask for a name and the reason."""
        self.naming = dialog = FreezeNowDialog(self._desk, self)
        dialog.wanted.connect(self._freeze)
        dialog.open()

    def _freeze(self, naming: Naming, reason: str) -> None:
        self._freezing.freeze(naming, reason, self._frozen, self._not_frozen)

    def _frozen(self, freeze: Freeze) -> None:
        if self.naming is not None:
            self.naming.accept()
        self.refresh(freeze.name)
        told = self.tr("✓ Frozen as “{name}”. It can be chosen in the export from now on.")
        self.words.setText(told.format(name=freeze.name))

    def _not_frozen(self, error: AnnalsError) -> None:
        if self.naming is not None:
            self.naming.refuse(self._desk.sentence(error), is_reason=error.code == _REASON)

    # comparing

    def run(self) -> None:
        """Compare what is chosen."""
        if not self._freezes or self.waiting.is_busy:
            return
        wanted = Wanted(self.first.currentData(), self.second.currentData(), self.scope.currentData())
        self._freezing.when_stored(
            lambda: self.waiting.run(self.tr("Comparing …"), self._freezing.comparing(wanted), self._show)
        )

    def _show(self, found: Compared) -> None:
        self._found = found
        self.view.show_changes(found.changes)
        count = len(found.changes)
        told = self.tr("{title}: {count} differences. A click leads to the place of each.") if count else self.tr(
            "{title}: no difference. What was changed and changed back is none.")  # fmt: skip
        self.words.setText(told.format(title=found.words.title, count=count))
        self.view.setVisible(bool(count))
        self._room.setVisible(not count)
        self._enable()
        self.compared.emit()

    def _lead(self, one: Placed) -> None:
        if one.at is not None:
            self.place_wanted.emit(one.at, one.report)
        else:
            self.words.setText(self.tr("This stands in no section of a report: it is shown here alone."))

    def _ask_file(self) -> None:
        if self._found is None:
            return
        beside = folder_beside(self._desk.session.path) / f"{self._found.words.title}.xlsx".replace("/", "-")
        kinds = self.tr("Excel workbooks") + " (*.xlsx)"
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save the comparison"), str(beside), kinds)
        if name:
            self.save_book(Path(name).with_suffix(".xlsx"))

    def save_book(self, path: Path) -> None:
        """Write what is compared as a workbook."""
        found = self._found
        if found is not None:
            said = self.tr("Writing {file} …").format(file=path.name)
            self.waiting.run(said, lambda step: write_book(path, found), self._saved)

    def _saved(self, path: Path) -> None:
        self.words.setText(self.tr("✓ Saved: {path}").format(path=str(path)))

    def done(self, result: int) -> None:
        """Closing calls off what is under way."""
        self.waiting.call_off()
        super().done(result)
