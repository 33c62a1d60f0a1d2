"""What the lines of the sheet show, cell by cell, and what is told of a cell besides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from PySide6.QtCore import QObject

from desktop.window.fields.cell_states import CellStates
from desktop.window.fields.state_words import loud
from desktop.window.fields.thread_words import ThreadWords
from desktop.window.look.states import State
from desktop.window.session.desk import Desk
from desktop.window.session.year_names import year_name
from desktop.work.sheet.grid import Column, Grid, Place
from desktop.work.sheet.rows import Row
from desktop.work.sheet.sums import PartsSum, parts_sum
from desktop.work.wording import Wording, change_text, make_wording
from schema.catalogue.outline import Placement
from schema.grammar.reference import Key
from schema.values.evidence import Evidence, evidence_by_subject
from schema.values.figures import Result


@dataclass(frozen=True, slots=True)
class Line:
    """What a row shows: a text per column, its state, what is attached (icons), and how its members stand."""

    texts: tuple[str, ...]
    state: State | Literal[""] = ""
    marks: tuple[str, ...] = ()
    sum: PartsSum | None = None


class SheetLines(QObject):
    """One array of lines, each written when it is first asked for; reads the session and holds no truth of its own."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.desk, self.grid = desk, Grid()
        self.states, self.threads = CellStates(desk), ThreadWords(desk)
        self.every: Sequence[Row] = ()
        self._lines: list[Line | None] = []
        self._wordings: dict[tuple[str, str], Wording] = {}
        self._omissions = dict(desk.omissions())
        self._evidence: dict[str, tuple[Evidence, ...]] = {}
        self._below: Mapping[str, Sequence[Key]] = {}

    def load(self, grid: Grid, every: Sequence[Row]) -> None:
        """Show these lines; `every` are the chosen ones, whether folded away or not."""
        self.grid, self.every, self._wordings = grid, every, {}
        self._omissions = dict(self.desk.omissions())
        self._below = self._asked_below(every)
        self.forget()

    def forget(self) -> None:
        """Write every line anew when it is asked for next."""
        self._lines = [None] * len(self.grid.rows)
        self._evidence = evidence_by_subject(self.desk.session.snapshot)

    def line(self, row: int) -> Line:
        """Return what a row shows."""
        line = self._lines[row]
        if line is None:
            line = self._lines[row] = self._write(self.grid.rows[row])
        return line

    def texts(self, row: Row) -> tuple[str, ...]:
        """Return what a line's cells would show, also of one that is not among those that are shown."""
        return self._write(row).texts

    def heading(self, column: Column) -> str:
        """Return what a column is called."""
        names = {
            "name": self.tr("Metric"), "unit": self.tr("Unit"), "change": self.tr("Change"),
            "state": self.tr("State"), "marks": self.tr("Notes"),
        }  # fmt: skip
        if column.kind != "year":
            return names[column.kind]
        here = column.period == self.grid.period
        year = year_name(self.desk, column.period)
        return self.tr("{year} to fill in").format(year=year) if here else year

    def title(self, row: Row) -> str:
        """Return what a line is called."""
        return self.desk.words(row.title) or self.tr("No department")

    def name(self, row: Row) -> str:
        """Return what a line is called where it stands alone: a member with its metric."""
        return self.desk.name(row.key) if row.kind == "member" and row.key else self.title(row)

    def wording(self, row: Row) -> Wording:
        """Return how the values of a line are written."""
        assert row.key is not None
        desk, placement = self.desk, row.placement or Placement(row.key.metric)
        same = (row.key.metric, placement.format)
        wording = self._wordings.get(same)
        if wording is None:
            metric, known = desk.metric(row.key), self._omissions
            wording = make_wording(metric, placement, desk.catalogue, desk.language, known)
            self._wordings[same] = wording
        return wording

    def units(self) -> set[str]:
        """Return the units that the lines are shown in; lines that are shown in the same way are asked once."""
        alike: dict[tuple[str, str, str], Row] = {}
        for row in self.grid.rows:
            if row.takes and row.key is not None:
                metric = self.desk.metric(row.key)
                alike.setdefault((metric.unit, metric.display, row.placement.format if row.placement else ""), row)
        return {self.wording(row).unit for row in alike.values()}

    def result(self, key: Key) -> Result:
        """Return what stands at a key now."""
        return self.desk.session.result(key)

    def evidence(self, key: Key) -> tuple[Evidence, ...]:
        """Return the files that prove a value."""
        return self._evidence.get(key.canonical(), ()) if self._evidence else ()

    # writing lines

    def _write(self, row: Row) -> Line:
        if row.kind == "head" or row.key is None:
            return self._write_head(row)
        wording = self.wording(row)
        if row.kind == "parts":
            return self._write_parts(row, wording)
        result = self.result(row.key)
        state = self.states.state(row.key, result)
        texts = tuple(self._cell(row, column, wording, state) for column in self.grid.columns)
        return Line(texts, state, self._marks(row.key, result))

    def _cell(self, row: Row, column: Column, wording: Wording, state: State) -> str:
        assert row.key is not None
        match column.kind:
            case "name":
                return self.title(row)
            case "unit":
                return wording.unit
            case "year":
                here = column.period == self.grid.period
                shown = wording.shown(self.result(replace(row.key, period=column.period)))
                return shown or ("" if here else "–")
            case "change":
                if self.desk.session.fresh.among_years(row.key, 2):
                    return ""  # what was computed is of what stood there before
                return change_text(self.desk.session.figures, row.key, wording.metric, self.desk.language)
            case "state":
                return self.states.words(state, row.key)
            case "marks" | "code" | "field":
                return ""

    def _write_parts(self, row: Row, wording: Wording) -> Line:
        texts, own = list[str](), None
        for column in self.grid.columns:
            if column.kind != "year":
                texts.append(self.title(row) if column.kind == "name" else "")
                continue
            found = parts_sum(row, column.period, wording, self.result)
            here = column.period == self.grid.period
            own = found if here else own
            texts.append(self._of_parts(found) if here else found.shown or "–")
        return Line(tuple(texts), sum=own)

    def _of_parts(self, found: PartsSum) -> str:
        match found.standing:
            case "adds" | "sum":
                return found.shown
            case "differs":
                return f"{found.shown} ≠ {found.whole}"
            case "lacking" | "empty":
                return self.tr("{count} missing").format(count=found.lacking)
            case "apart":
                return ""

    def _write_head(self, row: Row) -> Line:
        points, asked = self.desk.session.snapshot.points, self._below.get(row.name, ())
        there = (points.get(key) for key in asked)
        answered = sum(point is not None and (point.value is not None or bool(point.omission)) for point in there)
        return Line(
            tuple(
                self.title(row)
                if column.kind == "name"
                else f"{answered}/{len(asked)}"
                if self._is_home(column)
                else ""
                for column in self.grid.columns
            )
        )

    def _is_home(self, column: Column) -> bool:
        return column.kind == "year" and column.period == self.grid.period

    def _asked_below(self, rows: Sequence[Row]) -> Mapping[str, Sequence[Key]]:
        """Return the values that are filled in below each line that others stand under."""
        metrics, below = self.desk.catalogue.metrics, dict[str, list[Key]]()
        for row in rows:
            if row.takes and row.key is not None and metrics[row.key.metric].formula is None:
                for name in row.within:
                    below.setdefault(name, []).append(row.key)
        return below

    def _marks(self, key: Key, result: Result) -> tuple[str, ...]:
        point = result.point
        noted = point is not None and (point.footnote or point.note or point.source or point.method)
        asked = {"open": "ask", "answered": "talk", "": ""}[self.threads.state(key.canonical())]
        marks = ("evidence" if self.evidence(key) else "", "note" if noted else "", asked)
        return tuple(name for name in marks if name)

    # words about cells

    def tip(self, at: Place) -> str | None:
        """Return what is told of a cell when the pointer rests on it."""
        row, column = self.grid.rows[at[0]], self.grid.columns[at[1]]
        if row.kind == "parts" and self._is_home(column):
            return self._parts_tip(self.line(at[0]).sum)
        if row.key is None or not row.takes or column.kind in ("unit", "change"):
            return self.line(at[0]).texts[at[1]] or None
        if column.kind == "state":
            return "\n".join(
                [self.line(at[0]).texts[at[1]], *map(self.desk.sentence, loud(self.desk.session.issues_at(row.key)))]
            )
        if column.kind == "marks":
            return "\n".join(self.attached(row.key)) or None
        if self._is_home(column):
            return "\n".join(map(self.desk.sentence, loud(self.desk.session.issues_at(row.key)))) or None
        return self.line(at[0]).texts[at[1]] or None

    def _parts_tip(self, found: PartsSum | None) -> str | None:
        if found is None:
            return None
        return {
            "adds": self.tr("The members add up to the whole."),
            "differs": self.tr("The members come to {shown}, the whole is {whole}."),
            "sum": self.tr("The sum of the members"),
            "lacking": self.tr("Members without a value: {lacking}"),
            "empty": self.tr("Members without a value: {lacking}"),
            "apart": self.tr("These members do not add up to a whole."),
        }[found.standing].format(shown=found.shown, whole=found.whole, lacking=found.lacking)

    def attached(self, key: Key) -> list[str]:
        """Return in words what is attached to a value: evidence, footnote, note, method, source, questions."""
        point, lines = self.desk.session.point(key), list[str]()
        if evidence := self.evidence(key):
            lines.append(self.tr("Evidence: {names}").format(names=" · ".join(one.name for one in evidence)))
        if point is not None:
            for title, words in (
                (self.tr("Footnote: {words}"), point.footnote), (self.tr("Note: {words}"), point.note),
                (self.tr("Method: {words}"), point.method), (self.tr("Source: {words}"), point.source),
            ):  # fmt: skip
                lines += [title.format(words=words)] if words else []
        told = self.threads.told(key.canonical())
        return [*lines, told] if told else lines

    def spoken(self, at: Place) -> str:
        """Return a cell for a screen reader: line, column, what stands there, its state."""
        row, column = self.grid.rows[at[0]], self.grid.columns[at[1]]
        parts = [self.name(row), self.heading(column), self.line(at[0]).texts[at[1]] or self.tr("empty")]
        state = self.line(at[0]).state
        if self._is_home(column) and row.takes and row.key is not None and state:
            parts.append(self.states.words(state, row.key))
        if column.kind == "marks" and row.key is not None:
            parts[-1] = "; ".join(self.attached(row.key)) or self.tr("nothing")
        return ", ".join(parts)
