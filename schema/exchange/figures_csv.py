"""Figures as CSV → changes. The file is taken as a whole or refused with every reason, each with its row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from schema.catalogue.definitions import Catalogue, Metric
from schema.errors import ImportRefused
from schema.exchange.csv_table import TextRow, read_table
from schema.exchange.figures_cells import Cells
from schema.exchange.figures_template import template_rows
from schema.exchange.standing import BESIDE, NOTHING_KNOWN, Known, lost_footnote, with_standing
from schema.grammar.reference import Key
from schema.validation.issue import Issue
from schema.validation.readings import decimal_question, notices, problem_facts
from schema.values.changes import Change, clear, keep
from schema.values.datapoint import DataPoint, PublishedValue
from schema.values.decimal_marks import DecimalMark, undecided
from schema.values.parse import Parsed, Problem
from schema.values.rates import Written, parse_in_year

__all__ = ["COLUMNS", "REQUIRED", "FiguresFile", "read_figures", "read_rows", "template_rows"]

REQUIRED = ("metric", "period", "value")
# `name` is for people: the template fills it, reading passes over it.
COLUMNS = (
    *REQUIRED, "entity", "span", "category", "unit", "qualifier", "as_of", "since", "omission",
    "footnote", "note", "method", "estimated", "report", "source", "place", "name",
)  # fmt: skip

UNREAD: Mapping[Problem, str] = {
    "number.unreadable": "figures.unreadable",
    "number.digits": "figures.digits",
    "number.range": "figures.range",
    "number.several": "figures.several",
    "number.separators": "figures.separators",
    "number.power": "figures.power",
    "number.date": "figures.date_cell",
    "number.day": "figures.day",
    "number.fault": "figures.fault",
    "number.sum": "figures.sum",
    "number.none": "figures.none",
    "number.open": "figures.open",
    "unit.unknown": "figures.unit_in_value",
    "unit.currency": "figures.currency",
    "unit.scale_twice": "figures.scale_twice",
    "unit.other_dimension": "figures.other_dimension",
    "unit.rate": "figures.rate",
    "label.unknown": "figures.label",
    "label.day": "figures.label_day",
    "label.order": "figures.label_order",
}


@dataclass(frozen=True, slots=True)
class FiguresFile:
    """What a figures file asks for; `issues` are findings that do not refuse it."""

    changes: tuple[Change, ...]
    issues: tuple[Issue, ...]


def read_figures(
    path: Path, catalogue: Catalogue, *, keep_unreadable: bool = False, decimal: DecimalMark | Literal[""] = "",
    known: Known = NOTHING_KNOWN,
) -> FiguresFile:  # fmt: skip
    """Read a figures file; ImportRefused with all reasons where its structure is wrong or a value unreadable.

    With `keep_unreadable` a value that cannot be read is kept as unread text, with its issue. Without `decimal` a file
    whose numbers do not show which sign parts the decimals is refused with that question.
    Rows without value and omission ask for nothing (a template that is not filled in to the end). What the file has no
    column for stays as it is `known` to stand; a column that is there and empty empties it.
    """
    table = read_table(path, REQUIRED, COLUMNS)
    if not table.usable:
        raise ImportRefused(path.name, table.issues)
    values = [(row.place, row.cells.get("value", "")) for row in table.rows]
    if not decimal and (asked := undecided((text for _, text in values), continental=table.continental)):
        place = next(place for place, text in values if asked.stands_in(text))
        raise ImportRefused(path.name, (decimal_question(asked, place),))
    figures, refused = _read_rows(table.rows, _Manner(catalogue, keep_unreadable, decimal or "point", known))
    issues = (*table.issues, *figures.issues)
    if refused or any(issue.severity == "error" for issue in table.issues):
        raise ImportRefused(path.name, issues)
    return FiguresFile(figures.changes, issues)


def read_rows(
    rows: Iterable[TextRow], catalogue: Catalogue, file: str, *, keep_unreadable: bool = False
) -> FiguresFile:
    """Read rows of text from any source as figures; ImportRefused with all reasons."""
    figures, refused = _read_rows(rows, _Manner(catalogue, keep_unreadable))
    if refused:
        raise ImportRefused(file, figures.issues)
    return figures


@dataclass(frozen=True, slots=True)
class _Manner:
    """How the rows of one file are read."""

    catalogue: Catalogue
    keep_unreadable: bool
    decimal: DecimalMark = "point"
    known: Known = NOTHING_KNOWN


def _read_rows(rows: Iterable[TextRow], manner: _Manner) -> tuple[FiguresFile, bool]:
    changes: list[Change] = []
    issues: list[Issue] = []
    seen: dict[object, str] = {}
    refused = False
    for row in rows:
        cells = Cells(row, manner.catalogue, manner.known.fiscal)
        change = _change(cells, manner)
        if change is not None:
            _check_first(change, cells, seen)
            changes.append(change)
        refused |= cells.refused or (cells.unreadable and not manner.keep_unreadable)
        issues.extend(cells.issues)
    return FiguresFile(tuple(changes), tuple(issues)), refused


def _check_first(change: Change, cells: Cells, seen: dict[object, str]) -> None:
    first = seen.setdefault(change.subject, cells.row.place)
    if first != cells.row.place:
        cells.wrong("figures.twice", first=first.rpartition(":")[2], name=cells.text("metric"))


def _change(cells: Cells, manner: _Manner) -> Change | None:
    """Read one row; None where it asks for nothing or is refused."""
    metric = cells.metric()
    period, entity = cells.period(), cells.entity()
    if metric is None:
        return None
    key = Key(metric.code, period.year, entity, cells.category(metric), period.span)
    if not manner.catalogue.reports(entity):  # what was kept of an entity that is not defined can only be cleared
        return None if cells.refused else clear(key)
    unit, omission, qualifier = cells.unit(metric), cells.omission(), cells.qualifier()
    parsed = parse_in_year(Written(cells.raw("value"), unit, manner.decimal), metric, cells.catalogue, key.period)
    _check_together(cells, parsed, omission, qualifier)
    _check_readable(cells, parsed, metric)
    cells.issues.extend(notices(parsed, key, cells.row.place))
    if parsed.problem == "number.open":
        return None
    standing = manner.known.points.get(key)
    read = Read(key, metric, parsed, unit, omission or parsed.omission, qualifier or parsed.qualifier, standing)
    change = _published(cells, read) if cells.text("report") else _point(cells, read)
    return None if cells.refused else change


@dataclass(frozen=True, slots=True)
class Read:
    """The cells of a row that belong together, read; `unit` is empty where it is the stored one.

    `standing` is what the workspace holds at the key.
    """

    key: Key
    metric: Metric
    parsed: Parsed
    unit: str
    omission: str
    qualifier: str
    standing: DataPoint | None


def _check_together(cells: Cells, parsed: Parsed, omission: str, qualifier: str) -> None:
    if omission and not parsed.empty and parsed.omission != omission:
        cells.wrong("figures.value_and_omission", text=parsed.typed, omission=omission)
    if qualifier and parsed.qualifier and parsed.qualifier != qualifier:
        cells.wrong("figures.two_qualifiers", text=parsed.typed, qualifier=qualifier)


def _check_readable(cells: Cells, parsed: Parsed, metric: Metric) -> None:
    """What is still to come is left open; what else is no value must be put right, or kept if the person says so."""
    if parsed.problem:
        note = cells.doubt if parsed.problem == "number.open" else cells.unread
        note(UNREAD[parsed.problem], **problem_facts(parsed, metric))


def _published(cells: Cells, read: Read) -> Change | None:
    if read.parsed.value is None:
        if read.omission:
            cells.doubt("figures.published_omission", name=read.metric.code)
        return None
    return keep(
        PublishedValue(
            report=cells.text("report"),
            key=read.key,
            text=read.parsed.typed,
            value=read.parsed.value,
            qualifier=read.qualifier,
            resolution=read.parsed.resolution,
            place=cells.text("place"),
        )
    )


def _point(cells: Cells, read: Read) -> Change | None:
    # Read even where there is no value: what is wrong in these cells shall be told, too.
    as_of, since, estimated = cells.as_of(), cells.since(), cells.estimated()
    if read.parsed.empty and not read.omission:
        if any(map(cells.text, ("footnote", "note", "source"))):
            cells.doubt("figures.no_value", name=read.metric.code)
        return None
    if read.metric.formula is not None:
        cells.wrong("figures.computed", name=read.metric.code)
    typed = _typed(read)
    footnote, note = _remarks(cells, read)
    point = DataPoint(
        key=read.key,
        value=read.parsed.value,
        qualifier=read.qualifier if read.parsed.value is not None else "",
        omission=read.omission,
        unread=typed if read.parsed.unread else "",
        typed=typed,
        footnote=footnote,
        note=note,
        method=cells.text("method"),
        estimated=estimated,
        as_of=as_of,
        since=since,
        source=cells.text("source"),
    )
    return keep(_beside(cells, read, point))


def _beside(cells: Cells, read: Read, point: DataPoint) -> DataPoint:
    """Let stand what the file has no column for; a footnote that goes with what it explained is said."""
    absent = [name for name in (*BESIDE, "qualifier") if not cells.has(name)]
    if "footnote" in absent and (text := lost_footnote(point, read.standing)):
        cells.doubt("figures.footnote_gone", name=read.metric.code, text=text)
    return with_standing(point, read.standing, absent)


def _remarks(cells: Cells, read: Read) -> tuple[str, str]:
    """Return footnote and note; the only words of an omission explain it, and are therefore its footnote."""
    footnote, note = cells.text("footnote"), cells.text("note")
    standing = read.standing
    explained = not cells.has("footnote") and standing is not None and standing.omission and standing.footnote
    if read.omission and note and not footnote and not explained:
        cells.doubt("figures.note_printed", name=read.metric.code, text=note)
        return note, ""
    return footnote, note


def _typed(read: Read) -> str:
    """Return the text as typed; a unit of its own column belongs to it, so that it can be read again."""
    typed = read.parsed.typed
    return f"{typed} {read.unit}" if read.unit and typed and not read.omission and _counts(read.parsed) else typed


def _counts(parsed: Parsed) -> bool:
    """Whether a text is a number or at least holds one; a word (无) has no unit."""
    return parsed.value is not None or any(map(str.isdigit, parsed.typed))
