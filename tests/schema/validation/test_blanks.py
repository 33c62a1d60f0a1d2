"""What a report asks for and does not have."""

from schema.catalogue.outline import CalloutBlock, Outline, Placement, Section
from schema.validation.blanks import check_blanks
from schema.validation.check import check_point
from schema.values.figures import Figures
from tests.factories import words
from tests.schema.validation.given import (
    YEAR,
    catalogue,
    codes,
    definitions,
    found,
    key,
    metric,
    number,
    point,
    points,
    said,
    shown,
    snapshot,
)

STAFF = catalogue(metric())
NEEDED = catalogue(metric(required=True))


def test_a_blank_required_metric_of_the_reports_year_is_an_error():
    (issue,) = found(definitions(NEEDED, "staff"), [])
    assert (issue.code, issue.severity, issue.key) == ("missing", "error", key("staff"))


def test_another_placed_metric_left_blank_is_a_doubt():
    (issue,) = found(definitions(STAFF, "staff"), [])
    assert (issue.code, issue.severity) == ("blank", "doubt")


def test_a_metric_that_no_report_places_may_be_blank():
    assert codes(definitions(NEEDED), []) == []


def test_a_value_an_omission_or_a_sum_of_parts_is_no_blank():
    assert codes(definitions(NEEDED, "staff"), [point("staff", "3")]) == []
    assert codes(definitions(NEEDED, "staff"), [point("staff", None, omission="legal", footnote="保密法")]) == []
    assert codes(definitions(NEEDED, "staff"), points(male="2", female="1")) == []


def test_last_years_value_does_not_fill_this_years_blank():
    assert codes(definitions(NEEDED, "staff"), [point("staff@2021", "3")]) == ["missing"]


def test_a_breakdown_wholly_blank_is_told_once():
    assert codes(definitions(STAFF, "staff:gender=*"), [point("staff", "3")]) == ["blank.breakdown"]
    assert codes(definitions(STAFF, "staff:gender=*", "staff"), []) == ["blank"]


def test_a_required_metric_placed_only_by_its_breakdown_is_required():
    assert codes(definitions(NEEDED, "staff:gender=*"), []) == ["missing"]


def test_a_single_blank_member_is_named():
    (issue,) = found(definitions(STAFF, "staff:gender=*"), points(male="3"))
    assert (issue.code, issue.key) == ("blank", key("staff:gender=female"))


def test_a_breakdown_that_need_not_cover_the_whole_asks_for_no_single_member():
    floods = catalogue(number("flood", crossings=(("place",),), sum_over=("place",)))
    assert codes(definitions(floods, "flood:place=*"), [point("flood:place=north", "3")]) == []


def test_a_figure_names_the_entered_inputs_that_it_lacks():
    known = catalogue(
        number(), metric(), number("twice", formula="[gas] + [gas]"), number("head", formula="[twice] / [staff]")
    )
    (issue,) = found(definitions(known, "head"), [point("staff", "3")])
    assert (issue.code, issue.severity, shown(issue, "inputs")) == ("figure.missing", "doubt", "gas@2022")
    assert codes(definitions(known, "head"), [point("staff", "3"), point("gas", "4.00")]) == []


def test_a_figure_whose_inputs_are_left_out_with_a_reason_is_explained():
    known = catalogue(number(), number("twice", formula="[gas] + [gas]"))
    assert codes(definitions(known, "twice"), [point("gas", None, omission="unavailable", footnote="未装表")]) == []


def test_a_figure_that_would_divide_by_zero_is_told():
    known = catalogue(number(), metric(), number("head", formula="[gas] / [staff]"))
    assert codes(definitions(known, "head"), [point("staff", "0"), point("gas", "4")]) == ["figure.zero"]


def test_the_form_hears_of_a_blank_only_where_the_report_asks():
    whole, figures = definitions(STAFF, "staff:gender=*"), Figures(STAFF, snapshot([]))
    assert [issue.code for issue in check_point(whole, figures, key("staff:gender=male"))] == ["blank"]
    assert check_point(whole, figures, key("staff:age=young")) == ()
    assert check_point(whole, figures, key("staff@2021:gender=male")) == ()


def test_last_years_reference_asks_for_last_years_value():
    (issue,) = found(definitions(STAFF, "staff@-1"), [])
    assert issue.key == key("staff@2021")


def test_a_number_of_a_record_that_is_placed_and_not_there_is_said():
    callout = CalloutBlock("c", (Placement("record/award/first.people"),))
    outline = Outline("report", YEAR, "zh-Hans", words("报告"), (Section("s", 1, words("第一章"), (callout,)),))
    (issue,) = check_blanks(outline, Figures(catalogue(), snapshot([])))
    assert (issue.code, shown(issue, "written")) == ("blank.record", "record/award/first.people")


def test_a_required_metric_that_is_asked_in_whole_and_in_parts_is_told_once():
    assert codes(definitions(NEEDED, "staff:gender=*", "staff:age=*", "staff"), []) == ["missing"]
    assert codes(definitions(STAFF, "staff:gender=*", "staff:age=*"), []) == ["blank.breakdown"]


def test_a_blank_breakdown_is_told_at_the_whole_with_its_axes():
    (issue,) = found(definitions(STAFF, "staff:age=*;gender=*"), [])
    assert (issue.severity, issue.key, said(issue)) == ("doubt", key("staff"), {"axes": "age gender"})


def test_a_breakdown_that_does_not_make_up_a_required_whole_is_only_doubted():
    ages = catalogue(metric(required=True, sum_over=("age",)))
    assert codes(definitions(ages, "staff:gender=*"), []) == ["blank.breakdown", "total.unchecked"]
    assert codes(definitions(NEEDED, "staff:gender=*"), [point("staff", "3")]) == ["blank.breakdown"]


def test_a_required_metric_asks_for_its_members_mildly():
    (issue,) = found(definitions(NEEDED, "staff:gender=male"), [])
    assert (issue.code, issue.severity, issue.key) == ("blank", "doubt", key("staff:gender=male"))


def test_a_breakdown_of_a_figure_names_what_its_first_member_lacks():
    twice = metric("twice", formula="[staff] + [staff]")
    issues = found(definitions(catalogue(metric(), twice), "twice:gender=*"), [])
    assert [(i.code, i.key, shown(i, "inputs")) for i in issues] == [
        ("figure.missing", key("twice"), "staff@2022:gender=male")
    ]


def test_a_figure_counts_the_inputs_that_it_lacks():
    known = catalogue(number(), metric(), number("head", formula="[gas] / [staff]"))
    (issue,) = found(definitions(known, "head"), [])
    assert (shown(issue, "inputs"), shown(issue, "count")) == ("gas@2022 staff@2022", "2")
    partly = [point("gas", None, omission="unavailable", footnote="未装表")]
    (issue,) = found(definitions(known, "head"), partly)
    assert (shown(issue, "inputs"), shown(issue, "count")) == ("staff@2022", "1")


def test_two_figures_that_lack_the_same_are_each_told_and_one_figure_once():
    known = catalogue(number(), number("twice", formula="[gas] * 2"), number("thrice", formula="[gas] * 3"))
    issues = found(definitions(known, "twice", "thrice", "twice@-0"), [])
    assert [issue.key for issue in issues if issue.code == "figure.missing"] == [key("twice"), key("thrice")]


def test_a_figure_over_zero_is_a_doubt_at_its_key():
    known = catalogue(number(), metric(), number("head", formula="[gas] / [staff]"))
    (issue,) = found(definitions(known, "head"), [point("staff", "0"), point("gas", "4")])
    assert (issue.severity, issue.key, said(issue)) == ("doubt", key("head"), {})


def test_the_form_hears_of_this_year_and_last_year_where_the_report_asks():
    whole, figures = definitions(STAFF, "staff", "staff@-1", "staff@-2"), Figures(STAFF, snapshot([]))
    told = {year: [i.code for i in check_point(whole, figures, key(f"staff@{year}"))] for year in range(2019, 2024)}
    assert told == {2019: [], 2020: [], 2021: ["blank"], 2022: ["blank"], 2023: []}
