"""Contacts without Annals: an Excel form is filled in as people do it, and comes back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.cli.played.beginning import Year
from schema.catalogue.definitions import BLOCK
from schema.exchange.forms.layout import EVIDENCE, FOOTNOTE, OMISSION, VALUE
from schema.validation.issue import ListAt, write_subject
from schema.values.datapoint import DataPoint
from schema.values.omissions import OMISSIONS
from schema.values.subject import write_text

if TYPE_CHECKING:
    from exporters.excel.forms.filling import FilledForm

_FULL_WIDTH = str.maketrans("0123456789.,%", "０１２３４５６７８９．，％")
# What the one who stands in types otherwise than the contact.
DIFFERS = ("property.agencies@2022", "65 家")
# The value for which a form names a file of evidence.
_PROVED = "ip.authorisations.checked@2022"
# What is left out with a reason, and has a value after all when it is asked about.
OMITTED = {"legal": "partners.standards@2022"}


@dataclass(frozen=True, slots=True)
class Filled:
    """Who fills a form in, and what is typed otherwise than it was published, by canonical keys.

    `omitted` is a key that is left out with a reason, `again` the only one that is typed where the form holds the rest.
    Who types `figures_only` hands nothing in.
    """

    who: str
    other: Mapping[str, str] = field(default_factory=dict[str, str])
    omitted: str = ""
    again: str = ""
    figures_only: bool = False


def named_item(year: Year) -> str:
    """Return the value for which a form of the plan names a file; empty where none does."""
    asked = {key.canonical() for code in year.plan.forms for key in year.published.asked(code)}
    return _PROVED if _PROVED in asked else ""


def form_file(year: Year, department: str) -> str:
    """Return the name of a department's form."""
    return f"{year.report}-{department}.xlsx"


def fill_form(year: Year, department: str, filled: Filled, name: str = "") -> int:
    """Fill a department's form in and put it among those that came back; returns how many rows were moved."""
    from exporters.excel.forms.filling import FilledForm  # deferred: openpyxl takes its time

    form = FilledForm(year.sent(form_file(year, department)))
    _figures(year, department, filled, form)
    if not (filled.figures_only or filled.again):
        _words(year, department, form)
    phrases = year.published.definitions.catalogue.phrases
    yes = phrases["form.finished.yes"].best(year.stage.speaker.language)
    form.sign(filled.who, "" if filled.figures_only else yes)
    moved = form.sort(VALUE)
    form.save(year.stage.folder / "back" / (name or form_file(year, department)))
    return moved


def _figures(year: Year, department: str, filled: Filled, form: FilledForm) -> None:
    asked = set(year.published.asked(department))
    phrases, language = year.published.definitions.catalogue.phrases, year.stage.speaker.language
    for nth, point in enumerate(point for point in year.published.points(department) if point.key in asked):
        key = point.key.canonical()
        if filled.again not in ("", key):
            continue
        beside = {FOOTNOTE: point.footnote} if point.footnote or filled.again else {}
        beside |= {OMISSION: ""} if filled.again else {}
        beside |= {EVIDENCE: year.stage.words("form.evidence")} if key == _PROVED else {}
        if key == filled.omitted:
            reason = phrases[OMISSIONS["not_collected"].phrase].best(language)
            beside = {OMISSION: reason, FOOTNOTE: year.stage.words("form.omitted")}
        form.value(key, "" if key == filled.omitted else filled.other.get(key, _as_people_type(point, nth)), beside)


def _words(year: Year, department: str, form: FilledForm) -> None:
    published, language = year.published, year.published.outline.language
    for at in published.texts(department):
        form.text(write_text(at), published.text(at, language))
    for block, records in published.lists(department).items():
        place = write_subject(ListAt(year.report, block))
        for record in records:
            kept = {code: cell for code, cell in record.fields.items() if code != BLOCK}
            form.record(place, record.key.type, {c: f.words.get(language) or f.typed for c, f in kept.items()})


def _as_people_type(point: DataPoint, nth: int) -> str | float:
    """Return a value as somebody types it: as text with its words, in full width, or as a number of the cell."""
    if nth % 3 == 1:
        return point.typed.translate(_FULL_WIDTH)
    if nth % 3 == 2 and point.value is not None and not point.qualifier:
        return float(point.value)
    return point.typed


def answer_forms(year: Year) -> None:
    """Let those who got a form and are not late fill it in; one leaves words where a number is asked for."""
    stage, plan = year.stage, year.plan
    stage.chapter("forms")
    for department in plan.forms:
        if department in plan.late:
            continue
        who = stage.cast.contact(department)
        wrong = {key.canonical(): stage.words("form.see") for key in year.published.asked(department)[:1]}
        moved = fill_form(year, department, Filled(who, wrong if department == plan.puzzled else {}))
        stage.tell("form.filled", who=who, file=f"back/{form_file(year, department)}", moved=str(moved))
        if department == plan.puzzled:
            stage.tell("form.puzzled", who=who, words=stage.words("form.see"))
    if plan.deputy:
        _copy(year, plan.deputy)


def _copy(year: Year, department: str) -> None:
    """Let a second person fill in a copy of the form, with one figure that differs."""
    stage = year.stage
    who = stage.cast.deputy(department)
    key, typed = DIFFERS
    fill_form(year, department, Filled(who, {key: typed}, figures_only=True), f"{department}-2.xlsx")
    stage.tell("form.copy", who=who, file=f"back/{department}-2.xlsx", value=typed)
