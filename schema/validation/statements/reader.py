"""Finds in a text what means something: words where one may begin, numbers where digits do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from schema.grammar.decimals import is_long_text
from schema.grammar.linked import LinkedNumber
from schema.grammar.reference import parse_reference
from schema.validation.statements.forms import CODE, FORMS, STANDARD, STANDARD_NUMBER
from schema.validation.statements.numerals import (
    FULL_WIDTH,
    SCALE_POWERS,
    UnitWords,
    lead_of,
    number_pattern,
    tail_qualifier,
)
from schema.validation.statements.spelled import spelling
from schema.validation.statements.statement import Claim, Comparison, Element, Period, Statement, Stop, Time
from schema.validation.statements.vocabulary import VOCABULARIES, Vocabulary
from schema.validation.statements.worded import is_multiple, worded

_PLACE = re.compile(r"\{\{|\}\}|\{(?P<inner>[^{}\n]+)\}|\d")
_YEAR = re.compile(r"(?P<said>(?:19|20)\d\d)(?:[-–/]\d\d(?!\d))?(?![\d,.]*\d|\s*[%％万萬亿億多余餘人名家个個])")
_CALENDAR = re.compile(
    r"\s*(?:[-–—~至到]\s*(?:19|20)\d\d\s*)?(?:年(?!均)(?:\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?)?|[-–—]\d\d?(?:[-–—]\d\d?)?(?!\d))?"
)
_WIDE = re.compile("[０-９．％＋～]")
_TAIL = 20  # so many characters before a number are looked at


class Reader:
    """The patterns of one language; made once for the units of a catalogue."""

    def __init__(self, language: str, units: UnitWords) -> None:
        self._language, self._vocabulary = language, VOCABULARIES[language]
        self._forms, self._form = FORMS[language]
        self._number = number_pattern(units)
        self._codes: dict[str, tuple[str, ...]] = {}
        for written, code in units.pairs:
            self._codes[written] = (*self._codes.get(written, ()), code)
        self._spelling = spelling(language, units, self._codes)
        rows = tuple(_rows(self._vocabulary))
        self._made = tuple(element for _, element in rows)
        end = r"(?![a-z])" if language == "en" else ""
        named = (pattern.replace("?P<basis>", f"?P<basis{n}>") for n, (pattern, _) in enumerate(rows))
        self._word = re.compile("|".join(f"(?P<w{n}>(?:{pattern}){end})" for n, pattern in enumerate(named)))

    def elements(self, text: str) -> tuple[Element, ...]:
        """Return what stands in a text, in order; nothing overlaps."""
        plain = text.translate(FULL_WIDTH) if _WIDE.search(text) else text
        lowered = plain.lower()
        words = self._words(lowered) if len(lowered) == len(plain) else ()
        stops = (Stop(m.start(), m.end(), m[0]) for m in self._vocabulary.stops.finditer(plain))
        return tuple(_in_order((*self._numbers(plain), *self._in_words(plain), *words, *stops)))

    def _in_words(self, text: str) -> Iterator[Statement]:
        """Yield numbers in words: shares, multiples, quantities."""
        yield from worded(text, self._language)
        yield from self._spelling.statements(text)

    def _words(self, text: str) -> Iterator[Element]:
        place = 0
        for hint in self._vocabulary.hints.finditer(text):
            match = self._word.match(text, hint.start()) if hint.start() >= place else None
            if match is not None and match.lastgroup is not None:
                place, number = match.end(), int(match.lastgroup[1:])
                yield _placed(self._made[number], match, match.groupdict().get(f"basis{number}"))

    def _numbers(self, text: str) -> Iterator[Element]:
        place = 0
        for match in _PLACE.finditer(text):
            if match.start() < place:
                continue
            element = _link(match) if match[0] != "{{" and match[0][0] == "{" else None
            if element is None and match[0].isdecimal():
                element = self._figure(text, match.start(), place)
            place = max(match.end(), element.end if element else 0)
            if element is not None:
                yield element

    def _figure(self, text: str, start: int, place: int) -> Element:
        """Return the number whose digits begin here; `place` is where the one before it ends."""
        tail = text[max(place, start - _TAIL) : start]
        if (code := _code(text, start, tail)) is not None:
            return code
        form = self._form.match(text, start)
        if form is not None and form.lastindex is not None:
            end = form.end() if form.end() > start else start + 1
            return Statement(start, end, text[start:end], form=self._forms[form.lastindex - 1])
        year = _YEAR.match(text, start)
        if year is not None:
            return _year(year, text)
        return self._quantity(text, start, tail)

    def _quantity(self, text: str, start: int, tail: str) -> Statement:
        match = self._number.match(text, start)
        if match is not None and _is_no_range(match):
            match = self._number.match(text, start, match.end("mid"))  # 16.2% 至 942 亿元: two numbers
        assert match is not None
        written, lead = match.groupdict(), lead_of(tail)
        scale = SCALE_POWERS.get(written["scale"] or "", 0)
        power = SCALE_POWERS.get((written["power"] or "").strip(), scale)
        digits, second = written["digits"] or "0", written["second"] or written["third"]
        negative = not lead.length and tail[-1:] in ("-", "−") and not tail[-2:-1].isalnum()
        unit = (written["unit"] or written["mid"] or "").strip().replace("％", "%")
        codes = self._codes.get("元" if lead.money else unit, ())
        begin = start - (lead.length or int(negative))
        end = match.start() + len(match[0].rstrip())
        value, high = _value(digits, power), _value(second, scale) if second else None
        after = (tail_qualifier((written[name] or "").strip()) for name in ("after", "beyond", "inside"))
        qualifier = next((row for row in after if row), lead.qualifier)
        return Statement(
            begin, end, text[begin:end], value.copy_negate() if negative else value, _step(digits, scale), high,
            codes, "" if codes else unit, qualifier.code if qualifier else "", multiple=is_multiple(unit),
        )  # fmt: skip


def _is_no_range(match: re.Match[str]) -> bool:
    """Whether two numbers that 至 joins are told in different units, one of them in percent."""
    return match["third"] is not None and match["mid"] in ("%", "％") and match["unit"] not in ("%", "％")


def _rows(vocabulary: Vocabulary) -> Iterator[tuple[str, Element]]:
    """Yield each pattern with what it makes; comparisons go before the words that they hold."""
    for row in vocabulary.compared:
        yield row.pattern, Comparison(0, 0, "", row.period)
    for row in vocabulary.claims:
        yield row.pattern, Claim(0, 0, "", row.sense, row.to, row.factor)
    for row in vocabulary.times:
        yield row.pattern, Time(0, 0, "", row.period or Period())


def _placed(made: Element, match: re.Match[str], basis: str | None) -> Element:
    element = replace(made, start=match.start(), end=match.end(), quote=match[0])
    return replace(element, period=Period(int(basis))) if basis and isinstance(element, Comparison) else element


def _in_order(elements: Iterable[Element]) -> Iterator[Element]:
    """Where two overlap the one that begins first stands, of two that begin alike the longer one."""
    end = 0
    for element in sorted(elements, key=lambda e: (e.start, -e.end)):
        if element.start >= end:
            end = element.end
            yield element


def _link(match: re.Match[str]) -> Statement | None:
    code, _, format_text = match["inner"].partition("|") if match["inner"] else ("", "", "")
    reference = parse_reference(code) if code else None
    if reference is None:
        return None
    link = LinkedNumber(reference, format_text.strip(), match[0], match.start())
    return Statement(match.start(), match.end(), match[0], link=link)


def _code(text: str, start: int, tail: str) -> Statement | None:
    """A number that belongs to a code: ISO 26000, N95, H5, an account's name."""
    before = tail[-1:]
    if tail.endswith(STANDARD):
        match = STANDARD_NUMBER.match(text, start)
        end = match.end() if match else start + 1
        return Statement(start, end, text[start:end], form="standard")
    if not before.isascii() or not (before.isalpha() or before in "_@#") or not before or tail.endswith(("RMB", "CNY")):
        return None
    match = CODE.match(text, start)
    end = match.end() if match else start + 1
    return Statement(start, end, text[start:end], form="name")


def _year(match: re.Match[str], text: str) -> Time:
    """A year names the time of what follows; a month or day of it is part of the date."""
    calendar = _CALENDAR.match(text, match.end())
    quote = text[match.start() : calendar.end() if calendar else match.end()].rstrip()
    part = "月" in quote or ("-" in quote and "年" not in quote)
    return Time(match.start(), match.start() + len(quote), quote, Period(int(match["said"]), part=part))


def _value(digits: str, scale: int) -> Decimal:
    return Decimal(digits.replace(",", "")).scaleb(scale) if not is_long_text(digits.replace(",", "")) else Decimal(0)


def _step(digits: str, scale: int) -> Decimal:
    """Return the size of the last written digit."""
    return Decimal(1).scaleb(scale - len(digits.partition(".")[2]))
