"""The departments that own something in a report, each with its items below: to tick, and to say something to."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from desktop.window.look.icons import IconShelf
from desktop.window.look.states import STATES, state_colour, state_word
from desktop.window.look.theme import list_sheet
from desktop.window.session.desk import Desk
from desktop.window.session.standing import Shares
from desktop.work.requests import is_overdue
from schema.validation.item_words import ItemWords
from schema.validation.shares import Share

NAME, COUNT, STATE, GUIDANCE = 0, 1, 2, 3
_CODE, _WORDS, _FIRST = (int(Qt.ItemDataRole.UserRole) + more for more in range(3))


class AskedTree(QTreeWidget):
    """Departments are ticked; `own_words` and `item_words` have what was changed in what is said to them."""

    def __init__(self, desk: Desk, shares: Shares, departments: Collection[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._icons = desk, IconShelf()
        self.setColumnCount(4)
        self.setHeaderLabels([self.tr("Department"), self.tr("Items"), self.tr("State"), self.tr("Guidance")])
        self.setAccessibleName(self.tr("Departments and their items"))
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setStyleSheet(list_sheet(desk.theme, f"1px solid {desk.theme.line}"))
        names = ItemWords(desk.outline, desk.catalogue, desk.session.snapshot, desk.language)
        known = (*shares.asked, *shares.unasked)
        wanted = set(departments) or {share.department for share in shares.unasked}
        for share in sorted(known, key=lambda share: share.department):
            self._add(share, names, ticked=share.department in wanted)
        header = self.header()
        header.setStretchLastSection(True)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Interactive)
        for column, width in ((NAME, 290), (COUNT, 56), (STATE, 214)):
            header.resizeSection(column, width)
        if (first := self.topLevelItem(0)) is not None:
            self.setCurrentItem(first)

    def _add(self, share: Share, names: ItemWords, *, ticked: bool) -> None:
        words = share.request.guidance if share.request else ""
        branch = QTreeWidgetItem(self, [self._desk.department(share.department), str(len(share.items))])
        branch.setTextAlignment(COUNT, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        branch.setFlags(branch.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        branch.setCheckState(NAME, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        self._keep(branch, share.department, words)
        self._show_state(branch, share)
        for item in share.items:
            line = QTreeWidgetItem(branch, [names.name(item.at)])
            line.setToolTip(NAME, line.text(NAME))
            self._keep(line, item.subject, item.note.guidance)

    def _keep(self, line: QTreeWidgetItem, code: str, words: str) -> None:
        line.setData(NAME, _CODE, code)
        line.setData(NAME, _FIRST, words)
        self._say(line, words)

    def _say(self, line: QTreeWidgetItem, words: str) -> None:
        line.setData(NAME, _WORDS, words)
        line.setText(GUIDANCE, words.replace("\n", " "))
        line.setToolTip(GUIDANCE, words)

    def _show_state(self, branch: QTreeWidgetItem, share: Share) -> None:
        desk = self._desk
        if share.request is None or not share.state:
            branch.setText(STATE, self.tr("not asked"))
            branch.setForeground(STATE, QBrush(QColor(desk.theme.text2)))
            return
        late = is_overdue(share, datetime.now().astimezone().date())
        standing = "late" if late else share.state
        state = self.tr("late") if late else state_word(share.state)
        branch.setText(STATE, self.tr("{state}, due {day}").format(state=state, day=share.request.due))
        branch.setIcon(STATE, self._icons.icon(STATES[standing].drawing, state_colour(standing, desk.theme)))
        branch.setForeground(STATE, QBrush(QColor(state_colour(standing, desk.theme))))

    # what is ticked and said

    def _branches(self) -> list[QTreeWidgetItem]:
        return [branch for row in range(self.topLevelItemCount()) if (branch := self.topLevelItem(row)) is not None]

    def tick_all(self, *, ticked: bool) -> None:
        """Tick every department, or none."""
        for branch in self._branches():
            branch.setCheckState(NAME, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)

    def ticked(self) -> list[str]:
        """Return the codes of the departments that are ticked."""
        chosen = (branch for branch in self._branches() if branch.checkState(NAME) == Qt.CheckState.Checked)
        return [str(branch.data(NAME, _CODE)) for branch in chosen]

    def item_count(self) -> int:
        """Return how many items those own."""
        return sum(branch.childCount() for branch in self._branches() if branch.data(NAME, _CODE) in self.ticked())

    def chosen(self) -> tuple[str, str]:
        """Return the name of the department or item that has the cursor, and what is said to it."""
        line = self.currentItem()
        return (line.text(NAME), str(line.data(NAME, _WORDS))) if line is not None else ("", "")

    def say(self, words: str) -> None:
        """Say this to the department or item that has the cursor; so the department is asked: words would get lost."""
        if (line := self.currentItem()) is not None:
            self._say(line, words)
            (line.parent() or line).setCheckState(NAME, Qt.CheckState.Checked)

    def own_words(self) -> dict[str, str]:
        """Return what is said to departments where that was changed, by their codes."""
        return _changed(self._branches())

    def item_words(self) -> dict[str, str]:
        """Return what is said of items where that was changed, by their subjects."""
        lines = (branch.child(row) for branch in self._branches() for row in range(branch.childCount()))
        return _changed([line for line in lines if line is not None])


def _changed(lines: list[QTreeWidgetItem]) -> dict[str, str]:
    said = ((str(line.data(NAME, _CODE)), str(line.data(NAME, _WORDS)), line.data(NAME, _FIRST)) for line in lines)
    return {code: words for code, words, first in said if words != first}
