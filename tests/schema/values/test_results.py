"""All values in the catalogue's order."""

from dataclasses import replace
from decimal import Decimal

from schema.catalogue.definitions import Metric
from schema.grammar.formula import Formula
from schema.grammar.formula_parser import FormulaReader
from schema.grammar.reference import Key
from schema.values.datapoint import DataPoint, Snapshot
from schema.values.figures import Figures
from schema.values.results import all_results, figure_keys
from tests.factories import small_catalogue, words

GAS, PAPER = Key("energy.gas", 2022), Key("waste.paper", 2022)
MALE, FEMALE = (Key("staff.total", 2022, category=f"gender={code}") for code in ("male", "female"))
TEXT = "[staff.total] + [staff.total]"
TWICE = Metric(
    "staff.twice", words("两倍"), "integer", "person", "", "stock", "hr",
    crossings=(("gender",),), formula=Formula(TEXT, FormulaReader().read(TEXT)),
)  # fmt: skip


def figures(*points):
    known = small_catalogue()
    known = replace(known, metrics={**known.metrics, TWICE.code: TWICE})
    return Figures(known, Snapshot(points={point.key: point for point in points}))


def exactly(key, value="1"):
    return DataPoint(key, Decimal(value))


def listed(*arguments, **named):
    return [result.key for result in all_results(*arguments, **named)]


def test_values_stand_in_the_catalogues_order_and_those_of_unknown_metrics_last():
    stray = Key("forgotten", 2022)
    assert listed(figures(exactly(stray), exactly(PAPER), exactly(GAS))) == [GAS, PAPER, stray]


def test_a_total_and_the_figures_that_follow_stand_beside_what_was_entered():
    whole = Key("staff.total", 2022)
    twice = [replace(key, metric=TWICE.code) for key in (whole, FEMALE, MALE)]
    assert listed(figures(exactly(MALE), exactly(FEMALE))) == [whole, FEMALE, MALE, *twice]


def test_what_has_no_value_is_left_out_but_an_omission_and_an_unread_text_are_not():
    assert listed(figures(exactly(MALE))) == [MALE, replace(MALE, metric=TWICE.code)]
    left_out = DataPoint(GAS, omission="legal", footnote="x")
    unread = DataPoint(PAPER, unread="viel")
    assert [result.kind for result in all_results(figures(left_out, unread))] == ["omission", "unread"]


def test_one_metric_and_one_year_may_be_asked_for():
    earlier = replace(GAS, period=2021)
    known = figures(exactly(GAS), exactly(earlier), exactly(PAPER))
    assert listed(known) == [earlier, GAS, PAPER]
    assert listed(known, "energy.gas") == [earlier, GAS]
    assert listed(known, period=2021) == [earlier]
    assert listed(known, "energy.gas", 2022) == [GAS]
    assert listed(known, "waste.paper", 2021) == []
    assert listed(known, "energy.none") == []


def test_a_figure_may_stand_at_its_total_and_at_each_member_in_every_year():
    known = figures()
    members = [Key(TWICE.code, 2021, category=f"gender={code}") for code in ("male", "female")]
    assert list(figure_keys(known, TWICE, (2021,))) == [Key(TWICE.code, 2021), *members]
    entered = known.catalogue.metrics["staff.total"]
    assert list(figure_keys(known, entered, (2021, 2022))) == [Key("staff.total", 2021), Key("staff.total", 2022)]
    crossed = replace(TWICE, crossings=(("gender", "age"),))
    categories = [key.category for key in figure_keys(known, crossed, (2021,))]
    assert len(categories) == 5
    assert categories[:2] == ["", "age=young;gender=male"]
