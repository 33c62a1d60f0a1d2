"""The ways in which people and programs write one number, and what is no number, by its kind."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from schema.catalogue.number_format import Format
from schema.grammar.decimals import is_long_text
from schema.grammar.words import LANGUAGES
from schema.validation.fact_words import amount
from schema.values.display import Display
from schema.values.parse import NOTICES, parse_value
from schema.values.qualifiers import QUALIFIERS
from tests import shipped

CATALOGUE = shipped.definitions().catalogue
MONEY, TONNES, PEOPLE, SHARE, ENERGY = (
    next(m for m in CATALOGUE.metrics.values() if m.unit == unit and m.formula is None)
    for unit in ("cny", "t", "person", "percent", "mwh")
)


@pytest.mark.parametrize(
    ("text", "metric", "value", "qualifier"),
    [
        ("2.85E+05", TONNES, "285000", ""),
        ("1e5", TONNES, "100000", ""),
        ("5e-3 t", TONNES, "0.005", ""),
        ("2.3 x 10⁻²", TONNES, "0.023", ""),
        ("2.3×10^5 吨", TONNES, "230000", ""),
        ("10^5", TONNES, "100000", ""),
        ("1 234 567.8", TONNES, "1234567.8", ""),
        ("1\u00a0234\u00a0567", TONNES, "1234567", ""),
        ("12\u202f345", TONNES, "12345", ""),
        ("12\u2009345 t", TONNES, "12345", ""),
        ("12'345", TONNES, "12345", ""),
        ("1’234’567", TONNES, "1234567", ""),
        ("¥1,234万", MONEY, "12340000", ""),
        ("￥1,234万元", MONEY, "12340000", ""),
        ("RMB 680 billion", MONEY, "680000000000", ""),
        ("rmb680bn", MONEY, "680000000000", ""),
        ("680亿元人民币", MONEY, "68000000000", ""),
        ("人民幣680億元", MONEY, "68000000000", ""),
        ("under RMB 75.70 million", MONEY, "75700000", "less_than"),
        ("RMB over 75.70 million", MONEY, "75700000", "over"),
        ("约¥3,000万", MONEY, "30000000", "about"),
        ("6.8千亿", MONEY, "680000000000", ""),
        ("6.8千億元", MONEY, "680000000000", ""),
        ("28万5155", PEOPLE, "285155", ""),
        ("28万5155人", PEOPLE, "285155", ""),
        ("3亿2千万", PEOPLE, "320000000", ""),
        ("5千200人", PEOPLE, "5200", ""),
        ("二十五", PEOPLE, "25", ""),
        ("一百零五人", PEOPLE, "105", ""),
        ("三万五千", PEOPLE, "35000", ""),
        ("约二百", PEOPLE, "200", "about"),
        ("一半", SHARE, "50", ""),
        ("约半数", SHARE, "50", "about"),
        ("半數以上", SHARE, "50", "at_least"),
        ("more than half", SHARE, "50", "over"),
        ("二百余人", PEOPLE, "200", "some_more"),
        ("十二点五万吨", TONNES, "125000", ""),
        ("五千瓦时", ENERGY, "0.005", ""),
        ("负五", TONNES, "-5", ""),
        ("1千2百", PEOPLE, "1200", ""),
        ("不少于五百", PEOPLE, "500", "at_least"),
        ("not exceeding 5", TONNES, "5", "at_most"),
        ("四成", SHARE, "40", ""),
        ("近四成五", SHARE, "45", "nearly"),
        ("三成以上", SHARE, "30", "at_least"),
        ("百分之五", SHARE, "5", ""),
        ("百分之九十三点六", SHARE, "93.6", ""),
        ("千分之三", SHARE, "0.3", ""),
        ("3‰", SHARE, "0.3", ""),
        ("不足30万", PEOPLE, "300000", "less_than"),
        ("不足30人以内", PEOPLE, "30", "less_than"),
        ("<0.1", TONNES, "0.1", "less_than"),
        ("⩽5", TONNES, "5", "at_most"),
        ("小于等于5", TONNES, "5", "at_most"),
        ("nil", TONNES, "0", ""),
        ("NIL", TONNES, "0", ""),
        ("零", TONNES, "0", ""),
    ],
)
def test_a_number_is_understood_however_it_is_written(text, metric, value, qualifier):
    parsed = parse_value(text, metric, CATALOGUE)
    assert (parsed.value, parsed.qualifier, parsed.problem) == (Decimal(value), qualifier, "")


@pytest.mark.parametrize(
    ("text", "metric", "problem", "detail"),
    [
        ("10–20", TONNES, "number.range", "20"),
        ("10-20吨", TONNES, "number.range", "20吨"),
        ("10%至20%", SHARE, "number.range", "20%"),
        ("between 10 and 20", TONNES, "number.range", "20"),
        ("1,234 8", TONNES, "number.several", "1,234 8"),
        ("-324,100 8", TONNES, "number.several", "-324,100 8"),
        ("12 (34%)", PEOPLE, "number.several", "12 (34%)"),
        ("28万515", PEOPLE, "number.several", "28万515"),
        ("93,6", SHARE, "number.separators", "93,6"),
        ("1.250.000", TONNES, "number.separators", "1.250.000"),
        ("1,2345,6789", TONNES, "number.separators", "1,2345,6789"),
        ("2.3 x 105", TONNES, "number.power", "2.3 x 105"),
        ("10²", TONNES, "number.power", "10²"),
        ("1900-02-14T12:00:00", TONNES, "number.date", "45.5"),
        ("1901-01-31T14:52:48", TONNES, "number.date", "397.62"),
        ("2024-12-31", TONNES, "number.date", "45657"),
        ("36:30:00", TONNES, "number.date", "1.5208333"),
        ("10月1日", TONNES, "number.day", "10月1日"),
        ("1-Oct", TONNES, "number.day", "1-Oct"),
        ("#DIV/0!", TONNES, "number.fault", "#DIV/0!"),
        ("########", TONNES, "number.fault", "########"),
        ("=SUM(A1:A3)", TONNES, "number.sum", "=SUM(A1:A3)"),
        ("=1/3", TONNES, "number.sum", "=1/3"),
        ("=1/0", TONNES, "number.sum", "=1/0"),
        ("三分之一", SHARE, "number.sum", "三分之一"),
        ("无", TONNES, "number.none", "无"),
        ("None", TONNES, "number.none", "None"),
        ("待定", TONNES, "number.open", "待定"),
        ("TBC", TONNES, "number.open", "TBC"),
        ("HK$12.3 million", MONEY, "unit.currency", "HK$"),
        ("12.3 million HKD", MONEY, "unit.currency", "HKD"),
        ("$5", MONEY, "unit.currency", "$"),
        ("数百", PEOPLE, "number.unreadable", "数百"),
        (f"零点{'一' * 31}", TONNES, "number.digits", "0.11111111111111…"),
        ("三万五", PEOPLE, "unit.unknown", "五"),
        ("一", TONNES, "number.unreadable", "一"),
        ("9e200", TONNES, "number.digits", "9E+200…"),
    ],
)
def test_what_is_no_number_is_kept_and_its_kind_named(text, metric, problem, detail):
    parsed = parse_value(text, metric, CATALOGUE)
    assert (parsed.value, parsed.unread, parsed.problem, parsed.detail) == (None, text, problem, detail)


@pytest.mark.parametrize("mark", ["*", "**", "†", "①", "¹", "[3]", "［a］", "（注1）", "(note 2)", "注1", "(1)", "*①"])
@pytest.mark.parametrize("number", ["1,234{}", "1,234{} 吨", "约1,234吨{}"])
def test_a_mark_behind_a_number_is_no_part_of_it_and_is_told(number, mark):
    if mark == "(1)" and number.endswith("吨{}"):
        return  # with a unit between them it no longer sticks to the number
    parsed = parse_value(number.format(mark), TONNES, CATALOGUE)
    assert (parsed.value, [notice.kind for notice in parsed.noticed]) == (Decimal(1234), ["mark"])


@pytest.mark.parametrize(
    ("text", "kind", "detail"),
    [
        ("1,234\u200b", "invisible", "U+200B"),
        ("\ufeff1,2\u202d34", "invisible", "U+FEFF, U+202D"),
        ("1\u00ad234", "invisible", "U+00AD"),
        ("1\x07234", "invisible", "U+0007"),
        ("1 234 t", "blanks", ""),
        ("=12*3+1,198", "sum", "=12*3+1,198"),
        ("1,234#", "mark", "#"),
        ("*1,234", "mark", "*"),
        ("[1] 1,234 t", "mark", "[1]"),
    ],
)
def test_what_was_dropped_or_assumed_is_told(text, kind, detail):
    parsed = parse_value(text, TONNES, CATALOGUE)
    assert parsed.value == Decimal(1234)
    assert [(notice.kind, notice.detail) for notice in parsed.noticed] == [(kind, detail)]


def test_every_notice_can_happen():
    texts = ("1\u200b", "1*", "1 234", "=1")
    told = [notice.kind for text in texts for notice in parse_value(text, TONNES, CATALOGUE).noticed]
    assert (*told, "rate") == NOTICES  # a rate is one of a year: test_rates


def test_thirty_digits_are_kept_whatever_stands_around_them():
    digits = "123456789012345678901234567891"
    below = Decimal(digits).copy_negate()
    for text in (f"-{digits}", f"负{digits}", f"({digits})", f"=-{digits}", f"-1.{digits[1:]}E29", f"=0-{digits}"):
        assert parse_value(text, TONNES, CATALOGUE).value == below, text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("=12*3+4", "40"), ("=(1,200+300)/4", "375"), ("=-2*-3", "6"), ("＝10÷4", "2.5"), ("=2×3 万吨", "60000"),
        ("=.5*2", "1"), ("=1-1-1", "-1"), ("=8/2/2", "2"),
    ],
)  # fmt: skip
def test_a_sum_is_computed_exactly(text, value):
    assert parse_value(text, TONNES, CATALOGUE).value == Decimal(value)


@pytest.mark.parametrize(
    "text",
    ["=", "=()", "=1+", "=(1", "=1 1", "=" + "(" * 200, "=" + "-" * 299, "=" + "9*" * 140 + "9", "=1/3*3", "=2**3"],
)
def test_a_sum_without_an_exact_result_is_kept_as_typed(text):
    parsed = parse_value(text, TONNES, CATALOGUE)
    assert (parsed.value, parsed.unread) == (None, text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12.345", "12345"),
        ("93,6", "93.6"),
        ("1.250.000", "1250000"),
        ("1.250,5 t", "1250.5"),
        ("<0,1", "0.1"),
        ("7", "7"),
    ],
)
def test_with_a_decimal_comma_points_part_the_thousands(text, value):
    parsed = parse_value(text, TONNES, CATALOGUE, decimal="comma")
    assert parsed.value == Decimal(value)
    assert parse_value(parsed.typed, TONNES, CATALOGUE).value == Decimal(value), "what is kept reads the same for ever"


def test_with_a_decimal_comma_what_is_not_read_is_kept_as_it_stands():
    parsed = parse_value("12.34.5", TONNES, CATALOGUE, decimal="comma")
    assert (parsed.value, parsed.unread, parsed.typed) == (None, "12.34.5", "12.34.5")


UNITS = [m for m in {m.unit: m for m in CATALOGUE.metrics.values()}.values() if m.formula is None]
NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**12), max_value=10**12)


@settings(max_examples=80)
@example(next(m for m in UNITS if m.kind == "integer"), "zh-Hans", "", Format(4, "", 2), Decimal("45.000"))
@example(next(m for m in UNITS if m.kind == "integer"), "zh-Hans", "", Format(4, "", 2), Decimal("0.095"))
@given(
    st.sampled_from(UNITS), st.sampled_from(LANGUAGES), st.sampled_from(["", *QUALIFIERS]),
    st.sampled_from([Format(0, "", 2), Format(4, "", 2), Format(8, "", 4), Format(3, "", 1)]), NUMBERS,
)  # fmt: skip
def test_whatever_is_printed_is_read_back_as_the_same_value(metric, language, qualifier, form, value):
    shown = Display(metric, CATALOGUE, language, form).show(value, qualifier, with_unit=True)
    again = parse_value(shown, metric, CATALOGUE)
    assert again.value is not None, shown
    assert abs(again.value - value) <= again.resolution, shown
    if not qualifier:  # a qualified number is shown with no more decimals than it needs
        assert Display(metric, CATALOGUE, language, form).show(again.value, with_unit=True) == shown


@settings(max_examples=40)
@given(st.sampled_from(UNITS), st.sampled_from(LANGUAGES), NUMBERS)
def test_what_a_message_says_of_a_value_is_read_back(metric, language, value):
    shown = amount(Display(metric, CATALOGUE, language), value)
    assert parse_value(shown, metric, CATALOGUE).value is not None, shown


PIECES = st.sampled_from(
    [
        *"0123456789,.-–+*/=()（）%‰ '’e^x×~〜至到万亿千百十零一二五点成分之约超近以上余人吨¥$①²³注\u200b\u202f",
        "10",
        "HK$",
        "RMB",
        "百分之",
        "待定",
        "E+",
        " to ",
    ]
)


@settings(max_examples=300)
@given(
    st.lists(PIECES, max_size=12).map("".join),
    st.sampled_from(["point", "comma"]),
    st.sampled_from(["", "万吨", "％", "?"]),
)
def test_no_mixture_of_signs_raises_or_gives_two_answers(text, decimal, unit):
    parsed = parse_value(text, TONNES, CATALOGUE, unit, decimal)
    states = [parsed.empty, parsed.value is not None, bool(parsed.omission), bool(parsed.unread)]
    assert states.count(True) == 1
    if parsed.value is not None:
        again = parse_value(parsed.typed, TONNES, CATALOGUE, unit)
        assert replace(again, noticed=()) == replace(parsed, noticed=())


@settings(max_examples=60)
@given(st.from_regex(r"=[0-9+\-*/(). ]{0,30}", fullmatch=True))
def test_any_sum_is_exact_or_kept(text):
    parsed = parse_value(text, TONNES, CATALOGUE)
    if parsed.value is not None:
        assert not is_long_text(format(abs(parsed.value), "f"))
