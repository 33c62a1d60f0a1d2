"""How many planted contradictions of the sample are found, and how many harmless changes are taken for one.

Run: python -m tests.bench.contradictions_bench [--list]

With a fixed seed, a value, a print, or one side of a relation is changed so that two statements can no longer both hold, and
as often so that they can: inside the last digit, inside the reach of a word, on the right side of a limit. Each plant is one
snapshot in memory, of which only the contradictions at the changed value are asked. Sentences, dates, unit words and names are planted
in the sample's texts (contradicting_texts.py).
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from random import Random

from schema.catalogue.outline import Definitions
from schema.catalogue.relations import Relation
from schema.grammar.decimals import EXACT
from schema.grammar.reference import Key
from schema.validation.contradictions.sources import contradictions, contradictions_at
from schema.validation.statements.texts import Texts
from schema.values.datapoint import DataPoint, PublishedValue, Snapshot
from schema.values.figures import Figures
from tests import shipped
from tests.bench.contradicting_texts import measure_texts
from tests.conftest import RESOURCES, read_sample

SEED = 8
_TWO = Decimal(2)


@dataclass(frozen=True)
class Planted:
    """A changed snapshot, where it was changed, and whether the change contradicts something."""

    sort: str
    wrong: bool
    key: Key
    snapshot: Snapshot


def with_point(snapshot: Snapshot, point: DataPoint) -> Snapshot:
    """Return a snapshot with another value at one key."""
    return replace(snapshot, points={**snapshot.points, point.key: point})


def moved(point: DataPoint, value: Decimal) -> DataPoint:
    """Return a point with another exact value, as it would be typed."""
    return replace(point, value=value, qualifier="", typed=format(value, "f"))


def printed_twice(snapshot: Snapshot, chance: Random) -> Iterator[Planted]:
    """Yield values that print does not allow any more, prints that the value does not allow, and harmless ones."""
    exact = [p for p in snapshot.published if p.key in snapshot.points and not p.qualifier and p.value > 0]
    for print_ in chance.sample(exact, 80):
        point = snapshot.points[print_.key]
        if point.value != print_.value or point.qualifier:
            continue
        far = EXACT.add(print_.value, EXACT.multiply(print_.resolution, Decimal(chance.choice((2, 3, 7)))))
        yield Planted("value against print", True, point.key, with_point(snapshot, moved(point, far)))
        other = replace(print_, value=far, text=format(far, "f"), report=f"{print_.report}-again")
        yield Planted("two prints", True, point.key, replace(snapshot, published=(*snapshot.published, other)))
        near = EXACT.add(print_.value, EXACT.multiply(print_.resolution, Decimal("0.4")))
        if print_.resolution > 1 or not metric_counted(print_):
            yield Planted("inside the last digit", False, point.key, with_point(snapshot, moved(point, near)))
        again = replace(print_, report=f"{print_.report}-again")
        yield Planted("printed again", False, point.key, replace(snapshot, published=(*snapshot.published, again)))


def metric_counted(print_: PublishedValue) -> bool:
    """Whether a print tells a count to the last one."""
    return print_.resolution == 1 and print_.value == print_.value.to_integral_value()


def qualified(snapshot: Snapshot, chance: Random) -> Iterator[Planted]:
    """Yield values on the wrong and on the right side of a printed word."""
    sides = {"over": (Decimal("0.9"), Decimal("1.2")), "nearly": (Decimal("1.1"), Decimal("0.95"))}
    found = [p for p in snapshot.published if p.key in snapshot.points and p.qualifier in sides]
    for print_ in chance.sample(found, min(40, len(found))):
        point = snapshot.points[print_.key]
        for wrong, factor in zip((True, False), sides[print_.qualifier], strict=True):
            value = EXACT.multiply(print_.value, factor).to_integral_value()
            yield Planted("beside a word", wrong, point.key, with_point(snapshot, moved(point, value)))


def related(definitions: Definitions, snapshot: Snapshot, figures: Figures, chance: Random) -> Iterator[Planted]:
    """Yield values that break a relation, and values that keep it; without the prints that would tell the same."""
    bare = replace(snapshot, published=())
    for relation in definitions.catalogue.relations:
        for year in figures.snapshot.periods():
            keys = [figures.targets(term, Key("", year))[0] for term in relation.terms]
            points = [snapshot.points.get(key) for key in keys]
            if all(point is not None and point.value for point in points):
                # Few relations are of the other kinds.
                for _ in range(1 if relation.kind in ("at_most", "usual") else 6):
                    yield from _PLANTS[relation.kind](relation, [p for p in points if p is not None], bare, chance)


Plant = Callable[[Relation, "list[DataPoint]", Snapshot, Random], Iterator[Planted]]


def _limits(relation: Relation, points: list[DataPoint], snapshot: Snapshot, chance: Random) -> Iterator[Planted]:
    less, more = points
    assert more.value is not None
    limit = EXACT.divide(EXACT.multiply(more.value, relation.terms[1].scale), relation.terms[0].scale)
    for wrong, factor in ((True, chance.choice(("2.5", "4", "12"))), (False, chance.choice(("0.2", "0.5", "0.7")))):
        value = EXACT.multiply(limit, Decimal(factor))
        yield Planted(relation.kind, wrong, less.key, with_point(snapshot, moved(less, value)))


def _ratios(relation: Relation, points: list[DataPoint], snapshot: Snapshot, chance: Random) -> Iterator[Planted]:
    """The sample's own values contradict each other: each plant is a multiple of what would agree."""
    point = points[-1] if relation.kind == "product" else points[0]
    agreeing = {"training.online.hours": Decimal("1028442.58"), "datacentre.carbon.saved": Decimal("8846.4")}
    sound = agreeing.get(point.key.metric, point.value)
    assert sound is not None
    for wrong, factors in ((True, ("0.1", "0.2", "0.3", "3", "6", "10")), (False, ("0.98", "1", "1.01", "1.02"))):
        value = EXACT.multiply(sound, Decimal(chance.choice(factors)))
        yield Planted(relation.kind, wrong, point.key, with_point(snapshot, moved(point, value)))


def _parts(relation: Relation, points: list[DataPoint], snapshot: Snapshot, chance: Random) -> Iterator[Planted]:
    """The sample's own part is more than the whole: each plant is a multiple of what the whole is."""
    whole = {"training.online.hours": Decimal("1312043.4")}[points[-1].key.metric]
    for wrong, factors in ((True, ("1.2", "2", "10")), (False, ("0.1", "0.7", "1", "1.03"))):
        value = EXACT.multiply(whole, Decimal(chance.choice(factors)))
        yield Planted(relation.kind, wrong, points[-1].key, with_point(snapshot, moved(points[-1], value)))


def _agreed(relation: Relation, points: list[DataPoint], snapshot: Snapshot, chance: Random) -> Iterator[Planted]:
    """The sample's own value does not agree with the others: each plant is a multiple of what does."""
    sound = {"knowledge.creator.likes": Decimal(57990), "training.online.share": Decimal("54.14")}[points[0].key.metric]
    for wrong, factors in ((True, ("0.1", "0.5", "1.1", "1.5")), (False, ("1", "1.0001"))):
        value = EXACT.multiply(sound, Decimal(chance.choice(factors)))
        yield Planted(relation.kind, wrong, points[0].key, with_point(snapshot, moved(points[0], value)))


def _wholes(relation: Relation, points: list[DataPoint], snapshot: Snapshot, chance: Random) -> Iterator[Planted]:
    counted = points[1].value
    assert counted is not None
    number = chance.randint(1, int(counted) - 1)
    for wrong, several in ((True, Decimal(number) + Decimal("0.5")), (False, Decimal(number))):
        value = EXACT.divide(several * 100, counted).quantize(Decimal("0.1"))
        yield Planted(relation.kind, wrong, points[0].key, with_point(snapshot, moved(points[0], value)))


def _levels(relation: Relation, points: list[DataPoint], snapshot: Snapshot, chance: Random) -> Iterator[Planted]:
    point = points[0]
    assert point.value is not None
    for wrong, factor in ((True, "1"), (False, "1.37")):
        again = moved(point, EXACT.multiply(point.value, Decimal(factor)))
        key = replace(point.key, period=point.key.period + chance.randint(7, 20))
        yield Planted(relation.kind, wrong, key, with_point(snapshot, replace(again, key=key)))


_PLANTS: dict[str, Plant] = {
    "at_most": _limits,
    "usual": _limits,
    "cumulative": _limits,
    "product": _ratios,
    "within": _parts,
    "same_rate": _ratios,
    "same_total": _agreed,
    "share": _agreed,
    "whole": _wholes,
    "once": _levels,
}


def planted(definitions: Definitions, snapshot: Snapshot) -> Iterator[Planted]:
    """Yield every plant, the same in each run."""
    chance = Random(SEED)
    figures = Figures(definitions.catalogue, snapshot)
    yield from printed_twice(snapshot, chance)
    yield from qualified(snapshot, chance)
    yield from related(definitions, snapshot, figures, chance)


def measure(definitions: Definitions, snapshot: Snapshot) -> tuple[dict[str, list[int]], list[str]]:
    """Return per sort [contradictions planted, found, harmless changes, false alarms], and what went wrong."""
    known = {one.id for one in contradictions(Texts(definitions, Figures(definitions.catalogue, snapshot)))}
    counts: dict[str, list[int]] = {}
    wrong: list[str] = []
    for item in planted(definitions, snapshot):
        found = contradictions_at(item.key, definitions, Figures(definitions.catalogue, item.snapshot))
        kinds = [one.kind for one in found if item.wrong or one.id not in known]
        row = counts.setdefault(item.sort, [0, 0, 0, 0])
        row[2 * (not item.wrong)] += 1
        row[2 * (not item.wrong) + 1] += bool(kinds)
        if bool(kinds) != item.wrong:
            wrong.append(f"{'missed' if item.wrong else 'alarm'} {item.sort}: {item.key.canonical()} {kinds}")
    return counts, wrong


def totals(counts: dict[str, list[int]]) -> tuple[int, Decimal, Decimal]:
    """Return how many were planted, the share of them found, and of harmless changes taken for one, in percent."""
    sums = [sum(row[place] for row in counts.values()) for place in range(4)]
    return sums[0], Decimal(100 * sums[1]) / max(1, sums[0]), Decimal(100 * sums[3]) / max(1, sums[2])


def sample() -> tuple[Definitions, Snapshot]:
    """Return the shipped definitions and the sample."""
    definitions = shipped.definitions()
    return definitions, read_sample(Path(RESOURCES) / "sample", definitions)


def main() -> None:
    """Print recall and false alarms, per sort of contradiction."""
    definitions, snapshot = sample()
    counts, wrong = measure(definitions, snapshot)
    in_texts, wrong_texts = measure_texts(definitions, snapshot, Random(SEED))
    for sort, (false, found, true, alarms) in (*counts.items(), *in_texts.items()):
        print(f"{sort:22} {found:4} of {false:4} contradictions found, {alarms:3} alarms at {true:4} harmless changes")
    for what, some in (("values and prints", counts), ("texts", in_texts)):
        number, recall, alarms = totals(some)
        print(
            f"{what}: {number} planted, found {recall:.1f} % (wanted >= 95), false alarms {alarms:.1f} % (wanted <= 5)"
        )
    if "--list" in sys.argv:
        print("\n".join((*wrong, *wrong_texts)))


if __name__ == "__main__":
    main()
