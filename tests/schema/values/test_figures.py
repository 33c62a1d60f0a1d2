"""Totals, formulas, changes: unrounded, and missing in → missing out."""

from dataclasses import replace
from decimal import Decimal

import pytest

from schema.catalogue.definitions import Metric
from schema.catalogue.factors import FactorVersion
from schema.grammar.formula import Formula, Ref
from schema.grammar.formula_parser import FormulaError, FormulaReader
from schema.grammar.reference import Key
from schema.grammar.words import NO_WORDS
from schema.values.comparison import Step, difference, percent_change
from schema.values.datapoint import DataPoint, Snapshot
from schema.values.evaluation import Lookup, ZeroDivisor, evaluate
from schema.values.figures import Figures
from schema.values.qualifiers import QUALIFIERS


def figures(catalogue, **values: object) -> Figures:
    """Points by canonical reference written as code__code_YEAR[_breakdown_member] → value or omission."""
    points = {}
    for name, value in values.items():
        code, year, *category = name.split("_Y")[0].replace("__", "."), *name.split("_Y")[1].split("_")
        key = Key(code, int(year), category="=".join(category) if category else "")
        if isinstance(value, str):
            points[key] = DataPoint(key, omission=value, footnote="why")
        else:
            points[key] = DataPoint(key, value=Decimal(str(value)))
    return Figures(catalogue, Snapshot(points=points))


def test_the_published_energy_of_2021_follows_from_its_inputs(catalogue):
    found = figures(
        catalogue, energy__gas_Y2021="x", energy__diesel_Y2021=429.13,
        energy__electricity_Y2021=1195403.49, energy__heat_Y2021=24944.68,
    )  # fmt: skip
    assert found.value(Key("energy.direct", 2021)).missing == (Key("energy.gas", 2021),)


def test_one_complete_crossing_that_sums_gives_the_total(catalogue):
    found = figures(
        catalogue, workforce__fulltime_Y2021_gender_male=16335, workforce__fulltime_Y2021_gender_female=11763
    )
    result = found.value(Key("workforce.fulltime", 2021))
    assert (result.value, result.kind, result.total) == (Decimal(28098), "figure", True)


def test_a_missing_part_makes_the_total_missing(catalogue):
    found = figures(catalogue, workforce__fulltime_Y2021_gender_male=16335)
    assert found.value(Key("workforce.fulltime", 2021)).kind == "missing"


def test_a_part_that_is_not_applicable_counts_as_absent(catalogue):
    found = figures(
        catalogue, workforce__fulltime_Y2021_gender_male=16335, workforce__fulltime_Y2021_gender_female="not_applicable"
    )
    assert found.value(Key("workforce.fulltime", 2021)).value == Decimal(16335)


def test_a_typed_total_wins_over_its_parts(catalogue):
    found = figures(
        catalogue, workforce__fulltime_Y2021=28098,
        workforce__fulltime_Y2021_gender_male=1, workforce__fulltime_Y2021_gender_female=1,
    )  # fmt: skip
    assert found.value(Key("workforce.fulltime", 2021)).kind == "entered"


def test_change_on_last_year_is_in_percent_of_last_years_size(catalogue):
    found = figures(catalogue, water__fresh_Y2020=200, water__fresh_Y2021=150)
    assert difference(found, Key("water.fresh", 2021), Step()).value == Decimal(-50)
    assert percent_change(found, Key("water.fresh", 2021)).value == Decimal(-25)
    assert percent_change(found, Key("water.fresh", 2020)).reason == "missing"


def test_a_loss_that_shrinks_has_risen(catalogue):
    found = figures(catalogue, water__fresh_Y2020=-200, water__fresh_Y2021=-150)
    assert percent_change(found, Key("water.fresh", 2021)).value == Decimal(25)


@pytest.mark.parametrize("code", QUALIFIERS)
@pytest.mark.parametrize("member", ["male", "female"])
def test_a_total_of_which_one_part_is_qualified_has_its_direction(catalogue, code, member):
    points = {}
    for name in ("male", "female"):
        key = Key("workforce.fulltime", 2021, "", f"gender={name}")
        points[key] = DataPoint(key, Decimal(10), code if name == member else "")
    result = Figures(catalogue, Snapshot(points=points)).value(Key("workforce.fulltime", 2021))
    assert (result.value, result.qualifier, result.total) == (
        Decimal(20),
        "over" if code == "some_more" else code,
        True,
    )


def test_a_total_of_exact_parts_is_exact(catalogue):
    found = figures(catalogue, workforce__fulltime_Y2021_gender_male=1, workforce__fulltime_Y2021_gender_female=2)
    assert found.value(Key("workforce.fulltime", 2021)).qualifier == ""


@pytest.mark.parametrize(("year", "size"), [(2009, None), (2010, 1), (2020, 1), (2021, 2), (2030, 2), (2031, None)])
def test_the_factor_in_force_is_the_one_begun_last_and_not_yet_ended(catalogue, year, size):
    versions = [
        FactorVersion("coal", NO_WORDS, Decimal(value), "kg", Decimal(1), "", since, 2030, "")
        for value, since in ((2, 2021), (1, 2010))
    ]
    found = Figures(replace(catalogue, factors=tuple(versions)), Snapshot()).factor("coal", year)
    assert (found.value if found else None) == size


@pytest.mark.parametrize(
    ("above", "below", "whole"),
    [
        ("over", "", "over"),
        ("", "over", "less_than"),
        ("", "at_least", "at_most"),
        ("", "nearly", "over"),
        ("nearly", "", "nearly"),
        ("over", "nearly", "over"),
        ("over", "over", "about"),
        ("about", "", "about"),
    ],
)
def test_a_figure_of_qualified_inputs_has_the_direction_that_is_true(catalogue, above, below, whole):
    water, staff = Key("water.fresh", 2021), Key("workforce.total", 2021)
    points = {
        water: DataPoint(water, value=Decimal(100), qualifier=above),
        staff: DataPoint(staff, value=Decimal(10), qualifier=below),
    }
    result = Figures(catalogue, Snapshot(points=points)).value(Key("water.perhead", 2021))
    assert (result.value, result.qualifier) == (Decimal(10), whole)


def test_a_divisor_of_zero_is_a_reason_and_no_crash(catalogue):
    found = figures(catalogue, water__fresh_Y2021=100, workforce__total_Y2021=0)
    assert found.value(Key("water.perhead", 2021)).reason == "zero"


def test_a_factor_that_is_not_in_force_is_the_reason(catalogue):
    found = figures(catalogue, energy__gas_Y1990=1, energy__diesel_Y1990=1)
    assert found.value(Key("energy.direct", 1990)).reason == "factor"


@pytest.fixture(scope="module")
def reader() -> FormulaReader:
    return FormulaReader()


def value_of(reader: FormulaReader, text: str, **inputs: str | None) -> object:
    def reference(ref: Ref) -> list[Decimal | None]:
        codes = [ref.code + name for name in ("male", "female")] if "*" in ref.category else [ref.code]
        return [None if inputs.get(code) is None else Decimal(inputs[code]) for code in codes]

    return evaluate(reader.read(text), Lookup(reference, lambda code: Decimal(2)))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1 + 2 * 3", "7"),
        ("(1 + 2) * 3", "9"),
        ("8 - 2 - 1", "5"),
        ("8 / 2 / 2", "2"),
        ("-[a] + 1", "-9"),
        ("[a] * [factor.f]", "20"),
        ("SUM([a], [b], 1)", "14"),
        ("SUM([s:gender=*])", "7"),
        ("AVERAGE([a], [b])", "6.5"),
        ("MIN([a], [b])", "3"),
        ("MAX([a], [b])", "10"),
        ("ABS(0 - [b])", "3"),
        ("ROUND(2.345, 2)", "2.35"),
        ("IF([a] > [b], 1, 2)", "1"),
        ("IF(AND([a] > 1, NOT([b] > 5)), 1, 2)", "1"),
        ("IF(OR([a] < 1, [b] > 5), 1, 2)", "2"),
        ("50%", "0.5"),
        ("=[a]", "10"),
    ],
)
def test_a_formula_is_computed_as_excel_would(reader, text, value):
    assert value_of(reader, text, a="10", b="3", smale="4", sfemale="3") == Decimal(value)


def test_comparisons_are_true_or_false(reader):
    assert value_of(reader, "[a] <= [b]", a="1", b="1") is True
    assert value_of(reader, "[a] <> [b]", a="1", b="1") is False


@pytest.mark.parametrize(
    ("operator", "less", "same", "more"),
    [
        ("<", True, False, False),
        ("<=", True, True, False),
        (">", False, False, True),
        (">=", False, True, True),
        ("=", False, True, False),
        ("<>", True, False, True),
    ],
)
def test_each_comparison_at_its_edge(reader, operator, less, same, more):
    outcomes = [value_of(reader, f"[a] {operator} [b]", a=a, b="2") for a in ("1", "2", "3")]
    assert outcomes == [less, same, more]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("AND([a] > 0, [a] > 5)", False),
        ("AND([a] > 0, [a] > 1)", True),
        ("OR([a] > 5, [a] > 6)", False),
        ("OR([a] > 5, [a] > 1)", True),
        ("NOT([a] > 5)", True),
        ("AND([a] > 5, [none] > 1)", None),
        ("OR([a] > 1, [none] > 1)", None),
    ],
)
def test_conditions_are_joined_and_a_missing_one_leaves_them_open(reader, text, outcome):
    assert value_of(reader, text, a="2") is outcome


@pytest.mark.parametrize(
    "text", ["[a] + [none]", "SUM([a], [none])", "[a] > [none]", "IF([none] > 1, 1, 2)", "-[none]"]
)
def test_missing_in_is_missing_out(reader, text):
    assert value_of(reader, text, a="1") is None


def test_if_guards_a_zero_divisor(reader):
    assert value_of(reader, "IF([b] = 0, 0, [a] / [b])", a="1", b="0") == 0
    with pytest.raises(ZeroDivisor):
        value_of(reader, "[a] / [b]", a="1", b="0")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("1 +", "definition.formula_syntax"),
        ("[a", "definition.formula_syntax"),
        ("[A b]", "definition.formula_reference"),
        ("SQRT(4)", "definition.formula_function"),
        ("ROUND(1)", "definition.formula_arguments"),
        ("__import__('os')", "definition.formula_syntax"),
    ],
)
def test_a_wrong_formula_is_refused_with_its_reason(reader, text, reason):
    with pytest.raises(FormulaError) as caught:
        reader.read(text)
    assert caught.value.reason == reason


def test_a_formula_metric_ignores_a_typed_value(catalogue):
    key = Key("water.perhead", 2021)
    found = Figures(catalogue, Snapshot(points={key: DataPoint(key, value=Decimal(1))}))
    assert found.value(key).kind == "missing"


def test_units_of_a_sum_are_converted_before_it(catalogue):
    from dataclasses import replace

    from schema.grammar.formula import Operation

    tonnes = catalogue.metrics["waste.hazardous"]
    tree = Operation("+", (Ref("waste.hazardous", scale=Decimal(1000)), Ref("test.kg", scale=Decimal(1))))
    kg = Metric("test.kg", tonnes.name, "number", "kg", "", "flow", "csr")
    total = replace(tonnes, code="test.total", formula=Formula("", tree, Decimal(1000)))
    wide = replace(catalogue, metrics={**catalogue.metrics, "test.kg": kg, "test.total": total})
    points = {k: DataPoint(k, value=v) for k, v in
              ((Key("waste.hazardous", 2021), Decimal(2)), (Key("test.kg", 2021), Decimal(500)))}  # fmt: skip
    assert Figures(wide, Snapshot(points=points)).value(Key("test.total", 2021)).value == Decimal("2.5")
