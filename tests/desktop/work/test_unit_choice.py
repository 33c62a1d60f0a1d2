"""The units in which a typed number may be meant."""

from __future__ import annotations

import pytest

from desktop.work.unit_choice import label_choices, unit_choices
from desktop.work.wording import make_wording
from schema.catalogue.outline import Definitions, Placement
from tests.trader import trade_definitions


def choices(definitions: Definitions, code: str, text: str) -> dict[str, str]:
    metric = definitions.catalogue.metrics[code]
    wording = make_wording(metric, Placement(code), definitions.catalogue, "zh-Hans", {})
    return {one.name: one.text for one in unit_choices(wording, text)}


@pytest.fixture
def energy(definitions: Definitions) -> str:
    return next(code for code, one in definitions.catalogue.metrics.items() if one.unit == "mwh" and not one.formula)


def test_a_number_is_offered_in_every_unit_that_converts_with_what_it_comes_to(definitions, energy):
    metric = definitions.catalogue.metrics[energy]
    wording = make_wording(metric, Placement(energy), definitions.catalogue, "zh-Hans", {})
    offered = {one.name: one for one in unit_choices(wording, "1500")}
    assert "兆瓦时" not in offered  # that is what it means already
    assert offered["吉焦"].text == "1500吉焦"
    assert offered["千瓦时"].means.startswith("1.5")
    assert not offered.keys() & {"千克", "小时"}


def test_another_unit_takes_the_place_of_the_one_that_is_typed_and_the_qualifier_stays(definitions, energy):
    assert choices(definitions, energy, "超过 1500 kWh")["吉焦"] == "超过 1500吉焦"
    assert choices(definitions, energy, "1.5万千瓦时")["吉焦"] == "1.5万吉焦"


def test_nothing_is_offered_without_a_number(definitions, energy):
    assert choices(definitions, energy, "") == {}
    assert choices(definitions, energy, "不详") == {}


def test_a_yes_or_no_and_a_choice_offer_their_answers_and_no_units(tmp_path, program):
    definitions = trade_definitions(tmp_path, program)

    def offered(code: str, language: str) -> tuple[str, ...]:
        metric = definitions.catalogue.metrics[code]
        wording = make_wording(metric, Placement(code), definitions.catalogue, language, {})
        assert code == "staff" or not unit_choices(wording, "是")
        return label_choices(wording)

    assert offered("policy.bribery", "zh-Hans") == ("是", "否")
    assert offered("policy.level", "en") == ("Not begun", "Partial", "Full")
    assert offered("policy.date", "en") == offered("staff", "en") == ()
