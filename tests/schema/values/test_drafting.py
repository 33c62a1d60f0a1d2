"""Drafts between the two Chinese scripts: the company's own terms, and what they leave alone."""

from dataclasses import replace
from functools import cache

import pytest

from schema.catalogue.definitions import Company, Term
from schema.errors import AnnalsError
from schema.grammar.words import Words
from schema.values import script_conversion as drafting
from schema.values.script_conversion import make_drafter
from tests.factories import small_catalogue
from tests.shipped import definitions

pytest.importorskip("opencc", reason="the extra hant is not installed")


@cache
def drafter(source, target):
    """OpenCC reads its dictionaries whenever a drafter is made; the shipped glossary needs one each way."""
    return make_drafter(definitions().catalogue, source, target)


def hant(text):
    return drafter("zh-Hans", "zh-Hant").draft(text)


def hans(text):
    return drafter("zh-Hant", "zh-Hans").draft(text)


@pytest.mark.parametrize(
    ("simplified", "traditional"),
    [
        ("员工信息安全", "僱員資訊安全"),
        ("公司治理架构", "企業管治架構"),
        ("向利益相关方汇报", "向持份者匯報"),
        ("环境、社会及治理", "環境、社會及管治"),
        ("短视频与网络数据", "短視頻與網絡數據"),
        ("社区生态治理体系", "社區生態治理體系"),  # governance of a company is one thing, of content another
        ("用户说明群众", "用戶說明群眾"),  # the forms of characters that the 2021 report has
        ("7,570万元，6,800亿元", "7,570萬元，6,800億元"),
        ("2021年3月31日", "2021年3月31日"),
        ("“暖阳”与‘春苗’", "「暖陽」與『春苗』"),
    ],
)
def test_terms_go_both_ways(simplified, traditional):
    assert hant(simplified) == traditional
    assert hans(traditional) == simplified


def test_linked_numbers_doubled_braces_and_bold_marks_stay():
    text = "**员工**{workforce.fulltime:gender=male|万人}，{record/case/数据.people}，{{数据}}，{company.short}"
    made = hant(text)
    assert made == "**僱員**{workforce.fulltime:gender=male|万人}，{record/case/数据.people}，{{數據}}，{company.short}"


def test_a_term_is_not_found_across_bold_marks():
    assert hant("信**息**") == "信**息**"


def test_the_title_of_a_law_keeps_its_words():
    assert hant("遵守《中华人民共和国个人信息保护法》，保护信息") == "遵守《中華人民共和國個人信息保護法》，保護資訊"


def test_an_english_apostrophe_is_no_quotation_mark():
    assert hant("Let’s go，‘好’") == "Let’s go，『好』"


def test_the_longest_term_wins_whatever_the_order():
    terms = (Term("数据", "資料"), Term("数据中心", "數據中心"))
    for glossary in (terms, terms[::-1]):
        small = make_drafter(replace(small_catalogue(), glossary=glossary), "zh-Hans", "zh-Hant")
        assert small.draft("数据中心的数据") == "數據中心的資料"


def test_the_companys_names_are_what_the_company_says():
    company = Company(Words("信息科技", "信息科技有限公司", ""), Words("信息", "信息", ""))
    catalogue = replace(small_catalogue(), company=company, glossary=(Term("信息", "資訊"),))
    assert make_drafter(catalogue, "zh-Hans", "zh-Hant").draft("信息科技") == "信息科技有限公司"


def test_of_two_words_for_one_the_first_is_taken_back():
    glossary = (Term("员工", "僱員"), Term("雇员", "僱員"))
    assert make_drafter(replace(small_catalogue(), glossary=glossary), "zh-Hant", "zh-Hans").draft("僱員") == "员工"


def test_without_a_glossary_only_the_script_changes():
    assert make_drafter(small_catalogue(), "zh-Hans", "zh-Hant").draft("信息") == "信息"


def test_there_are_no_drafts_from_or_in_english():
    with pytest.raises(AnnalsError) as caught:
        make_drafter(small_catalogue(), "zh-Hans", "en")
    assert caught.value.code == "draft.no_pair"


def test_without_the_extra_one_is_told_so(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "opencc", None)
    with pytest.raises(AnnalsError) as caught:
        make_drafter(small_catalogue(), "zh-Hans", "zh-Hant")
    assert caught.value.code == "draft.not_installed"
    assert not drafting.installed()


def test_the_glossary_is_that_of_the_2021_report():
    terms = {term.zh_hans: term.zh_hant for term in definitions().catalogue.glossary}
    assert len(terms) >= 150
    wanted = {"信息": "資訊", "员工": "僱員", "公司治理": "企業管治", "汇报": "匯報", "利益相关方": "持份者"}
    assert wanted.items() <= terms.items()
