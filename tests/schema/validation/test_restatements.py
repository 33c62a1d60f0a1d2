"""A restatement answers the doubt about what was printed, for the value that it was stated for."""

from dataclasses import replace
from decimal import Decimal

import pytest

from schema.catalogue.outline import Definitions
from schema.grammar.reference import Key
from schema.grammar.words import Words
from schema.validation.contradictions.prints import everywhere
from schema.validation.published import by_key, check_published
from schema.validation.restatements import Refused, restate
from schema.validation.statements.texts import Texts
from schema.values.datapoint import DataPoint, PublishedValue, Restatement, Snapshot
from schema.values.figures import Figures
from schema.values.restatements import restatements_of
from tests.schema.validation.given import catalogue, number, sound
from tests.schema.validation.test_drift import world

KEY = Key("gas", 2021)
PRINTED = PublishedValue("esg-2021", KEY, "544.4", Decimal("544.4"), resolution=Decimal("0.1"), place="p. 5")


def figures(value: str = "544.2", stated: Restatement | None = None, printed: PublishedValue = PRINTED) -> Figures:
    points = {KEY: DataPoint(KEY, Decimal(value))}
    held = {} if stated is None else {(stated.report, stated.key): stated}
    return Figures(catalogue(number("gas")), Snapshot(points=points, published=(printed,), restatements=held))


def drafted(value: str = "544.2") -> Restatement:
    found = restate(figures(value), "esg-2021", KEY)
    assert isinstance(found, Restatement)
    return replace(found, reason=Words("重新统计", en="counted anew"))


def codes(found: Figures) -> list[str]:
    printed = by_key(found.snapshot.published)
    contradicting = [c.issue for c in everywhere(Texts(Definitions(found.catalogue, {}), found)) if c.state == "open"]
    return [issue.code for issue in sound([*contradicting, *check_published(printed, found)], found.catalogue)]


def test_it_holds_what_was_printed_and_what_is_true_now():
    stated = drafted()
    assert (stated.text, stated.place, stated.old, stated.new) == ("544.4", "p. 5", Decimal("544.4"), Decimal("544.2"))


def test_the_doubt_goes_away_with_the_reason():
    assert codes(figures()) == ["contradiction.differs"]
    assert codes(figures(stated=drafted())) == []


def test_a_slip_in_print_may_be_restated():
    tenfold = replace(PRINTED, value=Decimal(5442), text="5442", resolution=Decimal(1))
    assert codes(figures(printed=tenfold)) == ["contradiction.slip"]
    stated = restate(figures(printed=tenfold), "esg-2021", KEY)
    assert codes(figures(stated=stated, printed=tenfold)) == []


def test_a_value_that_changes_again_asks_again():
    assert codes(figures("540.0", drafted())) == ["contradiction.stale"]


def test_a_value_that_is_as_printed_needs_no_restatement():
    assert codes(figures("544.4", drafted())) == ["restatement.idle"]


@pytest.mark.parametrize(
    ("value", "report", "code"),
    [("544.4", "esg-2021", "restate.equal"), ("544.2", "csr-2019", "restate.not_printed")],
)
def test_there_is_nothing_to_restate(value, report, code):
    refused = restate(figures(value), report, KEY)
    assert isinstance(refused, Refused)
    assert refused.code == code


def test_a_print_that_is_true_by_its_qualifier_alone_can_be_restated_and_after_a_withdrawal_again():
    over = replace(PRINTED, text="超过500", value=Decimal(500), qualifier="over", resolution=Decimal(1))
    stated = restate(figures(printed=over), "esg-2021", KEY)
    assert isinstance(stated, Restatement)
    assert (stated.text, stated.old, stated.new) == ("超过500", Decimal(500), Decimal("544.2"))
    assert codes(figures(stated=stated, printed=over)) == []
    same = Snapshot(points={KEY: DataPoint(KEY, Decimal(500), "over")}, published=(over,))
    assert isinstance(restate(Figures(catalogue(number("gas")), same), "esg-2021", KEY), Refused)


def test_a_missing_value_cannot_be_restated():
    empty = Figures(catalogue(number("gas")), Snapshot(points={}, published=(PRINTED,)))
    refused = restate(empty, "esg-2021", KEY)
    assert isinstance(refused, Refused)
    assert refused.code == "restate.no_value"


def test_only_later_reports_tell_it_and_only_while_it_holds():
    outline = world(number("gas")).outlines["csr-2022"]
    told = figures(stated=drafted())
    later, same = replace(outline, year=2022), replace(outline, code="esg-2021", year=2021)
    assert list(restatements_of(told, {}, later, KEY)) == [drafted()]
    assert list(restatements_of(told, {"esg-2021": same}, same, KEY)) == []
    assert list(restatements_of(told, {}, replace(outline, year=2021), KEY)) == []
    assert list(restatements_of(figures("540", drafted()), {}, later, KEY)) == []
    assert list(restatements_of(told, {}, later, Key("gas", 2022))) == []


def test_a_refusal_names_the_report_and_the_value():
    refused = restate(figures(), "csr-2019", KEY)
    assert isinstance(refused, Refused)
    assert refused.params == {"report": "csr-2019", "reference": "gas@2021"}
