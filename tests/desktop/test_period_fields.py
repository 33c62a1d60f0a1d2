"""Quarters and months in the form: a field for each part that is asked, the year that follows above them."""

from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QApplication

from desktop.window.fields.plan import FieldSpec, GridSpec, ValuesCard, plan_section
from desktop.window.form.field_row import FieldRow
from desktop.work.sheet.rows import report_rows
from schema.catalogue.loader import load_definitions
from schema.grammar.reference import Key
from schema.values.changes import keep
from schema.workspace import Workspace
from tests.desktop.typing_hand import type_text
from tests.insurer import BRANCHES, MONTHS, QUARTERS, amount, reported, write_insurer

YEAR = 2021


@pytest.fixture(scope="module")
def insurer(tmp_path_factory, program):
    return load_definitions(write_insurer(tmp_path_factory.mktemp("insurer")), program)


@pytest.fixture(scope="module")
def insurer_file(insurer, tmp_path_factory):
    path = tmp_path_factory.mktemp("insurer") / "insurer.annals"
    with Workspace.create(path, insurer, "tester", lambda: datetime(2023, 1, 1, tzinfo=UTC)) as workspace:
        workspace.apply([keep(point) for point in reported() if point.key != Key("premiums", YEAR, span="q3")])
    return path


def rows_of(definitions):
    section = definitions.outlines["insurer-2021"].chapters[0]
    cards = [card for card in plan_section(section, definitions.catalogue, YEAR) if isinstance(card, ValuesCard)]
    return [row for card in cards for row in card.rows]


def test_a_metric_by_quarter_has_a_field_for_the_year_and_for_each_quarter_once(insurer):
    keys = [row.key for row in rows_of(insurer) if isinstance(row, FieldSpec)]
    assert [key.span for key in keys if key.metric == "premiums"] == ["", *QUARTERS]
    assert [key.span for key in keys if key.metric == "lossratio"] == [""]
    months = [(key.entity, key.span) for key in keys if key.metric == "electricity"]
    assert months == [("", ""), *((branch, span) for branch in BRANCHES for span in ("", *MONTHS))]


def test_a_breakdown_has_a_grid_for_each_half(tmp_path, program):
    outline = write_insurer(tmp_path) / "outlines" / "insurer-2021" / "01-all.yaml"
    outline.write_text(outline.read_text("utf-8").replace("staff, donated", '"staff:gender=*", donated'), "utf-8")
    (grid,) = [row for row in rows_of(load_definitions(tmp_path, program)) if isinstance(row, GridSpec)]
    assert [part.key.span for part in grid.parts] == ["", "h1", "h2"]


def test_the_sheet_has_a_line_for_each_part_by_its_name(insurer):
    rows = {row.name: row for row in report_rows(insurer, "insurer-2021", YEAR) if row.takes}
    assert rows["premiums@2021q3"].title.en == "Premiums · Q3"
    assert rows["electricity/london@2021m12"].title.zh_hans == "用电量 · 伦敦分公司 · 12 月"


@pytest.fixture
def window(new_window, qtbot, insurer_file, tmp_path):
    path = tmp_path / "insurer.annals"
    path.write_bytes(insurer_file.read_bytes())
    made = new_window()
    with qtbot.waitSignal(made.opened, timeout=60000):
        made.open_path(path)
    made.activateWindow()
    with qtbot.waitSignal(made.view.session.issues_changed, timeout=60000):
        made.view.desk.choose_section("all")
    made.view.form.build_all()
    return made


def test_the_last_quarter_that_is_typed_completes_the_year(qtbot, window):
    rows = {row.key: row for row in window.view.form.parts_of(FieldRow)}
    year, quarter = rows[Key("premiums", YEAR)], rows[Key("premiums", YEAR, span="q3")]
    assert year.edit.placeholderText() == ""  # a quarter lacks
    assert "第三季度" in quarter.edit.accessibleName()
    quarter.edit.setFocus()
    type_text(quarter.edit, "1723")
    with qtbot.waitSignal(window.view.session.saved, timeout=60000):
        pass
    qtbot.waitUntil(lambda: window.view.session.unsaved() == 0, timeout=60000)
    window.view.session._thinking.wait()
    QApplication.processEvents()
    total = sum(amount("premiums", YEAR, span) for span in QUARTERS)
    assert amount("premiums", YEAR, "q3") == 1723
    qtbot.waitUntil(lambda: year.edit.placeholderText() == f"{total:,}", timeout=60000)
