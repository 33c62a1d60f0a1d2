"""The form of the definition files, checked by pydantic: unknown and missing fields are found here."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from schema.catalogue.entities import Boundary
from schema.catalogue.kinds import ColumnKind, MetricKind
from schema.catalogue.relations import RelationName
from schema.grammar.words import DisclosedReason, Explanation, Words, is_link


class Strict(BaseModel):
    """A form that refuses fields it does not know."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)


def _yes_no(value: object) -> object:
    return {"yes": True, "no": False, "true": True, "false": False}.get(str(value).lower(), value)


def _link(value: str) -> str:
    if value and not is_link(value):
        raise PydanticCustomError("no_link", "no link")
    return value


YesNo = Annotated[bool, BeforeValidator(_yes_no)]
Asking = Literal["", "required"]  # whether evidence is asked for


class WordsSource(Strict):
    """One wording per language."""

    zh_hans: str = Field("", alias="zh-Hans")
    zh_hant: str = Field("", alias="zh-Hant")
    en: str = ""

    def words(self) -> Words:
        """Return the frozen form."""
        # Blanks at the ends are meant (": " between two words), the last line's end is not.
        return Words(self.zh_hans.strip("\n"), self.zh_hant.strip("\n"), self.en.strip("\n"))


EMPTY = WordsSource.model_construct(zh_hans="", zh_hant="", en="")


class UnitSource(Strict):
    name: WordsSource
    is_: str = Field(alias="is")
    aliases: list[str] = []


class BreakdownSource(Strict):
    name: WordsSource
    complete: YesNo = True
    members: dict[str, WordsSource]


class ChangeSource(Strict):
    since: int
    what: Literal["definition", "unit", "boundary", "wording"]
    note: WordsSource


class MetricSource(Strict):
    name: WordsSource
    definition: WordsSource = EMPTY
    definition_source: str = ""
    assumed: YesNo = False
    confirmed_in: list[str] = []
    self_explanatory: YesNo = False
    note: str = ""
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
    evidence: Asking = ""
    change_threshold: str = ""
    disclosures: dict[str, list[str]] = {}
    formula: str = ""
    changed: list[ChangeSource] = []
    choices: dict[str, WordsSource] = {}
    entities: list[str] = []
    collected: Literal["", "month", "quarter", "half"] = ""


class ColumnSource(Strict):
    name: WordsSource
    kind: ColumnKind
    unit: str = ""
    display: str = ""
    choices: dict[str, WordsSource] = {}
    required: YesNo = False
    minimum: str = ""
    maximum: str = ""


class RecordTypeSource(Strict):
    name: WordsSource
    department: str = ""
    carries: YesNo = False
    evidence: Asking = ""
    columns: dict[str, ColumnSource]


class EntitySource(Strict):
    name: WordsSource
    parent: str = ""
    share: str = ""
    since: int = 0
    until: int = 0
    boundary: Boundary = "operational"
    department: str = ""
    regions: list[str] = []


class RuleSource(Strict):
    formula: str
    severity: Literal["error", "doubt"]
    message: WordsSource


class TotalSource(Strict):
    whole: str
    parts: list[str]
    since: int = 0
    until: int = 0
    complete: YesNo = True


class RelationSource(Strict):
    kind: RelationName
    terms: list[str]
    slack: str = ""


class CompanySource(Strict):
    name: WordsSource
    short: WordsSource
    stock_code: str = ""
    website: str = ""
    email: str = ""
    address: WordsSource = EMPTY
    colours: list[str] = []
    phone: str = ""
    contact: WordsSource = EMPTY
    year_ends: str = ""
    year_label: Literal["", "spanned", "ending"] = ""
    languages: list[str] = []
    regions: list[str] = []
    base_year: int = 0


class FrameworkSource(Strict):
    name: WordsSource
    short: WordsSource = EMPTY
    file: str
    every: YesNo = False
    style: Literal["pages", "codes", "reverse", "content", "goals"] = "codes"


class ExplanationSource(WordsSource):
    reason: DisclosedReason = ""
    requirements: str = ""
    document: str = ""
    page: str = ""
    link: Annotated[str, AfterValidator(_link)] = ""

    def explanation(self) -> Explanation:
        """Return the frozen form."""
        own = self.words()
        return Explanation(
            own.zh_hans, own.zh_hant, own.en, self.reason, self.requirements, self.document, self.page, self.link
        )


class UnitsFile(Strict):
    units: dict[str, UnitSource]


class BreakdownsFile(Strict):
    breakdowns: dict[str, BreakdownSource]


class DepartmentsFile(Strict):
    departments: dict[str, WordsSource]


class EntitiesFile(Strict):
    entities: dict[str, EntitySource]


class PublishersFile(Strict):
    publishers: dict[str, WordsSource]


class MetricsFile(Strict):
    metrics: dict[str, MetricSource]


class RecordsFile(Strict):
    records: dict[str, RecordTypeSource]


class RulesFile(Strict):
    rules: dict[str, RuleSource]


class TotalsFile(Strict):
    totals: dict[str, TotalSource]


class RelationsFile(Strict):
    relations: dict[str, RelationSource]


class CompanyFile(Strict):
    company: CompanySource


class MessagesFile(Strict):
    messages: dict[str, WordsSource]


class PhrasesFile(Strict):
    phrases: dict[str, WordsSource]


class FrameworksFile(Strict):
    frameworks: dict[str, FrameworkSource]
