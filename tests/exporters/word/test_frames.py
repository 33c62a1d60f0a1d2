"""Cases and boxes that hold tables, and what is printed without the comments of a draft."""

from __future__ import annotations

from exporters.content import Column, Footnote, Frame, Gap, Paragraph, Row, Table, Text
from exporters.word.writer import assemble, template_path, write_word
from tests.exporters.word import samples
from tests.exporters.word.reading import Draft, W, text_of
from tests.office_files import complaints

TABLE = Table("t", "", "", (Column("text", 1, "甲"), Column("text", 1, "乙")), (Row(((Text("1"),), (Text("2"),))),))


def cells(draft):
    return [p for cell in draft.root.iter(f"{W}tc") for p in cell.iter(f"{W}p") if text_of(p) in ("甲", "乙", "1", "2")]


def test_a_table_in_a_box_behind_a_case_keeps_the_look_of_its_cells(tmp_path):
    case = Frame("c", "case", "", "案例", (Paragraph("p", "body", (Text("字"),)),))
    box = Frame("b", "box", "", "专栏", (Paragraph("q", "body", (Text("字"),)), TABLE))
    path = tmp_path / "draft.docx"
    write_word(samples.whole((case, box)), path)
    found = cells(Draft(path))
    assert [text_of(p) for p in found] == ["甲", "乙", "1", "2"]
    assert [p.find(f"{W}pPr/{W}{name}") for p in found for name in ("ind", "shd", "spacing")] == [None] * 12
    assert complaints(path) == []


def test_a_box_of_a_table_alone_below_a_table_writes_nothing_into_its_cells(tmp_path):
    path = tmp_path / "draft.docx"
    write_word(samples.whole((TABLE, Frame("b", "box", "", "", (TABLE,)))), path)
    found = cells(Draft(path))
    assert [text_of(p) for p in found] == ["甲", "乙", "1", "2"] * 2
    assert [p.find(f"{W}pPr/{W}spacing") for p in found] == [None] * 8
    tables = [child for child in Draft(path).root.find(f"{W}body") if child.tag == f"{W}tbl"]
    assert [table.getnext().tag == f"{W}tbl" for table in tables] == [False] * 2  # they would be one table
    assert complaints(path) == []


def test_what_is_laid_out_on_pages_has_the_same_words_and_notes_without_comments(tmp_path):
    words = (Gap("【待补】", "请填写"), Text("字"), Footnote((Text("注"),), "n_1"))
    document = samples.whole((Paragraph("p", "body", words),))
    draft, printed = tmp_path / "draft.docx", tmp_path / "printed.docx"
    write_word(document, draft)
    assemble(document, template_path(), remarks=False).save(printed)
    before, after = Draft(draft), Draft(printed)
    assert "请填写" in "".join(before.comments())
    assert "word/comments.xml" in before.parts
    assert "word/comments.xml" not in after.parts
    assert not list(after.root.iter(f"{W}commentReference"))
    assert after.footnotes() == before.footnotes() != []
    assert [text_of(p) for p in after.root.iter(f"{W}p")] == [text_of(p) for p in before.root.iter(f"{W}p")]
