"""An outline cut down to what one department is asked for: the same items under the same addresses, and no others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from schema.catalogue.inputs import Inputs
from schema.catalogue.outline import (
    Block,
    CalloutBlock,
    ChartBlock,
    Group,
    ImageBlock,
    Outline,
    Placement,
    Section,
    TableBlock,
    TextBlock,
    placements,
    records_block,
)
from schema.catalogue.owners import owners
from schema.grammar.reference import Key, parse_reference
from schema.grammar.words import NO_WORDS
from schema.validation.contents import ItemAt
from schema.validation.issue import ListAt
from schema.validation.shares import asked_items, leaves_of
from schema.validation.speaking import Contents
from schema.values.subject import TextAt


@dataclass(frozen=True, slots=True)
class CutOutline:
    """What is left of a `whole` outline; `figures` are its figures' metrics, which all follow from the `own` items."""

    whole: Outline
    outline: Outline
    own: frozenset[ItemAt]
    figures: frozenset[str]

    @property
    def valued(self) -> frozenset[str]:
        """The metrics whose values a department gets: those that it is asked for, and figures of nothing else."""
        return self.metrics | self.figures

    @property
    def metrics(self) -> frozenset[str]:
        """The metrics that the department is asked for."""
        return frozenset(at.metric for at in self.own if isinstance(at, Key))

    @property
    def slots(self) -> frozenset[str]:
        """The slots of the texts that the department is asked for."""
        return frozenset(at.slot for at in self.own if isinstance(at, TextAt))

    @property
    def lists(self) -> frozenset[str]:
        """The blocks of the lists that the department is asked for."""
        return frozenset(at.block for at in self.own if isinstance(at, ListAt))


def cut_outline(contents: Contents, department: str, *, values: bool = True) -> CutOutline:
    """Return a report's outline as a department gets it: with `values`, or only texts, lists and pictures.

    A figure that also takes what others are asked for gives way to what the department itself types for it. Indices
    are the editor's. Each block names the department, so that owners are the same in the small outline.
    """
    asked = frozenset(item.at for item in asked_items(contents) if item.owner == department)
    own = asked if values else frozenset(at for at in asked if not isinstance(at, Key))
    cut = _Cut(contents, department, own)
    whole = contents.outline
    chapters = tuple(section for chapter in whole.chapters if (section := cut.section(chapter)) is not None)
    outline = replace(whole, chapters=chapters, frameworks=(), explanations={}, unconfirmed={}, department="")
    return CutOutline(whole, outline, own, frozenset(cut.figures))


class _Cut:
    """Walks one outline twice: first what stays is gathered, so that nothing is asked for in two ways."""

    def __init__(self, contents: Contents, department: str, own: frozenset[ItemAt]) -> None:
        self._outline, self._figures = contents.outline, contents.figures
        self._department, self._own = department, own
        self._metrics = frozenset(at.metric for at in own if isinstance(at, Key))
        self._owners = owners(contents.outline)
        self.figures: dict[str, None] = {}
        self._leaves: dict[str, tuple[Key, ...]] = {}
        self._lacking: dict[Key, None] = dict.fromkeys(sorted(at for at in own if isinstance(at, Key)))
        for section in contents.outline.walk():
            for block in section.blocks:
                for placement in placements(block):
                    self._gather(placement)

    def section(self, section: Section) -> Section | None:
        """Return what is left of a section, None where nothing is."""
        blocks = tuple(new for block in section.blocks for new in self._blocks(block, section))
        inner = tuple(new for below in section.sections if (new := self.section(below)) is not None)
        return replace(section, blocks=blocks, sections=inner, department="") if blocks or inner else None

    def _gather(self, placement: Placement) -> None:
        if self._stays(placement):
            for leaf in self._leaves_of(placement):
                self._lacking.pop(leaf, None)
            code = self._code(placement)
            if self._figures.catalogue.metrics[code].formula is not None:
                self.figures[code] = None

    def _stays(self, placement: Placement) -> bool:
        leaves, code = self._leaves_of(placement), self._code(placement)
        return bool(leaves) and self._own.issuperset(leaves) and self._metrics.issuperset(self._typed(code))

    def _typed(self, code: str) -> Iterator[str]:
        """Yield the metrics that are typed for one, in whichever year."""
        metrics = self._figures.catalogue.metrics
        return (name for name in (code, *Inputs(metrics).of(code)) if metrics[name].formula is None)

    def _code(self, placement: Placement) -> str:
        reference = parse_reference(placement.reference)
        return reference.code if reference else ""

    def _leaves_of(self, placement: Placement) -> tuple[Key, ...]:
        """Return what is typed for a placement in the report's year; nothing where it stands for another year."""
        if placement.reference not in self._leaves:
            reference, year = parse_reference(placement.reference), self._outline.year
            known = reference is not None and reference.code in self._figures.catalogue.metrics
            key = reference.key(year) if reference is not None and known else None
            here = key is not None and key.period == year
            found = leaves_of(key, self._outline, self._figures) if here and key is not None else ()
            self._leaves[placement.reference] = tuple(found)
        return self._leaves[placement.reference]

    def _blocks(self, block: Block, section: Section) -> Iterator[Block]:
        """Yield what is left of a block: itself with less in it, and a table of what is typed for its figures."""
        if isinstance(block, TextBlock):
            if TextAt(self._outline.code, block.slot, self._outline.language) in self._own:
                yield replace(block, department=self._department)
        elif isinstance(block, ImageBlock):
            if self._owners[section.code].of(block=block.department) == self._department:
                yield replace(block, department=self._department)
        elif (listing := records_block(block)) is not None:
            if ListAt(self._outline.code, listing.id) in self._own:
                yield replace(listing, department=self._department)
        elif isinstance(block, TableBlock | CalloutBlock | ChartBlock):
            yield from self._placed(block)

    def _placed(self, block: TableBlock | CalloutBlock | ChartBlock) -> Iterator[Block]:
        staying = tuple(placement for placement in placements(block) if self._stays(placement))
        match block:
            case _ if not staying:
                pass
            case TableBlock():
                rows = _rows(block, frozenset(staying))
                yield replace(block, rows=rows, department=self._department)
            case CalloutBlock():
                yield replace(block, items=staying, department=self._department)
            case ChartBlock():
                yield replace(block, series=staying, department=self._department)
        lacking = [leaf for placement in placements(block) for leaf in self._leaves_of(placement)]
        rows = tuple(_typed_row(leaf) for leaf in dict.fromkeys(lacking) if leaf in self._lacking)
        for leaf in lacking:
            self._lacking.pop(leaf, None)
        if rows:
            caption = block.title if isinstance(block, CalloutBlock) else block.caption
            yield TableBlock(f"{block.id}.typed", caption or NO_WORDS, rows, department=self._department)


def _rows(block: TableBlock, staying: frozenset[Placement]) -> tuple[Placement | Group, ...]:
    """Return the rows that stay, each heading only where a row stays below it."""
    rows: list[Placement | Group] = []
    for row in reversed(block.rows):
        if row in staying or (isinstance(row, Group) and rows and isinstance(rows[-1], Placement)):
            rows.append(row)
    return tuple(reversed(rows))


def _typed_row(leaf: Key) -> Placement:
    entity = f"/{leaf.entity}" if leaf.entity else ""
    category = f":{leaf.category}" if leaf.category else ""
    # A year that is named is the same in every column of a table; only a part of a year needs one.
    year = f"@{leaf.period}{leaf.span}" if leaf.span else ""
    return Placement(f"{leaf.metric}{entity}{year}{category}")
