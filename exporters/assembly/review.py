"""The review: each number has a letter, and below each section stands whence it comes and how it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from exporters.assembly.assembly import Assembly
from exporters.assembly.data_rows import LastEntries, data_rows
from exporters.assembly.number_sources import SourceLine
from exporters.assembly.quotation_sources import Cells, quotation_lines
from exporters.content import (
    Block,
    Column,
    Document,
    Heading,
    Inlines,
    LinkedNumber,
    Row,
    Table,
    Text,
    with_numbers,
)
from schema.moment import Moment
from schema.values.dates import show_date

_HEADS = ("review.head.number", "review.head.value", "review.head.source", "review.head.state")
_WEIGHTS = (0.05, 0.27, 0.22, 0.23, 0.23)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Reviewing:
    """When a review is made (ISO date), and who typed last what stands somewhere."""

    day: str
    last: LastEntries


def review_document(moment: Moment, draft: Document, reviewing: Reviewing) -> Document:
    """Return a draft as a review: its date on the cover, a letter at each number, and sources below each section."""
    assembly = Assembly(moment, moment.outline(draft.report), draft.language)
    rows = data_rows(moment, draft, reviewing.last)
    lines = {row.fact.word_key: SourceLine(assembly, row).cells for row in rows}
    sources = _Sources(assembly, lines, quotation_lines(assembly))
    count, date = str(len(assembly.causes)), show_date(reviewing.day, draft.language)
    return replace(
        draft,
        state="review",
        cover=replace(draft.cover, state=assembly.say("word.cover.review", date=date, count=count)),
        labels=replace(draft.labels, open_lead=assembly.say("word.review.lead", count=count)),
        blocks=tuple(_reviewed(draft.blocks, sources)),
    )


def letters(number: int) -> str:
    """Return the mark of the number counted from 0: a … z, aa, ab …"""
    head, last = divmod(number, len(_LETTERS))
    return (letters(head - 1) if head else "") + _LETTERS[last]


def _reviewed(blocks: Iterable[Block], sources: _Sources) -> Iterator[Block]:
    """Yield the blocks with their numbers marked; the sources of a section stand before the next heading."""
    marks, section = _Marks(), ""
    for block in blocks:
        if isinstance(block, Heading):
            yield from sources.below(section, marks.known)
            marks, section = _Marks(), block.id
        yield with_numbers(block, marks.marked)
    yield from sources.below(section, marks.known)


class _Marks:
    """Hands out the letters of one section; a number that stands there twice keeps its letter."""

    def __init__(self) -> None:
        self.known: dict[str, str] = {}

    def marked(self, number: LinkedNumber) -> LinkedNumber:
        """Return a number with its letter; a placeholder has none, since nothing stands behind it."""
        if number.state == "missing":
            return number
        return replace(number, mark=self.known.setdefault(number.key, letters(len(self.known))))


@dataclass(frozen=True, slots=True)
class _Sources:
    """What is said of numbers by their keys, and of the quotations of each section."""

    assembly: Assembly
    numbers: Mapping[str, Cells]
    quotations: Mapping[str, tuple[Cells, ...]]

    def below(self, section: str, marks: Mapping[str, str]) -> Iterator[Block]:
        """Yield the table below a section whose numbers have these marks; nothing where there is nothing to say."""
        lines = [(mark, self.numbers[key]) for key, mark in marks.items()]
        lines += [("", line) for line in self.quotations.get(section, ())]
        if not lines:
            return
        titles = ("", *map(self.assembly.say, _HEADS))
        columns = tuple(Column("text", weight, title) for weight, title in zip(_WEIGHTS, titles, strict=True))
        rows = tuple(Row((_words(mark, bold=True), *map(_words, cells))) for mark, cells in lines)
        yield Table(f"{section}.sources", "", "", columns, rows)


def _words(words: str, *, bold: bool = False) -> Inlines:
    return (Text(words, bold=bold),) if words else ()
