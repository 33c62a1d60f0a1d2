"""What is asked of whoever fills in here: states, what came back, what is missing, the way through, where one begins."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from desktop.window.settings import Place, Settings
from desktop.work.first_place import first_place, first_report
from desktop.work.item_states import ITEM_STATES, item_state
from desktop.work.moments import moment_of
from desktop.work.my_work import Looking, MyWork, has_own_work, my_work, own_sections
from desktop.work.open_items import neighbour, own_stops, present_stops, report_stops
from desktop.work.questions import ItemOf, put_question
from desktop.work.requests import Act, give_back, submit
from schema.grammar.reference import Key
from schema.validation.issue import Issue
from schema.values.changes import keep, thing_at
from schema.values.datapoint import DataPoint
from schema.values.people import Person
from schema.values.requests import Request, Step
from schema.values.subject import RequestAt
from schema.workspace import Workspace
from tests.desktop.conftest import YEAR

REPORT, ME, EDITOR, REVIEWER = f"csr-{YEAR}", "行政联系人", "编辑", "审核人"
ASKED = RequestAt(REPORT, "admin")
GAS, DIESEL = Key("energy.gas", YEAR), Key("energy.diesel", YEAR)


@pytest.fixture
def company(workspace_file: Path):
    """The small company, whose administration was asked for its share."""
    with Workspace.open(workspace_file, write=True, who=EDITOR) as workspace:
        people = (
            Person(EDITOR, "", "editor"), Person(ME, "admin", "contact"), Person("同事", "admin", "contact"),
            Person(REVIEWER, "", "reviewer"),
        )  # fmt: skip
        request = Request(REPORT, "admin", "2023-03-15", "按年末口径", Step(EDITOR, "2023-02-01T00:00:00Z"))
        workspace.apply([keep(thing) for thing in (*people, request)])
        yield workspace


def act(who: str, hour: int, words: str = "") -> Act:
    return Act(who, datetime(2023, 3, 1, hour, tzinfo=UTC), words)


def read(workspace: Workspace, day: date = date(2023, 3, 6), issues: tuple[Issue, ...] | None = ()) -> MyWork:
    work = my_work(moment_of(workspace), REPORT, Looking(ME, day), workspace.history(), issues)
    assert work is not None
    return work


def item(work: MyWork, key: Key):
    return next(one for one in work.items if one.item.at == key)


def write(workspace: Workspace, key: Key, text: str) -> None:
    workspace.act_as(ME)
    workspace.apply([keep(DataPoint(key, Decimal(text), typed=text))])


def returned(workspace: Workspace) -> None:
    """The share was handed in, and the diesel returned with a reason."""
    workspace.act_as(ME)
    share = moment_of(workspace).shares(REPORT)["admin"]
    workspace.apply(submit(share, act(ME, 8, "later")))
    workspace.act_as(REVIEWER)
    moment = moment_of(workspace)
    back = act(REVIEWER, 9, "请核对单位")
    workspace.apply(give_back(moment, (moment.shares(REPORT)["admin"],), [DIESEL.canonical()], back))


def test_every_item_stands_under_its_section_with_both_years(company):
    work = read(company)
    assert [section.code for section in work.sections] == ["green.energy", "people"]
    gas, diesel = item(work, GAS), item(work, DIESEL)
    assert (gas.state, gas.last.value, gas.now.value) == ("empty", Decimal(1000), None)
    assert (diesel.state, diesel.now.value) == ("filled", Decimal(50))
    assert work.progress.filled + work.progress.open == len(work.items)
    assert work.lacking.values == sum(one.item.kind == "value" for one in work.to_do)
    assert work.request.guidance == "按年末口径"
    assert work.colleagues == {"同事": 0}


def test_what_is_open_after_the_due_day_is_late_and_what_is_there_is_not(company):
    work = read(company, date(2023, 3, 16))
    assert (item(work, GAS).state, item(work, DIESEL).state) == ("late", "filled")
    assert item(read(company, date(2023, 3, 15)), GAS).state == "empty"


def test_before_the_first_check_nothing_is_called_filled(company):
    assert item(read(company, issues=None), DIESEL).state == "unchecked"


def test_a_returned_item_is_to_do_until_it_is_changed_and_then_said_to_be(company):
    returned(company)
    diesel = item(read(company), DIESEL)
    assert (diesel.state, diesel.to_do, diesel.item.note.returned.words) == ("returned", True, "请核对单位")
    assert [one.item.at for one in read(company).returned] == [DIESEL]
    write(company, DIESEL, "55")
    diesel = item(read(company), DIESEL)
    assert (diesel.state, diesel.to_do, diesel.taken_up) == ("filled", False, True)
    write(company, DIESEL, "50")
    assert item(read(company), DIESEL).state == "returned"  # put back is not changed


def test_a_reply_takes_a_returned_item_up_too(company):
    returned(company)
    company.act_as(ME)
    moment = moment_of(company)
    asked = next(one for one in moment.shares(REPORT)["admin"].items if one.at == DIESEL)
    company.apply([put_question(moment, ItemOf(REPORT, asked), "就是升吗？", act(ME, 10))])
    assert not item(read(company), DIESEL).to_do


def test_what_was_asked_of_the_department_waits_beside_its_item(company):
    moment = moment_of(company)
    asked = next(one for one in moment.shares(REPORT)["admin"].items if one.at == DIESEL)
    company.apply([put_question(moment, ItemOf(REPORT, asked), "含发电机吗？", act(EDITOR, 9))])
    (waiting,) = read(company).asked
    assert (waiting.item.at, waiting.questions[0].asked.words) == (DIESEL, "含发电机吗？")


def test_what_was_passed_on_to_a_colleague_is_not_mine_to_do(company):
    request = thing_at(moment_of(company).snapshot, ASKED)
    company.apply([keep(request.passed({GAS.canonical(): "同事"}))])
    work = read(company)
    assert (item(work, GAS).mine, item(work, GAS).person, item(work, GAS).to_do) == (False, "同事", True)
    assert item(work, GAS) not in work.to_do
    assert work.colleagues == {"同事": 1}


@pytest.mark.parametrize(
    ("codes", "said", "state"),
    [
        ((("contradiction.differs", "error"), ("change.far", "doubt")), ("returned",), "conflict"),
        ((("unit", "error"),), ("returned",), "error"),
        ((("change.far", "doubt"),), ("returned",), "returned"),
        ((("change.far", "doubt"),), (), "doubt"),
        ((("missing", "error"), ("metric.definition", "doubt")), (), "filled"),
        ((("contradiction.differs", "doubt"),), (), "doubt"),
    ],
)
def test_of_several_states_the_most_urgent_one_is_told(company, codes, said, state):
    asked = item(read(company), DIESEL).item
    issues = [Issue(code, severity, DIESEL) for code, severity in codes]
    assert item_state(asked, issues, said) == state


def test_an_open_item_never_counts_as_handed_in(company):
    asked = item(read(company), GAS).item
    order = [item_state(replace(asked, state="submitted"), (), said) for said in ((), ("late",), ("carried",))]
    assert order == ["empty", "late", "carried"]
    assert sorted(order, key=ITEM_STATES.index) == ["late", "carried", "empty"]


def test_the_way_leads_from_one_open_item_to_the_next_and_round(company):
    stops = own_stops(read(company))
    way = [stop.subject for stop in stops if stop.open]
    assert len(way) > 2
    assert neighbour(stops, way[0], 1).subject == way[1]
    assert neighbour(stops, way[-1], 1).subject == way[0]
    assert neighbour(stops, way[0], -1).subject == way[-1]
    assert neighbour(stops, "elsewhere", 1).subject == way[0]
    assert neighbour(stops, DIESEL.canonical(), 1).subject == neighbour(stops, GAS.canonical(), 1).subject
    assert neighbour([replace(stop, open=False) for stop in stops], way[0], 1) is None


def test_what_was_filled_in_since_is_passed_by(company):
    work = read(company)
    write(company, GAS, "1100")
    fresh = {stop.subject: stop.open for stop in present_stops(moment_of(company), work)}
    assert not fresh[GAS.canonical()]
    assert [stop.open for stop in report_stops(moment_of(company), REPORT) if stop.at == GAS] == [False]


def test_nothing_is_asked_of_whoever_belongs_to_no_asked_department(company):
    snapshot = moment_of(company).snapshot
    assert has_own_work(snapshot, REPORT, ME)
    assert not has_own_work(snapshot, REPORT, EDITOR)
    assert not has_own_work(snapshot, REPORT, "nobody")
    assert my_work(moment_of(company), REPORT, Looking(EDITOR, date(2023, 3, 6)), company.history(), ()) is None
    assert own_sections(moment_of(company), REPORT, "admin") == {"green.energy", "people"}


def test_each_role_begins_in_its_own_place_and_who_is_not_listed_in_the_sections(company):
    snapshot = moment_of(company).snapshot
    begun = {who: first_place(snapshot, who) for who in (ME, EDITOR, REVIEWER, "tester")}
    assert begun == {ME: "my_work", EDITOR: "overview", REVIEWER: "review", "tester": "sections"}
    assert (first_report(snapshot, ME), first_report(snapshot, EDITOR)) == (REPORT, "")


def test_a_place_is_remembered_for_each_person_and_an_older_one_is_anybodys(tmp_path):
    store, path = QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat), tmp_path / "w.annals"
    settings = Settings(store)
    store.setValue("place/" + str(path.resolve()).replace("/", "_"), "csr-2022|people")
    assert settings.place(path, ME) == Place("csr-2022", "people")
    settings.keep_place(path, ME, Place("csr-2022", "green.energy", "sheet"))
    assert settings.place(path, ME).room == "sheet"
    assert settings.place(path, EDITOR) == Place("csr-2022", "people")
    settings.keep_sees_all(path, ME, all_sections=True)
    assert (settings.sees_all(path, ME), settings.sees_all(path, EDITOR)) == (True, False)
