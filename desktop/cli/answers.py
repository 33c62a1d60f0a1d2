"""annals answers: what was said once about old sheets, and forgetting it."""

from __future__ import annotations

import argparse

from desktop.cli.parser import add_workspace
from desktop.cli.speaker import Speaker
from schema.errors import AnnalsError
from schema.exchange.oldsheets.remembered import kept_answers
from schema.mistakes import near
from schema.values.changes import change_of
from schema.values.datapoint import SheetAnswer, Snapshot
from schema.values.kept_things import canonical, subject_of
from schema.workspace import Workspace


def add_arguments(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take the answers to forget."""
    add_workspace(parser, speaker)
    parser.add_argument("--forget", metavar="SUBJECT", nargs="+", default=[], help=speaker.help("forget"))


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Forget what is named, then list the answers that are kept."""
    with speaker.open(arguments.workspace, write=bool(arguments.forget)) as workspace:
        _forget(workspace, arguments.forget)
        answers = kept_answers(workspace.snapshot())
    if arguments.json:
        speaker.json({"answers": [_entry(answer) for answer in answers]})
    else:
        for answer in answers:
            speaker.write(f"{canonical(subject_of(answer))}\t{answer.meaning}")
    return 0


def _forget(workspace: Workspace, subjects: list[str]) -> None:
    if not subjects:
        return
    snapshot = workspace.snapshot()
    known = _by_subject(snapshot)
    for subject in subjects:
        if subject not in known:
            raise AnnalsError("cli.no_answer", name=subject, near=near(subject, known))
    workspace.apply([change_of(snapshot, subject_of(known[subject]), None) for subject in dict.fromkeys(subjects)])


def _by_subject(snapshot: Snapshot) -> dict[str, SheetAnswer]:
    return {canonical(subject_of(answer)): answer for answer in kept_answers(snapshot)}


def _entry(answer: SheetAnswer) -> dict[str, str]:
    subject = canonical(subject_of(answer))
    return {"subject": subject, "kind": answer.kind, "words": answer.words, "meaning": answer.meaning}
