"""A press release about a report, added to the workspace."""

from __future__ import annotations

from desktop.work.names import need_report
from schema.exchange.press_release import ReleaseDraft, draft_release, with_outline
from schema.values.changes import keep
from schema.workspace import Workspace


def add_release(workspace: Workspace, report: str, code: str) -> ReleaseDraft:
    """Store a release with the words that it begins with, in one transaction; an empty code means press-REPORT.

    Raises AnnalsError cli.unknown_report, release.*.
    """
    definitions = workspace.definitions
    need_report(definitions, report)
    draft = draft_release(definitions, report, workspace.snapshot(), code)
    changes = [keep(text) for text in draft.texts]
    workspace.adopt(with_outline(definitions, draft.outline), draft.outline.code, changes)
    return draft
