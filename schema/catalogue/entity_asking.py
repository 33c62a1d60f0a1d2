"""Which entities are asked for a metric, and whose values are asked for where a report places one."""

from __future__ import annotations

from schema.catalogue.definitions import Metric
from schema.catalogue.entities import COMPANY, EVERY, EntityTree
from schema.grammar.reference import Key

AXIS = "entity"  # as a metric's `sum_over` names it


def adds_up(metric: Metric, tree: EntityTree) -> bool:
    """Whether a metric's values add up over entities; figures are computed anew at each, but those by place."""
    anew = metric.formula is not None and not metric.formula.by_place
    return bool(tree.entities) and AXIS in metric.sum_over and not anew


def asked_entities(metric: Metric, tree: EntityTree, entity: str, year: int) -> tuple[str, ...]:
    """Return the entities that a `*` stands for at an entity: those asked for the metric, else the leaves."""
    return tree.asked(metric.entities or (EVERY,), entity, year)


def asked_keys(key: Key, metric: Metric, tree: EntityTree) -> tuple[Key, ...]:
    """Return whose values are asked for where one is: of those at or below its entity that the metric asks.

    The value itself is asked for, too, unless it is their sum.
    """
    entities = entities_below(key, metric, tree)
    if len(entities) > 1 and entities[0] == key.entity and adds_up(metric, tree):
        entities = entities[1:]
    return tuple([Key(key.metric, key.period, entity, key.category, key.span) for entity in entities])


def entities_below(key: Key, metric: Metric, tree: EntityTree) -> tuple[str, ...]:
    """Return the entity of a key, and behind it those below that the metric asks; of a `*` all that it stands for."""
    if key.entity == EVERY:
        return asked_entities(metric, tree, COMPANY, key.period)
    if not metric.entities or metric.formula is not None:
        return (key.entity,)
    return tuple(dict.fromkeys((key.entity, *tree.asked(metric.entities, key.entity, key.period))))
