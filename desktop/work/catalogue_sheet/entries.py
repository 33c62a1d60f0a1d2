"""Texts put into cells of the catalogue: other definitions in one step, and each cell that did not take its text."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from desktop.work.catalogue_sheet.cell_words import CellWords
from desktop.work.catalogue_sheet.fields import FIELD
from desktop.work.catalogue_sheet.grid import MetricGrid
from desktop.work.catalogue_sheet.total_cells import with_totals
from desktop.work.sheet.grid import Place
from desktop.work.sheet.outcome import Left
from desktop.work.sheet.placing import Entry, Placed
from desktop.work.steps import at_once
from desktop.work.structure.metric_batch import Refusal, read_metrics
from schema.catalogue.definitions import Metric
from schema.catalogue.kinds import KINDS, NO_UNIT, PERCENT
from schema.catalogue.outline import Definitions
from schema.catalogue.unitless import without_unit
from schema.validation.issue import Issue

_TOGETHER = 20  # metrics; reading one takes a third of a millisecond


@dataclass(frozen=True, slots=True)
class MetricOutcome:
    """The definitions with what was taken; `metrics` are those that are other now. `left` is in reading order."""

    definitions: Definitions
    metrics: tuple[Metric, ...]
    taken: int
    cleared: int
    left: tuple[Left, ...]

    @property
    def changes_anything(self) -> bool:
        """Whether there is a step to be undone."""
        return bool(self.metrics)


def metric_outcome(words: CellWords, grid: MetricGrid, placed: Placed) -> MetricOutcome:
    """Read every text as its cell does, and leave out what the definitions would not load with."""
    return at_once(metric_steps(words, grid, placed))


def metric_steps(words: CellWords, grid: MetricGrid, placed: Placed) -> Generator[int, None, MetricOutcome]:
    """Read as `metric_outcome` does; yield now and then how many cells were read."""
    batch = _Batch(words, grid)
    for refused in placed.refused:
        if not batch.stands(refused.at, refused.text):
            batch.left.append(Left(refused.at, refused.text, refused.lock))
    for entry in placed.entries:
        batch.add(entry)
        yield 0
    return (yield from batch.outcome())


@dataclass(slots=True)
class _Batch:
    """Gathers the cells by metric and column: as the workbook writes them, each with the text that was typed."""

    words: CellWords
    grid: MetricGrid
    left: list[Left] = field(default_factory=list[Left])
    cells: dict[str, dict[str, tuple[str, Entry]]] = field(default_factory=dict[str, "dict[str, tuple[str, Entry]]"])
    totals: dict[str, tuple[str, Entry]] = field(default_factory=dict[str, "tuple[str, Entry]"])
    same: int = 0

    def stands(self, at: Place, text: str) -> bool:
        """Whether a locked cell says already what it was to say."""
        inside = 0 <= at[0] < len(self.grid.rows) and 0 <= at[1] < len(self.grid.columns)
        metric = self.grid.metric(at[0]) if inside else None
        if metric is None:
            return False
        said = self.grid.field(at[1])
        if said is None:
            names = (metric.name.zh_hans, metric.name.zh_hant, metric.name.en)
            return text == metric.code or (self.grid.columns[at[1]].kind == "name" and text.strip() in names)
        return text in (self.words.exact(metric, said), self.words.shown(metric, said))

    def add(self, entry: Entry) -> None:
        metric, said = self.grid.metric(entry.at[0]), self.grid.field(entry.at[1])
        if metric is None or said is None:
            return
        if entry.text.strip() == self.words.exact(metric, said):
            self.same += 1
            return
        read = self.words.read(metric, said, entry.text)
        if isinstance(read, Issue):
            self._refuse(entry, read)
        elif said.reads == "total":
            self.totals[metric.code] = read, entry
        else:
            self.cells.setdefault(metric.code, {})[said.code] = read, entry

    def _refuse(self, entry: Entry, reason: Issue, refusal: Refusal | None = None) -> None:
        self.left.append(Left(entry.at, entry.text, "refused", reason, refusal.of if refusal else None))

    def outcome(self) -> Generator[int, None, MetricOutcome]:
        old = self.words.definitions
        read = yield from self._read()
        changed = {code: one for code, one in read.items() if one != old.catalogue.metrics[code]}
        metrics = {**old.catalogue.metrics, **changed}
        units = without_unit(old.catalogue.units, metrics.values())
        new = replace(old, catalogue=replace(old.catalogue, metrics=metrics, units=units))
        totalled = self._with_totals(new)
        entries = [entry for _, entry in (*(pair for row in self.cells.values() for pair in row.values()),
                                          *self.totals.values())]  # fmt: skip
        whose = dict.fromkeys((*changed, *(code for code in self.totals if totalled is not new)))
        return MetricOutcome(
            totalled,
            tuple(metrics[code] for code in whose),
            len(entries) + self.same,
            sum(not entry.text.strip() for entry in entries),
            tuple(sorted(self.left, key=lambda left: left.at)),
        )

    def _read(self) -> Generator[int, None, Mapping[str, Metric]]:
        """Read the cells; what others may hang on is read together, all else some metrics at a time."""
        measured = [code for code in self.cells if self._measures(code)]
        others = [code for code in self.cells if code not in set(measured)]
        found, cells = dict[str, Metric](), 0
        for part in (measured, *(others[at : at + _TOGETHER] for at in range(0, len(others), _TOGETHER))):
            cells += sum(len(self.cells[code]) for code in part)
            found |= self._read_part(part)
            yield cells
        return found

    def _measures(self, code: str) -> bool:
        return any(FIELD[name].measures for name in self.cells[code])

    def _read_part(self, codes: Sequence[str]) -> Mapping[str, Metric]:
        """Read the cells of some metrics, those that are refused left out, until nothing speaks against the others."""
        while written := {code: self._implied(code, self.cells[code]) for code in codes if code in self.cells}:
            batch = read_metrics(self.words.definitions, written, [code for code in written if self._measures(code)])
            if not self._take_out(batch.refusals):
                return batch.metrics
        return {}

    def _implied(self, code: str, row: Mapping[str, tuple[str, Entry]]) -> Mapping[str, str]:
        """Return the cells of a metric with what follows from them, as the form of a metric has it.

        What is counted in percent is a percentage and nothing else is; what is said in words has no unit; a definition
        that somebody writes is assumed no more.
        """
        cells, before = {name: text for name, (text, _) in row.items()}, self.grid.metrics[code]
        if "unit" in cells and "kind" not in cells and (cells["unit"] == PERCENT) != before.in_percent:
            cells["kind"] = "percent" if cells["unit"] == PERCENT else "number"
        if (kind := cells.get("kind")) and KINDS[kind].labelled:
            cells["unit"] = NO_UNIT
        if before.assumed and any(name.startswith("definition.") for name in cells):
            cells |= {"assumed": "", "confirmed_in": ""}
        return cells

    def _take_out(self, refusals: Sequence[Refusal]) -> bool:
        """Take the cells out that are refused; return whether there were any.

        What is about no cell that was put speaks against those that measure, unless others of the metric go anyway:
        the rest is read once more.
        """
        gone: set[str] = set()
        for refusal in sorted(refusals, key=lambda one: not self._names(one)):
            names = self._names(refusal)
            if not names and refusal.metric not in gone:
                row = self.cells.get(refusal.metric, {})
                names = [name for name in row if FIELD[name].measures] or list(row)
            for name in names:
                self._refuse(self.cells[refusal.metric].pop(name)[1], refusal.issue, refusal)
                gone.add(refusal.metric)
        self.cells = {code: row for code, row in self.cells.items() if row}
        return bool(gone)

    def _names(self, refusal: Refusal) -> list[str]:
        """Return the columns that a refusal is about, of those that were put."""
        column, row = refusal.column, self.cells.get(refusal.metric, {})
        return [name for name in row if column and (name == column or name.startswith(f"{column}."))]

    def _with_totals(self, new: Definitions) -> Definitions:
        """Return the definitions with the totals that were put; one that is refused is left out."""
        while self.totals:
            made, refusals = with_totals(new, {code: text for code, (text, _) in self.totals.items()})
            if not refusals:
                return made
            # One that was not put cannot be left out in silence: then nothing that was put may be what spoilt it.
            own = {code: issue for code, issue in refusals.items() if code in self.totals}
            for code, issue in (own or dict.fromkeys(self.totals, next(iter(refusals.values())))).items():
                self._refuse(self.totals.pop(code)[1], issue)
        return new
