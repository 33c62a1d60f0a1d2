"""What a workspace knows of a value: what stands there now, what reports printed of it, what stood there before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from schema.catalogue.definitions import Catalogue, Metric
from schema.catalogue.record_numbers import metric_of
from schema.grammar.reference import Key, parse_record
from schema.values.datapoint import PublishedValue
from schema.values.figures import Figures

# An earlier value of a key with its qualifier, from the history; asked only where the present one does not agree.
Earlier = Callable[[Key], Iterable[tuple[Decimal, str]]]
Kind = Literal["value", "printed", "earlier"]


@dataclass(frozen=True, slots=True)
class KnownFact:
    """One value that the workspace has for a key; `own`: it has it from the text that is being read.

    `source` is the report that printed it, or where a value comes from as its field says; `place` the page.
    """

    kind: Kind
    value: Decimal
    qualifier: str = ""
    source: str = ""
    place: str = ""
    own: bool = False


def no_history(key: Key) -> tuple[tuple[Decimal, str], ...]:
    """Know of nothing earlier."""
    del key
    return ()


@dataclass(slots=True)
class KnownFacts:
    """All that is known, by key; `source` is the code of the text that is being read, empty where nobody knows it.

    `reports` gives each report its year.
    """

    figures: Figures
    earlier: Earlier = no_history
    source: str = ""
    reports: Mapping[str, int] = field(default_factory=dict[str, int])
    _printed: Mapping[Key, list[PublishedValue]] = field(init=False)
    _years: dict[tuple[str, str], set[int]] = field(init=False)
    _cuts: Mapping[str, tuple[str, ...]] = field(init=False)
    _units: Counter[str] = field(init=False)
    _known: dict[Key, tuple[KnownFact, ...]] = field(default_factory=dict[Key, "tuple[KnownFact, ...]"])

    def __post_init__(self) -> None:
        printed, years = dict[Key, list[PublishedValue]](), dict[tuple[str, str], set[int]]()
        for value in self.figures.snapshot.published:
            printed.setdefault(value.key, []).append(value)
        self._printed = printed
        self._units = Counter(metric.unit for metric in self.figures.catalogue.metrics.values())
        for key in (*printed, *self.figures.snapshot.points):
            years.setdefault((key.metric, key.category), set()).add(key.period)
        self._years = years
        cuts = dict[str, tuple[str, ...]]()
        for metric, category in years:
            if category:
                cuts[metric] = (*cuts.get(metric, ()), category)
        self._cuts = cuts

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue in force."""
        return self.figures.catalogue

    def metric(self, code: str) -> Metric | None:
        """Return what a key is a value of; a number of a record is one, too."""
        return metric_of(self.catalogue, code)

    def years(self, metric: str, category: str) -> tuple[int, ...]:
        """Return the years of which something is known, the latest first."""
        if metric.startswith("record/"):
            return (0,)
        known = self._years.get((metric, category), set[int]())
        definition = self.catalogue.metrics.get(metric)
        if definition is not None and (definition.formula is not None or not known):
            known = known | {key.period for key in self.figures.snapshot.points}
        return tuple(sorted(known, reverse=True))

    def record_years(self, code: str) -> tuple[int, ...]:
        """Return the years of which a record's number may be: that of its date, else that of its report."""
        address = parse_record(code)
        record = self.figures.snapshot.records.get(address[0]) if address else None
        kind = self.catalogue.records.get(record.key.type) if record else None
        if record is None or kind is None:
            return ()
        dates = (record.field(column.code).typed[:4] for column in kind.columns if column.kind == "date")
        dated = tuple(int(year) for year in dates if year.isdecimal())
        return dated or ((self.reports[record.report],) if record.report in self.reports else ())

    def counted_in(self, unit: str) -> int:
        """Return how many metrics have a unit."""
        return self._units[unit]

    def cuts(self, metric: str) -> tuple[str, ...]:
        """Return the categories of a metric of which something is known."""
        return self._cuts.get(metric, ())

    def of(self, key: Key) -> tuple[KnownFact, ...]:
        """Return what stands at a key and what was printed of it; what stands there first."""
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = tuple(self._of(key))
        return known

    def _of(self, key: Key) -> Iterable[KnownFact]:
        result = self.figures.value(key)
        if result.value is not None:
            said = result.point.source if result.point else ""
            yield KnownFact("value", result.value, result.qualifier, said, own=self._is_own(said))
        for printed in self._printed.get(key, ()):
            own = bool(self.source) and printed.report == self.source
            yield KnownFact("printed", printed.value, printed.qualifier, printed.report, printed.place, own)

    def before(self, key: Key) -> tuple[KnownFact, ...]:
        """Return what stood at a key before, and what it was before it was restated."""
        stood = [KnownFact("earlier", value, qualifier) for value, qualifier in self.earlier(key)]
        restated = self.figures.snapshot.restatements.values()
        return (*stood, *(KnownFact("earlier", r.old, "", r.report, r.place) for r in restated if r.key == key))

    def _is_own(self, said: str) -> bool:
        """Whether the field that says where a value comes from names the text that is being read."""
        return bool(self.source) and said.split(" ", 1)[0] == self.source
