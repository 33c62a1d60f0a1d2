"""The colours of the window: what can be read and seen, and whose colour is whose."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit

from desktop.window.look.theme import DARK, LIGHT, Theme, company_theme, palette, style_sheet, ui_font
from desktop.window.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
WINDOW = Path(__file__).parents[2] / "desktop" / "window"
ORANGE = "#ff4906"
READ, SEEN = 4.5, 3.0
# Each colour of words or of a mark, and the grounds on which the window puts it.
WORDS = {
    "text": "surface ground side sunken hover soft error_soft doubt_soft good_soft people_soft chip",
    "text2": "surface ground side sunken hover soft error_soft doubt_soft",
    "text3": "surface ground side sunken hover soft",
    "accent": "surface ground side sunken hover soft",
    "on_accent": "accent",
    "surface": "text",  # tooltips
    "error": "surface ground side soft error_soft",
    "doubt": "surface ground side soft doubt_soft",
    "good": "surface ground side soft good_soft",
    "people": "surface ground side soft people_soft",
    "ink": "paper",
}
MARKS = {
    "edge": "surface ground side sunken hover",
    "chip_line": "surface chip",
    "accent": "surface ground side line",
    "text3": "surface ground side",
    "error": "surface ground side error_soft",
    "doubt_mark": "surface ground side soft doubt_soft",
    "good": "surface ground side",
    "surface": "error doubt_mark good",  # the sign within a filled mark
}


def pairs(table: dict[str, str]) -> list[tuple[str, str]]:
    return [(colour, ground) for colour, grounds in table.items() for ground in grounds.split()]


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2.1, 1 … 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_ratio_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#FFFFFF", ORANGE) == pytest.approx(3.4, abs=0.05)


LOOKS = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])


@LOOKS
@pytest.mark.parametrize(("colour", "ground"), pairs(WORDS))
def test_words_can_be_read_on_each_ground_they_stand_on(theme: Theme, colour: str, ground: str) -> None:
    assert contrast(getattr(theme, colour), getattr(theme, ground)) >= READ


@LOOKS
@pytest.mark.parametrize(("colour", "ground"), pairs(MARKS))
def test_borders_of_controls_and_marks_can_be_seen(theme: Theme, colour: str, ground: str) -> None:
    assert contrast(getattr(theme, colour), getattr(theme, ground)) >= SEEN


def test_no_colour_of_one_look_was_forgotten_in_the_other() -> None:
    same = {field.name for field in fields(Theme) if getattr(LIGHT, field.name) == getattr(DARK, field.name)}
    assert same == {"ink"}  # the words of a page, which is paper in both


def test_the_company_colours_what_is_the_reports_and_no_control() -> None:
    own, plain = company_theme((ORANGE, "#1F3A5F")), Theme()
    assert (own.company, own.accent) == (ORANGE, plain.accent)
    assert ORANGE not in style_sheet(own).lower()
    assert palette(own) == palette(plain)


@pytest.mark.parametrize("colours", [(), ("orange-ish",), ("",)])
def test_a_company_without_a_colour_is_marked_in_the_windows_accent(colours: tuple[str, ...]) -> None:
    assert company_theme(colours) == Theme()


def test_no_colour_is_written_outside_the_theme() -> None:
    written = re.compile(r"""["' ]#[0-9a-fA-F]{6}\b|GlobalColor\.(?!transparent)|\bcolor: ?(white|black|red|gr[ae]y)""")
    found = {str(file.relative_to(WINDOW)): written.findall(file.read_text("utf-8")) for file in WINDOW.rglob("*.py")}
    assert [name for name, colours in found.items() if colours] == [str(Path("look/theme.py"))]


@pytest.mark.parametrize("made", [QCheckBox, QLineEdit, QComboBox])
def test_what_fusion_frames_has_a_border_that_can_be_seen(new_window: Callable[..., MainWindow], made: type) -> None:
    window = new_window()
    widget = made(window)
    widget.resize(120, 30)
    shown = widget.grab().toImage()
    middle = shown.height() // 2
    strongest = max(contrast(shown.pixelColor(x, middle).name(), Theme().surface) for x in range(6))
    assert strongest >= SEEN


def test_the_bar_has_the_font_of_the_language_from_the_start_and_after_another_is_chosen(
    new_window: Callable[..., MainWindow],
) -> None:
    window = new_window()
    for language in ("en", "zh-Hans"):
        window.speak(language)
        assert window.bar.year.font().families() == ui_font(language).families()
        assert window.bar.year.font().pixelSize() == ui_font(language).pixelSize()
