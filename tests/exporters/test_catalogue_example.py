"""What a blank workbook shows as an example is a report that can be read, in each language."""

from __future__ import annotations

import pytest

from desktop.work.catalogue_book import BookTarget, write_book
from schema.catalogue.loader import load_sentences
from schema.catalogue.reading import Reading
from schema.catalogue.starters import EMPTY, load_starter
from schema.exchange.catalogue_book.example import read_example
from schema.exchange.catalogue_book.plain_sheet import PlainSheet
from schema.exchange.catalogue_book.rows import from_sheets, to_sheets
from schema.exchange.catalogue_book.sheet_source import SheetFiles
from schema.grammar.words import LANGUAGES
from schema.validation.check import check
from schema.values.datapoint import Snapshot
from schema.values.figures import Figures
from tests.shipped import RESOURCES


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_put_into_the_blank_sheets_is_a_sound_report(program, language):
    blank = load_starter(RESOURCES, EMPTY, program, [language])
    example = read_example(RESOURCES, language).rows
    sheets = [_filled(sheet, example.get(sheet.title, [])) for sheet in to_sheets(blank)]
    made = from_sheets(sheets, load_sentences(Reading(SheetFiles()), program), [language])
    assert list(made.catalogue.metrics) == ["energy.electricity", "staff.total", "energy.perhead"]
    outline = made.outlines["report-2025"]
    assert (outline.language, [section.code for section in outline.walk()]) == (language, ["planet", "people"])
    issues = check(made, Snapshot(), Figures(made.catalogue, Snapshot()), "report-2025")
    assert [issue.code for issue in issues if issue.severity == "error"] == []


def _filled(sheet, rows):
    """A blank sheet with the example's rows in it; the company's one row takes the place of what stands there."""
    head = sheet.rows[0]
    assert all(column in head for row in rows for column in row), sheet.title
    added = tuple(tuple(row.get(column, "") for column in head) for row in rows)
    kept = () if sheet.title == "company" and rows else sheet.rows[1:]
    return PlainSheet(sheet.title, (head, *kept, *added))


def test_a_workbook_with_metrics_shows_no_example(definitions, program, tmp_path):
    import openpyxl

    blank = load_starter(RESOURCES, EMPTY, program, ["en"])
    for name, known, shown in (("blank.xlsx", blank, True), ("full.xlsx", definitions, False)):
        write_book(known, BookTarget(tmp_path / name, "en"), RESOURCES)
        book = openpyxl.load_workbook(tmp_path / name, read_only=True)
        assert ("#example" in book.sheetnames) is shown
