"""Words in WordprocessingML as elements: what a reader sees, and how a stretch of it is replaced in place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{NAMESPACE}}}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_MARKS = {W + "t": None, W + "tab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-"}
# What is shown nowhere once all tracked changes are accepted, what says the same again for old programs, what is
# a paragraph of its own (a text box).
_UNSEEN = frozenset((
    W + "del", W + "moveFrom", W + "pPr", W + "rPr", W + "sdtPr", W + "instrText", W + "txbxContent",
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one element: a w:t with its text, or a mark (tab, break) that has one character."""

    element: Any
    text: str

    @property
    def is_text(self) -> bool:
        """Whether its words can be changed."""
        return self.element.tag == W + "t"


def pieces(element: Any) -> Iterator[Piece]:
    """Yield what a reader sees of an element, in order; deleted words, field codes and text boxes are left out."""
    for child in element:
        tag = child.tag
        if tag in _MARKS:
            mark = _MARKS[tag]
            yield Piece(child, (child.text or "") if mark is None else mark)
        elif tag not in _UNSEEN:
            yield from pieces(child)


def words_of(element: Any) -> str:
    """Return what a reader sees of an element."""
    return "".join([piece.text for piece in pieces(element)])


def write(text: Any, words: str) -> None:
    """Put words into a w:t."""
    text.text = words or None  # an empty one is written as it is read again
    text.set(SPACE, "preserve")


def splice(found: Sequence[Piece], start: int, end: int, words: str) -> bool:
    """Replace the characters `start` to `end` of these pieces; the look is that of the first of them.

    False where they are not all plain words.
    """
    place, first = 0, True
    touched: list[tuple[Piece, int, int]] = []
    for piece in found:
        low, high = max(start, place), min(end, place + len(piece.text))
        if low < high or (start == end == place and piece.is_text and not touched):
            touched.append((piece, low - place, max(low, high) - place))
        place += len(piece.text)
    if not touched or not all(piece.is_text for piece, _, _ in touched):
        return False
    for piece, low, high in touched:
        write(piece.element, piece.text[:low] + (words if first else "") + piece.text[high:])
        first = False
    return True


def paragraph_of(element: Any) -> Any:
    """Return the paragraph in which an element stands; None where it stands in none."""
    return next(element.iterancestors(W + "p"), None)


def child_of(ancestor: Any, element: Any) -> Any:
    """Return the child of `ancestor` in which an element stands, or the element itself where it is one."""
    while element.getparent() is not ancestor:
        element = element.getparent()
    return element


def drop_empty(run: Any) -> None:
    """Remove a run that has no words left, and what held nothing but it."""
    while run is not None and run.tag in (W + "r", W + "ins", W + "hyperlink", W + "smartTag"):
        left = [child for child in run if child.tag != W + "rPr" and not (child.tag == W + "t" and not child.text)]
        parent = run.getparent()
        if left or parent is None:
            return
        parent.remove(run)
        run = parent
