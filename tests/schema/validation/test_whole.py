"""What an older program kept of an entity or a part of a year: it is told, and nothing is computed with it."""

from dataclasses import replace
from decimal import Decimal

import pytest

from schema.grammar.formula import Formula, Number
from schema.grammar.reference import Key
from schema.validation.check import check_keys, check_point
from schema.validation.whole import check_whole
from schema.values.changes import clear, keep
from schema.values.datapoint import Restatement
from schema.values.figures import Figures
from schema.values.results import all_results
from schema.workspace import Workspace
from tests.factories import change, small_definitions, ticking
from tests.schema.validation.given import (
    catalogue,
    codes,
    definitions,
    found,
    key,
    metric,
    number,
    point,
    points,
    printed,
    say_in_each_language,
    snapshot,
)

KNOWN = catalogue(metric(), number())


@pytest.mark.parametrize("where", ["staff/hk", "staff/hk:gender=male", "gas/hk@2020"])
def test_a_value_of_an_entity_is_one_doubt_and_nothing_else_of_it_is_checked(where):
    (issue,) = found(definitions(KNOWN), [point(where, "-1.5")])
    assert (issue.code, issue.severity, issue.key) == ("value.not_whole", "doubt", key(where))
    say_in_each_language(issue, KNOWN)


def test_a_value_of_an_entity_is_asked_about_at_its_key_and_no_more_once_cleared():
    data = snapshot([point("staff/hk", "-1.5")])
    for check in (lambda at, data: check_point(definitions(KNOWN), Figures(KNOWN, data), at),
                  lambda at, data: check_keys(definitions(KNOWN), Figures(KNOWN, data), [at])):  # fmt: skip
        assert [issue.code for issue in check(key("staff/hk"), data)] == ["value.not_whole"]
        assert check(key("staff/hk"), snapshot([])) == ()


def test_the_companys_values_are_checked_without_those_of_entities():
    data = [*points(total="30", male="17", female="13"), point("staff/hk", "9"), point("staff/hk:gender=male", "1")]
    assert codes(definitions(KNOWN), data) == ["value.not_whole"] * 2


def test_what_a_report_printed_of_an_entity_is_compared_with_nothing():
    assert codes(definitions(KNOWN), [point("gas", "12")], [printed("gas/hk", "5")]) == []


def test_a_restatement_of_an_entity_is_told_with_the_way_out():
    at = key("gas/hk")
    stated = Restatement("report", at, "5", "p. 1", Decimal(5), Decimal(6))
    data = replace(snapshot([]), restatements={("report", at): stated, ("report", key("gas")): stated})
    (issue,) = check_whole(KNOWN, (), data)
    assert (issue.code, issue.severity, issue.key) == ("restated.not_whole", "doubt", at)
    assert issue.facts == {"report": "report", "reference": "gas/hk@2022"}
    say_in_each_language(issue, KNOWN)


@pytest.mark.parametrize("span", ["h1", "q3", "m05"])
def test_a_part_of_a_year_has_no_value_though_the_year_and_its_parts_have(span):
    figures = Figures(KNOWN, snapshot(points(male="17", female="13")))
    whole = key("staff")
    assert figures.value(whole).value == 30
    assert figures.value(replace(whole, span=span)).kind == "missing"
    assert figures.value(replace(whole, span=span, category="gender=male")).kind == "missing"


def test_a_figure_has_no_value_for_a_part_of_a_year():
    known = catalogue(number(), number("twice", formula="[gas] + [gas]"))
    figures = Figures(known, snapshot([point("gas", "2")]))
    assert figures.value(key("twice")).value == 4
    assert figures.value(replace(key("twice"), span="q1")).kind == "missing"


def test_a_placement_and_a_formula_of_an_entity_that_were_compiled_before_are_errors():
    formula = Formula("[gas/hk] + [gas@2022q3] + [factor.gas] + [gas]", Number(1))
    known = catalogue(number(), replace(number("sum"), formula=formula))
    issues = [i for i in found(definitions(known, "gas/hk", "gas", "gas@2022q3"), []) if i.code.endswith("not_whole")]
    assert [(i.code, i.severity, i.place, i.facts.get("reference", i.facts["name"])) for i in issues] == [
        ("formula.not_whole", "error", "sum", "gas/hk"),
        ("formula.not_whole", "error", "sum", "gas@2022q3"),
        ("outline.not_whole", "error", "report", "gas/hk@2022"),
    ]
    for issue in issues:
        say_in_each_language(issue, known)


def test_a_value_of_an_entity_opens_is_listed_and_can_be_cleared(tmp_path):
    path, at = tmp_path / "a.annals", Key("energy.gas", 2022, "hk")
    with Workspace.create(path, small_definitions(), "me", ticking()) as workspace:
        workspace.apply([keep(replace(change().after, key=at))])
    with Workspace.open(path, write=True, who="me", now=ticking()) as workspace:
        figures = Figures(workspace.definitions.catalogue, workspace.snapshot())
        assert [result.key for result in all_results(figures)] == [at]
        workspace.apply([clear(at)])
        assert workspace.snapshot().points == {}
        assert workspace.verify() == ()
