"""One change of the structure put in force: checked, told in the history, and undone by the step back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.work.structure.delta import Delta, delta_of
from schema.catalogue.definitions import Metric
from schema.errors import DefinitionsError

if TYPE_CHECKING:
    from schema.catalogue.outline import Definitions
    from schema.workspace import Workspace

# Of these follow how values are read and computed, in this metric and in those that need it.
_MEASURE = ("unit", "kind", "timing", "crossings", "sum_over", "formula")


@dataclass(frozen=True, slots=True)
class Step:
    """What changes, and what the history says about it."""

    delta: Delta
    reason: str

    def undone(self) -> Step:
        """Return the step back."""
        return Step(self.delta.undone(), self.reason)


def step_of(old: Definitions, new: Definitions, reason: str) -> Step:
    """Return the step from one version of the definitions to another."""
    return Step(delta_of(old, new), reason)


def put(workspace: Workspace, step: Step) -> Definitions:
    """Put a step in force upon what the workspace holds by now; data is not touched.

    Raises DefinitionsError with every mistake that the whole would have, RightsError: then nothing is stored.
    """
    from desktop.work.structure.checks import outline_mistakes, whole
    from schema.catalogue.definition_drift import settle

    old = workspace.definitions
    new = step.delta.within(old)
    if _needs_whole(step.delta):
        new = whole(new)
    else:
        changed = [code for code, one in new.outlines.items() if one is not old.outlines.get(code)]
        mistakes = tuple(mistake for code in changed for mistake in outline_mistakes(new, code))
        if mistakes:
            raise DefinitionsError(mistakes)
    settled = settle(old, new, {key.metric for key in workspace.snapshot().points})
    workspace.adopt(settled, step.reason)
    return settled


def _needs_whole(delta: Delta) -> bool:
    """Whether more than outlines, new metrics, words and owners changes: then others may no longer fit."""
    if delta.others.keys() - {"company"} or delta.entries.keys() - {"outlines", "metrics"}:
        return True
    metrics = delta.entries.get("metrics")
    if metrics is None:
        return False
    return any(_measures(metrics.before[code], after) for code, after in metrics.after.items())


def _measures(before: object, after: object) -> bool:
    if before is None:
        return False  # a new one was checked when it was made, and nothing needs it yet
    if not isinstance(before, Metric) or not isinstance(after, Metric):
        return True
    return any(getattr(before, name) != getattr(after, name) for name in _MEASURE)
