"""annals propose: a Word report looked at, its table changed, taken in; and each wrong call."""

import json

import pytest
from docx import Document

from schema.grammar.languages import LANGUAGES
from schema.workspace import Workspace


@pytest.fixture
def word(tmp_path):
    """Last year's report of some company."""
    document = Document()
    document.add_heading("People", 1)
    document.add_paragraph("We employ 4,230 people.")
    document.add_heading("Training", 2)
    document.add_paragraph("Everybody is trained.")
    table = document.add_table(2, 2)
    for row, cells in zip(table.rows, (("Metric", "2024"), ("Training hours", "12.5")), strict=True):
        for cell, words in zip(row.cells, cells, strict=True):
            cell.text = words
    path = tmp_path / "last.docx"
    document.save(path)
    return path


@pytest.fixture
def bare(run, tmp_path):
    """A workspace with nothing of anybody's."""
    path = tmp_path / "w.annals"
    assert run("new", path, "--empty", "--languages", "en")[0] == 0
    return path


NEW = ("--report", "report-2024", "--year", "2024")


def test_nothing_is_stored_before_it_is_taken(run, bare, word):
    before = bare.read_bytes()
    status, out, _ = run("propose", bare, word, *NEW, "--json")
    found = json.loads(out)
    assert (status, found["written"], bare.read_bytes()) == (0, False, before)
    assert [(one["title"], one["section"], one["take"], one["figures"]) for one in found["parts"]] == [
        ("People", "people", True, 0), ("Training", "people.training", True, 1),
    ]  # fmt: skip
    assert (found["sections"], found["texts"], found["figures"], found["links"]) == (2, 2, 1, 0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_proposal_is_said_in_each_language(run, bare, word, language):
    status, out, _ = run("--language", language, "propose", bare, word, *NEW)
    assert status == 0
    assert "people.training.body" in out
    assert "cli." not in out


def test_a_report_is_taken_in_with_its_sections_and_texts_in_one_step(run, bare, word):
    status, out, _ = run("--language", "en", "propose", bare, word, *NEW, "--title", "Old report", "--take")
    assert status == 0
    assert out.splitlines()[-1].startswith("Stored in report-2024: headings: 2, texts: 2")
    with Workspace.open(bare, write=False) as workspace:
        outline = workspace.definitions.outlines["report-2024"]
        texts = workspace.snapshot().texts
    assert (outline.year, outline.language, outline.title.en) == (2024, "en", "Old report")
    assert texts["report-2024", "people.body", "en"] == "We employ 4,230 people."
    assert texts["report-2024", "people.training.body", "en"] == "Everybody is trained."
    assert run("verify", bare)[0] == 0
    assert run("export", bare, "--report", "report-2024", "--word", "--out", bare.parent / "out")[0] in (0, 1)


def test_the_table_decides_what_is_taken(run, bare, word, tmp_path):
    saved = tmp_path / "proposal.csv"
    assert run("propose", bare, word, *NEW, "--save", saved)[0] == 0
    saved.write_text(saved.read_text("utf-8-sig").replace("2,yes,2,Training", "2,no,2,Training"), "utf-8-sig")
    assert run("propose", bare, word, *NEW, "--take", saved)[0] == 0
    with Workspace.open(bare, write=False) as workspace:
        assert [one.code for one in workspace.definitions.outlines["report-2024"].walk()] == ["people"]


def test_words_go_into_the_sections_of_a_report_that_is_there(run, bare, word):
    run("propose", bare, word, *NEW, "--take")
    status, out, _ = run("propose", bare, word, "--report", "report-2024", "--json")
    assert [one["why"] for one in json.loads(out)["parts"]] == ["written", "written"]
    run("write", bare, "text/report-2024/people.body", "--remove")
    status, out, _ = run("propose", bare, word, "--report", "report-2024", "--take", "--json")
    assert (status, json.loads(out)["texts"]) == (0, 1)


def test_tables_of_figures_become_files_that_can_be_imported(run, bare, word, tmp_path):
    _, out, _ = run("propose", bare, word, *NEW, "--tables", tmp_path / "tables", "--json")
    (file,) = json.loads(out)["files"]
    assert (tmp_path / "tables" / "002-1.csv").read_text("utf-8-sig") == "Metric,2024\nTraining hours,12.5\n"
    assert file.endswith("002-1.csv")


def test_before_it_is_taken_in_a_backup_is_kept(run, bare, word):
    run("propose", bare, word, *NEW, "--take")
    assert json.loads(run("backups", bare, "--json")[1])["backups"]


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (("--report", "r", "--take", "{missing}"), "cannot be opened"),
        (("--report", "r", "--take", "{other}"), "does not list the parts"),
    ],
)
def test_a_wrong_table_is_one_sentence(run, bare, word, tmp_path, call, words):
    other = tmp_path / "other.csv"
    other.write_text("part,take\n7,yes\n", "utf-8")
    places = {"missing": tmp_path / "gone.csv", "other": other}
    before = bare.read_bytes()
    status, _, err = run("--language", "en", "propose", bare, word, *[one.format(**places) for one in call])
    assert (status, bare.read_bytes()) == (2, before)
    assert words in err


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (("--report", "Bad code!", "--year", "2024"), "Bad code!"),
        (("--report", "r" * 41, "--year", "2024"), "40"),
        (("--report", "report-2024", "--year", "3"), "is no year of a report"),
    ],
)
def test_the_code_and_the_year_of_a_new_report_are_checked(run, bare, word, call, words):
    before = bare.read_bytes()
    status, _, err = run("--language", "en", "propose", bare, word, *call, "--take")
    assert (status, bare.read_bytes()) == (2, before)
    assert words in err


def test_the_language_of_the_file_is_recognised_and_said(run, word, tmp_path):
    path = tmp_path / "two.annals"
    assert run("new", path, "--empty", "--languages", "zh-Hans,en")[0] == 0
    status, out, _ = run("--language", "en", "propose", path, word, *NEW, "--take")
    assert (status, "taken to be in English" in out) == (0, True)
    with Workspace.open(path, write=False) as workspace:
        assert workspace.definitions.outlines["report-2024"].language == "en"
        assert ("report-2024", "people.body", "en") in workspace.snapshot().texts


def test_a_language_that_the_company_does_not_speak_is_not_assumed(run, word, tmp_path):
    path = tmp_path / "one.annals"
    assert run("new", path, "--empty", "--languages", "zh-Hans")[0] == 0
    assert json.loads(run("propose", path, word, *NEW, "--json")[1])["language"] == "zh-Hans"


def test_what_stands_before_the_first_heading_is_said_to_be_left_out(run, bare, word):
    document = Document(word)
    document.paragraphs[0].insert_paragraph_before("Words of the cover {7}")
    document.save(word)
    status, out, _ = run("--language", "en", "propose", bare, word, *NEW)
    assert (status, "24 characters before the first heading" in out, "Words of the cover" in out) == (0, True, True)


def test_last_year_is_that_of_the_day_that_is_told(run, bare, word):
    assert run("--today", "2031-02-03", "propose", bare, word, "--report", "r", "--take")[0] == 0
    with Workspace.open(bare, write=False) as workspace:
        assert workspace.definitions.outlines["r"].year == 2030


def test_a_document_without_headings_says_what_to_do(run, bare, tmp_path):
    document = Document()
    document.add_paragraph("Only words.")
    document.save(tmp_path / "plain.docx")
    status, _, err = run("--language", "en", "propose", bare, tmp_path / "plain.docx", *NEW)
    assert (status, "Heading 1" in err) == (2, True)


def test_year_and_title_are_for_a_new_report(run, bare, word):
    run("propose", bare, word, *NEW, "--take")
    status, _, err = run("--language", "en", "propose", bare, word, *NEW)
    assert (status, "There is a report “report-2024” already" in err) == (2, True)


def test_where_nothing_is_chosen_nothing_is_stored(run, bare, word):
    run("propose", bare, word, *NEW, "--take")
    before = bare.read_bytes()
    status, _, err = run("--language", "en", "propose", bare, word, "--report", "report-2024", "--take")
    assert (status, "nothing was written" in err, bare.read_bytes() == before) == (2, True, True)
