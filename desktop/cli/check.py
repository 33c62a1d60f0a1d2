"""annals check: all issues."""

from __future__ import annotations

import argparse

from desktop.cli.issue_lines import has_error, issue_entry, print_issues
from desktop.cli.parser import add_json, add_report, add_workspace
from desktop.cli.speaker import Speaker
from desktop.work.moments import moment_of
from desktop.work.names import need_report


def add_arguments(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take a report to keep to."""
    add_workspace(parser, speaker)
    add_report(parser, speaker)
    add_json(parser, speaker)


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Print all issues; 1 where one is an error."""
    with speaker.open(arguments.workspace, write=False) as workspace:
        moment = moment_of(workspace)
    need_report(moment.definitions, arguments.report)
    issues = moment.issues(arguments.report)
    if arguments.json:
        speaker.json({"issues": [issue_entry(issue, moment.catalogue, speaker) for issue in issues]})
    else:
        print_issues(issues, moment.catalogue, speaker)
    return has_error(issues)
