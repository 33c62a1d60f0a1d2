"""A workspace whose lock cannot be taken is opened for reading, and the window says why."""

import errno
import os
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.window.opening import Opener
from schema.errors import WorkspaceError
from schema.storage.sqlite.lock import lock_path
from schema.values.changes import keep
from schema.values.people import Person
from schema.workspace import Workspace
from tests.desktop.conftest import small_definitions
from tests.factories import names_in, ticking


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "a.annals"
    Workspace.create(path, small_definitions(), "me", ticking()).close()
    return path


@pytest.fixture
def opener(tmp_path, program):
    return Opener("me", ticking(), tmp_path, program)


@pytest.mark.parametrize(
    ("cause", "code"),
    [
        (errno.ENOSPC, "workspace.full"),
        (errno.EDQUOT, "workspace.quota"),
        (errno.ENAMETOOLONG, "workspace.name_too_long"),
        (errno.EROFS, "workspace.readonly"),
        (errno.EIO, "workspace.io"),
    ],
)
def test_whatever_keeps_the_lock_from_being_written_the_workspace_can_be_read(path, opener, monkeypatch, cause, code):
    def refuse(*_, **__):
        raise OSError(cause, os.strerror(cause))

    monkeypatch.setattr(Path, "write_text", refuse)
    opened = opener.open(path)
    opened.workspace.close()
    assert opened.trouble is not None
    assert opened.trouble.code == code


def test_a_folder_in_the_place_of_the_lock_does_not_keep_from_reading(path, opener):
    lock_path(path).mkdir()
    opened = opener.open(path)
    opened.workspace.close()
    assert opened.trouble is not None
    assert opened.trouble.code == "workspace.lock_folder"


def test_what_is_no_workspace_is_not_opened(path, opener):
    path.write_bytes(b"no workspace")
    with pytest.raises(WorkspaceError) as caught:
        opener.open(path)
    assert caught.value.code == "workspace.foreign"


def test_a_name_that_is_not_among_the_people_opens_for_reading_and_is_told(path, opener):
    with Workspace.open(path, write=True, who="编辑") as workspace:
        workspace.apply([keep(Person("编辑", "", "editor"))])
    for who, code in ((opener.who, "rights.unknown"), ("编辑", None)):
        opened = replace(opener, who=who).open(path)
        opened.workspace.close()
        assert (opened.trouble.code if opened.trouble else None) == code
        assert names_in(path.parent) == [path.name]
