"""Words around a number: each member of the registry, in each language, through everything that has to know it."""

from dataclasses import fields
from decimal import Decimal
from itertools import product

import pytest

from schema.catalogue.number_format import Format
from schema.grammar.words import LANGUAGES, Words
from schema.values import qualifiers
from schema.values.display import Display, qualifier_words
from schema.values.intervals import by_the_letter, within_reach
from schema.values.parse import parse_value
from schema.values.qualifiers import EXACTLY, QUALIFIERS, Qualifier, qualifier_of

THIRTY = Decimal(30)
WRITTEN = [(word, code) for code, row in QUALIFIERS.items() for word in row.written_before]
BEHIND = [(word, code) for code, row in QUALIFIERS.items() for word in row.written_after]
WALK = list(product(QUALIFIERS, LANGUAGES))


def same_claim(code: str, other: str) -> bool:
    """Whether two qualifiers say the same; English has no word of its own for 余."""
    rows = (qualifier_of(code), qualifier_of(other))
    return len({(row.side, row.strict, row.reach) for row in rows}) == 1


@pytest.mark.parametrize(("word", "code"), WRITTEN)
def test_each_word_before_a_number_means_its_qualifier(catalogue, metric, word, code):
    for text in (f"{word}30人", f"{word} 30", f"{word.upper()}30"):
        parsed = parse_value(text, metric("person"), catalogue)
        assert (parsed.value, parsed.qualifier) == (THIRTY, code), text


@pytest.mark.parametrize(("word", "code"), BEHIND)
def test_each_word_behind_a_number_means_its_qualifier(catalogue, metric, word, code):
    for text, value in ((f"30{word}", 30), (f"30人{word}", 30), (f"30{word}万人", 300000), (f"30万{word}人", 300000)):
        parsed = parse_value(text, metric("person"), catalogue)
        assert (parsed.value, parsed.qualifier) == (Decimal(value), code), text


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("不足30人", "less_than"),
        ("少于30人", "less_than"),
        ("少於30人", "less_than"),
        ("under 30", "less_than"),
        ("less than 30", "less_than"),
        ("fewer than 30", "less_than"),
        ("＜30", "less_than"),
        ("30人以内", "at_most"),
        ("30人以內", "at_most"),
        ("不超过30人", "at_most"),
        ("不超過30人", "at_most"),
        ("至多30人", "at_most"),
        ("30人及以下", "at_most"),
        ("up to 30", "at_most"),
        ("no more than 30", "at_most"),
        ("≤30", "at_most"),
        ("＜＝30", "at_most"),
        ("<= 30", "at_most"),
        ("超过30人", "over"),
        ("不少于30人", "at_least"),
        ("不低于30人", "at_least"),
        (">=30", "at_least"),
        ("30人左右", "about"),
    ],
)
def test_a_word_inside_another_is_not_taken_for_it(catalogue, metric, text, code):
    parsed = parse_value(text, metric("person"), catalogue)
    assert (parsed.value, parsed.qualifier) == (THIRTY, code)


def test_no_word_means_two_things():
    assert len({word for word, _ in WRITTEN}) == len(WRITTEN)
    assert len({word for word, _ in BEHIND}) == len(BEHIND)


@pytest.mark.parametrize("text", ["近30余人", "不足30人以上", "超过30人以内", "over 30 or less"])
def test_a_number_that_is_said_to_be_above_and_below_is_kept_as_typed(catalogue, metric, text):
    parsed = parse_value(text, metric("person"), catalogue)
    assert (parsed.unread, parsed.problem) == (text, "number.unreadable")


def test_two_qualifiers_that_agree_are_read_as_the_one_behind(catalogue, metric):
    assert parse_value("约30余人", metric("person"), catalogue).qualifier == "some_more"
    assert parse_value("至少30人以上", metric("person"), catalogue).qualifier == "at_least"


@pytest.mark.parametrize(("code", "language"), WALK)
def test_each_qualifier_is_said_and_read_back_in_each_language(catalogue, metric, code, language):
    assert any(qualifier_words(code, language))
    for unit, kind, text in (("person", "integer", "30"), ("percent", "percent", "30%")):
        thing = metric(unit, kind)
        for form, with_unit in ((Format(), True), (Format(), False), (Format(4, "", 0), True)):
            value = THIRTY.scaleb(form.scale)
            shown = Display(thing, catalogue, language, form).show(value, code, with_unit=with_unit)
            parsed = parse_value(shown, thing, catalogue)
            assert shown != text, shown
            assert same_claim(parsed.qualifier, code), shown


@pytest.mark.parametrize(
    ("code", "hans", "hant", "english"),
    [
        ("less_than", "不足7,570万元", "不足7,570萬元", "under RMB 75.70 million"),
        ("at_most", "不超过7,570万元", "不超過7,570萬元", "at most RMB 75.70 million"),
        ("at_least", "7,570万元以上", "7,570萬元以上", "at least RMB 75.70 million"),
        ("some_more", "7,570余万元", "7,570餘萬元", "more than RMB 75.70 million"),
    ],
)
def test_a_sum_of_money_is_said_with_its_qualifier(catalogue, metric, code, hans, hant, english):
    for language, expected in zip(LANGUAGES, (hans, hant, english), strict=True):
        display = Display(metric(), catalogue, language, Format(4, "", 0))
        shown = display.show(Decimal(75_700_000), code, with_unit=True)
        assert shown == expected


def test_a_share_keeps_its_word_inside(catalogue, metric):
    thing = metric("percent", "percent")
    shown = [Display(thing, catalogue, "zh-Hans").show(THIRTY, "some_more", with_unit=w) for w in (True, False)]
    assert shown == ["30余%", "30余%"]


@pytest.mark.parametrize("code", ["", *QUALIFIERS])
@pytest.mark.parametrize("value", ["2.34", "2.36", "2.35", "-2.34", "-2.36", "-2.35", "0.04", "-0.04", "2.30"])
def test_the_sentence_is_still_true_after_rounding(catalogue, metric, code, value):
    thing, exact = metric("t"), Decimal(value)
    text = Display(thing, catalogue, "zh-Hans", Format(decimals=1)).show(exact, code)
    shown = parse_value(text, thing, catalogue).value
    assert shown is not None
    assert abs(shown - exact) < Decimal("0.1")
    match qualifier_of(code).side:
        case "above":
            assert shown <= exact, text
        case "below":
            assert shown >= exact, text
        case _:
            assert abs(shown - exact) <= Decimal("0.05"), text


def test_a_number_without_direction_is_rounded_half_up(catalogue, metric):
    shown = {
        code: Display(metric("t"), catalogue, "en", Format(decimals=1)).show(Decimal("2.35"), code)
        for code in ("", "about", "over", "less_than")
    }
    assert shown == {"": "2.4", "about": "about 2.4", "over": "over 2.3", "less_than": "under 2.4"}


@pytest.mark.parametrize("code", QUALIFIERS)
def test_a_qualifier_stands_for_values_on_its_own_side(code):
    row, value = QUALIFIERS[code], Decimal(100)
    low, high = Decimal("99.99"), Decimal("100.01")
    above, below = row.side in ("above", "around"), row.side in ("below", "around")
    for said in (within_reach(value, code), by_the_letter(value, code)):
        assert said.meets(within_reach(high)) is above
        assert said.meets(within_reach(low)) is below
        assert said.meets(within_reach(value)) is not row.strict
    assert by_the_letter(value, code).meets(within_reach(Decimal(10**9))) is (row.side == "above")
    assert by_the_letter(value, code).meets(within_reach(Decimal(-(10**9)))) is (row.side == "below")


@pytest.mark.parametrize("code", QUALIFIERS)
def test_a_negative_number_is_qualified_in_the_same_direction(code):
    row, value = QUALIFIERS[code], Decimal(-100)
    assert within_reach(value, code).meets(within_reach(Decimal("-99.9"))) is (row.side in ("above", "around"))
    assert within_reach(value, code).meets(within_reach(Decimal("-100.1"))) is (row.side in ("below", "around"))


def test_a_code_that_is_no_qualifier_is_never_taken_for_an_exact_number():
    assert qualifier_of("") is EXACTLY
    with pytest.raises(KeyError):
        qualifier_of("scarcely")


def test_a_member_of_the_registry_is_all_that_a_new_qualifier_takes(catalogue, metric, monkeypatch):
    row = Qualifier(
        "scarcely", "below", True, Decimal("0.05"), ("勉强", "scarcely"), ("弱",),
        Words("勉强", "勉強", "scarcely "), after=Words("弱", "弱", ""),
    )  # fmt: skip
    monkeypatch.setitem(qualifiers.QUALIFIERS, row.code, row)  # pyright: ignore
    thing = metric("person")
    assert parse_value("勉强30万人", thing, catalogue).qualifier == parse_value("30人弱", thing, catalogue).qualifier
    assert parse_value("Scarcely 30", thing, catalogue).qualifier == "scarcely"
    shown = [Display(thing, catalogue, n, Format(decimals=0)).show(Decimal("29.2"), row.code) for n in LANGUAGES]
    assert shown == ["勉强30弱", "勉強30弱", "scarcely 30"]
    assert (within_reach(THIRTY, row.code).low, by_the_letter(THIRTY, row.code).open_high) == (Decimal("28.50"), True)


def test_a_row_cannot_leave_out_what_a_dispatch_needs():
    needed = {field.name for field in fields(Qualifier)} - {"inside", "after", "upper"}
    assert needed == {"code", "side", "strict", "reach", "written_before", "written_after", "before", "fronted"}
    with pytest.raises(TypeError):
        Qualifier("scarcely", "below")  # type: ignore[call-arg]
