"""The issue desk without a window: every issue is a row, counts are those of `check`, deeds say what they refuse."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from decimal import Decimal

import pytest

from desktop.work.issue_desk.choice import FACETS, Choice, Listed
from desktop.work.issue_desk.deeds import allowance, answerable, confirming, in_sheet, keys_of, ownable
from desktop.work.issue_desk.kinds import kind_of
from desktop.work.issue_desk.rows import changed_since, issue_rows
from desktop.work.sheet.choice import Choice as SheetChoice
from desktop.work.sheet.choice import chosen
from desktop.work.sheet.rows import report_rows
from schema.exchange.next_year import next_report
from schema.moment import Moment
from schema.validation.issue import Issue
from schema.values.changes import keep, overlay
from schema.values.datapoint import DataPoint
from schema.values.people import Person

EDITOR, CONTACT = Person("编辑", "", "editor"), Person("人力", "hr", "contact")


@pytest.fixture(scope="module")
def rolled(sample_definitions, sample_snapshot):
    """The sample with the report of the next year begun, and two people."""
    report = next_report(sample_definitions, sample_snapshot, "csr-2022", "csr-2023")
    changes = (*report.changes, keep(EDITOR), keep(CONTACT))
    return Moment(report.within(sample_definitions), overlay(sample_snapshot, changes))


@pytest.fixture(scope="module")
def rows(rolled):
    return issue_rows(rolled, "csr-2023", "zh-Hans")


@pytest.mark.parametrize("report", ["csr-2022", "csr-2023"])
def test_the_desk_counts_what_check_counts(rolled, report):
    moment = rolled
    rows = issue_rows(moment, report, "zh-Hans")
    listed, issues = Listed(rows.rows), moment.issues(report)
    assert sorted(row.issue.code for row in rows.open) == sorted(issue.code for issue in issues)
    counts = listed.counts(Choice(), "severity")
    assert counts[None] == len(issues)
    for severity in ("error", "doubt"):
        assert counts.get(severity, 0) == sum(issue.severity == severity for issue in issues)
    for facet in ("kind", "chapter"):  # each issue has one; a lack of several departments' values asks all of them
        found = dict(listed.counts(Choice(), facet))
        assert found.pop(None) == sum(found.values()) == len(issues)
    assert listed.counts(Choice(), "state")["answered"] == len(moment.answered(report))


def test_each_count_of_a_facet_is_how_many_rows_its_value_shows(rows):
    listed = Listed(rows.rows)
    for facet in FACETS:
        for value, count in listed.counts(Choice(), facet).items():
            assert len(listed.chosen(Choice().choose(facet, value))) == count


@pytest.mark.parametrize("grouping", ["kind", "chapter", "department"])
def test_every_row_stands_in_one_group_alone(rows, grouping):
    groups = Listed(rows.rows).groups(Choice(), grouping)
    names = [row.name for group in groups for row in group.rows]
    assert sorted(names) == sorted(row.name for row in rows.open)
    assert len(set(names)) == len(names)


def test_what_follows_from_a_lack_stands_below_it_and_alone_where_that_is_not_shown(rows):
    listed = Listed(rows.rows)
    nests = {nest.row.name: nest for group in listed.groups(Choice(), "kind") for nest in group.nests}
    followers = [row for row in rows.open if row.after]
    assert {row.issue.code for row in followers} >= {"text.missing_value"}
    assert all(row in nests[row.after].below for row in followers)
    alone = listed.groups(Choice(kind="link"), "kind")
    assert [nest.below for group in alone for nest in group.nests] == [()] * len(listed.chosen(Choice(kind="link")))


def test_words_and_several_facets_are_all_wanted(rows):
    listed = Listed(rows.rows)
    found = listed.chosen(Choice(severity="error", search="人力资源部 2023"))
    assert found
    assert all(row.severity == "error" and row.departments == ("hr",) for row in found)
    assert listed.chosen(Choice(search="没有这样的词")) == ()


def test_rows_keep_their_order_unless_another_is_asked_for(rows):
    listed = Listed(rows.rows)
    (plain,) = listed.groups(Choice(kind="carried"), "kind")
    order = [nest.row for nest in plain.nests]
    assert order == [row for row in rows.open if row.kind == "carried"]
    (turned,) = listed.groups(Choice(kind="carried"), "kind", lambda row: (0, row.about), descending=True)
    assert [nest.row.about for nest in turned.nests] == sorted((row.about for row in order), reverse=True)


def test_every_code_of_a_check_has_a_kind():
    known = {"missing": "required", "blank.breakdown": "blank", "contradiction.slip": "contradiction",
             "text.blank": "text", "text.missing_value": "link", "change.large": "change", "metric.unknown": "value",
             "metric.assumed": "definition", "total.differs": "sum", "new.kind": "other"}  # fmt: skip
    assert {code: kind_of(Issue(code, "doubt")) for code in known} == known


def test_carried_texts_are_confirmed_together_and_the_others_are_named_with_the_reason(rolled, rows):
    deed = confirming(rolled, "csr-2023", rows.rows, EDITOR.name)
    assert {row.issue.code for row in deed.done} <= {
        "carried.text", "carried.text_year", "carried.records", "carried.records_year"
    }  # fmt: skip
    assert {one.why for one in deed.refused} <= {"not_carried", "answered"}
    after = Moment(rolled.definitions, overlay(rolled.snapshot, deed.changes))
    left = Counter(issue.code for issue in after.issues("csr-2023") if issue.code.startswith("carried."))
    assert left == Counter({"carried.explanations": 1, "carried.headings": 1})


def test_a_contact_confirms_and_answers_what_is_the_own_departments_alone(rolled, rows):
    deed = confirming(rolled, "csr-2023", [row for row in rows.open if row.kind == "carried"], CONTACT.name)
    assert {row.departments for row in deed.done} == {("hr",)}
    assert {one.why for one in deed.refused} == {"not_yours", "not_carried"}
    able, refused = answerable(rows.open, allowance(rolled, CONTACT.name))
    assert able
    assert {one.why for one in refused} == {"not_yours", "needs_change"}


def test_an_error_takes_no_remark_and_what_is_answered_none_twice(rows):
    able, refused = answerable(rows.rows)
    assert all(row.answer is None for row in able)
    assert {one.why for one in refused} == {"answered", "needs_change"}
    assert {one.row.issue.code for one in refused if one.why == "needs_change"} == {"missing", "carried.headings"}


def test_only_the_values_concerned_are_opened_in_the_sheet(rolled, rows):
    required = [row for row in rows.open if row.kind == "required"]
    able, refused = in_sheet([*required, *(row for row in rows.open if row.kind == "carried")])
    assert (list(able), {one.why for one in refused}) == (required, {"no_value"})
    names = frozenset(key.canonical() for key in keys_of(able))
    lines = report_rows(rolled.definitions, "csr-2023", 2023)
    shown = chosen(lines, SheetChoice(only="named", names=names), lambda row: True)
    assert {row.name for row in shown if row.takes} == names
    assert len(names) == len(required)


def test_an_owner_can_be_named_for_what_the_report_asks_for(rows):
    able, refused = ownable(rows.open)
    assert {row.item for row in able}.isdisjoint({""})
    assert all(one.row.kind in ("carried", "picture", "contradiction") for one in refused)


def test_a_row_is_unchecked_from_the_change_of_what_it_stands_at_on(rolled, rows):
    row = next(row for row in rows.open if row.issue.code == "missing")
    assert changed_since(rows, rolled.snapshot) == frozenset()
    typed = overlay(rolled.snapshot, [keep(DataPoint(row.issue.key, Decimal(5), typed="5"))])
    changed = changed_since(rows, typed)
    assert row.name in changed
    assert all(one.issue.key == row.issue.key for one in rows.rows if one.name in changed)
    listed = Listed(rows.rows, changed)
    assert [one.name for one in listed.chosen(Choice(state="unchecked"))] == [
        one.name for one in rows.rows if one.name in changed
    ]
    assert listed.counts(Choice(), "state")["todo"] == len(rows.open)


def test_issues_are_walked_in_reading_order_from_the_section_that_is_shown(rows):
    walked = rows.walk("employees.rights")
    assert len(walked) == len(rows.open)
    sections = [section.code for section in rows.moment.outline("csr-2023").walk()]
    assert sections.index(walked[0].section) >= sections.index("employees.rights")
    assert replace(rows, rows=()).walk("employees.rights") == ()
