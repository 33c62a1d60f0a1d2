"""A line of a text as it is written and as Word prints it, piece by piece, so that words edited there find back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from exporters.assembly.assembly import Assembly
from exporters.assembly.linked_text import inlines
from exporters.content import Gap, Inline, LinkedNumber, Text
from schema.grammar.linked import escaped, parse_linked
from schema.grammar.spacing import closed_up

_LINK = re.compile(r"(?<!\{)\{(?!\{)")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a line: as it is `written`, and as the draft says it, numbers as links; `plain` words may change."""

    written: str
    said: str
    plain: bool


def printed_line(assembly: Assembly, line: str) -> tuple[Piece, ...]:
    """Return the pieces of a line."""
    return tuple(_pieces(assembly, line))


def _pieces(assembly: Assembly, line: str) -> Iterator[Piece]:
    before = ""
    for piece in parse_linked(closed_up(line)):
        if isinstance(piece, str):
            for number, words in enumerate(piece.split("**")):
                if number:
                    yield Piece("**", "", plain=False)
                if words:
                    yield Piece(escaped(words), escaped(words), plain=True)
            before = piece.replace("**", "")
            continue
        # With the words before it: they may say the direction of a change.
        whole = "".join(map(_said, inlines(assembly, escaped(before) + piece.written)))
        yield Piece(piece.written, whole[len(escaped(before)) :], plain=False)
        before = ""


def _said(inline: Inline) -> str:
    match inline:
        case Text() | Gap():
            return escaped(inline.text)
        case LinkedNumber():
            if not inline.raw:
                return escaped(inline.text)
            return f"{{{inline.reference}|{inline.format}}}" if inline.format else f"{{{inline.reference}}}"
        case _:
            return ""  # a field, a note's mark


def rewritten(pieces: tuple[Piece, ...], said: str) -> str | None:
    """Return a line as it has to be written so that the draft says `said`; None where links were touched."""
    old = "".join(piece.said for piece in pieces)
    kept, added = [True] * len(old), dict[int, str]()
    for name, start, end, begin, stop in SequenceMatcher(None, old, said, autojunk=False).get_opcodes():
        if name != "equal":
            kept[start:end] = [False] * (end - start)
            if stop > begin:
                added[start] = said[begin:stop]
    if any(_LINK.search(words) for words in added.values()):
        return None
    return _joined(pieces, kept, added)


def _joined(pieces: tuple[Piece, ...], kept: list[bool], added: dict[int, str]) -> str | None:
    line, place = "", 0
    for piece in pieces:
        end = place + len(piece.said)
        line += added.pop(place, "") if piece.said or piece is pieces[-1] else ""
        if piece.plain:
            for at in range(place, end):
                line += (added.pop(at, "")) + (piece.said[at - place] if kept[at] else "")
        elif not all(kept[place:end]) or any(place < at < end for at in added):
            return None
        else:
            line += piece.written
        place = end
    return line + added.pop(place, "")
