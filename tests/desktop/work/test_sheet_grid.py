"""The sheet without a window: its lines, which are chosen, where a block goes, what becomes of it, where keys lead."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from desktop.work.sheet.choice import Choice, chosen, unfolded
from desktop.work.sheet.contents import Wanted, sheet_contents
from desktop.work.sheet.grid import Grid, columns_of
from desktop.work.sheet.moves import edge, next_entry, round_of
from desktop.work.sheet.outcome import Reading, changed_keys
from desktop.work.sheet.placing import Area, fill, into_all, place
from desktop.work.sheet.rows import Row
from desktop.work.sheet.summary import summary
from desktop.work.sheet.sums import parts_sum
from desktop.work.steps import at_once
from desktop.work.wording import make_wording
from schema.catalogue.outline import Placement
from schema.grammar.reference import Key
from schema.moment import Moment
from schema.values.changes import keep, overlay
from schema.values.datapoint import DataPoint, Snapshot
from schema.values.people import Person
from schema.values.requests import ItemNote, Request, Step
from tests.desktop.conftest import YEAR, small_definitions

REPORT = "csr-2022"


@pytest.fixture(scope="module")
def definitions():
    return small_definitions()


def points(*values: tuple[str, str, str]) -> dict[Key, DataPoint]:
    found = [DataPoint(Key(code, YEAR, category=cut), Decimal(value), typed=value) for code, cut, value in values]
    return {point.key: point for point in found}


def rows_of(definitions, snapshot: Snapshot | None = None, **wanted: object) -> tuple[Row, ...]:
    asked = Wanted(REPORT, YEAR, "tester", **wanted)  # type: ignore[arg-type]
    return sheet_contents(Moment(definitions, snapshot or Snapshot()), asked).rows


@pytest.fixture
def grid(definitions) -> Grid:
    return Grid(rows_of(definitions), columns_of(YEAR, 2), YEAR, definitions.catalogue.metrics)


def reading(definitions, grid: Grid, snapshot: Snapshot | None = None) -> Reading:
    kept = snapshot or Snapshot()
    return Reading(grid, lambda row: wording(definitions, row), kept, Moment(definitions, kept).figures.value)


def wording(definitions, row: Row):
    assert row.key is not None
    catalogue = definitions.catalogue
    known = {"not_applicable": "不适用"}
    return make_wording(catalogue.metrics[row.key.metric], Placement(row.key.metric), catalogue, "zh-Hans", known)


def puts(outcome) -> dict[str, Any]:
    """What an outcome puts at each metric."""
    return {key.metric: change.after for key, change in zip(changed_keys(outcome), outcome.changes, strict=True)}


def line(grid: Grid, code: str, cut: str = "") -> int:
    key = Key(code, YEAR, category=cut)
    return next(number for number, row in enumerate(grid.rows) if row.takes and row.key == key)


def test_lines_stand_in_the_order_of_the_report_with_breakdowns_below_their_metric(grid):
    told = [(row.kind, row.depth, row.title.zh_hans) for row in grid.rows]
    assert told == [
        ("head", 0, "绿色"), ("head", 1, "能源"),
        ("value", 2, "天然气消耗量"), ("value", 2, "柴油消耗量"), ("value", 2, "燃料合计"),
        ("head", 0, "员工"), ("value", 1, "日活跃用户"), ("value", 1, "受训比例"), ("value", 1, "员工人数"),
        ("parts", 2, "性别"), ("member", 3, "男性"), ("member", 3, "女性"),
        ("parts", 2, "性别 × 层级"), ("member", 3, "男性 · 管理层"), ("member", 3, "男性 · 员工"),
        ("member", 3, "女性 · 管理层"), ("member", 3, "女性 · 员工"),
    ]  # fmt: skip


def test_no_value_stands_in_two_lines(grid):
    keys = [row.key for row in grid.rows if row.takes]
    assert len(keys) == len(set(keys))
    assert len({row.name for row in grid.rows}) == len(grid.rows)


def test_a_value_that_the_outline_places_twice_is_asked_for_once(definitions):
    outline = definitions.outlines[REPORT]
    twice = replace(outline, chapters=(*outline.chapters, replace(outline.chapters[1], code="again")))
    again = replace(definitions, outlines={REPORT: twice})
    assert rows_of(again) == rows_of(definitions)


def test_what_only_a_figure_takes_stands_at_its_section(definitions):
    outline = definitions.outlines[REPORT]
    energy = outline.chapters[0].sections[0]
    table = replace(energy.blocks[0], rows=(Placement("energy.fuel"),))
    bare = replace(outline.chapters[0], sections=(replace(energy, blocks=(table,)),))
    definitions = replace(definitions, outlines={REPORT: replace(outline, chapters=(bare, outline.chapters[1]))})
    codes = [row.key.metric for row in rows_of(definitions) if row.takes and row.key and row.within[0] == "green"]
    assert codes == ["energy.fuel", "energy.gas", "energy.diesel"]


def test_all_metrics_there_are_stand_by_their_department(definitions):
    rows = rows_of(definitions, whole_catalogue=True)
    assert [row.title.zh_hans for row in rows if row.kind == "head"] == ["行政部"]
    assert {row.key.metric for row in rows if row.kind == "value" and row.key} == set(definitions.catalogue.metrics)
    assert sum(row.kind == "member" for row in rows) == 6


@pytest.mark.parametrize(
    ("choice", "names"),
    [
        (Choice(search="柴油"), ["柴油消耗量"]),
        (Choice(search="ENERGY.gas"), ["天然气消耗量"]),
        (Choice(search="natural"), ["天然气消耗量"]),
        (Choice(search="员工人数 女性 管理"), ["女性 · 管理层"]),
        (Choice(search="没有这个"), []),
        (Choice(section="green.energy"), ["天然气消耗量", "柴油消耗量", "燃料合计"]),
        (Choice(department="nobody"), []),
    ],
)
def test_a_choice_brings_its_lines_with_the_heads_that_they_stand_under(grid, choice: Choice, names: list[str]):
    found = chosen(grid.rows, choice, lambda row: True)
    assert [row.title.zh_hans for row in found if row.takes and choice.fits(row)] == names
    wanted = {name for row in found if row.takes for name in row.within}
    assert {row.name for row in found if not row.takes} <= wanted


def test_a_folded_line_hides_what_stands_below_it(grid):
    parts = next(row for row in grid.rows if row.kind == "parts")
    shown = unfolded(grid.rows, {parts.name})
    assert len(shown) == len(grid.rows) - 2
    assert parts in shown
    assert not [row for row in unfolded(grid.rows, {"people"}) if "people" in row.within]


def test_cells_say_why_they_take_nothing(grid):
    home = grid.home()
    assert grid.lock(line(grid, "energy.gas"), home) is None
    assert grid.lock(line(grid, "energy.gas"), home - 1) == "earlier"
    assert grid.lock(line(grid, "energy.fuel"), home) == "computed"
    assert grid.lock(0, home) == "sum"
    assert grid.lock(line(grid, "energy.gas"), 0) == "column"
    assert grid.lock(len(grid.rows), home) == "outside"
    assert replace(grid, writable=False).lock(line(grid, "energy.gas"), home) == "reading"


def test_somebody_elses_values_are_locked_before_anything_is_typed(definitions):
    people = (Person("编辑", "", "editor"), Person("福利", "welfare", "contact"))
    snapshot = overlay(Snapshot(), [keep(person) for person in people])
    contents = sheet_contents(Moment(definitions, snapshot), Wanted(REPORT, YEAR, "福利"))
    assert set(contents.foreign) == {row.key for row in contents.rows if row.takes}
    assert not sheet_contents(Moment(definitions, snapshot), Wanted(REPORT, YEAR, "编辑")).foreign


def test_a_block_passes_over_heads_and_sums(grid):
    home, top = grid.home(), line(grid, "staff", "gender=male")
    placed = place((("1",), ("2",), ("3",)), Area(top, home, top, home), grid)
    assert [entry.at[0] for entry in placed.entries] == [top, top + 1, top + 3]
    assert not placed.refused


def test_locked_cells_and_cells_outside_are_refused_one_by_one(grid):
    home, top = grid.home(), line(grid, "energy.diesel")
    placed = place((("7", "1", "2"), ("8", "3", "")), Area(top, home - 1, top, home - 1), grid)
    assert [(entry.at, entry.text) for entry in placed.entries] == [((top, home), "1")]
    assert [(one.at, one.text, one.lock) for one in placed.refused] == [
        ((top, home - 1), "7", "earlier"), ((top, home + 1), "2", "column"),
        ((top + 1, home - 1), "8", "earlier"), ((top + 1, home), "3", "computed"),
    ]  # fmt: skip


def test_what_goes_beyond_the_last_line_has_no_place(grid):
    home, last = grid.home(), len(grid.rows) - 1
    placed = place((("1",), ("2",), ("",), ("4",)), Area(last, home, last, home), grid)
    assert [entry.text for entry in placed.entries] == ["1"]
    assert [(one.at[0] - last, one.text, one.lock) for one in placed.refused] == [
        (1, "2", "outside"),
        (3, "4", "outside"),
    ]


def test_one_cell_fills_all_that_is_chosen(grid):
    home, top = grid.home(), line(grid, "energy.gas")
    placed = place((("5",),), Area(top, home, top + 1, home), grid)
    assert [entry.text for entry in placed.entries] == ["5", "5"]
    assert not placed.refused


def test_texts_are_read_as_their_fields_read_them(definitions, grid):
    home = grid.home()
    kept = Snapshot(points=points(("energy.gas", "", "1")))
    rows = [
        line(grid, "energy.gas"),
        line(grid, "energy.diesel"),
        line(grid, "users.daily"),
        line(grid, "training.share"),
    ]
    texts = ["超过1.5万立方米", "很多", "1.2", "不适用"]
    placed = [into_all(text, [(row, home)], grid).entries[0] for row, text in zip(rows, texts, strict=True)]
    outcome = reading(definitions, grid, kept).outcome(replace(into_all("", [], grid), entries=tuple(placed)))
    found = puts(outcome)
    assert (found["energy.gas"].value, found["energy.gas"].qualifier) == (15000, "over")
    assert found["energy.diesel"].unread == "很多"
    assert found["users.daily"].value == 12000
    assert found["training.share"].omission == "not_applicable"
    assert [(one.at, one.text, one.why) for one in outcome.left] == [((rows[1], home), "很多", "unread")]
    assert (outcome.taken, outcome.cleared) == (3, 0)


def test_blanks_clear_and_what_is_so_already_changes_nothing(definitions, grid):
    kept = Snapshot(points=points(("energy.gas", "", "1"), ("energy.diesel", "", "2")))
    home, top = grid.home(), line(grid, "energy.gas")
    outcome = reading(definitions, grid, kept).outcome(place((("",), ("2",)), Area(top, home, top, home), grid))
    assert puts(outcome) == {"energy.gas": None}
    assert outcome.cleared == 1


def test_a_locked_cell_that_says_so_already_is_not_told(definitions, grid):
    kept = Snapshot(points=points(("energy.gas", "", "1"), ("energy.diesel", "", "2")))
    home, total = grid.home(), line(grid, "energy.fuel")
    read = reading(definitions, grid, kept)
    assert not read.outcome(place((("3.00",),), Area(total, home, total, home), grid)).left
    assert read.outcome(place((("4",),), Area(total, home, total, home), grid)).left[0].why == "computed"


def test_filling_down_repeats_the_first_of_each_column(grid):
    home, top = grid.home(), line(grid, "energy.gas")
    text = {(top, home): "7"}.get
    placed = fill([(top, home), (top + 1, home), (top + 2, home)], lambda at: text(at) or "", grid, down=True)
    assert [(entry.at, entry.text) for entry in placed.entries] == [((top + 1, home), "7")]


def test_filling_a_single_cell_takes_what_stands_above_it_or_left_of_it(grid):
    home, row = grid.home(), line(grid, "energy.diesel")
    down = fill([(row, home)], str, grid, down=True)
    right = fill([(row, home)], str, grid, down=False)
    assert [entry.text for entry in down.entries] == [str((row - 1, home))]
    assert [entry.text for entry in right.entries] == [str((row, home - 1))]


@pytest.mark.parametrize(
    ("values", "standing", "shown", "lacking"),
    [
        ([], "empty", "", 2),
        ([("gender=male", "60")], "lacking", "60", 1),
        ([("gender=male", "60"), ("gender=female", "40")], "sum", "100", 0),
        ([("gender=male", "60"), ("gender=female", "40"), ("", "100")], "adds", "100", 0),
        ([("gender=male", "60"), ("gender=female", "40"), ("", "99")], "differs", "100", 0),
    ],
)
def test_the_line_of_a_breakdown_says_how_its_members_stand(definitions, grid, values, standing, shown, lacking):
    kept = Snapshot(points=points(*(("staff", cut, value) for cut, value in values)))
    row = next(row for row in grid.rows if row.kind == "parts")
    found = parts_sum(row, YEAR, wording(definitions, row), Moment(definitions, kept).figures.value)
    assert (found.standing, found.shown, found.lacking) == (standing, shown, lacking)


def test_the_cursor_goes_from_open_cell_to_open_cell(grid):
    home, diesel = grid.home(), line(grid, "energy.diesel")
    assert next_entry(grid, (diesel, home), 1) == (line(grid, "users.daily"), home)
    assert next_entry(grid, (diesel, home), -1) == (line(grid, "energy.gas"), home)
    assert next_entry(grid, (len(grid.rows) - 1, home), 1) is None


def test_a_selection_is_gone_round(grid):
    home, top = grid.home(), line(grid, "energy.gas")
    cells = [(row, column) for row in range(top, top + 3) for column in (home - 1, home)]
    assert round_of(grid, cells, (top, home), 1, down=True) == (top + 1, home)
    assert round_of(grid, cells, (top + 1, home), 1, down=True) == (top, home)
    assert round_of(grid, cells, (top, home), -1, down=False) == (top + 1, home)


def test_ctrl_and_an_arrow_lead_to_the_edge_of_what_is_filled():
    filled = {(0, 0), (1, 0), (2, 0), (5, 0)}.__contains__
    assert edge((0, 0), (1, 0), (9, 1), filled) == (2, 0)
    assert edge((2, 0), (1, 0), (9, 1), filled) == (5, 0)
    assert edge((5, 0), (1, 0), (9, 1), filled) == (8, 0)
    assert edge((8, 0), (1, 0), (9, 1), filled) == (8, 0)


def test_chosen_cells_are_summed_where_they_are_alike(definitions, grid):
    kept = Snapshot(points=points(("energy.gas", "", "1"), ("energy.diesel", "", "2"), ("staff", "", "9")))
    home, top = grid.home(), line(grid, "energy.gas")
    result = Moment(definitions, kept).figures.value
    cells = [(top, home), (top + 1, home)]
    found = at_once(summary(grid, cells, lambda row: wording(definitions, row), result))
    assert (found.cells, found.numbers, found.total, found.mean) == (2, 2, "3.00", "1.50")
    every = [*cells, (line(grid, "staff"), home)]
    mixed = at_once(summary(grid, every, lambda row: wording(definitions, row), result))
    assert (mixed.numbers, mixed.total) == (3, "")


def test_what_is_asked_for_and_has_no_answer_has_its_day(definitions):
    asked = Request(REPORT, "admin", "2023-02-01", "", Step("编辑", "2023-01-01T08:00:00Z"),
                    items={f"energy.diesel@{YEAR}": ItemNote(due="2023-01-15")})  # fmt: skip
    gas, diesel = Key("energy.gas", YEAR), Key("energy.diesel", YEAR)
    snapshot = overlay(Snapshot(), [keep(asked), keep(DataPoint(gas, Decimal(1), typed="1"))])
    contents = sheet_contents(Moment(definitions, snapshot), Wanted(REPORT, YEAR, "tester"))
    assert gas not in contents.due
    assert (contents.due[diesel], contents.due[Key("users.daily", YEAR)]) == ("2023-01-15", "2023-02-01")
    assert not sheet_contents(Moment(definitions, Snapshot()), Wanted(REPORT, YEAR, "tester")).due


def test_what_one_request_asks_can_be_chosen_and_what_was_passed_on_to_one_person(definitions):
    step, diesel = Step("编辑", "2023-01-01T08:00:00Z"), Key("energy.diesel", YEAR)
    asked = Request(REPORT, "admin", "2023-02-01", "", step, items={f"energy.diesel@{YEAR}": ItemNote(person="李四")})
    moment = Moment(definitions, overlay(Snapshot(), [keep(asked)]))
    contents = sheet_contents(moment, Wanted(REPORT, YEAR, "tester", whole_catalogue=True))
    assert list(contents.requests) == ["admin", "admin 李四"]
    whole, part = contents.requests.values()
    assert (whole.due, part.person, part.keys) == ("2023-02-01", "李四", frozenset((diesel,)))
    assert contents.asks("admin", diesel)
    assert not contents.asks("admin", Key("energy.fuel", YEAR))  # a figure is asked of nobody
    assert not contents.asks("it", diesel)
    others = sheet_contents(Moment(definitions, Snapshot()), Wanted(REPORT, YEAR, "tester", whole_catalogue=True))
    assert others.requests == {}
    assert not contents.alike(others)
