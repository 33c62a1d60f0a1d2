"""The value of a year, or of a part of it, from those of the shorter parts that make it up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from schema.catalogue.definitions import Metric
from schema.grammar.fiscal import FiscalYear, length_of
from schema.grammar.reference import Key
from schema.values.rollup.way import Part, Way

AXIS = "period"  # as a metric's `sum_over` names it
_YEAR = ""
# By how long a whole is, into what it can be parted; the longer parts first.
_BELOW: Mapping[str, tuple[str, ...]] = {
    _YEAR: ("half", "quarter", "month"), "half": ("quarter", "month"), "quarter": ("month",), "month": (),
}  # fmt: skip
_ABOVE = ("quarter", "half", _YEAR)


def adds_up(metric: Metric) -> bool:
    """Whether a longer period's value follows from those of its parts: never that of a rate or an average."""
    return metric.timing != "flow" or AXIS in metric.sum_over


class PeriodRollup:
    """Which parts make up a year; where neither a metric asks for parts nor any is kept, none are looked for.

    What was counted over time adds up; what is counted at an end, or since a year, is that of the last part.
    """

    def __init__(self, fiscal: FiscalYear, kept: Iterable[Key]) -> None:
        self._fiscal = fiscal
        spans: dict[str, set[str]] = {}
        for key in kept:
            if key.span:
                spans.setdefault(key.metric, set()).add(key.span)
        self._kept = {code: frozenset(known) for code, known in spans.items()}
        self._parts: dict[tuple[str, str], tuple[str, ...]] = {}

    @property
    def kept(self) -> Mapping[str, frozenset[str]]:
        """The spans of which any value is kept, by metric."""
        return self._kept

    def follows(self, metric: Metric) -> bool:
        """Whether the value of a year may follow from those of its parts."""
        if metric.formula is not None or not (metric.collected or metric.code in self._kept):
            return False
        return adds_up(metric)

    def ways(self, key: Key, metric: Metric) -> Iterator[Way]:
        """Yield how a value follows from shorter parts, those that the metric is collected by first."""
        if not self.follows(metric):
            return
        below = _BELOW[length_of(key.span)]
        for kind in sorted(below, key=lambda kind: kind != metric.collected):
            spans = self.parts(key.span, kind)
            taken = spans if metric.timing == "flow" else spans[-1:]
            parts = tuple([Part(Key(key.metric, key.period, key.entity, key.category, span)) for span in taken])
            yield Way("period", parts, kind == metric.collected, last=metric.timing != "flow")

    def wholes(self, key: Key, metric: Metric) -> Iterator[Key]:
        """Yield the keys of the longer parts that one lies in, and of the year."""
        if not key.span or not self.follows(metric):
            return
        for kind in _ABOVE[_ABOVE.index(_longer(key.span)) :]:
            for span in self._fiscal.spans(kind) if kind else (_YEAR,):
                if set(self._fiscal.months(key.span)) <= set(self._fiscal.months(span)):
                    yield Key(key.metric, key.period, key.entity, key.category, span)

    def asked(self, key: Key, metric: Metric, typed: bool) -> tuple[Key, ...]:
        """Return what is to be typed for a value of a year: its parts, and the year itself where it is not theirs.

        Where the year alone is `typed`, that is the answer.
        """
        if not metric.collected or key.span or metric.formula is not None or typed:
            return (key,)
        spans = self._fiscal.spans(metric.collected)
        own = () if self.follows(metric) else (_YEAR,)
        return tuple([Key(key.metric, key.period, key.entity, key.category, span) for span in (*own, *spans)])

    def parts(self, span: str, kind: str) -> tuple[str, ...]:
        """Return the parts of one length that make up a span, in order."""
        known = self._parts.get((span, kind))
        if known is None:
            within = set(self._fiscal.months(span))
            spans = self._fiscal.spans(kind)
            known = tuple(part for part in spans if set(self._fiscal.months(part)) <= within)
            self._parts[span, kind] = known
        return known

    def spans_of(self, codes: Iterable[str]) -> tuple[str, ...]:
        """Return the parts of a year of which metrics have values, with the longer ones that these make up."""
        found: set[str] = set()
        for span in frozenset[str]().union(*(self._kept.get(code, frozenset()) for code in codes)):
            found |= {span, *self._around(span)}
        return tuple(sorted(found, key=self._fiscal.place))

    def _around(self, span: str) -> Iterator[str]:
        months = set(self._fiscal.months(span))
        for kind in ("quarter", "half"):
            yield from (one for one in self._fiscal.spans(kind) if months < set(self._fiscal.months(one)))


def _longer(span: str) -> str:
    return {"month": "quarter", "quarter": "half", "half": _YEAR}[length_of(span)]
