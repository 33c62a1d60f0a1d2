"""Coverage in the window: rows with state, what is missing and owner, as the command line counts them; asked by nobody."""

from __future__ import annotations

from dataclasses import replace

import pytest

from schema.catalogue.definitions import Disclosure, Framework
from schema.validation.coverage import counts
from schema.values.changes import keep
from schema.values.datapoint import SlotText
from tests.factories import words

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
