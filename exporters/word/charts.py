"""Native charts in the draft: one below its caption, or small ones side by side under one."""

from __future__ import annotations

from exporters.content import Chart, Panel
from exporters.word.inline_writer import Scribe
from exporters.word.ooxml import chart_graphic, inline_drawing, paragraph, run
from exporters.word.package import Package
from exporters.word.pictures import figure_caption
from exporters.word.style_names import chart_size

_MILLIMETRE = 36000  # EMU
_KEEP = "<w:keepNext/>"
_BREAKS = '<w:widowControl w:val="0"/>'  # a line of charts may go over to the next page


def chart_xml(block: Chart, scribe: Scribe, package: Package) -> str:
    """Return a chart below its caption, with what is to be said of it."""
    lines = (*([scribe.words(block.unit_line)] if block.unit_line else []), *map(scribe.inlines, block.notes))
    return figure_caption(block.caption, block.anchor, scribe) + _figure(chart_run(block, scribe, package), lines)


def panel_xml(block: Panel, scribe: Scribe, package: Package) -> str:
    """Return small charts that stand in a line and wrap like words."""
    charts = run(" ").join(chart_run(chart, scribe, package) for chart in block.charts)
    return figure_caption(block.caption, block.anchor, scribe) + _figure(
        charts, tuple(map(scribe.inlines, block.notes)), _BREAKS
    )


def chart_run(block: Chart, scribe: Scribe, package: Package) -> str:
    """Return the run of a chart, in the size that its data ask for."""
    relation = package.chart(block.data)
    width, height = chart_size(block.data)
    size = (width * _MILLIMETRE, height * _MILLIMETRE)
    name = f"annals:chart:{block.data.id}"
    return inline_drawing(scribe.number(), name, block.words, size, chart_graphic(relation))


def _figure(charts: str, lines: tuple[str, ...], look: str = "") -> str:
    notes = "".join(paragraph(line, "Source") for line in lines)
    return paragraph(charts, "Figure", (_KEEP if notes else "") + look) + notes
