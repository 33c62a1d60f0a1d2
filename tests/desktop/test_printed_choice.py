"""Which of two figures a report prints is chosen beside the value, and both are shown."""

from __future__ import annotations

import shutil
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl

from desktop.work.report_options import departing, with_figures
from schema.grammar.reference import Key
from schema.moment import Moment
from schema.values.changes import keep
from schema.values.datapoint import DataPoint, PublishedValue
from schema.workspace import Workspace
from tests.exporters.small_report import REPORT
from tests.exporters.test_printed_figures import PERHEAD, world

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
FUEL = Key("energy.fuel", 2022)
PRINTED = PublishedValue("csr-2022", FUEL, "151.20", Decimal("151.20"), resolution=Decimal("0.01"), place="p. 5")


@pytest.fixture(scope="module")
def kept_file(kept_small, tmp_path_factory):
    path = Path(shutil.copy(kept_small, tmp_path_factory.mktemp("kept") / "small.annals"))
    with Workspace.open(path, write=True, who="tester") as workspace:
        workspace.apply([keep(PRINTED), keep(DataPoint(Key("energy.gas", 2022), Decimal(100)))])
    return path


def test_the_panel_shows_both_and_its_link_chooses(qtbot, window):
    details = window.view.details
    window.view.desk.look_at(FUEL)
    assert "列示由数据计算的 150.00立方米；曾披露为 151.20" in details.browser.toPlainText()
    details.browser.anchorClicked.emit(QUrl("figures:published"))
    qtbot.waitUntil(lambda: "按已披露的数值（151.20）列示" in details.browser.toPlainText(), timeout=60000)
    with Workspace.open(window.view.session.path, write=False) as workspace:
        assert workspace.definitions.outlines["csr-2022"].figures == "published"


@pytest.mark.parametrize("figures", ["published", "computed"])
def test_a_figure_that_departs_is_found_whatever_the_report_prints(figures):
    definitions, snapshot = world(figures)
    moment = Moment(definitions, snapshot)
    printed = departing(moment, definitions.outlines[REPORT], PERHEAD)
    assert printed is not None
    assert printed.text == "239.13"
    assert departing(moment, definitions.outlines[REPORT], replace(PERHEAD, period=2021)) is None


def test_choosing_makes_other_definitions_that_print_otherwise():
    definitions, snapshot = world("computed")
    chosen = with_figures(definitions, REPORT, "published")
    assert chosen.hash != definitions.hash
    figures = Moment(chosen, snapshot).figures_in(chosen.outlines[REPORT])
    assert str(figures.value(PERHEAD).value) == "239.13"
    assert with_figures(chosen, REPORT, "computed").outlines == definitions.outlines
