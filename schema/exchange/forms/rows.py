"""The rows of a form by what they are about: found by the hidden key, else by code or name of a cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from schema.exchange.catalogue_book.plain_sheet import letter
from schema.exchange.forms.book import FormBook, FormRow, FormSheet
from schema.exchange.forms.layout import CODE, KEY, VALUE

Columns = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Entry:
    """A row with what it says it is about, and its cells by the marks of their columns.

    `key` is empty where nothing says so; `other` is a code beside the key that names something else.
    """

    sheet: FormSheet
    row: FormRow
    columns: Columns
    key: str
    other: str = ""

    def cell(self, mark: str) -> str:
        """Return what stands in a column; empty where there is no such column."""
        at = self.columns.get(mark, -1)
        return self.row.cells[at] if 0 <= at < len(self.row.cells) else ""

    def has(self, mark: str) -> bool:
        """Whether the sheet still has a column."""
        return mark in self.columns

    def place(self, mark: str = KEY) -> str:
        """Return sheet and cell (人力!F12), the row's first cell where the column is gone."""
        return f"{self.sheet.title}!{letter(max(0, self.columns.get(mark, 0)))}{self.row.number}"

    @property
    def says_itself(self) -> bool:
        """Whether key or code say what the row is about, and not only the name of a cell."""
        return bool(self.cell(KEY).strip() or self.cell(CODE).strip())

    def unsolved(self, mark: str) -> bool:
        """Whether a formula stands there whose result the file does not hold."""
        return (self.row.number, self.columns.get(mark, -1)) in self.sheet.unsolved


def entries(book: FormBook, heads: Mapping[str, str], known: Mapping[str, str]) -> Iterator[Entry]:
    """Yield every row that is no head; `heads` are the visible heads with their marks, for sheets that lost the marks.

    `known` has, by defined name, the key of the value that it names.
    """
    named: dict[str, dict[int, list[tuple[int, str]]]] = {}
    for name, (title, row, column) in book.names.items():
        if name in known:
            named.setdefault(title, {}).setdefault(row, []).append((column, known[name]))
    for sheet in book.sheets:
        yield from _entries(sheet, heads, named.get(sheet.title, {}))


def _entries(sheet: FormSheet, heads: Mapping[str, str], named: Mapping[int, list[tuple[int, str]]]) -> Iterator[Entry]:
    marks = _marks(sheet) or _headed(sheet, heads)
    columns = next(iter(marks.values()), None) or _by_names(named)
    for row in sheet.rows:
        if row.number in marks:
            columns = marks[row.number]
        elif _is_head(row, columns, heads):
            continue
        elif columns or row.number in named:
            yield _entry(sheet, row, columns, named.get(row.number, []))


def _is_head(row: FormRow, columns: Columns, heads: Mapping[str, str]) -> bool:
    cells = row.cells
    said = [mark for mark, at in columns.items() if 0 <= at < len(cells) and heads.get(cells[at].strip()) == mark]
    return len(said) > 1 or CODE in said


def _entry(sheet: FormSheet, row: FormRow, columns: Columns, named: list[tuple[int, str]]) -> Entry:
    plain = Entry(sheet, row, columns, "")
    key, code = plain.cell(KEY).strip(), plain.cell(CODE).strip()
    names = [name for column, name in named if column == columns.get(VALUE, column)]
    # A sort leaves names where they are and takes the code along: what a name says counts only without one.
    found = key or code or (names[0] if len(names) == 1 else "")
    other = code if key and code and _subject(key) != code else ""
    return Entry(sheet, row, columns, found, other)


def _subject(key: str) -> str:
    return "" if "#" in key else key


def _marks(sheet: FormSheet) -> dict[int, Columns]:
    """Return the rows of marks by their numbers: one holds the mark of keys or two others."""
    found: dict[int, Columns] = {}
    for row in sheet.rows:
        columns = {cell.strip(): at for at, cell in enumerate(row.cells) if cell[:1] == "#" and cell.strip() != "#"}
        if KEY in columns or len(columns) > 2:
            found[row.number] = columns
    return found


def _headed(sheet: FormSheet, heads: Mapping[str, str]) -> dict[int, Columns]:
    """Return the rows of visible heads, which name what a code and an entry stand under."""
    found: dict[int, Columns] = {}
    for row in sheet.rows:
        columns = {heads[cell.strip()]: at for at, cell in enumerate(row.cells) if cell.strip() in heads}
        if len(columns) > 2 and CODE in columns:
            found[row.number] = columns
    return found


def _by_names(named: Mapping[int, list[tuple[int, str]]]) -> Columns:
    """Return the column in which most of the named cells of a sheet stand."""
    counted = Counter(column for cells in named.values() for column, _ in cells)
    return {VALUE: counted.most_common(1)[0][0]} if counted else {}
