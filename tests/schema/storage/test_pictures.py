"""Pictures in the workspace: facts at once, bytes when they are asked for, and nothing lost unnoticed."""

import hashlib
import sqlite3

import pytest

from schema.catalogue.compiled import with_hash
from schema.catalogue.definitions import RecordColumn, RecordType
from schema.errors import WorkspaceError
from schema.grammar.reference import RecordKey
from schema.values.changes import keep, overlay
from schema.values.datapoint import Attachment, Field, Record
from schema.values.image_slots import placed_picture, placing
from schema.workspace import Workspace
from tests.factories import change, small_definitions, words

CASE = RecordType("case", words("案例"), (RecordColumn("photo", words("图片"), "picture"),))


def picture(content=b"one", name="a.png"):
    kept = Attachment(hashlib.sha256(content).hexdigest(), name, "png", len(content), 40, 30)
    return keep(kept, content=content)


ONE, TWO = picture(), picture(b"two", "b.jpg")


def put(made=ONE, slot="green.photo"):
    return keep(placing("r-2022", slot, made.after.hash))


def test_facts_come_with_the_snapshot_and_bytes_when_asked_for(workspace):
    entries = workspace.apply([ONE, put(), TWO])
    assert [(entry.kind, entry.subject) for entry in entries] == [
        ("picture", ONE.after.hash),
        ("text", "r-2022|green.photo|"),
        ("picture", TWO.after.hash),
    ]
    snapshot = workspace.snapshot()
    assert list(snapshot.attachments.values()) == [ONE.after, TWO.after]
    assert placed_picture(snapshot, "r-2022", "green.photo") == ONE.after
    assert (workspace.attachment(ONE.after.hash), workspace.attachment(TWO.after.hash)) == (b"one", b"two")
    assert b"one" not in repr(snapshot).encode()


def test_a_later_reading_brings_what_has_come_since(workspace):
    workspace.apply([ONE])
    assert list(workspace.snapshot().attachments) == [ONE.after.hash]
    workspace.apply([TWO])
    assert list(workspace.snapshot().attachments) == [ONE.after.hash, TWO.after.hash]
    before = workspace.snapshot().attachments
    workspace.apply([change()])
    assert workspace.snapshot().attachments is before


def test_the_first_look_sees_the_same_pictures(workspace, path):
    workspace.apply([ONE, put()])
    assert Workspace.peek(path)[1] == workspace.snapshot()


def test_the_same_picture_is_kept_once_under_its_first_name(workspace, path):
    workspace.apply([ONE, ONE])
    assert workspace.apply([picture(name="copy.png")]) == ()
    assert [found.name for found in workspace.snapshot().attachments.values()] == ["a.png"]
    assert workspace.verify() == ()


def test_a_picture_that_was_taken_out_stays_for_undo_and_history(workspace):
    workspace.apply([ONE, put()])
    workspace.apply([keep(placing("r-2022", "green.photo", ""))])
    snapshot = workspace.snapshot()
    assert placed_picture(snapshot, "r-2022", "green.photo") is None
    assert workspace.attachment(ONE.after.hash) == b"one"
    workspace.apply([put()])
    assert placed_picture(workspace.snapshot(), "r-2022", "green.photo") == ONE.after
    assert workspace.verify() == ()


def test_changes_that_are_not_stored_yet_show_their_pictures(workspace):
    found = overlay(workspace.snapshot(), [ONE, put()])
    assert placed_picture(found, "r-2022", "green.photo") == ONE.after


def test_a_backup_carries_the_pictures_along(workspace, tmp_path):
    workspace.apply([ONE, put()])
    workspace.backup(tmp_path / "kept.annals")
    with Workspace.open(tmp_path / "kept.annals", write=False) as kept:
        assert kept.attachment(ONE.after.hash) == b"one"
        assert kept.verify() == ()


def after(workspace, path, *statements):
    """What is found once somebody has changed the file."""
    workspace.close()
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()
    with Workspace.open(path, write=False) as opened:
        return {(issue.code, issue.facts.get("file", "")) for issue in opened.verify()}


@pytest.mark.parametrize(
    "statement", ["UPDATE attachment_content SET content = x'00'", "DELETE FROM attachment_content WHERE true"]
)
def test_bytes_that_were_changed_or_are_gone_are_found(workspace, path, statement):
    workspace.apply([ONE, put()])
    assert after(workspace, path, statement) == {("verify.picture", "a.png")}


def test_changed_bytes_are_never_handed_out(workspace, path):
    workspace.apply([ONE])
    after(workspace, path, "UPDATE attachment_content SET content = x'00'")
    with Workspace.open(path, write=False) as opened, pytest.raises(WorkspaceError) as caught:
        opened.attachment(ONE.after.hash)
    assert caught.value.code == "workspace.broken"


def test_facts_that_were_changed_are_found(workspace, path):
    workspace.apply([ONE])
    assert after(workspace, path, "UPDATE attachment SET name = 'b.png'") == {("verify.kept", "")}


def test_a_slot_and_a_record_that_name_a_picture_which_is_not_there_are_found(workspace):
    workspace.adopt(with_hash(small_definitions(records={"case": CASE})))
    row = Record(RecordKey("case", "fair"), "r-2022", 1, {"photo": Field(typed=TWO.after.hash)})
    workspace.apply([put(), keep(row)])
    found = [(issue.code, issue.place) for issue in workspace.verify()]
    assert found == [("verify.no_picture", "r-2022 green.photo"), ("verify.no_picture", "record/case/fair.photo")]
    workspace.apply([ONE, TWO])
    assert workspace.verify() == ()


def test_a_picture_that_is_not_there_is_an_error_not_an_empty_one(workspace):
    with pytest.raises(WorkspaceError):
        workspace.attachment("0" * 64)
