"""Which place of an open workspace is shown: the sections with their form, or another that takes the whole room."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QStackedWidget, QWidget

from desktop.window.actions import Actions
from desktop.window.panels.outline_panel import OutlinePanel
from desktop.window.panels.place_bar import PlaceBar
from desktop.window.session.desk import Desk
from desktop.window.session.undo import Commands

if TYPE_CHECKING:
    from desktop.window.pages.came_in_page import CameInPage
    from desktop.window.pages.requests_page import RequestsPage
    from desktop.window.pages.review_page import ReviewPage
    from desktop.window.pages.sheet_page import SheetPage
    from schema.grammar.reference import Key
    from schema.validation.contradictions.contradiction import Where
    from schema.values.changes import Change

SECTIONS, REQUESTS, REVIEW, CAME_IN, SHEET = "sections", "requests", "review", "came_in", "sheet"


class Rooms(QStackedWidget):
    """The bar and the actions lead to a place; whatever goes to a value, text or record leads back to the sections."""

    told = Signal(str)
    summed = Signal(str)

    def __init__(self, desk: Desk, commands: Commands, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._commands, self._actions = desk, commands, actions
        self.flush: Callable[[], None] = lambda: None
        self.change: Callable[[str, Sequence[Change]], None] = lambda words, changes: None
        self.requests: RequestsPage | None = None
        self.review: ReviewPage | None = None
        self.came_in: CameInPage | None = None
        self.make_came_in: Callable[[QWidget], CameInPage] | None = None
        self.sheet: SheetPage | None = None
        self.made: Callable[[RequestsPage], None] = lambda page: None
        self.bar = PlaceBar(desk.theme, self)
        self.bar.add(SECTIONS, "text")
        self.bar.add(REQUESTS, "people")
        self.bar.add(REVIEW, "review")
        self.bar.add(CAME_IN, "inbox")
        self.bar.add(SHEET, "sheet")
        self.bar.wanted.connect(self.show_room)
        self._seen, self._section = self._looked_at()
        self._retranslate()

    def follow(self, outline: OutlinePanel) -> None:
        """Go back to the sections with whatever leads to one."""
        desk = self._desk
        for signal in (
            outline.tree.clicked,
            desk.jump_requested,
            desk.text_requested,
            desk.record_requested,
            desk.went,
        ):
            signal.connect(self._go_back)
        desk.section_changed.connect(self._on_section)
        desk.language_changed.connect(self._retranslate)
        desk.session.issues_changed.connect(self._count)
        self._actions.sections.triggered.connect(self._go_back)
        self._actions.requests.triggered.connect(self.show_requests)
        self._actions.review.triggered.connect(self.show_review)
        self._actions.came_in.triggered.connect(self.show_came_in)
        self._actions.sheet.triggered.connect(self.show_sheet)
        self.bar.mark(SECTIONS)

    def _retranslate(self) -> None:
        for code, words, action in (
            (SECTIONS, self.tr("Sections"), self._actions.sections),
            (REQUESTS, self.tr("Requests"), self._actions.requests),
            (REVIEW, self.tr("Review"), self._actions.review),
            (CAME_IN, self.tr("What came in"), self._actions.came_in),
            (SHEET, self.tr("Sheet"), self._actions.sheet),
        ):
            self.bar.name(code, words, action.shortcut().toString())
        self._count()

    def show_room(self, code: str) -> None:
        """Show a place; what is being typed is handed over first."""
        if code == REQUESTS:
            self.show_requests()
        elif code == REVIEW:
            self.show_review()
        elif code == CAME_IN:
            self.show_came_in()
        elif code == SHEET:
            self.show_sheet()
        else:
            self._go_back()

    def show_requests(self) -> RequestsPage:
        """Show the requests of the chosen report, and return their page."""
        self.flush()
        page = self.requests or self._make_requests()
        self.setCurrentWidget(page)
        self.bar.mark(REQUESTS)
        page.refresh()
        page.list.setFocus()
        return page

    def ask(self) -> None:
        """Ask departments, in the place of requests."""
        self._press(self.show_requests().ask)

    def send(self) -> None:
        """Send shares, in the place of requests."""
        self._press(self.show_requests().send)

    def pass_on(self) -> None:
        """Pass the request that is looked at on to a colleague, in the place of requests."""
        self._press(self.show_requests().detail.pass_on)

    def _press(self, button: QAbstractButton) -> None:
        """Press a button of a place; say why where it has nothing to act on."""
        if button.isEnabled():
            button.click()
        else:
            self.told.emit(button.toolTip())

    def show_review(self) -> None:
        """Show what waits to be reviewed in the chosen report."""
        self.flush()
        page = self.review or self._make_review()
        self.setCurrentWidget(page)
        self.bar.mark(REVIEW)
        page.refresh()
        page.list.setFocus()

    def show_came_in(self) -> None:
        """Show the answers, forms and files that were taken in, of the whole workspace."""
        self.flush()
        page = self.came_in or self._make_came_in()
        if page is None:
            return
        self.setCurrentWidget(page)
        self.bar.mark(CAME_IN)
        page.enter()
        page.list.setFocus()

    def show_sheet(self) -> None:
        """Show the values of the chosen report as a sheet."""
        self.flush()
        page = self.sheet or self._make_sheet()
        self.setCurrentWidget(page)
        self.bar.mark(SHEET)
        page.grid.setFocus()

    def show_key(self, key: Key) -> bool:
        """Put the cursor on a value in the place that is shown; return whether it can be seen there."""
        return self.sheet is not None and self.currentWidget() is self.sheet and self.sheet.show_key(key)

    def commit(self) -> None:
        """Hand over what is being typed in a place beside the sections."""
        if self.sheet is not None:
            self.sheet.commit()

    def _go_back(self) -> None:
        self.setCurrentIndex(0)
        self.bar.mark(SECTIONS)

    def _on_section(self) -> None:
        """Another section or year of the same report is gone to; another report, other definitions, or what came in
        are looked at here."""
        seen, section = self._looked_at()
        if seen == self._seen and section != self._section:
            self._go_back()
        self._seen, self._section = seen, section

    def _looked_at(self) -> tuple[tuple[str, str], tuple[str, int]]:
        desk = self._desk
        return (desk.report, desk.session.definitions.hash), (desk.section_code, desk.period)

    def _make_requests(self) -> RequestsPage:
        from desktop.window.pages.requests_page import RequestsPage

        self.requests = page = RequestsPage(self._desk, self)
        self.addWidget(page)
        page.place_wanted.connect(self._go_to)
        self.made(page)
        return page

    def _make_review(self) -> ReviewPage:
        from desktop.window.pages.review_page import ReviewPage

        self.review = page = ReviewPage(self._desk, self)
        self.addWidget(page)
        page.place_wanted.connect(self._go_to)
        page.counted.connect(self._tell_waiting)
        page.change_wanted.connect(lambda words, changes: self.change(words, changes))
        return page

    def _make_came_in(self) -> CameInPage | None:
        if self.make_came_in is None:
            return None
        self.came_in = page = self.make_came_in(self)
        self.addWidget(page)
        page.place_wanted.connect(self._go_to)
        return page

    def tell_arrived(self, count: int) -> None:
        """Say how much came in since the last visit."""
        self.bar.tell(CAME_IN, self.tr("{count} new").format(count=count) if count else "")

    def let_go(self) -> None:
        """Remove the copies of evidence that were opened from the review."""
        if self.review is not None:
            self.review.detail.copies.close()

    def _make_sheet(self) -> SheetPage:
        from desktop.window.pages.sheet_page import SheetPage

        self.sheet = page = SheetPage(self._desk, self._commands, self)
        self.addWidget(page)
        page.told.connect(self.told)
        page.summed.connect(self.summed)
        page.undo_wanted.connect(self._actions.undo.trigger)
        return page

    def _go_to(self, at: Where) -> None:
        from desktop.window.session.places import show_place  # deferred: nobody goes anywhere at the first look

        show_place(self._desk, at, self._desk.report)

    def _count(self) -> None:
        """Say how many requests are late, and how many items wait for review; nothing where nobody was asked."""
        from desktop.work.request_facts import late_count, waiting_count  # deferred: nothing is asked at the first look

        desk = self._desk
        if not desk.report or not desk.session.checked:
            return
        late = late_count(desk.session.moment, desk.report, desk.own_department, datetime.now().astimezone().date())
        words = self.tr("{count} late").format(count=late) if late else ""
        self.bar.tell(REQUESTS, words, loud=bool(late))
        me = desk.me
        self.bar.buttons[REVIEW].setVisible(me is None or me.role in ("reviewer", "editor"))
        self._tell_waiting(waiting_count(desk.session.moment, desk.report))

    def _tell_waiting(self, count: int) -> None:
        self.bar.tell(REVIEW, str(count) if count else "")
