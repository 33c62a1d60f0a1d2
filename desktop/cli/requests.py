"""annals requests: what departments are asked for, and how that stands."""

from __future__ import annotations

import argparse

from desktop.cli.parser import add_report, add_workspace
from desktop.cli.request_lines import print_shares, requests_document
from desktop.cli.speaker import Speaker
from desktop.work.moments import moment_of
from desktop.work.names import need_report


def add_arguments(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take a report to keep to."""
    add_workspace(parser, speaker)
    add_report(parser, speaker)


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Print each request with its state and counts, then what nobody is asked for."""
    with speaker.open(arguments.workspace, write=False) as workspace:
        moment = moment_of(workspace)
    need_report(moment.definitions, arguments.report)
    speaker.json(requests_document(moment, arguments.report, speaker.today))
    if not speaker.as_json:
        print_shares(moment, arguments.report, speaker)
    return 0
