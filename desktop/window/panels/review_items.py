"""The items of a share that is reviewed; where none can be shown, a sentence that says why and the way to all."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.window.look.states import state_word
from desktop.window.panels.nothing_found import NothingFound
from desktop.window.panels.review_list import ReviewList
from desktop.window.session.desk import Desk
from desktop.work.review import ShareReview
from schema.validation.shares import STATES


class ReviewItems(QStackedWidget):
    """`all_wanted` asks for the items that do not wait, too."""

    all_wanted = Signal()

    def __init__(self, desk: Desk, rows: ReviewList, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._rows = desk, rows
        self.none = NothingFound(desk.theme, self)
        self.none.wanted.connect(self.all_wanted)
        for page in (rows, self.none):
            self.addWidget(page)
        self.setFocusProxy(rows)

    def show_items(self, review: ShareReview | None, *, waiting: bool, known: bool) -> None:
        """Show the list, or say what is there instead; before anything is `known`, that it is being read."""
        if not known:
            self.none.show_words(self.tr("Reading what was handed in …"), "")
        elif review is None:
            self.none.show_words(self.tr("Nobody has been asked for a share of this report yet."), "")
        elif waiting and not review.waiting:
            every = self.tr("Show all {count}").format(count=len(review.items)) if review.items else ""
            self.none.show_words(self._told(review), every)
        else:
            self.setCurrentWidget(self._rows)
            return
        self.setCurrentWidget(self.none)

    def _told(self, review: ShareReview) -> str:
        if not review.items:
            name = self._desk.department(review.share.department)
            return self.tr("{department} has handed in nothing yet.").format(department=name)
        states = Counter(item.item.state for item in review.items)
        counted = (f"{state_word(state)} {states[state]}" for state in STATES if states[state])
        return "\n".join((self.tr("Nothing waits for review here."), " · ".join(counted)))
