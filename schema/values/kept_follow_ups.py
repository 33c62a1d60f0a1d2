"""What is kept of follow-up marks."""

from __future__ import annotations

from schema.catalogue.outline import Definitions
from schema.values.evidence import EvidenceAt
from schema.values.follow_ups import FOLLOW_UPS_NAME, FollowUp, FollowUpAt
from schema.values.kept_evidence import EVIDENCE
from schema.values.kept_form import Column, Form, Kept
from schema.values.places import MorePlace
from schema.values.subject import parts_of, quoted


def _write(at: FollowUpAt) -> str:
    """Return `followup/<subject>`."""
    return f"followup/{quoted(at.subject)}".replace("@", "%40")


def _read(text: str) -> FollowUpAt | None:
    parts = parts_of(text, 1) if text.startswith("followup/") else None
    return FollowUpAt(*parts) if parts else None


def _owner(at: FollowUpAt, definitions: Definitions) -> str:
    return EVIDENCE.form.owner(EvidenceAt(at.subject, ""), definitions)


def _follow_up(at: FollowUpAt, why: str) -> FollowUp:
    return FollowUp(at.subject, why)


FOLLOW_UPS = Kept(
    form=Form("followup", FollowUpAt, _write, _read, _write, _read, "subject.followup", _owner),
    thing=FollowUp,
    table="follow_up",
    identity=(Column("subject"),),
    columns=(Column("why"),),
    order=("subject",),
    located=FollowUpAt,
    address=lambda at: (at.subject,),
    subject=lambda follow_up: FollowUpAt(follow_up.subject),
    made=_follow_up,
    values=lambda follow_up: (follow_up.why,),
    place=MorePlace(FOLLOW_UPS_NAME),
)  # fmt: skip
