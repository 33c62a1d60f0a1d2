"""What was done to the file behind our back is found."""

import hashlib
import sqlite3
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from schema.errors import WorkspaceError
from schema.grammar.reference import Key, RecordKey
from schema.grammar.words import Words
from schema.storage.chain import entry_hash
from schema.values.changes import keep
from schema.values.datapoint import Field, HistoryEntry, PublishedValue, Record, Restatement, SlotText
from schema.values.via import Elsewhere, Via, read_via
from schema.workspace import Workspace
from tests.factories import change

PRINTED = PublishedValue("esg-2021", Key("energy.gas", 2021), "5", change().after.value, place="p. 7")
FAIR = Record(RecordKey("case", "fair"), "esg-2021", 1, {"people": Field(typed="12", value=change().after.value)})

OLD_WORDS = SlotText("esg-2022", "lead", "en", "Hello", "esg-2021")
RESTATED = Restatement("esg-2021", PRINTED.key, "5", "p. 7", Decimal(5), Decimal(4), Words(en="counted anew"))


@pytest.fixture
def filled(workspace, path) -> Path:
    workspace.apply([change(value="1"), change("waste.paper"), keep(SlotText("esg-2021", "lead", "en", "Hello"))])
    workspace.apply([change(value="2"), keep(PRINTED), keep(FAIR)], "read again")
    workspace.apply([keep(OLD_WORDS), keep(RESTATED)], "rolled forward")
    workspace.close()
    return path


def _after(path: Path, *statements: str) -> list[tuple[str, str]]:
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()
    with Workspace.open(path, write=False) as opened:
        return [(issue.code, issue.facts.get("subject", "")) for issue in opened.verify()]


def test_an_untouched_file_is_whole(filled):
    assert _after(filled) == []


@pytest.mark.parametrize(
    ("statement", "subject"),
    [
        ("UPDATE data_point SET value = '3' WHERE metric = 'energy.gas'", "energy.gas@2022"),
        ("UPDATE data_point SET note = 'x' WHERE metric = 'waste.paper'", "waste.paper@2022"),
        ("DELETE FROM data_point WHERE metric = 'waste.paper'", "waste.paper@2022"),
        ("UPDATE data_point SET period = 2020 WHERE metric = 'waste.paper'", "waste.paper@2020"),
        ("UPDATE slot_text SET text = 'Bye'", "esg-2021|lead|en"),
        ("UPDATE published_value SET value = '6'", "energy.gas@2021|esg-2021|p. 7|5"),
        ("UPDATE slot_text SET carried = '' WHERE report = 'esg-2022'", "esg-2022|lead|en"),
        ("UPDATE restatement SET en = 'an excuse'", "energy.gas@2021|esg-2021"),
        ("DELETE FROM restatement", "energy.gas@2021|esg-2021"),
        ("UPDATE record SET fields = '{}'", "record/case/fair"),
        ("UPDATE record SET position = 2", "record/case/fair"),
        ("DELETE FROM record", "record/case/fair"),
    ],
)
def test_a_value_changed_outside_annals_is_named(filled, statement, subject):
    assert ("verify.state", subject) in _after(filled, statement)


def test_what_nobody_can_type_again_is_to_be_restored(filled):
    told = _after(filled, "UPDATE definitions SET json = json || ' '")
    assert ("verify.kept", "definitions") in told
    assert "verify.state" not in {code for code, _ in told}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE history SET new = replace(new, '1', '9') WHERE number = 2",
        "UPDATE history SET who = 'somebody else' WHERE number = 3",
        "UPDATE history SET at = '2020-01-01T00:00:00.000000Z' WHERE number = 3",
        "UPDATE history SET reason = '' WHERE number = 5",
        "DELETE FROM history WHERE number = 3",
        "UPDATE history SET number = number + 100 WHERE number = 6",
        "INSERT INTO history SELECT 10, at, who, kind, subject, old, new, reason, hash, via FROM history WHERE number = 9",
    ],
)
def test_an_edited_cut_or_lengthened_history_is_found(filled, statement):
    assert "verify.chain" in [code for code, _ in _after(filled, statement)]


def test_a_history_that_was_cut_at_its_end_no_longer_says_what_stands_there(filled):
    assert ("verify.state", "energy.gas@2022") in _after(filled, "DELETE FROM history WHERE number > 4")


def test_swapped_entries_are_found(filled):
    swap = (
        "UPDATE history SET number = -number WHERE number IN (2, 3)",
        "UPDATE history SET number = 5 + number WHERE number < 0",
    )
    assert "verify.chain" in [code for code, _ in _after(filled, *swap)]


def test_a_dangling_row_is_found(filled):
    assert [code for code, _ in _after(filled, "UPDATE meta SET definitions = 'none'")] == ["verify.integrity"]


def test_a_damaged_index_is_found(filled):
    connection = sqlite3.connect(filled)
    page = connection.execute(
        "SELECT rootpage FROM sqlite_master WHERE name LIKE 'sqlite_autoindex_slot_text%'"
    ).fetchone()[0]
    size = connection.execute("PRAGMA page_size").fetchone()[0]
    connection.close()
    data = bytearray(filled.read_bytes())
    data[page * size - 200 : page * size] = b"\x07" * 200
    filled.write_bytes(data)
    assert "verify.integrity" in [code for code, _ in _after(filled)]


def test_a_damaged_workspace_is_not_backed_up_over_a_good_backup(filled, tmp_path):
    target = tmp_path / "backup.annals"
    with Workspace.open(filled, write=False) as opened:
        opened.backup(target)
    good = target.read_bytes()
    _after(filled, "UPDATE history SET who = 'somebody else' WHERE number = 3")
    with Workspace.open(filled, write=False) as opened, pytest.raises(WorkspaceError) as caught:
        opened.backup(target)
    assert caught.value.code == "workspace.backup_damaged"
    assert target.read_bytes() == good


def test_the_hash_covers_this_very_text():
    """Another canonical form would make every history written so far look forged."""
    moment = datetime(2026, 3, 1, 8, 0, 0, 5, tzinfo=UTC)
    new = '{"typed":"１.50","value":"1.5"}'
    entry = HistoryEntry(2, moment, "李编辑", "point", "energy.gas@2022", "", new, "重算", "")
    text = (
        '{"kind":"point","new":"{\\"typed\\":\\"１.50\\",\\"value\\":\\"1.5\\"}","number":2,"old":"","previous":"abc",'
        '"reason":"重算","subject":"energy.gas@2022","when":"2026-03-01T08:00:00.000005Z","who":"李编辑"}'
    )
    assert entry_hash(entry, "abc") == hashlib.sha256(text.encode()).hexdigest()
    via = Via("merge", 1, "编", "2026-03-02T08:00:00Z").written()
    text = text.replace(
        '"when"', '"via":"{\\"at\\":\\"2026-03-02T08:00:00Z\\",\\"by\\":\\"编\\",\\"merge\\":1}","when"'
    )
    assert entry_hash(replace(entry, via=via), "abc") == hashlib.sha256(text.encode()).hexdigest()


def test_history_names_who_did_it_elsewhere_and_how_it_came_here(workspace):
    when, via = datetime(2026, 3, 1, 8, 0, 0, 5, tzinfo=UTC), Via("merge", 3, "编", "2026-03-02T08:00:00Z")
    told = Elsewhere("人", when, via)
    (entry,) = workspace.apply([replace(change(value="7"), reason="heard", elsewhere=told)])
    assert (entry.who, entry.when, entry.reason, read_via(entry.via)) == ("人", when, "heard", via)
    workspace.apply([change(value="8")])
    read = workspace.history()[-2:]
    assert read[0] == entry
    assert (read[1].who, read[1].via, read_via(read[1].via)) == (workspace.author.who, "", None)
    assert workspace.verify() == ()


@pytest.mark.parametrize("forged", ["''", """'{"at":"2026-03-02T08:00:00Z","by":"x","merge":1}'"""])
def test_how_something_came_here_can_not_be_changed_unseen(workspace, path, forged):
    told = Elsewhere("人", datetime(2026, 3, 1, tzinfo=UTC), Via("merge", 1, "编", "2026-03-02T08:00:00Z"))
    workspace.apply([replace(change(value="7"), elsewhere=told)])
    workspace.close()
    assert [code for code, _ in _after(path, f"UPDATE history SET via = {forged} WHERE via != ''")] == ["verify.chain"]
