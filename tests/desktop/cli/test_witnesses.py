"""annals verify: a history that is shorter or another than somebody remembers is named."""

import json
import re
import shutil
import sqlite3
from pathlib import Path

import docx
import openpyxl
import pytest

from schema.workspace import Workspace
from tests.desktop.cli.tampering import rehash

EDITOR = "编辑"


@pytest.fixture
def kept(run, tea, tmp_path, monkeypatch) -> Path:
    """The tea company's workspace, in which something was changed three times."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("ANNALS_AS", EDITOR)
    for value in (1, 2, 3):
        rows = tmp_path / "rows.csv"
        rows.write_text(f"metric,period,value\nwater.used,2025,{value}\n", "utf-8")
        run("import", tea, rows)
    return tea


def codes(run, path, *more):
    status, out, _ = run("verify", path, *more, "--json")
    return status, [issue["code"] for issue in json.loads(out)["issues"]]


def cut(path: Path, entries: int) -> None:
    """Take entries off the end and put back what stood before, as somebody with an editor would."""
    with sqlite3.connect(path) as database:
        for _ in range(entries):
            number, old = database.execute("SELECT number, old FROM history ORDER BY number DESC LIMIT 1").fetchone()
            database.execute("DELETE FROM history WHERE number = ?", (number,))
            fields = json.loads(old)
            database.execute(
                "UPDATE data_point SET value = ?, typed = ? WHERE metric = 'water.used' AND period = 2025",
                (fields["value"], fields.get("typed", "")),
            )


def test_what_agrees_with_everybody_is_intact(run, kept):
    assert codes(run, kept) == (0, [])
    assert run("backup", kept, "--to", kept.with_name("b.annals"))[0] == 0
    assert run("freeze", kept, "送审稿", "--reason", "送审")[0] == 0
    assert codes(run, kept) == (0, [])


def test_entries_cut_off_the_end_are_known_to_this_computer(run, kept):
    cut(kept, 2)
    assert codes(run, kept) == (1, ["verify.shorter"])
    assert run("--language", "en", "verify", kept)[1].count("this computer saw") == 1
    assert codes(run, kept) == (1, ["verify.shorter"])  # and it does not forget


def test_a_history_written_anew_is_known_to_this_computer(run, kept):
    rehash(kept, 3)
    assert codes(run, kept) == (1, ["verify.rewritten"])


def test_a_freeze_knows_that_the_history_before_it_was_another(run, kept, monkeypatch, tmp_path):
    run("freeze", kept, "送审稿", "--reason", "送审")
    rehash(kept, 3)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "elsewhere"))
    assert codes(run, kept) == (1, ["verify.freeze"])


def test_a_freeze_that_was_changed_no_longer_fits_its_signature(run, kept, monkeypatch, tmp_path):
    run("freeze", kept, "送审稿", "--reason", "送审")
    with Workspace.open(kept, write=False) as workspace:
        number = len(workspace.history())
    with sqlite3.connect(kept) as database:
        database.execute("UPDATE freeze SET reason = '改过'")
        database.execute("UPDATE history SET new = replace(new, '送审\"', '改过\"') WHERE number = ?", (number,))
    rehash(kept, 0)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "elsewhere"))
    assert codes(run, kept) == (1, ["verify.signature"])


def test_a_backup_knows_what_was_cut_off(run, kept):
    backup = kept.with_name("b.annals")
    run("backup", kept, "--to", backup)
    cut(kept, 1)
    status, found = codes(run, kept)
    assert (status, "verify.backup" in found) == (1, True)
    assert codes(run, backup) == (0, [])


def test_a_copy_beside_it_that_goes_on_or_goes_another_way_is_a_doubt(run, kept, monkeypatch, tmp_path):
    copy = kept.with_name("copy.annals")
    shutil.copy(kept, copy)
    cut(kept, 1)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "elsewhere"))
    assert codes(run, kept) == (0, ["verify.later_copy"])
    assert codes(run, copy) == (0, [])
    run("import", kept, kept.with_name("rows.csv"))
    assert codes(run, kept) == (0, ["verify.other_copy"])


def test_a_noted_head_has_to_be_in_the_history(run, kept):
    with Workspace.open(kept, write=False) as workspace:
        heads = [entry.hash for entry in workspace.history()]
    for head in (heads[-1], heads[0].upper()):
        assert codes(run, kept, "--head", head) == (0, [])
    assert codes(run, kept, "--head", "0" * 64) == (1, ["verify.head"])


def test_whoever_names_the_newest_head_of_a_copy_put_back_vouches_for_it(run, kept):
    earlier = kept.with_name("earlier")
    shutil.copy(kept, earlier)
    run("import", kept, kept.with_name("rows.csv"))
    run("freeze", kept, "送审稿", "--reason", "送审")
    shutil.copy(earlier, kept)
    with Workspace.open(kept, write=False) as workspace:
        head = workspace.head
    assert codes(run, kept) == (1, ["verify.shorter"])
    assert codes(run, kept, "--head", head) == (0, [])
    assert codes(run, kept) == (0, [])


def test_a_broken_memory_is_none(run, kept, tmp_path):
    for file in (tmp_path / "data" / "annals" / "heads").iterdir():
        file.write_text('{"x": 1}', "utf-8")
    assert codes(run, kept) == (0, [])


def test_what_was_printed_of_the_head_finds_a_history_that_was_cut(run, kept, tmp_path, monkeypatch):
    told = json.loads(run("backup", kept, "--to", tmp_path / "b.annals", "--json")[1])["history"]
    assert json.loads(run("verify", kept, "--json")[1])["history"] == told
    assert f"{told['entries']} entries, head {told['head']}" in run("--language", "en", "verify", kept)[1]
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "elsewhere"))
    (tmp_path / "b.annals").rename(tmp_path / "b")
    cut(kept, 1)
    assert codes(run, kept) == (0, [])  # by itself it is consistent
    assert "自身一致" in run("verify", kept, "--lang", "zh-Hans")[1]
    for noted in (told["head"], told["head"][:12], f"annals history {told['entries']} {told['head']}"):
        assert codes(run, kept, "--head", noted) == (1, ["verify.head"])


def test_a_head_that_agrees_is_said_and_one_that_is_too_short_is_none(run, kept):
    with Workspace.open(kept, write=False) as workspace:
        head = workspace.head
    assert "agrees with the hash noted elsewhere" in run("--language", "en", "verify", kept, "--head", head[:12])[1]
    assert codes(run, kept, "--head", head[:11]) == (1, ["verify.head_short"])


@pytest.mark.parametrize("state", [(), ("--review",)])
def test_a_draft_and_a_review_print_how_far_the_history_goes(run, kept, tmp_path, state):
    call = ("export", kept, "--report", "tea-2025", *state, "--out", tmp_path / "out", "--json")
    told = json.loads(run(*call)[1])["history"]
    noted = f"annals history {told['entries']} {told['head']}"
    document = docx.Document(str(tmp_path / "out" / "tea-2025.docx"))
    book = openpyxl.load_workbook(tmp_path / "out" / "tea-2025.xlsx")
    assert (document.core_properties.comments, book.properties.description) == (noted, noted)
    cover = [str(cell.value) for row in book.worksheets[0].iter_rows() for cell in row]
    words = next(word for word in cover if told["head"][:12] in word)
    assert str(told["entries"]) in words
    assert words in re.sub(r"<[^>]+>", "", document.element.body.xml)
    assert codes(run, kept, "--head", noted) == (0, [])
    with Workspace.open(kept, write=False) as workspace:
        assert told["head"] == workspace.head
