"""Rows of sheets as the plain data of definition files, each piece with its sheet, row and column."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from schema.catalogue.cell_lists import split_crossings, split_disclosures, split_list
from schema.catalogue.reading import Row
from schema.catalogue.yaml_source import Source, Where
from schema.exchange.catalogue_book.sheet_forms import Field
from schema.grammar.words import LANGUAGES
from schema.mistakes import Mistake


@dataclass(slots=True)
class SheetSource(Source):
    """Plain data put together from rows; `cells` gives sheet and column of each path into it, `lines` the row."""

    cells: dict[Where, tuple[str, str]] = field(default_factory=dict[Where, "tuple[str, str]"])

    def put(self, where: Where, row: SheetRow, column: str = "") -> None:
        """Remember that a piece of data stands in a row, under a header."""
        place = (row.sheet, row.letters.get(column, "A"))
        self.lines[where], self.cells[where] = row.number, place
        for end in range(len(where) - 1, 0, -1):
            if where[:end] in self.lines:
                break
            self.lines[where[:end]], self.cells[where[:end]] = row.number, place

    def mistake(self, where: Where, code: str, **params: str) -> Mistake:
        """Return a mistake at the cell that is nearest to a place."""
        known = self.nearest(where)
        sheet, column = self.cells.get(known, (self.file, "A"))
        return Mistake(sheet, self.lines.get(known, 1), code, params, column)


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row of text by header, stripped; `letters` are the columns' letters, `mistakes` the reader's common list."""

    sheet: str
    number: int
    cells: Mapping[str, str]
    letters: Mapping[str, str]
    mistakes: list[Mistake]

    def text(self, name: str) -> str:
        """Return a cell's text, empty where there is no such column."""
        return self.cells.get(name, "")

    def say(self, code: str, column: str, **params: str) -> None:
        """Keep a mistake of one of this row's cells."""
        self.mistakes.append(Mistake(self.sheet, self.number, code, params, self.letters.get(column, "A")))

    def data(self, fields: Iterable[Field], source: SheetSource, where: Where) -> dict[str, Any]:
        """Return the filled fields as a definition file would have them, and remember where they stand."""
        source.put(where, self)
        found: dict[str, Any] = {}
        for one in fields:
            filled = any(map(self.cells.get, one.columns()))
            if filled or one.required:
                source.put((*where, one.name), self, one.columns()[0])
            if filled:
                found[one.name] = self._value(one, source, (*where, one.name))
        return found

    def _value(self, one: Field, source: SheetSource, where: Where) -> Any:
        if one.kind == "words":
            return self.words(one.name, source, where)
        text = self.text(one.name)
        if one.kind == "list":
            return split_list(text)
        if one.kind == "crossings":
            return split_crossings(text)
        return self._disclosures(one.name) if one.kind == "disclosures" else text

    def _disclosures(self, name: str) -> dict[str, list[str]]:
        found = split_disclosures(self.text(name))
        if found is None:
            self.say("catalogue.disclosures", name, name=self.text(name))
        return found or {}

    def words(self, name: str, source: SheetSource, where: Where) -> dict[str, str]:
        """Return the filled languages of a wording."""
        source.put(where, self, f"{name}.{LANGUAGES[0]}")
        texts = {language: self.text(f"{name}.{language}") for language in LANGUAGES}
        if any(texts.values()):
            for language in LANGUAGES:
                source.put((*where, language), self, f"{name}.{language}")
        return {language: text for language, text in texts.items() if text}


@dataclass(slots=True)
class SheetFiles:
    """The sheets under the names of the definition files that they stand for."""

    sources: dict[str, SheetSource] = field(default_factory=dict[str, SheetSource])
    tables: dict[str, list[Row]] = field(default_factory=dict[str, "list[Row]"])

    def names(self, pattern: str) -> list[str]:
        """Return the names that fit a pattern, in the order of the sheets' rows."""
        return [name for name in (*self.sources, *self.tables) if PurePosixPath(name).match(pattern)]

    def source(self, name: str) -> Source:
        """Return plain data; nothing where the sheet is absent, which is a mistake of the workbook itself."""
        return self.sources.get(name, Source(name))

    def rows(self, name: str, columns: Sequence[str]) -> tuple[list[Row], list[Mistake]]:
        """Return a table's rows; its columns have been checked with the sheet."""
        return self.tables.get(name, []), []
