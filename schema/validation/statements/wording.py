"""What a sentence should say instead, in its own language and in the manner of what it says."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from schema.grammar.decimals import EXACT, quotient
from schema.validation.statements.numerals import DIGITS, money_in
from schema.validation.statements.statement import Claim, Statement
from schema.values.display import group_number
from schema.values.qualifiers import QUALIFIERS

# Words up and down, the first pair that has a word is its own.
_CHINESE_PAIRS = """
    增长 下降, 增加 减少, 提高 降低, 提升 下降, 上升 下降, 上涨 下跌, 扩大 缩小, 回升 回落, 攀升 下滑, 多了 少了,
    增幅 降幅, 涨幅 跌幅, 增至 降至, 增长至 下降至, 增加至 减少至, 增加到 减少到, 增长到 下降到, 提高到 降低到,
    提升至 下降至, 提高至 降低至, 上升至 下降至, 上升到 下降到, 升至 降至, 增为 减为, 增至 减至, 增加 缩减, 增长 萎缩
"""
_ENGLISH_PAIRS = """
    rose fell, increased decreased, up down, higher lower, increase decrease, rise fall, growth decline, rises falls,
    rising falling, increases decreases, increasing decreasing, increase reduction, increase drop, grew fell,
    rose to/fell to, increased to/decreased to, went up to/went down to, grew to/fell to, went up/went down
"""
_TO_HANT = str.maketrans("长减涨扩缩为", "長減漲擴縮為")


def _pairs(rows: str) -> tuple[tuple[str, str], ...]:
    pairs = (row.strip().partition("/" if "/" in row else " ") for row in rows.split(","))
    return tuple((up, down) for up, _, down in pairs)


_PAIRS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "zh-Hans": _pairs(_CHINESE_PAIRS),
    "zh-Hant": _pairs(_CHINESE_PAIRS.translate(_TO_HANT)),
    "en": _pairs(_ENGLISH_PAIRS),
}
_DEFAULT: Mapping[str, tuple[tuple[str, str], tuple[str, str]]] = {
    "zh-Hans": (("增长", "下降"), ("增至", "降至")),
    "zh-Hant": (("增長", "下降"), ("增至", "降至")),
    "en": (("rose", "fell"), ("rose to", "fell to")),
}
_SAME: Mapping[str, str] = {"zh-Hans": "持平", "zh-Hant": "持平", "en": "unchanged"}
# English words that a size stands right behind, or before; all others take “by”.
_ADVERBS, _NOUNS = ("up", "down", "higher", "lower"), ("increase", "decrease", "rise", "fall", "growth", "decline")
_AFTER = re.compile(
    "|".join(re.escape(w) for row in QUALIFIERS.values() for w in sorted(row.written_after, key=len, reverse=True))
)
_PLACES = 2


def change_words(language: str, claim: Claim | None, difference: Decimal, size: str) -> str:
    """Return a change as the text would say it (减少 7 起, fell to RMB 22.7 million), in its own word or the other."""
    if difference == 0:
        return _SAME[language]
    verb = _verb(language, claim, rises=difference > 0)
    if language != "en" or not size:
        return f"{verb} {size}".strip()
    if verb in _NOUNS:
        return f"{size} {verb}"
    return f"{verb} {size}" if verb in _ADVERBS or verb.endswith(" to") else f"{verb} by {size}"


def _verb(language: str, claim: Claim | None, *, rises: bool) -> str:
    way = 0 if rises else 1
    if claim is None or claim.sense not in ("up", "down"):
        return _DEFAULT[language][0][way]
    said = claim.quote.lower()
    pair = next((pair for pair in _PAIRS[language] if said in pair), None)
    if pair is None:
        return said if (claim.sense == "up") == rises and language != "en" else _DEFAULT[language][claim.to][way]
    return pair[way] if (claim.sense == "up") != rises else said


def like_typed(typed: Statement, told: Statement, value: Decimal) -> str:
    """Return a stored value as a sentence has typed its number: in its scale word, unit and decimals.

    `told` is what was typed in the stored unit. Empty where it was typed in words, or as nothing.
    """
    match = DIGITS.search(typed.quote)
    if match is None or typed.high is not None or not told.value:
        return ""
    digits = match[0].replace(",", "")
    shown = quotient(EXACT.multiply(value, Decimal(digits)), told.value)
    decimals = len(digits.partition(".")[2])
    if shown and not round(shown, decimals):
        decimals = -shown.adjusted() + _PLACES - 1
    behind = _AFTER.sub("", typed.quote[match.end() :])
    return money_in(typed.quote[: match.start()]) + group_number(shown, decimals) + behind
