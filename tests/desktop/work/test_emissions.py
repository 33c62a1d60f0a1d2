"""Sources put into an inventory and taken out; what they come to, beside what was typed."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from desktop.work.emissions.amount_words import amount_words
from desktop.work.emissions.change import Adding, InventoryChange, Kit, OwnFactor
from desktop.work.emissions.inventory import counted_sources, lines, total_lines
from desktop.work.emissions.inventory_step import changed
from desktop.work.emissions.regions import regions_of, regions_said
from desktop.work.emissions.sources import load_sources
from schema.catalogue.entities import Entity
from schema.catalogue.factors import is_group
from schema.catalogue.loader import load_definitions
from schema.catalogue.outline import placements
from schema.catalogue.starters import EMPTY, load_starter
from schema.errors import AnnalsError, DefinitionsError
from schema.grammar.reference import Key
from schema.validation.check import check
from schema.values.datapoint import DataPoint, Snapshot
from schema.values.factor_words import factor_said, year_words
from schema.values.figures import Figures
from tests.factories import words
from tests.food_maker import write_definitions
from tests.shipped import RESOURCES

SOURCES = load_sources(RESOURCES)
GRID = InventoryChange(regions={"": ("grid.north",)})


@pytest.fixture(scope="module")
def kit(definitions):
    return Kit(SOURCES, lambda: definitions.catalogue)


@pytest.fixture(scope="module")
def tea(program):
    """A company of its own that begins with the starter of HKEX: totals by scope and category, nothing typed yet."""
    made = load_starter(RESOURCES, "hkex-c2-2025", program)
    return replace(
        made,
        catalogue=replace(made.catalogue, company=replace(made.catalogue.company, name=words("茶"), short=words("茶"))),
    )


def adding(*codes, **more):
    return replace(GRID, add=tuple(Adding(code) for code in codes), **more)


def figures(definitions, **values):
    """Values by code with __ for a point, of the year of the report."""
    points = {}
    for name, value in values.items():
        key = Key(name.replace("__", "."), 2025)
        points[key] = DataPoint(key, omission=value) if isinstance(value, str) else DataPoint(key, Decimal(value))
    return Figures(definitions.catalogue, Snapshot(points=points))


def placed(definitions, report):
    blocks = (block for section in definitions.outlines[report].walk() for block in section.blocks)
    return [row.reference for block in blocks for row in placements(block)]


def test_every_source_with_a_usual_factor_is_counted_in_its_total(tea, kit):
    usual = [one.code for one in SOURCES.sources.values() if one.factor]
    outcome = changed(tea, (), adding(*usual, regions={"": ("grid.north", "hotel.china")}), kit)
    counted = counted_sources(outcome.definitions.catalogue, SOURCES)
    assert [one.source.code for one in counted] == usual
    assert len(usual) > 35
    metrics = outcome.definitions.catalogue.metrics
    for one in counted:
        total = SOURCES.totals[one.source.total]
        assert f"[{one.metric.code}]" in metrics[total.metric].formula.text
    rows = placed(outcome.definitions, "report-2025")
    assert {one.metric.code for one in counted} <= set(rows)
    assert {one.activity for one in counted} <= set(rows)


def test_the_usual_factors_are_factors_of_the_built_in_catalogue(definitions):
    codes = {one.code for one in definitions.catalogue.factors}
    for source in SOURCES.sources.values():
        assert not source.factor or source.factor in codes or is_group(source.factor), source.code


def test_an_emission_is_activity_times_factor_in_tonnes(tea, kit):
    made = changed(tea, (), adding("electricity", "heat"), kit).definitions
    found = figures(made, energy__electricity=1000, energy__heat=10)
    assert str(found.value(Key("emissions.electricity", 2025)).value) == "636.1"  # 1,000 MWh at 0.6361 kg a kWh
    assert found.value(Key("ghg.scope2", 2025)).value == Decimal("637.2")


def test_what_does_not_apply_adds_nothing_to_its_scope(tea, kit):
    made = changed(tea, (), adding("petrol", "coal"), kit).definitions
    found = figures(made, activity__petrol=100, activity__coal="not_applicable")
    assert found.value(Key("ghg.scope1", 2025)).value == Decimal("292.51")


def test_a_total_with_typed_values_stays_typed_and_is_held_against_the_sources(tea, kit):
    outcome = changed(tea, {"ghg.scope1"}, adding("petrol"), kit)
    assert outcome.beside == ("ghg.scope1",)
    made = outcome.definitions
    assert made.catalogue.metrics["ghg.scope1"].formula is None
    near, far = (figures(made, activity__petrol=100, ghg__scope1=typed) for typed in (300, 320))
    (line,) = [one for one in total_lines(near, SOURCES, 2025) if one.total.code == "scope1"]
    assert (line.typed, line.result.value, line.computed.value) == (True, 300, Decimal("292.51"))
    told = [[one.code for one in check(made, found.snapshot, found)] for found in (near, far)]
    assert ["rule.broken" in codes for codes in told] == [False, True]


def test_a_source_without_a_usual_factor_asks_for_one_of_the_company(tea, kit):
    with pytest.raises(AnnalsError) as refused:
        changed(tea, (), adding("goods"), kit)
    assert refused.value.code == "emissions.no_factor"
    own = OwnFactor("goods.paper", Decimal("0.35"), "kgco2e/cny", 2025, "供应商清单 2025")
    asked = replace(adding(), add=(Adding("goods", factor="goods.paper"),), factors=(own,))
    made = changed(tea, (), asked, kit).definitions
    found = figures(made, activity__goods=1000000)
    assert found.value(Key("ghg.scope3.c1", 2025)).value == 350


def test_an_activity_that_is_measured_otherwise_than_the_factor_is_refused(program, definitions, kit, tmp_path):
    food = load_definitions(write_definitions(tmp_path), program)
    with pytest.raises(DefinitionsError) as refused:
        changed(food, (), adding("diesel", section="energy"), kit)
    assert "definition.dimension" in {mistake.code for mistake in refused.value.mistakes}


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (adding("petroll"), "emissions.unknown_source"),
        (replace(GRID, add=(Adding("petrol", factor="emission.petroll"),)), "emissions.unknown_factor"),
        (replace(GRID, add=(Adding("petrol", activity="fuel.petrol"),)), "cli.unknown_metric"),
        (replace(GRID, remove=("petrol",)), "emissions.not_counted"),
        (adding("petrol", section="nowhere"), "catalogue.unknown_section"),
        (InventoryChange(regions={"moon": ("grid.north",)}), "cli.unknown_entity"),
    ],
)
def test_what_is_not_there_is_refused_by_name(tea, kit, change, code):
    with pytest.raises(AnnalsError) as refused:
        changed(tea, (), change, kit)
    assert refused.value.code == code


def test_a_workspace_without_a_report_has_no_place_for_sources(program, kit):
    with pytest.raises(AnnalsError) as refused:
        changed(load_starter(RESOURCES, EMPTY, program), (), adding("petrol"), kit)
    assert refused.value.code == "emissions.no_report"


def test_a_report_without_totals_asks_for_the_section(program, kit, tmp_path):
    food = load_definitions(write_definitions(tmp_path), program)
    with pytest.raises(AnnalsError) as refused:
        changed(food, (), adding("petrol"), kit)
    assert refused.value.code == "emissions.asks_section"


def test_a_source_taken_out_again_leaves_nothing_behind(tea, kit):
    before = changed(tea, (), GRID, kit).definitions
    counted = changed(before, (), adding("petrol", "flights"), kit).definitions
    outcome = changed(counted, (), replace(GRID, remove=("petrol", "flights")), kit)
    assert set(outcome.gone) == {"emissions.petrol", "activity.petrol", "emissions.flights", "activity.flights"}
    after = outcome.definitions
    assert after.catalogue.metrics.keys() == tea.catalogue.metrics.keys()
    assert after.catalogue.metrics["ghg.scope1"].formula is None
    assert placed(after, "report-2025") == placed(before, "report-2025")


def test_an_activity_with_values_stays_when_its_source_goes(tea, kit):
    counted = changed(tea, (), adding("petrol"), kit).definitions
    outcome = changed(counted, {"activity.petrol"}, replace(GRID, remove=("petrol",)), kit)
    assert outcome.gone == ("emissions.petrol",)
    assert "activity.petrol" in placed(outcome.definitions, "report-2025")


def test_the_factor_of_the_nearest_year_is_taken_and_said_where_it_is_asked_for(tea, kit):
    asked = replace(adding("electricity"), regions={"": ("grid.hkelectric",)})
    assert changed(tea, (), asked, kit).nearest == ()
    outcome = changed(tea, (), replace(asked, nearest=True), kit)
    year = outcome.nearest[-1]
    assert (year.since, year.until, str(year.value)) == (2025, 2025, "0.81")
    assert "2019" in year.source
    found = figures(outcome.definitions, energy__electricity=1000)
    assert found.value(Key("ghg.scope2", 2025)).value == 810


def test_contracts_take_the_place_of_the_grid_in_the_market_based_scope(tea, kit):
    made = changed(tea, (), adding("electricity", "electricitymarket"), kit).definitions
    assert made.outlines["report-2025"].record_blocks("contract")
    found = figures(made, energy__electricity=1000)
    assert found.value(Key("ghg.scope2.market", 2025)).value == Decimal("609.6")


def test_each_plant_counts_with_the_grid_of_its_place(tea, kit):
    plants = (
        Entity("north", words("north"), regions=("grid.north",)),
        Entity("yunnan", words("yunnan"), regions=("grid.yunnan",)),
    )
    metrics = dict(tea.catalogue.metrics)
    metrics["energy.electricity"] = replace(
        metrics["energy.electricity"], sum_over=("entity", "period"), entities=("*",)
    )
    with_plants = replace(tea, catalogue=replace(tea.catalogue, entities=plants, metrics=metrics))
    made = changed(with_plants, (), adding("electricity"), kit).definitions
    points = {
        Key("energy.electricity", 2025, one): DataPoint(Key("energy.electricity", 2025, one), Decimal(1000))
        for one in ("north", "yunnan")
    }
    found = Figures(made.catalogue, Snapshot(points=points))
    own = [found.value(Key("emissions.electricity", 2025, one)).value for one in ("north", "yunnan", "")]
    assert own[2] == own[0] + own[1]
    assert own[0] == Decimal("636.1")
    assert found.value(Key("ghg.scope2", 2025)).value == own[2]


def test_the_total_of_scope_three_passes_over_categories_that_do_not_apply(tea, kit):
    made = changed(tea, (), adding("flights"), kit).definitions
    others = {f"ghg__scope3__c{number}": "not_applicable" for number in range(1, 16) if number != 6}
    found = figures(made, activity__flights=1000000, **others)
    assert (
        found.value(Key("ghg.scope3", 2025)).value == found.value(Key("ghg.scope3.c6", 2025)).value == Decimal("142.53")
    )


def test_a_source_that_is_counted_may_change_its_factor(tea, kit):
    first = changed(tea, (), adding("r22"), kit).definitions
    second = changed(first, (), replace(GRID, add=(Adding("r22", factor="gwp.ar5.r22"),)), kit)
    (one,) = counted_sources(second.definitions.catalogue, SOURCES)
    assert (one.factor, second.added) == ("gwp.ar5.r22", ())


def test_regions_are_said_for_the_company_and_for_entities(tea):
    plants = (Entity("plant", words("plant"), regions=("grid.north", "hotel.china")),)
    catalogue = replace(tea.catalogue, entities=plants)
    assert regions_of(catalogue) == {"": (), "plant": ("grid.north", "hotel.china")}
    said = regions_said(catalogue, ["grid.south", "plant=grid.east"])
    assert said == {"": ("grid.south",), "plant": ("hotel.china", "grid.east")}
    assert regions_said(catalogue, ["plant="]) == {"plant": ()}
    assert regions_said(catalogue, ["grid.south", "grid.south"]) == {"": ("grid.south",)}


@pytest.mark.parametrize("said", [["grid.north", "grid.south"], ["plant=grid.north", "plant=grid.south"]])
def test_two_regions_of_one_group_are_refused_whichever_the_place_had(tea, said):
    plants = (Entity("plant", words("plant"), regions=("grid.north",)),)
    catalogue = replace(tea.catalogue, entities=plants)
    with pytest.raises(AnnalsError) as told:
        regions_said(catalogue, said)
    assert (told.value.code, told.value.params) == (
        "definition.two_regions", {"name": "grid.south", "value": "grid.north"},
    )  # fmt: skip


def test_the_base_year_is_set_and_taken_out(tea, kit):
    made = changed(tea, (), InventoryChange(base_year=2020), kit).definitions
    assert made.catalogue.company.base_year == 2020
    assert changed(made, (), InventoryChange(), kit).definitions.catalogue.company.base_year == 2020
    assert changed(made, (), InventoryChange(base_year=0), kit).definitions.catalogue.company.base_year is None


def test_the_printed_emissions_of_2021_are_reproduced_or_the_difference_is_said(definitions, sample_snapshot, kit):
    """The report names no factors: scope 1 follows within 3 percent from the national defaults, scope 2 does not."""
    asked = adding("naturalgas", "diesel", "electricity", "heat", report="esg-2021")
    valued = {key.metric for key in sample_snapshot.points}
    made = changed(definitions, valued, asked, kit).definitions
    found = Figures(made.catalogue, sample_snapshot)
    known = {one.total.code: one for one in total_lines(found, SOURCES, 2021)}
    apart = {code: known[code].computed.value / known[code].result.value - 1 for code in ("scope1", "scope2")}
    assert known["scope1"].computed.value.quantize(Decimal("0.01")) == Decimal("1945.11")
    assert abs(apart["scope1"]) < Decimal("0.03")
    assert known["scope2"].computed.value.quantize(Decimal(1)) == 853871
    assert Decimal("-0.20") < apart["scope2"] < Decimal("-0.19")


def test_amounts_and_factors_are_said_with_unit_years_and_source(definitions, sample_snapshot):
    found = Figures(definitions.catalogue, sample_snapshot)
    heat = found.factor("emission.heat", 2021)
    assert factor_said(heat, definitions.catalogue, "en").startswith(
        "Purchased heat, default emission factor: 0.11 tCO₂e/GJ (2015–, GB/T"
    )
    assert "：0.11 吨二氧化碳当量/吉焦（2015–，GB/T" in factor_said(heat, definitions.catalogue, "zh-Hans")
    assert year_words(found.factor("grid.north", 2021)) == "2021"
    assert year_words(replace(heat, since=0, until=2020)) == "2020"
    assert year_words(replace(heat, since=0)) == ""
    assert amount_words(found.value(Key("energy.heat", 2021)), definitions.catalogue, "en") == "24,944.68 GJ"
    assert amount_words(found.value(Key("nothing", 2021)), definitions.catalogue, "en") == ""


def test_a_line_says_what_it_lacks(tea, kit):
    made = changed(tea, (), replace(adding("electricity"), regions={"": ("grid.hkelectric",)}), kit).definitions
    (line,) = lines(figures(made, energy__electricity=1000), SOURCES, 2025)
    assert (line.version, line.activity.value, line.emissions.reason) == (None, 1000, "factor")
