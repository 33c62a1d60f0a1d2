"""Reads one definition file after another, and remembers where everything stood."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from schema.catalogue.mistakes import Mistake, near
from schema.catalogue.yaml_source import Source, Where, read_yaml

Form = TypeVar("Form", bound=BaseModel)
CODE = re.compile(r"[a-z][a-z0-9]*(\.[a-z][a-z0-9]*)*")
_REASONS = {
    "extra_forbidden": "definition.unknown_field",
    "missing": "definition.missing_field",
    "literal_error": "definition.not_one_of",
    "int_parsing": "definition.not_a_number",
    "bool_parsing": "definition.not_yes_no",
}


class Reading:
    """The mistakes and places gathered while a folder of definitions is read."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.mistakes: list[Mistake] = []

    def read(self, path: Path, form: type[Form]) -> tuple[Form | None, Source]:
        """Read a YAML file into its form; None where it has mistakes (which are kept)."""
        source = read_yaml(path, path.relative_to(self.folder).as_posix())
        self.mistakes += source.mistakes
        if source.data is None:
            return None, source
        return self.check(source.data, form, source, ()), source

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
        self.say(source, where, f"definition.unknown_{what}", name=name, near=near(name, names))
        return False

    def decimal(self, text: str, source: Source, where: Where) -> Decimal | None:
        """Read a decimal; empty is None, a wrong one a mistake."""
        if not text:
            return None
        try:
            return Decimal(text)
        except InvalidOperation:
            self.say(source, where, "definition.not_a_number", name=text)
            return None

    def rows(self, path: Path, columns: Iterable[str]) -> list[tuple[int, dict[str, str]]]:
        """Read a CSV file as (line, row); missing columns are mistakes."""
        name = path.relative_to(self.folder).as_posix()
        if not path.exists():
            self.mistakes.append(Mistake(name, 1, "definition.missing_file", {"name": name}))
            return []
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            found = reader.fieldnames or []
            for column in columns:
                if column not in found:
                    params = {"name": column, "near": near(column, found)}
                    self.mistakes.append(Mistake(name, 1, "definition.missing_column", params))
                    return []
            return [(reader.line_num, {k: (v or "").strip() for k, v in row.items() if k}) for row in reader]


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
