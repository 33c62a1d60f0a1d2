"""Labels whose unit words do not fit what is counted: days counted in hours, persons as attendances."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from schema.catalogue.definitions import Catalogue, Metric
from schema.catalogue.outline import Listing, Outline, placements, records_block
from schema.grammar.reference import Key, parse_reference
from schema.grammar.words import LANGUAGES, Words
from schema.validation.asked_values import window
from schema.validation.contradictions.contradiction import Contradiction, Stated, contradiction
from schema.validation.facts import NO_FACTS, Coded, Fact, Facts, PartAt
from schema.validation.issue import Issue, ListAt
from schema.validation.statements.phrases import clause
from schema.validation.statements.places import Passage, first_language, issue_at, stretch_facts
from schema.validation.statements.reading import Reading, read
from schema.validation.statements.scene import Scene
from schema.validation.statements.statement import Statement
from schema.validation.statements.texts import Texts
from schema.validation.statements.vocabulary import VOCABULARIES
from schema.values.display import resolve_format
from schema.values.figures import Figures


@dataclass(frozen=True, slots=True)
class UnitLabel:
    """Words at the end of a label that say what it counts in, and the units that fit them."""

    words: re.Pattern[str]
    units: frozenset[str]


# A label that goes on so counts in something else: the number of employees trained as a share of all.
_RELATIVE = r".*(?:%|\b(?:percent\w*|share|rate|ratio|proportion|growth|change|per)\b)"


def _label(pattern: str, *units: str, first: str = "$^") -> UnitLabel:
    """`first` are words that say it at the beginning of a label, as English does."""
    ends = rf"(?:{pattern})[\s（(：:]*$|^(?!{_RELATIVE})(?:{first})(?![\w’'-])"
    return UnitLabel(re.compile(ends, re.IGNORECASE), frozenset(units))


_TAIL = 24  # so many characters before a number may hold its label
_HINT = re.compile(
    r"[天日]数|[天日]數|活[跃躍]用|active users|"
    r"小[时時][数數]|[时時][长長]|工[时時]|人次|人数|人數|员工数|員工數|days|hours|head|number",
    re.IGNORECASE,
)
_REMARK = re.compile(r"\s*[（(][^（）()]*[）)]\s*$")  # what a label adds in brackets says nothing of its unit
_LAST = re.compile(r"[^\s，,。、；;：:]+")
_HOURS = ("hour", "minute", "second", "hourperson", "classhour")
LABELS = (
    _label(
        r"天数|天數|日数|日數|(?<![a-z])(?:number of days|days)",
        "day",
        first="(?:number of )?(?:working )?days",
    ),
    _label(
        r"小时数|小時數|时长|時長|工时|工時|(?<![a-z])(?:number of hours|hours)",
        *_HOURS,
        first="(?:number of )?hours",
    ),
    _label(r"人次数?|人次數", "persontime", "time"),
    _label(
        r"人数|人數|员工数|員工數|活[跃躍]用[户戶][数數]?|active users"
        r"|(?<![a-z])(?:headcount|number of (?:people|persons|employees))",
        "person",
        first="headcount|number of (?:people|persons|employees)|(?:average )?(?:(?:daily|monthly) )?active users",
    ),
)


def everywhere(texts: Texts) -> Iterator[Contradiction]:
    """Yield each label of a metric, a table or a record's column, and each sentence, that counts in another unit."""
    figures, catalogue = texts.figures, texts.figures.catalogue
    told: set[tuple[str, str]] = set()
    outlines = sorted(texts.definitions.outlines.values(), key=lambda item: -item.year)
    for outline in outlines:
        for key, label, format_text in _labels(outline, catalogue):
            # A wrong name is told once; a wrong label of a right name once for each report that prints it.
            metric = catalogue.metrics[key.metric]
            printed_by = "" if label == metric.name else outline.code
            if not told.isdisjoint(((key.metric, ""), (key.metric, outline.code))) or not _says_unit(label):
                continue
            unit = metric.unit if format_text is None else _shown(metric, format_text, catalogue)
            contradicted = _named(key, label, unit, catalogue)
            if contradicted is not None and _is_printed(key, outline, figures):
                told.add((key.metric, printed_by))
                yield contradicted
        yield from _columns(outline, figures)
    named = frozenset(code for code, printed_by in told if not printed_by)
    for outline in outlines:
        for passage in texts.of(outline):
            yield from _sentences(passage, texts.scene(outline), named)


def unit_of(label: str) -> UnitLabel | None:
    """Return the words at the end of a label that say what it counts in."""
    if not _HINT.search(label):
        return None
    bare = _REMARK.sub("", label)
    return next((row for row in LABELS if row.words.search(bare)), None)


def _says_unit(label: Words) -> bool:
    """Whether a label may say what it counts in: most do not, and are passed over."""
    return _HINT.search(f"{label.zh_hans}\n{label.zh_hant}\n{label.en}") is not None


def _labels(outline: Outline, catalogue: Catalogue) -> Iterator[tuple[Key, Words, str | None]]:
    """Yield what an outline calls each metric that it places, with the format there; the metric's own name has none."""
    for section in outline.walk():
        for block in section.blocks:
            for placement in placements(block):
                reference = parse_reference(placement.reference)
                metric = catalogue.metrics.get(reference.code) if reference else None
                if metric is not None and reference is not None:
                    key = reference.key(outline.year)
                    yield key, metric.name, None
                    if placement.label:
                        yield key, placement.label, placement.format


def _is_printed(key: Key, outline: Outline, figures: Figures) -> bool:
    """Whether a report has a value to print beside a label; without one nothing is said of it yet."""
    told = figures.told_in(outline)
    years = range(window(outline).start - outline.year, 1)
    keys = (replace(key, period=key.period + offset) for offset in years)
    return any(told.value(member).value is not None for at in keys for member in told.members(at))


def _shown(metric: Metric, format_text: str, catalogue: Catalogue) -> str:
    return resolve_format(metric, catalogue, format_text).unit or metric.unit


def _named(
    at: Key | ListAt, label: Words, unit: str, catalogue: Catalogue, where: Facts = NO_FACTS
) -> Contradiction | None:
    """Return what is wrong with a label of numbers in a unit."""
    wrong = _wrong(label, unit)
    if not wrong:
        return None
    key = at if isinstance(at, Key) else None
    report = "" if isinstance(at, Key) else at.report
    facts: dict[str, Fact] = {"label": wrong, "unit": Coded("unit", unit), **where}
    issue = Issue("contradiction.label", "doubt", key, facts, report, None if key else at, report)
    said = (Stated(at, words, report=report) for words in (wrong, catalogue.units[unit].name))
    return contradiction(issue, tuple(said))


def _wrong(label: Words, unit: str) -> Words:
    """Return the wordings that count in another unit, in place of those that do not the first that does."""
    wrong = Words(*(words if _counts_otherwise(words, unit) else "" for words in map(label.get, LANGUAGES)))
    return Words(*map(wrong.best, LANGUAGES))


def _counts_otherwise(label: str, unit: str) -> bool:
    row = unit_of(label)
    return row is not None and unit not in row.units


def _columns(outline: Outline, figures: Figures) -> Iterator[Contradiction]:
    """Yield the columns of the records that a report lists numbers of."""
    seen: set[str] = set()
    for section in outline.walk():
        for block in map(records_block, section.blocks):
            if block is not None and block.type in figures.catalogue.records and block.type not in seen:
                seen.add(block.type)
                yield from _columns_of(outline, block, figures)


def _columns_of(outline: Outline, block: Listing, figures: Figures) -> Iterator[Contradiction]:
    at, where = ListAt(outline.code, block.id), {"where": PartAt(outline, block.id)}
    rows = figures.snapshot.rows(outline.code, block.type)
    for column in figures.catalogue.records[block.type].columns:
        wrong = _named(at, column.name, column.unit, figures.catalogue, where) if column.unit else None
        if wrong is not None and any(row.field(column.code).value is not None for row in rows):
            yield wrong


def _sentences(passage: Passage, scene: Scene, named: frozenset[str]) -> Iterator[Contradiction]:
    """Yield each number whose own unit is another than the words right before it say; `named` are told already."""
    language = first_language(passage)
    reading = read(passage.words.get(language), language, scene.units)
    for statement in reading.statements:
        units = _units(statement, passage, scene, named) if not statement.form else ()
        words = reading.text[max(0, statement.start - _TAIL) : statement.start] if units else ""
        row = unit_of(_bare(words, language)) if _HINT.search(words) else None
        if row is not None and units and not row.units.intersection(units):
            yield _told(passage, reading, statement, (_bare(words, language), units[0]))


def _units(statement: Statement, passage: Passage, scene: Scene, named: frozenset[str]) -> tuple[str, ...]:
    """Return the units that a number may be in; a number that is linked is in that of its value."""
    key = scene.linked_key(statement, passage.outline.year) if statement.link else None
    metric = scene.metric(key) if key is not None else None
    if metric is not None and metric.code in named:
        return ()
    return (metric.unit,) if metric is not None else statement.units


def _bare(words: str, language: str) -> str:
    """Return the last words before a number without those that only lead to it."""
    lead = VOCABULARIES[language].fillers
    while match := re.search(rf"(?:{lead.pattern})$", words, re.IGNORECASE):
        words = words[: match.start()]
    return words


def _told(passage: Passage, reading: Reading, statement: Statement, said: tuple[str, str]) -> Contradiction:
    label, unit = said
    facts: dict[str, Fact] = {
        "label": _LAST.findall(label)[-1],
        "unit": Coded("unit", unit),
        "quote": clause(reading, statement),
        **stretch_facts(reading.text, statement.start, statement.end),
    }
    issue = issue_at(passage, Issue("contradiction.unit", "doubt", None, facts), reading.language)
    at, report = passage.at(reading.language), passage.outline.code
    number = Stated(at, statement.quote, None if statement.link else statement.value, statement.qualifier, report)
    return contradiction(issue, (Stated(at, str(facts["label"]), report=report), number))
