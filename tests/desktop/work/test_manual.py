"""The manual as it is read: its parts, by their English names in every language, by links and by words."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.work.manual import read_manual, slug_of

CHINESE = (
    "# 联系人的十分钟\n\n先说要点。\n\n## 填报表\n\n粘贴一块。\n\n```\n# 不是标题\n```\n\n## 我的工作\n\n还差几项。\n"
)
ENGLISH = "# The contact's ten minutes\n\nFirst things.\n\n## Sheet\n\nPaste a block.\n\n## My work\n\nWhat is to do.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for language, pages in (
        ("zh-Hans", {"contact": CHINESE}),
        ("zh-Hant", {"contact": CHINESE}),
        ("en", {"contact": ENGLISH, "editor": "# Editor\n"}),
    ):
        (tmp_path / language).mkdir()
        for page, text in pages.items():
            (tmp_path / language / f"{page}.md").write_text(text, "utf-8")
    return tmp_path


def test_a_heading_is_linked_by_small_letters_and_hyphens():
    assert slug_of("What came in") == "what-came-in"
    assert slug_of("没有 Annals") == "没有-annals"
    assert slug_of("The contact's ten minutes") == "the-contacts-ten-minutes"


def test_an_english_name_leads_to_the_same_part_in_every_language(folder):
    for language, title in (("en", "My work"), ("zh-Hans", "我的工作"), ("zh-Hant", "我的工作")):
        part = read_manual(folder, language).at("contact#my-work")
        assert part is not None
        assert part.title == title


def test_a_line_of_an_example_is_no_heading(folder):
    assert [part.title for part in read_manual(folder, "zh-Hans").parts] == ["联系人的十分钟", "填报表", "我的工作"]


def test_what_is_not_there_leads_to_the_head_of_its_page_or_nowhere(folder):
    manual = read_manual(folder, "en")
    assert manual.at("contact") == manual.at("contact#the-contacts-ten-minutes") == manual.parts[0]
    assert manual.at("contact#gone") is None
    assert manual.at("") is None
    assert read_manual(folder / "nowhere", "en").parts == []


def test_links_lead_within_a_page_and_to_another(folder):
    manual = read_manual(folder, "en")
    for link, title in (("#sheet", "Sheet"), ("editor.md", "Editor"), ("contact.md#my-work", "My work")):
        part = manual.linked(link, "contact")
        assert part is not None
        assert part.title == title
    assert manual.linked("#gone", "contact") is None


def test_words_find_the_parts_that_have_all_of_them(folder):
    manual = read_manual(folder, "en")
    assert [part.title for part in manual.find("BLOCK paste")] == ["Sheet"]
    assert manual.find("paste nothing") == []
    assert manual.find("") == manual.parts
