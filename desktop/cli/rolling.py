"""The command next: next year's report begins with last year's structure."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from desktop.cli.speaking import Speaker
from desktop.work.next_year import counts, lines
from schema.catalogue.outline import Definitions, Outline
from schema.errors import NextRefused
from schema.exchange.next_year import NextReport, next_report
from schema.validation.issue import Issue


def begin_next(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Roll a report forward, or say what would be."""
    with speaker.open(arguments.workspace, write=not arguments.dry_run) as workspace:
        definitions = workspace.definitions
        try:
            found = next_report(definitions, workspace.snapshot(), arguments.source, arguments.target)
        except NextRefused as error:
            _tell_refused(error, definitions, speaker)
            return 2
        if not arguments.dry_run:
            reason = f"next {arguments.source} → {arguments.target}"
            workspace.adopt(found.within(definitions), reason, found.changes)
    if arguments.json:
        speaker.json(_entry(found, definitions, dry_run=arguments.dry_run))
    else:
        _tell(found, definitions, speaker, dry_run=arguments.dry_run)
    return 0


def _tell_refused(error: NextRefused, definitions: Definitions, speaker: Speaker) -> None:
    from schema.validation.messages import message

    for issue in error.issues:
        if isinstance(issue, Issue):
            print(message(issue, definitions.catalogue, speaker.language), file=speaker.err)
    print(speaker.trouble(error), file=speaker.err)


def _tell(found: NextReport, definitions: Definitions, speaker: Speaker, *, dry_run: bool) -> None:
    outline: Outline = found.outline
    head = {"report": outline.code, "title": outline.title.best(speaker.language), "year": str(outline.year)}
    speaker.say("cli.next.would" if dry_run else "cli.next.begun", **head, source=outline.rolled_from)
    for line in lines(found, definitions.catalogue, speaker.messages, speaker.language):
        speaker.write(line)


def _entry(found: NextReport, definitions: Definitions, *, dry_run: bool) -> dict[str, object]:
    outline = found.outline
    return {
        "report": outline.code,
        "from": outline.rolled_from,
        "year": outline.year,
        "title": {n: outline.title.get(n) for n in ("zh-Hans", "zh-Hant", "en")},
        "written": not dry_run,
        **counts(found, definitions.catalogue),
        "stories_left": found.stories,
        "records_left": dict(found.left),
        "naming_last_year": list(found.dated),
    }


COMMANDS: dict[str, Callable[[argparse.Namespace, Speaker], int]] = {"next": begin_next}
