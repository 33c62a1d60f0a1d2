"""A table's line in a text: `| a | b |`; a bar in braces is a format's, `\\|` is a bar that is meant as one."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_BAR = "|"
_TOKEN = re.compile(r"\\\||\{\{|\}\}|\{[^{}\n]*\}|\|")


@dataclass(frozen=True, slots=True)
class TableLine:
    """Cells as a text has them elsewhere, and what stands before each and behind the last."""

    cells: tuple[str, ...]
    marks: tuple[str, ...]

    def written(self) -> str:
        """Return the line as it is stored."""
        cells = "".join(mark + barred(cell) for mark, cell in zip(self.marks, self.cells, strict=False))
        return cells + self.marks[-1]


def is_table_line(line: str) -> bool:
    """Whether a line of a text is one of a table."""
    return line.lstrip().startswith(_BAR)


def table_line(line: str) -> TableLine:
    """Split a line of a table; together its marks and cells are the line, letter by letter."""
    bars = [token.start() for token in _TOKEN.finditer(line) if token[0] == _BAR]
    ends = [*bars[1:], len(line)]
    if len(bars) > 1 and not line[bars[-1] + 1 :].strip():
        ends.pop()  # behind the last bar nothing stands: it closes the line
    cells, marks, done = list[str](), list[str](), 0
    for bar, end in zip(bars, ends, strict=False):
        inner = line[bar + 1 : end]
        begin = bar + 1 + len(inner) - len(inner.lstrip())
        cell = inner.strip()
        marks.append(line[done:begin])
        cells.append(_unbarred(cell))
        done = begin + len(cell)
    return TableLine(tuple(cells), (*marks, line[done:]))


def table_rows(lines: Iterable[str]) -> list[list[str]]:
    """Return the cells of a table's lines, short lines filled up with empty ones."""
    rows = [list(table_line(line).cells) for line in lines]
    width = max(map(len, rows))
    return [row + [""] * (width - len(row)) for row in rows]


def new_table_line(cells: tuple[str, ...]) -> TableLine:
    """Return cells as a line that is written anew."""
    return TableLine(cells, ("| ", *[" | "] * (len(cells) - 1), " |"))


def barred(cell: str) -> str:
    """Return a cell's words as they are written between bars."""
    return _TOKEN.sub(lambda token: "\\|" if token[0] == _BAR else _kept(token[0]), cell)


def _kept(token: str) -> str:
    return "\\\\|" if token == "\\|" else token


def _unbarred(cell: str) -> str:
    return _TOKEN.sub(lambda token: _BAR if token[0] == "\\|" else token[0], cell)


def from_sheet(words: str) -> str:
    """Return cells that a spreadsheet has copied as lines of a table; other words as they are."""
    if "\t" not in words:
        return words
    rows = list(csv.reader(io.StringIO(words.rstrip("\r\n")), delimiter="\t"))
    width = max(map(len, rows))
    lines = [(*(" ".join(cell.split()) for cell in row), *[""] * (width - len(row))) for row in rows]
    return "\n".join(new_table_line(line).written() for line in lines)


def table_runs(text: str) -> Iterator[tuple[bool, tuple[str, ...]]]:
    """Yield the lines of a text in runs: whether they are a table's, and the lines."""
    run, tabular = list[str](), False
    for line in text.split("\n"):
        if run and is_table_line(line) != tabular:
            yield tabular, tuple(run)
            run = []
        tabular = is_table_line(line)
        run.append(line)
    yield tabular, tuple(run)
