"""What is kept of requests and merges comes back whole."""

from dataclasses import replace

from schema.values.datapoint import Attachment, Snapshot
from schema.values.kept_things import KEPT
from schema.values.merges import MERGES_NAME, Merged, merges_of
from schema.values.pack_origin import PackOrigin
from schema.values.questions import Question
from schema.values.requests import ItemNote, Request, Step

ROWS = {kept.table: kept for kept in KEPT}
STEP = Step("王芳", "2026-11-30T08:00:00Z", "请补充")


def back(table, thing):
    kept = ROWS[table]
    return kept.made(kept.subject(thing), *kept.values(thing))


def request(note):
    return Request("r-2022", "hr", "2026-12-01", "", STEP, 1, items={"energy.gas@2022": note})


def test_a_note_of_an_item_keeps_its_words_its_day_its_return_and_its_person():
    for note in (ItemNote("看电表", "2026-12-02", STEP, "李雷"), ItemNote("", "", None, "李雷"), ItemNote("看电表")):
        assert back("request", request(note)) == request(note)


def test_a_merge_keeps_how_many_were_taken_refused_and_left():
    merged = Merged(
        3, "a.annalspack", "ab" * 32, "r1", "r-2022", "hr", "d", 1, 2, "k", "王芳", "编", "2026-11-30T08:00:00Z",
        undone=STEP, renamed={"record/case/a": "record/case/b"}, settled={"energy.gas@2022": "cd" * 32},
        taken=7, refused=2, conflicts=1, upon="0" * 64, upon_number=9,
    )  # fmt: skip
    assert back("merge", merged) == merged


def test_merges_are_listed_from_the_oldest_on():
    merges = {number: Merged(number, *[""] * 6, 1, number, *[""] * 4) for number in (3, 1, 2)}
    assert [merged.number for merged in merges_of(Snapshot(more={MERGES_NAME: merges}))] == [1, 2, 3]
    assert merges_of(Snapshot()) == ()


def test_the_answers_to_a_question_come_back_in_their_order():
    later, latest = replace(STEP, at="2026-11-30T09:00:00Z"), replace(STEP, at="2026-11-30T10:00:00Z")
    question = Question("r-2022", "energy.gas@2022", "editor", STEP, (STEP, later, latest))
    assert back("question", question) == question
    assert list(ROWS["question"].values(question)[-1]) == ["1", "2", "3"]


def test_a_pack_keeps_the_keys_and_the_addresses_of_those_who_may_sign():
    origin = PackOrigin(
        "c", "r-2022", "hr", "王芳", "r1", 1, "0" * 64, "d", signers={"王芳": "k"}, mails={"王芳": "a@b", "李雷": "c@d"}
    )
    kept = ROWS["pack_origin"]
    again = kept.made(kept.subject(origin), *kept.values(origin))
    assert (again.signers, again.mails) == (origin.signers, origin.mails)


def test_an_attachment_learns_its_size_and_its_pages_and_keeps_its_name():
    learned = ROWS["attachment"].once
    assert learned is not None
    plain, measured = Attachment("ab", "a.png", "png", 9), Attachment("ab", "b.png", "png", 9, 10, 20)
    assert learned(plain, measured) == replace(plain, width=10, height=20)
    assert learned(measured, plain) == measured
    paged = replace(plain, pages=3)
    assert learned(plain, paged) == paged
    assert learned(measured, paged) == replace(measured, pages=3)
