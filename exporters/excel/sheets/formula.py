"""Formulas of the catalogue as live Excel formulas: "" where an input is missing, units exact, readable.

A term is `constant × text`: unit scales are gathered in one exact fraction, so that [gas] * [factor] / 3600 does not
drown in conversions.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from schema.catalogue.factors import FactorVersion
from schema.grammar.formula import Call, FactorRef, Formula, Node, Number, Operation, Ref
from schema.grammar.reference import Key, parse_rows
from schema.values.figures import Figures
from schema.values.omissions import counts_as_nothing

ONE = Fraction(1)
ATOM, PRODUCT, SUM, COMPARISON = range(4)
_LONGEST_INTEGER = 10**15


@dataclass(frozen=True, slots=True)
class Names:
    """How a formula finds its inputs: `cells` joins keys as arguments, `factor` gives a constant.

    `lacking` is true where one of these keys has no value.
    """

    cells: Callable[[Sequence[Key]], str]
    factor: Callable[[FactorVersion], str]
    lacking: Callable[[Sequence[Key]], str]


@dataclass(frozen=True, slots=True)
class _Term:
    """`constant × text`; no text = the bare constant. `level` says how loosely the text binds."""

    constant: Fraction
    text: str = ""
    level: int = ATOM


class _NoValueError(Exception):
    """The formula can have no value in this year (a factor is not in force, a reference has several cells)."""


def excel_formula(formula: Formula, key: Key, figures: Figures, names: Names, divisor: Fraction = ONE) -> str:
    """Return the figure at `key` / divisor as an Excel formula without "="."""
    writer = _Writer(key, figures, names)
    needed: list[Key] = []
    try:
        term = writer.term(formula.tree, needed)
    except _NoValueError:
        return '""'
    text = _guarded(
        _render(_Term(term.constant / Fraction(formula.scale) / divisor, term.text, term.level)), writer.divisors
    )
    if needed:
        text = f'IF({_lacks(needed, names)},"",{text})'
    return f'IF(ISNA({text}),"",{text})' if writer.may_lack else text


def _guarded(text: str, divisors: Sequence[str], nothing: str = '""') -> str:
    """Return what is `nothing` where a divisor is 0, the innermost asked first; any other error stays to be seen."""
    for divisor in reversed(dict.fromkeys(divisors)):
        text = f"IF({divisor}=0,{nothing},{text})"
    return text


def _lacks(keys: Sequence[Key], names: Names) -> str:
    return names.lacking(list(dict.fromkeys(keys)))


class _Writer:
    """Walks one formula's tree at one key; `divisors` may be 0; `may_lack` when a branch may lack its input."""

    def __init__(self, key: Key, figures: Figures, names: Names) -> None:
        self.key = key
        self.figures = figures
        self.names = names
        self.divisors: list[str] = []
        self.may_lack = False

    def term(self, node: Node, needed: list[Key]) -> _Term:
        """Return the node as a term and add the cells that it cannot do without."""
        if isinstance(node, Number):
            return _Term(Fraction(node.value))
        if isinstance(node, Ref):
            return self._reference(node, needed)
        if isinstance(node, FactorRef):
            return self._factor(node)
        return self._call(node, needed) if isinstance(node, Call) else self._operation(node, needed)

    def _reference(self, ref: Ref, needed: list[Key]) -> _Term:
        targets = self.figures.targets(ref, self.key)
        if len(targets) != 1:
            raise _NoValueError
        needed.extend(targets)
        return _Term(Fraction(ref.scale), self.names.cells(targets))

    def _added(self, ref: Ref) -> tuple[Key, ...]:
        """Return the cells that a function takes of a reference: what does not apply adds nothing."""
        targets = self.figures.targets(ref, self.key)
        return tuple(key for key in targets if not counts_as_nothing(self.figures.value(key).omission))

    def _factor(self, node: FactorRef) -> _Term:
        version = self.figures.factor(node.code, self.key.period, self.key.entity)
        if version is None:
            raise _NoValueError
        # A scale without an end (1/3600000) is kept with 28 digits: the fraction behind them is meant.
        scale = Fraction(version.scale)
        return _Term(
            scale.limit_denominator(_LONGEST_INTEGER) if version.rounded else scale, self.names.factor(version)
        )

    def _call(self, call: Call, needed: list[Key]) -> _Term:
        if call.function == "IF":
            return self._choice(call, needed)
        if call.function == "ROUND":
            number, places = (_render(self.term(argument, needed)) for argument in call.arguments)
            return _Term(ONE, f"ROUND({number},{places})")
        return self._aggregate(call, needed)

    def _choice(self, call: Call, needed: list[Key]) -> _Term:
        self.may_lack = True
        condition = _render(self.term(call.arguments[0], needed))
        yes, no = (self._branch(argument) for argument in call.arguments[1:])
        return _Term(ONE, f"IF({condition},{yes},{no})")

    def _branch(self, node: Node) -> str:
        """Return what counts only where it is taken: so do its own missing inputs and divisors."""
        outer, self.divisors = self.divisors, []
        needed: list[Key] = []
        text = _guarded(_render(self.term(node, needed)), self.divisors, "NA()")
        self.divisors = outer
        return f"IF({_lacks(needed, self.names)},NA(),{text})" if needed else text

    def _aggregate(self, call: Call, needed: list[Key]) -> _Term:
        terms: list[_Term] = []
        for argument in call.arguments:
            if isinstance(argument, Ref):
                targets = self._added(argument)
                if not targets:
                    terms += [_Term(Fraction(0))] if parse_rows(argument.code) else []
                    continue
                needed.extend(targets)
                terms.append(_Term(Fraction(argument.scale), self.names.cells(targets)))
            else:
                terms.append(self.term(argument, needed))
        if not terms:
            raise _NoValueError
        constant, texts = _common(terms)
        return _Term(constant, f"{call.function}({','.join(texts)})")

    def _operation(self, node: Operation, needed: list[Key]) -> _Term:
        terms = [self.term(operand, needed) for operand in node.operands]
        if node.operator in ("AND", "OR", "NOT"):
            return _Term(ONE, f"{node.operator}({','.join(_render(term) for term in terms)})")
        if len(terms) == 1:
            return _Term(-terms[0].constant, terms[0].text, terms[0].level)
        if node.operator == "*":
            return _product(*terms)
        if node.operator == "/":
            return self._quotient(*terms)
        return _sum(node.operator, *terms) if node.operator in "+-" else _comparison(node.operator, *terms)

    def _quotient(self, left: _Term, right: _Term) -> _Term:
        if not right.text:
            if not right.constant:
                raise _NoValueError
            return _Term(left.constant / right.constant, left.text, left.level)
        over, under = _within(left, PRODUCT) if left.text else "1", _within(right, ATOM)
        self.divisors.append(under)
        return _Term(left.constant / right.constant, f"{over}/{under}", PRODUCT)


def _product(left: _Term, right: _Term) -> _Term:
    constant = left.constant * right.constant
    if not left.text or not right.text:
        kept = left if left.text else right
        return _Term(constant, kept.text, kept.level)
    return _Term(constant, f"{_within(left, PRODUCT)}*{_within(right, PRODUCT)}", PRODUCT)


def _sum(operator: str, left: _Term, right: _Term) -> _Term:
    if not left.text and not right.text:
        return _Term(left.constant + right.constant * (1 if operator == "+" else -1))
    constant, (first, second) = _common((left, right))
    if operator == "-" and (right.level == SUM or second.startswith("-")):
        second = f"({second})"
    return _Term(constant, f"{first}{operator}{second}", SUM)


def _comparison(operator: str, left: _Term, right: _Term) -> _Term:
    _, (first, second) = _common((left, right))  # a shared constant is positive and turns no comparison round
    return _Term(ONE, f"({first}{operator}{second})")


def _common(terms: Sequence[_Term]) -> tuple[Fraction, list[str]]:
    """Take a shared constant out of all terms, or none."""
    constants = {term.constant for term in terms}
    if len(constants) == 1 and all(term.text for term in terms) and min(constants) > 0:
        return constants.pop(), [term.text for term in terms]
    return ONE, [_render(term) for term in terms]


def _within(term: _Term, level: int) -> str:
    return f"({term.text})" if term.level > level else term.text


def _render(term: _Term) -> str:
    """Write a term with its constant as a product."""
    if not term.text:
        return _fraction(term.constant)
    if term.constant == ONE:
        return term.text
    over, under = term.constant.numerator, term.constant.denominator
    text = _within(term, PRODUCT)
    if max(abs(over), under) >= _LONGEST_INTEGER:
        return f"{text}*{float(term.constant)!r}"
    return text + (f"*{over}" if over != 1 else "") + (f"/{under}" if under != 1 else "")


def _fraction(value: Fraction) -> str:
    if value.denominator == 1:
        return str(value.numerator) if value >= 0 else f"({value.numerator})"
    decimal = Decimal(value.numerator) / Decimal(value.denominator)
    exact = Fraction(decimal) == value and len(decimal.as_tuple().digits) <= 15
    return format(decimal, "f") if exact and value > 0 else f"({value.numerator}/{value.denominator})"
