"""How far a figure may be off because its inputs were only known rounded."""

from decimal import Decimal

import pytest

from schema.validation.precision import entered_leaves, reach
from schema.values.figures import Figures
from tests.schema.validation.given import catalogue, key, metric, number, point, printed, snapshot

PER_HEAD = number("perhead", formula="[energy] * 10 / [staff]")
ENERGY = number("energy", formula="[gas] + [oil] + [gas]")
KNOWN = catalogue(metric(), number(), number("oil"), ENERGY, PER_HEAD)
DATA = [point("gas", "20"), point("oil", "60"), point("staff", "100")]


def reached(published, data=DATA, code="perhead"):
    figures = Figures(KNOWN, snapshot(data, published))
    return reach(figures.value(key(code)), figures)


def test_a_figure_comes_from_what_was_entered_through_every_figure_between_each_once():
    figures = Figures(KNOWN, snapshot(DATA))
    assert entered_leaves(figures.value(key("perhead")), figures) == (key("gas"), key("oil"), key("staff"))
    assert entered_leaves(figures.value(key("gas")), figures) == ()


def test_each_input_moves_the_figure_by_half_of_its_printed_step():
    assert reached([printed("oil", "60", "10")]) == (Decimal("0.5"), (key("oil"),))
    assert reached([printed("gas", "20", "10")]) == (Decimal(1), (key("gas"),))
    assert reached([printed("oil", "60", "10"), printed("gas", "20", "10")]) == (
        Decimal("1.5"),
        (key("gas"), key("oil")),
    )


def test_of_several_prints_of_one_value_the_finest_counts_and_those_of_another_value_do_not():
    prints = [printed("oil", "60", "10"), printed("oil", "60", "2", report="other"), printed("oil", "61", "0.1")]
    assert reached(prints) == (Decimal("0.1"), (key("oil"),))
    assert reached(prints[2:]) == (Decimal(0), ())


@pytest.mark.parametrize(("step", "moving"), [("1", ()), ("0.1", ()), ("10", ("staff",))])
def test_a_count_to_the_last_one_is_exact(step, moving):
    total, keys = reached([printed("staff", "100", step)])
    assert keys == tuple(map(key, moving))
    assert (total > 0) is bool(moving)


def test_more_of_what_is_divided_by_moves_the_figure_down_and_counts_as_far():
    data = [point("gas", "10"), point("oil", "10"), point("staff", "10")]
    assert reached([printed("staff", "10", "20")], data) == (Decimal(15), (key("staff"),))


def test_what_was_never_printed_or_has_no_value_moves_nothing():
    assert reached([]) == (Decimal(0), ())
    assert reached([printed("oil", "60", "10")], DATA[:2]) == (Decimal(0), ())
