"""The year ends: who is quoted agrees, doubts are answered, the report becomes final or says why it does not."""

from __future__ import annotations

from collections import Counter

from desktop.cli.played.beginning import Year
from desktop.cli.played.comparing import differences
from desktop.cli.played.doubts import answer_doubts
from desktop.cli.played.freezing import freeze_approved
from desktop.work.final import FinalReason, final_reasons
from desktop.work.moments import moment_of
from schema.sample import remarks_given
from schema.validation.issue import write_subject
from schema.workspace import Workspace


def clear(year: Year) -> None:
    """Do what the list of reasons against a final report asks for."""
    stage, editor = year.stage, year.stage.cast.editor
    stage.chapter("clear")
    with stage.opened(stage.company, editor) as workspace:
        count = answer_doubts(workspace, remarks_given(stage.speaker.resources / "sample"))
    if count:
        stage.tell("clear.doubts", count=str(count))
    reasons = _reasons(year)
    stage.tell("clear.reasons", count=str(len(reasons)), list=_counted(reasons))
    at = ("--report", year.report)
    if quotes := [reason.subject for reason in reasons if reason.issue.code == "quote.unapproved"]:
        stage.run(editor, "approve", stage.company, *at, "--only", *quotes, "--by", stage.words("person.quoted"))
    if any(reason.issue.code == "metric.assumed" for reason in reasons):
        stage.run(editor, "catalogue", "confirm", stage.company, "--all", "--reason", stage.words("clear.confirmed"))
    doubted = [reason for reason in reasons if reason.remedy.startswith("annals remark ")]
    for code in dict.fromkeys(reason.issue.code for reason in doubted):
        subjects = [reason.subject for reason in doubted if reason.issue.code == code]
        words = ("--code", code, "--reason", stage.words("clear.remark"))
        stage.run(editor, "remark", stage.company, *subjects, *words)
    for name in _contradictions(year):
        stage.run(editor, "explain", stage.company, name, "--reason", stage.words("clear.explained"))


def final(year: Year) -> tuple[FinalReason, ...]:
    """Export the report as final; returns the reasons where it is refused, which are told."""
    stage = year.stage
    stage.chapter("final")
    name, reasons = freeze_approved(year), _reasons(year)
    out = ("--freeze", name, "--out", stage.folder / "final")
    if reasons:
        stage.tell("final.refused", count=str(len(reasons)), list=_counted(reasons))
    stage.run(
        stage.cast.editor, "export", stage.company, "--report", year.report, "--final", *out,
        expect=int(bool(reasons)), most=2 * len(reasons) + 4,
    )  # fmt: skip
    return reasons


def compare(year: Year) -> tuple[str, ...]:
    """Hold what stands in the workspace against what the report published; returns what differs."""
    stage = year.stage
    with Workspace.open(stage.company, write=False, program=stage.speaker.program) as workspace:
        odd = differences(year.published, workspace.snapshot())
    code = "compare.odd" if odd else "compare.equal"
    stage.tell(code, count=str(len(odd)), list=", ".join(odd), points=str(len(year.published.snapshot.points)))
    stage.run(stage.cast.auditor, "verify", stage.company, most=3)
    return odd


def _reasons(year: Year) -> tuple[FinalReason, ...]:
    stage = year.stage
    with Workspace.open(stage.company, write=False, program=stage.speaker.program) as workspace:
        return final_reasons(moment_of(workspace), year.report, workspace=str(stage.company))


def _counted(reasons: tuple[FinalReason, ...]) -> str:
    counts = Counter(reason.issue.code for reason in reasons)
    return ", ".join(f"{code} {count}" for code, count in counts.items())


def _contradictions(year: Year) -> list[str]:
    stage = year.stage
    with Workspace.open(stage.company, write=False, program=stage.speaker.program) as workspace:
        found = moment_of(workspace).contradictions(year.report)
    return [known.id for known in found if known.state == "open" and write_subject(known.issue.at)]
