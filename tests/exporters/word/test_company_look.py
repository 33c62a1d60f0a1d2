"""The page beside the form is set in the fonts, sizes and colours of the company's own Word template."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from exporters.content import Look
from exporters.word.company_look import company_look
from exporters.word.company_template import prepare
from exporters.word.template_look import template_look
from exporters.word.writer import template_path

LOOK = Look(("FF4906", "1F3A60"), "微软雅黑", "Arial", "zh-CN")


@pytest.fixture(scope="module")
def shipped():
    return template_look(template_path(), LOOK)


@pytest.fixture
def template(tmp_path) -> bytes:
    """A file as a company has it: headings in its own font, size and colour, words in another font."""
    made = docx.Document()
    heading, normal = made.styles["Heading 2"], made.styles["Normal"]
    heading.font.size, heading.font.color.rgb = Pt(21), RGBColor(0xB0, 0x10, 0x30)
    for style, asian, latin in ((heading, "华文中宋", "Verdana"), (normal, "楷体", "Tahoma")):
        style.font.name = latin
        fonts = style.element.rPr.rFonts
        fonts.set(qn("w:eastAsia"), asian)
        for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):  # as Word does where a font is chosen
            fonts.attrib.pop(qn(f"w:{name}"), None)
    path = tmp_path / "company.docx"
    made.save(path)
    return prepare(path, template_path()).content


def test_a_heading_has_the_companys_font_size_and_colour(template, shipped) -> None:
    heading = company_look(template, LOOK, shipped).styles["Heading2"]
    assert (heading.size, heading.colour, heading.families[0]) == (21, "B01030", "华文中宋")
    assert "Verdana" in heading.families


def test_an_english_page_has_the_latin_font_first(template, shipped) -> None:
    english = Look(LOOK.colours, LOOK.sans, LOOK.latin, "en-US")
    assert company_look(template, english, shipped).styles["Heading2"].families[0] == "Verdana"


def test_fonts_come_from_what_a_style_is_based_on(template, shipped) -> None:
    found = company_look(template, LOOK, shipped)
    assert found.styles["BodyText"].families[0] in ("楷体", "微软雅黑")


def test_a_font_of_the_theme_is_the_one_that_the_theme_names(tmp_path, shipped) -> None:
    docx.Document().save(tmp_path / "theme.docx")  # its headings have the theme's fonts
    found = company_look((tmp_path / "theme.docx").read_bytes(), LOOK, shipped).styles["Heading2"].families
    assert found == ("宋体", "Calibri")


def test_a_file_that_cannot_be_read_leaves_the_look_that_ships(shipped) -> None:
    assert company_look(b"no file", LOOK, shipped) is shipped
    empty = BytesIO()
    docx.Document().save(empty)
    assert set(shipped.styles) <= set(company_look(empty.getvalue(), LOOK, shipped).styles)
