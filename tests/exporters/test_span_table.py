"""A table whose columns are the parts of the report's year, and what is called by a fiscal year."""

from decimal import Decimal

import pytest

from exporters.assembly.document import build_document
from exporters.content import Chart, LinkedNumber, Table
from schema.catalogue.loader import load_definitions
from schema.moment import Moment
from tests.insurer import BRANCHES, MONTHS, QUARTERS, amount, insurer_snapshot, write_insurer


@pytest.fixture(scope="module")
def insurer(tmp_path_factory, program):
    return load_definitions(write_insurer(tmp_path_factory.mktemp("insurer")), program)


@pytest.fixture
def tables(insurer):
    def of(language):
        made = build_document(Moment(insurer, insurer_snapshot()), "insurer-2021", language)
        return [block for block in made.blocks if isinstance(block, Table)]

    return of


def numbers(row):
    return [inline for cell in row.cells for inline in cell if isinstance(inline, LinkedNumber)]


@pytest.mark.parametrize(
    ("language", "heads"),
    [
        ("en", ["FY2019/20", "FY2020/21"]),
        ("zh-Hans", ["2019/20财年", "2020/21财年"]),
        ("zh-Hant", ["2019/20財年", "2020/21財年"]),
    ],
)
def test_years_are_called_by_the_companys_label(tables, language, heads):
    table = next(table for table in tables(language) if table.id == "all.table")
    titles = ["".join(column.title.split()) for column in table.columns]
    assert [title for title in titles if "20/21" in title or "19/20" in title] == heads


def test_quarters_stand_beside_each_other_and_the_year_behind_them(tables):
    table = next(table for table in tables("en") if table.id == "all.quarters")
    assert [column.title for column in table.columns][2:] == ["Q1", "Q2", "Q3", "Q4", "FY2020/21"]
    premiums = numbers(table.rows[0])
    expected = [amount("premiums", 2021, span) for span in QUARTERS]
    assert [Decimal(number.raw) for number in premiums] == [*expected, sum(expected)]
    assert [number.reference for number in premiums] == [
        *(f"premiums@2021{span}" for span in QUARTERS),
        "premiums@2021",
    ]


def test_months_lie_across_in_the_order_of_the_companys_year(tables):
    table = next(table for table in tables("en") if table.id == "all.months")
    assert [column.title for column in table.columns][2:5] == ["Jul", "Aug", "Sep"]
    assert table.wide
    first = numbers(table.rows[0])
    assert Decimal(first[0].raw) == sum(amount("electricity", 2021, MONTHS[0], branch) for branch in BRANCHES)
    assert [number.reference for number in numbers(table.rows[1])][:1] == ["electricity/london@2021m07"]


def test_a_chart_runs_over_the_months_of_the_companys_year(insurer):
    made = build_document(Moment(insurer, insurer_snapshot()), "insurer-2021", "en")
    (chart,) = [block for block in made.blocks if isinstance(block, Chart)]
    assert list(chart.data.categories)[:3] == ["Jul", "Aug", "Sep"]
    assert len(chart.data.categories) == 12
    total = sum(amount("electricity", 2021, MONTHS[-1], branch) for branch in BRANCHES)
    assert chart.points[0][-1].key.canonical() == "electricity@2021m06"
    assert chart.points[0][-1].value == total
