"""Compiled definitions from strangers: each field holds what its type says, and what is named is there.

The loader checks what editors write; what comes in a pack was compiled already, by whoever sent it.
"""

from __future__ import annotations

import json
import re
import types
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints
from unicodedata import is_normalized

from schema.catalogue.compiled import CLASSES, read_json, to_json
from schema.catalogue.definitions import Catalogue, Metric
from schema.catalogue.entities import EVERY, is_tree
from schema.catalogue.factors import dimensions_of
from schema.catalogue.kinds import COLUMN_KINDS, METRIC_KINDS
from schema.catalogue.outline import Definitions, Outline, placements, records_block
from schema.catalogue.relations import RELATION_KINDS
from schema.grammar.formula import FactorRef, Formula, Ref, walk
from schema.grammar.languages import LANGUAGES
from schema.grammar.reference import category_parts, parse_reference
from schema.values.parse import clean_text

_MOST, _DIGITS = 10**9, 200
_ESCAPED = re.compile(r"\\(.)")


class BadDefinitions(Exception):
    """What is written are no definitions that the program would have written."""


def read_foreign(plain: object) -> str:
    """Return the compiled text of definitions that are whole. Raises BadDefinitions, whatever stands there."""
    text = json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    try:
        found = read_json(text)
        whole = _is_clean(text) and _checker(Definitions)(found)
        if not whole or to_json(found) != text or not all(_consistent(found)):
            raise BadDefinitions
    except (ValueError, TypeError, KeyError, AttributeError, ArithmeticError, RecursionError) as error:
        raise BadDefinitions from error
    return text


def _is_clean(text: str) -> bool:
    """Whether JSON holds only texts as `clean_text` leaves them; each character is looked at once."""
    controls = set(_ESCAPED.findall(text)) & set("urbf")
    return not controls and is_normalized("NFC", text) and all(clean_text(one) == one for one in set(text))


Checker = Callable[[Any], bool]


@cache
def _checker(wanted: Any) -> Checker:
    """Return what says whether a value is of a type, with all that is in it; made once per type."""
    if wanted in _PLAIN:
        return _PLAIN[wanted]
    origin, arguments = get_origin(wanted), get_args(wanted)
    if origin in (Union, types.UnionType):
        return lambda value: any(_checker(one)(value) for one in arguments)
    if origin is Literal:
        return lambda value: value in arguments
    if origin is tuple:
        return lambda value: isinstance(value, tuple) and all(map(_checker(arguments[0]), value))  # pyright: ignore
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return lambda value: all(map(_PLAIN[str], value)) and all(map(_checker(arguments[1]), value.values()))
    return _class_checker(wanted)


def _class_checker(wanted: type) -> Checker:
    if not is_dataclass(wanted):
        raise TypeError
    hints = get_type_hints(wanted, localns=dict(CLASSES))
    names = [(item.name, hints[item.name]) for item in fields(wanted)]
    return lambda value: isinstance(value, wanted) and all(_checker(hint)(getattr(value, name)) for name, hint in names)


def _is_whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) < _MOST


def _is_number(value: Any) -> bool:
    """Whether it is a number of a size that can be written out; a quotient may have more digits than are typed."""
    if not isinstance(value, Decimal) or not value.is_finite():
        return False
    return abs(value.adjusted()) < _DIGITS and len(value.as_tuple().digits) < _DIGITS


_PLAIN: Mapping[Any, Checker] = {
    str: lambda value: isinstance(value, str),
    int: _is_whole,
    bool: lambda value: isinstance(value, bool),
    Decimal: _is_number,
    types.NoneType: lambda value: value is None,
}


def _consistent(found: Definitions) -> Iterator[bool]:
    """Yield whether each thing that is named is there."""
    catalogue = found.catalogue
    for code, metric in catalogue.metrics.items():
        yield code == metric.code and all(_fits(metric, catalogue))
    yield is_tree(catalogue.entities) and all(
        one.department in ("", *catalogue.departments) for one in catalogue.entities
    )
    formulas = [rule.formula for rule in catalogue.rules]
    formulas += [metric.formula for metric in catalogue.metrics.values() if metric.formula]
    yield all(_reaches(formula, catalogue) for formula in formulas)
    held = [ref for total in catalogue.totals for ref in (total.whole, *total.parts)]
    held += [ref for relation in catalogue.relations for ref in relation.terms]
    yield all(_is_there(ref, catalogue) for ref in held)
    yield all(one.kind in RELATION_KINDS for one in catalogue.relations)
    columns = [column for record in catalogue.records.values() for column in record.columns]
    yield all(column.kind in COLUMN_KINDS and column.unit in ("", *catalogue.units) for column in columns)
    for code, outline in found.outlines.items():
        yield code == outline.code and outline.language in LANGUAGES and all(_placed(outline, catalogue))


def _fits(metric: Metric, catalogue: Catalogue) -> Iterator[bool]:
    yield metric.kind in METRIC_KINDS and metric.unit in catalogue.units
    yield all(choice.code.isdecimal() and choice.code.isascii() for choice in metric.choices)
    yield all(breakdown in catalogue.breakdowns for crossing in metric.crossings for breakdown in crossing)
    yield metric.department in ("", *catalogue.departments)
    yield all(framework in catalogue.frameworks for framework in metric.disclosures)
    yield all(_is_entity(code, catalogue) for code in metric.entities)


def _reaches(formula: Formula, catalogue: Catalogue) -> bool:
    factors = {*dimensions_of(catalogue.factors)}
    nodes = list(walk(formula.tree))
    return all(_is_there(node, catalogue) for node in nodes if isinstance(node, Ref)) and factors.issuperset(
        node.code for node in nodes if isinstance(node, FactorRef)
    )


def _is_there(ref: Ref, catalogue: Catalogue) -> bool:
    return ref.code in catalogue.metrics and _is_cut(ref.category, catalogue) and _is_entity(ref.entity, catalogue)


def _is_entity(code: str, catalogue: Catalogue) -> bool:
    return code in ("", EVERY) or catalogue.entity(code) is not None


def _is_cut(category: str, catalogue: Catalogue) -> bool:
    known, parts = catalogue.breakdowns, category_parts(category)
    return all(name in known and (member == "*" or known[name].member(member)) for name, member in parts)


def _placed(outline: Outline, catalogue: Catalogue) -> Iterator[bool]:
    departments = {"", *catalogue.departments}
    for section in outline.walk():
        yield section.department in departments and section.level in (1, 2, 3)
        for block in section.blocks:
            listing = records_block(block)
            yield block.department in departments and (listing is None or listing.type in catalogue.records)
            references = [parse_reference(placement.reference) for placement in placements(block)]
            yield all(ref is not None and ref.code in catalogue.metrics for ref in references)
            yield all(_is_cut(ref.category, catalogue) for ref in references if ref is not None)
            yield all(_is_entity(ref.entity, catalogue) for ref in references if ref is not None)
