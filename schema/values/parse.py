"""The one entrance for text and the one for numbers: everything behind may trust its input."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

from schema.catalogue.definitions import Catalogue, Metric
from schema.values.display import EXACT, split_unit

_BIDI = set("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
# Mapped one by one: NFKC would turn 10² into 102.
_FULL_WIDTH = str.maketrans("０１２３４５６７８９．，－＋％（）～＞＜／　", "0123456789.,-+%()~></ ")
_MINUS = str.maketrans("−–—﹣", "----")
_NUMBER = re.compile(r"[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|[-+]?\.\d+")

_PREFIXES = {
    "over": ("超过", "超過", "突破", "多于", "多於", "高于", "高於", "逾", "超", "more than", "over", ">"),
    "at_least": ("至少", "不少于", "不少於", "at least", ">=", "≥"),
    "nearly": ("接近", "将近", "近", "nearly", "almost"),
    "about": ("大约", "大約", "约", "約", "about", "approximately", "approx.", "ca.", "~", "≈"),
}
_SUFFIXES = {"at_least": ("及以上", "以上", "or more", "+"), "some_more": ("有余", "余", "餘", "多")}
_OMISSIONS = {
    "not_applicable": ("不适用", "不適用", "n/a", "na", "not applicable", "-", "--", "/"),
    "not_collected": ("未统计", "未統計", "未收集", "not collected"),
    "unavailable": ("暂无", "暫無", "无法获取", "無法獲取", "unavailable", "not available"),
    "confidential": ("保密", "confidential"),
    "legal": ("法律限制", "legal", "legal restriction"),
}


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a typed text means: a value in the metric's stored unit, or an omission, or unread text with a problem.

    `resolution` is the size of the last typed digit in the stored unit; `typed` the cleaned text;
    `problem` the code of the message that says why it was not understood; `detail` the part that was not.
    """

    typed: str
    value: Decimal | None = None
    qualifier: str = ""
    omission: str = ""
    unread: str = ""
    problem: str = ""
    detail: str = ""
    resolution: Decimal = Decimal(1)
    changed: bool = False

    @property
    def empty(self) -> bool:
        """Whether nothing was typed."""
        return not self.typed


def clean_text(text: str) -> str:
    """Drop what no document can hold (controls, surrogates, non-characters, bidi marks) and compose (NFC)."""
    kept = (c for c in text.replace("\r\n", "\n").replace("\r", "\n") if c in "\n\t" or _fit(c))
    return unicodedata.normalize("NFC", "".join(kept))


def _fit(character: str) -> bool:
    point = ord(character)
    if unicodedata.category(character) in ("Cc", "Cs") or character in _BIDI:
        return False
    return not (0xFDD0 <= point <= 0xFDEF or point & 0xFFFE == 0xFFFE)


def parse_value(text: str, metric: Metric, catalogue: Catalogue, unit_text: str = "") -> Parsed:
    """Read a number as people write it; `unit_text` is the unit of its column or field ("" = the stored unit)."""
    typed = clean_text(text).strip()
    changed = typed != text.strip()
    if not typed:
        return Parsed("", changed=changed)
    words = typed.translate(_FULL_WIDTH).strip()
    if omission := find_omission(words):
        return Parsed(typed, omission=omission, changed=changed)
    qualifier, core = _take_qualifier(words.translate(_MINUS))
    negative = re.fullmatch(r"\((.+?)\)(.*)", core)
    core = f"-{negative[1].strip()}{negative[2]}" if negative else core
    match = _NUMBER.match(core)
    if match is None:
        return Parsed(typed, unread=typed, problem="value.unreadable", detail=typed, changed=changed)
    rest, qualifier = _take_inner_qualifier(core[match.end() :].strip(), qualifier)
    if re.match(r"[\d,.]", rest):
        return Parsed(typed, unread=typed, problem="value.unreadable", detail=typed, changed=changed)
    return _convert(typed, match[0].replace(",", ""), rest, qualifier, metric, catalogue, unit_text, changed)


def find_omission(words: str) -> str:
    """Return the omission code that these words name, or an empty string."""
    lowered = words.strip().lower()
    return next((code for code, names in _OMISSIONS.items() if lowered in names), "")


def _take_qualifier(words: str) -> tuple[str, str]:
    lowered = words.lower()
    candidates = sorted(((w, code) for code, ws in _PREFIXES.items() for w in ws), key=lambda pair: -len(pair[0]))
    for word, code in candidates:
        if lowered.startswith(word):
            return code, words[len(word) :].strip()
    return "", words


def _take_inner_qualifier(rest: str, qualifier: str) -> tuple[str, str]:
    """余, 多, + and 以上 may stand before or after the scale word and the unit."""
    for code, words in _SUFFIXES.items():
        for word in words:
            if rest.startswith(word):
                return rest[len(word) :].strip(), code
            if rest.endswith(word):
                return rest[: -len(word)].strip(), code
            for scale in ("万", "萬", "亿", "億", "千", "百"):
                if rest.startswith(scale + word):
                    return scale + rest[len(scale + word) :].strip(), code
    return rest, qualifier


def _convert(
    typed: str, digits: str, rest: str, qualifier: str, metric: Metric, catalogue: Catalogue, unit_text: str,
    changed: bool,
) -> Parsed:  # fmt: skip
    factor, problem, detail = _unit_factor(rest, unit_text, metric, catalogue)
    if problem:
        return Parsed(typed, unread=typed, problem=problem, detail=detail, changed=changed)
    number = Decimal(digits)
    exponent = number.as_tuple().exponent
    step = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    value = EXACT.multiply(number, factor)
    return Parsed(typed, value, qualifier, resolution=EXACT.multiply(step, factor), changed=changed)


def _unit_factor(rest: str, unit_text: str, metric: Metric, catalogue: Catalogue) -> tuple[Decimal, str, str]:
    """Return the factor from the typed number to the stored unit, or the problem and the words that caused it."""
    own = catalogue.units[metric.unit]
    column = split_unit(unit_text, catalogue.units, own) if unit_text else (0, "")
    if column is None:
        return Decimal(0), "unit.unknown", unit_text
    written = split_unit(rest, catalogue.units, own) if rest else (0, "")
    if written is None:
        return Decimal(0), "unit.unknown", rest
    scale, code = written if written[1] else (written[0] or column[0], column[1])
    if written[0] and not written[1] and column[0]:
        return Decimal(0), "unit.scale_twice", f"{rest} / {unit_text}"
    unit = catalogue.units[code or metric.unit]
    if unit.dimension != own.dimension:
        return Decimal(0), "unit.other_dimension", unit.name.zh_hans
    return EXACT.multiply(EXACT.divide(unit.factor, own.factor), Decimal(1).scaleb(scale)), "", ""
