"""Each kind of card has a builder, and the parts of a form answer for themselves."""

from __future__ import annotations

from typing import get_args

import pytest
from PySide6.QtWidgets import QScrollArea

from desktop.window.fields.plan import CardSpec
from desktop.window.form.breakdown_grid import BreakdownGrid
from desktop.window.form.cards import BUILDERS
from desktop.window.form.field_row import FieldRow
from desktop.window.form.form_part import FormPart
from desktop.window.form.section_head import SectionHead
from desktop.window.look.chooser import Chooser
from schema.grammar.reference import Key
from tests.desktop.conftest import YEAR


@pytest.fixture
def window(kept_window):
    return kept_window


def test_each_kind_of_card_has_its_builder():
    assert set(BUILDERS) == set(get_args(CardSpec))


def test_a_part_that_nothing_concerns_keeps_out_of_the_way(qtbot):
    part, sight = FormPart(), QScrollArea()
    qtbot.addWidget(sight)
    assert list(part.keys()) == []
    assert not part.enter(1)
    assert not any(part.go_to(goal, sight) for goal in (Key("energy.gas", YEAR), "green.energy.body"))


def test_the_form_asks_for_the_values_of_its_rows_and_grids(window):
    window.view.desk.choose_section("people")
    form = window.view.form
    form.build_all()
    rows, grids = form.parts_of(FieldRow), form.parts_of(BreakdownGrid)
    assert rows
    assert grids
    assert set(form.keys()) == {row.key for row in rows} | {key for grid in grids for key in grid.grid.keys}


def test_the_cursor_passes_by_what_has_no_field(window):
    form = window.view.form
    form.build_all()
    last = form.parts_of(FieldRow)[-1]
    last.edit.setFocus()
    form._step(last, 1)
    assert last.edit.hasFocus()
    form._step(last, -1)
    assert form.parts_of(FieldRow)[-2].edit.hasFocus()


def test_another_language_of_the_texts_is_shown_after_the_chooser_has_done(qtbot, window):
    form = window.view.form
    head = form.widget().findChild(SectionHead)
    chooser = head.findChild(Chooser)
    chooser.setCurrentIndex(chooser.findData("en"))
    chooser.activated.emit(chooser.currentIndex())
    assert form.text_language == ""
    qtbot.waitUntil(lambda: form.text_language == "en", timeout=60000)
    assert form.widget().findChild(SectionHead).findChild(Chooser).currentData() == "en"
