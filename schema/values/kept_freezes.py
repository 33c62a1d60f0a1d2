"""What is kept of freezes, and of what an auditor found."""

from __future__ import annotations

from operator import attrgetter
from typing import Any

from schema.values.freezes import FREEZES_NAME, Freeze, FreezeAt, read_freeze, write_freeze
from schema.values.kept_form import Column, Form, Kept, first_stays, nobody
from schema.values.places import MorePlace
from schema.values.verdicts import VERDICTS_NAME, Verdict, VerdictAt, read_verdict, write_verdict


def _freeze(at: FreezeAt, *columns: Any) -> Freeze:
    return Freeze(at.name, *columns)


def _verdict(at: VerdictAt, *columns: Any) -> Verdict:
    return Verdict(at.report, at.reference, at.format, *columns)


FREEZES = Kept(
    form=Form("freeze", FreezeAt, write_freeze, read_freeze, write_freeze, read_freeze, "subject.freeze", nobody),
    thing=Freeze,
    table="freeze",
    identity=(Column("name"),),
    columns=(
        Column("report"), Column("who"), Column("at"), Column("reason"), Column("number", "whole"), Column("head"),
        Column("key"), Column("signature"),
    ),
    order=("name",),
    located=FreezeAt,
    address=lambda at: (at.name,),
    subject=lambda freeze: FreezeAt(freeze.name),
    made=_freeze,
    values=attrgetter("report", "who", "at", "reason", "number", "head", "key", "signature"),
    place=MorePlace(FREEZES_NAME),
    once=first_stays,
)  # fmt: skip

VERDICTS = Kept(
    form=Form(
        "verdict", VerdictAt, write_verdict, read_verdict, write_verdict, read_verdict, "subject.verdict", nobody
    ),
    thing=Verdict,
    table="verdict",
    identity=(Column("report"), Column("reference"), Column("format")),
    columns=(Column("finding"), Column("remark"), Column("content"), Column("who"), Column("at")),
    order=("report", "reference", "format"),
    located=VerdictAt,
    address=attrgetter("report", "reference", "format"),
    subject=lambda verdict: VerdictAt(verdict.report, verdict.reference, verdict.format),
    made=_verdict,
    values=attrgetter("finding", "remark", "content", "who", "at"),
    place=MorePlace(VERDICTS_NAME),
)  # fmt: skip
