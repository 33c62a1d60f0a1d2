"""What is not certain about the columns of a table: asked or told once per kind, and nothing of it is read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from schema.exchange.oldsheets.column import Column, Table, place
from schema.exchange.oldsheets.columns import Columns, missing_parts, parts_of
from schema.exchange.oldsheets.entities import NOBODY, EntityNames
from schema.exchange.oldsheets.layout import head_name
from schema.exchange.oldsheets.sheet_year import SheetYear
from schema.validation.issue import Issue, Severity

# Of these a row has one; two that say different things are a question.
_ONCE = ("unit", "category", "code", "value", "period", "entity", "span")
_NONE: Mapping[str, str] = {}


class Questions:
    """Gathers the issues of the heads of one file."""

    def __init__(self, file: str, entities: EntityNames = NOBODY) -> None:
        """`file` stands in every place."""
        self._file, self._entities = file, entities
        self.issues: list[Issue] = []

    def ask(self, table: Table, read: Columns, year: SheetYear) -> Table:
        """Return the table without what waits for an answer."""
        asked: dict[str, list[Column]] = defaultdict(list)
        found: list[Column] = []
        for column in self._twice(table, read):
            if column.asked:
                asked[column.asked].append(column)
            found.append(self._seen(table, read, column))
        for code, columns in asked.items():
            self._tell(table, columns, code, "error", {"text": year.said})
        shown = replace(table, columns=tuple(found))
        self._assumed(shown, read, year)
        self._parts(shown)
        return shown

    def _seen(self, table: Table, read: Columns, column: Column) -> Column:
        """A hidden column is not read, nor one that nobody knows; both are said."""
        grid = table.grid
        if column.index in grid.hidden_columns and (column.meaning or column.asked):
            self._tell(table, [column], "old.hidden_column", "doubt")
            return replace(column, meaning="ignore", asked="")
        if column.meaning == "year" and table.heads == 1 and _spread(table, column):
            self._tell(table, [column], "old.merged_year", "error")
            return replace(column, meaning="ignore")
        if not column.meaning and not column.asked and column.index >= 0 and read.cells(column.index):
            self._tell(table, [column], "old.own_column", "doubt")
        return column

    def _twice(self, table: Table, read: Columns) -> Iterable[Column]:
        """Two heads that claim one year, or one meaning: none of them counts, unless they say the same."""
        years = [column.year for column in table.columns if column.meaning == "year"]
        for column in table.columns:
            alike = [other for other in table.columns if other.meaning == column.meaning]
            if column.meaning == "year" and years.count(column.year) > 1:
                self._tell(table, [column], "old.year_twice", "error")
                yield replace(column, meaning="ignore")
            elif column.meaning in _ONCE and len(alike) > 1:
                yield self._one_of(table, read, column, alike)
            else:
                yield column

    def _one_of(self, table: Table, read: Columns, column: Column, alike: Sequence[Column]) -> Column:
        same = len({tuple(read.cells(other.index)) for other in alike}) == 1
        if same and column is alike[0]:
            return column
        if column is alike[0]:
            self._tell(table, alike, "old.column_twice", "error", {"meaning": column.meaning})
        return replace(column, meaning="ignore")

    def _assumed(self, table: Table, read: Columns, year: SheetYear) -> None:
        pairs = [f"“{column.head}” = {column.answer}" for column in read.assumed]
        kept = [column for column in read.assumed if column.meaning in ("year", "part")]
        if kept:
            at = self._place(table, kept[0])
            shown = ", ".join(pairs if len(pairs) < 5 else [pairs[0], "…", pairs[-1]])
            facts = {"name": shown, "text": year.said}
            self.issues.append(Issue("old.year_of_title", "doubt", None, facts, at))
        if read.marked:
            self._tell(table, read.marked, "old.head_mark", "doubt")

    def _parts(self, table: Table) -> None:
        """Say which parts of a sum have no column, and that those of sites are added up only."""
        for year in table.years():
            for kind, parts in parts_of(table, year).items():
                missing = missing_parts(table.columns, year.year, kind) if kind else ()
                if missing:
                    facts = {"name": year.head, "missing": ", ".join(missing)}
                    self.issues.append(Issue("old.part_missing", "doubt", None, facts, self._place(table, year)))
                elif not kind:
                    self._sites(table, parts, year.head)

    def _sites(self, table: Table, parts: Sequence[Column], total: str) -> None:
        """Say which columns of sites are taken as values of entities, and which are only added up."""
        taken = [column for column in parts if self._entities.code(column.head)]
        left = [column for column in parts if column not in taken]
        if taken:
            self._tell(table, taken, "old.sites_taken", "doubt", {"total": total})
        if left:
            self._tell(table, left, "old.sites_left", "doubt", {"total": total})

    def _tell(
        self, table: Table, columns: Sequence[Column], code: str, severity: Severity, more: Mapping[str, str] = _NONE
    ) -> None:
        names = ", ".join(dict.fromkeys(head_name(column) for column in columns))
        first = columns[0]
        facts = {"name": names, "near": " / ".join(first.guess), "year": str(first.year), **more}
        self.issues.append(Issue(code, severity, None, facts, self._place(table, first)))

    def _place(self, table: Table, column: Column) -> str:
        index = column.index if column.index >= 0 else column.parts[0]
        return place(self._file, table.grid.title, table.grid.name(table.head, index))


def _spread(table: Table, column: Column) -> bool:
    return any(
        top <= table.head <= bottom and left <= column.index <= right and right > left
        for top, left, bottom, right in table.grid.merged
    )
