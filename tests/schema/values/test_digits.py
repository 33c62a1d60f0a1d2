"""Long numbers: so many digits are read, and none of them is ever rounded away in silence."""

from decimal import Decimal, DivisionByZero

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schema.catalogue.definitions import Metric
from schema.catalogue.number_format import Format
from schema.catalogue.reading import Reading
from schema.catalogue.yaml_source import Source
from schema.grammar.decimals import EXACT, MOST_DIGITS, has_double, is_long, is_long_text, plain, quotient
from schema.grammar.formula import Formula
from schema.grammar.formula_parser import FormulaError, FormulaReader
from schema.grammar.reference import Key
from schema.values.comparison import moved
from schema.values.datapoint import DataPoint, Snapshot
from schema.values.display import Display, round_half_up, show_number
from schema.values.evaluation import Lookup, evaluate
from schema.values.figures import Figures
from schema.values.parse import parse_value
from tests.factories import small_catalogue, words

THIRTY = "123456789012345678901234567891"
LONG = Decimal(THIRTY)


@pytest.mark.parametrize(
    "text",
    [
        THIRTY,
        f"-{THIRTY}",
        f"000{THIRTY}",
        f"{THIRTY[:10]}.{THIRTY[10:]}",
        f"0.{THIRTY}",
        "0." + "0" * 29 + "1",
        "1" + "0" * 29,
        "123,456,789,012,345,678,901,234,567,891",
        "１２３４５６７８９０１２３４５６７８９０１２３４５６７８９１",
    ],
)
def test_thirty_digits_are_read_to_the_last(catalogue, metric, text):
    parsed = parse_value(text, metric("t"), catalogue)
    assert parsed.problem == ""
    assert parsed.value == Decimal(text.replace(",", ""))
    assert parse_value(f"约{text}吨", metric("t"), catalogue).value == parsed.value


@pytest.mark.parametrize(
    "text",
    [
        f"{THIRTY}1",
        f"-{THIRTY}.5",
        f"0.{THIRTY}1",
        "0." + "0" * 30 + "1",
        "1" + "0" * 30,
        "9" * 5000,
        "0." + "3" * 60,
        f"超过{THIRTY}9吨",
    ],
)
def test_more_digits_are_kept_as_typed_and_named(catalogue, metric, text):
    parsed = parse_value(text, metric("t"), catalogue)
    assert (parsed.value, parsed.unread, parsed.problem) == (None, text, "number.digits")
    assert 10 < len(parsed.detail) < 20


def test_scale_words_and_units_keep_every_digit(catalogue, metric):
    assert parse_value(f"{THIRTY}万亿", metric("cny"), catalogue).value == EXACT.scaleb(LONG, 12)
    assert parse_value(f"{THIRTY} MWh", metric("kwh"), catalogue).value == EXACT.scaleb(LONG, 3)
    assert parse_value("3.6 MJ", metric("kwh"), catalogue).value == Decimal(1)
    shown = Display(metric("cny"), catalogue, "zh-Hans", Format(12, "", 0)).show(EXACT.scaleb(LONG, 12), with_unit=True)
    assert shown.replace(",", "") == f"{THIRTY}万亿元"


def test_a_conversion_that_does_not_end_keeps_forty_digits(catalogue, metric):
    value = parse_value("1 MJ", metric("kwh"), catalogue).value
    assert plain(value) == "0.2777777777777777777777777777777777777778"


def test_a_quotient_that_ends_is_exact_however_long():
    whole = Decimal("1." + "0" * 59 + "7")
    assert EXACT.multiply(quotient(whole, Decimal(8)), Decimal(8)) == whole
    assert quotient(Decimal(1), Decimal(3)) == Decimal("0." + "3" * 40)
    assert quotient(Decimal(2), Decimal(3)) == Decimal("0." + "6" * 39 + "7")
    with pytest.raises(DivisionByZero):
        quotient(Decimal(1), Decimal(0))


LARGEST = EXACT.scaleb(LONG, 12 + 9)
SMALLEST = Decimal("1E-39")


def test_the_largest_and_the_smallest_that_can_be_typed_are_added_exactly():
    total = EXACT.add(LARGEST, SMALLEST)
    assert EXACT.subtract(total, LARGEST) == SMALLEST


def computed(text: str, **values: Decimal) -> Decimal:
    names = {code: Metric(code, words(code), "number", "t", "", "flow", "hr") for code in values}
    formula = Formula(text, FormulaReader().read(text))
    lookup = Lookup(lambda ref: [values[ref.code]], lambda _: None)
    assert names
    return evaluate(formula.tree, lookup)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("-[a]", -1),
        ("ABS(-[a])", 1),
        ("[a] + [a]", 2),
        ("[a] * 3 - [a]", 2),
        ("SUM([a], [a], [a])", 3),
        ("AVERAGE([a], [a])", 1),
        ("MAX([a], 1)", 1),
        ("ROUND([a], 0)", 1),
        ("ROUND([a], 99999999999999)", 1),
        ("IF([a] > 1, [a], 0)", 1),
    ],
)
def test_a_formula_loses_no_digit(text, wanted):
    assert computed(text, a=LONG) == EXACT.multiply(LONG, Decimal(wanted))
    assert computed("ROUND([a], -99999999999999)", a=LONG) == 0


def test_what_no_number_holds_is_computed_without_a_crash():
    huge = Decimal("9" * 40 + "0" * 5000)
    assert computed("[a] / 3 + [a] * [a]", a=huge) > huge
    assert moved(huge, Decimal(3)) is not None
    assert round_half_up(huge, 2) == huge


def test_a_total_of_long_parts_is_exact():
    male, female = (Key("staff.total", 2022, "", f"gender={member}") for member in ("male", "female"))
    points = {male: DataPoint(male, LONG), female: DataPoint(female, Decimal(1))}
    total = Figures(small_catalogue(), Snapshot(points=points)).value(Key("staff.total", 2022))
    assert total.value == Decimal("123456789012345678901234567892")


@pytest.mark.parametrize("digits", ["9" * 59, "9" * 60, "1" + "0" * 400, "7" * 110, "12" * 20 + "0" * 5000])
@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_a_number_that_an_earlier_program_stored_is_shown_to_the_last_digit(catalogue, metric, digits, language):
    for form, with_unit in ((Format(decimals=2), True), (Format(), False), (Format(0, "kg", 0), True)):
        shown = Display(metric("t"), catalogue, language, form).show(Decimal(digits), with_unit=with_unit)
        assert shown.replace(",", "").startswith(digits)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=12, min_value=-(10**17), max_value=10**17))
def test_every_typed_digit_is_shown_again(catalogue, value):
    thing = Metric("a", words("甲"), "number", "t", "", "flow", "csr")
    typed = format(value, "f")
    parsed = parse_value(typed, thing, catalogue)
    shown = Display(thing, catalogue, "en", Format(decimals=12)).show(parsed.value)
    assert parse_value(shown, thing, catalogue).value == value


def test_what_is_long():
    assert [is_long(Decimal(text)) for text in ("9" * 30, "9" * 30 + "000", "0." + "9" * 30)] == [False] * 3
    assert [is_long(Decimal(text)) for text in ("9" * 31, "0." + "9" * 31, "1E+60", "1E+99999")] == [True] * 4
    assert not is_long(Decimal("1E+59"))
    assert [is_long_text(text) for text in ("0" * 40 + "1", "0." + "0" * 30, "." + "1" * 30)] == [False] * 3
    assert [is_long_text(text) for text in ("1" * 31, "0." + "0" * 31, "." + "1" * 31)] == [True] * 3
    assert (has_double(Decimal("9.9E+307")), has_double(Decimal("1E+308"))) == (True, False)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (THIRTY, ""),
        ("1E+29", ""),
        (f"{THIRTY}1", "definition.digits"),
        ("0." + "0" * 30 + "1", "definition.digits"),
        ("1E-31", "definition.digits"),
        ("1E+999999", "definition.digits"),
        ("NaN", "definition.not_a_number"),
        ("-Infinity", "definition.not_a_number"),
        ("many", "definition.not_a_number"),
    ],
)
def test_a_number_of_the_definitions_has_as_many_digits(text, code):
    reading = Reading(None)  # type: ignore[arg-type]
    value = reading.decimal(text, Source("factors.csv"), ("value",))
    assert [mistake.code for mistake in reading.mistakes] == ([code] if code else [])
    assert (value is None) is bool(code)


def test_a_formula_with_a_longer_number_is_refused():
    assert FormulaReader().read(f"[a] + {THIRTY}")
    with pytest.raises(FormulaError) as refused:
        FormulaReader().read(f"[a] + {THIRTY}1")
    assert (refused.value.reason, refused.value.column) == ("definition.digits", 7)
    assert len(THIRTY) == MOST_DIGITS


def test_a_number_is_shown_from_its_own_steps(catalogue, metric):
    from schema.values.display import shape

    made = shape(metric("t"), catalogue, "en", Format(decimals=0))
    assert show_number(made, LONG).replace(",", "") == THIRTY
