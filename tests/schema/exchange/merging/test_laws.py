"""Whatever order answers come in, and however often: what asks nobody anything ends the same, and nothing is lost."""

from __future__ import annotations

import itertools
from dataclasses import replace

from hypothesis import assume, given
from hypothesis import strategies as st

from schema.exchange.merging.decision import state_of
from schema.exchange.merging.merge import merge
from schema.values.changes import thing_at
from schema.values.kept_things import subject_of
from schema.values.questions import Question, questions_of
from schema.values.requests import Step
from tests.schema.exchange.merging.given import (
    FAIR,
    LEAD,
    LEAD_EN,
    MEN,
    PROOF,
    RATE,
    STAFF,
    answer,
    ground,
    hand,
    merged,
    offer,
    point,
    proof,
    record,
    text,
)

# What may stand at each subject: few things, so that sides meet.
WORDS = st.lists(st.sampled_from("一二三四"), max_size=3).map("\n".join)
STATES = {
    **{
        key: st.sampled_from(["1", "2", "3"]).map(lambda value, key=key: point(key, value))
        for key in (STAFF, MEN, RATE)
    },
    **{at: WORDS.map(lambda said, at=at: text(at, said) if said else None) for at in (LEAD, LEAD_EN)},
    PROOF: st.builds(proof, st.integers(0, 2), st.sampled_from(["a.pdf", "b.pdf"])),
    FAIR: st.builds(record, st.sampled_from(["会", "集", ""]), st.sampled_from(["1", "2", ""])),
}
SUBJECTS = list(STATES)
HANDS = ("x", "y", "z")


@st.composite
def _bases(draw):
    """What stood at each subject when the packs were made."""
    return {at: draw(st.none() | STATES[at]) for at in SUBJECTS}


@st.composite
def _answers(draw, base, desk, number=1):
    """What a desk made of some of it, in one or two steps each; each desk works at minutes of its own."""
    chosen = draw(st.lists(st.sampled_from(SUBJECTS), unique=True, max_size=4))
    start = 10 * HANDS.index(desk)
    offers = []
    for at in chosen:
        things = draw(st.lists(STATES[at] if at == FAIR else st.none() | STATES[at], min_size=1, max_size=2))
        if base[at] is not None or any(thing is not None for thing in things):
            offers.append(offer(base[at], *things, start=start))
    return answer(*offers, desk=desk, number=number)


@st.composite
def _worlds(draw, count=2, drift=True):
    """A company's ground, which may have gone on since the packs were made, and answers of several desks."""
    base = draw(_bases())
    # A record that is new on two sides is two records; of one that both know the changes meet.
    base[FAIR] = base[FAIR] or record("会", "1")
    now = {at: draw(st.just(thing) | STATES[at]) if drift else thing for at, thing in base.items()}
    return ground(*filter(None, now.values())), [draw(_answers(base, desk)) for desk in HANDS[:count]]


def _standing(after):
    return {at: state_of(at, thing_at(after.snapshot, at)) for at in SUBJECTS}


@given(_worlds(count=1))
def test_each_offer_becomes_one_of_four(world):
    start, (one,) = world
    _, (outcome,) = merged(start, one)
    refused = [refused.subject for refused in outcome.refused]
    ends = [*outcome.taken, *outcome.same, *(conflict.subject for conflict in outcome.conflicts), *refused]
    assert sorted(map(str, ends)) == sorted(str(offer.subject) for offer in one.offers)


@given(_worlds(count=1))
def test_merged_again_an_answer_brings_nothing(world):
    start, (one,) = world
    after, (first, second) = merged(start, one, one)
    assert second.taken == ()
    assert {c.subject for c in first.conflicts} == {c.subject for c in second.conflicts}
    assert _standing(after) == _standing(start.after(first))


@given(_worlds(count=2))
def test_two_answers_ask_about_the_same_in_either_order_and_end_the_same_where_they_ask_nothing(world):
    start, (one, other) = world
    there, told = merged(start, one, other)
    back, said = merged(start, other, one)
    asked, again = ({c.subject for outcome in outcomes for c in outcome.conflicts} for outcomes in (told, said))
    assert asked == again
    ends, begun = _standing(there), _standing(back)
    assert {at: ends[at] for at in SUBJECTS if at not in asked} == {at: begun[at] for at in SUBJECTS if at not in asked}


@given(_worlds(count=3, drift=False))
def test_three_answers_that_ask_nothing_end_the_same_in_every_order(world):
    start, answers = world
    ends = []
    for order in itertools.permutations(answers):
        after, outcomes = merged(start, *order)
        if not any(outcome.conflicts for outcome in outcomes):
            ends.append(_standing(after))
    assume(len(ends) > 1)
    assert all(end == ends[0] for end in ends)


@given(_worlds(count=1, drift=False), st.data())
def test_an_answer_in_two_parts_ends_as_the_whole_one(world, data):
    start, (whole,) = world
    cut = {one.subject: data.draw(st.integers(0, len(one.steps))) for one in whole.offers}
    offers = (replace(one, steps=one.steps[: cut[one.subject]]) for one in whole.offers)
    part = replace(whole, offers=tuple(one for one in offers if one.steps))
    after, (first, second) = merged(start, part, replace(whole, number=2))
    at_once, (outcome,) = merged(start, whole)
    assume(not (first.conflicts or second.conflicts or outcome.conflicts))
    assert _standing(after) == _standing(at_once)


@given(_worlds(count=1), st.sampled_from(["ours", "theirs"]))
def test_with_a_word_that_counts_nothing_is_asked_and_asked_again(world, take):
    start, (one,) = world
    after, (outcome,) = merged(start, one, take=take)
    assert outcome.conflicts == ()
    _, (again,) = merged(after, replace(one, number=2))
    assert (again.taken, again.conflicts) == ((), ())
    clashes = {conflict.subject for conflict in merge(start, one, hand()).conflicts}
    theirs = {offer.subject: state_of(offer.subject, offer.theirs) for offer in one.offers}
    for at in clashes:
        assert _standing(after)[at] == (theirs[at] if take == "theirs" else _standing(start)[at])


ASKED = [
    Question("r", STAFF.canonical(), "editor", Step("人", "2026-11-29T08:00:00Z", words))
    for words in ("口径？", "截止？")
]
SAID = st.builds(
    Step, st.sampled_from(["人", "王"]), st.just("2026-11-30T08:00:00Z"), st.sampled_from(["一", "二", "三"])
)


@st.composite
def _talks(draw):
    """What stands here of some questions, and the answers of three desks with what each knows of them."""
    known = st.none() | st.lists(SAID, max_size=3)

    def state(question):
        said = draw(known)
        return None if said is None else question.answered(*said)

    start = ground(*filter(None, map(state, ASKED)))
    answers = []
    for place, desk in enumerate(HANDS):
        offers = [offer(None, told, start=10 * place) for question in ASKED if (told := state(question)) is not None]
        answers.append(answer(*offers, desk=desk))
    return start, answers


@given(_talks())
def test_questions_end_the_same_in_whichever_order_their_answers_come_and_ask_nothing(talk):
    start, answers = talk
    known = {at: state_of(at, thing_at(start.snapshot, at)) for at in map(subject_of, ASKED)}
    ends = []
    for order in itertools.permutations(answers):
        after, outcomes = merged(start, *order, *order)
        assert not any((*outcome.conflicts, *outcome.refused) for outcome in outcomes)
        assert not any(outcome.taken for outcome in outcomes[len(order) :])
        ends.append({at: state_of(at, thing_at(after.snapshot, at)) for at in known})
    assert all(end == ends[0] for end in ends)
    said = {at: [offer.theirs for answer in answers for offer in answer.offers if offer.subject == at] for at in known}
    for at, question in zip(known, ASKED, strict=True):
        states = [*said[at], thing_at(start.snapshot, at)]
        steps = {step for one in states if one is not None for step in one.answers}
        expected = question.answered(*steps) if any(states) else None
        assert ends[0][at] == state_of(at, expected)


def test_a_form_that_is_saved_once_more_asks_and_answers_nothing_twice():
    def back(minute):
        again = replace(ASKED[0], asked=replace(ASKED[0].asked, at=f"2026-11-29T08:{minute}:00Z"))
        answered = ASKED[1].answered(Step("人", f"2026-11-29T08:{minute}:00Z", "含。"))
        return answer(offer(None, again), offer(None, answered), desk="form", number=int(minute), key="", named=True)

    start = ground(ASKED[1])
    after, (first, second) = merged(start, back("10"), back("20"))
    assert (len(first.taken), second.taken) == (2, ())
    assert len(questions_of(after.snapshot)) == 2
