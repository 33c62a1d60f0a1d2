"""The parts of a Word report: headings by style or number, paragraphs, lists, tables; and files that are none."""

import zipfile

import pytest
from docx import Document
from docx.enum.style import WD_STYLE_TYPE

from schema.errors import AnnalsError
from schema.exchange.foreign_text.report_parts import ReportPart, read_parts


def saved(document, tmp_path):
    path = tmp_path / "report.docx"
    document.save(path)
    return path


def heading(level, words):
    return ReportPart("heading", words, level)


def text(words):
    return ReportPart("text", words)


def test_headings_have_their_levels_and_everything_stands_in_order(tmp_path):
    document = Document()
    document.add_heading("Annual report", 0)  # the title on the cover
    document.add_heading("1 People", 1)
    document.add_paragraph("We employ 4,230 people.")
    document.add_heading("1.1 Training", 2)
    document.add_paragraph("First", style="List Bullet")
    document.add_paragraph("Second", style="List Bullet")
    document.add_heading("Deep", 5)
    table = document.add_table(2, 2)
    for row, cells in zip(table.rows, (("Topic", "2021"), ("Hours", "12")), strict=True):
        for cell, words in zip(row.cells, cells, strict=True):
            cell.text = words
    assert read_parts(saved(document, tmp_path)) == (
        heading(1, "1 People"), text("We employ 4,230 people."), heading(2, "1.1 Training"),
        ReportPart("item", "First"), ReportPart("item", "Second"), heading(3, "Deep"),
        ReportPart("table", rows=(("Topic", "2021"), ("Hours", "12"))),
    )  # fmt: skip


def test_a_style_of_ones_own_is_a_heading_by_what_it_is_based_on(tmp_path):
    document = Document()
    own = document.styles.add_style("Kapitel", WD_STYLE_TYPE.PARAGRAPH)
    own.base_style = document.styles["Heading 2"]
    document.add_paragraph("Water", style=own)
    assert read_parts(saved(document, tmp_path)) == (heading(2, "Water"),)


def test_contents_and_captions_are_left_out(tmp_path):
    document = Document()
    entry = document.styles.add_style("toc 1", WD_STYLE_TYPE.PARAGRAPH)
    document.add_paragraph("People ......... 3", style=entry)
    document.add_heading("People", 1)
    document.add_paragraph("Table 1: staff", style="Caption")
    assert read_parts(saved(document, tmp_path)) == (heading(1, "People"),)


def test_a_box_around_words_is_a_paragraph(tmp_path):
    document = Document()
    document.add_table(1, 1).rows[0].cells[0].text = "A word from our founder."
    assert read_parts(saved(document, tmp_path)) == (text("A word from our founder."),)


@pytest.mark.parametrize(
    ("words", "level"),
    [
        ("第一章 公司治理", 1), ("一、公司概况", 1), ("（二）员工培训", 2), ("1.2 员工培训", 2), ("3 环境", 1), ("Chapter 4 People", 1),
        ("01公司治理", 1), ("一、这是一句话。", 0), ("2021年，公司培训员工12,345人次，覆盖全部部门、全部子公司和全部岗位，效果良好", 0),
        ("2021 was a good year.", 0),
    ],
)  # fmt: skip
def test_without_styles_the_number_tells_a_heading(tmp_path, words, level):
    document = Document()
    document.add_paragraph(words)
    assert read_parts(saved(document, tmp_path)) == ((heading(level, words) if level else text(words)),)


def test_with_styles_a_number_makes_no_heading(tmp_path):
    document = Document()
    document.add_heading("People", 1)
    document.add_paragraph("一、公司概况")
    assert read_parts(saved(document, tmp_path))[1] == text("一、公司概况")


def test_what_is_struck_is_not_read(tmp_path):
    document = Document()
    paragraph = document.add_paragraph("kept ")
    run = paragraph.add_run("struck")
    deleted = run._element.makeelement("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}del", {})
    run._element.addprevious(deleted)
    deleted.append(run._element)
    assert read_parts(saved(document, tmp_path)) == (text("kept"),)


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"%PDF-1.4", "scanned.not_word"), (b"PK\x03\x04 cut", "scanned.not_word"), (b"", "scanned.not_word")],
)
def test_a_file_that_is_no_word_file_is_refused(tmp_path, content, code):
    path = tmp_path / "report.docx"
    path.write_bytes(content)
    with pytest.raises(AnnalsError) as refused:
        read_parts(path)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("<w:document", "scanned.broken"),
        ("<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>", "scanned.broken"),
        (None, "scanned.not_word"),
    ],
)
def test_a_zip_without_a_sound_body_is_refused(tmp_path, body, code):
    path = tmp_path / "report.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml" if body is not None else "other.xml", body or "<x/>")
    with pytest.raises(AnnalsError) as refused:
        read_parts(path)
    assert refused.value.code == code


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(AnnalsError) as refused:
        read_parts(tmp_path / "gone.docx")
    assert (refused.value.code, "gone.docx" in refused.value.params["file"]) == ("scanned.missing", True)
