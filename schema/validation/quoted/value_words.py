"""What a value is called, and what counts in it: its names, labels, definition and categories in one language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from schema.catalogue.definitions import Catalogue
from schema.catalogue.outline import Outline
from schema.catalogue.record_numbers import metric_of
from schema.grammar.reference import Key, category_parts
from schema.validation.quoted.name_index import labels


class ValueWords:
    """Gathered once for a text; what is asked of a value is kept."""

    def __init__(self, catalogue: Catalogue, outlines: Iterable[Outline], language: str) -> None:
        self.language = language
        self._catalogue = catalogue
        self._kept = dict[Key, tuple[str, ...]]()
        gathered = dict[str, list[str]]()
        for label, target in labels(outlines, language):
            gathered.setdefault(target.metric, []).append(label)
        self._labels: Mapping[str, list[str]] = gathered

    def of(self, key: Key) -> tuple[str, ...]:
        """Return all words that belong to a value."""
        if key not in self._kept:
            self._kept[key] = tuple(self._of(key))
        return self._kept[key]

    def _of(self, key: Key) -> Iterable[str]:
        metric = metric_of(self._catalogue, key.metric)
        if metric is None:
            return
        unit = self._catalogue.units[metric.unit]
        yield metric.name.best(self.language)
        yield metric.definition.get(self.language)
        yield from (unit.name.best(self.language), *unit.aliases)
        yield from self._labels.get(key.metric, ())
        for breakdown, member in category_parts(key.category) if key.category else ():
            known = self._catalogue.breakdowns.get(breakdown)
            category = known.member(member) if known else None
            if category is not None:
                yield category.name.best(self.language)
