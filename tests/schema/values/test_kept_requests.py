"""What is kept of requests and merges comes back whole."""

from schema.values.datapoint import Snapshot
from schema.values.kept_things import KEPT
from schema.values.merges import MERGES_NAME, Merged, merges_of
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
