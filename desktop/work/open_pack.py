"""A request's pack becomes a small workspace, or renews the one that an earlier pack has become."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from desktop.work.answer_files import is_pack
from desktop.work.mail_files import is_address
from schema.atomic_file import beside, put_in_place
from schema.catalogue.compiled import from_json
from schema.catalogue.outline import Definitions
from schema.catalogue.program_words import ProgramWords
from schema.errors import AnnalsError, PackError
from schema.exchange.evidence_reader import received
from schema.exchange.oldsheets.file_kind import file_kind
from schema.exchange.packs.manifest import CONTENT, attachment_name
from schema.exchange.packs.pack import Pack, read_pack
from schema.exchange.packs.renewing import Sent, renewal
from schema.exchange.packs.request_pack import RequestContent, attachments_of, read_request
from schema.values.changes import Change, keep, thing_at
from schema.values.datapoint import Attachment, Snapshot
from schema.values.evidence import Evidence
from schema.values.kept_things import Subject
from schema.values.pack_origin import PackOrigin
from schema.values.parse import clean_text
from schema.workspace import Workspace, utc_now

_DESK_BYTES = 16


@dataclass(frozen=True, slots=True)
class Desk:
    """Whose computer it is: who acts here ("" = the pack's contact), by which clock, in which words."""

    who: str
    program: ProgramWords
    now: Callable[[], datetime] = utc_now


@dataclass(frozen=True, slots=True)
class OpenedPack:
    """What opening a pack did: the changes to what stood there, and what was left as it was typed.

    `made` says that the workspace is new.
    """

    pack: Pack
    made: bool
    changes: tuple[Change, ...]
    kept: tuple[Subject, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A request's pack that is read and understood, nothing of it stored; `mail` is the sender's address or empty."""

    pack: Pack
    content: RequestContent
    definitions: Definitions
    sent: Sent
    mail: str

    def origin(self, before: PackOrigin | None) -> PackOrigin:
        """Return where a workspace comes from that was made of this pack, or of an earlier one `before` it."""
        manifest = self.pack.manifest
        desk, answers = (before.desk, before.answers) if before else (secrets.token_hex(_DESK_BYTES), 0)
        signers = {self.sent.by: self.pack.key, **(before.signers if before else {})}
        mails = {**(before.mails if before else {}), **({self.sent.by: self.mail} if self.mail else {})}
        return PackOrigin(
            manifest.company, manifest.report, manifest.department, manifest.person, manifest.request,
            manifest.number, manifest.base, desk, answers, signers, mails,
        )  # fmt: skip


def open_pack(path: Path, target: Path, desk: Desk) -> OpenedPack:
    """Open a pack as a small workspace; an answer that was begun there is never overwritten.

    Raises PackError where the pack is not taken, AnnalsError open.other, open.older, open.key where the workspace is
    not the pack's or knows better; nothing is stored then.
    """
    reading = read_sent(path, desk.program)
    if target.exists():
        return _renew(reading, target, desk)
    with beside(target) as temporary:
        person = desk.who or reading.pack.manifest.person
        with Workspace.create(temporary, reading.definitions, person, desk.now) as workspace:
            changes, kept = _take(reading, workspace, None)
        if target.exists():  # somebody else was quicker
            return _renew(reading, target, desk)
        put_in_place(temporary, target)
    return OpenedPack(reading.pack, True, changes, kept)


def _renew(reading: Reading, target: Path, desk: Desk) -> OpenedPack:
    with Workspace.open(target, write=False, program=desk.program) as workspace:
        _need_fitting(reading, workspace.origin, target)
    person = desk.who or reading.pack.manifest.person
    with Workspace.open_briefly(target, who=person, now=desk.now, program=desk.program) as workspace:
        before = workspace.origin
        _need_fitting(reading, before, target)
        changes, kept = _take(reading, workspace, before)
    return OpenedPack(reading.pack, False, changes, kept)


def _take(
    reading: Reading, workspace: Workspace, before: PackOrigin | None
) -> tuple[tuple[Change, ...], tuple[Subject, ...]]:  # fmt: skip
    """Store what the pack brings in one transaction, and return what it changes."""
    snapshot = workspace.snapshot()
    history = workspace.history() if before else ()
    files, contents = _new_files(reading, snapshot)
    things = (
        files.get(thing.hash, thing) if isinstance(thing, Attachment) else thing for thing in reading.content.things
    )
    content = replace(reading.content, things=tuple(things))
    found = renewal(snapshot, history, content, reading.sent, contents)
    origin = replace(keep(reading.origin(before)), elsewhere=reading.sent.elsewhere)
    if before is None:
        workspace.apply((*found.changes, origin))
    else:
        workspace.keep_backup("pack")
        workspace.adopt(reading.definitions, changes=(*found.changes, origin), elsewhere=reading.sent.elsewhere)
    seen = (replace(change, before=thing_at(snapshot, change.subject)) for change in found.changes)
    return tuple(change for change in seen if change.before != change.after), found.kept


def _new_files(reading: Reading, snapshot: Snapshot) -> tuple[Mapping[str, Attachment], Mapping[str, bytes]]:
    """Return the facts and the bytes of the files that are not there yet, or not as pictures, by their hashes.

    PackError for what is not what it says, and for evidence without its file.
    """
    things, files, contents = reading.content.things, dict[str, Attachment](), dict[str, bytes]()
    for facts in attachments_of(things):
        stands = snapshot.attachments.get(facts.hash)
        if stands is None or (facts.width and not stands.width):
            contents[facts.hash] = reading.pack.attachment(facts.hash)
            known = received(facts, contents[facts.hash])
            if known is None:
                raise _unfit(reading, facts.hash, facts.name)
            files[facts.hash] = known
    there = {*snapshot.attachments, *files}
    for one in things:
        if isinstance(one, Evidence) and not one.awaited and one.hash not in there:
            raise _unfit(reading, one.hash, one.name)
    return files, contents


def _unfit(reading: Reading, sha256: str, name: str) -> PackError:
    file, member = clean_text(reading.pack.path.name), attachment_name(sha256)
    return PackError("pack.content", file=file, member=member, subject=name)


def _need_fitting(reading: Reading, origin: PackOrigin | None, target: Path) -> None:
    """Raise AnnalsError where a workspace is no share, another's, or knows a later pack or another key."""
    pack, manifest = reading.pack, reading.pack.manifest
    theirs = (manifest.company, manifest.report, manifest.department)
    if origin is None:
        raise AnnalsError("open.no_share", path=str(target), file=clean_text(pack.path.name))
    if (origin.company, origin.report, origin.department) != theirs:
        here = f"{origin.company} · {origin.report} · {origin.department}"
        raise AnnalsError("open.other", path=str(target), here=here, pack=" · ".join(map(clean_text, theirs)))
    if origin.request == manifest.request and manifest.number < origin.pack:
        raise AnnalsError("open.older", number=str(manifest.number), known=str(origin.pack))
    if origin.signers.get(reading.sent.by, pack.key) != pack.key:
        raise AnnalsError("open.key", file=clean_text(pack.path.name), person=reading.sent.by)


def read_sent(path: Path, program: ProgramWords) -> Reading:
    """Read a request's pack as far as it can be without a workspace. Raises PackError."""
    if not is_pack(path) and file_kind(path) == "book":
        raise PackError("pack.form", file=clean_text(path.name))
    pack = read_pack(path)
    content, manifest = read_request(pack), pack.manifest
    definitions = from_json(content.definitions, program)
    sender, mail, made = pack.content.get("sender"), pack.content.get("mail"), _moment(manifest.made)
    said = (manifest.company, manifest.report, manifest.department, manifest.person, manifest.request, manifest.base)
    clean = isinstance(sender, str) and all(clean_text(text) == text for text in (sender, *said))
    if not clean or not sender or made is None or manifest.report not in definitions.outlines:
        raise PackError("pack.content", file=clean_text(path.name), member=CONTENT, subject="manifest.json")
    address = mail if isinstance(mail, str) and is_address(mail) else ""
    return Reading(pack, content, definitions, Sent(manifest.number, sender, made), address)


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo == UTC else None
