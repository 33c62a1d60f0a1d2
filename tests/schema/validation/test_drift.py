"""Years that do not count the same are never compared silently; a changed definition asks since when."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schema.catalogue.compiled import from_json, to_json
from schema.catalogue.definition_drift import settle
from schema.catalogue.definitions import DefinitionChange
from schema.catalogue.outline import Definitions, Outline, Placement, Section, TableBlock
from schema.grammar.reference import Key
from schema.grammar.words import Words
from schema.validation.check import check
from schema.validation.text_checks import check_text
from schema.values.comparison import Step, difference, percent_change
from schema.values.datapoint import DataPoint, Snapshot
from schema.values.figures import Figures
from tests.factories import words
from tests.schema.validation.given import MESSAGES, catalogue, number, say_in_each_language

BREAK = DefinitionChange(2022, "boundary", words("含海外"))


def world(*metrics, years: int = 3) -> Definitions:
    rows = tuple(Placement(metric.code) for metric in metrics)
    block = TableBlock("t", words("表"), rows, years)
    outline = Outline("csr-2022", 2022, "zh-Hans", words("报告"), (Section("s", 1, words("章"), (block,)),))
    return Definitions(replace(catalogue(*metrics), messages=MESSAGES), {"csr-2022": outline})


def values(**series: dict[int, str]) -> Snapshot:
    points = [DataPoint(Key(code, year), Decimal(v)) for code, row in series.items() for year, v in row.items()]
    return Snapshot(points={point.key: point for point in points})


def codes(definitions: Definitions, snapshot: Snapshot) -> list[str]:
    issues = check(definitions, snapshot, Figures(definitions.catalogue, snapshot))
    for issue in issues:
        say_in_each_language(issue, definitions.catalogue)
    return [issue.code for issue in issues]


def test_no_change_is_computed_across_a_break():
    definitions = world(number("gas", changed=(BREAK,)))
    figures = Figures(definitions.catalogue, values(gas={2021: "5", 2022: "10", 2023: "11"}))
    assert difference(figures, Key("gas", 2022), Step()).reason == "break"
    assert percent_change(figures, Key("gas", 2022)).reason == "break"
    assert difference(figures, Key("gas", 2023), Step()).value == 1


def test_a_change_of_wording_breaks_nothing():
    definitions = world(number("gas", changed=(replace(BREAK, what="wording"),)))
    figures = Figures(definitions.catalogue, values(gas={2021: "5", 2022: "10"}))
    assert difference(figures, Key("gas", 2022), Step()).value == 5
    assert "metric.not_comparable" not in codes(definitions, figures.snapshot)


def test_a_figure_follows_the_break_of_its_inputs():
    definitions = world(number("gas", changed=(BREAK,)), number("double", formula="[gas] * 2"))
    figures = Figures(definitions.catalogue, values(gas={2021: "5", 2022: "10"}))
    assert difference(figures, Key("double", 2022), Step()).reason == "break"
    assert [one.metric.code for one in figures.breaks("double", 2021, 2022)] == ["gas"]


def test_it_is_told_once_per_metric_where_a_report_shows_both_sides():
    definitions = world(number("gas", changed=(BREAK,)), number("oil"))
    both = values(gas={2020: "4", 2021: "5", 2022: "10"}, oil={2021: "1", 2022: "2"})
    assert codes(definitions, both).count("metric.not_comparable") == 1
    assert "metric.not_comparable" not in codes(definitions, values(gas={2022: "10"}))


def test_a_large_change_across_a_break_needs_no_other_reason():
    big = values(gas={2021: "5", 2022: "500"})
    assert "change.large" in codes(world(number("gas", change_threshold=Decimal(30))), big) or "change.slip" in codes(
        world(number("gas", change_threshold=Decimal(30))), big
    )
    told = codes(world(number("gas", change_threshold=Decimal(30), changed=(BREAK,))), big)
    assert not {"change.large", "change.slip"} & set(told)


def test_a_cumulative_value_may_fall_where_it_counts_something_else():
    falling = values(gas={2021: "50", 2022: "40"})
    assert "cumulative.falls" in codes(world(number("gas", timing="cumulative")), falling)
    assert "cumulative.falls" not in codes(world(number("gas", timing="cumulative", changed=(BREAK,))), falling)


def test_a_formula_over_both_sides_of_a_break_is_told():
    definitions = world(number("gas", changed=(BREAK,)), number("growth", formula="[gas] - [gas@-1]"))
    assert "figure.not_comparable" in codes(definitions, values(gas={2021: "5", 2022: "10"}))


def test_a_sentence_that_compares_both_sides_of_a_break_is_told():
    definitions = world(number("gas", changed=(BREAK,)))
    figures = Figures(definitions.catalogue, values(gas={2021: "5", 2022: "10"}))
    outline = definitions.outlines["csr-2022"]
    found = [issue.code for issue in check_text(outline, "s", "zh-Hans", "用气增长{gas|change%}，达{gas}。", figures)]
    assert found == ["text.not_comparable"]


@pytest.mark.parametrize(
    ("changes", "code"),
    [({"definition": words("另一口径。")}, "metric.drifted"), ({"unit": "kg"}, "metric.drifted_unit")],
)
def test_a_changed_definition_asks_since_when_until_it_is_said(changes, code):
    old = world(number("gas", unit="t"))
    new = settle(old, world(number("gas", **{"unit": "t", **changes})), {"gas"})
    held = values(gas={2021: "5"})
    assert code in codes(new, held)
    # It goes on asking through later imports, and a stored workspace knows it too.
    again = settle(new, world(number("gas", **{"unit": "t", **changes}), number("oil")), {"gas"})
    assert code in codes(again, held)
    assert from_json(to_json(new)).drifted == new.drifted
    said = settle(again, world(number("gas", **{"unit": "t", **changes}, changed=(BREAK,))), {"gas"})
    assert said.drifted == {}
    back = settle(again, old, {"gas"})
    assert back.drifted == {}


def test_a_definition_without_values_or_a_first_definition_asks_nothing():
    old, new = world(number("gas")), world(number("gas", definition=words("另一口径。")))
    assert settle(old, new, set()).drifted == {}
    bare = world(number("gas", definition=Words()))
    assert settle(bare, new, {"gas"}).drifted == {}


@given(st.lists(st.tuples(st.integers(2015, 2025), st.sampled_from(["unit", "boundary", "wording"])), max_size=5),
       st.integers(2014, 2026), st.integers(2014, 2026))  # fmt: skip
def test_two_years_are_comparable_exactly_when_no_change_lies_between(changes, first, second):
    changed = tuple(DefinitionChange(year, what, words("x")) for year, what in changes)
    figures = Figures(world(number("gas", changed=changed)).catalogue, Snapshot())
    before, now = sorted((first, second))
    between = {(y, w) for y, w in changes if w != "wording" and before < y <= now}
    assert {(one.change.since, one.change.what) for one in figures.breaks("gas", before, now)} == between
