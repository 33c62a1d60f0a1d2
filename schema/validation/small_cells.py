"""Groups of few people in what a report prints: who is one of two is known to colleagues by name.

A printed member of a breakdown with fewer people than the report's limit is told, and one that is not printed but
follows from what is: the total less all the others. What follows is followed to its end, through every crossing and
total, so that leaving out one cell alone never passes for hiding it. Nobody (0) is no group.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from heapq import heappop, heappush

from schema.catalogue.definitions import Catalogue, Metric, Total
from schema.catalogue.outline import Outline
from schema.catalogue.totals import totals_of
from schema.grammar.decimals import EXACT
from schema.grammar.reference import Key
from schema.validation.asked_values import asked
from schema.validation.facts import Amount, Fact
from schema.validation.issue import Issue
from schema.validation.metric_values import Partings
from schema.values.figures import Figures
from schema.values.intervals import ZERO

PEOPLE = "person"


@dataclass(frozen=True, slots=True)
class _Group:
    """A whole and all of its parts, of which none is left out."""

    whole: Key
    parts: tuple[Key, ...]

    def unknown(self, known: Mapping[Key, Decimal]) -> list[Key]:
        return [key for key in (self.whole, *self.parts) if key not in known]

    def rest(self, known: Mapping[Key, Decimal]) -> Decimal:
        """Return what the whole leaves for the parts that are not known."""
        rest = known[self.whole]
        for part in self.parts:
            rest = EXACT.subtract(rest, known.get(part, ZERO))
        return rest


@dataclass(slots=True)
class _Reader:
    """Somebody who adds and subtracts what is printed: the cells that follow, and sums of few over several."""

    groups: tuple[_Group, ...]
    known: dict[Key, Decimal]
    followed: dict[Key, Decimal] = field(default_factory=dict[Key, Decimal])

    def follow(self) -> None:
        """Work out what follows, and what follows from that, always in the first group that lacks one cell."""
        numbers = self._by_cell()
        lacking_one = [n for n, group in enumerate(self.groups) if len(group.unknown(self.known)) == 1]
        while lacking_one:
            group = self.groups[heappop(lacking_one)]
            for at in group.unknown(self.known):  # none where another group has told it since
                self._complete(group, at)
                for number in numbers[at]:
                    if len(self.groups[number].unknown(self.known)) == 1:
                        heappush(lacking_one, number)

    def _by_cell(self) -> dict[Key, list[int]]:
        numbers: dict[Key, list[int]] = {}
        for number, group in enumerate(self.groups):
            for cell in dict.fromkeys((group.whole, *group.parts)):
                numbers.setdefault(cell, []).append(number)
        return numbers

    def _complete(self, group: _Group, at: Key) -> None:
        """Work out the one cell of a group that is not known yet."""
        if at == group.whole:
            # No more than the sum of its parts: whatever is few in it stands there already.
            self.known[at] = sum((self.known[part] for part in group.parts), ZERO)
        else:
            self.known[at] = self.followed[at] = group.rest(self.known)

    def few_together(self, printed: Collection[Key], limit: int) -> Iterator[tuple[tuple[Key, ...], Decimal]]:
        """Yield the cells beside printed ones that are few people together, whichever of them these are."""
        for group in self.groups:
            unknown = group.unknown(self.known)
            beside = len(unknown) > 1 and group.whole not in unknown and any(part in printed for part in group.parts)
            if beside and 0 < (rest := group.rest(self.known)) < limit:
                yield tuple(unknown), rest


def check_small_cells(outline: Outline, figures: Figures, only: Collection[str] | None = None) -> Iterator[Issue]:
    """Yield the groups of fewer people than the report's limit that its own year prints or lets one work out.

    `only`: metrics that no total ties to others, where what is to be known concerns these alone.
    """
    limit, catalogue = outline.small_cells, figures.catalogue
    if not limit or outline.form == "release":
        return
    printed = dict(_printed(outline, figures, only))
    for key, value in printed.items():
        if key.category and 0 < value < limit:
            yield _issue("cell.small", key, value, outline)
    reader = _Reader(tuple(_groups(printed, catalogue, figures)), dict(printed))
    reader.follow()
    for key, value in reader.followed.items():
        if 0 < value < limit:
            yield _issue("cell.follows", key, value, outline)
    for cells, rest in reader.few_together(printed, limit):
        yield _issue("cell.together", cells[0], rest, outline, cells[1:])


def small_cells_at(key: Key, outlines: Iterable[Outline], figures: Figures) -> Iterator[Issue]:
    """Yield those of one metric and year, whose cells a value at the key may have made follow from one another."""
    metric = figures.catalogue.metrics.get(key.metric)
    if metric is None or not _counts_people(metric, figures.catalogue):
        return
    tied = _tied(key.metric, totals_of(figures.catalogue))
    for outline in outlines:
        if outline.year == key.period:
            found = check_small_cells(outline, figures.told_in(outline), tied)
            yield from (issue for issue in found if issue.key is not None and issue.key.metric == key.metric)


def _tied(metric: str, totals: tuple[Total, ...]) -> frozenset[str]:
    """Return a metric with those that totals tie to it, however many lie between: no other can tell its cells."""
    together = [frozenset(reference.code for reference in (total.whole, *total.parts)) for total in totals]
    tied, before = frozenset((metric,)), frozenset[str]()
    while tied != before:
        before, tied = tied, tied.union(*(codes for codes in together if codes & tied))
    return tied


def _issue(code: str, key: Key, value: Decimal, outline: Outline, others: tuple[Key, ...] = ()) -> Issue:
    facts: dict[str, Fact] = {"value": Amount(value), "limit": str(outline.small_cells), "report": outline.code}
    return Issue(code, "doubt", key, {**facts, "others": others} if others else facts)


def _printed(outline: Outline, figures: Figures, only: Collection[str] | None) -> Iterator[tuple[Key, Decimal]]:
    """Yield the exact counts of people that the report prints of its own year: "fewer than 3" hides one."""
    for item in asked(outline, only):
        metric = figures.catalogue.metrics.get(item.key.metric)
        if metric is None or not _counts_people(metric, figures.catalogue) or item.key.period != outline.year:
            continue
        for key in figures.members(item.key) if item.wildcard else (item.key,):
            result = figures.value(key)
            if result.value is not None and not result.qualifier:
                yield key, result.value


def _counts_people(metric: Metric, catalogue: Catalogue) -> bool:
    return metric.traits.counted and catalogue.units[metric.unit].dimension == PEOPLE


def _groups(printed: Iterable[Key], catalogue: Catalogue, figures: Figures) -> Iterator[_Group]:
    """Yield the complete breakdowns of the printed metrics, and the totals that their keys take part in."""
    places = dict.fromkeys((key.metric, key.period, key.entity) for key in printed)
    partings = Partings(catalogue)
    for code, period, entity in places:
        for parts in partings.of(catalogue.metrics[code]):
            if parts.complete:
                members = tuple(Key(code, period, entity, member) for member in parts.members)
                yield _Group(Key(code, period, entity, parts.whole), members)
    for period, entity in dict.fromkeys((period, entity) for _, period, entity in places):
        for total in totals_of(catalogue):
            if (group := _of_total(total, Key("", period, entity), figures)) is not None:
                yield group


def _of_total(total: Total, at: Key, figures: Figures) -> _Group | None:
    """Return a complete total of plain counts as a group."""
    references = (total.whole, *total.parts)
    if not total.complete or not total.holds_in(at.period) or any(reference.scale != 1 for reference in references):
        return None
    keys = [key for reference in references for key in figures.targets(reference, at)]
    return _Group(keys[0], tuple(keys[1:]))
