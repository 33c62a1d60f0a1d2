"""How a number may be written and shown: scale words, units, decimals."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from schema.catalogue.definitions import Unit
from schema.catalogue.kinds import PERCENT

SCALE_WORDS: Mapping[str, Mapping[int, str]] = {
    "zh-Hans": {3: "千", 4: "万", 6: "百万", 7: "千万", 8: "亿", 12: "万亿"},
    "zh-Hant": {3: "千", 4: "萬", 6: "百萬", 7: "千萬", 8: "億", 12: "萬億"},
    "en": {3: "thousand", 6: "million", 9: "billion", 12: "trillion"},
}
SCALES = {word: power for words in SCALE_WORDS.values() for power, word in words.items()}
# Read beside a number or unit, never shown.
_READ_ONLY = {
    "百": 2, "十万": 5, "十萬": 5, "十亿": 9, "十億": 9, "百亿": 10, "百億": 10, "千亿": 11, "千億": 11,
    "thousands": 3, "millions": 6, "mn": 6, "mln": 6, "billions": 9, "bn": 9, "trillions": 12,
}  # fmt: skip
WRITTEN_SCALES: Mapping[str, int] = SCALES | _READ_ONLY
_LONGEST_FIRST = tuple(sorted(WRITTEN_SCALES, key=len, reverse=True))


@dataclass(frozen=True, slots=True)
class Format:
    """`scale` is a power of ten, `unit` a unit code ("" = the metric's own), `decimals` None = as the kind has."""

    scale: int = 0
    unit: str = ""
    decimals: int | None = None
    change: str = ""


def parse_format(text: str, units: Mapping[str, Unit]) -> Format | None:
    """Read a format such as `万t 0.00`, `亿`, `%`, `change% 0.0`; None where it is not one."""
    scale, unit, decimals, change = 0, "", None, ""
    for part in text.split():
        if part in ("change", "change%"):
            change = part
        elif re.fullmatch(r"0(\.0+)?", part):
            decimals = len(part.partition(".")[2])
        elif (found := split_unit(part, units)) is not None and (not found[0] or found[0] in SCALES.values()):
            scale, unit = found
        else:
            return None
    return Format(scale, unit, decimals, change)


def split_unit(text: str, units: Mapping[str, Unit], own: Unit | None = None) -> tuple[int, str] | None:
    """Split a written unit (`万t`, `萬噸`, `kWh`, `Thousand t`) into scale power and unit code ("" = none).

    Several units may be written alike (吨 of mass, 吨 of CO₂): the one that fits the metric's `own` unit is meant.
    """
    words = text.strip()
    if code := find_unit(words, units, own):
        return 0, code
    for word in _LONGEST_FIRST:
        if words[: len(word)].lower() == word:
            rest = words[len(word) :].strip()
            if not rest:
                return WRITTEN_SCALES[word], ""
            if code := find_unit(rest, units, own):
                return WRITTEN_SCALES[word], code
    return None


def find_unit(text: str, units: Mapping[str, Unit], own: Unit | None = None) -> str:
    """Return the code of the unit written like this (code, name in any language, alias), or an empty string."""
    if text in units and (own is None or units[text].dimension == own.dimension):
        return text
    text = PERCENT if text in ("%", "％") else text
    named = [unit for unit in units.values() if _is_named(unit, text)]
    fitting = [unit for unit in named if own is not None and unit.dimension == own.dimension]
    if named:
        return (fitting or named)[0].code
    compact = text.replace(" ", "")
    return find_unit(compact, units, own) if compact != text else ""


def _is_named(unit: Unit, text: str) -> bool:
    return text in (unit.code, unit.name.zh_hans, unit.name.zh_hant, unit.name.en) or text in unit.aliases
