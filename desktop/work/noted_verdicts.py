"""The rows of an assurance workbook in which an auditor has noted something, on whatever sheet, in whatever order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from desktop.work.assure_book import SAMPLE
from desktop.work.sent_rows import SHOWN
from schema.errors import AnnalsError
from schema.exchange.catalogue_book.plain_sheet import PlainSheet, cell_place, letter
from schema.values.parse import clean_text

_HEADS = ("key", "ref", "format", "verdict", "remark")
_ANSWERS = ("verdict", "remark")
_HEAD_WITHIN = 30  # rows in which the head may stand: people add lines above it


@dataclass(frozen=True, slots=True)
class Noted:
    """One row with a verdict or a remark: where it stands, and what is written there.

    `seen` is what it shows of its number, by column, more than one text where a column is there twice; `is_formula`
    where a formula stands in one of the two: its result is nobody's word.
    """

    place: str
    key: str
    reference: str
    format: str
    verdict: str
    remark: str
    seen: Mapping[str, Sequence[str]]
    is_formula: bool = False

    @property
    def said(self) -> tuple[str, str, str]:
        """What is said of which number."""
        return self.key, self.verdict.casefold(), self.remark


@dataclass(frozen=True, slots=True)
class Unread:
    """A sheet that was not read though verdicts stand there that the one that was read has not."""

    title: str
    count: int


@dataclass(frozen=True, slots=True)
class NotedRows:
    """The rows of the sheet that is read, its title, and the sheets beside it that say something else."""

    rows: tuple[Noted, ...]
    title: str
    unread: tuple[Unread, ...]


@dataclass(frozen=True, slots=True)
class _Page:
    """A sheet with verdicts: the row of its head, and the names there."""

    sheet: PlainSheet
    first: int
    names: Sequence[str]

    @property
    def is_whole(self) -> bool:
        return set(_HEADS) <= set(self.names)


def noted_in(sheets: Sequence[PlainSheet], file: str) -> NotedRows:
    """Return the rows of the first sheet that has the columns and something noted, the sample before others.

    AnnalsError assure.not_ours, assure.column.
    """
    ordered = sorted(sheets, key=lambda sheet: sheet.title.casefold() != SAMPLE)
    pages = [page for page in map(_page, ordered) if page is not None]
    whole = [page for page in pages if page.is_whole]
    if not whole:
        raise AnnalsError("assure.not_ours", file=file)
    read = next((page for page in whole if any(_noted(page))), whole[0])
    twice = [head for head in _HEADS if read.names.count(head) > 1]
    if twice:
        raise AnnalsError("assure.column", file=file, column=twice[0])
    rows = tuple(_noted(read))
    said = {one.said for one in rows}
    others = ((page, _others(page, said)) for page in pages if page is not read)
    return NotedRows(rows, read.sheet.title, tuple(Unread(page.sheet.title, count) for page, count in others if count))


def _others(page: _Page, said: set[tuple[str, str, str]]) -> int:
    """Return how many rows of a sheet have a verdict that is not among what was `said` already."""
    return sum(bool(one.verdict) and one.said not in said for one in _noted(page))


def _page(sheet: PlainSheet) -> _Page | None:
    found: _Page | None = None
    for number, row in enumerate(sheet.rows[:_HEAD_WITHIN]):
        names = [text.strip().casefold() for text in row]
        page = _Page(sheet, number + 1, names)
        if page.is_whole:
            return page
        if found is None and "verdict" in names:
            found = page
    return found


def _noted(page: _Page) -> Iterator[Noted]:
    names, sheet = page.names, page.sheet
    columns = {head: names.index(head) for head in _HEADS if head in names}
    shown = {name: [at for at, head in enumerate(names) if head == name] for name in SHOWN if name in names}
    answers = {letter(columns[head]) for head in _ANSWERS if head in columns}
    formulas = {row for letters, row in map(cell_place, sheet.formulas) if letters in answers}
    for number, row in enumerate(sheet.rows[page.first :], page.first + 1):
        cells = {head: _text(row, columns.get(head)) for head in _HEADS}
        if any(cells[head] for head in _ANSWERS) or number in formulas:
            key, reference, form, verdict, remark = (cells[head] for head in _HEADS)
            seen = {name: tuple(_text(row, at) for at in places) for name, places in shown.items()}
            yield Noted(f"{sheet.title}!{number}", key, reference, form, verdict, remark, seen, number in formulas)


def _text(row: Sequence[str], at: int | None) -> str:
    return clean_text(row[at]).strip() if at is not None and at < len(row) else ""
