"""Values of quarters and months: checked like those of years, against the same part of other years, and footed."""

from dataclasses import replace
from decimal import Decimal

import pytest

from schema.catalogue.loader import load_definitions
from schema.grammar.reference import Key
from schema.validation.check import check, check_point
from schema.values.datapoint import DataPoint
from schema.values.figures import Figures
from tests.insurer import amount, insurer_snapshot, typed, write_insurer
from tests.schema.validation.given import said, say_in_each_language

PREMIUMS = Key("premiums", 2021)
SUM = sum((amount("premiums", 2021, span) for span in ("q1", "q2", "q3", "q4")), Decimal(0))


@pytest.fixture(scope="module")
def insurer(tmp_path_factory, program):
    return load_definitions(write_insurer(tmp_path_factory.mktemp("insurer")), program)


@pytest.fixture
def found(insurer):
    def of(*more: DataPoint, family: str = "", without=()):
        held = insurer_snapshot(*more, without=without)
        issues = check(insurer, held, Figures(insurer.catalogue, held))
        for issue in issues:
            say_in_each_language(issue, insurer.catalogue)
        return [issue for issue in issues if issue.code.startswith(family)]

    return of


def test_a_typed_year_is_footed_against_its_quarters(found):
    assert found(typed("premiums", 2021, "", SUM), family="total.") == []
    (issue,) = found(typed("premiums", 2021, "", SUM + 7), family="total.")
    assert (issue.code, issue.key) == ("total.differs", PREMIUMS)
    assert (said(issue)["total"], said(issue)["sum"]) == (format(SUM + 7, "f"), format(SUM, "f"))


def test_a_typed_half_is_footed_as_well(found):
    (issue,) = found(typed("premiums", 2021, "h1", 5), family="total.")
    assert (issue.severity, issue.key.span in ("h1", "q1", "q2")) == ("error", True)


def test_a_year_that_is_not_what_stands_at_its_end_is_doubted(found):
    assert found(typed("donated", 2021, "", 10000 * 2021 + 5000), family="total.") == []
    (issue,) = found(typed("donated", 2021, "", 10000 * 2021), family="total.")
    assert (issue.code, issue.severity, issue.key) == ("total.last", "doubt", Key("donated", 2021))
    assert issue.facts["part"] == Key("donated", 2021, span="h2")


def test_what_is_missing_of_the_reports_year_is_named_by_its_part(found):
    lacking = replace(PREMIUMS, span="q2")
    assert lacking in [issue.key for issue in found(family="missing", without=(lacking,))] + [
        issue.key for issue in found(family="blank", without=(lacking,))
    ]


def test_a_quarter_is_held_against_the_same_quarter_of_last_year(insurer):
    far = typed("premiums", 2021, "q3", amount("premiums", 2020, "q3") * 1000)
    held = insurer_snapshot(far)
    issues = check_point(insurer, Figures(insurer.catalogue, held), far.key)
    (issue,) = (issue for issue in issues if issue.code.startswith("change."))
    last = format(amount("premiums", 2020, "q3"), "f")
    assert (issue.key.span, said(issue)["before"], issue.facts["year"]) == ("q3", last, 2020)


def test_at_a_quarter_its_year_is_footed_too(insurer):
    held = insurer_snapshot(typed("premiums", 2021, "", SUM + 7))
    issues = check_point(insurer, Figures(insurer.catalogue, held), replace(PREMIUMS, span="q1"))
    assert [issue.key for issue in issues if issue.code == "total.differs"] == [PREMIUMS]
