"""An invented insurer whose year ends in June, with four branches: its definitions, and what it reports, as numbers.

Electricity comes by month from each branch, premiums and claims by quarter, staff and donations by half; one figure
compares two of them. What people are asked how content they are never adds up.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path

from schema.grammar.reference import Key
from schema.values.datapoint import DataPoint, Snapshot
from tests.food_maker import FILES as FOOD

_FILES: Mapping[str, str] = {
    "units.yaml": FOOD["units.yaml"],
    "breakdowns.yaml": FOOD["breakdowns.yaml"],
    "entities.yaml": """
entities:
  hongkong: {name: {zh-Hans: 香港分公司, zh-Hant: 香港分公司, en: Hong Kong branch}}
  macao: {name: {zh-Hans: 澳门分公司, zh-Hant: 澳門分公司, en: Macao branch}}
  london: {name: {zh-Hans: 伦敦分公司, zh-Hant: 倫敦分公司, en: London branch}}
  sydney: {name: {zh-Hans: 悉尼分公司, zh-Hant: 悉尼分公司, en: Sydney branch}}
""",
    "departments.yaml": """
departments:
  office: {zh-Hans: 行政部, zh-Hant: 行政部, en: Office}
""",
    "company.yaml": """
company:
  name: {zh-Hans: 百川保险有限公司, zh-Hant: 百川保險有限公司, en: Hundred Rivers Insurance}
  short: {zh-Hans: 百川保险, zh-Hant: 百川保險, en: Hundred Rivers}
  year_ends: "06-30"
""",
    "factors.csv": FOOD["factors.csv"],
    "frameworks/frameworks.yaml": FOOD["frameworks/frameworks.yaml"],
    "frameworks/own.csv": FOOD["frameworks/own.csv"],
    "metrics/all.yaml": """
metrics:
  electricity:
    name: {zh-Hans: 用电量, zh-Hant: 用電量, en: Electricity}
    definition: {zh-Hans: 外购电力。, zh-Hant: 外購電力。, en: Bought electricity.}
    kind: number
    unit: kwh
    timing: flow
    department: office
    sum_over: [entity, period]
    entities: ["*"]
    collected: month
    disclosures: {own: [E1]}
  premiums:
    name: {zh-Hans: 保费收入, zh-Hant: 保費收入, en: Premiums}
    definition: {zh-Hans: 已赚保费。, zh-Hant: 已賺保費。, en: Premiums earned.}
    kind: number
    unit: cny
    timing: flow
    department: office
    sum_over: [period]
    collected: quarter
  claims:
    name: {zh-Hans: 赔款, zh-Hant: 賠款, en: Claims}
    definition: {zh-Hans: 已付赔款。, zh-Hant: 已付賠款。, en: Claims paid.}
    kind: number
    unit: cny
    timing: flow
    department: office
    sum_over: [period]
    collected: quarter
  lossratio:
    name: {zh-Hans: 赔付率, zh-Hant: 賠付率, en: Loss ratio}
    definition: {zh-Hans: 赔款除以保费。, zh-Hant: 賠款除以保費。, en: Claims by premiums.}
    kind: percent
    unit: percent
    display: "0.0"
    timing: flow
    department: office
    formula: "[claims] / [premiums]"
  staff:
    name: {zh-Hans: 员工人数, zh-Hant: 員工人數, en: Staff}
    definition: {zh-Hans: 期末在册。, zh-Hant: 期末在冊。, en: At the end of the period.}
    kind: integer
    unit: person
    timing: stock
    department: office
    crossings: [[gender]]
    sum_over: [gender]
    collected: half
  donated:
    name: {zh-Hans: 累计捐款, zh-Hant: 累計捐款, en: Donated since 2015}
    definition: {zh-Hans: 自 2015 年起。, zh-Hant: 自 2015 年起。, en: From 2015 on.}
    kind: number
    unit: cny
    timing: cumulative
    department: office
    collected: half
  content:
    name: {zh-Hans: 满意度, zh-Hant: 滿意度, en: Contentment}
    definition: {zh-Hans: 问卷。, zh-Hant: 問卷。, en: As asked.}
    kind: percent
    unit: percent
    display: "0.0"
    timing: flow
    department: office
    collected: quarter
  winter:
    name: {zh-Hans: 一月用电占比, zh-Hant: 一月用電佔比, en: January's share of electricity}
    definition: {zh-Hans: 一月除以全年。, zh-Hant: 一月除以全年。, en: January by the year.}
    kind: percent
    unit: percent
    display: "0.0"
    timing: flow
    department: office
    formula: "[electricity@-0m01] / [electricity]"
""",
    "outlines/insurer-2021/outline.yaml": """
code: insurer-2021
year: 2021
language: zh-Hans
title: {zh-Hans: 2020/21 报告, zh-Hant: 2020/21 報告, en: Report 2020/21}
years: 2
frameworks: [own]
""",
    "outlines/insurer-2021/01-all.yaml": """
chapters:
  - code: all
    title: {zh-Hans: 数据, zh-Hant: 數據, en: Data}
    disclosures: {own: [E1]}
    blocks:
      - {text: all.body}
      - table: all.table
        caption: {zh-Hans: 一览, zh-Hant: 一覽, en: At a glance}
        rows: [electricity, premiums, claims, lossratio, staff, donated, content, winter]
        years: 2
        change: yes
      - table: all.quarters
        caption: {zh-Hans: 各季度, zh-Hant: 各季度, en: By quarter}
        rows: [premiums, claims, lossratio]
        spans: quarter
      - chart: all.chart
        kind: column
        caption: {zh-Hans: 各月用电图, zh-Hant: 各月用電圖, en: Electricity month by month}
        series: [electricity]
        spans: month
      - table: all.months
        caption: {zh-Hans: 各月用电, zh-Hant: 各月用電, en: Electricity by month}
        rows: [electricity, electricity/london]
        spans: month
""",
}
BRANCHES = ("hongkong", "macao", "london", "sydney")
YEARS = (2020, 2021)
MONTHS = tuple(f"m{month:02}" for month in (*range(7, 13), *range(1, 7)))
QUARTERS, HALVES = ("q1", "q2", "q3", "q4"), ("h1", "h2")


def write_insurer(folder: Path, changes: Mapping[str, str] | None = None) -> Path:
    """Write the definition files, some of them otherwise, and return the folder."""
    for name, text in (_FILES | (changes or {})).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def amount(metric: str, year: int, span: str, entity: str = "") -> Decimal:
    """Return what is reported: any number, but always the same; a share where it is one."""
    seed = sum(map(ord, metric + entity + span)) * 37 + year * 101
    return Decimal(800 + seed % 200) / 10 if metric == "content" else Decimal(1000 + seed % 900)


def reported() -> Iterator[DataPoint]:
    """Yield what is typed of each year: nothing of a whole year but how content people are."""
    for year in YEARS:
        for entity in BRANCHES:
            for span in MONTHS:
                yield typed("electricity", year, span, amount("electricity", year, span, entity), entity)
        for span in QUARTERS:
            for metric in ("premiums", "claims", "content"):
                yield typed(metric, year, span, amount(metric, year, span))
        for span in HALVES:
            for gender in ("male", "female"):
                value = amount(gender, year, span)
                yield typed("staff", year, span, value, category=f"gender={gender}")
            yield typed("donated", year, span, 10000 * year + 5000 * HALVES.index(span))


def typed(
    metric: str, year: int, span: str, value: Decimal | int | str, entity: str = "", category: str = ""
) -> DataPoint:
    """Return a value as somebody types it."""
    return DataPoint(Key(metric, year, entity, category, span), Decimal(value), typed=str(value))


def insurer_snapshot(*more: DataPoint, without: tuple[Key, ...] = ()) -> Snapshot:
    """Return all that is reported, and what else is given, but for what is left out."""
    points = {point.key: point for point in (*reported(), *more)}
    return Snapshot(points={key: point for key, point in points.items() if key not in without})
