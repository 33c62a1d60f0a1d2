"""What every sheet needs to know: definitions, data, language, years; and the words it says them with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from exporters.assembly.assembly import Assembly
from exporters.content import Document
from exporters.excel.sheets.spots import Plan
from exporters.excel.workbook import Cell
from schema.catalogue.definitions import Catalogue, Metric
from schema.catalogue.number_format import Format
from schema.catalogue.outline import Outline
from schema.grammar.reference import Key, Reference, sort_category
from schema.validation.causes import Cause
from schema.validation.fact_words import FactWords
from schema.validation.issue import Issue
from schema.validation.item_words import ItemWords
from schema.validation.shares import STATES, State
from schema.validation.subject_names import named
from schema.values.datapoint import Snapshot
from schema.values.figures import Figures
from schema.values.key_words import cut_words
from schema.values.omissions import OMISSIONS

FONTS: Mapping[str, str] = {"zh-Hans": "微软雅黑", "zh-Hant": "Microsoft JhengHei", "en": "Calibri"}


@dataclass(frozen=True, slots=True)
class Memory:
    """What one build works out once and needs again for thousands of cells."""

    phrases: dict[str, str] = field(default_factory=dict[str, str])
    units: dict[str, str] = field(default_factory=dict[str, str])
    categories: dict[str, str] = field(default_factory=dict[str, str])
    members: dict[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict[tuple[str, ...], tuple[str, ...]])
    cells: dict[tuple[str | None, str], Cell] = field(default_factory=dict[tuple[str | None, str], Cell])
    places: dict[str, int | None] = field(default_factory=dict[str, int | None])
    notes: dict[tuple[object, ...], str] = field(default_factory=dict[tuple[object, ...], str])
    references: dict[str, list[Reference]] = field(default_factory=dict[str, list[Reference]])
    formats: dict[tuple[str, str], Format] = field(default_factory=dict[tuple[str, str], Format])


@dataclass(frozen=True, slots=True)
class Context:
    """The workbook being assembled: its report, the years of its columns (newest last), and what stands where.

    `document` is what the draft prints, `contents` the title of the sheet that lists the others, `pages` the draft's
    pages by anchor where they were measured.
    """

    assembly: Assembly
    years: tuple[int, ...]
    document: Document
    plan: Plan = field(default_factory=Plan)
    contents: str = ""
    pages: Mapping[str, str] = field(default_factory=dict[str, str])
    memory: Memory = field(default_factory=Memory, repr=False, compare=False)

    catalogue: Catalogue = field(init=False, repr=False, compare=False)
    outline: Outline = field(init=False, repr=False, compare=False)
    language: str = field(init=False, repr=False, compare=False)
    figures: Figures = field(init=False, repr=False, compare=False)
    snapshot: Snapshot = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        for name in ("catalogue", "outline", "language", "figures", "snapshot"):
            object.__setattr__(self, name, getattr(self.assembly, name))

    @property
    def causes(self) -> tuple[Cause, ...]:
        """Return what is still to be done for the report, a cause for each line."""
        return self.assembly.causes

    @property
    def font(self) -> str:
        """Return the family that every cell and chart is set in."""
        return FONTS[self.language]

    @property
    def items(self) -> ItemWords:
        """Return what the report asks for in words."""
        return ItemWords(self.outline, self.catalogue, self.snapshot, self.language)

    @property
    def states(self) -> Mapping[Key, State]:
        """Return the state of each value of the report that a department was asked for."""
        return self.assembly.moment.states

    def state(self, key: Key) -> str:
        """Return the state of a value in words: of what follows from others the least finished of theirs."""
        known, result = self.states, self.figures.value(key)
        keys = (key,) if key in known else (*self.figures.leaves(result), *result.missing)
        found = [known[one] for one in keys if one in known]
        return self.say(f"request.{min(found, key=STATES.index)}") if found else ""

    def place(self, issue: Issue) -> str:
        """Return where an issue stands: a part of the report by its name, a page of print as it is."""
        if issue.subject is None:
            return issue.place
        moment = self.assembly.moment
        return FactWords(self.catalogue, self.language).say(named(issue.subject, moment.definitions, self.snapshot))

    def say(self, code: str, **places: str) -> str:
        """Return a fixed phrase with its places filled."""
        phrase = self.memory.phrases.get(code)
        if phrase is None:
            phrase = self.memory.phrases[code] = self.catalogue.phrases[code].best(self.language)
        return phrase.format(**places)

    def quoted(self, words: str) -> str:
        """Return what a person wrote; an English sheet says of Chinese words that they are Chinese."""
        return self.assembly.quoted(words)

    def cell(self, text: str | None, style: str) -> Cell:
        """Return a cell of a text that recurs; it is made once."""
        known = self.memory.cells.get((text, style))
        if known is None:
            known = self.memory.cells[text, style] = Cell(text, style)
        return known

    def name(self, metric: Metric) -> str:
        """Return a metric's name."""
        return metric.name.best(self.language)

    def unit(self, metric: Metric) -> str:
        """Return the stored unit as people name it: the cells hold stored units."""
        known = self.memory.units.get(metric.unit)
        if known is None:
            known = self.memory.units[metric.unit] = self.catalogue.units[metric.unit].name.best(self.language)
        return known

    def category(self, category: str) -> str:
        """Return a category's members as people name them."""
        known = self.memory.categories.get(category)
        if known is None:
            known = self.memory.categories[category] = cut_words(category, self.catalogue, self.language)
        return known

    def members(self, crossing: tuple[str, ...]) -> tuple[str, ...]:
        """Return the categories of a crossing, in the breakdowns' own order."""
        known = self.memory.members.get(crossing)
        if known is None:
            wild = sort_category(";".join(f"{breakdown}=*" for breakdown in crossing))
            known = tuple(key.category for key in self.figures.members(Key("", 0, category=wild)))
            self.memory.members[crossing] = known
        return known

    def crossing(self, crossing: Iterable[str]) -> str:
        """Return the names of breakdowns, joined."""
        names = [self.catalogue.breakdowns[code].name.best(self.language) for code in crossing]
        return " × ".join(names)

    def omission(self, code: str) -> str:
        """Return the mark that stands for an omitted value."""
        return self.say(OMISSIONS[code].phrase)

    def label(self, key: Key) -> str:
        """Return a key as a table's cell names it."""
        return self.assembly.key_words(key).dotted()


def sums(metric: Metric, crossing: Iterable[str], catalogue: Catalogue) -> bool:
    """Whether the parts of a crossing add up to the metric's total."""
    return metric.formula is None and all(
        breakdown in metric.sum_over and catalogue.breakdowns[breakdown].complete for breakdown in crossing
    )
