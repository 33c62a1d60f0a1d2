"""Definitions and a snapshot of a chosen size, made without YAML: 3,000 metrics × 5 years with breakdowns by default."""

from __future__ import annotations

import random
from collections.abc import Iterator
from decimal import Decimal

from schema.catalogue.compiled import with_hash
from schema.catalogue.definitions import Breakdown, Catalogue, Category, Company, Department, Metric, Rule, Unit
from schema.catalogue.outline import Definitions, Outline, Placement, Section, TableBlock, TextBlock
from schema.grammar.formula import Formula, Operation, Ref
from schema.grammar.reference import Key
from schema.grammar.words import Words
from schema.values.datapoint import DataPoint, PublishedValue, Snapshot

YEARS = (2018, 2019, 2020, 2021, 2022)
CROSSINGS = (("gender",), ("age",))
MEMBERS = {"gender": ("male", "female"), "age": ("young", "middle", "old")}
FIGURE_EVERY, PLAIN_EVERY, FINE_EVERY = 10, 11, 2


def synthetic(metrics: int = 3000, years: tuple[int, ...] = YEARS, seed: int = 1) -> tuple[Definitions, Snapshot]:
    """Return definitions and a plausible snapshot: each year a few percent more, parts that add up, few mistakes."""
    catalogue = _catalogue(metrics)
    outline = _outline(catalogue, years[-1])
    definitions = with_hash(Definitions(catalogue, {outline.code: outline}))
    points = {point.key: point for point in _points(catalogue, years, random.Random(seed))}
    published = tuple(_published(points, years[-1]))
    texts = {("big", f"s{i}.text", "zh-Hans"): _text(catalogue, i) for i in range(len(outline.chapters))}
    return definitions, Snapshot(points=points, published=published, texts=texts)


def _catalogue(count: int) -> Catalogue:
    units = {
        "person": Unit("person", _words("人"), Decimal(1), "person"),
        "t": Unit("t", _words("吨"), Decimal(1000), "kilogram"),
        "percent": Unit("percent", _words("%"), Decimal("0.01"), ""),
    }
    breakdowns = {
        code: Breakdown(code, _words(code), tuple(Category(member, _words(member)) for member in members))
        for code, members in MEMBERS.items()
    }
    metrics = {f"m{number}.value": _metric(number) for number in range(count)}
    first, second = "m1.value", "m2.value"
    rule = Rule("r", Formula("", Operation("<=", (Ref(first), Operation("+", (Ref(first), Ref(second)))))), "error",
                _words("核对"))  # fmt: skip
    return Catalogue(
        company=Company(_words("某公司"), _words("某")),
        units=units,
        breakdowns=breakdowns,
        departments={"hr": Department("hr", _words("人力资源部"))},
        frameworks={},
        factors=(),
        metrics=metrics,
        rules=(rule,),
        messages={},
        phrases={},
    )


def _metric(number: int) -> Metric:
    code, name = f"m{number}.value", _words(f"指标 {number}")
    definition = _words("年末口径，不含派遣人员。")
    if number % FIGURE_EVERY == 0 and number > 2:
        tree = Operation("/", (Ref(f"m{number - 1}.value"), Ref(f"m{number - 2}.value")))
        formula = Formula(f"[m{number - 1}.value] / [m{number - 2}.value]", tree, Decimal("0.01"))
        return Metric(code, name, "percent", "percent", "0.0", "flow", "hr", definition, formula=formula)
    crossings = (
        () if number % PLAIN_EVERY == 0 else CROSSINGS if number % FINE_EVERY else (*CROSSINGS, ("age", "gender"))
    )
    return Metric(
        code, name, "integer", "person", "0", "stock", "hr", definition, crossings=crossings,
        sum_over=("age", "gender"), minimum=Decimal(0), required=number % 5 == 0, change_threshold=Decimal(30),
    )  # fmt: skip


def _points(catalogue: Catalogue, years: tuple[int, ...], chance: random.Random) -> Iterator[DataPoint]:
    for metric in catalogue.metrics.values():
        if metric.formula is not None:
            continue
        cells = [chance.randint(300, 90000) for _ in range(6)]
        for year in years:
            cells = [int(cell * (1 + chance.uniform(0.01, 0.08))) + 1 for cell in cells]
            for category, value in _laid(cells, metric.crossings):
                yield DataPoint(Key(metric.code, year, "", category), Decimal(value), typed=str(value), source="HR")


def _laid(cells: list[int], crossings: tuple[tuple[str, ...], ...]) -> Iterator[tuple[str, int]]:
    yield "", sum(cells)
    genders, ages = MEMBERS["gender"], MEMBERS["age"]
    if ("gender",) in crossings:
        yield from ((f"gender={gender}", sum(cells[i::2])) for i, gender in enumerate(genders))
    if ("age",) in crossings:
        yield from ((f"age={age}", sum(cells[2 * i : 2 * i + 2])) for i, age in enumerate(ages))
    if ("age", "gender") in crossings:
        for i, age in enumerate(ages):
            yield from ((f"age={age};gender={gender}", cells[2 * i + j]) for j, gender in enumerate(genders))


def _published(points: dict[Key, DataPoint], year: int) -> Iterator[PublishedValue]:
    for key, point in points.items():
        if key.period == year and not key.category and point.value is not None:
            yield PublishedValue("big", key, str(point.value), point.value, place="p. 1")


def _outline(catalogue: Catalogue, year: int) -> Outline:
    codes = list(catalogue.metrics)
    chapters = tuple(
        Section(
            f"s{i}", 1, _words(f"第 {i} 章"),
            (
                TextBlock(f"s{i}.text", f"s{i}.text"),
                TableBlock(f"s{i}.table", _words("表"), tuple(map(Placement, codes[i * 30 : i * 30 + 30])), years=3),
            ),
        )
        for i in range((len(codes) + 29) // 30)
    )  # fmt: skip
    return Outline("big", year, "zh-Hans", _words("报告"), chapters)


def _text(catalogue: Catalogue, number: int) -> str:
    codes = list(catalogue.metrics)[number * 30 : number * 30 + 3]
    return "本年共 " + "，".join(f"{{{code}}}" for code in codes) + "。\n\n以上数据截至年末。"


def _words(text: str) -> Words:
    return Words(text, text, text)
