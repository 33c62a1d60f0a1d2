"""What a department is asked for, and how it stands: every count and state follows from what people did."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schema.catalogue.definitions import Metric, RecordType
from schema.catalogue.outline import Definitions, Outline, Placement, RecordsBlock, Section, TableBlock, TextBlock
from schema.grammar.formula import Formula
from schema.grammar.formula_parser import FormulaReader
from schema.grammar.reference import Key, RecordKey
from schema.moment import Moment
from schema.validation.approvals import approved_content, read_approvable, voids
from schema.validation.issue import FieldAt, Issue, write_subject
from schema.validation.shares import STATES, requests_of, shares_of
from schema.validation.unapproved import unapproved, unquoted
from schema.values.changes import clear, keep, overlay, upon
from schema.values.datapoint import DataPoint, Record, SlotText, Snapshot
from schema.values.figures import Figures
from schema.values.requests import Approval, ItemNote, Request, Step
from tests.factories import small_catalogue, words

YEAR = 2022
STEP = Step("编", "2026-11-30T00:00:00Z")
STAFF, MEN, WOMEN = (Key("staff.total", YEAR, category=c) for c in ("", "gender=male", "gender=female"))
GAS, PAPER = Key("energy.gas", YEAR), Key("waste.paper", YEAR)
LEAD = SlotText("r", "people.lead", "zh-Hans", "您好")
CASE = Record(RecordKey("case", "a"), "r", 1)
HR = ("staff.total@2022", "staff.total@2022:gender=male", "staff.total@2022:gender=female",
      "text/r/people.lead.zh-Hans", "list/r/cases")  # fmt: skip


@pytest.fixture(scope="module")
def definitions() -> Definitions:
    return make_definitions()


def make_definitions() -> Definitions:
    """A report that asks hr for people, a text and cases, admin for what a figure takes, nobody for a text."""
    catalogue = small_catalogue()
    known = catalogue.metrics
    figure = Metric("energy.twice", words("两倍"), "number", "m3", "", "flow", "hr")
    text = "[energy.gas] + [energy.gas@-1]"
    figure = replace(figure, formula=Formula(text, FormulaReader().read(text)))
    catalogue = replace(
        catalogue, metrics={**known, figure.code: figure}, records={"case": RecordType("case", words("案例"), ())}
    )
    rows = (Placement("staff.total"), Placement("staff.total:gender=*"), Placement("staff.total@-1"))
    people = (TableBlock("t", words("t"), rows), TextBlock("b", "people.lead"), RecordsBlock("cases", "case", "list"))
    sections = (
        Section("people", 1, words("人"), people, department="hr"),
        Section("energy", 1, words("能"), (TableBlock("e", words("e"), (Placement("energy.twice"),)),)),
        Section("rest", 1, words("余"), (TextBlock("c", "rest.lead"),)),
    )
    return Definitions(catalogue, {"r": Outline("r", YEAR, "zh-Hans", words("报告"), sections)})


def moment(definitions: Definitions, *things: object) -> Moment:
    return Moment(definitions, overlay(Snapshot(), [keep(thing) for thing in things]))


def point(key: Key, value: int = 1) -> DataPoint:
    return DataPoint(key, Decimal(value), typed=str(value))


def request(**more: object) -> Request:
    return Request("r", "hr", "2026-12-31", "", STEP, **more)


def approval(known: Moment, subject: str) -> Approval:
    at = read_approvable(subject)
    content = approved_content(at, known.definitions, known.figures)
    return Approval("r", subject, content, "审", STEP.at)


def test_each_thing_of_the_reports_year_is_asked_of_its_owner_once(definitions):
    shares = moment(definitions).shares("r")
    assert {code: tuple(item.subject for item in share.items) for code, share in shares.items()} == {
        "hr": HR, "": ("text/r/rest.lead.zh-Hans",), "admin": ("energy.gas@2022",),
    }  # fmt: skip
    assert [item.kind for item in shares["hr"].items] == ["value", "value", "value", "text", "list"]


def test_what_stands_there_is_answered_or_omitted_the_rest_is_missing(definitions):
    things = (point(MEN), DataPoint(WOMEN, omission="not_collected", footnote="why"), LEAD)
    share = moment(definitions, *things).shares("r")["hr"]
    assert [share.count(filled) for filled in ("answered", "omitted", "open")] == [2, 1, 2]
    assert [item.subject for item in share.missing] == ["list/r/cases", "staff.total@2022"]
    assert moment(definitions, *things, CASE).shares("r")["hr"].count("open") == 1


def test_what_is_left_out_without_a_word_of_why_is_missing(definitions):
    def filled(footnote: str) -> str:
        share = moment(definitions, DataPoint(WOMEN, omission="not_collected", footnote=footnote)).shares("r")["hr"]
        return next(item.filled for item in share.items if item.at == WOMEN)

    assert [filled(footnote) for footnote in ("", " ", "why")] == ["open", "open", "omitted"]


def test_a_sum_of_its_parts_is_an_answer(definitions):
    share = moment(definitions, point(MEN), point(WOMEN)).shares("r")["hr"]
    assert STAFF.canonical() not in [item.subject for item in share.missing]


def test_without_a_request_there_is_no_state_and_with_one_it_follows_what_was_done(definitions):
    def state(*things: object) -> str:
        return moment(definitions, *things).shares("r")["hr"].state

    assert state(point(MEN)) == ""
    assert state(request()) == "open"
    assert state(point(MEN), request(there=1)) == "open"
    assert state(point(MEN), request()) == "started"
    assert state(point(MEN), request(submitted=STEP)) == "submitted"
    assert state(point(MEN), request(submitted=STEP, returned=STEP)) == "returned"
    one = request(submitted=STEP, items={"staff.total@2022:gender=male": ItemNote(returned=STEP)})
    assert state(point(MEN), one) == "returned"


def test_a_record_of_this_year_beside_last_years_begins_a_share_though_its_list_stays_open(definitions):
    last_year = Record(RecordKey("case", "b"), "r", 2, carried="old")

    def share(*things: object):
        return moment(definitions, request(), last_year, *things).shares("r")["hr"]

    assert share().state == "open"
    assert (share(CASE).state, share(CASE).count("open")) == ("started", len(HR))
    assert {item.state for item in share(CASE).items} == {"started"}


def test_a_share_is_approved_where_each_of_its_items_is_and_a_changed_one_is_submitted_again(definitions):
    things = [point(MEN), request(submitted=STEP)]
    known = moment(definitions, *things)
    approvals = [approval(known, subject) for subject in HR]
    assert moment(definitions, *things, *approvals[1:]).shares("r")["hr"].state == "submitted"
    assert moment(definitions, *things, *approvals).shares("r")["hr"].state == "approved"
    changed = moment(definitions, point(MEN, 2), *things[1:], *approvals).shares("r")["hr"]
    assert (changed.state, len(changed.in_state("approved"))) == ("submitted", len(HR) - 1)
    assert [item.subject for item in changed.in_state("submitted")] == [MEN.canonical()]


def test_the_state_of_a_value_is_its_own_where_it_was_returned_or_approved_singly(definitions):
    things = [point(MEN), point(WOMEN)]
    one = request(submitted=STEP, items={WOMEN.canonical(): ItemNote(returned=STEP)})
    known = moment(definitions, *things, one)
    states = moment(definitions, *things, one, approval(known, MEN.canonical())).states
    assert {key.canonical(): state for key, state in states.items()} == {
        "staff.total@2022": "submitted", MEN.canonical(): "approved", WOMEN.canonical(): "returned",
    }  # fmt: skip


def test_of_several_requests_the_least_finished_one_is_told(definitions):
    other = replace(definitions.outlines["r"], code="s")
    both = replace(definitions, outlines={**definitions.outlines, "s": other})
    things = (point(MEN), request(submitted=STEP), replace(request(), report="s"))
    assert moment(both, *things).states[MEN] == "started"


def test_a_blank_item_is_open_and_not_wrong(definitions):
    share = moment(definitions, point(MEN, -1)).shares("r")["hr"]
    wrong = {item.subject: item.errors for item in share.items if item.errors}
    assert wrong == {MEN.canonical(): 1}
    assert not any(item.errors + item.doubts for item in moment(definitions).shares("r")["hr"].items)


def test_the_counts_of_a_share_are_the_issues_at_its_items_without_blanks_and_without_the_catalogues(definitions):
    printed = Issue("published.unaccounted", "doubt", STAFF)
    blank, lacking = Issue("missing", "error", STAFF), Issue("metric.undefined", "doubt", STAFF)
    column = Issue("record.required", "doubt", subject=FieldAt(RecordKey("case", "a"), "title", "cases"))
    known = moment(definitions, point(MEN), CASE)
    share = shares_of(known.contents("r"), definitions, (printed, blank, lacking, column, column))["hr"]
    counts = {item.subject: (item.errors, item.doubts) for item in share.items if item.errors + item.doubts}
    assert counts == {STAFF.canonical(): (0, 1), "list/r/cases": (0, 2)}
    assert STAFF.canonical() in [item.subject for item in share.missing]


THINGS = st.lists(
    st.sampled_from(
        [point(MEN), point(WOMEN), point(STAFF), point(GAS), LEAD, CASE, DataPoint(MEN, omission="legal"),
         DataPoint(WOMEN, unread="many")]
    ),
    max_size=6,
)  # fmt: skip
REQUESTS = st.builds(request, submitted=st.none() | st.just(STEP), returned=st.none() | st.just(STEP))
DEFINITIONS = make_definitions()


@given(THINGS, REQUESTS, st.sets(st.sampled_from(HR)))
def test_counts_add_up_and_a_whole_is_never_further_than_its_parts(things, asked, approved):
    known = moment(DEFINITIONS, *things, asked)
    share = moment(DEFINITIONS, *things, asked, *(approval(known, subject) for subject in approved)).shares("r")["hr"]
    assert sum(share.count(filled) for filled in ("answered", "omitted", "open")) == len(share.items)
    assert sum(len(share.in_state(state)) for state in STATES) == len(share.items)
    assert {item.subject for item in share.in_state("approved")} == approved
    assert (share.state == "approved") == (approved == set(HR))
    assert len(share.missing) == share.count("open")


@given(THINGS, THINGS, st.sets(st.sampled_from(HR)))
def test_an_approval_falls_exactly_where_what_was_approved_has_become_another(things, later, approved):
    known = moment(DEFINITIONS, *things)
    approvals = {subject: approval(known, subject) for subject in approved}
    before = overlay(known.snapshot, [keep(one) for one in approvals.values()])
    changes = upon(before, [*map(keep, later), clear(PAPER)])
    after = Figures(DEFINITIONS.catalogue, overlay(before, changes))
    void = voids(changes, DEFINITIONS, after)
    fallen = {change.subject.subject for change in void}
    assert {change.reason for change in void} <= {"approval.voided"}
    now = {s: approved_content(read_approvable(s), DEFINITIONS, after) for s in approved}
    assert fallen == {subject for subject in approved if now[subject] != approvals[subject].content}


def test_a_note_changes_no_approval_a_footnote_does(definitions):
    known = moment(definitions, point(MEN))
    content = approval(known, MEN.canonical()).content
    for field, same in (("note", True), ("source", True), ("footnote", False), ("qualifier", False)):
        other = moment(definitions, replace(point(MEN), **{field: "over"}))
        assert (approval(other, MEN.canonical()).content == content) == same


def test_requests_are_found_by_report_and_department(definitions):
    assert [at.department for at in requests_of(moment(definitions, request()).figures)] == ["hr"]


def test_what_was_asked_and_is_not_approved_keeps_a_report_from_being_final(definitions):
    def codes(*things: object) -> set[str]:
        now = moment(definitions, *things)
        return {issue.code for issue in unapproved(now.shares("r").values(), definitions, now.figures)}

    done = [point(MEN), request(submitted=STEP)]
    known = moment(definitions, *done)
    assert codes(point(MEN)) == set()
    assert codes(point(MEN), request()) == {"request.unsubmitted"}
    assert codes(*done) == {"request.unapproved"}
    assert codes(*done, *(approval(known, subject) for subject in HR)) == set()


def test_a_quotation_waits_for_whoever_is_quoted(definitions):
    outline = definitions.outlines["r"]
    quotes = (TextBlock("q", "people.quote", "quote"), RecordsBlock("cases", "case", "quotes"))
    quoting = replace(outline, chapters=(Section("people", 1, words("人"), quotes),))
    known = replace(definitions, outlines={"r": quoting})
    said = replace(LEAD, slot="people.quote")

    def waiting(*things: object) -> list[str]:
        now = moment(known, *things)
        return [write_subject(issue.at) for issue in unquoted(quoting, known, now.figures)]

    places = ["text/r/people.quote.zh-Hans", "record/case/a"]
    assert waiting(said, CASE) == places
    now = moment(known, said, CASE)
    plain, quoted = ([replace(approval(now, at), quoted=name) for at in places] for name in ("", "张三"))
    assert waiting(said, CASE, *plain) == places
    assert waiting(said, CASE, *quoted) == []
    assert waiting(replace(said, text="您也好"), CASE, *quoted) == places[:1]
