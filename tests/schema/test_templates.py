"""Sentences with a suggestion that is said only where there is one."""

import re

import pytest

from schema.grammar.templates import filled
from schema.grammar.words import LANGUAGES
from tests.conftest import RESOURCES
from tests.tools.program_words import sentences

TEMPLATE = "没有“{name}”。[[是否想写“{near}”？]]用 template 列出全部。"


def test_a_suggestion_is_said_where_there_is_one():
    assert filled(TEMPLATE, {"name": "aa", "near": "ab"}) == "没有“aa”。是否想写“ab”？用 template 列出全部。"


def test_without_one_the_rest_of_the_sentence_stands_alone():
    assert filled(TEMPLATE, {"name": "aa", "near": ""}) == "没有“aa”。用 template 列出全部。"


def test_brackets_in_what_is_filled_in_are_left_alone():
    assert filled(TEMPLATE, {"name": "[[{x}]]", "near": ""}) == "没有“[[{x}]]”。用 template 列出全部。"


def test_an_aside_without_a_place_is_always_said():
    assert filled("a[[ b]]", {}) == "a b"


def test_a_place_that_nobody_fills_is_a_mistake_in_the_program():
    with pytest.raises(KeyError):
        filled(TEMPLATE, {"name": "aa"})


def test_the_languages_of_a_sentence_have_the_same_asides():
    for said in sentences().values():
        for code, words in said.items():
            asides = [sorted(re.findall(r"\{\w+\}", "".join(re.findall(r"\[\[(.*?)\]\]", words.get(language)))))
                      for language in LANGUAGES]  # fmt: skip
            assert asides[0] == asides[1] == asides[2], code


def test_no_near_name_is_a_dash():
    for folder in ("desktop", "schema", "exporters"):
        for path in (RESOURCES.parent / folder).rglob("*.py"):
            assert not re.search(r"near\([^\n]*\) or [\"'][-–]", path.read_text("utf-8")), path


def test_where_a_latin_name_meets_han_characters_there_is_a_blank_and_the_name_stays_as_it_is():
    said = "由{who}封存并签名，见{file}"
    assert filled(said, {"who": "CSR 编辑", "file": "发票A版.pdf"}) == "由 CSR 编辑封存并签名，见发票A版.pdf"
    assert filled("已由{who}撤回", {"who": "Ed"}) == "已由 Ed 撤回"
    assert filled("已由{who}撤回", {"who": "王芳"}) == "已由王芳撤回"
    assert filled("已由 {who} 撤回", {"who": "Ed"}) == "已由 Ed 撤回"
    assert filled("by {who}, “{who}”", {"who": "Ed"}) == "by Ed, “Ed”"
