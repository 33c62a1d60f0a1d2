"""How charts look: company colours, quiet axes, numbers at the points, one font for Latin and Chinese."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TypeVar

from openpyxl.chart import BarChart, LineChart, ScatterChart
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.label import DataLabel, DataLabelList
from openpyxl.chart.layout import Layout, ManualLayout
from openpyxl.chart.legend import Legend
from openpyxl.chart.marker import Marker
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText
from openpyxl.chart.title import Title
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import (
    CharacterProperties,
    Font,
    Paragraph,
    ParagraphProperties,
    RegularTextRun,
    RichTextProperties,
)

from exporters.charts.colours import GREY, INK, lighter, palette
from exporters.charts.data import ChartData

Chart = BarChart | LineChart | ScatterChart

POINT = 12700  # EMU
GAP = 70  # between the columns, in hundredths of one


def words(font: str, size: float, colour: str = GREY, *, bold: bool = False) -> CharacterProperties:
    """Return character properties with the font named for Latin and East Asian text; `size` in points."""
    family = Font(typeface=font)
    return CharacterProperties(
        sz=round(size * 100), b=bold, solidFill=colour, latin=family, ea=family, cs=Font(typeface=font)
    )


def body(properties: CharacterProperties) -> RichText:
    """Return a text body without text, which gives axes, legends and labels their font."""
    paragraph = Paragraph(pPr=ParagraphProperties(defRPr=properties), endParaRPr=CharacterProperties(lang="zh-CN"))
    return RichText(bodyPr=RichTextProperties(), p=[paragraph])


def dress_title(chart: Chart, data: ChartData) -> None:
    """Set the chart's own title, or none where the text is empty; that of a small one stands left, over its unit."""
    if not data.title:
        chart.title = None
        return
    chart.title = titled(data.title, words(data.font, 9 if data.small else 12, INK, bold=True))
    if data.small:
        assert chart.title.tx is not None
        chart.title.tx.rich = RichText(bodyPr=RichTextProperties(), p=[_small_title(data)])
        chart.title.layout = Layout(manualLayout=ManualLayout(xMode="edge", yMode="edge", x=0.0, y=0.0))


def _small_title(data: ChartData) -> Paragraph:
    """Return name and unit on one line: LibreOffice sets the lines of a title in the middle."""
    name, unit = words(data.font, 9, INK, bold=True), words(data.font, 8)
    parts = ((data.title, name), (f"  {data.unit}" if data.unit else "", unit))
    runs = [RegularTextRun(rPr=look, t=text) for text, look in parts if text]
    return Paragraph(pPr=ParagraphProperties(algn="l", defRPr=name), r=runs)


def titled(text: str, look: CharacterProperties) -> Title:
    """Return a title of a chart or an axis."""
    title = Title(overlay=False)
    assert title.tx is not None
    title.tx.rich = rich(text, look)
    return title


def rich(text: str, look: CharacterProperties) -> RichText:
    """Return a text body with one run."""
    run = RegularTextRun(rPr=look, t=text)
    return RichText(bodyPr=RichTextProperties(), p=[Paragraph(pPr=ParagraphProperties(defRPr=look), r=[run])])


def dress_legend(chart: Chart, font: str, *, shown: bool) -> None:
    """Place the legend at the top, in reading order, or leave it out."""
    if not shown:
        chart.legend = None
        return
    legend = Legend()
    legend.position, legend.overlay = "t", False
    legend.txPr = body(words(font, 9))
    chart.legend = legend


def dress_axes(chart: Chart, data: ChartData, values: Sequence[Decimal]) -> None:
    """Keep both axes, quietly: numbers and grid lines only where the points carry none."""
    assert isinstance(chart, BarChart | LineChart)
    across, along = chart.x_axis, chart.y_axis
    across.delete = along.delete = False
    across.txPr = along.txPr = body(words(data.font, 8 if data.small else 9))
    across.spPr = GraphicalProperties(ln=LineProperties(solidFill=GREY, w=POINT * 3 // 4))
    across.tickLblPos, along.tickLblPos = "low", "nextTo"
    across.number_format = "@"
    along.number_format = ";;;" if data.labelled else data.number_format  # the numbers stand at the points
    along.spPr = _invisible()
    along.majorGridlines = None if data.labelled else _grid()
    if data.kind == "bar":  # the first category on top, as it is read
        across.scaling.orientation = "maxMin"
        along.axPos, across.axPos, along.crosses = "b", "l", "max"
    if data.kind != "line" and values and min(values) >= 0:
        along.scaling.min = 0


_Labels = TypeVar("_Labels", DataLabel, DataLabelList)


def label_points(data: ChartData, formats: Sequence[str] = (), *, others: bool = True) -> DataLabelList:
    """Return data labels: numbers above columns and points, shares beside slices; `formats` are those of own points.

    Without the `others` only those points have a label.
    """
    labels = _labels(DataLabelList, data, data.number_format)
    labels.showVal = others
    own = {number: form for number, form in enumerate(formats) if form}
    if others and is_told_apart(data):  # the report's own year stands out
        own.setdefault(data.own, data.number_format)
    labels.dLbl = [_labels(DataLabel, data, form, idx=number) for number, form in sorted(own.items())]
    return labels


def _labels(kind: type[_Labels], data: ChartData, number_format: str, **more: int) -> _Labels:
    bold = is_told_apart(data) and more.get("idx") == data.own
    labels = kind(
        numFmt=number_format,
        txPr=body(words(data.font, 9, INK, bold=bold)),
        spPr=GraphicalProperties(noFill=True, ln=LineProperties(noFill=True)),
        showVal=True,
        showPercent=False,
        showLegendKey=False,
        showCatName=False,
        showSerName=False,
        showBubbleSize=False,
        **more,
    )
    labels.position = "t" if data.kind == "line" else "outEnd"
    return labels


def is_told_apart(data: ChartData) -> bool:
    """Whether past years have a quieter colour than the report's own: where one series runs over years."""
    return data.own >= 0 and len(data.series) == 1 and data.kind in ("column", "bar")


def point_look(data: ChartData, number: int, colour: str) -> tuple[str, str]:
    """Return fill and edge of a point of one series over years: a target is an empty box, its base year has an edge.

    Either is empty where there is none.
    """
    if number == data.goal:
        return "", colour
    past = lighter(palette(data.colours, 2)[1], 0.5)
    fill = colour if number == data.own else past
    return fill, colour if number == data.base else ""


def outlined(fill: str, edge: str, *, dashed: bool = False) -> GraphicalProperties:
    """Return a box with an edge; one without a fill is empty."""
    line = LineProperties(solidFill=edge, w=POINT, prstDash="dash" if dashed else None)
    return GraphicalProperties(solidFill=fill, ln=line) if fill else GraphicalProperties(noFill=True, ln=line)


def fill_of(colour: str, *, rim: bool = False) -> GraphicalProperties:
    """Return a solid fill, with a white rim between slices."""
    line = LineProperties(solidFill="FFFFFF", w=POINT * 3 // 2) if rim else LineProperties(noFill=True)
    return GraphicalProperties(solidFill=colour, ln=line)


def line_of(colour: str) -> GraphicalProperties:
    """Return a line of 2.25 points with round joins."""
    return GraphicalProperties(ln=LineProperties(solidFill=colour, w=POINT * 9 // 4, cap="rnd"))


def marker_of(colour: str) -> Marker:
    """Return a round marker with a white rim."""
    return Marker(symbol="circle", size=7, spPr=fill_of(colour, rim=True))


def frame() -> GraphicalProperties:
    """Return the chart's area: white, without a border."""
    return GraphicalProperties(solidFill="FFFFFF", ln=LineProperties(noFill=True))


def _grid() -> ChartLines:
    return ChartLines(spPr=GraphicalProperties(ln=LineProperties(solidFill="E6E9EC", w=POINT // 2)))


def _invisible() -> GraphicalProperties:
    return GraphicalProperties(noFill=True, ln=LineProperties(noFill=True))
