"""How a cell takes values from the data sheet: by key, so that no order of rows anywhere changes what it shows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction

from schema.grammar.decimals import plain, quotient
from schema.grammar.reference import Key, value_key

DATA_TABLE = "annals_data"
_LONGEST_FORMULA = 8000  # characters; Excel takes 8,192
_LONGEST_NUMBER = 15  # digits that a cell keeps
_FEW = 3  # keys that are asked one by one


def own_key(key: Key) -> str:
    """Return the key of the row that has a value in its metric's own format."""
    return value_key(key.canonical(), "")


def literal(word_key: str) -> str:
    """Return a key as a formula has it that does not find it in a cell."""
    return f'"{word_key}"'


def looked_up(key: str) -> str:
    """Return the formula of a value of the data sheet; `key` is the cell with its key, or the key in quotes.

    It is an error where there is no such row, and empty where the row has no value.
    """
    return f"INDEX({DATA_TABLE}[value],MATCH({key},{DATA_TABLE}[key],0))"


def said(key: str) -> str:
    """Return the formula of what the draft prints of a value that is said in words; empty where nothing is."""
    return f'INDEX({DATA_TABLE}[printed],MATCH({key},{DATA_TABLE}[key],0))&""'


def shown(key: str, divisor: Decimal = Decimal(1), rounding: str = "", places: int = 0) -> str:
    """Return the formula of a value / divisor, rounded to `places` where a function is named; "" for no value."""
    value = looked_up(key)
    told = value + over(divisor)
    told = f"{rounding}({told},{places})" if rounding else told
    return f'IF({value}="","",{told})'


def over(divisor: Decimal) -> str:
    """Return what divides: a product where the divisor is one over a whole number; nothing for 1."""
    if divisor == 1:
        return ""
    turned = quotient(Decimal(1), divisor)
    if divisor < 1 and turned == turned.to_integral_value():
        return "*" + plain(turned)
    text = plain(divisor)
    return "/" + (text if len(text) <= _LONGEST_NUMBER else repr(float(divisor)))


def arguments(keys: Sequence[Key]) -> str:
    """Return values as arguments of a function."""
    return ",".join(looked_up(literal(own_key(key))) for key in keys)


def lacking(keys: Sequence[Key]) -> str:
    """Return what is true where one of these has no value, and an error where one has no row."""
    if len(keys) == 1:
        return f'{looked_up(literal(own_key(keys[0])))}=""'
    if len(keys) <= _FEW:
        return "OR(" + ",".join(looked_up(literal(own_key(key))) + '=""' for key in keys) + ")"
    return f"IF({_rows(keys)}<{len(keys)},NA(),{_values(keys)}<{len(keys)})"


def summed_up(keys: Iterable[Key]) -> str:
    """Return the formula of the sum of values of the data sheet."""
    return f"SUMPRODUCT(SUMIFS({DATA_TABLE}[value],{DATA_TABLE}[key],{_listed(keys)}))"


def total(keys: Sequence[Key], needed: int, divisor: Decimal = Decimal(1), weights: Sequence[Decimal] = ()) -> str:
    """Return the formula of a total / divisor: "" for fewer values than `needed`, an error where a row lacks.

    With `weights` each value counts by its own.
    """
    added = _weighted(keys, weights) if weights else summed_up(keys)
    counted = f'IF({_values(keys)}<{needed},"",{added}{over(divisor)})'
    return f"IF({_rows(keys)}<{len(keys)},NA(),{counted})"


def _weighted(keys: Sequence[Key], weights: Sequence[Decimal]) -> str:
    """Return the sum of values of the data sheet, those of one weight together."""
    groups: dict[Decimal, list[Key]] = {}
    for key, weight in zip(keys, weights, strict=True):
        groups.setdefault(weight, []).append(key)
    terms = (summed_up(same) + times(Fraction(weight)) for weight, same in groups.items())
    return f"({'+'.join(terms)})"


def times(scale: Fraction) -> str:
    """Return what multiplies by a fraction; nothing for 1."""
    above, under = scale.numerator, scale.denominator
    return (f"*{above}" if above != 1 else "") + (f"/{under}" if under != 1 else "")


def fits(formula: str) -> bool:
    """Whether a cell takes a formula of this length."""
    return len(formula) <= _LONGEST_FORMULA


def _rows(keys: Iterable[Key]) -> str:
    return f"SUMPRODUCT(COUNTIFS({DATA_TABLE}[key],{_listed(keys)}))"


def _values(keys: Iterable[Key]) -> str:
    return f'SUMPRODUCT(COUNTIFS({DATA_TABLE}[key],{_listed(keys)},{DATA_TABLE}[value],"<>"))'


def _listed(keys: Iterable[Key]) -> str:
    return "{" + ",".join(literal(own_key(key)) for key in keys) + "}"
