"""A matrix of records: the chart with numbered points, and below it which number is what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import zip_longest

from exporters.assembly.anchors import block_anchor
from exporters.assembly.assembly import Assembly, Part
from exporters.assembly.drafts import remarked_once
from exporters.assembly.gaps import not_approved, value_gap
from exporters.assembly.matrix_points import Matrix, MatrixPoint, matrix_chart, read_matrix
from exporters.assembly.record_fields import Fields
from exporters.charts.data import ChartData, ChartPoint, ChartStyle
from exporters.content import Block, Chart, Column, Inlines, Paragraph, Row, Table, Text
from schema.catalogue.drawn_blocks import MatrixBlock
from schema.grammar.decimals import plain

_COLUMNS = 3  # of the list of topics that have no groups


@dataclass(frozen=True, slots=True)
class _Read:
    """A matrix with the block that shows it and the fields of its records."""

    block: MatrixBlock
    matrix: Matrix
    fields: Fields

    @property
    def assembly(self) -> Assembly:
        """Return the report being assembled."""
        return self.fields.assembly


def matrix_blocks(part: Part, block: MatrixBlock, font: str) -> tuple[Block, ...]:
    """Return chart and list; without scores the list by groups alone, which is then the figure itself."""
    return remarked_once(_blocks(part, block, font))


def _blocks(part: Part, block: MatrixBlock, font: str) -> tuple[Block, ...]:
    assembly = part.assembly
    matrix = read_matrix(block, assembly.outline.code, assembly.catalogue, assembly.snapshot, assembly.language)
    read = _Read(block, matrix, Fields(part, matrix.kind, block.caption))
    if not matrix.points:
        return (_gap(read, assembly.say("word.record.none", name=assembly.words(matrix.kind.name))),)
    style = ChartStyle(assembly.language, assembly.catalogue.company.colours, font)
    data = matrix_chart(block, matrix, style, assembly.say("word.matrix.rest"))
    table = _list(read, captioned=data is None)
    if data is None:
        return (table,) if all(point.group for point in matrix.points) else (_gap(read, _nothing(read)), table)
    caption = assembly.words(block.caption)
    described = _described(assembly, caption, matrix, data)
    chart = Chart(block.id, caption, block_anchor(block.id), data, described, points=_points(read, data))
    unscored = [point.name for point in matrix.points if not point.scored]
    if not unscored:
        return (chart, table)
    names = assembly.punctuation.listed(unscored)
    return (chart, table, _gap(read, assembly.say("word.matrix.unscored", names=names)))


def _points(read: _Read, data: ChartData) -> tuple[tuple[ChartPoint, ...], ...]:
    """Return the scores behind the chart: those to the right, then those upwards series by series."""
    block, scored = read.block, [point for point in read.matrix.points if point.scored]

    def scores(column: str, values: Sequence[Decimal | None]) -> tuple[ChartPoint, ...]:
        keys = (point.record.key.number(column) for point in scored)
        return tuple(ChartPoint(key, Decimal(1), value) for key, value in zip(keys, values, strict=True))

    return (scores(block.x, data.across), *(scores(block.y, series.values) for series in data.series))


def _nothing(read: _Read) -> str:
    assembly, column = read.assembly, read.matrix.kind.column(read.block.group)
    name = assembly.words(read.matrix.kind.name)
    return assembly.say("word.matrix.nothing", name=name, group=assembly.words(column.name) if column else "—")


def _gap(read: _Read, what: str) -> Paragraph:
    gap = value_gap(read.assembly, what, what, read.fields.ask)
    if department := read.assembly.moment.withheld.lists.get(read.block.id):
        gap = replace(gap, remark=not_approved(read.assembly, department))
    return Paragraph(f"{read.block.id}.gap", "body", (gap,))


def _list(read: _Read, *, captioned: bool) -> Table:
    assembly, matrix, block = read.assembly, read.matrix, read.block
    lists = _by_group(read) if matrix.groups else _in_columns(read)
    entries = zip_longest(*(points for _, points in lists))
    rows = tuple(Row(tuple(_entry(read, point) if point else () for point in points)) for points in entries)
    columns = tuple(Column("text", 1.0, title) for title, _ in lists)
    caption, anchor = (assembly.words(block.caption), block_anchor(block.id)) if captioned else ("", "")
    return Table(f"{block.id}.list", caption, anchor, columns, rows)


def _by_group(read: _Read) -> Sequence[tuple[str, Sequence[MatrixPoint]]]:
    """Return the points under each group that has some; last those without a group."""
    assembly, matrix = read.assembly, read.matrix
    groups = [(assembly.words(choice.name), matrix.of(choice.code)) for choice in matrix.groups]
    rest = matrix.of("")
    return [*groups, (assembly.say("word.matrix.rest"), rest)] if rest else groups


def _in_columns(read: _Read) -> Sequence[tuple[str, Sequence[MatrixPoint]]]:
    """Return the points in columns of about equal height under the name of the points' own column."""
    points, named = read.matrix.points, read.matrix.kind.column(read.block.name)
    title, high = read.assembly.words(named.name) if named else "", -(-len(points) // _COLUMNS)
    return [(title, points[start : start + high]) for start in range(0, len(points), high)]


def _entry(read: _Read, point: MatrixPoint) -> Inlines:
    column = read.matrix.kind.column(read.block.name)
    assert column is not None
    words = read.fields.words(point.record, column)
    return (Text(f"{point.number}", bold=True), Text(read.assembly.punctuation.seam), *words)


def _described(assembly: Assembly, caption: str, matrix: Matrix, data: ChartData) -> str:
    """Return the matrix in words for those who cannot see it."""
    points = [
        f"{point.number} {point.name} ({plain(point.x)}, {plain(point.y)})"
        for point in matrix.points
        if point.x is not None and point.y is not None
    ]
    marks = assembly.punctuation
    return marks.colon.join((caption, " × ".join(data.axes), marks.comma.join(points)))
