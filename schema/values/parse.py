"""The one entrance for text and the one for numbers: everything behind may trust its input."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, get_args

from schema.catalogue.definitions import Catalogue, Metric
from schema.catalogue.number_format import SCALES, split_unit
from schema.grammar.decimals import EXACT, is_long_text, quotient
from schema.values.omissions import find_omission
from schema.values.qualifiers import take_after, take_before

_BIDI = set("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
# Mapped one by one: NFKC would turn 10² into 102.
_FULL_WIDTH = str.maketrans("０１２３４５６７８９．，－＋％（）～＞＜＝／　", "0123456789.,-+%()~><=/ ")
_MINUS = str.maketrans("−–—﹣", "----")
_SHOWN = 16  # of the digits that are too many, so many are named
_NUMBER = re.compile(r"[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|[-+]?\.\d+")


# Why a text is no value. Each has its sentence wherever values are read: in forms, tables, old sheets, records.
Problem = Literal["number.unreadable", "number.digits", "unit.unknown", "unit.scale_twice", "unit.other_dimension"]
PROBLEMS: tuple[Problem, ...] = get_args(Problem)


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a typed text means: a value in the metric's stored unit, or an omission, or unread text with a problem.

    `resolution` is the size of the last typed digit in the stored unit; `typed` the cleaned text;
    `problem` says why it was not understood, `detail` is the part that was not.
    """

    typed: str
    value: Decimal | None = None
    qualifier: str = ""
    omission: str = ""
    unread: str = ""
    problem: Problem | Literal[""] = ""
    detail: str = ""
    resolution: Decimal = Decimal(1)
    changed: bool = False

    @property
    def empty(self) -> bool:
        """Whether nothing was typed."""
        return not self.typed


def clean_text(text: str) -> str:
    """Drop what no document can hold (controls, surrogates, non-characters, bidi marks) and compose (NFC)."""
    kept = (c for c in text.replace("\r\n", "\n").replace("\r", "\n") if c in "\n\t" or _fit(c))
    return unicodedata.normalize("NFC", "".join(kept))


def _fit(character: str) -> bool:
    point = ord(character)
    if unicodedata.category(character) in ("Cc", "Cs") or character in _BIDI:
        return False
    return not (0xFDD0 <= point <= 0xFDEF or point & 0xFFFE == 0xFFFE)


def parse_value(text: str, metric: Metric, catalogue: Catalogue, unit_text: str = "") -> Parsed:
    """Read a number as people write it; `unit_text` is the unit of its column or field ("" = the stored unit)."""
    typed = clean_text(text).strip()
    changed = typed != text.strip()
    if not typed:
        return Parsed("", changed=changed)
    words = typed.translate(_FULL_WIDTH).strip()
    if omission := find_omission(words):
        return Parsed(typed, omission=omission, changed=changed)
    written = _written(words.translate(_MINUS))
    outcome = written if isinstance(written, _Obstacle) else _measured(written, metric, catalogue, unit_text)
    if isinstance(outcome, _Obstacle):
        return Parsed(typed, unread=typed, problem=outcome.problem, detail=outcome.detail or typed, changed=changed)
    value, step = outcome
    assert isinstance(written, _Written)
    return Parsed(typed, value, written.qualifier, resolution=step, changed=changed)


@dataclass(frozen=True, slots=True)
class _Obstacle:
    """Why a text is not read, and the part in question ("" = all of it)."""

    problem: Problem
    detail: str = ""


@dataclass(frozen=True, slots=True)
class _Written:
    """A number as it was written: its digits without commas, its qualifier, and what follows (scale word, unit)."""

    digits: str
    qualifier: str
    rest: str


def _written(words: str) -> _Written | _Obstacle:
    before, core = take_before(words)
    negative = re.fullmatch(r"\((.+?)\)(.*)", core)
    core = f"-{negative[1].strip()}{negative[2]}" if negative else core
    match = _NUMBER.match(core)
    if match is None:
        return _Obstacle("number.unreadable")
    after, rest = take_after(core[match.end() :].strip(), tuple(SCALES))
    if re.match(r"[\d,.]", rest) or before.against(after):
        return _Obstacle("number.unreadable")
    digits = match[0].replace(",", "")
    if is_long_text(digits.lstrip("+-")):
        return _Obstacle("number.digits", f"{digits[:_SHOWN]}…")
    return _Written(digits, after.code or before.code, rest)


def _measured(
    written: _Written, metric: Metric, catalogue: Catalogue, unit_text: str
) -> tuple[Decimal, Decimal] | _Obstacle:
    """Return value and last typed digit in the metric's stored unit."""
    own = catalogue.units[metric.unit]
    column = split_unit(unit_text, catalogue.units, own) if unit_text else (0, "")
    if column is None:
        return _Obstacle("unit.unknown", unit_text)
    beside = split_unit(written.rest, catalogue.units, own) if written.rest else (0, "")
    if beside is None:
        return _Obstacle("unit.unknown", written.rest)
    scale, code = beside if beside[1] else (beside[0] or column[0], column[1])
    if beside[0] and not beside[1] and column[0]:
        return _Obstacle("unit.scale_twice", f"{written.rest} / {unit_text}")
    unit = catalogue.units[code or metric.unit]
    if unit.dimension != own.dimension:
        return _Obstacle("unit.other_dimension", unit.name.zh_hans)
    number = Decimal(written.digits)
    factor = EXACT.multiply(unit.factor, Decimal(1).scaleb(scale))
    # Multiplied first: what ends in the stored unit (3.6 MJ = 1 kWh) is exact.
    value, step = (quotient(EXACT.multiply(part, factor), own.factor) for part in (number, _last_digit(number)))
    return value, step


def _last_digit(number: Decimal) -> Decimal:
    exponent = number.as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
