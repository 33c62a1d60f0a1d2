"""What becomes of an answer: taken, the same, a conflict or refused, by the last state that both sides had."""

from dataclasses import replace

import pytest

from schema.errors import PackError
from schema.exchange.merging.admission import admit
from schema.exchange.merging.decision import Own
from schema.exchange.merging.merge import merge, voided_subjects
from schema.grammar.languages import LANGUAGES
from schema.validation.approvals import approved_content
from schema.validation.messages import error_message
from schema.values.changes import keep, overlay, thing_at
from schema.values.datapoint import DataPoint, Remark
from schema.values.figures import Figures
from schema.values.kept_things import canonical
from schema.values.merges import merges_of
from schema.values.people import Person
from schema.values.requests import Approval, ItemNote, Step
from schema.values.subject import PersonAt, RemarkAt, RequestAt
from tests.factories import shipped_messages
from tests.schema.exchange.merging.given import (
    DEFINITIONS,
    FAIR,
    GAS,
    LEAD,
    MEN,
    RATE,
    STAFF,
    answer,
    ground,
    hand,
    merged,
    offer,
    point,
    record,
    stands,
    text,
)


def test_what_was_done_since_comes_with_every_step_of_its_own_hand():
    steps = offer(None, point(STAFF, "5"), point(STAFF, "6"))
    after, (outcome,) = merged(ground(), answer(steps))
    assert (outcome.taken, outcome.same, outcome.conflicts, outcome.refused) == ((STAFF,), (), (), ())
    rows = [change for change in outcome.changes if change.subject == STAFF]
    assert [(row.elsewhere.who, row.elsewhere.when, row.elsewhere.via.number) for row in rows] == [
        (step.who, step.at, 1) for step in steps.steps
    ]
    assert stands(after, STAFF) == ["6"]


def test_what_was_left_as_it_was_or_is_the_same_here_changes_nothing():
    here = point(STAFF, "5")
    offers = offer(here), offer(None, point(RATE, "7")), offer(point(MEN, "2"), point(MEN, "3"), point(MEN, "2"))
    _, (outcome,) = merged(ground(here, point(RATE, "7"), point(MEN, "9")), answer(*offers))
    assert (outcome.taken, outcome.same) == ((), (STAFF, RATE, MEN))


def test_each_conflict_is_decided_by_itself_and_the_rest_as_all_others():
    here = [point(key, "9") for key in (STAFF, RATE, MEN)]
    offers = [offer(point(key, "5"), point(key, "6")) for key in (STAFF, RATE, MEN)]
    verdicts = {STAFF: "theirs", RATE: "ours"}
    outcome = merge(ground(*here), answer(*offers), replace(hand(), verdicts=verdicts))
    assert (outcome.taken, outcome.same) == ((STAFF,), (RATE,))
    assert [conflict.subject for conflict in outcome.conflicts] == [MEN]
    assert [*outcome.settled] == [RATE]


def test_own_words_follow_what_was_offered_in_the_name_of_who_merges():
    start = ground(text(LEAD, "ours"))
    verdicts = {LEAD: Own(text(LEAD, "both"))}
    outcome = merge(start, answer(offer(text(LEAD, "base"), text(LEAD, "theirs"))), replace(hand(), verdicts=verdicts))
    rows = [change for change in outcome.changes if change.subject == LEAD]
    assert [(row.after.text, row.elsewhere.who) for row in rows] == [("theirs", "人"), ("both", hand().by)]


def test_a_merge_keeps_how_many_were_taken_and_left():
    offers = [offer(point(key, "5"), point(key, "6")) for key in (STAFF, RATE)]
    after, _ = merged(ground(point(STAFF, "9"), point(RATE, "5")), answer(*offers))
    (kept,) = merges_of(after.snapshot)
    assert (kept.taken, kept.conflicts, kept.refused) == (1, 1, 0)


def test_where_both_sides_went_on_differently_nothing_is_stored_and_both_are_told():
    start = ground(point(STAFF, "9"))
    after, (outcome,) = merged(start, answer(offer(point(STAFF, "5"), point(STAFF, "6"))))
    (conflict,) = outcome.conflicts
    assert [str(side.value) for side in (conflict.base, conflict.ours, conflict.theirs)] == ["5", "9", "6"]
    assert (conflict.by, outcome.taken) == ("人", ())
    assert stands(after, STAFF) == ["9"]


@pytest.mark.parametrize(("take", "end"), [("theirs", "6"), ("ours", "9")])
def test_a_conflict_is_settled_once(take, end):
    one = answer(offer(point(STAFF, "5"), point(STAFF, "6")))
    after, (outcome,) = merged(ground(point(STAFF, "9")), one, take=take)
    assert not outcome.conflicts
    assert stands(after, STAFF) == [end]
    # The next answer from there says the same of it, and something else.
    more = answer(one.offers[0], offer(None, point(RATE, "1")), number=2)
    after, (outcome,) = merged(after, more)
    assert (outcome.taken, outcome.same, outcome.conflicts) == ((RATE,), (STAFF,), ())


def test_a_later_answer_of_the_same_desk_goes_on_from_the_earlier_one():
    first = answer(offer(None, point(STAFF, "5")))
    later = answer(offer(None, point(STAFF, "5"), point(STAFF, "6")), number=2)
    after, (_, outcome) = merged(ground(), first, later)
    assert outcome.taken == (STAFF,)
    assert len([change for change in outcome.changes if change.subject == STAFF]) == 1
    assert stands(after, STAFF) == ["6"]


def test_what_was_changed_here_after_an_answer_is_not_asked_about_while_the_contact_leaves_it():
    first = answer(offer(None, point(STAFF, "5")))
    after, _ = merged(ground(), first)
    ours = replace(after, snapshot=overlay(after.snapshot, [keep(point(STAFF, "8"))]))
    _, (outcome,) = merged(ours, replace(first, number=2))
    assert (outcome.same, outcome.conflicts) == ((STAFF,), ())
    _, (outcome,) = merged(ours, answer(offer(None, point(STAFF, "5"), point(STAFF, "6")), number=2))
    (conflict,) = outcome.conflicts
    assert [str(side.value) for side in (conflict.base, conflict.ours, conflict.theirs)] == ["5", "8", "6"]


def test_what_a_contact_takes_back_is_taken_back_here():
    first = answer(offer(None, point(STAFF, "5")))
    back = answer(offer(None, point(STAFF, "5"), None), number=2)
    after, _ = merged(ground(), first, back)
    assert thing_at(after.snapshot, STAFF) is None


def test_a_form_that_the_same_person_fills_again_goes_on_from_what_it_gave():
    """It tells nothing but what stands in it."""
    first = answer(offer(None, point(STAFF, "5")), key="")
    again = answer(offer(None, point(STAFF, "6"), start=9), key="", number=2)
    after, (_, outcome) = merged(ground(), first, again)
    assert (outcome.taken, stands(after, STAFF)) == ((STAFF,), ["6"])


@pytest.mark.parametrize(
    "whose", [{"person": "乙"}, {"named": False}], ids=["another name", "the name it was sent with"]
)
def test_another_copy_of_a_form_is_held_against_what_was_sent(whose):
    """Saved in the very minute of the first, too."""
    who = whose.get("person", "人")
    first = answer(offer(None, point(STAFF, "5")), offer(None, point(MEN, "2")), key="")
    copy = answer(
        offer(None, point(STAFF, "6"), who=who), offer(None, point(MEN, "2"), who=who),
        offer(None, point(RATE, "7"), who=who), key="", number=2, **whose,
    )  # fmt: skip
    after, (_, outcome) = merged(ground(), first, copy)
    (conflict,) = outcome.conflicts
    assert (conflict.subject, conflict.base, conflict.ours.value, conflict.theirs.value) == (STAFF, None, 5, 6)
    assert (outcome.taken, outcome.same, stands(after, STAFF)) == ((RATE,), (MEN,), ["5"])


def test_what_any_copy_gave_already_is_not_asked_about_once_it_was_changed_here():
    after, _ = merged(ground(), answer(offer(None, point(STAFF, "5")), key=""))
    here = replace(after, snapshot=overlay(after.snapshot, [keep(point(STAFF, "9"))]))
    _, (outcome,) = merged(here, answer(offer(None, point(STAFF, "5"), start=9), key="", named=False, number=2))
    assert (outcome.same, outcome.conflicts) == ((STAFF,), ())


def _titles(after):
    return sorted(one.field("title").words.zh_hans for one in after.snapshot.records.values())


def test_records_in_the_same_row_of_two_copies_of_a_form_are_two_however_often_they_come():
    def copy(who, *titles, number):
        things = offer(None, *(record(title) for title in titles), who=who, start=number)
        return answer(things, key="", person=who, number=number)

    one, two = copy("人", "讲座", number=1), copy("乙", "展览", number=2)
    after, (_, second, *again) = merged(ground(), one, two, one, two)
    assert [len(outcome.taken) for outcome in (second, *again)] == [1, 0, 0]
    assert _titles(after) == ["展览", "讲座"]
    after, _ = merged(after, copy("乙", "大展览", number=3), copy("人", "大讲座", number=4))
    assert _titles(after) == ["大展览", "大讲座"]


def test_a_record_that_nobody_can_tell_from_another_copys_is_asked_about():
    def copy(title, people, number):
        return answer(offer(None, record(title, people), start=number), key="", named=False, number=number)

    after, (_, outcome, other) = merged(
        ground(), copy("讲座", "5", 1), copy("讲座", "6", 2), copy("展览", "7", 3)
    )  # fmt: skip
    assert [conflict.subject for conflict in outcome.conflicts] == [FAIR]
    assert (len(other.taken), _titles(after)) == (1, ["展览", "讲座"])


@pytest.mark.parametrize(
    ("person", "taken"),
    [("人", True), ("编", True), ("没有的人", True), ("甲", False), ("评", False), ("审", False)],
)
def test_a_form_filled_in_by_somebody_who_may_not_is_refused_by_name(person, taken):
    start = ground(Person("评", "hr", "reviewer"), Person("审", "", "auditor"))
    form = answer(offer(None, point(STAFF, "5"), who=person), key="", person=person)
    if taken:
        assert admit(DEFINITIONS, start.snapshot, form) is None
        assert merged(start, form)[1][0].taken == (STAFF,)
    else:
        with pytest.raises(PackError) as error:
            admit(DEFINITIONS, start.snapshot, form)
        assert (error.value.code, error.value.params["person"]) == ("merge.filled_by", person)


def test_an_older_file_is_refused_of_the_same_hand_alone():
    after, _ = merged(ground(), answer(offer(None, point(STAFF, "5")), key="", number=9))
    for whose in ({"person": "乙"}, {"named": False}):
        assert admit(DEFINITIONS, after.snapshot, answer(key="", number=2, **whose)) is None
    with pytest.raises(PackError) as error:
        admit(DEFINITIONS, after.snapshot, answer(key="", number=2))
    assert error.value.code == "merge.older"


OTHER_REQUEST = "f" * 32


@pytest.mark.parametrize(
    ("code", "said", "told"),
    [
        ("merge.company", {"company": "另一家"}, "另一家"),
        ("merge.report", {"report": "r-2023"}, "r-2023"),
        ("merge.department", {"department": "legal"}, "legal"),
        ("merge.request", {"request": OTHER_REQUEST}, "d1.annalspack"),
        ("merge.key", {"key": "another"}, "人"),
        ("merge.older", {"number": 1}, "d1.annalspack"),
        ("merge.older", {"desk": "d2", "pack": 0}, "d2.annalspack"),
    ],
)
def test_an_answer_that_is_not_for_here_or_comes_too_late_is_refused_whole_by_name(code, said, told):
    known = keep(Person("人", "hr", "contact", key="d1"))
    start = ground()
    start = replace(start, snapshot=overlay(start.snapshot, [known]))
    after, _ = merged(start, answer(offer(None, point(STAFF, "5")), number=2))
    late = answer(offer(None, point(STAFF, "6")), **{"key": "d1", "number": 3, **said})
    with pytest.raises(PackError) as error:
        admit(DEFINITIONS, after.snapshot, late)
    assert error.value.code == code
    for language in LANGUAGES:
        sentence = error_message(error.value, shipped_messages(), language)
        assert told in sentence
        assert "\n" not in sentence


def test_the_same_answer_once_more_is_known_by_its_bytes():
    one = answer(offer(None, point(STAFF, "5")))
    after, _ = merged(ground(), one)
    again = admit(DEFINITIONS, after.snapshot, one)
    assert again is not None
    assert again.number == 1


def test_an_answer_keeps_which_entry_of_the_history_its_pack_was_made_from():
    for upon, number in (("c0" * 32, 7), ("ff" * 32, 0), ("", 0)):
        after, _ = merged(ground(), answer(offer(None, point(STAFF, "5")), upon=upon))
        assert [(one.upon, one.upon_number) for one in merges_of(after.snapshot)] == [(upon, number)]


def test_texts_are_merged_by_paragraphs_and_what_was_made_of_both_is_a_step_of_who_merges():
    start = ground(text(LEAD, "一\n二二\n三"))
    after, (outcome,) = merged(start, answer(offer(text(LEAD, "一\n二\n三"), text(LEAD, "一\n二\n三三"))))
    assert stands(after, LEAD) == ["一\n二二\n三三"]
    rows = [change.elsewhere.who for change in outcome.changes if change.subject == LEAD]
    assert rows == ["人", "编"]


def test_records_are_merged_by_fields():
    base = record("招聘会", "5")
    start = ground(record("春季招聘会", "5"))
    after, (outcome,) = merged(start, answer(offer(base, record("招聘会", "6"))))
    assert outcome.taken == (FAIR,)
    assert stands(after, FAIR) == [{"title": "春季招聘会", "people": "6"}]


def test_a_new_record_whose_id_is_given_away_gets_a_free_one_each_time_the_same():
    doubt = Remark("record/case/fair.people", "change.large", "0" * 64, "why", "人", "2026-11-30T00:00:00Z")
    lead = text(LEAD, "去了 {record/case/fair.people} 人")
    first = answer(offer(None, record("讲座", "7")), offer(None, lead), offer(None, doubt))
    after, (outcome,) = merged(ground(record("招聘会", "5")), first)
    (key,) = (at for at in outcome.taken if canonical(at).startswith("record/case/"))
    assert key != FAIR
    assert stands(after, FAIR, key, LEAD) == [
        {"title": "招聘会", "people": "5"},
        {"title": "讲座", "people": "7"},
        "去了 {" + key.canonical() + ".people} 人",
    ]
    assert RemarkAt(f"{key.canonical()}.people", "change.large") in outcome.taken
    later = answer(offer(None, record("讲座", "7"), record("讲座", "8")), number=2)
    after, (outcome,) = merged(after, later)
    assert outcome.taken == (key,)
    assert stands(after, key) == [{"title": "讲座", "people": "8"}]


def _refusal(*offers, **more):
    _, (outcome,) = merged(ground(), answer(*offers, **more))
    assert not outcome.taken
    return [(refused.subject, refused.issue.code) for refused in outcome.refused]


def test_what_is_another_departments_is_refused():
    assert _refusal(offer(None, point(GAS, "5"))) == [("energy.gas@2022", "merge.not_yours")]
    assert _refusal(offer(None, text(replace(LEAD, slot="office.lead"), "x"))) == [
        ("text/r/office.lead.zh-Hans", "merge.not_yours")
    ]


@pytest.mark.parametrize(
    ("thing", "code"),
    [
        (point(replace(STAFF, metric="no.such"), "5"), "merge.unknown"),
        (point(replace(STAFF, category="gender=other"), "5"), "merge.unknown"),
        (point(replace(STAFF, category="age=young"), "5"), "merge.unknown"),
        (point(replace(STAFF, entity="site"), "5"), "merge.unknown"),
        (point(replace(STAFF, period=9999), "5"), "merge.unknown"),
        (point(STAFF, "5", qualifier="perhaps"), "merge.state"),
        (DataPoint(STAFF, omission="because"), "merge.state"),
        (DataPoint(STAFF), "merge.state"),
        (replace(record("x"), report="other"), "merge.state"),
        (replace(record("x"), fields={"secret": record("x").fields["title"]}), "merge.state"),
        (replace(record("x"), key=replace(FAIR, type="award")), "merge.unknown"),
        (text(replace(LEAD, language=""), "ef" * 32), "merge.file"),
        (Person("新", "hr", "editor"), "merge.unknown"),
    ],
)  # fmt: skip
def test_what_nobody_could_have_typed_is_refused_and_the_others_go_on(thing, code):
    _, (outcome,) = merged(ground(), answer(offer(None, thing), offer(None, point(RATE, "1"))))
    assert [refused.issue.code for refused in outcome.refused] == [code]
    assert outcome.taken == (RATE,)


def test_a_step_of_somebody_from_another_department_is_refused():
    assert _refusal(offer(None, point(STAFF, "5"), who="甲")) == [("staff.total@2022", "merge.who")]
    assert _refusal(offer(None, point(STAFF, "5"), who="编")) == [("staff.total@2022", "merge.who")]


def test_a_value_typed_as_something_else_than_it_is_by_now_is_refused():
    told = {"staff.total": "t -"}
    assert _refusal(offer(None, point(STAFF, "5")), definitions=told) == [("staff.total@2022", "merge.meaning")]


def test_an_answer_hands_its_share_in_and_takes_up_what_was_returned():
    back = Step("审", "2026-11-30T05:00:00Z", "why")
    start = ground()
    asked = thing_at(start.snapshot, RequestAt("r", "hr"))
    returned = replace(asked, returned=back, items={canonical(STAFF): ItemNote("g", returned=back)})
    start = replace(start, snapshot=overlay(start.snapshot, [keep(returned)]))
    after, _ = merged(start, answer(number=1))
    request = thing_at(after.snapshot, RequestAt("r", "hr"))
    assert (request.received.by, request.submitted, request.returned) == ("编", None, back)
    handed_in = Step("人", "2026-11-30T09:00:00Z", "later")
    after, _ = merged(after, answer(number=2, submitted=handed_in))
    request = thing_at(after.snapshot, RequestAt("r", "hr"))
    assert (request.submitted, request.returned, request.items[canonical(STAFF)]) == (handed_in, None, ItemNote("g"))


def test_the_first_answer_brings_the_persons_key_and_the_merge_is_kept():
    after, _ = merged(ground(), answer(key="abc"))
    assert thing_at(after.snapshot, PersonAt("人")).key == "abc"
    assert [(one.number, one.desk, one.person, one.by) for one in merges_of(after.snapshot)] == [(1, "d1", "人", "编")]


def test_an_approval_of_what_is_changed_falls_and_is_named():
    start = ground(point(STAFF, "5"), point(RATE, "1"))
    figures = Figures(DEFINITIONS.catalogue, start.snapshot)
    yes = [
        Approval("r", canonical(at), approved_content(at, DEFINITIONS, figures), "审", "2026-11-30T00:00:00Z")
        for at in (STAFF, RATE)
    ]
    start = replace(start, snapshot=overlay(start.snapshot, [keep(one) for one in yes]))
    _, (outcome,) = merged(start, answer(offer(point(STAFF, "5"), point(STAFF, "6"))))
    assert voided_subjects(outcome) == (canonical(STAFF),)
