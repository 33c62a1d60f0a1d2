"""What single sentences of a foreign text say of a small company."""

from dataclasses import replace
from decimal import Decimal

import pytest

from schema.catalogue.definitions import Unit
from schema.grammar.words import Words
from schema.validation.quoted.scanner import Basis, Scanner
from schema.validation.quoted.table_row import Around
from schema.values.figures import Figures
from tests.schema.validation.given import catalogue, definitions, metric, number, point, snapshot

REVENUE = number("revenue", "cny", name=Words("营业收入", "營業收入", "Revenue"))
STAFF = metric(name=Words("员工总数", "員工總數", "Employees"))
HELD = [
    point("revenue@2022", "94200000000"), point("revenue@2021", "81100000000"),
    point("staff@2022", "5000"), point("staff@2021", "4000"), point("staff@2022:gender=male", "3000"),
]  # fmt: skip


def scanned(text, year=2022, around=None, said="report"):
    base = catalogue(REVENUE, STAFF)
    units = {**base.units, "cny": Unit("cny", Words("元", "元", "RMB"), Decimal(1), "yuan")}
    whole = definitions(replace(base, units=units), "revenue", "staff", year=year)
    figures = Figures(whole.catalogue, snapshot(HELD))
    scanner = Scanner(Basis(whole, figures, said), [text])
    return list(scanner.numbers(text, around) if around else scanner.numbers(text))


def told(text, **more):
    return [(one.quote, one.agreement, one.key.canonical() if one.key else "") for one in scanned(text, **more)]


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("2022年营业收入942亿元。", ["match"]),
        ("2022年营业收入约940亿元。", ["rounded"]),
        ("2022年营业收入952亿元。", ["mismatch"]),
        ("2021年营业收入811亿元。", ["match"]),
        ("2022年海外营业收入123亿元。", ["unknown"]),
        ("营业收入和员工总数在2022年分别为942亿元和5000人。", ["match", "match"]),
    ],
)
def test_a_number_is_held_against_the_value_that_its_words_name(text, verdicts):
    assert [one.agreement for one in scanned(text) if one.agreement != "other"] == verdicts


@pytest.mark.parametrize(
    ("text", "agreement", "size"),
    [
        ("2022年员工总数5000人，同比增长25%。", "match", "25"),
        ("2022年员工总数5000人，同比增长35%。", "mismatch", "25"),
    ],
)
def test_the_size_of_a_change_is_held_against_that_of_the_data(text, agreement, size):
    one = next(one for one in scanned(text) if "%" in one.quote)
    assert (one.agreement, one.current, one.unit) == (agreement, Decimal(size), "percent")
    assert one.why == f"change.{agreement}"


def test_what_was_found_has_its_value_unit_and_what_stands_now():
    one = next(one for one in scanned("2022年营业收入952亿元。") if one.key)
    assert (one.value, one.unit, one.current) == (Decimal(95200000000), "cny", Decimal(94200000000))
    assert one.key.canonical() == "revenue@2022"


def test_a_bare_number_of_a_table_is_told_in_the_unit_of_its_row():
    around = Around(columns=("指标", "单位", "2022 年"))
    ones = scanned("营业收入|亿元|942", around=around)
    (one,) = [one for one in ones if one.statement is not None and one.agreement != "other"]
    assert (one.agreement, one.value) == ("match", Decimal(94200000000))


def test_dates_and_lone_numbers_are_no_quantities():
    assert [one.agreement for one in scanned("17")] == ["other"]
    assert told("2022年3月5日发布。")[0][1] == "other"
