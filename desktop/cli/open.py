"""annals open: a pack becomes a small workspace, or renews the one that an earlier pack has become."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from desktop.cli.changed_entries import changed_entries
from desktop.cli.parser import file_path
from desktop.cli.request_lines import indented
from desktop.cli.speaker import Speaker
from desktop.work.department_names import department_name
from desktop.work.open_pack import Desk, OpenedPack, open_pack
from desktop.work.subject_names import SubjectNames
from desktop.work.user import said_name
from schema.catalogue.definitions import Catalogue
from schema.catalogue.outline import Definitions
from schema.grammar.reference import RecordKey
from schema.values.changes import Change
from schema.values.datapoint import Snapshot
from schema.values.kept_things import canonical
from schema.values.requests import Request
from schema.values.subject import PersonAt

_MOST = 40  # lines of what changed; all of it is in the history
_LONGEST = 60  # characters of each side of a line
_NOTHING, _WORDLESS = "∅", "…"


def add_arguments(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take the pack, and where the small workspace is or is to be."""
    parser.add_argument("pack", metavar="PACK", type=Path, help=speaker.help("pack"))
    parser.add_argument(
        "--to", required=True, metavar="WORKSPACE", type=file_path(speaker), help=speaker.help("packto")
    )


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Open it and list what changed; what was typed there stays."""
    desk = Desk(said_name(speaker.acting), speaker.program)
    opened = open_pack(arguments.pack, arguments.to, desk)
    with speaker.open(arguments.to, write=False) as workspace:
        definitions, contact = workspace.definitions, workspace.contact
    speaker.json(_document(opened, definitions.catalogue, speaker.language))
    if not speaker.as_json:
        _print(opened, arguments.to, definitions, speaker)
        speaker.say("cli.open.acting", name=said_name() or contact)
    return 0


def _document(opened: OpenedPack, catalogue: Catalogue, language: str) -> dict[str, object]:
    manifest = opened.pack.manifest
    return {
        "report": manifest.report, "department": manifest.department, "person": manifest.person,
        "number": manifest.number, "made": opened.made,
        "changed": changed_entries(opened.changes, {}, catalogue, language),
        "kept": [canonical(subject) for subject in opened.kept],
    }  # fmt: skip


def _print(opened: OpenedPack, path: Path, definitions: Definitions, speaker: Speaker) -> None:
    manifest = opened.pack.manifest
    facts = {
        "file": str(path),
        "report": manifest.report,
        "department": department_name(definitions.catalogue, manifest.department, speaker.language),
    }
    speaker.say("cli.open.made" if opened.made else "cli.open.renewed", count=str(len(opened.changes)), **facts)
    told = 0
    if not opened.made:
        told = _print_changes(opened.changes, definitions, speaker)
    requests = [change.after for change in opened.changes if isinstance(change.after, Request)]
    for request in requests:
        _print_request(request, speaker)
    if not opened.made and (more := len(opened.changes) - len(requests) - told):
        speaker.say("cli.open.more", count=str(more))
    for subject in opened.kept:
        speaker.say("cli.open.kept", subject=canonical(subject))


def _print_changes(changes: Sequence[Change], definitions: Definitions, speaker: Speaker) -> int:
    """List what changed as far as words tell it, and return how many; a request is told by its due date and words."""
    others = [change for change in changes if not isinstance(change.after, Request)]
    lines = [line for change in others if (line := _line(change, definitions, speaker))]
    for line in lines[:_MOST]:
        speaker.write(line)
    return len(lines[:_MOST])


def _line(change: Change, definitions: Definitions, speaker: Speaker) -> str:
    """Return the row of a change; empty where neither side of it has words."""
    language = speaker.language
    if isinstance(change.subject, PersonAt):
        return speaker.sentence(
            "cli.open.gone" if change.after is None else "cli.open.person", name=change.subject.name
        )
    if isinstance(change.subject, RecordKey):
        names = SubjectNames(definitions, Snapshot(), language)
        sides = [names.shown(side) for side in (change.before, change.after)]
    else:
        (entry,) = changed_entries([change], {}, definitions.catalogue, language)
        sides = [_gist(entry[side]) for side in ("before", "after")]
    told = any(side not in (_NOTHING, _WORDLESS) for side in sides)
    return f"{canonical(change.subject)}\t{' → '.join(side[:_LONGEST] for side in sides)}" if told else ""


def _gist(state: object) -> str:
    if not isinstance(state, dict):
        return _NOTHING
    words = (str(state.get(name, "")) for name in ("text", "value", "omission"))  # pyright: ignore
    return (next(filter(None, words), "") or _WORDLESS).replace("\n", " ")


def _print_request(request: Request, speaker: Speaker) -> None:
    """Say until when, with which words, and why something came back."""
    speaker.say("cli.open.due", due=request.due)
    for words in filter(None, (request.guidance, request.returned.words if request.returned else "")):
        speaker.write(f"  {indented(words)}")
    for subject, note in request.items.items():
        for words in filter(None, (note.due, note.guidance, note.returned.words if note.returned else "")):
            speaker.write(f"  {subject}: {indented(words)}")
