"""The one reference grammar: code ["/" entity] ["@" period [span]] [":" breakdown=member {";" …}]."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import lru_cache

_CODE = r"[a-z][a-z0-9]*(?:\.[a-z][a-z0-9]*)*"
_CATEGORY = r"[a-z][a-z0-9]*=(?:[a-z][a-z0-9]*|\*)"
_SPAN = r"h[12]|q[1-4]|m(?:0[1-9]|1[0-2])"
_RECORD = re.compile(r"record/(?P<type>[a-z][a-z0-9]*)/(?P<id>[a-z][a-z0-9]*)\.(?P<column>[a-z][a-z0-9]*)")
_ROWS = re.compile(r"record/(?P<type>[a-z][a-z0-9]*)/\*\.(?P<column>[a-z][a-z0-9]*)")
_REFERENCE = re.compile(
    rf"(?P<code>{_CODE})(?:/(?P<entity>[a-z][a-z0-9]*|\*))?(?:@(?P<period>\d{{4}}|-\d{{1,2}})(?P<span>{_SPAN})?)?"
    rf"(?::(?P<category>{_CATEGORY}(?:;{_CATEGORY})*))?"
)


_MANY = 16384  # so many texts are remembered: the same few stand in outlines, texts and data


@lru_cache(maxsize=_MANY)
def sort_category(category: str) -> str:
    """Return the canonical form of a category text: parts sorted by breakdown code, no blanks."""
    return ";".join(sorted(part.strip() for part in category.split(";") if part.strip()))


def category_parts(category: str) -> tuple[tuple[str, str], ...]:
    """Split a category text into (breakdown, member) pairs."""
    return tuple((b, m) for b, _, m in (part.partition("=") for part in category.split(";") if part))


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """The address of a data point; `category` is canonical, `entity` is empty for the company.

    `span` is empty for the year, else the part of it: h1 h2 q1–q4 m01–m12.
    """

    metric: str
    period: int
    entity: str = ""
    category: str = ""
    span: str = ""

    @property
    def whole(self) -> bool:
        """Whether it means a whole year: of a part of one nothing can be kept so far."""
        return not self.span

    def canonical(self) -> str:
        """Return the canonical reference with its absolute year; a number of a record has none."""
        if self.metric.startswith("record/"):
            return self.metric
        entity = f"/{self.entity}" if self.entity else ""
        return f"{self.metric}{entity}@{self.period}{self.span}" + (f":{self.category}" if self.category else "")

    def defined_name(self) -> str:
        """Return the Excel defined name of the cell that holds this value."""
        if self.metric.startswith("record/"):
            return f"v_{self.metric.replace('.', '__').replace('/', '__')}"
        name = f"v_{self.metric.replace('.', '__')}_{self.period}{self.span}"
        if self.category:
            name += "_" + self.category.replace("=", "_").replace(";", "_")
        return f"{name}_{self.entity}" if self.entity else name


@dataclass(frozen=True, slots=True, order=True)
class RecordKey:
    """The address of a record; its id is unique among all records of its type, whatever their report."""

    type: str
    id: str

    def canonical(self) -> str:
        """Return the address as text."""
        return f"record/{self.type}/{self.id}"

    def number(self, column: str) -> Key:
        """Return the address of a number in one of its columns."""
        return Key(f"{self.canonical()}.{column}", 0)


def parse_record(code: str) -> tuple[RecordKey, str] | None:
    """Read `record/<type>/<id>.<column>` into the record and the column, or return None."""
    match = _RECORD.fullmatch(code) if code.startswith("record/") else None
    return (RecordKey(match["type"], match["id"]), match["column"]) if match else None


def parse_rows(code: str) -> tuple[str, str] | None:
    """Read `record/<type>/*.<column>`, a column of all rows, into the type and the column, or return None."""
    match = _ROWS.fullmatch(code) if code.startswith("record/") else None
    return (match["type"], match["column"]) if match else None


def split_record(code: str) -> tuple[str, str]:
    """Return the type and the column that `record/<type>/<id>.<column>` names; empty texts where it is none.

    An asterisk in the place of the id means every row.
    """
    found = parse_record(code)
    return (found[0].type, found[1]) if found else parse_rows(code) or ("", "")


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference as written; `offset` counts years from the report's year, `year` is absolute (0 = not given)."""

    code: str
    entity: str = ""
    year: int = 0
    offset: int = 0
    category: str = ""
    span: str = ""

    @property
    def whole(self) -> bool:
        """Whether it means a whole year: of a part of one nothing can be kept so far."""
        return not self.span

    @property
    def wildcard(self) -> bool:
        """Whether it stands for each member of a breakdown, or for each entity."""
        return "*" in self.category or self.entity == "*"

    def key(self, period: int) -> Key:
        """Return the address it means in a report of this year."""
        if self.code.startswith("record/"):
            return Key(self.code, 0)
        return Key(self.code, self.year or period + self.offset, self.entity, self.category, self.span)


@lru_cache(maxsize=_MANY)
def parse_reference(text: str) -> Reference | None:
    """Read a reference, or return None where the text is not one."""
    if parse_record(text.strip()):
        return Reference(text.strip())
    match = _REFERENCE.fullmatch(text.strip())
    if match is None:
        return None
    period = match["period"] or ""
    relative = period.startswith("-")
    return Reference(
        code=match["code"],
        entity=match["entity"] or "",
        year=int(period) if period and not relative else 0,
        offset=int(period) if relative else 0,
        category=sort_category(match["category"] or ""),
        span=match["span"] or "",
    )


def canonical_text(text: str) -> str:
    """Return a subject that a person has written: a value's reference in its one form, all else as it is."""
    reference = parse_reference(text)
    if reference is None or not reference.year or reference.wildcard:
        return text
    return reference.key(0).canonical()


def value_key(reference: str, format_text: str) -> str:
    """Return the element name of a linked number: v + 12 hex digits of SHA-256 of `reference|format`."""
    return "v" + hashlib.sha256(f"{reference}|{format_text}".encode()).hexdigest()[:12]
