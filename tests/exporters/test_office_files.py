"""What the tests remember of files that were found whole: nothing that has a fault, and nothing but the content."""

import re
import zipfile

import pytest

from schema.catalogue.definitions import Metric
from tests import office_files
from tests.exporters.excel.sample import point, saved, small, words
from tests.office_files import complaints


@pytest.fixture(autouse=True)
def own_memory(tmp_path, monkeypatch):
    monkeypatch.setattr(office_files, "_WHOLE", tmp_path / "whole")


def book():
    return small([Metric("heads", words("Heads"), "integer", "person", "", "flow", "hr")], points=(point("heads", 5),))


def remembered():
    return sorted(office_files._WHOLE.iterdir()) if office_files._WHOLE.exists() else []


def with_part(path, target, name, change):
    """Write a copy of a package in which one part is another."""
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(target, "w") as copy:
        for member in source.infolist():
            content = source.read(member)
            copy.writestr(member.filename, change(content) if member.filename == name else content)
    return target


def test_a_file_with_a_fault_is_told_each_time(tmp_path):
    path = saved(book(), tmp_path)
    broken = with_part(
        path, tmp_path / "broken.xlsx", "xl/workbook.xml", lambda text: text.replace(b"<sheets>", b"<sheets><strange/>")
    )
    assert complaints(broken) == complaints(broken) != []
    assert remembered() == []


def test_a_whole_file_is_remembered_by_its_content_and_not_by_when_it_was_written(tmp_path):
    path = saved(book(), tmp_path)
    later = with_part(
        path, tmp_path / "later.xlsx", "docProps/core.xml", lambda text: re.sub(rb"T[\d:]{8}Z", b"T01:02:03Z", text)
    )
    assert later.read_bytes() != path.read_bytes()
    assert complaints(path) == complaints(later) == []
    assert len(remembered()) == 1
