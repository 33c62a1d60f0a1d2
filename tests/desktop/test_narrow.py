"""What gives way where there is little room gives way as a whole, or says with “…” that there is more."""

import pytest
from PySide6.QtWidgets import QWidget

from desktop.window.look.giving_label import GivingLabel
from desktop.window.panels.page_pane import PagePane


@pytest.fixture
def label(qapp):
    home = QWidget()
    label = GivingLabel(home)
    label.setText("Corporate Social Responsibility Report 2022")
    yield label
    home.deleteLater()


def test_a_line_ends_in_dots_and_is_whole_as_a_tip(label):
    label.resize(60, 20)
    label.resize(100, 20)
    assert label.shown() != label.text()
    assert label.shown().endswith("…")
    assert label.toolTip() == label.text() == "Corporate Social Responsibility Report 2022"


def test_where_there_is_room_nothing_is_added(label):
    label.resize(900, 20)
    label.setText("Report")
    assert (label.shown(), label.toolTip()) == ("Report", "")
    drawn = label.grab()
    label.setText("")
    assert drawn.toImage() != label.grab().toImage()


def test_a_narrow_page_keeps_languages_and_printing_and_gives_up_its_sizes(window):
    pane = PagePane(window.view.desk, window)
    pane.show()
    sizes, kept = (pane.smaller, pane.percent, pane.larger), (*pane.tongues.values(), pane.whole, pane.printing)
    pane.resize(800, 400)
    assert all(not button.isHidden() for button in (*sizes, *kept))
    pane.resize(300, 400)
    assert all(button.isHidden() for button in sizes)
    assert all(not button.isHidden() for button in kept)
    pane.hide()
    pane.deleteLater()


def test_the_tick_of_the_issues_has_no_stump_of_a_word(window):
    bar = window.view.rooms.show_room("issues").bar
    bar.resize(1200, bar.height())
    whole = bar.count.text()
    bar.resize(300, bar.height())
    assert whole
    assert (bar.count.text(), bar.count.accessibleName()) == ("", bar._counted)
