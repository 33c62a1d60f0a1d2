"""A table's cell that says something else now: its words are changed, its look and its linked numbers are kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from exporters.word.controls import key_of
from exporters.word.word_xml import Piece, W, pieces, splice

_Part = tuple[str, list[Piece]]  # the key of a linked number, or an empty text, with the words


def renew_cell(cell: Any, now: Any) -> None:
    """Let a cell say what `now`, a cell that was written anew, says."""
    ours, theirs = list(cell.iterchildren(W + "p")), list(now.iterchildren(W + "p"))
    if len(ours) == len(theirs) and all(_renew(p, other) for p, other in zip(ours, theirs, strict=True)):
        return
    for paragraph in ours:
        cell.remove(paragraph)
    for paragraph in theirs:
        cell.append(paragraph)


def _renew(paragraph: Any, now: Any) -> bool:
    """Change the words between linked numbers; False where there are other numbers, or words where were none."""
    ours, theirs = _parts(paragraph), _parts(now)
    if [key for key, _ in ours] != [key for key, _ in theirs]:
        return False
    for (key, found), (_, wanted) in zip(ours, theirs, strict=True):
        words, said = _words(found), _words(wanted)
        if not key and words != said and not splice(found, 0, len(words), said):
            return False
    return True


def _parts(paragraph: Any) -> list[_Part]:
    """Return words and linked numbers by turns, beginning and ending with words."""
    parts: list[_Part] = [("", [])]
    control: Any = None
    for piece in pieces(paragraph):
        own = next((one for one in piece.element.iterancestors(W + "sdt") if key_of(one)), None)
        if own is not None and own is not control:
            parts += [(key_of(own), []), ("", [])]
        control = own
        parts[-2 if own is not None else -1][1].append(piece)
    return parts


def _words(found: Sequence[Piece]) -> str:
    return "".join(piece.text for piece in found)
