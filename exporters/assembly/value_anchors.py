"""The bookmarks of values: an index leads to the page of the number itself, not to its section."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from exporters.assembly.anchors import value_anchor
from exporters.content import Block, Index, LinkedNumber, Pages, block_inlines, with_numbers
from schema.grammar.reference import parse_reference


def with_value_anchors(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return blocks in which the first number of each metric that an index leads to has its bookmark."""
    wanted = {
        place.anchor
        for block in blocks
        if isinstance(block, Index)
        for inline in block_inlines(block)
        if isinstance(inline, Pages)
        for place in inline.places
    }
    seen: set[str] = set()
    return tuple(with_numbers(block, _marking(block.id, wanted, seen)) for block in blocks)


def _marking(block: str, wanted: Iterable[str], seen: set[str]) -> Callable[[LinkedNumber], LinkedNumber]:
    def mark(number: LinkedNumber) -> LinkedNumber:
        reference = parse_reference(number.reference)
        anchor = value_anchor(block, reference.code) if reference else ""
        if anchor not in wanted or anchor in seen:
            return number
        seen.add(anchor)
        return replace(number, anchor=anchor)

    return mark
