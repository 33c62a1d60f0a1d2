"""What a number is by its place on the page: page numbers, contents lists, footnotes and their marks, axes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from tests.census.tokens import Flat, Number

# How far, in lines, a mark may stand before or behind its footnote.
_BEFORE, _BEHIND = 90, 40
_CONTENTS = re.compile(r"目\s*[录錄]")
_MEASURE = re.compile(r"[项項个個位名人家次场場件期天年小分元%种種类類大条條歲岁度瓦吨噸倍户戶套台号號]|[月日](?!活)")


def by_place(flat: Flat, found: tuple[Number, ...], pages: int) -> dict[Number, tuple[str, str]]:
    """Return (class, reason) of each number that its place explains; `pages` is the report's last page."""
    result: dict[Number, tuple[str, str]] = {}
    lines = flat.text.split("\n")
    for number in _contents(lines, flat, found):
        result[number] = ("page", "contents list")
    for number in _page_numbers(flat, found, pages):
        result.setdefault(number, ("page", "page number"))
    for number, note in _footnotes(flat, found):
        result.setdefault(number, ("footnote", note))
    for number in _axis(flat, found):
        result.setdefault(number, ("axis", "labels of an axis"))
    return result


def _contents(lines: list[str], flat: Flat, found: tuple[Number, ...]) -> Iterator[Number]:
    """Yield the numbers that stand alone between the word "contents" and the first line of running text."""
    listed: set[int] = set()
    inside = False
    for count, line in enumerate(lines):
        inside = bool(_CONTENTS.fullmatch(line)) or (inside and len(line) < 30)
        if inside:
            listed.add(flat.starts[0] + sum(len(before) + 1 for before in lines[:count]))
    for number in found:
        if number.start in listed and flat.alone(number):
            yield number


def _page_numbers(flat: Flat, found: tuple[Number, ...], pages: int) -> Iterator[Number]:
    """Yield the lone whole numbers (or pairs of a spread) that stand where that page must stand in the text."""
    for number in found:
        if "." in number.text or "," in number.text or number.scale or number.percent:
            continue
        if not flat.alone(number):
            continue
        expected = number.start / max(len(flat.text), 1) * pages
        if abs(_page(number.text) - expected) <= max(8, pages // 12):
            yield number


def _page(text: str) -> int:
    if len(text) == 4 and abs(int(text[:2]) - int(text[2:])) == 1:
        return int(text[2:])
    return int(text)


def _footnotes(flat: Flat, found: tuple[Number, ...]) -> Iterator[tuple[Number, str]]:
    notes = {number.text: number for number in _definitions(flat, found)}
    notes = notes if len(notes) >= 3 else {}
    for number in notes.values():
        yield number, f"footnote {number.text}"
    for number in found:
        note = notes.get(number.text)
        if note is not None and number is not note and _is_mark(flat, number, note):
            yield number, f"mark of footnote {number.text}"


def _definitions(flat: Flat, found: tuple[Number, ...]) -> Iterator[Number]:
    """Yield the numbers 1, 2, 3, … that begin a line of words, in the order in which a report counts its notes."""
    expected = 1
    for number in found:
        begins = number.start == 0 or flat.text[number.start - 1] == "\n"
        words = re.match(r" ?[「《A-Za-z一-鿿]", flat.text[number.end : number.end + 2])
        if begins and words and number.text == str(expected) and not _counts(flat, number):
            expected += 1
            yield number


def _counts(flat: Flat, number: Number) -> bool:
    return bool(number.scale or number.percent or _MEASURE.match(flat.text[number.end : number.end + 2].lstrip()))


def _is_mark(flat: Flat, number: Number, note: Number) -> bool:
    before = flat.text[number.start - 1] if number.start else "\n"
    if _counts(flat, number) or not re.match(r"[A-Za-z一-鿿」』）”]", before):
        return False
    return -_BEHIND <= note.line - number.line <= _BEFORE


def _axis(flat: Flat, found: tuple[Number, ...]) -> Iterator[Number]:
    """Yield the members of an evenly stepped ladder of at least four lone numbers."""
    ladder: list[Number] = []
    for number in (*[n for n in found if flat.alone(n)],):
        if ladder and not _next_step(ladder, number):
            yield from ladder if len(ladder) >= 4 else ()
            ladder = []
        ladder.append(number)
    yield from ladder if len(ladder) >= 4 else ()


def _next_step(ladder: list[Number], number: Number) -> bool:
    step = number.bare - ladder[-1].bare
    even = all(b.bare - a.bare == step for a, b in pairwise(ladder))
    return step > 0 and even and number.line - ladder[-1].line <= 4
