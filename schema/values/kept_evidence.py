"""What is kept of evidence: which file proves what."""

from __future__ import annotations

from operator import attrgetter

from schema.catalogue.outline import Definitions
from schema.grammar.reference import Key, RecordKey
from schema.values.evidence import (
    EVIDENCE_NAME,
    Evidence,
    EvidenceAt,
    proved,
    read_evidence_at,
    write_evidence,
)
from schema.values.kept_contents import RECORDS, TEXTS
from schema.values.kept_form import Column, Form, Kept
from schema.values.kept_values import POINTS
from schema.values.places import MorePlace
from schema.values.subject import TextAt


def _owner(at: EvidenceAt, definitions: Definitions) -> str:
    match proved(at.subject):
        case Key() as key:
            return POINTS.form.owner(key, definitions)
        case RecordKey() as key:
            return RECORDS.form.owner(key, definitions)
        case TextAt() as text:
            return TEXTS.form.owner(text, definitions)
        case None:
            return ""


def _evidence(at: EvidenceAt, name: str, page: int) -> Evidence:
    return Evidence(at.subject, at.file, name, page)


EVIDENCE = Kept(
    form=Form(
        "evidence", EvidenceAt, write_evidence, read_evidence_at, write_evidence, read_evidence_at,
        "subject.evidence", _owner,
    ),
    thing=Evidence,
    table="evidence",
    identity=(Column("subject"), Column("file")),
    columns=(Column("name"), Column("page", "whole")),
    order=("subject", "file"),
    located=EvidenceAt,
    address=attrgetter("subject", "file"),
    subject=lambda evidence: EvidenceAt(evidence.subject, evidence.file),
    made=_evidence,
    values=attrgetter("name", "page"),
    place=MorePlace(EVIDENCE_NAME),
)  # fmt: skip
