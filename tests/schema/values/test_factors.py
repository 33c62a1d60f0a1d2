"""Factors by year and by place, activity times factor, and rows of records in a formula."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from schema.catalogue.definitions import Metric, RecordColumn, RecordType, Unit
from schema.catalogue.entities import Entity
from schema.catalogue.factors import FactorVersion, dimensions_of, group_of
from schema.grammar.formula import Formula, is_product
from schema.grammar.formula_parser import FormulaReader
from schema.grammar.reference import Key, RecordKey
from schema.values.datapoint import DataPoint, Field, Record, Snapshot
from schema.values.factors import Factors
from schema.values.figures import Figures
from tests.factories import small_catalogue, words

GRIDS = (("grid.north", "0.7", 2021, 2021), ("grid.north", "0.6", 2023, 0), ("grid.south", "0.4", 2021, 0))


def version(code, value="1", since=2000, until=0):
    return FactorVersion(code, words(code), Decimal(value), "kg/m3", Decimal(1), "mass^1 volume^-1", since, until, "GB")


def known(regions=("grid.north",), entities=(), metrics=(), **more):
    """Gas burnt at the factor of the place, and what a test adds."""
    base = small_catalogue()
    factors = tuple(version(*one) for one in GRIDS)
    made = {
        "gas": replace(base.metrics["energy.gas"], code="gas", sum_over=("entity",)),
        "burnt": formula("burnt", "[gas] * [factor.grid.*]", sum_over=("entity",)),
        **{one.code: one for one in metrics},
    }
    company = replace(base.company, regions=regions)
    return replace(base, company=company, factors=factors, metrics=made, entities=entities, **more)


def formula(code, text, **more):
    return Metric(code, words(code), "number", "kg", "", "flow", "admin",
                  formula=Formula(text, FormulaReader().read(text)), **more)  # fmt: skip


def plants(*places):
    return tuple(Entity(code, words(code), regions=regions) for code, *regions in places)


def valued(catalogue, where, points, records=()):
    held = {}
    for (code, year, entity), value in points.items():
        key = Key(code, year, entity)
        absent = value == "n/a"
        held[key] = DataPoint(key, omission="not_applicable") if absent else DataPoint(key, Decimal(value))
    snapshot = Snapshot(points=held, records={record.key: record for record in records})
    return Figures(catalogue, snapshot).value(Key(*where))


def test_the_group_of_a_factor_is_all_but_the_last_part_of_its_code():
    assert (group_of("grid.north"), group_of("travel.air.long"), group_of("diesel")) == ("grid.*", "travel.air.*", "")


def test_a_group_has_a_dimension_where_all_its_factors_have_the_same():
    other = replace(version("mixed.b"), dimension="mass^1")
    dimensions = dimensions_of([version("grid.north"), version("grid.south"), version("mixed.a"), other])
    assert dimensions["grid.*"] == "mass^1 volume^-1"
    assert "mixed.*" not in dimensions


@pytest.mark.parametrize(("year", "value"), [(2020, None), (2021, "0.7"), (2022, None), (2023, "0.6"), (2030, "0.6")])
def test_a_version_is_in_force_from_its_first_to_its_last_year(year, value):
    found = Factors(known()).in_force("grid.north", year)
    assert (found and str(found.value)) == value


@pytest.mark.parametrize(("year", "value"), [(2015, "0.7"), (2021, "0.7"), (2022, "0.7"), (2023, "0.6")])
def test_the_nearest_version_is_the_one_in_force_or_else_the_earlier_of_those_beside_it(year, value):
    assert str(Factors(known()).nearest("grid.north", year).value) == value


def test_no_version_is_near_where_there_is_none():
    assert Factors(known()).nearest("grid.west", 2021) is None


def test_a_place_has_its_own_factor_or_that_of_what_stands_above_it():
    entities = (*plants(("plant", "grid.south"), ("office",)), Entity("hall", words("hall"), parent="plant"))
    factors = Factors(known(entities=entities))
    codes = [factors.code_at("grid.*", entity) for entity in ("", "plant", "hall", "office")]
    assert codes == ["grid.north", "grid.south", "grid.south", "grid.north"]


def test_a_factor_by_its_own_code_is_the_same_everywhere():
    assert Factors(known(entities=plants(("plant", "grid.south")))).code_at("grid.north", "plant") == "grid.north"


def test_a_group_of_which_nobody_has_chosen_one_means_none():
    assert Factors(known(regions=())).code_at("grid.*") == ""
    assert Factors(known(regions=("heat.north",))).in_force("grid.*", 2021) is None


def test_formulas_use_the_factors_of_all_places():
    factors = Factors(known(entities=plants(("plant", "grid.south"), ("hall", "grid.south"))))
    texts = [Formula("[gas] * [factor.grid.*]", FormulaReader().read("[gas] * [factor.grid.*]")), None]
    assert factors.used_by(texts) == {"grid.north", "grid.south"}


def test_a_figure_by_place_takes_the_factor_of_the_company_where_there_are_no_entities():
    assert valued(known(), ("burnt", 2021), {("gas", 2021, ""): "100"}).value == 70


def test_a_figure_by_place_is_the_sum_of_what_its_places_burn_each_with_its_own_factor():
    entities = plants(("plant", "grid.south"), ("office",))
    points = {("gas", 2021, "plant"): "100", ("gas", 2021, "office"): "10"}
    result = valued(known(entities=entities), ("burnt", 2021), points)
    assert (result.value, result.total) == (Decimal(47), True)
    assert valued(known(entities=entities), ("burnt", 2021, "plant"), points).value == 40


def test_a_figure_by_place_is_missing_while_a_place_is():
    entities = plants(("plant", "grid.south"), ("office",))
    result = valued(known(entities=entities), ("burnt", 2021), {("gas", 2021, "plant"): "100"})
    assert (result.value, result.missing) == (None, (Key("burnt", 2021, "office"),))


def test_a_place_that_burns_none_adds_nothing():
    entities = plants(("plant", "grid.south"), ("office",))
    points = {("gas", 2021, "plant"): "100", ("gas", 2021, "office"): "n/a"}
    assert valued(known(entities=entities), ("burnt", 2021), points).value == 40


def test_a_figure_lacks_its_factor_where_no_version_is_in_force():
    result = valued(known(), ("burnt", 2022), {("gas", 2022, ""): "100"})
    assert (result.value, result.reason) == (None, "factor")


def test_an_activity_that_does_not_apply_gives_emissions_that_do_not_apply():
    result = valued(known(), ("burnt", 2021), {("gas", 2021, ""): "n/a"})
    assert (result.kind, result.omission, result.inputs) == ("omission", "not_applicable", (Key("gas", 2021),))


def test_a_sum_passes_over_what_does_not_apply_and_does_not_apply_where_nothing_does():
    both = known(metrics=[formula("both", "SUM([gas], [oil])"), replace(known().metrics["gas"], code="oil")])
    at = ("both", 2021)
    assert valued(both, at, {("gas", 2021, ""): "5", ("oil", 2021, ""): "n/a"}).value == 5
    assert valued(both, at, {("gas", 2021, ""): "n/a", ("oil", 2021, ""): "n/a"}).omission == "not_applicable"
    assert valued(both, at, {("gas", 2021, ""): "5"}).missing == (Key("oil", 2021),)


def test_a_plus_does_not_pass_over_what_does_not_apply():
    both = known(metrics=[formula("both", "[gas] + [oil]"), replace(known().metrics["gas"], code="oil")])
    result = valued(both, ("both", 2021), {("gas", 2021, ""): "5", ("oil", 2021, ""): "n/a"})
    assert (result.kind, result.missing) == ("missing", (Key("oil", 2021),))


@pytest.mark.parametrize(
    ("text", "only"),
    [("[a] * [factor.b] / 3", True), ("[a] + [b]", False), ("SUM([a])", False), ("[a] * ([b] - [c])", False)],
)
def test_a_product_only_multiplies_and_divides(text, only):
    assert is_product(FormulaReader().read(text)) is only


def test_rounded_scales_leave_no_digits_behind():
    units = {**small_catalogue().units, "kwh": Unit("kwh", words("kWh"), Decimal(3600000), "energy^1")}
    scale = Decimal(1) / Decimal(3600000)
    grid = replace(version("grid"), value=Decimal("0.5368"), scale=scale)
    power = replace(small_catalogue().metrics["energy.gas"], code="power", unit="kwh")
    tree = FormulaReader().read("[power] * [factor.grid]")
    tree = replace(tree, operands=(replace(tree.operands[0], scale=Decimal(3600000)), tree.operands[1]))
    made = replace(formula("co2", "[power]"), formula=Formula("x", tree))
    catalogue = replace(known(metrics=[power, made]), factors=(grid,), units=units)
    assert str(valued(catalogue, ("co2", 2021), {("power", 2021, ""): "1000"}).value) == "536.8"


DEAL = RecordType("deal", words("deal"), (RecordColumn("year", words("year"), "year"),
                                          RecordColumn("size", words("size"), "number", "kg")))  # fmt: skip


def deal(name, year, size, report="csr"):
    fields = {"year": Field(typed=year), "size": Field(typed=size, value=Decimal(size) if size else None)}
    return Record(RecordKey("deal", name), report, 1, fields)


def test_a_formula_adds_up_the_rows_of_its_year():
    catalogue = known(metrics=[formula("deals", "SUM([record/deal/*.size])")], records={"deal": DEAL})
    rows = [deal("a", "2021", "5"), deal("b", "2021", "2"), deal("c", "2020", "100")]
    result = valued(catalogue, ("deals", 2021), {}, rows)
    assert (result.value, result.inputs) == (Decimal(7), tuple(one.key.number("size") for one in rows[:2]))


def test_a_list_without_rows_of_the_year_adds_up_to_nothing():
    catalogue = known(metrics=[formula("deals", "SUM([record/deal/*.size])")], records={"deal": DEAL})
    assert valued(catalogue, ("deals", 2021), {}, [deal("c", "2020", "100")]).value == 0


def test_a_row_without_its_amount_leaves_the_sum_open():
    catalogue = known(metrics=[formula("deals", "SUM([record/deal/*.size])")], records={"deal": DEAL})
    assert valued(catalogue, ("deals", 2021), {}, [deal("a", "2021", "")]).value is None


def test_rows_of_a_list_without_years_count_in_every_year():
    undated = replace(DEAL, columns=DEAL.columns[1:])
    catalogue = known(metrics=[formula("deals", "SUM([record/deal/*.size])")], records={"deal": undated})
    assert valued(catalogue, ("deals", 2030), {}, [deal("a", "2021", "5")]).value == 5
