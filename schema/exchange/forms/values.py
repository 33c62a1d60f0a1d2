"""The row of a value in a form: read as it would be in a field, or refused with its cell and the reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from schema.catalogue.definitions import Catalogue, Metric
from schema.exchange.figures_csv import UNREAD
from schema.exchange.forms.beside import marked, read_beside
from schema.exchange.forms.layout import (
    AS_OF,
    ESTIMATED,
    EVIDENCE,
    FOLLOW,
    FOOTNOTE,
    METHOD,
    NOTE,
    OMISSION,
    SHOWN,
    SOURCE,
    UNIT,
    VALUE,
)
from schema.exchange.forms.offering import Findings
from schema.exchange.forms.rows import Entry
from schema.exchange.forms.written import as_read, same_lines, value_written
from schema.grammar.reference import Key
from schema.grammar.words import LANGUAGES
from schema.validation.readings import problem_facts
from schema.values.datapoint import DataPoint
from schema.values.omissions import OMISSIONS, find_omission
from schema.values.parse import Parsed, clean_text, parse_value
from schema.values.rates import Written, parse_in_year

_WORDS = {"footnote": FOOTNOTE, "note": NOTE, "source": SOURCE, "method": METHOD}
_OF_A_VALUE = (VALUE, OMISSION, FOOTNOTE, NOTE, SOURCE, METHOD, ESTIMATED, AS_OF)
TYPED = (*_OF_A_VALUE, EVIDENCE, FOLLOW)


@dataclass(frozen=True, slots=True)
class _Row:
    entry: Entry
    key: Key
    metric: Metric
    base: DataPoint | None

    @property
    def subject(self) -> str:
        return self.key.canonical()

    def text(self, mark: str) -> str:
        written = self.entry.cell(mark)
        return clean_text(same_lines(written)) if written else ""


def omission_words(catalogue: Catalogue) -> Mapping[str, str]:
    """Return the codes of the reasons why there is no value, by themselves and by their words in lower case."""
    found = {code: code for code in OMISSIONS}
    for omission in OMISSIONS.values():
        words = catalogue.phrases[omission.phrase]
        found |= {words.get(language).casefold(): omission.code for language in LANGUAGES}
    return found


def is_filled(entry: Entry) -> bool:
    """Whether somebody has typed anything into the row of a value."""
    return any(entry.cell(mark).strip() for mark in TYPED) or entry.unsolved(VALUE)


def read_value_row(entry: Entry, key: Key, findings: Findings) -> None:
    """Note what a row brings for its value: nothing where it is as it was sent, or blank."""
    metric = findings.definitions.catalogue.metrics.get(key.metric)
    if metric is None or metric.formula is not None:
        if is_filled(entry):
            findings.wrong("form.unknown", key.canonical(), entry, VALUE, name=key.canonical())
        return
    _tell_overwritten(entry, key, findings)
    read_beside(entry, key.canonical(), findings)
    base = findings.bases.get(key)
    row = _Row(entry, key, metric, base if isinstance(base, DataPoint) else None)
    if not entry.has(VALUE) and not entry.has(OMISSION):
        findings.wrong("form.no_column", row.subject, entry, name=entry.sheet.title)
    elif entry.unsolved(VALUE):
        findings.wrong("form.formula", row.subject, entry, VALUE)
    else:
        _read(row, findings)


def _tell_overwritten(entry: Entry, key: Key, findings: Findings) -> None:
    """Tell what somebody has typed over the values of earlier years: nothing of it is taken."""
    for year, sent in findings.shown.get(key.canonical(), {}).items():
        mark = f"{SHOWN}{year}"
        written = same_lines(entry.cell(mark))
        if entry.has(mark) and written != sent and (written or entry.unsolved(mark)):
            findings.wrong("form.overwritten", key.canonical(), entry, mark, text=written, year=year, sent=sent)


def _read(row: _Row, findings: Findings) -> None:
    code = _omission(row, findings)
    point = None if code is None else _with_value(row, code, findings)
    if point is None:
        return
    point = marked(row.entry, _with_words(row, point), findings)
    if point != row.base:
        mark = VALUE if row.entry.has(VALUE) else OMISSION
        findings.offer(row.key, point, row.entry, mark)


def _omission(row: _Row, findings: Findings) -> str | None:
    """Return the code of the omission that is chosen, empty for none; None where nobody can say which is meant."""
    typed = row.text(OMISSION)
    if not row.entry.has(OMISSION):
        return row.base.omission if row.base and not row.text(VALUE) else ""
    if not typed:
        return ""
    code = findings.omissions.get(typed.casefold()) or find_omission(typed)
    if not code:
        findings.wrong("form.omission", row.subject, row.entry, OMISSION, text=typed)
        return None
    return code


def _with_value(row: _Row, omission: str, findings: Findings) -> DataPoint | None:
    """Return the point with the value that stands in the row; None where it brings none, or none that can be read."""
    written = same_lines(row.entry.cell(VALUE))
    unit = _unit(row, findings)
    base = row.base
    if (
        not omission
        and not unit
        and (written == as_read(value_written(base)) or _says_the_same(row, written, findings))
    ):
        return base if base is not None and not base.omission else _emptied(row, findings)
    catalogue = findings.definitions.catalogue
    parsed = parse_in_year(Written(written, unit), row.metric, catalogue, row.key.period)
    if parsed.problem:
        facts = problem_facts(parsed, row.metric)
        findings.unread(UNREAD[parsed.problem], row.subject, row.entry.place(VALUE), facts)
        return None
    if not omission and parsed.omission and not any(map(str.isalnum, written)):
        # A form has a column for reasons: a dash there may as well stand for "not yet".
        findings.wrong("form.dash", row.subject, row.entry, VALUE, text=parsed.typed)
        return None
    code = omission or parsed.omission
    if code and not parsed.empty and parsed.omission != code and not _is_base(row, written, findings):
        findings.wrong("form.both", row.subject, row.entry, OMISSION, text=parsed.typed)
        return None
    if parsed.empty and not code:
        return _emptied(row, findings)
    return _point(row, parsed, code, unit)


def _says_the_same(row: _Row, written: str, findings: Findings) -> bool:
    """Whether a label, in whatever language, stands for the value that was sent."""
    base = row.base
    if base is None or base.value is None or not row.metric.traits.labelled:
        return False
    return parse_value(written, row.metric, findings.definitions.catalogue).value == base.value


def _is_base(row: _Row, written: str, findings: Findings) -> bool:
    """Whether the value is the one that was sent: an omission chosen beside it takes its place."""
    same = written == as_read(value_written(row.base)) or _says_the_same(row, written, findings)
    return bool(written) and same


def _point(row: _Row, parsed: Parsed, omission: str, unit: str) -> DataPoint:
    base = row.base or DataPoint(row.key)
    if omission and base.omission == omission:
        return base
    if omission:
        typed = parsed.typed if parsed.omission else ""
        point = DataPoint(row.key, omission=omission, typed=typed, footnote=base.footnote)
        return replace(point, note=base.note, source=base.source, method=base.method)
    typed = f"{parsed.typed} {unit}" if unit else parsed.typed
    return replace(base, value=parsed.value, qualifier=parsed.qualifier, omission="", unread="", typed=typed)


def _emptied(row: _Row, findings: Findings) -> DataPoint | None:
    """A blank asks for nothing; where something stood or words are left it is told, and what stood stays."""
    if row.base is not None:
        findings.wrong("form.emptied", row.subject, row.entry, VALUE)
    elif any(row.entry.cell(mark).strip() for mark in _OF_A_VALUE):
        findings.wrong("form.no_value", row.subject, row.entry, VALUE)
    return None


def _unit(row: _Row, findings: Findings) -> str:
    """Return the unit that somebody has written in place of the one that was sent; empty where it is that one."""
    typed = row.text(UNIT)
    unit = findings.definitions.catalogue.units[row.metric.unit]
    own = {unit.code, unit.sign, *(unit.name.best(language) for language in LANGUAGES)}
    return typed if typed and typed not in own else ""


def _with_words(row: _Row, point: DataPoint) -> DataPoint:
    words = {name: row.text(mark) for name, mark in _WORDS.items() if row.entry.has(mark)}
    if point.omission and words.get("note") and not words.get("footnote"):
        # The only words of an omission explain it, and are therefore its footnote.
        words |= {"footnote": words["note"], "note": ""}
    return replace(point, **words)
