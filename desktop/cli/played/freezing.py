"""States of the year get names: what was handed in, and what becomes final."""

from __future__ import annotations

from desktop.cli.played.beginning import Year


def freeze_submitted(year: Year) -> None:
    """Freeze what departments have handed in, before anybody reviews it."""
    _freeze(year, "submitted")


def freeze_approved(year: Year) -> str:
    """Freeze what is approved and cleared; returns the name, of which the final report is exported."""
    name = _freeze(year, "approved")
    year.stage.run(year.stage.cast.editor, "freezes", year.stage.company)
    return name


def _freeze(year: Year, state: str) -> str:
    stage = year.stage
    stage.tell(f"freeze.{state}")
    name, reason = stage.words(f"freeze.{state}.name"), stage.words(f"freeze.{state}.reason")
    stage.run(
        stage.cast.editor, "freeze", stage.company, name, "--report", year.report, "--reason", reason
    )  # fmt: skip
    return name
