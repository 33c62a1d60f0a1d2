"""Which place of an open workspace is shown: the sections with their form, or another that takes the whole room."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QStackedWidget, QWidget

from desktop.window.actions import Actions, without_key
from desktop.window.going_through import GoingThrough
from desktop.window.grid_pages import GridPages
from desktop.window.panels.outline_panel import OutlinePanel
from desktop.window.panels.place_bar import PlaceBar
from desktop.window.session.desk import Desk
from desktop.window.session.undo import Commands

if TYPE_CHECKING:
    from desktop.window.pages.came_in_page import CameInPage
    from desktop.window.pages.catalogue_page import CataloguePage
    from desktop.window.pages.requests_page import RequestsPage
    from desktop.window.pages.review_page import ReviewPage
    from desktop.window.pages.sheet_page import SheetPage
    from schema.grammar.reference import Key
    from schema.validation.contradictions.contradiction import Where
    from schema.values.changes import Change

SECTIONS, REQUESTS, REVIEW, CAME_IN, SHEET, SCAN = "sections", "requests", "review", "came_in", "sheet", "scan"
MY_WORK, OVERVIEW, STRUCTURE, ISSUES, CATALOGUE = "my_work", "overview", "structure", "issues", "catalogue"


class Page(Protocol):
    """What stands in a place."""

    def enter(self) -> None:
        """Show what stands there now, with the focus where work begins."""
        ...


@dataclass(frozen=True, slots=True)
class Room:
    """A place: its code is the name of its action, too; `make` builds its page when it is first gone to.

    None for the sections, which stand there from the beginning.
    """

    code: str
    drawing: str
    make: Callable[[Rooms], QWidget | None] | None = None


class Rooms(QStackedWidget):
    """The bar and the actions lead to a place; whatever goes to a value, text or record leads back to the sections."""

    told = Signal(str)
    summed = Signal(str)
    moved = Signal(str)  # with the code of the place that is shown now

    def __init__(self, desk: Desk, commands: Commands, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("rooms")
        self._desk, self._commands, self._actions = desk, commands, actions
        self.flush: Callable[[], None] = lambda: None
        self.change: Callable[[str, Sequence[Change]], None] = lambda words, changes: None
        self.make_came_in: Callable[[QWidget], CameInPage] | None = None
        self.make_overview_page: Callable[[QWidget], QWidget] | None = None
        self.made: Callable[[RequestsPage], None] = lambda page: None
        self.make_my_work: Callable[[QWidget], QWidget] | None = None
        self.pages: dict[str, QWidget] = {}
        self.going = GoingThrough(desk, commands, actions, self)
        self.grids = GridPages(desk, commands, actions, self)
        self.grids.told.connect(self.told)
        self.grids.summed.connect(self.summed)
        self.grids.place_wanted.connect(self._go_to)
        self.bar = PlaceBar(desk.theme, self)
        for room in ROOMS:
            self.bar.add(room.code, room.drawing)
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
        for room in ROOMS:
            self._actions.of(room.code).triggered.connect(self._on_action)
        self.currentChanged.connect(self._allow_cells)
        self._actions.filter.triggered.connect(self._filter)
        self.bar.mark(SECTIONS)

    def _allow_cells(self) -> None:
        self._actions.enter_sheet(here=self.room() in (SHEET, CATALOGUE), catalogue=self.room() == CATALOGUE)

    def _filter(self) -> None:
        """Show or put away the filter row of the sheet that is seen."""
        page = {SHEET: self.sheet, CATALOGUE: self.catalogue}.get(self.room())
        if page is not None:
            page.toggle_filter()

    def _retranslate(self) -> None:
        for room in ROOMS:
            action = self._actions.of(room.code)
            self.bar.name(room.code, without_key(action.text()), action.shortcut().toString())
        self._allow_cells()
        self._count()

    def show_room(self, code: str) -> QWidget | None:
        """Show a place, and return its page; None where it cannot be shown, and for the sections."""
        if code == SECTIONS:
            self._go_back()
            return None
        self.flush()
        page = self._page(code)
        if page is not None:
            self.setCurrentWidget(page)
            self.bar.mark(code)
            cast("Page", page).enter()
            self.moved.emit(code)
        return page

    def _on_action(self) -> None:
        """Called by the actions of places, which outlive this."""
        self.show_room(self.sender().objectName())

    def _page(self, code: str) -> QWidget | None:
        make = next(room.make for room in ROOMS if room.code == code)
        if code not in self.pages and make is not None:
            page = make(self)
            if page is not None:
                self.pages[code] = page
                self.addWidget(page)
        return self.pages.get(code)

    def room(self) -> str:
        """Return the code of the place that is shown."""
        shown = self.currentWidget()
        return next((code for code, page in self.pages.items() if page is shown), SECTIONS)

    @property
    def requests(self) -> RequestsPage | None:
        """The place of requests, where it was gone to."""
        return cast("RequestsPage | None", self.pages.get(REQUESTS))

    @property
    def review(self) -> ReviewPage | None:
        """The place of the review, where it was gone to."""
        return cast("ReviewPage | None", self.pages.get(REVIEW))

    @property
    def came_in(self) -> CameInPage | None:
        """The place of what came in, where it was gone to."""
        return cast("CameInPage | None", self.pages.get(CAME_IN))

    @property
    def sheet(self) -> SheetPage | None:
        """The sheet, where it was gone to."""
        return cast("SheetPage | None", self.pages.get(SHEET))

    @property
    def catalogue(self) -> CataloguePage | None:
        """The catalogue's sheet, where it was gone to."""
        return cast("CataloguePage | None", self.pages.get(CATALOGUE))

    def show_requests(self) -> RequestsPage:
        """Show the requests of the chosen report, and return their page."""
        return cast("RequestsPage", self.show_room(REQUESTS))

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

    def show_keys(self, keys: Sequence[Key]) -> bool:
        """Put the cursor on values in the place that is shown; return whether one of them can be seen there."""
        return self.sheet is not None and self.currentWidget() is self.sheet and self.sheet.grid.show_keys(keys)

    def commit(self) -> None:
        """Hand over what is being typed in a place beside the sections."""
        for page in (self.sheet, self.catalogue):
            if page is not None:
                page.commit()

    def _go_back(self) -> None:
        self.setCurrentIndex(0)
        self.bar.mark(SECTIONS)
        self.moved.emit(SECTIONS)

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

    def make_own(self) -> QWidget | None:
        """Build the place of one's own work."""
        return self.make_my_work(self) if self.make_my_work is not None else None

    def make_overview(self) -> QWidget | None:
        """Build the place of the overview; None before the workspace is open."""
        return self.make_overview_page(self) if self.make_overview_page is not None else None

    def make_requests(self) -> QWidget:
        """Build the place of requests."""
        from desktop.window.pages.requests_page import RequestsPage

        page = RequestsPage(self._desk, self)
        page.place_wanted.connect(self._go_to)
        self.made(page)
        return page

    def make_review(self) -> QWidget:
        """Build the place of the review."""
        from desktop.window.pages.review_page import ReviewPage

        page = ReviewPage(self._desk, self)
        page.place_wanted.connect(self._go_to)
        page.counted.connect(self._tell_waiting)
        page.change_wanted.connect(lambda words, changes: self.change(words, changes))
        return page

    def make_arrivals(self) -> QWidget | None:
        """Build the place of what came in; None before the workspace is open."""
        if self.make_came_in is None:
            return None
        page = self.make_came_in(self)
        page.place_wanted.connect(self._go_to)
        return page

    def make_issues(self) -> QWidget:
        """Build the place of issues."""
        return self.going.make_page(self)

    def tell_arrived(self, count: int) -> None:
        """Say how much came in since the last visit."""
        self.bar.tell(CAME_IN, self.tr("{count} new").format(count=count) if count else "")

    def let_go(self) -> None:
        """Count no more, and remove the copies of evidence that were opened from the review."""
        self._desk.session.issues_changed.disconnect(self._count)
        self.grids.close()
        if self.review is not None:
            self.review.detail.copies.close()

    def _go_to(self, at: Where) -> None:
        from desktop.window.session.places import show_place  # deferred: nobody goes anywhere at the first look

        show_place(self._desk, at, self._desk.report)

    def _count(self) -> None:
        """Say how many requests are late, and how many items wait for review; nothing where nobody was asked."""
        from desktop.work.request_facts import late_count, waiting_count  # deferred: nothing is asked at the first look

        desk, me = self._desk, self._desk.me
        self.bar.buttons[REVIEW].setVisible(me is None or me.role in ("reviewer", "editor"))
        for code in (STRUCTURE, CATALOGUE):
            self.bar.buttons[code].setVisible(me is None or me.role == "editor")
        self.bar.buttons[OVERVIEW].setVisible(me is None or me.role != "contact")
        issues = desk.session.issues_of(desk.report) if desk.report else None  # looked for from now on
        moment = desk.session.last_checked  # where how shares stand was computed with the issues
        if issues is None or moment is None:
            return
        late = late_count(moment, desk.report, desk.own_department, datetime.now().astimezone().date())
        words = self.tr("{count} late").format(count=late) if late else ""
        self.bar.tell(REQUESTS, words, loud=bool(late))
        self._tell_waiting(waiting_count(moment, desk.report))
        wrong = any(issue.severity == "error" for issue in issues)
        self.bar.tell(ISSUES, str(len(issues)) if issues else "", loud=wrong)

    def _tell_waiting(self, count: int) -> None:
        self.bar.tell(REVIEW, str(count) if count else "")


# From top to bottom.
ROOMS = (
    Room(MY_WORK, "work", Rooms.make_own),
    Room(OVERVIEW, "overview", Rooms.make_overview),
    Room(REQUESTS, "people", Rooms.make_requests),
    Room(REVIEW, "review", Rooms.make_review),
    Room(CAME_IN, "inbox", Rooms.make_arrivals),
    Room(SHEET, "sheet", lambda rooms: rooms.grids.make_sheet()),
    Room(SECTIONS, "section"),
    Room(ISSUES, "issues", Rooms.make_issues),
    Room(STRUCTURE, "structure", lambda rooms: rooms.grids.make_structure()),
    Room(CATALOGUE, "catalogue", lambda rooms: rooms.grids.make_catalogue()),
    Room(SCAN, "scan", lambda rooms: rooms.grids.make_scan()),
)
