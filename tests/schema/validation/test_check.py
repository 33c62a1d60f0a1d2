"""The whole check: order, report, and the check of one key."""

from decimal import Decimal

import pytest

from schema.catalogue.outline import Definitions
from schema.grammar.reference import Key
from schema.validation.check import check_keys, check_point
from schema.values.figures import Figures
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
    share,
    snapshot,
)

KNOWN = catalogue(metric(), number(), share())


def test_errors_come_first_then_the_outlines_order():
    data = [point("gas", "-1"), point("staff", "1.5"), point("share", "104")]
    issues = found(definitions(KNOWN, "share", "staff", "gas"), data)
    assert [(i.severity, i.code) for i in issues] == [
        ("error", "value.fraction"),
        ("error", "value.negative"),
        ("doubt", "value.over_hundred"),
    ]


def test_a_report_tells_only_of_what_it_shows():
    whole = definitions(KNOWN, "staff", years=2)
    data = [point("staff", "1.5"), point("staff@2021", "2.5"), point("staff@2020", "3.5"), point("gas", "-1")]
    assert [issue.key for issue in found(whole, data, report="report")] == [key("staff"), key("staff@2021")]
    assert len(found(whole, data)) == 4


def test_a_report_tells_of_what_its_figures_are_computed_from():
    known = catalogue(number(), number("twice", formula="[gas] + [gas]"))
    assert codes(definitions(known, "twice"), [point("gas", "-1")], report="report") == ["value.negative"]


def test_a_sound_snapshot_has_no_issue():
    data = [*points(total="30", male="17", female="13"), point("gas", "12.5"), point("share", "93.6")]
    assert codes(definitions(KNOWN, "staff", "staff:gender=*", "gas", "share"), data, [printed("staff", "30")]) == []


@pytest.mark.parametrize(
    ("data", "at", "code"),
    [
        (points(total="1.5"), "staff", "value.fraction"),
        (points(total="31", male="17", female="13"), "staff:gender=male", "total.differs"),
        (points(last_total="1033", total="10330"), "staff", "change.slip"),
        (points(last_male="1700", last_female="1000", male="1050", female="1750"), "staff:gender=female",
         "slip.swapped"),
        ([], "staff", "blank"),
        ([point("staff", "29")], "staff", "contradiction.differs"),
    ],
)  # fmt: skip
def test_the_check_of_one_key_finds_what_the_whole_check_finds(data, at, code):
    whole, evidence = definitions(KNOWN, "staff"), [printed("staff", "30")] if code.startswith("contradiction") else []
    held = snapshot(data, evidence)
    figures = Figures(whole.catalogue, held)
    one = check_point(whole, figures, key(at))
    assert code in [issue.code for issue in one]
    assert {i.code for i in one} <= {i.code for i in found(whole, data, evidence)}


def test_the_check_of_one_key_leaves_others_alone():
    data = points(total="30", male="1.5")
    figures = Figures(KNOWN, snapshot(data))
    assert check_point(definitions(KNOWN), figures, key("staff")) == ()


def test_a_slip_that_the_printed_value_proves_is_told_once():
    data = points(last_total="1033", total="11200")
    assert codes(definitions(KNOWN, "staff"), data) == ["change.slip"]
    assert codes(definitions(KNOWN, "staff"), data, [printed("staff", "1120")]) == ["contradiction.slip"]


@pytest.mark.parametrize(("total", "weaker"), [("11200", "change.slip"), ("5000", "change.large")])
def test_what_last_year_suggests_is_not_told_beside_a_proven_slip(total, weaker):
    calm = catalogue(metric(change_threshold=Decimal(30)))
    data = points(last_total="1033", total=total)
    assert codes(definitions(calm, "staff"), data) == [weaker]
    assert codes(definitions(calm, "staff"), data, [printed("staff", f"{int(total) // 10}")]) == ["contradiction.slip"]


def test_what_last_year_says_of_a_value_is_told_beside_a_misprint():
    calm = definitions(catalogue(metric(change_threshold=Decimal(30))), "staff")
    data = [*points(last_total="1033", total="1400"), point("staff@2023", "1300")]
    told = codes(calm, data, [printed("staff", "140")])
    assert sorted(told) == ["change.large", "contradiction.misprint"]


def test_members_that_the_report_proves_swapped_are_told_for_that_alone():
    calm = catalogue(metric(change_threshold=Decimal(30)))
    data = points(last_male="1700", last_female="1000", male="1050", female="1750")
    proof = [printed("staff:gender=male", "1750"), printed("staff:gender=female", "1050")]
    assert codes(definitions(calm, "staff:gender=*"), data) == ["slip.swapped"]
    assert codes(definitions(calm, "staff:gender=*"), data, proof) == ["contradiction.swapped"]


def test_an_unknown_metric_is_told_for_its_key():
    (issue,) = check_point(definitions(KNOWN), Figures(KNOWN, snapshot([])), Key("gone", 2022))
    assert issue.code == "metric.unknown"


def test_many_keys_are_checked_like_few():
    many = [metric(f"m{n}") for n in range(80)]
    known = catalogue(*many)
    held = snapshot([point(f"m{n}", "1.5") for n in range(80)])
    figures = Figures(known, held)
    few = check_keys(Definitions(known, {}), figures, [key(f"m{n}") for n in range(3)])
    assert [i.key for i in few] == [key(f"m{n}") for n in range(3)]
    assert len(check_keys(Definitions(known, {}), figures, [key(f"m{n}") for n in range(60)])) == 60
