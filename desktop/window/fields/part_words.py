"""What the kinds of parts of an outline are called, and what they are drawn with."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject

from desktop.work.structure.parts import Row, rows_of, takes_rows
from schema.catalogue.drawn_blocks import DiagramBlock, MatrixBlock, QuestionnaireBlock
from schema.catalogue.outline import (
    Block,
    CalloutBlock,
    ChartBlock,
    Group,
    ImageBlock,
    IndexBlock,
    Placement,
    RecordsBlock,
    Section,
    TableBlock,
    TextBlock,
)


class PartWords(QObject):
    """Says what parts are and what stands in them, in the language of the window."""

    def kind(self, thing: Section | Block | Row) -> str:
        """Return what a kind of part is called."""
        if isinstance(thing, Section) and thing.level == 1:
            return self.tr("Chapter")
        return {
            Section: self.tr("Section"),
            Placement: self.tr("Metric"),
            Group: self.tr("Heading"),
            TextBlock: self.tr("Text"),
            TableBlock: self.tr("Table"),
            CalloutBlock: self.tr("Key figures"),
            ChartBlock: self.tr("Chart"),
            ImageBlock: self.tr("Picture"),
            IndexBlock: self.tr("Index"),
            RecordsBlock: self.tr("Records"),
            DiagramBlock: self.tr("Diagram"),
            MatrixBlock: self.tr("Matrix"),
            QuestionnaireBlock: self.tr("Questionnaire"),
        }[type(thing)]

    def content(self, thing: Section | Block | Row) -> str:
        """Return how much stands in a part."""
        if isinstance(thing, Section):
            metrics = sum(_placed(block) for one in thing.walk() for block in one.blocks)
            blocks = sum(len(one.blocks) for one in thing.walk())
            if metrics:
                return self._metrics(metrics)
            if blocks == 1:
                return self.tr("1 block")
            return self.tr("{count} blocks").format(count=blocks) if blocks else self.tr("empty")
        if isinstance(thing, Placement | Group):
            return ""
        return self._metrics(_placed(thing)) if takes_rows(thing) else ""

    def _metrics(self, count: int) -> str:
        return self.tr("1 metric") if count == 1 else self.tr("{count} metrics").format(count=count)


# What parts are drawn with; sections are words alone. Complete for every kind of block (tested).
DRAWINGS: Mapping[type, str] = {
    Section: "",
    Placement: "number",
    Group: "words",
    TextBlock: "text",
    TableBlock: "sheet",
    CalloutBlock: "overview",
    ChartBlock: "chart",
    ImageBlock: "picture",
    IndexBlock: "structure",
    RecordsBlock: "record",
    DiagramBlock: "structure",
    MatrixBlock: "chart",
    QuestionnaireBlock: "text",
}


def _placed(block: Block) -> int:
    return sum(isinstance(row, Placement) for row in rows_of(block))
