"""annals backups: the automatic backups of a workspace."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.cli.parser import add_workspace
from desktop.cli.speaker import Speaker
from schema.errors import WorkspaceError
from schema.grammar.times import stamp
from schema.place import place_of
from schema.values.kept_backup import MOST_BYTES


def add_arguments(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take the workspace, which need not be there any more."""
    add_workspace(parser, speaker)


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Print each backup, newest first. WorkspaceError workspace.missing where there is neither file nor backup."""
    location, backups = arguments.workspace, place_of(arguments.workspace).backups()
    if not backups and isinstance(location, Path) and not location.exists():
        raise WorkspaceError("workspace.missing", path=str(location))
    for backup in backups:
        at, why = f"{backup.at.astimezone():%Y-%m-%d %H:%M}", speaker.sentence(f"backup.{backup.why}")
        facts = {"number": str(backup.number), "size": _megabytes(backup.size), "path": str(backup.path)}
        speaker.say("cli.kept_backup", at=at, why=why, **facts)
    if backups:
        total = _megabytes(sum(backup.size for backup in backups))
        speaker.say("cli.kept_backups", count=str(len(backups)), size=total, most=_megabytes(MOST_BYTES))
    elif isinstance(location, Path):
        speaker.say("cli.no_backups")
    else:
        speaker.say("cli.backups_server", file=str(location))
    told = [
        {
            "number": backup.number, "at": stamp(backup.at), "why": backup.why, "path": str(backup.path.absolute()),
            "size": backup.size, "head": backup.head,
        } for backup in backups
    ]  # fmt: skip
    speaker.json({"backups": told})
    return 0


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f}"
