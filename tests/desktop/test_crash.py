"""What nobody caught is logged and shown, once at a time."""

from __future__ import annotations

import subprocess
import sys
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QMessageBox

from desktop.window.crash import CrashReporter
from desktop.window.form import cards
from desktop.window.form.broken_part import BrokenPart
from desktop.work.fault_report import log_folder
from schema.grammar.reference import Key
from schema.values.changes import keep
from schema.values.datapoint import DataPoint
from tests.desktop.conftest import RESOURCES, YEAR


def test_a_bug_is_logged_and_shown_without_ending_the_program(qapp, tmp_path):
    shown: list[str] = []
    reporter = CrashReporter(tmp_path / "logs", shown.append)
    try:
        raise ZeroDivisionError("plan" + "ted")
    except ZeroDivisionError as error:
        reporter.report_error(error)
    log = (tmp_path / "logs" / "annals.log").read_text("utf-8")
    assert "ZeroDivisionError" in shown[0]
    assert "test_crash.py" in log
    assert "planted" not in shown[0] + log  # an error's words may quote a value


def test_what_fails_at_every_painting_asks_once_and_is_logged_each_time(qapp, tmp_path):
    shown: list[str] = []
    reporter = CrashReporter(tmp_path, shown.append)
    fault = ValueError("paint")
    for _ in range(5):
        reporter.report_error(fault)
    reporter.report_error(KeyError("another"))
    assert len(shown) == 2
    assert (tmp_path / "annals.log").read_text("utf-8").count("ValueError") == 5


def test_a_bug_while_the_dialog_is_open_opens_no_second_one(qapp, tmp_path):
    shown: list[str] = []

    def show(text: str) -> None:
        shown.append(text)
        if len(shown) < 5:
            reporter.report_error(ValueError("again"))

    reporter = CrashReporter(tmp_path, show)
    reporter.report_error(ValueError("first"))
    assert len(shown) == 1


@pytest.mark.parametrize(("unsaved", "said"), [(None, ""), (0, "is saved"), (3, "Not saved yet: 3")])
def test_it_says_of_what_was_typed_only_what_is_known(qapp, tmp_path, unsaved, said):
    words = CrashReporter(tmp_path, unsaved=lambda: unsaved).words()
    assert said in words
    assert ("saved" in words) is bool(said)
    assert "send the report" in words


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


def test_a_row_that_cannot_be_shown_says_so_and_is_cleared(kept_window, monkeypatch, crashes):
    view, told = kept_window.view, []
    view.session.crashed.connect(told.append)
    made = cards.FieldRow

    class Row(made):
        def __init__(self, desk, commands, spec, *rest):
            if spec.key.metric == "energy.gas":
                raise ArithmeticError("planted")
            super().__init__(desk, commands, spec, *rest)

    monkeypatch.setattr(cards, "FieldRow", Row)
    view.form.rebuild()
    view.form.build_all()
    (broken,) = view.form.parts_of(BrokenPart)
    assert "energy.gas" in broken.sentence.text()
    assert [type(error) for error in told] == [ArithmeticError]
    assert view.form.parts_of(made)  # the rows beside it are there
    key = Key("energy.gas", YEAR)
    view.session.change([keep(DataPoint(key, value=Decimal(3)))])
    broken.clear_button.click()
    assert key not in view.session.snapshot.points
    crashes.clear()


def test_a_card_that_cannot_be_shown_leaves_the_others(kept_window, monkeypatch, crashes):
    def cannot(body, spec):
        raise RecursionError
        yield

    view = kept_window.view
    monkeypatch.setattr(cards, "BUILDERS", {**cards.BUILDERS, cards.TextCard: cannot})
    view.form.rebuild()
    view.form.build_all()
    assert view.form.parts_of(BrokenPart)
    assert view.form.keys()
    crashes.clear()


def test_a_part_that_cannot_follow_does_not_keep_the_others_from_it(kept_window, monkeypatch, crashes):
    view, told, followed = kept_window.view, [], []
    view.session.crashed.connect(told.append)
    view.form.build_all()
    first, *others = view.form.parts
    monkeypatch.setattr(first, "follow_values", lambda: 1 // 0, raising=False)
    monkeypatch.setattr(others[-1], "follow_values", lambda: followed.append(True), raising=False)
    view.form.refresh()
    assert [type(error) for error in told] == [ZeroDivisionError]
    assert followed == [True]
    crashes.clear()


def test_about_says_that_nothing_is_sent_and_where_reports_stay(kept_window, monkeypatch):
    said: list[str] = []
    monkeypatch.setattr(QMessageBox, "about", lambda parent, title, words: said.append(words))
    kept_window.actions_.about.trigger()
    assert "没有遥测" in said[0]
    assert str(log_folder()) in said[0]
