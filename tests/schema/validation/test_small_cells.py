"""Groups of few people: told where a report prints them, and where they follow from what it prints."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given as drawn
from hypothesis import strategies as st

from schema.catalogue.definitions import Total
from schema.grammar.formula import Ref
from schema.validation.check import check_point
from schema.values.figures import Figures
from tests.schema.validation.given import (
    catalogue,
    definitions,
    found,
    key,
    metric,
    number,
    point,
    points,
    said,
    snapshot,
)

GENDER = ("staff", "staff:gender=*")


def cells(data, *rows, known=None, limit=3):
    """Code → canonical cell of each such issue of one report that prints these rows."""
    whole = definitions(known or catalogue(metric()), *rows)
    outlines = {code: replace(outline, small_cells=limit) for code, outline in whole.outlines.items()}
    issues = found(replace(whole, outlines=outlines), data)
    return [
        (i.code, said(i)["value"], i.key.category or i.key.metric)
        for i in issues
        if i.key and i.code.startswith("cell.")
    ]


def omitted(where):
    return point(where, None, omission="confidential", footnote="人数过少")


def test_a_group_of_fewer_people_than_the_limit_is_told():
    assert cells(points(total="40", male="38", female="2"), *GENDER) == [("cell.small", "2", "gender=female")]
    assert cells(points(total="40", male="37", female="3"), *GENDER) == []
    assert cells(points(total="40", male="37", female="3"), *GENDER, limit=4) == [("cell.small", "3", "gender=female")]


def test_nobody_is_no_group_and_a_limit_of_nothing_asks_for_nothing():
    assert cells(points(total="40", male="40", female="0"), *GENDER) == []
    assert cells(points(total="40", male="39", female="1"), *GENDER, limit=0) == []


def test_a_small_total_is_no_cell_of_a_breakdown():
    assert cells(points(total="2"), "staff") == []


def test_a_group_that_the_report_does_not_print_is_not_told():
    assert cells(points(male="38", female="2"), "staff:gender=male") == []


def test_what_is_left_out_alone_follows_from_total_and_the_others():
    data = [*points(total="40", male="38"), omitted("staff:gender=female")]
    assert cells(data, *GENDER) == [("cell.follows", "2", "gender=female")]
    # A larger group may be worked out: that it is left out has another reason.
    data = [*points(total="40", male="30"), omitted("staff:gender=female")]
    assert cells(data, *GENDER) == []


def test_a_group_that_is_not_placed_follows_as_well():
    assert cells(points(total="40", male="38", female="2"), "staff", "staff:gender=male") == [
        ("cell.follows", "2", "gender=female")
    ]


def test_without_the_total_nothing_follows():
    data = [*points(male="38"), omitted("staff:gender=female")]
    assert cells(data, "staff:gender=*") == []


def test_fewer_than_hides_a_group_only_where_it_does_not_follow():
    masked = point("staff:gender=female", "3", qualifier="less_than")
    assert cells([*points(male="38"), masked], "staff:gender=*") == []
    assert cells([*points(total="40", male="38"), masked], *GENDER) == [("cell.follows", "2", "gender=female")]


def test_two_cells_left_out_are_told_where_they_are_few_together():
    known = catalogue(metric(crossings=(("age", "gender"), ("age",)), sum_over=("age", "gender")))
    rows = ("staff", "staff:age=young;gender=*", "staff:age=old;gender=male")
    data = [
        point("staff", "40"), point("staff:age=young;gender=male", "20"), point("staff:age=young;gender=female", "18"),
    ]  # fmt: skip
    hidden = [omitted("staff:age=old;gender=male"), omitted("staff:age=old;gender=female")]
    assert [code for code, *_ in cells([*data, *hidden], *rows, known=known)] == ["cell.follows", "cell.together"]


def test_what_follows_is_followed_through_crossings():
    """The women of one age are nowhere printed; they are what the men of that age leave of all of it."""
    rows = ("staff", "staff:gender=*", "staff:age=*", "staff:age=young;gender=male")
    data = [
        *points(total="40", male="30", female="10", young="25", old="15"),
        point("staff:age=young;gender=male", "17"),
    ]
    assert cells(data, *rows) == [("cell.follows", "2", "age=old;gender=female")]


def test_a_total_between_metrics_lets_a_part_follow():
    parts = (Ref("interns"), Ref("staff"))
    total = Total("heads", Ref("heads"), parts)
    plain = {"crossings": (), "sum_over": ()}
    known = replace(
        catalogue(metric("heads", **plain), metric("interns", **plain), metric("staff", **plain)), totals=(total,)
    )
    data = [point("heads", "40"), point("staff", "38"), omitted("interns")]
    assert cells(data, "heads", "staff", known=known) == [("cell.follows", "2", "interns")]
    loose = replace(known, totals=(replace(total, complete=False),))
    assert cells(data, "heads", "staff", known=loose) == []


def test_only_people_are_few():
    sites = number("sites", "m3", kind="integer", display="0", crossings=(("gender",),), sum_over=("gender",))
    data = [point("sites", "40"), point("sites:gender=male", "38"), point("sites:gender=female", "2")]
    assert cells(data, "sites", "sites:gender=*", known=catalogue(sites)) == []


def test_an_incomplete_breakdown_lets_nothing_follow():
    known = catalogue(metric(crossings=(("place",),), sum_over=("place",)))
    data = [point("staff", "40"), point("staff:place=north", "38"), omitted("staff:place=south")]
    assert cells(data, "staff", "staff:place=*", known=known) == []


def test_last_years_cells_were_published_then():
    data = [*points(total="40", male="30", female="10"), *points(last_total="40", last_male="38", last_female="2")]
    assert cells(data, *GENDER) == []


def test_the_form_is_told_after_the_value_that_lets_another_cell_follow():
    whole = definitions(catalogue(metric()), *GENDER)
    data = snapshot([*points(total="40", male="38"), omitted("staff:gender=female")])
    issues = check_point(whole, Figures(whole.catalogue, data), key("staff:gender=male"))
    assert [(i.code, i.key) for i in issues if i.code.startswith("cell.")] == [
        ("cell.follows", key("staff:gender=female"))
    ]


def test_the_form_is_told_what_follows_through_totals_that_tie_metrics_together():
    known = replace(
        catalogue(metric(), metric("cooks"), metric("people")),
        totals=(Total("sum", Ref("people"), (Ref("staff"), Ref("cooks"))),),
    )
    whole = definitions(known, "people", "cooks", *GENDER)
    data = [
        point("people", "100"),
        point("cooks", "60"),
        point("staff:gender=male", "38"),
        omitted("staff:gender=female"),
    ]
    issues = check_point(whole, Figures(known, snapshot(data)), key("staff:gender=male"))
    assert [(i.code, i.key) for i in issues if i.code.startswith("cell.")] == [
        ("cell.follows", key("staff:gender=female"))
    ]


@drawn(st.lists(st.integers(0, 6), min_size=4, max_size=4), st.sets(st.integers(0, 3)))
def test_whatever_is_told_to_follow_is_the_true_number_of_people(counts, hidden):
    known = catalogue(metric())
    places = ["age=young;gender=male", "age=young;gender=female", "age=old;gender=male", "age=old;gender=female"]
    data = [point("staff", str(sum(counts)))]
    for number_of, (place, count) in enumerate(zip(places, counts, strict=True)):
        where = f"staff:{place}"
        data.append(omitted(where) if number_of in hidden else point(where, str(count)))
    told = [entry for entry in cells(data, "staff", "staff:age=*;gender=*", known=known) if entry[0] == "cell.follows"]
    true = {key(f"staff:{place}").category: Decimal(count) for place, count in zip(places, counts, strict=True)}
    for _, value, category in told:
        if category in true:
            assert true[category] == Decimal(value)
            assert 0 < true[category] < 3
    if len(hidden) == 1 and 0 < counts[min(hidden)] < 3:
        assert [category for *_, category in told if category in true]
