"""Values that nobody has computed or checked with yet, and those that wait for everything to be checked."""

from decimal import Decimal

from desktop.work.fresh_values import FreshValues
from schema.grammar.reference import Key
from schema.values.changes import clear, keep
from schema.values.datapoint import DataPoint

ONE, OTHER = Key("staff", 2022), Key("water", 2022)


def test_a_value_is_fresh_until_it_was_checked():
    fresh = FreshValues()
    fresh.take([keep(DataPoint(ONE, Decimal(3), typed="3")), clear(OTHER)])
    assert ONE in fresh
    assert OTHER in fresh
    fresh.settle()
    assert ONE not in fresh
    assert OTHER not in fresh


def test_values_that_came_together_in_great_number_are_fresh_until_everything_was_checked():
    fresh = FreshValues()
    fresh.take([keep(DataPoint(ONE, Decimal(3), typed="3"))])
    fresh.wait([ONE])
    fresh.take([keep(DataPoint(OTHER, Decimal(4), typed="4"))])
    fresh.settle()
    assert ONE in fresh
    assert OTHER not in fresh
    fresh.forget()
    fresh.settle()
    assert ONE not in fresh
