"""The form of the definition files, checked by pydantic: unknown and missing fields are found here."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from schema.catalogue.kinds import ColumnKind, MetricKind
from schema.catalogue.outline import TEXT_WIDTH, OutlineForm, TextStyle
from schema.grammar.words import DisclosedReason, Explanation, Words


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", populate_by_name=True)


def _yes_no(value: object) -> object:
    return {"yes": True, "no": False, "true": True, "false": False}.get(str(value).lower(), value)


YesNo = Annotated[bool, BeforeValidator(_yes_no)]


class WordsSource(_Strict):
    """One wording per language."""

    zh_hans: str = Field("", alias="zh-Hans")
    zh_hant: str = Field("", alias="zh-Hant")
    en: str = ""

    def words(self) -> Words:
        """Return the frozen form."""
        # Blanks at the ends are meant (": " between two words), the last line's end is not.
        return Words(self.zh_hans.strip("\n"), self.zh_hant.strip("\n"), self.en.strip("\n"))


EMPTY = WordsSource.model_construct(zh_hans="", zh_hant="", en="")


class UnitSource(_Strict):
    name: WordsSource
    is_: str = Field(alias="is")
    aliases: list[str] = []


class BreakdownSource(_Strict):
    name: WordsSource
    complete: YesNo = True
    members: dict[str, WordsSource]


class ChangeSource(_Strict):
    since: int
    what: Literal["definition", "unit", "boundary", "wording"]
    note: WordsSource


class MetricSource(_Strict):
    name: WordsSource
    definition: WordsSource = EMPTY
    definition_source: str = ""
    kind: MetricKind
    unit: str
    display: str = ""
    timing: Literal["flow", "stock", "cumulative"]
    since: int = 0
    department: str
    crossings: list[list[str]] = []
    sum_over: list[str] = []
    minimum: str = ""
    maximum: str = ""
    required: YesNo = False
    change_threshold: str = ""
    disclosures: dict[str, list[str]] = {}
    formula: str = ""
    changed: list[ChangeSource] = []


class ColumnSource(_Strict):
    name: WordsSource
    kind: ColumnKind
    unit: str = ""
    display: str = ""
    choices: dict[str, WordsSource] = {}
    required: YesNo = False
    minimum: str = ""
    maximum: str = ""


class RecordTypeSource(_Strict):
    name: WordsSource
    department: str = ""
    carries: YesNo = False
    columns: dict[str, ColumnSource]


class RuleSource(_Strict):
    formula: str
    severity: Literal["error", "doubt"]
    message: WordsSource


class CompanySource(_Strict):
    name: WordsSource
    short: WordsSource
    stock_code: str = ""
    website: str = ""
    email: str = ""
    address: WordsSource = EMPTY
    colours: list[str] = []
    phone: str = ""
    contact: WordsSource = EMPTY


class FrameworkSource(_Strict):
    name: WordsSource
    short: WordsSource = EMPTY
    file: str
    every: YesNo = False
    style: Literal["pages", "codes", "reverse", "content", "goals"] = "codes"


class ExplanationSource(WordsSource):
    reason: DisclosedReason = ""
    requirements: str = ""

    def explanation(self) -> Explanation:
        """Return the frozen form."""
        own = self.words()
        return Explanation(own.zh_hans, own.zh_hant, own.en, self.reason, self.requirements)


class PlacementSource(_Strict):
    ref: str
    label: WordsSource = EMPTY
    format: str = ""
    footnote: WordsSource = EMPTY
    define: YesNo = True


class GroupSource(_Strict):
    group: WordsSource


class TextSource(_Strict):
    text: str
    style: TextStyle = "body"
    title: WordsSource = EMPTY


class TableSource(_Strict):
    table: str
    caption: WordsSource
    rows: list[str | PlacementSource | GroupSource]
    years: int = 1
    change: YesNo = False


class CalloutSource(_Strict):
    callout: str
    title: WordsSource = EMPTY
    items: list[str | PlacementSource]


class ChartSource(_Strict):
    chart: str
    kind: Literal["column", "bar", "line", "pie", "doughnut"]
    caption: WordsSource
    series: list[str | PlacementSource]
    years: int = 1


class ImageSource(_Strict):
    image: str
    title: WordsSource = EMPTY
    width: int = Field(TEXT_WIDTH, ge=20, le=TEXT_WIDTH)


class IndexSource(_Strict):
    index: str
    style: Literal["", "pages", "codes", "reverse", "content", "goals"] = ""
    actions: str = ""
    basis: Literal["accordance", "reference"] = "reference"
    sector: WordsSource = EMPTY


class RecordsSource(_Strict):
    records: str
    id: str
    style: Literal["table", "timeline", "quotes", "cases", "list"] = "table"
    caption: WordsSource = EMPTY
    columns: list[str] = []
    group: str = ""


class NodeSource(_Strict):
    node: str
    title: WordsSource
    note: WordsSource = EMPTY
    below: str = ""
    edge: WordsSource = EMPTY


class DiagramSource(_Strict):
    diagram: str
    kind: Literal["tree", "steps"]
    caption: WordsSource
    nodes: list[NodeSource]
    loop: WordsSource = EMPTY


class QuestionSource(_Strict):
    question: str
    kind: Literal["single", "several", "open"]
    title: WordsSource
    choices: list[WordsSource] = []


class QuestionnaireSource(_Strict):
    questionnaire: str
    title: WordsSource = EMPTY
    questions: list[QuestionSource]


class MatrixSource(_Strict):
    matrix: str
    type: str
    x: str
    y: str
    name: str
    caption: WordsSource
    group: str = ""


BLOCKS: dict[str, type[BaseModel]] = {
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


class SectionSource(_Strict):
    code: str
    title: WordsSource
    blocks: list[dict[str, Any]] = []
    sections: list[SectionSource] = []
    disclosures: dict[str, list[str]] = {}
    department: str = ""


class OutlineSource(_Strict):
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


class UnitsFile(_Strict):
    units: dict[str, UnitSource]


class BreakdownsFile(_Strict):
    breakdowns: dict[str, BreakdownSource]


class DepartmentsFile(_Strict):
    departments: dict[str, WordsSource]


class MetricsFile(_Strict):
    metrics: dict[str, MetricSource]


class RecordsFile(_Strict):
    records: dict[str, RecordTypeSource]


class RulesFile(_Strict):
    rules: dict[str, RuleSource]


class CompanyFile(_Strict):
    company: CompanySource


class MessagesFile(_Strict):
    messages: dict[str, WordsSource]


class PhrasesFile(_Strict):
    phrases: dict[str, WordsSource]


class FrameworksFile(_Strict):
    frameworks: dict[str, FrameworkSource]


class ChaptersFile(_Strict):
    chapters: list[SectionSource]
