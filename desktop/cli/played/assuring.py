"""Assurance: a pack goes to the auditor, whose verdicts come back; what fails is proved and judged again."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.cli.played.beginning import Year

_SAMPLE = ("users.mau", "welfare.hours", "training.expense", "suppliers.count")
_FAILS = ("welfare", "welfare.hours@2022")  # whose value has no evidence at first


def assure(year: Year) -> None:
    """Let the auditor judge a sample, fail one value, and pass it when its evidence is there."""
    stage, (department, item) = year.stage, _FAILS
    stage.chapter("assure")
    _judge(year, "1", {item: stage.words("assure.remark")})
    stage.tell("assure.failed", item=item)
    stage.run(stage.cast.editor, "check", stage.company, "--report", year.report, expect=1, most=3)
    ledger = stage.folder / "typed" / f"{stage.words('assure.ledger')}.csv"
    ledger.write_text(stage.words("assure.rows"), encoding="utf-8")
    who = stage.cast.contact(department)
    stage.tell("assure.proved", who=who)
    stage.run(who, "attach", stage.company, item, ledger)
    _judge(year, "2", {})


def _judge(year: Year, turn: str, fails: Mapping[str, str]) -> None:
    """Send the sample out, let the auditor mark it in a spreadsheet program, and take it back."""
    from exporters.excel.judging import mark_sample  # deferred: openpyxl takes its time

    stage, folder = year.stage, year.stage.folder / "assurance" / turn
    out = ("--only", *_SAMPLE, "--out", folder)
    stage.run(stage.cast.editor, "assure", stage.company, "--report", year.report, *out, most=2)
    book = folder / f"{year.report}-assurance.xlsx"
    count = mark_sample(book, fails)
    stage.tell("assure.judged", count=str(count), failed=str(len(fails) or ""))
    stage.run(stage.cast.auditor, "assure", stage.company, "--take", book)
