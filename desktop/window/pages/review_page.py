"""The place of review: what departments have handed in, item by item, to be approved or returned singly or together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QSplitter, QToolButton, QVBoxLayout, QWidget

from desktop.window.item_models.review_model import ReviewModel
from desktop.window.look.card import heading
from desktop.window.look.scale import PLACE
from desktop.window.look.theme import head_sheet, list_sheet, style_sheet
from desktop.window.panels.review_bar import ReviewBar
from desktop.window.panels.review_departments import ReviewDepartments
from desktop.window.panels.review_detail import ReviewDetail
from desktop.window.panels.review_items import ReviewItems
from desktop.window.panels.review_list import ReviewList
from desktop.window.session.desk import Desk
from desktop.window.session.standing import shares_later
from desktop.work.permission import reviewing_refused
from desktop.work.requests import Act, give_back
from desktop.work.review import ItemReview, ShareReview, answer_items, reviews
from desktop.work.review_past import Past
from desktop.work.review_words import ReviewWords
from schema.moment import Moment
from schema.validation.answers import Findings
from schema.workspace import Workspace

_SOON, _WIDE = 60, 1300


@dataclass(frozen=True, slots=True)
class Queue:
    """What the place shows: the shares at one moment, and the history behind them; `checked`: issues are known."""

    moment: Moment
    reviews: tuple[ShareReview, ...]
    past: Past
    checked: bool


class ReviewPage(QWidget):
    """`place_wanted` carries an item's place, `change_wanted` what is done in one step, `counted` how many wait."""

    place_wanted = Signal(object)
    counted = Signal(int)
    change_wanted = Signal(str, object)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._queue: Queue | None = None
        self._next: str | None = None
        self._sized, self.model = False, ReviewModel(desk, self)
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self.refresh)
        self.setStyleSheet(style_sheet(desk.theme))
        self._build()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        theme = self._desk.theme
        self.title, self.said, self.reason = heading("", self, PLACE), QLabel(self), QLabel(self, wordWrap=True)
        self.title.setWordWrap(False)
        self.said.setStyleSheet(f"color: {theme.text2};")
        self.reason.setStyleSheet(f"color: {theme.doubt};")
        self.waiting, self.all = QToolButton(self), QToolButton(self)
        group = QButtonGroup(self)
        for button in (self.waiting, self.all):
            button.setObjectName("toggle")
            button.setCheckable(True)
            group.addButton(button)
        self.waiting.setChecked(True)
        self.departments = ReviewDepartments(self._desk, self)
        self.list = ReviewList(self.model, self)
        self.items = ReviewItems(self._desk, self.list, self)
        self.four_eyes = QLabel(self, wordWrap=True)
        self.four_eyes.setStyleSheet(f"color: {theme.text2};")
        self.detail, self.bar = ReviewDetail(self._desk, self), ReviewBar(self._desk, self)
        for view in (self.list, self.departments):
            view.setStyleSheet(list_sheet(theme) + head_sheet(theme))
        for browser in (self.detail.check, self.detail.past):
            browser.document().setDocumentMargin(2)

    def _lay_out(self) -> None:
        layout, head, column = QVBoxLayout(self), QHBoxLayout(), QWidget(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(8)
        head.setContentsMargins(16, 0, 14, 0)
        for widget, stretch in ((self.title, 0), (self.said, 1), (self.waiting, 0), (self.all, 0)):
            head.addWidget(widget, stretch)
        self.reason.setContentsMargins(16, 0, 16, 0)
        side = QVBoxLayout(column)
        side.setContentsMargins(0, 0, 0, 8)
        side.addWidget(self.departments, 1)
        self.four_eyes.setContentsMargins(14, 0, 10, 0)
        side.addWidget(self.four_eyes)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        for widget, stretch in ((column, 0), (self.items, 1), (self.detail, 0)):
            self.splitter.addWidget(widget)
            self.splitter.setStretchFactor(self.splitter.count() - 1, stretch)
        layout.addLayout(head)
        for widget, stretch in ((self.reason, 0), (self.splitter, 1), (self.bar, 0)):
            layout.addWidget(widget, stretch)

    def showEvent(self, event: QShowEvent) -> None:
        """Give the sides their room once it is known how much there is."""
        super().showEvent(event)
        if not self._sized:
            side, detail = (216, 340) if self.width() > _WIDE else (152, 252)
            self.splitter.setSizes([side, self.width() - side - detail, detail])
            self._sized = True

    def _connect(self) -> None:
        desk = self._desk
        for signal in (desk.session.issues_changed, desk.report_changed, desk.session.saved):
            signal.connect(self._soon.start)
        desk.language_changed.connect(self.retranslate)
        self.departments.chosen.connect(self._choose_department)
        for button in (self.waiting, self.all):
            button.clicked.connect(self._fill)
        self.items.all_wanted.connect(self.all.click)
        self.list.chosen.connect(self._choose)
        self.model.ticks_changed.connect(self._offer)
        for signal in (self.list.approve_wanted, self.detail.approve_wanted):
            signal.connect(self._approve_one)
        for signal in (self.list.return_wanted, self.detail.return_wanted):
            signal.connect(self._return_one)
        for signal in (self.list.open_wanted, self.detail.open_wanted):
            signal.connect(self._open)
        self.list.approve_ticked_wanted.connect(self.bar.approve_ticked)
        self.detail.place_wanted.connect(self.place_wanted)
        self.bar.approve_wanted.connect(self.approve)
        self.bar.return_wanted.connect(self.give_back)
        self.bar.left.connect(self.list.setFocus)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.title.setText(self.tr("Review"))
        self.departments.setAccessibleName(self.tr("Departments"))
        self.list.setAccessibleName(self.tr("What was handed in"))
        self.four_eyes.setText(
            self.tr("This report asks for four eyes: what you changed last, somebody else approves.")
        )
        self._fill()
        self.refresh()

    # what is shown

    def enter(self) -> None:
        """Show what waits by now, with the list to work in."""
        self.refresh()
        self.items.setFocus()

    def refresh(self) -> None:
        """Read anew what waits, off the UI thread; what is looked at and ticked stays so."""
        desk, session, report = self._desk, self._desk.session, self._desk.report
        if not self.isVisible() or not report:
            return
        count, found = shares_later(desk), Findings(session.issues_of(report) or (), session.answered(report))

        def work(workspace: Workspace) -> Queue:
            shares, history = count(), workspace.history()
            past = Past(history, shares.moment.outline(report))
            return Queue(shares.moment, reviews(shares.moment, past, workspace.author.who, found), past, shares.counted)

        session.ask(work, self._take, session.crashed.emit)

    def _take(self, queue: Queue) -> None:
        if queue.past.report != self._desk.report:
            return
        self._queue = queue
        self.departments.load(queue.reviews)
        self.counted.emit(sum(len(review.waiting) for review in queue.reviews))
        self._fill()

    def words(self) -> ReviewWords:
        """Return the words of what is shown."""
        moment = self._queue.moment if self._queue is not None else self._desk.session.moment
        return ReviewWords(moment, self._desk.report, self._desk.language)

    def review(self) -> ShareReview | None:
        """Return the share that is looked at."""
        code, known = self.departments.department(), self._queue.reviews if self._queue is not None else ()
        return next((review for review in known if review.share.department == code), None)

    def _choose_department(self) -> None:
        self.model.ticked = set()
        self._fill()

    def _fill(self) -> None:
        review, here = self.review(), self.list.item()
        subject = here.item.subject if here is not None else None
        place = self.list.verticalScrollBar().value()
        checked = self._queue is not None and self._queue.checked
        self.model.load(review, self.words(), waiting=self.waiting.isChecked(), checked=checked)
        self.list.fit()
        shown = {item.item.subject for item in self.model.rows}
        self.list.look_at(subject if subject in shown else self._next)
        self.list.verticalScrollBar().setValue(place)
        waiting, every = (len(review.waiting), len(review.items)) if review is not None else (0, 0)
        self.waiting.setText(self.tr("To review {count}").format(count=waiting))
        self.all.setText(self.tr("All {count}").format(count=every))
        self.items.show_items(review, waiting=self.waiting.isChecked(), known=self._queue is not None)
        self._say(review)
        self._choose()
        self._offer()

    def _say(self, review: ShareReview | None) -> None:
        request = review.share.request if review is not None else None
        outline = self._desk.outline
        self.four_eyes.setVisible(outline.four_eyes)
        told = self._desk.words(outline.title)
        if review is not None and request is not None:
            told = self._desk.department(review.share.department)
            if request.submitted is not None:
                at = datetime.fromisoformat(request.submitted.at).astimezone()
                handed = self.tr("handed in by {who}, {at}").format(who=request.submitted.by, at=f"{at:%Y-%m-%d %H:%M}")
                told = " · ".join(filter(None, (told, handed, request.submitted.words)))
            else:
                told = " · ".join((told, self.tr("not handed in yet")))
        if self._queue is not None and not self._queue.checked:
            told = " · ".join((told, self.tr("Checking …")))
        self.said.setText(told)
        self.said.setToolTip(told)
        self.reason.setText(self._why_not())
        self.reason.setVisible(bool(self.reason.text()))

    def _why_not(self) -> str:
        """Return why nothing can be answered here; empty where it can."""
        session = self._desk.session
        if not session.writable:
            return self.tr("Opened for reading only.")
        refused = reviewing_refused(self._queue.moment, session.who) if self._queue is not None else None
        return self._desk.sentence(refused) if refused is not None else ""

    def _may(self) -> bool:
        """Whether anything can be answered now: not before the checks have run."""
        return self._queue is not None and self._queue.checked and not self._why_not()

    def _choose(self) -> None:
        item = self.list.item()
        self.detail.show_item(item, self.words(), self._queue.past if self._queue is not None else None)
        why = self._why_not()
        may = self._may() and item is not None and item.item.state in ("submitted", "approved")
        self.detail.approve.setEnabled(may and item is not None and item.waiting)
        self.detail.give_back.setEnabled(may)
        for button in (self.detail.approve, self.detail.give_back):
            button.setToolTip(why)

    def _offer(self) -> None:
        self.bar.show_ticked(self.model.chosen(), may=self._may())

    def _open(self) -> None:
        if (item := self.list.item()) is not None:
            self.place_wanted.emit(item.item.at)

    # answering

    def _approve_one(self) -> None:
        item = self.list.item()
        if item is not None and item.waiting and self._may():
            self.approve((item,), self.bar.line.text().strip())

    def _return_one(self) -> None:
        item = self.list.item()
        if item is not None and item.item.state in ("submitted", "approved") and self._may():
            self.bar.start_return((item,))

    def approve(self, items: Sequence[ItemReview], words: str) -> None:
        """Approve items in one step; what cannot be is named with its reason."""
        review, queue = self.review(), self._queue
        if review is None or queue is None:
            return
        act = Act(self._desk.session.who, datetime.now(UTC), words)
        approving = answer_items(queue.moment, items, review.share, act)
        self._after(items)
        if approving.changes:
            name = self._desk.department(review.share.department)
            self.change_wanted.emit(self.tr("approval, {department}").format(department=name), approving.changes)
            self.bar.line.clear()
        names = {item.item.subject: self.words().name(item) for item in items}
        refused = (
            f"{names[s]}: {self._desk.words(self._desk.catalogue.messages[code])}"
            for s, code in approving.refused.items()
        )
        self.bar.tell("\n".join(refused))
        self.list.setFocus()

    def give_back(self, items: Sequence[ItemReview], reason: str) -> None:
        """Return items in one step, with the reason."""
        review, queue = self.review(), self._queue
        if review is None or queue is None:
            return
        act = Act(self._desk.session.who, datetime.now(UTC), reason)
        changes = give_back(queue.moment, (review.share,), [item.item.subject for item in items], act)
        self._after(items)
        self.change_wanted.emit(self.tr("returning {count}").format(count=len(items)), changes)
        self.bar.line.clear()
        self.bar.tell("")
        self.list.setFocus()

    def _after(self, items: Sequence[ItemReview]) -> None:
        """Let the eye go on below what is answered, and take its ticks away."""
        answered = {item.item.subject for item in items}
        subjects = [item.item.subject for item in self.model.rows]
        here = self.list.item()
        place = subjects.index(here.item.subject) if here is not None else 0
        left = [subject for subject in (*subjects[place:], *reversed(subjects[:place])) if subject not in answered]
        self._next = left[0] if left else None
        self.model.ticked -= answered
        self._soon.start()
