"""Coverage in the window: rows with state, what is missing and owner, as the command line counts them; asked by nobody."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.work.profile import profile_of
from schema.catalogue.definitions import Disclosure, Framework
from schema.catalogue.program_words import ProgramWords
from schema.validation.coverage import counts
from schema.values.changes import keep
from schema.values.datapoint import SlotText
from tests.factories import words
from tests.shipped import RESOURCES

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def dialog(window):
    """The dialog of a report whose energy section answers one of two disclosures."""
    session = window.view.session
    outline = session.definitions.outlines["csr-2022"]
    framework = Framework("guide", words("Guide"), (Disclosure("A1", "A1", words("Energy")),
                                                    Disclosure("A2", "A2", words("Water"))))  # fmt: skip
    section = next(section for section in outline.walk() if section.code == "green.energy")
    chapters = tuple(_naming(chapter, section.code) for chapter in outline.chapters)
    catalogue = replace(session.definitions.catalogue, frameworks={"guide": framework})
    changed = replace(outline, chapters=chapters, frameworks=("guide",))
    session.definitions = replace(session.definitions, catalogue=catalogue, outlines={"csr-2022": changed})

    def opened():
        window.actions_.coverage.trigger()
        return window.view.coverage_dialog

    return opened


def _naming(section, code):
    inner = tuple(_naming(child, code) for child in section.sections)
    return replace(section, sections=inner, disclosures={"guide": ("A1",)} if section.code == code else {})


def rows(branch):
    return [[branch.child(number).text(column) for column in range(4)] for number in range(branch.childCount())]


def test_each_disclosure_shows_its_state_what_is_missing_and_its_owner(dialog):
    made = dialog()
    (energy, water) = rows(made.tree.topLevelItem(0))
    assert energy[0].startswith("A1")
    assert energy[2]
    assert energy[3]
    assert (water[1], water[2], water[3]) == (made.tr("open"), "", "")
    assert rows(made.nobody)[0][0].startswith("A2")
    made.reject()


def test_the_window_counts_what_the_moment_counts(dialog, window):
    made = dialog()
    rows = window.view.coverage_dialog._moment.coverage("csr-2022", "guide")
    found = counts(rows)
    told = made.tree.topLevelItem(0).text(0)
    assert all(str(count) in told for count in found.values())
    made.reject()


def test_what_was_typed_a_moment_ago_counts(dialog, window):
    before = rows(dialog().tree.topLevelItem(0))[0][1:3]
    window.view.session.change([keep(SlotText("csr-2022", "green.energy.body", "zh-Hans", "我们节能。"))])
    assert rows(dialog().tree.topLevelItem(0))[0][1:3] != before


def test_a_row_leads_to_the_section_where_something_is_missing(dialog, window):
    made = dialog()
    window.view.desk.section_code = ""
    made.tree.itemActivated.emit(made.tree.topLevelItem(0).child(0), 0)
    assert window.view.desk.section_code == "green.energy"


def test_a_starter_is_compared_before_anybody_is_asked(window):
    window.actions_.coverage.trigger()
    made = window.view.coverage_dialog
    before = made.tree.topLevelItemCount()
    made.profile.names.setCurrentIndex(made.profile.names.findData("hkex-c2-2025"))
    branch = made.tree.topLevelItem(0)
    profile = profile_of(made._moment, "csr-2022", "hkex-c2-2025", RESOURCES, ProgramWords(RESOURCES))
    assert profile.unowned
    told = [row[:2] for row in rows(branch)[: len(profile.unowned)]]
    assert told[0] == [profile.unowned[0].metric.name.best("zh-Hans"), made.profile._state(profile.unowned[0].state)]
    assert len(told) == len(profile.unowned)
    assert f"{len(profile.needs)}" in branch.text(0)
    made.profile.names.setCurrentIndex(made.profile.names.findData("vsme"))
    assert made.tree.topLevelItemCount() == before + 1
    made.profile.names.setCurrentIndex(0)
    assert made.tree.topLevelItemCount() == before
    made.reject()


def test_the_report_itself_is_not_offered_for_comparison(window):
    window.actions_.coverage.trigger()
    names = window.view.coverage_dialog.profile.names
    offered = [names.itemData(place) for place in range(names.count())]
    assert offered[0] == ""
    assert {"hkex-c2-2025", "vsme", "gri-2021"} < set(offered)
    assert "empty" not in offered
    assert "csr-2022" not in offered
