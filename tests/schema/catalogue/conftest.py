"""A small folder of definitions that is right, for tests to spoil in one place."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from schema.catalogue.loader import load_definitions
from schema.errors import DefinitionsError
from schema.mistakes import Mistake

FILES = {
    "units.yaml": """
units:
  percent: {name: {zh-Hans: "%", zh-Hant: "%", en: "%"}, is: 0.01}
  kwh: {name: {zh-Hans: 千瓦时, zh-Hant: 千瓦時, en: kWh}, is: 3600000 * joule}
  mwh: {name: {zh-Hans: 兆瓦时, zh-Hant: 兆瓦時, en: MWh}, is: 3600000000 * joule}
  m3: {name: {zh-Hans: 立方米, zh-Hant: 立方米, en: m³}, is: metre ** 3}
  kgce: {name: {zh-Hans: 千克标准煤, zh-Hant: 千克標準煤, en: kgce}, is: coal}
  person: {name: {zh-Hans: 人, zh-Hant: 人, en: people}, is: person}
  mwhperson: {name: {zh-Hans: 兆瓦时/人, zh-Hant: 兆瓦時/人, en: MWh per person}, is: 3600000000 * joule / person}
""",
    "breakdowns.yaml": """
breakdowns:
  gender:
    name: {zh-Hans: 性别, zh-Hant: 性別, en: Gender}
    members:
      male: {zh-Hans: 男, zh-Hant: 男, en: Male}
      female: {zh-Hans: 女, zh-Hant: 女, en: Female}
""",
    "departments.yaml": "departments:\n  hr: {zh-Hans: 人力, zh-Hant: 人力, en: HR}\n",
    "company.yaml": """
company:
  name: {zh-Hans: 示例, zh-Hant: 示例, en: Sample}
  short: {zh-Hans: 示例, zh-Hant: 示例, en: Sample}
""",
    "messages.yaml": "messages:\n  a.b: {zh-Hans: 甲, zh-Hant: 甲, en: A}\n",
    "phrases.yaml": "phrases:\n  c.d: {zh-Hans: 乙, zh-Hant: 乙, en: B}\n",
    "rules.yaml": """
rules:
  women.at.most.all:
    formula: "[staff:gender=female] <= [staff]"
    severity: error
    message: {zh-Hans: 女, zh-Hant: 女, en: women}
""",
    "totals.yaml": """
totals:
  people:
    whole: staff
    parts: ["staff:gender=*"]
    since: 2020
    until: 2030
""",
    "factors.csv": (
        "code,name_zh_hans,name_zh_hant,name_en,value,unit,since,until,source\n"
        "gas,天然气,天然氣,Gas,1.2150,kgce/m3,2021,,GB/T 2589-2020\n"
        "power,电力,電力,Power,0.1229,kgce/kwh,2021,,GB/T 2589-2020\n"
    ),
    "frameworks/frameworks.yaml": """
frameworks:
  hkex: {name: {zh-Hans: 指引, zh-Hant: 指引, en: Guide}, file: hkex.csv}
""",
    "frameworks/hkex.csv": "code,printed,title_zh_hans,title_zh_hant,title_en\nA2.1,A2.1,能源,能源,Energy\n",
    "metrics/energy.yaml": """
metrics:
  gas:
    name: {zh-Hans: 天然气, zh-Hant: 天然氣, en: Gas}
    kind: number
    unit: m3
    timing: flow
    department: hr
    disclosures: {hkex: [A2.1]}
  gas.energy:
    name: {zh-Hans: 能耗, zh-Hant: 能耗, en: Energy}
    kind: number
    unit: mwh
    display: "0.00"
    timing: flow
    department: hr
    formula: "[gas] * [factor.gas] / [factor.power]"
  gas.perhead:
    name: {zh-Hans: 人均, zh-Hant: 人均, en: Per head}
    kind: number
    unit: mwhperson
    display: "0.00"
    timing: flow
    department: hr
    formula: "[gas.energy] / [staff]"
  staff:
    name: {zh-Hans: 员工, zh-Hant: 員工, en: Staff}
    kind: integer
    unit: person
    timing: stock
    department: hr
    crossings: [[gender]]
    sum_over: [gender]
    maximum: 1000000
""",
    "records.yaml": """
records:
  award:
    name: {zh-Hans: 奖项, zh-Hant: 獎項, en: Award}
    department: hr
    columns:
      date: {kind: date, required: yes, name: {zh-Hans: 时间, zh-Hant: 時間, en: Date}}
      people: {kind: integer, unit: person, minimum: "0", name: {zh-Hans: 人数, zh-Hant: 人數, en: People}}
      level:
        kind: choice
        name: {zh-Hans: 级别, zh-Hant: 級別, en: Level}
        choices: {high: {zh-Hans: 高, zh-Hant: 高, en: High}}
      photo: {kind: picture, name: {zh-Hans: 图片, zh-Hant: 圖片, en: Picture}}
""",
    "outlines/r/outline.yaml": """
code: r-2021
year: 2021
language: zh-Hans
title: {zh-Hans: 报告, zh-Hant: 報告, en: Report}
frameworks: [hkex]
""",
    "outlines/r/01.yaml": """
chapters:
  - code: energy
    title: {zh-Hans: 能源, zh-Hant: 能源, en: Energy}
    blocks:
      - {text: energy.body, style: lead}
      - table: energy.table
        caption: {zh-Hans: 表, zh-Hant: 表, en: Table}
        rows: [gas, "staff:gender=*", {group: {zh-Hans: 组, zh-Hant: 組, en: Group}}, {ref: gas.energy, format: "0.0"}]
      - {records: award, id: energy.awards, style: table, columns: [date, people], group: level}
      - {image: energy.photo, title: {zh-Hans: 照片, zh-Hant: 照片, en: Photo}, width: 90}
""",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        path = tmp_path / "definitions" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "definitions"


@pytest.fixture
def spoil(folder: Path) -> Callable[..., tuple[Mistake, ...]]:
    """Replace one text in one file and return the mistakes that the loader finds."""

    def change(name: str, old: str, new: str) -> tuple[Mistake, ...]:
        path = folder / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        with pytest.raises(DefinitionsError) as caught:
            load_definitions(folder)
        return caught.value.mistakes

    return change


@pytest.fixture
def without(folder: Path) -> Callable[[str], Path]:
    def remove(name: str) -> Path:
        path = folder / name
        shutil.rmtree(path) if path.is_dir() else path.unlink()
        return folder

    return remove
