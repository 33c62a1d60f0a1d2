"""Where the names of parts stand: inside a part that has room for them, the others together at the bar's end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from exporters.charts.colours import INK, WHITE, is_dark, lighter, palette
from exporters.charts.data import ChartData

SIZE = 9.0  # points
_LEAST = Decimal(14)  # percent of the bar
_SIDES = 8.0  # points
WIDTH = 459.0  # points, as the draft's text; of it the names of the bars take what they need
_BETWEEN = {True: "，", False: ", "}


@dataclass(frozen=True, slots=True)
class BarLabels:
    """What stands in the parts of one bar, series by series, and behind its end; empty texts for nothing."""

    inside: tuple[str, ...]
    behind: str


def share_labels(data: ChartData) -> tuple[BarLabels, ...]:
    """Return the labels of each bar."""
    whole = WIDTH - names_width(data)
    return _bars(data, whole * 100 / (100 + _behind_share(_bars(data, whole), whole)))


def scale_end(data: ChartData) -> float:
    """Return where the axis ends, in percent: words behind the bars have their room beyond 100."""
    return 100 + _behind_share(share_labels(data), WIDTH - names_width(data))


def names_width(data: ChartData) -> float:
    """Return the room of the bars' names, in points."""
    widest = max((words_width(name) for name in data.categories), default=0.0)
    return min(widest + 2 * _SIDES, WIDTH * 0.35)


def share_colours(data: ChartData) -> tuple[str, ...]:
    """Return the colours of the parts: the company's second first, then its first, then lighter ones."""
    first, second, *_ = palette(data.colours, 2)
    shades = (second, first, lighter(second, 0.5), lighter(first, 0.5), lighter(second, 0.75), lighter(first, 0.75))
    more = palette(data.colours, len(data.series) + 2)[2:]
    return (*shades, *more)[: len(data.series)]


def ink_on(colour: str) -> str:
    """Return what words on a colour are written in."""
    return WHITE if is_dark(colour) else INK


def part_words(data: ChartData, series: int, bar: int) -> str:
    """Return a part with its share."""
    value = data.series[series].values[bar]
    return f"{data.series[series].parts[bar]} {value}%" if value is not None else ""


def _bars(data: ChartData, room: float) -> tuple[BarLabels, ...]:
    return tuple(_bar(data, bar, room) for bar in range(len(data.categories)))


def _bar(data: ChartData, bar: int, room: float) -> BarLabels:
    words = [part_words(data, series, bar) for series in range(len(data.series))]
    shares = [series.values[bar] or Decimal(0) for series in data.series]
    fits = [_fits(text, share, room) for text, share in zip(words, shares, strict=True)]
    chinese = any(ord(sign) > 0x2E80 for text in words for sign in text)
    outside = [text for text, inside in zip(words, fits, strict=True) if text and not inside]
    inside = tuple(text if fit else "" for text, fit in zip(words, fits, strict=True))
    return BarLabels(inside, _BETWEEN[chinese].join(outside))


def _fits(words: str, share: Decimal, room: float) -> bool:
    return share >= _LEAST and words_width(words) + _SIDES <= float(share) / 100 * room


def _behind_share(bars: Sequence[BarLabels], whole: float) -> float:
    """Return the room behind the bars in percent of one."""
    widest = max((words_width(bar.behind) for bar in bars), default=0.0)
    widest = min(widest + _SIDES if widest else 0.0, whole * 0.45)
    return round(widest / (whole - widest) * 100, 1)


def words_width(words: str) -> float:
    """Return about how wide bold words are, in points."""
    return SIZE * sum(1.0 if ord(sign) > 0x2E80 else 0.58 for sign in words)
