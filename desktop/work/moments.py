"""The moment of an open workspace."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TypeVar

from desktop.work.kept_checks import KeptChecks, checks_folder, content_mark
from schema.moment import Moment
from schema.workspace import Workspace

T = TypeVar("T")


class RememberingMoment(Moment):
    """A moment of what a workspace holds: what was found of the same content before is not looked for again."""

    @cached_property
    def _kept(self) -> KeptChecks | None:
        mark = content_mark(self.definitions, self.snapshot)
        return KeptChecks(checks_folder(), self.definitions, mark) if mark else None

    def _result(self, name: str, compute: Callable[[], T]) -> T:
        return self._kept.result(name, compute) if self._kept is not None else compute()


def moment_of(workspace: Workspace) -> Moment:
    """Return what the workspace holds now, with all that follows from it."""
    return RememberingMoment(workspace.definitions, workspace.snapshot())
