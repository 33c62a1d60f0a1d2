"""The empty figures file of a report."""

import csv
import io
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from schema.catalogue.outline import Outline, Placement, Section, TableBlock
from schema.exchange.figures_csv import read_figures, template_rows
from schema.grammar.formula import Formula, Operation, Ref
from schema.grammar.words import Words
from tests.factories import small_catalogue, small_definitions, words

RESOURCES = Path(__file__).parents[3] / "resources"


def _definitions(*references: str):
    table = TableBlock("t", words("t"), tuple(Placement(reference) for reference in references))
    section = Section("green", 1, words("Green"), blocks=(table,))
    outline = Outline("esg-2021", 2021, "en", words("ESG"), (section,))
    return replace(small_definitions(), outlines={"esg-2021": outline})


def _rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_a_report_asks_for_what_it_places_in_each_category(read):
    rows = _rows(template_rows(_definitions("staff.total:gender=*", "energy.gas"), "esg-2021"))
    assert [(row["metric"], row["category"]) for row in rows] == [
        ("staff.total", ""),
        ("staff.total", "gender=male"),
        ("staff.total", "gender=female"),
        ("staff.total", "age=young;gender=male"),
        ("staff.total", "age=old;gender=male"),
        ("staff.total", "age=young;gender=female"),
        ("staff.total", "age=old;gender=female"),
        ("energy.gas", ""),
    ]
    assert {row["period"] for row in rows} == {"2021"}
    assert (rows[1]["name"], rows[1]["unit"], rows[-1]["unit"]) == ("Staff · 男", "people", "m³")


def test_a_filled_template_is_taken_back_and_an_empty_one_asks_for_nothing(read):
    text = template_rows(_definitions("staff.total", "energy.gas"), "esg-2021")
    assert (read(text).changes, read(text).issues) == ((), ())
    filled = text.replace("energy.gas,Gas,2021,,,m³", "energy.gas,Gas,2021,,7.5,m³")
    (change,) = read(filled).changes
    assert (change.after.value, change.after.typed) == (Decimal("7.5"), "7.5")


def test_a_computed_metric_stands_for_what_it_is_computed_from():
    catalogue = small_catalogue()
    tree = Operation("+", (Ref("energy.gas"), Ref("waste.paper")))
    total = replace(catalogue.metrics["training.share"], formula=Formula("…", tree))
    definitions = _definitions("training.share")
    metrics = {**catalogue.metrics, "training.share": total}
    definitions = replace(definitions, catalogue=replace(catalogue, metrics=metrics))
    assert [row["metric"] for row in _rows(template_rows(definitions, "esg-2021"))] == ["energy.gas", "waste.paper"]


def test_without_a_report_the_whole_catalogue_is_asked():
    rows = _rows(template_rows(small_definitions(), None))
    assert [row["metric"] for row in rows if not row["category"]] == list(small_catalogue().metrics)


def test_a_name_is_never_a_formula_to_a_spreadsheet():
    catalogue = small_catalogue()
    evil = replace(catalogue.metrics["energy.gas"], name=Words("=HYPERLINK(1)", "=HYPERLINK(1)", "=HYPERLINK(1)"))
    definitions = replace(small_definitions(), catalogue=replace(catalogue, metrics={"energy.gas": evil}))
    assert _rows(template_rows(definitions, None))[0]["name"] == "'=HYPERLINK(1)"


def test_the_templates_of_the_shipped_reports_can_be_read_back(tmp_path, definitions):
    for report in (None, *definitions.outlines):
        path = tmp_path / f"{report}.csv"
        text = template_rows(definitions, report)
        path.write_text(text.replace(",,,,,", ",,0,,,"), encoding="utf-8")
        assert read_figures(path, definitions.catalogue).issues == ()
        release = report is not None and definitions.outlines[report].form == "release"
        assert text.count("\n") > (6 if release else 20)
