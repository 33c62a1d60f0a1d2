"""Pictures in the slots of a report and in the cells of records."""

from dataclasses import replace

from schema.grammar.reference import RecordKey
from schema.grammar.slots import NO_LANGUAGE
from schema.values.changes import Change, overlay
from schema.values.datapoint import Attachment, Field, Record, SlotText, Snapshot
from schema.values.image_slots import CellAt, picture_at, picture_changes, placed_hash, placed_picture, placing
from schema.values.subject import TextAt

PHOTO = Attachment("ab" * 32, "a.png", "png", 3, 4, 3)
SLOT = TextAt("r", "photo", "")
CASE = RecordKey("case", "a")
CELL = CellAt(CASE, "picture")
RECORD = Record(CASE, "r", 1, {"title": Field(typed="t")})
SNAPSHOT = Snapshot(attachments={PHOTO.hash: PHOTO}, records={CASE: RECORD})


def test_a_picture_is_put_into_a_slot_and_taken_out_again():
    (change,) = picture_changes(SNAPSHOT, SLOT, PHOTO.hash)
    assert change == Change(SLOT, None, SlotText("r", "photo", NO_LANGUAGE, PHOTO.hash))
    placed = overlay(SNAPSHOT, [change])
    assert (placed_hash(placed, "r", "photo"), placed_picture(placed, "r", "photo")) == (PHOTO.hash, PHOTO)
    assert picture_at(placed, SLOT) == PHOTO.hash
    assert overlay(placed, picture_changes(placed, SLOT, "")) == SNAPSHOT


def test_a_picture_is_put_into_a_cell_beside_what_stands_there_and_taken_out_again():
    placed = overlay(SNAPSHOT, picture_changes(SNAPSHOT, CELL, PHOTO.hash))
    assert placed.records[CASE].fields == {"title": Field(typed="t"), "picture": Field(typed=PHOTO.hash)}
    assert picture_at(placed, CELL) == PHOTO.hash
    assert overlay(placed, picture_changes(placed, CELL, "")) == SNAPSHOT


def test_nothing_changes_where_the_picture_stands_already_or_the_record_has_gone():
    assert picture_changes(SNAPSHOT, SLOT, "") == ()
    assert picture_changes(SNAPSHOT, CELL, "") == ()
    gone = replace(CELL, record=RecordKey("case", "gone"))
    assert picture_changes(SNAPSHOT, gone, PHOTO.hash) == ()
    assert picture_at(SNAPSHOT, gone) == ""


def test_an_empty_slot_and_a_picture_that_was_lost_show_nothing():
    assert (placed_hash(SNAPSHOT, "r", "photo"), placed_picture(SNAPSHOT, "r", "photo")) == ("", None)
    lost = Snapshot(texts={("r", "photo", NO_LANGUAGE): PHOTO.hash})
    assert (placed_hash(lost, "r", "photo"), placed_picture(lost, "r", "photo")) == (PHOTO.hash, None)


def test_what_places_a_picture_stands_in_no_language():
    assert placing("r", "photo", PHOTO.hash) == SlotText("r", "photo", "", PHOTO.hash)
