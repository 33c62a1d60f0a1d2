"""The window as a whole: opening, language, panels, search, closing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QTreeView,
)

from desktop.window.application import fit
from desktop.window.form.field_row import FieldRow
from desktop.window.form.text_editor import TextEditor
from desktop.window.item_models.issue_model import ISSUE
from desktop.window.opening import Opened
from schema.errors import WorkspaceError
from schema.grammar.reference import Key, RecordKey
from schema.storage.sqlite.lock import lock_path
from schema.values.changes import keep
from schema.values.datapoint import DataPoint, Record, SlotText
from schema.values.subject import TextAt
from schema.workspace import Workspace
from tests.desktop.conftest import RESOURCES, YEAR
from tests.desktop.typing_hand import type_text

HEAVY = ("sqlalchemy", "alembic", "openpyxl", "docx", "yaml", "lark", "pint", "pydantic", "schema.workspace", "babel")


@pytest.fixture
def window(kept_window):
    return kept_window


def test_nothing_heavy_is_imported_before_the_window_is_painted(tmp_path):
    code = f"""
import sys
from pathlib import Path
from PySide6.QtCore import QSettings
from desktop.window.application import make_application, make_window
from desktop.window.settings import Settings
application = make_application()
settings = Settings(QSettings({str(tmp_path / "s.ini")!r}, QSettings.Format.IniFormat))
window = make_window(settings, "zh-Hans", Path({str(RESOURCES)!r}))
window.after_paint(application.quit)
window.show()
application.exec()
print([name for name in {HEAVY!r} if name in sys.modules])
"""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, timeout=60)
    assert done.stdout.strip() == "[]", done.stderr


def test_the_start_page_offers_what_was_opened_last(qtbot, new_window, workspace_file):
    window = new_window()
    with qtbot.waitSignal(window.opened, timeout=60000):
        window.open_path(workspace_file)
    window.show_start()
    assert window.view is None
    names = [button.text() for button in window.start.findChildren(QAbstractButton)]
    assert any("small" in name for name in names)


def test_a_missing_file_is_one_sentence_on_the_start_page(qtbot, new_window, tmp_path):
    window = new_window()
    with qtbot.waitSignal(window.refused, timeout=60000) as refused:
        window.open_path(tmp_path / "nothing.annals")
    assert "nothing.annals" in refused.args[0]
    assert window.start.isVisible()


def test_a_workspace_that_another_has_open_can_be_read(qtbot, new_window, workspace_file):
    with Workspace.open(workspace_file, write=True, who="wang.fang"):
        window = new_window()
        with qtbot.waitSignal(window.opened, timeout=60000):
            window.open_path(workspace_file)
        window.view.desk.choose_section("green.energy")
        window.view.form.build_all()
        assert window.view.banner.isVisible()
        assert "wang.fang" in window.view.banner.text()
        assert all(row.edit.isReadOnly() for row in window.view.form.parts_of(FieldRow))


def test_a_lock_that_was_left_behind_is_taken_over_after_a_yes(qtbot, new_window, workspace_file, monkeypatch):
    told = {"host": "PC-7", "user": "wang.fang", "pid": 1, "since": "2026-03-01T08:00:00.000000Z", "token": "x"}
    lock_path(workspace_file).write_text(json.dumps(told), "utf-8")
    window, asked = new_window(), []
    with qtbot.waitSignal(window.opened, timeout=60000):
        window.open_path(workspace_file)

    def answer(*question):
        asked.append(question[2])
        return QMessageBox.StandardButton.Yes if len(asked) > 1 else QMessageBox.StandardButton.No

    monkeypatch.setattr(QMessageBox, "question", answer)
    window.view.banner.take.click()
    assert "PC-7" in asked[0]
    assert lock_path(workspace_file).exists()
    with qtbot.waitSignal(window.opened, timeout=60000):
        window.view.banner.take.click()
    assert window.view.session.writable
    assert not window.view.banner.isVisible()


def test_the_language_changes_at_once_and_everywhere(qtbot, window):
    window.actions_.languages["zh-Hant"].trigger()
    assert window.bar.export.text() == "匯出"
    assert window.view.form.parts_of(FieldRow)[0].name.text() == "天然氣消耗量"
    window.actions_.languages["en"].trigger()
    assert window.bar.export.text() == "Export"
    assert window.view.form.parts_of(FieldRow)[0].name.text() == "Natural gas"
    assert "Definition" in window.view.details.browser.toPlainText() or window.view.desk.key is None


def test_what_is_being_typed_survives_a_change_of_language(qtbot, window, stored):
    window.view.form.build_all()
    row = window.view.form.parts_of(FieldRow)[0]
    row.edit.setFocus()
    row.edit.selectAll()
    type_text(row.edit, "4321")
    window.speak("en")
    window.view.session.settle()
    assert stored("energy.gas").value == 4321


def test_closing_waits_for_what_was_typed_a_moment_ago(qtbot, window, stored):
    window.view.form.build_all()
    row = window.view.form.parts_of(FieldRow)[0]
    row.edit.setFocus()
    row.edit.selectAll()
    type_text(row.edit, "888")
    window.close()
    assert stored("energy.gas").value == 888


def test_what_was_typed_before_the_file_is_open_stays(window):
    session, key = window.view.session, Key("energy.gas", YEAR)
    stored = session.snapshot
    point = DataPoint(key, Decimal(9))
    session.change([keep(point)])
    session.renew(session.definitions, stored)
    assert session.point(key) == point
    assert session.figures.value(key).value == 9
    assert session.snapshot.points.keys() == stored.points.keys() | {key}


def test_texts_and_records_typed_before_the_file_is_open_stay(window):
    session = window.view.session
    stored = session.snapshot
    text, key = SlotText("csr-2022", "green.energy.body", "zh-Hans", "早写的话"), RecordKey("award", "early")
    session.change([keep(text)])
    session.change([keep(Record(key, "csr-2022", 1))])
    session.renew(session.definitions, replace(stored, texts={("csr-2022", "other", "zh-Hans"): "旧话"}))
    assert session.text(TextAt("csr-2022", "green.energy.body", "zh-Hans")).text == "早写的话"
    assert session.text(TextAt("csr-2022", "other", "zh-Hans")).text == "旧话"
    assert key in session.snapshot.records


def test_what_the_file_holds_by_now_is_shown_where_the_first_look_was_behind(window):
    session, key = window.view.session, RecordKey("award", "later")
    later = Record(key, "csr-2022", 1)
    slot = ("csr-2022", "green.energy.body", "zh-Hans")
    opened = Opened(session.workspace, replace(session.snapshot, texts={slot: "新话"}, records={key: later}))
    window.view.take(opened)
    window.view.form.build_all()
    assert window.view.form.parts_of(TextEditor)[0].edit.toPlainText() == "新话"
    assert session.snapshot.records == {key: later}


def test_typing_that_began_before_the_file_is_open_is_durable(qtbot, new_window, workspace_file):
    made = new_window()
    slot, key = SlotText("csr-2022", "green.energy.body", "zh-Hans", "抢先写的"), RecordKey("award", "first")

    def type_at_once():
        made.view.session.change([keep(slot)])
        made.view.session.change([keep(Record(key, "csr-2022", 1))])

    made.shown.connect(type_at_once)
    with qtbot.waitSignal(made.opened, timeout=60000):
        made.open_path(workspace_file)
    made.view.session.settle()
    with Workspace.open(workspace_file, write=False) as workspace:
        held = workspace.snapshot()
    assert (held.texts["csr-2022", "green.energy.body", "zh-Hans"], key in held.records) == ("抢先写的", True)
    assert made.view.session.text(TextAt("csr-2022", "green.energy.body", "zh-Hans")).text == "抢先写的"


def test_a_failed_save_is_visible_kept_and_tried_again(qtbot, window, stored, monkeypatch):
    session = window.view.session
    window.view.form.build_all()
    row = window.view.form.parts_of(FieldRow)[0]
    apply, broken = session.saver._apply, [True]

    def sometimes(changes):
        if broken[0]:
            raise WorkspaceError("workspace.busy", path="small.annals")
        return apply(changes)

    monkeypatch.setattr(session.saver, "_apply", sometimes)
    row.edit.setFocus()
    row.edit.selectAll()
    type_text(row.edit, "5")
    with qtbot.waitSignal(session.failed, timeout=60000):
        row.edit.flush()
    assert row.mark.state == "failed"
    assert row.edit.text() == "5"
    assert "1" in window.view.status._state.text()
    broken[0] = False
    with qtbot.waitSignal(session.saved, timeout=60000):
        session.saver.try_again()
    assert stored("energy.gas").value == 5
    assert row.mark.state != "failed"


def test_the_details_say_definition_department_and_history(qtbot, window):
    window.view.desk.look_at(Key("energy.gas", YEAR - 1))
    qtbot.waitUntil(lambda: "tester" in window.view.details.browser.toPlainText(), timeout=60000)
    text = window.view.details.browser.toPlainText()
    for words in ("办公大楼的天然气", "行政部", "1,000", "energy.gas"):
        assert words in text


def test_an_issue_leads_to_its_field(qtbot, window):
    window.view.form.build_all()
    row = window.view.form.parts_of(FieldRow)[0]
    row.edit.setFocus()
    type_text(row.edit, "abc")
    row.edit.flush()
    with qtbot.waitSignal(window.view.session.issues_changed, timeout=60000):
        pass
    window.view.desk.choose_section("people")
    panel = window.view.issues
    panel._whole.click()
    model = panel.list.model()
    qtbot.waitUntil(lambda: model.rowCount() > 0, timeout=60000)
    place = next(i for i in range(model.rowCount()) if model.index(i).data(ISSUE).key == row.key)
    panel.list.clicked.emit(model.index(place))
    assert window.view.desk.section_code == "green.energy"
    assert window.view.form.parts_of(FieldRow)[0].edit.hasFocus()


def test_the_filter_keeps_the_sections_that_fit_and_those_above_them(qtbot, window):
    panel = window.view.outline
    type_text(panel.filter, "energy")
    model = panel.tree.model()
    assert model.rowCount() == 1
    assert model.rowCount(model.index(0, 0)) == 1


def test_choosing_a_section_in_the_tree_shows_its_form(qtbot, window):
    tree: QTreeView = window.view.outline.tree
    tree.setCurrentIndex(tree.model().index(1, 0))
    assert window.view.desk.section_code == "people"


def test_the_tree_counts_what_is_filled_in(qtbot, window):
    progress = window.view.session.progress("csr-2022", "green.energy")
    assert (progress.filled, progress.asked) == (1, 4)
    whole = window.view.session.progress("csr-2022", "green")
    assert whole.asked == 4


def test_every_control_has_an_accessible_name(window):
    for section in window.view.desk.outline.walk():
        window.view.desk.choose_section(section.code)
        window.view.form.build_all()
        for kind in (QLineEdit, QComboBox, QPlainTextEdit, QAbstractButton):
            for widget in window.findChildren(kind):
                if widget.isVisible() and not widget.objectName().startswith("qt_"):
                    named = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
                    assert named or isinstance(widget.parent(), QLineEdit), f"{section.code} {widget}"


def test_undo_goes_to_where_the_change_is(qtbot, window):
    window.view.form.build_all()
    row = window.view.form.parts_of(FieldRow)[1]
    row.edit.setFocus()
    row.edit.selectAll()
    type_text(row.edit, "51")
    row.edit.flush()
    window.view.desk.choose_section("people")
    window.actions_.undo.trigger()
    assert window.view.desk.section_code == "green.energy"


def test_keys_go_from_section_to_section(qtbot, window):
    window.actions_.next.trigger()
    assert window.view.desk.section_code == "people"
    window.actions_.previous.trigger()
    assert window.view.desk.section_code == "green.energy"


def test_the_place_is_kept_for_the_next_time(qtbot, fresh_window, new_window, workspace_file):
    window = fresh_window
    window.view.desk.choose_section("people")
    window.leave_workspace()
    again = new_window()
    with qtbot.waitSignal(again.opened, timeout=60000):
        again.open_path(workspace_file)
    assert again.view.desk.section_code == "people"


@pytest.mark.parametrize("width", [1000, 1280, 1920])
def test_the_form_is_never_wider_than_its_window(qtbot, window, width):
    window.resize(width, 700)
    qtbot.wait(80)
    window.view.form.build_all()
    form = window.view.form
    qtbot.waitUntil(lambda: form.widget().width() <= form.viewport().width(), timeout=60000)
    row = window.view.form.parts_of(FieldRow)[0]
    assert row.name.width() >= 60
    assert row.mark.geometry().right() <= row.width()


def test_the_menu_names_every_action(window):
    assert all(action.text() for action in window.actions_.all())
    shown = [action for menu in window.menuBar().actions() for action in menu.menu().actions()]
    assert set(window.actions_.all()) <= set(shown)
    QTest.keyClick(window, Qt.Key.Key_Escape)


def test_the_first_look_goes_to_a_section_with_something_to_fill_in(qtbot, new_window, workspace_file):
    window = new_window()
    with qtbot.waitSignal(window.opened, timeout=60000):
        window.open_path(workspace_file)
    assert window.view.desk.section_code == "green.energy"


def test_a_chapter_of_sections_alone_leads_to_them(qtbot, window):
    window.view.desk.choose_section("green")
    links = [button for button in window.view.form.widget().findChildren(QPushButton) if button.text() == "能源"]
    assert len(links) == 1
    QTest.mouseClick(links[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.view.desk.section_code == "green.energy")


def test_the_window_fits_on_a_small_screen(window):
    window.resize(1280, 800)
    fit(window, QSize(1366, 768))
    assert (window.width(), window.height()) == (1280, 728)
