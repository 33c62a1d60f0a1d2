"""A matrix of records: the chart with numbered points, and below it which number is what."""

from __future__ import annotations

from itertools import zip_longest

from exporters.assembly.desk import Desk, block_anchor
from exporters.assembly.records import record_words
from exporters.charts.data import ChartData
from exporters.charts.matrix import Matrix, MatrixPoint, matrix_chart, read_matrix
from exporters.content import Block, Chart, Column, Gap, Inlines, Paragraph, Row, Table, Text
from schema.catalogue.drawn_blocks import MatrixBlock
from schema.catalogue.outline import Section
from schema.values.display import plain

_COLUMNS = 3  # of the list of topics that have no groups


def matrix_blocks(desk: Desk, block: MatrixBlock, section: Section, department: str, font: str) -> tuple[Block, ...]:
    """Return chart and list; without scores the list by groups alone, which is then the figure itself."""
    matrix = read_matrix(block, desk.outline.code, desk.catalogue, desk.snapshot, desk.language)
    ask = desk.department(matrix.kind.department) if matrix.kind.department else department
    if not matrix.points:
        return (_gap(desk, block, section, ask, desk.say("word.record.none", name=desk.words(matrix.kind.name))),)
    rest = desk.say("word.matrix.rest")
    data = matrix_chart(block, matrix, desk.catalogue.company.colours, desk.language, font, rest)
    table = _list(desk, block, matrix, section, ask, captioned=data is None)
    if data is None:
        return (table,) if all(point.group for point in matrix.points) else (
            _gap(desk, block, section, ask, _nothing(desk, block, matrix)), table,
        )  # fmt: skip
    caption = desk.words(block.caption)
    chart = Chart(block.id, caption, block_anchor(block.id), data, _described(desk, caption, matrix, data))
    unscored = [point.name for point in matrix.points if not point.scored]
    if not unscored:
        return (chart, table)
    names = ("、" if desk.chinese else ", ").join(unscored)
    return (chart, table, _gap(desk, block, section, ask, desk.say("word.matrix.unscored", names=names)))


def _nothing(desk: Desk, block: MatrixBlock, matrix: Matrix) -> str:
    column = matrix.kind.column(block.group)
    name = desk.words(matrix.kind.name)
    return desk.say("word.matrix.nothing", name=name, group=desk.words(column.name) if column else "—")


def _gap(desk: Desk, block: MatrixBlock, section: Section, ask: str, what: str) -> Paragraph:
    desk.open(section, what, ask)
    remark = desk.say("word.ask.value", department=ask, what=what)
    return Paragraph(f"{block.id}.gap", "body", (Gap(desk.say("word.gap.text", name=what), remark),))


def _list(desk: Desk, block: MatrixBlock, matrix: Matrix, section: Section, ask: str, *, captioned: bool) -> Table:
    heads = [(choice.code, desk.words(choice.name)) for choice in matrix.groups]
    if heads and matrix.of(""):
        heads.append(("", desk.say("word.matrix.rest")))
    lists = [matrix.of(code) for code, _ in heads] if heads else _in_columns(matrix.points)
    named = matrix.kind.column(block.name)
    titles = [title for _, title in heads] if heads else [desk.words(named.name) if named else ""] * len(lists)
    rows = tuple(
        Row(tuple(_entry(desk, block, matrix, point, section, ask) if point else () for point in points))
        for points in zip_longest(*lists)
    )
    caption = desk.words(block.caption) if captioned else ""
    columns = tuple(Column("text", 1.0, title) for title in titles)
    anchor = block_anchor(block.id) if captioned else ""
    return Table(f"{block.id}.list", caption, anchor, columns, rows)


def _in_columns(points: tuple[MatrixPoint, ...]) -> list[tuple[MatrixPoint, ...]]:
    high = -(-len(points) // _COLUMNS)
    return [points[start : start + high] for start in range(0, len(points), high)]


def _entry(desk: Desk, block: MatrixBlock, matrix: Matrix, point: MatrixPoint, section: Section, ask: str) -> Inlines:
    column = matrix.kind.column(block.name)
    assert column is not None
    words = record_words(desk, block.id, block.caption, section, ask, matrix.kind, point.record, column)
    return (Text(f"{point.number}", bold=True), Text("　" if desk.chinese else "  "), *words)


def _described(desk: Desk, caption: str, matrix: Matrix, data: ChartData) -> str:
    """Return the matrix in words for those who cannot see it."""
    points = [
        f"{point.number} {point.name} ({plain(point.x)}, {plain(point.y)})"
        for point in matrix.points
        if point.x is not None and point.y is not None
    ]
    axes = " × ".join(data.axes)
    colon, comma = ("：", "，") if desk.chinese else (": ", ", ")
    return f"{caption}{colon}{axes}{colon}{comma.join(points)}"
