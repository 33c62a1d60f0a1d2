"""Drafting and accepting from the command line, and what a draft means for an export."""

import json
import zipfile

import pytest

from schema.values.changes import keep
from schema.values.datapoint import SlotText
from schema.workspace import Workspace
from tests.exporters.excel.sample import definitions

pytest.importorskip("opencc", reason="the extra hant is not installed")
REPORT = "csr-2022"
WORDS = {"letter.better.body": "员工的**信息**{company.short}。", "letter.better.intro": "数据"}


@pytest.fixture
def book(tmp_path):
    path = tmp_path / "a.annals"
    with Workspace.create(path, definitions(), "me") as workspace:
        workspace.apply([keep(SlotText(REPORT, slot, "zh-Hans", text)) for slot, text in WORDS.items()])
    return path


def draft(run, book, *more):
    return run("draft", book, "--report", REPORT, "--language", "zh-Hant", *more)


def texts(book):
    with Workspace.open(book, write=False) as workspace:
        snapshot = workspace.snapshot()
    return {slot: (text, snapshot.origins[place].draft) for place, text in snapshot.texts.items()
            if place in snapshot.origins for slot in (place[1],)}  # fmt: skip


def test_a_dry_run_lists_and_changes_nothing(run, book):
    status, out, _ = draft(run, book, "--dry-run", "--json")
    found = json.loads(out)
    assert (status, found["from"], {row["name"] for row in found["texts"]}) == (0, "zh-Hans", set(WORDS))
    assert texts(book) == {}


def test_a_draft_is_stored_with_its_mark_until_it_is_accepted(run, book):
    assert draft(run, book)[0] == 0
    assert texts(book)["letter.better.body"] == ("僱員的**資訊**{company.short}。", True)
    _, out, _ = run("check", book, "--report", REPORT, "--json")
    assert [i["severity"] for i in json.loads(out)["issues"] if i["code"] == "text.draft"] == ["doubt"]
    accept = ("accept", book, "--report", REPORT, "--language", "zh-Hant", "--text", "letter.better.body")
    assert run(*accept)[0] == 0
    assert {slot: mark for slot, (_, mark) in texts(book).items()} == {
        "letter.better.body": False, "letter.better.intro": True,
    }  # fmt: skip
    assert run("verify", book)[0] == 0


def test_a_section_limits_what_is_drafted(run, book):
    status, out, _ = draft(run, book, "--section", "about", "--json")
    assert (status, json.loads(out)["texts"]) == (0, [])
    status, _, err = draft(run, book, "--section", "nowhere")
    assert status == 2
    assert "nowhere" in err


@pytest.mark.parametrize(("language", "source"), [("en", ""), ("zh-Hant", "en")])
def test_english_is_not_drafted(run, book, language, source):
    more = ("--from", source) if source else ()
    status, _, err = run("draft", book, "--report", REPORT, "--language", language, *more)
    assert status == 2
    assert "zh-Hant" in err
    assert f"from {source or 'zh-Hans'} in {language}" in err or f"由 {source} 起草 {language}" in err
    assert texts(book) == {}


def test_without_a_language_one_is_asked_for(run, book):
    status, _, err = run("draft", book, "--report", REPORT)
    assert status == 2
    assert "--language" in err


def test_without_the_extra_the_sentence_says_how_to_install_it(run, book, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "opencc", None)
    status, _, err = draft(run, book)
    assert status == 2
    assert "annals[hant]" in err


def test_a_draft_is_marked_in_word_and_never_final(run, sample_workspace, tmp_path):
    book = sample_workspace
    with Workspace.open(book, write=True, who="me") as workspace:
        workspace.apply([keep(SlotText(REPORT, "about.lead", "zh-Hant", ""))])
    draft(run, book, "--section", "about")
    export = ("export", book, "--report", REPORT, "--word", "--out", tmp_path / "out")
    status, out, _ = run(*export, "--language", "zh-Hant", "--final", "--json")
    drafts = [reason["remedy"] for reason in json.loads(out)["reasons"] if reason["code"] == "text.draft"]
    assert (status, len(drafts)) == (1, 1)
    assert f"--report {REPORT} --section about --language zh-Hant" in drafts[0]
    status, out, _ = run(*export, "--final", "--json")  # the report's own language has no draft
    assert status == 0 or "text.draft" not in [reason["code"] for reason in json.loads(out)["reasons"]]
    assert run(*export, "--language", "zh-Hant")[0] == 0
    with zipfile.ZipFile(tmp_path / "out" / f"{REPORT}.zh-Hant.docx") as file:
        body, comments = file.read("word/document.xml").decode(), file.read("word/comments.xml").decode()
    assert 'w:fill="DFEEF8"' in body
    assert "機器由簡體中文起草" in comments
    assert "機器起草，待核對" in body  # an open point
