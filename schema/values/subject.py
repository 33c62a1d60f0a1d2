"""What a change is about: the address of each kept thing, with one text form that no other thing shares.

A value is addressed by its `Key`, a record by its `RecordKey`; the other addresses are here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, unquote

from schema.grammar.reference import Key, RecordKey, parse_reference
from schema.grammar.words import LANGUAGES

# What would be taken for the form itself, or would not survive a line of text.
_SPECIAL = re.compile(r"[%/\s\x00-\x1f\x7f]")
_CODE = re.compile(r"[a-z][a-z0-9]*")
_NUMBER = re.compile(r"0|[1-9][0-9]{0,8}")


@dataclass(frozen=True, slots=True, order=True)
class TextAt:
    """A slot of a report in one language; a picture stands in a slot in no language (an empty text)."""

    report: str
    slot: str
    language: str

    def __post_init__(self) -> None:
        if self.language not in ("", *LANGUAGES):
            raise ValueError(f"no language of a text: {self.language}")


@dataclass(frozen=True, slots=True, order=True)
class PublishedAt:
    """What a report printed of a value at one place, in these words."""

    report: str
    key: Key
    place: str
    text: str


@dataclass(frozen=True, slots=True, order=True)
class RestatementAt:
    """The reason why the value at `key` is no longer what `report` printed."""

    report: str
    key: Key


@dataclass(frozen=True, slots=True, order=True)
class RemarkAt:
    """The answer to the doubts of one code at a subject (canonical text)."""

    subject: str
    code: str


@dataclass(frozen=True, slots=True, order=True)
class AnswerAt:
    """What words of old sheets mean: of a unit, a row, a column, or the fiscal year."""

    kind: str
    words: str


@dataclass(frozen=True, slots=True, order=True)
class PersonAt:
    """One of those who work on the workspace, by name."""

    name: str


@dataclass(frozen=True, slots=True, order=True)
class RequestAt:
    """What a department is asked for in a report."""

    report: str
    department: str


@dataclass(frozen=True, slots=True, order=True)
class PackOriginAt:
    """Where a small workspace comes from: a department's share of a report."""

    report: str
    department: str


@dataclass(frozen=True, slots=True, order=True)
class MergeAt:
    """An answer that was merged, by its number."""

    number: int


@dataclass(frozen=True, slots=True, order=True)
class ApprovalAt:
    """The yes to what stands at a subject (canonical text) of a report."""

    report: str
    subject: str


@dataclass(frozen=True, slots=True, order=True)
class AttachmentAt:
    """Bytes by their SHA-256."""

    hash: str


@dataclass(frozen=True, slots=True, order=True)
class DefinitionsAt:
    """The definitions in force."""


def quoted(text: str) -> str:
    """Return a text as one part of a subject: blanks, `/` and `%` are written as %20, %2F, %25."""
    return _SPECIAL.sub(lambda match: quote(match[0], safe=""), text)


def parts_of(text: str, count: int) -> list[str] | None:
    """Return the parts of a subject after its first, as they were before they were joined; None of another number."""
    parts = text.split("/")[1:]
    return [unquote(part) for part in parts] if len(parts) == count else None


def write_value(key: Key) -> str:
    """Return the canonical reference of a value."""
    return key.canonical()


def read_value(text: str) -> Key | None:
    """Read the canonical reference of a value."""
    reference = parse_reference(text)
    if reference is None or not reference.year or reference.wildcard:
        return None
    return reference.key(0)


def write_record(key: RecordKey) -> str:
    """Return `record/<type>/<id>`."""
    return key.canonical()


def read_record(text: str) -> RecordKey | None:
    """Read `record/<type>/<id>`; an id without a dot is a record, one with a dot a number in it."""
    parts = parts_of(text, 2) if text.startswith("record/") else None
    return RecordKey(*parts) if parts and all(map(_CODE.fullmatch, parts)) else None


def write_text(subject: TextAt) -> str:
    """Return `text/<report>/<slot>.<language>`, or `text/<report>/<slot>` in no language."""
    slot = quoted(subject.slot)
    if subject.language:
        slot = f"{slot}.{subject.language}"
    elif (head := _without_language(slot)) is not None:
        # A slot in no language whose own name ends like one.
        slot = f"{head}%2E{slot[len(head) + 1 :]}"
    return f"text/{quoted(subject.report)}/{slot}"


def read_text(text: str) -> TextAt | None:
    """Read `text/<report>/<slot>[.<language>]`."""
    if parts_of(text, 2) is None:
        return None
    report, slot = text.split("/")[1:]
    head = _without_language(slot)
    language = slot[len(head) + 1 :] if head is not None else ""
    return TextAt(unquote(report), unquote(slot if head is None else head), language)


def _without_language(slot: str) -> str | None:
    return next((slot.removesuffix(f".{name}") for name in LANGUAGES if slot.endswith(f".{name}")), None)


def write_published(subject: PublishedAt) -> str:
    """Return `published/<report>/<reference>/<place>/<text>`."""
    parts = (subject.report, subject.key.canonical(), subject.place, subject.text)
    return "/".join(["published", *map(quoted, parts)])


def read_published(text: str) -> PublishedAt | None:
    """Read `published/<report>/<reference>/<place>/<text>`."""
    if (parts := parts_of(text, 4)) is None or (key := read_value(parts[1])) is None:
        return None
    return PublishedAt(parts[0], key, parts[2], parts[3])


def write_restatement(subject: RestatementAt) -> str:
    """Return `restatement/<report>/<reference>`."""
    return f"restatement/{quoted(subject.report)}/{quoted(subject.key.canonical())}"


def read_restatement(text: str) -> RestatementAt | None:
    """Read `restatement/<report>/<reference>`."""
    if (parts := parts_of(text, 2)) is None or (key := read_value(parts[1])) is None:
        return None
    return RestatementAt(parts[0], key)


def write_remark(subject: RemarkAt) -> str:
    """Return `remark/<code>/<subject>`."""
    return f"remark/{quoted(subject.code)}/{quoted(subject.subject)}"


def read_remark(text: str) -> RemarkAt | None:
    """Read `remark/<code>/<subject>`."""
    parts = parts_of(text, 2)
    return RemarkAt(parts[1], parts[0]) if parts else None


def write_answer(subject: AnswerAt) -> str:
    """Return `answer/<kind>/<words>`."""
    return f"answer/{quoted(subject.kind)}/{quoted(subject.words)}".replace("@", "%40")


def read_answer(text: str) -> AnswerAt | None:
    """Read `answer/<kind>/<words>`."""
    parts = parts_of(text, 2)
    return AnswerAt(*parts) if parts else None


def write_person(subject: PersonAt) -> str:
    """Return `person/<name>`."""
    return f"person/{quoted(subject.name)}".replace("@", "%40")


def read_person(text: str) -> PersonAt | None:
    """Read `person/<name>`."""
    parts = parts_of(text, 1) if text.startswith("person/") else None
    return PersonAt(parts[0]) if parts else None


def write_request(subject: RequestAt) -> str:
    """Return `request/<report>/<department>`."""
    return f"request/{quoted(subject.report)}/{quoted(subject.department)}"


def read_request(text: str) -> RequestAt | None:
    """Read `request/<report>/<department>`."""
    parts = parts_of(text, 2) if text.startswith("request/") else None
    return RequestAt(*parts) if parts else None


def write_origin(subject: PackOriginAt) -> str:
    """Return `origin/<report>/<department>`."""
    return f"origin/{quoted(subject.report)}/{quoted(subject.department)}"


def read_origin(text: str) -> PackOriginAt | None:
    """Read `origin/<report>/<department>`."""
    parts = parts_of(text, 2) if text.startswith("origin/") else None
    return PackOriginAt(*parts) if parts else None


def write_merge(subject: MergeAt) -> str:
    """Return `merge/<number>`."""
    return f"merge/{subject.number}"


def read_merge(text: str) -> MergeAt | None:
    """Read `merge/<number>`."""
    parts = parts_of(text, 1) if text.startswith("merge/") else None
    return MergeAt(int(parts[0])) if parts and _NUMBER.fullmatch(parts[0]) else None


def write_approval(subject: ApprovalAt) -> str:
    """Return `approval/<report>/<subject>`."""
    return f"approval/{quoted(subject.report)}/{quoted(subject.subject)}"


def read_approval(text: str) -> ApprovalAt | None:
    """Read `approval/<report>/<subject>`."""
    parts = parts_of(text, 2) if text.startswith("approval/") else None
    return ApprovalAt(*parts) if parts else None


def write_attachment(subject: AttachmentAt) -> str:
    """Return `attachment/<hash>`."""
    # With an @ it would be the reference of an entity's value.
    return f"attachment/{quoted(subject.hash).replace('@', '%40')}"


def read_attachment(text: str) -> AttachmentAt | None:
    """Read `attachment/<hash>`."""
    parts = parts_of(text, 1)
    return AttachmentAt(parts[0]) if parts else None


def joined(*parts: str) -> str:
    """Return parts as history has always joined them: `|` between, `\\` before what would be taken for it."""
    return "|".join(part.replace("\\", "\\\\").replace("|", "\\|") for part in parts)


def split(text: str) -> list[str]:
    """Return the parts that `joined` joined."""
    parts = [""]
    for token in re.findall(r"\\.|\||[^\\|]+", text, re.DOTALL):
        if token == "|":
            parts.append("")
        else:
            parts[-1] += token[1:] if token.startswith("\\") else token
    return parts
