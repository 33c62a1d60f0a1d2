"""Requests as the command line shows them: lines for people, objects for programs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date

from desktop.cli.speaker import Speaker
from desktop.work.department_names import department_name as department_name_of
from desktop.work.questions import open_counts
from desktop.work.request_facts import request_facts
from schema.moment import Moment
from schema.validation.shares import AskedItem, Share, requests_of
from schema.values.questions import ASKED_OF
from schema.values.requests import Step

Entry = dict[str, object]


def asked_reports(moment: Moment, report: str) -> tuple[str, ...]:
    """Return the reports with requests, or the one that is named."""
    if report:
        return (report,)
    asked = {at.report for at in requests_of(moment.figures)}
    return tuple(code for code in sorted(moment.definitions.outlines) if code in asked)


def requests_document(moment: Moment, report: str, today: date) -> Entry:
    """Return the promised JSON document; `unasked` has what nobody is asked for in these reports."""
    reports = asked_reports(moment, report)
    entries = [request_entry(moment, share, today) for code in reports for share in _requested(moment, code)]
    return {"requests": entries, "unasked": [_unasked(moment, code) for code in reports]}


def _requested(moment: Moment, report: str) -> Iterator[Share]:
    shares = moment.shares(report)
    yield from (shares[code] for code in sorted(shares) if shares[code].request is not None)


def request_entry(moment: Moment, share: Share, today: date) -> Entry:
    """Return one request as a JSON object; the counts are of asked items."""
    request, facts = share.request, asdict(request_facts(share, moment.snapshot, today))
    assert request is not None
    overdue = facts.pop("overdue")
    return {
        **facts, "people": list(facts["people"]),
        "guidance": request.guidance, "asked_by": request.asked.by, "asked_at": _at(request.asked),
        "submitted_by": request.submitted.by if request.submitted else "", "submitted_at": _at(request.submitted),
        "incomplete": request.submitted.words if request.submitted else "",
        "reason": request.returned.words if request.returned and share.state == "returned" else "",
        "overdue": overdue, "person": request.person,
        "questions": open_counts(moment, share.report, {item.subject for item in share.items}),
        "items": [_item(item) for item in share.items if item.note],
    }  # fmt: skip


def _item(item: AskedItem) -> Entry:
    note = item.note
    reason = note.returned.words if note.returned else ""
    return {"subject": item.subject, "state": item.state, "guidance": note.guidance, "due": note.due or None,
            "reason": reason, "person": note.person}  # fmt: skip


def _at(step: Step | None) -> str | None:
    return step.at if step else None


def _unasked(moment: Moment, report: str) -> Entry:
    shares = moment.shares(report)
    owners = {code: len(share.items) for code, share in sorted(shares.items()) if code and share.request is None}
    nobody = sorted(item.subject for item in shares[""].items) if "" in shares else []
    return {"report": report, "departments": owners, "items": nobody}


def print_shares(moment: Moment, report: str, speaker: Speaker) -> None:
    """Print a line for each request, its reasons and guidance below, then what nobody is asked for."""
    for code in asked_reports(moment, report):
        for share in _requested(moment, code):
            print_share(moment, share, speaker)
        told = _unasked(moment, code)
        departments, items = told["departments"], told["items"]
        assert isinstance(departments, dict)
        assert isinstance(items, list)
        if departments:
            counts = ((department_name(moment, owner, speaker), count) for owner, count in departments.items())  # pyright: ignore
            names = ", ".join(f"{name} ({count})" for name, count in counts)
            speaker.say("cli.request.no_request", report=code, list=names)
        if items:
            speaker.say("cli.request.nobody", report=code, count=str(len(items)))  # pyright: ignore


def department_name(moment: Moment, code: str, speaker: Speaker) -> str:
    """Return what a department is called; one that the catalogue does not have stays its code."""
    return department_name_of(moment.catalogue, code, speaker.language)


def print_share(moment: Moment, share: Share, speaker: Speaker) -> None:
    """Print how one request stands, reasons, guidance and what waits for an answer below."""
    entry = request_entry(moment, share, speaker.today)
    name = department_name(moment, share.department, speaker)
    state = speaker.sentence(f"cli.request.{share.state}")
    late = speaker.sentence("cli.request.late") if entry["overdue"] else ""
    counts = {key: str(entry[key]) for key in ("asked", "answered", "omitted", "open", "errors", "doubts", "approved")}
    speaker.say(
        "cli.request.line", report=share.report, department=name, state=state, due=f"{entry['due']}{late}", **counts
    )
    for said in ("guidance", "reason", "incomplete"):
        if entry[said]:
            speaker.say(f"cli.request.{said}", text=indented(str(entry[said])))
    waiting = open_counts(moment, share.report, {item.subject for item in share.items})
    for side in ASKED_OF:
        if waiting[side]:
            speaker.say(f"cli.request.questions_{side}", count=str(waiting[side]))
    for subject, person in sorted(share.request.persons.items() if share.request else ()):
        speaker.say("cli.request.person", subject=subject, name=person)
    for item in share.items:
        _print_note(item, speaker)


def _print_note(item: AskedItem, speaker: Speaker) -> None:
    """Print what is said of one item: its own due date, its guidance, why it came back."""
    note = item.note
    if note.due:
        speaker.say("cli.request.item_due", subject=item.subject, due=note.due)
    if note.guidance:
        speaker.say("cli.request.item_guidance", subject=item.subject, text=indented(note.guidance))
    if note.returned and item.state == "returned":
        speaker.write(f"  {item.subject}: {indented(note.returned.words)}")


def indented(words: str) -> str:
    """Return words whose further lines stand in from the line that they begin in."""
    return words.replace("\n", "\n      ")


def item_entries(items: tuple[AskedItem, ...]) -> list[dict[str, str]]:
    """Return items as the promised objects of what is missing."""
    return [{"subject": item.subject, "kind": item.kind} for item in items]
