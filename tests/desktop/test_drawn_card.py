"""A figure that the outline draws is shown on the page beside the form, one click away."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_a_drawn_figure_leads_to_the_page(qtbot, new_window, sample_workspace):
    window = new_window()
    with qtbot.waitSignal(window.opened, timeout=60000):
        window.open_path(sample_workspace)
    window.view.desk.choose_report("csr-2022")
    window.view.desk.choose_section("youth.platform.identity")
    window.view.form.build_all()
    button = next(one for one in window.view.form.findChildren(QPushButton) if "F7" in one.toolTip())
    assert button.text() == "印出来的样子"
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    pane = window.view.paging.pane
    assert window.view.paging.mode == "both"
    qtbot.waitUntil(lambda: bool(pane.views) and pane.views[0].page is not None, timeout=60000)
