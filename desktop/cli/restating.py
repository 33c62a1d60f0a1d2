"""The command restate: why a value is no longer what an earlier report printed."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import replace

from desktop.cli.speaking import Speaker
from desktop.cli.telling import issue_entry
from schema.catalogue.definitions import Catalogue
from schema.catalogue.outline import Definitions
from schema.errors import AnnalsError
from schema.grammar.reference import Key, parse_reference
from schema.grammar.words import LANGUAGES
from schema.validation.fact_words import amount, common_format, name_of
from schema.validation.issue import Issue
from schema.validation.messages import message
from schema.validation.published import by_key, check_published
from schema.validation.restatements import Refused, restate
from schema.values.changes import Change, change_of
from schema.values.datapoint import Restatement, Snapshot
from schema.values.display import plain
from schema.values.figures import Figures
from schema.values.restatements import in_force
from schema.values.subject import RestatementAt

# What a reason would settle.
OPEN = ("published.differs", "published.figure", "published.restated", "published.slip", "restatement.stale")


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """State or withdraw a reason, or list them all."""
    if not arguments.reference:
        if arguments.reason or arguments.withdraw or arguments.report:
            raise AnnalsError("restate.no_reference")
        return _list(arguments, speaker)
    if not arguments.report or bool(arguments.reason.strip()) == arguments.withdraw:
        raise AnnalsError("restate.asks")
    with speaker.open(arguments.workspace, write=True) as workspace:
        definitions, snapshot = workspace.definitions, workspace.snapshot()
        key = _key(arguments.reference, definitions.catalogue, arguments.withdraw)
        change = _change(arguments, key, definitions, snapshot, speaker)
        workspace.apply([change])
    catalogue = definitions.catalogue
    stated = change.after
    if not isinstance(stated, Restatement):
        name = name_of(key, catalogue, speaker.language)
        speaker.say("cli.restate.withdrawn", name=name, report=arguments.report)
    else:
        _tell(stated, catalogue, speaker)
    return 0


def _key(text: str, catalogue: Catalogue, withdraw: bool) -> Key:
    found = parse_reference(text)
    if found is not None and not (found.whole or withdraw):
        raise AnnalsError("cli.not_whole", reference=text)
    if found is not None and found.code not in catalogue.metrics:
        raise AnnalsError("cli.no_such_metric", name=found.code)
    if found is None or not found.year or found.wildcard:
        raise AnnalsError("restate.reference", reference=text)
    return found.key(0)


def _change(
    arguments: argparse.Namespace, key: Key, definitions: Definitions, snapshot: Snapshot, speaker: Speaker
) -> Change:
    subject = RestatementAt(arguments.report, key)
    old = snapshot.restatements.get((arguments.report, key))
    if arguments.withdraw:
        if old is None:
            raise AnnalsError("restate.unstated", reference=key.canonical(), report=arguments.report)
        return change_of(snapshot, subject, None)
    stated = restate(Figures(definitions.catalogue, snapshot), arguments.report, key)
    if isinstance(stated, Refused):
        raise AnnalsError(stated.code, **stated.params)
    words = replace(
        old.reason if old else stated.reason, **{speaker.language.replace("-", "_").lower(): arguments.reason.strip()}
    )
    return change_of(snapshot, subject, replace(stated, reason=words))


def _tell(stated: Restatement, catalogue: Catalogue, speaker: Speaker) -> None:
    metric = catalogue.metrics.get(stated.key.metric)
    form = common_format((stated.old, stated.new), metric, catalogue) if metric else None
    now = amount(stated.new, metric, catalogue, speaker.language, form) if metric else plain(stated.new)
    speaker.say(
        "cli.restate.stated", name=name_of(stated.key, catalogue, speaker.language), report=stated.report,
        text=stated.text, value=now, reason=stated.reason.best(speaker.language),
    )  # fmt: skip


def _list(arguments: argparse.Namespace, speaker: Speaker) -> int:
    with speaker.open(arguments.workspace, write=False) as workspace:
        catalogue, snapshot = workspace.definitions.catalogue, workspace.snapshot()
    figures = Figures(catalogue, snapshot)
    issues = [i for i in check_published(by_key(snapshot.published), figures) if i.code in OPEN]
    stated = tuple(snapshot.restatements.values())
    if arguments.json:
        entries = [_entry(one, figures) for one in stated]
        speaker.json({"restatements": entries, "open": [_open(i, catalogue, speaker) for i in issues]})
        return 0
    for one in stated:
        _tell(one, catalogue, speaker)
    for issue in issues:
        speaker.say("cli.restate.open", sentence=message(issue, catalogue, speaker.language))
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


COMMANDS: dict[str, Callable[[argparse.Namespace, Speaker], int]] = {"restate": run}
