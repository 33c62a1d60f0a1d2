"""Contradictions are objects: with an id that stays, both statements, and what has become of them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from desktop.work.contradictions import explanation, withdrawal
from desktop.work.remark import Reason
from schema.errors import AnnalsError
from schema.grammar.words import Words
from schema.moment import Moment
from schema.validation.answers import content_of
from schema.validation.contradictions.contradiction import Contradiction
from schema.validation.contradictions.sources import contradictions_at
from schema.validation.contradictions.words import place_of, said, where
from schema.validation.restatements import restate
from schema.values.changes import Change, keep, overlay
from schema.values.datapoint import PublishedValue, Remark, Restatement, Snapshot
from schema.values.figures import Figures
from tests.schema.validation.given import (
    catalogue,
    definitions,
    key,
    metric,
    point,
    printed,
    say_in_each_language,
    snapshot,
)

KNOWN = definitions(catalogue(metric()), "staff")
OLD, NEW = printed("staff", "5444", report="old"), printed("staff", "5292", report="new", place="p. 11")
REASON = Reason("统计口径不同", "李编辑", datetime(2026, 11, 30, tzinfo=UTC))


def held(value: str | None = "5292", evidence: Sequence[PublishedValue] = (OLD, NEW)) -> Snapshot:
    return snapshot([point("staff", value)] if value else [], evidence)


def moment(at: Snapshot) -> Moment:
    return Moment(KNOWN, at)


def only(at: Snapshot) -> Contradiction:
    (known,) = moment(at).contradictions()
    return known


def explained(at: Snapshot) -> Snapshot:
    return overlay(at, [explanation(moment(at), only(at).id, REASON)])


def issues(at: Snapshot) -> list[str]:
    return [issue.code for issue in moment(at).issues() if issue.code.startswith("contradiction.")]


def test_all_statements_stand_side_by_side():
    known = only(held())
    assert (known.kind, known.state, known.severity, known.subject) == ("reprinted", "open", "doubt", key("staff"))
    assert [(s.report, s.text, str(s.value), place_of(s)) for s in known.statements] == [
        ("old", "5444", "5444", "p. 5"), ("new", "5292", "5292", "p. 11"), ("", "", "5292", "staff@2022"),
    ]  # fmt: skip


def test_statements_are_told_in_the_readers_language():
    _, printed_there, present = only(held()).statements
    assert said(present, KNOWN.catalogue, "en").startswith("5,292")
    told = moment(held())
    places = [where(stated, told.definitions, told.snapshot, "zh-Hans") for stated in (printed_there, present)]
    assert places == ["new 第 11 页", "2022 年<staff>"]


def test_an_id_stays_while_the_places_do():
    (first,), (again,) = moment(held()).contradictions(), moment(held()).contradictions()
    assert first.id == again.id
    assert only(held("5000", [OLD])).id == only(held("5001", [OLD])).id
    assert only(held("5000", [OLD])).id != only(held("5000", [NEW])).id


@pytest.mark.parametrize(
    ("print_", "year", "beside", "told"),
    [
        ("1170", "staff@2021", "170", True),
        ("170", "staff@2021", "1170", True),
        ("5444", "staff@2023", "544", True),
        ("1700", "staff@2021", "170", False),  # ten times as many is asked about as growth
        ("290", "staff@2021", "170", False),
        ("12", "staff@2021", "2", False),  # so few may grow by themselves
        ("1170", "staff@2019", "170", False),  # too long ago
    ],
)
def test_a_print_has_a_digit_more_than_the_value_beside_its_year(print_, year, beside, told):
    at = snapshot([point(year, beside, qualifier="over")], [printed("staff", print_, report="press")])
    found = [known for known in moment(at).contradictions() if known.kind == "digit"]
    assert [known.subject for known in found] == ([key("staff")] if told else [])
    for known in found:
        assert known.issue.code == "contradiction.digit"
        say_in_each_language(known.issue, KNOWN.catalogue)
        again = contradictions_at(key(year), KNOWN, Figures(KNOWN.catalogue, at))
        assert known.id in {one.id for one in again}
    there = replace(at, points={**at.points, key("staff"): point("staff", print_)})
    assert [known for known in moment(there).contradictions() if known.kind == "digit"] == []


def test_two_prints_contradict_each_other_though_the_value_allows_both():
    vague = snapshot([point("staff", "5300", qualifier="about")], [OLD, NEW])
    assert issues(vague) == ["contradiction.prints"]


def test_prints_without_a_value_are_one_contradiction_however_many_there_are():
    third = printed("staff", "5000", report="third")
    known = only(held(None, [OLD, printed("staff", "5444", report="same"), NEW, third]))
    assert [s.report for s in known.statements] == ["old", "same", "new", "third"]


def test_a_person_explains_and_the_issue_goes():
    at = explained(held())
    known = only(at)
    assert (known.state, known.reason.best("en"), known.who) == ("explained", "统计口径不同", "李编辑")
    assert issues(at) == []
    assert [(a.issue.code, a.reason) for a in moment(at).answered()] == [("contradiction.reprinted", "统计口径不同")]


@pytest.mark.parametrize(
    "change",
    [keep(point("staff", "5293")), keep(point("staff", "5292", qualifier="about")), keep(replace(NEW, text="5,2 92"))],
)
def test_a_change_of_any_statement_opens_it_again(change: Change):
    assert "explained" not in {known.state for known in moment(overlay(explained(held()), [change])).contradictions()}


def test_what_is_said_beside_the_value_opens_nothing():
    change = keep(point("staff", "5292", note="问过", source="人事系统"))
    assert only(overlay(explained(held()), [change])).state == "explained"


def test_each_contradiction_of_a_value_is_explained_by_itself():
    at = held("5000", [OLD, printed("staff", "5445", report="new")])
    first, second = moment(at).contradictions()
    after = overlay(at, [explanation(moment(at), first.id, REASON)])
    assert {known.id: known.state for known in moment(after).contradictions()} == {
        first.id: "explained", second.id: "open",
    }  # fmt: skip


def test_open_ones_stand_first():
    at = held("5000", [OLD, printed("staff", "5445", report="new")])
    first = moment(at).contradictions()[0]
    after = overlay(at, [explanation(moment(at), first.id, REASON)])
    assert [known.state for known in moment(after).contradictions()] == ["open", "explained"]


def test_an_explanation_is_taken_back():
    at = explained(held())
    assert only(overlay(at, [withdrawal(moment(at), only(at).id)])).state == "open"


def test_a_restatement_settles_it_with_its_reason():
    at = held()
    stated = restate(Figures(KNOWN.catalogue, at), "old", key("staff"))
    assert isinstance(stated, Restatement)
    after = overlay(at, [keep(replace(stated, reason=Words("重新统计", en="counted anew")))])
    known = only(after)
    assert (known.state, known.reason.en, issues(after)) == ("restated", "counted anew", [])
    with pytest.raises(AnnalsError, match=r"explain\.restated"):
        explanation(moment(after), known.id, REASON)


def test_the_answer_to_the_doubt_that_it_once_was_holds():
    at = held()
    content = content_of(key("staff"), KNOWN, Figures(KNOWN.catalogue, at))
    remark = Remark("staff@2022", "published.restated", content, "旧答复", "李编辑", "2026-11-01T00:00:00Z")
    assert only(overlay(at, [keep(remark)])).state == "explained"
    assert only(overlay(at, [keep(replace(remark, content="另"))])).state == "open"


@pytest.mark.parametrize("call", [lambda m: explanation(m, "c0", REASON), lambda m: withdrawal(m, "c0")])
def test_what_is_not_there_is_named(call):
    with pytest.raises(AnnalsError, match=r"explain\.unknown"):
        call(moment(held()))


def test_an_open_one_has_nothing_to_take_back():
    with pytest.raises(AnnalsError, match=r"explain\.open"):
        withdrawal(moment(held()), only(held()).id)


def test_a_report_has_those_of_the_values_that_it_shows():
    assert len(moment(held()).contradictions("report")) == 1
    elsewhere = snapshot([point("staff@1999", "1")], [printed("staff@1999", "2")])
    assert (len(moment(elsewhere).contradictions()), moment(elsewhere).contradictions("report")) == (1, ())
