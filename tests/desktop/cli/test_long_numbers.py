"""A workspace that holds numbers with more digits than are read: every command reads it, and they can be replaced."""

import json
from decimal import Decimal

import pytest

from desktop.cli.main import main
from schema.grammar.reference import Key
from schema.values.changes import keep
from schema.values.datapoint import DataPoint
from schema.workspace import Workspace

LONG = {
    "water.fresh": "9" * 59,
    "energy.gas": "12" * 20 + "0" * 5000,
    "energy.diesel": "0." + "7" * 60,
}


@pytest.fixture
def long_numbers(empty):
    keys = {Key(code, year): text for code, text in LONG.items() for year in (2021, 2022)}
    with Workspace.open(empty, write=True, who="earlier") as workspace:
        workspace.apply([keep(DataPoint(key, Decimal(text), typed=text)) for key, text in keys.items()])
    return empty


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_check_and_values_tell_of_them(long_numbers, capsys, language):
    assert main(["check", str(long_numbers), "--language", language]) == 1
    assert capsys.readouterr().out.count("30 ") >= 6
    assert main(["values", str(long_numbers), "--json", "--language", language]) == 0
    said = {entry["metric"]: entry["value"] for entry in json.loads(capsys.readouterr().out)["values"]}
    assert all(said[code] == text for code, text in LONG.items())


def test_history_and_verify_and_import_read_them(long_numbers, capsys, tmp_path):
    assert main(["verify", str(long_numbers)]) == 0
    assert main(["history", str(long_numbers)]) == 0
    rows = [f"{code},{year},5" for code in LONG for year in (2021, 2022)]
    table = tmp_path / "new.csv"
    table.write_text("\n".join(["metric,period,value", *rows]), encoding="utf-8")
    assert main(["import", str(long_numbers), str(table)]) == 0
    capsys.readouterr()
    main(["check", str(long_numbers), "--language", "en"])
    assert "30 significant digits" not in capsys.readouterr().out
