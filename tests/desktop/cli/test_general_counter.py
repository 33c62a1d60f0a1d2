"""个 counts anything: it is the unit of whatever is counted, in an old table as in a figures file."""

import pytest

from schema.workspace import Workspace

OLD = "指标,单位,2021\n员工来自的国家数,个,25\n天然气消耗量,个,5\n"
FIGURES = "metric,period,value,unit\nworkforce.countries,2021,25,个\n"


@pytest.mark.parametrize("table", [OLD, FIGURES], ids=["an old table", "a figures file"])
def test_the_general_counter_is_a_unit_of_what_is_counted_and_of_nothing_else(run, empty, tmp_path, table):
    file = tmp_path / "t.csv"
    file.write_text(table, "utf-8")
    assert run("import", empty, file)[0] == 0
    with Workspace.open(empty, write=False) as workspace:
        points = workspace.snapshot().points
    assert {key.canonical(): point.value for key, point in points.items()} == {"workforce.countries@2021": 25}
