"""The catalogue as a sheet, without a window: every cell can be typed back, what would not load is left out by cell."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest

from desktop.work.catalogue_sheet.cell_words import CellWords, Vocabulary
from desktop.work.catalogue_sheet.entries import MetricOutcome, metric_outcome
from desktop.work.catalogue_sheet.fields import CHOICES, COLUMNS, FIELDS
from desktop.work.catalogue_sheet.grid import MetricGrid, metric_rows
from desktop.work.sheet.grid import Column
from desktop.work.sheet.placing import Entry, Placed
from desktop.work.structure.checks import whole
from schema.catalogue.definitions import Total
from schema.catalogue.outline import Definitions
from schema.exchange.catalogue_book.sheet_forms import sheet_forms
from schema.exchange.catalogue_book.writing import to_sheets
from schema.grammar.formula import Ref
from schema.validation.issue import Issue
from tests import shipped

REPORT = "csr-2022"
WORDS = Vocabulary(
    {field.code: field.code for field in FIELDS},
    {**{column: {code: f"<{code}>" for code in codes} for column, codes in CHOICES.items()},
     "sum_over": {"period": "年度"}},
)  # fmt: skip


@pytest.fixture(scope="module")
def definitions() -> Definitions:
    return shipped.definitions()


@pytest.fixture(scope="module", params=["zh-Hans", "zh-Hant", "en"])
def words(definitions, request) -> CellWords:
    return CellWords(definitions, REPORT, request.param, WORDS)


def put(definitions: Definitions, *cells: tuple[str, str, str]) -> MetricOutcome:
    """What becomes of texts for cells, each by its metric and column."""
    words = CellWords(definitions, REPORT, "zh-Hans", WORDS)
    rows = metric_rows(definitions)
    grid = MetricGrid(rows, definitions.catalogue.metrics, fixed_totals=words.fixed_totals)
    places = {row.name: number for number, row in enumerate(rows)}
    entries = (
        Entry((places[code], COLUMNS.index(Column("field", field=column))), text) for code, column, text in cells
    )
    return metric_outcome(words, grid, Placed(tuple(entries), ()))


def reasons(outcome: MetricOutcome) -> list[str]:
    return [left.reason.code for left in outcome.left if left.reason is not None]


def test_a_column_stands_for_every_one_of_the_workbook_but_those_that_are_answered_elsewhere():
    columns = {column for field in sheet_forms()["metrics"].fields for column in field.columns()}
    said = {field.code for field in FIELDS} - {"total", "places"}
    assert columns - said == {"code", "assumed", "confirmed_in", "self_explanatory", "entities", "collected"}
    assert said <= columns


def test_each_metric_stands_in_one_line(definitions):
    names = [row.name for row in metric_rows(definitions) if row.takes]
    assert sorted(names) == sorted(definitions.catalogue.metrics)


def test_every_cell_that_is_shown_can_be_typed_back_in_every_language(definitions, words):
    (sheet,) = to_sheets(definitions, ("metrics",))
    book = {row[0]: dict(zip(sheet.rows[0], row, strict=True)) for row in sheet.rows[1:]}
    typed = [field for field in FIELDS if field.reads not in ("follows", "total")]
    read = {
        (metric.code, field.code): words.read(metric, field, words.exact(metric, field))
        for metric in definitions.catalogue.metrics.values()
        for field in typed
    }
    assert {at: text for at, text in read.items() if text != book[at[0]].get(at[1], "")} == {}


def test_what_is_taken_is_what_the_whole_loader_reads(definitions):
    outcome = put(
        definitions,
        ("energy.gas", "name.en", "Piped gas"),
        ("energy.gas", "display", "0.0"),
        ("energy.gas", "minimum", "1万"),
        ("energy.gas", "since", "2020"),
        ("energy.direct", "formula", "[天然气消耗量] * [factor.naturalgas] / [factor.electricity]"),
    )
    assert (outcome.taken, outcome.left) == (5, ())
    read = whole(outcome.definitions)
    assert read.catalogue.metrics == outcome.definitions.catalogue.metrics
    assert read.catalogue.metrics["energy.gas"].minimum == 10000


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        (("energy.gas", "unit", "kwhh"), "definition.unknown_unit"),
        (("energy.gas", "unit", ""), "definition.missing_field"),
        (("energy.gas", "department", "没有这个部门"), "definition.unknown_department"),
        (("energy.gas", "kind", "随便"), "definition.not_one_of"),
        (("energy.gas", "display", "0,00"), "definition.bad_format"),
        (("energy.gas", "minimum", "很多"), "definition.not_a_number"),
        (("energy.gas", "crossings", "没有这个分类"), "definition.unknown_breakdown"),
        (("energy.gas", "disclosures", "302-1"), "catalogue.disclosures"),
        (("energy.gas", "disclosures", "gri2016: 999-9"), "definition.unknown_disclosure"),
        (("energy.direct", "formula", "[energy.gas] + ("), "definition.formula_syntax"),
        (("energy.direct", "formula", "[energy.gaz]"), "definition.unknown_metric"),
        (("energy.gas", "formula", "[energy.indirect]"), "definition.dimension"),
        (("ghg.scope1", "formula", "[ghg.total]"), "definition.cycle"),
        (("energy.gas", "total", "energy.electricity"), "definition.dimension"),
        (("energy.gas", "name.en", ""), ""),
    ],
)
def test_a_cell_that_would_not_load_is_left_out_with_the_reason(definitions, cell, code):
    outcome = put(definitions, cell)
    assert reasons(outcome) == [code] * bool(code)
    assert outcome.changes_anything is (not code)


def test_an_unknown_name_is_told_with_the_nearest_one_that_people_see(definitions):
    (left,) = put(definitions, ("energy.gas", "unit", "kwhh")).left
    assert left.reason is not None
    assert left.reason.facts["near"] == "千瓦时"


def test_what_a_figure_a_rule_or_a_report_needs_stays_and_they_are_named(definitions):
    (left,) = put(definitions, ("energy.gas", "unit", "人")).left
    assert left.of == definitions.catalogue.metrics["energy.direct"].name
    (left,) = put(definitions, ("workforce.total", "crossings", "")).left
    assert left.of is not None
    rule = next(rule for rule in definitions.catalogue.rules)
    needed = next(ref.code for ref in rule.formula.references())
    outcome = put(definitions, (needed, "unit", "tCO2e"))
    assert outcome.left
    assert not outcome.changes_anything


def test_the_rest_of_a_block_is_taken_where_one_cell_is_refused(definitions):
    outcome = put(
        definitions,
        ("energy.gas", "unit", "没有"),
        ("energy.gas", "note", "一"),
        ("energy.diesel", "unit", "人"),
        ("energy.diesel", "note", "二"),
        ("energy.heat", "note", "三"),
    )
    assert {metric.code for metric in outcome.metrics} == {"energy.gas", "energy.diesel", "energy.heat"}
    assert (outcome.taken, len(outcome.left)) == (3, 2)
    assert outcome.definitions.catalogue.metrics["energy.diesel"].unit == "t"


def test_a_metric_that_is_said_in_words_has_no_unit_and_a_choice_needs_its_choices(definitions):
    code = next(
        code for code, one in definitions.catalogue.metrics.items()
        if one.formula is None and not (one.display or one.sum_over or one.maximum) and one.minimum is None
        and not any(f"[{code}" in (other.formula.text if other.formula else "") for other in
                    definitions.catalogue.metrics.values())
    )  # fmt: skip
    outcome = put(definitions, (code, "kind", "<yesno>"))
    assert not reasons(outcome)
    new = outcome.definitions
    assert (new.catalogue.metrics[code].kind, new.catalogue.metrics[code].unit) == ("yesno", "none")
    assert new.catalogue.units["none"].name.best("en") == ""
    assert reasons(put(definitions, (code, "kind", "<choice>"))) == ["definition.metric_choices"]


def test_what_is_counted_in_percent_is_a_percentage_and_a_written_definition_is_confirmed(definitions):
    lone = next(
        metric
        for metric in definitions.catalogue.metrics.values()
        if metric.kind == "number" and not metric.formula and not metric.crossings and metric.unit == "hour"
    )
    assumed = replace(lone, assumed=True, confirmed_in=("en",))
    metrics = {**definitions.catalogue.metrics, lone.code: assumed}
    known = replace(definitions, catalogue=replace(definitions.catalogue, metrics=metrics))
    outcome = put(known, (lone.code, "unit", "%"), (lone.code, "definition.zh-Hans", "新的口径"))
    new = outcome.definitions.catalogue.metrics[lone.code]
    assert (new.kind, new.assumed, new.confirmed_in) == ("percent", False, ())


def test_totals_of_some_years_or_of_rules_are_told_and_not_changed_in_a_cell(definitions):
    catalogue = definitions.catalogue
    totals = (
        Total("a", Ref("energy.electricity"), (Ref("energy.heat"),), since=2020),
        Total("b", Ref("energy.heat"), (Ref("energy.electricity"),)),
    )
    known = replace(definitions, catalogue=replace(catalogue, totals=totals))
    words = CellWords(known, REPORT, "zh-Hans", WORDS)
    assert "energy.electricity" in words.fixed_totals
    assert "energy.heat" not in words.fixed_totals
    outcome = put(known, ("energy.heat", "total", "energy.electricity, 综合能源消耗量"))
    (total,) = (one for one in outcome.definitions.catalogue.totals if one.code == "b")
    assert [part.target() for part in total.parts] == ["energy.electricity", "energy.total"]
    gone = put(outcome.definitions, ("energy.heat", "total", ""))
    assert [one.code for one in gone.definitions.catalogue.totals] == ["a"]


def test_a_name_that_means_several_is_asked_about_by_code(definitions):
    doubled = replace(definitions.catalogue.units["hour"], code="hour2")
    units = {**definitions.catalogue.units, "hour2": doubled}
    known = replace(definitions, catalogue=replace(definitions.catalogue, units=units))
    words = CellWords(known, REPORT, "zh-Hans", WORDS)
    metric = known.catalogue.metrics["energy.gas"]
    field = next(field for field in FIELDS if field.code == "unit")
    read = words.read(metric, field, doubled.name.zh_hans)
    assert isinstance(read, Issue)
    assert read.code == "catalogue.several"
    assert words.read(metric, field, f"{doubled.name.zh_hans} (hour2)") == "hour2"


def test_what_a_cell_can_say_is_listed_and_each_choice_can_be_typed(definitions, words):
    metric = definitions.catalogue.metrics["workforce.total"]
    for field in FIELDS:
        for _, text in words.options(metric, field):
            assert isinstance(words.read(metric, field, text), str), (field.code, text)


def test_the_sheet_is_shown_without_the_slow_imports_of_the_loader():
    code = (
        "import sys, desktop.window.pages.catalogue_page;"
        "print(sorted({'pydantic', 'lark', 'pint', 'yaml', 'sqlalchemy'} & sys.modules.keys()))"
    )
    told = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout
    assert told.strip() == "[]"
