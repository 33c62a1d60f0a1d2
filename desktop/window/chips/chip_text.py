"""A text in a document: its linked numbers are chips, all else stands as it will print; both ways nothing is lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count

from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument, QTextFormat

from desktop.window.chips.printed import Printed, printed
from desktop.window.session.desk import Desk
from schema.grammar.linked import escaped, parse_linked

CHIP = QTextFormat.ObjectTypes.UserObject.value + 1  # the type of a chip's character
SIGN = "\ufffc"
_WRITTEN = QTextFormat.Property.UserProperty.value + 1
_NUMBER = _WRITTEN + 1


@dataclass(frozen=True, slots=True)
class ChipAt:
    """A chip at a position of the document: its number in it, and how it is written in the text."""

    position: int
    number: int
    written: str


# Words as they print with the position where they begin, or a chip.
Stretch = tuple[int, str] | ChipAt


def units(text: str) -> int:
    """Return the length of words as Qt counts, in units of UTF-16."""
    return len(text) + sum(sign > "\uffff" for sign in text)


def chip_of(form: QTextFormat, position: int = 0) -> ChipAt | None:
    """Return the chip that a format makes; None where it is one of words."""
    if form.objectType() != CHIP:
        return None
    return ChipAt(position, int(form.property(_NUMBER)), str(form.property(_WRITTEN)))


def stretches(document: QTextDocument, begin: int = 0, end: int | None = None) -> Iterator[Stretch]:
    """Yield what stands in a document, or between two of its positions, in order; a new line is words of its own."""
    last = document.characterCount() - 1 if end is None else end
    block = document.findBlock(begin)
    while block.isValid() and block.position() <= last:
        if block.position() > begin:
            yield block.position() - 1, "\n"
        yield from _of_block(block, max(begin, block.position()), min(last, block.position() + block.length() - 1))
        block = block.next()


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
    return "".join(one.written if isinstance(one, ChipAt) else escaped(one[1]) for one in found)


def _pieces(text: str) -> Iterator[Stretch]:
    """Yield the stretches that a stored text would make; their positions do not count."""
    for piece in parse_linked(text):
        yield (0, piece) if isinstance(piece, str) else ChipAt(0, 0, piece.written)


def _signs(found: Iterable[Stretch]) -> list[str]:
    """Return what a cursor passes in one step, as a text stores it: letters, doubled braces, chips."""
    signs: list[str] = []
    for one in found:
        signs += [one.written] if isinstance(one, ChipAt) else map(escaped, one[1])
    return signs


def _room(sign: str) -> int:
    """Return how many places of a document a sign takes; a chip has one."""
    return 2 if sign > "\uffff" else 1


def _alike(one: list[str], other: list[str]) -> int:
    """Return how many signs two texts have in common from the beginning."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (mine, yours) in pairs if mine != yours), min(len(one), len(other)))


class ChipText:
    """A document and what its chips show; each chip has a number of its own, for as long as the document lives."""

    def __init__(self, desk: Desk, language: str, document: QTextDocument) -> None:
        self._desk, self._language, self.document = desk, language, document
        self.shown: dict[int, Printed] = {}
        self._numbers = count(1)
        self.line = QTextBlockFormat()

    def fill(self, text: str) -> None:
        """Show a text in the place of whatever stood there."""
        self.shown.clear()
        cursor = QTextCursor(self.document)
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.removeSelectedText()
        cursor.setBlockFormat(self.line)
        self.insert(cursor, text)
        cursor.endEditBlock()

    def put(self, text: str) -> QTextCursor:
        """Write only what differs of a text; return the cursor behind it."""
        old, new = _signs(stretches(self.document)), _signs(_pieces(text))
        start = _alike(old, new)
        end = _alike(old[start:][::-1], new[start:][::-1])
        cursor = QTextCursor(self.document)
        cursor.setPosition(sum(map(_room, old[:start])))
        length = sum(map(_room, old[start : len(old) - end]))
        cursor.setPosition(cursor.position() + length, QTextCursor.MoveMode.KeepAnchor)
        self.insert(cursor, "".join(new[start : len(new) - end]))
        return cursor

    def insert(self, cursor: QTextCursor, text: str) -> None:
        """Put a text in the place of what is chosen, its linked numbers as chips."""
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        plain, before = QTextCharFormat(), ""
        for piece in parse_linked(text):
            if isinstance(piece, str):
                cursor.insertText(piece, plain)
                before = piece
                continue
            number = next(self._numbers)
            self.shown[number] = printed(self._desk, piece, self._language, before)
            before = self.shown[number].words
            form = QTextCharFormat()
            form.setObjectType(CHIP)
            form.setProperty(_WRITTEN, piece.written)
            form.setProperty(_NUMBER, number)
            cursor.insertText(SIGN, form)
        cursor.endEditBlock()

    def read(self) -> str:
        """Return the text as it is stored."""
        return written(stretches(self.document))

    def printed(self, begin: int = 0, end: int | None = None) -> str:
        """Return what stands in the document, or between two positions, as it will print."""
        found = stretches(self.document, begin, end)
        return "".join(self.look(one).words if isinstance(one, ChipAt) else one[1] for one in found)

    def chips(self) -> list[ChipAt]:
        """Return the chips of the document in order."""
        return [one for one in stretches(self.document) if isinstance(one, ChipAt)]

    def look(self, chip: ChipAt) -> Printed:
        """Return what a chip shows; one that came from elsewhere (undone, moved) is looked up."""
        if chip.number not in self.shown:
            (piece,) = parse_linked(chip.written)
            self.shown[chip.number] = Printed(piece) if isinstance(piece, str) else self._printed(chip, "")
        return self.shown[chip.number]

    def _printed(self, chip: ChipAt, before: str) -> Printed:
        piece = parse_linked(chip.written)[0]
        return Printed(piece) if isinstance(piece, str) else printed(self._desk, piece, self._language, before)

    def renew(self, *, changes: bool = False) -> bool:
        """Look all chips up again, or only those that tell a change, which follow the words before them."""
        before, differs = "", False
        for one in stretches(self.document):
            if not isinstance(one, ChipAt):
                before = one[1] if one[1] != "\n" else before + "\n"
                continue
            if not changes or "change" in one.written:
                now = self._printed(one, before)
                if now != self.shown.get(one.number):
                    self.shown[one.number] = now
                    self.document.markContentsDirty(one.position, 1)
                    differs = True
            before = self.look(one).words
        return differs

    def missing(self) -> int:
        """Return how many numbers have no value yet, or name nothing."""
        return sum(self.look(chip).state != "value" for chip in self.chips())

    def position(self, place: int) -> int:
        """Return where in the document a character of the stored text is; in a chip its end."""
        passed = end = 0
        for one in stretches(self.document):
            stored = one.written if isinstance(one, ChipAt) else escaped(one[1])
            if passed + len(stored) > place:
                return _within(one, place - passed)
            passed += len(stored)
            end = one.position + 1 if isinstance(one, ChipAt) else one[0] + units(one[1])
        return end


def _within(one: Stretch, place: int) -> int:
    if isinstance(one, ChipAt):
        return one.position + (place > 0)
    position, words = one
    length = next((n for n in range(len(words) + 1) if len(escaped(words[:n])) >= place), len(words))
    return position + units(words[:length])
