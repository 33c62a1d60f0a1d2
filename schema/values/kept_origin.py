"""What a small workspace keeps of the pack that it was made from."""

from __future__ import annotations

from operator import attrgetter
from typing import Any

from schema.values import subject as subjects
from schema.values.kept_form import Column, Form, Kept, nobody
from schema.values.pack_origin import ORIGINS_NAME, PackOrigin
from schema.values.places import MorePlace
from schema.values.subject import PackOriginAt

_VALUES = ("company", "person", "request", "pack", "base", "desk", "answers")
_plain = attrgetter(*_VALUES)


def _origin(at: PackOriginAt, *columns: Any) -> PackOrigin:
    *plain, signers = columns
    keys = {name: signer["key"] for name, signer in signers.items() if "key" in signer}
    mails = {name: signer["mail"] for name, signer in signers.items() if "mail" in signer}
    named = dict(zip(_VALUES, plain, strict=True))
    return PackOrigin(report=at.report, department=at.department, **named, signers=keys, mails=mails)


def _columns(origin: PackOrigin) -> tuple[Any, ...]:
    signers = {name: {"key": key} for name, key in origin.signers.items()}
    for name, mail in origin.mails.items():
        signers.setdefault(name, {})["mail"] = mail
    return (*_plain(origin), signers)


PACK_ORIGINS = Kept(
    form=Form(
        "origin", PackOriginAt, subjects.write_origin, subjects.read_origin, subjects.write_origin,
        subjects.read_origin, "subject.origin", nobody,
    ),
    thing=PackOrigin,
    table="pack_origin",
    identity=(Column("report"), Column("department")),
    columns=(
        Column("company"), Column("person"), Column("request"), Column("pack", "whole"), Column("base"),
        Column("desk"), Column("answers", "whole"), Column("signers", "fields"),
    ),
    order=("report", "department"),
    located=PackOriginAt,
    address=attrgetter("report", "department"),
    subject=lambda origin: PackOriginAt(origin.report, origin.department),
    made=_origin,
    values=_columns,
    place=MorePlace(ORIGINS_NAME),
)  # fmt: skip
