"""Foreign texts as paragraphs: encodings, web pages, Word files, PDF files, broken columns; and what is no text."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from schema.errors import AnnalsError
from schema.exchange.foreign_text.paragraphs import rejoined
from schema.exchange.foreign_text.reader import TextLimits, read_paragraphs

WORDS = "2021 年，公司捐赠总额为 7570 万元，员工来自全国各地，大家都很高兴。"


def texts(path: Path) -> list[str]:
    return [paragraph.text for paragraph in read_paragraphs(path)]


def written(tmp_path: Path, name: str, content: bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_text_is_read_in_the_encoding_it_was_saved_in(tmp_path, encoding):
    assert texts(written(tmp_path, "a.txt", WORDS.encode(encoding))) == [WORDS]


def test_lines_that_a_column_broke_are_whole_again_with_their_places():
    lines = [
        "据介绍，去年的月活跃用户为",
        "6.",
        "85亿，观看直播的人次超过116",
        "5亿；合作社有一百多家分布",
        "各地。",
        "",
        "标题",
        "另一段在这里开始。",
    ]
    paragraphs = rejoined([(str(number), line) for number, line in enumerate(lines, 1)])
    assert [p.text for p in paragraphs][1:] == [
        "85亿，观看直播的人次超过1165亿；合作社有一百多家分布各地。", "标题", "另一段在这里开始。",
    ]  # fmt: skip
    number = paragraphs[1].text.index("1165")
    assert (paragraphs[1].place(number), paragraphs[1].place(number + 4)) == ("3", "4")


def test_english_lines_are_joined_with_a_blank_and_columns_of_numbers_are_not():
    lines = [
        "In 2022 revenue of the company was",
        "RMB 94.2 billion, more than ever",
        "before.",
        "",
        "25,317",
        "22,151",
    ]
    paragraphs = rejoined([(str(number), line) for number, line in enumerate(lines, 1)])
    assert [p.text for p in paragraphs] == [
        "In 2022 revenue of the company was RMB 94.2 billion, more than ever before.", "25,317", "22,151",
    ]  # fmt: skip


def test_a_scale_word_at_the_beginning_of_the_next_line_belongs_to_its_number():
    lines = [("1", "这一年一共产生的电商交易总额超过 6,800"), ("2", "亿元，比上年多。")]
    assert rejoined(lines)[0].text == "这一年一共产生的电商交易总额超过 6,800亿元，比上年多。"


def test_of_a_web_page_only_what_is_seen_counts(tmp_path):
    page = (
        "---\ntitle: '2021 年报告'\nheadimg: 'https://example.com/99.png'\n---\n<html><head><style>p {margin: 12px}</style></head>"
        "<body><p id='a77'>捐赠 <b>7570</b> 万元，\n共 3 场</p><script>var x = 42;</script><table><tr><td>收入</td><td>94</td></tr></table>"
        "<img alt='Picture 26' src='b.png'><p>&nbsp;</p></body></html>"
    )
    paragraphs = read_paragraphs(written(tmp_path, "a.html", page.encode()))
    assert [p.text.strip() for p in paragraphs] == ["2021 年报告", "捐赠 7570 万元，共 3 场", "收入 | 94"]
    assert [p.place(0) for p in paragraphs] == ["2", "5", "6"]
    assert paragraphs[1].place(paragraphs[1].text.index("3")) == "6"


def test_of_a_word_file_tables_and_controls_are_read_and_marks_and_deleted_words_are_not(tmp_path):
    document = Document()
    document.add_paragraph("捐赠 ")
    paragraph = document.add_paragraph("总额为 ")
    control = f"<w:sdt {nsdecls('w')}><w:sdtContent><w:r><w:t>7,570</w:t></w:r></w:sdtContent></w:sdt>"
    paragraph._p.append(parse_xml(control))
    mark = paragraph.add_run("12")
    mark.font.superscript = True
    deleted = f"<w:del {nsdecls('w')} w:id='1' w:author='a'><w:r><w:delText>999</w:delText></w:r></w:del>"
    paragraph._p.append(parse_xml(deleted))
    paragraph.add_run(" 万元")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "收入", "942"
    path = tmp_path / "a.docx"
    document.save(path)
    paragraphs = read_paragraphs(path)
    assert [(p.place(0), p.text) for p in paragraphs] == [
        ("1", "捐赠 "),
        ("2", "总额为 7,570 万元"),
        ("3", "收入 | 942"),
    ]


def test_a_pdf_is_read_page_by_page(tmp_path):
    path = written(tmp_path, "a.pdf", pdf("Revenue was 94 billion", "Costs were 52 billion"))
    assert [(p.place(0), p.text) for p in read_paragraphs(path)] == [
        ("1:1", "Revenue was 94 billion"), ("2:1", "Costs were 52 billion"),
    ]  # fmt: skip


def pdf(*pages: str) -> bytes:
    """A small PDF file with a line on each page."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for words in pages:
        stream = f"BT /F1 12 Tf 72 700 Td ({words}) Tj ET"
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {len(objects)} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(pages)} >>"
    out, places = io.BytesIO(b""), []
    out.write(b"%PDF-1.4\n")
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(f"{number} 0 obj\n{body}\nendobj\n".encode())
    start = out.tell()
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    out.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode())
    out.write(f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF".encode())
    return out.getvalue()


def zipped(**members: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/"), content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.pdf", b"%PDF-1.7 nothing at all", "scanned.broken"),
        ("a.pdf", pdf(""), "scanned.no_words"),
        ("a.docx", b"PK\x03\x04 nothing at all", "scanned.broken"),
        ("a.docx", zipped(a="b"), "scanned.not_text"),
        ("a.docx", zipped(**{"word__document.xml": "<w:document"}), "scanned.broken"),
        ("a.docx", zipped(**{"word__document.xml": "<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"}), "scanned.broken"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 64, "scanned.not_text"),
        ("a.txt", bytes(range(256)) * 8, "scanned.not_text"),
    ],
)
def test_what_is_no_text_is_refused_by_its_cause(tmp_path, name, content, code):
    with pytest.raises(AnnalsError) as refused:
        read_paragraphs(written(tmp_path, name, content))
    assert refused.value.code == code


def test_a_file_that_unpacks_to_too_much_is_refused(tmp_path):
    path = written(tmp_path, "a.docx", zipped(**{"word__document.xml": " " * 3_000_000}))
    with pytest.raises(AnnalsError) as refused:
        read_paragraphs(path, TextLimits(unpacked=2))
    assert refused.value.code == "scanned.too_large"


@pytest.mark.parametrize("name", ["nothing.txt", "."])
def test_what_is_not_there_and_a_folder_are_refused(tmp_path, name):
    with pytest.raises(AnnalsError) as refused:
        read_paragraphs(tmp_path / name)
    assert refused.value.code == "scanned.missing"
