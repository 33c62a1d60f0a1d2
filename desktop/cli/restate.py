"""annals restate: why a value is no longer what an earlier report printed."""

from __future__ import annotations

import argparse

from desktop.cli.issue_lines import issue_entry
from desktop.cli.parser import add_text, add_workspace
from desktop.cli.speaker import Speaker
from desktop.work.moments import moment_of
from desktop.work.restate import key_of, state, unexplained, withdraw
from schema.catalogue.definitions import Catalogue
from schema.errors import AnnalsError
from schema.grammar.decimals import plain
from schema.grammar.reference import Key
from schema.grammar.words import LANGUAGES
from schema.moment import Moment
from schema.validation.fact_amounts import common_format
from schema.validation.fact_words import amount, name_of
from schema.validation.issue import Issue
from schema.validation.messages import message
from schema.values.changes import Change, change_of
from schema.values.datapoint import Restatement
from schema.values.display import Display
from schema.values.figures import Figures
from schema.values.kept_things import canonical
from schema.values.restatements import in_force
from schema.values.subject import RestatementAt


def add_arguments(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take the value, the report that printed it, and the reason."""
    add_workspace(parser, speaker)
    parser.add_argument("reference", metavar="REFERENCE", nargs="?", default="", help=speaker.help("reference"))
    parser.add_argument("--report", default="", help=speaker.help("printedby"))
    add_text(parser, speaker, "reason")
    parser.add_argument("--withdraw", action="store_true", help=speaker.help("withdraw"))


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """State or withdraw a reason, or list them all."""
    if not arguments.reference:
        if arguments.reason or arguments.withdraw or arguments.report:
            raise AnnalsError("restate.no_reference")
        return _list(arguments, speaker)
    if not arguments.report or bool(arguments.reason.strip()) == arguments.withdraw:
        raise AnnalsError("restate.asks")
    with speaker.open(arguments.workspace, write=True) as workspace:
        moment = moment_of(workspace)
        key = key_of(arguments.reference, moment.catalogue, withdrawn=arguments.withdraw)
        change = _change(arguments, key, moment, speaker.language)
        workspace.apply([change])
        figures = moment_of(workspace).figures
    if not isinstance(change.after, Restatement):
        name = name_of(key, moment.catalogue, speaker.language)
        speaker.say("cli.restate.withdrawn", name=name, report=arguments.report)
        speaker.json({"withdrawn": canonical(change.subject)})
    else:
        _say(change.after, moment.catalogue, speaker)
        speaker.json({"restated": _entry(change.after, figures)})
    return 0


def _change(arguments: argparse.Namespace, key: Key, moment: Moment, language: str) -> Change:
    if arguments.withdraw:
        return withdraw(moment, arguments.report, key)
    stated = state(moment, arguments.report, key, arguments.reason.strip(), language)
    return change_of(moment.snapshot, RestatementAt(arguments.report, key), stated)


def _say(stated: Restatement, catalogue: Catalogue, speaker: Speaker) -> None:
    metric = catalogue.metrics.get(stated.key.metric)
    now = plain(stated.new)
    if metric is not None:
        form = common_format((stated.old, stated.new), metric, catalogue)
        now = amount(Display(metric, catalogue, speaker.language, form), stated.new)
    speaker.say(
        "cli.restate.stated", name=name_of(stated.key, catalogue, speaker.language), report=stated.report,
        text=stated.text, value=now, reason=stated.reason.best(speaker.language),
    )  # fmt: skip


def _list(arguments: argparse.Namespace, speaker: Speaker) -> int:
    with speaker.open(arguments.workspace, write=False) as workspace:
        moment = moment_of(workspace)
    issues, stated = unexplained(moment), tuple(moment.snapshot.restatements.values())
    if arguments.json:
        entries = [_entry(restatement, moment.figures) for restatement in stated]
        speaker.json({"restatements": entries, "open": [_open(i, moment.catalogue, speaker) for i in issues]})
        return 0
    for restatement in stated:
        _say(restatement, moment.catalogue, speaker)
    for issue in issues:
        speaker.say("cli.restate.open", sentence=message(issue, moment.catalogue, speaker.language))
    if not stated and not issues:
        speaker.say("cli.restate.none")
    return 0


def _open(issue: Issue, catalogue: Catalogue, speaker: Speaker) -> dict[str, object]:
    return {**issue_entry(issue, catalogue, speaker), "report": str(issue.facts.get("report", ""))}


def _entry(stated: Restatement, figures: Figures) -> dict[str, object]:
    key = stated.key
    return {
        "report": stated.report,
        "metric": key.metric,
        "period": key.period,
        "span": key.span,
        "entity": key.entity,
        "category": key.category,
        "text": stated.text,
        "place": stated.place,
        "old": plain(stated.old),
        "new": plain(stated.new),
        "reason": {language: stated.reason.get(language) for language in LANGUAGES},
        "in_force": in_force(stated, figures),
    }
