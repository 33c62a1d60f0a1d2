"""The press releases of the sample as Word files, in three languages."""

from dataclasses import replace

import pytest

from exporters.content import OpenPoint
from exporters.word.writer import write_word
from tests.exporters.built import build_document
from tests.exporters.word.reading import Draft, W, text_of

RELEASES = ("press-2021", "press-2022")
LANGUAGES = ("zh-Hans", "zh-Hant", "en")
ASKED = (OpenPoint("Opening", "s_opening", "a word", "somebody"),)


def written(definitions, snapshot, report, language, folder, **changed):
    document = replace(build_document(definitions, report, language, snapshot), **changed)
    path = folder / f"{report}.docx"
    write_word(document, path)
    return document, path


@pytest.fixture(scope="module", params=[(r, lang) for r in RELEASES for lang in LANGUAGES], ids="-".join)
def made(request, definitions, sample_snapshot, tmp_path_factory):
    report, language = request.param
    return written(definitions, sample_snapshot, report, language, tmp_path_factory.mktemp("release"), open_points=())


def styles(draft):
    return [draft.style(paragraph) for paragraph in draft.body.findall(f"{W}p")]


def test_the_file_of_a_release_is_valid(made, assert_valid_docx):
    assert_valid_docx(made[1])


def test_it_opens_with_letterhead_notice_headline_and_subhead(made):
    draft = Draft(made[1])
    assert styles(draft)[:4] == ["Letterhead", "Notice", "Headline", "Subheadline"]
    assert text_of(draft.body.find(f"{W}p")) == made[0].cover.company + made[0].labels.release


def test_it_has_neither_cover_nor_contents_nor_chapter_pages(made):
    draft = Draft(made[1])
    assert not [style for style in styles(draft) if style.startswith(("Cover", "TOC", "Chapter", "Heading"))]
    assert not [code for code in draft.instructions() if code.startswith("TOC")]
    assert len(list(draft.root.iter(f"{W}sectPr"))) == 1
    assert b"updateFields" not in draft.parts["word/settings.xml"]


def test_its_pages_are_numbered_and_only_the_first_has_no_running_head(made):
    section = next(Draft(made[1]).root.iter(f"{W}sectPr"))
    kinds = [element.get(f"{W}type") for element in section.findall(f"{W}headerReference")]
    assert kinds == ["default"]
    assert section.find(f"{W}titlePg") is not None
    assert section.find(f"{W}pgNumType").get(f"{W}start") == "1"
    assert [e.get(f"{W}type") for e in section.findall(f"{W}footerReference")] == ["default", "first"]


def test_every_number_of_a_release_is_a_control(made):
    draft = Draft(made[1])
    store, controls = draft.store(), draft.controls()
    assert len(controls) == len(list(made[0].numbers()))
    assert all(store[c.tag.removeprefix("annals:")]["text"] == c.text != "" for c in controls)


def test_open_points_stand_before_it_on_a_page_of_their_own(definitions, sample_snapshot, tmp_path, assert_valid_docx):
    _, path = written(definitions, sample_snapshot, "press-2021", "en", tmp_path, open_points=ASKED)
    draft = Draft(path)
    first, second = list(draft.body)[:2]
    assert text_of(first).endswith("Openinga wordsomebody")
    assert second.find(f"{W}pPr/{W}sectPr") is not None
    assert "s_opening" in draft.bookmarks()
    assert_valid_docx(path)
