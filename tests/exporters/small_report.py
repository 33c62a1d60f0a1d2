"""A small report made by hand: each kind of block, value and gap once."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

from exporters.content import Document
from schema.catalogue.definitions import (
    Breakdown,
    Catalogue,
    Category,
    Company,
    Department,
    Disclosure,
    Framework,
    Metric,
    Unit,
)
from schema.catalogue.outline import (
    CalloutBlock,
    ChartBlock,
    Definitions,
    Group,
    IndexBlock,
    Outline,
    Placement,
    Section,
    TableBlock,
    TextBlock,
)
from schema.grammar.reference import Key
from schema.grammar.words import Explanation, Words
from schema.values.datapoint import DataPoint, Snapshot
from tests.exporters.built import build_document
from tests.factories import shipped_messages, shipped_phrases

PHRASES = Path(__file__).parents[2] / "resources" / "definitions" / "phrases.yaml"
REPORT = "sample-2022"


def words(hans: str, hant: str = "", en: str = "") -> Words:
    return Words(hans, hant or hans, en or hans)


def unit(code: str, name: Words, factor: str = "1") -> Unit:
    return Unit(code, name, Decimal(factor), code)


def metric(code: str, name: Words, kind: str, of: str, display: str = "", **more: Any) -> Metric:
    return Metric(code, name, kind, of, display, "flow", more.pop("department", "hr"), **more)


def catalogue() -> Catalogue:
    units = [
        unit("percent", words("%"), "0.01"),
        unit("person", words("人", "人", "people")),
        unit("mwh", words("兆瓦时", "兆瓦時", "MWh")),
        unit("cny", words("元", "元", "RMB")),
    ]
    gender = Breakdown(
        "gender",
        words("性别", "性別", "Gender"),
        (Category("male", words("男性", "男性", "Men")), Category("female", words("女性", "女性", "Women"))),
    )
    metrics = [
        metric(
            "staff", words("员工人数", "員工人數", "Employees"), "integer", "person",
            crossings=(("gender",),), sum_over=("gender",), disclosures={"guide": ("B1.1",)},
            definition=words("年末在册的全职员工。", "年末在冊的全職員工。", "Full-time employees at the year's end."),
        ),
        metric("energy", words("能源消耗量", "能源消耗量", "Energy used"), "number", "mwh", "0.00", department="admin"),
        metric("training.rate", words("培训覆盖率", "培訓覆蓋率", "Training coverage"), "percent", "percent", "0.0"),
        metric("gmv", words("交易总额", "交易總額", "Trade"), "number", "cny", "亿 0.0", department="finance"),
        metric("trainees", words("受训人数", "受訓人數", "People trained"), "integer", "person"),
        metric("packaging", words("包装材料", "包裝材料", "Packaging"), "number", "mwh"),
    ]  # fmt: skip
    departments = {
        "hr": words("人力资源部", "人力資源部", "Human resources"),
        "admin": words("行政部", "行政部", "Administration"),
        "finance": words("财务部", "財務部", "Finance"),
        "csr": words("社会责任部", "社會責任部", "CSR"),
    }
    guide = Framework(
        "guide",
        words("指引", "指引", "Guide"),
        (
            Disclosure(
                "B1.1", "B1.1", words("雇员总数", "僱員總數", "Workforce"), words("B1 雇佣", "B1 僱傭", "B1 Employment")
            ),
            Disclosure(
                "B1.2", "B1.2", words("流失率", "流失率", "Turnover"), words("B1 雇佣", "B1 僱傭", "B1 Employment")
            ),
        ),
    )
    hkex = Framework(
        "hkexsample",
        words("联交所指引", "聯交所指引", "HKEX guide"),
        (
            Disclosure("A1", "A1", words("排放物", "排放物", "Emissions")),
            Disclosure("A2.5", "A2.5", words("包装材料", "包裝材料", "Packaging")),
            Disclosure("A9", "A9", words("其他", "其他", "Other")),
        ),
        every=True,
    )
    return Catalogue(
        company=Company(words("示例公司", "示例公司", "Sample Ltd"), words("示例", "示例", "Sample"), "1024", colours=("#112233", "#445566")),
        units={item.code: item for item in units},
        breakdowns={"gender": gender},
        departments={code: Department(code, name) for code, name in departments.items()},
        frameworks={"guide": guide, "hkexsample": hkex},
        factors=(),
        metrics={item.code: item for item in metrics},
        rules=(),
        messages=shipped_messages(),
        phrases=shipped_phrases(),
    )  # fmt: skip


def outline() -> Outline:
    people = Section(
        "people.staff",
        2,
        words("员工", "員工", "Employees"),
        (
            TextBlock("people.body", "people.body"),
            TableBlock(
                "people.table",
                words("员工人数", "員工人數", "Employees"),
                (
                    Placement("staff"),
                    Group(words("按性别", "按性別", "By gender")),
                    Placement(
                        "staff:gender=*", footnote=words("按身份证件统计。", "按身份證件統計。", "By identity papers.")
                    ),
                    Placement("training.rate"),
                    Placement("trainees"),
                ),
                years=3,
                change=True,
            ),
            CalloutBlock(
                "people.callout",
                (Placement("gmv", label=words("交易总额", "交易總額", "Trade")), Placement("trainees")),
                words("年度成绩", "年度成績", "Results"),
            ),
            TextBlock("people.case", "people.case", "case", words("一件小事", "一件小事", "A case")),
        ),
        disclosures={"guide": ("B1.1",)},
    )
    chapters = (
        Section(
            "people",
            1,
            words("以人为本", "以人為本", "People"),
            (
                TextBlock("people.lead", "people.lead", "lead"),
                ChartBlock(
                    "people.chart",
                    "shares",
                    words("性别", "性別", "Gender"),
                    (Placement("staff:gender=*"), Placement("staff:gender=*", label=words("全体", "全體", "All"))),
                ),
                ChartBlock(
                    "people.years",
                    "column",
                    words("历年员工", "歷年員工", "Staff"),
                    (Placement("staff:gender=*"),),
                    years=4,
                ),
                ChartBlock(
                    "people.panel",
                    "column",
                    words("员工", "員工", "Staff by gender"),
                    (Placement("staff:gender=*"),),
                    years=4,
                    panel=True,
                ),
            ),
            (people,),
            {"hkexsample": ("A1",)},
            department="hr",
        ),
        Section(
            "index",
            1,
            words("索引", "索引", "Index"),
            (IndexBlock("index.guide", "guide"), IndexBlock("index.hkex", "hkexsample", "pages")),
        ),
    )
    reason = Explanation("不适用：没有包装。", "不適用：沒有包裝。", "Not applicable.", "not_applicable")
    explanations = {"hkexsample": {"A2.5": reason}}
    title = words("示例公司 2022 年度责任报告", "示例公司 2022 年度責任報告", "Sample Ltd Responsibility Report 2022")
    return Outline(REPORT, 2022, "zh-Hans", title, chapters, ("guide",), 3, explanations, "csr")


def definitions() -> Definitions:
    return Definitions(catalogue(), {REPORT: outline()})


BODY = """年末员工{staff}，比上年增长{staff|change%}，
其中女性{staff:gender=female}。**重点**是{company.short}的人。

- 第一项：{training.rate}
- 第二项：{energy}

| 项目 | 数值 |
| 交易 | {gmv} |
| 包装 | {packaging} |

未知的{no.such.thing}。"""


def snapshot(**texts: str) -> Snapshot:
    values = {
        Key("staff", 2021, "", "gender=male"): DataPoint(Key("staff", 2021, "", "gender=male"), Decimal(600)),
        Key("staff", 2021, "", "gender=female"): DataPoint(Key("staff", 2021, "", "gender=female"), Decimal(400)),
        Key("staff", 2022, "", "gender=male"): DataPoint(Key("staff", 2022, "", "gender=male"), Decimal(700)),
        Key("staff", 2022, "", "gender=female"): DataPoint(Key("staff", 2022, "", "gender=female"), Decimal(555)),
        Key("training.rate", 2021): DataPoint(Key("training.rate", 2021), Decimal("90")),
        Key("training.rate", 2022): DataPoint(Key("training.rate", 2022), Decimal("93.65")),
        Key("gmv", 2022): DataPoint(Key("gmv", 2022), Decimal("680036100000"), "over"),
        Key("packaging", 2022): DataPoint(Key("packaging", 2022), omission="not_applicable", footnote="没有包装业务。"),
    }
    slots = {"people.lead": "人是根本。", "people.body": BODY, **texts}
    return Snapshot(points=values, texts={(REPORT, slot, "zh-Hans"): text for slot, text in slots.items()})


def document(language: str = "zh-Hans", **texts: str) -> Document:
    made, data = definitions(), snapshot(**texts)
    return build_document(made, REPORT, language, data)
