"""Slips of the hand at their edges: the last ratio that counts as a power of ten, and the first that does not."""

from decimal import Decimal

import pytest

from schema.validation.slips import (
    ENERGY_UNITS,
    MASS_UNITS,
    copied,
    slip_from_evidence,
    slip_from_last_year,
    swapped,
    transposed,
)
from tests.schema.validation.given import metric, number, share


def last_year(value, before, of=None):
    return slip_from_last_year(Decimal(value), Decimal(before), of or number())


def evidence(value, known, step="1", of=None):
    return slip_from_evidence(Decimal(value), Decimal(known), Decimal(step), of or number())


@pytest.mark.parametrize("power", [10, 100, 1000, 10000, 100000000])
def test_each_power_is_named_in_both_directions(power):
    assert last_year(power * 7, 7) == f"slip.times.{power}"
    assert last_year(7, power * 7) == f"slip.part.{power}"


@pytest.mark.parametrize(
    ("value", "slip"),
    [
        ("7.49", ""),
        ("7.5", "slip.times.10"),
        ("13.3", "slip.times.10"),
        ("13.4", ""),
        ("74", ""),
        ("75", "slip.times.100"),
    ],
)
def test_the_band_round_a_power_includes_its_ends(value, slip):
    assert last_year(value, "1") == slip
    assert last_year("1", value) == slip.replace("times", "part")


@pytest.mark.parametrize(("value", "before"), [("0", "10"), ("10", "0"), ("-10", "100"), ("100", "-10"), ("0", "0.01")])
def test_zero_and_negative_numbers_are_no_power_of_ten(value, before):
    assert last_year(value, before) in ("", "slip.sign")
    assert not last_year(value, before).startswith(("slip.times", "slip.part"))


def test_values_between_zero_and_one_are_measured_too():
    assert last_year("0.5", "0.05") == "slip.times.10"
    assert last_year("0.05", "0.5") == "slip.part.10"


@pytest.mark.parametrize("unit", sorted(ENERGY_UNITS))
def test_a_thousand_between_energies_is_their_units(unit):
    assert last_year("5000", "5", number(unit=unit)) == "slip.energy.more"
    assert last_year("5", "5000", number(unit=unit)) == "slip.energy.less"
    assert last_year("500", "5", number(unit=unit)) == "slip.times.100"


@pytest.mark.parametrize("unit", sorted(MASS_UNITS))
def test_a_thousand_between_masses_is_their_units(unit):
    assert last_year("5000", "5", number(unit=unit)) == "slip.mass.more"
    assert last_year("5", "5000", number(unit=unit)) == "slip.mass.less"
    assert last_year("50", "5", number(unit=unit)) == "slip.times.10"


def test_a_percentage_as_a_fraction_has_its_own_name():
    assert last_year("0.93", "93", share()) == "slip.fraction"
    assert last_year("93", "0.93", share()) == "slip.times.100"
    assert last_year("0.93", "9.3", share()) == "slip.part.10"
    assert last_year("0.93", "93") == "slip.part.100"


def test_small_counts_jump_by_themselves_up_to_a_hundred():
    assert last_year("99", "9.9", metric()) == ""
    assert last_year("9.9", "99", metric()) == ""
    assert last_year("100", "10", metric()) == "slip.times.10"
    assert last_year("10", "100", metric()) == "slip.part.10"
    assert last_year("99", "9.9") == "slip.times.10"


def test_a_changed_sign_is_told_before_anything_else():
    assert last_year("-500", "500") == "slip.sign"
    assert last_year("500", "-500") == "slip.sign"
    assert last_year("-500", "501") == ""
    assert evidence("-500", "500") == "slip.sign"
    assert evidence("-500", "499") == ""


@pytest.mark.parametrize(
    ("value", "known", "step", "slip"),
    [
        ("1000", "100", "0", "slip.times.10"),
        ("1001", "100", "0", "slip.times.10"),  # a thousandth beside it still counts
        ("1002", "100", "0", ""),
        ("999", "100", "0", "slip.times.10"),
        ("998", "100", "0", ""),
        ("1011", "100", "1", "slip.times.10"),  # and the step that the evidence is given to
        ("1012", "100", "1", ""),
        ("1100", "100", "50", "slip.times.10"),  # never more than a tenth
        ("1101", "100", "50", ""),
    ],
)
def test_evidence_counts_as_near_as_it_is_given(value, known, step, slip):
    assert evidence(value, known, step) == slip


@pytest.mark.parametrize(("value", "known"), [("0", "10"), ("10", "0"), ("0", "0")])
def test_zero_is_no_slip_of_any_evidence(value, known):
    assert evidence(value, known) == ""


def test_changed_places_are_told_where_nothing_else_explains_them():
    assert evidence("1324", "1234", "1") == "slip.digits"
    assert evidence("1243", "1234", "1") == "slip.digits"


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("1234", "1324", True),
        ("-1234", "1324", True),
        ("1234", "1234", False),
        ("1234", "13240", False),
        ("12", "21", False),  # of two digits, as likely as not
        ("1.2", "2.1", False),
        ("123", "132", True),
        ("1.23", "1.32", True),
        ("12.3", "13.2", False),  # across the decimal point
        ("1234", "1432", False),  # not neighbours
        ("1234", "1334", False),  # one digit
        ("1234", "2143", False),  # four digits
        ("1234", "1256", False),  # neighbours of other digits
        ("1234", "1424", False),
        ("1123", "1213", True),
    ],
)
def test_two_neighbouring_digits_changed_places(first, second, expected):
    assert transposed(Decimal(first), Decimal(second)) is expected
    assert transposed(Decimal(second), Decimal(first)) is expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [("123", True), ("1.23", True), ("-123", True), ("12", False), ("1200", False), ("0.0012", False), ("1020", True)],
)
def test_a_value_copied_from_last_year_has_three_digits_that_count(value, expected):
    assert copied(Decimal(value), Decimal(value), number()) is expected


def test_another_value_and_a_cumulative_one_are_not_copied():
    assert not copied(Decimal("123"), Decimal("124"), number())
    assert not copied(Decimal("123"), Decimal("123"), number(timing="cumulative"))
    assert copied(Decimal("123"), Decimal("123"), number(timing="stock"))


def pair(*texts):
    return Decimal(texts[0]), Decimal(texts[1])


@pytest.mark.parametrize(
    ("now", "before", "tolerance", "expected"),
    [
        (("10", "90"), ("90", "10"), "0", True),
        (("10", "90"), ("90", "11"), "0", False),
        (("10", "91"), ("90", "10"), "0", False),
        (("50", "50"), ("50", "50"), "0", False),  # alike: nothing was exchanged
        (("99", "90"), ("90", "99"), "0.1", False),  # too near each other to tell
        (("11", "99"), ("90", "10"), "0.1", True),  # each just within a tenth
        (("11.1", "99.1"), ("90", "10"), "0.1", True),  # both grew by about as much
        (("20", "180"), ("90", "10"), "0.1", True),
        (("20", "180"), ("90", "10"), "0", False),  # exactly is exactly
        (("40", "360"), ("90", "10"), "0.1", False),  # four times is not thinkable
        (("30", "270"), ("91", "10"), "0.1", True),  # three times is
        (("30.1", "270"), ("91", "10"), "0.1", False),
        (("30", "270"), ("90", "10"), "0.1", False),  # 30 may have come out of 90 by itself
        (("20", "60"), ("30", "10"), "0.1", False),  # 20 may have come out of 30 by itself
        (("20", "140"), ("90", "10"), "0.1", False),  # they grew too unlike
    ],
)
def test_a_pair_with_exchanged_members(now, before, tolerance, expected):
    assert swapped(pair(*now), pair(*before), Decimal(tolerance)) is expected
