"""The place of what came in: every merge and import, what each brought, and the step that takes one back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.window.look.card import heading
from desktop.window.look.scale import PLACE
from desktop.window.look.theme import list_sheet, style_sheet
from desktop.window.session.desk import Desk
from desktop.window.session.merging import Merging
from desktop.work.came_in import NOTHING_SEEN, Brought, CameIn, Seen, is_new
from desktop.work.subject_names import SubjectNames
from schema.errors import AnnalsError
from schema.exchange.taking_back import Undoing
from schema.grammar.reference import Key, RecordKey
from schema.grammar.templates import filled
from schema.validation.issue import FieldAt
from schema.values.subject import PersonAt, TextAt

_LONGEST, _ROW = 80, QSize(0, 30)
_NAME = 200  # the least width of a file's name
_WAY, _FILE, _FROM, _WHEN, _BECAME = range(5)
_THING, _BEFORE, _CAME, _BY = range(4)
_SUBJECT = int(Qt.ItemDataRole.UserRole)


class CameInPage(QWidget):
    """`add_wanted` asks for answers to be taken in, `place_wanted` carries the place of something that was brought.

    `entered` comes when the place is gone to, `listed` when it is filled. What came after `seen` stands out.
    """

    add_wanted = Signal()
    place_wanted = Signal(object)
    entered = Signal()
    listed = Signal()

    def __init__(self, desk: Desk, merging: Merging, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._merging = desk, merging
        self.seen: Seen = NOTHING_SEEN
        self._rows: tuple[CameIn, ...] = ()
        self._sure: CameIn | None = None  # whose taking back was shown, and waits for a yes
        self.setStyleSheet(style_sheet(desk.theme))
        self._build()
        self._lay_out()
        self._connect()

    def _build(self) -> None:
        theme = self._desk.theme
        self.title, self.count = heading("", self, PLACE), QLabel(self)
        self.title.setWordWrap(False)
        self.count.setStyleSheet(f"color: {theme.text2};")
        self.words, self.empty = QLabel(self, wordWrap=True), QLabel(self, wordWrap=True)
        self.empty.setStyleSheet(f"color: {theme.text2};")
        self.list = self._tree(_FILE, {_WAY: 96, _FROM: 170, _WHEN: 128, _BECAME: 260})
        self.brought = self._tree(_THING, {_BEFORE: 170, _CAME: 170, _BY: 110})
        self.add, self.back = QPushButton(self), QPushButton(self)
        self.add.setObjectName("primary")

    def _tree(self, stretched: int, widths: Mapping[int, int]) -> QTreeWidget:
        """Return a list whose names take the room that is left, so that it never scrolls sideways."""
        tree = QTreeWidget(self)
        tree.setColumnCount(len(widths) + 1)
        tree.setRootIsDecorated(False)
        tree.setUniformRowHeights(True)
        tree.setAllColumnsShowFocus(True)
        tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        tree.setStyleSheet(list_sheet(self._desk.theme))
        header = tree.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(60)
        header.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
        for column, width in widths.items():
            header.resizeSection(column, width)
        return tree

    def _lay_out(self) -> None:
        head, foot, layout = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        head.setContentsMargins(16, 0, 14, 0)
        foot.setContentsMargins(16, 0, 14, 0)
        head.addWidget(self.title)
        head.addWidget(self.count, 1)
        head.addWidget(self.add)
        foot.addWidget(self.words, 1)
        foot.addWidget(self.back, 0, Qt.AlignmentFlag.AlignBottom)
        self.empty.setContentsMargins(16, 0, 16, 0)
        self.splitter = QSplitter(Qt.Orientation.Vertical, self)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        for tree, room in ((self.list, 260), (self.brought, 240)):
            self.splitter.addWidget(tree)
            self.splitter.setStretchFactor(self.splitter.count() - 1, room)
        layout.setContentsMargins(0, 12, 0, 10)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.empty)
        layout.addWidget(self.splitter, 1)
        layout.addLayout(foot)
        layout.addStretch()

    def _connect(self) -> None:
        self.list.currentItemChanged.connect(lambda *_: self._choose())
        self.brought.itemActivated.connect(self._go)
        self.back.clicked.connect(self._on_back)
        self.add.clicked.connect(self.add_wanted)
        self._desk.session.definitions_changed.connect(self._follow)
        self._desk.language_changed.connect(self._follow)

    def enter(self) -> None:
        """Somebody comes here: what is new to them stands out."""
        self.entered.emit()
        self.refresh()
        self.list.setFocus()

    def _follow(self) -> None:
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Read anew what came in; the chosen one stays chosen."""
        self.title.setText(self.tr("What came in"))
        self.add.setText(self.tr("Take in answers …"))
        writable = self._desk.session.writable
        self.add.setEnabled(writable)
        self.add.setToolTip("" if writable else self.tr("Opened for reading only."))
        self.empty.setText(self._empty())
        self.list.setAccessibleName(self.title.text())
        self.brought.setAccessibleName(self.tr("What it brought"))
        self.list.setHeaderLabels(
            [self.tr("What"), self.tr("File"), self.tr("From"), self.tr("When"), self.tr("What became of it")]
        )
        self.brought.setHeaderLabels([self.tr("What"), self.tr("Before"), self.tr("Came"), self.tr("By")])
        self._merging.list_came_in(self._fill)

    def _empty(self) -> str:
        return self.tr("Nothing has come in yet. Answers, filled forms and files of figures that are taken in stand "
                       "here, each with what it brought. They can be dropped on the window.")  # fmt: skip

    def _fill(self, rows: tuple[CameIn, ...]) -> None:
        before = self.chosen()
        self._rows = rows
        self.list.blockSignals(True)
        self.list.clear()
        for one in rows:
            self.list.addTopLevelItem(self._row(one))
        same = [n for n, one in enumerate(rows) if before and (one.way, one.number) == (before.way, before.number)]
        if rows and (item := self.list.topLevelItem(same[0] if same else 0)) is not None:
            self.list.setCurrentItem(item)
        self.list.blockSignals(False)
        self._fit()
        self._count()
        self._choose(keep_words=True)
        self.listed.emit()

    def _fit(self) -> None:
        """Give what became of it, then whom it is from, the room that their words need; the file's name keeps some."""
        header = self.list.header()
        left = self.list.viewport().width() - header.sectionSize(_WAY) - header.sectionSize(_WHEN) - _NAME
        for column, least in ((_BECAME, 200), (_FROM, 120)):
            wanted = max(least, self.list.sizeHintForColumn(column) + 8)
            header.resizeSection(column, max(least, min(wanted, left)))
            left -= header.sectionSize(column)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self._fit()

    def _count(self) -> None:
        news = sum(is_new(one, self.seen) for one in self._rows)
        told = [self.tr("{count} in all").format(count=len(self._rows))] if self._rows else []
        told += [self.tr("{count} since your last visit").format(count=news)] if news else []
        self.count.setText(" · ".join(told))
        self.empty.setVisible(not self._rows)
        self.splitter.setVisible(bool(self._rows))
        rows = self.list.header().sizeHint().height() + _ROW.height() * len(self._rows) + 4
        if rows < self.splitter.height() // 2:  # a short list leaves its room to what was brought
            self.splitter.setSizes([rows, self.splitter.height() - rows])

    def _row(self, one: CameIn) -> QTreeWidgetItem:
        item = QTreeWidgetItem(self._told(one))
        item.setSizeHint(_WAY, _ROW)
        for column in range(_BECAME + 1):
            item.setToolTip(column, item.text(column))
            if one.undone is not None:
                item.setForeground(column, QColor(self._desk.theme.text2))
        if is_new(one, self.seen):
            font = item.font(_WAY)
            font.setBold(True)
            item.setFont(_WAY, font)
            item.setToolTip(_WAY, self.tr("{name}: new since your last visit").format(name=item.text(_WAY)))
        return item

    def _told(self, one: CameIn) -> list[str]:
        way = self.tr("Answer {number}") if one.way == "merge" else self.tr("Import {number}")
        who = " · ".join(filter(None, (one.person, self._desk.department(one.department) if one.department else "")))
        return [way.format(number=one.number), one.file, who or one.by, _time(one.at), self._state(one)]

    def _state(self, one: CameIn) -> str:
        if one.undone is not None:
            return filled(self.tr("taken back by {who}, {when}"), {"who": one.undone.by, "when": _time(one.undone.at)})
        settled = len(one.merged.settled) if one.merged else 0
        said = [self.tr("taken: {count}").format(count=len(one.brought)) if one.brought else self._nothing(one)]
        if one.standing < len(one.brought):
            said.append(self.tr("still as it came: {count}").format(count=one.standing))
        if settled:
            said.append(self.tr("decided for what stood here: {count}").format(count=settled))
        if one.merged and one.merged.conflicts:
            said.append(self.tr("not decided: {count}").format(count=one.merged.conflicts))
        if one.merged and one.merged.refused:
            said.append(self.tr("refused: {count}").format(count=one.merged.refused))
        return " · ".join(said)

    def _nothing(self, one: CameIn) -> str:
        """Say of something that changed nothing whether it was kept out, or was here already."""
        merged = one.merged
        kept_out = merged is not None and (merged.settled or merged.conflicts or merged.refused)
        return self.tr("nothing taken") if kept_out else self.tr("brought nothing new")

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
        self.back.setVisible(one is not None and one.undone is None)
        self.back.setEnabled(desk.session.writable)
        self.back.setToolTip("" if desk.session.writable else self.tr("Opened for reading only."))
        names = SubjectNames(desk.session.definitions, desk.session.snapshot, desk.language)
        for brought in one.brought if one is not None else ():
            if not isinstance(brought.subject, PersonAt):
                self.brought.addTopLevelItem(self._thing(brought, names))

    def _thing(self, brought: Brought, names: SubjectNames) -> QTreeWidgetItem:
        sides = (names.shown(side).replace("∅", "–")[:_LONGEST] for side in (brought.before, brought.after))
        item = QTreeWidgetItem([names.name(brought.subject), *sides, brought.who])
        item.setData(_THING, _SUBJECT, brought.subject)
        item.setSizeHint(_THING, _ROW)
        for column in range(_BY + 1):
            item.setToolTip(column, item.text(column))
        return item

    def _go(self, item: QTreeWidgetItem) -> None:
        subject = item.data(_THING, _SUBJECT)
        if isinstance(subject, Key | TextAt | RecordKey):
            self.place_wanted.emit(FieldAt(subject) if isinstance(subject, RecordKey) else subject)

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
            self.back.setText(self.tr("Yes, take it back"))
            self._sure = one
        else:
            words = self.tr("✓ Taken back: {count} items.")
            self._sure = None
        stays = self.tr("Left as it is, since it was changed or approved after that: {names}.")
        told = [words.format(count=len(undoing.undone)), stays.format(names=left) if left else ""]
        self.words.setText(" ".join(filter(None, told)))

    def _refuse(self, error: AnnalsError) -> None:
        self.words.setText(self._desk.sentence(error))


def _time(iso: str) -> str:
    return f"{datetime.fromisoformat(iso).astimezone():%Y-%m-%d %H:%M}"
