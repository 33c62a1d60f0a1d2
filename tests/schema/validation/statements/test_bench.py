"""The faults that the bench plants in the sample: enough of them are found, and what is true is left alone."""

import pytest

from tests.bench.statements_bench import measure, sample, totals


@pytest.mark.long
def test_planted_faults_are_found_and_true_sentences_are_left_alone():
    counts, wrong, own = measure(*sample())
    found, alarms = totals(counts)
    assert found >= 95, wrong
    assert alarms <= 5, wrong
    assert own <= 1
