"""Who owns each item, from which level; another department named for many at once, and what goes along."""

from collections import Counter
from dataclasses import replace
from decimal import Decimal

import pytest

from desktop.work.catalogue_update import Choice, prepare
from desktop.work.owners import apply_owners, assign, last_owners_undone, owned_items, reassign
from schema.catalogue.compiled import from_json, to_json, with_hash
from schema.catalogue.outline import records_block
from schema.catalogue.owners import owners
from schema.errors import AnnalsError, RightsError
from schema.exchange.catalogue_update.update import Sources
from schema.moment import Moment
from schema.validation.named_owners import named_owners, part_place, with_owners
from schema.values.changes import keep
from schema.values.datapoint import Snapshot
from schema.values.people import Person
from schema.workspace import Workspace

VALUE = "workforce.countries@2022"
TEXT = "text/csr-2022/employees.lead"


@pytest.fixture(scope="module")
def moment(definitions):
    return Moment(definitions, Snapshot())


@pytest.fixture(scope="module")
def items(moment):
    return {(item.report, item.subject): item for item in owned_items(moment)}


@pytest.fixture
def workspace(definitions, tmp_path):
    report = {"csr-2022": definitions.outlines["csr-2022"]}
    with Workspace.create(tmp_path / "w.annals", with_hash(replace(definitions, outlines=report)), "编辑") as made:
        yield made


def owner_of(definitions, report, subject):
    items = owned_items(Moment(definitions, Snapshot()), report)
    return next(item.owned.department for item in items if item.subject == subject)


def test_every_item_names_the_place_from_which_its_owner_comes(moment, items):
    named = named_owners(moment.definitions)
    for item in items.values():
        assert (named[item.place] if item.place else "") == item.owned.department
        assert bool(item.place) == bool(item.owned.level)
    assert {item.owned.level for item in items.values()} >= {"section", "metric", "chapter", "outline"}


def test_the_owner_is_that_of_the_one_rule(moment, items):
    """Of what a report places itself: what only figures take has a rule of its own."""
    for code, outline in moment.definitions.outlines.items():
        known = owners(outline)
        for placed in moment.contents(code).items:
            _, block = outline.part(placed.block)
            listing = records_block(block)
            kind = (
                moment.catalogue.records.get(listing.type) if listing else moment.catalogue.metrics.get(placed.metric)
            )
            assert placed.owner == known[placed.section].of(kind.department if kind else "", block.department)


def test_a_value_is_named_as_its_metrics_where_nothing_nearer_names_anybody(moment, items):
    assert items["csr-2022", VALUE].owned.level == "metric"
    found = assign(moment, "finance", [VALUE], "csr-2022")
    assert [(one.place, one.before, one.after) for one in found.places] == [("workforce.countries", "hr", "finance")]
    assert {(one.item.report, one.item.subject, one.along) for one in found.moved} == {
        ("csr-2022", VALUE, False),
        ("esg-2021", "workforce.countries@2021", True),
    }


def test_a_value_that_a_section_gives_away_is_named_at_its_block_and_tells_what_goes_along(moment, items):
    value = items["csr-2022", "safety.firstaid.badges@2022"]
    assert value.owned.level == "section"
    found = assign(moment, "finance", [value.subject], "csr-2022")
    assert [one.place for one in found.places] == [part_place("csr-2022", value.asked.block)]
    along = {one.item.subject: one.along for one in found.moved}
    assert along.pop(value.subject) is False
    assert all(along.values())
    assert owner_of(found.definitions, "csr-2022", value.subject) == "finance"


def test_texts_are_named_at_their_block_with_or_without_a_language(moment):
    bare, full = (assign(moment, "财务部", [TEXT + end], "csr-2022") for end in ("", ".zh-Hans"))
    assert bare == full
    assert [(one.item.subject, one.along) for one in bare.moved] == [(f"{TEXT}.zh-Hans", False)]


def test_whole_sections_reports_and_metrics_are_named_as_such(moment):
    found = assign(moment, "finance", ["outline/csr-2022/society.employees", "workforce.countries"])
    assert {one.place for one in found.places} == {"outline/csr-2022/society.employees", "workforce.countries"}
    assert not any(one.along for one in found.moved)
    assert Counter(one.item.report for one in found.moved) == {"csr-2022": 8, "esg-2021": 1}


def test_what_is_so_already_changes_nothing(moment):
    found = assign(moment, "hr", ["workforce.countries"])
    assert (found.places, found.moved, found.definitions) == ((), (), moment.definitions)


@pytest.mark.parametrize(
    ("department", "ref", "code"),
    [("nosuch", VALUE, "people.department"), ("hr", "energy.gaz@2022", "owners.no_item"),
     ("hr", "outline/csr-2022/nosuch", "owners.no_item"), ("hr", "", "owners.no_item"),
     ("", VALUE, "owners.no_department"), ("  ", VALUE, "owners.no_department")],
)  # fmt: skip
def test_what_is_no_department_or_no_item_is_refused(moment, department, ref, code):
    with pytest.raises(AnnalsError) as refused:
        assign(moment, department, [ref])
    assert refused.value.code == code


def test_one_department_takes_over_what_another_owned(moment, items):
    mine = {place for place, item in items.items() if item.owned.department == "hr"}
    found = reassign(moment, "人力资源部", "admin")
    assert {(one.item.report, one.item.subject) for one in found.moved} == mine
    assert "hr" not in named_owners(found.definitions).values()
    with pytest.raises(AnnalsError) as refused:
        reassign(Moment(found.definitions, Snapshot()), "hr", "admin")
    assert refused.value.code == "owners.not_named"


def test_in_one_report_other_outlines_stay_as_they_are(moment, items):
    found = reassign(moment, "hr", "admin", "csr-2022")
    assert {code for code, new in found.definitions.outlines.items() if new != moment.outline(code)} == {"csr-2022"}
    mine = {place for place, item in items.items() if item.report == "csr-2022" and item.owned.department == "hr"}
    assert {(one.item.report, one.item.subject) for one in found.moved if not one.along} == mine
    assert {one.item.report for one in found.moved if one.along} <= set(moment.definitions.outlines) - {"csr-2022"}


def test_a_department_that_the_catalogue_has_no_more_is_replaced_all_the_same(moment):
    gone = with_owners(moment.definitions, {"workforce.countries": "dissolved"})
    found = reassign(Moment(gone, Snapshot()), "dissolved", "hr")
    assert [one.place for one in found.places] == ["workforce.countries"]


def test_it_is_one_row_of_history_and_taken_back_in_one_step(workspace):
    before = workspace.definitions
    rows = len(workspace.history())
    assert apply_owners(workspace, reassign(Moment(before, Snapshot()), "hr", "admin"), "合并部门")
    (row,) = workspace.history()[rows:]
    assert (row.kind, row.who, row.reason) == ("definitions", "编辑", "合并部门")
    back = last_owners_undone(workspace, Moment(workspace.definitions, Snapshot()))
    assert back.left == ()
    assert apply_owners(workspace, back.assignment, "")
    assert to_json(workspace.definitions) == to_json(before)
    again = last_owners_undone(workspace, Moment(workspace.definitions, Snapshot()))
    assert "hr" not in named_owners(again.assignment.definitions).values()


def test_taken_back_is_what_still_stands_as_it_was_left_and_the_rest_is_named(workspace):
    def now():
        return Moment(workspace.definitions, Snapshot())

    with pytest.raises(AnnalsError) as refused:
        last_owners_undone(workspace, now())
    assert refused.value.code == "owners.no_change"
    apply_owners(workspace, assign(now(), "finance", ["workforce.countries", "workforce.ethnicities"]), "")
    metric = workspace.definitions.catalogue.metrics["workforce.countries"]
    corrected = replace(metric, department="csr", maximum=Decimal(250))
    metrics = {**workspace.definitions.catalogue.metrics, metric.code: corrected}
    catalogue = replace(workspace.definitions.catalogue, metrics=metrics)
    workspace.adopt(with_hash(replace(workspace.definitions, catalogue=catalogue)))
    back = last_owners_undone(workspace, now())
    assert [one.place for one in back.left] == ["workforce.countries"]
    assert [(one.place, one.after) for one in back.assignment.places] == [("workforce.ethnicities", "hr")]


def test_only_an_editor_names_owners(workspace):
    people = (Person("编辑", "", "editor"), Person("人力", "hr", "contact"))
    workspace.apply([keep(person) for person in people])
    found = assign(Moment(workspace.definitions, Snapshot()), "finance", ["workforce.countries"])
    workspace.act_as("人力")
    with pytest.raises(RightsError):
        apply_owners(workspace, found, "")
    assert workspace.definitions.catalogue.metrics["workforce.countries"].department == "hr"


def test_a_newer_built_in_catalogue_leaves_owners_that_the_company_has_named(definitions, program):
    """Also where the newer one names another owner for the same metric: that is asked, not done."""
    base = from_json(to_json(definitions), program)
    ours = assign(Moment(base, Snapshot()), "finance", ["workforce.countries", "outline/csr-2022/society.employees"])
    theirs = with_owners(base, {"workforce.countries": "csr", "workforce.ethnicities": "csr"})
    update = prepare(Sources(base, ours.definitions, theirs, Snapshot()), Choice())
    named = named_owners(update.definitions)
    assert named["workforce.countries"] == named["outline/csr-2022/society.employees"] == "finance"
    assert named["workforce.ethnicities"] == "csr"
    assert [one.place for one in update.differences if one.kind == "conflict"] == [
        "metrics/workforce.countries#department"
    ]
