"""The form of the outline files: a report's head, its chapters and sections, and each kind of block."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from schema.catalogue.outline import TEXT_WIDTH, FiguresPrinted, Matter, OutlineForm, TextStyle
from schema.catalogue.sources import EMPTY, Asking, ExplanationSource, Strict, WordsSource, YesNo


class PlacementSource(Strict):
    ref: str
    label: WordsSource = EMPTY
    format: str = ""
    footnote: WordsSource = EMPTY
    define: YesNo = True
    target: str = ""
    by: int = Field(default=0, ge=0, le=2200)
    base: int = Field(default=0, ge=0, le=2200)
    progress: str = ""


class GroupSource(Strict):
    group: WordsSource


class BlockSource(Strict):
    """What every kind of block may say: who owns what it asks for."""

    department: str = ""


class TextSource(BlockSource):
    text: str
    style: TextStyle = "body"
    title: WordsSource = EMPTY
    evidence: Asking = ""
    purpose: WordsSource = EMPTY
    length: str = ""


class TableSource(BlockSource):
    table: str
    caption: WordsSource
    rows: list[str | PlacementSource | GroupSource] = []
    years: int = 1
    change: YesNo = False
    share: YesNo = False
    kpis: YesNo = False
    spans: Literal["", "month", "quarter", "half"] = ""
    by_entity: YesNo = False


class CalloutSource(BlockSource):
    callout: str
    title: WordsSource = EMPTY
    items: list[str | PlacementSource]


class ChartSource(BlockSource):
    chart: str
    kind: Literal["column", "bar", "line", "shares", "pie", "doughnut"]
    caption: WordsSource
    series: list[str | PlacementSource]
    years: int = 1
    panel: YesNo = False
    spans: Literal["", "month", "quarter", "half"] = ""


class ImageSource(BlockSource):
    image: str
    title: WordsSource = EMPTY
    width: int = Field(TEXT_WIDTH, ge=20, le=TEXT_WIDTH)


class IndexSource(BlockSource):
    index: str
    style: Literal["", "pages", "codes", "reverse", "content", "goals"] = ""
    actions: str = ""
    basis: Literal["accordance", "reference"] = "reference"
    sector: WordsSource = EMPTY


class RecordsSource(BlockSource):
    records: str
    id: str
    style: Literal["table", "timeline", "quotes", "cases", "list"] = "table"
    caption: WordsSource = EMPTY
    columns: list[str] = []
    group: str = ""


class NodeSource(Strict):
    node: str
    title: WordsSource
    note: WordsSource = EMPTY
    below: str = ""
    edge: WordsSource = EMPTY


class DiagramSource(BlockSource):
    diagram: str
    kind: Literal["tree", "steps"]
    caption: WordsSource
    nodes: list[NodeSource]
    loop: WordsSource = EMPTY


class QuestionSource(Strict):
    question: str
    kind: Literal["single", "several", "open"]
    title: WordsSource
    choices: list[WordsSource] = []


class QuestionnaireSource(BlockSource):
    questionnaire: str
    title: WordsSource = EMPTY
    questions: list[QuestionSource]


class MatrixSource(BlockSource):
    matrix: str
    type: str
    x: str
    y: str
    name: str
    caption: WordsSource
    group: str = ""


BLOCKS: dict[str, type[BlockSource]] = {
    "text": TextSource,
    "table": TableSource,
    "callout": CalloutSource,
    "chart": ChartSource,
    "image": ImageSource,
    "index": IndexSource,
    "records": RecordsSource,
    "diagram": DiagramSource,
    "matrix": MatrixSource,
    "questionnaire": QuestionnaireSource,
}


class SectionSource(Strict):
    code: str
    title: WordsSource
    blocks: list[dict[str, Any]] = []
    sections: list[SectionSource] = []
    disclosures: dict[str, list[str]] = {}
    department: str = ""
    matter: Matter = ""


class OutlineSource(Strict):
    code: str
    year: int
    language: Literal["zh-Hans", "zh-Hant", "en"]
    title: WordsSource
    years: int = 3
    frameworks: list[str] = []
    explanations: dict[str, dict[str, ExplanationSource]] = {}
    department: str = ""
    rolled_from: str = ""
    unconfirmed: dict[str, list[str]] = {}
    form: OutlineForm = "report"
    figures: FiguresPrinted = "computed"
    four_eyes: YesNo = False
    small_cells: int = Field(default=3, ge=0)


class ChaptersFile(Strict):
    chapters: list[SectionSource]
