"""annals owners: who owns each item of a report, and other departments named as owners of many at once."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence

from desktop.cli.parser import add_dry_run, add_report, add_text, add_workspace
from desktop.cli.request_lines import department_name
from desktop.cli.speaker import Speaker
from desktop.work.moments import moment_of
from desktop.work.names import need_report
from desktop.work.owners import (
    Assignment,
    OwnedItem,
    Renamed,
    TakenBack,
    apply_owners,
    assign,
    last_owners_undone,
    owned_items,
    reassign,
)
from schema.errors import AnnalsError
from schema.moment import Moment
from schema.validation.item_words import ItemWords


def add_arguments(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take a report to keep to; whom to name for what, whom in place of whom, or that the last change is undone."""
    add_workspace(parser, speaker)
    add_report(parser, speaker)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--set", nargs="+", default=[], metavar=("DEPARTMENT", "REF"), help=speaker.help("setowner"))
    what.add_argument("--from", dest="old", default="", metavar="OLD", help=speaker.help("ownerfrom"))
    what.add_argument("--undo", action="store_true", help=speaker.help("undoowners"))
    parser.add_argument("--to", default="", metavar="NEW", help=speaker.help("ownerto"))
    add_dry_run(parser, speaker)
    add_text(parser, speaker, "reason")


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """List, or name others."""
    changes = bool(arguments.set or arguments.old or arguments.undo)
    if bool(arguments.old) != bool(arguments.to) or len(arguments.set) == 1:
        raise AnnalsError("owners.asks")
    if (not changes and (arguments.dry_run or arguments.reason)) or (arguments.undo and arguments.report):
        raise AnnalsError("owners.asks")
    return _change(arguments, speaker) if changes else _list(arguments, speaker)


def _list(arguments: argparse.Namespace, speaker: Speaker) -> int:
    with speaker.open(arguments.workspace, write=False) as workspace:
        moment = moment_of(workspace)
    need_report(moment.definitions, arguments.report)
    items, lines = owned_items(moment, arguments.report), _Lines(moment, speaker)
    speaker.json({"owners": [lines.entry(item) for item in items]})
    if not speaker.as_json:
        lines.print_all(items)
    return 0


def _change(arguments: argparse.Namespace, speaker: Speaker) -> int:
    with speaker.open(arguments.workspace, write=not arguments.dry_run) as workspace:
        moment = moment_of(workspace)
        need_report(moment.definitions, arguments.report)
        back = last_owners_undone(workspace, moment) if arguments.undo else TakenBack(_named(arguments, moment), ())
        if not arguments.dry_run:
            apply_owners(workspace, back.assignment, arguments.reason.strip() or _reason(arguments, speaker))
    lines = _Lines(Moment(back.assignment.definitions, moment.snapshot), speaker)
    speaker.json(lines.document(back, written=not arguments.dry_run))
    if not speaker.as_json:
        lines.print_change(back, written=not arguments.dry_run)
    return 1 if back.left else 0


def _named(arguments: argparse.Namespace, moment: Moment) -> Assignment:
    if arguments.set:
        department, *refs = arguments.set
        return assign(moment, department, refs, arguments.report)
    return reassign(moment, arguments.old, arguments.to, arguments.report)


def _reason(arguments: argparse.Namespace, speaker: Speaker) -> str:
    if arguments.undo:
        return speaker.sentence("owners.undo_reason")
    if arguments.old:
        return speaker.sentence("owners.from_reason", old=arguments.old, new=arguments.to)
    return speaker.sentence("owners.set_reason", department=speaker.department(arguments.set[0]))


class _Lines:
    """Items and places in lines or as JSON objects."""

    def __init__(self, moment: Moment, speaker: Speaker) -> None:
        self._moment, self._speaker = moment, speaker
        self._words = {
            code: ItemWords(outline, moment.catalogue, moment.snapshot, speaker.language)
            for code, outline in moment.definitions.outlines.items()
        }

    def entry(self, item: OwnedItem) -> dict[str, object]:
        """Return an item as a JSON object."""
        asked = item.asked
        return {
            "report": item.report, "subject": item.subject, "kind": asked.kind, "name": self._name(item),
            "section": asked.section, "owner": item.owned.department, "level": item.owned.level, "place": item.place,
        }  # fmt: skip

    def document(self, back: TakenBack, *, written: bool) -> dict[str, object]:
        """Return what a change brings as the JSON document."""
        moved = [{**self.entry(one.item), "before": one.before, "along": one.along} for one in back.assignment.moved]
        return {"written": written, "places": _places(back.assignment.places), "items": moved,
                "left": _places(back.left)}  # fmt: skip

    def print_all(self, items: Sequence[OwnedItem]) -> None:
        """Print the items of each report by their owners, what nobody owns last."""
        for report in dict.fromkeys(item.report for item in items):
            groups: dict[str, list[OwnedItem]] = {}
            for item in items:
                if item.report == report:
                    groups.setdefault(item.owned.department, []).append(item)
            for department in sorted(groups, key=lambda code: (not code, code)):
                self._print_group(report, department, groups[department])

    def _print_group(self, report: str, department: str, items: Sequence[OwnedItem]) -> None:
        self._speaker.say(
            "cli.owners.group" if department else "cli.owners.nobody",
            report=report, department=self._department(department), count=str(len(items)),
        )  # fmt: skip
        for item in items:
            level = self._speaker.sentence(f"cli.owners.level.{item.owned.level}") if item.owned.level else ""
            self._speaker.write("\t".join(filter(None, (f"  {item.subject}", self._name(item), level))))

    def print_change(self, back: TakenBack, *, written: bool) -> None:
        """Print what is named otherwise, whom each item belongs to then, and what was left."""
        change, say = back.assignment, self._speaker.say
        if not change.places:
            say("cli.owners.same")
        else:
            counts = {"places": str(len(change.places)), "items": str(len(change.moved))}
            say("cli.owners.done" if written else "cli.owners.would", **counts)
        for one in change.moved:
            names = f"{self._department(one.before)} → {self._department(one.item.owned.department)}"
            along = self._speaker.sentence("cli.owners.along") if one.along else ""
            cells = (f"  {one.item.report}", one.item.subject, self._name(one.item), names, along)
            self._speaker.write("\t".join(filter(None, cells)))
        if back.left:
            say("cli.owners.left", count=str(len(back.left)))
            for place in back.left:
                self._speaker.write(f"  {place.place}")

    def _name(self, item: OwnedItem) -> str:
        return self._words[item.report].name(item.asked.at)

    def _department(self, code: str) -> str:
        return department_name(self._moment, code, self._speaker) if code else "—"


def _places(places: Sequence[Renamed]) -> list[Mapping[str, str]]:
    return [{"place": one.place, "before": one.before, "after": one.after} for one in places]
