"""What is gone to is seen: the form is laid out after the jump, and grows above the field once more when it is checked."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from desktop.window.form.value_edit import ValueEdit
from schema.grammar.reference import Key

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
REPORT, YEAR = "csr-2022", 2022
# Each stands below texts that break into lines, some below more than a screen of them.
FIELDS = ("company.mutualfollows", "rural.leaders.influence", "security.policies.revised", "rural.technicians")


@pytest.fixture
def sample_window(qtbot, new_window, sample_workspace):
    window = new_window()
    with qtbot.waitSignal(window.opened, timeout=60000):
        window.open_path(sample_workspace)
    window.resize(1180, 720)
    window.view.desk.choose_report(REPORT)
    window.activateWindow()
    return window


def height(form) -> tuple[int, int]:
    """Where the field with the focus begins and ends in what is seen of the form."""
    field = QApplication.focusWidget()
    assert field is not None
    assert form.isAncestorOf(field)
    top = field.mapTo(form.viewport(), QPoint(0, 0)).y()
    return top, top + field.height()


def settle(qtbot) -> None:
    for _ in range(8):
        qtbot.wait(10)


def test_a_field_that_is_gone_to_is_seen_wherever_it_stands(qtbot, sample_window):
    desk, form = sample_window.view.desk, sample_window.view.form
    out = {}
    for code in FIELDS:
        key = Key(code, YEAR)
        desk.choose_section("profile.year.results")
        settle(qtbot)
        desk.jump(key)
        settle(qtbot)
        assert desk.key == key
        assert form.verticalScrollBar().value() > 0  # it stands below the first screen
        top, bottom = height(form)
        if top < 0 or bottom > form.viewport().height():
            out[code] = (top, bottom)
    assert out == {}


def test_it_stays_in_sight_when_what_is_above_grows_and_goes_where_the_wheel_goes(qtbot, sample_window):
    desk, form = sample_window.view.desk, sample_window.view.form
    desk.jump(Key("security.policies.revised", YEAR))
    settle(qtbot)
    assert isinstance(QApplication.focusWidget(), ValueEdit)
    form._head.setMinimumHeight(form._head.height() + 400)
    settle(qtbot)
    top, bottom = height(form)
    assert top >= 0
    assert bottom <= form.viewport().height()
    place = QPointF(form.viewport().rect().center())
    turned = QWheelEvent(
        place, form.viewport().mapToGlobal(place), QPoint(), QPoint(0, 1200), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(form.viewport(), turned)
    left = form.verticalScrollBar().value()
    form._head.setMinimumHeight(form._head.height() + 400)
    settle(qtbot)
    assert form.verticalScrollBar().value() == left
    assert height(form)[0] > form.viewport().height()


def test_the_field_with_the_cursor_is_seen_after_the_language_was_changed(qtbot, sample_window):
    desk, form = sample_window.view.desk, sample_window.view.form
    desk.jump(Key("security.policies.revised", YEAR))
    settle(qtbot)
    sample_window.actions_.languages["en"].trigger()
    settle(qtbot)
    top, bottom = height(form)
    assert top >= 0
    assert bottom <= form.viewport().height()


def test_a_form_that_is_made_anew_beside_the_page_is_where_it_was_and_whole_in_the_end(qtbot, sample_window):
    desk, form = sample_window.view.desk, sample_window.view.form
    desk.choose_section("profile.year.csr")
    form.build_all()
    settle(qtbot)
    every = len(form.parts)
    form.verticalScrollBar().setValue(form.verticalScrollBar().maximum() // 2)
    place = form.verticalScrollBar().value()
    assert place > form.viewport().height()
    sample_window.actions_.of("page_view").trigger()
    qtbot.waitUntil(lambda: form.width() < 600, timeout=5000)
    qtbot.waitUntil(lambda: len(form.parts) == every, timeout=5000)
    settle(qtbot)
    assert form.verticalScrollBar().value() == place
    assert len({part.proved(None) for part in form.parts if part.proved(None)}) > 20


def test_a_jump_makes_no_more_of_a_form_than_leads_there(qtbot, sample_window):
    desk, form = sample_window.view.desk, sample_window.view.form
    desk.choose_section("profile.year.csr")
    form.build_all()
    keys, every = form.keys(), len(form.parts)
    desk.choose_section("profile.year.results")
    settle(qtbot)
    desk.jump(keys[len(keys) // 3])
    assert desk.section_code == "profile.year.csr"
    assert len(form.parts) < every
    qtbot.waitUntil(lambda: len(form.parts) == every, timeout=5000)
    assert form.keys() == keys
