"""Names as they are compared: one script, no punctuation; and how alike two of them are."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import log

from schema.catalogue.definitions import Catalogue, Metric
from schema.catalogue.outline import Definitions, placements
from schema.grammar.reference import parse_reference
from schema.grammar.words import Words
from schema.values.key_words import cut_words
from schema.values.marks import bare_name

_SEEN = re.compile(r"[^\w%]|_")
# A single character says less than two that stand side by side.
_SINGLE = 0.3


@dataclass(frozen=True, slots=True, order=True)
class Target:
    """What a row may mean: a metric and a canonical category ("" = its total)."""

    metric: str
    category: str = ""

    def reference(self) -> str:
        """Return it in the reference grammar, without a year."""
        return f"{self.metric}:{self.category}" if self.category else self.metric

    def words(self, catalogue: Catalogue, language: str) -> str:
        """Return the metric's name with the words of its category."""
        name = catalogue.metrics[self.metric].name.best(language)
        return f"{name} · {cut_words(self.category, catalogue, language)}" if self.category else name


@dataclass(frozen=True, slots=True)
class Near:
    """A target with how alike its name is (0 … 1)."""

    target: Target
    score: float


class Folder:
    """Writes names in one script; which traditional character is which simplified one, the definitions tell."""

    def __init__(self, wordings: Iterable[Words]) -> None:
        """Learn from wordings that are equally long in both scripts, the more frequent pair winning."""
        pairs: dict[str, Counter[str]] = defaultdict(Counter)
        for words in wordings:
            if len(words.zh_hans) == len(words.zh_hant):
                for simple, traditional in zip(words.zh_hans, words.zh_hant, strict=True):
                    pairs[traditional][simple] += 1
        common = {old: counts.most_common(1)[0][0] for old, counts in pairs.items()}
        self._table = str.maketrans({old: new for old, new in common.items() if old != new and len(old) == 1})

    def fold(self, text: str) -> str:
        """Return a name without case, blanks, punctuation and difference of script."""
        words = unicodedata.normalize("NFKC", text).casefold()
        return _SEEN.sub("", words.translate(self._table))


class Names:
    """Every name of every metric and of its parts, in three languages, with the labels of the reports."""

    def __init__(self, definitions: Definitions) -> None:
        """Fold and count all names once."""
        self.catalogue = definitions.catalogue
        self.folder = Folder(_wordings(definitions))
        self._exact: dict[str, set[Target]] = defaultdict(set)
        self._alike: dict[str, set[Target]] = defaultdict(set)
        for target, name in _metric_names(self.catalogue):
            self._exact[self.folder.fold(name)].add(target)
        for target, name in _labels(definitions):
            self._alike[self.folder.fold(name)].add(target)
        for name, targets in self._exact.items():
            self._alike[name] |= targets
        self._grams = {name: _grams(name) for name in self._alike if name}
        self._weights = _weights(self._grams)
        self._unseen = log(len(self._grams) + 1)
        self._wholes = {name: self._whole(grams) for name, grams in self._grams.items()}
        self._holders = _holders(self._grams)

    def exact(self, name: str) -> frozenset[Target]:
        """Return what has exactly this name in one of the three languages, footnote marks behind it left out."""
        fold = self.folder.fold
        return frozenset(self._exact.get(fold(name)) or self._exact.get(fold(bare_name(name)), ()))

    def near(self, name: str, count: int = 8) -> tuple[Near, ...]:
        """Return what has a name most like this one, the nearest first."""
        asked = _grams(self.folder.fold(name))
        names = {other for gram in asked for other in self._holders.get(gram, ())}
        weights, whole = {gram: self._weight(gram) for gram in asked}, self._whole(asked)
        found: dict[Target, float] = {}
        for other in names:
            score = 2 * _common(asked, self._grams[other], weights) / (whole + self._wholes[other])
            for target in self._alike[other]:
                found[target] = max(score, found.get(target, 0.0))
        ranked = sorted(found.items(), key=lambda item: (-item[1], item[0]))
        return tuple(Near(target, score) for target, score in ranked[:count])

    def _whole(self, grams: Counter[str]) -> float:
        return sum(self._weight(gram) * count for gram, count in grams.items())

    def _weight(self, gram: str) -> float:
        return self._weights.get(gram, self._unseen) * (_SINGLE if len(gram) == 1 else 1.0)


def _common(one: Counter[str], other: Counter[str], weights: Mapping[str, float]) -> float:
    """Return what two names have in common, rare pieces counting more (Dice, weighted)."""
    return sum(weights[gram] * min(count, other[gram]) for gram, count in one.items() if gram in other)


def _grams(name: str) -> Counter[str]:
    return Counter([*name, *(name[i : i + 2] for i in range(len(name) - 1))])


def _weights(grams: Mapping[str, Counter[str]]) -> dict[str, float]:
    seen = Counter(gram for found in grams.values() for gram in found)
    return {gram: log((len(grams) + 1) / count) for gram, count in seen.items()}


def _holders(grams: Mapping[str, Counter[str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for name, pieces in grams.items():
        for gram in pieces:
            if len(gram) > 1 or len(name) == 1:
                found[gram].append(name)
    return found


def languages(words: Words) -> tuple[str, ...]:
    """Return the different wordings."""
    return tuple(dict.fromkeys(text for text in (words.zh_hans, words.zh_hant, words.en) if text))


def members(metric: Metric, catalogue: Catalogue) -> Iterator[tuple[str, tuple[Words, ...]]]:
    """Yield every category that a metric has, with the wordings of its members."""
    for crossing in metric.crossings:
        made: list[tuple[str, tuple[Words, ...]]] = [("", ())]
        for code in sorted(crossing):
            known = catalogue.breakdowns[code].members
            made = [
                (";".join(filter(None, (category, f"{code}={member.code}"))), (*words, member.name))
                for category, words in made
                for member in known
            ]
        yield from made


def _metric_names(catalogue: Catalogue) -> Iterator[tuple[Target, str]]:
    """A part is called by member and metric, in either order (女性全职员工总数, 全职员工总数（女性））."""
    for metric in catalogue.metrics.values():
        for name in languages(metric.name):
            yield Target(metric.code), name
        for category, words in members(metric, catalogue):
            for language in ("zh_hans", "zh_hant", "en"):
                name, parts = getattr(metric.name, language), "".join(getattr(one, language) for one in words)
                if name and parts:
                    yield Target(metric.code, category), parts + name
                    yield Target(metric.code, category), name + parts


def _labels(definitions: Definitions) -> Iterator[tuple[Target, str]]:
    """What a report calls a metric is near to it, not its name: a label may be short for its place in a table."""
    for outline in definitions.outlines.values():
        blocks = (block for section in outline.walk() for block in section.blocks)
        for placement in (placement for block in blocks for placement in placements(block)):
            reference = parse_reference(placement.reference)
            if reference is None or reference.year or reference.wildcard or reference.entity:
                continue
            if reference.code.startswith("record/"):
                continue
            for name in languages(placement.label):
                yield Target(reference.code, reference.category), name


def _wordings(definitions: Definitions) -> Iterator[Words]:
    catalogue = definitions.catalogue
    for metric in catalogue.metrics.values():
        yield metric.name
        yield metric.definition
    for breakdown in catalogue.breakdowns.values():
        yield from (breakdown.name, *(member.name for member in breakdown.members))
    yield from (unit.name for unit in catalogue.units.values())
    yield from catalogue.phrases.values()
    yield from catalogue.messages.values()
    for outline in definitions.outlines.values():
        yield from (section.title for section in outline.walk())
