"""A report in which nobody has written anything answers no framework, in no form."""

import pytest

from exporters.content import Gap, Index, Pages, Text
from schema.moment import Moment
from schema.validation.coverage import counts
from schema.values.datapoint import Snapshot
from tests import shipped
from tests.exporters.built import build_document, build_workbook

REPORTS = ("csr-2019", "esg-2021", "csr-2022")


def test_it_answers_and_explains_nothing_in_every_framework_and_no_section_is_begun():
    moment = Moment(shipped.definitions(), Snapshot())
    for report in moment.definitions.outlines:
        for framework, found in moment.catalogue.frameworks.items():
            rows = moment.coverage(report, framework)
            assert counts(rows) == {"answered": 0, "explained": 0, "open": len(found.disclosures)}, (report, framework)
            assert not any(row.places or row.sections or row.metrics or row.reason for row in rows)
    assert not any(progress.filled for progress in moment.progress.values())


def test_what_it_is_asked_for_is_told_with_its_owner():
    moment = Moment(shipped.definitions(), Snapshot())
    rows = [row for row in moment.coverage("esg-2021", "hkex2021") if row.asked]
    assert len(rows) == 49
    assert all(row.missing and row.owners for row in rows)
    assert [row.disclosure.code for row in moment.unasked("esg-2021").disclosures["hkex2021"]] == ["A2.5", "B6.1"]


@pytest.mark.parametrize("report", REPORTS)
def test_its_printed_indices_have_no_page_and_no_code(report):
    definitions = shipped.definitions()
    language = definitions.outlines[report].language
    document = build_document(definitions, report, language, Snapshot())
    indices = [block for block in document.blocks if isinstance(block, Index)]
    assert indices
    for index in indices:
        last = [row.cells[-1] for row in index.rows if not row.heading and len(row.cells) == len(index.columns)]
        inlines = [inline for cell in last for inline in cell]
        assert not any(isinstance(inline, Pages) for inline in inlines)
        words = {inline.text for inline in inlines if isinstance(inline, Text)}
        assert words <= {"/"}, words
        # Of the GRI Standards that a report refers to only what it answers is listed.
        assert not index.rows or any(
            isinstance(inline, Gap) for row in index.rows for cell in row.cells for inline in cell
        )


@pytest.mark.parametrize("report", REPORTS)
def test_its_workbook_says_answered_nowhere_and_counts_nothing(report):
    definitions = shipped.definitions()
    language = definitions.outlines[report].language
    book = build_workbook(definitions, report, language, Snapshot())
    say = {state: definitions.catalogue.phrases[f"coverage.{state}"].best(language) for state in ("answered", "open")}
    title = definitions.catalogue.phrases["sheet.coverage"].best(language)
    counted = [row.cells for row in book.sheet(title).rows[3:] if row.cells[1].formula]
    assert len(counted) == len(definitions.outlines[report].frameworks)
    for cells in counted:
        assert [cell.value for cell in cells[1:3]] == [0, 0]
        assert cells[3].value == cells[4].value
        index = book.sheet(cells[0].link.split("'")[1])
        states = [row.cells[2].value for row in index.rows[3:] if row.cells[2].value]
        assert set(states) == {say["open"]}
        assert len(states) == cells[3].value
