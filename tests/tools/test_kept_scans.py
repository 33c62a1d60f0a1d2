"""What is read out of the sources is remembered by a file's text and its reader's."""

from tests import kept_scans
from tests.kept_scans import kept_scan


def test_a_file_is_read_again_when_its_text_or_its_reader_has_changed(tmp_path, monkeypatch):
    monkeypatch.setattr(kept_scans, "_FOLDER", tmp_path / "kept")
    reader, first, second = tmp_path / "reader.py", tmp_path / "a.py", tmp_path / "b.py"
    for path in (reader, first, second):
        path.write_text("one", "utf-8")
    read = []

    def words(path):
        read.append(path.name)
        return path.read_text("utf-8").split()

    assert kept_scan(words, [first, second], str(reader)) == {first: ["one"], second: ["one"]}
    assert kept_scan(words, [first, second], str(reader)) == {first: ["one"], second: ["one"]}
    assert read == ["a.py", "b.py"]
    first.write_text("one two", "utf-8")
    assert kept_scan(words, [first, second], str(reader)) == {first: ["one", "two"], second: ["one"]}
    assert read == ["a.py", "b.py", "a.py"]
    reader.write_text("other", "utf-8")
    kept_scan(words, [first, second], str(reader))
    assert len(read) == 5
