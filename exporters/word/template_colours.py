"""Exchanges the template's fonts, colours and languages for those of the document: in its theme, and beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from exporters.charts.colours import darkened, lighter, readable
from exporters.content import Look
from exporters.word.package import Package
from exporters.word.template_english import set_in_english

# What the template says, see tests/tools/word_styles.py: each stands for one thing only.
_FIRST, _SECOND, _DARK, _READABLE, _TINT, _PALE = "0F6B6E", "E0852F", "E0852E", "0D5F62", "E2EDED", "FDF7F2"
_SANS, _LATIN = "微软雅黑", "Arial"
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PREFIXES = ("/word/styles", "/word/header", "/word/footer", "/word/numbering", "/word/settings")


def dress(package: Package, look: Look, words: Mapping[str, str]) -> None:
    """Give every part the document's look, and the header and footer their words."""
    own = exchange(look)
    for part in package.xml_parts("/word/styles"):
        set_in_english(part.element, look)
    for prefix in _PREFIXES:
        for part in package.xml_parts(prefix):
            _exchange_attributes(part.element, own)
            if prefix in ("/word/header", "/word/footer"):
                _exchange_words(part.element, words)
    for old, new in own.items():
        package.replace("/word/fontTable.xml", f'w:name="{old}"', f'w:name="{new}"')
        package.replace("/word/theme/theme1.xml", f'val="{old}"', f'val="{new}"')
    package.replace("/word/theme/theme1.xml", f'<a:ea typeface="{_SANS}"/>', f'<a:ea typeface="{look.sans}"/>')
    package.replace("/word/theme/theme1.xml", f'<a:latin typeface="{_LATIN}"/>', f'<a:latin typeface="{look.latin}"/>')


def dress_xml(xml: str, look: Look) -> str:
    """Give the template's own paragraphs (the cover) the document's colours."""
    for old, new in exchange(look).items():
        xml = xml.replace(f'"{old}"', f'"{new}"')
    return xml


def frame_ground(look: Look, *, other: bool = False) -> str:
    """Return the ground of cases and boxes (RRGGBB), or one that nobody can tell from it.

    LibreOffice paints the distance between neighbours of the same ground.
    """
    ground = lighter(darkened(look.colours), 0.93)
    return ground[:-1] + f"{int(ground[-1], 16) ^ 1:X}" if other else ground


def exchange(look: Look) -> dict[str, str]:
    """Return what stands in the document for the template's own colours, fonts and languages."""
    first, dark = look.colours[0], darkened(look.colours)
    return {
        _FIRST: first,
        _SECOND: look.colours[1],
        _DARK: dark,
        _READABLE: readable(first),
        _TINT: lighter(first, 0.88),
        _PALE: frame_ground(look),
        _SANS: look.sans,
        _LATIN: look.latin,
        "zh-CN": look.locale if look.locale.startswith("zh") else "zh-CN",
        "en-US": look.locale if look.locale.startswith("en") else "en-US",
    }


def _exchange_attributes(root: Any, exchange: Mapping[str, str]) -> None:
    for element in root.iter():
        for name, value in element.attrib.items():
            new = exchange.get(value)
            if new is not None and new != value:
                element.set(name, new)


def _exchange_words(root: Any, words: Mapping[str, str]) -> None:
    for element in root.iter(f"{_WORD}t"):
        for place, word in words.items():
            if place in (element.text or ""):
                element.text = element.text.replace(place, word)
