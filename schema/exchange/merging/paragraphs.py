"""A text that two people changed: merged by paragraphs where they changed different ones."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PARAGRAPH = re.compile(r"(\n*)([^\n]+)")


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """The words of one paragraph, and the line ends before it."""

    lead: str
    words: str


@dataclass(frozen=True, slots=True)
class _Edit:
    """The paragraphs from `start` to before `end` became `new`.

    It touches what it replaces and, unless one paragraph became one other, also the seams beside them.
    """

    start: int
    end: int
    new: tuple[str, ...]

    @property
    def touched(self) -> frozenset[tuple[str, int]]:
        paragraphs = {("paragraph", at) for at in range(self.start, self.end)}
        if len(self.new) == 1 and self.end == self.start + 1:
            return frozenset(paragraphs)
        return frozenset(paragraphs | {("seam", at) for at in range(self.start, self.end + 1)})


def merge_paragraphs(base: str, ours: str, theirs: str) -> str | None:
    """Return a text with the changes of both sides; None where they changed the same place, or that cannot be told.

    Both sides count alike: exchanging them gives the same text.
    """
    parts = [_read(text) for text in (base, ours, theirs)]
    # Where a paragraph stands twice, or several were moved, nobody can say which became which.
    if not all(map(_distinct, parts)):
        return None
    one, other = (_edits(parts[0], side) for side in parts[1:])
    if one is None or other is None:
        return None
    edits = {*one, *other}
    seen: set[tuple[str, int]] = set()
    for edit in edits:
        if edit.touched & seen:
            return None
        seen |= edit.touched
    leads = {p.words: max(_lead(p, parts[1]), _lead(p, parts[2])) for part in parts for p in part}
    return _written(_applied(parts[0], edits), leads)


def _read(text: str) -> tuple[_Paragraph, ...]:
    return tuple(_Paragraph(match[1], match[2]) for match in _PARAGRAPH.finditer(text))


def _distinct(part: tuple[_Paragraph, ...]) -> bool:
    return len({paragraph.words for paragraph in part}) == len(part)


def _edits(base: tuple[_Paragraph, ...], side: tuple[_Paragraph, ...]) -> tuple[_Edit, ...] | None:
    """Return what a side changed between the paragraphs that it kept; None where it moved one."""
    there = {paragraph.words: at for at, paragraph in enumerate(side)}
    kept = [(at, there[paragraph.words]) for at, paragraph in enumerate(base) if paragraph.words in there]
    if [place for _, place in kept] != sorted(place for _, place in kept):
        return None
    edits: list[_Edit] = []
    before, place = -1, -1
    for at, now in (*kept, (len(base), len(side))):
        new = tuple(paragraph.words for paragraph in side[place + 1 : now])
        if new or at > before + 1:
            edits.append(_Edit(before + 1, at, new))
        before, place = at, now
    return tuple(edits)


def _applied(base: tuple[_Paragraph, ...], edits: set[_Edit]) -> list[str]:
    words: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        words += [paragraph.words for paragraph in base[at : edit.start]]
        words += edit.new
        at = edit.end
    return words + [paragraph.words for paragraph in base[at:]]


def _lead(paragraph: _Paragraph, side: tuple[_Paragraph, ...]) -> str:
    return next((other.lead for other in side if other.words == paragraph.words), "")


def _written(words: list[str], leads: dict[str, str]) -> str:
    first, *others = words or [""]
    return first + "".join((leads[paragraph] or "\n") + paragraph for paragraph in others)
