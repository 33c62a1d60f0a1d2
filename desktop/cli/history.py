"""annals history: who changed what and when."""

from __future__ import annotations

import argparse
import json

from desktop.cli.parser import add_text, add_workspace
from desktop.cli.speaker import Speaker
from desktop.work.names import asked_value, concerns
from schema.grammar.reference import Reference, parse_reference
from schema.values.datapoint import HistoryEntry
from schema.values.kept_things import shown_subject
from schema.values.via import read_via


def add_arguments(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take a metric to keep to."""
    add_workspace(parser, speaker)
    add_text(parser, speaker, "metric")


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Print each change, oldest first."""
    with speaker.open(arguments.workspace, write=False) as workspace:
        asked = asked_value(workspace.definitions.catalogue, arguments.metric)
        entries = [entry for entry in workspace.history(asked.code) if _is_about(entry.subject, asked)]
    if arguments.json:
        speaker.json({"history": [_entry(entry) for entry in entries]})
        return 0
    for entry in entries:
        when = entry.when.strftime("%Y-%m-%d %H:%M:%S")
        change = f"{_gist(entry.old)} → {_gist(entry.new)}"
        speaker.write(f"{entry.number}\t{when}\t{entry.who}\t{entry.subject}\t{change}\t{entry.reason}")
    return 0


def _is_about(subject: str, asked: Reference) -> bool:
    """Whether an entry is about the values that are meant; remarks of a form name theirs behind their report."""
    if not asked.code:
        return True
    at = subject.find(f"/{asked.code}") + 1 if not subject.startswith(asked.code) else 0
    reference = parse_reference(subject[at:])
    return reference is None or concerns(asked, reference.key(0))


def _gist(state: str) -> str:
    """Return the value, omission or words of a stored state."""
    if not state:
        return "∅"
    fields = _fields(state)
    if not isinstance(fields, dict):
        return state[:60]
    names = ("typed", "value", "omission", "unread", "text", "hash", "name")
    return next((str(fields[name]) for name in names if fields.get(name)), "…").replace("\n", " ")[:60]


def _fields(state: str) -> object:
    """Return what a state holds; itself where somebody else has written it."""
    try:
        return json.loads(state)
    except (ValueError, RecursionError):
        return state


def _entry(entry: HistoryEntry) -> dict[str, object]:
    via = read_via(entry.via)
    return {
        "number": entry.number,
        "when": entry.when.isoformat(),
        "who": entry.who,
        "kind": entry.kind,
        "subject": shown_subject(entry.kind, entry.subject),
        "old": _fields(entry.old) if entry.old else None,
        "new": _fields(entry.new) if entry.new else None,
        "reason": entry.reason,
        "via": via.plain() if via else None,
        "hash": entry.hash,
    }
