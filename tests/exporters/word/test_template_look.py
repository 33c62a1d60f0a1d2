"""The template's styles as numbers: a page on the screen is set as the draft is."""

from __future__ import annotations

import docx
import pytest
from docx.styles.style import ParagraphStyle

from exporters.charts.colours import readable
from exporters.content import Look
from exporters.word.style_names import PARAGRAPHS
from exporters.word.template_look import template_look
from exporters.word.writer import template_path

LOOK = Look(("FF4906", "1F3A60"), "微软雅黑", "Arial", "zh-CN")


@pytest.fixture(scope="module")
def look():
    return template_look(template_path(), LOOK)


def test_lines_and_distances_are_the_templates(look) -> None:
    file = docx.Document(str(template_path()))
    named = {style.style_id: style for style in file.styles if isinstance(style, ParagraphStyle)}
    for code in set(PARAGRAPHS.values()):
        style, found = named[code], look.styles[code]
        assert style.font.size is None or found.size == style.font.size.pt
        assert found.line == style.paragraph_format.line_spacing.pt
        assert found.after == style.paragraph_format.space_after.pt


def test_the_companys_colours_stand_for_the_templates(look) -> None:
    assert look.styles["CalloutNumber"].colour == "FF4906"
    assert look.styles["Heading2"].colour == "1F3A60"
    assert look.styles["Letterhead"].rule.colour == "FF4906"


def test_small_words_in_the_companys_colour_are_dark_enough_to_be_read(look) -> None:
    assert look.styles["Part"].colour == readable("FF4906") == "C43805"
    assert readable("1F3A60") == "1F3A60"


def test_a_style_has_what_the_one_says_that_it_is_based_on(look) -> None:
    assert look.styles["FigureCaption"].size == look.styles["Caption"].size
    assert look.styles["CaseList"].ground == look.styles["CaseText"].ground != ""
    assert look.styles["CaseList"].bullet
    assert not look.styles["Heading1"].bullet


def test_the_words_are_as_wide_as_on_the_templates_page(look) -> None:
    assert look.page == (595.3, 841.9)
    assert look.text_width == pytest.approx(459.3)


def test_english_is_set_smaller_closer_and_ragged(look) -> None:
    english = template_look(template_path(), Look(LOOK.colours, LOOK.sans, LOOK.latin, "en-GB"))
    for code in ("BodyText", "Lead", "CaseText"):
        assert english.styles[code].line < look.styles[code].line
        assert (english.styles[code].align, look.styles[code].align) == ("left", "both")
    assert english.styles["Lead"].size < look.styles["Lead"].size
