"""What an auditor asks for beside the numbers: their history, and the files that prove them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from exporters.assembly.data_rows import stored_at
from exporters.assembly.history_lines import HistoryLine
from exporters.excel.sheets.context import Context
from exporters.excel.sheets.tables import Table, table_sheet
from exporters.excel.workbook import Cell, NamedTable, Sheet
from schema.grammar.reference import Key, RecordKey
from schema.grammar.times import stamp
from schema.values.evidence import Evidence, evidence_by_subject, proved, proved_text
from schema.values.records import name_in
from schema.values.subject import TextAt

_HEAD = 3
_Columns = tuple[tuple[str, float], ...]


def history_sheet(context: Context, title: str, lines: Sequence[HistoryLine]) -> Sheet:
    """Return who changed which number when, from what to what, and why: oldest first."""
    columns = (
        ("entry", 12.0), ("when", 20.0), ("who", 14.0), ("metric", 36.0), ("reference", 32.0), ("old", 32.0),
        ("new", 32.0), ("restated.reason", 30.0), ("hash", 20.0),
    )  # fmt: skip
    return _listed(context, title, "history", columns, [_history_row(context, line) for line in lines])


def _history_row(context: Context, line: HistoryLine) -> list[Cell]:
    entry, cell = line.entry, context.cell
    return [
        Cell(Decimal(entry.number), "figure.top|0"), Cell(stamp(entry.when), "text.grey"), cell(entry.who, "text"),
        Cell(line.name, "text"), Cell(line.reference, "code.top"), Cell(line.old or None, "text"),
        Cell(line.new or None, "text"), cell(entry.reason or None, "text"), Cell(entry.hash, "flat.grey"),
    ]  # fmt: skip


def evidence_sheet(context: Context, title: str, keys: Iterable[Key]) -> Sheet:
    """Return each file with what it proves: numbers at these keys, and texts of the report."""
    columns = (
        ("file", 40.0), ("page", 8.0), ("type", 9.0), ("size", 12.0), ("proves", 40.0), ("reference", 32.0),
        ("sha256", 68.0),
    )  # fmt: skip
    known = evidence_by_subject(context.snapshot)
    texts = [subject for subject in known if subject.startswith(f"text/{context.outline.code}/")]
    subjects = dict.fromkeys((*(proved_text(stored_at(key)) for key in keys), *texts)) if known else {}
    rows = [_evidence_row(context, one) for subject in subjects for one in known.get(subject, ())]
    return _listed(context, title, "evidence", columns, rows)


def _evidence_row(context: Context, one: Evidence) -> list[Cell]:
    file = context.snapshot.attachments.get(one.hash)
    return [
        Cell(one.name, "text"), Cell(Decimal(one.page) if one.page else None, "figure.top|0"),
        Cell(file.type if file else None, "text.grey"), Cell(Decimal(file.size) if file else None, "figure.top|#,##0"),
        Cell(_proves(context, one.subject), "text"), Cell(one.subject, "code.top"),
        Cell(one.hash or context.say("sheet.evidence.awaited"), "flat.grey"),
    ]  # fmt: skip


def _proves(context: Context, subject: str) -> str:
    """Return what evidence stands at in words."""
    match proved(subject):
        case Key() as key:
            return f"{context.label(key)} {key.period}"
        case TextAt() as at:
            return context.items.name(at)
        case RecordKey() as at:
            record, kind = context.snapshot.records.get(at), context.catalogue.records.get(at.type)
            return name_in(record, kind, context.language) if record and kind else subject
        case None:
            return subject


def _listed(context: Context, title: str, code: str, columns: _Columns, rows: Sequence[list[Cell]]) -> Sheet:
    """Return a sheet that is a table to be filtered and sorted; without rows one that says so."""
    heading, lead = context.say(f"sheet.{code}"), context.say(f"sheet.{code}.lead")
    none = [[Cell(context.say(f"sheet.{code}.none"), "label")]]
    made = table_sheet(context, title, Table(heading, lead, columns, rows or none, freeze="A4"))
    made = replace(made, printed=len(columns) - 1)  # hashes are for programs
    return replace(made, table=NamedTable(f"annals_{code}", _HEAD)) if rows else made
