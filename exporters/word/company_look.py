"""The look of a company's own Word template: its sizes, colours and fonts, where it says any."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, cast

import lxml.etree as etree  # pyright: ignore[reportMissingTypeStubs]

from exporters.content import Look
from exporters.word.template_colours import exchange
from exporters.word.template_look import StyleLook, TemplateLook, template_look

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_THEME = "word/theme/theme1.xml"
_SCRIPTS = {"zh-CN": "Hans", "zh-HK": "Hant", "zh-TW": "Hant"}
_WORDS = ("eastAsia", "ascii", "hAnsi")
_UNREADABLE: tuple[type[Exception], ...] = (
    OSError, KeyError, ValueError, zipfile.BadZipFile, cast("Any", etree).LxmlError,
)  # fmt: skip
Fonts = Mapping[str, str]  # a font's name for "eastAsia" and "ascii"


def company_look(template: bytes, look: Look, shipped: TemplateLook) -> TemplateLook:
    """Return the look of a template; what it does not say, or what cannot be read of it, is that of the shipped one."""
    try:
        own = template_look(io.BytesIO(template), look)
        fonts = _fonts(template, look)
    except _UNREADABLE:
        return shipped
    styles = {name: _dressed(style, fonts.get(name, {}), look) for name, style in own.styles.items()}
    return replace(own if own.page[0] else shipped, styles={**shipped.styles, **styles})


def _dressed(style: StyleLook, fonts: Fonts, look: Look) -> StyleLook:
    """Return a style with its own fonts, in the order of the document's language."""
    order = ("ascii", "eastAsia") if look.locale.startswith("en") else ("eastAsia", "ascii")
    names = exchange(look)  # a template made from the one that ships has its fonts, which stand for the document's
    families = dict.fromkeys(names.get(fonts[name], fonts[name]) for name in order if fonts.get(name))
    return replace(style, families=tuple(families))


def _fonts(template: bytes, look: Look) -> Mapping[str, Fonts]:
    """Return the fonts of each paragraph style, those of the style that it is based on and of the defaults included."""
    with zipfile.ZipFile(io.BytesIO(template)) as file:
        styles = _root(file.read("word/styles.xml"))
        themed = _THEME in file.namelist()
        theme: Mapping[str, str] = _theme(_root(file.read(_THEME)), look) if themed else dict[str, str]()
    defaults = _named(styles.find(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr/{_W}rFonts"), theme)
    found: dict[str, Fonts] = {}
    for style in styles.iter(f"{_W}style"):
        if style.get(f"{_W}type") == "paragraph":
            based = style.find(f"{_W}basedOn")
            basis = found.get(based.get(f"{_W}val", ""), defaults) if based is not None else defaults
            found[style.get(f"{_W}styleId")] = {**basis, **_named(style.find(f"{_W}rPr/{_W}rFonts"), theme)}
    return found


def _named(fonts: Any, theme: Mapping[str, str]) -> Fonts:
    """Return the fonts that an element names, itself or by the theme."""
    if fonts is None:
        return {}
    said: dict[str, str] = {}
    for name in _WORDS:
        themed = theme.get(fonts.get(f"{_W}{name}Theme", ""), "")
        if words := themed or fonts.get(f"{_W}{name}", ""):
            said.setdefault("ascii" if name == "hAnsi" else name, words)
    return said


def _theme(root: Any, look: Look) -> Mapping[str, str]:
    """Return the fonts that a theme calls minorEastAsia, majorHAnsi …; of Chinese scripts that of the document's."""
    script, found = _SCRIPTS.get(look.locale, ""), dict[str, str]()
    for size in ("major", "minor"):
        fonts = root.find(f".//{_A}{size}Font")
        if fonts is None:
            continue
        latin, asian = (fonts.find(f"{_A}{kind}") for kind in ("latin", "ea"))
        own = next((one.get("typeface", "") for one in fonts.iter(f"{_A}font") if one.get("script") == script), "")
        found[f"{size}EastAsia"] = (asian.get("typeface", "") if asian is not None else "") or own
        for name in ("Ascii", "HAnsi"):
            found[f"{size}{name}"] = latin.get("typeface", "") if latin is not None else ""
    return found


def _root(xml: bytes) -> Any:
    return cast("Any", etree).fromstring(xml)
