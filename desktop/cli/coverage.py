"""annals coverage: per framework what a report answers, explains and leaves open."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from desktop.cli.parser import add_json, add_report, add_workspace
from desktop.cli.speaker import Speaker
from desktop.work.moments import moment_of
from desktop.work.names import need_report
from schema.moment import Moment
from schema.validation.coverage import Coverage


def add_arguments(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take the report."""
    add_workspace(parser, speaker)
    add_report(parser, speaker, required=True)
    add_json(parser, speaker)


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Print the counts of every framework, and each disclosure of those that the report has an index of."""
    report: str = arguments.report
    with speaker.open(arguments.workspace, write=False) as workspace:
        moment = moment_of(workspace)
    need_report(moment.definitions, report)
    covered = {code: moment.coverage(report, code) for code in moment.catalogue.frameworks}
    if arguments.json:
        speaker.json({"coverage": [_entry(moment, code, rows, speaker) for code, rows in covered.items()]})
        return 0
    for code, rows in covered.items():
        speaker.say("cli.coverage", framework=_name(moment, code, speaker), **_counts(rows))
        if code in moment.outline(report).frameworks:
            _print_rows(rows, speaker)
    return 0


def _print_rows(rows: Sequence[Coverage], speaker: Speaker) -> None:
    for row in rows:
        state = speaker.sentence(f"cli.coverage.{row.state}")
        speaker.write(f"  [{state}]\t{row.disclosure.printed}\t{row.disclosure.title.best(speaker.language)}")


def _name(moment: Moment, framework: str, speaker: Speaker) -> str:
    return moment.catalogue.frameworks[framework].name.best(speaker.language)


def _counts(rows: Sequence[Coverage]) -> dict[str, str]:
    return {state: str(sum(row.state == state for row in rows)) for state in ("answered", "explained", "open")}


def _entry(moment: Moment, framework: str, rows: Sequence[Coverage], speaker: Speaker) -> dict[str, object]:
    return {
        "framework": framework,
        "name": _name(moment, framework, speaker),
        **{state: int(count) for state, count in _counts(rows).items()},
        "disclosures": [_disclosure(row, speaker.language) for row in rows],
    }


def _disclosure(row: Coverage, language: str) -> dict[str, object]:
    return {
        "code": row.disclosure.code,
        "printed": row.disclosure.printed,
        "title": row.disclosure.title.best(language),
        "state": row.state,
        "metrics": list(row.metrics),
        "sections": list(row.sections),
        "reason": row.reason.best(language),
    }
