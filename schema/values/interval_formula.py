"""A formula over intervals: what its value may be, where its inputs may be any value that their words allow."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from schema.grammar.formula import Call, FactorRef, Node, Number, Operation, Ref
from schema.values import interval_arithmetic as reckon
from schema.values.display import round_half_up
from schema.values.interval_arithmetic import ANYTHING, exactly
from schema.values.intervals import Interval

_PLACES = 200


@dataclass(frozen=True, slots=True)
class IntervalLookup:
    """Where a formula finds the intervals of its inputs, and its constants, in coherent base units; all are there."""

    reference: Callable[[Ref], Sequence[Interval]]
    factor: Callable[[str], Decimal]


def evaluate_interval(node: Node, lookup: IntervalLookup) -> Interval:
    """Return what the value of a tree may be, in base units."""
    match node:
        case Number():
            return exactly(node.value)
        case Ref():
            values = lookup.reference(node)
            return values[0] if len(values) == 1 else ANYTHING
        case FactorRef():
            return exactly(lookup.factor(node.code))
        case Call():
            return _call(node, lookup)
        case Operation():
            return _operation(node, lookup)


def _call(node: Call, lookup: IntervalLookup) -> Interval:
    if node.function == "IF":
        condition = _holds(node.arguments[0], lookup)
        branches = node.arguments[1:] if condition is None else node.arguments[1 if condition else 2 :][:1]
        found = [evaluate_interval(branch, lookup) for branch in branches]
        return found[0] if len(found) == 1 else reckon.either(found[0], found[1])
    terms: list[Interval] = []
    for argument in node.arguments:
        terms += lookup.reference(argument) if isinstance(argument, Ref) else [evaluate_interval(argument, lookup)]
    return _FUNCTIONS[node.function](terms)


def _total(terms: Sequence[Interval]) -> Interval:
    total = exactly(Decimal(0))
    for term in terms:
        total = reckon.add(total, term)
    return total


def _rounded(terms: Sequence[Interval]) -> Interval:
    places = max(-_PLACES, min(_PLACES, int(terms[1].low)))
    return reckon.mapped(terms[0], lambda value: round_half_up(value, places))


_FUNCTIONS: dict[str, Callable[[Sequence[Interval]], Interval]] = {
    "SUM": _total,
    "AVERAGE": lambda terms: reckon.divide(_total(terms), exactly(Decimal(len(terms)))),
    "MIN": reckon.least,
    "MAX": reckon.greatest,
    "ABS": lambda terms: reckon.size(terms[0]),
    "ROUND": _rounded,
}


def _operation(node: Operation, lookup: IntervalLookup) -> Interval:
    if node.operator not in _BINARY:
        return ANYTHING  # a truth is no number
    terms = [evaluate_interval(operand, lookup) for operand in node.operands]
    return reckon.negate(terms[0]) if len(terms) == 1 else _BINARY[node.operator](terms[0], terms[1])


_BINARY: dict[str, Callable[[Interval, Interval], Interval]] = {
    "+": reckon.add,
    "-": lambda left, right: reckon.add(left, reckon.negate(right)),
    "*": reckon.multiply,
    "/": reckon.divide,
}


def _holds(node: Node, lookup: IntervalLookup) -> bool | None:
    """Return whether a condition holds for all values of its inputs, or None where it does for some."""
    if not isinstance(node, Operation):
        return None
    if node.operator in ("AND", "OR", "NOT"):
        parts = [_holds(operand, lookup) for operand in node.operands]
        return None if None in parts else _LOGIC[node.operator](parts)
    if node.operator not in _COMPARED:
        return None
    left, right = (evaluate_interval(operand, lookup) for operand in node.operands)
    return _COMPARED[node.operator](left, right)


_LOGIC: dict[str, Callable[[Sequence[bool | None]], bool]] = {
    "AND": all,
    "OR": any,
    "NOT": lambda parts: not parts[0],
}


def _less(left: Interval, right: Interval) -> bool | None:
    if left.wholly_below(right):
        return True
    return None if left.low < right.high else False


def _equal(left: Interval, right: Interval) -> bool | None:
    if not left.meets(right):
        return False
    return True if left.low == left.high == right.low == right.high else None


def _not(truth: bool | None) -> bool | None:
    return None if truth is None else not truth


_COMPARED: dict[str, Callable[[Interval, Interval], bool | None]] = {
    "=": _equal,
    "<>": lambda left, right: _not(_equal(left, right)),
    "<": _less,
    ">": lambda left, right: _less(right, left),
    "<=": lambda left, right: _not(_less(right, left)),
    ">=": lambda left, right: _not(_less(left, right)),
}
