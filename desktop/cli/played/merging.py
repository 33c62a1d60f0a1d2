"""What came back is merged: a cell that is no number, a conflict between two copies, a merge that is taken back."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from desktop.cli.played.beginning import Year
from desktop.cli.played.forms import OMITTED, Filled, fill_form, form_file, named_item
from desktop.cli.played.packs import ASKS, answer_packs
from schema.exchange.forms.layout import FOOTNOTE
from schema.values.merges import merges_of

_LATE = 2  # days after the due day when somebody looks


def merge_in_time(year: Year) -> None:
    """Merge what came back in time."""
    stage, plan = year.stage, year.plan
    editor = stage.cast.editor
    packs = [_answer(year, code) for code in plan.packs if code not in plan.late]
    forms = [_back(year, form_file(year, code)) for code in plan.forms if code not in plan.late]
    stage.chapter("merge")
    stage.tell("merge.packs", count=str(len(packs)))
    stage.run(editor, "merge", stage.company, *packs, most=len(packs) + 4)
    for department in (code for code in plan.packs if code in ASKS):
        stage.tell("merge.questions", who=stage.cast.contact(department))
        stage.run(editor, "questions", stage.company, "--report", year.report)
        answer = ("--answer", stage.words(f"reply.{department}"))
        stage.run(editor, "reply", stage.company, ASKS[department], *answer)
    if forms:
        stage.tell("merge.forms", count=str(len(forms)))
        odd = int(bool(plan.puzzled))
        stage.run(editor, "merge", stage.company, *forms, "--reply", stage.folder / "replies", expect=odd, most=16)
    if plan.puzzled:
        _again(year, plan.puzzled)
    if plan.deputy:
        _conflict(year, plan.deputy)
    if plan.taken_back:
        _take_back(year, plan.taken_back)


def late(year: Year) -> None:
    """Remind those who are late, and take what comes then."""
    stage, plan, cast = year.stage, year.plan, year.stage.cast
    if not plan.late:
        return
    day = year.due + timedelta(days=_LATE)
    stage.chapter("late", day=day.isoformat())
    at = ("--report", year.report)
    stage.run(cast.editor, "requests", stage.company, *at, "--today", day.isoformat(), most=20)
    packs = tuple(code for code in plan.late if code in plan.packs)
    forms = tuple(code for code in plan.late if code in plan.forms)
    stage.tell("late.remind", list=stage.departments(plan.late))
    to = ("--mail", "--out", stage.folder / "sent", "--today", day.isoformat())
    for departments, kind in ((packs, ()), (forms, ("--excel",))):
        if departments:
            stage.run(cast.editor, "send", stage.company, *at, "--department", *departments, *kind, *to, most=3)
    answer_packs(year, packs)
    for department in forms:
        omitted = OMITTED.get(department, "")
        who = cast.contact(department)
        fill_form(year, department, Filled(who, omitted=omitted))
        stage.tell("late.form", who=who, file=f"back/{form_file(year, department)}", item=omitted)
    files = [*(_answer(year, code) for code in packs), *(_back(year, form_file(year, code)) for code in forms)]
    stage.run(cast.editor, "merge", stage.company, *files, "--reply", stage.folder / "replies", most=12)
    stage.tell("merge.evidence")
    stage.run(cast.editor, "evidence", stage.company)
    _prove_what_was_named(year)


def _prove_what_was_named(year: Year) -> None:
    """The file that a form has only named comes after it, and the editor attaches it."""
    stage, item = year.stage, named_item(year)
    if item:
        file = stage.folder / "typed" / stage.words("form.evidence")
        file.write_text(stage.words("merge.rows"), encoding="utf-8")
        stage.tell("merge.file", who=stage.cast.editor)
        stage.run(stage.cast.editor, "attach", stage.company, item, file)


def _again(year: Year, department: str) -> None:
    """Let whoever typed words where a number was asked fill in the fresh form that came back with the reply."""
    from exporters.excel.forms.filling import FilledForm

    stage, who = year.stage, year.stage.cast.contact(department)
    reply = stage.folder / "replies" / f"{year.report}-{department}.reply.xlsx"
    form = FilledForm(reply)
    point = year.published.snapshot.points[year.published.asked(department)[0]]
    form.value(point.key.canonical(), point.typed, {FOOTNOTE: point.footnote})
    phrases = year.published.definitions.catalogue.phrases
    form.sign(who, phrases["form.finished.yes"].best(stage.speaker.language))
    target = _back(year, reply.name)
    form.save(target)
    stage.tell("merge.reply", who=who, reply=f"replies/{reply.name}", file=f"back/{target.name}")
    stage.run(stage.cast.editor, "merge", stage.company, target)


def _conflict(year: Year, department: str) -> None:
    """Merge the second copy of a form: what both say otherwise is shown, and settled."""
    stage, copy = year.stage, _back(year, f"{department}-2.xlsx")
    stage.tell("merge.conflict", who=stage.cast.deputy(department))
    stage.run(stage.cast.editor, "merge", stage.company, copy, expect=1, most=10)
    stage.tell("merge.settled", who=stage.cast.contact(department))
    stage.run(stage.cast.editor, "merge", stage.company, copy, "--take", "ours")


def _take_back(year: Year, department: str) -> None:
    """Take a merge back, and take the same file again."""
    stage, editor = year.stage, year.stage.cast.editor
    file = _answer(year, department) if department in year.plan.packs else _back(year, form_file(year, department))
    with stage.opened(stage.company, editor) as workspace:
        number = next(m.number for m in merges_of(workspace.snapshot()) if m.file == file.name)
    stage.tell("merge.back", number=str(number), department=stage.cast.department(department))
    stage.run(editor, "merge", stage.company, "--undo", str(number), most=4)
    stage.run(editor, "merge", stage.company, file, most=4)


def _answer(year: Year, department: str) -> Path:
    return _back(year, f"{year.report}-{department}.answer.annalspack")


def _back(year: Year, name: str) -> Path:
    return year.stage.folder / "back" / name
