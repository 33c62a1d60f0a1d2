"""What is said of a text that is no number, and of what was dropped or assumed while one was read."""

import pytest

from schema.validation.readings import NOTICED, decimal_question, notices
from schema.values.datapoint import DataPoint
from schema.values.decimal_marks import Undecided
from schema.values.parse import NOTICES, parse_value
from tests.schema.validation.given import catalogue, found, number, point, say_in_each_language

GAS = catalogue(number())
KEY = point("gas", "1").key


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("10–20", "unread.range"),
        ("1,234 8", "unread.several"),
        ("93,6", "unread.separators"),
        ("10²", "unread.power"),
        ("1900-02-14T12:00:00", "unread.date_cell"),
        ("10月1日", "unread.day"),
        ("#REF!", "unread.fault"),
        ("=1/3", "unread.sum"),
        ("无", "unread.none"),
        ("待定", "unread.open"),
        ("HK$5", "unread.currency"),
    ],
)
def test_what_is_no_number_is_an_error_of_its_own_kind(text, code):
    (issue,) = found(GAS, [DataPoint(KEY, unread=text, typed=text)])
    assert (issue.code, issue.severity, issue.facts["typed"]) == (code, "error", text)
    say_in_each_language(issue, GAS)


@pytest.mark.parametrize(
    ("text", "code", "detail"),
    [
        ("5\u200b", "noticed.invisible", "U+200B"),
        ("5①", "noticed.mark", "①"),
        ("1 234", "noticed.blanks", ""),
        ("=2+3", "noticed.sum", "=2+3"),
    ],
)
def test_what_was_dropped_or_assumed_is_a_doubt_with_what_it_was_read_as(text, code, detail):
    parsed = parse_value(text, GAS.metrics["gas"], GAS)
    (issue,) = notices(parsed, KEY, "f.csv:2")
    assert (issue.code, issue.severity, issue.facts["detail"], issue.place) == (code, "doubt", detail, "f.csv:2")
    say_in_each_language(issue, GAS)


def test_each_notice_has_its_sentence():
    assert tuple(NOTICED) == NOTICES


def test_the_question_about_decimals_names_the_option_and_what_it_would_mean():
    issue = decimal_question(Undecided("12.345"), "f.csv")
    shown = {"text": "12.345", "shown": "12,345", "comma": "", "either": "12.345"}
    assert (issue.code, issue.facts) == ("decimal.question", shown)
    say_in_each_language(issue, GAS)
