"""What is told of a figure is true whatever its inputs are; else it is not told, with a reason."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schema.grammar.reference import Key
from schema.validation.comparison_words import untold_words
from schema.values.comparison import percent_change
from schema.values.datapoint import DataPoint, PublishedValue, Snapshot
from schema.values.figures import Figures
from schema.values.intervals import within_reach
from schema.values.parse import parse_value
from schema.values.teller import Teller, as_reported

FRESH, STAFF, PERHEAD = Key("water.fresh", 2021), Key("workforce.total", 2021), Key("water.perhead", 2021)


def point(catalogue, key, typed, **more):
    parsed = parse_value(typed, catalogue.metrics[key.metric], catalogue)
    return DataPoint(key, parsed.value, parsed.qualifier, typed=parsed.typed, **more)


def rounded(value, step):
    assert value is not None
    return value.quantize(Decimal(step))


def told(catalogue, *points, digits=True, key=PERHEAD, published=()):
    figures = Figures(catalogue, Snapshot(points={p.key: p for p in points}, published=published))
    return figures.telling(Teller(figures, digits=digits)), key


def perhead(catalogue, water, staff, water_more=None, staff_more=None):
    points = point(catalogue, FRESH, water, **(water_more or {})), point(catalogue, STAFF, staff, **(staff_more or {}))
    figures, key = told(catalogue, *points)
    return figures.value(key), figures


@pytest.mark.parametrize(
    ("water", "staff", "value", "qualifier"),
    [
        ("1,234.56", "100", "12.3456", ""),  # a head more or less is not in doubt
        ("超过 1,234.56", "100", "12.3456", "over"),
        ("1,234.56", "近 100", "12.3456", "over"),
        ("约 1,234.56", "100", "12.3456", "about"),
        ("12,345", "30", "411.5", "about"),  # 12,345 t are 12,344.5 to 12,345.5
        ("0.73万", "30", "243", "about"),  # 7,250 to 7,350 t for 30 people
    ],
)
def test_a_figure_is_told_as_finely_as_its_inputs_bear(catalogue, water, staff, value, qualifier):
    result, _ = perhead(catalogue, water, staff)
    assert (rounded(result.value, value), result.qualifier) == (Decimal(value), qualifier)


@pytest.mark.parametrize(
    ("water", "staff", "reason"),
    [
        ("超过 1,234.56", "超过 100", "qualified"),
        ("约 1,234.56", "约 100", "qualified"),
        ("近 1,234.56", "近 100", "qualified"),
        (("1,234.56", {"as_of": "2021-06-30"}), ("100", {"as_of": "2021-12-31"}), "as_of"),
        (("1,234.56", {"since": 2018}), ("100", {"since": 2020}), "since"),
        ("2", "3", "coarse"),
    ],
)
def test_what_follows_from_inputs_that_do_not_go_together_is_not_told(catalogue, water, staff, reason):
    (water, *first), (staff, *second) = ((x,) if isinstance(x, str) else x for x in (water, staff))
    result, figures = perhead(catalogue, water, staff, *first, **({"staff_more": second[0]} if second else {}))
    assert (result.value, result.reason, result.untold) == (None, reason, True)
    for language in ("zh-Hans", "zh-Hant", "en"):
        assert untold_words(result, figures, language)


def test_a_figure_that_is_not_told_has_no_change(catalogue):
    points = [
        point(catalogue, replace(key, period=year), typed)
        for key, typed in ((FRESH, "超过 1,234.56"), (STAFF, "超过 100"))
        for year in (2020, 2021)
    ]
    figures, key = told(catalogue, *points)
    assert percent_change(figures, key).reason == "inputs"


def test_the_change_of_a_rounded_figure_is_that_of_all_its_digits(catalogue):
    points = [
        point(catalogue, replace(key, period=year), typed)
        for key, year, typed in (
            (FRESH, 2020, "1,000,000"), (STAFF, 2020, "3"), (FRESH, 2021, "1,500,005"), (STAFF, 2021, "3"),
        )
    ]  # fmt: skip
    figures, key = told(catalogue, *points)
    assert figures.value(key).qualifier == "about"
    assert rounded(percent_change(figures, key).value, "0.0001") == Decimal("50.0005")


def test_a_report_that_is_reproduced_keeps_its_digits_and_prints_what_it_printed(sample_definitions, sample_snapshot):
    key, outline = Key("waste.nonhazardous.perhead", 2021), sample_definitions.outlines["esg-2021"]
    figures = Figures(sample_definitions.catalogue, sample_snapshot)
    reproduced = as_reported(figures, outline).value(key)
    assert (reproduced.value, rounded(reproduced.computed, "0.01")) == (Decimal("239.13"), Decimal("240.46"))
    renewed = as_reported(figures, replace(outline, figures="computed")).value(key)
    assert (renewed.value, renewed.qualifier, renewed.exact) == (Decimal(240), "about", reproduced.computed)


def test_print_that_agrees_bears_out_more_digits_than_the_inputs_do(catalogue):
    printed = PublishedValue("r", PERHEAD, "411.50", Decimal("411.50"), resolution=Decimal("0.01"))
    figures, key = told(
        catalogue, point(catalogue, FRESH, "12,345"), point(catalogue, STAFF, "30"), published=[printed]
    )
    assert (figures.value(key).qualifier, figures.value(key).exact) == ("", None)


def test_a_sum_has_the_decimals_of_its_parts(catalogue):
    scopes = [point(catalogue, Key(code, 2021), "12.34 万t") for code in ("ghg.scope1", "ghg.scope2")]
    figures, key = told(catalogue, *scopes, key=Key("ghg.total", 2021))
    assert (figures.value(key).value, figures.value(key).qualifier) == (Decimal(246800), "")


AMOUNT = st.decimals(min_value=Decimal("0.01"), max_value=Decimal(10**7), places=2)
WORDS = st.sampled_from(["", "over", "at_least", "nearly", "about", "less_than", "at_most"])
SHARE = st.decimals(min_value=0, max_value=1, places=3)


@given(AMOUNT, WORDS, st.integers(1, 10**6), WORDS, SHARE, SHARE)
def test_what_is_told_is_true_wherever_the_inputs_lie(catalogue, water, above, staff, below, one, other):
    points = (
        DataPoint(FRESH, water, above, typed=f"{water}"),
        DataPoint(STAFF, Decimal(staff), below, typed=f"{staff}"),
    )
    figures, key = told(catalogue, *points)
    result = figures.value(key)
    if result.value is None or (above == below == "" and result.exact is None):
        return  # not told; or exact, to half a step
    half = Decimal(0) if above else Decimal("0.005")
    typed = ((water, above, half), (Decimal(staff), below, Decimal(0)))
    lies = [within_reach(value, qualifier, step) for value, qualifier, step in typed]
    truth = [i.low + (i.high - i.low) * share for i, share in zip(lies, (one, other), strict=True)]
    if truth[1] <= 0:
        return
    ends = within_reach(result.value, result.qualifier)
    slack = Decimal("1e-20")
    side = {"over": 1, "at_least": 1, "some_more": 1, "nearly": -1, "less_than": -1, "at_most": -1}.get(
        result.qualifier, 0
    )
    quotient = truth[0] / truth[1]
    assert side < 0 or quotient >= ends.low - slack - (abs(result.value) / 100 if side == 0 else 0)
    assert side > 0 or quotient <= ends.high + slack + (abs(result.value) / 100 if side == 0 else 0)
