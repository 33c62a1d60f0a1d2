"""Next year's report in the window: the dialog, and the marks on what nobody has touched."""

from __future__ import annotations

import pytest

from desktop.window.form.carried_bar import CarriedBar
from desktop.window.form.text_editor import TextEditor
from schema.values.changes import keep
from schema.values.datapoint import SlotText
from schema.workspace import Workspace
from tests.desktop.typing_hand import type_text

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
SLOT = ("csr-2023", "green.energy.body", "zh-Hans")


@pytest.fixture
def begun(qtbot, window):
    """The window after next year's report was begun from last year's words."""
    view = window.view
    view.session.change([keep(SlotText("csr-2022", SLOT[1], "zh-Hans", "2022 年节能。"))])
    window.actions_.next_year.trigger()
    dialog = view.next_year_dialog
    with qtbot.waitSignal(view.session.issues_changed, timeout=60000):
        dialog.go.click()
    qtbot.waitUntil(lambda: view.desk.report == "csr-2023", timeout=60000)
    view.desk.choose_section("green.energy")
    view.form.build_all()
    return window


def bar(window) -> CarriedBar:
    return window.view.form.parts_of(TextEditor)[0].carried


def stored(window):
    window.view.session.settle()
    with Workspace.open(window.view.session.path, write=False) as workspace:
        return workspace.snapshot(), workspace.definitions, workspace.verify()


def test_the_dialog_offers_code_and_title_of_the_year_after_and_says_what_goes_on(qtbot, window):
    window.actions_.next_year.trigger()
    dialog = window.view.next_year_dialog
    assert (dialog.code.text(), dialog.title.text()) == ("csr-2023", "2023 年社会责任报告")
    assert "2 章" in dialog.words.text()
    dialog.reject()


def test_the_dialog_says_every_reason_against_a_code_and_begins_nothing(qtbot, window):
    window.actions_.next_year.trigger()
    dialog = window.view.next_year_dialog
    dialog.code.setText("csr-2022")
    assert not dialog.go.isEnabled()
    assert dialog.words.text().count("csr-2022") >= 2
    dialog.run()
    dialog.reject()
    assert list(stored(window)[1].outlines) == ["csr-2022"]


def test_the_new_report_is_stored_whole_and_shown(begun):
    snapshot, definitions, trouble = stored(begun)
    assert list(definitions.outlines) == ["csr-2022", "csr-2023"]
    assert snapshot.carried == {SLOT: "csr-2022"}
    assert trouble == ()
    assert begun.bar.report.currentData() == "csr-2023"


def test_untouched_words_carry_a_bar_and_do_not_count_as_filled(begun):
    assert bar(begun).isVisible()
    told = bar(begun).words.text()
    assert "《2022 年社会责任报告》" in told  # a report by its name
    assert "2022 年" in told.replace("《2022 年社会责任报告》", "")
    progress = begun.view.session.progress("csr-2023", "green.energy")
    assert progress.filled == begun.view.session.progress("csr-2022", "green.energy").filled - 2
    issues = begun.view.session.issues_of_slot("csr-2023", "green.energy.body")
    assert [issue.code for issue in issues] == ["carried.text_year"]


def test_confirming_takes_the_mark_away_and_undo_brings_it_back(qtbot, begun):
    bar(begun).button.click()
    assert not bar(begun).isVisible()
    assert stored(begun)[0].carried == {}
    begun.actions_.undo.trigger()
    assert bar(begun).isVisible()
    assert stored(begun)[0].carried == {SLOT: "csr-2022"}


def test_editing_takes_the_mark_away(qtbot, begun):
    editor = begun.view.form.parts_of(TextEditor)[0]
    editor.edit.setFocus()
    type_text(editor.edit, "新")
    assert not bar(begun).isVisible()
    editor.flush()
    snapshot = stored(begun)[0]
    assert snapshot.carried == {}
    assert "新" in snapshot.texts[SLOT]
