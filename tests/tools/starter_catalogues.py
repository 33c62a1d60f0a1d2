"""Writes the catalogues to begin with (resources/starters) from the tables of their frameworks.

python -m tests.tools.starter_catalogues [FOLDER]

Each disclosure of a table has its place: an indicator a table of metrics, all else a text that is asked for by the
disclosure's short title. Names of metrics are those of this list, or of the built-in catalogue where it has them.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
RESOURCES = ROOT / "resources"
LANGUAGES = ("zh-Hans", "zh-Hant", "en")
YEAR = 2025
Words = dict[str, str]


def words(hans: str, hant: str, en: str) -> Words:
    return dict(zip(LANGUAGES, (hans, hant, en), strict=True))


@dataclass(frozen=True)
class Added:
    """A metric that the built-in catalogue has not: its names, kind, unit, timing and where it answers."""

    code: str
    name: Words
    kind: str
    unit: str
    timing: str
    answers: Mapping[str, Sequence[str]]
    more: Mapping[str, Any] = field(default_factory=dict)


# Taken over from the built-in catalogue: what any company is asked.
TAKEN = [
    "workforce.total",
    "workforce.fulltime",
    "workforce.female.share",
    "turnover.rate",
    "safety.fatalities",
    "safety.lost.time",
    "training.trained.rate",
    "training.average.hours",
    "ghg.scope1",
    "ghg.scope2",
    "energy.electricity",
    "energy.heat",
    "water.fresh",
    "wastewater.total",
    "waste.hazardous",
    "waste.nonhazardous",
    "suppliers.count",
    "service.complaints",
    "integrity.cases.verified",
    "integrity.convicted",
    "security.privacy.breaches",
    "welfare.donations",
    "welfare.hours",
    "company.revenue",
]
# Where the table of a framework knows one of them by more than the built-in catalogue says.
MORE_ANSWERS: Mapping[str, Mapping[str, Sequence[str]]] = {
    "ghg.scope1": {"cnexchange": ["CN-EX-01"]},
    "ghg.scope2": {"cnexchange": ["CN-EX-01"]},
    "wastewater.total": {"cnexchange": ["CN-EX-02"]},
    "waste.hazardous": {"cnexchange": ["CN-EX-03"]},
    "waste.nonhazardous": {"cnexchange": ["CN-EX-03"]},
    "energy.electricity": {"cnexchange": ["CN-EX-06"]},
    "energy.heat": {"cnexchange": ["CN-EX-06"]},
    "water.fresh": {"cnexchange": ["CN-EX-07"]},
    "welfare.donations": {"cnexchange": ["CN-EX-10"]},
    "welfare.hours": {"cnexchange": ["CN-EX-10"]},
    "suppliers.count": {"cnexchange": ["CN-EX-13"]},
    "service.complaints": {"cnexchange": ["CN-EX-15"]},
    "security.privacy.breaches": {"cnexchange": ["CN-EX-16"]},
    "workforce.total": {"cnexchange": ["CN-EX-17"]},
    "workforce.fulltime": {"cnexchange": ["CN-EX-17"]},
    "turnover.rate": {"cnexchange": ["CN-EX-17"]},
    "safety.fatalities": {"cnexchange": ["CN-EX-17"]},
    "training.average.hours": {"cnexchange": ["CN-EX-17"]},
    "integrity.cases.verified": {"cnexchange": ["CN-EX-20"]},
}
_SCOPE3 = (
    ("购买的商品和服务", "購買的商品和服務", "purchased goods and services"), ("资本货物", "資本貨物", "capital goods"),
    ("燃料和能源相关活动（未计入范围一或范围二）", "燃料和能源相關活動（未計入範圍一或範圍二）", "fuel- and energy-related activities"),
    ("上游运输和配送", "上游運輸和配送", "upstream transportation and distribution"),
    ("运营中产生的废弃物", "運營中產生的廢棄物", "waste generated in operations"), ("商务差旅", "商務差旅", "business travel"),
    ("员工通勤", "員工通勤", "employee commuting"), ("上游租赁资产", "上游租賃資產", "upstream leased assets"),
    ("下游运输和配送", "下游運輸和配送", "downstream transportation and distribution"),
    ("售出产品的加工", "售出產品的加工", "processing of sold products"), ("售出产品的使用", "售出產品的使用", "use of sold products"),
    ("售出产品的报废处理", "售出產品的報廢處理", "end-of-life treatment of sold products"),
    ("下游租赁资产", "下游租賃資產", "downstream leased assets"), ("特许经营", "特許經營", "franchises"), ("投资", "投資", "investments"),
)  # fmt: skip
_KEPT = ("name", "kind", "unit", "timing", "crossings", "sum_over", "minimum", "maximum", "formula")
_CLIMATE = {"hkexc2": ["D-28(c)"], "gri2021": ["305-3"], "cnexchange": ["CN-EX-01"]}
ADDED: tuple[Added, ...] = (
    *(
        Added(
            f"ghg.scope3.c{number}",
            words(f"范围三第 {number} 类：{hans}", f"範圍三第 {number} 類：{hant}", f"Scope 3, category {number}: {en}"),
            "number", "tco2e", "flow", _CLIMATE,
        )
        for number, (hans, hant, en) in enumerate(_SCOPE3, 1)
    ),
    Added("ghg.scope3", words("范围三温室气体排放量", "範圍三溫室氣體排放量", "Scope 3 greenhouse gas emissions"), "number", "tco2e", "flow", _CLIMATE,
          {"formula": f"SUM({', '.join(f'[ghg.scope3.c{number}]' for number in range(1, 16))})"}),
    Added("ghg.total", words("范围一和范围二温室气体排放量", "範圍一和範圍二溫室氣體排放量", "Scope 1 and 2 greenhouse gas emissions"), "number", "tco2e", "flow",
          {"hkexc2": ["D-28(a)", "D-28(b)"], "gri2021": ["305-1", "305-2"], "cnexchange": ["CN-EX-01"]}, {"formula": "[ghg.scope1] + [ghg.scope2]"}),
    Added("ghg.perhead", words("人均温室气体排放量", "人均溫室氣體排放量", "Greenhouse gas emissions per employee"), "number", "tco2eperson", "flow",
          {"gri2021": ["305-4"]}, {"formula": "[ghg.total] / [workforce.total]", "display": "0.00"}),
    Added("air.nox", words("氮氧化物排放量", "氮氧化物排放量", "Nitrogen oxides emitted"), "number", "t", "flow", {"hkexc2": ["A1.1"], "gri2021": ["305-7"], "cnexchange": ["CN-EX-02"]}),
    Added("air.sox", words("硫氧化物排放量", "硫氧化物排放量", "Sulphur oxides emitted"), "number", "t", "flow", {"hkexc2": ["A1.1"], "gri2021": ["305-7"], "cnexchange": ["CN-EX-02"]}),
    Added("energy.fuel", words("燃料能耗", "燃料能耗", "Energy of fuels burnt"), "number", "mwh", "flow", {"hkexc2": ["A2.1"], "gri2021": ["302-1"], "cnexchange": ["CN-EX-06"]}),
    Added("energy.total", words("能源消耗总量", "能源消耗總量", "Total energy consumption"), "number", "mwh", "flow", {"hkexc2": ["A2.1"], "gri2021": ["302-1"], "cnexchange": ["CN-EX-06"]},
          {"formula": "[energy.fuel] + [energy.electricity] + [energy.heat]"}),
    Added("energy.perhead", words("人均能耗", "人均能耗", "Energy per employee"), "number", "mwhperson", "flow", {"hkexc2": ["A2.1"], "gri2021": ["302-3"]},
          {"formula": "[energy.total] / [workforce.total]", "display": "0.00"}),
    Added("water.perhead", words("人均用水量", "人均用水量", "Water per employee"), "number", "tperson", "flow", {"hkexc2": ["A2.2"], "gri2021": ["303-5"]},
          {"formula": "[water.fresh] / [workforce.total]", "display": "0.00"}),
    Added("packaging.total", words("制成品所用包装材料总量", "製成品所用包裝材料總量", "Packaging material used for finished products"), "number", "t", "flow", {"hkexc2": ["A2.5"], "gri2021": ["301-1"], "cnexchange": ["CN-EX-08"]}),
    Added("safety.fatality.rate", words("因工亡故比率", "因工亡故比率", "Rate of work-related fatalities"), "percent", "percent", "flow", {"hkexc2": ["B2.1"], "gri2021": ["403-9"]},
          {"formula": "[safety.fatalities] / [workforce.total]", "display": "0.000"}),
    Added("products.recalled.rate", words("因安全与健康理由而须回收的产品比率", "因安全與健康理由而須回收的產品百分比", "Products recalled for safety and health reasons"), "percent", "percent", "flow", {"hkexc2": ["B6.1"], "gri2021": ["416-2"], "cnexchange": ["CN-EX-15"]}),
    Added("rnd.expense", words("研发投入", "研發投入", "Spent on research and development"), "number", "cny", "flow", {"cnexchange": ["CN-EX-11"]}),
    Added("rural.expense", words("乡村振兴投入", "鄉村振興投入", "Spent on rural revitalisation"), "number", "cny", "flow", {"cnexchange": ["CN-EX-09"]}),
    Added("payables.overdue", words("年末逾期未支付中小企业款项", "年末逾期未支付中小企業款項", "Overdue payments to small and medium-sized enterprises at year end"), "number", "cny", "stock", {"cnexchange": ["CN-EX-14"]}),
    Added("climate.transition.assets", words("易受气候相关转型风险影响的资产或业务占比", "易受氣候相關轉型風險影響的資產或業務百分比", "Assets or business vulnerable to climate-related transition risks"), "percent", "percent", "stock", {"hkexc2": ["D-30"]}),
    Added("climate.physical.assets", words("易受气候相关物理风险影响的资产或业务占比", "易受氣候相關實體風險影響的資產或業務百分比", "Assets or business vulnerable to climate-related physical risks"), "percent", "percent", "stock", {"hkexc2": ["D-31"]}),
    Added("climate.opportunity.assets", words("涉及气候相关机遇的资产或业务占比", "涉及氣候相關機遇的資產或業務百分比", "Assets or business aligned with climate-related opportunities"), "percent", "percent", "stock", {"hkexc2": ["D-32"]}),
    Added("climate.capital", words("用于气候相关风险和机遇的资本开支、融资或投资", "用於氣候相關風險和機遇的資本開支、融資或投資", "Capital deployed towards climate-related risks and opportunities"), "number", "cny", "flow", {"hkexc2": ["D-33"]}),
    Added("climate.carbon.price", words("内部碳定价（元/吨二氧化碳当量）", "內部碳定價（元/噸二氧化碳當量）", "Internal carbon price (RMB per tonne of CO₂e)"), "number", "cny", "stock", {"hkexc2": ["D-34"]}),
)  # fmt: skip


def rows_of(framework: str) -> list[dict[str, str]]:
    """The table of a framework."""
    own = RESOURCES / "starters" / framework / "frameworks" / f"{framework}.csv"
    path = own if own.exists() else RESOURCES / "definitions" / "frameworks" / f"{framework}.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def named(row: Mapping[str, str], column: str) -> Words:
    return words(*(row.get(f"{column}_{tail}", "") for tail in ("zh_hans", "zh_hant", "en")))


def built_in_metrics() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for path in sorted((RESOURCES / "definitions" / "metrics").glob("*.yaml")):
        found |= yaml.safe_load(path.read_text("utf-8"))["metrics"]
    return found


# The units that the table of VSME names, and the kinds of metric that its datapoints are; a ratio of two numbers whose
# unit depends on the currency is asked for in words.
_UNITS = {
    "tCO2e": "tco2e", "m3": "m3", "currency": "cny", "kg or t": "t", "head count or FTE": "person", "ha or km2": "m2",
    "MWh": "mwh", "hours per employee": "hourperson", "%": "percent", "persons": "person", "ratio": "times",
    "accidents": "case", "convictions": "case",
}  # fmt: skip
_COUNTED = ("person", "case")


def datapoints(framework: str) -> dict[str, dict[str, Any]]:
    """A metric for each datapoint of a table that a metric can hold."""
    found: dict[str, dict[str, Any]] = {}
    for row in rows_of(framework):
        unit = _UNITS.get(row["unit"], "")
        code = f"{framework}.{re.sub(r'[^a-z0-9]', '', row['code'].removeprefix('VSME-').lower())}"
        common = {
            "name": named(row, "title"),
            "timing": "stock" if row["period"] == "date" else "flow",
            "department": "csr",
        }
        answers = {"disclosures": {framework: [row["code"]]}}
        if row["kind"] == "number" and unit:
            kind = "percent" if unit == "percent" else "integer" if unit in _COUNTED else "number"
            found[code] = common | {"kind": kind, "unit": unit} | answers
        elif row["kind"] in ("yes_no", "date"):
            found[code] = common | {"kind": row["kind"].replace("_", ""), "unit": "none"} | answers
    return found


def metrics_for(framework: str) -> dict[str, dict[str, Any]]:
    """The metrics that answer a framework, with what their formulas need; none has anything of a company's own."""
    if any(row.get("period") for row in rows_of(framework)):
        return datapoints(framework)
    built_in, wanted = built_in_metrics(), dict[str, dict[str, Any]]()
    for code in TAKEN:
        known = built_in[code]
        answers = {name: known.get("disclosures", {}).get(name, []) for name in ("hkexc2", "gri2021")}
        answers = {name: found for name, found in (answers | dict(MORE_ANSWERS.get(code, {}))).items() if found}
        kept = {
            name: known[name]
            for name in ("name", "kind", "unit", "timing", "crossings", "sum_over", "minimum", "maximum", "formula")
            if name in known
        }
        # Scopes are named as the guidelines and category 1 to 15 name them.
        kept["name"] = {
            code: text.replace("范畴", "范围").replace("範疇", "範圍") for code, text in kept["name"].items()
        }
        wanted[code] = kept | {"department": "csr", "disclosures": answers}
    for one in ADDED:
        made = {
            "name": one.name,
            "kind": one.kind,
            "unit": one.unit,
            "timing": one.timing,
            "department": "csr",
            "minimum": "0",
        }
        wanted[one.code] = (
            made | dict(one.more) | {"disclosures": {name: list(codes) for name, codes in one.answers.items()}}
        )
    chosen = {code for code, metric in wanted.items() if framework in metric["disclosures"]}
    while more := {used for code in chosen for used in _used(wanted[code]) if used not in chosen}:
        chosen |= more
    return {code: _only(metric, framework) for code, metric in wanted.items() if code in chosen}


def _used(metric: Mapping[str, Any]) -> list[str]:
    return [code.partition(":")[0] for code in re.findall(r"\[([a-z][a-z0-9.:=]*)\]", metric.get("formula", ""))]


def _only(metric: dict[str, Any], framework: str) -> dict[str, Any]:
    answers = {name: codes for name, codes in metric["disclosures"].items() if name == framework}
    return {**{k: v for k, v in metric.items() if k != "disclosures"}, **({"disclosures": answers} if answers else {})}


@dataclass(frozen=True)
class Wanted:
    """One starter: its framework, the report's title and the words of its index."""

    name: str
    framework: str
    title: Words
    index: Words


_REPORT = words("可持续发展报告", "可持續發展報告", "Sustainability Report")
_ESG = words("环境、社会及管治报告", "環境、社會及管治報告", "Environmental, Social and Governance Report")
WANTED = (
    Wanted("hkex-c2-2025", "hkexc2", _ESG, words("内容索引", "內容索引", "Content index")),
    Wanted("gri-2021", "gri2021", _REPORT, words("GRI 内容索引", "GRI 內容索引", "GRI content index")),
    Wanted("cn-exchanges", "cnexchange", _REPORT, words("指引索引", "指引索引", "Index of the guidelines")),
    Wanted("vsme", "vsme", _REPORT, words("VSME 索引", "VSME 索引", "VSME index")),
)

_ABOUT = words("关于本报告", "關於本報告", "About this report")
_ABOUT_PURPOSE = words(
    "说明报告期、范围、编制依据和数据来源",
    "說明報告期、範圍、編製依據和數據來源",
    "Says the period, the boundary, the basis of preparation and the sources of the data",
)


def chapters(wanted: Wanted, metrics: Mapping[str, dict[str, Any]]) -> Iterator[dict[str, Any]]:
    yield {"code": "about", "matter": "plain", "title": _ABOUT,
           "blocks": [{"text": "about.body", "purpose": _ABOUT_PURPOSE, "length": "150-400"}]}  # fmt: skip
    for number, (title, rows) in enumerate(_grouped(rows_of(wanted.framework), "part", "aspect"), 1):
        code = f"c{number}"
        yield {"code": code, "title": title, "sections": list(_sections(code, rows, wanted.framework, metrics))}
    yield {"code": "index", "matter": "plain", "title": wanted.index, "blocks": [{"index": wanted.framework}]}


def _grouped(rows: Iterable[dict[str, str]], *columns: str) -> list[tuple[Words, list[dict[str, str]]]]:
    """The rows below the first of these headings that they have, in the order of the table."""
    groups: dict[str, tuple[Words, list[dict[str, str]]]] = {}
    for row in rows:
        title = next((found for column in columns if any((found := named(row, column)).values())), named(row, "title"))
        groups.setdefault(title["en"], (title, []))[1].append(row)
    return list(groups.values())


def _sections(
    chapter: str, rows: Sequence[dict[str, str]], framework: str, metrics: Mapping[str, dict[str, Any]]
) -> Iterator[dict[str, Any]]:
    """A section for each aspect below a part; where a chapter is one aspect, for each of its disclosures."""
    aspects = _grouped(rows, "aspect")
    groups = aspects if len(aspects) > 1 else [(named(row, "title"), [row]) for row in rows]
    for number, (title, own) in enumerate(groups, 1):
        code = f"{chapter}.s{number}"
        blocks = [
            block for place, row in enumerate(own, 1) for block in _blocks(f"{code}.t{place}", row, framework, metrics)
        ]
        yield {"code": code, "title": title, "disclosures": {framework: [row["code"] for row in own]}, "blocks": blocks}


def _blocks(
    slot: str, row: Mapping[str, str], framework: str, metrics: Mapping[str, dict[str, Any]]
) -> Iterator[dict[str, Any]]:
    answering = [
        code for code, metric in metrics.items() if row["code"] in metric.get("disclosures", {}).get(framework, ())
    ]
    title = named(row, "title")
    own = [code for code in answering if _FIRST[framework, code] == row["code"]]
    if not own or row["kind"] not in ("kpi", "number", "yes_no", "date"):  # an indicator is answered by its table
        purpose = _asked(row["printed"], title)
        relief = RELIEFS.get((framework, row["code"]), words("", "", ""))
        purpose = {language: purpose[language] + relief[language] for language in LANGUAGES}
        yield {"text": slot, "purpose": purpose, "length": "80-300"}
    if own:
        yield {"table": f"{slot}.table".replace(".", ""), "caption": title, "rows": [{"ref": code} for code in own]}


def _asked(printed: str, title: Words) -> Words:
    return words(f"{printed}：{title['zh-Hans']}", f"{printed}：{title['zh-Hant']}", f"{printed}: {title['en']}")


# What a table of the code lets a company say in place of a disclosure, where a text is asked for.
RELIEFS: Mapping[tuple[str, str], Words] = {
    ("hkexc2", "D-26"): words(
        "；不采用情景分析的，说明理由和计划",
        "；不採用情景分析的，說明理由和計劃",
        "; where no scenario analysis is used, the reasons and a plan",
    ),
}
_FIRST: dict[tuple[str, str], str] = {}


def written(wanted: Wanted) -> dict[str, str]:
    """The files of a starter by their names in its folder."""
    metrics = metrics_for(wanted.framework)
    order = [row["code"] for row in rows_of(wanted.framework)]
    for code, metric in metrics.items():
        answers = metric.get("disclosures", {}).get(wanted.framework, [])
        _FIRST[wanted.framework, code] = min(answers, key=order.index) if answers else ""
    outline = {
        "code": "report-2025", "year": str(YEAR), "language": "zh-Hans", "title": wanted.title, "years": "3",
        "frameworks": [wanted.framework], "department": "csr",
    }  # fmt: skip
    return {
        "metrics/metrics.yaml": dumped({"metrics": metrics}),
        "outlines/report-2025/outline.yaml": dumped(outline),
        "outlines/report-2025/01-report.yaml": dumped({"chapters": list(chapters(wanted, metrics))}),
    }


def dumped(data: object) -> str:
    head = "# Written by tests/tools/starter_catalogues.py from the table of the framework.\n"
    return head + yaml.dump(data, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=10_000)


class _Plain(yaml.SafeDumper):
    """Wordings on one line, nothing by anchors."""

    def ignore_aliases(self, data: object) -> bool:
        del data
        return True

    def represent_mapping(self, tag: str, mapping: Any, flow_style: bool | None = None) -> yaml.MappingNode:
        flat = set(mapping) <= set(LANGUAGES) or set(mapping) == {"ref"}
        return super().represent_mapping(tag, mapping, flow_style=flat)


def main(arguments: Sequence[str]) -> int:
    target = Path(arguments[0]) if arguments else RESOURCES / "starters"
    for wanted in WANTED:
        for name, text in written(wanted).items():
            path = target / wanted.name / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
