"""The row of a text in a form."""

from __future__ import annotations

from dataclasses import replace

from schema.exchange.forms.beside import read_beside
from schema.exchange.forms.layout import ACCEPT, TEXT
from schema.exchange.forms.offering import Findings
from schema.exchange.forms.rows import Entry
from schema.exchange.forms.written import LONGEST, as_read, is_yes
from schema.values.datapoint import SlotText
from schema.values.kept_things import canonical
from schema.values.parse import clean_text
from schema.values.subject import TextAt


def accepts(entry: Entry, findings: Findings) -> bool:
    """Whether somebody says that what was carried from last year still holds."""
    return is_yes(entry.cell(ACCEPT), "form.accept.yes", findings.definitions.catalogue)


def is_filled(entry: Entry) -> bool:
    """Whether somebody has typed anything into the row of a text."""
    return bool(entry.cell(TEXT).strip()) or entry.unsolved(TEXT)


def read_text_row(entry: Entry, at: TextAt, findings: Findings) -> None:
    """Note what a row brings for its text: nothing where the words are those that were sent, or blank."""
    subject, typed = canonical(at), clean_text(as_read(entry.cell(TEXT)))
    read_beside(entry, subject, findings)
    stood = findings.bases.get(at)
    base = stood if isinstance(stood, SlotText) else None
    if not entry.has(TEXT):
        findings.wrong("form.no_column", subject, entry, name=entry.sheet.title)
    elif entry.unsolved(TEXT):
        findings.wrong("form.formula", subject, entry, TEXT)
    elif not typed:
        if base is not None and base.text.strip() and len(base.text) <= LONGEST:
            findings.wrong("form.emptied", subject, entry, TEXT)
    elif base is None or typed != clean_text(as_read(base.text)):
        findings.offer(at, _written(at, base, typed), entry, TEXT)
    elif base.carried and accepts(entry, findings):
        findings.offer(at, replace(base, carried=""), entry, ACCEPT)


def _written(at: TextAt, base: SlotText | None, typed: str) -> SlotText:
    """Return the words as a person leaves them: no draft of a machine's any more."""
    origin = replace(base.origin, draft=False) if base is not None and base.origin is not None else None
    return SlotText(at.report, at.slot, at.language, typed, origin=origin)
