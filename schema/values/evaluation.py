"""Evaluation of a formula's tree: Decimal, lazy, and missing in → missing out, never zero."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from schema.grammar.decimals import EXACT, quotient
from schema.grammar.formula import Call, FactorRef, Node, Number, Operation, Ref
from schema.values.display import round_half_up

Outcome = Decimal | bool | None
# ROUND to more places than any number has leaves it as it is.
_PLACES = 200


class ZeroDivisor(ArithmeticError):
    """A formula divides by zero: its value is missing, with this reason."""


@dataclass(frozen=True, slots=True)
class Lookup:
    """Where a formula finds its inputs, in coherent base units; None marks a missing one."""

    reference: Callable[[Ref], Sequence[Decimal | None]]
    factor: Callable[[str], Decimal | None]


def evaluate(node: Node, lookup: Lookup) -> Outcome:
    """Return the value of a tree in base units, a truth value for a comparison, or None where an input is missing."""
    if isinstance(node, Number):
        return node.value
    if isinstance(node, Ref):
        values = lookup.reference(node)
        return values[0] if len(values) == 1 else None
    if isinstance(node, FactorRef):
        return lookup.factor(node.code)
    return _call(node, lookup) if isinstance(node, Call) else _operation(node, lookup)


def _call(node: Call, lookup: Lookup) -> Outcome:
    if node.function == "IF":
        condition = evaluate(node.arguments[0], lookup)
        return None if condition is None else evaluate(node.arguments[1 if condition else 2], lookup)
    values = _numbers(node.arguments, lookup)
    return None if values is None or not values else _FUNCTIONS[node.function](values)


def _numbers(nodes: Sequence[Node], lookup: Lookup) -> list[Decimal] | None:
    values: list[Decimal] = []
    for node in nodes:
        operands = lookup.reference(node) if isinstance(node, Ref) else (evaluate(node, lookup),)
        for value in operands:
            if value is None:
                return None
            values.append(Decimal(value))
    return values


def _total(values: Sequence[Decimal]) -> Decimal:
    total = Decimal(0)
    for value in values:
        total = EXACT.add(total, value)
    return total


_FUNCTIONS: dict[str, Callable[[list[Decimal]], Decimal]] = {
    "SUM": _total,
    "AVERAGE": lambda values: quotient(_total(values), Decimal(len(values))),
    "MIN": min,
    "MAX": max,
    "ABS": lambda values: values[0].copy_abs(),
    "ROUND": lambda values: round_half_up(values[0], max(-_PLACES, min(_PLACES, int(values[1])))),
}


def _operation(node: Operation, lookup: Lookup) -> Outcome:
    if node.operator in ("AND", "OR", "NOT"):
        return _logic(node, lookup)
    values = [evaluate(operand, lookup) for operand in node.operands]
    numbers = [Decimal(value) for value in values if value is not None]
    if len(numbers) != len(values):
        return None
    if len(numbers) == 1:
        return numbers[0].copy_negate()
    return _binary(node.operator, numbers[0], numbers[1])


def _logic(node: Operation, lookup: Lookup) -> Outcome:
    values = [evaluate(operand, lookup) for operand in node.operands]
    if any(value is None for value in values):
        return None
    if node.operator == "NOT":
        return not values[0]
    return all(values) if node.operator == "AND" else any(values)


def _binary(operator: str, left: Decimal, right: Decimal) -> Outcome:
    if operator == "/":
        if right == 0:
            raise ZeroDivisor
        return quotient(left, right)
    return _BINARY[operator](left, right)


_BINARY: dict[str, Callable[[Decimal, Decimal], Outcome]] = {
    "+": EXACT.add,
    "-": EXACT.subtract,
    "*": EXACT.multiply,
    "=": lambda left, right: left == right,
    "<>": lambda left, right: left != right,
    "<": lambda left, right: left < right,
    "<=": lambda left, right: left <= right,
    ">": lambda left, right: left > right,
    ">=": lambda left, right: left >= right,
}
