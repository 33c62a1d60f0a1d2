"""What both faces do alike, as plain data in and results out."""

import pytest

from desktop.work.import_figures import read_figures_file
from desktop.work.machine_words import Scope, accept, texts_in
from desktop.work.pictures import find_place, pictures_in
from desktop.work.press import add_release
from desktop.work.restate import key_of, unexplained, withdraw
from schema.errors import AnnalsError
from schema.moment import Moment
from schema.values.datapoint import Snapshot
from schema.values.image_slots import picture_at
from schema.workspace import Workspace

REPORT = "csr-2022"


@pytest.fixture(scope="module")
def moment(definitions, sample_snapshot):
    return Moment(definitions, sample_snapshot)


def test_a_file_is_told_the_issues_of_exactly_what_it_brings(definitions, tmp_path):
    path = tmp_path / "f.csv"
    path.write_text("metric,period,value\nenergy.gas,2021,-5\n", "utf-8")
    intake = read_figures_file(path, Moment(definitions, Snapshot()), keep_unreadable=False)
    assert len(intake.changes) == 1
    assert {issue.key.metric for issue in intake.issues if issue.key} == {"energy.gas"}
    assert "error" in {issue.severity for issue in intake.issues}


def test_a_release_whose_words_cannot_be_stored_is_not_begun(sample_workspace, program, monkeypatch):
    def fail(*_):
        raise OSError("planted")

    with Workspace.open(sample_workspace, write=True, who="tester", program=program) as workspace:
        with monkeypatch.context() as patch:
            patch.setattr("schema.storage.transaction.apply_changes", fail)
            with pytest.raises(OSError, match="planted"):
                add_release(workspace, REPORT, "spring")
        before = len(workspace.history())
    with Workspace.open(sample_workspace, write=False) as workspace:
        assert "spring" not in workspace.definitions.outlines
        assert len(workspace.history()) == before


def test_a_scope_holds_a_section_with_what_is_below_it_or_alone(moment):
    outline = moment.outline(REPORT)
    chapter = next(c for c in outline.chapters if c.sections)
    deep = texts_in(moment, Scope(REPORT, "zh-Hant", chapter.code))
    alone = texts_in(moment, Scope(REPORT, "zh-Hant", chapter.code, below=False))
    assert {text.section for text in alone} <= {chapter.code}
    assert len(deep) > len(alone)
    assert all(text.section == chapter.code or text.section.startswith(chapter.code + ".") for text in deep)


def test_a_scope_that_names_what_the_report_has_not_is_refused(moment):
    with pytest.raises(AnnalsError) as refused:
        accept(moment, Scope(REPORT, "zh-Hant", text="nobody.wrote.this"))
    assert refused.value.code == "cli.draft_nowhere"


def test_the_pictures_of_a_report_are_those_of_its_places(moment):
    hung = pictures_in(moment, REPORT)
    assert hung
    assert {one.place.report for one in hung} == {REPORT}
    for one in hung:
        if not one.place.name.count("/"):
            assert find_place(moment, one.place.name, REPORT) == one.place


def test_a_place_knows_the_picture_that_stands_there(moment):
    one = next(one for one in pictures_in(moment) if one.place and one.picture)
    assert picture_at(moment.snapshot, one.place.subject) == one.picture.hash


def test_a_reason_that_was_never_stated_cannot_be_withdrawn(moment):
    key = key_of("energy.gas@1990", moment.catalogue)
    with pytest.raises(AnnalsError) as refused:
        withdraw(moment, "csr-2019", key)
    assert refused.value.code == "restate.unstated"


@pytest.mark.parametrize("reference", ["energy.gas", "workforce.fulltime@2021:gender=*", "?"])
def test_a_restatement_is_about_one_value_of_one_year(moment, reference):
    with pytest.raises(AnnalsError) as refused:
        key_of(reference, moment.catalogue)
    assert refused.value.code in ("restate.reference", "cli.unknown_metric")


def test_what_asks_for_a_reason_is_among_the_issues_of_all(moment):
    assert {issue.code for issue in unexplained(moment)} <= {issue.code for issue in moment.issues()}
