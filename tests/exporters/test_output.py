"""Outputs are whole or absent, and never replace a person's work."""

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from lxml.etree import SerialisationError

from exporters.output_files import RECORD_NAME, choose_target, make_folder, read_record, write_atomically, write_output
from schema.errors import OutputError
from schema.validation.messages import error_message


def writes(text):
    return lambda path: path.write_text(text)


def raises(error):
    def write(path):
        path.write_text("half")
        raise error

    return write


def names(folder):
    return sorted(path.name for path in folder.iterdir() if path.name != RECORD_NAME)


def test_a_file_is_written_and_no_temporary_file_stays(tmp_path):
    write_atomically(tmp_path / "new" / "a.docx", writes("whole"))
    assert (tmp_path / "new" / "a.docx").read_text() == "whole"
    assert names(tmp_path / "new") == ["a.docx"]


def _order(monkeypatch) -> list[str]:
    """Record what is made durable, and when the name moves."""
    told, move = [], Path.replace
    monkeypatch.setattr(
        os, "fsync", lambda handle: told.append("folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file")
    )
    monkeypatch.setattr(Path, "replace", lambda path, target: (told.append("move"), move(path, target))[1])
    return told


@pytest.mark.skipif(os.name == "nt", reason="Windows cannot open a folder")
def test_the_bytes_are_on_the_disk_before_the_name_moves_and_the_name_after(tmp_path, monkeypatch):
    told = _order(monkeypatch)
    write_atomically(tmp_path / "a.docx", writes("new"))
    assert told == ["file", "move", "folder"]


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "output.full"),
        (OSError(errno.EFBIG, "File too large"), "output.full"),
        (SerialisationError("IO_EFBIG"), "output.full"),
        (PermissionError(errno.EACCES, "Permission denied"), "output.folder"),
        (OSError(errno.EIO, "Input/output error"), "output.failed"),
    ],
)
def test_an_error_while_writing_leaves_the_old_file_and_names_the_cause(tmp_path, error, code):
    target = tmp_path / "a.xlsx"
    target.write_text("good")
    with pytest.raises(OutputError) as caught:
        write_atomically(target, raises(error))
    assert caught.value.code == code
    assert caught.value.params["file"] == "a.xlsx"
    assert target.read_text() == "good"
    assert names(tmp_path) == ["a.xlsx"]


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO])
def test_an_old_file_is_spoken_of_only_where_there_is_one(tmp_path, program, number, language):
    def told() -> str:
        with pytest.raises(OutputError) as caught:
            write_atomically(tmp_path / "a.xlsx", raises(OSError(number, "trouble")))
        return error_message(caught.value, program.messages, language)

    alone = told()
    (tmp_path / "a.xlsx").write_text("good")
    assert (alone.count("a.xlsx"), told().count("a.xlsx")) == (1, 2)


def test_a_folder_that_can_not_be_made_is_named(tmp_path, program, monkeypatch):
    def refuse(*_, **__):
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(OutputError) as caught:
        make_folder(tmp_path / "out")
    said = error_message(caught.value, program.messages, "en")
    assert said == f"The folder {tmp_path / 'out'} could not be made (Input/output error). Choose another folder."


def test_a_file_open_elsewhere_is_reported_as_locked(tmp_path, monkeypatch):
    def refuse(self, target):
        raise PermissionError(errno.EACCES, "used by another process")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OutputError) as caught:
        write_atomically(tmp_path / "a.xlsx", writes("new"))
    assert caught.value.code == "output.locked"
    assert names(tmp_path) == []


def test_a_bug_in_the_writer_passes_through_and_leaves_nothing(tmp_path):
    with pytest.raises(KeyError):
        write_atomically(tmp_path / "a.xlsx", raises(KeyError("bug")))
    assert names(tmp_path) == []


def test_a_folder_that_is_a_file_is_reported(tmp_path):
    (tmp_path / "out").write_text("")
    with pytest.raises(OutputError) as caught:
        write_atomically(tmp_path / "out" / "a.xlsx", writes("new"))
    assert caught.value.code == "output.is_file"


def test_an_unchanged_output_is_replaced(tmp_path):
    assert write_output(tmp_path / "r.docx", writes("one")) == tmp_path / "r.docx"
    assert write_output(tmp_path / "r.docx", writes("two")) == tmp_path / "r.docx"
    assert (tmp_path / "r.docx").read_text() == "two"
    assert names(tmp_path) == ["r.docx"]


def test_an_edited_output_is_kept_and_the_new_one_stands_beside_it(tmp_path):
    write_output(tmp_path / "r.docx", writes("one"))
    (tmp_path / "r.docx").write_text("edited in Word")
    assert write_output(tmp_path / "r.docx", writes("two")) == tmp_path / "r (2).docx"
    assert (tmp_path / "r.docx").read_text() == "edited in Word"
    assert write_output(tmp_path / "r.docx", writes("three")) == tmp_path / "r (2).docx"
    (tmp_path / "r (2).docx").write_text("edited too")
    assert write_output(tmp_path / "r.docx", writes("four")) == tmp_path / "r (3).docx"


def test_overwrite_forces_the_name(tmp_path):
    (tmp_path / "r.docx").write_text("someone's")
    assert write_output(tmp_path / "r.docx", writes("two"), overwrite=True) == tmp_path / "r.docx"
    assert (tmp_path / "r.docx").read_text() == "two"


def test_a_file_of_a_language_keeps_its_language_when_numbered(tmp_path):
    (tmp_path / "r.en.docx").write_text("someone's")
    chosen = choose_target(tmp_path / "r.en.docx", read_record(tmp_path), overwrite=False)
    assert chosen.name == "r.en (2).docx"


@pytest.mark.parametrize("damage", ["", "[]", '{"r.docx": 5}', '{"r.docx": "x"}', "\x00"])
def test_a_damaged_record_counts_as_none(tmp_path, damage):
    write_output(tmp_path / "r.docx", writes("one"))
    (tmp_path / RECORD_NAME).write_text(damage)
    assert choose_target(tmp_path / "r.docx", read_record(tmp_path), overwrite=False).name == "r (2).docx"


def test_an_export_killed_just_before_or_after_the_move_still_knows_its_file(tmp_path, monkeypatch):
    target = tmp_path / "r.docx"
    write_output(target, writes("one"))
    move = Path.replace
    for moved in (False, True):

        def killed(self, other, moved=moved):
            if other != target:
                return move(self, other)
            if moved:
                move(self, other)
            raise KeyboardInterrupt

        with monkeypatch.context() as patch:
            patch.setattr(Path, "replace", killed)
            with pytest.raises(KeyboardInterrupt):
                write_output(target, writes(f"two {moved}"))
        assert choose_target(target, read_record(tmp_path), overwrite=False) == target


KILLED = """
import os, signal, sys
from pathlib import Path
from exporters.output_files import write_atomically
def write(path):
    path.write_text("half")
    os.kill(os.getpid(), signal.SIGKILL)
write_atomically(Path(sys.argv[1]), write)
"""


def test_a_killed_export_leaves_the_old_file_and_its_remains_are_swept_by_the_next(tmp_path):
    target = tmp_path / "r.xlsx"
    target.write_text("good")
    subprocess.run([sys.executable, "-c", KILLED, target], cwd=Path(__file__).parents[2], check=False)
    assert target.read_text() == "good"
    assert len(names(tmp_path)) == 2
    write_atomically(target, writes("new"))
    assert names(tmp_path) == ["r.xlsx"]


def test_each_trouble_has_a_sentence_in_three_languages():
    text = (Path(__file__).parents[2] / "resources/definitions/messages.yaml").read_text("utf-8")
    for code in ("output.full", "output.folder", "output.locked", "output.failed", "output.renamed"):
        line = next(line for line in text.splitlines() if line.strip().startswith(code + ":"))
        assert all(f"{language}:" in line for language in ("zh-Hans", "zh-Hant", "en"))
