"""The numbers of a paragraph as they stand there, with the words around them; what is no quantity is told apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from schema.grammar.words import is_chinese
from schema.validation.quoted.foreign_numbers import few_characters, foreign, masked
from schema.validation.quoted.own_words import JOINED, own_words
from schema.validation.quoted.quoted_number import Spoken
from schema.validation.quoted.spoken_time import TextTime, Times
from schema.validation.quoted.table_row import NOTHING_AROUND, Around, TableRow, Told, table_row
from schema.validation.quoted.word_parts import parts_of
from schema.validation.statements.numerals import SCALE_POWERS, UnitWords
from schema.validation.statements.reading import Reading, read
from schema.validation.statements.statement import Claim, Comparison, Element, Statement, Time

_MANY = 40  # so many elements of a sentence before and behind a number are looked at
_BACK = 400  # so many characters before a sentence may name what it speaks of
_YEAR = re.compile(r"(?:19|20)\d\d")
_LONGEST_SCALE = 8
_TIMES = 100  # so many times something happened; fewer may be how many times as much there is
_OF_TIME = frozenset(("second", "minute", "hour", "day"))
_STOP_SIGNS = re.compile(r"[。！？!?\n]|\.(?=\s[A-Z])")
_PROJECT = re.compile(r"[“「『《]([^”」』》]{2,24})[”」』》](?:项目|項目|计划|計劃|活动|活動|行动|行動)")
_QUOTED = re.compile(r"[“「『《\"‘]([^”」』》\"’]{2,24})[”」』》\"’]")
# What points back to a name: the programme of which the sentence before spoke.
_THAT_ONE = re.compile(
    r"(?:该|該|这一|這一|此)(?:项目|項目|计划|計劃|活动|活動|行动|行動|系列)|the (?:project|programme|program|campaign)"
)
_NEAR, _THAT, _BESIDE, _SENTENCE, _TOPIC = 1.0, 0.85, 0.7, 0.6, 0.45


@dataclass(frozen=True, slots=True)
class Mention:
    """One number or date of a paragraph. `form` says what it is where it is no quantity; else `statement` is there.

    `words` are the parts of the words around it with how near they stand, `clause` those words as they stand there.
    """

    start: int
    end: int
    quote: str
    form: str = ""
    statement: Statement | None = None
    time: Spoken = field(default_factory=Spoken)
    words: Mapping[str, float] = field(default_factory=dict[str, float])
    clause: str = ""
    sized: Claim | None = None
    sentence: tuple[Element, ...] = ()


@dataclass(frozen=True, slots=True)
class _Paragraph:
    reading: Reading
    times: Times
    row: TableRow

    @property
    def above(self) -> str:
        """The words above it that say what it is about."""
        return self.row.around.above


class Mentions:
    """Reads the paragraphs of one text in one language."""

    def __init__(self, language: str, units: UnitWords, time: TextTime) -> None:
        self._language, self._units, self._time = language, units, time
        self._english = language == "en"
        self._codes = dict[str, tuple[str, ...]]()
        self._unit_names = dict[str, str]()
        for written, code in units.pairs:
            self._codes[written] = (*self._codes.get(written, ()), code)
            if is_chinese(written) != self._english:
                self._unit_names.setdefault(code, written)

    def reading(self, text: str) -> Reading:
        """Return a paragraph as it is read."""
        return read(masked(text), self._language, self._units)

    def of(self, text: str, around: Around = NOTHING_AROUND) -> Iterator[Mention]:
        """Yield each number of a paragraph in order."""
        reading = self.reading(text)
        read_one = _Paragraph(reading, Times(reading, self._time), table_row(reading.text, around, self._unit))
        found = [
            *(Mention(start, end, text[start:end], form) for start, end, form in foreign(text)),
            *self._few(read_one),
            *self._read(read_one),
        ]
        end = 0
        for mention in sorted(found, key=lambda m: (m.start, -m.end)):
            if mention.start >= end:
                end = mention.end
                yield mention

    def _read(self, paragraph: _Paragraph) -> Iterator[Mention]:
        last_end, last, text = -1, None, paragraph.reading.text
        for sentence in paragraph.reading.sentences:
            for number, element in enumerate(sentence):
                if not re.search(r"\d", element.quote) and not isinstance(element, Statement):
                    continue
                if isinstance(element, Statement):
                    form = "footnote" if _is_mark(element, last_end, text) else element.form
                    element, last = (element if form else _shared(element, last, text)), element
                    last_end = element.end if element.units or element.counter or _scaled(element) else -1
                    near = sentence[max(0, number - _MANY) : number + _MANY]
                    yield self._mention(paragraph, near, element, form)
                elif isinstance(element, Time | Comparison):
                    yield Mention(element.start, element.end, element.quote, "date", sentence=sentence)
            paragraph.times.passed(sentence)

    def _mention(self, paragraph: _Paragraph, sentence: tuple[Element, ...], at: Statement, form: str) -> Mention:
        reading = paragraph.reading
        if form:
            return Mention(at.start, at.end, at.quote, form, at, sentence=sentence)
        at = self._in_column(paragraph, at)
        if self._english and at.multiple and at.value >= _TIMES:
            at = replace(at, multiple=False)  # attended 15,616 times
        own = own_words(reading, sentence, at)
        before, behind = own.before, own.behind
        if before.rstrip().endswith("每") and set(at.units) & _OF_TIME:
            behind += " 平均间隔"  # 每 3 秒就有一条: how long it takes
        claims = [e for e in sentence if isinstance(e, Claim) and e.end <= at.start]
        sized = claims[-1] if claims and _is_size(reading.text[claims[-1].end : at.start]) else None
        words = self._words(paragraph, at, (before, behind))
        spoken, year = paragraph.times.of(sentence, at), _YEAR.search(paragraph.row.cell(at.start)[1])
        if own.year:
            spoken = Spoken(own.year, said=True)
        elif year is not None:
            spoken = Spoken(int(year[0]), said=True)
        return Mention(at.start, at.end, at.quote, "", at, spoken, words, f"{before}〔〕{behind}", sized, sentence)

    def _in_column(self, paragraph: _Paragraph, at: Statement) -> Statement:
        """Return a bare number in the unit that its row or its column tells: 万人次 | 5以上, 收入（千元）."""
        if at.units or at.counter:
            return at
        told = paragraph.row.unit(at.start, self._unit)
        if told is None:
            return at
        power, codes = told
        high = None if at.high is None else at.high.scaleb(power)
        return replace(at, value=at.value.scaleb(power), step=at.step.scaleb(power), high=high, units=codes)

    def _unit(self, words: str) -> Told | None:
        """Return the scale and the unit that a cell says and nothing else: 百万元, 千人, 兆瓦时."""
        for at in range(min(len(words), _LONGEST_SCALE) + 1):
            scale, codes = words[:at].strip(), self._codes.get(words[at:].strip(), ())
            if codes and scale in SCALE_POWERS:
                return SCALE_POWERS[scale], codes
            if codes and all(sign in SCALE_POWERS for sign in scale):
                return sum(SCALE_POWERS[sign] for sign in scale), codes
        return None

    def _words(self, paragraph: _Paragraph, at: Statement, beside: tuple[str, str]) -> dict[str, float]:
        """Return the parts of the words around a number: the nearer they stand, the more they say."""
        reading, above = paragraph.reading, paragraph.above
        begin = reading.begin(at.start)
        earlier = reading.text[max(0, begin - _BACK) : begin]
        last = _STOP_SIGNS.split(earlier[-160:])[-2:]
        sentence = reading.text[max(begin, at.start - _BACK) : min(reading.end(at.start), at.end + _BACK)]
        named = _QUOTED.findall(earlier)
        that = named[-1:] if _THAT_ONE.search(sentence) else []
        if that and (projects := _PROJECT.findall(earlier)):
            that = projects[-1:]
        that += _QUOTED.findall(reading.text, begin, at.start)[-1:]  # the sentence speaks of what it names in marks
        units = (self._unit_names.get(code, "") for code in at.units)
        told = (
            (_NEAR, " ".join((*beside, *units, *paragraph.row.cell(at.start)))), (_THAT, " ".join(that)),
            (_BESIDE, above), (_SENTENCE, sentence), (_TOPIC, " ".join((*last, *named))),
        )  # fmt: skip
        words = dict[str, float]()
        for nearness, text in told:
            for part in parts_of(text, english=self._english):
                words[part] = max(words.get(part, 0.0), nearness)
        return words

    def _few(self, paragraph: _Paragraph) -> Iterator[Mention]:
        """Yield Chinese counts that the reader leaves to whoever reads whole texts: 近百家, 两个小时."""
        reading = paragraph.reading
        alone = replace(paragraph, times=Times(reading, self._time))
        for at, form in few_characters(reading.text, self._codes) if not self._english else ():
            yield self._mention(alone, _around(reading, at), at, form)


def _around(reading: Reading, at: Statement) -> tuple[Element, ...]:
    """Return the sentence in which a count stands, with it."""
    sentences = (s for s in reading.sentences if s[0].start <= at.end and reading.end(s[0].start) >= at.start)
    apart = (e for e in next(sentences, ()) if e.end <= at.start or e.start >= at.end)
    return tuple(sorted((*apart, at), key=lambda element: element.start))


def _is_mark(element: Statement, last_end: int, text: str) -> bool:
    """Whether it is the mark of a footnote: one or two bare digits right behind a number with its unit."""
    bare = not (element.units or element.counter or element.qualifier) and element.value == int(element.value) < 100
    return bare and element.start == last_end and not text[element.end : element.end + 1].isalnum()


def _shared(element: Statement, last: Statement | None, text: str) -> Statement:
    """Return a number with the word that stands before the one it follows: 超过 24个省 1170个县."""
    if last is None or element.form or element.qualifier or not last.qualifier or last.quote[:1].isdecimal():
        return element
    return replace(element, qualifier=last.qualifier) if JOINED.fullmatch(text, last.end, element.start) else element


def _scaled(element: Statement) -> bool:
    return not element.quote[-1:].isdecimal()


def _is_size(words: str) -> bool:
    """Whether only words that lead to a size stand between a claim and its number: 增长近 58%."""
    return (
        re.fullmatch(r"[\s了约約近超过過逾达達至少]*|\s*(?:by|of|about|some|nearly|over|more than|\s)*", words)
        is not None
    )
