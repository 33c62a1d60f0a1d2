"""What a workspace's own texts call its numbers: the words around each linked number in texts and records."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from schema.grammar.linked import LinkedNumber, parse_linked
from schema.grammar.reference import Reference
from schema.values.datapoint import Snapshot

_CUT = re.compile(r"[，,；;：:。！？!?\n|（）()]|\.\s|——")
_BEFORE, _BEHIND = {"en": 60}, {"en": 40}  # so many characters of a clause are taken; fewer in Chinese
_CHINESE_BEFORE, _CHINESE_BEHIND = 22, 12
_LEAST = 4  # fewer letters name nothing
_WORDS = re.compile(r"[^\W\d_]")


def phrasings(snapshot: Snapshot, language: str) -> Iterator[tuple[str, Reference]]:
    """Yield the words that stand around each linked number of one language, with what it is linked to."""
    for text in _texts(snapshot, language):
        if "{" in text:
            yield from _of(text, language)


def _texts(snapshot: Snapshot, language: str) -> Iterable[str]:
    yield from (text for (_, _, tongue), text in snapshot.texts.items() if tongue == language)
    for record in snapshot.records.values():
        yield from (field.words.get(language) for field in record.fields.values() if field.words)


def _of(text: str, language: str) -> Iterator[tuple[str, Reference]]:
    pieces = parse_linked(text)
    for place, piece in enumerate(pieces):
        if not isinstance(piece, LinkedNumber):
            continue
        before = pieces[place - 1] if place else ""
        behind = pieces[place + 1] if place + 1 < len(pieces) else ""
        words = _clause(before if isinstance(before, str) else "", behind if isinstance(behind, str) else "", language)
        if len(_WORDS.findall(words)) >= _LEAST:
            yield words, piece.reference


def _clause(before: str, behind: str, language: str) -> str:
    """Return the words of a number's clause on both sides, up to the marks that end it."""
    last = _CUT.split(before)[-1]
    first = _CUT.split(behind, maxsplit=1)[0]
    return (
        f"{last[-_BEFORE.get(language, _CHINESE_BEFORE) :]} {first[: _BEHIND.get(language, _CHINESE_BEHIND)]}".strip()
    )
