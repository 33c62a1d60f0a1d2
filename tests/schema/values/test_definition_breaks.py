"""Breaks in a series, those of its inputs too."""

from dataclasses import replace

from schema.catalogue.definitions import DefinitionChange, Metric
from schema.grammar.formula import Formula
from schema.grammar.formula_parser import FormulaReader
from schema.values.datapoint import Snapshot
from schema.values.definition_breaks import Break, all_breaks
from schema.values.figures import Figures
from tests.factories import small_catalogue, words


def changed(since, what="boundary"):
    return DefinitionChange(since, what, words("并入"))


def figure(code, text, *changes):
    formula = Formula(text, FormulaReader().read(text))
    return Metric(code, words(code), "number", "m3", "", "flow", "admin", formula=formula, changed=changes)


def catalogue(*figures_, gas=(), paper=()):
    base = small_catalogue()
    entered = {"energy.gas": gas, "waste.paper": paper}
    metrics = {code: replace(metric, changed=entered.get(code, ())) for code, metric in base.metrics.items()}
    return replace(base, metrics={**metrics, **{one.code: one for one in figures_}})


def breaks(known, code):
    return [(one.metric.code, one.change.since) for one in all_breaks(known, code)]


def test_a_figures_breaks_are_its_own_and_those_of_all_that_it_is_computed_from_oldest_first():
    inner = figure("inner", "[energy.gas] + [waste.paper]", changed(2020))
    outer = figure("outer", "[inner] + [energy.gas]", changed(2022))
    known = catalogue(inner, outer, gas=(changed(2021),), paper=(changed(2019),))
    assert breaks(known, "outer") == [("waste.paper", 2019), ("inner", 2020), ("energy.gas", 2021), ("outer", 2022)]
    assert breaks(known, "inner") == [("waste.paper", 2019), ("inner", 2020), ("energy.gas", 2021)]
    assert all_breaks(known, "waste.paper") == (Break(known.metrics["waste.paper"], changed(2019)),)


def test_two_changes_of_one_year_are_two_breaks_and_other_words_are_none():
    known = catalogue(gas=(changed(2021), changed(2021, "unit"), changed(2020, "wording")))
    assert [(one.change.since, one.change.what) for one in all_breaks(known, "energy.gas")] == [
        (2021, "boundary"),
        (2021, "unit"),
    ]


def test_a_metric_that_is_gone_has_none_and_a_circle_ends():
    assert all_breaks(catalogue(), "forgotten") == ()
    circle = figure("circle", "[circle] + [forgotten]", changed(2021))
    assert breaks(catalogue(circle), "circle") == [("circle", 2021)]


def test_a_break_lies_between_two_years_where_it_begins_after_the_first():
    known = Figures(catalogue(gas=(changed(2020), changed(2021))), Snapshot())

    def between(before, now):
        return [one.change.since for one in known.breaks("energy.gas", before, now)]

    assert between(2019, 2021) == [2020, 2021]
    assert between(2020, 2021) == [2021]
    assert between(2021, 2022) == []
    assert between(2018, 2019) == []
    assert known.breaks("waste.paper", 2019, 2022) == ()
