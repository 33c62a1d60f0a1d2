"""The drafts in LibreOffice: opened, laid out and saved again without loss."""

import subprocess

import pytest

from exporters.content import Heading
from exporters.word.measured_pages import measure_pages, office_program
from exporters.word.page_check import Measured
from exporters.word.writer import write_word
from tests.exporters.built import build_document
from tests.exporters.word import samples
from tests.exporters.word.reading import Draft

OFFICE = office_program()
pytestmark = [pytest.mark.long, pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")]


def saved_again(path, folder):
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [OFFICE, profile, "--headless", "--convert-to", "docx", "--outdir", str(folder / "again"), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return Draft(folder / "again" / path.name)


@pytest.fixture(scope="module", params=["csr-2019", "esg-2021", "csr-2022"])
def document(request, definitions, sample_snapshot):
    outline = definitions.outlines[request.param]
    return build_document(definitions, request.param, outline.language, sample_snapshot)


def test_store_headings_notes_and_numbers_survive_saving_in_libreoffice(document, sample_pictures, tmp_path):
    path = tmp_path / "draft.docx"
    write_word(document, path, pictures=sample_pictures)
    before, after = Draft(path), saved_again(path, tmp_path)
    item = next(name for name, part in after.parts.items() if b"urn:annals:values:1" in part and "item" in name)
    assert after.parts[item].count(b"<ref>") == len(before.store())
    assert after.headings() == before.headings()
    assert len(after.footnotes()) == len(before.footnotes())
    assert sorted(filter(None, after.footnotes())) == sorted(before.footnotes())
    words = after.text()
    assert all(number.text in words for number in document.numbers())


def test_measured_pages_rise_with_the_chapters(document, sample_pictures):
    pages = measure_pages(document, OFFICE, sample_pictures).pages
    chapters = [int(pages[b.anchor]) for b in document.blocks if isinstance(b, Heading) and b.level == 1]
    sections = [int(pages[b.anchor]) for b in document.blocks if isinstance(b, Heading)]
    assert chapters[0] == 1
    assert chapters == sorted(set(chapters))
    assert sections == sorted(sections)


def test_an_office_program_that_fails_gives_no_pages(tmp_path):
    assert measure_pages(samples.whole(), "/bin/false") == Measured()
