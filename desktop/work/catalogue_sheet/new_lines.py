"""New metrics from the lines of a block: one that says name, unit and department; the others are told."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from desktop.work.catalogue_sheet.cell_words import CellWords, Vocabulary
from desktop.work.catalogue_sheet.entries import MetricOutcome, metric_outcome
from desktop.work.catalogue_sheet.fields import COLUMNS, FIELD
from desktop.work.catalogue_sheet.grid import MetricGrid, metric_rows
from desktop.work.sheet.block import Block
from desktop.work.sheet.grid import Lock, Place
from desktop.work.sheet.outcome import Left
from desktop.work.sheet.placing import Entry, Placed, Refused
from desktop.work.structure.codes import metric_code
from schema.catalogue.definitions import Metric
from schema.catalogue.kinds import PERCENT
from schema.catalogue.outline import Definitions
from schema.grammar.languages import LANGUAGES
from schema.grammar.reference import parse_reference
from schema.grammar.words import Words
from schema.validation.issue import Issue
from schema.values.parse import clean_text

Line = Mapping[str, str]  # what a line says, by column: "name" (in the window's language), "code", and the fields
_IDS = tuple(column.field or column.kind for column in COLUMNS)
_NAMES = ("name", *(f"name.{language}" for language in LANGUAGES))
_FIRST = _IDS.index(f"name.{LANGUAGES[0]}")
_LEAST_HEADS = 2  # cells of a first row that are called like columns, before it is taken for their heads


@dataclass(frozen=True, slots=True)
class NewLeft:
    """A cell that was not taken: by the code of the metric that was made all the same ("": none), and its column."""

    code: str
    column: int
    left: Left


@dataclass(frozen=True, slots=True)
class NewLines:
    """The definitions with the metrics that were made, and what of the block was not taken."""

    outcome: MetricOutcome
    left: tuple[NewLeft, ...]

    @property
    def changes_anything(self) -> bool:
        """Whether a metric was made."""
        return self.outcome.changes_anything


@dataclass(frozen=True, slots=True)
class Naming:
    """How the cells of new lines are read: for a report, in a language, with the window's words."""

    report: str
    language: str
    vocabulary: Vocabulary


def lines_of(block: Block, headings: Mapping[str, str], start: int) -> Mapping[int, Line]:
    """Return what the lines of a block say, by their numbers in it from 1 on.

    The heads in its first row tell what stands where, if it has any; else it is laid from a column on, from the first
    name where that is no name's. Blank rows are nothing.
    """
    if not block:
        return {}
    known = {words.casefold(): code for code, words in headings.items()} | {code.casefold(): code for code in _IDS}
    heads = [known.get(cell.strip().casefold(), "") for cell in block[0]]
    if sum(map(bool, heads)) >= _LEAST_HEADS and any(head in _NAMES for head in heads):
        rows, columns, number = block[1:], heads, 2
    else:
        first = start if 0 <= start < len(_IDS) and _IDS[start] in _NAMES else _FIRST
        rows, columns, number = block, list(_IDS[first:]), 1
    said = ({code: text for code, text in zip(columns, row, strict=False) if code and text.strip()} for row in rows)
    return {at: line for at, line in enumerate(said, start=number) if line}


def new_lines(definitions: Definitions, lines: Mapping[int, Line], naming: Naming) -> NewLines:
    """Make a metric of each line that says enough; what else it says is read as in its cells.

    A line that becomes none has no place in the sheet: its row is its number in the block, below zero.
    """
    words = _words(definitions, naming)
    left: list[NewLeft] = []
    made: dict[str, tuple[Metric, Line]] = {}
    for number, line in lines.items():
        metric = _metric(words, line, naming, [one for one, _ in made.values()])
        if isinstance(metric, Issue):
            title = next((line[name] for name in _NAMES if name in line), next(iter(line.values())))
            left.append(NewLeft("", 0, Left((-number, 0), title, "refused", metric)))
        else:
            made[metric.code] = metric, line
    stubs = {code: metric for code, (metric, _) in made.items()}
    metrics = {**definitions.catalogue.metrics, **stubs}
    enlarged = replace(definitions, catalogue=replace(definitions.catalogue, metrics=metrics))
    outcome, more = _filled(enlarged, {code: line for code, (_, line) in made.items()}, naming)
    whole = outcome.definitions.catalogue.metrics
    made_now = tuple(whole[code] for code in stubs)
    taken = outcome.taken + sum(len(_told_by_stub(line)) for _, line in made.values())
    return NewLines(replace(outcome, metrics=made_now, taken=taken, left=()), (*left, *more))


def _words(definitions: Definitions, naming: Naming) -> CellWords:
    return CellWords(definitions, naming.report, naming.language, naming.vocabulary)


def _metric(words: CellWords, line: Line, naming: Naming, made: Sequence[Metric]) -> Metric | Issue:
    """Return the metric that a line asks for as far as it must be known, or why there is none."""
    metrics = {**words.definitions.catalogue.metrics, **{one.code: one for one in made}}
    names = _names_of(line, naming.language)
    said = {"name": bool(names), "unit": "unit" in line, "department": "department" in line}
    if missing := tuple(_heading(naming, code) for code, there in said.items() if not there):
        return Issue("catalogue.new_line", "error", facts={"list": missing})
    if known := next((one for one in metrics.values() if _is_called(one, names)), None):
        return Issue("catalogue.name_taken", "error", facts={"name": known.name, "code": known.code})
    begun = Metric("new", names, "number", "", "", "flow", "")
    read = {code: words.read(begun, FIELD[code], line[code]) for code in ("unit", "department")}
    code = _code(line.get("code", "").strip(), names, metrics)
    if refused := next((one for one in (*read.values(), code) if isinstance(one, Issue)), None):
        return refused
    unit, department = str(read["unit"]), str(read["department"])
    beside = [one.code for one in metrics.values() if one.department == department]
    proposed = code or metric_code(names, replace(words.definitions.catalogue, metrics=metrics), beside)
    kind = "percent" if unit == PERCENT else "number"
    return replace(begun, code=str(proposed), kind=kind, unit=unit, department=department)


def _heading(naming: Naming, code: str) -> str:
    return naming.vocabulary.headings[f"name.{naming.language}" if code == "name" else code]


def _names_of(line: Line, language: str) -> Words:
    said = {one: clean_text(line.get(f"name.{one}", "")).strip() for one in LANGUAGES}
    said[language] = said[language] or clean_text(line.get("name", "")).strip()
    return Words(said["zh-Hans"], said["zh-Hant"], said["en"])


def _is_called(metric: Metric, names: Words) -> bool:
    return any(names.get(one) and names.get(one) == metric.name.get(one) for one in LANGUAGES)


def _code(typed: str, names: Words, metrics: Mapping[str, Metric]) -> str | Issue:
    """Return the code that a line says, "" where it says none."""
    if typed in metrics:
        return Issue("structure.taken", "error", facts={"name": metrics[typed].name, "code": typed})
    reference = parse_reference(typed) if typed else None
    if typed and (reference is None or reference.code != typed):
        return Issue("catalogue.new_code", "error", facts={"code": typed, "name": names})
    return typed


def _told_by_stub(line: Line) -> Collection[str]:
    return [code for code in line if code in (*_NAMES, "code", "unit", "department")]


def _filled(
    definitions: Definitions, lines: Mapping[str, Line], naming: Naming
) -> tuple[MetricOutcome, tuple[NewLeft, ...]]:
    """Put what the lines say beside the needed into the cells of their metrics."""
    words = _words(definitions, naming)
    rows = {row.name: row for row in metric_rows(definitions) if row.kind == "value"}
    grid = MetricGrid(tuple(rows[code] for code in lines), definitions.catalogue.metrics)
    told = [
        ((row, _IDS.index(column)), text)
        for row, line in enumerate(lines.values())
        for column, text in line.items()
        if column not in _told_by_stub(line)
    ]
    locks: list[tuple[Place, str, Lock | None]] = [(at, text, grid.lock(*at)) for at, text in told]
    entries = tuple(Entry(at, text) for at, text, lock in locks if lock is None)
    refused = tuple(Refused(at, text, lock) for at, text, lock in locks if lock is not None)
    outcome = metric_outcome(words, grid, Placed(entries, refused))
    codes = list(lines)
    return outcome, tuple(NewLeft(codes[left.at[0]], left.at[1], left) for left in outcome.left)
