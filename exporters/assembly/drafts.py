"""Words that a machine proposed: marked where they stand, with one remark that asks for them to be read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from exporters.assembly.assembly import Part
from exporters.content import Block, Inline, Inlines, Inner, Text, inner_with_inlines, with_inlines
from schema.values.datapoint import Origin


def draft_remark(part: Part, origin: Origin | None, name: str, ask: str) -> str:
    """Return the remark of a machine draft that asks for it to be read; an empty text where the words are none."""
    if origin is None or not origin.draft:
        return ""
    language = part.assembly.language_name(origin.language)
    return part.assembly.say("word.ask.draft", department=ask, language=language, name=name)


def marked(inlines: Inlines, remark: str) -> Inlines:
    """Return a draft's words lightly marked, each with the remark; words without one as they are."""
    return tuple(_marked(inline, remark) for inline in inlines) if remark else inlines


def _marked(inline: Inline, remark: str) -> Inline:
    return replace(inline, draft=True, remark=remark) if isinstance(inline, Text) else inline


def marked_blocks(blocks: Iterable[Inner], remark: str) -> tuple[Inner, ...]:
    """Return the blocks of a draft with their words marked."""
    return tuple(inner_with_inlines(block, lambda inlines: marked(inlines, remark)) for block in blocks)


def remarked_once(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return blocks that say each remark of a draft once, at the first of its words."""
    said: set[str] = set()

    def first(inline: Inline) -> Inline:
        if not isinstance(inline, Text) or not inline.draft or not inline.remark:
            return inline
        repeated = inline.remark in said
        said.add(inline.remark)
        return replace(inline, remark="") if repeated else inline

    return tuple(with_inlines(block, lambda inlines: tuple(map(first, inlines))) for block in blocks)
