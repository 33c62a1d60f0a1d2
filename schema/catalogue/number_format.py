"""How a number may be written and shown: scale words, units, decimals."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache

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
# What stands before a unit, the longest first; only behind a unit's name the shorter forms are plain.
_LEADING = {
    word: WRITTEN_SCALES.get(word, 3) for word in sorted((*WRITTEN_SCALES, "'000", "’000"), key=len, reverse=True)
}
_TRAILING: Mapping[str, int] = {**WRITTEN_SCALES, "'000": 3, "000": 3, "000s": 3, "'000s": 3, "mil": 6}
_COUNTERS = ("个", "個")  # of anything that is counted
_SHORTEST = 2
# A format that tells a part of a breakdown in percent of the whole.
SHARE = "share%"
_ONE_SCRIPT = str.maketrans(
    "噸當標時億萬幣個筆畝課戶對國學條業縣則種類場次’", "吨当标时亿万币个笔亩课户对国学条业县则种类场次'"
)


@dataclass(frozen=True, slots=True)
class Format:
    """`scale` is a power of ten, `unit` a unit code ("" = the metric's own), `decimals` None = as the kind has.

    `change` is what is told in place of the value: `change` or `change%` on last year, `share%` of the whole.
    `noun` is what a sentence counts in place of the unit ("" = the bare number, None = the unit is said).
    """

    scale: int = 0
    unit: str = ""
    decimals: int | None = None
    change: str = ""
    noun: str | None = None


# Words in quotation marks, of whatever kind a keyboard gives, or anything else without a blank.
_PART = re.compile(r"[\"“”「](?P<noun>[^\"“”」]*)[\"“”」]|\S+")


def tells_value(text: str) -> bool:
    """Whether a written format tells the value itself, and no change of it or share."""
    return not {"change", "change%", SHARE} & set(text.split())


def format_parts(text: str) -> tuple[str, ...]:
    """Return the parts of a written format; a noun is one, with its quotation marks."""
    return tuple(part[0] for part in _PART.finditer(text))


def noun_in(part: str) -> str | None:
    """Return the noun that a part of a format is, an empty one for the bare number; None where it is no noun."""
    match = _PART.fullmatch(part)
    return " ".join(match["noun"].split()) if match is not None and match["noun"] is not None else None


def without_noun(text: str) -> str:
    """Return a format as far as it is about the number: what is counted belongs to its sentence."""
    return " ".join(part for part in format_parts(text) if noun_in(part) is None)


def parse_format(text: str, units: Mapping[str, Unit]) -> Format | None:
    """Read a format such as `万t 0.00`, `亿`, `%`, `change% 0.0`, `million "museums"`; None where it is not one."""
    scale, unit, decimals, change, noun = 0, "", None, "", None
    for part in format_parts(text):
        if (counted := noun_in(part)) is not None:
            noun = counted
        elif part in ("change", "change%", SHARE):
            change = part
        elif re.fullmatch(r"0(\.0+)?", part):
            decimals = len(part.partition(".")[2])
        elif (found := split_unit(part, units)) is not None and (not found[0] or found[0] in SCALES.values()):
            scale, unit = found
        else:
            return None
    return Format(scale, unit, decimals, change, noun)


def is_display(text: str, units: Mapping[str, Unit]) -> bool:
    """Whether a text is a format that stands in definitions: what is counted is said in sentences only."""
    form = parse_format(text, units)
    return form is not None and form.noun is None


def split_unit(text: str, units: Mapping[str, Unit], own: Unit | None = None) -> tuple[int, str] | None:
    """Split a written unit (`万t`, `萬噸`, `kWh`, `RMB million`) into scale power and unit code ("" = none).

    Several units may be written alike (吨 of mass, 吨 of CO₂): the one that fits the metric's `own` unit is meant.
    """
    words = text.strip()
    for find in (_exactly, _alike):
        if code := find(words, units, own):
            return 0, code
        if found := _scaled(words, lambda rest, find=find: find(rest, units, own)):
            return found
    return _named_before_scale(words, units, own)


def split_counter(text: str, units: Mapping[str, Unit], own: Unit) -> tuple[int, str] | None:
    """Split a unit that ends in 个, which counts anything (2万个), as if `own` stood there; None for any other."""
    words = text.strip()
    return split_unit(f"{words[:-1]}{own.code}", units, own) if words.endswith(_COUNTERS) else None


def _scaled(words: str, find: Callable[[str], str]) -> tuple[int, str] | None:
    """Read a scale word in front of a unit, or alone."""
    lowered = words.lower()
    for word, power in _LEADING.items():
        if lowered.startswith(word):
            rest = words[len(word) :]
            rest = (re.sub(r"^(?:s\b)?\s*(?:of\b)?", "", rest) if word.isascii() else rest).strip()
            if not rest:
                return power, ""
            if code := find(rest):
                return power, code
    return None


def _named_before_scale(words: str, units: Mapping[str, Unit], own: Unit | None) -> tuple[int, str] | None:
    """Read a unit that stands before its scale, or on both sides of it (RMB'000, 人民币千元, 千元人民币)."""
    plain = unit_fold(words).casefold()
    for unit in sorted(units.values(), key=lambda unit: own is None or unit.dimension != own.dimension):
        for name in (unit_fold(name).casefold() for name in _names(unit)):
            if len(name) < _SHORTEST or not (plain.startswith(name) or plain.endswith(name)):
                continue
            rest = plain.removeprefix(name) if plain.startswith(name) else plain.removesuffix(name)
            rest = rest.strip("()/,:").removeprefix("in")
            alone = (_TRAILING[rest], "") if rest in _TRAILING else None
            found = alone or _scaled(rest, lambda text, unit=unit: _alike(text, units, unit))
            if found is not None and found[1] in ("", unit.code):
                return found[0], unit.code
    return None


def find_unit(text: str, units: Mapping[str, Unit], own: Unit | None = None) -> str:
    """Return the code of the unit written like this (code, name in any language, alias), or an empty string.

    Case and blanks make no difference where the words are written out (Metric Tons), but they do in symbols (MWh).
    """
    return _exactly(text, units, own) or _alike(text, units, own)


def _exactly(text: str, units: Mapping[str, Unit], own: Unit | None) -> str:
    if text in units and (own is None or units[text].dimension == own.dimension):
        return text
    text = PERCENT if text in ("%", "％") else text
    return _fitting([unit for unit in units.values() if _is_named(unit, text)], own)


def _alike(text: str, units: Mapping[str, Unit], own: Unit | None) -> str:
    folded = unit_fold(text)
    return _fitting([unit for unit in units.values() if folded and folded in map(unit_fold, _names(unit))], own)


def _fitting(named: Sequence[Unit], own: Unit | None) -> str:
    """Of units that are written alike, the one of the metric's dimension is meant."""
    return next((unit.code for unit in named if own is not None and unit.dimension == own.dimension), "") or next(
        (unit.code for unit in named), ""
    )


def near_units(text: str, units: Mapping[str, Unit], own: Unit) -> tuple[str, ...]:
    """Return how units are written that could be meant by unknown words, all of the metric's own dimension.

    The most alike come first, the metric's own last: a unit of another dimension would mislead.
    """
    names = {
        unit_fold(name): name for unit in units.values() if unit.dimension == own.dimension for name in _names(unit)
    }
    alike = [names[name] for name in get_close_matches(unit_fold(text), names, n=2, cutoff=0.6)]
    return tuple(dict.fromkeys((*(name for name in alike if name.lower() != own.code), own.code)))


@lru_cache(maxsize=4096)
def unit_fold(text: str) -> str:
    """Return a written unit in one of the forms that people use: without blanks, hyphens, raised digits, full width."""
    words = unicodedata.normalize("NFKC", text).translate(_ONE_SCRIPT).replace("二氧化碳", "CO2").replace("(s)", "s")
    words = re.sub(r"[\s\-‐‑–.]", "", words)
    words = re.sub(r"(?i)(co2)(?:eq(?:uivalents?)?|equiv|当量)$", r"\1e", words)
    return words.casefold() if re.search(r"[A-Za-z]{4}", words) else words


def _is_named(unit: Unit, text: str) -> bool:
    return text in (unit.code, unit.name.zh_hans, unit.name.zh_hant, unit.name.en) or text in unit.aliases


def _names(unit: Unit) -> tuple[str, ...]:
    return (unit.code, unit.name.zh_hans, unit.name.zh_hant, unit.name.en, *unit.aliases)
