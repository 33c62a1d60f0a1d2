"""The departments that were asked, to tick: to whom their files go, how they stand, when they were sent last."""

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
from desktop.window.session.standing import Shares, Standing
from desktop.work.requests import is_overdue
from desktop.work.send import recipients
from schema.catalogue.punctuation import PUNCTUATION
from schema.validation.shares import Share

NAME, TO, STATE, OPEN, SENT = range(5)
_CODE = int(Qt.ItemDataRole.UserRole)


class SentList(QTreeWidget):
    """A row for each department that was asked."""

    def __init__(self, desk: Desk, shares: Shares, departments: Collection[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._icons = desk, IconShelf()
        self.setHeaderLabels([self.tr("Department"), self.tr("To"), self.tr("State"), self.tr("Open"), self.tr("Sent")])
        self.setAccessibleName(self.tr("Departments that were asked"))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setStyleSheet(list_sheet(desk.theme, f"1px solid {desk.theme.line}"))
        for share in shares.asked:
            self._add(share, ticked=share.department in departments)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(TO, QHeaderView.ResizeMode.Stretch)
        for column in (NAME, STATE, OPEN, SENT):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        if (first := self.topLevelItem(0)) is not None:
            self.setCurrentItem(first)

    def _add(self, share: Share, *, ticked: bool) -> None:
        desk, request = self._desk, share.request
        assert request is not None
        assert share.state
        marks = PUNCTUATION[desk.language]
        people = recipients(desk.session.snapshot, request)
        to = marks.series.join(marks.bracketed(person.name, person.email) for person in people)
        late = is_overdue(share, datetime.now().astimezone().date())
        standing: Standing = "late" if late else share.state
        state = self.tr("late") if late else state_word(share.state)
        sent = request.sent.at[:10] if request.sent else ""
        line = QTreeWidgetItem(self, [desk.department(share.department), to or self.tr("nobody listed"), state,
                                      str(share.count("open")), sent])  # fmt: skip
        line.setFlags(line.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        line.setCheckState(NAME, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        line.setData(NAME, _CODE, share.department)
        line.setToolTip(TO, to)
        line.setTextAlignment(OPEN, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        line.setIcon(STATE, self._icons.icon(STATES[standing].drawing, state_colour(standing, desk.theme)))
        line.setForeground(STATE, QBrush(QColor(state_colour(standing, desk.theme))))
        if not any(person.email for person in people):
            line.setForeground(TO, QBrush(QColor(desk.theme.doubt)))

    def ticked(self) -> list[str]:
        """Return the codes of the departments that are ticked."""
        lines = [line for row in range(self.topLevelItemCount()) if (line := self.topLevelItem(row)) is not None]
        return [str(line.data(NAME, _CODE)) for line in lines if line.checkState(NAME) == Qt.CheckState.Checked]
