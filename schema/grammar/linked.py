"""Linked numbers in texts: `{code@-1:gender=male|万 0.0}`; `{{` and `}}` are literal braces."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from schema.grammar.reference import Reference, parse_reference

Fault = Literal["unclosed", "stray", "reference"]

_TOKEN = re.compile(r"\{\{|\}\}|\{(?P<inner>[^{}\n]*)\}|[{}]")


@dataclass(frozen=True, slots=True)
class LinkedNumber:
    """A reference in a text; `format` is the text after | ("" = the metric's own); `position` counts characters."""

    reference: Reference
    format: str
    written: str
    position: int


@dataclass(frozen=True, slots=True)
class BrokenLink:
    """Braces that hold no reference: opened and not closed, closed without opening, or with other words in them."""

    written: str
    position: int
    fault: Fault
    reference: None = None


Piece = str | LinkedNumber | BrokenLink


def parse_linked(text: str) -> tuple[Piece, ...]:
    """Split a text into plain words and links; neighbouring words are one piece, nothing is lost but the escapes."""
    pieces: list[Piece] = []
    start = 0
    for token in _TOKEN.finditer(text):
        _add_words(pieces, text[start : token.start()])
        start = token.end()
        if token[0] in ("{{", "}}"):
            _add_words(pieces, token[0][0])
        else:
            pieces.append(_link(token))
    _add_words(pieces, text[start:])
    return tuple(pieces)


def escaped(words: str) -> str:
    """Return plain words as they are written in a text: a brace of theirs stands twice."""
    return words.replace("{", "{{").replace("}", "}}") if "{" in words or "}" in words else words


def _link(token: re.Match[str]) -> LinkedNumber | BrokenLink:
    if token["inner"] is None:
        return BrokenLink(token[0], token.start(), "unclosed" if token[0] == "{" else "stray")
    code, _, format_text = token["inner"].partition("|")
    reference = parse_reference(code)
    if reference is None:
        return BrokenLink(token[0], token.start(), "reference")
    return LinkedNumber(reference, format_text.strip(), token[0], token.start())


def _add_words(pieces: list[Piece], words: str) -> None:
    if not words:
        return
    last = pieces[-1] if pieces else None
    if isinstance(last, str):
        pieces[-1] = last + words
    else:
        pieces.append(words)
