"""annals catalogue update: what a newer built-in catalogue brings, told, taken in, and taken back."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop.cli.speaker import Speaker
from desktop.work.catalogue_update import Choice, apply_update, prepare, sources, undo_update
from schema.catalogue.built_in import load_built_in
from schema.errors import AnnalsError

if TYPE_CHECKING:
    from schema.exchange.catalogue_update.difference import Difference
    from schema.exchange.catalogue_update.update import Update

_LONGEST = 80  # characters of a value in a line


def run_update(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Tell what comes in and what is asked, and put it in force unless that is only tried; or take it back."""
    choice = Choice(arguments.take or "", tuple(arguments.names))
    if (choice.names and not choice.side) or (arguments.undo and (choice.side or arguments.dry_run)):
        raise AnnalsError("catalogue.asks_update")
    return _undo(arguments, speaker) if arguments.undo else _update(arguments, choice, speaker)


def _update(arguments: argparse.Namespace, choice: Choice, speaker: Speaker) -> int:
    built_in = load_built_in(speaker.resources, speaker.program)
    with speaker.open(arguments.workspace, write=not arguments.dry_run) as workspace:
        merged = sources(workspace, built_in, speaker.resources)
        update, drifted = prepare(merged, choice), merged.ours.drifted
        if not arguments.dry_run:
            reason = arguments.reason.strip() or speaker.sentence("catalogue.update_reason")
            apply_update(workspace, update, built_in, reason)
    newly = sorted(update.definitions.drifted.keys() - drifted.keys())
    if arguments.json:
        _json(update, newly, speaker, known=merged.base is not None, written=not arguments.dry_run)
        return 0
    if merged.base is None:
        speaker.say("cli.update.unknown")
    _say(update, speaker, dry_run=arguments.dry_run)
    if newly:
        speaker.say("cli.catalogue_drifted", count=str(len(newly)), list=", ".join(newly))
    return 0


def _undo(arguments: argparse.Namespace, speaker: Speaker) -> int:
    with speaker.open(arguments.workspace, write=True) as workspace:
        left = undo_update(workspace, arguments.reason.strip() or speaker.sentence("catalogue.undo_reason"))
    if arguments.json:
        speaker.json({"undone": True, "left": [_entry(one, taken=False) for one in left]})
    else:
        speaker.say("cli.update.undone")
        if left:
            speaker.say("cli.update.left", count=str(len(left)))
        _lines(left, speaker)
    return 1 if left else 0


def _say(update: Update, speaker: Speaker, *, dry_run: bool) -> None:
    taken, stay = update.taken, [one for one in update.differences if one not in update.taken]
    if not update.differences:
        speaker.say("cli.update.same")
        return
    speaker.say("cli.update.would" if dry_run else "cli.update.done", count=str(len(taken)))
    for sheet in dict.fromkeys(one.sheet for one in taken):
        counts = Counter(one.kind if one.comes else "changed" for one in taken if one.sheet == sheet)
        many = {kind: str(counts[kind]) for kind in ("added", "removed", "changed")}
        speaker.say("cli.catalogue_counts", what=speaker.sentence(f"catalogue.list.{sheet}"), **many)
    if dry_run:
        _lines(taken, speaker)
    if stay:
        speaker.say("cli.update.stay", count=str(len(stay)))
        _lines(stay, speaker)


def _lines(found: Sequence[Difference], speaker: Speaker) -> None:
    language = speaker.language
    for one in found:
        values = " → ".join(_short(text) for text in (one.now(language), one.new(language))) if one.parts else ""
        kind = speaker.sentence(f"catalogue.difference.{one.kind}")
        speaker.write("\t".join(filter(None, (kind, one.place, one.name.best(language), values))))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return (line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…") or "∅"


def _json(update: Update, drifted: Sequence[str], speaker: Speaker, *, known: bool, written: bool) -> None:
    entries = [_entry(one, taken=one in update.taken) for one in update.differences]
    speaker.json({"known": known, "written": written, "differences": entries, "drifted": list(drifted)})


def _entry(difference: Difference, *, taken: bool) -> dict[str, object]:
    fields = [{"field": part.field, "now": list(part.now), "new": list(part.new)} for part in difference.parts]
    return {"place": difference.place, "kind": difference.kind, "taken": taken, "fields": fields}
