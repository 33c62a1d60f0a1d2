"""Issues by what they are about."""

import pytest

from schema.grammar.reference import Key, RecordKey
from schema.validation.issue import FieldAt, IndexAt, Issue, ListAt, write_subject
from schema.validation.issue_groups import group_by_key, group_by_slot, slot_of
from schema.values.subject import TextAt

GAS, PAPER = Key("energy.gas", 2022), Key("waste.paper", 2022)
CASE = RecordKey("case", "a")
TEXT = TextAt("r", "lead", "en")


def issue(subject, severity="doubt", code="c", report="r"):
    return Issue(code, severity, subject=subject, report=report)


def test_the_issues_of_a_value_stand_together_errors_first():
    first, second, third = Issue("a", "doubt", GAS), Issue("b", "error", GAS), Issue("c", "doubt", GAS)
    other = Issue("d", "doubt", PAPER)
    at_text = Issue("e", "error", GAS, subject=TEXT)
    assert group_by_key([first, other, second, third, at_text]) == {GAS: (second, first, third), PAPER: (other,)}


def test_the_issues_of_a_slot_and_of_a_list_stand_together_in_each_report():
    text, again, elsewhere = issue(TEXT), issue(TEXT, "error"), issue(TextAt("s", "lead", "en"), report="s")
    row, whole = issue(FieldAt(CASE, "title", "cases")), issue(ListAt("r", "cases"))
    groups = group_by_slot([text, row, elsewhere, again, whole, Issue("x", "doubt", GAS), Issue("y", "doubt")])
    assert groups == {
        ("r", "lead"): (text, again),
        ("r", "record/cases"): (row, whole),
        ("s", "lead"): (elsewhere,),
    }


@pytest.mark.parametrize(
    ("subject", "slot", "written"),
    [
        (TEXT, "lead", "text/r/lead.en"),
        (ListAt("r", "cases"), "record/cases", "list/r/cases"),
        (ListAt("a/b", "c/d"), "record/c/d", "list/a%2Fb/c%2Fd"),
        (FieldAt(CASE, "title", "cases"), "record/cases", "record/case/a.title"),
        (FieldAt(CASE, block="cases"), "record/cases", "record/case/a"),
        (FieldAt(CASE, "title"), "", "record/case/a.title"),
        (IndexAt("r", "gri", "2-1"), "", "index/r/2-1"),
        (GAS, "", "energy.gas@2022"),
        (None, "", ""),
    ],
)
def test_each_thing_that_an_issue_stands_at_has_its_slot_and_its_text(subject, slot, written):
    assert slot_of(issue(subject)) == slot
    assert write_subject(subject) == written


def test_an_issue_stands_at_its_value_where_nothing_else_is_named():
    assert Issue("c", "doubt", GAS).at == GAS
    assert Issue("c", "doubt", GAS, subject=TEXT).at == TEXT
    assert Issue("c", "doubt").at is None
