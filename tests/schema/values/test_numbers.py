"""Shown values: one rounding, scale words per language, qualifiers, units."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schema.catalogue.number_format import Format, parse_format
from schema.grammar.decimals import plain
from schema.values.display import Display, display_unit, group_number, resolution, round_half_up, show_percent


@pytest.mark.parametrize(
    ("value", "decimals", "rounded"),
    [("2.5", 0, "3"), ("-2.5", 0, "-3"), ("0.125", 2, "0.13"), ("1.005", 2, "1.01"), ("24.35", 1, "24.4")],
)
def test_rounding_is_half_away_from_zero(value, decimals, rounded):
    assert round_half_up(Decimal(value), decimals) == Decimal(rounded)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**12), max_value=10**12))
def test_plain_notation_keeps_the_value_and_has_no_exponent(value):
    text = plain(value)
    assert Decimal(text) == value
    assert "E" not in text
    assert not ("." in text and text.endswith("0"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0.00", Format(decimals=2)),
        ("0", Format(decimals=0)),
        ("万t 0.00", Format(4, "t", 2)),
        ("萬噸 0.00", Format(4, "t", 2)),
        ("亿", Format(8)),
        ("万元", Format(4, "cny")),
        ("%", Format(0, "percent")),
        ("change% 0.0", Format(decimals=1, change="change%")),
        ("千克", Format(0, "kg")),
    ],
)
def test_a_format_is_read(catalogue, text, expected):
    assert parse_format(text, catalogue.units) == expected


def test_nonsense_is_no_format(catalogue):
    assert parse_format("0,00 furlong", catalogue.units) is None


@pytest.mark.parametrize(
    ("language", "text"),
    [("zh-Hans", "5.7亿元"), ("zh-Hant", "5.7億元"), ("en", "RMB 570 million")],
)
def test_each_language_keeps_the_resolution_with_its_own_scale_word(catalogue, metric, language, text):
    shown = Display(metric(), catalogue, language, Format(8, "", 1)).show(Decimal("573000000"), with_unit=True)
    assert shown == text


@pytest.mark.parametrize(
    ("qualifier", "hans", "hant", "english"),
    [
        ("over", "超过7,570万元", "超過7,570萬元", "over RMB 75.70 million"),
        ("nearly", "近7,570万元", "近7,570萬元", "nearly RMB 75.70 million"),
        ("about", "约7,570万元", "約7,570萬元", "about RMB 75.70 million"),
        ("at_least", "7,570万元以上", "7,570萬元以上", "at least RMB 75.70 million"),
        ("some_more", "7,570余万元", "7,570餘萬元", "more than RMB 75.70 million"),
    ],
)
def test_a_qualifier_is_said_in_each_language(catalogue, metric, qualifier, hans, hant, english):
    for language, expected in (("zh-Hans", hans), ("zh-Hant", hant), ("en", english)):
        display = Display(metric(), catalogue, language, Format(4, "", 0))
        shown = display.show(Decimal(75_700_000), qualifier, with_unit=True)
        assert shown == expected


def test_a_stored_tonne_can_be_shown_in_kilograms(catalogue, metric):
    assert (
        Display(metric("t"), catalogue, "en", Format(0, "kg", 0)).show(Decimal("2.586"), with_unit=True) == "2,586 kg"
    )


def test_a_table_number_has_no_unit_but_percent_has_its_sign(catalogue, metric):
    assert Display(metric("t"), catalogue, "zh-Hans", Format(decimals=2)).show(Decimal("1234.5")) == "1,234.50"
    assert (
        Display(metric("percent", "percent"), catalogue, "zh-Hans", Format(decimals=1)).show(Decimal("93.6")) == "93.6%"
    )


@pytest.mark.parametrize(("language", "head"), [("zh-Hans", "万吨"), ("zh-Hant", "萬噸"), ("en", "thousand t")])
def test_a_table_head_names_scale_and_unit(catalogue, metric, language, head):
    assert display_unit(metric("t", display="万t 0.00"), catalogue, language) == head


def test_table_number_and_head_agree_in_english(catalogue, metric):
    thing = metric("t", display="万t 0.00")
    assert Display(thing, catalogue, "en").show(Decimal(704_300)) == "704.3"


def test_the_resolution_is_in_the_stored_unit(catalogue, metric):
    assert resolution(metric("t", display="万t 0.00"), catalogue) == Decimal(100)


def test_zero_never_shows_a_minus_sign():
    assert group_number(Decimal("-0.001"), 2) == "0.00"
    assert show_percent(Decimal("-0.01"), 1, signed=True) == "0.0%"


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**10), max_value=10**10))
def test_all_languages_show_the_same_size(catalogue, value):
    from schema.catalogue.definitions import Metric
    from schema.grammar.words import Words

    thing = Metric("a", Words("a", "a", "a"), "number", "t", "万t 0.00", "flow", "csr")
    chinese = Decimal(Display(thing, catalogue, "zh-Hans").show(value).replace(",", "")) * 10_000
    english = Decimal(Display(thing, catalogue, "en").show(value).replace(",", "")) * 1_000
    assert chinese == english


def test_english_text_says_billion_where_no_digit_is_lost(catalogue, metric):
    form = Format(8, "", 0)
    assert (
        Display(metric(), catalogue, "en", form).show(Decimal(680_000_000_000), with_unit=True) == "RMB 680.0 billion"
    )


@pytest.mark.parametrize(
    ("value", "scale", "text"),
    [
        (990_000, 4, "RMB 990 thousand"),
        (1_000_000, 4, "RMB 1.00 million"),
        (-990_000, 4, "RMB -990 thousand"),
        (-1_000_000, 4, "RMB -1.00 million"),
        (999_000_000, 6, "RMB 999 million"),
        (1_000_000_000, 6, "RMB 1,000 million"),
        (900_000_000, 8, "RMB 900 million"),
        (1_000_000_000, 8, "RMB 1.0 billion"),
    ],
)
def test_running_english_says_the_wider_word_from_exactly_one_of_it(catalogue, metric, value, scale, text):
    shown = Display(metric(), catalogue, "en", Format(scale, "", 0)).show(Decimal(value), with_unit=True)
    assert shown == text


@pytest.mark.parametrize(
    ("value", "shown"), [("0.05", "+0.1%"), ("0.04", "0.0%"), ("-0.05", "-0.1%"), ("0", "0.0%"), ("12", "+12.0%")]
)
def test_a_change_has_its_sign_unless_it_is_shown_as_nothing(value, shown):
    assert show_percent(Decimal(value), signed=True) == shown


@pytest.mark.parametrize(
    ("value", "shown"), [("5", "5"), ("5.10", "5.1"), ("5.12", "5.12"), ("5.125", "5.13"), ("5.004", "5.00")]
)
def test_without_a_format_two_decimals_are_shown_where_there_are_any(catalogue, metric, value, shown):
    assert Display(metric("t"), catalogue, "en").show(Decimal(value)) == shown


def test_a_count_has_no_decimals_but_as_a_part_of_a_scale_word(catalogue, metric):
    count = metric("person", "integer")
    assert Display(count, catalogue, "en").show(Decimal(12345)) == "12,345"
    assert Display(count, catalogue, "zh-Hans", Format(4)).show(Decimal(12345), with_unit=True) == "1.23万人"
