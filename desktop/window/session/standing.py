"""The shares of the chosen report as they are now, and what a row of their list says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
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
    return shares_later(desk)()


def shares_later(desk: Desk) -> Callable[[], Shares]:
    """Return what counts the shares of the chosen report as of now; where that takes a while it can be done elsewhere.

    It takes none where what stands in the window was checked: they were counted with the check.
    """
    session, report = desk.session, desk.report
    issues, checked = session.issues_of(report), session.last_checked
    if issues is not None and checked is not None and session.up_to_date:
        return lambda: Shares(checked, checked.shares(report), counted=True)
    moment = present_moment(desk)

    def count() -> Shares:
        of = shares_of(moment.contents(report), moment.definitions, issues or ())
        return Shares(moment, of, issues is not None)

    return count
