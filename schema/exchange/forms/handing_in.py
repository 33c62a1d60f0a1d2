"""Whether a form hands its share in: it says so itself, and what is still blank needs a reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from schema.exchange.forms.layout import ENTRY, FINISHED, PERSON, WHY
from schema.exchange.forms.offering import Findings
from schema.exchange.forms.rows import Entry
from schema.exchange.forms.written import is_yes
from schema.grammar.reference import Key
from schema.grammar.times import stamp
from schema.validation.issue import ListAt, write_subject
from schema.values.datapoint import DataPoint, Record, SlotText
from schema.values.kept_things import Thing, canonical
from schema.values.parse import clean_text
from schema.values.record_places import home
from schema.values.requests import Step
from schema.values.subject import TextAt

_SHOWN = 3  # of what is blank, so many are named


def typed_name(lines: Sequence[Entry]) -> str:
    """Return the name that somebody has typed on the first sheet; empty for none."""
    return " ".join(_line(lines, PERSON).split())


def handed_in(lines: Sequence[Entry], findings: Findings, lists: Iterable[str]) -> Step | None:
    """Return how the share was handed in; None where the form does not say so, or is blank in part without a reason.

    `lists` are the blocks that the form has rows for.
    """
    marked = next((row for row in lines if row.key == FINISHED), None)
    if marked is None or not is_yes(_line(lines, FINISHED), "form.finished.yes", findings.definitions.catalogue):
        return None
    why, blank = _line(lines, WHY), list(_blank(findings, lists))
    if blank and not why:
        facts = {"count": str(len(blank)), "list": ", ".join(blank[:_SHOWN])}
        findings.unread("form.unfinished", "", marked.place(ENTRY), facts)
        return None
    filling = findings.filling
    return Step(filling.who, stamp(filling.at), why)


def _line(lines: Sequence[Entry], key: str) -> str:
    return next((clean_text(row.cell(ENTRY)).strip() for row in lines if row.key == key), "")


def _blank(findings: Findings, lists: Iterable[str]) -> Iterator[str]:
    """Yield what a form asks for and nobody has filled in, neither before nor in it."""
    for subject, base in findings.bases.items():
        offer = findings.offers.get(subject)
        thing = offer.theirs if offer else base
        if isinstance(subject, Key | TextAt) and not _is_there(thing):
            yield canonical(subject)
    things = (offer.theirs for offer in findings.offers.values())
    records = (thing for thing in (*things, *findings.bases.values()) if isinstance(thing, Record))
    here = {home(findings.outline, record) for record in records if not record.carried}
    yield from (write_subject(ListAt(findings.outline.code, block)) for block in lists if block not in here)


def _is_there(thing: Thing | None) -> bool:
    match thing:
        case DataPoint():
            return thing.value is not None or bool(thing.omission)
        case SlotText():
            return bool(thing.text.strip()) and not thing.carried
        case _:
            return False
