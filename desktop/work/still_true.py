"""A person's word that what last year's report said still holds: texts and records that were carried are so no more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from schema.errors import AnnalsError
from schema.grammar.reference import canonical_text
from schema.grammar.words import LANGUAGES
from schema.mistakes import near
from schema.moment import Moment
from schema.validation.issue import ListAt, write_subject
from schema.values.changes import Change, keep, thing_at
from schema.values.record_places import rows_by_block
from schema.values.subject import TextAt, write_text


def still_true(moment: Moment, report: str, subjects: Sequence[str]) -> tuple[Change, ...]:
    """Return what confirms the carried texts (in all languages) and lists of a report that these subjects name.

    AnnalsError cli.not_carried where nothing is carried at one of them.
    """
    carried = confirmations(moment, report)
    changes: dict[str, Change] = {}
    for named in subjects:
        found = carried.get(canonical_text(named))
        if not found:
            known = sorted({about[0] for _, (about, _) in _carried(moment, report)})
            raise AnnalsError("cli.not_carried", subject=named, report=report, near=near(named, known))
        changes |= found
    return tuple(changes.values())


def confirmations(moment: Moment, report: str) -> Mapping[str, Mapping[str, Change]]:
    """Return, by what may name a carried text, list or record, what confirms it: a change by the subject of each."""
    found: dict[str, dict[str, Change]] = {}
    for place, (about, change) in _carried(moment, report):
        for named in about:
            found.setdefault(named, {})[place] = change
    return found


def _carried(moment: Moment, report: str) -> Iterator[tuple[str, tuple[tuple[str, ...], Change]]]:
    """Yield each carried text and record, by its subject, with what may name it and what confirms it."""
    for kept, slot, language in moment.snapshot.carried:
        text = thing_at(moment.snapshot, at := TextAt(kept, slot, language))
        if kept == report and text is not None:
            names = [write_text(TextAt(report, slot, one)) for one in ("", *LANGUAGES)]
            yield write_text(at), (tuple(names), keep(replace(text, carried="")))
    for block, rows in rows_by_block(moment.outline(report), moment.snapshot).items():
        for record in rows:
            if record.carried:
                names = (write_subject(ListAt(report, block)), record.key.canonical())
                yield record.key.canonical(), (names, keep(replace(record, carried="")))
