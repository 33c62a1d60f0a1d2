"""annals next: next year's report begins with last year's structure."""

from __future__ import annotations

import argparse

from desktop.cli.issue_lines import warn_of
from desktop.cli.parser import add_dry_run, add_workspace
from desktop.cli.speaker import Speaker
from desktop.work.next_year import begin, counts, lines
from schema.catalogue.definitions import Catalogue
from schema.errors import NextRefused
from schema.exchange.next_year import NextReport, next_report
from schema.grammar.words import LANGUAGES


def add_arguments(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take last year's report and next year's code."""
    add_workspace(parser, speaker)
    parser.add_argument("--from", dest="source", required=True, help=speaker.help("from"))
    parser.add_argument("--to", dest="target", required=True, help=speaker.help("target"))
    add_dry_run(parser, speaker)


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Roll a report forward, or say what would be."""
    with speaker.open(arguments.workspace, write=not arguments.dry_run) as workspace:
        definitions = workspace.definitions
        try:
            report = next_report(definitions, workspace.snapshot(), arguments.source, arguments.target)
        except NextRefused as error:
            warn_of(error.issues, definitions.catalogue, speaker)
            raise
        if not arguments.dry_run:
            begin(workspace, report)
    if arguments.json:
        speaker.json(_entry(report, definitions.catalogue, dry_run=arguments.dry_run))
    else:
        _print(report, definitions.catalogue, speaker, dry_run=arguments.dry_run)
    return 0


def _print(report: NextReport, catalogue: Catalogue, speaker: Speaker, *, dry_run: bool) -> None:
    outline = report.outline
    head = {"report": outline.code, "title": outline.title.best(speaker.language), "year": str(outline.year)}
    speaker.say("cli.next.would" if dry_run else "cli.next.begun", **head, source=outline.rolled_from)
    for line in lines(report, catalogue, speaker.messages, speaker.language):
        speaker.write(line)


def _entry(report: NextReport, catalogue: Catalogue, *, dry_run: bool) -> dict[str, object]:
    outline = report.outline
    return {
        "report": outline.code,
        "from": outline.rolled_from,
        "year": outline.year,
        "title": {language: outline.title.get(language) for language in LANGUAGES},
        "written": not dry_run,
        **counts(report, catalogue),
        "stories_left": report.stories,
        "records_left": dict(report.left),
        "naming_last_year": list(report.dated),
    }
