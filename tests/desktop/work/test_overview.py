"""A report at one glance: its counts are those of its requests and its coverage, cells say what is most urgent."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from desktop.cli.request_lines import requests_document
from desktop.work.overview import Checked, overview
from desktop.work.overview_news import news
from desktop.work.requests import Act, Asking, approve, ask, give_back, need_share, submit
from schema.grammar.reference import Key
from schema.moment import Moment
from schema.validation.coverage import counts
from schema.values.changes import clear, keep, overlay
from schema.values.datapoint import DataPoint, SlotText, Snapshot
from schema.values.people import Person
from schema.workspace import Workspace

REPORT = "csr-2022"
BEFORE, DUE, AFTER = date(2023, 1, 20), date(2023, 1, 31), date(2023, 2, 3)
GAS, DIESEL = "energy.gas@2022", "energy.diesel@2022"


def act(who: str = "编辑", words: str = "") -> Act:
    return Act(who, datetime(2023, 1, 2, tzinfo=UTC), words)


@pytest.fixture(scope="module")
def asked_sample(sample_definitions, sample_snapshot):
    """The sample after three departments were asked; one value of the first is gone, another is far too large."""
    moment = Moment(sample_definitions, sample_snapshot)
    changes = [
        *ask(moment, REPORT, ["hr", "finance", "admin"], Asking(DUE), act()),
        keep(Person("人力资源联系人", "hr", "contact")),
        clear(Key("workforce.countries", 2022)),
        keep(DataPoint(Key("training.coverage", 2022), typed="1234", value=None)),
    ]
    return Moment(sample_definitions, overlay(sample_snapshot, changes))


@pytest.fixture(scope="module")
def shown(asked_sample):
    checked = Checked(asked_sample.issues(REPORT), asked_sample.contradictions(REPORT))
    return overview(asked_sample, REPORT, AFTER, checked)


def test_rows_count_what_the_command_of_requests_counts(asked_sample, shown):
    document = requests_document(asked_sample, REPORT, AFTER)
    told = {
        entry["department"]: (entry["answered"], entry["asked"], entry["omitted"], entry["due"], entry["overdue"])
        for entry in document["requests"]
    }
    assert told == {
        row.department: (row.answered, row.asked, row.share.count("omitted"), row.facts.due, row.standing == "late")
        for row in shown.asked
    }
    unasked = document["unasked"][0]
    rest = {row.department: row.asked for row in shown.rows if row.facts is None and row.department}
    assert rest == unasked["departments"]
    assert [item.subject for row in shown.rows if not row.department for item in row.share.items] == unasked["items"]
    assert {row.department for row in shown.asked} == {"hr", "finance", "admin"}


def test_each_item_stands_in_one_cell_of_its_chapter(asked_sample, shown):
    outline = asked_sample.outline(REPORT)
    chapters = {section.code: chapter.code for chapter in outline.chapters for section in chapter.walk()}
    for row in shown.rows:
        for code, cell in row.cells.items():
            assert {chapters[item.section] for item in cell.items} == {code}
        assert sum(len(cell.items) for cell in row.cells.values()) == row.asked
        assert sum(cell.count("answered") for cell in row.cells.values()) == row.answered
    assert [chapter.code for chapter in shown.chapters] == [
        chapter.code for chapter in outline.chapters if any(chapter.code in row.cells for row in shown.rows)
    ]
    assert shown.items == sum(len(share.items) for share in asked_sample.shares(REPORT).values())


def test_frameworks_count_what_the_command_of_coverage_counts(asked_sample, shown):
    for row in shown.coverage:
        found = counts(asked_sample.coverage(REPORT, row.framework))
        assert (row.answered, row.explained, row.open) == tuple(
            found[name] for name in ("answered", "explained", "open")
        )
        assert row.all == len(asked_sample.catalogue.frameworks[row.framework].disclosures)
    assert {row.framework for row in shown.coverage} == set(asked_sample.catalogue.frameworks)
    followed = [row.followed for row in shown.coverage]
    assert followed == sorted(followed, reverse=True)


def test_open_contradictions_are_those_of_the_command_and_mark_their_cells(asked_sample, shown):
    known = asked_sample.contradictions(REPORT)
    assert shown.contradictions == tuple(one for one in known if one.state == "open")
    errors = {item.subject for share in asked_sample.shares(REPORT).values() for item in share.items if item.errors}
    marked = {
        item.subject
        for row in shown.rows
        for cell in row.cells.values()
        if cell.standing in ("conflict", "error")
        for item in cell.items
    }
    assert errors <= marked


def test_before_a_check_nothing_is_wrong_and_that_is_said(asked_sample):
    shown = overview(asked_sample, REPORT, BEFORE, None)
    standings = {cell.standing for row in shown.rows for cell in row.cells.values()}
    assert not shown.checked
    assert shown.contradictions == ()
    assert standings.isdisjoint({"conflict", "error"})


def test_departments_that_were_asked_stand_before_those_that_were_not_and_people_are_named(shown):
    groups = [0 if row.facts else 1 if row.department else 2 for row in shown.rows]
    assert groups == sorted(groups)
    assert next(row for row in shown.rows if row.department == "hr").people == ("人力资源联系人",)


# a small report, through its year


@pytest.fixture
def workspace(workspace_file):
    """The small company: gas of last year, diesel and the men on the staff of this year are there."""
    with Workspace.open(workspace_file, write=True, who="编辑") as opened:
        yield opened


def look(workspace: Workspace, today: date = BEFORE):
    moment = Moment(workspace.definitions, workspace.snapshot())
    return moment, overview(moment, REPORT, today, Checked((), ()))


def cells(workspace: Workspace, today: date = BEFORE) -> dict[str, str]:
    _, shown = look(workspace, today)
    return {code: cell.standing for row in shown.rows if row.department for code, cell in row.cells.items()}


def number(code: str, value: str) -> DataPoint:
    return DataPoint(Key(code, 2022), Decimal(value), typed=value)


def test_a_cell_says_what_is_most_urgent_through_the_year(workspace):
    assert set(cells(workspace).values()) == {"unasked"}
    moment, shown = look(workspace)
    assert (shown.last_due, shown.next_due, shown.waiting) == ("", (), 0)
    workspace.apply([clear(Key("staff", 2022, category="gender=male")), *ask(moment, REPORT, [], Asking(DUE), act())])
    assert cells(workspace) == {"green": "started", "people": "open"}
    workspace.apply([keep(number("energy.gas", "12"))])
    assert cells(workspace, AFTER) == {"green": "started", "people": "late"}  # what is filled in is not late
    share = need_share(look(workspace)[0], REPORT, "admin")
    workspace.apply(submit(share, act("行政联系人")))
    moment, shown = look(workspace, AFTER)
    assert cells(workspace, AFTER) == {"green": "submitted", "people": "submitted"}
    assert (shown.late, shown.waiting, shown.longest_waiting) == ((), shown.rows[0].asked, shown.rows[0])
    share = need_share(moment, REPORT, "admin")
    workspace.apply(approve(moment, [share], [GAS], act("审核人")).changes)
    workspace.apply(give_back(moment, [share], [DIESEL], act("审核人", "请核对")))
    assert cells(workspace) == {"green": "returned", "people": "submitted"}


def test_a_department_counts_down_to_its_due_day(workspace):
    workspace.apply(ask(look(workspace)[0], REPORT, [], Asking(DUE), act()))
    for today, next_due, late in ((BEFORE, ["admin"], []), (DUE, ["admin"], []), (AFTER, [], ["admin"])):
        shown = look(workspace, today)[1]
        assert [row.department for row in shown.next_due] == next_due
        assert [row.department for row in shown.late] == late
        assert shown.last_due == DUE.isoformat()


def test_news_tell_what_was_done_since_newest_first(workspace):
    workspace.apply(ask(look(workspace)[0], REPORT, [], Asking(DUE), act()))
    since = workspace.replay.number
    workspace.apply([keep(number(code, "12")) for code in ("energy.gas", "energy.diesel", "users.daily")])
    moment = look(workspace)[0]
    workspace.apply(submit(need_share(moment, REPORT, "admin"), act("行政联系人")))
    moment = look(workspace)[0]
    share = need_share(moment, REPORT, "admin")
    workspace.apply(approve(moment, [share], [GAS, DIESEL], act("审核人")).changes)
    workspace.apply([keep(SlotText(REPORT, "green.energy.body", "zh-Hans", "用气更少。"))])
    found = news(workspace.history(since=since), look(workspace)[0], REPORT)
    assert [(one.what, one.departments, one.count) for one in found] == [
        ("changed", ("",), 1), ("approved", ("admin",), 2), ("submitted", ("admin",), 1), ("changed", ("admin",), 3),
    ]  # fmt: skip
    assert found[3].places == (Key("energy.gas", 2022), Key("energy.diesel", 2022), Key("users.daily", 2022))
    assert news(workspace.history(since=workspace.replay.number), moment, REPORT) == ()


def test_an_approval_that_falls_is_news(workspace):
    workspace.apply(ask(look(workspace)[0], REPORT, [], Asking(DUE), act()))
    workspace.apply(submit(need_share(look(workspace)[0], REPORT, "admin"), act("行政联系人")))
    moment = look(workspace)[0]
    workspace.apply(approve(moment, [need_share(moment, REPORT, "admin")], [DIESEL], act("审核人")).changes)
    since = workspace.replay.number
    workspace.apply([keep(number("energy.diesel", "51"))])
    found = news(workspace.history(since=since), look(workspace)[0], REPORT)
    assert {one.what for one in found} == {"changed", "unapproved"}


def test_few_changes_are_told_one_by_one_and_what_was_changed_back_is_none(workspace):
    workspace.apply([keep(number("energy.gas", "12"))])
    since = workspace.replay.number
    workspace.apply([keep(number("energy.gas", "15")), keep(number("users.daily", "7"))])
    workspace.apply([keep(number("users.daily", "8")), clear(Key("users.daily", 2022))])
    moment = look(workspace)[0]
    (only,) = news(workspace.history(since=since), moment, REPORT)
    assert (only.before, only.after) == (number("energy.gas", "12"), number("energy.gas", "15"))
    assert only.places == (Key("energy.gas", 2022),)


def test_what_another_report_is_asked_for_is_no_news_of_this_one(workspace):
    other = replace(workspace.definitions.outlines[REPORT], code="csr-2021", chapters=())
    moment = Moment(replace(workspace.definitions, outlines={"csr-2021": other}), Snapshot())
    workspace.apply(ask(look(workspace)[0], REPORT, [], Asking(DUE), act()))
    assert news(workspace.history(), moment, "csr-2021") == ()
