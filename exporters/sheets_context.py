"""What every sheet needs to know: definitions, data, language, years; and the words it says them with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from schema.catalogue.definitions import Catalogue, Metric
from schema.catalogue.outline import Definitions, Outline
from schema.validation.issue import Issue
from schema.values.datapoint import Snapshot
from schema.values.figures import Figures
from schema.values.listing import category_words
from schema.values.reference import Key, category_parts

FONTS: Mapping[str, str] = {"zh-Hans": "微软雅黑", "zh-Hant": "Microsoft JhengHei", "en": "Calibri"}


@dataclass(frozen=True, slots=True)
class Context:
    """One report in one language over one snapshot; `years` are the columns, newest last.

    `parted` are the metrics and years with values by category, whose total need not be there.
    """

    definitions: Definitions
    outline: Outline
    language: str
    snapshot: Snapshot
    figures: Figures
    issues: tuple[Issue, ...]
    years: tuple[int, ...]
    parted: frozenset[tuple[str, int]] = frozenset()

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
        return self.catalogue.phrases[code].best(self.language).format(**places)

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
        return self.catalogue.units[metric.unit].name.best(self.language)

    def category(self, category: str) -> str:
        """Return a category's members as people name them."""
        return category_words(category, self.catalogue, self.language)

    def crossing(self, crossing: Iterable[str]) -> str:
        """Return the names of breakdowns, joined."""
        names = [self.catalogue.breakdowns[code].name.best(self.language) for code in crossing]
        return " × ".join(names)

    def omission(self, code: str) -> str:
        """Return the mark that stands for an omitted value."""
        return self.say("omission." + code.replace("_", "."))

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


def crossing_of(category: str) -> tuple[str, ...]:
    """Return the breakdowns of a category."""
    return tuple(breakdown for breakdown, _ in category_parts(category))
