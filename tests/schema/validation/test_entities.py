"""Values of plants and subsidiaries: checked like the company's, and held against what is typed above them."""

from dataclasses import replace
from decimal import Decimal

import pytest

from schema.catalogue.loader import load_definitions
from schema.catalogue.placements import Placement
from schema.exchange.oldsheets.names import Names
from schema.grammar.reference import Key
from schema.validation.check import check, check_point
from schema.validation.contents import value_state
from schema.validation.named_owners import entity_place, named_owners, with_owners
from schema.validation.quoted.name_index import labels
from schema.validation.shares import asked_items
from schema.validation.speaking import Contents
from schema.values.datapoint import DataPoint, Restatement, Snapshot
from schema.values.figures import Figures
from schema.values.holders import Holders
from tests.factories import words
from tests.food_maker import PLANTS, amount, food_snapshot, typed, write_definitions
from tests.schema.validation.given import said, say_in_each_language

OUTPUT = Key("output", 2022)


@pytest.fixture(scope="module")
def food(tmp_path_factory):
    return load_definitions(write_definitions(tmp_path_factory.mktemp("food")))


@pytest.fixture
def found(food):
    def of(*more: DataPoint, snapshot: Snapshot | None = None, family: str = ""):
        held = snapshot or food_snapshot(*more)
        issues = check(food, held, Figures(food.catalogue, held))
        for issue in issues:
            say_in_each_language(issue, food.catalogue)
        return [issue for issue in issues if issue.code.startswith(family)]

    return of


def south() -> Decimal:
    return amount("output", "wuhan", 2022) + amount("output", "guangzhou", 2022)


def test_a_total_that_is_what_the_plants_give_is_no_issue_and_another_is_an_error(found):
    assert found(typed("output", 2022, "south", south()), family="total.") == []
    (issue,) = found(typed("output", 2022, "south", south() + 7), family="total.")
    assert (issue.code, issue.severity, issue.key) == ("total.differs", "error", replace(OUTPUT, entity="south"))
    assert (said(issue)["total"], said(issue)["sum"]) == (format(south() + 7, "f"), format(south(), "f"))


def test_the_company_is_held_against_its_subsidiaries_by_their_shares(found):
    north = amount("output", "harbin", 2022) + amount("output", "tianjin", 2022)
    total = north + south() * Decimal("0.6") + amount("output", "suzhou", 2022)
    assert found(typed("output", 2022, "", total), family="total.") == []
    (issue,) = found(typed("output", 2022, "", total * 2), family="total.")
    assert (issue.code, issue.key) == ("total.differs", OUTPUT)
    assert [part.entity for part in issue.facts["parts"].keys] == ["north", "south", "suzhou"]


def test_plants_that_are_not_all_there_may_only_not_exceed_the_whole(found):
    points = {key: point for key, point in food_snapshot().points.items() if key != replace(OUTPUT, entity="wuhan")}
    for value, expected in (("99999", []), ("1", ["total.part"])):
        more = typed("output", 2022, "south", value)
        held = Snapshot(points={**points, more.key: more})
        assert [issue.code for issue in found(snapshot=held, family="total.")] == expected


def test_a_slip_among_plants_is_named_where_they_count_whole_and_not_where_by_a_share(found):
    tenfold = [typed("output", 2022, plant, value) for plant, value in (("wuhan", 100), ("guangzhou", 3000))]
    issues = found(*tenfold, typed("output", 2022, "south", 400), family="total.")
    assert [issue.code for issue in issues] == ["total.partslip"]
    plants = [typed("output", 2022, plant, value) for plant, value in (("harbin", 0), ("tianjin", 0), ("suzhou", 100))]
    shared = [*plants, typed("output", 2022, "wuhan", 0), typed("output", 2022, "guangzhou", 1000)]
    assert [i.code for i in found(*shared, typed("output", 2022, "", 160), family="total.")] == ["total.differs"]


def test_one_key_says_what_all_say_of_it_and_of_those_above_it(food):
    held = food_snapshot(typed("output", 2022, "south", south() + 7))
    figures = Figures(food.catalogue, held)
    for entity in ("south", "wuhan"):
        codes = [issue.code for issue in check_point(food, figures, replace(OUTPUT, entity=entity))]
        assert "total.differs" in codes
    codes = [issue.code for issue in check_point(food, figures, replace(OUTPUT, entity="harbin"))]
    assert "total.differs" not in codes


def test_each_plants_value_is_checked_by_itself_and_over_the_years(found):
    wrong = [typed("output", 2022, "wuhan", "-1"), typed("energy.diesel", 2022, "harbin", "9000000")]
    found_at = {(issue.code, issue.key) for issue in found(*wrong)}
    assert ("value.negative", replace(OUTPUT, entity="wuhan")) in found_at
    assert any(code.startswith("change.") and key.entity == "harbin" for code, key in found_at)


def test_a_plant_that_lacks_is_asked_for_and_the_company_is_not(found):
    points = {
        key: point for key, point in food_snapshot().points.items() if key.entity != "wuhan" or key.period != 2022
    }
    lacking = [issue.key for issue in found(snapshot=Snapshot(points=points)) if issue.code == "blank"]
    assert Key("energy.electricity", 2022, "wuhan") in lacking
    assert Key("energy.electricity", 2022) not in lacking
    assert [key.entity for key in lacking if key.metric == "defects"] == ["", *sorted(PLANTS)]


def test_a_figure_that_lacks_a_plants_value_names_that_plant(found):
    points = {key: point for key, point in food_snapshot().points.items() if key != replace(OUTPUT, entity="wuhan")}
    (issue,) = (
        i
        for i in found(snapshot=Snapshot(points=points), family="figure.missing")
        if i.key == Key("energy.intensity", 2022)
    )
    assert issue.facts["inputs"] == (replace(OUTPUT, entity="wuhan"),)


def test_a_value_of_a_year_in_which_the_plant_is_not_there_is_told(found):
    (issue,) = found(typed("output", 2023, "suzhou", "5"), family="value.outside_entity")
    assert (issue.severity, issue.key) == ("doubt", Key("output", 2023, "suzhou"))


def test_a_restatement_of_a_plant_is_fine_and_one_of_an_unknown_entity_is_told(found):
    stated = [
        Restatement("food-2022", Key("output", 2022, entity), "5", "p. 1", Decimal(5), Decimal(6))
        for entity in ("wuhan", "wuhn")
    ]
    held = replace(food_snapshot(), restatements={(one.report, one.key): one for one in stated})
    (issue,) = found(snapshot=held, family="restated.")
    assert (issue.code, issue.key.entity) == ("restated.not_whole", "wuhn")


def test_a_value_of_an_unknown_entity_names_the_near_one(found):
    (issue,) = found(typed("output", 2022, "wuhn", "5"), family="value.not_whole")
    assert said(issue)["near"] == "wuhan"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{output/wuhan}", []), ("{output/south|change%}", []), ("{energy.intensity/harbin@-1}", []),
        ("{output/wuhn}", ["text.unknown_entity"]), ("{output/*}", ["text.wildcard"]),
    ],
)  # fmt: skip
def test_a_text_may_link_a_plants_number_and_an_unknown_entity_is_named_with_the_near_one(found, text, expected):
    held = replace(food_snapshot(), texts={("food-2022", "energy.body", "zh-Hans"): f"产量为{text}。"})
    issues = found(snapshot=held, family="text.")
    assert [issue.code for issue in issues] == expected
    assert all(issue.code != "text.unknown_entity" or said(issue)["near"] == "wuhan" for issue in issues)


def test_a_placement_and_a_formula_of_an_entity_that_is_gone_are_errors(food, found):
    left = tuple(one for one in food.catalogue.entities if one.code not in ("north", "harbin", "tianjin"))
    gone = replace(food, catalogue=replace(food.catalogue, entities=left))
    held = Snapshot()
    issues = [i for i in check(gone, held, Figures(gone.catalogue, held)) if i.code.endswith("not_whole")]
    assert [(i.code, said(i)["name"]) for i in issues] == [("outline.not_whole", "energy.total/north@2022")]


def test_rules_hold_at_each_plant(found):
    known = [typed("defects", 2022, plant, "101") for plant in PLANTS]
    above = [issue.key.entity for issue in found(*known, family="value.over_hundred")]
    assert sorted(above) == sorted(PLANTS)


# completeness and owners


@pytest.fixture
def contents(food):
    def of(snapshot: Snapshot) -> Contents:
        return Contents(food.outlines["food-2022"], Figures(food.catalogue, snapshot))

    return of


def test_a_metric_that_plants_are_asked_for_is_an_item_of_each_plant(contents):
    items = [item for item in contents(food_snapshot()).items if item.metric == "energy.electricity"]
    assert [item.at.entity for item in items] == [*PLANTS, *PLANTS]  # once for the company's row, once for the plants'
    assert all(item.there for item in items)
    lacking = [item.at.entity for item in contents(Snapshot()).items if item.metric == "staff"]
    assert lacking == ["harbin", "tianjin", "south"]


def test_an_entitys_department_owns_its_values_and_nobody_elses(food, contents):
    owners = {item.at: item.owner for item in asked_items(contents(food_snapshot())) if isinstance(item.at, Key)}
    assert owners[Key("output", 2022, "harbin")] == "harbin"
    assert owners[Key("output", 2022, "tianjin")] == "ehs"
    assert owners[Key("staff", 2022, "harbin")] == "harbin"
    holders = Holders(food)
    for key, owner in owners.items():
        assert holders.of(key) == {owner}, key


def test_what_a_figure_takes_is_asked_of_the_plants(contents):
    typed_for = [item.at for item in asked_items(contents(food_snapshot())) if isinstance(item.at, Key)]
    assert [key.entity for key in typed_for if key.metric == "energy.diesel"] == [*PLANTS]
    assert Key("output", 2022) not in typed_for


def test_a_department_is_named_as_owner_of_an_entity_and_taken_back(food):
    place = entity_place("wuhan")
    assert named_owners(food)[place] == ""
    other = with_owners(food, {place: "hr"})
    assert other.catalogue.entity("wuhan").department == "hr"
    assert with_owners(other, {place: ""}) == food


def test_an_omitted_plant_with_words_is_answered_and_a_sum_of_none_that_apply_is_left_out(contents):
    none = [
        DataPoint(Key("staff", 2022, entity), omission="not_applicable", footnote="停产")
        for entity in ("harbin", "tianjin", "south")
    ]
    figures = contents(Snapshot(points={point.key: point for point in none})).figures
    state = value_state(figures, Key("staff", 2022))
    assert not state.there
    assert [one.key.entity for one in state.left_out] == ["harbin", "tianjin", "south"]


def test_a_label_of_a_plants_row_is_no_name_of_the_companys_metric(food):
    (chapter,) = food.outlines["food-2022"].chapters
    row = Placement("output/wuhan", words("江城老厂"))
    blocks = (replace(chapter.blocks[1], rows=(row,)),)
    outline = replace(food.outlines["food-2022"], chapters=(replace(chapter, blocks=blocks),))
    assert list(labels([outline], "zh-Hans")) == []
    assert Names(replace(food, outlines={outline.code: outline})).near("江城老厂") == ()
