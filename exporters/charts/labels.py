"""The label of a point whose value is not exact, or would be shown as nothing: its own number format."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from schema.grammar.decimals import plain
from schema.values.display import qualifier_words, round_half_up, round_to
from schema.values.figures import Result
from schema.values.qualifiers import qualifier_of

_MOST_PLACES = 12
_PERCENT = '"%"'


def point_format(result: Result, shown: Decimal | None, number_format: str, language: str) -> str:
    """Return the number format of one point (`shown` stands there), or an empty text where the chart's own will do.

    A program rounds half up: it gets as many decimals as make the words around the number true.
    """
    if shown is None:
        return ""
    decimals = len(number_format.removesuffix(_PERCENT).partition(".")[2])
    kept = _true_decimals(shown, result.qualifier, decimals)
    if kept == decimals and not result.qualifier:
        return ""
    before, inside, after = (f'"{words}"' if words else "" for words in qualifier_words(result.qualifier, language))
    percent = _PERCENT if number_format.endswith(_PERCENT) else ""
    return before + "#,##0" + ("." + "0" * kept if kept else "") + inside + percent + after


def own_formats(formats: Iterable[str]) -> tuple[str, ...]:
    """Return the formats of a series' points; none where no point has one of its own."""
    known = tuple(formats)
    return known if any(known) else ()


def formatted(shown: Decimal, own_format: str) -> str:
    """Return a point in words: its number, with the words of a format of its own around it."""
    before, digits, after = own_format.replace('"', "").partition("#,##0")
    return f"{before}{shown}{after.lstrip('.0')}" if digits else str(shown)


def _true_decimals(shown: Decimal, qualifier: str, decimals: int) -> int:
    own = len(plain(shown).partition(".")[2])
    kept = min(decimals, own) if qualifier else decimals
    while kept < min(own, _MOST_PLACES) and not _is_true(shown, qualifier, kept):
        kept += 1
    return kept


def _is_true(shown: Decimal, qualifier: str, decimals: int) -> bool:
    rounded = round_half_up(shown, decimals)
    return rounded == round_to(shown, decimals, qualifier_of(qualifier).rounding) and (bool(rounded) or not shown)
