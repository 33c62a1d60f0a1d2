"""What a workbook says: sheets, cells with formula, value, format and look, names, charts and all settings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from lxml import etree

from tests.tools.markup import Package, local, markup
from tests.tools.output_facts import Fact, other_parts, properties

_KINDS = {
    "cols": "column", "sheetViews": "view and freeze pane", "mergeCells": "merged cells",
    "conditionalFormatting": "data bar or condition", "dataValidations": "choice list",
}  # fmt: skip
_READ = {"sheetData", "hyperlinks", "drawing", "legacyDrawing", "dimension"}


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell, each facet as text."""

    value: str
    formula: str
    cached: str
    format: str
    look: str


FACETS = {"value": "cell value", "formula": "formula", "cached": "cached value", "format": "number format",
          "look": "cell look"}  # fmt: skip


@dataclass(slots=True)
class Row:
    """One row of a sheet: its cells by column, and its own settings (height, hidden)."""

    number: int
    cells: dict[str, Cell]
    setting: str

    def words(self) -> tuple[tuple[str, str], ...]:
        """Return what the row says, formulas and their results left out: by this rows find their namesakes."""
        return tuple((column, cell.value) for column, cell in self.cells.items() if cell.value)


@dataclass(slots=True)
class Book:
    """A workbook: rows by sheet, and all other facts."""

    sheets: dict[str, list[Row]] = field(default_factory=dict)
    facts: list[Fact] = field(default_factory=list)


def read_book(file: Path | IO[bytes]) -> Book:
    """Read a workbook without openpyxl, so that nothing is lost that openpyxl does not know."""
    return _Reader(Package(file)).book()


class _Reader:
    def __init__(self, package: Package) -> None:
        self._package = package
        self._known = {package.main}
        self._strings = [_words(item) for item in self._children("sharedStrings")]
        self._looks, self._formats = self._styles()

    def _children(self, kind: str) -> list[etree._Element]:
        found = self._package.related(self._package.main, kind)
        self._known.update(found)
        return [child for name in found for child in self._package.tree(name)]

    def book(self) -> Book:
        book = Book()
        main = self._package.tree(self._package.main)
        relations = self._package.relations(self._package.main)
        names: list[str] = []
        for sheet in main.iterfind("{*}sheets/{*}sheet"):
            name, part = sheet.get("name"), relations[_relation(sheet)][1]
            names.append(name)
            book.sheets[name] = self._rows(part)
            book.facts += [Fact("sheet", f"{name} ({sheet.get('state')})"), *self._sheet_facts(name, part)]
        book.facts += _defined(main, names)
        book.facts += [Fact("workbook setting", markup(c), local(c)) for c in main if local(c) not in _BOOK_READ]
        book.facts += properties(self._package)
        self._known.update(name for name in self._package.parts if name.startswith("docProps/"))
        book.facts += other_parts(self._package, self._known)
        return book

    def _styles(self) -> tuple[list[str], list[str]]:
        """Return look and number format of each style number that cells carry."""
        parts = {local(child): list(child) for child in self._children("styles")}
        codes = {item.get("numFmtId"): item.get("formatCode") for item in parts.get("numFmts", [])}
        named = {item.get("xfId"): item.get("name") for item in parts.get("cellStyles", [])}
        looks, formats = [], []
        for xf in parts.get("cellXfs", []):
            pieces = [markup(parts[group][int(xf.get(key))]) for key, group in _LOOKS.items()]
            looks.append(" ".join([named.get(xf.get("xfId"), ""), *pieces, *(markup(child) for child in xf)]))
            formats.append(codes.get(xf.get("numFmtId"), xf.get("numFmtId")))
        self.conditions = [markup(item) for item in parts.get("dxfs", [])]
        return looks, formats

    def _rows(self, part: str) -> list[Row]:
        self._known.add(part)
        rows = self._package.tree(part).iterfind("{*}sheetData/{*}row")
        return [
            Row(int(r.get("r")), {re.sub(r"\d", "", c.get("r")): self._cell(c) for c in r}, _setting(r)) for r in rows
        ]

    def _cell(self, cell: etree._Element) -> Cell:
        value, formula, style = cell.findtext("{*}v") or "", cell.find("{*}f"), int(cell.get("s") or 0)
        kind = cell.get("t") or "n"
        if kind == "s":
            value, kind = self._strings[int(value)], "text"
        elif kind == "inlineStr":
            value, kind = _words(cell), "text"
        said = f"{value} ({kind})" if value else ""
        look, code = (self._looks[style], self._formats[style]) if self._looks else ("", "")
        if formula is None:
            return Cell(said, "", "", code, look)
        return Cell("", "=" + (formula.text or markup(formula)), said, code, look)

    def _sheet_facts(self, name: str, part: str) -> Iterator[Fact]:
        tree, meanings = self._package.tree(part), self._package.meanings(part)
        for child in tree:
            kind = _KINDS.get(local(child), "sheet setting")
            if local(child) == "hyperlinks":
                yield from (Fact("link", markup(link, meanings), f"{name}!{link.get('ref')}") for link in child)
            elif kind == "sheet setting" and local(child) not in _READ:
                yield Fact(kind, markup(child, meanings), f"{name}: {local(child)}")
            elif kind != "sheet setting":
                yield from (Fact(kind, self._with_look(c), f"{name}: {_place(child, c)}") for c in child)
        for kind, target in self._package.relations(part).values():
            if kind == "drawing":
                yield from self._drawings(name, target)
            elif target in self._package.parts:
                self._known.add(target)
                yield from (
                    Fact(f"sheet {kind}", markup(c), f"{name} {n}") for n, c in enumerate(self._package.tree(target))
                )

    def _with_look(self, element: etree._Element) -> str:
        look = element.get("dxfId")
        return markup(element) + (self.conditions[int(look)] if look else "")

    def _drawings(self, sheet: str, part: str) -> Iterator[Fact]:
        relations, meanings = self._package.relations(part), self._package.meanings(part)
        self._known.add(part)
        for anchor in self._package.tree(part):
            yield Fact("chart" if _relation_of(anchor) else "drawing", f"{sheet}: {markup(anchor, meanings)}")
            target = relations.get(_relation_of(anchor), ("", ""))[1]
            if target:
                self._known.add(target)
                yield Fact("chart", f"{sheet}: {markup(self._package.tree(target))}")


_LOOKS = {"fontId": "fonts", "fillId": "fills", "borderId": "borders"}
_BOOK_READ = {"sheets", "definedNames"}


def _relation(element: etree._Element) -> str:
    return next(value for key, value in element.attrib.items() if key.endswith("relationships}id"))


def _relation_of(anchor: etree._Element) -> str:
    chart = anchor.find(".//{*}chart")
    return "" if chart is None else _relation(chart)


def _words(item: etree._Element) -> str:
    runs = [markup(run) for run in item.iterfind("{*}r") if run.find("{*}rPr") is not None]
    return "".join(runs) or "".join(t.text or "" for t in item.iter("{*}t"))


def _setting(row: etree._Element) -> str:
    return " ".join(f"{key}={value}" for key, value in sorted(row.attrib.items()) if key not in ("r", "s", "spans"))


def _place(parent: etree._Element, child: etree._Element) -> str:
    return parent.get("sqref") or child.get("ref") or child.get("min") or child.get("sqref") or local(child)


def _defined(main: etree._Element, sheets: list[str]) -> Iterator[Fact]:
    for name in main.iterfind("{*}definedNames/{*}definedName"):
        scope = name.get("localSheetId")
        where = "" if scope is None else f"{sheets[int(scope)]}!"
        rest = {key: value for key, value in name.attrib.items() if key not in ("name", "localSheetId")}
        yield Fact("defined name", f"{name.text} {rest or ''}".strip(), where + name.get("name"))
