"""The sample of mutants is the same wherever it is drawn, and each survivor is named."""

from tests.tools.mutants import draw, summary

NAMES = [f"schema.values.m.x_f__mutmut_{number}" for number in range(100)]


def test_a_seed_draws_the_same_mutants_in_whatever_order_they_are_listed():
    drawn = draw(NAMES, 10, 7)
    assert len(set(drawn)) == 10
    assert draw(NAMES[::-1], 10, 7) == drawn
    assert draw(NAMES, 10, 8) != drawn


def test_a_sample_greater_than_all_is_all():
    assert draw(NAMES, 1000, 7) == sorted(NAMES)


def test_what_no_test_notices_is_named_and_counts_against_the_gate():
    statuses = ("killed", "timeout", "survived", "no tests")
    percent, lines = summary(NAMES[:4], dict(zip(NAMES, statuses, strict=False)))
    assert percent == 50
    assert lines[0] == "4 mutants, 50.0 % killed: 1 killed, 1 timeout, 1 survived, 1 no tests"
    assert lines[1:] == [f"  {NAMES[2]}: survived", f"  {NAMES[3]}: no tests"]
