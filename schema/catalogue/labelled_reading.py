"""Metrics that are said in words: what their definitions may hold, and what none of them can."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from schema.catalogue import sources as form
from schema.catalogue.definitions import Catalogue, Category, Unit
from schema.catalogue.kinds import KINDS, NO_UNIT
from schema.catalogue.reading import Passage
from schema.grammar.formula import Call, Node, Operation, Ref

# Numbers of choices stand in workspaces for ever: short ones, written in one way only.
_NUMBER = re.compile(r"0|[1-9]\d{0,3}")
# What is about amounts: there is none.
_AMOUNTS = ("display", "sum_over", "minimum", "maximum", "change_threshold", "formula", "collected")
# Where a metric that is said in words may stand by itself: the answer is asked for, no amount.
CONDITIONS = frozenset(("=", "<>", "<", "<=", ">", ">=", "AND", "OR", "NOT"))


def units_to_name(units: Mapping[str, Unit], kind: str) -> Iterable[str]:
    """Return the codes that may stand as the unit of a metric of this kind."""
    return (NO_UNIT,) if KINDS[kind].labelled else (code for code in units if code != NO_UNIT)


def load_choices(passage: Passage, code: str, entry: form.MetricSource) -> tuple[Category, ...]:
    """Read the choices of a metric; what does not go with its kind is told."""
    kind = KINDS[entry.kind]
    if kind.chosen != bool(entry.choices):
        passage.at("choices").say("definition.metric_choices", name=code)
    for number, words in entry.choices.items():
        place = passage.at("choices", number)
        if not _NUMBER.fullmatch(number):
            place.say("definition.choice_number", name=number)
        for language in words.words().missing():
            place.say("definition.missing_language", name=number, language=language)
    for name in _AMOUNTS if kind.labelled else ():
        if getattr(entry, name):
            passage.at(name).say("definition.labelled_field", name=code, field=name)
    return tuple(Category(number, words.words()) for number, words in entry.choices.items())


def stands_as_condition(passage: Passage, catalogue: Catalogue, tree: Node) -> bool:
    """Whether each metric of a formula that is said in words is asked about, never computed with."""
    wrong = list(_computed(tree, catalogue, asked=False))
    for ref in wrong:
        passage.say("definition.labelled_reference", name=ref.code)
    return not wrong


def _computed(node: Node, catalogue: Catalogue, *, asked: bool) -> Iterator[Ref]:
    """Yield the references to metrics said in words outside of conditions; `asked`: the node is part of one."""
    if isinstance(node, Ref):
        metric = catalogue.metrics.get(node.code)
        if metric is not None and metric.traits.labelled and not asked:
            yield node
    elif isinstance(node, Operation):
        for operand in node.operands:
            yield from _computed(operand, catalogue, asked=node.operator in CONDITIONS)
    elif isinstance(node, Call):
        for place, argument in enumerate(node.arguments):
            yield from _computed(argument, catalogue, asked=node.function == "IF" and not place)
