"""A CSV file as rows of text with their numbers; what is wrong with it as a file is found here."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from schema.errors import ImportRefused
from schema.foreign_file import look
from schema.mistakes import near
from schema.validation.issue import Issue, Severity

MAX_BYTES = 50_000_000
MAX_ROWS = 500_000
MAX_CELL = 100_000
MAX_COLUMNS = 1000  # far more than any table of figures has


@dataclass(frozen=True, slots=True)
class TextRow:
    """One row: its place (file:row, as a spreadsheet counts) and a cell for each column by its name, stripped."""

    place: str
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class TextTable:
    """The rows of a file that are not empty, and what was found wrong with its structure.

    `usable` is false where the header is wrong, so that the rows would only be wrong with it. `continental` says that
    its columns are parted by semicolons, as spreadsheets write them where a comma parts the decimals.
    """

    rows: tuple[TextRow, ...]
    issues: tuple[Issue, ...]
    usable: bool
    continental: bool = False


@dataclass(frozen=True, slots=True)
class _Head:
    """The names over the columns, in lower case, and what stands below them; `file` is where people look for it."""

    file: str
    names: Sequence[str]
    records: Sequence[Sequence[str]]

    def filled(self, column: int) -> bool:
        """Whether a column holds anything."""
        return any(len(record) > column and record[column].strip() for record in self.records)

    def issue(self, code: str, severity: Severity, **facts: str) -> Issue:
        """Return what is wrong with the head."""
        return Issue(code, severity, facts=facts, place=f"{self.file}:1")


def read_table(path: Path, required: Sequence[str], known: Sequence[str]) -> TextTable:
    """Read a file separated by commas or semicolons; ImportRefused where it is no such file at all."""
    text = _decode(read_bytes(path), path)
    continental = _is_continental(text, required)
    records = _records(text, path, ";" if continental else ",")
    return replace(text_table(path.name, records, required, known), continental=continental)


def text_table(file: str, records: Sequence[Sequence[str]], required: Sequence[str], known: Sequence[str]) -> TextTable:
    """Return rows of cells as a table: the first names the columns."""
    header = [name.strip().lower() for name in records[0]] if records else []
    issues = list(_head_issues(_Head(file, header, records[1:]), required, known))
    usable = not any(issue.severity == "error" for issue in issues)
    rows: list[TextRow] = []
    for number, record in enumerate(records[1:], start=2):
        place = f"{file}:{number}"
        if any(cell.strip() for cell in record[len(header) :]):
            issues.append(Issue("figures.too_many_cells", "error", place=place))
        elif any(cell.strip() for cell in record):
            cells = {name: cell.strip() for name, cell in zip(header, record, strict=False)}
            rows.append(TextRow(place, {**dict.fromkeys(header, ""), **cells}))
    return TextTable(tuple(rows), tuple(issues), usable)


def refuse(path: Path, code: str, place: str = "", **params: str) -> ImportRefused:
    """Return the refusal of a file for one reason."""
    return ImportRefused(path.name, (Issue(code, "error", facts=params, place=place or path.name),))


def read_bytes(path: Path) -> bytes:
    """Return what a file holds; ImportRefused where it is missing or too large."""
    try:
        size = look(path).st_size
        if size > MAX_BYTES:
            raise refuse(path, "figures.too_large", limit=str(MAX_BYTES // 1_000_000))
        return path.read_bytes()
    except FileNotFoundError as error:
        raise refuse(path, "figures.missing_file") from error
    except OSError as error:
        raise refuse(path, "figures.no_file", reason=str(error.strerror or error)) from error


def _decode(data: bytes, path: Path) -> str:
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise refuse(path, "figures.workbook")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise refuse(path, "figures.encoding", encoding="UTF-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        encoding = "GBK / GB18030" if is_chinese_ansi(data) else ""
        raise refuse(path, "figures.encoding", f"{path.name}:{line}", encoding=encoding) from error


def is_chinese_ansi(data: bytes) -> bool:
    """Whether these bytes, which are no UTF-8, are Chinese text in the code page of a Chinese Windows."""
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return False
    # GB18030 takes almost any bytes: it is that only where it gives Chinese characters.
    return any("一" <= character <= "鿿" for character in text)


def _is_continental(text: str, required: Sequence[str]) -> bool:
    head = text.partition("\n")[0].lower()
    return "," not in head and {name.strip().strip('"') for name in head.split(";")} >= set(required)


def _records(text: str, path: Path, separator: str) -> list[list[str]]:
    records: list[list[str]] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for record in reader:
            if len(records) > MAX_ROWS:
                raise refuse(path, "figures.too_many_rows", limit=str(MAX_ROWS))
            if len(record) > MAX_COLUMNS:
                place = f"{path.name}:{len(records) + 1}"
                raise refuse(path, "figures.too_many_columns", place, limit=str(MAX_COLUMNS))
            if any(len(cell) > MAX_CELL for cell in record):
                raise refuse(path, "figures.syntax", f"{path.name}:{len(records) + 1}")
            records.append(record)
    except csv.Error as error:
        raise refuse(path, "figures.syntax", f"{path.name}:{len(records) + 1}") from error
    return records


def _head_issues(head: _Head, required: Sequence[str], known: Sequence[str]) -> Iterator[Issue]:
    if not any(head.names):
        yield Issue("figures.no_header", "error", facts={"columns": ", ".join(required)}, place=head.file)
        return
    if separator := _other_separator(head.names, required):
        yield head.issue("figures.separator", "error", separator=separator)
        return
    for name in required:
        if name not in head.names:
            yield head.issue("figures.missing_column", "error", column=name, near=near(name, head.names))
    seen = set[str]()
    for column, name in enumerate(head.names):
        if name and name in seen:
            yield head.issue("figures.column_twice", "error", column=name)
        seen.add(name)
        yield from _column_issues(head, column, known)


def _column_issues(head: _Head, column: int, known: Sequence[str]) -> Iterator[Issue]:
    name = head.names[column]
    if name in known or not head.filled(column):
        return
    # A near name is a slip that would lose data; anything else is the person's own column.
    if guess := near(name, known):
        yield head.issue("figures.unknown_column", "error", column=name, near=guess)
    else:
        yield head.issue("figures.own_column", "doubt", column=name or str(column + 1))


def _other_separator(header: Sequence[str], required: Sequence[str]) -> str:
    if len(header) > 1:
        return ""
    for separator, name in ((";", ";"), ("\t", "Tab"), ("，", "，"), ("|", "|")):
        parts = [part.strip().strip('"') for part in header[0].split(separator)]
        if len(parts) > 1 and set(required) & set(parts):
            return name
    return ""
