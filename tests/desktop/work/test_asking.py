"""Asking with words for all, for one department, for one item; the likely due day; what happened, read from history."""

from datetime import UTC, date, datetime

import pytest

from desktop.work.due_days import likely_due
from desktop.work.request_history import request_events
from desktop.work.requests import Act, Asking, ask
from schema.moment import Moment
from schema.validation.shares import Share
from schema.values.changes import overlay
from schema.values.datapoint import HistoryEntry
from schema.values.kept_things import canonical, state_of
from schema.values.requests import Approval, ItemNote, Request, Step
from schema.values.subject import ApprovalAt, RequestAt

REPORT, NOW = "csr-2022", datetime(2026, 11, 30, 9, tzinfo=UTC)
ACT, DUE = Act("编辑", NOW), date(2026, 12, 31)


@pytest.fixture(scope="module")
def moment(definitions, sample_snapshot):
    return Moment(definitions, sample_snapshot)


def asked_of(moment, departments, asking):
    changes = ask(moment, REPORT, departments, asking, ACT)
    return {change.after.department: change.after for change in changes}


def test_a_departments_own_words_stand_in_place_of_those_for_all(moment):
    requests = asked_of(moment, ["hr", "admin"], Asking(DUE, "for all", own={"hr": "for you"}))
    assert {code: one.guidance for code, one in requests.items()} == {"hr": "for you", "admin": "for all"}


def test_asking_again_keeps_words_that_are_left_out_and_takes_away_those_that_are_emptied(moment):
    first = ask(moment, REPORT, ["hr", "admin"], Asking(DUE, "said"), ACT)
    later = Moment(moment.definitions, overlay(moment.snapshot, first))
    requests = asked_of(later, ["hr", "admin"], Asking(date(2027, 1, 15), own={"hr": ""}))
    assert {code: (one.guidance, one.due) for code, one in requests.items()} == {
        "hr": ("", "2027-01-15"), "admin": ("said", "2027-01-15"),
    }  # fmt: skip


def test_words_for_an_item_are_kept_with_its_departments_request_and_give_it_no_due_day_of_its_own(moment):
    subject = moment.shares(REPORT)["hr"].items[0].subject
    requests = asked_of(moment, ["hr", "admin"], Asking(DUE, items={subject: " only here "}))
    assert requests["hr"].items == {subject: ItemNote("only here")}
    assert not requests["admin"].items
    later = Moment(moment.definitions, overlay(moment.snapshot, ask(
        moment, REPORT, ["hr"], Asking(DUE, items={subject: "x"}), ACT)))  # fmt: skip
    assert not asked_of(later, ["hr"], Asking(DUE, items={subject: ""}))["hr"].items


def due_on(day):
    return Share(REPORT, "hr", (), Request(REPORT, "hr", day, "", Step("编辑", "2026-11-01T00:00:00Z")))


@pytest.mark.parametrize(
    ("known", "today", "due"),
    [
        ((), date(2026, 11, 30), date(2026, 12, 28)),  # a Monday four weeks on
        ((), date(2026, 11, 28), date(2026, 12, 25)),  # a Saturday: the Friday before
        ((), date(2026, 11, 29), date(2026, 12, 25)),  # a Sunday, too
        (("2026-12-10", "2027-01-15"), date(2026, 11, 30), date(2027, 1, 15)),
        (("2026-11-30",), date(2026, 11, 30), date(2026, 12, 28)),  # today is no day to come
    ],
)
def test_the_likely_due_day_is_the_latest_to_come_or_a_working_day_in_four_weeks(known, today, due):
    assert likely_due([due_on(day) for day in known], today) == due


def entry(number, at, before, after, **more):
    given = {"who": "编辑", "reason": "", "when": NOW} | more
    kind = "request" if isinstance(at, RequestAt) else "approval"
    states = (state_of(at, before) if before else "", state_of(at, after) if after else "")
    return HistoryEntry(number, given["when"], given["who"], kind, canonical(at), *states, given["reason"], "")


def told(*entries, items=()):
    share = Share(REPORT, "hr", items)
    return [(event.what, event.who, event.words, event.count) for event in request_events(entries, share)]


def test_what_happened_with_a_request_is_told_step_by_step():
    at, asked = RequestAt(REPORT, "hr"), Request(REPORT, "hr", "2026-12-31", "", Step("编辑", "2026-11-30T09:00:00Z"))
    step = Step("人力", "2026-12-01T09:00:00Z", "meter broken")
    later = Request(REPORT, "hr", "2027-01-15", "said", asked.asked, sent=step, submitted=step)
    back = {"a@2022": ItemNote("", "", Step("审核人", "2026-12-02T00:00:00Z", "why")), "b@2022": ItemNote("words")}
    returned = Request(REPORT, "hr", "2027-01-15", "said", asked.asked, sent=step, submitted=step, items=back)
    lines = told(
        entry(1, at, None, asked), entry(2, at, asked, later), entry(3, at, later, returned, who="审核人"),
        entry(4, at, later, asked), entry(5, RequestAt(REPORT, "admin"), None, asked),
    )  # fmt: skip
    assert lines == [
        ("asked", "编辑", "2026-12-31", 0),
        ("due", "编辑", "2027-01-15", 0), ("guidance", "编辑", "said", 0),
        ("sent", "人力", "meter broken", 0), ("submitted", "人力", "meter broken", 0),
        ("items_returned", "审核人", "why", 1), ("items", "审核人", "", 1),
        ("due", "编辑", "2026-12-31", 0), ("guidance", "编辑", "", 0), ("taken_back", "编辑", "", 0),
    ]  # fmt: skip


def test_items_that_one_person_approves_at_once_are_one_line(moment):
    items = moment.shares(REPORT)["hr"].items[:3]
    places = [ApprovalAt(REPORT, item.subject) for item in items]
    given = [Approval(REPORT, at.subject, "hash", "审核人", "2026-12-02T00:00:00Z") for at in places]
    entries = [entry(n, at, None, one, who="审核人") for n, (at, one) in enumerate(zip(places, given, strict=True))]
    fallen = entry(9, places[0], given[0], None, reason="approval.voided")
    assert told(*entries, fallen, items=items) == [
        ("approved", "审核人", "", 3), ("unapproved", "编辑", "approval.voided", 1),
    ]  # fmt: skip
