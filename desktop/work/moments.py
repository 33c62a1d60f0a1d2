"""The moment of an open workspace."""

from __future__ import annotations

from schema.moment import Moment
from schema.workspace import Workspace


def moment_of(workspace: Workspace) -> Moment:
    """Return what the workspace holds now, with all that follows from it."""
    return Moment(workspace.definitions, workspace.snapshot())
