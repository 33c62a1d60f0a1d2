"""annals check: what is open, a line for each cause."""

from __future__ import annotations

import argparse

from desktop.cli.issue_lines import (
    cause_entry,
    has_error,
    issue_entry,
    print_issues,
    print_worklist,
    print_worklists,
)
from desktop.cli.parser import add_report, add_workspace
from desktop.cli.speaker import Speaker
from desktop.work.moments import moment_of
from desktop.work.names import need_report
from schema.catalogue.definitions import Catalogue
from schema.moment import Moment
from schema.validation.answers import Answer


def add_arguments(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take a report to keep to."""
    add_workspace(parser, speaker)
    add_report(parser, speaker)
    parser.add_argument("--all", action="store_true", help=speaker.help("everyissue"))


def _reports(moment: Moment, report: str) -> tuple[str, ...]:
    return (report,) if report else tuple(moment.definitions.outlines)


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Print all issues; 1 where one is an error."""
    with speaker.open(arguments.workspace, write=False) as workspace:
        moment = moment_of(workspace)
    need_report(moment.definitions, arguments.report)
    issues, answered = moment.issues(arguments.report), moment.answered(arguments.report)
    if arguments.json:
        listed = [item for report in _reports(moment, arguments.report) for item in moment.worklist(report)]
        entries = {"issues": issues, "worklist": listed}
        rows = {name: [issue_entry(i, moment.catalogue, speaker) for i in row] for name, row in entries.items()}
        looked_at = [a for report in _reports(moment, arguments.report) for a in moment.looked_at(report)]
        given = [_answer_entry(answer, moment.catalogue, speaker) for answer in (*answered, *looked_at)]
        lines = [cause_entry(cause, moment.catalogue, speaker) for cause in moment.causes(arguments.report)]
        speaker.json({**rows, "causes": lines, "answered": given})
    else:
        print_issues(issues, moment.catalogue, speaker, every=arguments.all)
        if answered:
            speaker.say("cli.answered", count=str(len(answered)))
        show = print_worklist if arguments.all else print_worklists
        for report in _reports(moment, arguments.report):
            show(moment, report, speaker)
    return has_error(issues)


def _answer_entry(answer: Answer, catalogue: Catalogue, speaker: Speaker) -> dict[str, object]:
    given = {"reason": answer.reason, "who": answer.who, "at": answer.at}
    return {**issue_entry(answer.issue, catalogue, speaker), **given}
