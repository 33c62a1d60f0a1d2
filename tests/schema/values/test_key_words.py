"""Keys in words."""

from dataclasses import replace

import pytest

from schema.catalogue.definitions import RecordColumn, RecordType
from schema.grammar.reference import Key, RecordKey
from schema.grammar.words import Words
from schema.values.datapoint import Field, Record
from schema.values.key_words import cut_words, key_words
from tests.factories import small_catalogue, words

CASE = RecordType(
    "case",
    words("案例"),
    (RecordColumn("title", words("标题"), "text"), RecordColumn("people", Words("人数", "人數", "People"), "integer")),
)
QUARTER = {"word.span.q1": Words("第一季度", "第一季度", "Q1")}
CATALOGUE = replace(small_catalogue(), records={"case": CASE}, phrases=QUARTER)
TREES = RecordKey("case", "trees")
RECORDS = {TREES: Record(TREES, "r", 1, {"title": Field(Words("植树", "植樹", "Trees"))})}


@pytest.mark.parametrize(
    ("language", "bracketed", "dotted"),
    [
        ("zh-Hans", "员工（男，hk，第一季度）", "员工 · 男 · hk · 第一季度"),
        ("zh-Hant", "員工（男，hk，第一季度）", "員工 · 男 · hk · 第一季度"),
        ("en", "Staff (男, hk, Q1)", "Staff · 男 · hk · Q1"),
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


@pytest.mark.parametrize(
    ("category", "hans", "english"),
    [
        ("", "", ""),
        ("gender=male", "男", "Male"),
        ("age=young;gender=male", "青年、男", "Young, Male"),
        ("gender=other", "gender=other", "gender=other"),
        ("place=north;gender=male", "place=north、男", "place=north, Male"),
    ],
)
def test_a_cut_is_named_by_its_categories_and_an_unknown_one_by_its_code(category, hans, english):
    known = small_catalogue()
    names = {"male": Words("男", "男", "Male"), "young": Words("青年", "青年", "Young")}
    breakdowns = {
        code: replace(one, members=tuple(replace(m, name=names.get(m.code, m.name)) for m in one.members))
        for code, one in known.breakdowns.items()
    }
    named = replace(known, breakdowns=breakdowns)
    assert cut_words(category, named, "zh-Hans") == hans
    assert cut_words(category, named, "zh-Hant") == hans
    assert cut_words(category, named, "en") == english
