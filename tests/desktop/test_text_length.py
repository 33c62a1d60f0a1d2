"""Below a text stands how long it is, beside how long it should be."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.window.form.length_line import LengthLine
from desktop.window.look.theme import LIGHT
from desktop.work.slot_guide import slot_guide
from tests.desktop.conftest import small_definitions


@pytest.fixture
def guide():
    definitions = small_definitions()
    found = slot_guide(
        definitions.outlines["csr-2022"], "green.energy.body", definitions.catalogue, ("zh-Hans", "zh-Hans"), ""
    )
    assert found is not None
    return replace(found, length=replace(found.length, least=3, most=5), basis="outline")


@pytest.mark.parametrize(
    ("text", "said", "amiss"),
    [
        ("", "0 characters (asked: 3–5)", False),
        ("一二", "2 characters (asked: 3–5), 1 to go", True),
        ("| 一 | **二** |\n| 三 |  |", "3 characters (asked: 3–5)", False),
        ("一二三四五六", "6 characters (asked: 3–5), 1 too many", True),
    ],
)
def test_what_the_outline_asks_is_held_against_the_text(qtbot, guide, text, said, amiss):
    line = LengthLine(LIGHT, "zh-Hans", guide, None)
    qtbot.addWidget(line)
    line.show_text(text)
    assert line.text() == said
    assert (LIGHT.doubt in line.styleSheet()) == amiss


def test_what_is_only_usual_is_no_fault(qtbot, guide):
    line = LengthLine(LIGHT, "zh-Hans", replace(guide, basis="before"), None)
    qtbot.addWidget(line)
    line.show_text("一二三四五六")
    assert line.text() == "6 characters (usual: 3–5)"
    assert LIGHT.doubt not in line.styleSheet()


def test_a_text_without_a_guide_is_only_counted(qtbot):
    line = LengthLine(LIGHT, "en", None, None)
    qtbot.addWidget(line)
    line.show_text("A fine day")
    assert line.text() == "3 words"
