"""What is still to be done for a report: each issue with where it stands in the report and who is asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import assert_never

from schema.catalogue.drawn_blocks import DiagramBlock, MatrixBlock, QuestionnaireBlock
from schema.catalogue.outline import (
    Block,
    CalloutBlock,
    ChartBlock,
    ImageBlock,
    IndexBlock,
    Outline,
    RecordsBlock,
    Section,
    TableBlock,
    TextBlock,
    placements,
    records_block,
)
from schema.grammar.linked import LinkedNumber, parse_linked
from schema.grammar.reference import Key, parse_reference
from schema.grammar.slots import alternative_slot, caption_slot
from schema.validation.facts import Coded
from schema.validation.issue import FieldAt, IndexAt, Issue, ListAt
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


def open_points(outline: Outline, issues: tuple[Issue, ...], figures: Figures, language: str) -> tuple[OpenPoint, ...]:
    """Return a point for each issue of a report, errors first; then what its words in another language lack."""
    if language != outline.language:
        issues += tuple(check_language(outline, figures.snapshot, figures.catalogue, language))
    places = _Places(outline, figures, language)
    return tuple(OpenPoint(issue, places.section(issue), places.departments(issue)) for issue in issues)


class _Places:
    """Where each thing of a report first stands: section codes by slot, block, framework, key and metric."""

    def __init__(self, outline: Outline, figures: Figures, language: str) -> None:
        self._outline, self._figures, self._language = outline, figures, language
        self._rows = rows_by_block(outline, figures.snapshot)
        self._by_name: dict[str, str] = {}
        self._by_key: dict[Key, str] = {}
        self._by_metric: dict[str, str] = {}
        self._owners: dict[str, str] = {}
        for section, owner in _owned(outline.chapters, outline.department):
            self._owners[section.code] = owner
            for block in section.blocks:
                self._take(section.code, block)
        self._take_inputs()

    def section(self, issue: Issue) -> str:
        """Return the code of the section where an issue stands, the first chapter's where it is about the whole."""
        place = self._by_name.get(_name(issue), "")
        if not place and issue.key is not None:
            place = self._by_key.get(issue.key, "") or self._by_metric.get(issue.key.metric, "")
        return place or next((chapter.code for chapter in self._outline.chapters), "")

    def departments(self, issue: Issue) -> tuple[str, ...]:
        """Return who is asked: for a value its owner or those of its inputs, else who answers for the section."""
        metrics = self._figures.catalogue.metrics
        inputs = issue.facts.get("inputs")
        keys = [key for key in inputs if isinstance(key, Key)] if isinstance(inputs, tuple) else []
        codes = [key.metric for key in keys] or ([issue.key.metric] if issue.key else [])
        asked = [metrics[code].department or self._outline.department for code in codes if code in metrics]
        record_type = self._figures.catalogue.records.get(_record_type(issue))
        of_type = record_type.department if record_type else ""
        owner = of_type or self._owners.get(self.section(issue), self._outline.department)
        return tuple(dict.fromkeys(asked)) or (owner,)

    def _take(self, section: str, block: Block) -> None:
        for name in _names(block):
            self._by_name.setdefault(name, section)
        for key in self._keys(block):
            self._by_key.setdefault(key, section)
            self._by_metric.setdefault(key.metric, section)

    def _take_inputs(self) -> None:
        """An input of a figure stands where the figure does."""
        queue = list(self._by_metric)
        for code in queue:
            metric = self._figures.catalogue.metrics.get(code)
            for reference in metric.formula.references() if metric and metric.formula else ():
                if reference.code not in self._by_metric:
                    self._by_metric[reference.code] = self._by_metric[code]
                    queue.append(reference.code)

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


def _owned(sections: tuple[Section, ...], owner: str) -> Iterator[tuple[Section, str]]:
    """Yield each section with the department that answers for it, its own or that of the section around it."""
    for section in sections:
        own = section.department or owner
        yield section, own
        yield from _owned(section.sections, own)


def _name(issue: Issue) -> str:
    """Return the block, slot or framework that an issue stands at."""
    match issue.at:
        case FieldAt() | ListAt() as at:
            return at.block
        case TextAt() as at:
            return at.slot
        case IndexAt() as at:
            return at.framework
        case Key() | None:
            return ""


def _record_type(issue: Issue) -> str:
    kind = issue.facts.get("type")
    return kind.code if isinstance(kind, Coded) else ""


def _names(block: Block) -> tuple[str, ...]:
    """Return what an issue may name a block by."""
    match block:
        case TextBlock():
            return (block.id, block.slot)
        case ImageBlock():
            return (block.id, block.slot, caption_slot(block.slot), alternative_slot(block.slot))
        case IndexBlock():
            return (block.id, block.framework)
        case TableBlock() | CalloutBlock() | ChartBlock() | RecordsBlock() | MatrixBlock():
            return (block.id,)
        case DiagramBlock() | QuestionnaireBlock():
            return (block.id,)
        case _:
            assert_never(block)
