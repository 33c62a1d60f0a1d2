"""One request: how it stands, what is said in it, what is missing or came back, and what happened with it."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTabWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from desktop.window.fields.happening_words import HappeningWords
from desktop.window.item_models.request_model import RequestModel, RequestRow
from desktop.window.look.card import heading
from desktop.window.look.icons import IconShelf
from desktop.window.look.scale import PLACE
from desktop.window.look.states import STATES, state_colour
from desktop.window.session.desk import Desk
from desktop.window.session.standing import Standing
from desktop.work.permission import passing_refused
from desktop.work.request_facts import RequestFacts
from desktop.work.request_history import Event, request_events
from schema.catalogue.punctuation import PUNCTUATION
from schema.moment import Moment
from schema.validation.item_words import ItemWords
from schema.validation.shares import AskedItem
from schema.values.datapoint import HistoryEntry
from schema.values.people import people_of

_ITEM = int(Qt.ItemDataRole.UserRole)


class RequestDetail(QWidget):
    """`place_wanted` carries the place of an item, `ask_wanted` the department that is to be asked, `owner_wanted` the
    subjects of the items whose owner is to be another one."""

    place_wanted = Signal(object)
    ask_wanted = Signal(str)
    owner_wanted = Signal(object)
    pass_wanted = Signal(str, object)

    def __init__(self, desk: Desk, model: RequestModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._model = desk, model
        self._words, self._icons = HappeningWords(self), IconShelf()
        self._row: RequestRow | None = None
        self._may_ask, self._why_no_owner = False, ""
        self.setObjectName("infoPanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._build()
        self._lay_out()
        self.items.itemActivated.connect(self._go)
        self.items.itemSelectionChanged.connect(self._enable)
        self.show_place.clicked.connect(lambda: self._go(self.items.currentItem()))
        self.owner.clicked.connect(lambda: self.owner_wanted.emit(self.chosen()))
        self.pass_on.clicked.connect(self._on_pass)
        self.ask.clicked.connect(lambda: self.ask_wanted.emit(self._row.share.department if self._row else ""))

    def _build(self) -> None:
        self.title, self.words = heading("", self, PLACE), QLabel(self, wordWrap=True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.ask, self.pass_on, self.show_place, self.owner = (QPushButton(self) for _ in range(4))
        self.tabs, self.items, self.past = QTabWidget(self), QListWidget(self), QTextBrowser(self)
        self.tabs.setDocumentMode(True)
        self.items.setWordWrap(True)
        self.items.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.items.setSpacing(1)
        self.items.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.past.setOpenLinks(False)
        for widget in (self.items, self.past):
            self.tabs.addTab(widget, "")

    def _lay_out(self) -> None:
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        facts, more, foot, tools = QVBoxLayout(), QVBoxLayout(), QHBoxLayout(), QHBoxLayout()
        self._box.setContentsMargins(16, 14, 12, 10)
        self._box.setSpacing(8)
        for column in (facts, more):
            column.setSpacing(8)
        for button in (self.ask, self.pass_on):
            foot.addWidget(button)
        foot.addStretch()
        facts.addWidget(self.title)
        facts.addWidget(self.words)
        facts.addLayout(foot)
        more.addWidget(self.tabs, 1)
        for button in (self.show_place, self.owner):
            tools.addWidget(button)
        tools.addStretch()
        more.addLayout(tools)
        facts.addStretch()
        self._box.addLayout(facts)
        self._box.addLayout(more, 1)

    def stand(self, *, beside: bool) -> None:
        """Lay the parts below each other where they stand beside the list, and beside each other below it."""
        directions = QBoxLayout.Direction
        direction = directions.TopToBottom if beside else directions.LeftToRight
        if self._box.direction() != direction:
            self._box.setDirection(direction)
            self._box.setStretch(0, 0 if beside else 1)
            self._box.setStretch(1, 1 if beside else 2)
            self._box.setSpacing(8 if beside else 24)

    def allow(self, asking: bool, why_no_owner: str) -> None:
        """Let departments be asked, and owners be changed where nothing says why not."""
        self._may_ask, self._why_no_owner = asking, why_no_owner

    def show_row(self, row: RequestRow | None) -> None:
        """Show one row of the list; its history follows."""
        changed = (row and row.share.department) != (self._row and self._row.share.department)
        self._row = row
        self.setVisible(row is not None)
        if row is None:
            return
        share, desk = row.share, self._desk
        self.title.setText(desk.department(share.department) if share.department else self.tr("Asked of nobody"))
        self.words.setText("<br>".join(self._lines(row)))
        self.ask.setText(self.tr("Ask …") if row.facts is None else self.tr("Ask again …"))
        self.ask.setVisible(self._may_ask and bool(share.department))
        self.pass_on.setText(self.tr("Pass on …"))
        self.pass_on.setVisible(row.facts is not None)
        why = self._why_not_passed(row)
        self.pass_on.setEnabled(not why)
        self.pass_on.setToolTip(why)
        self._show_items(row)
        if changed:
            self.items.scrollToTop()
            self.past.setHtml("")
        self.tabs.setTabVisible(1, row.facts is not None)
        self.tabs.setTabText(1, self.tr("What happened"))
        self.past.setAccessibleName(self.tr("What happened"))
        if row.facts is not None:
            desk.session.ask(lambda workspace: workspace.history(), self._take_history, desk.session.crashed.emit)

    def _why_not_passed(self, row: RequestRow) -> str:
        session, desk = self._desk.session, self._desk
        if row.facts is None or not session.writable:
            return self.tr("Opened for reading only.")
        refused = passing_refused(Moment(session.definitions, session.snapshot), session.who, row.share)
        return desk.sentence(refused) if refused else ""

    def _on_pass(self) -> None:
        """Pass on what is chosen in the list of items, all of the request where nothing is."""
        if self._row is not None:
            self.pass_wanted.emit(self._row.share.department, self.chosen())

    def _lines(self, row: RequestRow) -> Sequence[str]:
        share, facts, desk = row.share, row.facts, self._desk
        theme, state = desk.theme, self._model.state(row)
        told = f"<b style='color:{state_colour(row.standing, theme)}'>{escape(state)}</b>"
        if facts is None:
            hint = self.tr("Nobody owns these items: name an owner, and they can be asked for.")
            unasked = self.tr("This department owns items of the report and has not been asked.")
            return told, escape(unasked if share.department else hint)
        request = share.request
        assert request is not None
        marks = PUNCTUATION[desk.language]
        mail = {person.name: person.email for person in people_of(desk.session.snapshot)}
        people = [marks.bracketed(name, mail.get(name, "")) for name in facts.people]
        handed = request.submitted
        lines = (
            self.tr("Due {day}").format(day=facts.due),
            marks.series.join(people) or self.tr("Nobody is listed for this department: letters have no address."),
            self.tr("Passed on to {name}").format(name=request.person) if request.person else "",
            self._counts(facts),
            self.tr("Guidance: {words}").format(words=request.guidance) if request.guidance else "",
            self.tr("Came back: {reason}").format(reason=request.returned.words) if request.returned else "",
            self.tr("Handed in incomplete: {reason}").format(reason=handed.words) if handed and handed.words else "",
        )
        return f"{told} · {escape(lines[0])}", *(escape(line).replace("\n", "<br>") for line in lines[1:] if line)

    def _counts(self, facts: RequestFacts) -> str:
        """Return what columns say that may have no room, as far as there is any."""
        told = (
            (self.tr("not disclosed: {count}"), facts.omitted), (self.tr("errors: {count}"), facts.errors),
            (self.tr("doubts: {count}"), facts.doubts), (self.tr("approved: {count}"), facts.approved),
            (self.tr("returned: {count}"), facts.returned),
        )  # fmt: skip
        days = ((self.tr("sent {day}"), facts.sent), (self.tr("received {day}"), facts.received))
        lines = [words.format(count=count) for words, count in told if count]
        return " · ".join((*lines, *(words.format(day=day[:10]) for words, day in days if day)))

    # items

    def _show_items(self, row: RequestRow) -> None:
        share, desk = row.share, self._desk
        back = tuple(item for item in share.items if item.note.returned)
        said = tuple(item for item in share.items if item.note.guidance or item.note.due or item.note.person)
        shown = dict.fromkeys((*back, *share.missing, *said)) if row.facts is not None else share.items
        names = ItemWords(desk.outline, desk.catalogue, desk.session.snapshot, desk.language)
        place = self.items.verticalScrollBar().value()
        self.items.clear()
        for item in shown:
            line = QListWidgetItem("\n".join(filter(None, (names.name(item.at), self._note(item)))), self.items)
            line.setIcon(self._icon(item))
            line.setData(_ITEM, item)
        if not shown:
            nothing = QListWidgetItem(self.tr("Nothing is missing, and nothing came back."), self.items)
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
        self.items.verticalScrollBar().setValue(place)
        self.tabs.setTabText(0, self._title(row, len(shown)))
        self.items.setAccessibleName(self.tr("What is missing or came back"))
        self.show_place.setText(self.tr("Go there"))
        self.owner.setText(self.tr("Owner …"))
        self._enable()

    def _title(self, row: RequestRow, shown: int) -> str:
        """Return how many of the shown items are missing, and how many came back or have words though they are not."""
        if row.facts is None:
            return self.tr("Items: {count}").format(count=shown)
        missing = len(row.share.missing)
        if shown == missing:
            return self.tr("Missing: {count}").format(count=missing)
        return self.tr("Missing: {count} · others: {more}").format(count=missing, more=shown - missing)

    def _enable(self) -> None:
        """Grey what has nothing to act on, and say why."""
        chosen, choose = bool(self.items.selectedItems()), self.tr("Choose an item above.")
        self.show_place.setEnabled(chosen)
        self.show_place.setToolTip("" if chosen else choose)
        self.owner.setEnabled(not self._why_no_owner and bool(self.chosen()))
        self.owner.setToolTip(self._why_no_owner or ("" if self.chosen() else choose))

    def chosen(self) -> tuple[str, ...]:
        """Return the subjects of the chosen items; all of them where nobody owns them and none is chosen."""
        lines = self.items.selectedItems()
        if not lines and self._row is not None and not self._row.share.department:
            lines = [self.items.item(row) for row in range(self.items.count())]
        return tuple(line.data(_ITEM).subject for line in lines)

    def _icon(self, item: AskedItem) -> QIcon:
        theme = self._desk.theme
        if item.filled != "open" and item.state in ("", "open", "started"):
            return self._icons.icon("filled", theme.good)
        standing: Standing = "open" if item.filled == "open" else item.state or "open"
        standing = "returned" if item.note.returned else standing
        return self._icons.icon(STATES[standing].drawing, state_colour(standing, theme))

    def _note(self, item: AskedItem) -> str:
        note, owned = item.note, item.owned
        level = self._desk.catalogue.messages.get(f"cli.owners.level.{owned.level}")
        if self._row is not None and self._row.facts is None and level is not None:
            marks = PUNCTUATION[self._desk.language]
            return marks.bracketed(self._desk.department(owned.department), self._desk.words(level))
        due = self.tr("due {day}").format(day=note.due) if note.due else ""
        to = self.tr("Passed on to {name}").format(name=note.person) if note.person else ""
        back = self.tr("Came back: {reason}").format(reason=note.returned.words) if note.returned else ""
        return "\n".join(filter(None, (back, note.guidance, due, to)))

    def _go(self, line: QListWidgetItem | None) -> None:
        if line is None:
            return
        item = line.data(_ITEM)
        assert isinstance(item, AskedItem)
        self.place_wanted.emit(item.at)

    # what happened

    def _take_history(self, history: Sequence[HistoryEntry]) -> None:
        if self._row is not None and self._row.facts is not None:
            events = request_events(history, self._row.share)
            self.past.setHtml("".join(map(self._event, reversed(events))))

    def _event(self, event: Event) -> str:
        when = event.when.astimezone().strftime("%Y-%m-%d %H:%M")
        said, muted = self._words.said(event), self._desk.theme.text2
        more = f"<br>{escape(said)}" if said else ""
        head = f"<span style='color:{muted}'>{when} {escape(event.who)}</span>"
        return f"<p style='margin:0 0 8px 0'>{head}<br>{escape(self._words.say(event))}{more}</p>"
