"""What a row shows people beside its key: where only some columns were sorted, it is another item's name and years."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import takewhile
from typing import TypeVar

from schema.catalogue.definitions import RecordType
from schema.exchange.forms.heads import list_types
from schema.exchange.forms.layout import FIELD, SHOWN, SUM, Shown, talk_key
from schema.exchange.forms.offering import Findings
from schema.exchange.forms.rows import Entry
from schema.exchange.forms.written import as_read, field_written, same_lines
from schema.grammar.reference import Key, RecordKey
from schema.grammar.words import LANGUAGES
from schema.validation.facts import Fact, PartAt
from schema.validation.issue import ListAt, write_subject
from schema.validation.item_words import ItemWords
from schema.values.datapoint import Record, Snapshot
from schema.values.kept_things import canonical
from schema.values.key_words import name_in, row_words
from schema.values.parse import clean_text
from schema.values.subject import TextAt

_NUMBER = re.compile(r"-?[\d,]+(\.\d+)?")
_Shown = TypeVar("_Shown")
_NONE = frozenset[str]()


@dataclass(frozen=True, slots=True)
class Strange:
    """Why a row is not its key's (a message), and whose it seems to be (the key of that row); empty for nobody's."""

    code: str
    other: str = ""


@dataclass(frozen=True, slots=True)
class Faces:
    """What the rows of a form show, by their keys: names in every language, earlier years, what records were sent as.

    `owners`, `years` and `holders` find the keys by a name, by earlier years and by a cell of a record.
    A typing error in a name or a year struck out is no reason to doubt a row; what belongs to another one is.
    """

    names: Mapping[str, frozenset[str]]
    owners: Mapping[str, frozenset[str]]
    shown: Shown
    years: Mapping[tuple[Decimal | str, ...], frozenset[str]]
    records: Mapping[str, Mapping[str, str]]
    holders: Mapping[tuple[str, str], frozenset[str]]
    facts: Mapping[str, Fact]

    def strange(self, key: str, row: Entry) -> Strange | None:
        """Return why a row with this key is another's by what it shows; None where nothing says so."""
        if key in self.records:
            return self._strange_record(key, row)
        texts = {_plain(row.row.cells[at]) for at in _unmarked(row)} - {""}
        own = self.names.get(key, _NONE)
        named = _NONE if texts & own else _NONE.union(*(self.owners.get(text, _NONE) for text in texts))
        named = frozenset(one for one in named if one.startswith("question/") == key.startswith("question/"))
        years = self._years(key, row)
        dated = self.years.get(years, _NONE) - {key} if years and not self._fits(key, years) else _NONE
        both = named & dated
        if both or named or dated:
            code = "form.other_both" if both else "form.other_name" if named else "form.other_years"
            return Strange(code, _nearest(both or named or dated, key))
        unlike = texts and not texts & own and self._unlike(key, row)
        return Strange("form.other_none") if unlike else None

    def _years(self, key: str, row: Entry) -> tuple[Decimal | str, ...]:
        """Return the earlier years of a row; none where one of them is gone."""
        written = tuple(_number(row.cell(f"{SHOWN}{year}")) for year in self.shown.get(key, {}))
        return written if "" not in written else ()

    def _fits(self, key: str, years: tuple[Decimal | str, ...]) -> bool:
        return key in self.years.get(years, _NONE)

    def _unlike(self, key: str, row: Entry) -> bool:
        """Whether earlier years are there, and none of them is one of this key's, rounded or not."""
        sent = self.shown.get(key, {})
        pairs = [(_number(row.cell(f"{SHOWN}{year}")), _number(text)) for year, text in sent.items()]
        there = [(written, text) for written, text in pairs if written != ""]
        return bool(there) and not any(_alike(written, text) for written, text in there)

    def _strange_record(self, key: str, row: Entry) -> Strange | None:
        """A record that has kept nothing of its own and holds at least half of another's words is that one."""
        here = {mark: _plain(row.cell(mark)) for mark in row.columns if mark.startswith(FIELD)}
        own = self.records[key]
        kept = _same(here, own)
        changed = (cell for cell in here.items() if own.get(cell[0]) != cell[1])
        for other in sorted(_NONE.union(*(self.holders.get(cell, _NONE) for cell in changed))):
            fields = self.records[other]
            same = _same(here, fields)
            if kept <= same and 2 * len(same) >= len(fields):
                return Strange("form.other_record", other)
        return None


def faces_of(findings: Findings) -> Faces:
    """Return what the rows of a form showed when it was made."""
    facts = dict[str, Fact]()
    names = dict[str, frozenset[str]]()
    for key, fact, said in _named(findings):
        facts[key] = fact
        names[key] = frozenset(map(_plain, said))
    records = dict[str, Mapping[str, str]]()
    for subject, thing in findings.bases.items():
        if isinstance(subject, RecordKey) and isinstance(thing, Record):
            record_type = findings.definitions.catalogue.records.get(subject.type)
            if record_type is not None:
                records[subject.canonical()] = _fields(thing, record_type, findings.outline.language)
                facts[subject.canonical()] = name_in(thing, record_type, findings.outline.language)
    years = ((key, tuple(map(_number, sent.values()))) for key, sent in findings.shown.items())
    owners = _inverted((key, name) for key, own in names.items() for name in own)
    holders = _inverted((key, cell) for key, fields in records.items() for cell in fields.items())
    return Faces(names, owners, findings.shown, _inverted(years), records, holders, facts)


def _named(findings: Findings) -> Iterator[tuple[str, Fact, set[str]]]:
    """Yield the keys of rows with whom they are about and all the names that may stand there."""
    catalogue, outline = findings.definitions.catalogue, findings.outline
    words = [ItemWords(outline, catalogue, Snapshot(), language) for language in LANGUAGES]
    total = catalogue.phrases["form.sum"]
    yield SUM, total, {total.best(language) for language in LANGUAGES}
    for subject in findings.bases:
        if isinstance(subject, Key) and subject.metric in catalogue.metrics:
            called = {one.name(subject) for one in words}
            yield canonical(subject), subject, _row_names(subject, findings)
            yield talk_key(outline.code, canonical(subject)), subject, called
        elif isinstance(subject, TextAt):
            called, fact = {one.name(subject) for one in words}, PartAt(outline, subject.slot)
            yield canonical(subject), fact, called
            yield talk_key(outline.code, canonical(subject)), fact, called
    for block in list_types(outline):
        at = ListAt(outline.code, block)
        yield talk_key(outline.code, write_subject(at)), PartAt(outline, block), {one.name(at) for one in words}


def _row_names(key: Key, findings: Findings) -> set[str]:
    """Return what stands before a value, in each language."""
    return {row_words(key, findings.definitions.catalogue, language) for language in LANGUAGES}


def _fields(record: Record, record_type: RecordType, language: str) -> dict[str, str]:
    """Return what stands in the cells of a record, of choices nothing: many have the same."""
    written = {
        f"{FIELD}{record_type.code}.{column.code}": _plain(field_written(record.field(column.code), column, language))
        for column in record_type.columns
        if not (column.traits.pictured or column.traits.chosen)
    }
    return {mark: text for mark, text in written.items() if text}


def _inverted(pairs: Iterable[tuple[str, _Shown]]) -> dict[_Shown, frozenset[str]]:
    found = dict[_Shown, set[str]]()
    for key, shown in pairs:
        found.setdefault(shown, set()).add(key)
    return {shown: frozenset(keys) for shown, keys in found.items()}


def _unmarked(row: Entry) -> Iterator[int]:
    """Yield the columns that are only to be read: names, definitions."""
    marked = set(row.columns.values())
    return (at for at, cell in enumerate(row.row.cells) if cell and at not in marked)


def _same(here: Mapping[str, str], fields: Mapping[str, str]) -> set[str]:
    return {mark for mark, text in fields.items() if here.get(mark) == text}


def _nearest(keys: Collection[str], key: str) -> str:
    """Return of several rows that show the same the one whose key is most like this one."""

    def alike(one: str) -> int:
        return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, key, strict=False)))

    return min(keys, key=lambda one: (-alike(one), one))


def _plain(text: str) -> str:
    return " ".join(clean_text(as_read(text)).casefold().split())


def _number(text: str) -> Decimal | str:
    plain = same_lines(text)
    return Decimal(plain.replace(",", "")) if _NUMBER.fullmatch(plain) and plain.strip("-,") else plain


def _alike(written: Decimal | str, sent: Decimal | str) -> bool:
    """Whether two say the same, one of them perhaps with fewer decimals."""
    if isinstance(written, str) or isinstance(sent, str):
        return written == sent
    places = min(_places(written), _places(sent))
    return abs(written - sent) * 2 <= Decimal(1).scaleb(-places)


def _places(number: Decimal) -> int:
    return max(0, -int(number.as_tuple().exponent))
