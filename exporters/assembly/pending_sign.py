"""The sign behind words and records that were asked for and that nobody has approved yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from exporters.assembly.assembly import Assembly
from exporters.content import Block, Frame, Inner, Paragraph, Table, Text

Part = TypeVar("Part", Block, Inner)


def signed(assembly: Assembly, blocks: Sequence[Part]) -> tuple[Part, ...]:
    """Return blocks with the sign at the end of the last one that has words."""
    sign = Text(assembly.say("word.pending.sign"), pending=True)
    for place in range(len(blocks) - 1, -1, -1):
        if (last := _signed(assembly, blocks[place], sign)) is not None:
            return (*blocks[:place], last, *blocks[place + 1 :])
    return tuple(blocks)


def _signed(assembly: Assembly, block: Part, sign: Text) -> Part | None:
    match block:
        case Paragraph():
            return replace(block, inlines=(*block.inlines, sign))
        case Table():
            return replace(block, notes=(*block.notes, (sign,)))
        case Frame():
            return replace(block, blocks=signed(assembly, block.blocks))
        case _:
            return None
