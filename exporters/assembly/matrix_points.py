"""What a matrix of records shows: its points in the order of their groups, and the chart of those that have scores."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from exporters.charts.data import ChartData, ChartSeries, ChartStyle
from schema.catalogue.definitions import Catalogue, Category, RecordType
from schema.catalogue.drawn_blocks import MatrixBlock
from schema.grammar.decimals import plain
from schema.values.datapoint import Record, Snapshot


@dataclass(frozen=True, slots=True)
class MatrixPoint:
    """A record with its running number, its scores (None where it has none), and the code of its group."""

    number: int
    record: Record
    name: str
    x: Decimal | None
    y: Decimal | None
    group: str

    @property
    def scored(self) -> bool:
        """Whether it can be placed."""
        return self.x is not None and self.y is not None


@dataclass(frozen=True, slots=True)
class Matrix:
    """All points of a block; `groups` are those that have points, in the choices' own order."""

    kind: RecordType
    points: tuple[MatrixPoint, ...]
    groups: tuple[Category, ...]

    def of(self, group: str) -> tuple[MatrixPoint, ...]:
        """Return the points of one group ("" = those without)."""
        return tuple(point for point in self.points if point.group == group)


def read_matrix(block: MatrixBlock, report: str, catalogue: Catalogue, snapshot: Snapshot, language: str) -> Matrix:
    """Return a report's records as points, numbered from 1 by group and then as they were typed."""
    kind = catalogue.records[block.type]
    column = kind.column(block.group)
    order = {choice.code: number for number, choice in enumerate(column.choices)} if column else {}
    rows = [(record, record.field(block.group).typed if column else "") for record in snapshot.rows(report, block.type)]
    rows = [(record, group if group in order else "") for record, group in rows]
    rows.sort(key=lambda row: order.get(row[1], len(order)))
    points = tuple(
        MatrixPoint(
            number, record, record.field(block.name).words.best(language), record.field(block.x).value,
            record.field(block.y).value, group,
        )
        for number, (record, group) in enumerate(rows, 1)
    )  # fmt: skip
    used = {point.group for point in points}
    groups = tuple(choice for choice in column.choices if choice.code in used) if column else ()
    return Matrix(kind, points, groups)


def matrix_chart(block: MatrixBlock, matrix: Matrix, style: ChartStyle, rest: str) -> ChartData | None:
    """Return the chart, None where no point has scores; `rest` names those without a group."""
    scored = [point for point in matrix.points if point.scored]
    if not scored:
        return None
    names = {choice.code: choice.name.best(style.language) for choice in matrix.groups}
    codes = [*names, *([""] if any(not point.group for point in scored) else [])]
    codes = [code for code in codes if any(point.group == code for point in scored)]
    series = tuple(
        ChartSeries(names.get(code, rest), tuple(point.y if point.group == code else None for point in scored))
        for code in codes
    )
    axes = [column.name.best(style.language) for code in (block.x, block.y) if (column := matrix.kind.column(code))]
    return ChartData(
        block.id,
        "scatter",
        tuple(f"{point.number} {point.name}" for point in scored),
        series,
        number_format=_number_format(scored),
        colours=style.colours,
        font=style.font,
        across=tuple(point.x for point in scored if point.x is not None),
        labels=tuple(str(point.number) for point in scored),
        axes=(axes[0], axes[1]),
    )


def _number_format(points: Sequence[MatrixPoint]) -> str:
    values = [value for point in points for value in (point.x, point.y) if value is not None]
    places = max(len(plain(value).partition(".")[2]) for value in values)
    return "0" + ("." + "0" * places if places else "")
