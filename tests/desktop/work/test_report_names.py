"""Reports are called by their titles in the window's sentences."""

from dataclasses import replace

import pytest

from desktop.work.report_names import report_name, with_report_names
from schema.grammar.words import Words
from schema.validation.facts import PrintedAt, SourceNote
from schema.validation.issue import Issue
from schema.validation.messages import message
from tests.desktop.conftest import small_definitions


@pytest.fixture(scope="module")
def definitions():
    """One report, and its press release, whose title marks another title."""
    outlines = small_definitions().outlines
    release = Words("《责任报告》新闻稿", "《責任報告》新聞稿", "Press release")
    return replace(
        small_definitions(), outlines={**outlines, "press": replace(outlines["csr-2022"], code="press", title=release)}
    )


@pytest.mark.parametrize(
    ("code", "language", "said"),
    [
        ("csr-2022", "zh-Hans", "《2022 年社会责任报告》"), ("csr-2022", "en", "CSR report 2022"),
        ("press", "zh-Hans", "《责任报告》新闻稿"), ("nowhere", "en", "nowhere"), ("", "en", ""),
    ],
)  # fmt: skip
def test_a_report_is_called_by_its_title(definitions, code, language, said):
    assert report_name(definitions.outlines, code, language) == said


def test_an_issue_names_reports_wherever_a_sentence_has_them(definitions):
    facts = {"report": "csr-2022", "printed": PrintedAt("csr-2022", "p. 7"), "source": SourceNote("csr-2022 p. 7")}
    named = with_report_names(
        Issue("x", "doubt", facts=facts | {"slot": "能源"}, report="csr-2022"), definitions.outlines, "en"
    )
    assert named.facts == {
        "report": "CSR report 2022", "printed": PrintedAt("CSR report 2022", "p. 7"),
        "source": SourceNote("CSR report 2022 p. 7"), "slot": "能源",
    }  # fmt: skip


def test_a_chinese_sentence_has_no_blank_beside_a_title(definitions):
    code = Issue("outline.taken", "error", facts={"code": "csr-2022"})
    assert with_report_names(code, definitions.outlines, "zh-Hans") is code  # it is about the code itself
    blank = Issue(
        "text.blank", "work", facts={"report": "csr-2022", "section": "能源", "slot": "能源"}, report="csr-2022"
    )
    named = with_report_names(blank, definitions.outlines, "zh-Hans")
    assert message(named, definitions.catalogue, "zh-Hans").startswith("《2022 年社会责任报告》还缺")
