"""An entity's department gets what it is asked for of its entity, and nothing of the others."""

import pytest

from schema.catalogue.compiled import to_json
from schema.exchange.packs.cut_definitions import Whole, cut_share
from schema.exchange.packs.foreign_definitions import BadDefinitions, read_foreign
from schema.exchange.packs.share_things import share_things
from schema.moment import Moment
from schema.validation.shares import asked_items
from schema.values.datapoint import DataPoint
from schema.values.requests import Request, Step
from tests.food_maker import food_definitions, food_snapshot

REPORT = "food-2022"


@pytest.fixture(scope="module")
def moment(tmp_path_factory, program):
    return Moment(food_definitions(tmp_path_factory.mktemp("food"), program), food_snapshot())


def cut(moment, department):
    whole = Whole(moment.definitions, moment.snapshot, moment.contents)
    share = cut_share(whole, REPORT, department)
    request = Request(REPORT, department, "2026-12-31", "", Step("编", "2026-11-30T08:00:00Z"))
    return share, [thing for thing in share_things(whole, share, request) if isinstance(thing, DataPoint)]


def test_the_share_of_a_plants_office_has_that_plants_values_alone(moment):
    share, points = cut(moment, "harbin")
    assert {point.key.entity for point in points} == {"harbin"}
    assert {point.key.metric for point in points} == {"energy.electricity", "energy.diesel", "output", "staff"}
    assert share.definitions.catalogue.entities == moment.catalogue.entities


def test_the_small_workspace_asks_the_same_as_the_large_one(moment):
    for department in ("harbin", "ehs", "hr"):
        share, points = cut(moment, department)
        small = Moment(share.definitions, food_snapshot(*points))
        large = {item.at for item in asked_items(moment.contents(REPORT)) if item.owner == department}
        assert {item.at for item in asked_items(small.contents(REPORT)) if item.owner == department} == large


def test_definitions_from_elsewhere_with_entities_are_read_and_a_broken_tree_is_refused(moment):
    import json
    from dataclasses import replace

    share, _ = cut(moment, "harbin")
    assert read_foreign(json.loads(to_json(share.definitions)))
    first, *others = share.definitions.catalogue.entities
    for broken in (
        replace(first, parent="nowhere"),
        replace(first, parent="harbin"),
        replace(first, department="none"),
    ):
        catalogue = replace(share.definitions.catalogue, entities=(broken, *others))
        with pytest.raises(BadDefinitions):
            read_foreign(json.loads(to_json(replace(share.definitions, catalogue=catalogue))))
