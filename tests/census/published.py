"""The values a report published, from the sample's figures files, and which number of its text shows which."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from tests.census.tokens import Flat, Number, numbers

# A value with this many digits is told apart by itself; a shorter one needs its unit and a near page.
_TELLING = 4
_NEAR = 8


@dataclass(frozen=True, slots=True)
class Value:
    """One published value: its reference, the number as printed, its unit's words, and the page (0 = unknown).

    `scaled_by_head` tells that its scale word may stand in the head of a table instead of behind the number.
    """

    reference: str
    number: Number
    unit: str
    page: int
    scaled_by_head: bool

    @property
    def telling(self) -> bool:
        """Whether the value has enough digits (zeros at the end apart) to be told apart by itself."""
        return len(str(self.number.bare).replace(".", "").strip("0")) >= _TELLING


def read_values(folder: Path, report: str) -> tuple[Value, ...]:
    """Read what a report published from all figures files of a folder."""
    values: list[Value] = []
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            values.extend(v for row in csv.DictReader(file) if row.get("report") == report for v in _values(row))
    return tuple(values)


def _values(row: dict[str, str]) -> Iterable[Value]:
    category = f":{row['category']}" if row.get("category") else ""
    reference = f"{row['metric']}@{row['period']}{category}"
    page = re.search(r"\d+", row.get("place") or "")
    column = row.get("unit") or ""
    scale = re.match(r"[百千]?[万萬亿億]", column)
    for number in numbers(row["value"] + (scale[0] if scale else "")):
        unit = "" if column else number.after.strip("+以上余餘多 ")
        yield Value(reference, number, unit, int(page[0]) if page else 0, bool(column))


class Pages:
    """The page on which a line stands, between values that stand in one line and on one page only."""

    def __init__(self, found: Iterable[Number], values: Iterable[Value], lines: int, pages: int) -> None:
        """Lay the scale: from line 1 on page 1 to the last line on the last page."""
        places: dict[Decimal, set[int]] = {}
        for value in values:
            places.setdefault(value.number.value, set()).add(value.page if value.telling else 0)
        single = {v: p.copy().pop() for v, p in places.items() if len(p) == 1 and 0 not in p}
        seen: dict[Decimal, list[int]] = {}
        for number in found:
            if number.value in single:
                seen.setdefault(number.value, []).append(number.line)
        points = sorted((where[0], single[v]) for v, where in seen.items() if len(where) == 1)
        self._points = [(1, 1), *_rising(points), (max(lines, 2), pages)]

    def page(self, line: int) -> float:
        """Return the page on which a line is likely to stand."""
        (first, low), (last, high) = self._around(line)
        return low + (high - low) * (line - first) / max(last - first, 1)

    def _around(self, line: int) -> tuple[tuple[int, int], tuple[int, int]]:
        for left, right in zip(self._points, self._points[1:], strict=False):
            if line <= right[0]:
                return left, right
        return self._points[-2], self._points[-1]


def _rising(points: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Keep the points whose page fits between the one before and most behind."""
    return [
        (line, page)
        for line, page in points
        if sum((a < line) != (b < page) and b != page for a, b in points) <= len(points) // 10
    ]


def match(flat: Flat, number: Number, values: Iterable[Value], pages: Pages, *, telling: bool) -> Value | None:
    """Return the published value a number shows; with `telling` only by values that stand for themselves."""
    page = pages.page(number.line)
    alone = flat.alone(number)
    candidates = [v for v in values if v.telling == telling and _equal(number, v, alone)]
    if not telling:
        candidates = [
            v for v in candidates if (alone or _fit(number, v)) and (not v.page or abs(v.page - page) <= _NEAR)
        ]
    return min(candidates, key=lambda v: (-_fit(number, v), abs(v.page - page), v.reference), default=None)


def _equal(number: Number, value: Value, alone: bool) -> bool:
    """Compare values; in a table or a box the scale word may stand apart from the number."""
    other = value.number
    if number.percent != other.percent:
        return number.bare == other.bare and value.scaled_by_head
    if number.value == other.value:
        return True
    return number.bare == other.bare and not number.scale and (value.scaled_by_head or alone)


def _fit(number: Number, value: Value) -> int:
    """Compare the unit's words behind the number with the value's: 2 the same, 1 not written, 0 others."""
    if not value.unit or not number.after:
        return 1
    if number.after.startswith(value.unit):
        return 2
    return int(value.unit[:1] == number.after[:1])
