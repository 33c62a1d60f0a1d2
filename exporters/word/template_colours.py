"""Exchanges the template's fonts, colours and languages for those of the document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from exporters.charts.look import lighter
from exporters.content import Look
from exporters.word.package import Package

# What the template says, see tests/tools/word_styles.py: each stands for one thing only.
_PRIMARY, _ACCENT, _TINT, _PALE = "0F6B6E", "E0852E", "E7F0F0", "F4F7F8"
_SANS, _SERIF, _LATIN_SANS, _LATIN_SERIF = "微软雅黑", "宋体", "Calibri", "Georgia"
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PREFIXES = ("/word/styles", "/word/header", "/word/footer", "/word/numbering", "/word/settings")


def dress(package: Package, look: Look, words: Mapping[str, str]) -> None:
    """Give every part the document's look, and the header and footer their words."""
    own = exchange(look)
    for prefix in _PREFIXES:
        for part in package.xml_parts(prefix):
            _exchange_attributes(part.element, own)
            if prefix in ("/word/header", "/word/footer"):
                _exchange_words(part.element, words)
    for old, new in own.items():
        package.replace("/word/fontTable.xml", f'"{old}"', f'"{new}"')


def dress_xml(xml: str, look: Look) -> str:
    """Give the template's own paragraphs (the cover) the document's colours."""
    for old, new in exchange(look).items():
        xml = xml.replace(f'"{old}"', f'"{new}"')
    return xml


def exchange(look: Look) -> dict[str, str]:
    primary, accent = look.colours[0], look.colours[1]
    return {
        _PRIMARY: primary,
        _ACCENT: accent,
        _TINT: lighter(primary, 0.9),
        _PALE: lighter(primary, 0.95),
        _SANS: look.sans,
        _SERIF: look.serif,
        _LATIN_SANS: look.latin_sans,
        _LATIN_SERIF: look.latin_serif,
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
