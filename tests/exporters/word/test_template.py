"""A company's own Word file as the template: its styles, page and heads, under whatever ids its Word gave them."""

import re
import zipfile
from io import BytesIO

import docx
import pytest
from docx.shared import Cm, Pt, RGBColor
from PIL import Image

from exporters.word.company_template import prepare
from exporters.word.template_page import PageTooNarrowError
from exporters.word.writer import template_path, write_word
from tests.exporters.small_report import document
from tests.office_files import complaints

RED = RGBColor(0xB0, 0x10, 0x30)


def company_file(path, *, cover=False, logo=False):
    """A Word file as a company has it: red headings, a header, words of its own."""
    made = docx.Document()
    made.styles["Heading 1"].font.color.rgb = RED
    made.styles["Heading 1"].font.size = Pt(26)
    section = made.sections[0]
    section.left_margin, section.page_width = Cm(4), Cm(21)
    header = section.header.paragraphs[0]
    for part in ("ACME · {ti", "tle}"):  # as Word parts what is typed in two goes
        header.add_run(part)
    if logo:
        picture = BytesIO()
        Image.new("RGB", (30, 10), "red").save(picture, "PNG")
        header.add_run().add_picture(BytesIO(picture.getvalue()))
    if cover:
        made.add_paragraph("Report of {company}: {title} {year}")
        made.add_section()
    made.add_paragraph("Words of an older report")
    made.save(path)
    return path


def with_other_ids(path, target):
    """The same file as a Chinese Word writes it: styles have numbers for ids."""
    ids = {"Heading1": "1", "Normal": "a", "BodyText": "a3"}
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(target, "w") as out:
        for name in source.namelist():
            content = source.read(name)
            if name in ("word/styles.xml", "word/document.xml"):
                text = content.decode("utf-8")
                for old, new in ids.items():
                    text = re.sub(rf'(w:styleId|<w:(?:pStyle|basedOn|next|link) w:val)="{old}"', rf'\1="{new}"', text)
                content = text.encode("utf-8")
            out.writestr(name, content)
    return target


def written(tmp_path, file):
    prepared = prepare(file, template_path())
    template, target = tmp_path / "template.docx", tmp_path / "report.docx"
    template.write_bytes(prepared.content)
    write_word(document(), target, template=template)
    return prepared, target


@pytest.mark.parametrize("logo", [False, True])
def test_the_report_has_the_companys_headings_and_head_and_is_valid(tmp_path, logo):
    _, target = written(tmp_path, company_file(tmp_path / "acme.docx", logo=logo))
    report = docx.Document(str(target))
    assert report.styles["Heading 1"].font.color.rgb == RED
    heads = {"".join(p.text for p in section.header.paragraphs) for section in report.sections}
    assert any(head.startswith("ACME · ") and "{" not in head for head in heads)
    assert "Words of an older report" not in "".join(p.text for p in report.paragraphs)
    # Only a warning: a picture in the head of the template may have a number that one of ours has, too.
    assert [told for told in complaints(target) if "duplicate wp:docPr id" not in told] == []


@pytest.mark.usefixtures("own_process")
def test_styles_are_found_by_name_whatever_their_ids(tmp_path):
    plain = company_file(tmp_path / "acme.docx")
    other, target = written(tmp_path, with_other_ids(plain, tmp_path / "chinese.docx"))
    assert prepare(plain, template_path()).missing == other.missing
    report = docx.Document(str(target))
    assert report.styles["Heading 1"].style_id == "Heading1"
    assert report.styles["Heading 1"].font.color.rgb == RED
    assert complaints(target) == []


def test_missing_styles_are_named_and_taken_from_the_template_that_ships(tmp_path):
    prepared, target = written(tmp_path, company_file(tmp_path / "acme.docx"))
    assert "Report Table" in prepared.missing
    assert "Heading 1" not in prepared.missing
    assert {"Report Table", "Callout Number"} <= {style.name for style in docx.Document(str(target)).styles}


def test_the_template_that_ships_lacks_nothing_of_itself(tmp_path):
    assert prepare(template_path(), template_path()).missing == ()


def test_a_cover_with_the_place_of_the_title_is_the_cover(tmp_path):
    _, target = written(tmp_path, company_file(tmp_path / "acme.docx", cover=True))
    first = docx.Document(str(target)).paragraphs[0].text
    assert first.startswith("Report of ")
    assert "{" not in first


def test_margins_leave_room_for_the_tables_and_a_page_that_cannot_is_refused(tmp_path):
    _, target = written(tmp_path, company_file(tmp_path / "acme.docx"))
    section = docx.Document(str(target)).sections[-1]
    room = section.page_width - section.left_margin - section.right_margin
    assert abs(room - Cm(16.2)) < Cm(0.02)
    assert section.left_margin > section.right_margin
    made = docx.Document()
    made.sections[0].page_width = Cm(14.8)
    made.save(tmp_path / "small.docx")
    with pytest.raises(PageTooNarrowError):
        prepare(tmp_path / "small.docx", template_path())
