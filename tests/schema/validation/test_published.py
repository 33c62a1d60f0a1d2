"""What reports printed against what is true now."""

import pytest

from tests.schema.validation.given import (
    catalogue,
    codes,
    found,
    key,
    metric,
    number,
    point,
    points,
    printed,
    said,
    shown,
)

GAS = catalogue(number())
STAFF = catalogue(metric())


@pytest.mark.parametrize("truth", ["12.34", "12.335", "12.3449"])
def test_a_value_that_rounds_to_the_printed_one_fits(truth):
    assert codes(GAS, [point("gas", truth)], [printed("gas", "12.34", "0.01")]) == []


@pytest.mark.parametrize("truth", ["12.346", "12.35", "12.33"])
def test_a_difference_in_the_last_printed_digit_is_told_as_rounding(truth):
    assert codes(GAS, [point("gas", truth)], [printed("gas", "12.34", "0.01")]) == ["contradiction.rounding"]


def test_a_count_printed_to_the_last_one_is_never_a_matter_of_rounding():
    assert codes(STAFF, [point("staff", "28099")], [printed("staff", "28098")]) == ["contradiction.differs"]
    assert codes(STAFF, [point("staff", "28099")], [printed("staff", "28090", "10")]) == ["contradiction.rounding"]


def test_the_place_of_the_print_is_not_named_twice():
    (issue,) = found(GAS, [point("gas", "15.2", source="report p. 5")], [printed("gas", "12.34", "0.01")])
    assert shown(issue, "source") == ""


def test_a_figure_that_only_follows_a_differing_input_is_not_told():
    known = catalogue(number(), number("twice", formula="[gas] + [gas]"))
    evidence = [printed("gas", "12.34", "0.01"), printed("twice", "24.68", "0.01")]
    (issue,) = found(known, [point("gas", "15.2")], evidence)
    assert issue.key == key("gas")


def test_a_figure_whose_input_fits_by_its_qualifier_is_told_itself():
    known = catalogue(number(), number("twice", formula="[gas] + [gas]"))
    evidence = [printed("gas", "12.34", "0.01"), printed("twice", "23.5", "0.01")]
    issues = found(known, [point("gas", "12", qualifier="over")], evidence)
    assert [(i.code, i.key) for i in issues if i.code.startswith("contradiction.")] == [
        ("contradiction.figure", key("twice"))
    ]


def test_a_greater_difference_names_both_places():
    data = [point("gas", "15.2", source="账单")]
    (issue,) = found(GAS, data, [printed("gas", "12.34", "0.01")])
    assert (issue.code, issue.severity) == ("contradiction.differs", "doubt")
    assert (issue.facts["printed"].page, shown(issue, "source"), shown(issue, "difference")) == ("p. 5", "账单", "2.86")


def test_a_figure_that_does_not_give_the_printed_value_says_so():
    known = catalogue(number(), number("twice", formula="[gas] + [gas]"))
    (issue,) = found(known, [point("gas", "15.2")], [printed("twice", "12.34", "0.01")])
    assert (issue.code, issue.key, shown(issue, "source")) == ("contradiction.figure", key("twice"), "")


def test_a_figure_whose_inputs_were_rounded_in_print_names_them():
    known = catalogue(metric(), number(), number("head", formula="[gas] / [staff]"))
    data = [point("staff", "30359"), point("gas", "7300000")]
    evidence = [printed("gas", "7300000", "100000"), printed("staff", "30359"), printed("head", "239.13", "0.01")]
    (issue,) = found(known, data, evidence)
    assert (issue.code, shown(issue, "inputs")) == ("published.inputs", "gas@2022")
    evidence[0] = printed("gas", "7300000", "1000")
    assert codes(known, data, evidence) == ["contradiction.figure"]


@pytest.mark.parametrize(
    ("truth", "slip"), [("123.4", "slip.times.10"), ("123400", "slip.times.10000"), ("21.34", "slip.digits")]
)
def test_a_usual_slip_against_the_printed_value_is_named(truth, slip):
    (issue,) = found(catalogue(number("gas", "cny")), [point("gas", truth)], [printed("gas", "12.34", "0.01")])
    assert (issue.code, shown(issue, "slip")) == ("contradiction.slip", slip)


@pytest.mark.parametrize("unsorted", [True, False])
def test_no_note_closes_a_contradiction(unsorted):
    evidence = [printed("gas", "12.34", "0.01")]
    told = codes(GAS, [point("gas", "15.2", note="重述", unsorted=unsorted)], evidence)
    assert "contradiction.differs" in told


@pytest.mark.parametrize(
    ("qualifier", "fitting", "wrong"),
    [
        ("over", "7580", "7400"),
        ("at_least", "7570", "7400"),
        ("some_more", "7573", "7400"),
        ("nearly", "7500", "7600"),
        ("about", "7700", "9000"),
    ],
)
def test_a_printed_qualifier_is_taken_at_its_word(qualifier, fitting, wrong):
    evidence = [printed("staff", "7570", "10", qualifier=qualifier)]
    assert codes(STAFF, [point("staff", fitting)], evidence) == []
    assert codes(STAFF, [point("staff", wrong)], evidence) == ["contradiction.differs"]


def test_over_a_number_is_no_licence_for_ten_times_as_much():
    evidence = [printed("staff", "7570", "10", qualifier="over")]
    assert codes(STAFF, [point("staff", "75700")], evidence) == ["contradiction.slip"]


@pytest.mark.parametrize("qualifier", ["over", "nearly", "some_more"])
def test_the_same_number_said_differently_is_told(qualifier):
    evidence = [printed("staff", "400", "1", qualifier=qualifier)]
    assert codes(STAFF, [point("staff", "400")], evidence) == ["contradiction.qualifier"]
    assert codes(STAFF, [point("staff", "400", qualifier=qualifier)], evidence) == []


def test_two_reports_that_differ_are_a_restatement_with_both_places():
    evidence = [printed("staff", "5444", report="old"), printed("staff", "5292", report="new", place="p. 11")]
    (issue,) = found(STAFF, [point("staff", "5292")], evidence)
    assert (issue.code, shown(issue, "report"), shown(issue, "otherreport")) == (
        "contradiction.reprinted",
        "old",
        "new",
    )
    assert (shown(issue, "printed"), shown(issue, "otherprinted")) == ("old p. 5", "new p. 11")


def test_two_reports_that_agree_at_their_own_precision_are_fine():
    evidence = [printed("staff", "5444", report="old"), printed("staff", "5400", "100", report="new")]
    assert codes(STAFF, [point("staff", "5444")], evidence) == []


def test_two_reports_that_differ_are_told_even_without_a_current_value():
    evidence = [printed("staff", "5444", report="old"), printed("staff", "5292", report="new")]
    assert set(codes(STAFF, [], evidence)) == {"contradiction.prints", "published.unaccounted"}


def test_a_printed_value_without_a_current_one_is_told():
    assert codes(STAFF, [], [printed("staff", "5444")]) == ["published.unaccounted"]
    assert codes(STAFF, [point("staff", "5444")], [printed("staff", "5444")]) == []


def test_a_printed_value_that_is_now_left_out_is_told():
    data = [point("staff", None, omission="confidential", footnote="董事会决定")]
    assert codes(STAFF, data, [printed("staff", "5444")]) == ["published.omitted"]


def test_members_exchanged_against_the_printed_table_are_told_once():
    evidence = [printed("staff:gender=male", "1700"), printed("staff:gender=female", "1000")]
    (issue,) = found(STAFF, points(male="1000", female="1700"), evidence)
    assert (issue.code, shown(issue, "other")) == ("contradiction.swapped", "staff@2022:gender=female")
    assert codes(STAFF, points(male="1700", female="1000"), evidence) == []


def test_exchanged_members_do_not_hide_another_difference():
    evidence = [printed("staff:gender=male", "1700"), printed("staff:gender=female", "1000"), printed("gas", "12.34")]
    known = catalogue(metric(), number())
    issues = found(known, [*points(male="1000", female="1700"), point("gas", "19")], evidence)
    assert sorted(issue.code for issue in issues) == ["contradiction.differs", "contradiction.swapped"]


def test_a_difference_says_all_that_there_is_to_say():
    data = [point("gas", "15.2", qualifier="about", source=" 账单 ")]
    (issue,) = found(GAS, data, [printed("gas", "12.34", "0.01", text="12.34立方米")])
    assert said(issue) == {
        "report": "report", "text": "12.34立方米", "printed": "report p. 5", "value": "15.2",
        "source": "账单", "difference": "2.86", "inscale": "12.34",
    }  # fmt: skip
    assert issue.facts["value"].qualifier == "about"


def test_rounding_reaches_one_printed_step_and_no_further():
    evidence = [printed("gas", "12.34", "0.01")]
    assert codes(GAS, [point("gas", "12.33")], evidence) == ["contradiction.rounding"]
    assert codes(GAS, [point("gas", "12.3299")], evidence) == ["contradiction.differs"]
    assert codes(GAS, [point("gas", "12.3501")], evidence) == ["contradiction.differs"]


def test_a_smaller_value_has_a_negative_difference():
    (issue,) = found(GAS, [point("gas", "10.2")], [printed("gas", "12.34", "0.01")])
    assert shown(issue, "difference") == "-2.14"


def test_a_restatement_by_a_later_report_names_its_text():
    evidence = [printed("staff", "5444", report="old"), printed("staff", "5292", report="new", text="5,292")]
    (issue,) = found(STAFF, [point("staff", "5292")], evidence)
    assert (issue.severity, shown(issue, "othertext")) == ("doubt", "5,292")


def test_one_report_that_prints_two_values_contradicts_itself():
    evidence = [printed("staff", "5444"), printed("staff", "5292", place="p. 9")]
    assert codes(STAFF, [point("staff", "5292")], evidence) == ["contradiction.reprinted"]


def test_without_a_current_value_every_report_is_held_against_the_first():
    evidence = [
        printed("staff", "5444", report="a"), printed("staff", "5444", report="b"),
        printed("staff", "5292", report="c", place="p. 9", text="5,292"),
    ]  # fmt: skip
    issues = [issue for issue in found(STAFF, [], evidence) if issue.code == "contradiction.prints"]
    assert [said(issue) for issue in issues] == [
        {"report": "a", "text": "5444", "printed": "a p. 5",
         "otherreport": "c", "othertext": "5,292", "otherprinted": "c p. 9"}
    ]  # fmt: skip


def test_what_is_now_left_out_is_told_with_its_reason():
    data = [point("staff", None, omission="confidential", footnote="董事会决定")]
    (issue,) = found(STAFF, data, [printed("staff", "5444")])
    assert (issue.severity, issue.key) == ("doubt", key("staff"))
    assert said(issue) == {"report": "report", "text": "5444", "printed": "report p. 5", "omission": "confidential"}


def test_exchanged_members_are_told_with_both_values_and_their_report():
    evidence = [printed("staff:gender=male", "1700"), printed("staff:gender=female", "1000")]
    (issue,) = found(STAFF, points(male="1000", female="1700"), evidence)
    assert (issue.severity, issue.key) == ("doubt", key("staff:gender=male"))
    assert said(issue) == {
        "other": "staff@2022:gender=female", "value": "1000", "othervalue": "1700",
        "report": "report", "printed": "report p. 5",
    }  # fmt: skip


@pytest.mark.parametrize(
    "second",
    [
        printed("staff:age=young", "1000"),
        printed("staff@2021:gender=female", "1000"),
        printed("staff:gender=female", "1000", report="other"),
    ],
    ids=["of another breakdown", "of another year", "of another report"],
)
def test_only_members_of_one_printed_table_are_exchanged(second):
    data = [*points(male="1000", female="1700", young="1700"), point("staff@2021:gender=female", "1700")]
    told = codes(STAFF, data, [printed("staff:gender=male", "1700"), second])
    assert "contradiction.swapped" not in told


def test_members_are_exchanged_exactly_or_not_at_all():
    evidence = [printed("staff:gender=male", "1700"), printed("staff:gender=female", "1000")]
    assert "contradiction.swapped" not in codes(STAFF, points(male="1000", female="1701"), evidence)
