"""Every word of the user interface exists in Simplified and in Traditional Chinese."""

from __future__ import annotations

import ast
import re
import xml.etree.ElementTree as ET
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QTranslator

from desktop.window.actions import MENUS, Actions
from desktop.window.look.i18n import Translations
from desktop.window.session.desk import Desk
from schema.values.omissions import OMISSIONS, find_omission
from tests.desktop.conftest import RESOURCES
from tests.kept_scans import kept_scan

FOLDER = RESOURCES / "translations"
DESKTOP = Path(__file__).parents[2] / "desktop"
LOCALES = ["zh_CN", "zh_HK"]


def words_in_code() -> set[str]:
    """Return the words of each tr() and translate() call, also of those that lupdate overlooks (in f-strings)."""
    return {words for found in kept_scan(words_in, DESKTOP.rglob("*.py"), __file__).values() for words in found}


def words_in(path: Path) -> list[str]:
    """Return the words of such calls in one file."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            place = {"tr": 0, "translate": 1}.get(node.func.attr)
            words = node.args[place] if place is not None and len(node.args) > place else None
            if isinstance(words, ast.Constant) and isinstance(words.value, str):
                found.add(words.value)
    return sorted(found)


def translated(locale: str) -> dict[str, str]:
    root = ET.parse(FOLDER / f"annals_{locale}.ts").getroot()
    return {m.findtext("source"): m.findtext("translation") or "" for m in root.iter("message")}


@pytest.mark.parametrize("locale", LOCALES)
def test_every_word_in_the_code_is_translated(locale):
    known = translated(locale)
    assert {words for words in words_in_code() if not known.get(words)} == set()


@pytest.mark.parametrize("locale", LOCALES)
def test_translations_keep_the_places_of_their_words(locale):
    for source, target in translated(locale).items():
        assert sorted(re.findall(r"\{\w+\}", source)) == sorted(re.findall(r"\{\w+\}", target)), source


@pytest.mark.parametrize("locale", LOCALES)
def test_the_compiled_file_holds_what_the_source_file_says(qapp, locale):
    translator = QTranslator()
    assert translator.load(f"annals_{locale}", str(FOLDER))
    root = ET.parse(FOLDER / f"annals_{locale}.ts").getroot()
    for context in root.iter("context"):
        for message in context.iter("message"):
            source = message.findtext("source")
            assert translator.translate(context.findtext("name"), source) == message.findtext("translation")


def test_traditional_words_are_not_simplified_ones(qapp):
    simplified = set("设为开启关闭导务图复档达缺将软据网页错误资预览业员报议")
    assert not {word for word in translated("zh_HK").values() if set(word) & (simplified - set("缺"))}


def test_access_keys_are_kept():
    for locale in LOCALES:
        for source, target in translated(locale).items():
            assert ("&" in source) == ("&" in target), source


def said_in(context, locale):
    """Each source of one class with what is shown for it."""
    root = ET.parse(FOLDER / f"annals_{LOCALES[0] if locale == 'en' else locale}.ts").getroot()
    (found,) = (one for one in root.iter("context") if one.findtext("name") == context)
    return {
        message.findtext("source"): message.findtext("source" if locale == "en" else "translation") or ""
        for message in found.iter("message")
    }


def access_keys(words):
    return [found[1].upper() for text in words if (found := re.search("&(.)", text))]


@pytest.mark.parametrize("menu", [words for words, _ in MENUS])
@pytest.mark.parametrize("locale", ["en", *LOCALES])
def test_each_entry_of_a_menu_has_an_access_key_of_its_own(menu, locale):
    said, groups = said_in("Actions", locale), dict(MENUS)[menu]
    keys = access_keys(said[deed.words] for group in groups for deed in group)
    assert len(keys) == sum(len(group) for group in groups) == len(set(keys))


@pytest.mark.parametrize("context", ["Menus", "FieldMenu"])
@pytest.mark.parametrize("locale", ["en", *LOCALES])
def test_menus_and_the_entries_of_a_row_have_access_keys_of_their_own(context, locale):
    keys = access_keys(said_in(context, locale).values())
    assert len(keys) >= 6
    assert sorted(keys) == sorted(set(keys))


def test_an_action_is_kept_for_each_row_of_the_table():
    assert {deed.name for _, groups in MENUS for group in groups for deed in group} == set(Actions.__annotations__)


@pytest.mark.parametrize("locale", LOCALES)
def test_an_ellipsis_is_written_in_one_way(locale):
    odd = re.compile(
        r"……|\.\.\.|(?<![ -~])\s+…|\)\s+…|…\(&"
    )  # one sign, close to Chinese words, after the key's bracket
    assert not [target for target in translated(locale).values() if odd.search(target)]


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
def test_every_menu_text_that_asks_further_ends_alike(new_window, language):
    window = new_window(language)
    told = [action.text() for action in window.actions_.all() if "…" in action.text() or "..." in action.text()]
    end = re.compile(r"[^ .…] …$" if language == "en" else r"[^\s…]…$")
    assert len(told) > 10
    assert not [words for words in told if not end.search(words)]


def test_exchanging_the_language_needs_no_restart(qapp):
    translations = Translations(FOLDER, qapp)
    translations.use("zh-Hant")
    assert qapp.translate("States", "Error") == "錯誤"
    translations.use("zh-Hans")
    assert qapp.translate("States", "Error") == "错误"
    translations.use("en")
    assert qapp.translate("States", "Error") == "Error"


@pytest.mark.parametrize("locale", ["en", *LOCALES])
def test_each_reason_for_no_value_is_offered_in_words_that_can_be_typed(locale):
    words = translated(locale) if locale in LOCALES else {}
    offered = Desk.omissions(SimpleNamespace(tr=lambda text: words.get(text, text)))
    assert list(offered) == list(OMISSIONS)
    assert {code: find_omission(text) for code, text in offered.items()} == {code: code for code in OMISSIONS}
