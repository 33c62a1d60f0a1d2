"""A metric that adds up over entities keeps that when its form changes something else."""

from dataclasses import replace

import pytest

from desktop.work.structure.metrics import checked_metric, draft_of
from tests.factories import words
from tests.food_maker import food_definitions


@pytest.mark.parametrize("code", ["output", "staff", "defects"])
def test_a_renamed_metric_asks_and_adds_up_over_the_same_entities(tmp_path, program, code):
    definitions = food_definitions(tmp_path, program)
    before = definitions.catalogue.metrics[code]
    after, issues = checked_metric(definitions, replace(draft_of(before), name=words("新名")), before)
    assert issues == ()
    assert (after.name.en, after.entities, set(after.sum_over)) == ("新名", before.entities, set(before.sum_over))
    assert draft_of(before).adds_up == (code == "staff")  # over its breakdowns
