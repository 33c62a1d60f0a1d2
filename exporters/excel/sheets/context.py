"""What every sheet needs to know: definitions, data, language, years; and the words it says them with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from exporters.excel.workbook import Cell
from schema.catalogue.definitions import Catalogue, Metric
from schema.catalogue.outline import Definitions, Outline
from schema.grammar.reference import Key, sort_category
from schema.validation.issue import Issue
from schema.values.datapoint import Snapshot
from schema.values.figures import Figures
from schema.values.listing import category_words
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
    styles: dict[tuple[object, ...], str] = field(default_factory=dict[tuple[object, ...], str])
    places: dict[str, int | None] = field(default_factory=dict[str, int | None])
    notes: dict[tuple[object, ...], str] = field(default_factory=dict[tuple[object, ...], str])
    parted: set[tuple[str, int]] = field(default_factory=set[tuple[str, int]])


@dataclass(frozen=True, slots=True)
class Context:
    """One report in one language over one snapshot; `years` are the columns, newest last."""

    definitions: Definitions
    outline: Outline
    language: str
    snapshot: Snapshot
    figures: Figures
    issues: tuple[Issue, ...]
    years: tuple[int, ...]
    memory: Memory = field(default_factory=Memory, repr=False, compare=False)

    @property
    def catalogue(self) -> Catalogue:
        """Return the catalogue in force."""
        return self.definitions.catalogue

    @property
    def font(self) -> str:
        """Return the family that every cell and chart is set in."""
        return FONTS[self.language]

    def say(self, code: str, **places: str) -> str:
        """Return a fixed phrase with its places filled."""
        phrase = self.memory.phrases.get(code)
        if phrase is None:
            phrase = self.memory.phrases[code] = self.definitions.catalogue.phrases[code].best(self.language)
        return phrase.format(**places)

    def cell(self, text: str | None, style: str) -> Cell:
        """Return a cell of a text that recurs; it is made once."""
        found = self.memory.cells.get((text, style))
        if found is None:
            found = self.memory.cells[text, style] = Cell(text, style)
        return found

    def parted(self, metric: str, year: int) -> bool:
        """Whether a metric has values by category in a year: its total need not be there then."""
        known = self.memory.parted
        if not known:
            known.add(("", 0))  # so that it is filled once even where nothing is parted
            known.update((key.metric, key.period) for key in self.snapshot.points if key.category)
        return (metric, year) in known

    @property
    def semicolon(self) -> str:
        """Return what parts short sentences."""
        return "; " if self.language == "en" else "；"

    @property
    def blank(self) -> str:
        """Return what stands between a word and its bracket."""
        return " " if self.language == "en" else ""

    def name(self, metric: Metric) -> str:
        """Return a metric's name."""
        return metric.name.best(self.language)

    def unit(self, metric: Metric) -> str:
        """Return the stored unit as people name it: the cells hold stored units."""
        found = self.memory.units.get(metric.unit)
        if found is None:
            found = self.memory.units[metric.unit] = self.catalogue.units[metric.unit].name.best(self.language)
        return found

    def category(self, category: str) -> str:
        """Return a category's members as people name them."""
        found = self.memory.categories.get(category)
        if found is None:
            found = self.memory.categories[category] = category_words(category, self.catalogue, self.language)
        return found

    def members(self, crossing: tuple[str, ...]) -> tuple[str, ...]:
        """Return the categories of a crossing, in the breakdowns' own order."""
        found = self.memory.members.get(crossing)
        if found is None:
            wild = sort_category(";".join(f"{breakdown}=*" for breakdown in crossing))
            found = tuple(key.category for key in self.figures.members(Key("", 0, category=wild)))
            self.memory.members[crossing] = found
        return found

    def crossing(self, crossing: Iterable[str]) -> str:
        """Return the names of breakdowns, joined."""
        names = [self.catalogue.breakdowns[code].name.best(self.language) for code in crossing]
        return " × ".join(names)

    def omission(self, code: str) -> str:
        """Return the mark that stands for an omitted value."""
        return self.say(OMISSIONS[code].phrase)

    def label(self, key: Key) -> str:
        """Return metric and category of a key as one label."""
        metric = self.catalogue.metrics.get(key.metric)
        name = self.name(metric) if metric else key.metric
        return f"{name} · {self.category(key.category)}" if key.category else name


def sums(metric: Metric, crossing: Iterable[str], catalogue: Catalogue) -> bool:
    """Whether the parts of a crossing add up to the metric's total."""
    return metric.formula is None and all(
        breakdown in metric.sum_over and catalogue.breakdowns[breakdown].complete for breakdown in crossing
    )
