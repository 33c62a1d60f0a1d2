"""A span of time that a text tells in two ways: its ends and how long it is; the period of a yearly report."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from schema.catalogue.outline import Section
from schema.grammar.words import LANGUAGES, Words
from schema.validation.contradictions.contradiction import Contradiction, Stated, contradiction
from schema.validation.contradictions.dates import MONTHS
from schema.validation.facts import Fact
from schema.validation.issue import Issue
from schema.validation.statements.places import Passage, SlotPassage, first_language, issue_at, stretch_facts
from schema.validation.statements.texts import Texts
from schema.validation.statements.worklist import sections_of
from schema.values.numerals import read_any

_SENTENCE = re.compile(r"[^。！？!?；;\n|]+?(?:[。！？!?；;\n|]|\.(?=\s|$)|$)")
_COUNTED = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_NUMBER = rf"(?P<number>\d{{1,4}}|[一二两兩三四五六七八九十]{{1,3}}|{'|'.join(_COUNTED)})"
_MONTH = "|".join(MONTHS)
_ENDS = {
    "zh": re.compile(
        r"(?:(?P<ayear>(?:19|20)\d\d)\s*年\s*)?(?P<amonth>\d{1,2})\s*月\s*(?P<aday>\d{1,2})\s*日\s*(?:至|到|—+|–|-|~|～)\s*"
        r"(?:(?P<byear>(?:19|20)\d\d)\s*年\s*)?(?:(?P<bmonth>\d{1,2})\s*月\s*)?(?P<bday>\d{1,2})\s*日"
    ),
    "en": re.compile(
        rf"(?P<aday>\d{{1,2}})(?:\s+(?P<amonth>{_MONTH}))?(?:,?\s+(?P<ayear>(?:19|20)\d\d))?\s*(?:to|until|till|–|-)\s*"
        rf"(?P<bday>\d{{1,2}})\s+(?P<bmonth>{_MONTH})(?:,?\s+(?P<byear>(?:19|20)\d\d))?",
        re.IGNORECASE,
    ),
}
_DAYS = {
    "zh": re.compile(rf"(?:为期|為期|历时|歷時|持续|持續|共计|共計|连续|連續)\s*{_NUMBER}\s*天"),
    "en": re.compile(rf"\b(?:for|lasted|over|during)\s+(?:the\s+)?{_NUMBER}\s+days\b", re.IGNORECASE),
}
# The next sentence may begin with them.
_DAYS_NEXT = {
    "zh": re.compile(rf"\s*{_NUMBER}\s*天(?=共|[内內里裡间間])"),
    "en": re.compile(rf"\s*(?:In|Over|During)\s+(?:the|these)?\s*{_NUMBER}\s+days\b", re.IGNORECASE),
}
_SINCE = {
    "zh": re.compile(r"(?:自|从|從)\s*(?P<since>(?:19|20)\d\d)\s*年"),
    "en": re.compile(r"\b(?:since|from|starting(?:\s+in)?)\s+(?P<since>(?:19|20)\d\d)\b", re.IGNORECASE),
}
_IN_A_ROW = {
    "zh": re.compile(rf"(?:连续|連續)\s*{_NUMBER}\s*年"),
    "en": re.compile(
        rf"\b{_NUMBER}\s+(?:years\s+(?:in\s+a\s+row|running)|(?:consecutive|successive)\s+years)\b", re.IGNORECASE
    ),
}
_ANY_YEAR = re.compile(r"(?:19|20)\d\d")
_PERIOD = re.compile(
    r"时间范围|時間範圍|报告期间?$|報告期間?$|reporting period|^period$|period of the report", re.IGNORECASE
)
_LONGEST = 366  # so many days has a year at most


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence of a passage in a language; `start` is its place in the `text`, `after` the rest of its paragraph."""

    passage: Passage
    language: str
    text: str
    start: int
    words: str
    after: str

    @property
    def spoken(self) -> str:
        """The key of the patterns for its language."""
        return _spoken(self.language)

    def find(self, patterns: Mapping[str, re.Pattern[str]]) -> list[re.Match[str]]:
        """Return where a pattern of its language fits its words."""
        return list(patterns[self.spoken].finditer(self.words))


@dataclass(frozen=True, slots=True)
class _Found:
    """A span that a sentence tells in two ways, by its `ends` and as `said`; `facts` are numbers."""

    kind: str
    sentence: _Sentence
    ends: str
    said: str
    facts: Mapping[str, Fact]

    @property
    def quote(self) -> str:
        """The sentence as it is quoted."""
        return " ".join(self.sentence.words.split())


def everywhere(texts: Texts) -> Iterator[Contradiction]:
    """Yield each span of time of a report's texts that is told in two ways which cannot both be."""
    for outline in texts.definitions.outlines.values():
        sections = sections_of(outline)
        for passage in texts.of(outline):
            yield from _of_passage(passage, sections)


def _of_passage(passage: Passage, sections: Mapping[str, Section]) -> Iterator[Contradiction]:
    """Yield what the first language of a text tells in two ways, quoted in each language that tells as much."""
    own = first_language(passage)
    found = tuple(_spans(passage, own, sections))
    if not found:
        return
    told = {language: tuple(_spans(passage, language, sections)) for language in LANGUAGES if language != own}
    kinds = [one.kind for one in found]
    versions = {own: found, **{n: spans for n, spans in told.items() if [one.kind for one in spans] == kinds}}
    for place in range(len(found)):
        yield _told({language: spans[place] for language, spans in versions.items()}, own)


def _told(versions: Mapping[str, _Found], own: str) -> Contradiction:
    first = versions[own]
    quote, ends, said = (
        Words(*(getattr(versions.get(language, first), part) for language in LANGUAGES))
        for part in ("quote", "ends", "said")
    )
    sentence, passage = first.sentence, first.sentence.passage
    stretch = stretch_facts(sentence.text, sentence.start, sentence.start + len(sentence.words))
    facts: dict[str, Fact] = {"quote": quote, "ends": ends, "said": said, **first.facts, **stretch}
    issue = issue_at(passage, Issue(f"contradiction.{first.kind}", "doubt", None, facts), own)
    statements = (Stated(passage.at(own), words, report=passage.outline.code) for words in (ends, said))
    return contradiction(issue, tuple(statements))


def _spoken(language: str) -> str:
    return "en" if language == "en" else "zh"


def _spans(passage: Passage, language: str, sections: Mapping[str, Section]) -> Iterator[_Found]:
    """Yield what the sentences of a text in a language tell in two ways."""
    text, spoken = passage.words.get(language), _spoken(language)
    if _ENDS[spoken].search(text) is None and _IN_A_ROW[spoken].search(text) is None:
        return
    for match in _SENTENCE.finditer(text):
        after = text[match.end() :].partition("\n\n")[0]
        sentence = _Sentence(passage, language, text, match.start(), match[0], after)
        yield from _days(sentence)
        yield from _years(sentence)
        yield from _period(sentence, sections)


def _days(sentence: _Sentence) -> Iterator[_Found]:
    """First and last day, and for how many days: in the same sentence, or at the beginning of the next."""
    ends, counts = sentence.find(_ENDS), sentence.find(_DAYS)
    following = _DAYS_NEXT[sentence.spoken].match(sentence.after)
    counts = counts or ([following] if following else [])
    stretch = _stretch(ends[0], sentence.passage.year) if len(ends) == len(counts) == 1 else None
    if stretch is None:
        return
    days = (stretch[1] - stretch[0]).days + 1
    if _number(counts[0]) not in (days, days - 1):  # from one day to the next may be one day, too
        yield _Found("days", sentence, ends[0][0], counts[0][0].strip(), {"computed": days})


def _years(sentence: _Sentence) -> Iterator[_Found]:
    """Since which year, and for how many years in a row: up to the report's year, or to that in which it comes out."""
    since, row = sentence.find(_SINCE), sentence.find(_IN_A_ROW)
    if not len(since) == len(row) == 1 or len(_ANY_YEAR.findall(sentence.words)) != 1:
        return
    until = max(sentence.passage.year, sentence.passage.outline.year)
    years = until - int(since[0]["since"]) + 1
    if years > 0 and _number(row[0]) not in (years, years + 1):
        yield _Found("years", sentence, since[0][0], row[0][0], {"computed": years, "year": until})


def _period(sentence: _Sentence, sections: Mapping[str, Section]) -> Iterator[_Found]:
    """The first and the last day of what a yearly report tells of, in the section that says so."""
    passage, year = sentence.passage, sentence.passage.outline.year
    section = sections.get(passage.name) if isinstance(passage, SlotPassage) else None
    if section is None or not any(map(_PERIOD.search, map(section.title.get, LANGUAGES))):
        return
    ends = sentence.find(_ENDS)
    stretch = _stretch(ends[0], year) if ends else None
    if stretch is None:
        return
    first, last = stretch
    if (last - first).days >= _LONGEST or not first.year <= year <= last.year:
        yield _Found("period", sentence, ends[0][0], str(year), {"year": year})


def _stretch(ends: re.Match[str], year: int) -> tuple[date, date] | None:
    """Return the first and the last day; a year or month that is not said is that of the other end."""
    said = {name: words for name, words in ends.groupdict().items() if words}
    first_year = int(said.get("ayear") or said.get("byear") or year)
    last_year = int(said.get("byear") or first_year)
    last_month = said.get("bmonth") or said["amonth"]
    first_month = said.get("amonth") or last_month
    try:
        first = date(first_year, _month(first_month), int(said["aday"]))
        last = date(last_year, _month(last_month), int(said["bday"]))
    except ValueError:  # no day of the calendar
        return None
    return (first, last) if first <= last else None


def _month(words: str) -> int:
    return MONTHS.get(words.lower()) or int(words)


def _number(count: re.Match[str]) -> int:
    words = count["number"].lower()
    return _COUNTED.get(words) or int(read_any(words) or 0)
