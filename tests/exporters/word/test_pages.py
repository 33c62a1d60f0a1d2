"""The page numbers that a draft carries are those on which its headings stand when LibreOffice lays it out."""

import re
import subprocess
import unicodedata
import zipfile

import pytest

from exporters.content import Heading
from exporters.word.measured_pages import measure_pages, office_program
from exporters.word.writer import write_word
from tests.exporters.built import build_document

OFFICE = office_program()
pytestmark = [pytest.mark.long, pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")]
_FIELD = re.compile(r"PAGEREF (\w+) \\h.*?<w:t[^>]*>([^<]*)</w:t>")


def letters(text):
    text = unicodedata.normalize("NFKC", text)
    return "".join(sign for sign in text if unicodedata.category(sign)[0] in "LN")


@pytest.fixture(scope="module", params=["csr-2019", "esg-2021", "csr-2022"])
def made(request, definitions, sample_snapshot, sample_pictures, tmp_path_factory):
    """The document, its cached page numbers by anchor as the file has them, and the text of each numbered page."""
    outline = definitions.outlines[request.param]
    document = build_document(definitions, request.param, outline.language, sample_snapshot)
    folder = tmp_path_factory.mktemp(request.param)
    path = folder / "draft.docx"
    measured = measure_pages(document, OFFICE, sample_pictures).pages
    write_word(document, path, pages=measured, pictures=sample_pictures)
    cached = {}
    for anchor, number in _FIELD.findall(zipfile.ZipFile(path).read("word/document.xml").decode()):
        cached.setdefault(anchor, set()).add(number)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [OFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    text = subprocess.run(
        ["pdftotext", str(folder / "draft.pdf"), "-"], check=True, capture_output=True
    ).stdout.decode()
    return document, cached, text, numbered(document, text)


def numbered(document, text):
    """Return the letters of each page by its printed number; page 1 is that of the first chapter's opening."""
    pages = [letters(page) for page in text.split("\f")]
    first = next(block for block in document.blocks if isinstance(block, Heading))
    opening = letters(first.number + first.text)
    start = max(number for number, page in enumerate(pages) if page.startswith(opening))
    return dict(enumerate(pages[start:], 1))


def test_every_cached_page_is_the_one_on_which_the_heading_stands(made):
    document, cached, _, pages = made
    headings = [block for block in document.blocks if isinstance(block, Heading) and block.anchor in cached]
    assert len(headings) > 25
    wrong = {b.text: cached[b.anchor] for b in headings if letters(b.text) not in pages[int(min(cached[b.anchor]))]}
    assert wrong == {}


def test_a_page_off_by_one_would_be_noticed(made):
    document, cached, _, pages = made
    headings = [block for block in document.blocks if isinstance(block, Heading) and block.anchor in cached]
    sections = [block for block in headings if block.level > 1]  # the head of each page repeats the chapter's name
    missed = [b for b in sections if letters(b.text) not in pages.get(int(min(cached[b.anchor])) + 1, "")]
    assert len(missed) > len(sections) * 0.8


def test_one_place_has_one_page_and_no_reference_is_lost(made):
    _, cached, text, pages = made
    assert {anchor: numbers for anchor, numbers in cached.items() if len(numbers) > 1} == {}
    assert all(0 < int(min(numbers)) <= len(pages) for numbers in cached.values())
    assert "not found" not in text
    assert "Error:" not in text


def test_no_range_of_the_index_ends_where_it_begins(made):
    _, _, text, _ = made
    ranges = re.findall(r"P(\d+)–(\d+)", text)
    assert all(int(first) < int(last) for first, last in ranges)
