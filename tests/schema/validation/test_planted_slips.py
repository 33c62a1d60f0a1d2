"""Slips by powers of ten planted on a fixed draw of the sample's values: what share is told and named."""

import pytest

from tests.bench.slips_bench import Sample, drawn, plant


@pytest.fixture(scope="module")
def sample(sample_definitions, sample_snapshot):
    return Sample(sample_definitions, sample_snapshot)


def share(scores, what):
    return sum(getattr(score, what) for score in scores.values()) / sum(score.planted for score in scores.values())


@pytest.mark.parametrize("printed", [True, False])
def test_with_a_last_year_nineteen_of_twenty_are_told_and_few_are_named_wrongly(sample, printed):
    scores, alarms, missed = plant(sample, sample.values(last_year=True), printed=printed)
    assert share(scores, "told") >= 0.95, missed
    assert share(scores, "misnamed") <= 0.02
    assert share(scores, "named") >= (0.98 if printed else 0.85)
    assert not alarms


def test_without_a_last_year_print_tells_almost_all_and_other_evidence_two_of_five(sample):
    keys = drawn(sample.values(last_year=False), 50)
    scores, alarms, _ = plant(sample, keys, printed=True)
    assert share(scores, "told") >= 0.95
    assert not alarms
    scores, alarms, missed = plant(sample, keys, printed=False)
    assert share(scores, "told") >= 0.4, missed
    assert share(scores, "named") >= 0.18
    assert share(scores, "misnamed") <= 0.04
    assert alarms.total() <= 3
