"""The year begins: a workspace without the year's values, the people, who is asked for what, what is sent."""

from __future__ import annotations

import csv
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from desktop.cli.played.published import EDITORIAL, Published
from desktop.cli.played.stage import Stage
from schema.catalogue.built_in import source_digest
from schema.catalogue.compiled import with_hash
from schema.catalogue.outline import Definitions
from schema.grammar.words import LANGUAGES
from schema.sample import sample_remarks
from schema.values.changes import overlay
from schema.workspace import Workspace

_WEEKS = 2  # that departments have
_MOVED = ("admin", "datacentre")  # who owns these items, to whom the editor gives them for a moment
_ITEMS = ("datacentre.iso14001.rate", "datacentre.iso22301.rate")


@dataclass(frozen=True, slots=True)
class Plan:
    """How departments answer: by `packs`, by `forms`, all others at the company's workspace; `late` ones are reminded.

    `deputy` is the department for which two people fill in copies of one form; the `puzzled` one types words where a
    number is asked for; the merge of the one `taken_back` is undone once.
    A year that is not `whole` ends with the approvals.
    """

    packs: tuple[str, ...]
    forms: tuple[str, ...]
    late: tuple[str, ...] = ()
    deputy: str = ""
    puzzled: str = ""
    taken_back: str = ""
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Year:
    """What is played: the published report, how it is answered, on which stage, from which day on."""

    stage: Stage
    published: Published
    plan: Plan
    today: date

    @property
    def report(self) -> str:
        """The report's code."""
        return self.published.report

    @property
    def due(self) -> date:
        """Until when departments are asked."""
        return self.today + timedelta(weeks=_WEEKS)

    @property
    def here(self) -> tuple[str, ...]:
        """The departments that answer at the company's workspace."""
        away = (*self.plan.packs, *self.plan.forms)
        return tuple(code for code in self.published.playing if code not in away)

    @property
    def asked(self) -> tuple[str, ...]:
        """The `--department` words of a call: none where everybody is meant."""
        departments = self.published.departments
        return ("--department", *departments) if departments else ()

    def small(self, department: str) -> Path:
        """Return the small workspace of a department."""
        return self.stage.folder / "small" / f"{department}.annals"

    def sent(self, name: str) -> Path:
        """Return a file among those that were sent."""
        return self.stage.folder / "sent" / name


def begin(year: Year) -> None:
    """Make the workspace, put the people in, ask and send."""
    _workspace(year)
    _people(year)
    if year.plan.whole:
        _owners(year)
    _ask(year)
    _send(year)


def with_four_eyes(definitions: Definitions, report: str) -> Definitions:
    """Return the definitions with a report in which nobody approves what they have changed last."""
    outline = replace(definitions.outlines[report], four_eyes=True)
    return with_hash(replace(definitions, outlines={**definitions.outlines, report: outline}))


def _workspace(year: Year) -> None:
    stage, published = year.stage, year.published
    stage.chapter("begin")
    definitions = with_four_eyes(published.definitions, year.report)
    source = source_digest(stage.speaker.resources)
    changes = published.beginning()
    with Workspace.create(stage.company, definitions, stage.cast.editor, source=source) as workspace:
        after = overlay(workspace.snapshot(), changes)
        remarks = sample_remarks(stage.speaker.resources / "sample", definitions, after, workspace.author, partial=True)
        workspace.apply([*changes, *remarks])
    left = len(published.snapshot.points) - len(after.points)
    title = published.outline.title.best(stage.speaker.language)
    stage.tell("begin.made", file=stage.company.name, title=title, count=str(left))
    stage.tell("begin.words", texts=str(_texts(published)), records=str(_records(published)))


def _texts(published: Published) -> int:
    return sum(len(published.texts(department)) for department in published.playing)


def _records(published: Published) -> int:
    lists = (published.lists(department) for department in published.playing)
    return sum(len(records) for own in lists for records in own.values())


def _people(year: Year) -> None:
    stage, cast = year.stage, year.stage.cast
    stage.chapter("people")
    language = stage.speaker.language
    others = [name for name in LANGUAGES if name != language]
    rows = [
        (cast.editor, EDITORIAL, "editor", "editor@example.com", language),
        (cast.reviewer, EDITORIAL, "reviewer", "reviewer@example.com", language),
        (cast.auditor, "", "auditor", "auditor@example.com", language),
    ]
    for nth, department in enumerate(year.published.playing):
        # Two of them are written to in the other languages, as in a company with offices elsewhere.
        own = others[nth - 1] if 0 < nth <= len(others) else language
        rows.append((cast.contact(department), department, "contact", f"{department}@example.com", own))
    if year.plan.deputy:
        name = cast.deputy(year.plan.deputy)
        rows.append((name, year.plan.deputy, "contact", f"{year.plan.deputy}2@example.com", language))
    path = stage.folder / "people.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows((("name", "department", "role", "email", "language"), *rows))
    stage.tell("people.listed", contacts=str(len(rows) - 3))
    stage.run(cast.editor, "people", stage.company, "--import", path, most=5)


def _owners(year: Year) -> None:
    """Look who owns what; two metrics are given to somebody else, who gives them back."""
    stage, editor, (mine, other) = year.stage, year.stage.cast.editor, _MOVED
    stage.chapter("owners")
    stage.run(editor, "owners", stage.company, "--report", year.report, most=6)
    names = {"old": stage.cast.department(mine), "new": stage.cast.department(other)}
    stage.tell("owners.moved", **names)
    items = (f"{metric}@{year.published.outline.year}" for metric in _ITEMS)
    stage.run(editor, "owners", stage.company, "--set", other, *items, "--reason", stage.words("owners.reason"))
    stage.tell("owners.back", **names)
    stage.run(editor, "owners", stage.company, "--undo")


def _ask(year: Year) -> None:
    stage, cast, report = year.stage, year.stage.cast, year.report
    stage.chapter("ask")
    stage.tell("ask.split", due=year.due.isoformat())
    at = ("request", stage.company, "--report", report)
    stage.run(cast.editor, *at, *year.asked, "--due", year.due.isoformat(), "--guidance", stage.words("ask.guidance"))
    if year.plan.whole:
        _ask_more(year, year.plan.packs[0])


def _ask_more(year: Year, department: str) -> None:
    """Tell one department something of its own, and ask it for one item earlier."""
    stage, cast, at = year.stage, year.stage.cast, ("request", year.stage.company, "--report", year.report)
    stage.tell("ask.own", department=cast.department(department))
    words = stage.words("ask.own.guidance")
    stage.run(cast.editor, *at, "--department", department, "--due", year.due.isoformat(), "--guidance", words, most=1)
    item = year.published.asked(department)[0].canonical()
    earlier = (year.due - timedelta(days=4)).isoformat()
    stage.tell("ask.only", department=cast.department(department))
    stage.run(
        cast.editor, *at, "--due", earlier, "--only", item, "--guidance", stage.words("ask.only.guidance"), most=1
    )  # fmt: skip


def _send(year: Year) -> None:
    stage, cast, plan = year.stage, year.stage.cast, year.plan
    stage.chapter("send")
    at = ("send", stage.company, "--report", year.report)
    to = ("--mail", "--out", stage.folder / "sent")
    stage.tell("send.packs", count=str(len(plan.packs)), list=stage.departments(plan.packs))
    stage.run(cast.editor, *at, "--department", *plan.packs, *to, most=3)
    stage.tell("send.forms", count=str(len(plan.forms)), list=stage.departments(plan.forms))
    stage.run(cast.editor, *at, "--department", *plan.forms, "--excel", *to, most=3)
    if year.here:
        stage.tell("send.here", count=str(len(year.here)), list=stage.departments(year.here))
