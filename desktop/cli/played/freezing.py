"""States of the year get names: what was handed in, and what becomes final."""

from __future__ import annotations

from desktop.cli.played.beginning import Year


def freeze_submitted(year: Year) -> None:
    """Freeze what departments have handed in, before anybody reviews it."""
    _freeze(year, "submitted")


def freeze_approved(year: Year) -> str:
    """Freeze what is approved and cleared; returns the name, of which the final report is exported."""
    name = _freeze(year, "approved")
    stage, editor = year.stage, year.stage.cast.editor
    stage.run(editor, "freezes", stage.company)
    stage.tell("freeze.differ")
    stage.run(
        editor, "diff", stage.company, stage.words("freeze.submitted.name"), name, "--report", year.report, most=10
    )
    book = stage.folder / "diff.xlsx"
    stage.run(
        editor, "diff", stage.company, stage.words("freeze.submitted.name"), name, "--report", year.report,
        "--excel", book, most=2,
    )  # fmt: skip
    return name


def _freeze(year: Year, state: str) -> str:
    stage = year.stage
    stage.tell(f"freeze.{state}")
    name, reason = stage.words(f"freeze.{state}.name"), stage.words(f"freeze.{state}.reason")
    stage.run(
        stage.cast.editor, "freeze", stage.company, name, "--report", year.report, "--reason", reason
    )  # fmt: skip
    return name
