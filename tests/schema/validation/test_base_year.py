"""Who came or went since the base year of emissions, and weighs, is told."""

from dataclasses import replace
from decimal import Decimal

import pytest

from schema.catalogue.definitions import Unit
from schema.catalogue.entities import Entity
from schema.validation.base_year import check_base_year
from schema.values.datapoint import Restatement
from schema.values.figures import Figures
from tests.factories import words
from tests.schema.validation.given import catalogue, key, number, point, said, snapshot, sound

CARBON = Unit("tco2e", words("t"), Decimal(1000), "carbon^1")


def known(*entities, base=2020):
    made = catalogue(
        number("ghg", "tco2e"), number("part", "tco2e"), number("whole", "tco2e", formula="[ghg] + [part]")
    )
    units = {**made.units, "tco2e": CARBON}
    return replace(made, units=units, entities=entities, company=replace(made.company, base_year=base))


def entity(code, since=0, until=0, **more):
    return Entity(code, words(code), since=since, until=until, **more)


def told(found, data, only=None, **more):
    held = replace(snapshot(data), **more)
    return sound(check_base_year(Figures(found, held), only), found)


def values(own, year="2022", whole="100", at="plant"):
    return [
        point(f"ghg@{year}", whole), point(f"part@{year}", "0"), point(f"ghg/{at}@{year}", own),
        point(f"part/{at}@{year}", "0"), point("ghg@2022", "100"),
    ]  # fmt: skip


@pytest.mark.parametrize(("own", "codes"), [("4.9", []), ("5", ["emissions.joined"]), ("60", ["emissions.joined"])])
def test_an_entity_that_joined_is_told_from_five_percent_on(own, codes):
    issues = told(known(entity("plant", since=2021)), values(own))
    assert [issue.code for issue in issues] == codes
    assert [issue.key for issue in issues] == [key("whole@2022")][: len(codes)]


def test_it_is_told_by_name_with_what_it_makes_up():
    (issue,) = told(known(entity("plant", since=2021)), values("60"))
    assert said(issue) == {"entity": "plant", "base": "2020", "share": "60%"}


@pytest.mark.parametrize(
    ("since", "until", "codes"),
    [(2020, 0, []), (2021, 0, ["emissions.joined"]), (2022, 0, ["emissions.joined"]), (2023, 0, []), (0, 0, [])],
)
def test_what_was_there_in_the_base_year_or_is_not_yet_is_silent(since, until, codes):
    assert [one.code for one in told(known(entity("plant", since, until)), values("60"))] == codes


@pytest.mark.parametrize(("until", "codes"), [(2021, ["emissions.left"]), (2022, []), (2020, []), (2019, [])])
def test_an_entity_that_left_is_told_by_what_it_was_in_the_base_year(until, codes):
    assert [one.code for one in told(known(entity("plant", until=until)), values("60", year="2020"))] == codes


def test_only_its_share_counts_where_the_equity_share_decides():
    half = entity("plant", since=2021, share=Decimal(50), boundary="equity")
    assert told(known(half), values("9.9")) == []
    assert len(told(known(half), values("10"))) == 1


def test_a_restated_base_year_is_recalculated():
    where = ("r", key("whole@2020"))
    restated = {where: Restatement("r", where[1], "1", "p. 5", Decimal(1), Decimal(2))}
    assert told(known(entity("plant", since=2021)), values("60"), restatements=restated) == []
    elsewhere = {("r", key("whole@2021")): restated[where]}
    assert len(told(known(entity("plant", since=2021)), values("60"), restatements=elsewhere)) == 1


def test_without_a_base_year_or_before_it_nothing_is_told():
    plant = entity("plant", since=2021)
    assert told(known(plant, base=None), values("60")) == []
    assert told(known(plant, base=2022), values("60")) == []


def test_another_report_is_not_told_what_it_does_not_show():
    plant = entity("plant", since=2021)
    assert told(known(plant), values("60"), only=["ghg"]) == []
    assert len(told(known(plant), values("60"), only=["whole"])) == 1


def test_an_entity_without_emissions_of_its_own_is_silent():
    assert told(known(entity("plant", since=2021)), values("60", at="other")) == []
