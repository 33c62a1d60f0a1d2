"""This year beside last year: large changes, slips, copies, swaps, falls."""

from decimal import Decimal

import pytest

from schema.catalogue.definitions import DefinitionChange
from schema.validation.check import check_point
from schema.validation.slips import (
    copied,
    power_slip,
    slip_from_evidence,
    slip_from_last_year,
    swapped,
    transposed,
)
from schema.values.figures import Figures
from tests.factories import words
from tests.schema.validation.given import (
    catalogue,
    codes,
    definitions,
    found,
    key,
    metric,
    number,
    point,
    points,
    printed,
    said,
    share,
    shown,
    snapshot,
)

CALM = catalogue(metric(change_threshold=Decimal(30)))


def test_a_change_beyond_the_threshold_wants_a_note():
    issue = found(CALM, points(last_total="1000", total="1400"))[0]
    assert (issue.code, issue.severity, shown(issue, "change")) == ("change.large", "doubt", "40")
    assert shown(found(CALM, points(last_total="1000", total="600"))[0], "change") == "-40"


def test_a_change_up_to_the_threshold_is_fine():
    assert codes(CALM, points(last_total="1000", total="1300")) == []


def test_a_note_answers_no_large_change():
    assert codes(CALM, [*points(last_total="1000"), point("staff", "1400", note="并入新业务")]) == ["change.large"]


def test_a_note_of_before_answers_a_large_change_until_it_is_sorted():
    old = point("staff", "1400", note="并入新业务", unsorted=True)
    assert codes(CALM, [*points(last_total="1000"), old]) == ["note.unsorted"]


def test_without_a_threshold_no_change_is_large():
    assert codes(catalogue(metric()), points(last_total="1000", total="1900")) == []


def test_the_check_of_one_typed_key_says_nothing_of_figures():
    held = snapshot(points(last_total="1000", total="1400"))
    told = check_point(definitions(CALM), Figures(CALM, held), key("staff"))
    assert [issue.code for issue in told] == ["change.large"]


def test_a_figure_tells_a_large_change_that_none_of_its_inputs_tells():
    ratio = share("perhead", formula="[gas] / [staff]", change_threshold=Decimal(30), sum_over=())
    known = catalogue(metric(), number(), ratio)
    data = [point("gas@2021", "100"), point("gas", "120"), *points(last_total="1003", total="801")]
    assert codes(known, data) == ["change.figure"]
    explained = [*data[:1], point("gas", "120", note="新增食堂", unsorted=True), *data[2:]]
    assert codes(known, explained) == ["note.unsorted"]


def test_ten_times_last_year_is_named():
    issue = found(CALM, points(last_total="1033", total="11200"))[0]
    assert (issue.code, shown(issue, "slip")) == ("change.slip", "slip.times.10")


@pytest.mark.parametrize(
    ("now", "slip"),
    [
        ("123000", "slip.times.100"),
        ("1190", ""),
        ("113", "slip.part.10"),
        ("1150000", "slip.times.1000"),
        ("11500000", "slip.times.10000"),
        ("0.113", "slip.part.10000"),
        ("-1033", "slip.sign"),
    ],
)
def test_the_power_of_ten_names_the_slip(now, slip):
    stuff = catalogue(number("waste", "cny"))
    issues = found(stuff, [point("waste@2021", "1033"), point("waste", now)])
    assert [shown(issue, "slip") for issue in issues] == ([slip] if slip else [])


def test_a_thousand_with_an_energy_unit_is_kwh_and_mwh():
    power = catalogue(number("power", "mwh"))
    (issue,) = found(power, [point("power@2021", "980.5"), point("power", "1012345.6")])
    assert shown(issue, "slip") == "slip.energy.more"
    (issue,) = found(power, [point("power@2021", "980.5"), point("power", "1.0123")])
    assert shown(issue, "slip") == "slip.energy.less"


def test_a_thousand_with_a_unit_of_mass_is_kg_and_t():
    waste = catalogue(number("waste", "t"))
    (issue,) = found(waste, [point("waste@2021", "12.4"), point("waste", "13100")])
    assert shown(issue, "slip") == "slip.mass.more"
    (issue,) = found(waste, [point("waste@2021", "12.4"), point("waste", "0.0131")])
    assert shown(issue, "slip") == "slip.mass.less"


def test_a_share_written_as_a_fraction_is_named():
    (issue,) = found(catalogue(share()), [point("share@2021", "93.1"), point("share", "0.936")])
    assert shown(issue, "slip") == "slip.fraction"


def test_small_counts_may_jump():
    assert codes(catalogue(metric()), points(last_total="3", total="31")) == []


def test_a_growth_of_four_times_is_no_slip():
    assert codes(catalogue(metric()), points(last_total="1000", total="4000")) == []


def test_a_value_equal_to_last_years_is_doubted():
    (issue,) = found(CALM, points(last_total="4827", total="4827"))
    assert (issue.code, shown(issue, "year")) == ("slip.copied", "2021")


@pytest.mark.parametrize("value", ["100", "5000", "12", "0"])
def test_a_round_or_short_value_may_repeat(value):
    assert codes(CALM, points(last_total=value, total=value)) == []


def test_a_share_of_a_hundred_may_repeat_and_so_may_a_cumulative_number():
    assert not copied(Decimal(100), Decimal(100), share())
    assert not copied(Decimal(4827), Decimal(4827), metric(timing="cumulative"))
    assert copied(Decimal("93.6"), Decimal("93.6"), share())


def test_two_members_swapped_are_named():
    (issue,) = found(catalogue(metric()), points(last_male="1700", last_female="1000", male="1050", female="1750"))
    assert (issue.code, issue.key, shown(issue, "other")) == (
        "slip.swapped", key("staff:gender=male"), "staff@2022:gender=female",
    )  # fmt: skip


def test_members_swapped_against_what_was_printed_of_last_year_are_named():
    last = [printed("staff@2021:gender=male", "1700"), printed("staff@2021:gender=female", "1000")]
    issues = found(catalogue(metric()), points(male="1050", female="1750"), last)
    assert [issue.code for issue in issues if issue.code.startswith("slip")] == ["slip.swapped"]


def test_swapped_members_are_not_told_for_their_change_as_well():
    data = points(last_male="1700", last_female="1000", male="1050", female="1750")
    assert codes(CALM, data) == ["slip.swapped"]


def test_members_that_grew_alike_and_were_swapped_are_named():
    data = points(last_male="3335", last_female="86", male="130", female="4785")
    assert codes(catalogue(metric()), data) == ["slip.swapped"]
    assert codes(catalogue(metric()), points(last_male="1000", last_female="1100", male="1500", female="1300")) == []


def test_members_that_changed_by_themselves_are_not_swapped():
    assert codes(catalogue(metric()), points(last_male="1700", last_female="1000", male="1400", female="1300")) == []


def test_members_of_like_size_cannot_be_told_apart():
    assert not swapped((Decimal(1000), Decimal(1050)), (Decimal(1050), Decimal(1000)), Decimal("0.15"))


def test_a_cumulative_number_that_falls_is_an_error():
    total = catalogue(metric(timing="cumulative"))
    (issue,) = found(total, points(last_total="5000", total="4900"))
    assert (issue.code, issue.severity) == ("cumulative.falls", "error")
    assert codes(total, points(last_total="5000", total="5000")) == []


def test_a_cumulative_number_is_compared_over_a_gap():
    total = catalogue(metric(timing="cumulative"))
    assert codes(total, [point("staff@2019", "5000"), point("staff@2022", "4900")]) == ["cumulative.falls"]


def test_a_qualified_cumulative_number_falls_only_if_it_must():
    total = catalogue(metric(timing="cumulative"))
    over = point("staff", "4900", qualifier="over")
    assert codes(total, [*points(last_total="5000"), over]) == []
    nearly = point("staff", "4900", qualifier="nearly")
    assert codes(total, [*points(last_total="5000"), nearly]) == ["cumulative.falls"]


def test_a_cumulative_number_counted_from_another_year_may_fall():
    total = catalogue(metric(timing="cumulative"))
    assert codes(total, [*points(last_total="5000"), point("staff", "4900", since=2020)]) == []


@pytest.mark.parametrize(("first", "second"), [("1234", "1324"), ("12.34", "12.43"), ("907", "970")])
def test_two_neighbouring_digits_that_changed_places_are_seen(first, second):
    assert transposed(Decimal(first), Decimal(second))


@pytest.mark.parametrize(("first", "second"), [("1234", "1432"), ("12", "21"), ("1.23", "2.13"), ("123", "123")])
def test_other_differences_are_no_exchanged_digits(first, second):
    assert not transposed(Decimal(first), Decimal(second))


def test_evidence_that_fits_names_no_slip():
    assert slip_from_evidence(Decimal(1234), Decimal(1236), Decimal(1), metric()) == ""


TENFOLD = (Decimal("0.6"), Decimal("1.6"))


@pytest.mark.parametrize(
    ("value", "slip"),
    [("5.99", ""), ("6", "slip.times.10"), ("16", "slip.times.10"), ("16.01", ""), ("60", "slip.times.100"), ("0", "")],
)
def test_a_slip_of_ten_lies_in_a_band_round_it(value, slip):
    assert power_slip(Decimal(value), Decimal(1), number(), TENFOLD) == slip


def test_a_part_is_named_like_a_multiple_and_nothing_is_said_of_what_is_not_positive():
    assert power_slip(Decimal(1), Decimal(6), number(), TENFOLD) == "slip.part.10"
    assert power_slip(Decimal(1), Decimal(5), number(), TENFOLD) == ""
    assert power_slip(Decimal(10), Decimal(0), number(), TENFOLD) == ""
    assert power_slip(Decimal(-10), Decimal(-1), number(), TENFOLD) == ""
    assert power_slip(Decimal(1), Decimal(1), number(), TENFOLD) == ""


def test_a_count_is_small_below_a_hundred():
    assert slip_from_last_year(Decimal(99), Decimal(10), metric()) == ""
    assert slip_from_last_year(Decimal(100), Decimal(10), metric()) == "slip.times.10"
    assert slip_from_last_year(Decimal(10), Decimal(100), metric()) == "slip.part.10"
    assert slip_from_last_year(Decimal(99), Decimal(10), number()) == "slip.times.10"


def test_a_value_beside_evidence_may_be_off_by_a_digit_of_it():
    assert slip_from_evidence(Decimal(1005), Decimal(100), Decimal(1), metric()) == "slip.times.10"
    assert slip_from_evidence(Decimal(1200), Decimal(100), Decimal(1), metric()) == ""
    assert slip_from_evidence(Decimal(1100), Decimal(100), Decimal(50), metric()) == "slip.times.10"
    assert slip_from_evidence(Decimal(1101), Decimal(100), Decimal(50), metric()) == ""
    assert slip_from_evidence(Decimal(-100), Decimal(100), Decimal(1), metric()) == "slip.sign"
    assert slip_from_evidence(Decimal(0), Decimal(100), Decimal(1), metric()) == ""
    assert slip_from_evidence(Decimal(100), Decimal(0), Decimal(1), metric()) == ""


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("123", "132", True),
        ("12", "21", False),
        ("1.23", "1.32", True),
        ("12.3", "13.2", False),
        ("1234", "4231", False),
        ("123", "124", False),
        ("-123", "132", True),
        ("123", "1320", False),
        ("122", "122", False),
    ],
)
def test_digits_that_changed_places_are_two_neighbours_of_three_or_more(first, second, told):
    assert transposed(Decimal(first), Decimal(second)) is told


@pytest.mark.parametrize(
    ("value", "told"), [("123", True), ("12", False), ("1.23", True), ("1200", False), ("1230", True)]
)
def test_a_copy_is_told_from_three_digits_on(value, told):
    assert copied(Decimal(value), Decimal(value), metric()) is told
    assert not copied(Decimal(value), Decimal(value) + 1, metric())


def test_a_swap_is_told_up_to_its_tolerance_and_only_of_members_that_differ():
    far = Decimal("0.15")
    assert swapped((Decimal(115), Decimal(230)), (Decimal(200), Decimal(100)), far)
    assert not swapped((Decimal(100), Decimal(110)), (Decimal(110), Decimal(100)), far)
    assert swapped((Decimal(100), Decimal(110)), (Decimal(110), Decimal(100)), Decimal(0))
    assert not swapped((Decimal(100), Decimal(111)), (Decimal(110), Decimal(100)), Decimal(0))


def test_a_change_up_to_fifteen_percent_makes_no_swap():
    calm = catalogue(metric())
    still = points(last_male="1000", last_female="1150", male="1150", female="1000")
    assert codes(calm, still) == []
    moved = points(last_male="1000", last_female="1200", male="1200", female="1000")
    assert codes(calm, moved) == ["slip.swapped"]


def test_a_threshold_is_passed_by_more_than_itself_in_both_directions():
    for total, told in (("1300", []), ("1301", ["change.large"]), ("700", []), ("699", ["change.large"])):
        assert codes(CALM, points(last_total="1000", total=total)) == told


def test_a_threshold_beyond_any_slip_is_one_still():
    loose = catalogue(metric(change_threshold=Decimal(90)))
    assert codes(loose, points(last_total="1000", total="1900")) == []
    assert codes(loose, points(last_total="1000", total="1910")) == ["change.large"]


def test_from_nothing_no_change_is_told():
    assert codes(CALM, points(last_total="0", total="1400")) == []


@pytest.mark.parametrize(("since", "told"), [(2021, True), (2022, False), (2023, True)])
def test_only_a_definition_that_changed_between_the_two_years_excuses_a_change(since, told):
    change = DefinitionChange(since, "definition", words("口径"))
    known = catalogue(metric(change_threshold=Decimal(30), changed=(change,)))
    assert ("change.large" in codes(known, points(last_total="1000", total="1400"))) is told


def test_the_first_change_beyond_the_threshold_is_told_with_all_that_it_says():
    (issue,) = found(CALM, points(last_total="1000", total="1301"))
    told = {"value": "1301", "before": "1000", "year": "2021", "change": "30.1", "threshold": "30", "side": "side.both"}
    assert said(issue) == told
    assert codes(CALM, points(last_total="1000", total="700")) == []
    assert shown(found(CALM, points(last_total="1000", total="699"))[0], "change") == "-30.1"


def test_a_threshold_above_any_slip_does_not_hide_the_slip():
    known = catalogue(metric(change_threshold=Decimal(2000)))
    assert codes(known, points(last_total="1000", total="10000")) == ["change.slip"]
    assert codes(known, points(last_total="10000", total="1000")) == ["change.slip"]
    assert codes(known, points(last_total="1000", total="20000")) == []
    assert codes(known, points(last_total="1000", total="22000")) == ["change.large"]


def test_a_slip_is_told_with_both_values_and_its_year():
    (issue,) = found(CALM, points(last_total="1033", total="11200"))
    assert (issue.severity, issue.key) == ("doubt", key("staff"))
    told = {"value": "11200", "before": "1033", "year": "2021", "slip": "slip.times.10", "side": "side.both"}
    assert said(issue) == told


@pytest.mark.parametrize("value", ["0", "1", "123456"])
def test_after_zero_no_value_stands_out(value):
    assert codes(CALM, points(last_total="0", total=value)) == []


def test_a_negative_value_that_moves_away_from_zero_has_fallen():
    cash = number("cash", "cny", minimum=None, change_threshold=Decimal(30))
    told = [i for i in found(catalogue(cash), [point("cash@2021", "-1000"), point("cash", "-1400")])
            if i.code == "change.large"]  # fmt: skip
    assert [shown(issue, "change") for issue in told] == ["-40"]


def test_a_year_in_between_without_a_value_leaves_nothing_to_compare():
    assert codes(CALM, [point("staff@2020", "1000"), point("staff", "5000")]) == []


@pytest.mark.parametrize(("since", "expected"), [(2021, ["change.large"]), (2022, []), (2023, ["change.large"])])
def test_a_change_of_definition_between_the_years_excuses_the_change(since, expected):
    changed = metric(change_threshold=Decimal(30), changed=(DefinitionChange(since, "boundary", words("含实习生")),))
    told = codes(catalogue(changed), points(last_total="1000", total="1400"))
    assert [code for code in told if code == "change.large"] == expected


@pytest.mark.parametrize("noted", ["male", "female"])
def test_members_are_not_swapped_where_a_note_of_before_explains_one(noted):
    notes = {"male": "", "female": "", noted: "部门合并"}
    data = [
        *points(last_male="1700", last_female="1000"),
        point("staff:gender=male", "1050", note=notes["male"], unsorted=noted == "male"),
        point("staff:gender=female", "1750", note=notes["female"], unsorted=noted == "female"),
    ]
    assert codes(catalogue(metric()), data) == ["note.unsorted"]


def test_swapped_members_are_told_with_all_four_values():
    (issue,) = found(catalogue(metric()), points(last_male="1700", last_female="1000", male="1050", female="1750"))
    values = {name: shown(issue, name) for name in ("value", "othervalue", "before", "otherbefore", "year")}
    assert values == {"value": "1050", "othervalue": "1750", "before": "1700", "otherbefore": "1000", "year": "2021"}


def test_beside_swapped_members_another_change_is_still_told():
    data = points(
        last_male="1700", last_female="1000", male="1050", female="1750",
        last_young="1350", last_old="1350", young="900", old="1900",
    )  # fmt: skip
    told = {(i.code, i.key) for i in found(CALM, data)}
    assert ("slip.swapped", key("staff:gender=male")) in told
    assert {("change.large", key("staff:age=young")), ("change.large", key("staff:age=old"))} <= told
    assert not {k for code, k in told if code == "change.large"} & {
        key("staff:gender=male"),
        key("staff:gender=female"),
    }


def test_a_cumulative_number_is_held_against_the_last_year_before_it_only():
    total = catalogue(metric(timing="cumulative"))
    issues = found(total, [point("staff@2019", "5000"), point("staff@2021", "4000"), point("staff@2022", "4500")])
    assert [(i.code, i.key, said(i)) for i in issues] == [
        ("cumulative.falls", key("staff@2021"), {"value": "4000", "before": "5000", "year": "2019", "mended": ""}),
    ]


def test_a_cumulative_number_may_fall_where_its_definition_changed():
    changed = metric(timing="cumulative", changed=(DefinitionChange(2021, "boundary", words("不含外包")),))
    assert "cumulative.falls" not in codes(catalogue(changed), [point("staff@2019", "5000"), point("staff", "4900")])


@pytest.mark.parametrize(("last", "now"), [({"qualifier": "nearly"}, {}), ({}, {"as_of": "2022-07-31"})])
def test_of_values_that_cannot_be_compared_no_change_is_told(last, now):
    cash = number("cash", "cny", change_threshold=Decimal(30))
    data = [point("cash@2021", "1000", **last), point("cash", "1400", **now)]
    told = [issue for issue in found(catalogue(cash), data) if issue.code.startswith("change.")]
    assert [(issue.code, "change" in issue.facts) for issue in told] == [("change.apart", False)]
