"""Unit definitions into exact factors and dimensions; the dimension check of formulas.

Imports pint, so only loading definitions may import this.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from schema.catalogue.definitions import Unit
from schema.grammar.formula import Call, FactorRef, Node, Number, Operation, Ref

Dimension = tuple[tuple[str, int], ...]
PURE: Dimension = ()


def dimension_text(dimension: Dimension) -> str:
    """Return the canonical text of a dimension (mass^1 person^-1; empty = a pure number)."""
    return " ".join(f"{name}^{power}" for name, power in dimension)


def read_dimension(text: str) -> Dimension:
    """Read what dimension_text wrote."""
    pairs = (part.rpartition("^") for part in text.split())
    return tuple((name, int(power)) for name, _, power in pairs)


def dimension_words(dimension: Dimension, units: Mapping[str, Unit]) -> str:
    """Return a dimension as people say a unit of it, 千克/人 (kg per person): no power of a dimension is shown to them.

    One that no unit has is put together of units that each have a part of it; a pure number is 1.
    """
    if not dimension:
        return "1"
    if named := _said(dimension, units):
        return named
    above = [_powered(name, power, units) for name, power in dimension if power > 0]
    below = [_powered(name, -power, units) for name, power in dimension if power < 0]
    return " / ".join((" · ".join(above) or "1", *below))


def _said(dimension: Dimension, units: Mapping[str, Unit]) -> str:
    """Return the names of a dimension's unit, that of the factor one where there is one; empty where it has none."""
    text = dimension_text(dimension)
    fitting = sorted((unit for unit in units.values() if unit.dimension == text), key=lambda unit: unit.factor != 1)
    if not fitting:
        return ""
    name = fitting[0].name
    return f"{name.zh_hans} ({name.en})" if name.zh_hans != name.en else name.en


def _powered(name: str, power: int, units: Mapping[str, Unit]) -> str:
    if power > 1 and (named := _said(((name, power),), units)):
        return named
    raised = {2: "²", 3: "³"}.get(power, f" ** {power}" if power > 1 else "")
    return (_said(((name, 1),), units) or name) + raised


def combine(left: Dimension, right: Dimension, sign: int = 1) -> Dimension:
    """Multiply (sign 1) or divide (sign -1) two dimensions."""
    powers = dict(left)
    for name, power in right:
        powers[name] = powers.get(name, 0) + sign * power
    return tuple(sorted((name, power) for name, power in powers.items() if power))


class UnitReader:
    """Reads unit expressions such as `3600000 * joule`; every unknown word is a base unit of its own."""

    def __init__(self, expressions: tuple[str, ...]) -> None:
        import pint  # late: 0.5 s that only loading definitions may cost

        registry: Any = pint.UnitRegistry  # its stubs know float only

        known = {"kilogram", "metre", "second", "joule"}
        words = {word for text in expressions for word in re.findall(r"[a-z_]+", text)} - known
        lines = ["kilogram = [mass]", "metre = [length]", "second = [time]"]
        lines += ["joule = kilogram * metre ** 2 / second ** 2"]
        lines += [f"{word} = [{word}]" for word in sorted(words)]
        self._registry: Any = registry(lines, non_int_type=Decimal)

    def read(self, expression: str) -> tuple[Decimal, Dimension]:
        """Return factor to base units and dimension; ValueError where the expression cannot be read."""
        try:
            quantity = self._registry.Quantity(Decimal(1)) * self._registry.parse_expression(expression)
        except Exception as error:  # pint raises its own, tokenize's and arithmetic errors alike
            raise ValueError(expression) from error
        base = quantity.to_base_units()
        powers = {str(name).strip("[]"): int(power) for name, power in base.dimensionality.items()}
        return Decimal(base.magnitude), tuple(sorted(powers.items()))


@dataclass(frozen=True, slots=True)
class DimensionClash(Exception):
    """Two sides of a formula do not fit."""

    left: Dimension
    right: Dimension


ANY: Dimension = (("any", 0),)


def dimension_of(node: Node, metrics: Callable[[str], Dimension], factors: Mapping[str, Dimension]) -> Dimension:
    """Return the dimension of a formula's value; DimensionClash where its parts do not fit. Zero fits anything."""

    def visit(part: Node) -> Dimension:
        return dimension_of(part, metrics, factors)

    if isinstance(node, Number):
        return ANY if node.value == 0 else PURE
    if isinstance(node, Ref):
        return metrics(node.code)
    if isinstance(node, FactorRef):
        return factors.get(node.code, PURE)
    if isinstance(node, Call):
        return _of_call(node, [visit(argument) for argument in node.arguments])
    return _of_operation(node, [visit(operand) for operand in node.operands])


def _of_call(node: Call, parts: list[Dimension]) -> Dimension:
    if node.function == "IF":
        return _same(parts[1:])
    if node.function == "ROUND":
        return _same([*parts, PURE])
    return _same(parts)


def _of_operation(node: Operation, parts: list[Dimension]) -> Dimension:
    if node.operator in ("*", "/") and len(parts) == 2:
        left, right = (PURE if part == ANY else part for part in parts)
        return combine(left, right, 1 if node.operator == "*" else -1)
    if node.operator in ("AND", "OR", "NOT"):
        return PURE
    same = _same(parts)
    return same if node.operator in ("+", "-") else PURE


def _same(parts: list[Dimension]) -> Dimension:
    fixed = [part for part in parts if part != ANY]
    for part in fixed[1:]:
        if part != fixed[0]:
            raise DimensionClash(fixed[0], part)
    return fixed[0] if fixed else PURE
