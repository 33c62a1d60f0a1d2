"""Money as it is marked before or behind a number: ¥, RMB, HK$, 港元."""

from __future__ import annotations

from collections.abc import Mapping

# What people write, in lower case, and the currency's code in lower case as a unit would have it; $ alone names none.
CURRENCIES: Mapping[str, str] = {
    "¥": "cny", "￥": "cny", "rmb": "cny", "rmb¥": "cny", "cny": "cny", "cnh": "cny", "人民币": "cny", "人民幣": "cny",
    "hk$": "hkd", "hkd": "hkd", "hkd$": "hkd", "港币": "hkd", "港幣": "hkd", "港元": "hkd",
    "us$": "usd", "usd": "usd", "u.s.$": "usd", "美元": "usd", "美金": "usd", "€": "eur", "eur": "eur", "欧元": "eur",
    "歐元": "eur", "£": "gbp", "gbp": "gbp", "英镑": "gbp", "英鎊": "gbp", "jpy": "jpy", "jp¥": "jpy", "日元": "jpy",
    "日圆": "jpy", "日圓": "jpy", "mop": "mop", "mop$": "mop", "澳门元": "mop", "澳門元": "mop", "nt$": "twd",
    "twd": "twd", "新台币": "twd", "新台幣": "twd", "新臺幣": "twd", "s$": "sgd", "sgd": "sgd", "新加坡元": "sgd",
    "a$": "aud", "aud": "aud", "₩": "krw", "krw": "krw", "韩元": "krw", "韓元": "krw", "$": "",
}  # fmt: skip
_LONGEST_FIRST = tuple(sorted(CURRENCIES, key=len, reverse=True))


def take_currency(words: str) -> tuple[str, str]:
    """Take the mark of a currency from the front of a text; return it as written (or "") with the rest."""
    for mark in _LONGEST_FIRST:
        if words[: len(mark)].lower() == mark:
            return words[: len(mark)], words[len(mark) :].strip()
    return "", words


def take_currency_behind(words: str) -> tuple[str, str]:
    """Take the mark of a currency from the end of a text; return it as written (or "") with what stands before it."""
    for mark in _LONGEST_FIRST:
        if words[-len(mark) :].lower() == mark:
            return words[-len(mark) :], words[: -len(mark)].strip()
    return "", words
