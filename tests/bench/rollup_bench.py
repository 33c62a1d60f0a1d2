"""How long it takes to roll up 200 entities × 500 metrics × 12 months, and to check them; nothing is asserted.

Run: python -m tests.bench.rollup_bench

Seconds of the processor. Of a year without months it is the quickest of three.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from time import process_time

from schema.catalogue.compiled import with_hash
from schema.catalogue.definitions import Metric
from schema.catalogue.entities import Entity
from schema.catalogue.outline import Definitions, Outline, Placement, Section, TableBlock
from schema.grammar.reference import Key
from schema.grammar.words import NO_WORDS, Words
from schema.validation.check import check
from schema.values.datapoint import DataPoint, Snapshot
from schema.values.figures import Figures
from tests.factories import small_catalogue

GROUPS, SITES, METRICS, YEAR = 20, 180, 500, 2022
MONTHS = tuple(f"m{number:02}" for number in range(1, 13))
LIMIT = 2.0


def entities() -> tuple[Entity, ...]:
    """Return 20 subsidiaries with nine sites each, every third of them held by 60 percent."""
    groups = [
        Entity(
            f"g{n}", Words(f"公司{n}", "", ""), share=Decimal(60), boundary="equity" if n % 3 == 0 else "operational"
        )
        for n in range(GROUPS)
    ]
    return (*groups, *(Entity(f"s{n}", Words(f"工厂{n}", "", ""), f"g{n % GROUPS}") for n in range(SITES)))


def definitions(collected: str) -> Definitions:
    """Return definitions with flows that add up over sites and months, all of them placed in one report."""
    kept = small_catalogue()
    metrics = {
        f"m{n}.value": Metric(
            f"m{n}.value", Words(f"指标{n}", "", ""), "number", "t", "0.00", "flow", "admin",
            sum_over=("entity", "period"), entities=("*",), collected=collected,
        )
        for n in range(METRICS)
    }  # fmt: skip
    table = TableBlock("t", NO_WORDS, tuple(map(Placement, metrics)), years=1)
    outline = Outline("big", YEAR, "zh-Hans", Words("报告", "", ""), (Section("s", 1, Words("章", "", ""), (table,)),))
    return with_hash(Definitions(replace(kept, metrics=metrics, entities=entities()), {"big": outline}))


def points(spans: tuple[str, ...]) -> Iterator[DataPoint]:
    """Yield a value for each site, metric and span."""
    for number in range(METRICS):
        for site in range(SITES):
            for place, span in enumerate(spans):
                key = Key(f"m{number}.value", YEAR, f"s{site}", "", span)
                value = Decimal(100 + (number * 7 + site * 13 + place) % 900)
                yield DataPoint(key, value, typed=str(value))


def timed(work: Callable[[], object], runs: int) -> float:
    """Return the fewest seconds of the processor that work takes."""
    seconds: list[float] = []
    for _ in range(runs):
        start = process_time()
        work()
        seconds.append(process_time() - start)
    return min(seconds)


def tell(name: str, collected: str, spans: tuple[str, ...], runs: int) -> None:
    """Print what rolling up and checking take."""
    known, snapshot = definitions(collected), Snapshot(points={point.key: point for point in points(spans)})

    def rolled() -> object:
        figures = Figures(known.catalogue, snapshot)
        found = [figures.value(Key(code, YEAR)).value for code in known.catalogue.metrics]
        assert all(value is not None for value in found)
        return found

    def checked() -> object:
        return check(known, snapshot, Figures(known.catalogue, snapshot))

    count = len(snapshot.points)
    print(
        f"{name}: {count:,} values rolled up in {timed(rolled, runs):.2f} s, checked in {timed(checked, runs):.2f} s; wished for: {LIMIT} s"
    )


def main() -> None:
    """Print the figures."""
    tell("200 entities × 500 metrics, a year", "", ("",), 3)
    tell("200 entities × 500 metrics × 12 months", "month", MONTHS, 1)


if __name__ == "__main__":
    main()
