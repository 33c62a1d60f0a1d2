"""Plants in the form: a field for each one that is asked, the sum in the company's own, and their lines in the sheet."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QApplication

from desktop.window.fields.plan import ChartCard, FieldSpec, GridSpec, ValuesCard, plan_section
from desktop.window.form.breakdown_grid import BreakdownGrid
from desktop.window.form.chart_preview import ChartPreview
from desktop.window.form.explain import how_computed
from desktop.window.form.field_row import FieldRow
from desktop.work.sheet.rows import report_rows
from schema.catalogue.loader import load_definitions
from schema.catalogue.placements import Placement
from schema.grammar.reference import Key
from schema.values.changes import keep
from schema.workspace import Workspace
from tests.desktop.typing_hand import type_text
from tests.factories import words
from tests.food_maker import PLANTS, amount, plant_points, write_definitions

YEAR = 2022


@pytest.fixture(scope="module")
def food(tmp_path_factory):
    return load_definitions(write_definitions(tmp_path_factory.mktemp("food")))


@pytest.fixture(scope="module")
def food_file(food, tmp_path_factory):
    path = tmp_path_factory.mktemp("food") / "food.annals"
    with Workspace.create(path, food, "tester", lambda: datetime(2023, 1, 1, tzinfo=UTC)) as workspace:
        workspace.apply(
            [keep(point) for point in plant_points() if point.key != Key("energy.electricity", YEAR, "wuhan")]
        )
    return path


def rows_of(food, changes=None):
    section = food.outlines["food-2022"].chapters[0]
    cards = [card for card in plan_section(section, food.catalogue, YEAR) if isinstance(card, ValuesCard)]
    return [row for card in cards for row in card.rows]


def test_a_placed_metric_has_a_field_for_itself_and_for_each_plant_once(food):
    keys = [row.key for row in rows_of(food) if isinstance(row, FieldSpec)]
    assert [key.entity for key in keys if key.metric == "energy.electricity"] == ["", *PLANTS]
    assert [key.entity for key in keys if key.metric == "staff"] == ["", "harbin", "tianjin", "south"]
    assert [key.entity for key in keys if key.metric == "energy.total"] == ["", "north"]


def test_a_breakdown_has_a_grid_for_each_entity_that_is_asked(tmp_path):
    outline = write_definitions(tmp_path) / "outlines" / "food-2022" / "01-energy.yaml"
    outline.write_text(outline.read_text("utf-8").replace("[staff, defects]", '["staff:gender=*"]'), "utf-8")
    (grid,) = [row for row in rows_of(load_definitions(tmp_path)) if isinstance(row, GridSpec)]
    assert [part.key.entity for part in grid.parts] == ["", "harbin", "tianjin", "south"]


def test_the_sheet_has_a_line_for_each_plant_by_its_name_and_its_department(food):
    rows = {row.name: row for row in report_rows(food, "food-2022", YEAR) if row.takes}
    harbin = rows["energy.electricity/harbin@2022"]
    assert (harbin.title.en, harbin.department) == ("Electricity · Harbin plant", "harbin")
    assert rows["energy.electricity/wuhan@2022"].department == "ehs"
    assert harbin.words.count("哈尔滨工厂")


@pytest.fixture
def window(new_window, qtbot, food_file, tmp_path):
    path = tmp_path / "food.annals"
    path.write_bytes(food_file.read_bytes())
    made = new_window()
    with qtbot.waitSignal(made.opened, timeout=60000):
        made.open_path(path)
    made.activateWindow()
    with qtbot.waitSignal(made.view.session.issues_changed, timeout=60000):
        made.view.desk.choose_section("energy")
    made.view.form.build_all()
    return made


def test_what_is_typed_for_a_plant_is_kept_of_it_and_the_companys_sum_follows(window, qtbot):
    rows = {row.key: row for row in window.view.form.parts_of(FieldRow)}
    whole, wuhan = rows[Key("energy.electricity", YEAR)], rows[Key("energy.electricity", YEAR, "wuhan")]
    assert whole.edit.placeholderText() == ""  # a plant lacks
    assert "武汉工厂" in wuhan.edit.accessibleName()
    wuhan.edit.setFocus()
    type_text(wuhan.edit, "7058")
    with qtbot.waitSignal(window.view.session.saved, timeout=60000):
        pass
    qtbot.waitUntil(lambda: window.view.session.unsaved() == 0, timeout=60000)
    window.view.session._thinking.wait()
    QApplication.processEvents()
    point = window.view.session.snapshot.points[Key("energy.electricity", YEAR, "wuhan")]
    assert point.value == Decimal(7058) == amount("energy.electricity", "wuhan", YEAR)
    qtbot.waitUntil(lambda: whole.edit.placeholderText() == "17,159", timeout=60000)
    told = how_computed(window.view.desk, window.view.session.result(Key("energy.electricity", YEAR)))
    assert "用电量 · 南方食品 2022: 12,285千瓦时 × 60%" in told
    assert not any(isinstance(part, BreakdownGrid) for part in window.view.form.parts_of(BreakdownGrid))


def test_a_chart_of_every_plant_is_previewed_with_a_bar_for_each_by_name(window):
    (own,) = (
        row for row in window.view.form.parts_of(FieldRow) if row.key == Key("energy.electricity", YEAR, "harbin")
    )
    placed = Placement("energy.electricity/*")
    spec = FieldSpec(Key("energy.electricity", YEAR, "*"), window.view.desk.metric(own.key), placed)
    card = ChartCard("c", "bar", words("各厂"), (spec,), 1)
    preview = ChartPreview(window.view.desk, card, window)
    ((*bars,),) = preview.bars()
    assert [(name, key.entity) for name, key in bars] == [
        ("哈尔滨工厂", "harbin"), ("天津工厂", "tianjin"), ("武汉工厂", "wuhan"), ("广州工厂", "guangzhou"), ("苏州工厂", "suzhou"),
    ]  # fmt: skip
