"""What a sentence should say instead: its own word, or the other of the pair."""

from decimal import Decimal

import pytest

from schema.validation.statements.statement import Claim, Statement
from schema.validation.statements.wording import change_words, like_typed

UP, DOWN = Decimal(5), Decimal(-5)


def claim(quote, sense="up", to=False):
    return Claim(0, len(quote), quote, sense, to)


@pytest.mark.parametrize(
    ("language", "said", "difference", "size", "words"),
    [
        ("zh-Hans", claim("增加"), DOWN, "7 起", "减少 7 起"),
        ("zh-Hans", claim("减少", "down"), DOWN, "7 起", "减少 7 起"),
        ("zh-Hans", claim("减少", "down"), UP, "7 起", "增加 7 起"),
        ("zh-Hant", claim("增長"), DOWN, "3%", "下降 3%"),
        ("zh-Hans", claim("增至", to=True), DOWN, "3 人", "降至 3 人"),
        ("zh-Hans", claim("飙升"), UP, "3%", "飙升 3%"),
        ("zh-Hans", claim("飙升"), DOWN, "3%", "下降 3%"),
        ("zh-Hans", claim("飙升至", to=True), DOWN, "3%", "降至 3%"),
        ("zh-Hans", None, UP, "3%", "增长 3%"),
        ("zh-Hans", claim("翻番", "double"), DOWN, "", "下降"),
        ("zh-Hans", claim("增加"), Decimal(0), "7 起", "持平"),
        ("en", claim("rose"), DOWN, "3%", "fell by 3%"),
        ("en", claim("Rose"), UP, "3%", "rose by 3%"),
        ("en", claim("soared"), UP, "3%", "rose by 3%"),
        ("en", claim("up"), DOWN, "3%", "down 3%"),
        ("en", claim("increase"), DOWN, "3%", "3% decrease"),
        ("en", claim("rose to", to=True), DOWN, "RMB 5 million", "fell to RMB 5 million"),
        ("en", claim("rose"), DOWN, "", "fell"),
        ("en", claim("went up to", to=True), DOWN, "RMB 5 million", "went down to RMB 5 million"),
        ("en", claim("went up"), DOWN, "3%", "went down by 3%"),
        ("zh-Hans", claim("增长至", to=True), DOWN, "3 人", "下降至 3 人"),
        ("en", None, DOWN, "3%", "fell by 3%"),
        ("en", claim("rose"), Decimal(0), "3%", "unchanged"),
    ],
)
def test_a_change_is_said_in_the_word_of_the_text_or_in_its_opposite(language, said, difference, size, words):
    assert change_words(language, said, difference, size) == words


def typed(quote, value, high=None):
    return Statement(0, len(quote), quote, Decimal(value), Decimal(1), high)


@pytest.mark.parametrize(
    ("quote", "stored", "value", "words"),
    [
        ("7,570 万元", "75700000", "75800000", "7,580 万元"),
        ("超过 3.7 亿", "370000000", "412000000", "4.1 亿"),
        ("人民币 5 亿元", "500000000", "600000000", "人民币 6 亿元"),
        ("12.5 吨", "12.5", "0.001", "0.0010 吨"),
        ("12.5 吨", "12.5", "0", "0.0 吨"),
        ("20 万人以上", "200000", "300000", "30 万人"),
    ],
)
def test_a_stored_value_is_said_in_the_scale_unit_and_decimals_of_the_typed_one(quote, stored, value, words):
    assert like_typed(typed(quote, stored), typed(quote, stored), Decimal(value)) == words


def test_a_number_in_words_a_range_and_nothing_have_no_form_to_follow():
    assert like_typed(typed("两万人", "20000"), typed("两万人", "20000"), Decimal(5)) == ""
    assert like_typed(typed("2–3 万", "20000", Decimal(30000)), typed("2 万", "20000"), Decimal(5)) == ""
    assert like_typed(typed("0 人", "0"), typed("0 人", "0"), Decimal(5)) == ""
