"""Which slip makes one number of another, and how much of a name it leaves to be said."""

from decimal import Decimal

import pytest

from schema.validation.quoted.slips import least_named, looks_like, slip_of


@pytest.mark.parametrize(
    ("written", "known", "slip"),
    [
        ("3527", "3572", "exchanged"),
        ("3562", "3572", "digit"),
        ("352", "3572", "lost"),
        ("357", "3572", "lost"),
        ("35712", "3572", "lost"),
        ("35.72", "3572", "scale"),
        ("901200000", "901200000000", "scale"),
        ("25", "52", "exchanged"),
        ("62", "52", "digit"),
        ("3572", "3572", None),
        ("9", "6", None),
        ("4910", "3572", None),
        ("0", "3572", None),
    ],
)
def test_a_slip_is_told_by_the_digits(written, known, slip):
    assert slip_of(Decimal(written), Decimal(known)) == slip


def test_of_two_digits_a_changed_one_is_no_likeness():
    assert not looks_like(Decimal(62), [Decimal(52)])
    assert looks_like(Decimal(25), [Decimal(52)])
    assert looks_like(Decimal(3562), [Decimal(52), Decimal(3572)])


def test_the_rarer_a_slip_is_by_chance_the_less_must_be_said():
    def least(slip, known):
        return least_named(slip, Decimal(known), Decimal(known))

    assert least("exchanged", "3572") < least("digit", "3572") < least("lost", "3572")
    assert least("digit", "35724") < least("digit", "3572") < least("digit", "357") < least("digit", "35")
    assert least("digit", "7") >= 1
