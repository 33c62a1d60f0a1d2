"""Count and share side by side: a part of a breakdown in percent of the whole."""

from dataclasses import replace
from decimal import Decimal

import pytest

from schema.catalogue.number_format import SHARE, parse_format, tells_value
from schema.grammar.reference import Key
from schema.values.figures import Figures
from schema.values.whole_shares import share_of_whole
from tests.trader import trade_definitions, typed

MALE = Key("staff", 2022, category="gender=male")


@pytest.fixture(scope="module")
def definitions(tmp_path_factory, program):
    return trade_definitions(tmp_path_factory.mktemp("trader"), program)


def share(definitions, form=SHARE, *, whole="700", part="600"):
    snapshot = typed(definitions, staff_2022=whole, staff_2021=part)
    points = dict(snapshot.points)
    points[MALE] = replace(points.pop(Key("staff", 2021)), key=MALE)
    figures = Figures(definitions.catalogue, replace(snapshot, points={k: p for k, p in points.items() if p.typed}))
    return share_of_whole(figures, MALE, parse_format(form, definitions.catalogue.units))


def test_a_share_is_unrounded_and_has_the_decimals_that_are_asked_for(definitions):
    found = share(definitions)
    assert (round(found.value, 4), found.decimals, found.reason) == (Decimal("85.7143"), 1, "")
    assert share(definitions, "share% 0").decimals == 0
    assert share(definitions, "share% 0.00").decimals == 2


@pytest.mark.parametrize(
    ("whole", "part"), [("约700", "600"), ("700", "超过600"), ("0", "0"), ("700", "-1")]
)  # fmt: skip
def test_no_share_is_told_of_what_is_not_exact(definitions, whole, part):
    found = share(definitions, whole=whole, part=part)
    assert (found.value, found.reason) == (None, "inexact")


def test_what_is_missing_is_named(definitions):
    assert share(definitions, whole="不适用").lacking == Key("staff", 2022)
    assert share(definitions, part="不适用").lacking == MALE
    figures = Figures(definitions.catalogue, typed(definitions, staff_2022="5"))
    whole = share_of_whole(figures, Key("staff", 2022), parse_format(SHARE, definitions.catalogue.units))
    assert whole.reason == "missing"


def test_a_format_tells_the_value_or_something_else():
    assert [form for form in ("", "万 0.0", "change", "change% 0.0", "share%", "share% 0") if not tells_value(form)] == [
        "change", "change% 0.0", "share%", "share% 0",
    ]  # fmt: skip
