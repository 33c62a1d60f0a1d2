"""No line of a text begins with what closes the one before, wherever the edge of the text stands."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from desktop.window.chips.chip_edit import ChipEdit
from desktop.window.chips.chip_stretches import SIGN
from desktop.window.form.text_editor import TextEditor
from tests.desktop.typing_hand import type_text

WORDS = "共用{energy.diesel}，其中{energy.diesel}。再加{energy.diesel}、{energy.diesel}；至于{energy.diesel}，不计。"
WIDTHS = range(150, 420, 3)


@pytest.fixture
def edit(kept_window) -> ChipEdit:
    kept_window.view.form.build_all()
    return kept_window.view.form.parts_of(TextEditor)[0].edit


def line_starts(edit: ChipEdit) -> list[str]:
    document = edit.document()
    block, starts = document.begin(), []
    while block.isValid():
        layout = block.layout()
        places = (layout.lineAt(number).textStart() for number in range(1, layout.lineCount()))
        starts += [document.characterAt(block.position() + place) for place in places]
        block = block.next()
    return starts


def laid_out(edit: ChipEdit, width: int) -> list[str]:
    edit.setFixedWidth(width)
    edit.document().size()
    edit.ends.settle()
    return line_starts(edit)


def test_a_chip_goes_to_the_next_line_with_the_comma_behind_it(qtbot, edit, monkeypatch):
    edit.put(WORDS)
    starts = {width: laid_out(edit, width) for width in WIDTHS}
    assert [width for width in WIDTHS if set(starts[width]) & set("，。、；")] == []
    assert edit.written() == WORDS
    monkeypatch.setattr(type(edit.ends), "_settle", lambda *_: None)
    left = {width: laid_out(edit, width) for width in WIDTHS}
    assert [width for width in WIDTHS if set(left[width]) & set("，。、；")]  # so it would be


def test_no_chip_is_wider_than_a_letter_more_and_none_stays_so_without_need(qtbot, edit):
    edit.put(WORDS)
    for width in WIDTHS:
        laid_out(edit, width)
        assert all(0 < more <= edit.fontMetrics().horizontalAdvance("，") + 1 for more in edit.painter.wider.values())
    laid_out(edit, 2000)
    assert edit.painter.wider == {}


def test_typing_is_laid_out_once_and_the_lines_come_to_rest(qtbot, edit, monkeypatch):
    edit.put(WORDS)
    edit.setFixedWidth(240)
    qtbot.wait(30)
    times, settle = [], type(edit.ends)._settle
    monkeypatch.setattr(type(edit.ends), "_settle", lambda self, block: (times.append(1), settle(self, block)))
    edit.setFocus()
    edit.moveCursor(QTextCursor.MoveOperation.End)
    type_text(edit, "好")
    QTest.qWait(100)
    assert 1 <= len(times) <= 4
    assert edit.document().toRawText().count(SIGN) == 5
    assert edit.height() >= edit.document().size().height()
