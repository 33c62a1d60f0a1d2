"""Parts and their total."""

from dataclasses import replace
from decimal import Decimal

from schema.catalogue.definitions import Breakdown, Category
from tests.factories import words
from tests.schema.validation.given import catalogue, codes, found, key, metric, number, point, points, said, shown

STAFF = catalogue(metric())


def with_gender(unit_metric, total, male, female, **fields):
    code = unit_metric.code
    return [point(code, total), point(f"{code}:gender=male", male, **fields), point(f"{code}:gender=female", female)]


def test_parts_that_make_the_total_are_fine():
    assert codes(STAFF, points(total="30", male="17", female="13", young="20", old="10")) == []


def test_parts_that_miss_the_total_by_one_are_an_error_for_counts():
    issue = found(STAFF, points(total="31", male="17", female="13"))[0]
    assert (issue.code, issue.severity, issue.key) == ("total.differs", "error", key("staff"))
    assert (shown(issue, "sum"), shown(issue, "difference"), shown(issue, "parts")) == ("30", "1", "gender")


def test_each_crossing_is_compared_with_the_total():
    issues = found(STAFF, points(total="30", male="17", female="13", young="20", old="15"))
    assert [(i.code, shown(i, "parts")) for i in issues] == [("total.differs", "age")]


def test_measured_parts_may_miss_the_total_by_half_a_displayed_step_each():
    gas = number(crossings=(("gender",),))
    assert codes(catalogue(gas), with_gender(gas, "30.01", "17.00", "13.00")) == []
    assert codes(catalogue(gas), with_gender(gas, "30.02", "17.00", "13.00")) == ["total.differs"]


def test_counts_rounded_to_the_displayed_ten_thousand_may_miss_by_half_of_it_each():
    users = metric(display="万 0")
    assert codes(catalogue(users), with_gender(users, "310000", "170000", "130000")) == []
    assert codes(catalogue(users), with_gender(users, "310001", "170000", "130000")) == ["total.differs"]


def test_a_metric_that_does_not_sum_is_not_compared():
    assert codes(catalogue(metric(sum_over=())), points(total="30", male="40", female="50")) == []


def test_a_finer_crossing_is_compared_with_the_coarser_one():
    data = [
        point("staff:gender=male", "17"),
        point("staff:age=young;gender=male", "10"),
        point("staff:age=old;gender=male", "8"),
    ]
    issue = found(STAFF, data)[0]
    assert (issue.code, issue.key) == ("total.differs", key("staff:gender=male"))


def test_two_crossings_that_disagree_are_an_error_even_without_a_typed_total():
    issue = found(STAFF, points(male="17", female="13", young="20", old="11"))[0]
    assert (issue.code, shown(issue, "sum"), shown(issue, "othersum")) == ("total.crossings", "30", "31")


def test_of_several_crossings_the_odd_one_is_told_once():
    places = replace(metric(), crossings=(("gender",), ("age",), ("level",)), sum_over=("gender", "age", "level"))
    levels = Breakdown("level", words("层级"), (Category("lead", words("管理层")), Category("staff", words("员工"))))
    known = replace(catalogue(places), breakdowns={**catalogue().breakdowns, "level": levels})
    data = [*points(male="18", female="13", young="20", old="10"), point("staff:level=lead", "4")]
    (issue,) = found(known, [*data, point("staff:level=staff", "26")])
    assert (issue.code, shown(issue, "axes"), shown(issue, "otheraxes")) == ("total.crossings", "age", "gender")


def test_two_crossings_that_agree_are_fine():
    assert codes(STAFF, points(male="17", female="13", young="20", old="10")) == []


def test_a_part_that_does_not_apply_counts_as_absent():
    data = [
        *points(total="17", male="17"),
        point("staff:gender=female", None, omission="not_applicable", footnote="无"),
    ]
    assert codes(STAFF, data) == []


def test_a_missing_part_leaves_the_sum_open():
    assert codes(STAFF, points(total="30", male="17")) == []
    data = [*points(total="30", male="17"), point("staff:gender=female", None, omission="unavailable", footnote="无")]
    assert codes(STAFF, data) == []


def test_known_parts_that_already_exceed_the_total_are_an_error():
    ages = replace(metric(), crossings=(("age", "gender"),))
    data = [point("staff", "30"), point("staff:age=old;gender=male", "20"), point("staff:age=young;gender=male", "11")]
    assert codes(catalogue(ages), data) == ["total.exceeded"]


def test_a_part_of_zero_does_not_hide_the_excess_but_a_negative_one_leaves_it_open():
    parts = ["staff:age=old;gender=male", "staff:age=young;gender=male", "staff:age=old;gender=female"]
    ages = catalogue(replace(metric(), crossings=(("age", "gender"),)))
    for third, expected in (("0", ["total.exceeded"]), ("-1", ["value.negative"])):
        data = [point("staff", "30"), *map(point, parts, ("20", "13", third))]
        assert codes(ages, data) == expected


def test_parts_of_over_so_much_exceed_a_total_that_they_touch():
    floods = catalogue(number("flood", crossings=(("place",),), sum_over=("place",)))
    data = [point("flood", "10"), point("flood:place=north", "10", qualifier="over")]
    assert codes(floods, data) == ["total.rounding"]
    assert codes(STAFF, [point("staff", "30"), point("staff:gender=male", "30", qualifier="over")]) == ["total.part"]


def test_one_part_greater_than_the_total_is_named_itself():
    issue = found(STAFF, points(total="30", male="31"))[0]
    assert (issue.code, issue.key) == ("total.part", key("staff:gender=male"))


def test_parts_that_need_not_cover_the_whole_may_be_less_but_not_more():
    floods = number("flood", crossings=(("place",),), sum_over=("place",))
    less = [point("flood", "10"), point("flood:place=north", "3"), point("flood:place=south", "4")]
    more = [point("flood", "10.0"), point("flood:place=north", "7.0"), point("flood:place=south", "4.0")]
    assert codes(catalogue(floods), less) == []
    assert codes(catalogue(floods), more) == ["total.exceeded"]


def test_a_part_of_over_seventeen_makes_the_sum_a_lower_bound():
    assert codes(STAFF, with_gender(metric(), "40", "17", "13", qualifier="over")) == []
    assert codes(STAFF, with_gender(metric(), "29", "17", "13", qualifier="over")) == ["total.differs"]


def test_a_part_of_nearly_seventeen_makes_the_sum_an_upper_bound():
    assert codes(STAFF, with_gender(metric(), "29", "17", "13", qualifier="nearly")) == []
    assert codes(STAFF, with_gender(metric(), "31", "17", "13", qualifier="nearly")) == ["total.differs"]


def test_a_total_ten_times_its_parts_is_named_as_a_slip():
    issue = found(STAFF, points(total="30000", male="1700", female="1300"))[0]
    assert (issue.code, shown(issue, "slip")) == ("total.slip", "slip.times.10")


def test_a_total_with_exchanged_digits_is_named_as_a_slip():
    issue = found(STAFF, points(total="3207", male="1700", female="1570"))[0]
    assert (issue.code, shown(issue, "slip")) == ("total.slip", "slip.digits")


def test_the_part_that_would_mend_the_sum_is_named():
    issue = found(STAFF, points(total="3000", male="17000", female="1300"))[0]
    assert (issue.code, shown(issue, "part")) == ("total.partslip", "staff@2022:gender=male")
    assert (shown(issue, "slip"), shown(issue, "needed")) == ("slip.times.10", "1700")


def test_the_displayed_step_decides_the_tolerance():
    coarse = number(crossings=(("gender",),), display="0")
    assert codes(catalogue(coarse), with_gender(coarse, "31", "17", "13")) == []
    fine = replace(coarse, display="0.0", minimum=Decimal(0))
    assert codes(catalogue(fine), with_gender(fine, "31.0", "17.0", "13.0")) == ["total.differs"]


def test_a_difference_is_told_with_both_sides_and_its_sign():
    (issue,) = found(STAFF, points(total="29", male="17", female="13"))
    assert said(issue) == {"total": "29", "sum": "30", "parts": "gender", "difference": "-1"}


def test_an_excess_is_told_with_both_sides():
    ages = replace(metric(), crossings=(("age", "gender"),))
    data = [point("staff", "30"), point("staff:age=old;gender=male", "20"), point("staff:age=young;gender=male", "11")]
    (issue,) = found(catalogue(ages), data)
    assert (issue.severity, issue.key) == ("error", key("staff"))
    assert said(issue) == {"total": "30", "sum": "31", "parts": "age gender", "difference": "-1"}


def test_some_parts_may_already_make_the_whole_total():
    assert codes(STAFF, points(total="30", male="30")) == []


def test_a_part_greater_than_the_total_is_told_with_both_values():
    (issue,) = found(STAFF, points(total="30", male="31"))
    assert (issue.severity, said(issue)) == ("error", {"value": "31", "total": "30"})


def test_a_slipped_total_and_a_slipped_part_keep_what_a_difference_says():
    slip = found(STAFF, points(total="30000", male="1700", female="1300"))[0]
    assert (shown(slip, "total"), shown(slip, "sum"), shown(slip, "difference")) == ("30000", "3000", "27000")
    part = found(STAFF, points(total="3000", male="17000", female="1300"))[0]
    assert (shown(part, "sum"), shown(part, "difference"), shown(part, "value")) == ("18300", "-15300", "17000")


def test_two_crossings_that_disagree_are_told_with_the_axes_of_each():
    (issue,) = found(STAFF, points(male="17", female="13", young="20", old="11"))
    assert (issue.severity, issue.key) == ("error", key("staff"))
    assert (shown(issue, "axes"), shown(issue, "otheraxes")) == ("gender", "age")


def test_the_one_part_that_would_make_two_crossings_agree_is_named():
    parts = {"gender=male": "12", "gender=female": "180", "age=young": "10", "age=old": "20"}
    data = [point(f"staff:{category}", value) for category, value in parts.items()]
    (issue,) = found(catalogue(replace(metric(), crossings=(("gender",), ("age",)), sum_over=("gender", "age"))), data)
    assert (issue.code, shown(issue, "part"), shown(issue, "slip")) == (
        "total.crosspart", "staff@2022:gender=female", "slip.times.10",
    )  # fmt: skip
    assert shown(issue, "needed") == "18"


def test_crossings_may_disagree_by_their_rounding_without_a_typed_total():
    gas = number(crossings=(("gender",), ("age",)))
    near = [point("gas:gender=male", "17.00"), point("gas:gender=female", "13.00"),
            point("gas:age=young", "20.00"), point("gas:age=old", "10.02")]  # fmt: skip
    assert codes(catalogue(gas), near) == []
    assert codes(catalogue(gas), [*near[:3], point("gas:age=old", "10.03")]) == ["total.crossings"]


def test_a_crossing_with_a_missing_part_is_held_against_no_other():
    assert codes(STAFF, points(male="17", female="13", young="40")) == []


def test_every_year_is_added_up_by_itself():
    data = [*points(last_total="30", last_male="17", last_female="14"), *points(total="30", male="17", female="13")]
    issues = [issue for issue in found(STAFF, data) if issue.code.startswith("total.")]
    assert [(issue.code, issue.key) for issue in issues] == [("total.differs", key("staff@2021"))]


def test_counts_shown_by_ten_thousands_are_exact_where_one_was_typed_to_the_unit():
    users = metric(display="万 0")
    assert codes(catalogue(users), with_gender(users, "310000", "170001", "130000")) == ["total.differs"]
