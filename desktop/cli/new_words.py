"""What draft and accept share: which texts, and what became of them."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping

from desktop.cli.parser import add_dry_run, add_report, add_text, add_workspace
from desktop.cli.speaker import Speaker
from desktop.work.machine_words import NewWords, Scope
from desktop.work.moments import moment_of
from desktop.work.names import need_report
from schema.errors import AnnalsError
from schema.moment import Moment


def add_scope(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take a report, a section or a text of it."""
    add_workspace(parser, speaker)
    add_report(parser, speaker, required=True)
    add_text(parser, speaker, "section", "text")
    add_dry_run(parser, speaker)


def run_scope(
    arguments: argparse.Namespace, speaker: Speaker, choose: Callable[[Moment, Scope], NewWords],
    facts: Mapping[str, str],
) -> int:  # fmt: skip
    """Store the words that `choose` gives the texts, and list them; `facts` go into the JSON document."""
    if not arguments.language:
        raise AnnalsError("cli.draft_language")
    scope = Scope(arguments.report, arguments.language, arguments.section, arguments.text)
    with speaker.open(arguments.workspace, write=not arguments.dry_run) as workspace:
        need_report(workspace.definitions, scope.report)
        moment = moment_of(workspace)
        new = choose(moment, scope)
        if not arguments.dry_run:
            workspace.apply(new.changes, reason=f"{arguments.command} {scope.language}")
    rows = [{"section": text.section, "name": text.name, "text": words} for text, words in new.texts]
    if arguments.json:
        speaker.json({"report": scope.report, "language": scope.language, **facts, "texts": rows})
        return 0
    for row in rows:
        speaker.write(f"{row['section']}  {row['name']}")
    code = f"cli.{arguments.command}.dry" if arguments.dry_run else f"cli.{arguments.command}.done"
    phrase = moment.catalogue.phrases["word.language." + scope.language.replace("-", "").lower()]
    speaker.say(code, count=str(len(rows)), report=scope.report, language=phrase.best(speaker.language))
    return 0
