"""A pack is opened in the window: it asks where the share is kept, then it is a workspace of the pack's contact."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from desktop.work.moments import moment_of
from desktop.work.requests import Act
from desktop.work.send import Sending, asked_shares, noted, request_pack
from schema.exchange.packs.signing import Signer
from schema.values.changes import keep
from schema.values.people import Person
from schema.values.requests import Request, Step
from schema.workspace import Workspace
from tests.desktop.conftest import YEAR

WHEN = datetime(2026, 11, 30, 8, tzinfo=UTC)


@pytest.fixture
def pack(workspace_file: Path, tmp_path: Path) -> Path:
    """The share of the administration, sent to its contact."""
    act = Act("编辑", WHEN)
    with Workspace.open(workspace_file, write=True, who="编辑") as workspace:
        people = [Person("编辑", "", "editor"), Person("行政联系人", "admin", "contact")]
        asked = Request(f"csr-{YEAR}", "admin", "2026-12-31", "", Step("编辑", act.at))
        workspace.apply([keep(thing) for thing in (*people, asked)])
        workspace.apply(noted(asked_shares(moment_of(workspace), asked.report, []), act))
        (share,) = asked_shares(moment_of(workspace), asked.report, [])
        sending = Sending(act, Signer(bytes(range(32))), workspace.head, workspace.attachment)
        assert share.request is not None
        data = request_pack(moment_of(workspace), share.request, sending)
    path = tmp_path / "mail" / f"csr-{YEAR}-admin.annalspack"
    path.parent.mkdir()
    path.write_bytes(data)
    return path


@pytest.fixture
def keep_at(monkeypatch, tmp_path):
    """Answers the question where the share is kept; gives what was suggested."""
    suggested: list[str] = []

    def call(answer: str) -> list[str]:
        def ask(parent, title, name, *more, **options):
            suggested.append(name)
            return answer, ""

        monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
        return suggested

    return call


def test_a_pack_becomes_a_workspace_where_it_is_asked_for_and_its_contact_works_there(
    qtbot, new_window, pack, keep_at, tmp_path, monkeypatch
):
    monkeypatch.delenv("ANNALS_AS", raising=False)
    target, window = tmp_path / "mine.annals", new_window()
    suggested = keep_at(str(target))
    with qtbot.waitSignal(window.opened, timeout=60000):
        window.open_path(pack)
    assert suggested == [str(pack.with_suffix(".annals"))]
    assert window.view.session.who == "行政联系人"
    assert window.windowTitle().startswith("mine")
    assert [outline.code for outline in window.view.session.definitions.outlines.values()] == [f"csr-{YEAR}"]
    assert target.exists()


def test_a_pack_that_is_renewed_leaves_what_was_typed(qtbot, new_window, pack, keep_at, tmp_path):
    target, window = tmp_path / "mine.annals", new_window()
    keep_at(str(target))
    for _ in range(2):
        with qtbot.waitSignal(window.opened, timeout=60000):
            window.open_path(pack)
    window.show_start()
    with Workspace.open(target, write=False) as workspace:
        assert len([entry for entry in workspace.history() if entry.kind == "request"]) == 1


def test_a_pack_that_is_not_taken_is_told_and_nothing_is_made(qtbot, new_window, pack, keep_at, tmp_path):
    pack.write_bytes(pack.read_bytes()[:2000])
    target, window = tmp_path / "mine.annals", new_window()
    keep_at(str(target))
    with qtbot.waitSignal(window.refused, timeout=60000) as told:
        window.open_path(pack)
    assert pack.name in told.args[0]
    assert not target.exists()


def test_nothing_happens_where_no_place_is_chosen(qtbot, new_window, pack, keep_at):
    window = new_window()
    keep_at("")
    window.open_path(pack)
    assert window.stack.currentWidget() is window.start
