"""Files are given out under names that no system takes amiss, and into a place that nobody else reads."""

from __future__ import annotations

import stat

import pytest

from desktop.work.safe_files import PrivateFolder, safe_name

PDF = b"%PDF-1.7"


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("发票.pdf", "发票.pdf"), ("../../x.pdf", "_.._x.pdf"), ("a/b\\c.pdf", "a_b_c.pdf"), (".bashrc", "bashrc.pdf"),
        ("CON.pdf", "_CON.pdf"), ("nul", "_nul.pdf"), ("a.pdf. ", "a.pdf"), ('a"b<c>|?*.pdf', "a_b_c____.pdf"),
        ("...", "file.pdf"), ("x\0y.pdf", "x_y.pdf"), ("a.PDF", "a.PDF"), ("", "file.pdf"),
    ],
)  # fmt: skip
def test_a_name_is_one_part_with_an_ending(name, safe):
    assert safe_name(name, PDF) == safe


def test_a_long_name_keeps_its_ending():
    name = safe_name("长" * 300 + ".pdf", PDF)
    assert name.endswith("长.pdf")
    assert len(name.encode()) <= 180


def test_files_are_read_only_apart_and_gone_at_the_end(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    folder = PrivateFolder()
    one, two = folder.put("a.pdf", PDF), folder.put("a.pdf", b"other")
    assert (one.read_bytes(), two.read_bytes()) == (PDF, b"other")
    assert one.name == two.name == "a.pdf"
    assert stat.S_IMODE(one.stat().st_mode) == stat.S_IRUSR
    for path in (one.parent, one.parent.parent):
        assert stat.S_IMODE(path.stat().st_mode) == stat.S_IRWXU
    folder.close()
    assert list(tmp_path.iterdir()) == []
