"""What people did to the words of a control, and how today's number is put in their place."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from exporters.word.controls import content_of, key_of, parted, shown
from exporters.word.word_xml import Piece, W, drop_empty, pieces, splice, write
from schema.validation.statements.numerals import lead_of

_NUMBER = re.compile(r"[-−+]?\d[\d,，.]*\d|[-−+]?\d")
_SIGNS = re.compile(r"\s*(?:\+|＋|余|餘|多(?![\w]))")
_INLINE = (W + "p", W + "hyperlink", W + "ins", W + "smartTag", W + "sdtContent", W + "fldSimple")


@dataclass(frozen=True, slots=True)
class Typing:
    """The words of a control: those of the number from `start` to `end`; `over` where they are not what was printed."""

    words: str
    start: int
    end: int
    over: bool

    @property
    def added(self) -> bool:
        """Whether words of people stand before or behind the number."""
        return self.start > 0 or self.end < len(self.words)


def typing_of(control: Any, expected: Sequence[str]) -> Typing:
    """Return what was done to a control whose words should be one of these."""
    words = shown(control)
    for text in expected:
        if words.strip() == text.strip():
            return Typing(words, 0, len(words), over=False)
    for text in expected:
        at = _place(words, text)
        if at >= 0:
            return Typing(words, at, at + len(text), over=False)
    return _typed_over(words)


def _place(words: str, text: str) -> int:
    """Return where a number stands in words as a number of its own; -1 where it doesn't."""
    if not text:
        return -1
    for match in re.finditer(re.escape(text), words):
        before, after = words[: match.start()], words[match.end() :]
        if re.search(r"[\d.,，−-]$", before) and text[0].isdigit():
            continue
        if not (text[-1].isdigit() and re.match(r"\d|[.,，]\d", after)):
            return match.start()
    return -1


def _typed_over(words: str) -> Typing:
    number = _NUMBER.search(words)
    if number is None:
        return Typing(words, 0, len(words), over=True)
    start = number.start() - lead_of(words[: number.start()]).length
    sign = _SIGNS.match(words, number.end())
    return Typing(words, start, sign.end() if sign else number.end(), over=True)


def put(control: Any, typing: Typing, text: str, old: str) -> None:
    """Let a control say `text`; words of people go outside of it, on their side. `old` is what stood there."""
    content = content_of(control)
    found = list(pieces(content))
    is_inline = control.getparent().tag in _INLINE and content.find(W + "p") is None
    if typing.added and is_inline:
        for piece in reversed(list(_cut(found, typing.end, len(typing.words)))):
            control.addnext(piece)
        for piece in _cut(found, 0, typing.start):
            control.addprevious(piece)
    if not splice_number(found, typing, text, old):
        _write_new(control, content, text)
    elif is_inline or not typing.added:
        _leave_only(found, typing, text)


def splice_number(found: Sequence[Piece], typing: Typing, text: str, old: str) -> bool:
    """Put the number's words in place; a qualifier with a look of its own keeps it. False where there is no place."""
    head, rest = parted(text)
    old_head, _ = parted(old)
    first = next((piece.text for piece in found if piece.text), "")
    apart = old_head and head and first == old_head and typing.start == 0 and len(found) > 1
    if apart and splice(found, len(old_head), typing.end, rest):
        return splice([Piece(found[0].element, first)], 0, len(first), head)
    return splice(found, typing.start, typing.end, text)


def _cut(found: Sequence[Piece], start: int, end: int) -> Iterator[Any]:
    """Yield runs with the words of a stretch, looking and tracked as they do now."""
    place = 0
    for piece in found:
        low, high = max(start, place), min(end, place + len(piece.text))
        if low < high:
            yield _run_of(piece, piece.text[low - place : high - place])
        place += len(piece.text)


def _run_of(piece: Piece, words: str) -> Any:
    run = piece.element.getparent()
    new = run.makeelement(W + "r", dict(run.attrib))
    look = run.find(W + "rPr")
    if look is not None:
        new.append(copy.deepcopy(look))
    mark = copy.deepcopy(piece.element)
    mark.tail = None
    new.append(mark)
    if piece.is_text:
        write(mark, words)
    around = run.getparent()
    if around is None or around.tag != W + "ins":
        return new
    tracked = around.makeelement(W + "ins", dict(around.attrib))
    tracked.append(new)
    return tracked


def _leave_only(found: Sequence[Piece], typing: Typing, text: str) -> None:
    """Take everything but the number out of a control."""
    place = 0
    for piece in found:
        begin, end = place, place + len(piece.text)
        place = end
        inside = begin < typing.end and end > typing.start
        run = piece.element.getparent()
        if inside and piece.is_text:
            head, tail = max(typing.start - begin, 0), max(end - typing.end, 0)
            now = piece.element.text or ""
            write(piece.element, now[head : len(now) - tail if tail else None])
        elif piece.text or not text:
            run.remove(piece.element)
        drop_empty(run)


def _write_new(control: Any, content: Any, text: str) -> None:
    """Write into a control that has no words left."""
    place = next(content.iter(W + "p"), content)
    for run in [one for one in place if one.tag == W + "r"]:
        place.remove(run)
    run = place.makeelement(W + "r")
    look = control.find(f"{W}sdtPr/{W}rPr")
    if look is not None:
        run.append(copy.deepcopy(look))
    words = run.makeelement(W + "t")
    write(words, text)
    run.append(words)
    place.append(run)


def fold_copies(control: Any, key: str) -> bool:
    """Drop the copies of a control that LibreOffice puts right behind it where its words change script."""
    folded = False
    follower = control.getnext()
    while follower is not None and follower.tag == W + "sdt" and key_of(follower) == key:
        follower.getparent().remove(follower)
        follower, folded = control.getnext(), True
    return folded
