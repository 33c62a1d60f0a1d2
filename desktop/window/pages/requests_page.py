"""The place of requests: every department's share of the chosen report, one of them beside, and what can be done."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.window.item_models.request_model import RequestModel
from desktop.window.look.card import heading
from desktop.window.look.giving_label import GivingLabel
from desktop.window.look.icons import icon
from desktop.window.look.scale import PLACE
from desktop.window.look.theme import list_sheet, style_sheet
from desktop.window.panels.request_detail import RequestDetail
from desktop.window.panels.request_list import FILTERS, RequestList
from desktop.window.session.desk import Desk
from desktop.window.session.standing import Shares, shares_later
from desktop.work.permission import asking_refused, owners_refused

_SOON, _LEAST_DETAIL = 60, 250


class RequestsPage(QWidget):
    """`ask_wanted`, `send_wanted` and `remind_wanted` carry departments, `place_wanted` the place of an item,
    `owner_wanted` subjects of items, `pass_wanted` a department and subjects of its items."""

    place_wanted = Signal(object)
    ask_wanted = Signal(object)
    send_wanted = Signal(object)
    remind_wanted = Signal(object)
    people_wanted = Signal()
    owner_wanted = Signal(object)
    pass_wanted = Signal(str, object)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shares: Shares | None = None
        self._report = ""
        self.model = RequestModel(desk, self)
        self._soon = QTimer(self, singleShot=True, interval=_SOON)  # what is saved together is shown together
        self._soon.timeout.connect(self.refresh)
        self.setStyleSheet(style_sheet(desk.theme))
        self._build()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        desk, theme = self._desk, self._desk.theme
        self.title, self.report = heading("", self, PLACE), GivingLabel(self)
        self.report.setStyleSheet(f"color: {theme.text2};")
        self.people, self.remind, self.send, self.ask = (QPushButton(self) for _ in range(4))
        self.ask.setObjectName("primary")
        for button, name in ((self.people, "people"), (self.remind, "bell"), (self.send, "send")):
            button.setIcon(icon(name, theme.text))
        self.filters = {name: QToolButton(self) for name in FILTERS}
        group = QButtonGroup(self)
        for button in self.filters.values():
            button.setObjectName("toggle")
            button.setCheckable(True)
            group.addButton(button)
        self.filters["all"].setChecked(True)
        self.search = QLineEdit(self)
        self.search.setObjectName("filter")
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(220)
        self.reason, self.empty = QLabel(self, wordWrap=True), QLabel(self, wordWrap=True)
        self.reason.setStyleSheet(f"color: {theme.doubt};")
        self.empty.setStyleSheet(f"color: {theme.text2};")
        self.list = RequestList(self.model, self)
        self.list.setStyleSheet(list_sheet(theme))
        self.detail = RequestDetail(desk, self.model, self)
        self.detail.items.setStyleSheet(list_sheet(theme))
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        for widget, stretch in ((self.list, 1), (self.detail, 0)):
            self.splitter.addWidget(widget)
            self.splitter.setStretchFactor(self.splitter.count() - 1, stretch)
        self.splitter.setSizes([780, 264])
        self._beside = True  # whether what is told of a share stands beside the list, else below it

    def _lay_out(self) -> None:
        layout, head, tools = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(8)
        head.setContentsMargins(16, 0, 14, 0)
        tools.setContentsMargins(16, 0, 14, 0)
        tools.setSpacing(4)
        self.title.setWordWrap(False)
        head.addWidget(self.title)
        head.addWidget(self.report, 1)
        for button in (self.people, self.remind, self.send, self.ask):
            head.addWidget(button)
        for button in self.filters.values():
            tools.addWidget(button)
        tools.addStretch()
        tools.addWidget(self.search, 1)
        for line in (self.reason, self.empty):
            line.setContentsMargins(16, 0, 16, 0)
        layout.addLayout(head)
        layout.addLayout(tools)
        layout.addWidget(self.reason)
        layout.addWidget(self.empty)
        layout.addWidget(self.splitter, 1)
        self._lay_stretch = QWidget(self)
        layout.addWidget(self._lay_stretch, 1)

    def _connect(self) -> None:
        desk = self._desk
        for signal in (desk.session.issues_changed, desk.report_changed, desk.session.saved):
            signal.connect(self._soon.start)
        desk.language_changed.connect(self.retranslate)
        for button in self.filters.values():
            button.clicked.connect(self._narrow)
        self.search.textChanged.connect(self._narrow)
        self.list.chosen.connect(self._choose)
        self.list.activated.connect(lambda _: self.detail.items.setFocus())
        self.model.ticks_changed.connect(self._enable)
        self.ask.clicked.connect(lambda: self.ask_wanted.emit(tuple(sorted(self.model.ticked))))
        self.send.clicked.connect(lambda: self.send_wanted.emit(self.chosen()))
        self.remind.clicked.connect(lambda: self.remind_wanted.emit(self.chosen_late()))
        self.people.clicked.connect(self.people_wanted)
        self.detail.ask_wanted.connect(lambda code: self.ask_wanted.emit((code,)))
        self.detail.place_wanted.connect(self.place_wanted)
        self.detail.owner_wanted.connect(self.owner_wanted)
        self.detail.pass_wanted.connect(self.pass_wanted)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.title.setText(self.tr("Requests"))
        self.people.setText(self.tr("People …"))
        self.send.setText(self.tr("Send …"))
        self.ask.setText(self.tr("Ask …"))
        self.search.setPlaceholderText(self.tr("Department or person"))
        self.search.setAccessibleName(self.tr("Filter requests"))
        self.list.setAccessibleName(self.tr("Requests"))
        self.refresh()

    # what is shown

    def filter_field(self) -> QLineEdit:
        """Return the field that narrows the rows."""
        return self.search

    def enter(self) -> None:
        """Show what is asked by now, with the list to work in."""
        self.refresh()
        self.list.setFocus()

    def refresh(self) -> None:
        """Read the shares anew; the chosen row stays chosen, ticks and scroll position too."""
        desk = self._desk
        if not self.isVisible() or not desk.report:
            return
        count, report = shares_later(desk), desk.report
        if self._report != report or desk.session.up_to_date:
            self._show(report, count())
        else:  # what was counted before stays while it is counted anew
            desk.session.ask(lambda _: count(), partial(self._show, report), desk.session.crashed.emit)

    def _show(self, report: str, shares: Shares) -> None:
        desk = self._desk
        if report != desk.report:
            return
        row, place = self.list.row(), self.list.verticalScrollBar().value()
        self._report, self._shares = report, shares
        self.model.load(shares, desk.own_department, datetime.now().astimezone().date())
        self.report.setText(desk.words(desk.outline.title))
        self._share_room()
        self.list.fit()
        self.list.look_at(row.share.department if row else None)
        self.list.verticalScrollBar().setValue(place)
        self._count()
        self._enable()
        self._choose()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another height leaves room below a short list, or takes it away."""
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        """Let what is told of a share stand below a short list, so that neither stands beside an empty ground."""
        height, rows = self.splitter.height(), self.list.height_of_all()
        beside = height - rows < _LEAST_DETAIL
        self.detail.stand(beside=beside)
        if beside != self._beside:
            self._beside = beside
            self.splitter.setOrientation(Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical)
            self.splitter.setSizes([780, 264] if beside else [rows, height - rows])
        elif not beside:
            self.splitter.setSizes([rows, height - rows])

    def _names(self) -> dict[str, str]:
        return {
            "all": self.tr("All"), "late": self.tr("Late"), "working": self.tr("Being filled in"),
            "submitted": self.tr("Handed in"), "returned": self.tr("Returned"), "approved": self.tr("Approved"),
            "unasked": self.tr("Not asked"),
        }  # fmt: skip

    def _count(self) -> None:
        names, rows = self._names(), self.model.rows
        for name, button in self.filters.items():
            count = sum(not FILTERS[name] or row.standing in FILTERS[name] for row in rows)
            button.setText(f"{names[name]} {count}")
            button.setVisible(bool(count) or name == "all" or button.isChecked())
        late = len(self.chosen_late())
        self.remind.setText(self.tr("Remind {count} …").format(count=late) if late else self.tr("Remind …"))
        self.splitter.setVisible(bool(rows))
        self._lay_stretch.setVisible(not rows)
        self.empty.setVisible(not rows)
        self.empty.setText(self.tr("No department owns anything in this report: the catalogue names no owners."))

    def _narrow(self) -> None:
        name = next(name for name, button in self.filters.items() if button.isChecked())
        self.list.narrow(name, self.search.text())
        if self.list.row() is None:
            self.list.look_at(None)
        self._choose()
        nothing = bool(self.model.rows) and not self.list.shown()
        self.empty.setVisible(nothing or not self.model.rows)
        if nothing:
            self.empty.setText(self.tr("Nothing of that kind. “All” shows every department."))

    def _choose(self) -> None:
        self.detail.show_row(self.list.row())

    def _enable(self) -> None:
        """Grey what is not allowed or has nothing to act on, and say why."""
        if self._shares is None:
            return
        desk = self._desk
        refused = asking_refused(self._shares.moment, desk.session.who)
        why = desk.sentence(refused) if refused else ""
        if not why and not desk.session.writable:
            why = self.tr("Opened for reading only.")
        asked = bool(self._shares.asked)
        nobody = self.tr("Nobody has been asked for a share of this report yet.")
        late = asked and bool(self.chosen_late())
        nothing_open = nobody if not asked else self.tr("Nothing is late or open.")
        for button, can, reason in (
            (self.ask, bool(self._shares.asked or self._shares.unasked), self.empty.text()),
            (self.send, asked, nobody),
            (self.remind, late, nothing_open),
        ):
            button.setEnabled(can and not why)
            button.setToolTip(why or ("" if can else reason))
        kept = owners_refused(self._shares.moment, desk.session.who)
        self.detail.allow(self.ask.isEnabled(), why or (desk.sentence(kept) if kept else ""))
        self.reason.setText(why)
        self.reason.setVisible(bool(why) and not desk.own_department)

    def chosen(self) -> tuple[str, ...]:
        """Return the asked departments that are ticked, else the one that is looked at, else all that were asked."""
        asked = tuple(row.share.department for row in self.model.rows if row.facts is not None)
        ticked = tuple(code for code in asked if code in self.model.ticked)
        row = self.list.row()
        return ticked or ((row.share.department,) if row is not None and row.facts is not None else asked)

    def chosen_late(self) -> tuple[str, ...]:
        """Return the ticked departments that have something open, else those that are late, else all that have."""
        rows = [row for row in self.model.rows if row.facts is not None]
        waiting = [row for row in rows if row.facts and row.facts.state in ("open", "started", "returned")]
        ticked = [row for row in waiting if row.share.department in self.model.ticked]
        late = [row for row in waiting if row.standing == "late"]
        return tuple(row.share.department for row in ticked or late or waiting)
