"""A workspace on a network drive or in a synced folder: said over everything, until somebody has understood."""

from __future__ import annotations

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_a_synced_folder_is_said_once_with_what_to_do(qtbot, new_window, opened_at, kept_file, tmp_path):
    folder = tmp_path / "Dropbox"
    folder.mkdir()
    path = shutil.copy(kept_file, folder / "x.annals")
    window = new_window()
    opened_at(window, path)
    banner = window.view.banner
    assert not banner.isHidden()
    assert "由 Dropbox 同步的文件夹" in banner.text()
    assert "--" not in banner.text()
    assert (banner.save.isHidden(), banner.understood.isHidden(), banner.take.isHidden()) == (False, False, True)
    window.speak("en")
    assert "Dropbox syncs" in banner.text()
    QTest.mouseClick(banner.understood, Qt.MouseButton.LeftButton)
    assert banner.isHidden()
    window.show_start()
    opened_at(window, path)
    assert window.view.banner.isHidden()


def test_nothing_is_said_of_a_disk_of_this_computer(fresh_window):
    assert fresh_window.view.banner.isHidden()
