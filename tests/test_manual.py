"""The manual: all languages say the same under the same headings, with links, pictures and words that are there."""

import re
import xml.etree.ElementTree as ET
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MANUAL = ROOT / "resources" / "manual"
PAGES = ("contact", "editor", "reviewer", "auditor", "administrator")
WORDS = ROOT / "resources" / "translations"
TRANSLATED = {"zh-Hans": "annals_zh_CN.ts", "zh-Hant": "annals_zh_HK.ts", "en": "annals_zh_CN.ts"}
QUOTED = {"zh-Hans": "“([^”]+)”", "zh-Hant": "「([^」]+)」", "en": "“([^”]+)”"}
BOTH = [(language, page) for language in TRANSLATED for page in PAGES]
_LARGEST = 60 * 1024


def text(language: str, page: str) -> str:
    return (MANUAL / language / f"{page}.md").read_text("utf-8")


def headings(language: str, page: str) -> list[tuple[str, str]]:
    return re.findall(r"^(#+) (.+)$", text(language, page), re.MULTILINE)


def anchor(heading: str) -> str:
    """What a heading is linked by: small letters, hyphens for blanks, no other signs."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def bare(words: str) -> str:
    """Words without access keys, dots, blanks, and what is filled in."""
    return re.sub(r"\(&\w\)|[&…\s]|\{\w+\}", "", words)


@cache
def window_words(language: str) -> frozenset[str]:
    """Every word, name and sentence of the window, also without what stands in brackets at its end."""
    said = set[str]()
    for message in ET.parse(WORDS / TRANSLATED[language]).iter("message"):
        forms = [message.findtext("translation", ""), *(form.text for form in message.iter("numerusform"))]
        said.update([message.findtext("source", "")] if language == "en" else filter(None, forms))
    return frozenset(bare(form) for words in said for form in (words, words.partition("（")[0]))


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant"])
def test_each_language_has_the_same_headings_pictures_and_tables(language, page):
    chinese, english = text(language, page), text("en", page)
    assert [level for level, _ in headings(language, page)] == [level for level, _ in headings("en", page)]
    for alike in (r"images/([\w-]+)\.", r"^(- )", r"^(\|-)", r"((?:Ctrl|Alt|Shift)\+[\w+]+|F\d)", r"^( {4})"):
        assert len(re.findall(alike, chinese, re.MULTILINE)) == len(re.findall(alike, english, re.MULTILINE)), alike
    assert re.findall(r"images/([\w-]+)\.", chinese) == re.findall(r"images/([\w-]+)\.", english)


@pytest.mark.parametrize(("language", "page"), BOTH)
def test_each_heading_is_the_only_one_of_its_name_and_is_listed_above(language, page):
    names = [name for level, name in headings(language, page) if level == "##"]
    assert len(set(names)) == len(names)
    assert [(name, anchor(name)) for name in names] == re.findall(r"^- \[(.+)\]\(#(.+)\)$", text(language, page), re.M)


@pytest.mark.parametrize(("language", "page"), BOTH)
def test_each_link_and_picture_is_there(language, page):
    targets = re.findall(r"\]\(([^)#]+)", text(language, page))
    assert [target for target in targets if not (MANUAL / language / target).is_file()] == []
    assert all(f".{language}." in target for target in targets if target.endswith(".png"))


@pytest.mark.parametrize(("language", "page"), BOTH)
def test_each_word_that_is_quoted_is_one_of_the_window(language, page):
    quoted = dict.fromkeys(re.findall(QUOTED[language], text(language, page)))
    assert [words for words in quoted if bare(words) not in window_words(language)] == []


def test_a_word_that_the_window_does_not_have_is_seen():
    assert bare("Open in the sheet") in window_words("en")
    assert bare("Open in the book") not in window_words("en")
    assert bare("打开账本") not in window_words("zh-Hans")
    assert bare("開啟帳本") not in window_words("zh-Hant")


@pytest.mark.parametrize("page", PAGES)
def test_the_pages_in_traditional_chinese_are_hong_kongs(page):
    """No sign of the simplified script, and none of the forms that Hong Kong writes otherwise."""
    assert set(text("zh-Hant", page)) & set("么这们为务应报导页数签软鉴复説閲户裡麽") == set()


def test_each_picture_is_small_and_shown():
    pictures = sorted((MANUAL / "images").glob("*"))
    shown = "".join(text(language, page) for language, page in BOTH)
    assert [path.name for path in pictures if path.stat().st_size > _LARGEST] == []
    assert [path.name for path in pictures if f"images/{path.name})" not in shown] == []
