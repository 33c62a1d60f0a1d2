"""Definitions with mistakes: all of them at once, with file, line and the near name."""

import json
import re
from decimal import Decimal

import pytest

from schema.catalogue.compiled import from_json, to_json
from schema.catalogue.loader import load_definitions
from schema.errors import DefinitionsError


def test_right_definitions_load_and_survive_compiling(folder):
    definitions = load_definitions(folder)
    assert from_json(to_json(definitions)) == definitions


def test_the_hash_changes_with_one_letter(folder):
    first = load_definitions(folder).hash
    path = folder / "company.yaml"
    path.write_text(path.read_text("utf-8").replace("Sample", "Simple", 1), "utf-8")
    assert load_definitions(folder).hash != first


def test_unit_factors_are_exact(folder):
    units = load_definitions(folder).catalogue.units
    assert units["mwh"].factor == Decimal(3_600_000_000)
    assert units["percent"].factor == Decimal("0.01")


def test_opening_compiled_definitions_needs_no_yaml_pydantic_pint_or_lark(folder, tmp_path):
    import subprocess
    import sys

    path = tmp_path / "compiled.json"
    path.write_text(to_json(load_definitions(folder)), "utf-8")
    code = (
        "import sys; from pathlib import Path; from schema.catalogue.compiled import from_json;"
        f"from_json(Path({str(path)!r}).read_text('utf-8'));"
        "print([m for m in ('yaml', 'pydantic', 'pint', 'lark') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "line", "near"),
    [
        ("metrics/energy.yaml", "unit: m3", "unit: m33", "definition.unknown_unit", 6, "m3"),
        ("metrics/energy.yaml", "department: hr", "department: hrr", "definition.unknown_department", 8, "hr"),
        ("metrics/energy.yaml", "[gas.energy] / [staff]", "[gas.energi] / [staff]", "definition.unknown_metric", 25, "gas.energy"),
        ("metrics/energy.yaml", "[factor.gas]", "[factor.gass]", "definition.unknown_factor", 17, "gas"),
        ("metrics/energy.yaml", "timing: flow", "timing: flaw", "definition.not_one_of", 7, None),
        ("records.yaml", "department: hr", "department: hrr", "definition.unknown_department", 5, "hr"),
        (
            "outlines/r/01.yaml", "style: lead}", "style: lead, department: hrr}", "definition.unknown_department", 6, "hr",
        ),
        ("outlines/r/01.yaml", "style: lead}", "style: lead, length: long}", "definition.bad_length", 6, None),
        ("records.yaml", "unit: person", "unit: persons", "definition.unknown_unit", 8, "person"),
        ("records.yaml", "kind: date,", "kind: dates,", "definition.not_one_of", 7, None),
        ("records.yaml", "kind: date,", "kind: date, unit: person,", "definition.column_unit", 7, None),
        ("records.yaml", "kind: choice", "kind: text", "definition.column_choices", 12, None),
        ("records.yaml", "high: {", "High: {", "definition.bad_word", 12, None),
        ("records.yaml", "minimum: \"0\"", "minimum: few", "definition.not_a_number", 8, None),
        ("records.yaml", "en: People", "fr: Gens", "definition.unknown_field", 8, None),
        ("outlines/r/01.yaml", "records: award", "records: awards", "definition.unknown_record", 10, "award"),
        ("outlines/r/01.yaml", "[date, people]", "[date, peple]", "definition.unknown_column", 10, "people"),
        ("outlines/r/01.yaml", "group: level", "group: levels", "definition.unknown_column", 10, "level"),
        ("metrics/energy.yaml", "timing: flow", "timming: flow", "definition.unknown_field", 7, "timing"),
        ("metrics/energy.yaml", "[A2.1]", "[A2.11]", "definition.unknown_disclosure", 9, "A2.1"),
        ("metrics/energy.yaml", "crossings: [[gender]]", "crossings: [[gendre]]", "definition.unknown_breakdown", 32, "gender"),
        ("metrics/energy.yaml", "[gas.energy] / [staff]", "[gas.energy] + [staff]", "definition.dimension", 25, None),
        ("metrics/energy.yaml", "[gas.energy] / [staff]", "[gas.energy] / ", "definition.formula_syntax", 25, None),
        ("metrics/energy.yaml", 'display: "0.00"', 'display: "0,00"', "definition.bad_format", 14, None),
        ("metrics/energy.yaml", "maximum: 1000000", "maximum: many", "definition.not_a_number", 34, None),
        ("outlines/r/01.yaml", "staff:gender=*", "staff:age=*", "definition.not_crossed", 9, None),
        ("outlines/r/01.yaml", "staff:gender=*", "staff:gender=mail", "definition.unknown_category", 9, "male"),
        ("outlines/r/01.yaml", "[gas, ", "[gaz, ", "definition.unknown_metric", 9, "gas"),
        ("outlines/r/01.yaml", "[gas, ", "[record/award/a.people, ", "definition.record_placed", 9, None),
        ("outlines/r/01.yaml", "[gas, ", "[gas/hk, ", "definition.unknown_entity", 9, None),
        ("metrics/energy.yaml", "[gas.energy] / [staff]", "[gas.energy/hk] / [staff]", "definition.unknown_entity", 25, None),
        ("outlines/r/01.yaml", "[gas, ", "[gas@2022q5, ", "definition.bad_reference", 9, None),
        ("metrics/energy.yaml", "[gas.energy] / [staff]", "[gas.energy] / [staff@-1q5]", "definition.formula_reference", 25, None),
        ("metrics/energy.yaml", "sum_over: [gender]", "collected: week", "definition.not_one_of", 33, None),
        ("company.yaml", "company:", "company:\n  year_ends: 31-03", "definition.year_end", 3, None),
        ("rules.yaml", "<= [staff]", "<= [staff/hk]", "definition.unknown_entity", 4, None),
        ("metrics/energy.yaml", "sum_over: [gender]", "sum_over: [gender, entity]", "definition.sum_entity", 33, None),
        ("metrics/energy.yaml", "sum_over: [gender]", "confirmed_in: [de]", "definition.unknown_language", 33, None),
        ("metrics/energy.yaml", "[gas.energy] / [staff]", "[gas.energy] / [record/award/a.peple]", "definition.unknown_column", 25, "people"),
        ("metrics/energy.yaml", "[gas.energy] / [staff]", "[gas.energy] / [record/awards/a.people]", "definition.unknown_record", 25, "award"),
        ("metrics/energy.yaml", "[gas.energy] / [staff]", "[gas.energy] * [record/award/a.people]", "definition.dimension", 25, None),
        ("outlines/r/01.yaml", "style: lead", "style: leed", "definition.not_one_of", 6, None),
        ("outlines/r/01.yaml", "table: energy.table", "tabel: energy.table", "definition.unknown_block", 7, None),
        ("outlines/r/01.yaml", "table: energy.table", "table: energy.body", "definition.doubled", 7, None),
        ("outlines/r/01.yaml", "table: energy.table", "table: energy.photo.alt", "definition.doubled", 11, None),
        ("outlines/r/01.yaml", "width: 90", "width: 900", "definition.wrong_form", 11, None),
        ("outlines/r/outline.yaml", "[hkex]", "[hkexx]", "definition.unknown_framework", 6, "hkex"),
        ("factors.csv", "kgce/m3", "kgce/m4", "definition.unknown_unit", 2, "m3"),
        ("factors.csv", "2021,,", "2021,2020,", "definition.factor_years", 2, None),
        ("company.yaml", "company:", "company:\n  base_year: 1899", "definition.base_year", 3, None),
        ("company.yaml", "company:", "company:\n  base_year: 2201", "definition.base_year", 3, None),
        ("units.yaml", "metre ** 3", "metre ** (", "definition.unit_expression", 6, None),
        ("company.yaml", "company:", "company:\n  colours: [red]", "definition.bad_colour", 3, None),
        ("company.yaml", "short:", "name:", "definition.doubled", 4, None),
        ("company.yaml", "company:", "company: {", "definition.syntax", 4, None),
        ("totals.yaml", "staff:gender=*", "stuff", "definition.unknown_metric", 3, "staff"),
        ("totals.yaml", "whole: staff", "whole: staff@2020", "definition.no_total", 3, None),
        ("totals.yaml", "whole: staff", "whole: gas", "definition.dimension", 3, None),
        ("totals.yaml", "until: 2030", "until: 2019", "definition.total_years", 7, None),
        ("totals.yaml", "  people:", "  women.at.most.all:", "definition.doubled", 3, None),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_file_line_and_near_name(spoil, file, old, new, code, line, near):
    mistakes = spoil(file, old, new)
    found = [mistake for mistake in mistakes if mistake.code == code]
    assert found, [str(mistake) for mistake in mistakes]
    assert (found[0].file, found[0].line) == (file, line)
    if near is not None:
        assert found[0].params["near"] == near


def test_all_mistakes_of_all_files_are_told_at_once(folder):
    for name, old, new in (
        ("metrics/energy.yaml", "unit: m3", "unit: m4"),
        ("outlines/r/outline.yaml", "year: 2021", "year: soon"),
        ("departments.yaml", "hr: ", "hh: "),
    ):
        path = folder / name
        path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    with pytest.raises(DefinitionsError) as caught:
        load_definitions(folder)
    files = {mistake.file for mistake in caught.value.mistakes}
    assert {"metrics/energy.yaml", "outlines/r/outline.yaml"} <= files
    assert len([m for m in caught.value.mistakes if m.code == "definition.unknown_department"]) == 5


def test_formulas_rules_and_callouts_may_name_a_number_of_a_record(folder):
    for name, old, new in (
        ("metrics/energy.yaml", "[gas.energy] / [staff]", "[gas.energy] / [record/award/first.people]"),
        ("rules.yaml", "<= [staff]", "<= [record/award/first.people]"),
        ("outlines/r/01.yaml", "- {text: energy.body", "- {callout: c, items: [record/award/first.people]}\n      - {text: energy.body"),
    ):  # fmt: skip
        path = folder / name
        path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    definitions = load_definitions(folder)
    assert from_json(to_json(definitions)) == definitions


def test_a_missing_file_is_named(without):
    folder = without("company.yaml")
    with pytest.raises(DefinitionsError) as caught:
        load_definitions(folder)
    assert [mistake.code for mistake in caught.value.mistakes] == ["definition.missing_file"]


def test_a_circle_of_formulas_is_named_with_its_members(spoil):
    mistakes = spoil("metrics/energy.yaml", "[gas] * [factor.gas]", "[gas.perhead] * [staff] * [factor.power]")
    assert any(m.code == "definition.cycle" and "gas.perhead" in m.params["name"] for m in mistakes)


def test_a_file_in_another_encoding_is_named(folder):
    (folder / "company.yaml").write_bytes("company: 快手".encode("gbk"))
    with pytest.raises(DefinitionsError) as caught:
        load_definitions(folder)
    assert caught.value.mistakes[0].code == "definition.not_utf8"


def test_definitions_compiled_before_there_were_records_still_open(folder):
    (folder / "records.yaml").unlink()
    path = folder / "outlines" / "r" / "01.yaml"
    path.write_text(
        "".join(line for line in path.read_text("utf-8").splitlines(True) if "records" not in line), "utf-8"
    )
    definitions = load_definitions(folder)
    older = json.loads(to_json(definitions))
    del older["catalogue"]["records"]
    assert from_json(json.dumps(older)).catalogue == definitions.catalogue


def test_sums_over_shorter_periods_may_be_declared_and_those_over_entities_of_before_still_open(folder):
    path = folder / "metrics" / "energy.yaml"
    path.write_text(path.read_text("utf-8").replace("sum_over: [gender]", "sum_over: [gender, period]"), "utf-8")
    older = re.sub(r'"gender", ?"period"', '"gender", "period", "entity"', to_json(load_definitions(folder)))
    assert from_json(older).catalogue.metrics["staff"].sum_over == ("gender", "period", "entity")


def test_a_table_that_is_not_utf8_and_a_breakdown_that_is_missing_are_told_as_mistakes(folder):
    path = folder / "factors.csv"
    path.write_bytes(path.read_bytes() + "煤炭".encode("utf-16"))
    text = (folder / "breakdowns.yaml").read_text("utf-8")
    (folder / "breakdowns.yaml").write_text(text.replace("  gender:", "  gendre:", 1), "utf-8")
    with pytest.raises(DefinitionsError) as told:
        load_definitions(folder)
    assert ("factors.csv", "definition.not_utf8") in [(one.file, one.code) for one in told.value.mistakes]
    assert any("gender" in one.params.values() for one in told.value.mistakes)
