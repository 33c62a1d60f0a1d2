"""The value of an entity, or of the company, from those of the entities that belong to it in the year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from schema.catalogue.definitions import Metric
from schema.catalogue.entities import EVERY, Entity, EntityTree
from schema.catalogue.entity_asking import adds_up, asked_entities, asked_keys
from schema.grammar.reference import Key
from schema.values.rollup.way import Part, Way

# A metric's own list of entities, an entity, a year: a tuple, since it is made for each of many values.
_Asked = tuple[tuple[str, ...], str, int]


class EntityRollup:
    """Which entities make up another one, worked out once for all metrics that are asked for alike."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self.tree = EntityTree(entities)
        self._children: dict[_Asked, tuple[Entity, ...]] = {}

    def ways(self, key: Key, metric: Metric) -> Iterator[Way]:
        """Yield the way in which a key's value is the sum of those below it, by their weights; none for a leaf."""
        if not self.sums_up(metric) or not self.tree.knows(key.entity):
            return
        children = self.children(metric, key.entity, key.period)
        if children:
            parts = tuple(
                [Part(Key(key.metric, key.period, one.code, key.category, key.span), one.weight) for one in children]
            )
            yield Way("entity", parts, bool(metric.entities))

    def sums_up(self, metric: Metric) -> bool:
        """Whether a metric's values add up over entities; figures are computed anew at each."""
        return adds_up(metric, self.tree)

    def wholes(self, key: Key, metric: Metric) -> Iterator[Key]:
        """Yield the keys of the entities above one, the nearest first, the company last."""
        entity = self.tree.entities.get(key.entity) if self.sums_up(metric) else None
        while entity is not None and entity.stands_in(key.period):
            yield Key(key.metric, key.period, entity.parent, key.category, key.span)
            entity = self.tree.entities.get(entity.parent)

    def children(self, metric: Metric, entity: str, year: int) -> tuple[Entity, ...]:
        """Return what adds up to an entity in a year: of those that belong to it, where anybody is asked."""
        place = metric.entities, entity, year
        known = self._children.get(place)
        if known is None:
            below = self.tree.children(entity, year)
            if metric.entities and EVERY not in metric.entities:
                below = tuple(one for one in below if self.tree.asked(metric.entities, one.code, year))
            known = self._children[place] = below
        return known

    def asked_keys(self, key: Key, metric: Metric) -> tuple[Key, ...]:
        """Return whose values are asked for where one is."""
        return asked_keys(key, metric, self.tree)

    def asked(self, metric: Metric, entity: str, year: int) -> tuple[str, ...]:
        """Return the entities that a `*` stands for at an entity."""
        return asked_entities(metric, self.tree, entity, year)
