"""Keys in words."""

from dataclasses import replace

import pytest

from schema.catalogue.definitions import RecordColumn, RecordType
from schema.grammar.reference import Key, RecordKey
from schema.grammar.words import Words
from schema.values.datapoint import Field, Record
from schema.values.key_words import key_words
from tests.factories import small_catalogue, words

CASE = RecordType(
    "case",
    words("案例"),
    (RecordColumn("title", words("标题"), "text"), RecordColumn("people", Words("人数", "人數", "People"), "integer")),
)
CATALOGUE = replace(small_catalogue(), records={"case": CASE})
TREES = RecordKey("case", "trees")
RECORDS = {TREES: Record(TREES, "r", 1, {"title": Field(Words("植树", "植樹", "Trees"))})}


@pytest.mark.parametrize(
    ("language", "bracketed", "dotted"),
    [
        ("zh-Hans", "员工（男，hk，q1）", "员工 · 男 · hk · q1"),
        ("zh-Hant", "員工（男，hk，q1）", "員工 · 男 · hk · q1"),
        ("en", "Staff (男, hk, q1)", "Staff · 男 · hk · q1"),
    ],
)
def test_a_value_is_named_with_all_of_its_address(language, bracketed, dotted):
    named = key_words(Key("staff.total", 2022, "hk", "gender=male", "q1"), CATALOGUE, language)
    assert (named.bracketed(), named.dotted()) == (bracketed, dotted)


def test_the_whole_companys_value_is_its_metrics_name():
    named = key_words(Key("staff.total", 2022), CATALOGUE, "en")
    assert (named.name, named.parts, named.bracketed(), named.dotted()) == ("Staff", (), "Staff", "Staff")


def test_a_metric_that_is_gone_is_named_by_its_code():
    assert key_words(Key("forgotten", 2022), CATALOGUE, "en").name == "forgotten"


@pytest.mark.parametrize(
    ("language", "name"), [("zh-Hans", "植树 · 人数"), ("zh-Hant", "植樹 · 人數"), ("en", "Trees · People")]
)
def test_a_records_number_is_named_by_its_title_and_column(language, name):
    assert key_words(TREES.number("people"), CATALOGUE, language, RECORDS).name == name


def test_a_record_that_is_not_known_is_named_by_its_code_and_what_is_no_number_by_its_address():
    assert key_words(TREES.number("people"), CATALOGUE, "en").name == "trees · People"
    gone = RecordKey("case", "gone")
    assert key_words(gone.number("people"), CATALOGUE, "en", RECORDS).name == "gone · People"
    assert key_words(TREES.number("title"), CATALOGUE, "en", RECORDS).name == "record/case/trees.title"
