"""Lines pasted into the catalogue as new metrics: what each becomes, and what is missing of those that become none."""

from __future__ import annotations

import pytest

from desktop.work.catalogue_sheet.cell_words import Vocabulary
from desktop.work.catalogue_sheet.fields import CHOICES, FIELD, FIELDS
from desktop.work.catalogue_sheet.new_lines import Naming, lines_of, new_lines
from desktop.work.sheet.block import read_block
from desktop.work.structure.checks import whole
from tests import shipped

HEADINGS = {field.code: f"<{field.code}>" for field in FIELDS}
CALLED = {code: code for code in ("name", "code", *FIELD)} | {"name": "指标", "unit": "单位", "department": "填报部门"}
WORDS = Vocabulary(
    HEADINGS, {**{column: {code: code for code in codes} for column, codes in CHOICES.items()}, "sum_over": {}}
)


@pytest.fixture(scope="module")
def definitions():
    return shipped.definitions()


def made_of(definitions, text: str, start: int = 2, language: str = "zh-Hans"):
    return new_lines(definitions, lines_of(read_block(text), CALLED, start), Naming("csr-2022", language, WORDS))


def test_each_line_that_says_enough_becomes_a_metric_and_loads(definitions):
    made = made_of(
        definitions,
        "指标\t单位\t填报部门\tkind\tdisplay\tformula\n"
        "屋顶光伏发电量\t千瓦时\t行政部\t\t0.0\t\n"
        "光伏占用电量的比例\t%\t行政部\t\t\t[屋顶光伏发电量] / [energy.electricity]\n",
    )
    assert [metric.name.zh_hans for metric in made.outcome.metrics] == ["屋顶光伏发电量", "光伏占用电量的比例"]
    first, second = made.outcome.metrics
    assert (first.kind, first.unit, first.display, first.department) == ("number", "kwh", "0.0", "admin")
    assert second.kind == "percent"
    assert second.formula is not None
    assert made.left == ()
    assert whole(made.outcome.definitions).catalogue.metrics[second.code].formula == second.formula


def test_a_line_that_lacks_something_is_left_and_what_is_missing_is_named(definitions):
    made = made_of(
        definitions,
        "指标\t单位\t填报部门\n甲数\t\t\n\t千瓦时\t行政部\n乙数\t千瓦时\t没有这个部门\n丙数\t千瓦时\t行政部\n",
    )
    assert [metric.name.zh_hans for metric in made.outcome.metrics] == ["丙数"]
    reasons_of = [
        (one.left.text, one.left.reason.code, one.left.reason.facts.get("list")) for one in made.left if one.left.reason
    ]
    assert reasons_of[0] == ("甲数", "catalogue.new_line", (HEADINGS["unit"], HEADINGS["department"]))
    assert reasons_of[1] == ("千瓦时", "catalogue.new_line", (HEADINGS["name.zh-Hans"],))
    assert reasons_of[2][:2] == ("乙数", "definition.unknown_department")


def test_no_metric_is_made_twice_and_a_cell_that_is_refused_leaves_its_metric(definitions):
    gas = definitions.catalogue.metrics["energy.gas"]
    text = (
        f"code\t指标\t单位\t填报部门\tminimum\tplaces\n\t{gas.name.zh_hans}\t吨\t行政部\t\t\n"
        "energy.gas\t丁数\t千瓦时\t行政部\t\t\nEnergy Gas\t戊数\t千瓦时\t行政部\t\t\n"
        "energy.roof\t己数\t千瓦时\t行政部\t很多\t绿色低碳\n\t己数\t千瓦时\t行政部\t\t\n"
    )
    made = made_of(definitions, text)
    assert [metric.code for metric in made.outcome.metrics] == ["energy.roof"]
    told = [(one.code, one.left.reason.code if one.left.reason else one.left.why) for one in made.left]
    assert told == [
        ("", "catalogue.name_taken"), ("", "structure.taken"), ("", "catalogue.new_code"),
        ("", "catalogue.name_taken"), ("energy.roof", "definition.not_a_number"), ("energy.roof", "column"),
    ]  # fmt: skip


def test_a_block_without_heads_is_laid_from_the_first_name_on(definitions):
    made = made_of(definitions, "庚数\t庚數\tSeventh\t千瓦时", start=9)
    assert made.outcome.metrics == ()
    (left,) = made.left
    assert left.left.reason is not None
    assert left.left.reason.facts["list"] == (HEADINGS["department"],)
    assert made_of(definitions, "").outcome.changes_anything is False
