"""Parts of a whole: each breakdown a bar of 100 %. Only parts that are exact, and that are the whole, have a share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import zip_longest

from exporters.assembly.assembly import Assembly
from exporters.assembly.chart_points import Drawing, Point, Source
from exporters.assembly.numbers import linked
from exporters.assembly.table_lines import Line
from exporters.charts.data import PERCENT, ChartPoint, ChartSeries
from exporters.charts.labels import digits_format
from exporters.content import Inlines, Text
from schema.catalogue.outline import Placement
from schema.grammar.decimals import EXACT, quotient
from schema.grammar.reference import Key, category_parts, parse_reference
from schema.values.display import round_half_up

_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Bar:
    """One breakdown: its name, its parts with their share in percent, and where the whole stands."""

    name: str
    parts: tuple[tuple[Line, Decimal], ...]
    whole: Key


def bars_of(source: Source) -> tuple[Bar, ...]:
    """Return a bar for each placement; none at all where a part of one is missing, not exact or left out."""
    bars: list[Bar] = []
    for placement in source.block.series:
        lines = [line for line in source.lines if line.placement is placement]
        bar = _bar(source.assembly, placement, lines)
        if bar is None:
            return ()
        bars.append(bar)
    return tuple(bars)


def _bar(assembly: Assembly, placement: Placement, lines: Sequence[Line]) -> Bar | None:
    present = [line for line in lines if assembly.figures.value(line.key).value is not None]
    whole = _whole(assembly, placement)
    if whole is None or len(present) < 2 or not all(_may_be_shared(assembly, line) for line in lines):
        return None
    values = [assembly.figures.value(line.key).unrounded or Decimal(0) for line in present]
    total, known = sum(values, Decimal(0)), assembly.figures.value(whole).unrounded
    if total <= 0 or min(values) < 0 or known not in (None, total):
        return None
    shares = [quotient(EXACT.multiply(value, _HUNDRED), total) for value in values]
    return Bar(_bar_name(assembly, placement), tuple(zip(present, shares, strict=True)), whole)


def _may_be_shared(assembly: Assembly, line: Line) -> bool:
    """Whether a part is exact and there, or nobody is asked for it."""
    result = assembly.figures.value(line.key)
    if result.value is None:
        return not line.asked and not result.untold
    return not result.qualifier and not assembly.withheld(line.key)


def _whole(assembly: Assembly, placement: Placement) -> Key | None:
    """Return where the whole of a wildcard stands."""
    reference = parse_reference(placement.reference)
    if reference is None:
        return None
    fixed = (f"{code}={member}" for code, member in category_parts(reference.category) if member != "*")
    return replace(reference.key(assembly.year), category=";".join(fixed))


def _bar_name(assembly: Assembly, placement: Placement) -> str:
    """Return the placement's label, else the name of what it is divided by."""
    if label := assembly.words(placement.label):
        return label
    reference = parse_reference(placement.reference)
    wild = [code for code, member in category_parts(reference.category) if member == "*"] if reference else []
    known = assembly.catalogue.breakdowns
    return assembly.punctuation.listed(assembly.words(known[code].name) for code in wild if code in known)


def shares_drawing(source: Source, bars: Sequence[Bar]) -> tuple[Drawing, tuple[ChartSeries, ...], str]:
    """Return the shares as points, as series with the names of their parts, and their number format."""
    shares = [share for bar in bars for _, share in bar.parts]
    decimals = next(n for n in range(1, 9) if all(not share or round_half_up(share, n) for share in shares) or n == 8)
    form = digits_format(decimals) + PERCENT
    rows: list[tuple[Point, ...]] = []
    series: list[ChartSeries] = []
    for number, column in enumerate(zip_longest(*(bar.parts for bar in bars))):
        rows.append(tuple(_point(bar, part, decimals) for bar, part in zip(bars, column, strict=True)))
        names = tuple(source.label(part[0]) if part else "" for part in column)
        distinct = tuple(dict.fromkeys(filter(None, names)))
        name = distinct[0] if len(distinct) == 1 else str(number + 1)
        series.append(ChartSeries(name, tuple(one.shown for one in rows[-1]), parts=names))
    drawing = Drawing(tuple(one.name for one in series), tuple(bar.name for bar in bars), tuple(rows))
    return drawing, tuple(series), form


def _point(bar: Bar, part: tuple[Line, Decimal] | None, decimals: int) -> Point:
    if part is None:
        return Point(ChartPoint(bar.whole, Decimal(1), None), None, "")
    line, share = part
    keys = tuple(line.key for line, _ in bar.parts)
    return Point(ChartPoint(line.key, Decimal(1), share, whole=keys), round_half_up(share, decimals), "")


def whole_note(assembly: Assembly, bars: Sequence[Bar]) -> tuple[Inlines, ...]:
    """Return how much 100 % are, where that is the same for all bars and known."""
    wholes = {bar.whole for bar in bars}
    if len(wholes) != 1 or assembly.figures.value(bars[0].whole).value is None:
        return ()
    shown = linked(assembly, bars[0].whole, "")
    before, after = assembly.say("chart.whole").split("…")
    return ((Text(before + shown.before), shown.number, Text(shown.after + after)),)
