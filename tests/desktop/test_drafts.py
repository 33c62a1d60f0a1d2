"""Drafts in the window: made by a button, marked, accepted or edited, undone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.window.form import draft_bar
from desktop.window.form.text_editor import TextEditor
from schema.values.changes import keep
from schema.values.datapoint import Origin, SlotText
from schema.values.subject import TextAt
from schema.values.word_origins import checksum
from tests.desktop.typing_hand import type_text

pytest.importorskip("opencc", reason="the extra hant is not installed")
SLOT = ("csr-2022", "green.energy.body")
WORDS = "“节能”说明"


@pytest.fixture
def window(kept_window):
    return kept_window


@pytest.fixture
def form(window):
    form = window.view.form
    form.build_all()
    window.view.commands.change("given", [keep(SlotText(*SLOT, "zh-Hans", WORDS))])
    form.text_language = "zh-Hant"
    form.rebuild()
    form.build_all()
    return form


def click(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def session(window):
    return window.view.session


def test_a_draft_is_made_from_the_other_script_and_marked(window, form):
    editor = form.parts_of(TextEditor)[0]
    assert not editor.drafts.draft.isHidden()
    click(editor.drafts.draft)
    assert editor.edit.toPlainText() == "「節能」説明"
    assert session(window).text(TextAt(*SLOT, "zh-Hant")).origin == Origin("zh-Hans", checksum(WORDS), True)
    assert (editor.drafts.chip.isHidden(), editor.drafts.draft.isHidden()) == (False, True)


def test_accepting_takes_the_mark_away_and_undo_brings_it_back(window, form):
    editor = form.parts_of(TextEditor)[0]
    click(editor.drafts.draft)
    click(editor.drafts.accept)
    assert session(window).text(TextAt(*SLOT, "zh-Hant")).origin == Origin("zh-Hans", checksum(WORDS))
    assert editor.drafts.isHidden()
    window.view.commands.undo()
    assert session(window).text(TextAt(*SLOT, "zh-Hant")).origin.draft
    window.view.commands.undo()
    assert session(window).text(TextAt(*SLOT, "zh-Hant")).origin is None
    assert editor.edit.toPlainText() == ""


def test_typing_into_a_draft_takes_the_mark_away(qtbot, window, form):
    editor = form.parts_of(TextEditor)[0]
    click(editor.drafts.draft)
    editor.edit.setFocus()
    type_text(editor.edit, "!")
    editor.flush()
    assert session(window).text(TextAt(*SLOT, "zh-Hant")).origin == Origin("zh-Hans", checksum(WORDS))


def test_a_whole_section_is_drafted_and_accepted_in_one_step_each(window, form):
    head = form._head.drafts
    click(head.draft)
    assert session(window).text(TextAt(*SLOT, "zh-Hant")).text == "「節能」説明"
    assert "1" in head.chip.text()
    click(head.accept)
    assert (head.isHidden(), session(window).text(TextAt(*SLOT, "zh-Hant")).origin.draft) == (True, False)
    window.view.commands.undo()
    window.view.commands.undo()
    assert session(window).text(TextAt(*SLOT, "zh-Hant")).text == ""


def test_what_is_drafted_is_in_the_file(window, form):
    click(form.parts_of(TextEditor)[0].drafts.draft)
    session(window).settle()
    assert session(window).workspace.snapshot().origins[(*SLOT, "zh-Hant")].draft


def test_a_change_of_the_source_asks_for_another_look(window, form):
    editor = form.parts_of(TextEditor)[0]
    click(editor.drafts.draft)
    click(editor.drafts.accept)
    window.view.commands.change("other", [keep(SlotText(*SLOT, "zh-Hans", "别的"))])
    editor.refresh()
    assert not editor.drafts.chip.isHidden()
    assert editor.edit.toPlainText() == "「節能」説明"  # accepted words are never overwritten


def test_without_the_extra_the_button_is_disabled_and_says_why(window, form, monkeypatch):
    monkeypatch.setattr(draft_bar, "installed", lambda: False)
    form.rebuild()
    form.build_all()
    button = form.parts_of(TextEditor)[0].drafts.draft
    assert not button.isEnabled()
    assert "annals[hant]" in button.toolTip()


def test_there_is_no_draft_in_the_reports_own_language_without_a_source(window):
    window.view.form.rebuild()
    window.view.form.build_all()
    assert window.view.form.parts_of(TextEditor)[0].drafts.isHidden()


def test_the_section_names_its_drafts_among_the_doubts(qtbot, window, form):
    click(form.parts_of(TextEditor)[0].drafts.draft)
    session(window).check_all()
    qtbot.waitUntil(lambda: "text.draft" in [issue.code for issue in session(window).issues_of_slot(*SLOT)])
