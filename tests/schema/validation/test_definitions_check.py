"""Open points of the definitions."""

from schema.grammar.words import NO_WORDS
from tests.factories import words
from tests.schema.validation.given import catalogue, codes, definitions, metric, number, point

DATA = [point("staff", "3")]


def test_a_placed_metric_without_a_definition_is_an_open_point():
    assert codes(definitions(catalogue(metric(definition=NO_WORDS)), "staff"), DATA) == ["metric.undefined"]
    assert codes(definitions(catalogue(metric()), "staff"), DATA) == []


def test_a_metric_that_no_report_places_needs_no_definition():
    assert codes(definitions(catalogue(metric(definition=NO_WORDS))), DATA) == []


def test_a_formula_is_definition_enough():
    known = catalogue(metric(), number("twice", formula="[staff] + [staff]", definition=NO_WORDS))
    assert codes(definitions(known, "twice"), DATA) == []


def test_a_definition_that_repeats_the_name_is_an_open_point():
    known = catalogue(metric(name=words("员工总数"), definition=words("员工总数。")))
    assert codes(definitions(known, "staff"), DATA) == ["metric.repeats_name"]
