"""Files of a report, one kind per writer, without any window."""

from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.work.export import ExportOptions, export_report
from exporters.writers import WRITERS, Write, Writer, usual_writers
from schema.errors import AnnalsError
from schema.moment import Moment

REPORT = "press-2022"


@pytest.fixture(scope="module")
def moment(definitions, sample_snapshot):
    return Moment(definitions, sample_snapshot)


@pytest.mark.parametrize("name", ["excel", "word", pytest.param("pdf", marks=pytest.mark.long)])
def test_a_writer_makes_one_file_of_its_kind(moment, sample_pictures, tmp_path, name):
    steps = []
    options = ExportOptions(REPORT, "", tmp_path, (name,))
    written = export_report(moment, options, sample_pictures, steps.append)
    assert [file.path for file in written] == [tmp_path / f"{REPORT}{WRITERS[name].suffix}"]
    assert steps == [f"{REPORT}{WRITERS[name].suffix}"]
    assert written[0].path.stat().st_size > 1000


def test_another_language_stands_in_the_name_of_the_file(moment, sample_pictures, tmp_path):
    options = ExportOptions(REPORT, "en", tmp_path, ("excel",))
    assert export_report(moment, options, sample_pictures)[0].path.name == f"{REPORT}.en.xlsx"


def test_a_report_is_assembled_once_for_all_its_files(moment, sample_pictures, tmp_path, monkeypatch):
    documents = []

    @contextmanager
    def reading(edition):
        documents.append(edition.document)
        yield Write(lambda path: path.write_bytes(b""))

    for name, writer in WRITERS.items():
        monkeypatch.setitem(WRITERS, name, replace(writer, prepare=reading))
    export_report(moment, ExportOptions(REPORT, "en", tmp_path), sample_pictures)
    assert (len(documents), len({id(document) for document in documents})) == (len(usual_writers()), 1)
    assert (documents[0].report, documents[0].language, bool(documents[0].facts)) == (REPORT, "en", True)


def test_a_writer_that_cannot_put_the_report_together_touches_no_file(moment, sample_pictures, tmp_path, monkeypatch):
    @contextmanager
    def broken(edition):
        raise ValueError(edition.document.report)
        yield

    monkeypatch.setitem(WRITERS, "excel", Writer(".xlsx", broken))
    with pytest.raises(ValueError, match=REPORT):
        export_report(moment, ExportOptions(REPORT, "", tmp_path, ("excel",)), sample_pictures)
    assert list(tmp_path.iterdir()) == []


def test_a_report_that_is_not_there_is_named_with_those_that_are(moment, sample_pictures, tmp_path):
    with pytest.raises(AnnalsError) as refused:
        export_report(moment, ExportOptions("nobody", "", tmp_path), sample_pictures)
    assert refused.value.code == "cli.unknown_report"
    assert REPORT in refused.value.params["near"]


def test_no_pdf_without_libreoffice_and_nothing_else_either(moment, sample_pictures, tmp_path, monkeypatch):
    monkeypatch.setattr("exporters.word.pdf.office_program", lambda: None)
    with pytest.raises(AnnalsError) as refused:
        export_report(moment, ExportOptions(REPORT, "", tmp_path, ("excel", "pdf")), sample_pictures)
    assert refused.value.code == "pdf.no_office"
    assert list(tmp_path.iterdir()) == []


def test_a_pdf_is_written_only_where_it_is_asked_for():
    assert "pdf" not in ExportOptions(REPORT, "", Path()).writers
    assert set(ExportOptions(REPORT, "", Path()).writers) == WRITERS.keys() - {"pdf"}
