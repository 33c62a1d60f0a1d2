"""The one entrance for text and the one for numbers: everything behind may trust its input."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, get_args

from schema.catalogue.definitions import Catalogue, Metric, Unit
from schema.catalogue.number_format import WRITTEN_SCALES, split_counter, split_unit
from schema.grammar.decimals import EXACT, last_digit, quotient
from schema.values.arithmetic import NoSum, read_sum
from schema.values.currencies import CURRENCIES, take_currency, take_currency_behind
from schema.values.decimal_marks import DecimalMark, with_point
from schema.values.labels import read_label
from schema.values.marks import drop_invisible, is_raised, take_leading_mark, take_mark
from schema.values.numerals import Endless, Numeral, numerals
from schema.values.obstacles import PROBLEMS, Problem, is_zero_word, name_problem, range_ends, word_problem
from schema.values.omissions import find_omission
from schema.values.qualifiers import EXACTLY, Qualifier, both, range_to, take_after, take_before

__all__ = ["NOTICES", "PROBLEMS", "Notice", "NoticeKind", "Parsed", "Problem", "clean_text", "parse_value"]

_BIDI = "\u200e\u200f\u202a-\u202e\u2066-\u2069"
_CONTROLS = "\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff"
_NO_CHARACTERS = "\ufdd0-\ufdef" + "".join(f"{chr(p << 16 | 0xFFFE)}{chr(p << 16 | 0xFFFF)}" for p in range(17))
_UNFIT = re.compile(f"[{_BIDI}{_CONTROLS}{_NO_CHARACTERS}]")
# Mapped one by one: NFKC would turn 10² into 102.
_FULL_WIDTH = str.maketrans("０１２３４５６７８９．，－＋％（）～＞＜＝／＄＊　", "0123456789.,-+%()~><=/$* ")
_MINUS = str.maketrans("−–—―﹣‐‑", "-------")
_SHOWN = 16  # of the digits that are too many, so many are named
_SCALES = tuple(sorted(WRITTEN_SCALES, key=len, reverse=True))

# What was dropped or assumed while a number was read: invisible characters, a footnote mark, blanks between digits
# that could be two numbers, a sum that was computed, an exchange rate.
NoticeKind = Literal["invisible", "mark", "blanks", "sum", "rate"]
NOTICES: tuple[NoticeKind, ...] = get_args(NoticeKind)


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing that was dropped or assumed, and the part of the text that it concerns."""

    kind: NoticeKind
    detail: str


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a typed text means: a value in the metric's stored unit, or an omission, or unread text with a problem.

    `resolution` is the size of the last typed digit in the stored unit; `typed` the cleaned text, with a decimal point;
    `problem` says why it was not understood, `detail` is the part that was not; `noticed` what a person should know of
    how it was understood.
    """

    typed: str
    value: Decimal | None = None
    qualifier: str = ""
    omission: str = ""
    unread: str = ""
    problem: Problem | Literal[""] = ""
    detail: str = ""
    resolution: Decimal = Decimal(1)
    noticed: tuple[Notice, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing was typed."""
        return not self.typed


def clean_text(text: str) -> str:
    """Drop what no document can hold (controls, surrogates, non-characters, bidi marks) and compose (NFC)."""
    if text.isascii() and text.isprintable():
        return text  # mostly
    plain = _UNFIT.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return plain if plain.isascii() else unicodedata.normalize("NFC", plain)


def parse_value(
    text: str, metric: Metric, catalogue: Catalogue, unit_text: str = "", decimal: DecimalMark = "point"
) -> Parsed:
    """Read a number as people write it; `unit_text` is the unit of its column or field ("" = the stored unit)."""
    seen, dropped = _seen(text)
    noticed = (Notice("invisible", ", ".join(dropped)),) if dropped else ()
    if not seen:
        return Parsed("", noticed=noticed)
    typed = with_point(seen) if decimal == "comma" else seen
    words = typed.translate(_FULL_WIDTH).strip().translate(_MINUS)
    if omission := find_omission(words):
        return Parsed(typed, omission=omission, noticed=noticed)
    if metric.traits.labelled:
        return _labelled(seen, metric, noticed)
    outcome = _Reader(metric, catalogue, unit_text).read(words)
    if isinstance(outcome, _Obstacle):
        detail = outcome.detail or seen
        return Parsed(seen, unread=seen, problem=outcome.problem, detail=detail, noticed=noticed)
    noticed = (*noticed, *outcome.noticed)
    return Parsed(typed, outcome.value, outcome.qualifier, resolution=outcome.step, noticed=noticed)


def _labelled(seen: str, metric: Metric, noticed: tuple[Notice, ...]) -> Parsed:
    """Read a value that is said in words."""
    if word_problem(seen) == "number.open":
        return Parsed(seen, unread=seen, problem="number.open", detail=seen, noticed=noticed)
    read = read_label(seen.translate(_FULL_WIDTH).strip(), metric)
    if isinstance(read, Decimal):
        return Parsed(seen, read, noticed=noticed)
    problem, detail = read
    return Parsed(seen, unread=seen, problem=problem, detail=detail or seen, noticed=noticed)


def _seen(text: str) -> tuple[str, tuple[str, ...]]:
    """Return what a person sees of a text, and the names of the characters that were dropped."""
    if text.isascii() and text.isprintable():
        return text.strip(), ()
    visible, dropped = drop_invisible(text)
    lost = (c for c in _UNFIT.findall(visible) if c != "\r")
    names = dict.fromkeys((*dropped, *(f"U+{ord(c):04X}" for c in lost)))
    return clean_text(visible).strip(), tuple(names)


@dataclass(frozen=True, slots=True)
class _Obstacle:
    """Why a text is not read, and the part in question ("" = all of it)."""

    problem: Problem
    detail: str = ""


@dataclass(frozen=True, slots=True)
class _Amount:
    """A number in the metric's stored unit, and what was assumed about it."""

    value: Decimal
    step: Decimal
    qualifier: str
    noticed: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class _Written:
    """A number before its unit is known: qualifier, currency and footnote mark before it, and the numeral itself."""

    before: Qualifier
    currency: str
    numeral: Numeral
    mark: str = ""


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads one text for one metric whose column or field has this unit."""

    metric: Metric
    catalogue: Catalogue
    unit_text: str

    def read(self, words: str) -> _Amount | _Obstacle:
        ends = range_ends(words) if self.metric.traits.ranged else None
        return self._single(words) if ends is None else self._range(*ends)

    def _range(self, low: str, high: str) -> _Amount | _Obstacle:
        """Read both ends: currency, scale word and unit of one are those of the other where that has none."""
        currency, _ = take_currency(low)
        numeral = next(numerals(take_currency(low)[1]), None)
        behind = next(numerals(take_currency(high)[1]), None)
        shared = behind.rest if behind is not None and numeral is not None and not numeral.rest.strip() else ""
        first = self._single(low + shared)
        last = self._single(high if take_currency(high)[0] else currency + high)
        if isinstance(first, _Obstacle):
            return first
        if isinstance(last, _Obstacle):
            return last
        if first.qualifier or last.qualifier or first.value > last.value:
            return _Obstacle("number.unreadable")
        qualifier = range_to(last.value) if first.value < last.value else ""
        return _Amount(first.value, min(first.step, last.step), qualifier, (*first.noticed, *last.noticed))

    def _single(self, words: str) -> _Amount | _Obstacle:
        if problem := word_problem(words):
            return _Obstacle(problem)
        if words.startswith("="):
            return self._sum(words)
        first: _Obstacle | None = None
        try:
            for written in _ways(words):
                outcome = self._amount(written)
                if isinstance(outcome, _Amount):
                    return outcome
                first = first or outcome
        except Endless:
            return _Obstacle("number.sum")
        return self._named(words, first)

    def _named(self, words: str, first: _Obstacle | None) -> _Obstacle:
        """What keeps the text from being a number goes before what is wrong with its unit."""
        if first is not None and first.problem not in ("unit.unknown", "number.unreadable"):
            return first
        _, core = take_before(words)
        problem = name_problem(take_currency(core)[1])
        if problem[0] == "number.unreadable" and first is not None:
            return first
        return _Obstacle(*problem)

    def _sum(self, words: str) -> _Amount | _Obstacle:
        try:
            value, rest = read_sum(words)
        except NoSum:
            return _Obstacle("number.sum")
        outcome = self._amount(_Written(*take_before(""), Numeral(value, last_digit(value), rest)))
        if isinstance(outcome, _Obstacle):
            return outcome
        return _Amount(outcome.value, outcome.step, "", (Notice("sum", words), *outcome.noticed))

    def _amount(self, written: _Written) -> _Amount | _Obstacle:
        """Return the number with its unit; a footnote mark is taken off only where the unit is not known with it."""
        numeral = written.numeral
        if numeral.long:
            return _Obstacle("number.digits", f"{numeral.digits[:_SHOWN]}…")
        noticed = tuple(Notice("mark", mark) for mark in (written.mark,) if mark)
        noticed += (Notice("blanks", ""),) if numeral.loose else ()
        outcome = self._qualified(written, numeral.rest.strip(), noticed)
        if isinstance(outcome, _Amount) or outcome.problem != "unit.unknown":
            return outcome
        mark, rest = take_mark(numeral.rest)
        if not mark:
            return outcome
        if is_raised(mark) and numeral.value == 10:
            return _Obstacle("number.power")
        marked = self._qualified(written, rest, (*noticed, Notice("mark", mark)))
        return marked if isinstance(marked, _Amount) else outcome

    def _qualified(self, written: _Written, rest: str, noticed: tuple[Notice, ...]) -> _Amount | _Obstacle:
        after, unit = take_after(rest, _SCALES)
        if re.match(r"[\d,.]", unit) or written.before.against(after):
            return _Obstacle("number.unreadable")
        factor = self._factor(unit, written.currency)
        if isinstance(factor, _Obstacle):
            return factor
        own = self._own.factor
        # Multiplied first: what ends in the stored unit (3.6 MJ = 1 kWh) is exact.
        value, step = (
            quotient(EXACT.multiply(part, factor), own) for part in (written.numeral.value, written.numeral.step)
        )
        return _Amount(value, step, both(written.before, after).code, noticed)

    @property
    def _own(self) -> Unit:
        return self.catalogue.units[self.metric.unit]

    def _factor(self, rest: str, currency: str) -> Decimal | _Obstacle:
        """Return by what a number is multiplied to stand in coherent base units."""
        column = self._split(self.unit_text, "")
        if isinstance(column, _Obstacle):
            return column
        beside = self._split(rest, currency)
        if isinstance(beside, _Obstacle):
            return beside
        scale, code = beside if beside[1] else (beside[0] or column[0], column[1])
        if beside[0] and not beside[1] and column[0]:
            return _Obstacle("unit.scale_twice", f"{rest} / {self.unit_text}")
        unit = self.catalogue.units[code or self.metric.unit]
        if unit.dimension != self._own.dimension:
            return _Obstacle("unit.other_dimension", unit.code)
        return EXACT.multiply(unit.factor, Decimal(1).scaleb(scale))

    def _split(self, text: str, currency: str) -> tuple[int, str] | _Obstacle:
        """Return scale power and unit code of what stands beside a number or above it; no unit gives an empty code."""
        found = self._counter(text) or (split_unit(text, self.catalogue.units, self._own) if text else (0, ""))
        if found is None:
            behind, text = take_currency_behind(text)
            found = split_unit(text, self.catalogue.units, self._own) if behind and text else (0, "")
            if found is None or not behind:
                return _Obstacle("unit.unknown", f"{text}{behind}")
            currency = currency or behind
        if not currency:
            return found
        code = CURRENCIES[currency.lower()]
        if code not in self.catalogue.units or found[1] not in ("", code):
            return _Obstacle("unit.currency", currency)
        return found[0], code

    def _counter(self, text: str) -> tuple[int, str] | None:
        """Return what 个 counts, the metric's own unit, with the scale before it; None where something else stands."""
        return split_counter(text, self.catalogue.units, self._own) if self.metric.traits.counted else None


def _ways(words: str) -> Iterator[_Written]:
    """Yield each way in which a text may begin with a number, its qualifier and currency in either order."""
    mark, before, currency, core = "", EXACTLY, "", words
    if not words[:1].isdecimal():
        mark, core = take_leading_mark(words)
        before, core = take_before(core)
        currency, core = take_currency(core)
        if not before.code:
            before, core = take_before(core)
    negative = re.fullmatch(r"\((.+?)\)(.*)", core, re.DOTALL)
    core = f"-{negative[1].strip()}{negative[2]}" if negative else core
    if is_zero_word(core):
        yield _Written(before, currency, Numeral(Decimal(0), Decimal(1), ""))
        return
    for numeral in numerals(core):
        yield _Written(before, currency, numeral, mark)
