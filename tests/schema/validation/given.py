"""Small worlds for the tests of checks: a few metrics, an outline that places them, points as short texts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any, get_args

from schema.catalogue.definitions import Breakdown, Catalogue, Category, Metric, Rule, Unit
from schema.catalogue.factors import FactorVersion
from schema.catalogue.loader_messages import load_messages
from schema.catalogue.outline import Definitions, Outline, Placement, Section, TableBlock, TextBlock
from schema.grammar.decimals import plain
from schema.grammar.formula import Formula
from schema.grammar.formula_parser import FormulaReader
from schema.grammar.reference import Key, parse_reference
from schema.grammar.words import LANGUAGES, NO_WORDS, Words
from schema.validation.check import check
from schema.validation.facts import (
    CONTENT,
    ID,
    Amount,
    AmountAt,
    Coded,
    Difference,
    InScale,
    Mended,
    PartAt,
    PartsOf,
    Percent,
    PrintedAt,
    SourceNote,
)
from schema.validation.issue import Issue, Severity
from schema.validation.messages import message
from schema.values.datapoint import DataPoint, PublishedValue, Snapshot
from schema.values.figures import Figures
from tests.factories import small_catalogue, words

YEAR = 2022
_PROGRAM = Path(__file__).parents[3] / "resources" / "definitions"
MESSAGES = load_messages(_PROGRAM / "messages.yaml")
PHRASES = load_messages(_PROGRAM / "phrases.yaml", "phrases")


def metric(code: str = "staff", **fields: Any) -> Metric:
    """A count of persons by gender and age that sums over both, unless told otherwise."""
    base = Metric(
        code, words(f"<{code}>"), "integer", "person", "0", "stock", "hr", words("年末在册，不含派遣。"),
        crossings=(("gender",), ("age",), ("age", "gender")), sum_over=("age", "gender"),
    )  # fmt: skip
    formula = fields.pop("formula", "")
    return replace(base, formula=Formula(formula, FormulaReader().read(formula)) if formula else None, **fields)


def number(code: str = "gas", unit: str = "m3", **fields: Any) -> Metric:
    """A measured amount with two displayed decimals."""
    fields = {"kind": "number", "unit": unit, "display": "0.00", "timing": "flow", "crossings": ()} | fields
    return metric(code, **fields)


def share(code: str = "share", **fields: Any) -> Metric:
    """A percentage."""
    return number(code, "percent", **({"kind": "percent", "display": "0.0", "sum_over": ()} | fields))


def catalogue(*metrics: Metric, rules: Iterable[Rule] = (), factors: Iterable[FactorVersion] = ()) -> Catalogue:
    """The small catalogue with these metrics, energy units, and an incomplete breakdown."""
    base = small_catalogue()
    energy = {
        code: Unit(code, words(code), Decimal(factor), "joule") for code, factor in (("kwh", "3.6e6"), ("mwh", "3.6e9"))
    }
    places = Breakdown("place", words("地点"), (Category("north", words("北")), Category("south", words("南"))), False)
    return replace(
        base,
        units={**base.units, **energy, "cny": Unit("cny", words("元"), Decimal(1), "yuan")},
        breakdowns={**base.breakdowns, "place": places},
        metrics={m.code: m for m in metrics},
        rules=tuple(rules),
        factors=tuple(factors),
    )


def definitions(
    known: Catalogue, *rows: str, slots: Iterable[str] = (), year: int = YEAR, years: int = 3
) -> Definitions:
    """One outline `report` with one table of these references and these text slots."""
    table = TableBlock("t", NO_WORDS, tuple(map(Placement, rows)), years=years)
    blocks = (table, *(TextBlock(slot, slot) for slot in slots))
    outline = Outline(
        "report", year, "zh-Hans", words("报告"), (Section("s", 1, words("第一章"), blocks),), years=years
    )
    return Definitions(known, {"report": outline})


def key(text: str) -> Key:
    """`staff@2022:gender=male`; the year may be left out."""
    reference = parse_reference(text)
    assert reference is not None
    return reference.key(YEAR)


def point(where: str, value: str | None, **fields: Any) -> DataPoint:
    """A data point; without a value give `omission` or `unread`."""
    return DataPoint(key(where), None if value is None else Decimal(value), typed=value or "", **fields)


def points(**values: str) -> list[DataPoint]:
    """Points of the metric `staff` by short names: total, male, female, young, old; `last_` for the year before."""
    names = {"male": "gender=male", "female": "gender=female", "young": "age=young", "old": "age=old"}
    made: list[DataPoint] = []
    for name, value in values.items():
        year = YEAR - 1 if name.startswith("last_") else YEAR
        bare = name.removeprefix("last_")
        made.append(point(f"staff@{year}" + (f":{names[bare]}" if bare in names else ""), value))
    return made


def printed(where: str, value: str, resolution: str = "1", report: str = "report", **fields: Any) -> PublishedValue:
    """A published value of page 5."""
    fields = {"text": value, "place": "p. 5"} | fields
    return PublishedValue(report, key(where), value=Decimal(value), resolution=Decimal(resolution), **fields)


def snapshot(
    data: Iterable[DataPoint],
    published: Iterable[PublishedValue] = (),
    texts: Mapping[tuple[str, str, str], str] | None = None,
) -> Snapshot:
    """A snapshot of these."""
    return Snapshot(points={p.key: p for p in data}, published=tuple(published), texts=texts or {})


def found(
    known: Catalogue | Definitions,
    data: Iterable[DataPoint],
    published: Iterable[PublishedValue] = (),
    texts: Mapping[tuple[str, str, str], str] | None = None,
    report: str = "",
) -> tuple[Issue, ...]:
    """All issues."""
    whole = known if isinstance(known, Definitions) else Definitions(known, {})
    held = snapshot(data, published, texts)
    issues = check(whole, held, Figures(whole.catalogue, held), report)
    for issue in issues:
        say_in_each_language(issue, whole.catalogue)
    return issues


def sound(issues: Iterable[Issue], known: Catalogue) -> list[Issue]:
    """The issues, once each of them has been said."""
    listed = list(issues)
    for issue in listed:
        say_in_each_language(issue, known)
    return listed


def say_in_each_language(issue: Issue, known: Catalogue) -> None:
    """Whatever a test finds must also be sayable, every place of its sentence filled in each language, and stand somewhere."""
    assert issue.severity in get_args(Severity)
    assert issue.at is not None or issue.place
    assert issue.report == getattr(issue.at, "report", issue.report)
    told = replace(known, messages=MESSAGES, phrases={**PHRASES, **known.phrases})
    for language in LANGUAGES:
        sentence = message(issue, told, language)
        assert issue.code in MESSAGES, f"no sentence for {issue.code}"
        assert len(sentence) > 12, sentence


def codes(*arguments: Any, **named: Any) -> list[str]:
    """The codes of all issues, errors first."""
    return [issue.code for issue in found(*arguments, **named)]


def shown(issue, name):
    """A fact as plain text: numbers in stored units, references canonical, codes as they are."""
    return _plainly(issue.facts[name])


def said(issue):
    """All facts of an issue as plain texts by their names; the marks of a contradiction are told nobody."""
    return {name: shown(issue, name) for name in issue.facts if name not in (ID, CONTENT)}


def _plainly(fact):
    match fact:
        case tuple():
            return " ".join(map(_plainly, fact))
        case Key():
            return fact.canonical()
        case Coded() | PartAt():
            return fact.code if isinstance(fact, Coded) else fact.part
        case AmountAt():
            return f"{fact.key.canonical()} {fact.value} {fact.qualifier}".strip()
        case Amount() | Difference() | Percent() | InScale():
            return plain(fact.value)
        case PrintedAt():
            return f"{fact.report} {fact.page}"
        case SourceNote() | Mended():
            return fact.text if isinstance(fact, SourceNote) else f"{fact.slip} {plain(fact.value)}" * bool(fact.slip)
        case PartsOf():
            return " ".join(fact.breakdowns) or " ".join(part.canonical() for part in fact.keys)
        case Words():
            return fact.zh_hans
        case _:
            return str(fact)
