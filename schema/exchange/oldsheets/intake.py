"""From confirmed rows to changes: each cell read, compared with what stands there, never replaced unasked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from schema.catalogue.definitions import Catalogue, Metric
from schema.exchange.figures_csv import UNREAD as FIGURES_UNREAD
from schema.exchange.oldsheets.cell_checks import CellChecks
from schema.exchange.oldsheets.evidence import agrees
from schema.exchange.oldsheets.joint_cells import is_ratio, read_count_share
from schema.exchange.oldsheets.matching import Proposal
from schema.exchange.oldsheets.names import Target
from schema.exchange.oldsheets.source import SourceCell, SourceRow
from schema.exchange.standing import BESIDE, lost_footnote, with_standing
from schema.grammar.fiscal import length_of
from schema.grammar.reference import Key
from schema.validation.facts import Fact
from schema.validation.issue import Issue
from schema.validation.readings import notices, problem_facts
from schema.values.changes import Change, change_of
from schema.values.datapoint import DataPoint
from schema.values.display import Display
from schema.values.figures import Figures
from schema.values.omissions import OMISSIONS
from schema.values.parse import Parsed, Problem
from schema.values.rates import Written, parse_in_year
from schema.values.rollup.periods import adds_up

State = Literal["new", "same", "differs", "replaced", "figure", "unread", "wrong", "empty"]

# A sheet's cell is told as that of a figures file, but where the sheet has ways out of its own.
UNREAD: Mapping[Problem, str] = {
    **FIGURES_UNREAD,
    "number.unreadable": "old.unreadable",
    "unit.unknown": "old.unit_unknown",
}
_DASHES = "-–—―−/"


@dataclass(frozen=True, slots=True)
class Options:
    """What the person allows: replacing values that differ, keeping text that is no number."""

    replace: bool = False
    keep_unreadable: bool = False


@dataclass(frozen=True, slots=True)
class Take:
    """One value of a row: `old` what stands there, both as people read them; `change` is None where nothing is done."""

    row: SourceRow
    cell: SourceCell
    key: Key
    state: State
    new: str
    old: str = ""
    parsed: Parsed | None = None
    change: Change | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """All values of the rows that are taken, and the issues; an error among them refuses the file."""

    takes: tuple[Take, ...]
    issues: tuple[Issue, ...]

    @property
    def changes(self) -> tuple[Change, ...]:
        """Return what is to be stored."""
        return tuple(take.change for take in self.takes if take.change is not None)

    @property
    def refused(self) -> bool:
        """Whether something must be put right before anything is stored."""
        return any(issue.severity == "error" for issue in self.issues)


class Taker:
    """Reads the cells of rows against one state of the workspace."""

    def __init__(self, file: str, catalogue: Catalogue, figures: Figures, language: str, options: Options) -> None:
        """`file` is named as the source of every value."""
        self._file = file
        self._catalogue = catalogue
        self._figures = figures
        self._language = language
        self._options = options
        self._issues: list[Issue] = []
        self._checks = CellChecks(catalogue, self._issues)

    def take(self, chosen: Sequence[tuple[Proposal, Target]]) -> Outcome:
        """Return what the chosen rows bring; two rows for one value bring none, and that is an error."""
        self._issues = []
        self._checks = CellChecks(self._catalogue, self._issues)
        takes = [take for proposal, target in chosen for take in self._row(proposal, target)]
        takes = self._twice(takes)
        self._checks.shares([(take.key, take.cell, take.parsed) for take in takes if take.parsed is not None])
        return Outcome(tuple(takes), tuple(self._issues))

    def _row(self, proposal: Proposal, target: Target) -> list[Take]:
        row, metric = proposal.row, self._catalogue.metrics[target.metric]
        if proposal.clash:
            units = " / ".join(f"“{unit}”" for unit in proposal.clash)
            self._say("old.unit_twice", "error", row.place, name=row.written, units=units)
            return []
        if proposal.assumed and proposal.best is not None and proposal.best.target == target:
            unit = self._catalogue.units[proposal.assumed].name.best(self._language)
            self._say("old.unit_assumed", "doubt", row.place, name=row.written, as_unit=unit)
        cells = (*row.cells, *_collected(row, metric))
        takes = [self._cell(row, cell, metric, target) for cell in cells]
        values = [take.parsed.value for take in takes if take.parsed is not None and take.parsed.value is not None]
        written = "".join(cell.text for cell in row.cells)
        if metric.traits.share and "%" not in written and values and all(0 < abs(v) <= 1 for v in values):
            self._say("old.fraction", "doubt", row.place, name=row.written, text=row.cells[-1].text)
        return takes

    def _cell(self, row: SourceRow, cell: SourceCell, metric: Metric, target: Target) -> Take:
        key = Key(target.metric, cell.year, cell.entity, target.category, cell.span)
        if cell.fault:
            self._say(cell.fault, "error", cell.place, name=row.written)
            return Take(row, cell, key, "wrong", cell.text)
        if self._checks.refuses(row, cell, metric):
            return Take(row, cell, key, "wrong", cell.text)
        written = Written(_one_number(cell.text, metric), cell.unit or row.unit)
        parsed = parse_in_year(written, metric, self._catalogue, key.period)
        if parsed.empty:
            return Take(row, cell, key, "empty", "")
        if parsed.problem == "number.open":
            self._say("figures.open", "doubt", cell.place, **problem_facts(parsed, metric, cell.text))
            return Take(row, cell, key, "empty", cell.text)
        if parsed.problem:
            return self._unread(row, cell, key, metric, parsed)
        self._issues.extend(notices(parsed, key, cell.place))
        self._checks.read(row, cell, metric)
        if metric.formula is not None or self._follows(row, cell, metric):
            return self._figure(row, cell, key, metric, parsed)
        return self._compare(row, cell, key, metric, parsed)

    def _unread(self, row: SourceRow, cell: SourceCell, key: Key, metric: Metric, parsed: Parsed) -> Take:
        code = "old.ratio" if is_ratio(cell.text) else UNREAD[parsed.problem or "number.unreadable"]
        shown = problem_facts(parsed, metric, cell.text)
        if not self._options.keep_unreadable:
            self._say(code, "error", cell.place, **shown)
            return Take(row, cell, key, "wrong", cell.text, self._old(key, metric), parsed)
        self._say(code, "doubt", cell.place, **shown)
        return self._compare(row, cell, key, metric, parsed)

    def _follows(self, row: SourceRow, cell: SourceCell, metric: Metric) -> bool:
        """Whether a total stands beside what it follows from, entities or parts of the year: these give it."""
        beside = any(other.entity and other.year == cell.year for other in row.cells)
        if not cell.entity and beside and self._figures.sums_up(metric):
            return True
        there = {other.span for other in _collected(row, metric) if other.year == cell.year and other.text}
        spans = self._catalogue.company.fiscal.spans(metric.collected) if there and not cell.span else ()
        return bool(spans) and adds_up(metric) and there.issuperset(spans)

    def _figure(self, row: SourceRow, cell: SourceCell, key: Key, metric: Metric, parsed: Parsed) -> Take:
        """A figure is computed, never typed; that the sheet says something else is worth knowing."""
        own = self._figures.value(key).value
        old = self._old(key, metric)
        if own is not None and parsed.value is not None and not agrees(parsed, own):
            self._say("old.figure_differs", "doubt", cell.place, name=row.written, text=cell.text, old=old)
        return Take(row, cell, key, "figure", self._shown(parsed, metric), old, parsed)

    def _compare(self, row: SourceRow, cell: SourceCell, key: Key, metric: Metric, parsed: Parsed) -> Take:
        point = self._figures.snapshot.points.get(key)
        new, old = self._shown(parsed, metric), self._old(key, metric)
        brought = self._point(row, cell, key, parsed)
        # A sheet never empties: people leave a note's cell blank where they have nothing to say.
        change = change_of(self._figures.snapshot, key, with_standing(brought, point, BESIDE))
        state: State = "unread" if parsed.unread else "new"
        known = self._figures.value(key)
        if point is None and known.value is None:
            return Take(row, cell, key, state, new, old, parsed, change)
        alike = parsed.value is not None and (known.value, known.qualifier) == (parsed.value, parsed.qualifier)
        if alike or (parsed.omission and known.omission == parsed.omission):
            return Take(row, cell, key, "same", new, old, parsed)
        if self._options.replace:
            self._say("old.replaced", "doubt", cell.place, name=row.written, old=old, new=new)
            if gone := lost_footnote(brought, point):
                self._say("figures.footnote_gone", "doubt", cell.place, name=row.written, text=gone)
            return Take(row, cell, key, "replaced", new, old, parsed, change)
        self._say("old.differs", "doubt", cell.place, name=row.written, old=old, new=new)
        return Take(row, cell, key, "differs", new, old, parsed)

    def _point(self, row: SourceRow, cell: SourceCell, key: Key, parsed: Parsed) -> DataPoint:
        # The unit stood elsewhere in the sheet: with it the text can be read again, and one that is unknown is kept.
        written, wanted = cell.unit or row.unit, parsed.value is not None or parsed.problem.startswith("unit.")
        unit = written if wanted and not parsed.typed.endswith(written) and "%" not in parsed.typed else ""
        typed = f"{parsed.typed} {unit}".strip()
        return DataPoint(
            key, value=parsed.value, qualifier=parsed.qualifier if parsed.value is not None else "",
            omission=parsed.omission, unread=typed if parsed.unread else "", typed=typed, method=row.note,
            footnote=row.footnote, source=cell.place,
        )  # fmt: skip

    def _twice(self, takes: Sequence[Take]) -> list[Take]:
        first: dict[Key, Take] = {}
        doubled: set[Key] = set()
        for take in takes:
            other = first.setdefault(take.key, take)
            if other is not take and take.state != "empty":
                doubled.add(take.key)
                params = {"name": take.row.written, "other": other.row.written, "first": other.cell.place}
                params["reference"] = take.key.canonical()
                self._issues.append(Issue("old.twice", "error", None, params, take.cell.place))
        return [replace(take, state="wrong", change=None) if take.key in doubled else take for take in takes]

    def _shown(self, parsed: Parsed, metric: Metric) -> str:
        if parsed.value is None:
            return self._omission(parsed.omission) if parsed.omission else parsed.typed
        return self._amount(parsed.value, metric, parsed.qualifier)

    def _old(self, key: Key, metric: Metric) -> str:
        result = self._figures.value(key)
        if result.value is not None:
            return self._amount(result.value, metric, result.qualifier)
        if result.omission:
            return self._omission(result.omission)
        return result.point.typed if result.point is not None else ""

    def _amount(self, value: Decimal, metric: Metric, qualifier: str) -> str:
        from schema.validation.fact_words import amount

        return amount(Display(metric, self._catalogue, self._language), value, qualifier)

    def _omission(self, code: str) -> str:
        phrase = self._catalogue.phrases.get(OMISSIONS[code].phrase)
        return phrase.best(self._language) if phrase else code

    def _say(self, code: str, severity: Literal["error", "doubt"], place: str, **params: Fact) -> None:
        self._issues.append(Issue(code, severity, None, params, place))


def _one_number(text: str, metric: Metric) -> str:
    """Return what is read of a cell: of a count with its share the one that the metric counts; a dash is a reason."""
    if text and not text.strip(_DASHES):
        return "-"
    both = read_count_share(text)
    return text if both is None else f"{both.share}%" if metric.in_percent else both.count


def _collected(row: SourceRow, metric: Metric) -> tuple[SourceCell, ...]:
    """Return the cells of the parts of a year that a metric is collected by."""
    return tuple([cell for cell in row.spans if metric.collected and length_of(cell.span) == metric.collected])
