"""The auditor's sample: numbers drawn so that anybody can draw them again, with room for what was found."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from exporters.assembly.data_rows import DataRow
from exporters.charts.data import column_letter
from exporters.excel.sheets.context import Context
from exporters.excel.sheets.lookups import DATA_TABLE, shown
from exporters.excel.sheets.tables import Table, table_sheet
from exporters.excel.workbook import Cell, Choices, Sheet
from exporters.facts import Fact
from schema.grammar.decimals import has_double, plain
from schema.values.verdicts import FINDINGS

LEAST, SHARE = 25, 10  # numbers that are drawn at least, and one of how many
_FIRST = 4
_MOST_DECIMALS = 6
_KEY = 2  # the column with a row's key
_TICKS = ("✓",)
# Columns that are looked up in the data sheet, by the code of the column there.
LOOKED_UP = (
    ("name", 36.0, "name"), ("printed", 22.0, "printed"), ("value", 18.0, "value"), ("unit", 10.0, "unit"),
    ("sections", 28.0, "place"), ("source", 28.0, "source"), ("file", 30.0, "evidence"), ("typed", 14.0, "typed_by"),
    ("approved", 14.0, "approved_by"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sample:
    """What was drawn: of so many numbers that are printed, by the order that a seed gives them."""

    facts: tuple[Fact, ...]
    population: int
    seed: str


def draw(facts: Sequence[Fact]) -> Sample:
    """Draw a tenth of the printed numbers that have a value, LEAST at least.

    The seed is the SHA-256 of all of them (`key=value`, a line each, sorted by key); drawn are those whose SHA-256 of
    `seed|key` is smallest. So nobody can choose the sample, and whoever has the data sheet can draw it again.
    """
    values = {fact.word_key: fact for fact in facts if fact.value is not None}
    lines = (f"{key}={plain(fact.value)}" for key, fact in sorted(values.items()) if fact.value is not None)
    seed = _sha("\n".join(lines))[:16]
    wanted = max(LEAST, -(-len(values) // SHARE))
    drawn = sorted(values, key=lambda key: _sha(f"{seed}|{key}"))[:wanted]
    return Sample(tuple(values[key] for key in drawn), len(values), seed)


def _sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def sampling_sheet(context: Context, title: str, held: Sequence[DataRow]) -> Sheet | None:
    """Return the list of the sample, or None where nothing is printed; only what the auditor answers can be typed.

    `held` are the rows of the data sheet.
    """
    sample, known = draw(context.document.facts), {row.fact.word_key: row for row in held}
    if not sample.facts:
        return None
    columns = (
        ("entry", 12.0), ("wordkey", 15.0), *((code, width) for code, width, _ in LOOKED_UP), ("seen", 11.0),
        ("verdict", 11.0), ("remark", 40.0),
    )  # fmt: skip
    lead = context.say(
        "sheet.sampling.lead", count=str(len(sample.facts)), all=str(sample.population), seed=sample.seed
    )  # fmt: skip
    rows = [_row(known[fact.word_key], number) for number, fact in enumerate(sample.facts, _FIRST)]
    made = table_sheet(
        context, title, Table(context.say("sheet.sampling"), lead, columns, rows, ("value",), freeze="D4")
    )  # fmt: skip
    last = _FIRST + len(rows) - 1
    seen, verdict = ((context, len(columns) - back, last) for back in (2, 1))
    choices = (_choices(*seen, "seen", _TICKS), _choices(*verdict, "verdict", FINDINGS))
    return replace(made, choices=choices, locked=True, filtered=f"A3:{column_letter(len(columns))}{last}")


def _choices(context: Context, column: int, last: int, code: str, words: tuple[str, ...]) -> Choices:
    letter = column_letter(column)
    title, prompt = context.say(f"column.{code}"), context.say(f"sheet.sampling.{code}")
    return Choices(f"{letter}{_FIRST}:{letter}{last}", words, title=title, prompt=prompt)


def _row(row: DataRow, number: int) -> list[Cell]:
    at = f"${column_letter(_KEY)}{number}"
    looked_up = [_looked_up(row, column, at) for _, _, column in LOOKED_UP]
    answers = [Cell(None, "asked.choice"), Cell(None, "asked.choice"), Cell(None, "asked.text")]
    entry = Cell(Decimal(number - _FIRST + 1), "figure.top|0")
    return [entry, Cell(row.fact.word_key, "code.top"), *looked_up, *answers]


def _looked_up(row: DataRow, column: str, key: str) -> Cell:
    value = row.cells[column]
    if isinstance(value, Decimal):
        places = min(_MOST_DECIMALS, len(plain(value).partition(".")[2]))
        form = "#,##0" + ("." + "0" * places if places else "")
        return Cell(value, f"linked.top|{form}", shown(key) if has_double(value) else None)
    return Cell(value or None, "text", f'INDEX({DATA_TABLE}[{column}],MATCH({key},{DATA_TABLE}[key],0))&""')
