"""annals unlock: who holds a workspace, and taking the lock away after a yes."""

from __future__ import annotations

import argparse
import sys
from datetime import datetime

from desktop.cli.parser import add_workspace
from desktop.cli.speaker import Speaker
from schema.errors import AnnalsError
from schema.grammar.times import stamp
from schema.place import place_of
from schema.values.holder import Holder
from schema.values.parse import clean_text


def add_arguments(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take the yes."""
    add_workspace(parser, speaker)
    parser.add_argument("--yes", action="store_true", help=speaker.help("unlockyes"))


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Say who holds the workspace; with a yes take the lock away. AnnalsError cli.unlock_yes without one."""
    place = place_of(arguments.workspace)
    holder = place.holder()
    if holder is None:
        speaker.say("cli.unlocked_already", file=str(arguments.workspace))
        speaker.json({"holder": None, "unlocked": False})
        return 0
    speaker.write(_told(holder, speaker))
    if not arguments.yes and not _said_yes(speaker):
        raise AnnalsError("cli.unlock_yes", told=_told(holder, speaker) if speaker.as_json else "")
    place.unlock()
    speaker.say("cli.unlocked_running" if holder.alive else "cli.unlocked", file=str(arguments.workspace))
    speaker.json({"holder": _entry(holder), "unlocked": True})
    return 0


def _told(holder: Holder, speaker: Speaker) -> str:
    if holder.since is None:
        return speaker.sentence("cli.held_unreadable", lock=str(holder.lock), seen=_minute(holder.seen))
    user, host = clean_text(holder.user), clean_text(holder.host)
    since, seen = _minute(holder.since), _minute(holder.seen)
    return speaker.sentence("cli.held", user=user, host=host, since=since, seen=seen, lock=str(holder.lock))


def _said_yes(speaker: Speaker) -> bool:
    """Ask where somebody sits at a terminal."""
    if speaker.as_json or not sys.stdin.isatty():
        return False
    speaker.say("cli.unlock_ask")
    return sys.stdin.readline().strip().casefold() in ("y", "yes", "是")


def _minute(moment: datetime) -> str:
    return f"{moment.astimezone():%Y-%m-%d %H:%M}"


def _entry(holder: Holder) -> dict[str, object]:
    since = None if holder.since is None else stamp(holder.since)
    return {
        "host": holder.host, "user": holder.user, "since": since, "seen": stamp(holder.seen), "alive": holder.alive,
        "lock": str(holder.lock),
    }  # fmt: skip
