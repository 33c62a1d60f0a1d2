"""Footnotes: the same words are printed once; a value that an earlier report printed otherwise says so."""

from __future__ import annotations

from collections.abc import Iterator

from exporters.assembly.desk import Desk, note_anchor
from exporters.content import Footnote, NoteRef, Text
from schema.catalogue.definitions import Catalogue
from schema.grammar.reference import Key
from schema.validation.fact_words import amount, common_format, page_words
from schema.values.datapoint import Restatement
from schema.values.restatements import restatements_of


def note(desk: Desk, words: str) -> Footnote | NoteRef:
    """Return a footnote; the same words are printed once and then only referred to."""
    known = desk.notes.notes.get(words)
    if known is not None:
        return NoteRef(note_anchor(known), known)
    number = len(desk.notes.notes) + 1
    desk.notes.notes[words] = number
    return Footnote((Text(words),), note_anchor(number))


def restated(desk: Desk, key: Key) -> tuple[Footnote | NoteRef, ...]:
    """Return the footnotes of a value that earlier reports printed otherwise; mostly none."""
    return tuple(note(desk, words) for words in restated_words(desk, key))


def restated_words(desk: Desk, key: Key, *, named: bool = False) -> Iterator[str]:
    """Yield what each restatement of a value says: what it was, where it was printed, and why it changed.

    `named` ones say which value they are about, where no mark stands at it.
    """
    for stated in restatements_of(desk.figures, desk.outlines, desk.outline, key):
        words = restated_sentence(stated, desk.catalogue, desk.language)
        yield f"{desk.name(key)} {key.period}{'：' if desk.chinese else ': '}{words}" if named else words


def restated_sentence(stated: Restatement, catalogue: Catalogue, language: str) -> str:
    """Return what was printed before, where, and why it changed."""
    metric = catalogue.metrics[stated.key.metric]
    form = common_format((stated.old, stated.new), metric, catalogue)
    pages = page_words(stated.place, language)
    joint = ", " if language == "en" else "，"
    return (
        catalogue.phrases["restated.note"]
        .best(language)
        .format(
            old=amount(stated.old, metric, catalogue, language, form),
            place=joint.join(part for part in (stated.report, pages) if part),
            reason=stated.reason.best(language).rstrip("。.;； "),
        )
    )
