"""Words as people type them: bold, linked numbers, fields of the company."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from exporters.assembly.anchors import block_anchor
from exporters.assembly.assembly import Assembly
from exporters.assembly.footnotes import value_notes
from exporters.assembly.gaps import reference_gap
from exporters.assembly.numbers import Shown, linked
from exporters.content import BlockRef, Gap, Inline, Inlines, LinkedNumber, Text
from schema.catalogue.block_references import is_block_reference, referred_block
from schema.catalogue.factors import FactorVersion
from schema.catalogue.number_format import tells_value
from schema.catalogue.record_numbers import metric_of
from schema.grammar.decimals import plain
from schema.grammar.linked import BrokenLink, parse_linked
from schema.grammar.linked import LinkedNumber as Link
from schema.grammar.reference import Key, parse_record, value_key
from schema.grammar.spacing import closed_up
from schema.validation.statements.direction import said_direction
from schema.values.own_words import own_words


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a link stands: in bold words or not, behind which words."""

    bold: bool
    before: str

    def text(self, words: str) -> Text:
        return Text(words, self.bold)


def inlines(assembly: Assembly, text: str) -> Inlines:
    """Return a paragraph's words, bold where `**` says so, with linked numbers."""
    parts: list[Inline] = []
    bold = False
    for piece in parse_linked(closed_up(text)):
        if not isinstance(piece, str):
            before = parts[-1].text.rstrip() if parts and isinstance(parts[-1], Text) else ""
            parts.extend(_link(assembly, piece, _Place(bold, before)))
            continue
        for number, words in enumerate(piece.split("**")):
            bold = bold != (number > 0)
            parts += [Text(words, bold)] if words else []
    return tuple(merged(parts))


def _link(assembly: Assembly, piece: Link | BrokenLink, place: _Place) -> Inlines:
    if isinstance(piece, BrokenLink):
        return (reference_gap(assembly, piece.written),)
    words = own_words(piece.reference.code, assembly.catalogue, assembly.year, assembly.language)
    if words is not None:
        return (place.text(closed_up(words)),)
    if is_block_reference(piece.reference.code):
        return (_block(assembly, piece, place),)
    key = piece.reference.key(assembly.year)
    if key.metric.startswith("factor."):
        return _factor(assembly, key, piece.format)
    if piece.reference.wildcard or not _is_known(assembly, key):
        return (reference_gap(assembly, piece.written),)
    shown = _directed(assembly, linked(assembly, key, piece.format), piece, place.before)
    if tells_value(piece.format) and assembly.figures.value(key).untold:
        # A sentence that has to be reworded: in brackets, like each placeholder.
        shown = Shown(replace(shown.number, state="missing"), *assembly.punctuation.placeholder)
    parts = (place.text(shown.before), shown.number, place.text(shown.after))
    marks = value_notes(assembly, key) if tells_value(piece.format) else ()
    return (*with_words(parts), *marks)


def _block(assembly: Assembly, piece: Link, place: _Place) -> Inline:
    """Return a reference to a table or figure, which is told when all of them are counted."""
    block = referred_block(assembly.outline, piece.reference.code)
    if block is None:
        return reference_gap(assembly, piece.written)
    return BlockRef(block_anchor(block.id), piece.written, bold=place.bold)


def with_words(parts: Iterable[Inline]) -> Inlines:
    """Return inlines without words that are empty."""
    return tuple(part for part in parts if not isinstance(part, Text) or part.text)


def plain_words(inlines: Inlines) -> str:
    """Return inlines as bare words."""
    return "".join(part.text for part in inlines if isinstance(part, Text | LinkedNumber | Gap))


def _is_known(assembly: Assembly, key: Key) -> bool:
    if key.metric in assembly.catalogue.metrics:
        return assembly.catalogue.reports(key.entity)
    address = parse_record(key.metric)
    kept = assembly.snapshot.records, assembly.moment.withheld.records
    there = address is not None and any(address[0] in records for records in kept)
    return there and metric_of(assembly.catalogue, key.metric) is not None


def _directed(assembly: Assembly, shown: Shown, piece: Link, before: str) -> Shown:
    """Let the text's own 增长 or 下降 stand; where it says the other direction than the data, ask."""
    said = said_direction(before, assembly.language)
    if "change" not in piece.format or shown.number.state != "value" or not said:
        return shown
    number = shown.number
    if (said == "down") == number.raw.startswith("-"):
        return replace(shown, before="")
    remark = assembly.say("word.change.wrong", name=number.name, size=number.raw)
    return replace(shown, before="", number=replace(number, remark=remark))


def _factor(assembly: Assembly, key: Key, format_text: str) -> Inlines:
    """Return a constant with its unit, or a placeholder where none is in force in the report's year."""
    version = assembly.figures.factor(key.metric.removeprefix("factor."), key.period)
    reference = key.canonical()
    identity = value_key(reference, format_text)
    if version is None:
        gap = assembly.say("word.gap.value")
        remark = assembly.say("word.ask.reference", written=reference)
        return (LinkedNumber(reference, format_text, identity, "", gap, "", key.metric, "missing", remark),)
    number = factor_number(assembly, key, format_text, version)
    return (number, Text(assembly.punctuation.space + number.unit))


def factor_number(assembly: Assembly, key: Key, format_text: str, version: FactorVersion) -> LinkedNumber:
    """Return a constant as a report prints it, in the version that is in force."""
    value, reference = plain(version.value), key.canonical()
    units = (assembly.catalogue.units.get(code) for code in version.unit.split("/"))
    unit = "/".join(assembly.words(known.name) for known in units if known)
    identity = value_key(reference, format_text)
    return LinkedNumber(reference, format_text, identity, value, value, unit, assembly.words(version.name))


def merged(inlines: Iterable[Inline]) -> Iterator[Inline]:
    """Join neighbouring words that look alike."""
    pending: Text | None = None
    for inline in inlines:
        if isinstance(inline, Text) and pending is not None and replace(pending, text=inline.text) == inline:
            pending = replace(pending, text=pending.text + inline.text)
            continue
        if pending is not None:
            yield pending
        pending = inline if isinstance(inline, Text) else None
        if pending is None:
            yield inline
    if pending is not None:
        yield pending
