"""What is still to be done for a report: each issue with where it stands in the report and who is asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from schema.catalogue.inputs import Inputs
from schema.catalogue.outline import (
    Block,
    ImageBlock,
    Outline,
    TableBlock,
    TextBlock,
    block_names,
    placements,
    records_block,
)
from schema.catalogue.owners import owners
from schema.catalogue.record_numbers import metric_of
from schema.grammar.linked import LinkedNumber, parse_linked
from schema.grammar.reference import Key, parse_reference
from schema.grammar.slots import caption_slot
from schema.validation.issue import FieldAt, IndexAt, Issue, ListAt, OutlineAt, Subject
from schema.validation.languages import check_language
from schema.values.figures import Figures
from schema.values.record_places import rows_by_block
from schema.values.subject import TextAt


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """One issue of a report; `section` is the code of where it stands, `departments` those who are asked, by code."""

    issue: Issue
    section: str
    departments: tuple[str, ...]


def open_points(places: Places, issues: tuple[Issue, ...]) -> tuple[OpenPoint, ...]:
    """Return a point for each issue of a report, errors first; then what its words in another language lack."""
    issues += tuple(places.untranslated())
    return tuple(OpenPoint(issue, places.section(issue), places.departments(issue)) for issue in issues)


@dataclass(frozen=True, slots=True)
class _Spot:
    """A block in its section (codes), with the departments that the block and its record type name."""

    section: str
    block: str = ""
    kind: str = ""


class Places:
    """Where each thing of a report first stands, by slot, block, framework, key and metric, and who owns it there."""

    def __init__(self, outline: Outline, figures: Figures, language: str) -> None:
        self._outline, self._figures, self._language = outline, figures, language
        self._rows = rows_by_block(outline, figures.snapshot)
        self._by_name: dict[str, _Spot] = {}
        self._by_key: dict[Key, _Spot] = {}
        self._by_metric: dict[str, _Spot] = {}
        self._owners = owners(outline)
        self._inputs = Inputs(figures.catalogue.metrics)
        for section in outline.walk():
            for block in section.blocks:
                self._take(section.code, block)
            self._by_name.setdefault(section.code, _Spot(section.code))
        # What only a figure takes, with the first such figure.
        self._taken: dict[str, str] = {}
        self._take_inputs()

    def untranslated(self) -> Iterator[Issue]:
        """Yield what the report's words lack in a language that is not its own."""
        if self._language != self._outline.language:
            yield from check_language(self._outline, self._figures.snapshot, self._figures.catalogue, self._language)

    def section(self, issue: Issue) -> str:
        """Return the code of the section where an issue stands, the first chapter's where it is about the whole."""
        return self._spot(issue).section

    def section_of(self, at: Subject) -> str:
        """Return the code of the section where something stands; empty where it stands in none."""
        issue = Issue("", "work", at if isinstance(at, Key) else None, subject=at)
        spot = self._by_name.get(_name(issue)) or (self._at(at) if isinstance(at, Key) else None)
        return spot.section if spot is not None else ""

    def departments(self, issue: Issue) -> tuple[str, ...]:
        """Return who is asked: for a value its owner or those of its inputs, else who owns the place."""
        inputs = issue.facts.get("inputs")
        keys = [key for key in inputs if isinstance(key, Key)] if isinstance(inputs, tuple) else []
        asked = [self.owner(key) for key in keys or ([issue.key] if issue.key else []) if self._known(key)]
        spot = self._spot(issue)
        return tuple(dict.fromkeys(asked)) or (self._owner(spot, spot.kind),)

    def owner(self, key: Key) -> str:
        """Return the department that is asked for a value."""
        entity = self._figures.catalogue.entity(key.entity) if key.entity else None
        if entity is not None and entity.department:
            return entity.department
        figure = self._taken.get(key.metric)
        if figure is not None:
            return self._inputs.owner(key.metric, self.owner(replace(key, metric=figure)))
        metric = metric_of(self._figures.catalogue, key.metric)
        return self._owner(self._at(key) or self._beginning(), metric.department if metric else "")

    def _known(self, key: Key) -> bool:
        return key.metric in self._figures.catalogue.metrics

    def _owner(self, spot: _Spot, department: str) -> str:
        known = self._owners.get(spot.section)
        return known.of(department, spot.block) if known else department or self._outline.department

    def _spot(self, issue: Issue) -> _Spot:
        spot = self._by_name.get(_name(issue))
        if spot is None and issue.key is not None:
            spot = self._at(issue.key)
        return spot or self._beginning()

    def _at(self, key: Key) -> _Spot | None:
        return self._by_key.get(key) or self._by_metric.get(key.metric)

    def _beginning(self) -> _Spot:
        return _Spot(next((chapter.code for chapter in self._outline.chapters), ""))

    def _take(self, section: str, block: Block) -> None:
        listing = records_block(block)
        kind = self._figures.catalogue.records.get(listing.type) if listing else None
        spot = _Spot(section, block.department, kind.department if kind else "")
        for name in block_names(block):
            self._by_name.setdefault(name, spot)
        for key in self._keys(block):
            self._by_key.setdefault(key, spot)
            self._by_metric.setdefault(key.metric, spot)

    def _take_inputs(self) -> None:
        """An input of a figure stands where the figure does."""
        for code in tuple(self._by_metric):
            for taken in self._inputs.of(code):
                if taken not in self._by_metric:
                    self._by_metric[taken] = self._by_metric[code]
                    self._taken[taken] = code

    def _keys(self, block: Block) -> Iterator[Key]:
        """Yield the keys that a block shows, those of a table in all its years."""
        figures, year = self._figures, self._outline.year
        years = range(block.years) if isinstance(block, TableBlock) else range(1)
        for placement in placements(block):
            reference = parse_reference(placement.reference)
            if reference is None:
                continue
            key = reference.key(year)
            for member in figures.members(key) if reference.wildcard else (key,):
                yield from (replace(member, period=member.period - back) for back in years)
        for words in (text for text in self._texts(block) if "{" in text):
            links = (piece for piece in parse_linked(words) if isinstance(piece, LinkedNumber))
            yield from (link.reference.key(year) for link in links)

    def _texts(self, block: Block) -> Iterator[str]:
        snapshot, report = self._figures.snapshot, self._outline.code
        if isinstance(block, TextBlock | ImageBlock):
            slot = block.slot if isinstance(block, TextBlock) else caption_slot(block.slot)
            yield snapshot.texts.get((report, slot, self._language), "")
        elif listing := records_block(block):
            for record in self._rows.get(listing.id, ()):
                yield from (field.words.get(self._language) for field in record.fields.values())


def _name(issue: Issue) -> str:
    """Return the block, slot or framework that an issue stands at."""
    match issue.at:
        case FieldAt() | ListAt() as at:
            return at.block
        case TextAt() as at:
            return at.slot
        case IndexAt() as at:
            return at.framework
        case OutlineAt() as at:
            return at.part
        case Key() | None:
            return ""
