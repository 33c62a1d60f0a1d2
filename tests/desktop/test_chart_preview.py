"""The picture of a chart in a form: as many groups beside each other as have room for their numbers."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QPainter

from desktop.window.chips.text_tools import TextTools
from desktop.window.form.chart_preview import ChartPreview

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def sample_window(qtbot, new_window, sample_workspace):
    window = new_window("en")
    with qtbot.waitSignal(window.opened, timeout=60000):
        window.open_path(sample_workspace)
    window.resize(1180, 720)
    window.view.desk.choose_report("csr-2022")
    window.view.desk.choose_section("profile.year.results")
    window.view.form.build_all()
    window.activateWindow()
    return window


def drawn(preview: ChartPreview, monkeypatch) -> list[tuple[str, float, float]]:
    """The words that are painted, with the room that they have and the room that they need."""
    texts = []
    paint = QPainter.drawText

    def note(painter, box, *rest):
        texts.append((rest[-1], box.width(), painter.fontMetrics().horizontalAdvance(rest[-1])))
        return paint(painter, box, *rest)

    with monkeypatch.context() as patched:
        patched.setattr(QPainter, "drawText", note)
        preview.grab()
    return texts


def test_every_number_of_every_group_is_whole_at_every_width(qtbot, sample_window, monkeypatch):
    preview = sample_window.view.form.parts_of(ChartPreview)[0]
    numbers = [words for number in range(6) for words in preview._values(number)]
    assert "901,200" in numbers
    heights = set()
    for width in (1000, 700, 440, 330):
        preview.resize(width, preview.height())
        heights.add(preview.height())
        shown = drawn(preview, monkeypatch)
        assert [words for words, _, _ in shown if words in numbers] == numbers
        assert [words for words, room, need in shown if words in numbers and need > room] == []
        assert [words for words, _, _ in shown if words.startswith("Revenue")] == ["Revenue  million RMB"]
    assert len(heights) > 1


def test_the_form_beside_the_page_scrolls_only_down(qtbot, sample_window):
    sample_window.actions_.of("page_view").trigger()
    form = sample_window.view.form
    qtbot.waitUntil(lambda: form.width() < 600, timeout=5000)
    qtbot.waitUntil(lambda: form.horizontalScrollBar().maximum() == 0, timeout=5000)
    tools = form.findChildren(TextTools)[0]
    assert tools.number.text()  # the name stays for screen readers
    assert tools.width() < 120


def test_what_was_chosen_before_everything_is_read_stays(window):
    paging, settings = window.view.paging, window._settings
    paging.show_mode("both")
    settings.sections_mode = "form"
    paging.begin(settings)  # as it is called once the workspace is open
    assert paging.mode == settings.sections_mode == "both"
    paging.show_mode("form")
    settings.sections_mode = "both"
    paging.begin(settings)
    assert paging.mode == "both"
    paging.show_mode("form")
