"""How many planted faults of sentences are found in the sample's texts, how many true sentences are taken for faults.

Run: python -m tests.bench.statements_bench [--list]

Each linked number of the sample's texts that has a value in the year before is claimed to have changed, once truly and
once falsely; each is typed by its name, once rightly and once wrongly; bounds likewise; in three languages. The
sentences are put behind the paragraph that cites the number. What the sample itself says is taken as true.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from time import process_time

from schema.catalogue.outline import Definitions
from schema.grammar.reference import Key
from schema.grammar.words import LANGUAGES
from schema.validation.statements.changes import Change, change_of
from schema.validation.statements.check import check_statements, findings
from schema.validation.statements.places import passages
from schema.validation.statements.reading import read
from schema.validation.statements.scene import Scene
from schema.validation.statements.texts import Texts
from schema.values.datapoint import Snapshot
from schema.values.display import Display, show_percent
from schema.values.figures import Figures
from tests import shipped
from tests.conftest import RESOURCES, read_sample

_SMALL = Decimal("0.5")  # a change of less than so many percent is no plain growth or fall


@dataclass(frozen=True)
class Planted:
    """A sentence put into a text: whether it is true, and what kind of claim it makes."""

    sort: str
    true: bool
    language: str
    sentence: str


TEMPLATES = {
    "zh-Hans": {
        "link": ("{name}为{link}，比上年{way}{percent}。", "{name}{link}，同比{way}。", "{name}{way}至{link}。"),
        "name": ("{name}比上年{way} {percent}。", "{name}较上年有所{way}。"),
        "typed": ("{year} 年{name}为 {value}。", "{name}达 {value}。"),
        "over": ("{name}超过 {value}。",),
        "under": ("{name}不足 {value}。",),
        "ways": ("增长", "下降"),
    },
    "zh-Hant": {
        "link": ("{name}為{link}，比上年{way}{percent}。", "{name}{link}，同比{way}。", "{name}{way}至{link}。"),
        "name": ("{name}比上年{way} {percent}。", "{name}較上年有所{way}。"),
        "typed": ("{year} 年{name}為 {value}。", "{name}達 {value}。"),
        "over": ("{name}超過 {value}。",),
        "under": ("{name}不足 {value}。",),
        "ways": ("增長", "下降"),
    },
    "en": {
        "link": (
            "{name} was {link}, {adverb} {percent} on the previous year.",
            "{name} {way} {percent} to {link}.",
            "{name} {way} to {link}.",
        ),
        "name": ("{name} {way} by {percent} on the previous year.", "{name} {way} compared with the previous year."),
        "typed": ("In {year}, {name} was {value}.", "{name} reached {value}."),
        "over": ("{name} was more than {value}.",),
        "under": ("{name} was less than {value}.",),
        "ways": ("rose", "fell"),
    },
}
ADVERBS = {"rose": "up", "fell": "down"}


def cited(definitions: Definitions, figures: Figures, scene: Scene) -> Iterator[tuple[int, Key, Change]]:
    """Yield each value that a text links, with its change on the year before, once per report."""
    for outline in definitions.outlines.values():
        seen: set[Key] = set()
        for passage in passages(outline, figures.snapshot, definitions.catalogue):
            for statement in read(passage.words.get("zh-Hans"), "zh-Hans", scene.units).statements:
                key = scene.linked_key(statement, outline.year)
                change = change_of(figures, key, key.period - 1) if key and key.period and key not in seen else None
                if key is not None and change is not None and change.exact and change.percent is not None:
                    seen.add(key)
                    if change.percent.copy_abs() >= _SMALL:
                        yield outline.year, key, change


def planted(year: int, key: Key, change: Change, figures: Figures) -> Iterator[Planted]:
    """Yield true and false sentences about one value."""
    catalogue = figures.catalogue
    metric = catalogue.metrics[key.metric]
    assert change.percent is not None
    for language in LANGUAGES:
        words, display = TEMPLATES[language], Display(metric, catalogue, language)
        rises = change.difference > 0
        known = {
            "name": metric.name.get(language),
            "year": str(key.period),
            "link": "{" + key.canonical() + "}",
            "percent": show_percent(change.percent.copy_abs()),
        }
        for true in (True, False):
            way = words["ways"][int(rises != true)]
            place = {**known, "way": way, "adverb": ADVERBS.get(way, "")}
            for sort in ("link", "name") if not key.category else ():
                if not metric.in_percent:
                    yield from (Planted(sort, true, language, t.format(**place)) for t in words[sort])
            factor = Decimal(1) if true else Decimal("1.37")
            if not key.category:
                said = display.show(change.value * factor, with_unit=True)
                yield from (Planted("typed", true, language, t.format(**place, value=said)) for t in words["typed"])
                for sort, low, high in (("over", "0.8", "1.3"), ("under", "1.3", "0.8")):
                    said = display.show(change.value * Decimal(low if true else high), with_unit=True)
                    yield from (Planted(sort, true, language, t.format(**place, value=said)) for t in words[sort])


def measure(definitions: Definitions, snapshot: Snapshot) -> tuple[dict[str, list[int]], list[str], int]:
    """Return per sort of claim [false planted, found, true planted, false alarms], what went wrong, and the sample's own."""
    figures = Figures(definitions.catalogue, snapshot)
    scene = Scene(figures, definitions.outlines)
    counts: dict[str, list[int]] = {}
    wrong: list[str] = []
    for year, key, change in cited(definitions, figures, scene):
        for item in planted(year, key, change, figures):
            told = bool(list(findings(item.sentence, item.language, year, scene)))
            row = counts.setdefault(f"{item.sort} {item.language}", [0, 0, 0, 0])
            row[2 * item.true] += 1
            row[2 * item.true + 1] += told
            if told == item.true:
                wrong.append(f"{'alarm' if item.true else 'missed'} {item.sort} {item.language}: {item.sentence}")
    own = len(list(check_statements(definitions.outlines.values(), Texts(definitions, figures))))
    return counts, wrong, own


def totals(counts: dict[str, list[int]]) -> tuple[Decimal, Decimal]:
    """Return the share of faults found, and of true sentences taken for faults, in percent."""
    sums = [sum(row[place] for row in counts.values()) for place in range(4)]
    return Decimal(100 * sums[1]) / max(1, sums[0]), Decimal(100 * sums[3]) / max(1, sums[2])


def sample() -> tuple[Definitions, Snapshot]:
    """Return the shipped definitions and the sample."""
    definitions = shipped.definitions()
    return definitions, read_sample(Path(RESOURCES) / "sample", definitions)


def main() -> None:
    """Print recall and false alarms, per sort of claim and language."""
    definitions, snapshot = sample()
    counts, wrong, own = measure(definitions, snapshot)
    for sort, (false, found, true, alarms) in counts.items():
        print(f"{sort:14} {found:5} of {false:5} faults found, {alarms:4} alarms at {true:5} true sentences")
    recall, alarms = totals(counts)
    print(f"found {recall:.1f} % (wanted >= 95), false alarms {alarms:.1f} % (wanted <= 5); the sample itself: {own}")
    figures = Figures(definitions.catalogue, snapshot)
    start = process_time()
    list(check_statements(definitions.outlines.values(), Texts(definitions, figures)))
    print(f"the sample's texts again: {process_time() - start:.2f} s of processor time")
    if "--list" in sys.argv:
        print("\n".join(wrong))


if __name__ == "__main__":
    main()
