"""Where a record stands: in the block that it names, else in the first of its type."""

from dataclasses import replace

import pytest

from schema.catalogue.outline import Outline, RecordsBlock, Section
from schema.grammar.reference import RecordKey
from schema.grammar.words import Words
from schema.values.datapoint import Field, Record, Snapshot
from schema.values.record_places import block_rows, home, put_into
from schema.values.records import from_plain, to_plain

TITLE = Words("标题", "標題", "Title")
FIRST, SECOND, OTHER = (
    RecordsBlock(name, kind, "cases") for name, kind in (("a", "case"), ("b", "case"), ("q", "quote"))
)
OUTLINE = Outline(
    "report", 2022, "zh-Hans", TITLE,
    (Section("one", 1, TITLE, (OTHER, FIRST)), Section("two", 1, TITLE, sections=(Section("in", 2, TITLE, (SECOND,)),))),
)  # fmt: skip


def record(code, order=1, block=""):
    made = Record(RecordKey("case", code), "report", order, {"title": Field(TITLE)})
    return put_into(made, block) if block else made


@pytest.mark.parametrize(("block", "place"), [("b", "b"), ("a", "a"), ("", "a"), ("gone", "a"), ("q", "a")])
def test_a_record_stands_in_its_block_or_in_the_first_of_its_type(block, place):
    assert home(OUTLINE, record("x", block=block)) == place


def test_an_outline_without_a_block_of_the_type_has_no_place():
    assert home(replace(OUTLINE, chapters=()), record("x")) == ""


def test_the_rows_of_a_block_are_its_own_in_their_order():
    rows = (record("x", 2, "b"), record("y", 1, "b"), record("z", 3), replace(record("w", 1, "b"), report="other"))
    held = Snapshot(records={row.key: row for row in rows})
    assert [row.key.id for row in block_rows(OUTLINE, SECOND, held)] == ["y", "x"]
    assert [row.key.id for row in block_rows(OUTLINE, FIRST, held)] == ["z"]


def test_the_place_is_kept_with_the_fields():
    assert Record(RecordKey("case", "x"), "report", 1, from_plain(to_plain(record("x", 1, "b").fields))).block == "b"
