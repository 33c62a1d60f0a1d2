"""The rows of an assurance workbook in which an auditor has noted something, on whatever sheet, in whatever order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from desktop.work.assure_book import SAMPLE
from schema.errors import AnnalsError
from schema.exchange.catalogue_book.plain_sheet import PlainSheet, cell_place, letter
from schema.values.parse import clean_text

_HEADS = ("key", "ref", "format", "verdict", "remark")
_ANSWERS = ("verdict", "remark")
_HEAD_WITHIN = 30  # rows in which the head may stand: people add lines above it


@dataclass(frozen=True, slots=True)
class Noted:
    """One row with a verdict or a remark: where it stands, and what is written there.

    `is_formula` where a formula stands in one of the two: its result is nobody's word.
    """

    place: str
    key: str
    reference: str
    format: str
    verdict: str
    remark: str
    is_formula: bool = False


def noted_in(sheets: Sequence[PlainSheet], file: str) -> tuple[Noted, ...]:
    """Return the rows of the first sheet that has the columns. AnnalsError assure.not_ours, assure.column."""
    for sheet in sorted(sheets, key=lambda sheet: sheet.title.casefold() != SAMPLE):
        for number, row in enumerate(sheet.rows[:_HEAD_WITHIN]):
            names = [text.strip().casefold() for text in row]
            if set(_HEADS) <= set(names):
                twice = [head for head in _HEADS if names.count(head) > 1]
                if twice:
                    raise AnnalsError("assure.column", file=file, column=twice[0])
                return tuple(_noted(sheet, number + 1, {head: names.index(head) for head in _HEADS}))
    raise AnnalsError("assure.not_ours", file=file)


def _noted(sheet: PlainSheet, first: int, columns: Mapping[str, int]) -> Iterator[Noted]:
    answers = {letter(columns[head]) for head in _ANSWERS}
    formulas = {row for letters, row in map(cell_place, sheet.formulas) if letters in answers}
    for number, row in enumerate(sheet.rows[first:], first + 1):
        cells = {head: clean_text(row[at]).strip() if at < len(row) else "" for head, at in columns.items()}
        if any(cells[head] for head in _ANSWERS) or number in formulas:
            key, reference, form, verdict, remark = (cells[head] for head in _HEADS)
            yield Noted(f"{sheet.title}!{number}", key, reference, form, verdict, remark, number in formulas)
