"""How far the report answers each framework that it follows: counts that follow the index sheets, and what is left."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from exporters.charts.data import column_letter, quoted
from exporters.excel.sheets.context import Context
from exporters.excel.sheets.index import STATE_LOOKS
from exporters.excel.sheets.layout import place
from exporters.excel.sheets.tables import Table, table_sheet
from exporters.excel.workbook import Bars, Cell, Sheet
from schema.catalogue.definitions import Framework
from schema.validation.coverage import STATES, Coverage, counts

_COLUMNS = (
    ("framework", 62.0), *((state, 11.0) for state in STATES), ("total", 9.0), ("share", 22.0), ("partly", 13.0)
)  # fmt: skip
_FIRST = 4  # the row below the head
_STATE_COLUMN, _MISSING_COLUMN = 3, 9  # of an index sheet
_SHARE_COLUMN = 3 + len(STATES)
_BAR = "#A9D3A5"


def coverage_sheet(context: Context, title: str, indices: Mapping[str, Sheet]) -> Sheet:
    """Return a row for each framework, and below what is explained or open; `indices` are the index sheets by code."""
    covered = {code: context.assembly.moment.coverage(context.outline.code, code) for code in indices}
    rows = [
        _framework(context, context.catalogue.frameworks[code], indices[code], rows, number)
        for number, (code, rows) in enumerate(covered.items(), _FIRST)
    ]
    last = _FIRST + len(rows) - 1
    for code, answers in covered.items():
        rows += _left(context, context.catalogue.frameworks[code], indices[code], answers)
    numbers = tuple(name for name, _ in _COLUMNS[1:])
    sheet = table_sheet(
        context,
        title,
        Table(context.say("sheet.coverage"), context.say("sheet.coverage.lead"), _COLUMNS, rows, numbers),
    )
    share = column_letter(_SHARE_COLUMN)
    return replace(sheet, bars=(Bars(f"{share}{_FIRST}:{share}{last}", _BAR),))


def _framework(
    context: Context, framework: Framework, index: Sheet, rows: tuple[Coverage, ...], number: int
) -> list[Cell]:
    """Return the counts of one framework as formulas over its index sheet, whose words for the states they count."""
    states, total = counts(rows), Decimal(len(rows))
    area = _area(index, _STATE_COLUMN)
    cells = [Cell(framework.name.best(context.language), "link.top", link=place(index.title))]
    for state in STATES:
        word = context.say(f"coverage.{state}")
        cells.append(Cell(Decimal(states[state]), "figure|0", formula=f'COUNTIF({area},"{word}")'))
    first, last = column_letter(2), column_letter(1 + len(STATES))
    whole = column_letter(2 + len(STATES))
    done = Decimal(states["answered"] + states["explained"])
    cells.append(Cell(total, "figure|0", formula=f"SUM({first}{number}:{last}{number})"))
    share = f"IF({whole}{number}=0,0,(B{number}+C{number})/{whole}{number})"
    cells.append(Cell(done / total if total else Decimal(0), "figure|0%", formula=share))
    answered = f'{area}="{context.say("coverage.answered")}"'
    partly = f'SUMPRODUCT(({answered})*({_area(index, _MISSING_COLUMN)}<>""))'
    return [*cells, Cell(Decimal(sum(row.partly for row in rows)), "figure|0", formula=partly)]


def _area(index: Sheet, number: int) -> str:
    column = column_letter(number)
    return f"{quoted(index.title)}!${column}$1:${column}${len(index.rows)}"


def _left(context: Context, framework: Framework, index: Sheet, rows: tuple[Coverage, ...]) -> Iterator[list[Cell]]:
    """Yield what a framework explains; where its index lists everything also what is still open."""
    kept = [r for r in rows if r.state == "explained" or (r.state == "open" and framework.every)]
    if not kept:
        return
    yield [Cell(framework.name.best(context.language), "section")]
    places = {cell.cells[0].value: number for number, cell in enumerate(index.rows, 1)}
    for row in kept:
        item = row.disclosure
        words = f"{item.printed} {item.title.best(context.language)}"
        state = Cell(context.say(f"coverage.{row.state}"), STATE_LOOKS[row.state])
        link = place(index.title, f"A{places[item.printed]}")
        yield [Cell(words, "link.top", link=link), state, *(Cell(None, "cell") for _ in _COLUMNS[2:])]
