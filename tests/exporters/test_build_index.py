"""The index of a framework: which places it names."""

from dataclasses import replace

from exporters.build.document import build_document
from exporters.content import Index, PageRef
from schema.values.figures import Figures
from tests.exporters import small_report as sample


def places(disclosures, of_index=()):
    """Return where the index finds B1.1, which the number of employees answers, for what the two chapters declare."""
    made, data = sample.definitions(), sample.snapshot()
    outline = made.outlines[sample.REPORT]
    chapter, last = outline.chapters
    people = replace(chapter.sections[0], disclosures={"guide": disclosures})
    chapters = (replace(chapter, sections=(people,)), replace(last, disclosures={"guide": of_index}))
    definitions = replace(made, outlines={sample.REPORT: replace(outline, chapters=chapters)})
    document = build_document(definitions, sample.REPORT, "zh-Hans", data, Figures(made.catalogue, data))
    rows = (row for block in document.blocks if isinstance(block, Index) for row in block.rows)
    row = next(row for row in rows if row.code == "B1.1")
    return [inline.anchor for inline in (*row.places, *row.reason) if isinstance(inline, PageRef)]


def test_a_number_answers_where_no_section_does():
    assert places(()) == ["b_people_table"]


def test_a_section_that_answers_stands_for_its_numbers():
    assert places(("B1.1",)) == ["s_people_staff"]


def test_a_number_elsewhere_is_no_place_where_a_section_answers():
    assert places((), of_index=("B1.1",)) == ["s_index"]
