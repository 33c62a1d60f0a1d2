"""Doubts are answered by whoever knows why: with the reasons that the sample gives, in the name of who acts."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from desktop.work.moments import moment_of
from desktop.work.remark import Reason, answers
from schema.errors import AnnalsError
from schema.moment import Moment
from schema.values.changes import Change
from schema.workspace import Workspace

Given = tuple[str, str, str]  # subject, code, reason


def answer_doubts(workspace: Workspace, given: Iterable[Given], subjects: Collection[str] | None = None) -> int:
    """Answer the open doubts that a reason was given for, at some subjects or at all; returns how many."""
    moment, author = moment_of(workspace), workspace.author
    changes: list[Change] = []
    for subject, code, words in given:
        if subjects is None or subject in subjects:
            changes += _answered(moment, (subject, code), Reason(words, author.who, author.when))
    workspace.apply(changes)
    return len(changes)


def _answered(moment: Moment, at: tuple[str, str], reason: Reason) -> Iterable[Change]:
    try:
        return answers(moment, [at[0]], at[1], reason)
    except AnnalsError:  # no such doubt is open now: answered before, or what it is about is not here
        return ()
