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
    assert codes(definitions(NEEDED, "staff"), [point("staff", None, omission="legal", note="保密法")]) == []
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
    assert codes(definitions(known, "head"), [point("staff", "3"), point("gas", "4")]) == []


def test_a_figure_whose_inputs_are_left_out_with_a_reason_is_explained():
    known = catalogue(number(), number("twice", formula="[gas] + [gas]"))
    assert codes(definitions(known, "twice"), [point("gas", None, omission="unavailable", note="未装表")]) == []


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
