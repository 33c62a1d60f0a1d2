"""Breakdowns as a grid: cells are laid out once, what they show is read from the session each time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from desktop.window.fields.plan import GridPart, GridSpec
from desktop.window.fields.reading_words import ReadingWords
from desktop.window.fields.state_words import StateWords, loud
from desktop.window.fields.thread_words import ThreadWords
from desktop.window.look.states import State
from desktop.window.session.desk import Desk
from desktop.window.session.undo import Commands
from desktop.work.wording import Wording, change_text, make_wording, same_value, series
from schema.catalogue.section_content import join_category, open_wildcard
from schema.grammar.decimals import EXACT
from schema.grammar.reference import Key, category_parts
from schema.validation.comparison_words import reason_words
from schema.values.changes import Change
from schema.values.comparison import percent_change
from schema.values.datapoint import DataPoint
from schema.values.evidence import Evidence, evidence_of
from schema.values.figures import Result
from schema.values.follow_ups import FollowUp, follow_up_of
from schema.values.intervals import qualifier_of_sum
from schema.values.omissions import counts_as_nothing

Index = QModelIndex | QPersistentModelIndex
# Compared as plain ints: Qt's enums are Python enums, comparing them is what scrolling costs.
_DISPLAY, _EDIT, _TOOLTIP = (
    int(Qt.ItemDataRole.DisplayRole),
    int(Qt.ItemDataRole.EditRole),
    int(Qt.ItemDataRole.ToolTipRole),
)
_NAME = int(Qt.ItemDataRole.AccessibleTextRole)


@dataclass(frozen=True, slots=True)
class Cell:
    """`kind` is head, name, entry, past, sum, change, spark, mark or blank; `parts` are summed in a sum cell."""

    kind: str
    key: Key | None = None
    words: str = ""
    part: int = 0
    parts: tuple[Key, ...] = ()


class BreakdownModel(QAbstractTableModel):
    """One grid; editing goes out as commands, several cells at once as one."""

    def __init__(self, desk: Desk, commands: Commands, spec: GridSpec) -> None:
        super().__init__()
        self.desk, self._commands, self.spec = desk, commands, spec
        self.states, self.readings, self.threads = StateWords(desk), ReadingWords(desk), ThreadWords(desk)
        self._wordings = [
            make_wording(part.metric, part.placement, desk.catalogue, desk.language, dict(desk.omissions()))
            for part in spec.parts
        ]
        self.cells: list[list[Cell]] = list(self._lay_out())
        self.keys = {cell.key for row in self.cells for cell in row if cell.kind == "entry" and cell.key}

    # layout

    def _lay_out(self) -> Iterator[list[Cell]]:
        if self.spec.crossed:
            yield from self._lay_out_crossed(self.spec.parts[0])
            return
        for number, part in enumerate(self.spec.parts):
            yield [Cell("head", part.key, self._title(part), number), *[Cell("blank")] * 6]
            keys = open_wildcard(part.key, self.desk.catalogue)
            for key in keys:
                yield self._year_row("entry", key, self._member(key, part.down), number, ())
            if self._sums(part, (part.down,)):
                total = replace(part.key, category=_without(part.key.category, part.down))
                yield self._year_row("sum", total, self.tr("Total"), number, keys)

    def _year_row(self, kind: str, key: Key, words: str, number: int, parts: tuple[Key, ...]) -> list[Cell]:
        past = [self._past(key, back, number, parts) for back in (1, 2)]
        first = Cell(kind, key, "", number, parts)
        change, spark = ("change", "spark") if kind == "entry" else ("blank", "blank")
        mark = Cell("mark" if kind == "entry" else "blank", key, "", number)
        name = Cell("name" if kind == "entry" else "sumname", key, words, number)
        return [name, first, *past, Cell(change, key, "", number), Cell(spark, key, "", number), mark]

    def _past(self, key: Key, back: int, number: int, parts: tuple[Key, ...]) -> Cell:
        older = tuple(replace(part, period=part.period - back) for part in parts)
        return Cell("sum" if parts else "past", replace(key, period=key.period - back), "", number, older)

    def _lay_out_crossed(self, part: GridPart) -> Iterator[list[Cell]]:
        across = self.desk.catalogue.breakdowns[part.across].members
        sums = self._sums(part, (part.across,))
        heads = [Cell("column", None, self.desk.words(member.name)) for member in across]
        total = [Cell("column", None, self.tr("Total"))] if sums else []
        yield [Cell("head", part.key, self._title(part)), *heads, *total]
        rows: list[list[Key]] = []
        for member in self.desk.catalogue.breakdowns[part.down].members:
            rows.append([self._crossed(part, member.code, other.code) for other in across])
            key = replace(part.key, category=_with(_without(part.key.category, part.across), part.down, member.code))
            last = [Cell("sum", key, parts=tuple(rows[-1]))] if sums else []
            yield [Cell("name", key, self.desk.words(member.name)), *(Cell("entry", k) for k in rows[-1]), *last]
        if self._sums(part, (part.down,)):
            yield self._crossed_totals(part, rows, sums)

    def _crossed_totals(self, part: GridPart, rows: list[list[Key]], sums: bool) -> list[Cell]:
        columns = [tuple(column) for column in zip(*rows, strict=True)]
        key = replace(part.key, category=_without(_without(part.key.category, part.down), part.across))
        cells = [Cell("sum", key, parts=column) for column in columns]
        corner = [Cell("sum", key, parts=tuple(k for row in rows for k in row))] if sums else []
        return [Cell("sumname", key, self.tr("Total")), *cells, *corner]

    def _crossed(self, part: GridPart, down: str, across: str) -> Key:
        return replace(part.key, category=_with(_with(part.key.category, part.down, down), part.across, across))

    def _sums(self, part: GridPart, breakdowns: Sequence[str]) -> bool:
        known = self.desk.catalogue.breakdowns
        return all(code in part.metric.sum_over and known[code].complete for code in breakdowns)

    def _title(self, part: GridPart) -> str:
        label = self.desk.words(part.placement.label) or self.desk.name(part.key)
        names = [
            self.desk.words(self.desk.catalogue.breakdowns[code].name) for code in (part.down, part.across) if code
        ]
        return f"{label} · {' × '.join(names)}"

    def _member(self, key: Key, breakdown: str) -> str:
        member = dict(category_parts(key.category))[breakdown]
        found = self.desk.catalogue.breakdowns[breakdown].member(member)
        return self.desk.words(found.name) if found else member

    # reading

    def wording(self, cell: Cell) -> Wording:
        """Return how values of a cell's part are written."""
        return self._wordings[cell.part]

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of lines."""
        return 0 if parent is not None and parent.isValid() else len(self.cells)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else len(self.cells[0])

    def cell(self, index: Index) -> Cell:
        """Return the cell at an index."""
        return self.cells[index.row()][index.column()]

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Only entries of typed metrics can be edited."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        cell = self.cell(index)
        flags = Qt.ItemFlag.ItemIsEnabled
        if cell.kind in ("entry", "sum", "past"):
            flags |= Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if self.editable(cell) else flags

    def editable(self, cell: Cell) -> bool:
        """Whether a value can be typed here."""
        return cell.kind == "entry" and self.wording(cell).metric.formula is None and self.desk.session.writable

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """Return texts; painting is the delegate's."""
        if not index.isValid():
            return None
        cell = self.cell(index)
        if role == _DISPLAY:
            return self.text(cell)
        if role == _EDIT:
            return self.wording(cell).exact(self.result(cell)) if cell.kind == "entry" else self.text(cell)
        if role == _TOOLTIP and cell.key and cell.kind in ("entry", "mark"):
            lines = [*map(self.desk.sentence, loud(self.desk.session.issues_at(cell.key)))]
            names = [one.name for one in self.evidence(cell)]
            told = [self.tr("Evidence: {names}").format(names=" · ".join(names))] if names else []
            told += [self.threads.told(cell.key.canonical())] if self.asked(cell) else []
            mark = self.follow_up(cell)
            marked = [self.tr("To be looked at again") + (f": {mark.why}" if mark.why else "")] if mark else []
            return "\n".join([*lines, *told, *marked]) or None
        if role == _TOOLTIP and cell.key and cell.kind == "change":
            figures = self.desk.session.figures
            if self._is_unjudged(cell.key):
                return None
            return reason_words(percent_change(figures, cell.key), figures, self.desk.language) or None
        if role == _NAME and cell.key:
            shown = self.text(cell) or self.tr("empty")
            asked = f"; {self.threads.title(cell.key.canonical())}" if self.asked(cell) else ""
            return f"{self.desk.name(cell.key)}, {cell.key.period}: {shown}{asked}"
        return None

    def text(self, cell: Cell) -> str:
        """Return what a cell shows."""
        if cell.kind in ("entry", "past"):
            shown = self.wording(cell).shown(self.result(cell))
            return shown or ("–" if cell.kind == "past" else "")
        if cell.kind == "sum":
            return self._sum_text(cell)
        if cell.kind == "change" and cell.key:
            if self._is_unjudged(cell.key):
                return ""
            return change_text(self.desk.session.figures, cell.key, self.wording(cell).metric, self.desk.language)
        return cell.words

    def result(self, cell: Cell) -> Result:
        """Return what stands at a cell's key."""
        assert cell.key is not None
        return self.desk.session.result(cell.key)

    def state(self, cell: Cell) -> State | Literal[""]:
        """Return the state that a cell's mark shows; empty where it stands for no value."""
        return self.states.state(cell.key, self.result(cell)) if cell.key else ""

    def asked(self, cell: Cell) -> str:
        """Return how the questions about a cell stand: open, answered, or empty where there are none."""
        return self.threads.state(cell.key.canonical()) if cell.key and cell.kind == "entry" else ""

    def evidence(self, cell: Cell) -> tuple[Evidence, ...]:
        """Return the files that prove what stands in a cell."""
        return evidence_of(self.desk.session.snapshot, cell.key.canonical()) if cell.key else ()

    def follow_up(self, cell: Cell) -> FollowUp | None:
        """Return the mark of what stands in a cell."""
        return follow_up_of(self.desk.session.snapshot, cell.key.canonical()) if cell.key else None

    def values(self, cell: Cell) -> list[tuple[int, Decimal | None]]:
        """Return the years behind a cell's sparkline."""
        if cell.key is None or self._is_unjudged(cell.key):
            return []
        return series(self.desk.session.figures, cell.key)

    def _is_unjudged(self, key: Key) -> bool:
        """Whether a year that is compared came after what was computed last."""
        return self.desk.session.fresh.among_years(key, 2)

    def _sum_text(self, cell: Cell) -> str:
        """The sum of what is typed so far, so that a slip is seen at once."""
        results = [self.desk.session.result(key) for key in cell.parts]
        known = [result for result in results if result.value is not None]
        if not known or cell.key is None:
            return ""
        total = Decimal(0)
        for result in known:
            total = EXACT.add(total, result.value or Decimal(0))
        qualifier = qualifier_of_sum((result.value or Decimal(0), result.qualifier) for result in known)
        text = self.wording(cell).shown(Result(cell.key, "figure", total, qualifier))
        whole = all(r.value is not None or counts_as_nothing(r.omission) for r in results)
        return text if whole else f"{text} …"

    # writing

    def setData(self, index: Index, value: object, role: int = _EDIT) -> bool:
        """Take what was typed into one cell."""
        return role == _EDIT and self.put([(index.row(), index.column(), str(value))]) > 0

    def put(self, texts: Sequence[tuple[int, int, str]], act: str = "") -> int:
        """Take texts for cells (row, column, text) in one undo step; return how many cells were changed."""
        changes: list[Change] = []
        for row, column, text in texts:
            cell = self.cells[row][column]
            if not self.editable(cell) or cell.key is None:
                continue
            old = self.desk.session.point(cell.key)
            new = self.wording(cell).point(text, cell.key, old)
            if not same_value(old, new):
                changes.append(Change(cell.key, after=new))
        if changes:
            self._commands.change(act, changes)
            self.refresh()
        return len(changes)

    def mark_estimated(self, key: Key, *, estimated: bool) -> None:
        """Say that a value is an estimate, or that it is measured."""
        if point := self.desk.session.point(key):
            self._keep(replace(point, estimated=estimated))

    def omit(self, key: Key, code: str) -> None:
        """Say why there is no value."""
        old = self.desk.session.point(key) or DataPoint(key)
        self._keep(replace(old, value=None, qualifier="", unread="", typed="", omission=code))

    def _keep(self, point: DataPoint) -> None:
        self._commands.change("", [Change(point.key, after=point)])
        self.refresh()

    def refresh(self) -> None:
        """Tell the view that everything may show something else."""
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def locate(self, key: Key) -> QModelIndex:
        """Return the entry of a key, or an invalid index."""
        for row, cells in enumerate(self.cells):
            for column, cell in enumerate(cells):
                if cell.kind == "entry" and cell.key == key:
                    return self.index(row, column)
        return QModelIndex()


def _with(category: str, breakdown: str, member: str) -> str:
    return join_category((b, member if b == breakdown else m) for b, m in category_parts(category))


def _without(category: str, breakdown: str) -> str:
    return join_category((b, m) for b, m in category_parts(category) if b != breakdown)
