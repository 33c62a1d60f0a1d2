"""Reads a foreign text against a workspace: each of its numbers with what it is about and whether it holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from schema.catalogue.definitions import Catalogue
from schema.catalogue.kinds import PERCENT
from schema.catalogue.outline import Definitions
from schema.grammar.decimals import is_long_text
from schema.grammar.words import is_chinese
from schema.validation.facts import AmountAt, Fact, Percent
from schema.validation.quoted.change_sizes import Change, agrees, change_of
from schema.validation.quoted.judging import Judge
from schema.validation.quoted.known_facts import Earlier, KnownFacts, no_history
from schema.validation.quoted.mentions import Mention, Mentions
from schema.validation.quoted.name_index import NameIndex
from schema.validation.quoted.quoted_number import QuotedNumber, Spoken
from schema.validation.quoted.reasons import facts_of, sentence_of
from schema.validation.quoted.recognising import recognised
from schema.validation.quoted.spoken_time import TextTime, text_time
from schema.validation.quoted.table_row import NOTHING_AROUND, Around
from schema.validation.quoted.value_words import ValueWords
from schema.validation.statements.numerals import UnitWords, unit_words
from schema.values.figures import Figures

_HANT = re.compile("[們這個為與時發應後來過對於會說還開關務業員據數電機體讓經產總萬億]")
_HANS = re.compile("[们这个为与时发应后来过对于会说还开关务业员据数电机体让经产总万亿]")
_DIGITS, _YEAR = re.compile(r"\d+(?:\.\d+)?"), re.compile(r"(?:19|20)\d\d")
_LONE = re.compile(r"\s*\d{1,3}\s*")


@dataclass(frozen=True, slots=True)
class Basis:
    """What a text is read against. `source` is its code among the reports and publishers, where somebody says it."""

    definitions: Definitions
    figures: Figures
    source: str = ""
    earlier: Earlier = no_history


class Scanner:
    """Reads one text; made for all its paragraphs, since language, time and source follow from the whole.

    `year` and `language` are those of a text that is known to be of a report (an edited draft).
    """

    def __init__(self, basis: Basis, paragraphs: Sequence[str], language: str = "", year: int = 0) -> None:
        self.language = language or language_of(paragraphs)
        self.source = basis.source or recognised(paragraphs, basis.figures.snapshot)
        outline = basis.definitions.outlines.get(self.source)
        year = year or (outline.year if outline else 0)
        self.time: TextTime = TextTime(year) if year else text_time(paragraphs)
        figures = basis.figures
        outlines = basis.definitions.outlines
        years = {code: outline.year for code, outline in outlines.items()}
        self._known = KnownFacts(figures, basis.earlier, self.source, years)
        self._units: UnitWords = unit_words(figures.catalogue.units)
        self._names = NameIndex(figures.catalogue, outlines.values(), figures.snapshot, self.language)
        self._mentions = Mentions(self.language, self._units, self.time)
        self._judge = Judge(
            self._known, self.time.likely, ValueWords(figures.catalogue, outlines.values(), self.language)
        )

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue in force."""
        return self._known.catalogue

    def numbers(self, text: str, around: Around = NOTHING_AROUND) -> Iterator[QuotedNumber]:
        """Yield each number of a paragraph, in order."""
        lone, last = _LONE.fullmatch(text) is not None, None
        for mention in self._mentions.of(text, around):
            quoted = replace(mention, quote=text[mention.start : mention.end])
            if mention.form or mention.statement is None or lone:
                yield _no_quantity(quoted, mention.form or ("page" if lone else "name"))
            else:
                last = self._quantity(quoted, last)
                yield last

    def _quantity(self, mention: Mention, last: QuotedNumber | None) -> QuotedNumber:
        """Return a quantity as it is judged; `last` is the one before it in the paragraph."""
        statement = mention.statement
        assert statement is not None
        candidates = self._names.candidates(mention.words)
        judged = self._judge.judge(mention, candidates)
        if judged.agreement in ("unknown", "mismatch"):
            beside = last if last is not None and mention.sentence and last.start >= mention.sentence[0].start else None
            change = change_of(mention, candidates, beside, self._known)
            if change is not None:
                return _changed(mention, change, self._known)
        metric = self._known.metric(judged.key.metric) if judged.key else None
        told = judged.told if judged.told is not None and judged.key is not None else statement
        unit = metric.unit if metric is not None else (statement.units[0] if len(statement.units) == 1 else "")
        present = self._known.figures.value(judged.key) if judged.key else None
        current = present.value if present is not None else None
        if current is None and judged.key is not None and judged.fact is not None:
            current = judged.fact.value
        return QuotedNumber(
            mention.start, mention.end, mention.quote, judged.agreement, sentence_of(judged), statement, mention.time,
            judged.key, told.value, told.high, unit, current, judged.fact.qualifier if judged.fact else "",
            facts_of(mention, judged, candidates, self._known),
        )  # fmt: skip


def _changed(mention: Mention, change: Change, known: KnownFacts) -> QuotedNumber:
    """Return the size of a change, which is no value of a reference."""
    before, now = known.figures.value(change.before), known.figures.value(change.now)
    assert mention.statement is not None
    assert before.value is not None
    assert now.value is not None
    agreement = "match" if agrees(change, mention) else "mismatch"
    facts: dict[str, Fact] = {
        "before": AmountAt(change.before, before.value), "now": AmountAt(change.now, now.value),
        "change": Percent(change.size),
    }  # fmt: skip
    return QuotedNumber(
        mention.start, mention.end, mention.quote, agreement, f"change.{agreement}", mention.statement, mention.time,
        value=mention.statement.value, unit=PERCENT, current=change.size, facts=facts,
    )  # fmt: skip


def _no_quantity(mention: Mention, form: str) -> QuotedNumber:
    """Return what is no quantity of anybody, with the number as it is written."""
    digits = _DIGITS.search(mention.quote)
    value = Decimal(digits[0]) if digits and not is_long_text(digits[0]) else None
    year = _YEAR.search(mention.quote) if form == "date" else None
    time = Spoken(int(year[0])) if year else Spoken()
    return QuotedNumber(mention.start, mention.end, mention.quote, "other", form, mention.statement, time, value=value)


def language_of(paragraphs: Iterable[str]) -> str:
    """Return the language of a text by its characters."""
    text = "\n".join(paragraphs)[:200_000]
    if not is_chinese(text):
        return "en"
    han = len(re.findall("[\u4e00-\u9fff]", text))
    if han * 8 < len(re.findall(r"[A-Za-z]+", text)):
        return "en"
    return "zh-Hant" if len(_HANT.findall(text)) > len(_HANS.findall(text)) else "zh-Hans"
