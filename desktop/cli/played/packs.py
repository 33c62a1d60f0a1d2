"""Contacts who have Annals: a pack becomes a small workspace, is filled in, checked, handed in, and goes back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from desktop.cli.played.beginning import Year
from desktop.cli.played.doubts import answer_doubts
from desktop.cli.played.typing import Cells, keys_known, own_words, type_words, write_figures
from schema.sample import remarks_given
from schema.values.datapoint import DataPoint

# What is typed wrong at first: a zero too many, and yuan where ten thousands of yuan were meant.
SLIPS: Mapping[str, Mapping[str, str]] = {
    "hr": {"workforce.ethnicities@2022": "320 个民族", "training.expense@2022": "1,171 元"},
    "content": {"youth.summer.videos@2022": ""},
}
_PROVED: Mapping[str, str] = {"hr": "training.expense@2022"}
# About which item a contact asks the editor.
ASKS: Mapping[str, str] = {"admin": "safety.firstaid.certified@2022"}
_NOTED: Mapping[str, str] = {"hr": "training.expense@2022", "admin": "safety.firstaid.people@2022"}


def answer_packs(year: Year, departments: Iterable[str]) -> None:
    """Let each of these departments answer from the pack that it got."""
    for department in departments:
        _open(year, department)
        _figures(year, department)
        _words(year, department)
        hand_in(year, department)


def _open(year: Year, department: str) -> None:
    stage = year.stage
    who = stage.cast.contact(department)
    stage.chapter("pack", department=stage.cast.department(department), who=who)
    pack = year.sent(f"{year.report}-{department}.annalspack")
    year.small(department).parent.mkdir(exist_ok=True)
    stage.run(who, "open", pack, "--to", year.small(department), most=6)


def _figures(year: Year, department: str) -> None:
    stage, small = year.stage, year.small(department)
    who, slips = stage.cast.contact(department), SLIPS.get(department, {})
    notes = {_NOTED[department]: stage.words(f"note.{department}")} if department in _NOTED else {}
    path = stage.folder / "typed" / f"{department}.csv"
    with stage.opened(small, who) as workspace:
        points = keys_known(workspace, year.published.points(department))
    if slips:
        stage.tell("pack.slips" if all(slips.values()) else "pack.lacks", who=who)
        there = [point for point in points if slips.get(point.key.canonical(), "-")]
        write_figures(path, there, Cells(values=slips, notes=notes))
        stage.run(who, "import", small, path)
        _told(year, department, points)
    write_figures(path, points, Cells(notes=notes))
    stage.tell("pack.figures", who=who, count=str(len(points)))
    stage.run(who, "import", small, path, most=4)


def _told(year: Year, department: str, points: tuple[DataPoint, ...]) -> None:
    """What the program says of the slips: checks find them, a share with something missing is not taken."""
    stage, small = year.stage, year.small(department)
    who = stage.cast.contact(department)
    if all(SLIPS[department].values()):
        stage.run(who, "check", small, "--report", year.report, most=12)
    else:
        stage.run(who, "submit", small, "--report", year.report, "--department", department, expect=1)


def _words(year: Year, department: str) -> None:
    stage, published = year.stage, year.published
    who = stage.cast.contact(department)
    subjects = {point.key.canonical() for point in published.points(department)}
    with stage.opened(year.small(department), who) as workspace:
        places = type_words(workspace, own_words(published, department))
        answered = answer_doubts(workspace, remarks_given(stage.speaker.resources / "sample"), subjects)
    if department in _PROVED:
        _prove(year, department, _PROVED[department])
    if department in ASKS:
        _ask(year, department, ASKS[department])
    if places:
        records = sum(map(len, published.lists(department).values()))
        stage.tell("pack.words", who=who, texts=str(len(published.texts(department))), records=str(records or ""))
    if answered:
        stage.tell("pack.doubts", who=who, count=str(answered))


def _ask(year: Year, department: str, item: str) -> None:
    """Ask the editor about an item; the question travels with the answer, what is replied with the next pack."""
    stage, who = year.stage, year.stage.cast.contact(department)
    stage.tell("pack.question", who=who)
    stage.run(who, "ask", year.small(department), item, "--question", stage.words(f"question.{department}"))


def _prove(year: Year, department: str, item: str) -> None:
    """Attach a file to a value; it travels with the answer."""
    stage, who = year.stage, year.stage.cast.contact(department)
    ledger = stage.folder / "typed" / f"{stage.words('evidence.name')}.csv"
    ledger.write_text(stage.words("evidence.rows"), encoding="utf-8")
    stage.tell("pack.evidence", who=who)
    stage.run(who, "attach", year.small(department), item, ledger)


def hand_in(year: Year, department: str) -> None:
    """Hand a share in, and make the pack that goes back."""
    stage, small = year.stage, year.small(department)
    who = stage.cast.contact(department)
    stage.run(who, "submit", small, "--report", year.report, "--department", department)
    stage.run(who, "answer", small, "--out", stage.folder / "back")
