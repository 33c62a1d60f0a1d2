"""A foreign text read against a workspace: its numbers, each with its line and whether the workspace bears it out."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

from schema.catalogue.definitions import Catalogue
from schema.child_process import go_on
from schema.errors import AnnalsError
from schema.exchange.foreign_text.paragraphs import Paragraph
from schema.exchange.foreign_text.reader import read_paragraphs
from schema.grammar.decimals import EXACT, quotient
from schema.grammar.reference import Key
from schema.mistakes import near
from schema.moment import Moment
from schema.validation.quoted.known_facts import Earlier, no_history
from schema.validation.quoted.programme_names import Misspelt, ProgrammeNames
from schema.validation.quoted.quoted_number import AGREEMENTS, Agreement, QuotedNumber
from schema.validation.quoted.scanner import Basis, Scanner
from schema.validation.quoted.table_row import Around
from schema.values.datapoint import HistoryEntry, PublishedValue

_SHORT, _LABEL = 30, 40  # a short paragraph is read with the short ones around it

Progress = Callable[[int, int], bool]  # paragraphs read, of how many; False stops


@dataclass(frozen=True, slots=True)
class QuotedAt:
    """A number with the number of its paragraph, and its line (txt, md, html), paragraph (docx) or page:line (pdf)."""

    paragraph: int
    line: str
    number: QuotedNumber


@dataclass(frozen=True, slots=True)
class MisspeltAt:
    """A misspelt name with where it stands."""

    paragraph: int
    line: str
    name: Misspelt


@dataclass(frozen=True, slots=True)
class ScannedText:
    """A text with all that was found in it; `source` is the report or publisher that it was taken for."""

    paragraphs: tuple[Paragraph, ...]
    numbers: tuple[QuotedAt, ...]
    names: tuple[MisspeltAt, ...]
    language: str
    source: str

    def counts(self) -> Mapping[Agreement, int]:
        """Return how many numbers there are of each sort."""
        counted = Counter(found.number.agreement for found in self.numbers)
        return {agreement: counted[agreement] for agreement in AGREEMENTS}

    @property
    def contradicted(self) -> bool:
        """Whether a number contradicts the workspace."""
        return any(found.number.agreement == "mismatch" for found in self.numbers)


@dataclass(frozen=True, slots=True)
class ScanAsked:
    """What a text is read with: `source` its code where somebody says it, `earlier` what stood at a value before."""

    source: str = ""
    earlier: Earlier = no_history
    progress: Progress = lambda done, all_of_them: True
    stop: Callable[[], bool] = go_on


def scan_file(path: Path, moment: Moment, asked: ScanAsked | None = None) -> ScannedText:
    """Read a txt, md, html, docx or pdf. AnnalsError scan.source, scanned.…, child.…; Stopped."""
    asked = asked or ScanAsked()
    need_source(moment, asked.source)
    return scan_paragraphs(read_paragraphs(path, stop=asked.stop), moment, asked)


def scan_paragraphs(paragraphs: Sequence[Paragraph], moment: Moment, asked: ScanAsked) -> ScannedText:
    """Read paragraphs that somebody has already."""
    texts = [paragraph.text for paragraph in paragraphs]
    scanner = Scanner(Basis(moment.definitions, moment.figures, asked.source, asked.earlier), texts)
    programmes = ProgrammeNames(moment.snapshot, moment.catalogue)
    numbers, names, heads = list[QuotedAt](), list[MisspeltAt](), tuple[str, ...]()
    for at, paragraph in enumerate(paragraphs):
        if not asked.progress(at, len(paragraphs)):
            break
        heads = _heads(paragraph.text, heads)
        found = scanner.numbers(paragraph.text, Around(_beside(texts, at), heads))
        numbers += (QuotedAt(at, paragraph.place(number.start), number) for number in found)
        names += (MisspeltAt(at, paragraph.place(n.start), n) for n in programmes.misspelt(paragraph.text))
    return ScannedText(tuple(paragraphs), tuple(numbers), tuple(names), scanner.language, scanner.source)


def need_source(moment: Moment, source: str) -> None:
    """Refuse the code of a text that nobody knows. AnnalsError scan.source."""
    known = (*moment.definitions.outlines, *moment.catalogue.publishers)
    if source and source not in known:
        raise AnnalsError("scan.source", name=source, near=near(source, known))


def earlier_values(history: Callable[[str], Iterable[HistoryEntry]]) -> Earlier:
    """Return what tells which values stood at a key before, out of a workspace's history of its metric."""

    read = cache(lambda metric: tuple(history(metric)))  # a text speaks of one metric more than once

    def earlier(key: Key) -> Iterable[tuple[Decimal, str]]:
        canonical = key.canonical()
        for entry in read(key.metric):
            if entry.kind == "point" and entry.subject == canonical and entry.old:
                state = json.loads(entry.old)
                if state.get("value"):
                    yield Decimal(str(state["value"])), str(state.get("qualifier", ""))

    return earlier


def _heads(text: str, before: tuple[str, ...]) -> tuple[str, ...]:
    """Return the heads of the columns that a row of a table stands below: those of its first row."""
    if "|" not in text:
        return ()
    return before or tuple(text.split("|"))


def _beside(texts: Sequence[str], at: int) -> str:
    """Return the short paragraphs around a short one: the number of a drawing stands apart from its label."""
    if len(texts[at]) >= _SHORT:
        return ""
    return " ".join(text for text in (*texts[max(0, at - 1) : at], *texts[at + 1 : at + 2]) if len(text) < _LABEL)


def printed_value(found: QuotedAt, source: str, catalogue: Catalogue) -> PublishedValue | None:
    """Return what a third party's text prints of a value, to be kept beside it; None where it is no such thing."""
    number = found.number
    key, statement = number.key, number.statement
    plain = key is not None and key.metric in catalogue.metrics and number.high is None
    if not plain or key is None or statement is None or number.value is None or source not in catalogue.publishers:
        return None
    quote = " ".join(number.quote.split())
    step = statement.step
    if statement.value:  # in the stored unit, as the value is
        step = quotient(EXACT.multiply(step, number.value), statement.value)
    return PublishedValue(source, key, quote, number.value, statement.qualifier, step, found.line)
