"""Reads one definition file after another, and gathers the mistakes with their places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from typing import Any, Protocol, TypeVar, cast

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from schema.catalogue.yaml_source import Source, Where
from schema.grammar.decimals import MOST_DIGITS, is_long, is_long_text
from schema.grammar.languages import LANGUAGES
from schema.mistakes import Mistake, near

_NO_NUMBER = Decimal("NaN")
Form = TypeVar("Form", bound=BaseModel)
CODE = re.compile(r"[a-z][a-z0-9]*(\.[a-z][a-z0-9]*)*")
_REASONS = {
    "extra_forbidden": "definition.unknown_field",
    "missing": "definition.missing_field",
    "literal_error": "definition.not_one_of",
    "int_parsing": "definition.not_a_number",
    "bool_parsing": "definition.not_yes_no",
    "no_link": "definition.no_link",
}


Row = tuple[Source, dict[str, str]]


class DefinitionFiles(Protocol):
    """Where definitions are read from: a folder, or the sheets of a workbook under the names of such files."""

    def names(self, pattern: str) -> list[str]:
        """Return the names that fit a pattern, in the order in which they are read."""
        ...

    def source(self, name: str) -> Source:
        """Return one file as plain data; a missing one is a mistake in it."""
        ...

    def rows(self, name: str, columns: Sequence[str]) -> tuple[list[Row], list[Mistake]]:
        """Return a table's rows by column, each with its own place, and what is wrong with the table."""
        ...


class Reading:
    """The mistakes and places gathered while definitions are read."""

    def __init__(self, files: DefinitionFiles, languages: Sequence[str] = ()) -> None:
        """Read files; `languages` are those in which there must be words, whatever the company says of itself."""
        self.files = files
        self.wanted = tuple(languages)
        self.languages: tuple[str, ...] = self.wanted or LANGUAGES
        self.mistakes: list[Mistake] = []
        # Entries left out for their mistakes: what refers to them is not wrong for that.
        self._spoilt: set[str] = set()

    def read(self, name: str, form: type[Form]) -> tuple[Form | None, Source]:
        """Read a file into its form; None where it has mistakes (which are kept)."""
        source = self.files.source(name)
        self.mistakes += source.mistakes
        if source.data is None:
            return None, source
        return self.check(source.data, form, source, ()) or self._without_spoilt(source.data, form), source

    def _without_spoilt(self, data: Any, form: type[Form]) -> Form | None:
        """Leave out the entries that have mistakes, so that the others are checked too; None where that is no help."""
        try:
            return form.model_validate(data)
        except ValidationError as error:
            spoilt = {tuple(map(str, detail["loc"][:2])) for detail in error.errors()}
        try:
            found = form.model_validate(_leave_out(data, spoilt))
        except ValidationError:
            return None
        self._spoilt |= {place[-1] for place in spoilt}
        return found

    def check(self, data: object, form: type[Form], source: Source, where: Where) -> Form | None:
        """Check plain data against a form; each mistake is kept with its line."""
        try:
            return form.model_validate(data)
        except ValidationError as error:
            self.mistakes += [_mistake(detail, form, source, where) for detail in error.errors()]
            return None

    def say(self, source: Source, where: Where, code: str, **params: str) -> None:
        """Keep a mistake at a place."""
        self.mistakes.append(source.mistake(where, code, **params))

    def known(self, name: str, names: Iterable[str], what: str, source: Source, where: Where) -> bool:
        """Whether a name is known; else keep the mistake with the nearest known name."""
        names = list(names)
        if name in names:
            return True
        if name in self._spoilt:
            return False
        self.say(source, where, f"definition.unknown_{what}", name=name, near=near(name, names))
        return False

    def decimal(self, text: str, source: Source, where: Where) -> Decimal | None:
        """Read a decimal; empty is None, a wrong one a mistake."""
        if not text:
            return None
        try:
            value = Decimal(text)
        except InvalidOperation:
            value = _NO_NUMBER
        if not value.is_finite():
            self.say(source, where, "definition.not_a_number", name=text)
            return None
        if is_long(value) or is_long_text(format(value.copy_abs(), "f")):
            self.say(source, where, "definition.digits", name=text, most=str(MOST_DIGITS))
            return None
        return value

    def year(self, text: str, source: Source, where: Where) -> int:
        """Read a year; empty is 0, a wrong one a mistake."""
        if text and not text.isdecimal():
            self.say(source, where, "definition.not_a_number", name=text)
            return 0
        return int(text or 0)

    def rows(self, name: str, columns: Sequence[str]) -> list[Row]:
        """Read a table with these columns; what is wrong with it as a table is kept."""
        rows, mistakes = self.files.rows(name, columns)
        self.mistakes += mistakes
        return rows


@dataclass(frozen=True, slots=True)
class Passage:
    """One place of a file while it is read: what is wrong there is kept with its line."""

    reading: Reading
    source: Source
    where: Where

    def at(self, *parts: str) -> Passage:
        """Return a place below this one."""
        return replace(self, where=(*self.where, *parts))

    def say(self, code: str, **params: str) -> None:
        """Keep a mistake."""
        self.reading.say(self.source, self.where, code, **params)

    def known(self, name: str, names: Iterable[str], what: str) -> bool:
        """Whether a name is known; else keep the mistake with the nearest known name."""
        return self.reading.known(name, names, what, self.source, self.where)

    def decimal(self, text: str) -> Decimal | None:
        """Read a decimal; empty is None, a wrong one a mistake."""
        return self.reading.decimal(text, self.source, self.where)


def _leave_out(data: Any, spoilt: set[tuple[str, ...]]) -> object:
    """Return plain data (a mapping of mappings) without the entries named by their two keys."""
    parts = cast("dict[str, dict[str, Any]]", data if isinstance(data, dict) else {})
    if not parts or not all(isinstance(part, dict) for part in parts.values()):  # pyright: ignore
        return cast("object", data)
    return {top: {c: entry for c, entry in part.items() if (top, c) not in spoilt} for top, part in parts.items()}


def _mistake(detail: ErrorDetails, form: type[BaseModel], source: Source, where: Where) -> Mistake:
    place = (*where, *(part for part in detail["loc"] if part != "[key]"))
    known = _known_place(place, source)
    name = str(place[-1]) if place else ""
    if detail["type"] == "extra_forbidden":
        fields = _fields_near(form, detail)
        return source.mistake(known, "definition.unknown_field", name=name, near=near(name, fields))
    code = _REASONS.get(detail["type"], "definition.wrong_form")
    expected = str((detail.get("ctx") or {}).get("expected", ""))
    return source.mistake(known, code, name=name, value=str(detail["input"])[:60], expected=expected)


def _known_place(place: Where, source: Source) -> Where:
    """Drop what pydantic adds to a path (names of union members, aliases of keys)."""
    kept: Where = ()
    for part in place:
        if (*kept, part) in source.lines:
            kept = (*kept, part)
    return kept


def _fields_near(form: type[BaseModel], detail: ErrorDetails) -> list[str]:
    """Return the field names of every form that can stand at this depth."""
    names: set[str] = set()
    todo: list[type[BaseModel]] = [form]
    seen: set[type[BaseModel]] = set()
    while todo:
        current = todo.pop()
        if current in seen:
            continue
        seen.add(current)
        names |= {info.alias or name for name, info in current.model_fields.items()}
        text = " ".join(str(info.annotation) for info in current.model_fields.values())
        todo += [m for m in BaseModel.__subclasses__()[0].__subclasses__() if m.__name__ in text]
    del detail
    return sorted(names)
