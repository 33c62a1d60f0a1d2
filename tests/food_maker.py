"""An invented food maker with five plants: its definitions, written from nothing; each plant's values, as numbers.

Two plants belong to a subsidiary that is controlled, two to one of which it holds 60 percent and which counts by that
share; one of these is bought in 2021. The fifth plant is the company's own, and is closed at the end of 2022.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path

from schema.catalogue.loader import load_definitions
from schema.catalogue.outline import Definitions
from schema.catalogue.program_words import ProgramWords
from schema.grammar.reference import Key
from schema.values.datapoint import DataPoint, Snapshot

FILES: Mapping[str, str] = {
    "units.yaml": """
units:
  percent: {name: {zh-Hans: "%", zh-Hant: "%", en: "%"}, is: 0.01}
  kwh: {name: {zh-Hans: 千瓦时, zh-Hant: 千瓦時, en: kWh}, is: 3600000 * joule, aliases: [度]}
  mwh: {name: {zh-Hans: 兆瓦时, zh-Hant: 兆瓦時, en: MWh}, is: 3600000000 * joule}
  l: {name: {zh-Hans: 升, zh-Hant: 升, en: l}, is: 0.001 * metre ** 3, aliases: [L]}
  t: {name: {zh-Hans: 吨, zh-Hant: 噸, en: t}, is: 1000 * kilogram}
  person: {name: {zh-Hans: 人, zh-Hant: 人, en: people}, is: person}
  cny: {name: {zh-Hans: 元, zh-Hant: 元, en: yuan}, is: yuan}
  mwhpert: {name: {zh-Hans: 兆瓦时/吨, zh-Hant: 兆瓦時/噸, en: MWh/t}, is: 3600000 * joule / kilogram}
""",
    "entities.yaml": """
entities:
  north: {name: {zh-Hans: 北方食品, zh-Hant: 北方食品, en: North Foods}, share: "80", boundary: operational}
  harbin: {name: {zh-Hans: 哈尔滨工厂, zh-Hant: 哈爾濱工廠, en: Harbin plant}, parent: north, department: harbin}
  tianjin: {name: {zh-Hans: 天津工厂, zh-Hant: 天津工廠, en: Tianjin plant}, parent: north}
  south: {name: {zh-Hans: 南方食品, zh-Hant: 南方食品, en: South Foods}, share: "60", boundary: equity}
  wuhan: {name: {zh-Hans: 武汉工厂, zh-Hant: 武漢工廠, en: Wuhan plant}, parent: south}
  guangzhou: {name: {zh-Hans: 广州工厂, zh-Hant: 廣州工廠, en: Guangzhou plant}, parent: south, since: 2021}
  suzhou: {name: {zh-Hans: 苏州工厂, zh-Hant: 蘇州工廠, en: Suzhou plant}, until: 2022}
""",
    "breakdowns.yaml": """
breakdowns:
  gender:
    name: {zh-Hans: 性别, zh-Hant: 性別, en: Gender}
    members:
      male: {zh-Hans: 男, zh-Hant: 男, en: Male}
      female: {zh-Hans: 女, zh-Hant: 女, en: Female}
""",
    "departments.yaml": """
departments:
  ehs: {zh-Hans: 安全环保部, zh-Hant: 安全環保部, en: Safety and environment}
  hr: {zh-Hans: 人力资源部, zh-Hant: 人力資源部, en: Human resources}
  harbin: {zh-Hans: 哈尔滨厂办, zh-Hant: 哈爾濱廠辦, en: Harbin office}
""",
    "company.yaml": """
company:
  name: {zh-Hans: 五谷食品股份有限公司, zh-Hant: 五穀食品股份有限公司, en: Five Grains Foods}
  short: {zh-Hans: 五谷食品, zh-Hant: 五穀食品, en: Five Grains}
""",
    "factors.csv": "code,name_zh_hans,name_zh_hant,name_en,value,unit,since,until,source\n"
    "diesel,柴油,柴油,Diesel,10,kwh/l,2015,,invented\n",
    "frameworks/frameworks.yaml": """
frameworks:
  own: {name: {zh-Hans: 自定, zh-Hant: 自訂, en: Own}, file: own.csv}
""",
    "frameworks/own.csv": "code,printed,title_zh_hans,title_zh_hant,title_en\nE1,E1,能源,能源,Energy\n",
    "metrics/all.yaml": """
metrics:
  energy.electricity:
    name: {zh-Hans: 用电量, zh-Hant: 用電量, en: Electricity}
    definition: {zh-Hans: 外购电力。, zh-Hant: 外購電力。, en: Bought electricity.}
    kind: number
    unit: kwh
    timing: flow
    department: ehs
    sum_over: [entity, period]
    entities: ["*"]
    disclosures: {own: [E1]}
  energy.diesel:
    name: {zh-Hans: 柴油用量, zh-Hant: 柴油用量, en: Diesel}
    definition: {zh-Hans: 全部柴油。, zh-Hant: 全部柴油。, en: All diesel.}
    kind: number
    unit: l
    timing: flow
    department: ehs
    sum_over: [entity, period]
    entities: ["*"]
  energy.total:
    name: {zh-Hans: 能源总量, zh-Hant: 能源總量, en: Energy in all}
    definition: {zh-Hans: 电力和柴油。, zh-Hant: 電力和柴油。, en: Electricity and diesel.}
    kind: number
    unit: mwh
    display: "0.000"
    timing: flow
    department: ehs
    formula: "[energy.electricity] + [energy.diesel] * [factor.diesel]"
  energy.largest:
    name: {zh-Hans: 单厂最高用电量, zh-Hant: 單廠最高用電量, en: Electricity of the largest plant}
    definition: {zh-Hans: 用电最多的工厂。, zh-Hant: 用電最多的工廠。, en: Of the plant that takes most.}
    kind: number
    unit: kwh
    timing: flow
    department: ehs
    formula: "MAX([energy.electricity/*])"
  output:
    name: {zh-Hans: 产量, zh-Hant: 產量, en: Output}
    definition: {zh-Hans: 成品。, zh-Hant: 成品。, en: Finished goods.}
    kind: number
    unit: t
    timing: flow
    department: ehs
    sum_over: [entity, period]
    entities: ["*"]
  energy.intensity:
    name: {zh-Hans: 能源强度, zh-Hant: 能源強度, en: Energy intensity}
    definition: {zh-Hans: 每吨产量。, zh-Hant: 每噸產量。, en: Per tonne of output.}
    kind: number
    unit: mwhpert
    display: "0.0000"
    timing: flow
    department: ehs
    formula: "[energy.total] / [output]"
  staff:
    name: {zh-Hans: 员工人数, zh-Hant: 員工人數, en: Staff}
    definition: {zh-Hans: 年末在册。, zh-Hant: 年末在冊。, en: At the end of the year.}
    kind: integer
    unit: person
    timing: stock
    department: hr
    crossings: [[gender]]
    sum_over: [gender, entity]
    entities: [harbin, tianjin, south]
  defects:
    name: {zh-Hans: 次品率, zh-Hant: 次品率, en: Share of rejects}
    definition: {zh-Hans: 占产量。, zh-Hant: 佔產量。, en: Of the output.}
    kind: percent
    unit: percent
    display: "0.0"
    timing: flow
    department: ehs
    entities: ["*"]
  revenue:
    name: {zh-Hans: 营业收入, zh-Hant: 營業收入, en: Revenue}
    definition: {zh-Hans: 合并报表。, zh-Hant: 合併報表。, en: As in the accounts.}
    kind: number
    unit: cny
    timing: flow
    department: hr
""",
    "outlines/food-2022/outline.yaml": """
code: food-2022
year: 2022
language: zh-Hans
title: {zh-Hans: 2022 年报告, zh-Hant: 2022 年報告, en: Report 2022}
years: 3
frameworks: [own]
""",
    "outlines/food-2022/01-energy.yaml": """
chapters:
  - code: energy
    title: {zh-Hans: 能源, zh-Hant: 能源, en: Energy}
    disclosures: {own: [E1]}
    blocks:
      - {text: energy.body}
      - table: energy.table
        caption: {zh-Hans: 能源, zh-Hant: 能源, en: Energy}
        rows: [energy.electricity, energy.total, energy.intensity, "energy.electricity/*", energy.total/north]
        years: 3
      - table: staff.table
        caption: {zh-Hans: 员工, zh-Hant: 員工, en: Staff}
        rows: [staff, defects]
        years: 3
""",
}
PLANTS = ("harbin", "tianjin", "wuhan", "guangzhou", "suzhou")
_YEARS = (2020, 2021, 2022)


def write_definitions(folder: Path, changes: Mapping[str, str] | None = None) -> Path:
    """Write the definition files, some of them otherwise, and return the folder."""
    for name, text in (FILES | (changes or {})).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def food_definitions(folder: Path, program: ProgramWords, changes: Mapping[str, str] | None = None) -> Definitions:
    """Return the definitions with the program's words."""
    return load_definitions(write_definitions(folder, changes), program)


def plants_of(year: int) -> tuple[str, ...]:
    """Return the plants of a year: Guangzhou comes in 2021."""
    return tuple(plant for plant in PLANTS if plant != "guangzhou" or year >= 2021)


def amount(metric: str, plant: str, year: int) -> Decimal:
    """Return what a plant reports: any number, but always the same."""
    seed = sum(map(ord, metric + plant)) * 37 + year * 101
    return Decimal(1000 + seed % 9000) / (10 if metric == "output" else 1)


def plant_points() -> Iterator[DataPoint]:
    """Yield what the plants report of energy and output, year by year, and what is reported of staff."""
    for year in _YEARS:
        for plant in plants_of(year):
            for metric in ("energy.electricity", "energy.diesel", "output"):
                yield typed(metric, year, plant, amount(metric, plant, year))
        for place in ("harbin", "tianjin", "south"):
            for gender in ("male", "female"):
                value = amount(gender, place, year).to_integral_value()
                yield typed("staff", year, place, value, f"gender={gender}")


def typed(metric: str, year: int, entity: str, value: Decimal | int | str, category: str = "") -> DataPoint:
    """Return a value as somebody types it."""
    return DataPoint(Key(metric, year, entity, category), Decimal(value), typed=str(value))


def food_snapshot(*more: DataPoint) -> Snapshot:
    """Return all that the plants report, and what else is given, which goes before."""
    return Snapshot(points={point.key: point for point in (*plant_points(), *more)})
