"""The catalogue: what can be asked, as frozen definitions that may cross every border."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from schema.catalogue.company import Company
from schema.catalogue.entities import Entity
from schema.catalogue.factors import FactorVersion
from schema.catalogue.kinds import KINDS, PERCENT, Kind
from schema.catalogue.relations import Relation
from schema.grammar.formula import Formula, Ref
from schema.grammar.words import NO_WORDS, Words

# pages: code, requirement, pages; codes: with the sections' titles; reverse: sections with the codes that they answer;
# content: the GRI content index of 2021; goals: one row per goal with the company's own strategy and actions.
IndexStyle = Literal["pages", "codes", "reverse", "content", "goals"]
MANDATORY = "mandatory_requirement"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit without scale words; `factor` of it make one of its dimension's base unit, exactly."""

    code: str
    name: Words
    factor: Decimal
    dimension: str
    aliases: tuple[str, ...] = ()

    @property
    def sign(self) -> str:
        """The sign that stands at the number itself in place of a name, or an empty text."""
        return "%" if self.code == PERCENT else ""


@dataclass(frozen=True, slots=True)
class Category:
    """One member of a breakdown."""

    code: str
    name: Words


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A way to divide a metric (gender, age, region …); `complete` when its members cover the whole."""

    code: str
    name: Words
    members: tuple[Category, ...]
    complete: bool = True

    def member(self, code: str) -> Category | None:
        """Return the member with this code, or None."""
        return next((member for member in self.members if member.code == code), None)


@dataclass(frozen=True, slots=True)
class Department:
    """Who is asked for a metric."""

    code: str
    name: Words


@dataclass(frozen=True, slots=True)
class Disclosure:
    """One requirement of a framework; in its index it stands under the headings `part` and `aspect`.

    `statement` and `colour` (#rrggbb) belong to goals. `answered_by` is the cross-walk: by framework the codes whose
    answer answers this one, too.
    """

    code: str
    printed: str
    title: Words
    aspect: Words = NO_WORDS
    kind: str = ""
    part: Words = NO_WORDS
    statement: Words = NO_WORDS
    colour: str = ""
    answered_by: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, "tuple[str, ...]"])

    @property
    def mandatory(self) -> bool:
        """Whether it must be answered: no reason may stand in its place."""
        return self.kind == MANDATORY


@dataclass(frozen=True, slots=True)
class Framework:
    """A reporting framework with its disclosures in its own order; `short` fits on a sheet's tab.

    `every`: its index lists every disclosure, not only those answered. `style`: how its index is set by itself.
    """

    code: str
    name: Words
    disclosures: tuple[Disclosure, ...]
    short: Words = NO_WORDS
    every: bool = False
    style: IndexStyle = "codes"

    def disclosure(self, code: str) -> Disclosure | None:
        """Return the disclosure with this code, or None."""
        return next((item for item in self.disclosures if item.code == code), None)


@dataclass(frozen=True, slots=True)
class DefinitionChange:
    """From year `since` on a metric counts something else: its definition, unit or boundary; `note` says how.

    After a change of "wording" the values of earlier years are still comparable.
    """

    since: int
    what: str
    note: Words


@dataclass(frozen=True, slots=True)
class Metric:
    """One thing reported.

    `unit` is the stored unit; `display` a format (schema.values.display) used unless a placement says otherwise.
    `sum_over` lists what its values add up over: breakdown codes, "period", "entity".
    It is `collected` by "month", "quarter" or "half", or once for the year (empty).
    `choices` are what a metric of that kind may say; the code of each is a number that is never another's.
    `entities` are asked for it, each for its own value; ("*",) all those that have none below them.
    A metric with a `formula` is a figure and is never typed. `evidence`: "required" where each value needs a file.
    `change_threshold` is in percent of last year's value; None = the rule for its kind (validation.change_thresholds).
    A definition that is `assumed` waits for the editor's yes and is never printed but in the languages that it is
    `confirmed_in` already; a `self_explanatory` metric needs none. The `note` is the editor's own, printed nowhere.
    """

    code: str
    name: Words
    kind: str
    unit: str
    display: str
    timing: str
    department: str
    definition: Words = NO_WORDS
    definition_source: str = ""
    since: int = 0
    crossings: tuple[tuple[str, ...], ...] = ()
    sum_over: tuple[str, ...] = ()
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    required: bool = False
    evidence: str = ""
    change_threshold: Decimal | None = None
    disclosures: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, "tuple[str, ...]"])
    formula: Formula | None = None
    changed: tuple[DefinitionChange, ...] = ()
    assumed: bool = False
    self_explanatory: bool = False
    note: str = ""
    confirmed_in: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()
    collected: str = ""
    choices: tuple[Category, ...] = ()

    @property
    def traits(self) -> Kind:
        """What its kind says of it."""
        return KINDS[self.kind]

    @property
    def in_percent(self) -> bool:
        """Whether its values are kept in percent, and change by points."""
        return self.unit == PERCENT


@dataclass(frozen=True, slots=True)
class RecordColumn:
    """One column of a record type; `choices` only where the kind is choice, `unit` where it is a number.

    text and long hold words per language; date is YYYY, YYYY-MM or YYYY-MM-DD; picture holds a picture's hash.
    """

    code: str
    name: Words
    kind: str
    unit: str = ""
    display: str = ""
    choices: tuple[Category, ...] = ()
    required: bool = False
    minimum: Decimal | None = None
    maximum: Decimal | None = None

    @property
    def traits(self) -> Kind:
        """What its kind says of it."""
        return KINDS[self.kind]

    @property
    def worded(self) -> bool:
        """Whether it holds words per language."""
        return self.traits.worded

    @property
    def numeric(self) -> bool:
        """Whether it holds numbers that can be linked."""
        return self.traits.numeric

    def choice(self, code: str) -> Category | None:
        """Return the choice with this code, or None."""
        return next((choice for choice in self.choices if choice.code == code), None)


@dataclass(frozen=True, slots=True)
class RecordType:
    """A typed list: award, target, climate risk …; `department` is asked for its rows ("" = the section's).

    Rows of a list that `carries` stand until something changes: next year's report begins with them.
    """

    code: str
    name: Words
    columns: tuple[RecordColumn, ...]
    department: str = ""
    carries: bool = False
    evidence: str = ""

    def column(self, code: str) -> RecordColumn | None:
        """Return the column with this code, or None."""
        return next((column for column in self.columns if column.code == code), None)


@dataclass(frozen=True, slots=True)
class Rule:
    """What must hold between several metrics; `message` says what to do when it does not."""

    code: str
    formula: Formula
    severity: str
    message: Words


@dataclass(frozen=True, slots=True)
class Total:
    """`whole` is the sum of `parts` in the years `since` to `until` (0 = no limit); scales bring all to base units.

    A part may hold a wildcard (`gender=*`). Where the parts are not all there are, they may only not exceed the whole.
    """

    code: str
    whole: Ref
    parts: tuple[Ref, ...]
    since: int = 0
    until: int = 0
    complete: bool = True

    def holds_in(self, year: int) -> bool:
        """Whether the whole has these parts in a year."""
        return self.since <= year and (not self.until or year <= self.until)


@dataclass(frozen=True, slots=True)
class Term:
    """How a term is said in the two scripts; of a single character only the form differs."""

    zh_hans: str
    zh_hant: str


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All that can be asked. `messages` and `phrases` are templates with {named} places."""

    company: Company
    units: Mapping[str, Unit]
    breakdowns: Mapping[str, Breakdown]
    departments: Mapping[str, Department]
    frameworks: Mapping[str, Framework]
    factors: tuple[FactorVersion, ...]
    metrics: Mapping[str, Metric]
    rules: tuple[Rule, ...]
    messages: Mapping[str, Words]
    phrases: Mapping[str, Words]
    records: Mapping[str, RecordType] = field(default_factory=dict[str, RecordType])
    glossary: tuple[Term, ...] = ()
    totals: tuple[Total, ...] = ()
    relations: tuple[Relation, ...] = ()
    publishers: Mapping[str, Words] = field(default_factory=dict[str, Words])  # third parties' texts, by code
    entities: tuple[Entity, ...] = ()  # below the company

    def entity(self, code: str) -> Entity | None:
        """Return the entity with this code, or None."""
        return next((entity for entity in self.entities if entity.code == code), None)

    def reports(self, entity: str) -> bool:
        """Whether values may be kept of an entity: of the company, or of one that is defined."""
        return not entity or self.entity(entity) is not None


# Kept among a record's fields; no column of a type may have this code.
BLOCK = "block"
