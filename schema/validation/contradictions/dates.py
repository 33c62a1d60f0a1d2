"""One event dated twice: by a record and a sentence, by two sentences, or by two records, of one report or of two."""

from __future__ import annotations

import re
from calendar import month_name
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise

from schema.catalogue.definitions import Catalogue
from schema.catalogue.outline import Outline
from schema.grammar.words import LANGUAGES, Words
from schema.validation.contradictions.contradiction import Contradiction, Stated, contradiction
from schema.validation.facts import Fact
from schema.validation.issue import FieldAt, Issue
from schema.validation.statements.phrases import words_of
from schema.validation.statements.places import Passage, SlotPassage, first_language, issue_at
from schema.validation.statements.texts import Texts
from schema.values.datapoint import Record, Snapshot
from schema.values.record_places import home
from schema.values.records import name_in

_YEAR = r"(?P<year>(?:19|20)\d\d)"
MONTHS = {name.lower(): number for number, name in enumerate(month_name) if name}
_CHINESE = re.compile(rf"{_YEAR}\s*年(?!度)(?:\s*(?P<month>\d{{1,2}})\s*月(?:\s*(?P<day>\d{{1,2}})\s*日)?)?")
_ENGLISH = re.compile(
    rf"(?:(?P<day>\d{{1,2}})\s+)?(?P<month>{'|'.join(MONTHS)})\s+(?:(?P<after>\d{{1,2}}),\s*)?{_YEAR}", re.IGNORECASE
)
_SENTENCE = re.compile(r"[。！？!?；;\n|]|\.(?=\s|$)")
_ANY_YEAR = re.compile(r"(?:19|20)\d\d")
_LINK = re.compile(r"\{[^{}\n]+\}")
# A year that follows from the one before it in the sentence, and by how many.
_RELATIVE = {
    "zh": re.compile(r"(?P<next>次年|翌年)|同年"),
    "en": re.compile(
        r"(?P<next>the (?:following|next) year|(?:a|the) year (?:later|after))|(?:in|of) the same year", re.IGNORECASE
    ),
}
_CLAUSE = re.compile(r"[，,：:]")
# An event is told in so many words side by side, nearly all of which the other sentence has.
_FEW, _MOST, _HELD = 5, 60, 0.8

# Year, month and day; the last ones 0 where they are not said.
Day = tuple[int, int, int]
# The first fields of an event: what its words alone say.
_Told = tuple[Day, frozenset[str], frozenset[str], str, int]


@dataclass(frozen=True, slots=True)
class _Event:
    """What happened and when: words side by side, those of the whole sentence, and the sentence or title itself.

    It is told by a `passage`, or dated in a `column` of a `record`.
    """

    day: Day
    words: frozenset[str]
    whole: frozenset[str]
    quote: str
    start: int = 0
    language: str = ""
    passage: Passage | None = None
    record: Record | None = None
    column: str = ""


def everywhere(texts: Texts) -> Iterator[Contradiction]:
    """Yield each event of a report that has two dates which cannot both be."""
    outlines = texts.definitions.outlines.values()
    dated = _Dated()
    for outline in outlines:
        told = (event for passage in texts.of(outline) for event in dated.events(passage, first_language(passage)))
        events = (*told, *_recorded(outline, texts.figures.snapshot, texts.figures.catalogue))
        for first, other in _alike(events):
            if _differ(first.day, other.day) and _may_be_one(first, other):
                yield _contradiction(first, other, outline)
    if len(outlines) > 1:
        yield from _between_reports([passage for outline in outlines for passage in texts.of(outline)], dated)


class _Dated:
    """The sentences with one date, by text and language; each is read once."""

    def __init__(self) -> None:
        self._events: dict[tuple[int, str], tuple[_Event, ...]] = {}

    def events(self, passage: Passage, language: str) -> tuple[_Event, ...]:
        """Return those of one text, which stays the same object all the while."""
        place = id(passage), language
        if place not in self._events:
            self._events[place] = tuple(_events(passage, language))
        return self._events[place]


def _between_reports(texts: Sequence[Passage], dated: _Dated) -> Iterator[Contradiction]:
    """Yield the events that the texts of two reports date otherwise; all that are in one language are held together."""
    known: set[frozenset[tuple[str, str, Day]]] = set()
    for language in LANGUAGES:
        told = (event for passage in texts for event in dated.events(passage, language))
        for first, other in _alike(tuple(told)):
            if _differ(first.day, other.day) and _are_of_two_reports(first, other):
                pair = frozenset((_outline_of(event).code, _passage(event).name, event.day) for event in (first, other))
                if pair not in known:
                    yield _redated(first, other)
                known.add(pair)
        if all(passage.words.get(language) for passage in texts if isinstance(passage, SlotPassage)):
            return  # the other languages tell nothing more


def _passage(event: _Event) -> Passage:
    assert event.passage is not None
    return event.passage


def _outline_of(event: _Event) -> Outline:
    return _passage(event).outline


def _quotes(event: _Event) -> Words:
    """Return the sentence of an event in each language: the one of its paragraph that names its year, else as found."""
    passage, year = _passage(event), _ANY_YEAR.search(event.quote)
    own = passage.words.get(event.language).split("\n\n")
    place = passage.words.get(event.language).count("\n\n", 0, event.start)
    quotes = {event.language: event.quote}
    for language in LANGUAGES if year else ():
        paragraphs = passage.words.get(language).split("\n\n")
        sentences = _SENTENCE.split(_LINK.sub("…", paragraphs[place])) if len(paragraphs) == len(own) else []
        named = [" ".join(sentence.split()) for sentence in sentences if year is not None and year[0] in sentence]
        if len(named) == 1:
            quotes.setdefault(language, named[0])
    return Words(*(quotes.get(language, event.quote) for language in LANGUAGES))


def _are_of_two_reports(first: _Event, other: _Event) -> bool:
    """Whether two reports may tell of one event: a date after the older report's year is that of the next such event.

    What either tells of its own year, or of as many years before, may happen every year.
    """
    years = [_outline_of(event).year for event in (first, other)]
    ages = {year - event.day[0] for year, event in zip(years, (first, other), strict=True)}
    return years[0] != years[1] and len(ages) > 1 and max(first.day[0], other.day[0]) <= min(years)


def _redated(*events: _Event) -> Contradiction:
    """Return what two reports contradict each other in; it stands in the newer one."""
    newer, older = sorted(events, key=lambda event: -_outline_of(event).year)
    facts: dict[str, Fact] = {"quote": _quotes(newer), "otherquote": _quotes(older), "other": _outline_of(older).code}
    facts |= {"from": newer.start, "to": newer.start + len(str(newer.day[0]))}
    statements = (
        Stated(_passage(event).at(event.language), _quotes(event), report=_outline_of(event).code)
        for event in (newer, older)
    )
    issue = issue_at(_passage(newer), Issue("contradiction.redated", "doubt", None, facts), newer.language)
    return contradiction(issue, tuple(statements))


def _alike(events: Sequence[_Event]) -> Iterator[tuple[_Event, _Event]]:
    """Yield the pairs of which one sentence has nearly all an event that the other tells."""
    said: dict[str, list[int]] = {}
    for place, event in enumerate(events):
        for pair in event.whole:
            said.setdefault(pair, []).append(place)
    pairs: set[tuple[int, int]] = set()
    for place, event in enumerate(events):
        if _FEW <= len(event.words) <= _MOST:
            shared, least = Counter(chain.from_iterable(map(said.__getitem__, event.words))), _HELD * len(event.words)
            near = (other for other, count in shared.items() if count >= least and other != place)
            pairs.update((min(place, other), max(place, other)) for other in near)
    return ((events[first], events[other]) for first, other in sorted(pairs))


def _events(passage: Passage, language: str) -> Iterator[_Event]:
    """Yield the sentences with one date."""
    for told in _told(passage.words.get(language), language):
        yield _Event(*told, language, passage)


@lru_cache(maxsize=8192)  # the same words date the same
def _told(words: str, language: str) -> tuple[_Told, ...]:
    return tuple(_sentences(words, language)) if _ANY_YEAR.search(words) is not None else ()


def _sentences(words: str, language: str) -> Iterator[_Told]:
    # What a link prints is no word of an event, and its braces hold marks that end a sentence.
    text, start = _LINK.sub(lambda link: " " * len(link[0]), words), 0
    pattern = _ENGLISH if language == "en" else _CHINESE
    if pattern.search(text) is None:
        return
    for stop in (*_SENTENCE.finditer(text), None):
        end = stop.start() if stop else len(text)
        dates = list(pattern.finditer(text, start, end))
        if len(dates) == 1:
            yield from _sentence(words, language, (start, end), dates[0])
        start = stop.end() if stop else end


def _sentence(words: str, language: str, stretch: tuple[int, int], date: re.Match[str]) -> Iterator[_Told]:
    """Yield what a sentence dates, and what it dates by that."""
    text, day, (start, end) = date.string, _day(date), stretch
    later = list(_RELATIVE["en" if language == "en" else "zh"].finditer(text, date.end(), end))
    stop = later[0].start() if later else end  # what follows is of that year
    behind = _behind(date, stop, language)
    whole = _pairs(words_of(f"{text[start : date.start()]} {text[date.end() : stop]}", language))
    quote = " ".join(_LINK.sub("…", words[start:end]).split())
    yield day, behind if len(behind) >= _FEW else whole, whole, quote, date.start()
    for one in later:
        year, behind = day[0] + (one["next"] is not None), _behind(one, end, language)
        yield (year, 0, 0), behind, behind, quote, one.start()


def _behind(date: re.Match[str], end: int, language: str) -> frozenset[str]:
    """Return what is said right behind a date: to the end of its clause."""
    clause = _CLAUSE.search(date.string, date.end() + 1, end)
    return _pairs(words_of(date.string[date.end() : clause.start() if clause else end], language))


def _day(date: re.Match[str]) -> Day:
    month = date["month"] or ""
    number = MONTHS.get(month.lower()) or int(month or 0)
    return int(date["year"]), number, int(date["day"] or date.groupdict().get("after") or 0)


def _recorded(outline: Outline, snapshot: Snapshot, catalogue: Catalogue) -> Iterator[_Event]:
    """Yield the records that have one date and a title."""
    for record in snapshot.records.values():
        record_type = catalogue.records.get(record.key.type) if record.report == outline.code else None
        dated = [c.code for c in record_type.columns if c.traits.dated] if record_type else []
        if record_type is None or len(dated) != 1 or not record.field(dated[0]).typed:
            continue
        title = name_in(record, record_type, outline.language)
        words = _pairs(words_of(title, outline.language))
        if "{" not in title:
            quote = f"{record.field(dated[0]).typed} {title}"
            yield _Event(_kept_day(record, dated[0]), words, words, quote, record=record, column=dated[0])


def _kept_day(record: Record, column: str) -> Day:
    parts = [int(part) for part in re.findall(r"\d+", record.field(column).typed)[:3]]
    year, month, day = (*parts, 0, 0, 0)[:3]
    return year, month, day


def _differ(first: Day, other: Day) -> bool:
    """Whether two dates cannot be the same day: what one of them does not say is left open."""
    pairs = zip(first, other, strict=True)
    return any(a and b and a != b for a, b in pairs)


def _may_be_one(first: _Event, other: _Event) -> bool:
    """Whether two dates may be meant of one event; what a text tells of different years may happen every year.

    Two records are of one event where they are of one type and have the same title.
    """
    if first.record is not None and other.record is not None:
        return first.record.key.type == other.record.key.type and first.words == other.words
    return first.passage is None or first.passage != other.passage or first.day[0] == other.day[0]


def _pairs(words: tuple[str, ...]) -> frozenset[str]:
    """Return each two words that stand side by side."""
    return frozenset(map("".join, pairwise(words)))


def _stated(event: _Event, outline: Outline) -> Stated:
    if event.passage is not None:
        return Stated(event.passage.at(outline.language), event.quote, report=outline.code)
    assert event.record is not None
    at = FieldAt(event.record.key, event.column, home(outline, event.record))
    return Stated(at, event.quote, report=outline.code)


def _contradiction(first: _Event, other: _Event, outline: Outline) -> Contradiction:
    statements = _stated(first, outline), _stated(other, outline)
    facts: dict[str, Fact] = {"quote": first.quote, "otherquote": other.quote, "report": outline.code}
    if first.passage is None:
        at = statements[0].at
        assert isinstance(at, FieldAt)
        return contradiction(
            Issue("contradiction.dates", "doubt", None, facts, outline.code, at, outline.code), statements
        )
    facts |= {"from": first.start, "to": first.start + len(str(first.day[0]))}
    bare = Issue("contradiction.dates", "doubt", None, facts)
    return contradiction(issue_at(first.passage, bare, outline.language), statements)
