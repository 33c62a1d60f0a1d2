"""Who may change what: the table is whole, and what it says holds for the own department and no other."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schema.catalogue.definitions import BLOCK, RecordType
from schema.catalogue.outline import Outline, Placement, RecordsBlock, Section, TableBlock, TextBlock
from schema.errors import RightsError
from schema.grammar.reference import Key, RecordKey
from schema.values.changes import Change, clear, keep
from schema.values.datapoint import (
    Attachment,
    DataPoint,
    Field,
    PublishedValue,
    Record,
    Remark,
    Restatement,
    SheetAnswer,
    SlotText,
)
from schema.values.evidence import Evidence
from schema.values.follow_ups import FollowUp
from schema.values.freezes import Freeze
from schema.values.holders import Holders
from schema.values.kept_things import FORMS, form_of, subject_of
from schema.values.merges import Merged
from schema.values.pack_origin import PackOrigin
from schema.values.people import ROLES, Person
from schema.values.questions import Question
from schema.values.requests import Approval, ItemNote, Request, Step
from schema.values.rights import RIGHTS, acting, check_definitions, check_rights, check_shares
from schema.values.verdicts import Verdict
from schema.values.via import Elsewhere, Via
from schema.workspace import Workspace
from tests.factories import small_definitions, ticking, words

YEAR = 2022
STEP = Step("编", "2026-11-30T00:00:00Z")
CASES = RecordType("case", words("案例"), ())


def _section(code: str, department: str, *blocks: object) -> Section:
    return Section(code, 1, words(code), blocks, department=department)  # type: ignore[arg-type]


def _definitions():
    table = TableBlock("t", words("t"), (Placement("staff.total"),))
    sections = (
        _section("people", "hr", table, TextBlock("b", "people.lead"), RecordsBlock("own", "case", "list")),
        _section("office", "admin", TextBlock("c", "office.lead"), RecordsBlock("other", "case", "list")),
    )
    plain = small_definitions(records={"case": CASES})
    return type(plain)(plain.catalogue, {"r": Outline("r", YEAR, "zh-Hans", words("报告"), sections)})


DEFINITIONS = _definitions()
STAFF, GAS = Key("staff.total", YEAR), Key("energy.gas", YEAR)
EDITOR, CONTACT = Person("编", "", "editor"), Person("人", "hr", "contact")
REVIEWER, AUDITOR = Person("审", "", "reviewer"), Person("证", "", "auditor")
PEOPLE = (EDITOR, CONTACT, REVIEWER, AUDITOR)

# Of each type one thing of the department hr; of those that can belong to another department one of theirs, too.
OWN = {
    "point": DataPoint(STAFF, Decimal(1), typed="1"),
    "text": SlotText("r", "people.lead", "en", "Hello"),
    "record": Record(RecordKey("case", "a"), "r", 1, {BLOCK: Field(typed="own")}),
    "restatement": Restatement("r", STAFF, "5", "p. 7", Decimal(5), Decimal(6), words("why")),
    "remark": Remark("staff.total@2022", "change.large", "0" * 64, "why", "人", "2026-11-30T00:00:00Z"),
    "published": PublishedValue("r", STAFF, "5", Decimal(5)),
    "answer": SheetAnswer("unit", "MT", "t"),
    "picture": Attachment("ab" * 32, "a.png", "png", 3, 4, 3),
    "person": Person("新", "hr", "contact"),
    "request": Request("r", "hr", "2026-12-31", "", STEP),
    "approval": Approval("r", "staff.total@2022", "0" * 64, "审", "2026-11-30T00:00:00Z"),
    "origin": PackOrigin("Co", "r", "hr", "人", "0" * 32, 1, "0" * 64, "ab"),
    "question": Question("r", "staff.total@2022", "editor", STEP),
    "merge": Merged(1, "f", "0" * 64, "0" * 32, "r", "hr", "ab", 1, 1, "", "人", "编", "2026-11-30T00:00:00Z"),
    "freeze": Freeze("送审稿", "r", "编", "2026-11-30T00:00:00Z", "送审", 7, "0" * 64),
    "verdict": Verdict("r", "staff.total@2022", "", "fail", "金额不符", "0" * 64, "证", "2026-11-30T00:00:00Z"),
    "evidence": Evidence("staff.total@2022", "ab" * 32, "a.pdf"),
    "followup": FollowUp("staff.total@2022", "含外包吗"),
}
OTHERS = {
    "point": replace(OWN["point"], key=GAS),
    "text": SlotText("r", "office.lead", "en", "Hello"),
    "record": Record(RecordKey("case", "b"), "r", 1, {BLOCK: Field(typed="other")}),
    "restatement": replace(OWN["restatement"], key=GAS),
    "remark": replace(OWN["remark"], subject="energy.gas@2022"),
    "evidence": replace(OWN["evidence"], subject="energy.gas@2022"),
    "followup": replace(OWN["followup"], subject="energy.gas@2022"),
    "question": replace(OWN["question"], subject="energy.gas@2022"),
}


HOLDERS = Holders(DEFINITIONS)


def allowed(person: Person, change: Change) -> bool:
    try:
        check_rights([change], person.name, PEOPLE, lambda: HOLDERS)
    except RightsError:
        return False
    return True


def test_the_table_says_of_each_role_and_each_type_of_subject_what_it_may():
    kinds = {form.kind for form in FORMS}
    assert {role: set(row) for role, row in RIGHTS.items()} == dict.fromkeys(ROLES, kinds)
    assert {*OWN, "definitions"} == kinds


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person.role)
@pytest.mark.parametrize("kind", OWN)
def test_a_role_changes_what_the_table_says(person, kind):
    scope = RIGHTS[person.role][kind]
    # What is handed in, returned or noted down as quoted is neither a new request nor an approval.
    assert allowed(person, keep(OWN[kind])) == (scope in ("any", "own", "first", "ask", "not_return"))
    if kind in OTHERS:
        asks_anybody = scope == "ask" and person is REVIEWER
        assert allowed(person, keep(OTHERS[kind])) == (scope == "any" or asks_anybody)


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person.role)
def test_a_refusal_says_whose_decision_it_is(person):
    request = replace(OWN["request"], submitted=STEP)
    returned = replace(request, returned=replace(STEP, by=person.name))
    decisions = {
        "rights.verdict": (AUDITOR, keep(OWN["verdict"])), "rights.approve": (REVIEWER, keep(OWN["approval"])),
        "rights.return": (REVIEWER, Change(subject_of(request), request, returned)),
        "rights.freeze": (None, Change(subject_of(OWN["freeze"]), OWN["freeze"], None)),
    }  # fmt: skip
    for code, (whose, change) in decisions.items():
        if person is not whose:
            with pytest.raises(RightsError) as caught:
                check_rights([change], person.name, PEOPLE, lambda: HOLDERS)
            assert caught.value.code == code


def test_what_a_contact_may_change_is_what_the_department_is_asked_for():
    mine = {kind: allowed(CONTACT, keep(thing)) for kind, thing in OWN.items()}
    kept_back = ["published", "person", "request", "approval", "origin", "merge", "freeze", "verdict"]
    assert [kind for kind, may in mine.items() if not may] == kept_back
    assert not any(allowed(CONTACT, keep(thing)) for thing in OTHERS.values())


def test_with_a_departments_share_comes_what_its_contact_may_change_whoever_stores_it():
    via = Via("merge", 1, "编", "2026-11-30T00:00:00Z")
    told = Elsewhere("人", datetime(2026, 11, 29, tzinfo=UTC), via, "hr")

    def comes(thing) -> bool:
        try:
            check_shares([replace(keep(thing), elsewhere=told)], lambda: HOLDERS)
        except RightsError:
            return False
        return True

    assert {kind: comes(thing) for kind, thing in OWN.items()} == {
        kind: allowed(CONTACT, keep(thing)) for kind, thing in OWN.items()
    }
    assert not any(comes(thing) for thing in OTHERS.values())
    check_shares([replace(keep(OTHERS["point"]), elsewhere=replace(told, department=""))], lambda: HOLDERS)


def test_a_contact_hands_in_her_departments_share_and_changes_nothing_else_of_a_request():
    request = OWN["request"]
    asked = replace(request, returned=STEP, items={"staff.total@2022": ItemNote("Note", returned=STEP)})
    handed_in = replace(request, submitted=STEP, items={"staff.total@2022": ItemNote("Note")})
    assert allowed(CONTACT, Change(subject_of(asked), asked, handed_in))
    assert not allowed(CONTACT, Change(subject_of(asked), asked, replace(handed_in, due="2027-12-31")))
    assert not allowed(CONTACT, Change(subject_of(asked), asked, replace(handed_in, items={})))
    assert not allowed(CONTACT, Change(subject_of(asked), asked, None))
    for other in (EDITOR, REVIEWER, AUDITOR):
        assert allowed(other, Change(subject_of(asked), asked, handed_in)) == (other is EDITOR)
    theirs = replace(request, department="admin")
    assert not allowed(CONTACT, Change(subject_of(theirs), theirs, replace(theirs, submitted=STEP)))


def test_a_reviewer_returns_and_changes_nothing_else_of_a_request():
    request = replace(OWN["request"], submitted=STEP, items={"staff.total@2022": ItemNote("Note")})
    for returned in (
        replace(request, returned=STEP),
        replace(request, items={"staff.total@2022": ItemNote("Note", returned=STEP)}),
    ):
        assert allowed(REVIEWER, Change(subject_of(request), request, returned))
        assert not allowed(REVIEWER, Change(subject_of(request), request, replace(returned, guidance="else")))
        assert not allowed(CONTACT, Change(subject_of(request), request, returned))
        assert not allowed(AUDITOR, Change(subject_of(request), request, returned))


def test_an_editor_returns_nothing_and_puts_back_what_a_reviewer_has_returned():
    def changed(by: str, **fields) -> Change:
        request = replace(OWN["request"], submitted=STEP)
        step = replace(STEP, by=by)
        items = {"staff.total@2022": ItemNote("Note", returned=step)}
        returned = replace(request, items=items) if fields.get("item") else replace(request, returned=step)
        return Change(subject_of(request), request, returned)

    for item in (False, True):
        assert not allowed(EDITOR, changed(EDITOR.name, item=item))
        assert allowed(EDITOR, changed(REVIEWER.name, item=item))


def test_an_editor_notes_down_who_is_quoted_and_approves_nothing_else():
    approval = OWN["approval"]
    assert allowed(EDITOR, keep(replace(approval, quoted="张三")))
    assert not allowed(EDITOR, keep(approval))
    assert not allowed(CONTACT, keep(replace(approval, quoted="张三")))


def test_a_question_grows_by_answers_of_its_department_and_is_taken_back_by_whoever_asked_unanswered():
    question = replace(OWN["question"], asked=replace(STEP, by="人"))
    one, two = (question.answered(replace(STEP, words=said)) for said in ("一", "二"))
    at = subject_of(question)
    assert allowed(CONTACT, Change(at, question, one))
    assert allowed(CONTACT, Change(at, question, None))
    assert not allowed(CONTACT, Change(at, one, None))
    assert not allowed(CONTACT, Change(at, one, two))
    assert not allowed(CONTACT, Change(at, OWN["question"], None))
    assert not allowed(REVIEWER, Change(at, question, one))
    assert not allowed(REVIEWER, keep(one))
    assert not allowed(AUDITOR, keep(question))
    hers = Person("审", "hr", "reviewer")
    check_rights([Change(at, question, one)], "审", (EDITOR, hers), lambda: HOLDERS)
    theirs = OTHERS["question"]
    assert not allowed(CONTACT, Change(subject_of(theirs), theirs, theirs.answered(STEP)))


def test_a_contact_passes_her_departments_share_on_and_changes_nothing_else_of_it():
    request = replace(OWN["request"], items={"staff.total@2022": ItemNote("Note")})
    at = subject_of(request)
    passed = request.passed({"": "王", "staff.total@2022": "李"})
    assert allowed(CONTACT, Change(at, request, passed))
    assert allowed(CONTACT, Change(at, passed, request))
    assert not allowed(CONTACT, Change(at, request, replace(passed, due="2027-12-31")))
    assert not allowed(REVIEWER, Change(at, request, passed))
    theirs = replace(request, department="admin")
    assert not allowed(CONTACT, Change(subject_of(theirs), theirs, theirs.passed({"": "王"})))


def test_a_record_stays_in_the_own_departments_lists():
    record = OWN["record"]
    away = replace(record, fields={BLOCK: Field(typed="other")})
    assert not allowed(CONTACT, Change(subject_of(record), record, away))
    assert allowed(CONTACT, Change(subject_of(record), record, None))
    assert allowed(EDITOR, Change(subject_of(record), record, away))


def test_while_no_editor_is_listed_whoever_acts_may_do_what_an_editor_may():
    for who in ("人", "nobody"):
        check_rights([keep(OTHERS["point"]), keep(OWN["person"])], who, PEOPLE[1:], lambda: Holders(DEFINITIONS))
    assert acting("nobody", ()) is None


def test_a_name_that_is_not_among_the_people_changes_nothing_and_is_told_the_nearest():
    with pytest.raises(RightsError) as caught:
        check_rights([keep(OWN["point"])], "审核", PEOPLE, lambda: Holders(DEFINITIONS))
    assert (caught.value.code, caught.value.params["near"]) == ("rights.unknown", "审")


def test_a_name_like_nobodys_is_told_who_is_here_and_no_single_name_to_pose_as():
    with pytest.raises(RightsError) as caught:
        check_rights([keep(OWN["point"])], "nobody", PEOPLE, lambda: Holders(DEFINITIONS))
    assert caught.value.params["near"] == ""
    assert set(caught.value.params["list"].split(", ")) == {person.name for person in PEOPLE}


@given(st.lists(st.sampled_from([*OWN.values(), *OTHERS.values()]), max_size=6), st.sampled_from(PEOPLE))
def test_several_changes_are_allowed_where_each_of_them_is(things, person):
    changes = [keep(thing) for thing in things]
    each = all(allowed(person, change) for change in changes)
    try:
        check_rights(changes, person.name, PEOPLE, lambda: Holders(DEFINITIONS))
    except RightsError:
        assert not each
    else:
        assert each


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person.role)
def test_the_one_door_keeps_to_the_table(tmp_path, person):
    path = tmp_path / "a.annals"
    with Workspace.create(path, DEFINITIONS, EDITOR.name, ticking()) as workspace:
        workspace.apply([keep(one) for one in PEOPLE])
    with Workspace.open(path, write=True, who=person.name, now=ticking()) as workspace:
        before = path.read_bytes()
        for kind, thing in {**OTHERS, **OWN}.items():
            for things in ([thing], [OTHERS.get(kind, thing), thing]):
                changes = [keep(one, content=b"abc") if kind == "picture" else keep(one) for one in things]
                may = all(allowed(person, change) for change in changes)
                if may:
                    once = kind == "freeze"  # which is never taken away again
                    assert workspace.apply(changes) or once or workspace.apply([clear(subject_of(thing))])
                    before = path.read_bytes()
                else:
                    with pytest.raises(RightsError):
                        workspace.apply(changes)
                    assert path.read_bytes() == before
                    assert form_of(changes[0].subject).kind == kind
        if person.role == "editor":
            assert workspace.adopt(small_definitions())
        else:
            with pytest.raises(RightsError):
                workspace.adopt(small_definitions())


def test_nobody_takes_a_freeze_away():
    frozen = OWN["freeze"]
    assert not any(allowed(person, Change(subject_of(frozen), frozen, None)) for person in PEOPLE)


def test_what_changes_nothing_needs_no_right(tmp_path):
    path = tmp_path / "a.annals"
    with Workspace.create(path, DEFINITIONS, EDITOR.name, ticking()) as workspace:
        workspace.apply([keep(one) for one in PEOPLE])
        workspace.apply([keep(OTHERS["point"])])
    with Workspace.open(path, write=True, who=AUDITOR.name, now=ticking()) as workspace:
        assert workspace.apply([keep(OTHERS["point"])]) == ()


def test_definitions_are_the_editors():
    for person in PEOPLE:
        if person.role == "editor":
            check_definitions(person.name, PEOPLE)
        else:
            with pytest.raises(RightsError):
                check_definitions(person.name, PEOPLE)
