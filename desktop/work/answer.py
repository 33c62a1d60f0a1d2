"""A small workspace answers: what was done in it becomes the pack that goes back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from desktop.work.moments import moment_of
from desktop.work.requests import Act
from schema.errors import AnnalsError
from schema.exchange.answering import offers_of, without_idle_files
from schema.exchange.answers import Offer
from schema.exchange.meanings import meanings
from schema.exchange.packs.answer_pack import AnswerFacts, answer_content
from schema.exchange.packs.manifest import SUFFIX, Manifest
from schema.exchange.packs.pack import pack_bytes
from schema.exchange.packs.signing import Signer
from schema.moment import Moment
from schema.validation.issue import ListAt
from schema.validation.shares import Share
from schema.values.changes import keep
from schema.values.datapoint import HistoryEntry
from schema.values.kept_requests import REQUESTS, given_persons
from schema.values.kept_things import Subject
from schema.values.pack_origin import PackOrigin, origin_of
from schema.values.passing import Passing, Persons
from schema.values.record_places import rows_by_block
from schema.values.requests import Step
from schema.values.subject import AttachmentAt
from schema.values.via import read_via
from schema.workspace import Workspace

_MOST_BYTES = 190_000_000  # of files: a pack is read up to 200 MB


@dataclass(frozen=True, slots=True)
class AnswerMade:
    """A pack that goes back, under its file's name; one of a share that is not handed in is `partial`."""

    name: str
    content: bytes
    number: int
    items: int
    partial: bool


def make_answer(workspace: Workspace, act: Act, signer: Signer) -> AnswerMade:
    """Return the pack that goes back, and count it. AnnalsError answer.no_origin where it is no small workspace."""
    moment = moment_of(workspace)
    origin = origin_of(moment.snapshot)
    if origin is None:
        raise AnnalsError("answer.no_origin")
    history = workspace.history()
    share = moment.shares(origin.report)[origin.department]
    offers = offers_of(history, {*_answered(moment, share)})
    submitted = _submitted(share)
    facts = AnswerFacts(
        origin.desk, origin.pack, origin.base, submitted,
        meanings((offer.subject for offer in offers), moment.catalogue), _passed(share, history),
    )  # fmt: skip
    offers = without_idle_files(offers, moment.snapshot)
    files = _files(workspace, moment, offers)
    number = origin.answers + 1
    manifest = _manifest(replace(origin, answers=number), act, history[-1].hash)
    content = pack_bytes(manifest, answer_content(facts, offers), files, signer)
    workspace.apply([keep(replace(origin, answers=number))])
    return AnswerMade(answer_name(origin), content, number, len(offers), submitted is None)


def answer_name(origin: PackOrigin) -> str:
    """Return what the file of an answer is called."""
    return f"{origin.report}-{origin.department}.answer{SUFFIX}"


def _files(workspace: Workspace, moment: Moment, offers: tuple[Offer, ...]) -> dict[str, bytes]:
    """Read the files that go along. AnnalsError answer.too_large where they are more than a pack is read with."""
    names = [at.hash for offer in offers if isinstance(at := offer.subject, AttachmentAt)]
    size = sum(moment.snapshot.attachments[name].size for name in names)
    if size > _MOST_BYTES:
        shown, limit = (f"{count / 1_000_000:,.0f}" for count in (size, _MOST_BYTES))
        raise AnnalsError("answer.too_large", size=shown, limit=limit)
    return {name: workspace.attachment(name) for name in names}


def _submitted(share: Share) -> Step | None:
    """Return how a share was handed in; None where it is not, or was returned since."""
    handed_in = share.state in ("submitted", "approved")
    return share.request.submitted if share.request and handed_in else None


def _passed(share: Share, history: Iterable[HistoryEntry]) -> Passing | None:
    """Return to whom the share was passed on here since a pack last said it; None where to nobody else."""
    base: Persons = {}
    for entry in history:
        if entry.kind == REQUESTS.form.kind and (via := read_via(entry.via)) is not None and not via.is_own:
            base = given_persons(entry.new)
    now = share.request.persons if share.request else {}
    return None if now == base else Passing(base, now)


def _manifest(origin: PackOrigin, act: Act, head: str) -> Manifest:
    return Manifest(
        kind="answer", company=origin.company, report=origin.report, department=origin.department, person=act.who,
        number=origin.answers, request=origin.request, made=act.at, base=head, members={},
    )  # fmt: skip


def _answered(moment: Moment, share: Share) -> Iterator[Subject]:
    """Yield what stands at the items of a share that are answered or omitted."""
    rows = rows_by_block(moment.outline(share.report), moment.snapshot)
    for item in share.items:
        if item.filled == "open":
            continue
        if isinstance(item.at, ListAt):
            yield from (record.key for record in rows.get(item.at.block, ()))
        else:
            yield item.at
