"""The shares of the chosen report as they are now, and what a row of their list says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.window.session.desk import Desk
from desktop.work.standing import Standing as Standing
from schema.moment import Moment
from schema.validation.shares import Share, shares_of


@dataclass(frozen=True, slots=True)
class Shares:
    """The shares of a report by department; `counted`: whether errors and doubts have been looked for."""

    moment: Moment
    of: Mapping[str, Share]
    counted: bool

    @property
    def asked(self) -> tuple[Share, ...]:
        """Those that were asked for, by code."""
        return tuple(self.of[code] for code in sorted(self.of) if code and self.of[code].request is not None)

    @property
    def unasked(self) -> tuple[Share, ...]:
        """Those of departments that were not asked, by code."""
        return tuple(self.of[code] for code in sorted(self.of) if code and self.of[code].request is None)

    @property
    def nobody(self) -> Share | None:
        """The items without an owner, None where there are none."""
        return self.of.get("")


def present_moment(desk: Desk) -> Moment:
    """Return the moment of what stands in the window now; the one that was computed last where it is the same."""
    session = desk.session
    same = session.moment.snapshot is session.snapshot and session.moment.definitions is session.definitions
    return session.moment if same else Moment(session.definitions, session.snapshot)


def present_shares(desk: Desk) -> Shares:
    """Return the shares of the chosen report as of now, with errors and doubts as of the last check.

    They are looked for from now on where nobody has asked for them.
    """
    moment, issues = present_moment(desk), desk.session.issues_of(desk.report)
    return Shares(moment, shares_of(moment.contents(desk.report), moment.definitions, issues or ()), issues is not None)
