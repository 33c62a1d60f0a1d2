"""Run in a process of its own: a person types numbers into the window without end; what it shows as saved is told."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.window.form.field_row import FieldRow
from tests.desktop.kept_window import SECTION, shown_window


def main(path: Path, first: int) -> None:
    """Type `first`, then each next number, into the first field; print each with its milliseconds once it is saved."""
    application = QApplication([])
    window = shown_window(path.with_name("settings.ini"), who="me")
    window.open_path(path)
    while window.view is None:
        application.processEvents()
        time.sleep(0.01)
    view = window.view
    window.activateWindow()
    view.desk.choose_section(SECTION)
    while not view.form.parts_of(FieldRow):
        application.processEvents()
    row = view.form.parts_of(FieldRow)[0]
    for number in range(first, 10**9):
        row.edit.setFocus()
        row.edit.selectAll()
        QTest.keyClicks(row.edit, str(number))
        QTest.keyClick(row.edit, Qt.Key.Key_Return)
        began = time.monotonic()
        while view.session.saver.open():
            application.processEvents()
            time.sleep(0.001)
        print(number, round(1000 * (time.monotonic() - began)), flush=True)  # noqa: T201
        if number == first:  # the first value waits for the form: the kills shall meet the typing
            print("ready", flush=True)  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
