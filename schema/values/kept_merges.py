"""What is kept of the answers that were merged."""

from __future__ import annotations

from collections.abc import Mapping
from operator import attrgetter
from typing import Any

from schema.values import subject as subjects
from schema.values.kept_form import Column, Form, Kept, nobody
from schema.values.merges import MERGES_NAME, Merged
from schema.values.places import MorePlace
from schema.values.requests import Step
from schema.values.subject import MergeAt

_NAMES = ("file", "sha256", "request", "report", "department", "desk", "pack", "answer", "key", "person", "by", "at")
_COUNTS = ("taken", "refused", "conflicts")
_TEXTS = attrgetter(*_NAMES)


def _decided(merged: Merged) -> dict[str, dict[str, str]]:
    undone = merged.undone
    step = {"by": undone.by, "at": undone.at, "words": undone.words} if undone else {}
    counts = {name: str(getattr(merged, name) or "") for name in _COUNTS}
    upon = {"head": merged.upon, "number": str(merged.upon_number or "")}
    named = {"renamed": dict(merged.renamed), "settled": dict(merged.settled)}
    told: dict[str, dict[str, str]] = {"undone": step, **named, "counts": counts, "upon": upon}
    told = {name: texts for name, texts in told.items() if any(texts.values())}
    return {name: {k: v for k, v in texts.items() if v} for name, texts in told.items() if texts}


def _merged(at: MergeAt, *columns: Any) -> Merged:
    *texts, decided = columns
    plain: Mapping[str, Mapping[str, str]] = decided
    step = plain.get("undone")
    undone = Step(step.get("by", ""), step.get("at", ""), step.get("words", "")) if step is not None else None
    renamed, settled = (dict(plain.get(name, {})) for name in ("renamed", "settled"))
    counts = {name: int(text) for name, text in plain.get("counts", {}).items()}
    upon = plain.get("upon", {})
    based = {"upon": upon.get("head", ""), "upon_number": int(upon.get("number", "0"))}
    return Merged(at.number, *texts, undone=undone, renamed=renamed, settled=settled, **counts, **based)


MERGES = Kept(
    form=Form(
        "merge", MergeAt, subjects.write_merge, subjects.read_merge, subjects.write_merge, subjects.read_merge,
        "subject.merge", nobody,
    ),
    thing=Merged,
    table="merge",
    identity=(Column("number", "whole"),),
    columns=(
        Column("file"), Column("sha256"), Column("request"), Column("report"), Column("department"), Column("desk"),
        Column("pack", "whole"), Column("answer", "whole"), Column("key"), Column("person"), Column("by"),
        Column("at"), Column("decided", "fields"),
    ),
    order=("number",),
    located=MergeAt,
    address=lambda at: (at.number,),
    subject=lambda merged: MergeAt(merged.number),
    made=_merged,
    values=lambda merged: (*_TEXTS(merged), _decided(merged)),
    place=MorePlace(MERGES_NAME),
    settled=lambda merged: _merged(MergeAt(merged.number), *_TEXTS(merged), _decided(merged)),
)  # fmt: skip
