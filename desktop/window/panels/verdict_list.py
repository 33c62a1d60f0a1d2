"""What an auditor found, worst first: numbers that did not pass, that were changed since, that passed; rows refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from desktop.window.item_models.comparison_model import local_time
from desktop.window.look.icons import icon
from desktop.window.look.theme import list_sheet
from desktop.window.session.desk import Desk
from desktop.window.session.year_names import year_name
from schema.grammar.reference import Key
from schema.validation.verdicts import judged_key
from schema.values.key_words import key_words
from schema.values.verdicts import Verdict

Group = Literal["refused", "fail", "stale", "pass"]
GROUPS: tuple[Group, ...] = ("refused", "fail", "stale", "pass")
_KEY = int(Qt.ItemDataRole.UserRole)
_WIDTHS = (300, 84, 240, 90, 124)


@dataclass(frozen=True, slots=True)
class Line:
    """One row: its group, its number, the verdict where there is one, else where it stands in the file and why not."""

    group: Group
    reference: str
    verdict: Verdict | None = None
    place: str = ""
    why: str = ""


class VerdictList(QTreeWidget):
    """`chosen` carries the number of the row that was clicked, or on which Enter was pressed."""

    chosen = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        theme = desk.theme
        self._shapes = {"refused": ("close", theme.error), "fail": ("close", theme.error),
                        "stale": ("clock", theme.doubt), "pass": ("filled", theme.good)}  # fmt: skip
        self.setIconSize(QSize(14, 14))
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setStyleSheet(list_sheet(theme, f"1px solid {theme.line}"))
        self.setAccessibleName(self.tr("Verdicts"))
        self.setHeaderLabels([self.tr("Number"), self.tr("Verdict"), self.tr("Remark"), self.tr("By"), self.tr("When")])
        for column, width in enumerate(_WIDTHS):
            self.setColumnWidth(column, width)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.itemClicked.connect(self._choose)
        self.itemActivated.connect(self._choose)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these below the heads of their groups; a group without any is left out."""
        self.clear()
        heads = {
            "refused": self.tr("Cannot be taken"), "fail": self.tr("Did not pass"),
            "stale": self.tr("Changed since it was judged"), "pass": self.tr("Passed"),
        }  # fmt: skip
        for group in GROUPS:
            own = [line for line in lines if line.group == group]
            if own:
                head = QTreeWidgetItem(self, [f"{heads[group]}  {len(own)}"])
                head.setFirstColumnSpanned(True)
                font = head.font(0)
                font.setBold(True)
                head.setFont(0, font)
                head.addChildren([self._item(line) for line in own])
                head.setExpanded(group != "pass" or len(own) == len(lines))

    def _item(self, line: Line) -> QTreeWidgetItem:
        key, verdict = judged_key(line.reference), line.verdict
        name = self._name(key) if key is not None else line.reference
        if verdict is None:
            item = QTreeWidgetItem([" · ".join(filter(None, (line.place, name))), "", line.why, "", ""])
        else:
            words = {"pass": self.tr("passed"), "fail": self.tr("not passed")}[verdict.finding]
            item = QTreeWidgetItem([name, words, " ".join(verdict.remark.split()), verdict.who, local_time(verdict.at)])
        item.setIcon(0, icon(*self._shapes[line.group]))
        item.setToolTip(0, name)
        item.setToolTip(2, line.why or (verdict.remark if verdict else ""))
        item.setData(0, _KEY, key)
        return item

    def _name(self, key: Key) -> str:
        desk = self._desk
        words = key_words(key, desk.catalogue, desk.language, desk.session.snapshot.records).dotted()
        return f"{words} · {year_name(desk, key.period)}" if key.period else words

    def _choose(self, item: QTreeWidgetItem) -> None:
        if (key := item.data(0, _KEY)) is not None:
            self.chosen.emit(key)
