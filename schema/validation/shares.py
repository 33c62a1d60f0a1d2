"""A department's share of a report: the items that it is asked for, how each stands, and the state of the whole.

What is kept is what people did (schema.values.requests); every state and count follows from it here, in one place.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

from schema.catalogue.inputs import Inputs
from schema.catalogue.outline import Definitions, Outline
from schema.catalogue.owners import Owned
from schema.grammar.reference import Key
from schema.validation.approvals import approvals_of, holds
from schema.validation.causes import rank_of
from schema.validation.contents import ItemAt, value_state
from schema.validation.issue import FieldAt, Issue, ListAt, write_subject
from schema.validation.speaking import Contents
from schema.values.figures import Figures
from schema.values.kept_requests import REQUESTS
from schema.values.requests import NO_NOTE, Approval, ItemNote, Request, Step
from schema.values.subject import ApprovalAt, RequestAt, TextAt

# From the least finished on.
State = Literal["open", "started", "returned", "submitted", "approved"]
STATES: tuple[State, ...] = get_args(State)
Filled = Literal["answered", "omitted", "open"]
ItemKind = Literal["value", "text", "list"]
# Issues that say of an item only that nothing stands there: it is counted as open, not as wrong a second time.
BLANKS = frozenset({
    "missing", "blank", "blank.breakdown", "blank.record", "figure.missing", "text.blank", "record.none",
    "picture.blank",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class AskedItem:
    """One value, text or list of records that a department is asked for, and how it stands.

    Of a breakdown each member is one, of a figure what it is computed from. `block` is where it first stands, of what
    only figures take the figure. Without a request `state` is "".
    `approved` is who approved it, when and with which remark.
    """

    at: ItemAt
    section: str
    block: str
    owned: Owned
    filled: Filled
    state: State | Literal[""] = ""
    note: ItemNote = NO_NOTE
    errors: int = 0
    doubts: int = 0
    begun: bool = False
    approved: Step | None = None

    @property
    def owner(self) -> str:
        """The code of the department that owns it; empty where nobody does."""
        return self.owned.department

    @property
    def subject(self) -> str:
        """Its canonical text."""
        return write_subject(self.at)

    @property
    def kind(self) -> ItemKind:
        """What it is."""
        return kind_of(self.at)


def kind_of(at: ItemAt) -> ItemKind:
    """Return what an item is."""
    match at:
        case Key():
            return "value"
        case TextAt():
            return "text"
        case ListAt():
            return "list"


@dataclass(frozen=True, slots=True)
class Share:
    """What one department is asked for in a report; `request` is None where nobody has asked for it yet."""

    report: str
    department: str
    items: tuple[AskedItem, ...]
    request: Request | None = None

    def count(self, filled: Filled) -> int:
        """Return how many items are answered, omitted or open."""
        return sum(item.filled == filled for item in self.items)

    def in_state(self, state: State) -> tuple[AskedItem, ...]:
        """Return the items in a state."""
        return tuple(item for item in self.items if item.state == state)

    @property
    def missing(self) -> tuple[AskedItem, ...]:
        """The items that are neither answered nor omitted, by their canonical text."""
        return tuple(sorted((item for item in self.items if item.filled == "open"), key=lambda item: item.subject))

    @property
    def state(self) -> State | Literal[""]:
        """The state of the whole: approved where every item is, returned where one is, else as it was handed in."""
        if self.request is None:
            return ""
        if self.items and all(item.state == "approved" for item in self.items):
            return "approved"
        if self.request.returned or self.in_state("returned"):
            return "returned"
        return _handed_in(self.request, self.items)


def _handed_in(request: Request, items: Sequence[AskedItem]) -> State:
    """Return how far a share is that is not reviewed.

    It is started once other items are filled than when asked, or a list that is open has a record of this year.
    """
    if request.submitted is not None:
        return "submitted"
    filled = sum(item.filled != "open" for item in items)
    return "started" if filled != request.there or any(item.begun for item in items) else "open"


def requests_of(figures: Figures) -> Mapping[RequestAt, Request]:
    """Return every request."""
    return REQUESTS.place.all(figures.snapshot)


def asked_items(contents: Contents) -> tuple[AskedItem, ...]:
    """Return everything that a report asks for, each once, in reading order; nobody's items have no owner."""
    outline, figures, found = contents.outline, contents.figures, dict[ItemAt, AskedItem]()
    later, inputs = dict[Key, AskedItem](), Inputs(figures.catalogue.metrics)
    for item in contents.items:
        if not isinstance(item.at, Key):
            filled: Filled = "open" if item.missing else "answered"
            begun = filled == "open" and item.there
            asked = AskedItem(item.at, item.section, item.block, item.owned, filled, begun=begun)
            found.setdefault(item.at, asked)
            continue
        members = figures.members(item.at) if "*" in item.at.category else (item.at,)
        for leaf in leaves_of(item.at, outline, figures):
            placed = leaf in members
            owned = item.owned if placed else _owned(leaf, item.owned, inputs, figures)
            place = found if placed else later
            place.setdefault(leaf, AskedItem(leaf, item.section, item.block, owned, _filled(figures, leaf)))
    return (*found.values(), *(item for at, item in later.items() if at not in found))


def _owned(leaf: Key, figure: Owned, inputs: Inputs, figures: Figures) -> Owned:
    """Return who is asked for what only a figure takes."""
    entity = figures.catalogue.entity(leaf.entity) if leaf.entity else None
    named = entity.department if entity is not None else ""
    return Owned(named, "entity") if named else inputs.owned(leaf.metric, figure)


def leaves_of(key: Key, outline: Outline, figures: Figures) -> tuple[Key, ...]:
    """Return what is to be typed for a value of the report's year: the value, or what a figure takes of that year.

    A breakdown with a star stands for its members.
    """
    metrics = figures.catalogue.metrics
    if key.metric not in metrics:
        return ()
    waiting = list(figures.members(key) if "*" in key.category else (key,))
    queue, leaves = dict.fromkeys(waiting), dict[Key, None]()
    for asked in waiting:
        if metrics[asked.metric].formula is None:
            leaves |= dict.fromkeys(figures.asked(asked))
            continue
        result = figures.value(asked)
        for below in (*result.inputs, *result.missing):
            if below not in queue and below.metric in metrics and below.period == outline.year:
                queue[below] = None
                waiting.append(below)
    return tuple(leaves)


def _filled(figures: Figures, key: Key) -> Filled:
    state = value_state(figures, key)
    if state.there:
        return "answered"
    # No value and no reason is no answer.
    explained = state.left_out and all(one.explanation.zh_hans for one in state.left_out)
    return "omitted" if explained else "open"


def shares_of(contents: Contents, definitions: Definitions, issues: tuple[Issue, ...] = ()) -> Mapping[str, Share]:
    """Return the share of every department that owns something in a report, in reading order.

    What nobody owns is the share of "". Errors and doubts are the `issues` that stand at an item, without
    `BLANKS` and without what the catalogue lacks.
    """
    standing = _Standing(contents, definitions, issues)
    groups: dict[str, list[AskedItem]] = {}
    for item in asked_items(contents):
        groups.setdefault(item.owner, []).append(item)
    return {department: standing.share(department, items) for department, items in groups.items()}


class _Standing:
    """How the items of one report stand: what was done with their requests, what is approved, what is wrong."""

    def __init__(self, contents: Contents, definitions: Definitions, issues: tuple[Issue, ...]) -> None:
        self._report, self._figures, self._definitions = contents.outline.code, contents.figures, definitions
        self._requests = requests_of(contents.figures)
        self._approvals = approvals_of(contents.figures)
        self._counts: dict[str, tuple[int, int]] = {}
        for issue in issues:
            self._take(issue)

    def share(self, department: str, items: list[AskedItem]) -> Share:
        """Return a department's share of these items."""
        request = self._requests.get(RequestAt(self._report, department)) if department else None
        handed_in: State | Literal[""] = "" if request is None else _handed_in(request, items)
        told = tuple(self._told(item, request, handed_in) for item in items)
        return Share(self._report, department, told, request)

    def _told(self, item: AskedItem, request: Request | None, handed_in: State | Literal[""]) -> AskedItem:
        subject = item.subject
        errors, doubts = self._counts.get(subject, (0, 0))
        note = request.items.get(subject, NO_NOTE) if request else NO_NOTE
        state: State | Literal[""] = ""
        approval = self._approval(subject) if request else None
        if request is not None:
            returned = request.returned is not None or note.returned is not None
            state = "approved" if approval else "returned" if returned else handed_in
        approved = approval and Step(approval.who, approval.at, approval.remark)
        return replace(item, state=state, note=note, errors=errors, doubts=doubts, approved=approved)

    def _approval(self, subject: str) -> Approval | None:
        """Return a reviewer's yes to what stands at an item now."""
        approval = self._approvals.get(ApprovalAt(self._report, subject))
        if approval is None or approval.quoted or not holds(approval, self._definitions, self._figures):
            return None
        return approval

    def _take(self, issue: Issue) -> None:
        if issue.code in BLANKS or rank_of(issue) == "definition":
            return
        at = issue.at
        if isinstance(at, FieldAt):
            at = ListAt(self._report, at.block)
        errors, doubts = self._counts.get(write_subject(at), (0, 0))
        wrong = issue.severity == "error"
        self._counts[write_subject(at)] = (errors + wrong, doubts + (issue.severity == "doubt"))


def states_by_value(reports: Iterable[tuple[Contents, Definitions]]) -> Mapping[Key, State]:
    """Return the state of every value that is asked of somebody; with several requests the least finished one."""
    states: dict[Key, State] = {}
    for contents, definitions in reports:
        for share in shares_of(contents, definitions).values():
            for item in share.items:
                if isinstance(item.at, Key) and item.state:
                    known: State = states.get(item.at, item.state)
                    states[item.at] = min((item.state, known), key=STATES.index)
    return states
