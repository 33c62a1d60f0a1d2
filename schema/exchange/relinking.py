"""Links in words follow records that get another id."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from schema.grammar.reference import RecordKey
from schema.grammar.words import LANGUAGES, Words
from schema.values.datapoint import Field, Origin
from schema.values.word_origins import checksum, outdated

_LINK = re.compile(r"\brecord/([a-z][a-z0-9]*)/([a-z][a-z0-9]*)(?=\.)")
Renamed = Mapping[RecordKey, RecordKey]


def relinked(text: str, renamed: Renamed) -> str:
    """Return words whose links to renamed records follow them."""

    def follow(match: re.Match[str]) -> str:
        key = RecordKey(match[1], match[2])
        return renamed.get(key, key).canonical()

    return _LINK.sub(follow, text)


def relinked_field(field: Field, renamed: Renamed) -> Field:
    """Return a record's field whose links follow."""
    words = Words(*(relinked(field.words.get(language), renamed) for language in LANGUAGES))
    known = ((name, origin, field.words.get(origin.language)) for name, origin in field.origins)
    origins = ((name, relinked_origin(origin, source, renamed)) for name, origin, source in known)
    return replace(field, words=words, origins=tuple((name, origin) for name, origin in origins if origin))


def relinked_origin(known: Origin | None, source: str, renamed: Renamed) -> Origin | None:
    """A draft stays one; words that are up to date with their source stay so when its links are renamed."""
    if known is None or outdated(known, source):
        return known
    return replace(known, checksum=checksum(relinked(source, renamed)))
