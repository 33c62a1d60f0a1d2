"""What of a moment is approved: all that may be printed of a report while some of it is still being looked at."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from schema.grammar.reference import Key
from schema.moment import Moment
from schema.values.figures import Figures

if TYPE_CHECKING:
    from schema.validation.answers import Findings
    from schema.validation.contradictions.contradiction import Contradiction
    from schema.validation.open_points import Places
    from schema.validation.pending import Pending
    from schema.validation.shares import Share, State


class ApprovedMoment(Moment):
    """A moment without what of one report is asked for and not approved; what is open is told of the whole."""

    def __init__(self, whole: Moment, report: str) -> None:
        from schema.validation.pending import standing, without

        self._whole, self._left_out = whole, standing(whole.pending(report), whole.figures)
        super().__init__(whole.definitions, without(whole.snapshot, self._left_out), whole.freeze)

    @property
    def withheld(self) -> Pending:
        """Return what is left out."""
        return self._left_out

    @cached_property
    def figures(self) -> Figures:
        """Return the values; what is left out counts as missing, and with it what follows from it."""
        return Figures(self.catalogue, self.snapshot, self._left_out.values)

    @cached_property
    def states(self) -> Mapping[Key, State]:
        """Return the states in the whole."""
        return self._whole.states

    def shares(self, report: str) -> Mapping[str, Share]:
        """Return how the shares stand in the whole."""
        return self._whole.shares(report)

    def pending(self, report: str) -> Pending:
        """Return what is not approved in the whole."""
        return self._whole.pending(report)

    def places(self, report: str, language: str) -> Places:
        """Return where each thing stands in the whole."""
        return self._whole.places(report, language)

    def contradictions(self, report: str = "") -> tuple[Contradiction, ...]:
        """Return those of the whole."""
        return self._whole.contradictions(report)

    def _found(self, report: str) -> Findings:
        return self._whole._found(report)

    def _worked(self, report: str) -> Findings:
        return self._whole._worked(report)
