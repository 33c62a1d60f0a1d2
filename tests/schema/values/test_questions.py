"""Questions grow by answers only, so that desks which exchange them end with the same, in whichever order."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from schema.values.changes import keep, overlay
from schema.values.datapoint import Snapshot
from schema.values.passing import Passing
from schema.values.questions import Question, join, questions_of, threads
from schema.values.requests import Request, Step

STEPS = st.builds(
    Step, st.sampled_from(["编", "人", "王"]), st.sampled_from(["2026-11-30T08:00:00Z", "2026-11-30T09:00:00Z"]),
    st.sampled_from(["口径？", "含外籍", ""]),
)  # fmt: skip
ASKED = Question("r", "staff.total@2022", "editor", Step("人", "2026-11-29T08:00:00Z", "含外籍吗？"))
STATES = st.none() | st.lists(STEPS, max_size=4).map(lambda steps: ASKED.answered(*steps))


@given(STATES, STATES, STATES)
def test_together_desks_know_the_same_in_whichever_order_and_however_often(one, two, three):
    assert join(one, two) == join(two, one)
    assert join(join(one, two), three) == join(one, join(two, three))
    assert join(one, one) == one


@given(STATES, STATES)
def test_nothing_that_somebody_has_said_is_lost(one, two):
    known = {step for side in (one, two) if side for step in side.answers}
    together = join(one, two)
    assert set(together.answers if together else ()) == known
    assert together is None or (together.asked, together.id) == (ASKED.asked, ASKED.id)


def test_two_who_ask_the_same_at_one_time_ask_two_questions_and_one_asked_twice_is_one():
    other = replace(ASKED, asked=replace(ASKED.asked, by="王"))
    assert other.id != ASKED.id
    assert replace(ASKED, answers=(Step("编", "2026-11-30T08:00:00Z"),)).id == ASKED.id
    snapshot = overlay(Snapshot(), [keep(ASKED), keep(other), keep(ASKED)])
    assert set(questions_of(snapshot)) == {ASKED, other}


def test_what_is_asked_about_an_item_stands_together_in_the_order_in_which_it_was_asked():
    later = replace(ASKED, asked=Step("人", "2026-11-30T08:00:00Z", "一"))
    elsewhere = replace(later, subject="energy.gas@2022")
    snapshot = overlay(Snapshot(), [keep(later), keep(elsewhere), keep(ASKED), keep(replace(later, report="s"))])
    assert threads(snapshot, "r") == {"energy.gas@2022": (elsewhere,), "staff.total@2022": (ASKED, later)}


PERSONS = st.dictionaries(st.sampled_from(["", "a", "b"]), st.sampled_from(["王", "李"]))


@given(PERSONS, PERSONS)
def test_passed_on_is_what_one_side_did_where_the_other_did_nothing(base, now):
    assert Passing(base, now).upon(base) == now
    assert Passing(base, base).upon(now) == now
    assert Passing(base, now).upon(now) == now


@given(PERSONS, PERSONS, PERSONS)
def test_what_was_passed_on_here_counts_where_both_did(base, now, here):
    together = Passing(base, now).upon(here)
    assert all(together.get(at, "") in (now.get(at, ""), here.get(at, "")) for at in ("", "a", "b"))
    assert Passing(base, now).upon(together) == together or base != now


@given(PERSONS)
def test_a_request_tells_to_whom_it_was_passed_on(persons):
    request = Request("r", "hr", "2026-12-31", "", Step("编", "2026-11-30T08:00:00Z"))
    assert dict(request.passed(persons).persons) == persons
    assert request.passed(persons).passed({}) == request
