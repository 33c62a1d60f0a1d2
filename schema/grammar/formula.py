"""A formula or rule as a parsed tree; the text is kept for people, the tree is what is computed.

Scales turn each reference into coherent base units (1 t = 1000 kg, 1 % = 0.01), so that evaluation never
asks what a unit is. The loader makes the scales (schema.grammar.formula_parser, schema.catalogue.dimensions).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Number:
    """A literal number, dimensionless."""

    value: Decimal


@dataclass(frozen=True, slots=True)
class Ref:
    """[code@-1:gender=male]: `offset` years from the figure's period, or `year` if not 0. `category` may hold *.

    `entity` is empty for that of the figure, * for each that is asked for the metric below it; so is `span`.
    """

    code: str
    offset: int = 0
    year: int = 0
    category: str = ""
    scale: Decimal = ONE
    entity: str = ""
    span: str = ""

    def target(self) -> str:
        """Return which values it means, without year: `code/site:gender=*`."""
        at = f"{self.code}/{self.entity}" if self.entity else self.code
        at = f"{at}@-0{self.span}" if self.span else at
        return f"{at}:{self.category}" if self.category else at


@dataclass(frozen=True, slots=True)
class FactorRef:
    """[factor.code]: the version in force in the figure's year; [factor.group.*] that of the factor of its place."""

    code: str


@dataclass(frozen=True, slots=True)
class Operation:
    """`operator` is one of + - * / = <> < <= > >= AND OR NOT (unary minus and NOT have one operand)."""

    operator: str
    operands: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Call:
    """IF SUM AVERAGE MIN MAX ROUND ABS."""

    function: str
    arguments: tuple[Node, ...]


Node = Number | Ref | FactorRef | Operation | Call


@dataclass(frozen=True, slots=True)
class Formula:
    """`scale` is the stored unit of the figure in base units: stored value = tree / scale."""

    text: str
    tree: Node
    scale: Decimal = ONE

    def references(self) -> tuple[Ref, ...]:
        """Return every reference to a metric, in reading order."""
        return tuple(node for node in walk(self.tree) if isinstance(node, Ref))

    @property
    def by_place(self) -> bool:
        """Whether it names a group of factors (grid.*), of which each place has its own."""
        return ".*" in self.text  # nothing else in a formula is written so

    def factors(self) -> tuple[str, ...]:
        """Return the codes of every factor, in reading order."""
        return tuple(node.code for node in walk(self.tree) if isinstance(node, FactorRef))


def is_product(node: Node) -> bool:
    """Whether a tree only multiplies and divides: what does not apply then makes the whole not apply."""
    return all(
        part.operator in ("*", "/") if isinstance(part, Operation) else not isinstance(part, Call)
        for part in walk(node)
    )


def walk(node: Node) -> Iterator[Node]:
    """Yield the node and all below it, in reading order."""
    yield node
    children: tuple[Node, ...] = ()
    if isinstance(node, Operation):
        children = node.operands
    elif isinstance(node, Call):
        children = node.arguments
    for child in children:
        yield from walk(child)
