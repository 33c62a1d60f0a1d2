"""What a small workspace has to answer, as its history tells it: each item from the pack's state on."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from schema.exchange.answers import Offer, OfferStep
from schema.grammar.reference import Key, RecordKey
from schema.values.datapoint import HistoryEntry, Record, SlotText, Snapshot
from schema.values.evidence import EvidenceAt, all_evidence
from schema.values.follow_ups import FollowUpAt
from schema.values.kept_things import Subject, Thing, kept_at, kept_of_kind
from schema.values.questions import QuestionAt
from schema.values.subject import AttachmentAt, RemarkAt, RestatementAt, TextAt
from schema.values.via import read_via

# What a department answers with.
ANSWERS = (Key, TextAt, RecordKey, RestatementAt, RemarkAt, AttachmentAt, EvidenceAt, QuestionAt, FollowUpAt)


def offers_of(entries: Iterable[HistoryEntry], answered: Collection[Subject]) -> tuple[Offer, ...]:
    """Return what was done since the newest pack touched each subject, and what is answered by what the pack brought.

    A subject that is back where it began is offered, too: an earlier answer may have told otherwise.
    """
    bases: dict[Subject, str] = {}
    steps: dict[Subject, list[OfferStep]] = {}
    for entry in entries:
        kept = kept_of_kind(entry.kind)
        if kept is None or kept.form.type not in ANSWERS:
            continue
        subject = kept.form.restored(entry.subject)
        via = read_via(entry.via)
        if via is not None and not via.is_own:
            bases[subject] = entry.new
            steps.pop(subject, None)
        else:
            thing = kept.thing_of(subject, entry.new)
            steps.setdefault(subject, []).append(OfferStep(entry.who, entry.when, entry.reason, thing))
    offered = (subject for subject in {**bases, **steps} if subject in steps or subject in answered)
    return tuple(_offer(subject, bases.get(subject, ""), steps.get(subject, [])) for subject in offered)


def without_idle_files(offers: Iterable[Offer], snapshot: Snapshot) -> tuple[Offer, ...]:
    """Return the offers without the files that nothing names any more: what was attached by mistake stays at home."""
    offered = tuple(offers)
    named = {one.hash for one in all_evidence(snapshot).values()}
    for offer in offered:
        for step in offer.steps:
            named.update(_files_in(step.after))
    return tuple(offer for offer in offered if not isinstance(at := offer.subject, AttachmentAt) or at.hash in named)


def _files_in(thing: Thing | None) -> Iterable[str]:
    """Return what may be the hash of a picture."""
    match thing:
        case SlotText(language=""):
            return (thing.text,)
        case Record():
            return (field.typed for field in thing.fields.values())
        case _:
            return ()


def _offer(subject: Subject, base: str, steps: Iterable[OfferStep]) -> Offer:
    return Offer(subject, kept_at(subject).thing_of(subject, base), tuple(steps))
