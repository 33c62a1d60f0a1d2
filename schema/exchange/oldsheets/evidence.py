"""Values that are already known, as evidence for what a row means: the same number in the same year."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal

from schema.catalogue.definitions import Catalogue
from schema.exchange.oldsheets.names import Target
from schema.exchange.oldsheets.source import SourceRow
from schema.grammar.decimals import plain
from schema.grammar.reference import Key
from schema.values.figures import Figures
from schema.values.parse import Parsed, parse_value

_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
# Fewer digits agree by chance too often.
_TELLING = 3


class Evidence:
    """What stands in the workspace: current values, figures and what reports printed."""

    def __init__(self, catalogue: Catalogue, figures: Figures) -> None:
        """Sort all known values by year and digits once."""
        self._catalogue = catalogue
        self._known: dict[Key, list[tuple[Decimal, Decimal]]] = defaultdict(list)
        for key, value, step in _known(catalogue, figures):
            self._known[key].append((value, step))
        self._digits: dict[tuple[int, str], set[Target]] = defaultdict(set)
        for key, values in self._known.items():
            for value, _ in values:
                self._digits[key.period, digits(plain(value))].add(Target(key.metric, key.category))

    def candidates(self, row: SourceRow) -> tuple[Target, ...]:
        """Return what has the digits of this row's numbers in the same years, the most years first."""
        found: Counter[Target] = Counter()
        for cell in row.cells:
            told = digits(cell.text)
            if len(told) >= _TELLING:
                found.update(self._digits.get((cell.year, told), ()))
        return tuple(target for target, _ in sorted(found.items(), key=lambda item: (-item[1], item[0])))

    def agreeing(self, row: SourceRow, target: Target) -> int:
        """Return in how many years this row says, in its unit, what is known of the target."""
        metric = self._catalogue.metrics[target.metric]
        count = 0
        for cell in row.cells:
            known = self._known.get(Key(target.metric, cell.year, category=target.category))
            if known and len(digits(cell.text)) >= _TELLING:
                parsed = parse_value(cell.text, metric, self._catalogue, row.unit)
                count += parsed.value is not None and any(agrees(parsed, value, step) for value, step in known)
        return count


def agrees(parsed: Parsed, value: Decimal, step: Decimal = Decimal(0)) -> bool:
    """Whether a number says the same as a known value, at the coarser one's precision (`step` of the known one)."""
    if parsed.value is None:
        return False
    return abs(parsed.value - value) * 2 <= max(parsed.resolution, step)


def digits(text: str) -> str:
    """Return a number's digits without sign, point and the zeros at both ends."""
    match = _DIGITS.search(text)
    return match[0].replace(",", "").replace(".", "").strip("0") if match else ""


def _known(catalogue: Catalogue, figures: Figures) -> Iterator[tuple[Key, Decimal, Decimal]]:
    snapshot = figures.snapshot
    for key, point in snapshot.points.items():
        if point.value is not None and not (key.entity or key.span) and key.metric in catalogue.metrics:
            yield key, point.value, Decimal(0)
    for published in snapshot.published:
        if not (published.key.entity or published.key.span) and published.key.metric in catalogue.metrics:
            yield published.key, published.value, published.resolution
    for metric in catalogue.metrics.values():
        for year in snapshot.periods() if metric.formula is not None else ():
            value = figures.value(Key(metric.code, year)).value
            if value is not None:
                yield Key(metric.code, year), value, Decimal(0)
