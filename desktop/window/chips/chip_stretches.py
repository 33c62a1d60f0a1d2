"""What stands in the document of a text, in order: words, chips, and the signs between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument, QTextFormat

from desktop.window.chips.chip_table import Mark, marks_of
from schema.grammar.linked import escaped

CHIP = QTextFormat.ObjectTypes.UserObject.value + 1  # the type of a chip's character
SIGN = "\ufffc"
WRITTEN = QTextFormat.Property.UserProperty.value + 1
NUMBER = WRITTEN + 1


@dataclass(frozen=True, slots=True)
class ChipAt:
    """A chip at a position of the document: its number in it, and how it is written in the text."""

    position: int
    number: int
    written: str


# Words as they print with the position where they begin, a chip, or what a table has between its cells.
Stretch = tuple[int, str] | ChipAt | Mark


def units(text: str) -> int:
    """Return the length of words as Qt counts, in units of UTF-16."""
    return len(text) + sum(sign > "\uffff" for sign in text)


def chip_of(form: QTextFormat, position: int = 0) -> ChipAt | None:
    """Return the chip that a format makes; None where it is one of words."""
    if form.objectType() != CHIP:
        return None
    return ChipAt(position, int(form.property(NUMBER)), str(form.property(WRITTEN)))


def chip_in(document: QTextDocument, position: int) -> ChipAt | None:
    """Return the chip at a position of a document."""
    if document.characterAt(position) != SIGN:
        return None
    cursor = QTextCursor(document)
    cursor.setPosition(position + 1)
    return chip_of(cursor.charFormat(), position)


def stretches(document: QTextDocument, begin: int = 0, end: int | None = None) -> Iterator[Stretch]:
    """Yield what stands in a document, or between two of its positions, in order; a new line is words of its own."""
    last = document.characterCount() - 1 if end is None else end
    marks = marks_of(document, _content)
    block = document.findBlock(begin)
    while block.isValid() and block.position() <= last:
        if block.position() > begin:
            yield marks.get(block.position() - 1) or (block.position() - 1, "\n")
        found = _of_block(block, max(begin, block.position()), min(last, block.position() + block.length() - 1))
        yield from _in_cell(found) if marks and QTextCursor(block).currentTable() is not None else found
        block = block.next()


def _content(block: QTextBlock) -> str:
    return written(_of_block(block, block.position(), block.position() + block.length() - 1))


def _in_cell(found: Iterable[Stretch]) -> Iterator[Stretch]:
    """In a table a bar that is meant as one has a sign before it."""
    for one in found:
        if not isinstance(one, tuple):
            yield one
            continue
        position, words = one
        for number, part in enumerate(words.split("|")):
            if number:
                yield Mark(position, "\\|", "|")
                position += 1
            if part:
                yield position, part
            position += units(part)


def _of_block(block: QTextBlock, begin: int, end: int) -> Iterator[Stretch]:
    words, cursor = block.text(), QTextCursor(block)
    if units(words) != len(words):
        yield from _of_fragments(block, begin, end)
        return
    start, base = begin - block.position(), block.position()
    stop = end - base
    while (place := words.find(SIGN, start, stop)) >= 0:
        cursor.setPosition(base + place + 1)
        chip = chip_of(cursor.charFormat(), base + place)
        if place > start:
            yield base + start, words[start:place]
        yield chip or (base + place, SIGN)
        start = place + 1
    if start < stop:
        yield base + start, words[start:stop]


def _of_fragments(block: QTextBlock, begin: int, end: int) -> Iterator[Stretch]:
    """Characters outside the first plane count twice: here each is counted."""
    cursor, position, start, words = QTextCursor(block), block.position(), begin, ""
    for sign in block.text():
        if begin <= position < end:
            cursor.setPosition(position + 1)
            chip = chip_of(cursor.charFormat(), position) if sign == SIGN else None
            if chip is not None:
                if words:
                    yield start, words
                yield chip
                start, words = position + 1, ""
            else:
                words += sign
        position += units(sign)
    if words:
        yield start, words


def written(found: Iterable[Stretch]) -> str:
    """Return stretches as a text stores them."""
    return "".join(escaped(one[1]) if isinstance(one, tuple) else one.written for one in found)
