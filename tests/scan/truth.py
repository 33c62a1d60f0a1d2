"""What a reader found in a foreign text, number by number: line, number, value, verdict, reference."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from desktop.work.scan import QuotedAt

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Row:
    """One number as a reader judged it."""

    line: str
    quote: str
    value: str
    verdict: str
    ref: str


def truth(name: str) -> list[Row]:
    """The table of a text."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return [Row(**row) for row in csv.DictReader(file)]


def squeezed(quote: str) -> str:
    """Words without their blanks."""
    return "".join(quote.split())


def paired(rows: Iterable[Row], found: Iterable[QuotedAt]) -> Iterator[tuple[Row, QuotedAt | None]]:
    """Each row with what the scan has at its line, each found number once."""
    left = list(found)
    for row in rows:
        fitting = [
            q for q in left
            if q.line == row.line
            and (squeezed(row.quote) in squeezed(q.number.quote) or squeezed(q.number.quote) in squeezed(row.quote))
        ]  # fmt: skip
        if fitting:
            left.remove(fitting[0])
        yield row, fitting[0] if fitting else None


def agrees(row: Row, found: QuotedAt) -> bool:
    """Whether verdict, value and reference are those of the reader."""
    number = found.number
    ref = number.key.canonical() if number.key else ""
    value = not row.value or number.value == Decimal(row.value)
    return value and (number.agreement, ref) == (row.verdict, row.ref)
