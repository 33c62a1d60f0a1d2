"""Emission sources in the window: ticked, with factor and place, stored in one step and undone in one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.window.dialogs.emission_sources import ACTIVITY, FACTOR, NAME
from desktop.window.form.explain import how_computed
from schema.grammar.reference import Key
from tests.desktop.control_walk import faults, unseen
from tests.desktop.typing_hand import Hand, type_text

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture(scope="module")
def kept_file(kept_sample):
    """The sample, whose report of 2021 tells of energy."""
    return kept_sample


@pytest.fixture
def page(qtbot, window):
    """The place of the structure, in the report that tells of emissions."""
    window.view.desk.choose_report("esg-2021")
    window.actions_.structure.trigger()
    return window.view.rooms.pages["structure"]


@pytest.fixture
def dialog(qtbot, page, window):
    """The sources, opened by their button."""
    QTest.mouseClick(page.sources, Qt.MouseButton.LeftButton)
    opened = window.view.rooms.grids.shaping.sources
    qtbot.waitUntil(opened.isVisible)
    return opened


def tick(dialog, *codes):
    """Tick sources as a person does: go to the row, press the blank."""
    for code in codes:
        dialog.rows.setCurrentItem(dialog._items[code])
        dialog.rows.setFocus()
        Hand().press(dialog.rows, Qt.Key.Key_Space)


def settled(qtbot, page, dialog) -> None:
    qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=60000)
    qtbot.waitUntil(lambda: not page.structuring.is_open, timeout=60000)


def test_every_control_has_a_name_and_is_seen(dialog):
    assert (faults(dialog), unseen(dialog)) == ([], [])


def test_sources_are_ticked_stored_in_one_step_and_undone_in_one(qtbot, page, dialog, window):
    before = page.structuring.definitions.catalogue.metrics.keys()
    dialog.places.grid.setCurrentIndex(dialog.places.grid.findData("grid.north"))
    dialog.places.grid.activated.emit(dialog.places.grid.currentIndex())
    tick(dialog, "naturalgas", "electricity")
    assert "0.712" in dialog.detail.says.text()
    assert "公告2024年第12号" in dialog.detail.says.text()
    QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    settled(qtbot, page, dialog)
    catalogue = page.structuring.definitions.catalogue
    assert {"emissions.naturalgas", "emissions.electricity"} <= catalogue.metrics.keys()
    assert catalogue.company.regions == ("grid.north",)
    window.actions_.undo.trigger()
    qtbot.waitUntil(lambda: page.structuring.definitions.catalogue.metrics.keys() == before, timeout=60000)
    assert page.structuring.definitions.catalogue.company.regions == ()


def test_a_figure_tells_in_the_form_with_which_factor_it_was_computed(qtbot, page, dialog, window):
    tick(dialog, "naturalgas")
    QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    settled(qtbot, page, dialog)
    desk = window.view.desk
    result = desk.session.figures.value(Key("emissions.naturalgas", 2021))
    assert "天然气燃烧排放因子（缺省值）：2.1622 千克二氧化碳当量/立方米（2015–" in how_computed(desk, result)


def test_a_source_without_a_usual_factor_waits_for_value_and_origin(qtbot, page, dialog):
    tick(dialog, "goods")
    assert not dialog.go.isEnabled()
    assert "购买的商品和服务" in dialog.reason.text()
    type_text(dialog.detail.value, "0.35")
    assert not dialog.go.isEnabled()
    type_text(dialog.detail.origin, "供应商清单")
    assert dialog.go.isEnabled()
    QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    settled(qtbot, page, dialog)
    (own,) = [one for one in page.structuring.definitions.catalogue.factors if one.code == "own.goods"]
    assert (str(own.value), own.unit, own.since, own.source) == ("0.35", "kgco2e/cny", 2021, "供应商清单")


def test_another_activity_offers_the_factors_that_fit_it(dialog):
    tick(dialog, "diesel")
    item = dialog._items["diesel"]
    assert (item.text(ACTIVITY), item.checkState(NAME)) == ("柴油使用量", Qt.CheckState.Checked)
    codes = [dialog.detail.factor.itemData(number) for number in range(dialog.detail.factor.count())]
    assert "emission.petrol" in codes
    assert "grid.*" not in codes
    dialog.detail.factor.setCurrentIndex(codes.index("emission.petrol"))
    dialog.detail.factor.activated.emit(codes.index("emission.petrol"))
    assert item.text(FACTOR) == "汽油燃烧排放因子（缺省值）"
    assert [one.factor for one in dialog.change().add] == ["emission.petrol"]


def test_the_base_year_and_the_nearest_year_are_asked_for(dialog):
    assert (dialog.change().base_year, dialog.change().nearest) == (None, False)
    dialog.places.base.setValue(2020)
    dialog.nearest.setChecked(True)
    assert (dialog.change().base_year, dialog.change().nearest) == (2020, True)


def test_without_a_place_the_grid_asks_for_one(dialog):
    tick(dialog, "electricity")
    assert dialog.detail.says.text() == "请在上方选定所在地。"
