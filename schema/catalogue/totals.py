"""Which whole is the sum of which parts, from when to when: declared in totals.yaml, or said by a rule."""

from __future__ import annotations

from schema.catalogue.definitions import Catalogue, Rule, Total
from schema.grammar.formula import Call, Formula, Node, Operation, Ref

_SUMS = {"=": True, "<=": False}
_MIRRORED = {"=": "=", ">=": "<=", "<=": ">="}


def totals_of(catalogue: Catalogue) -> tuple[Total, ...]:
    """Return the totals between metrics: those declared, and each rule that says no more than a total."""
    said = (total_of_rule(rule) for rule in catalogue.rules)
    return (*catalogue.totals, *(total for total in said if total is not None))


def rules_beside_totals(catalogue: Catalogue) -> tuple[Rule, ...]:
    """Return the rules that say more, or something else, than a total."""
    return tuple(rule for rule in catalogue.rules if total_of_rule(rule) is None)


def total_of_rule(rule: Rule) -> Total | None:
    """Return the total that a rule says: `[t] = [a] + [b]`, or `SUM([a:b=*]) <= [t]` for parts that are not all.

    A rule with other arithmetic, other years or a comparison of two single values is none (None).
    """
    total = read_total(rule.code, rule.formula)
    alone = total is not None and len(total.parts) == 1 and "*" not in total.parts[0].category
    return None if total is None or (alone and not total.complete) else total


def read_total(code: str, formula: Formula) -> Total | None:
    """Return what a formula says of a whole and its parts, of a single part, too; None where it says anything else."""
    tree = formula.tree
    if not isinstance(tree, Operation) or tree.operator not in _MIRRORED:
        return None
    left, right = tree.operands
    return _total(code, tree.operator, left, right) or _total(code, _MIRRORED[tree.operator], right, left)


def _total(code: str, operator: str, parts: Node, whole: Node) -> Total | None:
    """Return the total where the left side adds up parts and the right one is a single value."""
    if operator not in _SUMS or not isinstance(whole, Ref) or not _this_year(whole) or "*" in whole.target():
        return None
    added = _added(parts)
    if added is None or not all(map(_this_year, added)):
        return None
    return Total(code, whole, added, complete=_SUMS[operator])


def _this_year(ref: Ref) -> bool:
    return not (ref.offset or ref.year or ref.span)


def _added(node: Node) -> tuple[Ref, ...] | None:
    """Return the references that a node adds up, or None where it does anything else."""
    match node:
        case Ref():
            return (node,)
        case Operation(operator="+", operands=children) | Call(function="SUM", arguments=children):
            below = [_added(child) for child in children]
        case _:
            return None
    return None if None in below else tuple(ref for parts in below if parts for ref in parts)
