"""What is asked of whoever fills in here: item by item under its section, what came back and why, what is missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from desktop.work.handed_in import HandedIn, handed_in
from desktop.work.item_states import ItemState, Said, item_state, telling
from desktop.work.review import by_item
from desktop.work.review_past import Past
from desktop.work.review_texts import printed
from desktop.work.send import contacts_of
from schema.grammar.reference import Key
from schema.moment import Moment
from schema.validation.issue import Issue, ListAt
from schema.validation.shares import AskedItem, Share, asked_items, shares_of
from schema.values.datapoint import HistoryEntry, Record, Snapshot
from schema.values.evidence import Evidence, evidence_by_subject
from schema.values.holders import Holders
from schema.values.kept_requests import REQUESTS
from schema.values.pack_origin import origin_of
from schema.values.people import people_of
from schema.values.questions import Question, threads
from schema.values.record_places import rows_by_block
from schema.values.requests import Request
from schema.values.result import Result
from schema.values.subject import RequestAt, TextAt

# What stands at an item: a value, how many characters a text has or how many records a list.
Amount = Result | int


@dataclass(frozen=True, slots=True)
class MyItem:
    """One item that is asked for, as it stands for whoever fills it in.

    `issues` are what is wrong with it; `questions` wait for the department; `back` says that it was returned and is
    still as it was; `carried` that last year's words or records stand there untouched; `mine` that it was not passed on
    to somebody else.
    """

    item: AskedItem
    state: ItemState
    now: Amount
    last: Amount
    issues: tuple[Issue, ...] = ()
    questions: tuple[Question, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    back: bool = False
    carried: bool = False
    mine: bool = True
    person: str = ""

    @property
    def to_do(self) -> bool:
        """Whether something is to be done with it before the share is whole."""
        return self.back or self.item.filled == "open"

    @property
    def taken_up(self) -> bool:
        """Whether it came back and was changed or answered since."""
        return self.item.note.returned is not None and not self.back


@dataclass(frozen=True, slots=True)
class MySection:
    """The items that stand in one section, in reading order."""

    code: str
    items: tuple[MyItem, ...]

    @property
    def done(self) -> int:
        """How many of them need nothing more."""
        return sum(not item.to_do for item in self.items)


@dataclass(frozen=True, slots=True)
class MyProgress:
    """How many items are filled, left out with a reason, came back untouched, or are open; together all."""

    filled: int
    omitted: int
    returned: int
    open: int


@dataclass(frozen=True, slots=True)
class Lacking:
    """What is missing before a share is whole, thing by thing; doubts and errors keep nobody from handing in."""

    values: int
    texts: int
    carried: int
    lists: int
    returned: int
    errors: int
    doubts: int


@dataclass(frozen=True)
class MyWork:
    """A department's share of a report, for one person of it.

    `handed_in` is None where it is not, `checked` says whether issues are known. `colleagues` are the other contacts,
    with how many items were passed on to each.
    """

    share: Share
    request: Request
    sections: tuple[MySection, ...]
    who: str
    checked: bool
    handed_in: HandedIn | None = None
    colleagues: Mapping[str, int] = field(default_factory=dict[str, int])

    @cached_property
    def items(self) -> tuple[MyItem, ...]:
        """All items in the order of the sections."""
        return tuple(item for section in self.sections for item in section.items)

    @cached_property
    def to_do(self) -> tuple[MyItem, ...]:
        """Those with which whoever works here has to do something."""
        return tuple(item for item in self.items if item.to_do and item.mine)

    @property
    def returned(self) -> tuple[MyItem, ...]:
        """Those that came back and are still as they were."""
        return tuple(item for item in self.items if item.back)

    @property
    def asked(self) -> tuple[MyItem, ...]:
        """Those about which the department was asked something that nobody has answered."""
        return tuple(item for item in self.items if item.questions)

    @property
    def progress(self) -> MyProgress:
        """How far the share is."""
        count = Counter("returned" if item.back else item.item.filled for item in self.items)
        return MyProgress(count["answered"], count["omitted"], count["returned"], count["open"])

    @property
    def lacking(self) -> Lacking:
        """What is missing, and what is wrong."""
        found = Counter(_lack(item) for item in self.items if item.to_do)
        wrong = Counter(issue.severity for item in self.items for issue in item.issues)
        return Lacking(
            found["value"], found["text"], found["carried"], found["list"], found["returned"], wrong["error"],
            wrong["doubt"],
        )  # fmt: skip

    @property
    def evidence(self) -> Mapping[str, int]:
        """The files that were attached to items, by their names, with how many items each proves."""
        return Counter(one.name for item in self.items for one in {one.file: one for one in item.evidence}.values())


def _lack(item: MyItem) -> str:
    return "returned" if item.back else "carried" if item.carried else item.item.kind


@dataclass(frozen=True, slots=True)
class Looking:
    """Who looks, on which day."""

    who: str
    today: date


def own_department(snapshot: Snapshot, who: str) -> str:
    """Return the department for which somebody fills in: of a share the share's; empty of who fills in for none."""
    if (origin := origin_of(snapshot)) is not None:
        return origin.department
    me = next((person for person in people_of(snapshot) if person.name == who), None)
    return me.department if me is not None and me.role in ("contact", "editor") else ""


def has_own_work(snapshot: Snapshot, report: str, who: str) -> bool:
    """Whether the place of one's own work is somebody's: a contact's always, an editor's where that department was
    asked for its share of the report."""
    if (department := own_department(snapshot, who)) == "":
        return False
    me = next((person for person in people_of(snapshot) if person.name == who), None)
    asked = RequestAt(report, department) in REQUESTS.place.all(snapshot)
    return asked or origin_of(snapshot) is not None or (me is not None and me.role == "contact")


def own_sections(moment: Moment, report: str, department: str) -> frozenset[str]:
    """Return the sections of a report in which something is a department's, asked for or not."""
    return frozenset(item.section for item in asked_items(moment.contents(report)) if item.owner == department)


def my_work(
    moment: Moment, report: str, looking: Looking, entries: Sequence[HistoryEntry], issues: tuple[Issue, ...] | None
) -> MyWork | None:
    """Return the share of whoever looks; None where nothing is asked of them.

    `entries` are all of history, `issues` what the last check of the report has found, None before the first one.
    """
    department = own_department(moment.snapshot, looking.who)
    if RequestAt(report, department) not in REQUESTS.place.all(moment.snapshot):
        return None
    share = shares_of(moment.contents(report), moment.definitions, issues or ()).get(department)
    if share is None or share.request is None:
        return None
    desk = _Desk(moment, share, looking, Past(entries, moment.outline(report)), issues)
    return MyWork(
        share, share.request, desk.sections(), looking.who, issues is not None,
        handed_in(entries, RequestAt(report, department), Holders(moment.definitions)), desk.colleagues(),
    )  # fmt: skip


class _Desk:
    """One share beside what the checks and the history say of it."""

    def __init__(
        self, moment: Moment, share: Share, looking: Looking, past: Past, issues: tuple[Issue, ...] | None
    ) -> None:
        self._moment, self._share, self._looking, self._past = moment, share, looking, past
        self._outline, self._checked = moment.outline(share.report), issues is not None
        self._issues = by_item(share.report, ((issue.at, issue) for issue in issues or ()))
        self._rows = rows_by_block(self._outline, moment.snapshot)
        self._before = moment.definitions.outlines.get(self._outline.rolled_from)
        self._rows_before = rows_by_block(self._before, moment.snapshot) if self._before else {}
        self._evidence = evidence_by_subject(moment.snapshot)
        self._threads = threads(moment.snapshot, share.report)

    def sections(self) -> tuple[MySection, ...]:
        groups: dict[str, list[MyItem]] = {}
        for item in self._share.items:
            groups.setdefault(item.section, []).append(self._item(item))
        order = {section.code: place for place, section in enumerate(self._outline.walk())}
        return tuple(MySection(code, tuple(groups[code])) for code in sorted(groups, key=lambda code: order[code]))

    def colleagues(self) -> Mapping[str, int]:
        passed = Counter(self._person(item) for item in self._share.items)
        names = (person.name for person in contacts_of(self._moment.snapshot, self._share.department))
        return {name: passed[name] for name in names if name != self._looking.who}

    def _person(self, item: AskedItem) -> str:
        request = self._share.request
        return item.note.person or (request.person if request is not None else "")

    def _item(self, item: AskedItem) -> MyItem:
        subject, person = item.subject, self._person(item)
        asked = self._threads.get(subject, ())
        issues = tuple(self._issues.get(subject, ()))
        back, carried = self._is_back(item, asked), self._is_carried(item)
        facts: dict[Said, bool] = {"returned": back, "late": self._is_late(item), "carried": carried}
        said: list[Said] = [word for word, holds in facts.items() if holds]
        now, last = self._amounts(item)
        return MyItem(
            item, item_state(item, issues if self._checked else None, said), now, last, telling(issues),
            tuple(question for question in asked if question.is_open and question.of == "department"),
            self._proofs(item), back, carried, person in ("", self._looking.who), person,
        )  # fmt: skip

    def _is_back(self, item: AskedItem, asked: Sequence[Question]) -> bool:
        """Whether an item came back, and is neither changed nor spoken about since."""
        step = item.note.returned
        if step is None:
            return False
        if any(question.of == "editor" and question.asked.at >= step.at for question in asked):
            return False
        reviewed = self._past.reviewed(item.at, self._share.department)
        return reviewed is None or not self._past.altered(item.at, reviewed)

    def _is_late(self, item: AskedItem) -> bool:
        request = self._share.request
        due = item.note.due or (request.due if request is not None else "")
        return due < self._looking.today.isoformat() and item.state in ("open", "started", "returned")

    def _is_carried(self, item: AskedItem) -> bool:
        match item.at:
            case TextAt() as at:
                return (at.report, at.slot, at.language) in self._moment.snapshot.carried
            case ListAt() as at:
                return any(record.carried for record in self._rows.get(at.block, ()))
            case _:
                return False

    def _amounts(self, item: AskedItem) -> tuple[Amount, Amount]:
        """Return what stands at an item this year, and what stood there last year."""
        match item.at:
            case Key() as key:
                figures = self._moment.told
                now = figures.value(key)
                return now, figures.value(replace(key, period=key.period - 1)) if key.period else 0
            case TextAt() as at:
                return self._length(at, this_year=True), self._length(at, this_year=False)
            case ListAt() as at:
                return len(self._rows.get(at.block, ())), len(self._rows_before.get(at.block, ()))

    def _length(self, at: TextAt, *, this_year: bool) -> int:
        outline = self._outline if this_year else self._before
        if outline is None:
            return 0
        text = self._moment.snapshot.texts.get((outline.code, at.slot, at.language), "")
        return sum(map(len, printed(self._moment, outline, at, text)))

    def _proofs(self, item: AskedItem) -> tuple[Evidence, ...]:
        if not isinstance(item.at, ListAt):
            return self._evidence.get(item.subject, ())
        rows: Sequence[Record] = self._rows.get(item.at.block, ())
        return tuple(one for row in rows for one in self._evidence.get(row.key.canonical(), ()))
