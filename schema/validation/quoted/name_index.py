"""The names of everything that has numbers, by the parts of their words: which of them do words around a number say?"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from schema.catalogue.definitions import Catalogue
from schema.catalogue.outline import Outline, placements
from schema.catalogue.unitless import measured
from schema.grammar.reference import parse_reference
from schema.validation.quoted.phrasings import phrasings
from schema.validation.quoted.word_parts import parts_of
from schema.values.datapoint import Snapshot

# What a sentence leaves out at the end of a name: it says so many, or how much.
_TAIL = re.compile(
    r"(?:总人数|總人數|总人次|人数|人數|总数|總數|数量|數量|户数|次数|次數|数|數|总额|總額|总量|總量|规模|規模|场次|場次|期数|期數|门数|門數)$"
)
_DATE = re.compile(r"[\d\s年月日度末底前截至./\-–()（）]*|\W*(?:[A-Z][a-z]+ )?(?:19|20)\d\d\W*")
_MARK = re.compile(r"[，,；;：:。！？!?\n{]")
_GIVEN = 0.15  # a name that was given goes before what a text happens to call a thing
_BEGUN = 40  # so many characters of a record's text say who it is about
_IN_MARKS = re.compile(r"[“「]([^”」]{3,24})[”」]")
_NICKNAME = re.compile(r"(?:人称|人稱|叫|名为|名為|known as|called)\s?[“「]([^”」]{2,24})[”」]")
_OR = re.compile(r"或| or ")
_MANY_NAMES = 500  # a company with few metrics calls them by words that are as rare elsewhere
_LEAST_WEIGHT = 3.0  # a name of few or common words is no name by itself
_MOST, _THIRD, _HALF, _NEARLY_ALL, _MANY_WORDS, _LONG_NAME = 24, 0.33, 0.5, 0.74, 3.2, 8.0


@dataclass(frozen=True, slots=True)
class Target:
    """What a name stands for: a metric with a cut, or a number of a record (which has no cut)."""

    metric: str
    category: str = ""

    @property
    def record(self) -> bool:
        """Whether it is a number of a record."""
        return self.metric.startswith("record/")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A target with the name by which the words around a number say it: `share` of the name's weight is said.

    `own` is the share of the metric's own name, where `name` is only a label that an outline gives it among others,
    `beside` the share that stands right beside the number; `parts` are those of the name.
    """

    target: Target
    name: str
    share: float
    weight: float
    own: float = 0.0
    beside: float = 0.0
    parts: frozenset[str] = frozenset()

    @property
    def score(self) -> float:
        """How surely it is meant: the share of a name that says enough."""
        return self.share * min(1.0, self.weight / _LEAST_WEIGHT)

    @property
    def surely(self) -> float:
        """How surely it is the one of several: what stands beside the number counts more than what is around."""
        return self.score + self.beside / 2

    @property
    def certain(self) -> bool:
        """Whether it is named so that a number may contradict it: by a name all of whose words are nearly said, or by
        half of one that has many.
        """
        if self.score >= _NEARLY_ALL:
            return self.own >= _THIRD or self.weight >= _LONG_NAME
        return self.own >= _HALF and self.score >= _HALF and self.weight >= _MANY_WORDS


@dataclass(frozen=True, slots=True)
class _Name:
    text: str
    parts: frozenset[str]
    targets: tuple[Target, ...]


class NameIndex:
    """The names of one language; made once for a text."""

    def __init__(self, catalogue: Catalogue, outlines: Iterable[Outline], snapshot: Snapshot, language: str) -> None:
        self._english = language == "en"
        self._own = {code: metric.name.best(language).strip() for code, metric in catalogue.metrics.items()}
        names = self._gathered(_names(catalogue, tuple(outlines), snapshot, language))
        spoken = self._gathered(_spoken(catalogue, snapshot, language))
        self._weights: Mapping[str, float] = {**_weights((*names, *spoken)), **_weights(names)}
        telling = (n for n in spoken if sum(self._weights[part] for part in n.parts) >= _LEAST_WEIGHT)
        self._names, self._given = (*names, *telling), len(names)
        self._totals = tuple(sum(self._weights[part] for part in name.parts) for name in self._names)
        self._by_part = dict[str, list[int]]()
        for number, name in enumerate(self._names):
            for part in name.parts:
                self._by_part.setdefault(part, []).append(number)

    def _gathered(self, named: Iterable[tuple[str, Target]]) -> tuple[_Name, ...]:
        """Return each name once, with all that it stands for."""
        gathered = dict[str, dict[Target, None]]()
        for name, target in named:
            gathered.setdefault(name.strip(), {})[target] = None
        names = (
            _Name(text, parts_of(_TAIL.sub("", text) or text, english=self._english), tuple(t))
            for text, t in gathered.items()
            if text
        )
        return tuple(name for name in names if name.parts)

    def candidates(self, words: Mapping[str, float]) -> tuple[Candidate, ...]:
        """Return what the words may say, the surest first; `words` are parts with how near they stand (1 = beside)."""
        said, beside = dict[int, float](), dict[int, float]()
        for part, nearness in words.items():
            weight = self._weights.get(part, 0.0)
            for number in self._by_part.get(part, ()):
                said[number] = said.get(number, 0.0) + weight * nearness
                if nearness >= 1:
                    beside[number] = beside.get(number, 0.0) + weight
        best, own, ahead = dict[Target, Candidate](), dict[str, float](), dict[Target, float]()
        for number, weight in said.items():
            name, share = self._names[number], weight / self._totals[number]
            if share < 0.2:
                continue
            for target in name.targets:
                if name.text == self._own.get(target.metric):
                    own[target.metric] = share
                near = beside.get(number, 0.0) / self._totals[number]
                candidate = Candidate(target, name.text, share, weight, beside=near, parts=name.parts)
                if target not in best or candidate.score + (_GIVEN if number < self._given else 0.0) > ahead[target]:
                    best[target], ahead[target] = candidate, candidate.score + (_GIVEN if number < self._given else 0.0)
        told = (replace(c, own=own.get(c.target.metric, c.share if c.target.record else 0.0)) for c in best.values())
        return tuple(sorted(told, key=lambda c: (-c.score, -c.weight))[:_MOST])


def _weights(names: Sequence[_Name]) -> dict[str, float]:
    """Return how much each part says: the rarer it is, the more."""
    counts, many = Counter(part for name in names for part in name.parts), max(len(names), _MANY_NAMES)
    return {part: math.log(1 + many / count) / 2 for part, count in counts.items()}


def _spoken(catalogue: Catalogue, snapshot: Snapshot, language: str) -> Iterator[tuple[str, Target]]:
    """Yield what the workspace's own texts call its numbers; of those of records who or what they are about."""
    for words, reference in phrasings(snapshot, language):
        if reference.code in catalogue.metrics and not (reference.wildcard or reference.entity or reference.span):
            yield words, Target(reference.code, reference.category)
    for title, body, column, target in _numbers(catalogue, snapshot, language):
        counted = _OR.split(column)  # 播放或浏览量: either is said
        yield from (
            (f"{words} {count}", target) for words in (*_called(title, body), title) if words for count in counted
        )


def _names(
    catalogue: Catalogue, outlines: tuple[Outline, ...], snapshot: Snapshot, language: str
) -> Iterator[tuple[str, Target]]:
    amounts = measured(catalogue)
    for code, metric in amounts.items():
        yield metric.name.best(language), Target(code)
    for label, target in labels(outlines, language):
        if target.metric in amounts and not _DATE.fullmatch(label):
            yield label, target
    yield from _of_records(catalogue, snapshot, language)


def labels(outlines: Iterable[Outline], language: str) -> Iterator[tuple[str, Target]]:
    """Yield each label that an outline gives to a reference of its own year."""
    shown = (p for o in outlines for section in o.walk() for block in section.blocks for p in placements(block))
    for placement in shown:
        reference, label = parse_reference(placement.reference), placement.label.get(language)
        if label and reference and not (reference.wildcard or reference.entity or reference.offset or reference.year):
            yield label, Target(reference.code, reference.category)


def _of_records(catalogue: Catalogue, snapshot: Snapshot, language: str) -> Iterator[tuple[str, Target]]:
    """Yield the numbers of records: title and column say what they are."""
    for title, _, column, target in _numbers(catalogue, snapshot, language):
        if title:
            yield f"{title} {column}", target


def _numbers(catalogue: Catalogue, snapshot: Snapshot, language: str) -> Iterator[tuple[str, str, str, Target]]:
    """Yield each number of a record: its record's title and text, its column's name, what it is."""
    for record in snapshot.records.values():
        record_type = catalogue.records.get(record.key.type)
        if record_type is None:
            continue
        title, body = (
            next((record.field(c.code).words.get(language) for c in record_type.columns if c.kind == kind), "")
            for kind in ("text", "long")
        )
        for column in record_type.columns:
            if column.numeric and record.field(column.code).value is not None:
                yield title, body, column.name.best(language), Target(f"{record.key.canonical()}.{column.code}")


def _called(title: str, body: str) -> Iterator[str]:
    """Yield who or what a record is about: names in its title, nicknames in its text, how its text begins."""
    yield from (match[1] for match in _IN_MARKS.finditer(title))
    yield from (match[1] for match in _NICKNAME.finditer(body))
    clauses = _MARK.split(body.strip(), maxsplit=2)[:2]
    yield next((clause[:_BEGUN] for clause in clauses if not _DATE.fullmatch(clause)), "")
