"""Export off the UI thread."""

from __future__ import annotations

import threading
from pathlib import Path
from types import SimpleNamespace

import pytest

import desktop.window.dialogs.export as module
from desktop.window.dialogs.export import ExportDialog
from desktop.window.dialogs.index_choice import IndexChoice
from desktop.window.session.usual_folder import usual_folder
from desktop.work.export import ExportOptions, Written
from desktop.work.final import final_reasons
from desktop.work.trail import mark_of
from exporters.writers import WRITERS
from schema.catalogue.definitions import Framework
from schema.catalogue.outline import IndexBlock, Outline, Section
from schema.errors import OutputError
from schema.grammar.reference import Key
from schema.grammar.words import Words
from schema.moment import Moment
from schema.values.changes import keep
from schema.values.requests import Request, Step

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def window(kept_window):
    return kept_window


@pytest.fixture
def dialog(qtbot, window, tmp_path) -> ExportDialog:
    window.actions_.export.trigger()
    dialog = window.view.export_dialog
    dialog.folder.setText(str(tmp_path / "out"))
    return dialog


def test_the_files_are_made_elsewhere_and_named(qtbot, dialog, monkeypatch, tmp_path):
    threads = []

    def export(moment, options, pictures, step, trail):
        threads.append(threading.current_thread())
        step("csr-2022.xlsx")
        path = tmp_path / "csr-2022.xlsx"
        path.write_bytes(b"x" * 2048)
        return (Written(path, path),)

    monkeypatch.setattr(module, "export_report", export)
    with qtbot.waitSignal(dialog.finished_files, timeout=60000) as made:
        dialog.go.click()
        assert dialog.progress.isVisible()
    assert made.args[0] == (tmp_path / "csr-2022.xlsx",)
    assert threads[0] is not threading.main_thread()
    assert dialog.show_folder.isVisible()
    assert "2 KB" in dialog.words.text()


def test_cancel_stops_before_the_next_file(qtbot, dialog, monkeypatch):
    started, go_on, done = threading.Event(), threading.Event(), []

    def export(moment, options, pictures, step, trail):
        step("one")
        started.set()
        go_on.wait(5)
        step("two")
        done.append("two")
        return ()

    monkeypatch.setattr(module, "export_report", export)
    with qtbot.waitSignal(dialog.finished_files, timeout=60000):
        dialog.go.click()
        qtbot.waitUntil(started.is_set, timeout=60000)
        dialog.cancel.click()
        go_on.set()
    assert done == []
    assert "已取消" in dialog.words.text()
    assert dialog.go.isEnabled()


def test_a_file_that_is_open_elsewhere_is_one_sentence(qtbot, dialog, monkeypatch):
    def export(moment, options, pictures, step, trail):
        raise OutputError("output.locked", file="csr-2022.docx", folder="out", reason="")

    monkeypatch.setattr(module, "export_report", export)
    with qtbot.waitSignal(dialog.finished_files, timeout=60000):
        dialog.go.click()
    assert "csr-2022.docx" in dialog.words.text()


def test_what_is_exported_is_what_was_chosen(qtbot, dialog, monkeypatch, tmp_path):
    chosen = []
    monkeypatch.setattr(module, "export_report", lambda moment, options, *_: chosen.append(options) or ())
    dialog.state.choose("review")
    dialog.writers["word"].setChecked(False)
    dialog.language.setCurrentIndex(2)
    with qtbot.waitSignal(dialog.finished_files, timeout=60000):
        dialog.go.click()
    day, origin = chosen[0].day, chosen[0].origin  # of the review's cover: today's; the workspace's own id
    assert len(day) == len("2026-11-30")
    assert len(origin) == len("d239af37-b26f-435c-826b-a531a440d783")
    mark = mark_of(dialog._desk.session.workspace)
    assert mark.head
    wanted = ExportOptions(
        "csr-2022", "en", tmp_path / "out", ("excel",), state="review", day=day, origin=origin, mark=mark
    )
    assert chosen == [wanted]


def test_every_kind_of_file_that_can_be_written_can_be_chosen(dialog):
    assert list(dialog.writers) == list(WRITERS)
    assert all(box.text() for box in dialog.writers.values())


def test_a_new_kind_of_file_asks_for_its_words(dialog, monkeypatch):
    monkeypatch.setitem(WRITERS, "epub", WRITERS["word"])
    with pytest.raises(KeyError, match="epub"):
        ExportDialog(dialog._desk, dialog)


def test_without_a_kind_of_file_there_is_nothing_to_export(dialog):
    dialog.writers["word"].setChecked(False)
    dialog.writers["excel"].setChecked(False)
    assert not dialog.go.isEnabled()


def test_the_folder_offered_says_where_it_is(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    assert Path(usual_folder(Path("mine.annals"))) == tmp_path / "out"


def test_a_final_that_is_refused_lists_every_reason_and_each_line_leads_to_its_place(qtbot, dialog, window):
    dialog.state.choose("final")
    qtbot.waitUntil(lambda: dialog.reasons.isVisible(), timeout=60000)  # before anything is written
    with qtbot.waitSignal(dialog.finished_files, timeout=60000) as made:
        dialog.go.click()
    assert made.args[0] == ()
    session, desk = window.view.session, window.view.desk
    expected = final_reasons(Moment(session.definitions, session.snapshot), desk.report)
    lines = [dialog.reasons.item(row) for row in range(dialog.reasons.count())]
    assert [line.text() for line in lines] == [desk.sentence(reason.issue) for reason in expected]
    assert [line.toolTip() for line in lines] == [reason.remedy for reason in expected]
    assert str(len(expected)) in dialog.words.text()
    line = next(line for line, reason in zip(lines, expected, strict=True) if isinstance(reason.issue.at, Key))
    with qtbot.waitSignal(desk.jump_requested):
        dialog.reasons.itemClicked.emit(line)
    assert not dialog.isVisible()


def test_keeping_out_what_is_not_approved_is_offered_where_something_was_asked(qtbot, window, monkeypatch, tmp_path):
    window.actions_.export.trigger()
    assert not window.view.export_dialog.approved.isVisible()
    window.view.export_dialog.reject()
    session = window.view.session
    session.change([keep(Request("csr-2022", "admin", "2023-01-31", "", Step("编辑", "2023-01-01T00:00:00Z")))])
    with qtbot.waitSignal(session.issues_changed, timeout=60000):
        session.check_all()
    window.actions_.export.trigger()
    dialog, asked = window.view.export_dialog, list[ExportOptions]()
    assert dialog.approved.isVisible()
    monkeypatch.setattr(module, "export_report", lambda moment, options, *_: asked.append(options) or ())
    dialog.folder.setText(str(tmp_path))
    dialog.approved.click()
    with qtbot.waitSignal(dialog.finished_files, timeout=60000):
        dialog.go.click()
    assert [options.approved_only for options in asked] == [True]


class _Desk:
    """As much of a desk as the choice of indices asks for."""

    def __init__(self, *printed):
        names = {"sdg": "SDGs", "gri2021": "GRI 2021", "hkex2021": "HKEX 2021"}
        frameworks = {code: Framework(code, Words(name), (), Words(name)) for code, name in names.items()}
        self.catalogue = SimpleNamespace(frameworks=frameworks)
        blocks = tuple(IndexBlock(code, code) for code in printed)
        self.outline = Outline("r", 2022, "zh-Hans", Words("r"), (Section("c", 1, Words("c"), blocks),))

    def words(self, words):
        return words.best("zh-Hans")


def test_further_indices_are_ticked_by_their_names(qtbot, dialog):
    choice = IndexChoice(_Desk("sdg"), dialog)
    assert (tuple(choice.ticks), choice.chosen(), choice.isEnabled()) == (("gri2021", "hkex2021"), (), True)
    choice.ticks["hkex2021"].setChecked(True)
    assert (choice.text(), choice.chosen()) == ("HKEX 2021", ("hkex2021",))
    assert not IndexChoice(_Desk("sdg", "gri2021", "hkex2021"), dialog).isEnabled()


def test_the_indices_ticked_go_with_the_export(dialog, monkeypatch):
    monkeypatch.setattr(dialog.indices, "chosen", lambda: ("hkex2021",))
    assert dialog._options().indices == ("hkex2021",)
