"""What is said of laid out pages: headings and captions alone at the foot, stretches left empty."""

from __future__ import annotations

from exporters.content import Column, Heading, Paragraph, Row, Table, Text
from exporters.word.measured_pages import turned
from exporters.word.page_check import Area, PageFault, Sheets, page_faults
from exporters.word.writer import write_word
from tests.exporters.word import samples
from tests.exporters.word.reading import Draft, W, text_of

AREA = Area(70.0, 770.0)
FULL = tuple(range(760, 70, -20))


def page(*heights):
    """Return what LibreOffice writes for lines of words at these heights."""
    return "".join(f"BT\n68 {height} Td /F1 10 Tf<01>Tj\nET\n" for height in heights).encode()


def faults(places, *pages, blocks=()):
    chapter, other = Heading("a", 1, "甲", "s_a", "1"), Heading("b", 1, "乙", "s_b", "2")
    document = samples.whole((chapter, *blocks, other))
    found = {"s_a": (0, 760.0), "s_b": (len(pages), 760.0), **places}
    return page_faults(document, Sheets(found, (*(page(*heights) for heights in pages), page(760))), AREA)


def test_full_pages_and_the_end_of_a_chapter_have_no_fault():
    assert faults({}, FULL, (760, 740)) == ()


def test_a_page_within_a_chapter_that_is_half_empty_is_named_with_the_share():
    assert faults({}, tuple(range(760, 420, -20)), FULL) == (PageFault("empty", "1", "53%"),)


def test_footnotes_at_the_foot_do_not_hide_an_empty_stretch():
    assert [fault.code for fault in faults({}, (*range(760, 420, -20), 90, 80), FULL)] == ["empty"]


def test_a_heading_whose_words_begin_on_the_next_page_is_named():
    heading = Heading("a.x", 2, "能源", "s_x", "1.1")
    lines = tuple(range(760, 130, -20))
    assert faults({"s_x": (0, 120.0)}, (*lines, 104), FULL, blocks=(heading,)) == (
        PageFault("heading", "1", "能源", "s_x"),
    )
    assert faults({"s_x": (0, 160.0)}, (*lines, 104, 88), FULL, blocks=(heading,)) == ()


def test_a_caption_whose_table_is_on_the_next_page_is_named():
    table = Table("t", "能源消耗", "b_t", (Column("text", 1, "甲"),), (Row(((Text("1"),),)),))
    words = Paragraph("p", "body", (Text("字"),))
    lines = tuple(range(760, 110, -20))
    assert faults({"b_t": (0, 100.0)}, (*lines, 90), FULL, blocks=(words, table)) == (
        PageFault("caption", "1", "能源消耗", "b_t"),
    )
    assert faults({"b_t": (0, 140.0)}, (*lines, 90), FULL, blocks=(words, table)) == ()


def test_a_heading_that_would_stand_alone_begins_the_next_page(tmp_path):
    document = turned(samples.whole(), {"s_green_energy"})
    write_word(document, tmp_path / "turned.docx")
    turns = [
        p
        for p in Draft(tmp_path / "turned.docx").body.iter(f"{W}p")
        if p.find(f"{W}pPr/{W}pageBreakBefore") is not None
    ]
    assert [text_of(p) for p in turns] == ["能源 & <资源>"]
