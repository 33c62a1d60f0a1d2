"""A text beside what stood there before: by paragraphs, with the numbers that it links to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from desktop.work.review_past import Altered
from exporters.assembly.assembly import Assembly
from exporters.assembly.linked_text import inlines, plain_words
from schema.catalogue.outline import Outline
from schema.moment import Moment
from schema.values.datapoint import SlotText
from schema.values.subject import TextAt

Kind = Literal["kept", "added", "removed"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of two texts laid beside each other."""

    kind: Kind
    words: str


@dataclass(frozen=True, slots=True)
class TextChanges:
    """A text as it prints, and how it differs from what was reviewed last and from last year's; None: no such text."""

    text: str
    since_review: tuple[Paragraph, ...] | None = None
    since_last_year: tuple[Paragraph, ...] | None = None


def text_changes(moment: Moment, outline: Outline, at: TextAt, altered: Sequence[Altered]) -> TextChanges:
    """Return a text of a report beside its earlier states; `altered` is what has changed since its last review."""
    now = moment.snapshot.texts.get((at.report, at.slot, at.language), "")
    shown = printed(moment, outline, at, now)
    reviewed = next((item.before.text for item in altered if isinstance(item.before, SlotText)), None)
    since = None if reviewed is None else paragraphs(printed(moment, outline, at, reviewed), shown)
    before = moment.definitions.outlines.get(outline.rolled_from)
    last = moment.snapshot.texts.get((before.code, at.slot, at.language), "") if before else ""
    if before is None or not last.strip():
        return TextChanges("\n".join(shown), since)
    return TextChanges("\n".join(shown), since, paragraphs(printed(moment, before, at, last), shown))


def paragraphs(before: Sequence[str], now: Sequence[str]) -> tuple[Paragraph, ...]:
    """Return both texts as one: what stayed, what went, what came."""
    return tuple(_merged(before, now))


def _merged(before: Sequence[str], now: Sequence[str]) -> Iterator[Paragraph]:
    for step, first, last, start, end in SequenceMatcher(None, before, now, autojunk=False).get_opcodes():
        if step == "equal":
            yield from (Paragraph("kept", words) for words in now[start:end])
            continue
        yield from (Paragraph("removed", words) for words in before[first:last])
        yield from (Paragraph("added", words) for words in now[start:end])


def printed(moment: Moment, outline: Outline, at: TextAt, text: str) -> list[str]:
    """Return the paragraphs of a text with the numbers that it links to as the report prints them."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if "{" not in text and "**" not in text:
        return lines
    assembly = Assembly(moment, outline, at.language)
    return [plain_words(inlines(assembly, line)) for line in lines]
