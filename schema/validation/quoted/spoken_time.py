"""The time that a number of a foreign text speaks of: a year that its sentence names, a part of one, or none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from schema.validation.quoted.quoted_number import Spoken
from schema.validation.statements.levels import year_behind
from schema.validation.statements.reading import Reading
from schema.validation.statements.statement import Comparison, Element, Statement, Time

_REPORT_OF = re.compile(
    r"(?P<year>(?:19|20)\d\d)\s*(?:年度?|财年|財年)?\s*(?:企业社会责任|企業社會責任|环境、?社会|環境、?社會|可持续发展|可持續發展|社会责任|社會責任|ESG|CSR)"
    r"[^《》\n]{0,16}(?:报告|報告)|(?P<en>(?:19|20)\d\d)\s+(?:[A-Z]\w+\s+){0,6}[Rr]eport",
)
_PUBLISHED = re.compile(
    r"\b\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* (?P<a>20\d\d)\b|"
    r"(?:发布|發佈|刊发|日期|时间|報道|报道|date)[^\d\n]{0,12}(?P<b>20\d\d)\s*[-年/.]",
    re.IGNORECASE,
)
_LONGEST = 400  # characters of a sentence before a number that are looked at
_TOP = 60  # so many paragraphs from its beginning a text says what it is
_ANY_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?=\s*年|\D|$)")
# The sentence tells what the report tells, of the report's year.
_REPORTED = re.compile(
    r"(?:报告|報告)(?:数据|數據)?(?:显示|顯示|指出|披露|提到|称|稱)|the report (?:shows|says|states)", re.IGNORECASE
)
# Words after which a year named before no longer holds.
_LOOSE = re.compile(
    r"这些年|這些年|近年来?|近年來?|多年来|多年來|目前|截至目前|如今|至今|迄今|现已|現已|累计|累計|历年|歷年|未来|未來|"
    r"in recent years|to date|so far|currently|cumulatively",
    re.IGNORECASE,
)
_COMPARES = re.compile(
    r"^(?:比|较|較|与|與|和|对比|對比|相比|同比|按年|自|从|從)|(?:相比|比)$|"
    r"compared|than|versus|yoy|year[- ]on[- ]year|^from|^since|^against|^over|^between"
)
_LAST = re.compile(r"去年|上一年度?|上年度?|前一年|last year|the previous year", re.IGNORECASE)
_SPANS: tuple[tuple[re.Pattern[str], str], ...] = (
    *((re.compile(rf"第?{sign}(?:个|個)?(?:季度|季)|q{n}|{word} quarter", re.IGNORECASE), f"q{n}")
      for n, (sign, word) in enumerate((("一", "first"), ("二", "second"), ("三", "third"), ("四", "fourth")), 1)),
    (re.compile(r"上半年|first half", re.IGNORECASE), "h1"),
    (re.compile(r"下半年|second half", re.IGNORECASE), "h2"),
)  # fmt: skip
# Part of a name: 日均活跃用户, daily active users.
_NAMED_BY_DAY = re.compile(r"[日月]均|(?:每日|每月)活|daily active|monthly active", re.IGNORECASE)
_YEAR_END = re.compile(r"(?:12\s*月\s*31\s*日)|年[底末]|31 December|December 31", re.IGNORECASE)
_TO_ITS_YEAR = re.compile(r"[^,;:.()\d]{0,60}\s(?:in|during)\s+")
_MONTHS = 12
_THIS_YEAR = re.compile(r"今年|this year", re.IGNORECASE)
_MONTH = re.compile(r"年\s*(?P<month>\d{1,2})\s*月(?!\s*\d)")


@dataclass(frozen=True, slots=True)
class TextTime:
    """What a text as a whole says of its time, 0 where it does not.

    `reported` is the year of the report that it is or tells of, `published` the one in which it came out, `told` the
    year that it names most often.
    """

    reported: int = 0
    published: int = 0
    told: int = 0

    @property
    def base(self) -> int:
        """The year from which 去年 counts back."""
        return self.published or (self.reported + 1 if self.reported else 0)

    @property
    def likely(self) -> int:
        """The year that a number without one most likely speaks of."""
        return self.reported or self.told


def text_time(paragraphs: Iterable[str]) -> TextTime:
    """Return the time of a whole text, by its title and its dates."""
    reported, published, years = 0, 0, Counter[int]()
    for number, text in enumerate(paragraphs):
        if not reported and number < _TOP and (match := _REPORT_OF.search(text)):
            reported = int(match["year"] or match["en"])
        if not published and number < _TOP and (match := _PUBLISHED.search(text)):
            published = int(match["a"] or match["b"])
        years.update(int(year[0]) for year in _ANY_YEAR.finditer(text))
    return TextTime(reported, published, max(years, key=lambda year: (years[year], year), default=0))


class Times:
    """The times of one paragraph; the last year that a sentence named holds for those behind it."""

    def __init__(self, reading: Reading, text: TextTime) -> None:
        self._reading, self._text, self._carried = reading, text, 0

    def of(self, sentence: tuple[Element, ...], at: Statement) -> Spoken:
        """Return the time of a number in its sentence."""
        before = [e for e in sentence if e.start < at.start]
        words = self._reading.text[max(self._reading.begin(at.start), at.start - _LONGEST) : at.start]
        place = next((n for n, e in enumerate(sentence) if e.start == at.start), 0)
        behind = year_behind(self._reading, sentence, place, self._text.base) or self._ends_with(sentence, place)
        named = Spoken(behind, said=True) if behind else self._named(before)
        if named is not None and named.said:
            return self._unless_loose(named, words)
        span = next((span for pattern, span in _SPANS if pattern.search(words)), "")
        part = named is not None and named.day
        if self._text.reported and _REPORTED.search(words):
            return Spoken(self._text.reported, span, said=True, day=part and not span)
        loose = _LOOSE.search(words) is not None
        year = 0 if loose else self._carried
        return Spoken(year or 0, span, said=bool(year), day=part and not span)

    def _ends_with(self, sentence: tuple[Element, ...], place: int) -> int:
        """Return the year with which the words behind a number end: attended 15,616 times by newcomers in 2021."""
        at, behind = sentence[place], sentence[place + 1] if place + 1 < len(sentence) else None
        if self._reading.language != "en" or not isinstance(behind, Time) or behind.period.part:
            return 0
        return behind.period.year if _TO_ITS_YEAR.fullmatch(self._reading.text, at.end, behind.start) else 0

    def passed(self, sentence: tuple[Element, ...]) -> None:
        """Remember the year that a sentence ends with."""
        begin = self._reading.begin(sentence[0].start)
        words = self._reading.text[begin : self._reading.end(begin)]
        named = self._named([e for e in sentence if not isinstance(e, Statement)])
        if _LOOSE.search(words):
            self._carried = 0
        elif named is not None and named.said:
            self._carried = named.year if named.whole else 0

    def _unless_loose(self, named: Spoken, words: str) -> Spoken:
        """A year stands before 目前 or 累计 only where it is the time of that itself: 截至 2022 年底，累计 …."""
        loose = list(_LOOSE.finditer(words))
        if not loose or re.search(r"截至|截止|as of|at the end", words, re.IGNORECASE):
            return named
        years = [m.end() for m in _ANY_YEAR.finditer(words)]
        far = bool(years) and loose[-1].start() - years[-1] > 8
        return Spoken() if far and loose[-1][0] not in ("累计", "累計") else named

    def _named(self, elements: Iterable[Element]) -> Spoken | None:
        """Return the time that elements name, the last one; a part of a year with the year named before it."""
        named = Spoken()
        for element in elements:
            if isinstance(element, Comparison):
                last = _LAST.search(element.quote) and not _COMPARES.search(element.quote) and self._text.base
                named = Spoken(self._text.base - 1) if last else named
            elif isinstance(element, Time):
                named = self._after(named, element)
        if not named.year:
            return named if named.span or named.day else None
        return replace(named, said=True)

    def _after(self, named: Spoken, element: Time) -> Spoken:
        """Return the time that holds behind one more word of time."""
        if element.period.year:
            return Spoken(element.period.year, *self._dated(element))
        if element.period.part:
            if _NAMED_BY_DAY.match(self._reading.text, element.start):
                return named
            span = next((span for pattern, span in _SPANS if pattern.search(element.quote)), "")
            return Spoken(named.year, span or named.span, day=not span)
        if _THIS_YEAR.match(element.quote) and self._text.base:
            return Spoken(self._text.base)
        whole = element.quote in ("年内", "年內", "全年")
        return named if named.year or whole or not self._text.reported else Spoken(self._text.reported)

    def _dated(self, element: Time) -> tuple[str, bool, bool]:
        """Return span, `said` and `day` of a year that may have month or day."""
        if not element.period.part:
            return "", False, False
        behind = self._reading.text[element.start : element.end + 2]
        if _YEAR_END.search(behind):
            return "", False, False
        month = _MONTH.search(element.quote)
        if month and 0 < int(month["month"]) <= _MONTHS:
            return f"m{int(month['month']):02d}", False, False
        return "", False, True
