"""Footnotes: the same words are printed once; a value that an earlier report printed otherwise says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from exporters.assembly.anchors import note_anchor
from exporters.assembly.assembly import Assembly
from exporters.content import Block, Footnote, Inline, Inlines, NoteRef, Text, with_inlines
from schema.catalogue.assumptions import printed_definition
from schema.catalogue.definitions import Metric
from schema.grammar.reference import Key
from schema.grammar.spacing import closed_up
from schema.grammar.words import is_chinese
from schema.validation.fact_amounts import common_format
from schema.validation.fact_words import amount, page_words
from schema.values.datapoint import Restatement
from schema.values.display import Display
from schema.values.factor_trail import factors_behind
from schema.values.factor_words import factor_said
from schema.values.footnote_words import footnote_in
from schema.values.restatements import restatements_of

NO_NOTES: Mapping[str, int] = MappingProxyType({})


def note(words: str, defines: str = "") -> Footnote:
    """Return a footnote, to be numbered when the whole document is there."""
    return Footnote((Text(closed_up(words)),), defines=defines)


def definition_note(assembly: Assembly, metric: Metric) -> tuple[Footnote, ...]:
    """Return a metric's definition as a footnote; none where it has none, or in a release, which lists them."""
    words = printed_definition(metric, assembly.language) if assembly.outline.form == "report" else ""
    return (note(words, metric.code),) if words else ()


class NoteCount:
    """Numbers footnotes in reading order: words once and then referred to, a definition once."""

    def __init__(self, numbers: Mapping[str, int] = NO_NOTES, defined: Iterable[str] = ()) -> None:
        """Count on from what stands before: words with their numbers, metrics that are defined already."""
        self.numbers = dict(numbers)
        self.defined = set(defined)

    def fold(self, inlines: Inlines) -> Inlines:
        """Return a run of inlines with its footnotes numbered."""
        return tuple(part for inline in inlines for part in self._mark(inline))

    def _mark(self, inline: Inline) -> Inlines:
        if not isinstance(inline, Footnote):
            return (inline,)
        if inline.defines and inline.defines in self.defined:
            return ()
        self.defined.add(inline.defines)
        words = "".join(part.text for part in inline.inlines if isinstance(part, Text))
        if (known := self.numbers.get(words)) is not None:
            return (NoteRef(note_anchor(known), known),)
        self.numbers[words] = len(self.numbers) + 1
        return (replace(inline, anchor=note_anchor(self.numbers[words])),)


def numbered(blocks: Iterable[Block], count: NoteCount | None = None) -> tuple[Block, ...]:
    """Return blocks with footnotes numbered in reading order, behind those that `count` knows already."""
    counting = count or NoteCount()
    return tuple(with_inlines(block, counting.fold) for block in blocks)


def value_notes(assembly: Assembly, key: Key) -> tuple[Footnote, ...]:
    """Return the footnotes of a value: its own, and what earlier reports printed otherwise; mostly none."""
    # A release has no footnotes of values: its notes for editors list them.
    own = value_words(assembly, key) if assembly.outline.form == "report" else ""
    told = (own, factor_note_words(assembly, key), *restated_words(assembly, key))
    return tuple(note(words) for words in told if words)


def value_words(assembly: Assembly, key: Key) -> str:
    """Return the footnote that a person wrote for a value; never its note, which is internal.

    Chinese words alone are none for the readers of an English report: the open points ask for them in English.
    """
    point = assembly.snapshot.points.get(key)
    words = footnote_in(point.footnote, assembly.language) if point else ""
    return "" if not assembly.chinese and is_chinese(words) else words


def factor_note_words(assembly: Assembly, key: Key) -> str:
    """Return with which factors emissions of the report's year were computed, and where these come from.

    Empty for anything else, and in a release.
    """
    if assembly.outline.form != "report" or key.period != assembly.outline.year or key.span or key.entity:
        return ""
    versions = factors_behind(assembly.figures, key)
    said = assembly.punctuation.semicolon.join(
        factor_said(one, assembly.catalogue, assembly.language) for one in versions
    )
    return assembly.say("note.factors", text=said) if said else ""


def named_words(assembly: Assembly, key: Key) -> str:
    """Return a value's footnote and which value it is about, where no mark stands at it; empty where it has none."""
    words = value_words(assembly, key)
    return f"{assembly.name(key)} {key.period}{assembly.punctuation.colon}{words}" if words else ""


def restated_words(assembly: Assembly, key: Key, *, named: bool = False) -> Iterator[str]:
    """Yield what each restatement of a value says: what it was, where it was printed, and why it changed.

    `named` ones say which value they are about, where no mark stands at it.
    """
    outlines = assembly.moment.definitions.outlines
    for stated in restatements_of(assembly.figures, outlines, assembly.outline, key):
        words = _sentence(assembly, stated)
        yield f"{assembly.name(key)} {key.period}{assembly.punctuation.colon}{words}" if named else words


def _sentence(assembly: Assembly, stated: Restatement) -> str:
    metric, catalogue = assembly.catalogue.metrics[stated.key.metric], assembly.catalogue
    form = common_format((stated.old, stated.new), metric, catalogue)
    pages = page_words(stated.place, assembly.language)
    return assembly.say(
        "restated.note",
        old=amount(Display(metric, catalogue, assembly.language, form), stated.old),
        place=assembly.punctuation.comma.join(part for part in (stated.report, pages) if part),
        reason=assembly.words(stated.reason).rstrip("。.;； "),
    )
