"""Old tables as an editor's workbooks hold them, typed after the printed reports."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment

# The 2021 ESG report's tables, word for word: one sheet each, headings as rows, units in brackets.
PRINTED_2021 = {
    "能源資源": ("2021 年數據", [
        "直接能源消耗", ("天然氣消耗量（立方米）", "285,155.65"), ("柴油使用量（噸）", 429.13),
        ("直接能源消耗量（兆瓦時）", "7,906.83"), ("直接能源消耗密度（兆瓦時 / 人）", 0.26),
        "間接能源消耗", ("外購電力（兆瓦時）", 1195403.49), ("外購熱力（吉焦）", 24944.68),
        ("間接能源消耗量（兆瓦時）", 1202328.73), ("間接能源消耗密度（兆瓦時 / 人）", 39.60),
        "綜合能源消耗", ("綜合能源消耗量（兆瓦時）", 1210235.56), ("綜合能耗密度（兆瓦時 / 人）", 39.86),
        "水資源消耗", ("新鮮水使用量（萬噸）", 156.19), ("總用水密度（噸 / 人）", 51.45),
    ]),
    "排放物": ("2021 年數據", [
        ("溫室氣體排放總量（萬噸）", 105.95), ("範疇一溫室氣體排放量（萬噸）", 0.20), ("範疇二溫室氣體排放量（萬噸）", 105.75),
        ("人均溫室氣體排放量（噸 / 人）", 34.90), ("廢水排放量（萬噸）", 70.43), ("人均廢水排放量（噸 / 人）", 23.20),
        ("有害廢棄物（噸）", 78.51), ("人均有害廢棄物（千克 / 人）", 2.59), ("無害廢棄物（萬噸）", 0.73),
        ("人均無害廢棄物（千克 / 人）", 239.13),
    ]),
    "員工總數": ("2021", [("員工總數", 30359), "按僱傭類型劃分", ("全職員工", 28098), ("其他類別員工", 2261)]),
    "全職員工": ("2021", [
        ("全職員工總數", "28,098"), "按性別劃分", ("男性員工", 16335), ("女性員工", 11763),
        "按年齡劃分", ("30 歲以下員工", 19367), ("30–50 歲員工", 8676), ("50 歲以上員工", 55),
        "按管理層級劃分", ("管理層", 1646), ("非管理層", 26452),
        "按地區劃分", ("中國內地", 27825), ("海外及中國港澳台地區", 273),
    ]),
    "員工流失率": ("2021", [
        ("員工總流失率", 0.263), "按性別劃分", ("男性員工", 0.281), ("女性員工", 0.239),
        "按年齡劃分", ("30 歲以下員工", 0.281), ("30–50 歲員工", 0.222), ("50 歲以上員工", 0.509),
        "按地區劃分", ("中國內地", 0.263), ("海外及中國港澳台地區", 0.256),
    ]),
}  # fmt: skip

# The same figures as an editor keeps them: her own words, a unit column, three years of which one is filled.
# name → what it is ("" = nothing in the catalogue is called like it and no value tells).
OWN_WORDS: list[tuple[str, str, object, str] | str] = [
    "一、能源", ("天然气用量", "立方米", 285155.65, "energy.gas"), ("柴油用量", "吨", "429.13", "energy.diesel"),
    ("外购电量", "万千瓦时", 119540.349, "energy.electricity"), ("外购热力", "GJ", 24944.68, "energy.heat"),
    ("综合能耗", "兆瓦时", "1,210,235.56", "energy.total"),
    "二、水", ("自来水用量", "万吨", 156.19, "water.fresh"),
    "三、排放", ("温室气体总排放量", "吨CO2e", 1059500, "ghg.total"), ("　其中：范围一", "万吨", 0.2, "ghg.scope1"),
    ("　其中：范围二", "万吨", 105.75, "ghg.scope2"), ("废水排放", "万吨", 70.43, "wastewater.total"),
    ("危险废物", "吨", 78.51, "waste.hazardous"), ("一般废物", "吨", 7300, "waste.nonhazardous"),
    "四、员工", ("员工人数", "人", 30359, "workforce.total"),
    ("  其中：全职", "人", 28098, "workforce.total:employment=fulltime"), ("全职员工数", "人", 28098, "workforce.fulltime"),
    ("  男", "人", 16335, "workforce.fulltime:gender=male"), ("  女", "人", 11763, "workforce.fulltime:gender=female"),
    ("  30岁以下", "人", 19367, "workforce.fulltime:age=under30"),
    ("  30-50岁", "人", 8676, "workforce.fulltime:age=from30to50"), ("  50岁以上", "人", 55, "workforce.fulltime:age=over50"),
    ("员工流失率", "%", "26.3%", "turnover.rate"), ("  男性", "%", 28.1, "turnover.rate:gender=male"),
    ("  女性", "%", 23.9, "turnover.rate:gender=female"), ("社保覆盖率", "%", "100%", "workforce.insurance.rate"),
]  # fmt: skip


def write_printed(path: Path) -> Path:
    """Write the tables as they were printed, percentages in Excel's own format."""
    book = Workbook()
    del book[book.active.title]
    for title, (head, rows) in PRINTED_2021.items():
        page = book.create_sheet(title)
        page.append([f"2021 年度{title}"])
        page.merge_cells("A1:B1")
        page.append(["指標", head])
        for row in rows:
            page.append([row] if isinstance(row, str) else list(row))
            if title == "員工流失率":
                page.cell(page.max_row, 2).number_format = "0.0%"
    book.save(path)
    return path


def write_own_words(path: Path) -> Path:
    """Write the editor's own table: a title, who made it, a head in row 3, a running number, notes."""
    book = Workbook()
    page = book.active
    page.title = "环境社会绩效"
    page.append(["2019-2021 年 ESG 绩效汇总表"])
    page.merge_cells("A1:G1")
    page.append(["编制：张三"])
    page.append(["序号", "指标名称", "计量单位", "2019年", "FY2020", "2021年度", "备注"])
    for row in OWN_WORDS:
        if isinstance(row, str):
            page.append([None, row])
            continue
        name, unit, value, _ = row
        page.append([page.max_row, name.strip(" "), unit, None, None, value, "见台账"])
        page.cell(page.max_row, 2).alignment = Alignment(indent=(len(name) - len(name.strip(" "))) // 2)
    book.save(path)
    return path
