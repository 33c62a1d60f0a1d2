"""What nobody caught is logged and shown, once at a time."""

from __future__ import annotations

import subprocess
import sys

from desktop.window.crash import CrashReporter
from tests.desktop.conftest import RESOURCES


def test_a_bug_is_logged_and_shown_without_ending_the_program(qapp, tmp_path):
    shown: list[str] = []
    reporter = CrashReporter(tmp_path / "logs", shown.append)
    try:
        raise ZeroDivisionError("planted")
    except ZeroDivisionError as error:
        reporter.report_error(error)
    assert "planted" in shown[0]
    assert "test_crash.py" in (tmp_path / "logs" / "annals.log").read_text("utf-8")


def test_a_bug_while_the_dialog_is_open_opens_no_second_one(qapp, tmp_path):
    shown: list[str] = []

    def show(text: str) -> None:
        shown.append(text)
        if len(shown) < 5:
            reporter.report_error(ValueError("again"))

    reporter = CrashReporter(tmp_path, show)
    reporter.report_error(ValueError("first"))
    assert len(shown) == 1


def test_opening_the_window_by_the_command_line_loads_no_sentences():
    code = """
import sys
import desktop.window.application
seen = []
desktop.window.application.run_application = lambda path, language, resources, who: seen.append((str(path), language, str(resources))) or 0
from desktop.__main__ import main
assert main(["x.annals", "--language", "en"]) == 0
print(seen[0], [name for name in ("yaml", "sqlalchemy", "rich") if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.stdout.strip() == f"('x.annals', 'en', '{RESOURCES}') []", done.stderr
