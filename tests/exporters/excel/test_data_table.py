"""The flat data sheet and the reconciliation that foots it."""

import re
import zipfile
from datetime import UTC, datetime
from decimal import Decimal

import openpyxl
import pytest

from exporters.assembly.data_rows import COLUMNS, printed_text
from exporters.assembly.document import build_document
from exporters.excel.sheets.book import build_workbook
from schema.grammar.reference import parse_reference, value_key
from schema.moment import Moment
from schema.values.datapoint import HistoryEntry
from tests.exporters.excel import sample

REPORTS = (("esg-2021", "數據", "核對"), ("csr-2022", "数据", "核对"))


def rows_of(book, title):
    """The rows of a sheet's table, by its heads."""
    sheet = book.sheet(title)
    head, *rows = sheet.rows[sheet.table.head - 1 :]
    return [dict(zip([c.value for c in head.cells], row.cells, strict=True)) for row in rows]


@pytest.fixture(scope="module")
def esg():
    return sample.workbook("esg-2021", "zh-Hant")


def footed(book, title="Reconciliation"):
    """What each total and its parts come to, and whether that agrees."""
    names = ("total", "printed", "computed", "difference", "result")
    return [tuple(row[name].value for name in names) for row in rows_of(book, title)]


def test_the_table_has_the_columns_promised_and_a_row_once_for_each_reference_and_format(esg):
    sheet = esg.sheet("數據")
    assert [cell.value for cell in sheet.rows[0].cells] == list(COLUMNS)
    keys = [row["key"].value for row in rows_of(esg, "數據")]
    assert len(keys) == len(set(keys))
    assert all(
        row["key"].value == value_key(row["ref"].value, row["format"].value or "") for row in rows_of(esg, "數據")
    )


@pytest.mark.parametrize(("report", "data"), [(report, data) for report, data, _ in REPORTS])
def test_every_number_of_the_draft_is_in_it_as_the_draft_prints_it(report, data):
    moment = Moment(sample.definitions(), sample.snapshot())
    language = moment.outline(report).language
    printed = {row["key"].value: row["printed"].value for row in rows_of(sample.workbook(report, language), data)}
    facts = build_document(moment, report, language).facts
    assert facts
    assert all(printed[f.word_key] == printed_text(f) for f in facts)
    assert {text for text in printed.values() if "% %" in str(text)} == set()


@pytest.mark.parametrize(("report", "data"), [(report, data) for report, data, _ in REPORTS])
def test_what_the_workbook_holds_is_in_it_in_its_own_format(report, data):
    book = sample.workbook(report, sample.definitions().outlines[report].language)
    own = {row["ref"].value for row in rows_of(book, data) if not row["format"].value}
    read = [parse_reference(reference) for reference in own if not reference.startswith("published/")]
    names = {reference.key(0).defined_name() for reference in read}
    held = {name for name, cell in sample.named(book).items() if name[:2] == "v_" and isinstance(cell.value, Decimal)}
    assert held
    assert held <= names


def test_who_typed_a_value_last_is_told_with_the_hash_of_that_entry():
    moment = Moment(sample.definitions(), sample.snapshot())
    entry = HistoryEntry(7, datetime(2026, 3, 1, tzinfo=UTC), "周敏", "value", "s", "", "", "", "ab" * 32)

    def last(places):
        return {key: (entry,) for key in places if getattr(key, "metric", "") == "suppliers.count"}

    book = build_workbook(moment, build_document(moment, "esg-2021", "zh-Hant"), last)
    row = next(r for r in rows_of(book, "數據") if str(r["ref"].value).startswith("suppliers.count@2021"))
    assert (row["typed_by"].value, str(row["typed_at"].value)[:10], row["history"].value) == (
        "周敏",
        "2026-03-01",
        "ab" * 32,
    )


def test_the_names_of_its_columns_stand_in_the_definitions_sheet(esg):
    codes = {row.cells[-1].value: row.cells[0].value for row in esg.sheet("口徑與公式").rows if row.cells}
    assert set(COLUMNS) <= set(codes)
    assert codes["approved_by"] == "批准人"


def test_every_total_breakdown_and_figure_is_footed(esg):
    results = footed(esg, "核對")
    assert [total for total, *_ in results].count("workforce.fulltime@2021") == 5
    assert {result for *_, result in results} == {"ok", "open"}
    # printed as 239.13 by the report, 240.46 by its own inputs
    assert [row[0] for row in results if row[-1] == "open"] == ["waste.nonhazardous.perhead@2021"]


def test_a_reconciliation_looks_both_sides_up_by_key_and_hides_no_error(esg):
    rows = rows_of(esg, "核對")
    assert all("MATCH($K" in row["printed"].formula for row in rows)
    assert all("annals_data[key]" in row["computed"].formula for row in rows)
    formulas = [cell.formula for sheet in esg.sheets for row in sheet.rows for cell in row.cells if cell.formula]
    assert not [formula for formula in formulas if "IFERROR" in formula]


def parted(whole, *parts, **fields):
    """A workbook of one metric that is the sum of men and women."""
    metric = sample.definitions().catalogue.metrics["workforce.fulltime"]
    points = [sample.point(metric.code, whole, **fields)]
    points += [
        sample.point(metric.code, n, category=f"gender={m}") for n, m in zip(parts, ("male", "female"), strict=False)
    ]
    return sample.small([metric], points=points)


def test_parts_that_do_not_come_to_their_total_are_open():
    assert footed(parted(100, 60, 41)) == [("workforce.fulltime@2022", 100, 101, -1, "open")]
    assert footed(parted(100, 60, 40)) == [("workforce.fulltime@2022", 100, 100, 0, "ok")]


def test_a_part_that_is_not_there_leaves_a_total_open():
    assert footed(parted(100, 60)) == [("workforce.fulltime@2022", 100, 60, 40, "open")]


def test_a_total_said_to_be_above_its_number_may_be_less_than_its_parts():
    assert footed(parted(100, 60, 45, qualifier="over"))[0][-1] == "ok"
    assert footed(parted(110, 60, 45, qualifier="over"))[0][-1] == "open"


def test_a_report_without_totals_has_no_reconciliation_and_always_a_table(tmp_path):
    metric = sample.definitions().catalogue.metrics["suppliers.count"]
    book = sample.small([metric])
    assert "Reconciliation" not in [sheet.title for sheet in book.sheets]
    sheet = openpyxl.load_workbook(sample.saved(book, tmp_path))["Data"]
    assert sheet.tables["annals_data"].autoFilter.ref == sheet.tables["annals_data"].ref


def test_excel_finds_the_tables_with_their_heads_and_filters(esg, tmp_path):
    path = sample.saved(esg, tmp_path)
    book = openpyxl.load_workbook(path)
    for title, name, head in (("數據", "annals_data", 1), ("核對", "annals_reconciliation", 4)):
        table = book[title].tables[name]
        assert [c.name for c in table.tableColumns] == [c.value for c in book[title][head]]
        assert table.autoFilter.ref == table.ref
        assert table.ref.endswith(str(book[title].max_row))
    with zipfile.ZipFile(path) as archive:  # the parts of a sheet have a fixed order
        part = next(
            p
            for n in archive.namelist()
            if n.startswith("xl/worksheets/sheet") and b"<tableParts" in (p := archive.read(n))
        )
    assert re.search(rb"<ignoredErrors>.*</ignoredErrors>.*<tableParts", part)
