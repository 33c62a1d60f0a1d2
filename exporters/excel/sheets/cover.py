"""The cover: which report, in which state, what the colours mean, and where everything is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import assert_never

from exporters.assembly.document import freeze_words
from exporters.excel.sheets.context import Context
from exporters.excel.sheets.layout import place
from exporters.excel.sheets.reconciliation import OK, OPEN
from exporters.excel.sheets.reconciliation import TABLE as RECONCILED
from exporters.excel.sheets.spots import DataPlan
from exporters.excel.workbook import Cell, Row, Sheet
from schema.validation.causes import counted

WIDTHS = (4.0, 26.0, 48.0, 26.0)
LEGEND = ("input", "figure", "linked", "missing", "pending")


def cover_sheet(context: Context, others: Sequence[Sheet]) -> Sheet:
    """Return the first sheet."""
    rows = [
        _line(height=26),
        _line(Cell(context.catalogue.company.name.best(context.language), "subtitle"), height=22),
        _line(Cell(context.outline.title.best(context.language), "title"), height=36),
        _line(Cell(context.say("cover.subtitle"), "subtitle"), height=24),
        _line(height=14),
        *(_fact(context.say(f"cover.{code}"), cell) for code, cell in _facts(context, others)),
        _line(height=14),
        _band(context.say("cover.contents")),
        *(_entry(context, number, sheet) for number, sheet in enumerate(others, 1)),
        _line(height=14),
        _band(context.say("cover.legend")),
        *(_swatch(context, code) for code in LEGEND if code != "pending" or context.assembly.pending),
        _line(height=14),
        _line(Cell(context.say("cover.safe"), "lead"), height=34),
    ]
    colours = context.catalogue.company.colours
    merges = (f"B{len(rows)}:D{len(rows)}",)
    return Sheet(context.contents, tuple(rows), WIDTHS, merges=merges, portrait=True, tab=(*colours, "")[0])


def _line(cell: Cell | None = None, height: float = 18) -> Row:
    return Row((Cell(None, ""), cell) if cell else (), height)


def _fact(label: str, words: Cell) -> Row:
    return Row((Cell(None, ""), Cell(label, "unit"), words, Cell(None, "cell")), 20)


def _band(text: str) -> Row:
    return Row((Cell(None, ""), Cell(text, "section"), *(Cell(None, "section") for _ in WIDTHS[2:])), 24)


def _entry(context: Context, number: int, sheet: Sheet) -> Row:
    """Return a line of the contents: a chapter by its whole title, another sheet by its tab's."""
    head = sheet.table.head if sheet.table else 3
    heading = str(sheet.rows[0].cells[0].value) if head > 1 else sheet.title
    chapter = next((planned for planned in context.plan.sheets if planned.title == sheet.title), None)
    words = heading if chapter else sheet.title
    beside = None if heading in (words, sheet.title) else heading
    # A heading or a sentence that stands alone in its row is none of what is listed.
    rows = sum(any(cell.value is not None for cell in row.cells[1:]) for row in sheet.rows[head:])
    count = context.say("cover.rows", count=str(rows)) if not sheet.charts else str(len(sheet.charts))
    if chapter is not None:
        beside, count = None, _numbers(context, chapter)
    entry = Cell(f"{number}{context.assembly.punctuation.seam}{words}", "link.line", link=place(sheet.title))
    return Row((Cell(None, ""), entry, Cell(beside, "unit"), Cell(count, "change")), 20)


def _swatch(context: Context, code: str) -> Row:
    sample = "1,234" if code != "missing" else None
    cells = (Cell(sample, f"swatch.{code}"), Cell(context.say(f"cover.legend.{code}"), "label"), Cell(None, "cell"))
    return Row((Cell(None, ""), *cells), 20)


def _numbers(context: Context, chapter: DataPlan) -> str:
    """Return how many numbers and how many metrics a chapter's sheet has."""
    rows = (line.keys for line in chapter.lines if line.fact is None)
    numbers = sum(context.figures.value(key).value is not None for keys in rows for key in keys)
    numbers += sum(line.fact is not None and line.fact.value is not None for line in chapter.lines)
    metrics = {line.metric.code for line in chapter.lines if line.metric is not None}
    return context.say("cover.numbers", numbers=str(numbers), metrics=str(len(metrics)))


def _facts(context: Context, others: Sequence[Sheet]) -> list[tuple[str, Cell]]:
    freeze = freeze_words(context.assembly)
    told = [
        ("report", context.outline.code),
        ("year", context.assembly.bare_year(context.outline.year)),
        ("language", context.say("language.self")),
        ("state", _state(context)),
        *([("freeze", freeze)] if freeze else []),
        *([("history", history)] if (history := context.document.cover.history) else []),
        ("values", _counts(context)),
        ("book", _book(context, others)),
    ]
    version = context.assembly.moment.definitions.hash[:12] or "–"
    return [
        *((code, Cell(words, "label")) for code, words in told),
        *(("footed", cell) for cell in _footed(context, others)),
        ("version", Cell(version, "label")),
    ]


def _book(context: Context, others: Sequence[Sheet]) -> str:
    """Return how much the sheets have that an auditor works with."""
    rows = {name: _rows_of(others, name) for name in ("annals_data", "annals_history", "annals_evidence")}
    files = {row.cells[-1].value or row.cells[0].value for row in rows["annals_evidence"]}
    return context.say(
        "cover.book.count", rows=str(len(rows["annals_data"])), changes=str(len(rows["annals_history"])),
        files=str(len(files)),
    )  # fmt: skip


def _rows_of(sheets: Sequence[Sheet], table: str) -> Sequence[Row]:
    named = (sheet for sheet in sheets if sheet.table is not None and sheet.table.name == table)
    return next((sheet.rows[sheet.table.head :] for sheet in named if sheet.table is not None), ())


def _footed(context: Context, others: Sequence[Sheet]) -> Iterator[Cell]:
    """Yield how many totals and figures agree with their parts, live; nothing where there are none."""
    rows = _rows_of(others, RECONCILED)
    if not rows:
        return
    results = [cell.value for row in rows for cell in row.cells if cell.value in (OK, OPEN)]
    counts = {OK: results.count(OK), OPEN: results.count(OPEN)}
    live = {result: f'"&COUNTIF({RECONCILED}[result],"{result}")&"' for result in (OK, OPEN)}
    all_rows = f'"&COUNTA({RECONCILED}[result])&"'
    words = context.say("cover.footed.count", count=str(len(rows)), ok=str(counts[OK]), open=str(counts[OPEN]))
    formula = f'"{context.say("cover.footed.count", count=all_rows, ok=live[OK], open=live[OPEN])}"'
    yield Cell(words, "label", formula)


def _state(context: Context) -> str:
    match context.document.state:
        case "final":
            return context.say("cover.final")
        case "review":
            return context.document.cover.state
        case "draft":
            return _draft(context)
        case _:
            assert_never(context.document.state)


def _draft(context: Context) -> str:
    errors, doubts = counted(context.causes)
    if not context.causes:
        return context.say("cover.clean")
    return context.say("cover.draft", count=str(len(context.causes)), errors=str(errors), doubts=str(doubts))


def _counts(context: Context) -> str:
    kinds = [context.figures.value(key).kind for key in context.plan.spots if key.period == context.outline.year]
    entered = sum(kind in ("entered", "omission") for kind in kinds)
    figures, missing = kinds.count("figure"), len(context.plan.open)
    return context.say("cover.values.count", entered=str(entered), figures=str(figures), missing=str(missing))
