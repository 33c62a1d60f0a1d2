"""What was answered about one old sheet is not asked about the next."""

from __future__ import annotations

import pytest

from schema.exchange.oldsheets.answers import ColumnAnswer, ColumnMap
from schema.exchange.oldsheets.names import Target
from schema.exchange.oldsheets.proposal import Drafter
from schema.exchange.oldsheets.remembered import merged, remembered, to_remember
from schema.values.changes import overlay
from schema.values.datapoint import SheetAnswer, Snapshot
from schema.values.figures import Figures
from schema.values.kept_things import canonical
from tests.schema.exchange.sheet_drafts import draft_of, outcome_of, sheet, values

TABLE = sheet(
    ["指标", "单位", "2023", "甲"], ["柴油用量", "MT", 5, "x"], ["全职员工总数", "人", 7, ""], ["说不清", "人", 9, ""]
)
SAID = ColumnMap(
    columns={("", "甲", 0): ColumnAnswer("note"), ("", "2023", 0): ColumnAnswer("2023"), ("", "单位", 0): ColumnAnswer("unit")},
    rows={
        ("", "柴油用量", "", 1): Target("energy.diesel"), ("", "全职员工总数", "", 1): Target("workforce.fulltime"),
        ("", "说不清", "", 1): None,
    },
    units={"MT": "t"},
    fiscal="end",
)  # fmt: skip


@pytest.fixture(scope="module")
def drafter(definitions):
    return Drafter(definitions, Figures(definitions.catalogue, Snapshot()), "zh-Hans")


def kept(drafter) -> Snapshot:
    draft, plain = draft_of(drafter, TABLE, known=SAID), draft_of(drafter, TABLE)
    return overlay(Snapshot(), to_remember(SAID, draft, plain, Snapshot()))


def test_only_what_was_not_plain_is_kept_and_no_year_of_one_file(drafter):
    answers = kept(drafter).more["answers"]
    assert {canonical(at): answer.meaning for at, answer in answers.items()} == {
        "answer/unit/MT": "t", "answer/fiscal/": "end", "answer/column/甲": "note", "answer/row/|柴油用量||1": "energy.diesel",
    }  # fmt: skip


def test_what_was_answered_is_not_asked_about_the_next_sheet(drafter, definitions):
    known = remembered(kept(drafter), definitions.catalogue)
    table = sheet(["指标", "单位", "2023/24", "甲"], ["柴油用量", "MT", 6, "说明"])
    found = outcome_of(drafter, table, known=known)
    assert values(found) == {"energy.diesel@2024": "6"}
    assert found.changes[0].after.method == "说明"
    assert draft_of(drafter, table, known=known).proposals[0].best.how == "kept"


def test_what_is_said_now_goes_before_what_was_kept(drafter, definitions):
    known = merged(
        remembered(kept(drafter), definitions.catalogue),
        ColumnMap(rows={("", "柴油用量", "", 1): None}, fiscal="start"),
    )
    assert (known.rows["", "柴油用量", "", 1], known.fiscal, known.units) == (None, "start", {"MT": "t"})
    assert ("", "柴油用量", "", 1) not in known.kept


def test_the_same_answer_twice_changes_nothing(drafter):
    draft, plain = draft_of(drafter, TABLE, known=SAID), draft_of(drafter, TABLE)
    assert to_remember(SAID, draft, plain, kept(drafter)) == ()


@pytest.mark.parametrize(
    "answer",
    [SheetAnswer("row", "||a|1", "no.metric"), SheetAnswer("row", "a", "energy.gas"), SheetAnswer("row", "|a||1", "energy.gas:gender=male"),
     SheetAnswer("unit", "MT", "nonsense"), SheetAnswer("column", "a", "2024"), SheetAnswer("fiscal", "", "never"), SheetAnswer("x", "", "y")],
)  # fmt: skip
def test_an_answer_that_means_nothing_any_more_is_left_out(definitions, answer):
    from schema.values.subject import AnswerAt

    snapshot = Snapshot(more={"answers": {AnswerAt(answer.kind, answer.words): answer}})
    assert remembered(snapshot, definitions.catalogue) == ColumnMap()
