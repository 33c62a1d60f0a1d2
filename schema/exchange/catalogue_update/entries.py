"""The catalogue workbook's rows as entries, each with what names it and what it stands below; and back into rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from schema.exchange.catalogue_book.plain_sheet import PlainSheet
from schema.exchange.catalogue_book.sheet_forms import CHOICE, ROW_KINDS, Field, SheetForm, sheet_forms

Id = tuple[str, ...]  # the sheet, then what names the row in it
Cells = tuple[str, ...]  # one, or one per language
NOWHERE: Id = ()

# What names a row where it is not its code.
NAMES: Mapping[str, tuple[str, ...]] = {
    "company": (),
    "breakdowns": ("breakdown", "member"),
    "changes": ("metric", "since", "what"),
    "choices": ("metric", "choice"),
    "records": ("record", "column", "choice"),
    "factors": ("code", "since", "until"),
    "glossary": ("zh_hans",),
    "disclosures": ("framework", "code"),
    "explanations": ("outline", "framework", "disclosure"),
    "sections": ("outline", "code"),
    "blocks": ("outline", "ref"),
}
# Rows below others of their own sheet: the last of their names that is not empty is their own.
NESTED = ("breakdowns", "records")
# Rows that belong to one of another sheet, which their first name names.
OWNERS: Mapping[str, str] = {
    "changes": "metrics", "choices": "metrics", "disclosures": "frameworks", "explanations": "outlines",
}  # fmt: skip
_LEVEL, _PLACE = "level", ("outline", "section")


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: what it stands below (an entry of this sheet or of another, or nowhere), and its cells by field."""

    id: Id
    above: Id
    cells: Mapping[str, Cells]

    @property
    def sheet(self) -> str:
        """Return the sheet that it is a row of."""
        return self.id[0]


Entries = Mapping[Id, Entry]


def names_of(sheet: str) -> tuple[str, ...]:
    """Return the fields whose cells name a row of a sheet."""
    return NAMES.get(sheet, ("code",))


def read_entries(sheets: Iterable[PlainSheet]) -> Entries:
    """Return all rows in their order. ValueError where two have the same names: nothing could tell them apart."""
    found: dict[Id, Entry] = {}
    for sheet in sheets:
        for entry in _READERS.get(sheet.title, _plain)(sheet.title, _rows(sheet, sheet_forms()[sheet.title])):
            if entry.id in found:
                raise ValueError(f"named twice: {'/'.join(entry.id)}")
            found[entry.id] = entry
    return found


Row = Mapping[str, Cells]


def _rows(sheet: PlainSheet, form: SheetForm) -> Iterator[Row]:
    for row in sheet.rows[1:]:
        cells = iter(row)
        yield {field.name: tuple(next(cells) for _ in field.columns()) for field in form.fields}


def _named(sheet: str, row: Row) -> Id:
    return (sheet, *(row[name][0] for name in names_of(sheet)))


def _plain(sheet: str, rows: Iterable[Row]) -> Iterator[Entry]:
    for row in rows:
        own = _named(sheet, row)
        yield Entry(own, (OWNERS[sheet], own[1]) if sheet in OWNERS else NOWHERE, row)


def _nested(sheet: str, rows: Iterable[Row]) -> Iterator[Entry]:
    for row in rows:
        own = _named(sheet, row)
        depth = sum(map(bool, own))
        above = (*own[: depth - 1], *("",) * (len(own) - depth + 1)) if depth > 2 else NOWHERE
        yield Entry(own, above, row)


def _sections(sheet: str, rows: Iterable[Row]) -> Iterator[Entry]:
    path: list[Id] = []
    for row in rows:
        own = _named(sheet, row)
        del path[int(row[_LEVEL][0]) - 1 :]
        # A chapter stands below its outline.
        yield Entry(own, path[-1] if path else ("outlines", own[1]), row)
        path.append(own)


def _blocks(sheet: str, rows: Iterable[Row]) -> Iterator[Entry]:
    block, question, seen = NOWHERE, NOWHERE, dict[Id, int]()
    for row in rows:
        kind = row["block"][0]
        if kind not in ROW_KINDS:
            block = _named(sheet, row)
            yield Entry(block, ("sections", *(row[name][0] for name in _PLACE)), row)
            continue
        above = question if kind == CHOICE else block
        # Nothing but its place tells one choice, or one of two equal rows, from another.
        name = (*above, kind, "" if kind == CHOICE else row["ref"][0] or row["title"][0])
        seen[name] = seen.get(name, 0) + 1
        own = (*name, str(seen[name]))
        question = question if kind == CHOICE else own
        yield Entry(own, above, row)


_READERS = {**dict.fromkeys(NESTED, _nested), "sections": _sections, "blocks": _blocks}


def write_sheets(entries: Entries) -> tuple[PlainSheet, ...]:
    """Return the sheets of the entries, each below what it stands below, in their order."""
    below: dict[tuple[str, Id], list[Entry]] = {}
    for entry in entries.values():
        below.setdefault((entry.sheet, entry.above), []).append(entry)
    order: list[Id] = []  # of all that is written so far: what belongs to it follows in its order
    sheets: list[PlainSheet] = []
    for title, form in sheet_forms().items():
        roots = [entry for above in (NOWHERE, *order) for entry in below.get((title, above), ())]
        walked = [(entry, depth) for root in roots for entry, depth in _walk(root, below)]
        order += [entry.id for entry, _ in walked]
        sheets.append(PlainSheet(title, (form.columns(), *(_row(form, one, depth) for one, depth in walked))))
    return tuple(sheets)


def _walk(entry: Entry, below: Mapping[tuple[str, Id], Sequence[Entry]], depth: int = 1) -> Iterator[tuple[Entry, int]]:
    yield entry, depth
    for lower in below.get((entry.sheet, entry.id), ()):
        yield from _walk(lower, below, depth + 1)


def _row(form: SheetForm, entry: Entry, depth: int) -> Cells:
    cells = dict(entry.cells)
    if entry.sheet == "sections":
        cells[_LEVEL] = (str(depth),)
    if entry.above[:1] == ("sections",) and entry.sheet == "blocks":  # the rows of a block need not say it again
        cells |= {name: (text,) for name, text in zip(_PLACE, entry.above[1:], strict=True)}
    return tuple(cell for field in form.fields for cell in _filled(field, cells))


def _filled(field: Field, cells: Row) -> Cells:
    return cells.get(field.name) or ("",) * len(field.columns())


def own_fields(sheet: str) -> tuple[Field, ...]:
    """Return the fields of a sheet that say something about a row: neither name it nor say where it stands."""
    left_out = {*names_of(sheet), *((*_PLACE, _LEVEL) if sheet in ("sections", "blocks") else ())}
    return tuple(field for field in sheet_forms()[sheet].fields if field.name not in left_out)
