"""Where sentences are held against data: the report's year, the values, the names, and what a finding is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from schema.catalogue.definitions import Metric
from schema.catalogue.outline import Outline
from schema.catalogue.record_numbers import metric_of
from schema.grammar.reference import Key
from schema.validation.facts import Fact, Facts
from schema.validation.issue import Severity
from schema.validation.statements.numerals import UnitWords, unit_words
from schema.validation.statements.statement import Mark, Statement
from schema.validation.statements.subjects import Subjects
from schema.values.figures import Figures


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong, doubtful or open in a stretch of a text; `instead` is what would be right, words or a link."""

    code: str
    severity: Severity
    start: int
    end: int
    key: Key | None = None
    facts: Facts = field(default_factory=dict[str, Fact])
    instead: str = ""


@dataclass(slots=True)
class Scene:
    """One report's year and values; the names of a language are gathered when they are first asked for."""

    figures: Figures
    outlines: Mapping[str, Outline]
    units: UnitWords = field(init=False)
    _subjects: dict[str, Subjects] = field(default_factory=dict[str, Subjects])
    _metrics: dict[str, Metric | None] = field(default_factory=dict[str, "Metric | None"])

    def __post_init__(self) -> None:
        self.units = unit_words(self.figures.catalogue.units)

    def subjects(self, language: str) -> Subjects:
        """Return the names of a language."""
        known = self._subjects.get(language)
        if known is None:
            known = self._subjects[language] = Subjects(self.figures.catalogue, self.outlines.values(), language)
        return known

    def metric(self, key: Key) -> Metric | None:
        """Return what a key is a value of; a number of a record is one, too."""
        code = key.metric
        if code not in self._metrics:
            self._metrics[code] = metric_of(self.figures.catalogue, code)
        return self._metrics[code]

    def linked_key(self, statement: Statement, year: int) -> Key | None:
        """Return the one key that a link means, or None where it means several or none."""
        link = statement.link
        if link is None or link.reference.wildcard or not link.reference.whole:
            return None
        key = link.reference.key(year)
        return key if self.metric(key) is not None else None


def around(text: str, *marks: Mark | None) -> tuple[int, int]:
    """Return the stretch of a text from the first to the last of these marks."""
    there = [mark for mark in marks if mark is not None]
    return min(mark.start for mark in there), max(mark.end for mark in there)


def quoted(text: str, start: int, end: int) -> Fact:
    """Return the words of a stretch, on one line."""
    return " ".join(text[start:end].replace("**", "").split())
