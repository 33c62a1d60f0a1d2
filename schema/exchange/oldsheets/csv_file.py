"""A CSV or text file of a spreadsheet program, in whatever encoding and with whatever separator it was saved."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from schema.exchange.catalogue_book.plain_sheet import PlainSheet
from schema.exchange.csv_table import MAX_ROWS, is_chinese_ansi, read_bytes, refuse

_FIGURES = ("period", "value")
_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}


@dataclass(frozen=True, slots=True)
class CsvSheet:
    """The rows of a text file, its encoding's name for people, and what parts its columns."""

    sheet: PlainSheet
    encoding: str
    separator: str


def read_csv(path: Path) -> CsvSheet:
    """Return what stands in a text file; ImportRefused where the file is no text."""
    text, encoding = decode(read_bytes(path), path)
    separator = _separator(text)
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
    """Return the text and its encoding: UTF-8, UTF-16 by its mark, Chinese or Western Windows."""
    for mark, name in _MARKS.items():
        if data.startswith(mark):
            try:
                return data.decode(name), name.upper().removesuffix("-SIG")
            except UnicodeDecodeError as error:
                raise refuse(path, "figures.encoding", encoding=name.upper()) from error
    try:
        return data.decode("utf-8"), "UTF-8"
    except UnicodeDecodeError as error:
        if is_chinese_ansi(data):
            return data.decode("gb18030"), "GB18030"
        if _is_western(data):
            return data.decode("cp1252"), "Windows-1252"
        raise refuse(path, "figures.encoding", encoding="?") from error


def _is_western(data: bytes) -> bool:
    """Whether these bytes are text in the code page of a Western Windows: few signs (m³, ü, €) among plain ones."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return False
    plain = sum(character.isascii() for character in text)
    return (
        all(character.isprintable() or character in "\r\n\t\xa0" for character in text) and plain * 5 >= len(text) * 4
    )


def is_figures_csv(path: Path) -> bool:
    """Whether the first row names the columns of a figures CSV, so that every mistake in it is one of that format."""
    data = read_bytes(path)[:100_000].lstrip()
    head = data.partition(b"\n")[0].decode("utf-8-sig", "replace").lower()
    names = [name.strip().strip('"') for name in head.replace(";", ",").replace("\t", ",").split(",")]
    known = sum(name in names for name in ("metric", *_FIGURES))
    slip = bool(get_close_matches("metric", names, cutoff=0.75))
    return known == len(_FIGURES) + 1 or (known == len(_FIGURES) and slip)


def _separator(text: str) -> str:
    """Return the separator that stands in the most lines, of several the one alike often in each; else a comma."""
    lines = [line for line in text.splitlines()[:50] if line.strip()]
    counts = {mark: [line.count(mark) for line in lines] for mark in (",", "\t", ";")}
    filled = {mark: (sum(map(bool, found)), len(set(found)) == 1) for mark, found in counts.items()}
    best = max(filled, key=lambda mark: filled[mark])
    return best if filled[best][0] else ","
