"""One finding about what a person entered: a value, not an exception."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from schema.grammar.reference import Key, RecordKey
from schema.validation.facts import Fact, Facts
from schema.values.subject import TextAt, quoted, write_text

# Work is on a worklist: it asks for a look, and neither blocks nor counts as a doubt.
Severity = Literal["error", "doubt", "work"]


@dataclass(frozen=True, slots=True)
class FieldAt:
    """One column of a record; without a column the record itself. `block` is the id of the list that it stands in."""

    record: RecordKey
    column: str = ""
    block: str = ""


@dataclass(frozen=True, slots=True)
class ListAt:
    """The records that a block of a report asks for."""

    report: str
    block: str


@dataclass(frozen=True, slots=True)
class IndexAt:
    """The explanation of a disclosure in a report's index of a framework; without a disclosure all of them."""

    report: str
    framework: str
    disclosure: str = ""


@dataclass(frozen=True, slots=True)
class OutlineAt:
    """Words that an outline has: those of the section or block `part`, or its title where that is the report's code."""

    report: str
    part: str


Subject: TypeAlias = Key | TextAt | FieldAt | ListAt | IndexAt | OutlineAt


@dataclass(frozen=True, slots=True)
class Issue:
    """`code` names the message, `facts` fill its places; an error blocks approval and final export.

    `key` is the value that it concerns, `subject` the thing that it stands at where that is not the value itself,
    `report` the report that alone is concerned. `place` is a file and row, a report's page, or empty.
    """

    code: str
    severity: Severity
    key: Key | None = None
    facts: Facts = field(default_factory=dict[str, Fact])
    place: str = ""
    subject: Subject | None = None
    report: str = ""

    @property
    def at(self) -> Subject | None:
        """What it stands at: a text, a record, a list, an explanation, else the value; None for a file."""
        return self.subject or self.key


def write_subject(subject: Subject | None) -> str:
    """Return the canonical text of what an issue stands at; empty for a file."""
    match subject:
        case None:
            return ""
        case Key():
            return subject.canonical()
        case TextAt():
            return write_text(subject)
        case FieldAt():
            column = f".{subject.column}" if subject.column else ""
            return subject.record.canonical() + column
        case ListAt():
            return f"list/{quoted(subject.report)}/{quoted(subject.block)}"
        case OutlineAt():
            return f"outline/{quoted(subject.report)}/{quoted(subject.part)}"
        case IndexAt():
            return f"index/{quoted(subject.report)}/{quoted(subject.disclosure)}"
