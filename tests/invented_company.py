"""A small tea company that nobody who wrote the program has seen: its catalogue's workbook as rows, and its figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from schema.exchange.catalogue_book.plain_sheet import PlainSheet

Rows = list[list[object]]


def three(name: str) -> list[str]:
    return [f"{name}.{language}" for language in ("zh-Hans", "zh-Hant", "en")]


NAME = three("name")
METRIC = [
    "code",
    *NAME,
    "kind",
    "unit",
    "timing",
    "department",
    "crossings",
    "sum_over",
    "minimum",
    "disclosures",
    "formula",
    "display",
]


def metric(
    code: str, hans: str, hant: str, en: str, kind: str, unit: str, timing: str, department: str, *more: object
) -> list[object]:
    return [code, hans, hant, en, kind, unit, timing, department, *more, *[""] * (6 - len(more))]


METRICS: Rows = [
    metric("leaf.bought", "茶青采购量", "茶青採購量", "Leaf bought", "number", "t", "flow", "garden", "", "", 0),
    metric("tea.made", "成品茶产量", "成品茶產量", "Tea made", "number", "t", "flow", "garden", "tea", "tea", 0),
    metric(
        "tea.yield",
        "成茶率",
        "成茶率",
        "Yield",
        "percent",
        "percent",
        "flow",
        "garden",
        "",
        "",
        "",
        "",
        "[tea.made] / [leaf.bought]",
        "0.0",
    ),
    metric("water.used", "用水量", "用水量", "Water used", "number", "m3", "flow", "garden", "", "", 0, "own: W1"),
    metric(
        "water.pertonne",
        "吨茶水耗",
        "噸茶水耗",
        "Water per tonne of tea",
        "number",
        "m3pert",
        "flow",
        "garden",
        "",
        "",
        "",
        "own: W1",
        "[water.used] / [tea.made]",
        "0.00",
    ),
    metric(
        "power.used", "用电量", "用電量", "Electricity", "number", "kwh", "flow", "garden", "", "", 0, "own: E1, E2"
    ),
    metric("gas.used", "天然气", "天然氣", "Gas", "number", "m3", "flow", "garden", "", "", 0, "own: E1"),
    metric(
        "gas.coal",
        "天然气折标煤",
        "天然氣折標煤",
        "Gas as coal",
        "number",
        "kgce",
        "flow",
        "garden",
        "",
        "",
        "",
        "",
        "[gas.used] * [factor.gas]",
        "0.0",
    ),
    metric(
        "staff.total",
        "员工人数",
        "員工人數",
        "Employees",
        "integer",
        "person",
        "stock",
        "people",
        "gender",
        "gender",
        0,
        "own: S1",
    ),
    metric(
        "staff.hours",
        "培训时数",
        "培訓時數",
        "Training hours",
        "number",
        "hour",
        "flow",
        "people",
        "",
        "",
        0,
        "own: S2",
    ),
    metric("farmers", "合作茶农", "合作茶農", "Farmers we buy from", "integer", "person", "stock", "people", "", "", 0),
    metric("donations", "捐赠额", "捐贈額", "Donations", "number", "yuan", "flow", "people", "", "", 0),
]

BLOCK = ["outline", "section", "block", "ref", *three("title"), "style", "kind", "years", "change", "format"]


def block(section: str, kind: str, ref: str, title: Sequence[str] = ("", "", ""), *more: object) -> list[object]:
    return ["tea-2025", section, kind, ref, *title, *more, *[""] * (5 - len(more))]


BLOCKS: Rows = [
    block("garden", "text", "garden.lead", ("", "", ""), "lead"),
    block("garden", "table", "garden.table", ("茶园数据", "茶園數據", "The gardens in figures"), "", "", 2, "yes"),
    block("garden", "group", "", ("茶", "茶", "Tea")),
    block("garden", "row", "leaf.bought"),
    block("garden", "row", "tea.made:tea=*"),
    block("garden", "row", "tea.made"),
    block("garden", "group", "", ("水与能源", "水與能源", "Water and energy")),
    block("garden", "row", "water.used", ("生产用水", "生產用水", "Water for production"), "", "", "", "", "万m3 0.00"),
    block("garden", "row", "water.pertonne"),
    block("garden", "row", "gas.coal"),
    block("people", "callout", "people.numbers"),
    block("people", "row", "staff.total"),
    block("people", "row", "farmers"),
    block("people.training", "chart", "people.chart", ("培训时数", "培訓時數", "Training hours"), "", "column", 2),
    block("people.training", "row", "staff.hours"),
    block("people.training", "text", "people.body"),
    block("people.training", "index", "own"),
]

BOOK: Mapping[str, Rows] = {
    "company": [[*NAME, *three("short"), "colours"], ["山岚茶业", "山嵐茶業", "Hill Mist Tea", "山岚", "山嵐", "Hill Mist", "#2E6B3F"]],
    "departments": [["code", *NAME], ["garden", "茶园部", "茶園部", "Gardens"], ["people", "人事部", "人事部", "People"]],
    "units": [
        ["code", *NAME, "is", "aliases"],
        ["percent", "%", "%", "%", "0.01", ""],
        ["t", "吨", "噸", "t", "1000 * kilogram", "公吨"],
        ["m3", "立方米", "立方米", "m³", "metre ** 3", ""],
        ["m3pert", "立方米/吨", "立方米/噸", "m³ per t", "metre ** 3 / kilogram / 1000", ""],
        ["kwh", "千瓦时", "千瓦時", "kWh", "3600000 * joule", "度"],
        ["kgce", "千克标准煤", "千克標準煤", "kgce", "coal", ""],
        ["person", "人", "人", "people", "person", ""],
        ["hour", "小时", "小時", "hours", "3600 * second", ""],
        ["yuan", "元", "元", "CNY", "yuan", ""],
    ],
    "breakdowns": [
        ["breakdown", "member", *NAME],
        ["gender", "", "性别", "性別", "Gender"],
        ["gender", "male", "男", "男", "Male"],
        ["gender", "female", "女", "女", "Female"],
        ["tea", "", "茶类", "茶類", "Tea"],
        ["tea", "green", "绿茶", "綠茶", "Green tea"],
        ["tea", "black", "红茶", "紅茶", "Black tea"],
    ],
    "metrics": [METRIC, *METRICS],
    "rules": [["code", "formula", "severity", *three("message")], ["yield", "[tea.made] <= [leaf.bought]", "error", "产量大于采购量。", "產量大於採購量。", "More tea than leaf."]],
    "totals": [
        ["code", "whole", "parts", "since", "until", "complete"],
        ["people", "staff.total", "staff.total:gender=male, staff.total:gender=female", 2024, "", ""],
        ["harvest", "leaf.bought", "tea.made", "", 2030, "no"],
    ],
    "factors": [["code", *NAME, "value", "unit", "since", "until", "source"], ["gas", "天然气", "天然氣", "Gas", 1.215, "kgce/m3", 2021, "", "GB/T 2589"]],
    "frameworks": [["code", *NAME], ["own", "自订指标", "自訂指標", "Our own list"]],
    "disclosures": [
        ["framework", "code", "printed", *three("title")],
        *(["own", code, code, title, title, title] for code, title in (("W1", "水"), ("E1", "能源"), ("E2", "电"), ("S1", "员工"), ("S2", "培训"), ("S3", "安全"))),
    ],
    "outlines": [["code", "year", "language", *three("title"), "frameworks", "department"], ["tea-2025", 2025, "zh-Hans", "山岚茶业 2025 年责任报告", "山嵐茶業 2025 年責任報告", "Hill Mist Tea Report 2025", "own", "people"]],
    "explanations": [["outline", "framework", "disclosure", *three("reason")], ["tea-2025", "own", "S3", "没有工厂。", "沒有工廠。", "No factory."]],
    "sections": [
        ["outline", "level", "code", *three("title"), "department"],
        ["tea-2025", 1, "garden", "茶园", "茶園", "Gardens", "garden"],
        ["tea-2025", 1, "people", "员工", "員工", "People", ""],
        ["tea-2025", 2, "people.training", "培训", "培訓", "Training", ""],
    ],
    "blocks": [BLOCK, *BLOCKS],
}  # fmt: skip

FIGURES = """metric,period,value,category
leaf.bought,2024,410,
leaf.bought,2025,432.5,
tea.made,2024,40,tea=green
tea.made,2024,51.2,tea=black
tea.made,2025,48.1,tea=green
tea.made,2025,52.4,tea=black
water.used,2024,15200,
water.used,2025,14950,
power.used,2025,301500,
gas.used,2024,9000,
gas.used,2025,8400,
staff.total,2025,61,gender=male
staff.total,2025,75,gender=female
staff.hours,2024,2000,
staff.hours,2025,2250,
farmers,2025,318,
donations,2025,120000,
"""


def plain_sheets(book: Mapping[str, Rows] = BOOK) -> list[PlainSheet]:
    """The sheets as a reader gives them: every cell a text."""
    return [PlainSheet(title, tuple(tuple(map(str, row)) for row in rows)) for title, rows in book.items()]


def write_book(path: Path, book: Mapping[str, Rows] = BOOK) -> Path:
    """The sheets as somebody types them into Excel: numbers as numbers, nothing styled."""
    from openpyxl import Workbook

    made = Workbook()
    made.remove(made.active)
    for title, rows in book.items():
        page = made.create_sheet(title)
        for row in rows:
            page.append([cell if cell != "" else None for cell in row])
    made.save(path)
    return path
