"""annals open: a pack becomes a small workspace, or renews the one that an earlier pack has become."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.cli.changed_entries import changed_entries
from desktop.cli.speaker import Speaker
from desktop.work.open_pack import Desk, OpenedPack, open_pack
from desktop.work.user import said_name
from schema.catalogue.definitions import Catalogue
from schema.values.changes import Change
from schema.values.kept_things import canonical
from schema.values.requests import Request

_MOST = 40  # lines of what changed; all of it is in the history


def add_arguments(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take the pack, and where the small workspace is or is to be."""
    parser.add_argument("pack", metavar="PACK", type=Path, help=speaker.help("pack"))
    parser.add_argument("--to", required=True, metavar="WORKSPACE", type=Path, help=speaker.help("packto"))


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Open it and list what changed; what was typed there stays."""
    desk = Desk(said_name(speaker.acting), speaker.program)
    opened = open_pack(arguments.pack, arguments.to, desk)
    with speaker.open(arguments.to, write=False) as workspace:
        catalogue = workspace.definitions.catalogue
    speaker.json(_document(opened, catalogue, speaker.language))
    if not speaker.as_json:
        _print(opened, arguments.to, catalogue, speaker)
    return 0


def _document(opened: OpenedPack, catalogue: Catalogue, language: str) -> dict[str, object]:
    manifest = opened.pack.manifest
    return {
        "report": manifest.report, "department": manifest.department, "person": manifest.person,
        "number": manifest.number, "made": opened.made,
        "changed": changed_entries(opened.changes, {}, catalogue, language),
        "kept": [canonical(subject) for subject in opened.kept],
    }  # fmt: skip


def _print(opened: OpenedPack, path: Path, catalogue: Catalogue, speaker: Speaker) -> None:
    manifest = opened.pack.manifest
    facts = {"file": str(path), "report": manifest.report, "department": manifest.department}
    speaker.say("cli.open.made" if opened.made else "cli.open.renewed", count=str(len(opened.changes)), **facts)
    for change in opened.changes[:_MOST] if not opened.made else ():
        speaker.write(f"{canonical(change.subject)}\t{_change(change, catalogue, speaker.language)}")
    if not opened.made and len(opened.changes) > _MOST:
        speaker.say("cli.open.more", count=str(len(opened.changes) - _MOST))
    for subject in opened.kept:
        speaker.say("cli.open.kept", subject=canonical(subject))
    for request in (change.after for change in opened.changes if isinstance(change.after, Request)):
        _print_request(request, speaker)


def _change(change: Change, catalogue: Catalogue, language: str) -> str:
    (entry,) = changed_entries([change], {}, catalogue, language)
    return " → ".join(_gist(entry[side]) for side in ("before", "after"))


def _gist(state: object) -> str:
    if not isinstance(state, dict):
        return "∅"
    words = (str(state.get(name, "")) for name in ("text", "value", "omission"))  # pyright: ignore
    return (next(filter(None, words), "") or "…").replace("\n", " ")[:60]


def _print_request(request: Request, speaker: Speaker) -> None:
    """Say until when, with which words, and why something came back."""
    speaker.say("cli.open.due", due=request.due)
    for words in filter(None, (request.guidance, request.returned.words if request.returned else "")):
        speaker.write(f"  {words}")
    for subject, note in request.items.items():
        for words in filter(None, (note.due, note.guidance, note.returned.words if note.returned else "")):
            speaker.write(f"  {subject}: {words}")
