"""annals review: what departments have handed in and nobody has answered yet, with all that a reviewer looks at."""

from __future__ import annotations

import argparse

from desktop.cli.parser import add_report, add_text, add_workspace
from desktop.cli.request_lines import asked_reports
from desktop.cli.speaker import Speaker
from desktop.work.moments import moment_of
from desktop.work.names import need_report
from desktop.work.people import need_department


def add_arguments(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take a report and a department to keep to."""
    add_workspace(parser, speaker)
    add_report(parser, speaker)
    add_text(parser, speaker, "department")


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Print each item that waits for an answer."""
    from desktop.cli.review_lines import print_review, review_entry  # deferred: it lays texts beside each other
    from desktop.work.review import reviews
    from desktop.work.review_past import Past
    from desktop.work.review_words import ReviewWords

    with speaker.open(arguments.workspace, write=False) as workspace:
        moment, entries = moment_of(workspace), workspace.history()
    need_report(moment.definitions, arguments.report)
    department = need_department(arguments.department, moment.catalogue) if arguments.department else ""
    listed = [
        (review, ReviewWords(moment, report, speaker.language))
        for report in asked_reports(moment, arguments.report)
        for review in reviews(moment, Past(entries, moment.outline(report)), speaker.who)
        if review.waiting and department in ("", review.share.department)
    ]
    speaker.json({"review": [review_entry(review, words) for review, words in listed]})
    for review, words in listed:
        print_review(review, words, speaker)
    if not listed:
        speaker.say("cli.review.nothing")
    return 0
