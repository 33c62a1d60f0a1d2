"""Formulas and rules as people write them, Excel-like, read into a tree (imports lark: only while loading)."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Any

from lark import Lark, Token, Transformer, UnexpectedInput
from lark.exceptions import VisitError

from schema.grammar.decimals import is_long_text
from schema.grammar.formula import Call, FactorRef, Node, Number, Operation, Ref
from schema.grammar.reference import parse_reference, parse_rows

_GRAMMAR = r"""
?start: disjunction
?disjunction: comparison
?comparison: sum [COMPARE sum]
?sum: product | sum ADD product
?product: unary | product MUL unary
?unary: ADD unary -> sign
      | postfix
?postfix: atom | atom "%" -> percent
?atom: NUMBER -> number
     | "[" REFERENCE "]" -> reference
     | NAME "(" [start ("," start)*] ")" -> call
     | "(" start ")"
COMPARE: "<=" | ">=" | "<>" | "=" | "<" | ">"
ADD: "+" | "-"
MUL: "*" | "/"
REFERENCE: /[^\[\]]+/
NAME: /[A-Za-z]+/
NUMBER: /\d+(\.\d+)?/
%ignore /[ \t\n]+/
"""
_ARGUMENTS = {"IF": (3, 3), "AND": (1, 99), "OR": (1, 99), "NOT": (1, 1), "SUM": (1, 99), "AVERAGE": (1, 99),
              "MIN": (1, 99), "MAX": (1, 99), "ROUND": (2, 2), "ABS": (1, 1)}  # fmt: skip
_LOGICAL = ("AND", "OR", "NOT")


class FormulaError(ValueError):
    """A formula cannot be read; `column` counts from 1, `near` is the text that was not understood."""

    def __init__(self, reason: str, column: int = 0, near: str = "") -> None:
        super().__init__(reason)
        self.reason, self.column, self.near = reason, column, near


class _Tree(Transformer[Token, Node]):
    """Turns lark's tree into ours; lark calls the methods by rule name with lists of children."""

    def number(self, parts: list[Any]) -> Node:
        token: Token = parts[0]
        if is_long_text(token):
            raise FormulaError("definition.digits", token.column or 0, str(token))
        return Number(Decimal(token))

    def percent(self, parts: list[Any]) -> Node:
        return Operation("*", (parts[0], Number(Decimal("0.01"))))

    def sign(self, parts: list[Any]) -> Node:
        return Operation("-", (parts[1],)) if parts[0] == "-" else parts[1]

    def sum(self, parts: list[Any]) -> Node:
        return Operation(str(parts[1]), (parts[0], parts[2]))

    product = sum

    def comparison(self, parts: list[Any]) -> Node:
        if parts[1] is None:
            return parts[0]
        return Operation(str(parts[1]), (parts[0], parts[2]))

    def reference(self, parts: list[Any]) -> Node:
        return _reference(parts[0])

    def call(self, parts: list[Any]) -> Node:
        name, arguments = str(parts[0]).upper(), tuple(part for part in parts[1:] if part is not None)
        low, high = _ARGUMENTS.get(name, (0, -1))
        if high < 0:
            raise FormulaError("definition.formula_function", parts[0].column, str(parts[0]))
        if not low <= len(arguments) <= high:
            raise FormulaError("definition.formula_arguments", parts[0].column, name)
        return Operation(name, arguments) if name in _LOGICAL else Call(name, arguments)


def _reference(token: Token) -> Node:
    text = str(token).strip()
    if text.startswith("factor."):
        return FactorRef(text.removeprefix("factor."))
    if parse_rows(text):
        return Ref(text)
    found = parse_reference(text)
    if found is None:
        raise FormulaError("definition.formula_reference", token.column or 0, text)
    return Ref(found.code, found.offset, found.year, found.category, entity=found.entity, span=found.span)


@cache
def _parser() -> Any:  # lark types its parse results loosely
    return Lark(_GRAMMAR, parser="lalr", maybe_placeholders=True)


class FormulaReader:
    """Reads formula texts; the first one builds the parser."""

    def __init__(self) -> None:
        self._lark = _parser()
        self._tree = _Tree()

    def read(self, text: str) -> Node:
        """Return the tree of a formula; FormulaError says where it cannot be read."""
        try:
            return self._tree.transform(self._lark.parse(text.strip().removeprefix("=")))
        except UnexpectedInput as error:
            column = int(getattr(error, "column", 0))
            raise FormulaError("definition.formula_syntax", column, text[max(0, column - 1) :][:20]) from None
        except VisitError as error:
            if isinstance(error.orig_exc, FormulaError):
                raise error.orig_exc from None
            raise
