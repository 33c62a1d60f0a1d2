"""annals contradictions: statements about one fact that cannot both hold."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from desktop.cli.parser import add_report, add_workspace
from desktop.cli.speaker import Speaker
from desktop.work.moments import moment_of
from desktop.work.names import need_report
from schema.catalogue.definitions import Catalogue
from schema.grammar.decimals import plain
from schema.moment import Moment
from schema.validation.contradictions.contradiction import Contradiction, Stated
from schema.validation.contradictions.words import place_of, said, where
from schema.validation.issue import write_subject
from schema.validation.messages import message


def add_arguments(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take a report to keep to, and whether settled ones are listed, too."""
    add_workspace(parser, speaker)
    add_report(parser, speaker)
    parser.add_argument("--all", action="store_true", help=speaker.help("settledtoo"))


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """List them, open ones first."""
    with speaker.open(arguments.workspace, write=False) as workspace:
        moment = moment_of(workspace)
    need_report(moment.definitions, arguments.report)
    known = moment.contradictions(arguments.report)
    listed = [c for c in known if arguments.all or c.state == "open"]
    if arguments.json:
        speaker.json({"contradictions": [_entry(c, moment.catalogue, speaker.language) for c in listed]})
    else:
        _print(listed, moment, speaker)
        counts = {state: str(sum(c.state == state for c in known)) for state in ("open", "explained", "restated")}
        speaker.say("cli.contradictions", **counts)
        if counts["open"] != "0":
            speaker.say("cli.settle")
    return 0


def _print(listed: Sequence[Contradiction], moment: Moment, speaker: Speaker) -> None:
    for known in listed:
        mark = speaker.sentence(f"cli.state.{known.state}")
        speaker.write(f"{known.id} [{mark}] {message(known.issue, moment.catalogue, speaker.language)}")
        for stated in known.statements:
            words = said(stated, moment.catalogue, speaker.language)
            place = where(stated, moment.definitions, moment.snapshot, speaker.language)
            speaker.say("cli.statement", place=place, words=words)
        if known.state != "open":
            given = "  ".join(filter(None, (known.reason.best(speaker.language), known.who, known.at[:10])))
            speaker.say("cli.explanation", reason=given)


def _entry(known: Contradiction, catalogue: Catalogue, language: str) -> dict[str, object]:
    return {
        "id": known.id,
        "kind": known.kind,
        "severity": known.severity,
        "state": known.state,
        "subject": write_subject(known.subject),
        "statements": [_statement(stated, catalogue, language) for stated in known.statements],
        "message": message(known.issue, catalogue, language),
        "reason": known.reason.best(language),
        "who": known.who,
    }


def _statement(stated: Stated, catalogue: Catalogue, language: str) -> dict[str, object]:
    return {
        "value": None if stated.value is None else plain(stated.value),
        "text": said(stated, catalogue, language),
        "place": place_of(stated),
        "report": stated.report,
    }
