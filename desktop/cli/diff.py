"""annals diff: what is different between two freezes, one and now, or a copy of the workspace elsewhere."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.cli.changed_entries import thing_state, words_state
from desktop.cli.parser import add_report, add_workspace
from desktop.cli.speaker import Speaker
from desktop.cli.written_files import print_written
from desktop.work.difference_words import DifferenceWords, Told, paragraphs
from desktop.work.differences import NOW, Changed, Wanted, compare
from desktop.work.export import Written
from schema.exchange.net_changes import CHANGE_KINDS, NetChange
from schema.values.datapoint import DataPoint, PublishedValue
from schema.values.kept_things import Thing
from schema.workspace import Workspace


def add_arguments(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take the two states, a report to keep to, and where a workbook goes."""
    add_workspace(parser, speaker)
    parser.add_argument("first", metavar="A", help=speaker.help("difffirst"))
    parser.add_argument("second", metavar="B", nargs="?", default=NOW, help=speaker.help("diffsecond"))
    add_report(parser, speaker)
    parser.add_argument("--excel", type=Path, metavar="FILE", help=speaker.help("diffexcel"))


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Compare, and tell each change with who made it last and why."""

    def opened(path: Path) -> Workspace:
        return speaker.open(path, write=False)

    with speaker.open(arguments.workspace, write=False) as workspace:
        wanted = Wanted(arguments.first, arguments.second, arguments.report)
        found = compare(workspace, wanted, opened)
        words = DifferenceWords(found, workspace.snapshot(), speaker.language)
    told = [(changed, words.told(changed)) for changed in found.changes]
    speaker.json({"changes": [_entry(changed, one, words) for changed, one in told]})
    if arguments.excel:
        written = _write(arguments.excel, words, [one for _, one in told])
        print_written([written], speaker)
    elif not speaker.as_json:
        _print(words, [one for _, one in told], speaker)
    return 0


def _entry(changed: Changed, told: Told, words: DifferenceWords) -> dict[str, object]:
    what = changed.what
    if isinstance(what, NetChange):
        before, after = (_state(thing, words) for thing in (what.before, what.after))
    else:
        before, after = words_state(told.before), words_state(told.after)
    return {
        "subject": told.subject, "kind": told.kind, "name": told.name, "before": before, "after": after,
        "who": told.who, "at": told.at or None, "reason": told.reason,
    }  # fmt: skip


def _state(thing: Thing | None, words: DifferenceWords) -> object:
    if thing is None:
        return None
    if isinstance(thing, DataPoint | PublishedValue):
        return thing_state(thing, words.comparison.after.definitions.catalogue, words.language)
    return words_state(words.thing(thing))


def _write(path: Path, words: DifferenceWords, told: list[Told]) -> Written:
    from desktop.work.difference_book import write_difference_book  # deferred: help needs no lxml

    return Written(write_difference_book(path, words, told), path)


def _print(words: DifferenceWords, told: list[Told], speaker: Speaker) -> None:
    if not told:
        speaker.say("cli.no_difference")
    for kind in CHANGE_KINDS:
        own = [one for one in told if one.kind == kind]
        if own:
            speaker.write(f"{words.kind(kind)} ({len(own)})")
        for one in own:
            name = one.subject if one.name == one.subject else f"{one.name}\t{one.subject}"
            speaker.write(f"  {name}")
            for line in _lines(one):
                speaker.write(f"    {line}")
            if one.who:
                at = one.at[:16].replace("T", " ")
                speaker.write("    " + " · ".join(filter(None, (one.who, at, one.reason))))


def _lines(told: Told) -> list[str]:
    """Return a change on one line where it is short; else paragraph by paragraph, what did not change folded."""
    if told.kind not in ("text", "record", "definition") or "\n" not in told.before + told.after:
        return [f"{told.before or '∅'} → {told.after or '∅'}"]
    marked = paragraphs(told.before, told.after)
    return [f"… ({line})" if mark == "…" else f"{mark or ' '} {line}" for mark, line in marked]
