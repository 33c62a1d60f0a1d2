"""A moment answers what follows from one snapshot, and computes each answer once."""

from dataclasses import replace

import pytest

from schema.catalogue.section_content import section_slots
from schema.moment import Moment
from schema.validation.progress import Progress, all_progress
from schema.values.datapoint import Snapshot

REPORT = "csr-2022"


@pytest.fixture(scope="module")
def moment(definitions, sample_snapshot):
    return Moment(definitions, sample_snapshot)


def test_every_answer_is_computed_once(moment):
    framework = next(iter(moment.catalogue.frameworks))
    assert moment.figures is moment.figures
    assert moment.issues(REPORT) is moment.issues(REPORT)
    assert moment.coverage(REPORT, framework) is moment.coverage(REPORT, framework)
    assert moment.progress is moment.progress


def test_the_issues_of_a_report_are_not_those_of_all(moment):
    assert 0 < len(moment.issues(REPORT)) < len(moment.issues())


def test_a_section_counts_what_stands_below_it(moment):
    outline, progress = moment.outline(REPORT), moment.progress
    parent = next(section for section in outline.walk() if section.sections and not section.blocks)
    parts = [progress[REPORT, child.code] for child in parent.sections]
    assert progress[REPORT, parent.code] == Progress(
        *(sum(getattr(part, name) for part in parts) for name in ("filled", "asked", "errors", "doubts"))
    )


def test_nothing_is_filled_in_an_empty_workspace_and_nothing_asked_goes_away(moment, definitions):
    empty = Moment(definitions, Snapshot())
    assert {place: part.asked for place, part in empty.progress.items()} == {
        place: part.asked for place, part in moment.progress.items()
    }
    assert sum(empty.progress[REPORT, chapter.code].filled for chapter in empty.outline(REPORT).chapters) == 0


def test_last_years_words_count_once_somebody_has_looked_at_them(moment, definitions, sample_snapshot):
    outline = moment.outline(REPORT)
    section, slot = next((s, slot) for s in outline.walk() for slot in section_slots(s))
    carried = {(REPORT, slot, outline.language): "csr-2019"}
    untouched = Moment(definitions, replace(sample_snapshot, carried=carried))
    before, after = (part.progress[REPORT, section.code].filled for part in (moment, untouched))
    assert before - after == 1


def test_an_error_counts_in_its_section_and_not_as_a_doubt(moment, definitions):
    progress = all_progress([definitions.outlines[REPORT]], moment.figures, moment.issues())
    total = [progress[REPORT, chapter.code] for chapter in definitions.outlines[REPORT].chapters]
    silent = all_progress([definitions.outlines[REPORT]], moment.figures, ())
    assert all(part.errors == part.doubts == 0 for part in silent.values())
    assert sum(part.errors + part.doubts for part in total) > 0
