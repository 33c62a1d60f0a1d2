"""A department's share holds what it is asked for, whole and checkable, and nothing that others have said."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal

import pytest

from schema.catalogue.compiled import from_json, to_json
from schema.catalogue.outline import ChartBlock, Definitions, Group, Outline, Placement, Section, TableBlock
from schema.exchange.packs.cut_definitions import Whole, cut_share
from schema.exchange.packs.foreign_definitions import BadDefinitions, read_foreign
from schema.exchange.packs.request_pack import request_content
from schema.exchange.packs.share_things import share_things
from schema.grammar.formula import Formula, Operation, Ref
from schema.grammar.reference import Key
from schema.moment import Moment
from schema.validation.issue import write_subject
from schema.validation.shares import asked_items, shares_of
from schema.values.changes import keep, overlay
from schema.values.datapoint import DataPoint, Record, SlotText, Snapshot
from schema.values.holders import Holders
from schema.values.pack_origin import PackOrigin
from schema.values.people import Person, people_of
from schema.values.requests import Request, Step
from tests.factories import small_definitions, words

REPORT = "csr-2022"
BETWEEN = ("text.missing_value", "contradiction.")
STEP = Step("编", "2026-11-30T08:00:00Z")


def whole(moment: Moment) -> Whole:
    return Whole(moment.definitions, moment.snapshot, moment.contents)


def asked(report: str, department: str) -> Request:
    return Request(report, department, "2026-12-31", "", STEP)


@pytest.fixture(scope="module")
def moment(sample_definitions, sample_snapshot):
    return Moment(sample_definitions, sample_snapshot)


@pytest.fixture(scope="module")
def packs(moment):
    """For each department its share and the things that go with it."""
    found = {}
    for department in filter(None, shares_of(moment.contents(REPORT), moment.definitions)):
        share = cut_share(whole(moment), REPORT, department)
        found[department] = share, share_things(whole(moment), share, asked(REPORT, department))
    return found


def items(moment, department: str) -> dict[str, str]:
    found = asked_items(moment.contents(REPORT))
    return {item.subject: item.filled for item in found if item.owner == department}


def test_a_department_gets_exactly_what_it_is_asked_for_with_how_it_stands(moment, packs):
    assert len(packs) >= 15
    for department, (share, things) in packs.items():
        small = Moment(share.definitions, overlay(Snapshot(), map(keep, things)))
        assert items(small, department) == items(moment, department)
        others = {item.owner for item in asked_items(small.contents(REPORT))} - {department}
        assert not others, department


def test_nothing_of_what_others_have_said_goes_with_a_share(moment, packs):
    """Whatever is the same in two packs was asked of both, or stands in definitions that hold no values."""
    owner = {item.at: item.owner for item in asked_items(moment.contents(REPORT))}
    holders = Holders(moment.definitions)
    for department, (_, things) in packs.items():
        for thing in things:
            if isinstance(thing, DataPoint):
                assert department in holders.of(replace(thing.key, period=2022))
                assert owner.get(thing.key, department) == department
        texts = {(thing.report, thing.slot) for thing in things if isinstance(thing, SlotText)}
        for other, (_, theirs) in packs.items():
            if other != department:
                assert texts.isdisjoint((one.report, one.slot) for one in theirs if isinstance(one, SlotText))
        records = {thing.key for thing in things if isinstance(thing, Record) and thing.fields}
        for other, (_, theirs) in packs.items():
            if other != department:
                assert records.isdisjoint(one.key for one in theirs if isinstance(one, Record) and one.fields)


def test_no_value_of_another_department_is_written_anywhere_in_a_pack(moment, packs):
    """Looked for as text: the state of every value that is not this department's."""
    owner = {item.at: item.owner for item in asked_items(moment.contents(REPORT)) if isinstance(item.at, Key)}
    for department, (share, things) in packs.items():
        content = json.dumps(request_content(share, things), ensure_ascii=False)
        for at, theirs in owner.items():
            if theirs != department:
                assert f'"{at.canonical()}"' not in content


def test_the_same_is_found_wrong_in_a_share_as_in_the_whole(moment, packs):
    """But for what takes two: links to what others have, contradictions with it. Every fourth: checking takes time."""
    everywhere = moment.issues(REPORT)
    for share, things in list(packs.values())[::4]:
        own = {write_subject(at) for at in share.present.own}

        def found(issues, own=own):
            about = ((issue.code, write_subject(issue.at)) for issue in issues)
            return {(code, at) for code, at in about if at in own and not code.startswith(BETWEEN)}

        origin = PackOrigin("c", REPORT, share.department, "人", "0" * 32, 1, "0" * 64, "ab" * 16, 1, {})
        small = Moment(share.definitions, overlay(Snapshot(), map(keep, (*things, origin))))
        assert found(small.issues(REPORT)) == found(everywhere)


@pytest.mark.long  # seconds for each share
def test_what_a_share_is_checked_with_loads_as_any_definitions(packs):
    for share, _ in packs.values():
        given = to_json(share.definitions)
        text = read_foreign(json.loads(given))
        assert text == given == to_json(from_json(text))
        assert not any(metric.note for metric in share.definitions.catalogue.metrics.values())


def test_a_value_that_only_the_departments_words_name_goes_along_where_it_is_its_own(moment, packs):
    (share, things), (_, theirs) = packs["welfare"], packs["hr"]
    assert "youth.henan.pupils" not in share.present.metrics
    assert Key("youth.henan.pupils", 2022) in {thing.key for thing in things if isinstance(thing, DataPoint)}
    assert "youth.henan.pupils" not in json.dumps(request_content(packs["hr"][0], theirs))


def test_people_of_the_department_come_as_contacts_and_nobody_else_does(moment):
    everybody = [Person("编", "hr", "editor"), Person("人", "hr", "contact"), Person("别人", "admin", "contact")]
    with_people = Moment(moment.definitions, overlay(moment.snapshot, map(keep, everybody)))
    share = cut_share(whole(with_people), REPORT, "hr")
    small = overlay(Snapshot(), map(keep, share_things(whole(with_people), share, asked(REPORT, "hr"))))
    assert [(person.name, person.role) for person in people_of(small)] == [("人", "contact"), ("编", "contact")]


# figures, which the sample's departments have none of


def _with_figure(*codes: str) -> Definitions:
    """A report whose chart shows the sum of some metrics; gas is the administration's, staff the personnel's."""
    plain = small_definitions()
    tree = Operation("+", tuple(Ref(code) for code in codes))
    gas = plain.catalogue.metrics["energy.gas"]
    total = replace(gas, code="some.total", formula=Formula(" + ".join(f"[{code}]" for code in codes), tree))
    catalogue = replace(plain.catalogue, metrics={**plain.catalogue.metrics, "some.total": total})
    table = TableBlock(
        "t", words("t"), (Group(words("a")), Placement("staff.total"), Group(words("b")), Placement("energy.gas"))
    )
    chart = ChartBlock("c", "column", words("Sum"), (Placement("some.total"),))
    chapter = Section("one", 1, words("one"), (table, chart))
    return Definitions(catalogue, {"r": Outline("r", 2022, "en", words("r"), (chapter,))})


def _cut(definitions: Definitions, department: str):
    points = [DataPoint(Key(code, 2022), Decimal(5)) for code in ("energy.gas", "waste.paper", "staff.total")]
    moment = Moment(definitions, overlay(Snapshot(), map(keep, points)))
    share = cut_share(whole(moment), "r", department)
    (chapter,) = share.definitions.outlines["r"].chapters
    return moment, share, {block.id: block for block in chapter.blocks}


def test_a_figure_of_nothing_but_the_departments_own_stays_a_figure():
    _, share, blocks = _cut(_with_figure("energy.gas", "waste.paper"), "admin")
    assert blocks["c"].series == (Placement("some.total"),)
    assert blocks["t"].rows == (Group(words("b")), Placement("energy.gas"))
    assert share.definitions.catalogue.metrics.keys() == {"energy.gas", "waste.paper", "some.total"}
    assert share.present.figures == {"some.total"}


def test_a_figure_that_takes_what_others_have_gives_way_to_what_the_department_types_for_it():
    moment, share, blocks = _cut(_with_figure("waste.paper", "staff.total"), "admin")
    assert "c" not in blocks
    typed = blocks["c.typed"]
    assert (typed.caption, typed.rows) == (words("Sum"), (Placement("waste.paper"),))
    assert share.definitions.catalogue.metrics.keys() == {"energy.gas", "waste.paper"}
    things = share_things(whole(moment), share, asked("r", "admin"))
    assert {thing.key.metric for thing in things if isinstance(thing, DataPoint)} == {"energy.gas", "waste.paper"}


@pytest.mark.parametrize(
    "change",
    [
        lambda plain: plain["catalogue"]["metrics"]["values"][0].update(unit="parsec"),
        lambda plain: plain["catalogue"]["metrics"]["values"][0].update(name=7),
        lambda plain: plain["catalogue"]["metrics"]["values"][0].update(minimum="1E+999999"),
        lambda plain: plain["catalogue"]["metrics"]["values"][0].update(code="other"),
        lambda plain: plain["outlines"]["values"][0]["chapters"][0].update(level=9),
        lambda plain: plain["outlines"]["values"][0]["chapters"][0]["title"].update(en="\u202eevil"),
        lambda plain: plain.update(extra="field"),
        lambda plain: plain.clear(),
    ],
)
def test_definitions_that_nobody_would_have_written_are_refused(change):
    plain = json.loads(to_json(_with_figure("energy.gas", "waste.paper")))
    read_foreign(plain)
    change(plain)
    with pytest.raises(BadDefinitions):
        read_foreign(plain)


@pytest.mark.parametrize("plain", [None, [], "x", 5, {"_": "Definitions"}])
def test_what_are_no_definitions_at_all_is_refused(plain):
    with pytest.raises(BadDefinitions):
        read_foreign(plain)
