"""How many planted slips of powers of ten are told, and named rightly, on the sample's values one at a time.

Run: python -m tests.bench.slips_bench [--all] [--list]

Each value is checked as the form does it, once as it is and once slipped: times ten, a tenth, times ten thousand. "As the
sample stands" keeps everything; "as first typed" leaves out what was printed of the value itself, which proves almost
every slip. Without `--all` a fixed draw of the values is taken. What the check says of a value as it is, is a false alarm.
"""

from __future__ import annotations

import random
import sys
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from time import process_time

from schema.catalogue.outline import Definitions
from schema.grammar.reference import Key
from schema.validation.check import check_point
from schema.validation.facts import Coded, Mended
from schema.validation.issue import Issue
from schema.values.datapoint import Snapshot
from schema.values.figures import Figures
from tests import shipped
from tests.conftest import RESOURCES, read_sample

SEED, DRAWN = 8, 60

# What is planted, and the messages that name it.
SLIPS: Mapping[str, tuple[Decimal, Collection[str]]] = {
    "x10": (Decimal(10), ("slip.times.10",)),
    "/10": (Decimal("0.1"), ("slip.part.10",)),
    "x10000": (Decimal(10000), ("slip.times.10000",)),
}
_MIRRORED = {f"slip.{way}.{power}": f"slip.{other}.{power}" for power in (10, 100, 1000, 10000)
             for way, other in (("times", "part"), ("part", "times"))}  # fmt: skip
# What looks for slips of size: what else a check says (a rule, a bound, a sum) counts as told, too.
SUSPECTS = ("change.", "value.unlike")


@dataclass
class Score:
    """How many slips were planted, told, named, and named as another one."""

    planted: int = 0
    told: int = 0
    named: int = 0
    misnamed: int = 0

    def __str__(self) -> str:
        """Return the shares in percent."""
        shares = (f"{100 * part / self.planted:5.1f} %" for part in (self.told, self.named, self.misnamed))
        return f"planted {self.planted:4}, told {{}}, named {{}}, named wrongly {{}}".format(*shares)


@dataclass(frozen=True)
class Sample:
    """The definitions and the data that slips are planted in."""

    definitions: Definitions
    snapshot: Snapshot

    def values(self, *, last_year: bool) -> list[Key]:
        """Return the keys of values that can slip, with a value in the year before or without."""
        points = self.snapshot.points
        known = [key for key, point in points.items() if point.value and key.whole]
        known = [key for key in known if key.metric in self.definitions.catalogue.metrics]
        before = (points.get(replace(key, period=key.period - 1)) for key in known)
        has = [last is not None and bool(last.value) for last in before]
        return sorted((key for key, one in zip(known, has, strict=True) if one is last_year), key=Key.canonical)

    def checked(self, key: Key, factor: Decimal, *, printed: bool) -> tuple[Issue, ...]:
        """Return what the check says of one value, slipped by a factor."""
        point = self.snapshot.points[key]
        assert point.value is not None
        points = {**self.snapshot.points, key: replace(point, value=point.value * factor, typed="")}
        prints = tuple(value for value in self.snapshot.published if printed or value.key != key)
        snapshot = replace(self.snapshot, points=points, published=prints)
        return check_point(self.definitions, Figures(self.definitions.catalogue, snapshot), key)


def drawn(keys: list[Key], number: int) -> list[Key]:
    """Return so many of the keys, the same ones each time."""
    return random.Random(SEED).sample(keys, min(number, len(keys)))


def plant(sample: Sample, keys: list[Key], *, printed: bool) -> tuple[dict[str, Score], Counter[str], list[str]]:
    """Return the score of each slip, the false alarms by code, and the slips that are not told."""
    scores: dict[str, Score] = defaultdict(Score)
    alarms: Counter[str] = Counter()
    missed: list[str] = []
    for key in keys:
        bare = sample.checked(key, Decimal(1), printed=printed)
        alarms.update(issue.code for issue in bare if issue.code.startswith(SUSPECTS) and issue.code != "change.large")
        quiet = {(issue.code, issue.key) for issue in bare}
        for slip, (factor, names) in SLIPS.items():
            told = [i for i in sample.checked(key, factor, printed=printed) if (i.code, i.key) not in quiet]
            named = set(_names(told, key))
            score = scores[slip]
            score.planted += 1
            score.told += bool(told)
            score.named += bool(named & set(names))
            score.misnamed += bool(named) and not named & set(names)
            if not told:
                missed.append(f"{slip} {key.canonical()}")
    return scores, alarms, missed


def _names(issues: list[Issue], key: Key) -> Iterator[str]:
    """Yield the slips that are named; that a later year is a tenth of this one says that this one is tenfold."""
    for issue in issues:
        named, suggested = issue.facts.get("slip"), issue.facts.get("mended")
        slip = named.code if isinstance(named, Coded) else suggested.slip if isinstance(suggested, Mended) else ""
        if slip:
            later = issue.key is not None and replace(issue.key, period=key.period) == key != issue.key
            yield _MIRRORED.get(slip, slip) if later else slip


def the_sample() -> Sample:
    """Return the shipped sample."""
    definitions = shipped.sample()
    return Sample(definitions, read_sample(RESOURCES / "sample", definitions))


def main() -> None:
    """Print the scores of all four cases."""
    sample, number = the_sample(), sys.maxsize if "--all" in sys.argv else DRAWN
    for last_year in (True, False):
        for printed in (True, False):
            keys = drawn(sample.values(last_year=last_year), number)
            started = process_time()
            scores, alarms, missed = plant(sample, keys, printed=printed)
            print(
                f"{'with' if last_year else 'without'} last year, {'as the sample stands' if printed else 'as first typed'}:"
            )
            for slip, score in scores.items():
                print(f"  {slip:7} {score}")
            whole = Score(
                *(sum(getattr(s, name) for s in scores.values()) for name in ("planted", "told", "named", "misnamed"))
            )
            print(f"  all     {whole}")
            print(
                f"  false alarms {sum(alarms.values())} of {len(keys)} {dict(alarms)}, {process_time() - started:.1f} s"
            )
            if "--list" in sys.argv:
                print(*missed, sep="\n    ")


if __name__ == "__main__":
    main()
