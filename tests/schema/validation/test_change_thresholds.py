"""How far a value may be from last year's before a person is asked, where the metric has no limit of its own."""

from dataclasses import replace
from decimal import Decimal

import pytest

from schema.validation.change_thresholds import Alerts, alert_of
from schema.validation.facts import Percent, Times
from schema.validation.messages import message
from tests.schema.validation.given import (
    MESSAGES,
    catalogue,
    codes,
    definitions,
    found,
    metric,
    number,
    point,
    points,
    printed,
    share,
    shown,
)

STAFF = catalogue(metric())


def sentence(issue, known, language):
    return message(issue, replace(known, messages=MESSAGES), language)


def limit(of, now, before, *, remarked=False):
    return alert_of(of, remarked=remarked).passed(Decimal(now), Decimal(before))


@pytest.mark.parametrize(
    ("of", "before", "within", "beyond"),
    [
        (number(), "100", "599.99", "600"),
        (number(), "600", "100.01", "100"),
        (metric(), "100", "599", "600"),
        (metric(timing="flow"), "100", "599", "600"),
        (metric(timing="cumulative"), "100", "599", "600"),
        (share(), "4", "23.9", "24"),
    ],
)
def test_six_times_as_much_or_a_sixth_is_asked_about_whatever_the_metric(of, before, within, beyond):
    assert limit(of, within, before) is None
    assert limit(of, beyond, before) == Times(Decimal(6), limit=True)


@pytest.mark.parametrize(
    ("of", "within", "beyond"),
    [(number(), ("130", "70"), ("130.01", "69.99")), (metric(), ("1300", "700"), ("1301", "699"))],
)
def test_thirty_percent_is_asked_about_where_a_remark_is_usual(of, within, beyond):
    before = "1000" if of.traits.counted else "100"
    assert [limit(of, value, before, remarked=True) for value in within] == [None, None]
    assert [limit(of, value, before, remarked=True) for value in beyond] == [Percent(Decimal(30), limit=True)] * 2
    assert [limit(of, value, before) for value in beyond] == [None, None]


def test_what_has_added_up_may_grow_by_half():
    assert limit(metric(timing="cumulative"), "1500", "1000", remarked=True) is None


def test_a_share_moves_by_points():
    ten, fifty = (Percent(Decimal(points), limit=True, points=True) for points in (10, 50))
    whole = share(maximum=Decimal(100))
    assert limit(whole, "80", "90", remarked=True) is None
    assert limit(whole, "79.9", "90", remarked=True) == ten
    assert limit(whole, "40", "90") is None
    assert limit(whole, "39.9", "90") == fifty
    assert limit(share(), "39.9", "90") is None, "a rate of growth may fall by as much"


def test_a_small_share_may_be_six_times_as_large_within_five_points():
    assert limit(share(), "5.9", "0.9") == Times(Decimal(6), limit=True)
    assert limit(share(), "5.8", "0.9") is None


@pytest.mark.parametrize(("before", "now", "asked"), [("2", "14", 0), ("1", "99", 0), ("99", "1", 0), ("2", "100", 1)])
def test_counts_below_a_hundred_jump_by_themselves(before, now, asked):
    assert (limit(metric(), now, before, remarked=True) is not None) == asked


def test_amounts_that_are_small_are_asked_about():
    assert limit(number(), "14", "2") == Times(Decimal(6), limit=True)


def test_after_zero_nothing_is_asked():
    assert limit(number(), "1000", "0", remarked=True) is None


def test_a_limit_of_its_own_goes_before_the_rule():
    own = number(change_threshold=Decimal(1000))
    assert limit(own, "1100", "100", remarked=True) is None
    assert limit(own, "1101", "100") == Percent(Decimal(1000), limit=True)


def test_a_remark_is_usual_with_what_reports_cannot_do_without_and_with_figures_of_it():
    ratio, other = (number(code, formula=f"[{of}] / [coal]") for code, of in (("ratio", "gas"), ("other", "heat")))
    known = catalogue(number(required=True), number("heat"), number("coal"), ratio, other)
    alerts = Alerts.of(known, ())
    usual = {code for code, of in known.metrics.items() if alerts(of).percent}
    assert usual == {"gas", "ratio"}


@pytest.mark.parametrize(("years", "usual"), [(1, False), (2, True)])
def test_a_remark_is_usual_where_a_report_shows_years_side_by_side(years, usual):
    shown_in = definitions(STAFF, "staff", years=years)
    assert (Alerts.of(STAFF, shown_in.outlines.values())(metric()).percent is not None) is usual


def test_thirty_two_and_twelve_thousand_are_asked_about_without_a_guess():
    (issue,) = found(STAFF, points(last_total="32", total="12000"))
    assert issue.code == "change.far"
    assert sentence(issue, STAFF, "en").startswith("<staff> (2022) is 12,000 ")
    assert "about 375 times as much" in sentence(issue, STAFF, "en")
    assert "约为其 375 倍" in sentence(issue, STAFF, "zh-Hans")


def test_a_part_of_last_year_is_told_as_a_part():
    (issue,) = found(STAFF, points(last_total="12000", total="1900"))
    assert "about 1/6.3 as much" in sentence(issue, STAFF, "en")


def test_a_fall_to_zero_asks_for_a_reason_instead():
    (issue,) = found(STAFF, points(last_total="12000", total="0"))
    assert issue.code == "change.none"
    assert codes(STAFF, points(last_total="99", total="0")) == []


@pytest.mark.parametrize("qualifier", ["over", "nearly"])
def test_of_two_qualified_years_no_multiple_is_told(qualifier):
    data = [*points(last_total="1000"), point("staff", "20000", qualifier=qualifier)]
    (issue,) = found(STAFF, data)
    assert issue.code == "change.apart"
    assert "more than the alert level of a factor of 6 apart" in sentence(issue, STAFF, "en")


def test_the_points_of_a_share_are_told_as_points():
    rate = share(required=True)
    (issue,) = found(catalogue(rate), [point("share@2021", "90"), point("share", "60")])
    assert "变动 -30 个百分点，超过 10 个百分点的提示线" in sentence(issue, catalogue(rate), "zh-Hans")


def test_a_figure_far_from_last_years_is_told_as_any_value():
    coal = number("coal")
    known = catalogue(number(), coal, number("ratio", formula="[gas] / [coal]"))
    data = [point("gas@2021", "100"), point("gas", "300"), point("coal@2021", "300"), point("coal", "100")]
    (issue,) = found(known, data)
    assert (issue.code, issue.key.metric) == ("change.far", "ratio")


def test_a_year_that_stands_out_is_told_once_and_not_again_by_the_next():
    issues = found(STAFF, [point("staff@2020", "1000"), point("staff@2021", "10000"), point("staff", "1100")])
    assert [(i.code, i.key.period) for i in issues] == [("change.slip", 2021)]


@pytest.mark.parametrize(
    ("prints", "side"),
    [
        ((), "side.both"),
        (("staff@2021",), "side.this.print"),
        (("staff",), "side.other.print"),
        (("staff@2021", "staff"), "side.neither.print"),
    ],
)
def test_the_side_that_print_does_not_bear_out_is_to_be_looked_at_first(prints, side):
    values = {"staff@2021": "1000", "staff": "7000"}
    data = [point(where, value) for where, value in values.items()]
    (issue,) = found(definitions(STAFF, "staff", years=1), data, [printed(where, values[where]) for where in prints])
    assert shown(issue, "side") == side


@pytest.mark.parametrize(
    ("year", "value", "side"), [(2020, "1100", "side.this.years"), (2023, "7500", "side.other.years")]
)
def test_further_years_bear_a_value_out(year, value, side):
    data = [point(f"staff@{year}", value), point("staff@2021", "1000"), point("staff", "7000")]
    (issue,) = [i for i in found(STAFF, data) if i.key.period == 2022]
    assert shown(issue, "side") == side


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
def test_all_numbers_of_one_message_are_in_one_scale(language):
    cash = number("cash", "cny", display="亿")
    known = catalogue(cash)
    (issue,) = found(known, [point("cash@2021", "58800000000"), point("cash", "901200000000")])
    told = sentence(issue, known, language)
    assert sum(word in told for word in ("million", "billion")) == (language == "en")
    assert told.count({"zh-Hans": "亿", "zh-Hant": "億", "en": "illion"}[language]) == 3
