"""Who owns each item of a report, and another department named as owner of many at once.

An owner is named in the definitions, so naming another is one change of them: one entry of the history, taken back in
one step. A newer built-in catalogue leaves it as anything that the company has changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from desktop.work.people import need_department
from desktop.work.requests import bare_subjects
from schema.catalogue.compiled import read_json, with_hash
from schema.catalogue.outline import Definitions, Outline, records_block
from schema.catalogue.owners import Owned, Owners, owners
from schema.errors import AnnalsError
from schema.grammar.reference import Key, canonical_text
from schema.mistakes import near
from schema.moment import Moment
from schema.validation.named_owners import entity_place, named_owners, part_place, record_place, with_owners
from schema.validation.shares import AskedItem, asked_items
from schema.values.pack_origin import origin_of

if TYPE_CHECKING:
    from schema.workspace import Workspace


@dataclass(frozen=True, slots=True)
class OwnedItem:
    """One item of a report with whom it belongs to; `place` is where that is named, empty where nobody is.

    A place is a metric's code, `record/<type>`, `entity/<code>` or `outline/<report>/<part>`: what `assign` takes, too.
    """

    report: str
    asked: AskedItem
    place: str

    @property
    def subject(self) -> str:
        """Its canonical text."""
        return self.asked.subject

    @property
    def address(self) -> tuple[str, str]:
        """What tells it from all others: several reports may ask for one value."""
        return self.report, self.subject

    @property
    def owned(self) -> Owned:
        """The department and the level that names it."""
        return self.asked.owned


@dataclass(frozen=True, slots=True)
class Renamed:
    """A place of the definitions and whom it names, by codes; empty where it names nobody."""

    place: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Moved:
    """An item that gets another owner; `along` tells one that nobody named and that goes with another."""

    item: OwnedItem
    before: str
    along: bool


@dataclass(frozen=True, slots=True)
class Assignment:
    """The definitions with other owners, what they name otherwise, and every item that belongs to another then."""

    definitions: Definitions
    places: tuple[Renamed, ...]
    moved: tuple[Moved, ...]


def owned_items(moment: Moment, report: str = "") -> tuple[OwnedItem, ...]:
    """Return each item that a report asks for, of all reports where none is named, in reading order."""
    codes = (report,) if report else tuple(moment.definitions.outlines)
    return tuple(item for code in codes for item in _of_report(moment, code))


def _of_report(moment: Moment, report: str) -> Iterator[OwnedItem]:
    outline = moment.outline(report)
    known = owners(outline)
    for asked in asked_items(moment.contents(report)):
        yield OwnedItem(report, asked, _naming_place(asked, outline, known[asked.section]))


def _naming_place(asked: AskedItem, outline: Outline, around: Owners) -> str:
    match asked.owned.level:
        case "entity":
            return entity_place(asked.at.entity) if isinstance(asked.at, Key) else ""
        case "block":
            return part_place(outline.code, asked.block)
        case "section":
            return part_place(outline.code, around.section_code)
        case "metric":
            return _kind_place(asked, outline)
        case "chapter":
            return part_place(outline.code, around.chapter_code)
        case "outline":
            return part_place(outline.code, outline.code)
        case "":
            return ""


def _kind_place(asked: AskedItem, outline: Outline) -> str:
    """Return the place of a value's metric, or of a list's record type."""
    if isinstance(asked.at, Key):
        return asked.at.metric
    part = outline.part(asked.block)
    listing = records_block(part[1]) if part and part[1] else None
    return record_place(listing.type) if listing else ""


def assign(moment: Moment, department: str, refs: Sequence[str], report: str = "") -> Assignment:
    """Return what lets a department own items or whatever is named by places; in one report where one is named.

    A value is named as its metric's where neither its block nor a section names anybody, else as its block's; texts and
    lists as their block's. What else stands there goes along (`Moved.along`). AnnalsError owners.no_department,
    people.department, owners.no_item, owners.small.
    """
    _need_whole(moment)
    if not department.strip():
        raise AnnalsError("owners.no_department")
    code, items = need_department(department, moment.catalogue), owned_items(moment, report)
    known = named_owners(moment.definitions)
    direct = [ref for ref in refs if ref in known]
    named = [item for ref in refs if ref not in known for item in _items_of(ref, items, known)]
    places = dict.fromkeys((*direct, *map(_own_place, named)), code)
    addresses = {item.address for item in named}
    return _assignment(moment, places, lambda item: item.place in direct or item.address in addresses)


def _items_of(ref: str, items: Sequence[OwnedItem], known: Iterable[str]) -> list[OwnedItem]:
    bare = bare_subjects(item.asked for item in items)
    subject = bare.get(canonical_text(ref), canonical_text(ref))
    found = [item for item in items if item.subject == subject]
    if not found:
        names = (*dict.fromkeys(item.subject for item in items), *known)
        raise AnnalsError("owners.no_item", subject=ref, near=near(ref, names))
    return found


def _own_place(item: OwnedItem) -> str:
    """Return where the owner of an item is named for as little else as possible."""
    asked = item.asked
    if isinstance(asked.at, Key) and asked.owned.level == "entity":
        return entity_place(asked.at.entity)
    if isinstance(asked.at, Key) and asked.owned.level not in ("block", "section"):
        return asked.at.metric
    return part_place(item.report, asked.block)


def reassign(moment: Moment, old: str, new: str, report: str = "") -> Assignment:
    """Return what lets one department own what another does, wherever that is named.

    With a report: in its outline, and in the metrics and record types by which the other owns something in it.
    AnnalsError people.department, owners.not_named, owners.small.
    """
    _need_whole(moment)
    before, code = _named_department(old, moment), need_department(new, moment.catalogue)
    items, known = owned_items(moment, report), named_owners(moment.definitions)
    places = [place for place, department in known.items() if department == before]
    if report:
        used = {item.place for item in items if item.owned.department == before}
        parts = {part_place(report, name) for name in _part_names(moment.outline(report))}
        places = [place for place in places if place in used or place in parts]
    if not places:
        raise AnnalsError("owners.not_named", department=old, report=report)
    addresses = {item.address for item in items if item.owned.department == before}
    return _assignment(moment, dict.fromkeys(places, code), lambda item: item.address in addresses)


def _named_department(text: str, moment: Moment) -> str:
    """Return the code of a department that may be gone from the catalogue and is named all the same."""
    if text in named_owners(moment.definitions).values():
        return text
    return need_department(text, moment.catalogue)


def _part_names(outline: Outline) -> Iterator[str]:
    yield outline.code
    for section in outline.walk():
        yield section.code
        yield from (block.id for block in section.blocks)


def _assignment(moment: Moment, places: Mapping[str, str], meant: Callable[[OwnedItem], bool]) -> Assignment:
    """Return the whole of it; `meant` tells the items that somebody had in mind."""
    known = named_owners(moment.definitions)
    renamed = tuple(Renamed(place, known[place], code) for place, code in places.items() if known[place] != code)
    if not renamed:
        return Assignment(moment.definitions, (), ())
    new = with_hash(with_owners(moment.definitions, {one.place: one.after for one in renamed}))
    before = {item.address: item.owned.department for item in owned_items(moment)}
    items = owned_items(Moment(new, moment.snapshot))
    moved = (item for item in items if item.owned.department != before[item.address])
    return Assignment(new, renamed, tuple(Moved(item, before[item.address], not meant(item)) for item in moved))


def apply_owners(workspace: Workspace, assignment: Assignment, reason: str) -> bool:
    """Put it in force, as one entry of the history; False where nobody is named otherwise."""
    return bool(assignment.places) and bool(workspace.adopt(assignment.definitions, reason))


def put_back(workspace: Workspace, places: Sequence[Renamed], reason: str) -> Definitions:
    """Name those again whom these places named before, whatever else was named meanwhile; return the definitions."""
    definitions = with_hash(with_owners(workspace.definitions, {one.place: one.before for one in places}))
    workspace.adopt(definitions, reason)
    return definitions


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What the last change of owners had named and is taken back, and what stays since others were named meanwhile."""

    assignment: Assignment
    left: tuple[Renamed, ...]


def last_owners_undone(workspace: Workspace, moment: Moment) -> TakenBack:
    """Return what takes the last change of owners back; done twice it is in force again.

    AnnalsError owners.no_change, owners.small.
    """
    _need_whole(moment)
    last, now = _last_change(workspace), named_owners(moment.definitions)
    back = {one.place: one.before for one in last if now.get(one.place) == one.after}
    left = tuple(one for one in last if one.place not in back)
    return TakenBack(_assignment(moment, back, lambda _: True), left)


def _last_change(workspace: Workspace) -> tuple[Renamed, ...]:
    """Return the newest change of the definitions that named other owners and changed nothing else."""
    read = (read_json(workspace.compiled(version.name)) for version in reversed(workspace.versions()))
    for after, before in pairwise(read):
        then, now = named_owners(before), named_owners(after)
        if then.keys() == now.keys() and then != now and with_owners(before, now) == after:
            return tuple(Renamed(place, then[place], now[place]) for place in now if then[place] != now[place])
    raise AnnalsError("owners.no_change")


def _need_whole(moment: Moment) -> None:
    """Refuse a share: whose something is the company's workspace says. AnnalsError owners.small."""
    if origin_of(moment.snapshot) is not None:
        raise AnnalsError("owners.small")
