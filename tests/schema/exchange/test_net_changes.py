"""Two states of a workspace compared: only what is different in the end, each thing once, of the right kind."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import given, settings

from schema.catalogue.compiled import with_hash
from schema.catalogue.outline import Outline
from schema.exchange.net_changes import concerning, definition_changes, net_changes
from schema.grammar.reference import Key, RecordKey
from schema.grammar.words import Words
from schema.values.datapoint import DataPoint, Field, Record, SlotText
from schema.values.kept_things import KEPT, form_of, state_of, subject_of
from schema.values.requests import Approval
from tests import shipped
from tests.factories import small_definitions
from tests.schema.values.test_changes import COMMANDS, Store

GAS = Key("energy.gas", 2022)
TITLE = Words("报告", "報告", "Report")
POINT = DataPoint(GAS, Decimal("1.50"), typed="1.50")


def states(*things):
    kept = {}
    for thing in things:
        form = form_of(subject_of(thing))
        kept.setdefault(form.kind, {})[form.stored(subject_of(thing))] = state_of(subject_of(thing), thing)
    return kept


def kinds(before, after):
    return [(change.kind, change.text) for change in net_changes(before, after)]


def test_a_number_typed_otherwise_is_no_difference_and_one_with_a_footnote_is():
    assert kinds(states(POINT), states(replace(POINT, value=Decimal("1.5"), typed="1.5"))) == []
    assert kinds(states(POINT), states(replace(POINT, footnote="含食堂"))) == [("value", "energy.gas@2022")]
    assert kinds(states(POINT), states(replace(POINT, qualifier="over"))) == [("value", "energy.gas@2022")]


def test_a_value_that_is_left_out_or_no_longer_is_an_omission():
    omitted = DataPoint(GAS, omission="legal")
    assert kinds(states(POINT), states(omitted)) == kinds(states(omitted), states(POINT)) == [
        ("omission", "energy.gas@2022")
    ]  # fmt: skip
    assert kinds(states(), states(POINT)) == [("value", "energy.gas@2022")]


def test_an_approval_that_fell_is_a_change_of_its_own_kind():
    approval = Approval("r", "energy.gas@2022", "0" * 64, "审", "2026-11-30T00:00:00Z")
    assert kinds(states(approval), states()) == [("approval", "approval/r/energy.gas@2022")]


@given(COMMANDS)
@settings(max_examples=settings.default.max_examples // 3)  # each reads its history at four moments
def test_exactly_what_differs_between_two_moments_is_told(commands):
    from schema.storage.reading import last_number
    from schema.storage.replay import snapshot_at, states_at

    store = Store()
    for command in commands:
        store.apply(command)
    last = store.read_rows(last_number)
    for number in range(0, last + 1, max(1, last // 3)):
        before, after = (store.read_rows(lambda rows, n=n: states_at(rows, n)) for n in (number, last))
        told = {change.subject for change in net_changes(before, after)}
        old, new = (store.read_rows(lambda rows, n=n: snapshot_at(rows, n)) for n in (number, last))
        for kept in KEPT:
            was, now = kept.place.all(old), kept.place.all(new)
            for subject in was.keys() | now.keys():
                if subject in told:
                    assert was.get(subject) != now.get(subject)
                elif kept.form.kind in ("text", "record", "approval"):
                    assert was.get(subject) == now.get(subject)
    store.close()


def test_definitions_are_told_entry_by_entry_and_field_by_field():
    before = shipped.definitions()
    metrics = dict(before.catalogue.metrics)
    code, *_ = metrics
    metrics[code] = replace(metrics[code], name=Words("新名", "新名", "New name"))
    after = with_hash(replace(before, catalogue=replace(before.catalogue, metrics=metrics)))
    assert definition_changes(before, before) == ()
    (found,) = definition_changes(before, after)
    assert (found.kind, found.place, found.new("en")) == ("changed", f"metrics/{code}#name", "New name")
    fewer = with_hash(replace(before, catalogue=replace(before.catalogue, departments={})))
    gone = definition_changes(before, fewer)
    assert {(one.kind, one.sheet) for one in gone} == {("removed", "departments")}
    assert len(gone) == len(before.catalogue.departments)
    assert {one.kind for one in definition_changes(fewer, before)} == {"added"}


def test_a_value_that_a_report_only_names_in_a_text_or_a_record_of_either_side_concerns_it():
    definitions = replace(small_definitions(), outlines={"r": Outline("r", 2022, "zh-Hans", TITLE, ())})
    text = SlotText("r", "lead", "zh-Hans", "用气 {energy.gas} 立方米")
    record = Record(RecordKey("award", "r1"), "r", 1, {"title": Field(Words("{energy.gas}", "", ""))})
    (change,) = net_changes(states(), states(POINT))
    for thing, concerns in ((text, True), (record, True), (replace(text, report="other"), False)):
        for sides in ((states(thing), states()), (states(), states(thing))):
            assert concerning("r", definitions, *sides)(change) is concerns
    assert not concerning("r", definitions)(change)
