"""The values that cross every border: data points, published values, texts, and the snapshot that holds them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any

from schema.catalogue.definitions import BLOCK
from schema.grammar.reference import Key, RecordKey
from schema.grammar.words import NO_WORDS, Words


@dataclass(frozen=True, slots=True)
class DataPoint:
    """The current truth at a key: exactly one of `value` (in the metric's stored unit), `omission`, `unread`.

    `typed` is the text as the person wrote it; `unread` is typed text that could not be understood. `qualifier` and
    `omission` are codes of their registries (schema.values.qualifiers, .omissions), or empty.
    `as_of` is an ISO date or empty, `since` a year or 0. `footnote` is printed with the value, `note` never is.
    The note is `unsorted` where there was one field for both when it was written, and nobody has said which it is.
    """

    key: Key
    value: Decimal | None = None
    qualifier: str = ""
    omission: str = ""
    unread: str = ""
    typed: str = ""
    footnote: str = ""
    note: str = ""
    method: str = ""
    estimated: bool = False
    as_of: str = ""
    since: int = 0
    source: str = ""
    unsorted: bool = False


@dataclass(frozen=True, slots=True)
class PublishedValue:
    """What a report printed: `value` in the metric's stored unit, `resolution` the size of its last printed digit."""

    report: str
    key: Key
    text: str
    value: Decimal
    qualifier: str = ""
    resolution: Decimal = Decimal(1)
    place: str = ""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where words come from that follow those of another language: which, and the checksum of the words there.

    A `draft` was made by machine and nobody has accepted it yet.
    """

    language: str
    checksum: str
    draft: bool = False


@dataclass(frozen=True, slots=True)
class SlotText:
    """The words of one narrative slot of one report in one language, with linked numbers in braces.

    `carried` names the report that they were rolled forward from, as long as nobody has touched them since.
    """

    report: str
    slot: str
    language: str
    text: str
    carried: str = ""
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class Field:
    """One cell of a record: `words` of a text column, else `typed` with the `value` that was understood.

    A date is typed in ISO form, a choice by its code; a number that could not be read has no value.
    `origins` says of languages where their words come from.
    """

    words: Words = NO_WORDS
    typed: str = ""
    value: Decimal | None = None
    qualifier: str = ""
    origins: tuple[tuple[str, Origin], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.words or self.typed)

    def origin(self, language: str) -> Origin | None:
        """Return where its words in a language come from, or None where they were written there."""
        return dict(self.origins).get(language)


NO_FIELD = Field()


@dataclass(frozen=True, slots=True)
class Record:
    """One row of a typed list in one report; `order` counts within report and type. Empty fields are left out.

    `carried` names the report that it was rolled forward from, as long as nobody has touched it since.
    """

    key: RecordKey
    report: str
    order: int
    fields: Mapping[str, Field] = field(default_factory=dict[str, Field])
    carried: str = ""

    def field(self, column: str) -> Field:
        """Return what stands in a column; an empty field where nothing does."""
        return self.fields.get(column, NO_FIELD)

    @property
    def block(self) -> str:
        """The id of the outline's block that it was put into, or an empty text."""
        return self.field(BLOCK).typed


@dataclass(frozen=True, slots=True)
class Restatement:
    """Why the value at `key` is no longer what `report` printed: from `old`, printed as `text`, to `new`.

    It holds for that `new` value only. Both are in the metric's stored unit; `place` is where `text` stands.
    """

    report: str
    key: Key
    text: str
    place: str
    old: Decimal
    new: Decimal
    reason: Words = NO_WORDS


@dataclass(frozen=True, slots=True)
class Remark:
    """A person's answer to the doubts of one `code` at a `subject` (canonical text): a reason, by whom and when.

    It holds as long as what stands there has the SHA-256 `content`; `at` is UTC to the second, in ISO form.
    """

    subject: str
    code: str
    content: str
    reason: str
    who: str
    at: str


@dataclass(frozen=True, slots=True)
class SheetAnswer:
    """What a person has answered about old sheets, so that it is asked once: of a `kind`, what some `words` mean.

    A unit's word means a unit, a head a meaning of columns, a row (what names it, joined) a reference, and the years
    over two calendar years (no words) start or end.
    """

    kind: str
    words: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """The facts of a file that the workspace keeps; its bytes are read when they are needed.

    `hash` is the SHA-256 of the kept bytes, `name` that of the file it came from, `type` png, jpeg, docx …, `size` in
    bytes. A picture is one with pixels, `width` by `height`; evidence and a company's Word template are without.
    `pages` are those of a document, the sheets of a workbook; 0 where nobody has counted them.
    """

    hash: str
    name: str
    type: str
    size: int
    width: int = 0
    height: int = 0
    pages: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """All current values at one moment; texts are keyed by (report, slot, language), restatements by (report, key).

    `carried` names the report that the words of a slot were rolled forward from, where they are untouched since,
    `origins` what words follow those of another language.
    `attachments` by hash holds every file that was ever taken in, whether or not it still stands somewhere.
    `more` holds, by name and by subject, what has no field of its own.
    """

    points: Mapping[Key, DataPoint] = field(default_factory=dict[Key, DataPoint])
    published: tuple[PublishedValue, ...] = ()
    texts: Mapping[tuple[str, str, str], str] = field(default_factory=dict["tuple[str, str, str]", str])
    records: Mapping[RecordKey, Record] = field(default_factory=dict[RecordKey, Record])
    carried: Mapping[tuple[str, str, str], str] = field(default_factory=dict["tuple[str, str, str]", str])
    restatements: Mapping[tuple[str, Key], Restatement] = field(default_factory=dict["tuple[str, Key]", Restatement])
    attachments: Mapping[str, Attachment] = field(default_factory=dict[str, Attachment])
    origins: Mapping[tuple[str, str, str], Origin] = field(default_factory=dict["tuple[str, str, str]", Origin])
    more: Mapping[str, Mapping[Any, Any]] = field(default_factory=dict[str, Mapping[Any, Any]])

    def periods(self) -> tuple[int, ...]:
        """Return the years that have any data point, oldest first."""
        return tuple(sorted({key.period for key in self.points}))

    def rows(self, report: str, record_type: str) -> tuple[Record, ...]:
        """Return a report's records of one type, in their order."""
        own = (r for r in self.records.values() if r.report == report and r.key.type == record_type)
        return tuple(sorted(own, key=lambda record: (record.order, record.key)))


@dataclass(frozen=True, slots=True)
class LastChange:
    """Who changed what stands at a subject last, and when."""

    who: str
    when: datetime


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One change: `old` and `new` are canonical JSON texts of what stood at `subject` (empty = nothing).

    `via` says how it came here where it was done elsewhere (schema.values.via), empty where it was done here.
    """

    number: int
    when: datetime
    who: str
    kind: str
    subject: str
    old: str
    new: str
    reason: str
    hash: str
    via: str = ""
