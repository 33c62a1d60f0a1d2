"""The sample and small made-up catalogues, ready for the tests of the data sheets."""

from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path

from exporters.excel.writer import write_excel
from schema.catalogue.outline import Outline, Placement, Section, TableBlock
from schema.exchange.figures_csv import read_figures
from schema.exchange.sample.records import load_records
from schema.exchange.sample.texts import load_texts
from schema.grammar.reference import Key
from schema.grammar.words import Words
from schema.values.changes import keep, overlay
from schema.values.datapoint import DataPoint, Snapshot
from schema.values.figures import Figures
from tests.exporters.built import build_workbook
from tests.shipped import sample as definitions

ROOT = Path(__file__).parents[3] / "resources"
YEAR = 2022


@cache
def snapshot():
    found = Snapshot()
    for path in sorted((ROOT / "sample/figures").glob("*.csv")):
        found = overlay(found, read_figures(path, definitions().catalogue, keep_unreadable=True).changes)
    records = load_records(ROOT / "sample/records", definitions().catalogue)
    found = overlay(found, [keep(record) for record in records])
    return overlay(found, [keep(text) for text in load_texts(ROOT / "sample/texts")])


def figures(data=None):
    return Figures(definitions().catalogue, snapshot() if data is None else data)


def workbook(report, language="zh-Hans", data=None):
    if data is None:
        return sample_workbook(report, language)
    data = snapshot() if data is None else data
    return build_workbook(definitions(), report, language, data)


@cache
def sample_workbook(report, language):
    """Return the sample's workbook, built once: it is frozen."""
    return build_workbook(definitions(), report, language, snapshot())


def saved(book, folder, name="book.xlsx"):
    path = folder / name
    write_excel(book, path)
    return path


def words(text):
    return Words(text, text, text)


def small(metrics, *, points=(), published=(), factors=(), years=2, texts=(), frameworks=(), placed=None):
    """Build a workbook of one chapter with one table from a few metrics; points are (reference key, value) pairs."""
    catalogue = replace(
        definitions().catalogue, metrics={metric.code: metric for metric in metrics}, factors=tuple(factors)
    )
    rows = tuple(Placement(code) for code in (placed if placed is not None else catalogue.metrics))
    section = Section("a", 1, words("Chapter"), (TableBlock("a.table", words("Table"), rows),))
    outline = Outline("r", YEAR, "en", words("Report"), (section,), frameworks=tuple(frameworks), years=years)
    data = Snapshot(points={point.key: point for point in points}, published=tuple(published), texts=dict(texts))
    made = replace(definitions(), catalogue=catalogue, outlines={"r": outline})
    return build_workbook(made, "r", "en", data)


def point(code, value=None, year=YEAR, category="", **fields):
    key = Key(code, year, "", category)
    return DataPoint(key, None if value is None else Decimal(value), **fields)


def named(book):
    """Return every named cell of a workbook by its name."""
    return {cell.name: cell for sheet in book.sheets for row in sheet.rows for cell in row.cells if cell.name}
