"""Sentences with places to fill: `没有指标“{name}”。[[是否想写“{near}”？]]`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from string import Formatter

_ASIDE = re.compile(r"\[\[(.*?)\]\]")
_PLACE = re.compile(r"(?P<before>[\u4e00-\u9fff]?)\{(?P<name>\w+)\}(?=(?P<behind>[\u4e00-\u9fff]?))")


def filled(template: str, places: Mapping[str, str]) -> str:
    """Return a sentence with its places filled. What stands in `[[ ]]` is said only where each place in it is filled.

    So a sentence that may suggest something also reads well where there is nothing to suggest. Where Han characters
    meet the Latin letters or digits of a place there is a blank.
    """

    def aside(part: re.Match[str]) -> str:
        return part[1] if all(places[name] for _, name, _, _ in Formatter().parse(part[1]) if name) else ""

    said = _ASIDE.sub(aside, template) if "[[" in template else template
    return _seamed(said, places).format(**places)


def _seamed(template: str, places: Mapping[str, str]) -> str:
    """Return a template with a blank where Han characters meet the Latin letters or digits that will fill a place.

    So office documents are set: 由 CSR 编辑封存. What fills the place stays as it is, a file's name above all.
    """

    def place(part: re.Match[str]) -> str:
        text = places.get(part["name"], "")
        before = " " if part["before"] and _is_latin(text[:1]) else ""
        behind = " " if part["behind"] and _is_latin(text[-1:]) else ""
        return f"{part['before']}{before}{{{part['name']}}}{behind}"

    return _PLACE.sub(place, template)


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()
