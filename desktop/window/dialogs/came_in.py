"""What came in: every merge and import, what each brought, and the step that takes one back."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.window.look.card import heading
from desktop.window.look.theme import list_sheet, style_sheet
from desktop.window.session.desk import Desk
from desktop.window.session.merging import Merging
from desktop.work.came_in import CameIn
from desktop.work.subject_names import SubjectNames
from schema.errors import AnnalsError
from schema.exchange.taking_back import Undoing
from schema.values.subject import PersonAt

_LONGEST = 80


class CameInDialog(QDialog):
    """Stays open beside the window; `add_wanted` asks for answers to be taken in, `listed` comes when it is filled."""

    add_wanted = Signal()
    listed = Signal()

    def __init__(self, desk: Desk, merging: Merging, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._merging = desk, merging
        self._rows: tuple[CameIn, ...] = ()
        self._sure: CameIn | None = None  # whose taking back was shown, and waits for a yes
        self.setStyleSheet(style_sheet(desk.theme))
        self.resize(920, 600)
        self._build()
        self._lay_out()
        self.list.currentItemChanged.connect(lambda *_: self._choose())
        self.back.clicked.connect(self._on_back)
        self.add.clicked.connect(self.add_wanted)
        self.close_button.clicked.connect(self.close)

    def _build(self) -> None:
        sheet = list_sheet(self._desk.theme, f"1px solid {self._desk.theme.line}")
        self.title, self.words = heading("", self, 15), QLabel(self, wordWrap=True)
        self.list, self.brought = QTreeWidget(self), QTreeWidget(self)
        for tree in (self.list, self.brought):
            tree.setRootIsDecorated(False)
            tree.setUniformRowHeights(True)
            tree.setStyleSheet(sheet)
        self.add, self.back, self.close_button = (QPushButton(self) for _ in range(3))
        for button in (self.add, self.back, self.close_button):
            button.setAutoDefault(False)

    def _lay_out(self) -> None:
        head, foot, layout = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        head.addWidget(self.title, 1)
        head.addWidget(self.add)
        foot.addWidget(self.back)
        foot.addStretch()
        foot.addWidget(self.close_button)
        splitter = QSplitter(Qt.Orientation.Vertical, self)
        splitter.addWidget(self.list)
        splitter.addWidget(self.brought)
        splitter.setChildrenCollapsible(False)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(splitter, 1)
        layout.addWidget(self.words)
        layout.addLayout(foot)

    def refresh(self) -> None:
        """Read anew what came in; the chosen one stays chosen."""
        self.setWindowTitle(self.tr("What came in"))
        self.title.setText(self.tr("What came in"))
        self.add.setText(self.tr("Take in answers …"))
        self.close_button.setText(self.tr("Close"))
        self.list.setAccessibleName(self.title.text())
        self.brought.setAccessibleName(self.tr("What it brought"))
        self.list.setHeaderLabels(
            [self.tr("What"), self.tr("File"), self.tr("From"), self.tr("When"), self.tr("What became of it")]
        )
        self.brought.setHeaderLabels([self.tr("What"), self.tr("Before"), self.tr("Came"), self.tr("By")])
        self._merging.list_came_in(self._fill)

    def _fill(self, rows: tuple[CameIn, ...]) -> None:
        before = self.chosen()
        self._rows = rows
        self.list.blockSignals(True)
        self.list.clear()
        for one in rows:
            item = QTreeWidgetItem(self._told(one))
            if one.undone is not None:
                for column in range(5):
                    item.setForeground(column, QColor(self._desk.theme.muted))
            item.setToolTip(1, one.file)
            self.list.addTopLevelItem(item)
        for column, width in enumerate((110, 260, 190, 140)):
            self.list.setColumnWidth(column, width)
        for column, width in enumerate((300, 190, 190)):
            self.brought.setColumnWidth(column, width)
        same = [n for n, one in enumerate(rows) if before and (one.way, one.number) == (before.way, before.number)]
        if rows and (item := self.list.topLevelItem(same[0] if same else 0)) is not None:
            self.list.setCurrentItem(item)
        self.list.blockSignals(False)
        self._choose(keep_words=True)
        self.listed.emit()

    def _told(self, one: CameIn) -> list[str]:
        way = self.tr("Answer {number}") if one.way == "merge" else self.tr("Import {number}")
        who = " · ".join(filter(None, (one.person, self._desk.department(one.department) if one.department else "")))
        return [way.format(number=one.number), one.file, who or one.by, _time(one.at), self._state(one)]

    def _state(self, one: CameIn) -> str:
        if one.undone is not None:
            return self.tr("taken back by {who}, {when}").format(who=one.undone.by, when=_time(one.undone.at))
        said = [self.tr("taken: {count}").format(count=len(one.brought))]
        if one.standing < len(one.brought):
            said.append(self.tr("still as it came: {count}").format(count=one.standing))
        if one.merged and one.merged.conflicts:
            said.append(self.tr("not decided: {count}").format(count=one.merged.conflicts))
        if one.merged and one.merged.refused:
            said.append(self.tr("refused: {count}").format(count=one.merged.refused))
        return " · ".join(said)

    def chosen(self) -> CameIn | None:
        """Return what stands in the chosen row."""
        row = self.list.indexOfTopLevelItem(item) if (item := self.list.currentItem()) is not None else -1
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def _choose(self, *, keep_words: bool = False) -> None:
        one, desk = self.chosen(), self._desk
        self._sure = None
        if not keep_words:
            self.words.clear()
        self.brought.clear()
        self.back.setText(self.tr("Take it back …"))
        may = one is not None and one.undone is None and desk.session.writable
        self.back.setVisible(may)
        if one is None:
            self.words.setText(
                self.tr("Nothing has come in yet. Answers and filled forms can be dropped on the window.")
            )
            return
        names = SubjectNames(desk.session.definitions, desk.session.snapshot, desk.language)
        for brought in one.brought:
            if not isinstance(brought.subject, PersonAt):
                sides = (names.shown(side).replace("∅", "–")[:_LONGEST] for side in (brought.before, brought.after))
                item = QTreeWidgetItem([names.name(brought.subject), *sides, brought.who])
                for column in range(4):
                    item.setToolTip(column, item.text(column))
                self.brought.addTopLevelItem(item)

    # taking back

    def _on_back(self) -> None:
        one = self.chosen()
        if one is None:
            return
        dry = self._sure is not one
        self._merging.undo(
            one.number, lambda undoing: self._told_back(one, undoing, dry=dry), self._refuse, dry=dry, way=one.way
        )

    def _told_back(self, one: CameIn, undoing: Undoing, *, dry: bool) -> None:
        """Say what taking it back would do, to be pressed once more; or what it has done, and what was left."""
        desk = self._desk
        names = SubjectNames(desk.session.definitions, desk.session.snapshot, desk.language)
        left = self.tr(", ").join(names.name(subject) for subject in undoing.left)
        if dry:
            words = self.tr("{count} items would become what they were before.")
            stays = self.tr("Left as it is, since it was changed or approved after that: {names}.")
            self.back.setText(self.tr("Yes, take it back"))
            self._sure = one
        else:
            words = self.tr("✓ Taken back: {count} items.")
            stays = self.tr("Left as it is, since it was changed or approved after that: {names}.")
            self._sure = None
        told = [words.format(count=len(undoing.undone)), stays.format(names=left) if left else ""]
        self.words.setText(" ".join(filter(None, told)))
        if not dry:
            self.refresh()

    def _refuse(self, error: AnnalsError) -> None:
        self.words.setText(self._desk.sentence(error))


def _time(iso: str) -> str:
    return f"{datetime.fromisoformat(iso).astimezone():%Y-%m-%d %H:%M}"
