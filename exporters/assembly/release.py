"""A press release: what its text styles mean for each other, and the notes to editors at its end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from exporters.assembly.anchors import section_anchor
from exporters.assembly.assembly import Assembly
from exporters.assembly.footnotes import value_words
from exporters.content import Block, Callout, Heading, Inline, Paragraph, Table, Text, block_inlines
from exporters.content import LinkedNumber as Number
from schema.catalogue.assumptions import printed_definition
from schema.catalogue.outline import LINE_STYLES
from schema.grammar.reference import Key, parse_reference
from schema.grammar.spacing import closed_up
from schema.validation.fact_words import page_words
from schema.values.dates import show_date

_NOTES = "release.notes"


def release_blocks(assembly: Assembly, blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return a release's blocks: the headline in place of its section's title, the dateline before the words."""
    body = release_body(assembly, blocks)
    end = _end_of_news(body)
    return (*body[:end], *_notes(assembly, body), *body[end:])


def _end_of_news(blocks: Sequence[Block]) -> int:
    """Return where the news is over: behind the sign that says so (— 完 —), before what tells of the company."""
    heads = (number for number, block in enumerate(blocks) if isinstance(block, Heading))
    first = next(heads, len(blocks))
    signs = [n for n, block in enumerate(blocks) if isinstance(block, Paragraph) and block.style == "notice"]
    return signs[-1] + 1 if signs and signs[-1] > first else len(blocks)


def release_body(assembly: Assembly, blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return the blocks of a release without its notes to editors."""
    return tuple(_dated(assembly, _headed(tuple(blocks))))


def _headed(blocks: Sequence[Block]) -> Iterator[Block]:
    """Leave out the title of the section that has the headline; its first line takes the place of it."""
    anchor = ""
    for number, block in enumerate(blocks):
        if isinstance(block, Heading):
            block = replace(block, number="")
            if _has_headline(blocks[number + 1 :]):
                anchor = block.anchor
                continue
        elif anchor and isinstance(block, Paragraph):
            block, anchor = replace(block, anchor=anchor), ""
        yield block


def _has_headline(blocks: Sequence[Block]) -> bool:
    for block in blocks:
        if isinstance(block, Heading):
            return False
        if isinstance(block, Paragraph) and block.style == "headline":
            return True
    return False


def _dated(assembly: Assembly, blocks: Iterable[Block]) -> Iterator[Block]:
    """Let place and date begin the paragraph after them, as agencies print it."""
    before: Paragraph | None = None
    for block in blocks:
        if before is not None and isinstance(block, Paragraph) and block.style not in LINE_STYLES:
            dash, space = assembly.say("release.dash"), assembly.punctuation.space
            joint = Text(f"{space}{dash}{space}")
            block, before = replace(block, inlines=(*map(_bold, before.inlines), joint, *block.inlines)), None
        if before is not None:
            yield before
        before = block if isinstance(block, Paragraph) and block.style == "dateline" else None
        if before is None:
            yield block
    if before is not None:
        yield before


def _bold(inline: Inline) -> Inline:
    return replace(inline, bold=True) if isinstance(inline, Text) else inline


def _notes(assembly: Assembly, blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield what is to be known of the release's numbers, in the order of their first use.

    Those that open it or stand in its table are defined; of any other only a date of its own and who published it.
    """
    keys = [key for block in blocks for inline in block_inlines(block) for key in _keys_of(assembly, inline)]
    large = {key.metric for block in _opening(blocks) for i in block_inlines(block) for key in _keys_of(assembly, i)}
    said: dict[str, list[str]] = {}
    for code in dict.fromkeys(key.metric for key in keys):
        own = sorted((key for key in keys if key.metric == code), key=lambda key: -key.period)  # the newest is told of
        words = _note(assembly, own, defined=code in large)
        said.setdefault(words, []).append(assembly.words(assembly.catalogue.metrics[code].name))
    said.pop("", None)
    yield Heading(_NOTES, 1, assembly.say(_NOTES), section_anchor(_NOTES))
    yield Paragraph(f"{_NOTES}.year", "list", (Text(assembly.say_year("release.notes.year", assembly.outline.year)),))
    for number, (words, names) in enumerate(said.items(), 1):
        yield Paragraph(f"{_NOTES}.{number}", "list", _line(assembly, names, words))


def _opening(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the headline, what stands with it, and every table of figures."""
    for block in blocks:
        if isinstance(block, Table | Callout) or (isinstance(block, Paragraph) and block.style in LINE_STYLES):
            yield block


def _line(assembly: Assembly, names: Sequence[str], words: str) -> tuple[Text, Text]:
    """Return what several numbers may have in common once, behind all their names."""
    between = assembly.say("word.record.between").rstrip()
    marks = assembly.punctuation
    return Text(marks.listed(names) + between, bold=True), Text(marks.space + closed_up(words))


def _keys_of(assembly: Assembly, inline: Inline) -> tuple[Key, ...]:
    """Return the value that a number prints; of a change the one before, too."""
    reference = parse_reference(inline.reference) if isinstance(inline, Number) else None
    if reference is None or not isinstance(inline, Number) or reference.code not in assembly.catalogue.metrics:
        return ()
    key = reference.key(assembly.outline.year)
    return (key, replace(key, period=key.period - 1)) if inline.format.startswith("change") else (key,)


def _note(assembly: Assembly, keys: Sequence[Key], *, defined: bool) -> str:
    """Return a metric's definition, footnote and date of its first value, and who published what is only cited."""
    key = keys[0]
    definition = printed_definition(assembly.catalogue.metrics[key.metric], assembly.language) if defined else ""
    point = assembly.snapshot.points.get(key)
    date = point.as_of if point else ""
    dated = ""
    if date and date != assembly.catalogue.company.fiscal.last_day_of(key.period, key.span).isoformat():
        dated = assembly.say("release.notes.date", date=show_date(date, assembly.language))
    parts = (definition, value_words(assembly, key), dated, *dict.fromkeys(_source(assembly, one) for one in keys))
    return assembly.punctuation.space.join(part for part in parts if part)


def _source(assembly: Assembly, key: Key) -> str:
    """Return who published a number that the release only cites."""
    cited = assembly.figures.value(key).cited
    if cited is None:
        return ""
    publisher = assembly.words(assembly.catalogue.publishers[cited.report])
    page = page_words(cited.place, assembly.language)
    if key.period == assembly.outline.year:
        return assembly.say("release.notes.source", publisher=publisher, page=page)
    return assembly.say_year("release.notes.source_year", key.period, publisher=publisher, page=page)
