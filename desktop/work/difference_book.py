"""A comparison as a workbook: a sheet for each kind of change, readable for an editor."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from desktop.work.difference_words import DifferenceWords, Told, paragraphs
from exporters.excel.table_book import Column, PlainTable, table_book
from exporters.excel.writer import write_excel
from exporters.output_files import write_output
from schema.exchange.net_changes import CHANGE_KINDS

_COLUMNS = (
    ("diff.column.name", 36, "entry"), ("diff.column.ref", 34, "code.top"), ("diff.column.before", 40, "text"),
    ("diff.column.after", 40, "text"), ("diff.column.who", 16, "text"), ("diff.column.at", 18, "text"),
    ("diff.column.reason", 32, "text"),
)  # fmt: skip


def write_difference_book(path: Path, words: DifferenceWords, told: Sequence[Told]) -> Path:
    """Write it; returns where, which is another name than asked for where a person's file stands there."""
    company = words.comparison.after.definitions.catalogue.company
    book = table_book([_overview(words, told), *_sheets(words, told)], company, words.language)
    return write_output(path, lambda temporary: write_excel(book, temporary))


def _overview(words: DifferenceWords, told: Sequence[Told]) -> PlainTable:
    counts = [(words.kind(kind), str(sum(one.kind == kind for one in told))) for kind in CHANGE_KINDS]
    columns = (Column(words.phrase("diff.column.kind"), 30, "entry"), Column(words.phrase("diff.column.count"), 14))
    return PlainTable(words.phrase("diff.overview"), words.title, words.phrase("diff.lead"), columns, counts)


def _sheets(words: DifferenceWords, told: Sequence[Told]) -> list[PlainTable]:
    columns = tuple(Column(words.phrase(code), width, look) for code, width, look in _COLUMNS)
    tables: list[PlainTable] = []
    for kind in CHANGE_KINDS:
        rows = [_row(one) for one in told if one.kind == kind]
        if rows:
            tables.append(PlainTable(words.kind(kind), words.kind(kind), words.title, columns, rows))
    return tables


def _row(told: Told) -> tuple[str, ...]:
    before, after = told.before, told.after
    if before and after and "\n" in before + after:
        marked = list(paragraphs(before, after))
        before, after = ("\n".join(_side(marked, mark)) for mark in ("-", "+"))
    return told.name, told.subject, before, after, told.who, told.at[:16].replace("T", " "), told.reason


def _side(marked: Sequence[tuple[str, str]], own: str) -> list[str]:
    """Return the paragraphs of one side; what stands in both far from any change is folded."""
    return [f"… ({text})" if mark == "…" else text for mark, text in marked if mark in ("", "…", own)]
