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
    return _with_sign(blocks, Text(assembly.say("word.pending.sign"), pending=True))


def unconfirmed(assembly: Assembly, blocks: Sequence[Part], ask: str) -> tuple[Part, ...]:
    """Return the blocks of a quotation marked as not agreed to; `ask` is the department that is asked for it."""
    remark = assembly.say("word.ask.quote", department=ask)
    return _with_sign(blocks, Text(assembly.say("word.quote.unconfirmed"), pending=True, remark=remark))


def _with_sign(blocks: Sequence[Part], sign: Text) -> tuple[Part, ...]:
    for place in range(len(blocks) - 1, -1, -1):
        if (last := _signed(blocks[place], sign)) is not None:
            return (*blocks[:place], last, *blocks[place + 1 :])
    return tuple(blocks)


def _signed(block: Part, sign: Text) -> Part | None:
    match block:
        case Paragraph():
            return replace(block, inlines=(*block.inlines, sign))
        case Table():
            return replace(block, notes=(*block.notes, (sign,)))
        case Frame():
            return replace(block, blocks=_with_sign(block.blocks, sign))
        case _:
            return None
