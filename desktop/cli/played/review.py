"""The reviewer looks at what was handed in: returns with reasons, approves, and once more after a change."""

from __future__ import annotations

from desktop.cli.played.beginning import Year
from desktop.cli.played.forms import OMITTED, Filled, fill_form
from desktop.cli.played.freezing import freeze_submitted
from desktop.cli.played.packs import hand_in
from desktop.cli.played.typing import Cells, write_figures

# What is returned, with the department's way to answer; and what an editor changes after it was approved.
RETURNED = {"admin": "safety.firstaid.certified@2022", "legal": OMITTED["legal"]}
_CHANGED = ("hr", "workforce.countries@2022", "25")


def return_items(year: Year) -> None:
    """Return what is doubtful, and take the answers."""
    stage = year.stage
    stage.chapter("review")
    if year.plan.whole:
        freeze_submitted(year)
    first = year.plan.packs[0]
    stage.run(
        stage.cast.reviewer, "review", stage.company, "--report", year.report, "--department", first, most=12
    )  # fmt: skip
    for department, item in RETURNED.items():
        if department in year.plan.packs:
            _return(year, department, item)
            _answer_pack(year, department, item)
        elif department in year.plan.forms:
            _return(year, department, item)
            _answer_form(year, department)


def approve(year: Year) -> None:
    """Approve every share, some items singly, and one again that was changed after it was approved."""
    year.stage.chapter("approve")
    _approve(year)
    if _CHANGED[0] in year.published.playing:
        _void(year)


def _return(year: Year, department: str, item: str) -> None:
    stage = year.stage
    stage.tell("review.return", department=stage.cast.department(department), item=item)
    at = ("--report", year.report, "--department", department)
    reason = stage.words(f"review.reason.{department}")
    stage.run(stage.cast.reviewer, "return", stage.company, *at, "--only", item, "--reason", reason)
    to = ("--mail", "--out", stage.folder / "sent")
    kind = ("--excel",) if department in year.plan.forms else ()
    stage.run(stage.cast.editor, "send", stage.company, *at, *kind, *to, most=3)


def _answer_pack(year: Year, department: str, item: str) -> None:
    """The newer pack renews the small workspace: why the item came back is there, what was typed stays."""
    stage, small = year.stage, year.small(department)
    who = stage.cast.contact(department)
    pack = year.sent(f"{year.report}-{department}.annalspack")
    stage.run(who, "open", pack, "--to", small, most=8)
    stage.tell("review.answered", who=who)
    point = next(p for p in year.published.points(department) if p.key.canonical() == item)
    path = stage.folder / "typed" / f"{department}-2.csv"
    write_figures(path, [point], Cells(notes={item: stage.words(f"review.note.{department}")}))
    stage.run(who, "import", small, path, most=2)
    hand_in(year, department)
    file = stage.folder / "back" / f"{year.report}-{department}.answer.annalspack"
    stage.run(stage.cast.editor, "merge", stage.company, file, most=4)


def _answer_form(year: Year, department: str) -> None:
    """The newer form says beside the item why it came back; now it has its value."""
    stage, who = year.stage, year.stage.cast.contact(department)
    stage.tell("review.form", who=who)
    name = f"{department}-2.xlsx"
    fill_form(year, department, Filled(who, again=RETURNED[department]), name)
    stage.run(stage.cast.editor, "merge", stage.company, stage.folder / "back" / name, most=4)


def _approve(year: Year) -> None:
    stage, cast = year.stage, year.stage.cast
    for nth, department in enumerate(year.published.playing):
        at = ("--report", year.report, "--department", department)
        if nth == 1:
            items = [key.canonical() for key in year.published.asked(department)[:2]]
            stage.tell("review.single", department=cast.department(department))
            stage.run(cast.reviewer, "approve", stage.company, *at, "--only", *items)
        stage.run(cast.reviewer, "approve", stage.company, *at, "--remark", stage.words("review.remark"))


def _void(year: Year) -> None:
    """The editor changes what was approved; that voids the approval, also where the old value is put back."""
    stage, cast = year.stage, year.stage.cast
    department, item, typed = _CHANGED
    point = next(p for p in year.published.points(department) if p.key.canonical() == item)
    stage.tell("review.void", item=item)
    path = stage.folder / "typed" / "editor-2.csv"
    for values in ({item: typed}, {}):
        write_figures(path, [point], Cells(values=values))
        stage.run(cast.editor, "import", stage.company, path, most=4)
    stage.tell("review.again")
    at = ("--report", year.report, "--department", department)
    stage.run(cast.reviewer, "approve", stage.company, *at, "--only", item)
