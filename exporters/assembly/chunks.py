"""A text taken apart: paragraphs, runs of list entries, tables of words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from schema.grammar.text_table import is_table_line

Kind = Literal["paragraph", "list", "table"]
Chunk = tuple[Kind, tuple[str, ...]]
_UNBROKEN, _LINE = 8.0, 48.0  # characters: of a short cell, of a whole line
_WORD = re.compile(r"[A-Za-z]+")
_MANY, _TIGHT = 6, 0.6  # beside words of so many short cells others take so much of one


def chunks(text: str, space: str) -> Iterator[Chunk]:
    """Split a text into paragraphs, runs of list entries and tables; lines of one paragraph are joined by `space`."""
    for part in re.split(r"\n\s*\n", text.strip()):
        for kind, lines in _runs(part.splitlines()):
            if kind == "paragraph":
                yield kind, (space.join(line.strip() for line in lines),)
            else:
                yield kind, tuple(lines)


def _runs(lines: list[str]) -> Iterator[tuple[Kind, list[str]]]:
    kind: Kind = "paragraph"
    run: list[str] = []
    for line in lines:
        now = _kind(line)
        if now != kind and run:
            yield kind, run
            run = []
        kind = now
        run.append(line.strip().removeprefix("- ").strip() if now == "list" else line)
    if run:
        yield kind, run


def _kind(line: str) -> Kind:
    stripped = line.strip()
    return "list" if stripped.startswith("- ") else "table" if is_table_line(line) else "paragraph"


def column_weights(rows: list[list[str]]) -> list[float]:
    """Return widths in characters: short columns get what they need, long ones share the rest.

    Beside words of many lines others take two lines rather than room.
    """
    longest = [max(_length(cell) for cell in column) for column in zip(*rows, strict=True)]
    most = _UNBROKEN if max(longest, default=0.0) < _MANY * _UNBROKEN else _UNBROKEN * _TIGHT
    words = [max(_longest_word(cell) for cell in column) for column in zip(*rows, strict=True)]
    needed = [max(min(length, most), min(word, _UNBROKEN)) + 1.5 for length, word in zip(longest, words, strict=True)]
    rest = max(_LINE - sum(needed), 0.0)
    over = [max(length - most, 0.0) ** 0.7 for length in longest]
    whole = sum(over) or 1.0
    return [need + rest * share / whole for need, share in zip(needed, over, strict=True)]


def _longest_word(text: str) -> float:
    """Return the length of the longest word; Chinese ones may be broken anywhere."""
    return max((_length(word) for word in _WORD.findall(text)), default=1.0)


def _length(text: str) -> float:
    return sum(1.0 if ord(sign) > 0x2E80 else 0.55 for sign in text)
