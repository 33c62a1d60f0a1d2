"""Prints how long a workbook of 100,000 styled cells takes us and XlsxWriter; nothing is asserted.

    python tests/bench/excel_bench.py [--runs 5] [--metrics 2000]

Ten sheets, each metric with a total and two parts over five years, units, notes, a change formula, eleven styles,
Chinese texts, frozen panes, widths and one chart per sheet; and the flat data table, a row of 31 columns for each
half metric, from which the newest year is looked up by key. Fresh processes, interleaved, median of the runs;
rows stand in memory before the clock starts, libraries are imported before it starts ("whole" has everything).
"""

from __future__ import annotations

import argparse
import importlib
import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from decimal import Decimal
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
YEARS = ("2018", "2019", "2020", "2021", "2022")
HEAD = ("编号", "披露项", "指标", "分类", "单位", *YEARS, "同比")
UNITS = {"人": "#,##0", "吨": "#,##0.00", "元": "#,##0.00", "%": '0.0"%"', "千瓦时": "#,##0", "小时": "#,##0.0"}
WIDTHS = (12.0, 14.0, 36.0, 10.0, 9.0, 14.0, 14.0, 14.0, 14.0, 14.0, 11.0)
FORMULA = 'IF(COUNT(I{r}:J{r})<2,"",(J{r}-I{r})/ABS(I{r}))'
VALUE = "INDEX(annals_data[value],MATCH($A{r},annals_data[key],0))"
LOOKED_UP = f'IF({VALUE}="","",{VALUE})'
SHEETS, COLUMNS, DATA = 10, 31, "数据"


def model(metrics):
    """Yield (title, rows); a row is a list of (value, look, number format); a formula is a tuple (text, cached)."""
    chance = random.Random(11)
    for sheet in range(SHEETS):
        rows = [[(word, "head", "") for word in HEAD]]
        for metric in range(metrics // SHEETS):
            unit, form = chance.choice(list(UNITS.items()))
            for part in ("合计", "男性", "女性"):
                rows.append(_row(sheet, metric, part, unit, form, len(rows) + 1, chance))
        yield f"第{sheet + 1}章", rows


def _row(sheet, metric, part, unit, form, number, chance):
    bold = ".bold" if part == "合计" else ""
    name = f"第{sheet + 1}章第{metric + 1}项：员工培训与职业健康安全的覆盖情况"
    texts = (f"S{sheet + 1:02d}-{metric + 1:03d}", f"GRI 40{metric % 9}-{metric % 3 + 1}", name, part, unit)
    values = [None if chance.random() < 0.02 else Decimal(chance.randrange(1, 50000000)) / 100 for _ in YEARS]
    cells = [(text, "label" + bold, "") for text in texts]
    cells += [(value, "missing" if value is None else "linked" + bold, form) for value in values]
    before, now = values[-2:]
    change = None if before is None or now is None else (now - before) / abs(before)
    cells[-1] = ((LOOKED_UP.format(r=number), now), *cells[-1][1:]) if now is not None else cells[-1]
    return [*cells, ((FORMULA.format(r=number), change), "change", "+0.0%;-0.0%;0.0%")]


def table(metrics):
    """Return the rows of the data table: its heads, and texts and numbers below them."""
    chance = random.Random(12)
    rows = [[(f"column{number}", "head", "") for number in range(COLUMNS - 2)]]
    rows[0][:0] = [("key", "head", ""), ("value", "head", "")]
    for number in range(metrics // 2):
        values = [(Decimal(chance.randrange(1, 50000000)) / 100, "input", "#,##0.00") for _ in range(3)]
        texts = [(f"S{number % 10 + 1:02d}-{number // 10 + 1:03d}", "label", "")]
        texts += [(f"员工培训与职业健康安全 {number % 97} {n}", "label", "") for n in range(COLUMNS - 4)]
        rows.append([texts[0], *values, *texts[1:]])
    return rows


def ours(rows, data, path):
    """Time our writer; the frozen cells are made before the clock starts, as XlsxWriter's rows are."""
    from exporters.charts.xml import ChartData, ChartPlace, ChartSeries
    from exporters.excel.workbook import Cell, NamedTable, PlacedChart, Row, Sheet, Workbook
    from exporters.excel.writer import write_excel

    def cell(value, look, form):
        style = f"{look}|{form}" if form else look
        return Cell(value[1], style, value[0]) if isinstance(value, tuple) else Cell(value, style)

    def chart(title, table):
        shown = ([v[1] if isinstance(v, tuple) else v for v, _, _ in table[n][5:10]] for n in (1, 4, 7))
        series = tuple(ChartSeries(table[n][2][0], tuple(own)) for n, own in zip((1, 4, 7), shown, strict=True))
        data = ChartData(title, "column", YEARS, series, title="五年趋势", font="微软雅黑")
        return PlacedChart(data, ChartPlace(title, 1, 5, across=True), "M2")

    sheets = tuple(
        Sheet(title, tuple(Row(tuple(cell(*c) for c in r)) for r in table), WIDTHS, "F2", charts=(chart(title, table),))
        for title, table in rows
    )
    flat = tuple(Row(tuple(cell(*c) for c in row)) for row in data)
    sheets += (Sheet(DATA, flat, (14.0,) * COLUMNS, "B2", table=NamedTable("annals_data")),)
    begin = time.perf_counter()
    write_excel(Workbook("bench", sheets, font="微软雅黑", colours=("#FF4906",)), path)
    return time.perf_counter() - begin


def xlsxwriter(rows, data, path):
    """Time XlsxWriter on the same content."""
    import xlsxwriter as library

    begin = time.perf_counter()
    with library.Workbook(str(path)) as book:
        formats = {}
        for title, table in rows:
            _peer_sheet(book, book.add_worksheet(title), title, table, formats)
        _peer_table(book, book.add_worksheet(DATA), data, formats)
    return time.perf_counter() - begin


def _peer_format(book, formats, look, form):
    if (look, form) not in formats:
        head, bold = look == "head", look.endswith(".bold") or look == "head"
        wanted = {"font_name": "微软雅黑", "font_size": 10, "bold": bold, "bottom": 1, "bottom_color": "#D5DADF"}
        wanted |= {"align": "left" if look.startswith("label") else "right", "valign": "vcenter", "num_format": form}
        wanted |= {"bg_color": "#FF4906", "font_color": "#FFFFFF"} if head else {"font_color": "#1F2A33"}
        wanted |= {"bg_color": "#FFF4D6"} if look == "missing" else {}
        formats[look, form] = book.add_format(wanted)
    return formats[look, form]


def _peer_sheet(book, sheet, title, table, formats):
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(1, 5)
    _peer_cells(book, sheet, table, formats)
    chart = book.add_chart({"type": "column"})
    for n in (1, 4, 7):
        names, values = [title, 0, 5, 0, 9], [title, n, 5, n, 9]
        chart.add_series({"name": table[n][2][0], "categories": names, "values": values})
    chart.set_title({"name": "五年趋势"})
    sheet.insert_chart("M2", chart)


def _peer_table(book, sheet, rows, formats):
    sheet.set_column(0, COLUMNS - 1, 14)
    sheet.freeze_panes(1, 1)
    heads = [{"header": value} for value, _, _ in rows[0]]
    sheet.add_table(0, 0, len(rows) - 1, COLUMNS - 1, {"name": "annals_data", "columns": heads})
    _peer_cells(book, sheet, rows, formats)


def _peer_cells(book, sheet, table, formats):
    for r, row in enumerate(table):
        for c, (value, look, form) in enumerate(row):
            dress = _peer_format(book, formats, look, form)
            if value is None:
                sheet.write_blank(r, c, None, dress)
            elif isinstance(value, tuple):
                sheet.write_formula(r, c, "=" + value[0], dress, "" if value[1] is None else float(value[1]))
            elif isinstance(value, str):
                sheet.write_string(r, c, value, dress)
            else:
                sheet.write_number(r, c, value, dress)


WRITERS = {"ours": (ours, "exporters.excel.writer"), "xlsxwriter": (xlsxwriter, "xlsxwriter")}


def child(name, metrics):
    """Run one writer in this process and print its figures."""
    sys.path.insert(0, str(ROOT))
    rows, data = list(model(metrics)), table(metrics)
    write, module = WRITERS[name]
    importlib.import_module(module)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "out.xlsx"
        seconds = write(rows, data, path)
        print(json.dumps({"write": seconds, "kib": path.stat().st_size / 1024, "peak": _peak()}))


def _peak():
    """Return the process's own peak in MiB, 0 where the system does not tell."""
    try:
        lines = Path("/proc/self/status").read_text().splitlines()
    except OSError:
        return 0.0
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))


def run(name, metrics):
    """Start one fresh process and return its figures with the whole process's seconds."""
    begin = time.perf_counter()
    command = [sys.executable, __file__, "--one", name, "--metrics", str(metrics)]
    out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return {**json.loads(out.splitlines()[-1]), "whole": time.perf_counter() - begin}


def main():
    """Measure both, print medians and ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--metrics", type=int, default=2000)
    parser.add_argument("--one")
    options = parser.parse_args()
    if options.one:
        child(options.one, options.metrics)
        return
    names = [name for name in WRITERS if name == "ours" or find_spec(name)]
    if len(names) < len(WRITERS):
        print("no XlsxWriter here: ours alone")
    found = {name: [] for name in names}
    for _ in range(options.runs):
        for name in found:
            found[name].append(run(name, options.metrics))
    cells = sum(len(row) for _, rows in (*model(options.metrics), (DATA, table(options.metrics))) for row in rows)
    print(f"Excel, {cells:,} styled cells, {SHEETS} charts (median of {options.runs}, fresh processes)")
    medians = {
        name: {key: statistics.median(r[key] for r in runs) for key in ("write", "whole", "kib", "peak")}
        for name, runs in found.items()
    }
    for name, m in medians.items():
        spread = [r["write"] for r in found[name]]
        print(
            f"  {name:11s} write {m['write']:.3f} s [{min(spread):.3f}-{max(spread):.3f}]  whole {m['whole']:.2f} s"
            f"  {m['kib']:.0f} KiB  peak {m['peak']:.0f} MiB"
        )
    if "xlsxwriter" not in medians:
        return
    mine, peer = medians["ours"], medians["xlsxwriter"]
    print(f"  ratio       write {mine['write'] / peer['write']:.2f}  whole {mine['whole'] / peer['whole']:.2f}")


if __name__ == "__main__":
    main()
