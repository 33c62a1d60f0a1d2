"""Lists in one cell: `gender, age`, crossings `gender, gender + age`, disclosures `hkex2021: A1.1, A1.2`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

_COMMAS, _LINES = ",，、", ";；\n"
_SPECIAL = re.compile(r"[,，、;；\n\"+:：]")


def join_list(items: Iterable[str]) -> str:
    """Write a list; an item that holds a separator stands in quotes."""
    return ", ".join(map(_quoted, items))


def split_list(text: str) -> list[str]:
    """Read a list: items parted by commas (full-width ones too) or lines."""
    return [_unquoted(part) for part in _parts(text, _COMMAS + _LINES)]


def join_crossings(crossings: Iterable[Iterable[str]]) -> str:
    """Write crossings: breakdowns taken together are joined by +."""
    return ", ".join(" + ".join(crossing) for crossing in crossings)


def split_crossings(text: str) -> list[list[str]]:
    """Read crossings."""
    return [[_unquoted(item) for item in _parts(part, "+＋")] for part in _parts(text, _COMMAS + _LINES)]


def join_disclosures(disclosures: Mapping[str, Iterable[str]]) -> str:
    """Write one framework per line."""
    return "\n".join(f"{framework}: {join_list(codes)}".rstrip() for framework, codes in disclosures.items())


def split_disclosures(text: str) -> dict[str, list[str]] | None:
    """Read frameworks with their disclosures, parted by lines or semicolons; None where a framework is missing."""
    found: dict[str, list[str]] = {}
    for part in _parts(text, _LINES):
        framework, *codes = re.split("[:：]", part, maxsplit=1)
        if not codes:
            return None
        found.setdefault(framework.strip(), []).extend(split_list(codes[0]))
    return found


def _parts(text: str, separators: str) -> list[str]:
    """Part a text at the separators that stand outside quotes; empty parts are dropped."""
    parts = re.findall(rf'(?:"[^"]*"|[^{re.escape(separators)}"])+', text)
    return [part.strip() for part in parts if part.strip()]


def _quoted(item: str) -> str:
    return '"' + item.replace('"', '""') + '"' if _SPECIAL.search(item) else item


def _unquoted(item: str) -> str:
    return item[1:-1].replace('""', '"') if len(item) > 1 and item[0] == item[-1] == '"' else item
