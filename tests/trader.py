"""An invented trader with three currencies: policies that are there or not, since when, how far; deadlines, a loss."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from schema.catalogue.loader import load_definitions
from schema.catalogue.outline import Definitions
from schema.catalogue.program_words import ProgramWords
from schema.grammar.reference import Key
from schema.values.datapoint import DataPoint, Snapshot
from schema.values.parse import parse_value

FILES: Mapping[str, str] = {
    "units.yaml": """
units:
  percent: {name: {zh-Hans: "%", zh-Hant: "%", en: "%"}, is: 0.01}
  person: {name: {zh-Hans: 人, zh-Hant: 人, en: people}, is: person, aliases: [名]}
  day: {name: {zh-Hans: 天, zh-Hant: 天, en: days}, is: 86400 * second}
  hkd: {name: {zh-Hans: 港元, zh-Hant: 港元, en: HK$}, is: hongkong}
  cny: {name: {zh-Hans: 元, zh-Hant: 元, en: RMB}, is: yuan}
  usd: {name: {zh-Hans: 美元, zh-Hant: 美元, en: US$}, is: dollar}
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
  legal: {zh-Hans: 法务部, zh-Hant: 法務部, en: Legal}
  finance: {zh-Hans: 财务部, zh-Hant: 財務部, en: Finance}
""",
    "company.yaml": """
company:
  name: {zh-Hans: 海桥贸易有限公司, zh-Hant: 海橋貿易有限公司, en: Sea Bridge Trading}
  short: {zh-Hans: 海桥, zh-Hant: 海橋, en: Sea Bridge}
""",
    "factors.csv": "code,name_zh_hans,name_zh_hant,name_en,value,unit,since,until,source\n"
    "usd.average,美元年均汇率,美元年均匯率,US dollar over the year,7.8,hkd/usd,2021,2021,monetary authority\n"
    "usd.average,美元年均汇率,美元年均匯率,US dollar over the year,7.83,hkd/usd,2022,2022,monetary authority\n"
    "usd.closing,美元年末汇率,美元年末匯率,US dollar at the end,7.81,hkd/usd,2022,2022,monetary authority\n"
    "cny.rate,人民币汇率,人民幣匯率,Renminbi,0.8,cny/hkd,2022,,own accounts\n",
    "frameworks/frameworks.yaml": """
frameworks:
  own: {name: {zh-Hans: 自定, zh-Hant: 自訂, en: Own}, file: own.csv, every: yes}
""",
    "frameworks/own.csv": "code,printed,title_zh_hans,title_zh_hant,title_en\n"
    "G1,G1,反腐败政策,反腐敗政策,Policy against corruption\nG2,G2,政策日期,政策日期,Date of the policy\n",
    "rules.yaml": """
rules:
  policy.then.trained:
    formula: "OR(NOT([policy.bribery]), [training.days] > 0)"
    severity: doubt
    message:
      zh-Hans: 有政策而没有培训，请核对。
      zh-Hant: 有政策而沒有培訓，請核對。
      en: There is a policy and no training; check it.
""",
    "metrics/all.yaml": """
metrics:
  policy.bribery:
    name: {zh-Hans: 反腐败政策, zh-Hant: 反腐敗政策, en: Policy against corruption}
    definition: {zh-Hans: 经董事会批准。, zh-Hant: 經董事會批准。, en: Approved by the board.}
    kind: yesno
    unit: none
    timing: stock
    department: legal
    required: yes
    disclosures: {own: [G1]}
  policy.date:
    name: {zh-Hans: 政策批准日期, zh-Hant: 政策批准日期, en: Day of approval}
    definition: {zh-Hans: 董事会决议日。, zh-Hant: 董事會決議日。, en: Day of the resolution.}
    kind: date
    unit: none
    timing: stock
    department: legal
    disclosures: {own: [G2]}
  policy.level:
    name: {zh-Hans: 气候披露水平, zh-Hant: 氣候披露水平, en: Level of climate disclosure}
    definition: {zh-Hans: 按自评。, zh-Hant: 按自評。, en: By own judgement.}
    kind: choice
    unit: none
    choices:
      0: {zh-Hans: 未开始, zh-Hant: 未開始, en: Not begun}
      1: {zh-Hans: 部分, zh-Hant: 部分, en: Partial}
      2: {zh-Hans: 全面, zh-Hant: 全面, en: Full}
    timing: stock
    department: legal
  training.days:
    name: {zh-Hans: 反腐败培训, zh-Hant: 反腐敗培訓, en: Training against corruption}
    definition: {zh-Hans: 全年天数。, zh-Hant: 全年天數。, en: Days of the year.}
    kind: number
    unit: day
    timing: flow
    department: legal
  payment.term:
    name: {zh-Hans: 供应商账期, zh-Hant: 供應商賬期, en: Terms of payment}
    definition: {zh-Hans: 合同约定。, zh-Hant: 合同約定。, en: As in the contracts.}
    kind: range
    unit: day
    timing: stock
    department: finance
  staff:
    name: {zh-Hans: 员工人数, zh-Hant: 員工人數, en: Staff}
    definition: {zh-Hans: 年末在册。, zh-Hant: 年末在冊。, en: At the end of the year.}
    kind: integer
    unit: person
    timing: stock
    department: finance
    crossings: [[gender]]
    sum_over: [gender]
  revenue:
    name: {zh-Hans: 营业收入, zh-Hant: 營業收入, en: Revenue}
    definition: {zh-Hans: 合并报表。, zh-Hant: 合併報表。, en: As in the accounts.}
    kind: number
    unit: hkd
    timing: flow
    department: finance
  profit:
    name: {zh-Hans: 净利润, zh-Hant: 淨利潤, en: Net profit}
    definition: {zh-Hans: 合并报表。, zh-Hant: 合併報表。, en: As in the accounts.}
    kind: number
    unit: hkd
    timing: flow
    department: finance
  assets:
    name: {zh-Hans: 总资产, zh-Hant: 總資產, en: Assets}
    definition: {zh-Hans: 合并报表。, zh-Hant: 合併報表。, en: As in the accounts.}
    kind: number
    unit: hkd
    timing: stock
    department: finance
""",
    "outlines/trade-2022/outline.yaml": """
code: trade-2022
year: 2022
language: zh-Hans
title: {zh-Hans: 海桥贸易责任报告, zh-Hant: 海橋貿易責任報告, en: Report of Sea Bridge}
""",
    "outlines/trade-2022/01-all.yaml": """
chapters:
  - code: all
    title: {zh-Hans: 全部, zh-Hant: 全部, en: Everything}
    department: finance
    sections:
      - code: all.policy
        title: {zh-Hans: 政策, zh-Hant: 政策, en: Policies}
        blocks:
          - table: policies
            caption: {zh-Hans: 政策, zh-Hant: 政策, en: Policies}
            rows: [policy.bribery, policy.date, policy.level, training.days, payment.term]
            years: 2
            change: yes
          - text: words
      - code: all.money
        title: {zh-Hans: 财务, zh-Hant: 財務, en: Money}
        blocks:
          - table: money
            caption: {zh-Hans: 财务, zh-Hant: 財務, en: Money}
            rows: [revenue, profit, assets, staff, "staff:gender=*"]
            years: 2
            change: yes
            share: yes
          - index: own
""",
}


def write_definitions(folder: Path, files: Mapping[str, str] = FILES) -> Path:
    """Write the definitions into a folder; return it."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def trade_definitions(folder: Path, program: ProgramWords, files: Mapping[str, str] | None = None) -> Definitions:
    """Return the definitions with the program's words."""
    return load_definitions(write_definitions(folder, FILES if files is None else files), program)


def typed(definitions: Definitions, **values: str) -> Snapshot:
    """Return a snapshot with values as people type them: `policy__bribery_2022="yes"`."""
    points = {}
    for name, text in values.items():
        code, _, year = name.replace("__", ".").rpartition("_")
        parsed = parse_value(text, definitions.catalogue.metrics[code], definitions.catalogue)
        key = Key(code, int(year))
        points[key] = DataPoint(
            key, parsed.value, parsed.qualifier, parsed.omission, parsed.unread, typed=parsed.typed, footnote="x"
        )
    return Snapshot(points=points)
