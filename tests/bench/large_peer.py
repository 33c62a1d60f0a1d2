"""The peer of large_bench.py: the same workbook as a usual program writes it, with ORM entities and XlsxWriter.

It loads the data points as entities (SQLAlchemy's usual session, all columns mapped), the definitions as plain JSON,
groups the points by metric, and writes what our data sheets of this workspace hold: a cover with links, a sheet per
chapter with a row for each metric and category (name, unit, a value per year, change, note, code; each value has a
defined name), a live sum with its result below each breakdown, live figures with their results, and the sheet of
definitions. Looks, number formats, heights, frozen panes, merged headings and print set-up are ours; blank cells are
styled as ours are. What it is spared: it checks no data and has no sheet of open points (600 cells of ours), measures
no texts (widths and heights are constants), knows one language, one shape of formula ([a] / [b]), no omissions,
unreadable entries, qualifiers, linked rows or display formats.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import xlsxwriter
from sqlalchemy import create_engine, select, text
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

YEARS = 5
HEAD = ("指标", "单位", *([""] * YEARS), "同比", "说明与来源", "披露项", "代码")
WIDTHS = (30, 9, *([13] * YEARS), 12, 40, 13, 14.4)
TERMS = ("指标", "单位", "时点", "口径", "公式", "出处", "负责部门", "代码")
TERM_WIDTHS = (30, 10, 8, 50, 40, 16, 14, 26)
INTEGER, PERCENT = "#,##0", '#,##0.0"%"'
GROWTH, POINTS = "+#,##0.0%;-#,##0.0%;0.0%", '+0.0" 个百分点";-0.0" 个百分点";0.0" 个百分点"'
RULE = {"bottom": 1, "bottom_color": "#D5DADF"}
NUMBER = {**RULE, "align": "right", "indent": 1}
TOTAL = {"top": 1, "top_color": "#8A959E", **RULE}
GREY = {"font_color": "#6B7680"}
LOOKS: dict[str, dict[str, Any]] = {
    "heading": {"bold": True, "font_size": 13, "font_color": "#1F6F78", "bottom": 2, "bottom_color": "#1F6F78"},
    "lead": {**GREY, "text_wrap": True, "valign": "top"},
    "back": {"font_color": "#0563C1", "underline": 1},
    "head": {"bold": True, "font_color": "#FFFFFF", "bg_color": "#1F6F78", "text_wrap": True},
    "head.number": {"bold": True, "font_color": "#FFFFFF", "bg_color": "#1F6F78", "align": "right", "indent": 1},
    "label": {**RULE, "text_wrap": True},
    "label.bold": {**RULE, "text_wrap": True, "bold": True},
    "member": {**RULE, "text_wrap": True, "indent": 2, "font_color": "#3C4650"},
    "crossing": {**RULE, "indent": 1, "italic": True, **GREY},
    "cell": RULE,
    "unit": {**RULE, **GREY, "text_wrap": True},
    "note": {**RULE, **GREY, "font_size": 9, "text_wrap": True},
    "text": {**RULE, "text_wrap": True, "valign": "top"},
    "input": {**NUMBER, "font_color": "#1F4FA3"},
    "input.bold": {**NUMBER, "font_color": "#1F4FA3", "bold": True},
    "figure": NUMBER,
    "change": {**NUMBER, **GREY},
    "label.total": {**TOTAL, "bold": True, "indent": 2, "text_wrap": True},
    "total": {**TOTAL, "align": "right", "indent": 1, "bold": True},
    "total.cell": TOTAL,
}


class Base(DeclarativeBase):
    """What the tables share."""


class Point(Base):
    """A data point."""

    __tablename__ = "data_point"

    id: Mapped[int] = mapped_column(primary_key=True)
    metric: Mapped[str]
    entity: Mapped[str]
    period: Mapped[int]
    category: Mapped[str]
    value: Mapped[str | None]
    qualifier: Mapped[str]
    omission: Mapped[str]
    unread: Mapped[str]
    typed: Mapped[str]
    note: Mapped[str]
    method: Mapped[str]
    estimated: Mapped[bool]
    as_of: Mapped[str]
    since: Mapped[int]
    source: Mapped[str]
    version: Mapped[int]


Values = dict[tuple[str, str], dict[int, Point]]


def write(path: Path, target: Path) -> None:
    """Read the workspace and write the workbook."""
    with Session(create_engine(f"sqlite:///{path}")) as session:
        values: Values = {}
        for point in session.scalars(select(Point).order_by(Point.metric, Point.category, Point.period)):
            values.setdefault((point.metric, point.category), {})[point.period] = point
        definitions = json.loads(session.execute(text("SELECT json FROM definitions")).scalar_one())
        _Book(definitions, values, target).write()


class _Book:
    def __init__(self, definitions: Any, values: Values, target: Path) -> None:
        catalogue = definitions["catalogue"]
        self.outline = definitions["outlines"]["values"][0]
        self.metrics, self.units, self.breakdowns, self.departments = (
            dict(zip(catalogue[part]["keys"], catalogue[part]["values"], strict=True))
            for part in ("metrics", "units", "breakdowns", "departments")
        )
        self.company = catalogue["company"]["name"]["zh_hans"]
        self.values = values
        self.years = range(self.outline["year"] - YEARS + 1, self.outline["year"] + 1)
        self.book = xlsxwriter.Workbook(str(target))
        self.formats: dict[tuple[str, str], Any] = {}

    def look(self, name: str, number: str = "") -> Any:
        if (name, number) not in self.formats:
            wanted = {"font_name": "微软雅黑", "font_size": 10, "valign": "vcenter", **LOOKS[name]}
            self.formats[name, number] = self.book.add_format({**wanted, **({"num_format": number} if number else {})})
        return self.formats[name, number]

    def write(self) -> None:
        chapters = [chapter["title"]["zh_hans"] for chapter in self.outline["chapters"]]
        self.cover([*chapters, "口径与公式"])
        for chapter, title in zip(self.outline["chapters"], chapters, strict=True):
            self.chapter(chapter, title)
        self.definitions()
        self.book.close()

    def cover(self, titles: list[str]) -> None:
        sheet = self.book.add_worksheet("封面")
        sheet.hide_gridlines(2)
        for column, width in enumerate((4, 26, 58, 14)):
            sheet.set_column(column, column, width)
        facts = (self.company, self.outline["title"]["zh_hans"], "数据表", self.outline["code"], str(len(self.values)))
        for row, fact in enumerate(facts, 1):
            sheet.write_string(row, 1, fact, self.look("label"))
        for row, title in enumerate(titles, 8):
            sheet.set_row(row, 20)
            sheet.write_url(row, 1, f"internal:'{title}'!A1", self.look("back"), f"{row - 7}　{title}")
            sheet.write_blank(row, 2, None, self.look("unit"))
            sheet.write_blank(row, 3, None, self.look("change"))

    def begin(self, title: str, lead: str, head: tuple[str, ...], widths: tuple[float, ...]) -> Any:
        sheet = self.book.add_worksheet(title)
        sheet.hide_gridlines(2)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(2)
        sheet.set_footer(f"&L{self.outline['title']['zh_hans']}&C&A&R&P / &N")
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        last = len(head) - 1
        sheet.set_row(0, 30)
        sheet.merge_range(0, 0, 0, last, title, self.look("heading"))
        sheet.write_url(1, 0, "internal:'封面'!A1", self.look("back"), "← 返回目录")
        sheet.merge_range(1, 1, 1, last, lead, self.look("lead"))
        sheet.set_row(2, 24)
        for column, word in enumerate(head):
            sheet.write_string(2, column, word, self.look("head.number" if word.isdigit() else "head"))
        return sheet

    def chapter(self, chapter: Any, title: str) -> None:
        head = (*HEAD[:2], *map(str, self.years), *HEAD[2 + YEARS :])
        sheet = self.begin(title, "报告　单位见各行；空白表示尚未填报。", head, WIDTHS)
        sheet.freeze_panes(3, 2)
        row = 3
        for block in chapter["blocks"]:
            for placement in block.get("rows", ()):
                row = self.metric(sheet, title, row, self.metrics[placement["reference"]])
        sheet.print_area(0, 0, row - 1, len(WIDTHS) - 2)

    def metric(self, sheet: Any, title: str, row: int, metric: Any) -> int:
        crossings = metric.get("crossings", ())
        look = "label.bold" if crossings else "label"
        self.line(sheet, title, row, metric, "", metric["name"]["zh_hans"], look)
        row += 1
        for crossing in crossings:
            names = " × ".join(self.breakdowns[code]["name"]["zh_hans"] for code in crossing)
            self.fill(sheet, row, 0, [f"按{names}"], "crossing", "cell")
            first, row = row + 1, row + 1
            members = self.members(crossing)
            for category, words in members:
                self.line(sheet, title, row, metric, category, words, "member")
                row += 1
            self.total(sheet, row, first, metric, [category for category, _ in members])
            row += 1
        return row

    def members(self, crossing: list[str]) -> list[tuple[str, str]]:
        found = [("", "")]
        for code in crossing:
            found = [
                (f"{category};{code}={member['code']}".strip(";"), f"{words}、{member['name']['zh_hans']}".strip("、"))
                for category, words in found
                for member in self.breakdowns[code]["members"]
            ]
        return found

    def fill(self, sheet: Any, row: int, column: int, texts: list[str], look: str, rest: str) -> None:
        sheet.set_row(row, 20)
        for text_ in texts:
            sheet.write_string(row, column, text_, self.look(look))
            column += 1
        for blank in range(column, len(WIDTHS)):
            sheet.write_blank(row, blank, None, self.look(rest))

    def line(self, sheet: Any, title: str, row: int, metric: Any, category: str, words: str, look: str) -> None:
        code, percent = metric["code"], metric["unit"] == "percent"
        points = self.values.get((code, category), {})
        sheet.set_row(row, 19.5)
        sheet.write_string(row, 0, words, self.look(look))
        sheet.write_string(row, 1, self.units[metric["unit"]]["name"]["zh_hans"], self.look("unit"))
        shown: list[float | None] = []
        for column, year in enumerate(self.years, 2):
            if metric.get("formula"):
                shown.append(self.figure(sheet, row, column, metric, year))
            else:
                shown.append(float(points[year].value or 0))
                style = self.look("input.bold" if look == "label.bold" else "input", INTEGER)
                sheet.write_number(row, column, shown[-1], style)
            name = _name(code, year, category)
            self.book.define_name(name, f"='{title}'!${_letter(column)}${row + 1}")
        self.change(sheet, row, shown, percent)
        last = points.get(self.years[-1])
        note = f"来源：{last.source}" if last and last.source else ""
        for column, found in enumerate((note, "", "" if category else code), 3 + YEARS):
            style = self.look("note")
            _ = sheet.write_string(row, column, found, style) if found else sheet.write_blank(row, column, None, style)

    def figure(self, sheet: Any, row: int, column: int, metric: Any, year: int) -> float | None:
        over, under = (part.strip(" []") for part in metric["formula"]["text"].split("/"))
        above, below = (float(self.values[part, ""][year].value or 0) for part in (over, under))
        value = above / below * 100 if below else None
        a, b = _name(over, year, ""), _name(under, year, "")
        formula = f'=IF(COUNT({a},{b})<2,"",IF({b}=0,"",{a}/{b}*100))'
        sheet.write_formula(row, column, formula, self.look("figure", PERCENT), "" if value is None else value)
        return value

    def change(self, sheet: Any, row: int, shown: list[float | None], percent: bool) -> None:
        now, before = (f"{_letter(1 + YEARS - back)}{row + 1}" for back in (0, 1))
        last, earlier = shown[-1], shown[-2]
        known = last is not None and earlier is not None
        if percent:
            formula = f'=IF(COUNT({before}:{now})<2,"",{now}-{before})'
            value = last - earlier if known else ""
        else:
            formula = f'=IF(COUNT({before}:{now})<2,"",IF({before}=0,"",({now}-{before})/ABS({before})))'
            value = (last - earlier) / abs(earlier) if known and earlier else ""
        sheet.write_formula(row, 2 + YEARS, formula, self.look("change", POINTS if percent else GROWTH), value)

    def total(self, sheet: Any, row: int, first: int, metric: Any, members: list[str]) -> None:
        self.fill(sheet, row, 0, ["合计"], "label.total", "total.cell")
        sheet.write_string(row, 1, self.units[metric["unit"]]["name"]["zh_hans"], self.look("total.cell"))
        for column, year in enumerate(self.years, 2):
            cells = f"{_letter(column)}{first + 1}:{_letter(column)}{row}"
            value = sum(float(self.values[metric["code"], category][year].value or 0) for category in members)
            formula = f'=IF(COUNT({cells})<{len(members)},"",SUM({cells}))'
            sheet.write_formula(row, column, formula, self.look("total", INTEGER), value)

    def definitions(self) -> None:
        sheet = self.begin("口径与公式", "本工作簿所列指标的口径、出处与计算公式。", TERMS, TERM_WIDTHS)
        sheet.freeze_panes(3, 1)
        for row, metric in enumerate(self.metrics.values(), 3):
            sheet.set_row(row, 19.5)
            for column, words in enumerate(self.terms(metric)):
                style = self.look("note" if column == len(TERMS) - 1 else "text")
                _ = (
                    sheet.write_string(row, column, words, style)
                    if words
                    else sheet.write_blank(row, column, None, style)
                )

    def terms(self, metric: Any) -> tuple[str, ...]:
        formula, crossings = metric.get("formula"), metric.get("crossings", ())
        words = f"合计 = 各{self.breakdowns[crossings[0][0]]['name']['zh_hans']}之和" if crossings else ""
        if formula:
            words = "= " + " / ".join(
                self.metrics[part.strip(" []")]["name"]["zh_hans"] for part in formula["text"].split("/")
            )
        unit = self.units[metric["unit"]]["name"]["zh_hans"]
        timing = {"stock": "时点", "flow": "时期"}[metric["timing"]]
        department = self.departments[metric["department"]]["name"]["zh_hans"]
        definition = metric["definition"]["zh_hans"]
        return metric["name"]["zh_hans"], unit, timing, definition, words, "", department, metric["code"]


def _name(code: str, year: int, category: str) -> str:
    name = f"v_{code.replace('.', '__')}_{year}"
    return f"{name}_{category.replace('=', '_').replace(';', '_')}" if category else name


def _letter(column: int) -> str:
    return "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[column]
