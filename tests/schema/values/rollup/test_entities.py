"""What the company and its subsidiaries have, where the plants report: against sums made here, by hand."""

from decimal import Decimal

import pytest

from schema.catalogue.loader import load_definitions
from schema.grammar.reference import Key
from schema.validation.blanks import missing_leaves
from schema.values.datapoint import DataPoint, Snapshot
from schema.values.figures import Figures
from schema.values.intervals import by_the_letter
from tests.food_maker import PLANTS, amount, food_snapshot, plants_of, typed, write_definitions


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory):
    return load_definitions(write_definitions(tmp_path_factory.mktemp("food"))).catalogue


@pytest.fixture
def figures(catalogue):
    def of(*more: DataPoint, without: tuple[Key, ...] = ()) -> Figures:
        held = food_snapshot(*more).points
        return Figures(catalogue, Snapshot(points={key: point for key, point in held.items() if key not in without}))

    return of


def by_hand(metric: str, year: int, entity: str = "") -> Decimal:
    """The independent sum: plants one by one, those of South Foods by 60 percent where the company sums."""
    own = {"north": ("harbin", "tianjin"), "south": ("wuhan", "guangzhou"), "": PLANTS}[entity]
    total = Decimal(0)
    for plant in own:
        if plant in plants_of(year):
            share = Decimal("0.6") if entity == "" and plant in ("wuhan", "guangzhou") else Decimal(1)
            total += amount(metric, plant, year) * share
    return total


@pytest.mark.parametrize("year", [2020, 2021, 2022])
@pytest.mark.parametrize("entity", ["", "north", "south"])
@pytest.mark.parametrize("metric", ["energy.electricity", "output"])
def test_each_level_is_the_sum_of_the_plants_below_it(figures, metric, entity, year):
    result = figures().value(Key(metric, year, entity))
    assert (result.kind, result.value) == ("figure", by_hand(metric, year, entity))


@pytest.mark.parametrize("entity", ["", "north", "south", "harbin"])
def test_figures_are_computed_from_what_is_rolled_up_at_each_level(figures, entity):
    def of(metric):
        return amount(metric, entity, 2022) if entity == "harbin" else by_hand(metric, 2022, entity)

    energy = (of("energy.electricity") + of("energy.diesel") * 10) / 1000
    assert figures().value(Key("energy.total", 2022, entity)).value == energy
    intensity = figures().value(Key("energy.intensity", 2022, entity)).value
    assert abs(intensity - energy / of("output")) < Decimal("1e-25")


def test_a_star_stands_for_each_plant_of_the_year_below_where_the_figure_is(figures):
    for entity, plants in (("", PLANTS), ("north", ("harbin", "tianjin")), ("wuhan", ("wuhan",))):
        largest = max(amount("energy.electricity", plant, 2022) for plant in plants)
        assert figures().value(Key("energy.largest", 2022, entity)).value == largest
    plants = figures().members(Key("energy.electricity", 2020, "*"))
    assert [key.entity for key in plants] == ["harbin", "tianjin", "wuhan", "suzhou"]


def test_a_plant_that_does_not_belong_to_the_year_is_no_part(figures):
    early = typed("energy.electricity", 2020, "guangzhou", "999999")
    assert figures(early).value(Key("energy.electricity", 2020)).value == by_hand("energy.electricity", 2020)
    late = [typed("output", 2023, plant, "1") for plant in PLANTS]
    assert figures(*late).value(Key("output", 2023)).value == Decimal("3.2")  # Suzhou is closed


def test_a_plant_that_lacks_makes_the_levels_above_it_lack_and_names_it(figures):
    gone = Key("output", 2022, "wuhan")
    known = figures(without=(gone,))
    south, whole, north = (known.value(Key("output", 2022, entity)) for entity in ("south", "", "north"))
    assert (south.value, south.kind, south.missing) == (None, "missing", (gone,))
    assert whole.missing == (Key("output", 2022, "south"),)
    assert north.value == by_hand("output", 2022, "north")
    assert known.value(Key("energy.intensity", 2022)).value is None


def test_what_is_asked_of_plants_that_all_lack_it_names_them_and_what_is_not_asked_lacks_nothing(figures, catalogue):
    nothing = Figures(catalogue, Snapshot())
    assert [key.entity for key in nothing.value(Key("output", 2022)).missing] == ["north", "south", "suzhou"]
    assert nothing.value(Key("revenue", 2022)).missing == ()


def test_a_plant_to_which_it_does_not_apply_counts_as_absent(figures):
    none = DataPoint(Key("output", 2022, "wuhan"), omission="not_applicable", footnote="停产")
    other = amount("output", "guangzhou", 2022)
    assert figures(none).value(Key("output", 2022, "south")).value == other
    both = (none, DataPoint(Key("output", 2022, "guangzhou"), omission="not_applicable", footnote="停产"))
    south = figures(*both).value(Key("output", 2022, "south"))
    assert (south.kind, south.omission) == ("omission", "not_applicable")
    assert figures(*both).value(Key("output", 2022)).value == by_hand("output", 2022, "north") + amount(
        "output", "suzhou", 2022
    )


def test_a_plant_that_did_not_collect_makes_the_sum_lack(figures):
    unknown = DataPoint(Key("output", 2022, "wuhan"), omission="not_collected", footnote="电表损坏")
    assert figures(unknown).value(Key("output", 2022)).kind == "missing"


def test_what_is_typed_of_the_company_goes_before_what_follows(figures):
    assert figures(typed("output", 2022, "", "5")).value(Key("output", 2022)).kind == "entered"
    held = figures(typed("output", 2022, "south", "50"))
    rest = by_hand("output", 2022, "north") + amount("output", "suzhou", 2022)
    assert held.value(Key("output", 2022)).value == rest + 30


def test_each_category_and_their_sum_roll_up_where_only_the_categories_are_reported(figures):
    men, women = (
        amount(gender, "harbin", 2022).to_integral_value()
        + amount(gender, "tianjin", 2022).to_integral_value()
        + amount(gender, "south", 2022).to_integral_value() * Decimal("0.6")
        for gender in ("male", "female")
    )
    assert figures().value(Key("staff", 2022, category="gender=male")).value == men
    assert figures().value(Key("staff", 2022)).value == men + women


def test_a_list_of_entities_asks_those_alone(figures):
    keys = figures().members(Key("staff", 2022, "*", "gender=*"))
    assert [(key.entity, key.category[7:]) for key in keys] == [
        (entity, gender) for entity in ("harbin", "tianjin", "south") for gender in ("male", "female")
    ]


def test_percentages_are_kept_of_each_plant_and_add_up_to_nothing(figures):
    known = figures(*(typed("defects", 2022, plant, "2.5") for plant in PLANTS))
    assert known.value(Key("defects", 2022, "wuhan")).value == Decimal("2.5")
    assert known.value(Key("defects", 2022)).kind == "missing"


def test_a_qualified_plant_makes_the_sum_qualified_and_its_interval_counts_by_the_share(figures):
    over = DataPoint(Key("output", 2022, "wuhan"), Decimal(100), "over", typed="over 100")
    whole = figures(over).value(Key("output", 2022))
    rest = by_hand("output", 2022) - amount("output", "wuhan", 2022) * Decimal("0.6")
    assert (whole.value, whole.qualifier) == (rest + 60, "over")
    interval = figures(over).interval(whole.key, lambda leaf: by_the_letter(leaf.value, leaf.qualifier))
    assert interval.low == rest + 60


def test_a_value_that_is_withheld_is_missed_above_it(catalogue):
    gone = Key("output", 2022, "wuhan")
    known = Figures(catalogue, food_snapshot(), withheld=(gone,))
    assert known.value(Key("output", 2022, "south")).missing == (gone,)


def test_the_leaves_of_a_figure_are_the_plants_values(figures):
    known = figures()
    leaves = known.leaves(known.value(Key("energy.intensity", 2022)))
    assert Key("energy.diesel", 2022, "guangzhou") in leaves
    assert len(leaves) == 15


# both axes: entities, and parts of a year


def months(metric: str, plant: str):
    for month in range(1, 13):
        value = amount(metric, plant, 2022) + month
        yield DataPoint(Key(metric, 2022, plant, "", f"m{month:02}"), value, typed=str(value))


def monthly(*plants: str) -> dict[Key, DataPoint]:
    return {point.key: point for plant in plants for point in months("output", plant)}


def test_plants_that_report_by_month_give_each_month_quarter_and_year_of_the_company(catalogue):
    known = Figures(catalogue, Snapshot(points=monthly(*PLANTS)))
    weights = {plant: Decimal("0.6") if plant in ("wuhan", "guangzhou") else Decimal(1) for plant in PLANTS}

    def of_months(first: int, last: int) -> Decimal:
        return sum(
            ((amount("output", plant, 2022) + month) * weight for plant, weight in weights.items()
             for month in range(first, last + 1)), Decimal(0),
        )  # fmt: skip

    for span, first, last in (("", 1, 12), ("h2", 7, 12), ("q1", 1, 3), ("m05", 5, 5)):
        assert known.value(Key("output", 2022, "", "", span)).value == of_months(first, last), span


def test_plants_may_report_by_month_and_by_year_beside_each_other_and_a_month_that_lacks_is_named(catalogue):
    points = {**food_snapshot().points, **monthly("wuhan")}
    del points[Key("output", 2022, "wuhan")]
    year = sum(amount("output", "wuhan", 2022) + month for month in range(1, 13))
    rest = by_hand("output", 2022) - amount("output", "wuhan", 2022) * Decimal("0.6")
    assert Figures(catalogue, Snapshot(points=points)).value(Key("output", 2022)).value == rest + year * Decimal("0.6")
    gone = Key("output", 2022, "wuhan", "", "m07")
    del points[gone]
    known = Figures(catalogue, Snapshot(points=points))
    assert missing_leaves(known.value(Key("output", 2022)), known) == (gone,)
