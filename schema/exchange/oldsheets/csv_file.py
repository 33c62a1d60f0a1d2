"""A CSV or text file of a spreadsheet program, in whatever encoding and with whatever separator it was saved."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from schema.exchange.catalogue_book.plain_sheet import PlainSheet
from schema.exchange.csv_table import MAX_ROWS, read_bytes, refuse
from schema.exchange.oldsheets.text_encoding import read_text

_FIGURES = ("period", "value")


@dataclass(frozen=True, slots=True)
class CsvSheet:
    """The rows of a text file, its encoding's name for people, and what parts its columns."""

    sheet: PlainSheet
    encoding: str
    separator: str


def read_csv(path: Path) -> CsvSheet:
    """Return what stands in a text file; ImportRefused where the file is no text."""
    text, encoding = decode(read_bytes(path), path)
    text, separator = _separated(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    rows: list[tuple[str, ...]] = []
    try:
        for record in reader:
            rows.append(tuple(record))
            if len(rows) > MAX_ROWS:
                raise refuse(path, "figures.too_many_rows", limit=str(MAX_ROWS))
    except csv.Error as error:
        raise refuse(path, "figures.syntax", f"{path.name}:{len(rows) + 1}") from error
    return CsvSheet(PlainSheet("", tuple(rows)), encoding, separator)


def decode(data: bytes, path: Path) -> tuple[str, str]:
    """Return the text and its encoding; ImportRefused where the bytes are no text in any that we know."""
    found = read_text(data)
    if found is None:
        raise refuse(path, "figures.encoding", encoding="")
    return found


def is_figures_csv(path: Path) -> bool:
    """Whether the first row names the columns of a figures CSV, so that every mistake in it is one of that format."""
    data = read_bytes(path)[:100_000]
    found = read_text(data)
    text = found[0] if found else data.decode("utf-8-sig", "replace")
    head = text.lstrip("\ufeff \r\n\t").partition("\n")[0].lower()
    names = [name.strip().strip('"') for name in head.replace(";", ",").replace("\t", ",").split(",")]
    known = sum(name in names for name in ("metric", *_FIGURES))
    slip = bool(get_close_matches("metric", names, cutoff=0.75))
    return known == len(_FIGURES) + 1 or (known == len(_FIGURES) and slip)


def _separated(text: str) -> tuple[str, str]:
    """Return the text and its separator; Excel may name it in a first line of its own (sep=;)."""
    first, _, rest = text.partition("\n")
    named = re.fullmatch(r"\ufeff?\"?sep=(.)\"?\r?", first)
    return (rest, named[1]) if named else (text, _separator(text))


def _separator(text: str) -> str:
    """Return the separator that stands in the most lines, of several the one alike often in each; else a comma."""
    lines = [line for line in text.splitlines()[:50] if line.strip()]
    counts = {mark: [line.count(mark) for line in lines] for mark in (",", "\t", ";")}
    filled = {mark: (sum(map(bool, found)), len(set(found)) == 1) for mark, found in counts.items()}
    best = max(filled, key=lambda mark: filled[mark])
    return best if filled[best][0] else ","
