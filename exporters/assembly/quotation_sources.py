"""What a review says of quotations: whose words they are said to be, and who agreed to them."""

from __future__ import annotations

from collections.abc import Mapping

from exporters.assembly.assembly import Assembly
from schema.validation.approvals import agrees, approvals_of
from schema.validation.fact_words import FactWords
from schema.validation.issue import FieldAt, write_subject
from schema.validation.subject_names import named
from schema.validation.unapproved import WORDING, quotations
from schema.values.subject import TextAt

Cells = tuple[str, str, str, str]


def quotation_lines(assembly: Assembly) -> Mapping[str, tuple[Cells, ...]]:
    """Return the lines of the quotations of each section (a code): name, kind of wording, nothing, who agreed."""
    lines: dict[str, tuple[Cells, ...]] = {}
    for section, at in quotations(assembly.outline, assembly.figures):
        name = assembly.say("review.quote", name=_name(assembly, at))
        line = (name, _kind(assembly, at), "", _agreed(assembly, at))
        lines[section] = (*lines.get(section, ()), line)
    return lines


def _name(assembly: Assembly, at: TextAt | FieldAt) -> str:
    subject = named(at, assembly.moment.definitions, assembly.snapshot)
    return FactWords(assembly.catalogue, assembly.language).say(subject)


def _kind(assembly: Assembly, at: TextAt | FieldAt) -> str:
    if isinstance(at, TextAt):
        return ""
    record = assembly.snapshot.records[at.record]
    column = assembly.catalogue.records[at.record.type].column(WORDING)
    choice = column.choice(record.field(WORDING).typed) if column else None
    return assembly.words(choice.name) if choice else ""


def _agreed(assembly: Assembly, at: TextAt | FieldAt) -> str:
    if assembly.is_unquoted(at):
        return assembly.say("review.unconfirmed")
    note = agrees(approvals_of(assembly.figures), assembly.outline.code, write_subject(at))
    return assembly.say("review.agreed", quoted=note.quoted, who=note.who, date=note.at[:10]) if note else ""
