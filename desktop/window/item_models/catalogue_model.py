"""The catalogue's sheet as a table: a line per metric, each written when it is first shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import assert_never

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics

from desktop.window.fields.input_words import input_words
from desktop.window.fields.metric_words import MetricWords
from desktop.window.item_models.cell_model import ALIGN, COLOUR, DISPLAY, NAME, TIP, CellModel
from desktop.window.session.desk import Desk
from desktop.work.catalogue_sheet.cell_words import CellWords
from desktop.work.catalogue_sheet.entries import MetricOutcome, metric_outcome
from desktop.work.catalogue_sheet.grid import MetricGrid
from desktop.work.sheet.grid import Column, Lock, Place
from desktop.work.sheet.outcome import Left
from desktop.work.sheet.placing import Placed
from desktop.work.sheet.rows import Row
from desktop.work.structure.inputs import read_formula
from schema.catalogue.definitions import Metric
from schema.validation.issue import Issue

_SIDE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_LEAST_CODE, _MORE_CODE, _MOST_TOLD = 80, 120, 2  # pixels; codes are longer than units
_WIDE, _NARROW = 260, 92
_WIDTHS = {
    **dict.fromkeys(("formula", "total", "disclosures", "note", "definition_source", "places"), _WIDE),
    **dict.fromkeys(("unit", "display", "kind", "minimum", "maximum", "since", "required", "evidence"), _NARROW),
}
_WORDS, _OTHER = 180, 130


class CatalogueModel(CellModel):
    """`change_wanted` carries other definitions and the act that made them; `refused` what was not taken of it."""

    change_wanted = Signal(object, str)
    refused = Signal(object)
    of_values = False

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(desk, parent)
        self._grid = MetricGrid()
        self.metric_words, self.why = MetricWords(self), ""
        self._headings, self._ways = self.metric_words.headings(), self.metric_words.ways()
        self._words: CellWords | None = None
        self.before_reading: Callable[[], None] = lambda: None
        self._lines: dict[str, tuple[str, ...]] = {}

    @property
    def grid(self) -> MetricGrid:
        """The lines and columns."""
        return self._grid

    @property
    def words(self) -> CellWords:
        """How cells are written and read; there are none before something is loaded."""
        assert self._words is not None
        return self._words

    def prepare(self, words: CellWords) -> None:
        """Write lines in these words from now on."""
        if words is not self._words:
            self._words, self._lines = words, {}

    def load(self, words: CellWords, grid: MetricGrid, folded: frozenset[str], why: str) -> bool:
        """Show these lines; `why` nothing may be changed, where that is so. What is being typed stays open.

        Return whether the lines are others than before.
        """
        same = self.folded == folded and _lines(grid) == _lines(self._grid)
        if not same:
            self.beginResetModel()
        self.prepare(words)
        self._grid, self.folded, self.why = grid, folded, why
        self._headings, self._ways = self.metric_words.headings(), self.metric_words.ways()
        if same:
            self.renewed.emit()
        else:
            self.endResetModel()
        return not same

    def metric(self, at: Place) -> Metric | None:
        """Return the metric of a cell's line; None for a head, and outside."""
        return self.grid.metric(at[0]) if 0 <= at[0] < len(self.grid.rows) else None

    # what stands where

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> object:
        """Name the columns and number the lines."""
        if orientation is Qt.Orientation.Vertical:
            return str(section + 1) if role == DISPLAY else None
        column = self.grid.columns[section]
        if role in (DISPLAY, NAME):
            return self.heading(column)
        if role == TIP:
            return self._ways.get(column.field)
        if role == ALIGN:
            return _SIDE
        return QColor(self.desk.theme.text2) if role == COLOUR else None

    def heading(self, column: Column) -> str:
        """Return what a column is called."""
        if column.kind == "name":
            return self.tr("Metric")
        return self.tr("Metric code") if column.kind == "code" else self._headings[column.field]

    def text(self, at: Place) -> str:
        """Return what a cell shows."""
        return self.texts(self.grid.rows[at[0]])[at[1]]

    def texts(self, row: Row) -> Sequence[str]:
        """Return what a line's cells show."""
        known = self._lines.get(row.name)
        if known is None:
            known = self._lines[row.name] = tuple(self._write(row))
        return known

    def _write(self, row: Row) -> list[str]:
        known = self.words.definitions.catalogue.metrics
        metric = known.get(row.name) if row.kind == "value" else None
        title = self.desk.words(row.title)
        if metric is None:
            return [title or self.tr("No department"), *("" for _ in self.grid.columns[1:])]
        fields = (self.grid.field(number) for number in range(2, len(self.grid.columns)))
        return [title, metric.code, *(self.words.shown(metric, field) for field in fields if field is not None)]

    def exact(self, at: Place) -> str:
        """Return what a cell holds, to be typed over or copied; metrics by their codes."""
        metric, field = self.metric(at), self.grid.field(at[1])
        return self.text(at) if metric is None or field is None else self.words.exact(metric, field)

    def title(self, at: Place) -> str:
        """Return what a cell is called where it stands alone."""
        return f"{self.texts(self.grid.rows[at[0]])[0]} · {self.heading(self.grid.columns[at[1]])}"

    def unit(self, at: Place) -> str:
        """Nothing stands behind what is said of a metric."""
        del at
        return ""

    def usual_ways(self) -> str:
        """Each column has a way of its own, which its head tells."""
        return ""

    def read_as(self, at: Place, text: str) -> list[str]:
        """Return why a text that is being typed would not be taken; what it is read as where that is another one."""
        metric, field = self.metric(at), self.grid.field(at[1])
        if metric is None or field is None or self.grid.lock(*at) is not None:
            return []
        read = self.words.read(metric, field, text)
        if isinstance(read, Issue):
            return [self.sentence(read)]
        return self._formula_lines(metric, read) if field.reads == "formula" and read else []

    def _formula_lines(self, metric: Metric, text: str) -> list[str]:
        """Return what speaks against a formula, else its inputs with their values of this year."""
        desk = self.desk
        self.before_reading()
        reading = read_formula(self.words.definitions.catalogue, text, metric, desk.session.figures, desk.period)
        if reading.issues:
            return list(dict.fromkeys(map(self.sentence, reading.issues)))[:_MOST_TOLD]
        return ["  ".join(input_words(desk, one)) for one in reading.inputs if one.metric is not None]

    def way_of(self, at: Place) -> str:
        """Return how a cell is written."""
        return self._ways.get(self.grid.columns[at[1]].field, "")

    def tip(self, at: Place) -> str | None:
        """Return the whole of what a cell says."""
        return self.text(at) or None

    def spoken(self, at: Place) -> str:
        """Return a cell for a screen reader: line, column, what stands there."""
        return ", ".join((self.title(at), self.text(at) or self.tr("empty")))

    def lock_words(self, lock: Lock, at: Place) -> str:
        """Return why a cell takes nothing, and what helps."""
        match lock:
            case "sum":
                return self.tr("A department's head: type into the lines below it.")
            case "code":
                return self.tr(
                    "Names are changed in the columns of their languages; a code stays, values are kept by it."
                )
            case "column" | "earlier" | "computed":
                return self.tr("It follows from the outline: place the metric in the structure (Alt+9).")
            case "totals":
                return self.tr("A rule, or several totals, say this: change them in the catalogue's workbook.")
            case "reading" | "rights":
                return self.why
            case "outside":
                return self.tr("There is no line or column for it; Ctrl+Shift+V makes new metrics of what is copied.")
            case _:
                assert_never(lock)

    def sentence(self, issue: Issue) -> str:
        """Return why something is not taken, with columns by their headings."""
        name = str(issue.facts.get("name", ""))
        if issue.code in ("definition.missing_field", "definition.not_one_of") and name in self._headings:
            issue = Issue(issue.code, issue.severity, facts={**issue.facts, "name": self._headings[name]})
        return self.desk.sentence(issue)

    def reason(self, left: Left) -> str:
        """Return why a cell is not as it was to be; with the name of what needs it to be otherwise."""
        if left.why != "refused" and left.why != "unread":
            return self.lock_words(left.why, left.at)
        words = self.sentence(left.reason) if left.reason is not None else ""
        if left.of is None:
            return words
        return self.tr("“{name}” needs it: {reason}").format(name=self.desk.words(left.of), reason=words)

    def way(self, at: Place) -> tuple[str, object] | None:
        """Return what a cell is called, with its metric's code and its column."""
        if not (0 <= at[0] < len(self.grid.rows) and 0 <= at[1] < len(self.grid.columns)):
            return None
        return self.title(at), (self.grid.rows[at[0]].name, at[1])

    def still_width(self, metrics: QFontMetrics, widest: int) -> int:
        """Return how wide the column of codes is: nearly all of them are whole, also beside notes."""
        codes = (row.name for row in self.grid.rows if row.kind == "value")
        wide = metrics.horizontalAdvance(max(codes, key=len, default="")) + 16
        return max(_LEAST_CODE, min(widest + _MORE_CODE, wide))

    def width(self, column: Column) -> int:
        """Return how wide a column is that scrolls."""
        field = column.field
        words = field.startswith(("name.", "definition."))
        return _WIDTHS.get(field, _WORDS if words else _OTHER)

    # writing

    def outcome(self, placed: Placed) -> MetricOutcome:
        """Return what would become of texts for cells."""
        self.before_reading()
        return metric_outcome(self.words, self.grid, placed)

    def put(self, placed: Placed, act: str = "") -> MetricOutcome:
        """Take texts for cells in one step of undo, called after the act; tell what was not taken."""
        self.put_begins.emit()
        return self.change(self.outcome(placed), act)

    def change(self, outcome: MetricOutcome, act: str) -> MetricOutcome:
        """Do what was read in one step of undo, called after the act; tell what was not taken."""
        if outcome.changes_anything:
            self.change_wanted.emit(outcome, act)
        if outcome.left:
            self.refused.emit(outcome)
        return outcome


def _lines(grid: MetricGrid) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((row.name, row.within) for row in grid.rows)
