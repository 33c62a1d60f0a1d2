"""What stands at a subject when two sides have gone on from one base: merged where they changed different parts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from schema.exchange.merging.paragraphs import merge_paragraphs
from schema.grammar.words import LANGUAGES
from schema.values.datapoint import Record, SlotText
from schema.values.evidence import Evidence
from schema.values.kept_things import Thing
from schema.values.records import from_plain, to_plain

# Of a field these are of one piece: a number, and the words that it was typed as.
_NUMBER = ("typed", "value", "qualifier")


class _Clash(Exception):
    """Both sides changed the same part."""


def combine(base: Thing | None, ours: Thing | None, theirs: Thing | None) -> Thing | None:
    """Return a text, a record or evidence with the changes of both sides; None where they changed the same part of it.

    Both sides count alike: exchanging them gives the same. Of all else there are no parts.
    """
    try:
        match base, ours, theirs:
            case SlotText(), SlotText(), SlotText():
                return _text(base, ours, theirs)
            case Record(), Record(), Record():
                return _record(base, ours, theirs)
            case (Evidence() | None, Evidence(), Evidence()):
                return _evidence(base, ours, theirs)
            case _:
                return None
    except _Clash:
        return None


def _text(base: SlotText, ours: SlotText, theirs: SlotText) -> SlotText:
    if not base.language:  # a picture
        raise _Clash
    text = _words(base.text, ours.text, theirs.text)
    return replace(
        ours,
        text=text,
        carried=_part(base.carried, ours.carried, theirs.carried),
        origin=_part(base.origin, ours.origin, theirs.origin),
    )


def _record(base: Record, ours: Record, theirs: Record) -> Record:
    plain = tuple(to_plain(record.fields) for record in (base, ours, theirs))
    columns = dict.fromkeys(code for fields in plain for code in fields)
    fields = {code: _field(*(side.get(code, {}) for side in plain)) for code in columns}
    return replace(
        ours,
        report=_part(base.report, ours.report, theirs.report),
        order=_part(base.order, ours.order, theirs.order),
        carried=_part(base.carried, ours.carried, theirs.carried),
        fields=from_plain({code: texts for code, texts in sorted(fields.items()) if texts}),
    )


def _evidence(base: Evidence | None, ours: Evidence, theirs: Evidence) -> Evidence:
    """The same file was attached on both sides: with the page that one side tells, under the first of two new names."""
    was = base or replace(ours, name="", page=0)
    changed = [side.name for side in (ours, theirs) if side.name != was.name]
    page: int = _part(was.page, ours.page, theirs.page)
    return replace(ours, name=min(changed, default=was.name), page=page)


def _field(base: Mapping[str, str], ours: Mapping[str, str], theirs: Mapping[str, str]) -> dict[str, str]:
    sides = (base, ours, theirs)
    number: dict[str, str] = _part(*({name: side[name] for name in _NUMBER if name in side} for side in sides))
    merged = dict(number)
    for language in LANGUAGES:
        merged[language] = _words(*(side.get(language, "") for side in sides))
        name = f"origin.{language}"
        merged[name] = _part(*(side.get(name, "") for side in sides))
    return {name: text for name, text in merged.items() if text}


def _words(base: str, ours: str, theirs: str) -> str:
    try:
        return _part(base, ours, theirs)
    except _Clash:
        text = merge_paragraphs(base, ours, theirs)
        if text is None:
            raise
        return text


def _part(base: Any, ours: Any, theirs: Any) -> Any:
    if theirs in (base, ours):
        return ours
    if ours == base:
        return theirs
    raise _Clash
