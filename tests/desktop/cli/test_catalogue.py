"""annals catalogue, and a company that nobody has seen: from its workbook to its report."""

import json
from copy import deepcopy

import pytest
from openpyxl import load_workbook

from desktop.cli.main import main
from schema.workspace import Workspace
from tests.invented_company import BOOK, FIGURES, three, write_book
from tests.office_files import complaints


@pytest.fixture
def run(capsys):
    def call(*arguments: object) -> tuple[int, str, str]:
        status = main([*(str(argument) for argument in arguments), "--language", "en"])
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return call


# The shipped one through the file itself: exporters/test_catalogue_book; by the commands, in `make test-long`.
@pytest.mark.parametrize("of", ["tea", pytest.param("empty", marks=pytest.mark.long)])
def test_a_catalogue_goes_out_and_comes_in_unchanged(run, request, tmp_path, of):
    workspace, book = request.getfixturevalue(of), tmp_path / "book.xlsx"
    assert run("catalogue", "export", workspace, book)[0] == 0
    status, out, _ = run("catalogue", "import", workspace, book)
    assert status == 0
    assert "nothing was changed" in out
    other = tmp_path / "b.annals"
    assert run("new", other, "--catalogue", book)[0] == 0
    with Workspace.open(workspace, write=False) as first, Workspace.open(other, write=False) as second:
        assert first.definitions == second.definitions


def test_a_folder_is_no_file_to_write_the_catalogue_to(run, tea, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for folder in (tmp_path, "."):
        status, out, err = run("catalogue", "export", tea, folder)
        assert (status, out) == (2, "")
        assert "is a folder" in err


def test_an_invented_company_is_compiled_end_to_end(run, tea, tmp_path):
    assert run("reports", tea)[1].split("\t")[0] == "tea-2025"
    status, out, _ = run("values", tea, "--period", 2025, "--json")
    values = {(v["metric"], v["category"]): v["text"] for v in json.loads(out)["values"]}
    assert status == 0
    assert values["tea.made", ""] == "100.5 t"
    assert values["tea.yield", ""] == "23.2%"
    assert values["gas.coal", ""] == "about 10,206 kgce"  # gas is told to the cubic metre
    assert values["staff.total", ""] == "136 people"
    assert run("check", tea)[0] == 0
    status, _, err = run("export", tea, "--report", "tea-2025", "--out", tmp_path / "out")
    assert (status, err) == (0, "")
    for name in ("tea-2025.en.docx", "tea-2025.en.xlsx"):
        assert complaints(tmp_path / "out" / name) == []


def test_an_import_says_what_changed_keeps_the_values_and_is_in_the_history(run, tea, tmp_path):
    book = deepcopy(dict(BOOK))
    book["metrics"][12][0] = "gifts"  # donations by another name
    book["metrics"][1][3] = "Fresh leaf bought"
    status, out, _ = run("catalogue", "import", tea, write_book(tmp_path / "new.xlsx", book))
    assert status == 0
    assert "metrics: 1 added, 1 removed, 1 changed" in out
    assert "donations" in out
    with Workspace.open(tea, write=False) as workspace:
        assert "gifts" in workspace.definitions.catalogue.metrics
        assert len(workspace.snapshot().points) == len(FIGURES.splitlines()) - 1
        assert workspace.history()[-1].reason == "new.xlsx"
        assert workspace.verify() == ()


@pytest.mark.long
def test_sentences_changed_in_a_companys_own_folder_survive_the_workbook(run, tmp_path, resources):
    import shutil

    folder, workspace, book = tmp_path / "own", tmp_path / "own.annals", tmp_path / "book.xlsx"
    others = shutil.ignore_patterns("csr-*", "esg-*")  # one report is enough: sentences belong to none
    shutil.copytree(resources / "definitions", folder, ignore=others)
    phrases = folder / "phrases.yaml"
    phrases.write_text(phrases.read_text("utf-8").replace("en: Contents", "en: What is inside"), "utf-8")
    assert run("new", workspace, "--catalogue", folder)[0] == 0
    run("catalogue", "export", workspace, book)
    assert "nothing was changed" in run("catalogue", "import", workspace, book)[1]


def test_mistakes_are_told_by_sheet_and_cell_and_nothing_is_changed(run, tea, tmp_path):
    book = deepcopy(dict(BOOK))
    book["metrics"][1][5] = "tonne"
    book["blocks"][4][3] = "leaf.bougt"
    path = write_book(tmp_path / "wrong.xlsx", book)
    before = tea.read_bytes()
    status, _, err = run("catalogue", "import", tea, path)
    assert status == 2
    assert "metrics!F2" in err
    assert "blocks!D5" in err
    assert "leaf.bought" in err
    assert tea.read_bytes() == before


def test_formulas_typed_into_the_workbook_are_told(run, tea, tmp_path):
    path = write_book(tmp_path / "formula.xlsx")
    book = load_workbook(path)
    book["metrics"]["K2"] = "=1-1"
    book.save(path)
    status, _, err = run("catalogue", "import", tea, path)
    assert (status, "metrics!K2" in err) == (2, True)


@pytest.mark.parametrize("content", [b"no workbook", b""])
def test_what_is_no_workbook_makes_no_workspace(run, tmp_path, content):
    path, workspace = tmp_path / "book.xlsx", tmp_path / "new.annals"
    path.write_bytes(content)
    status, _, err = run("new", workspace, "--catalogue", path)
    assert (status, "book.xlsx" in err, workspace.exists()) == (2, True, False)


def test_an_edited_workbook_is_not_replaced(run, tea, tmp_path):
    book = tmp_path / "book.xlsx"
    assert run("catalogue", "export", tea, book)[0] == 0
    book.write_bytes(book.read_bytes() + b" ")
    edited = book.read_bytes()
    assert run("catalogue", "export", tea, book)[0] == 0
    assert book.read_bytes() == edited
    assert (tmp_path / "book (2).xlsx").exists()


# definitions that are only assumed


@pytest.fixture
def assumed(run, tmp_path):
    """The invented company's workspace, two of its definitions only assumed."""
    book = deepcopy(dict(BOOK))
    head, *rows = book["metrics"]
    head += ["assumed", *three("definition")]
    for row in rows:
        row += ["yes", "全年合计", "全年合計", "Sum of the year"] if row[0] in ("leaf.bought", "tea.made") else [""] * 4
    path = tmp_path / "tea.annals"
    assert run("new", path, "--catalogue", write_book(tmp_path / "tea.xlsx", book))[0] == 0
    return path


def assumed_now(run, path):
    status, out, _ = run("catalogue", "confirm", path, "--json")
    assert status == 0
    return [row["metric"] for row in json.loads(out)["assumed"]]


def test_assumed_definitions_are_listed_and_confirmed_in_one_change_with_its_reason(run, assumed):
    path = assumed
    assert assumed_now(run, path) == ["leaf.bought", "tea.made"]
    status, out, _ = run("catalogue", "confirm", path)
    assert status == 0
    assert "leaf.bought\t" in out
    status, out, _ = run("catalogue", "confirm", path, "leaf.bought", "--reason", "checked with the garden", "--json")
    assert (status, json.loads(out)) == (0, {"confirmed": ["leaf.bought"], "left": 1})
    assert assumed_now(run, path) == ["tea.made"]
    last = json.loads(run("history", path, "--json")[1])["history"][-1]
    assert (last["kind"], last["reason"]) == ("definitions", "checked with the garden")
    assert run("verify", path)[0] == 0


def test_all_are_confirmed_at_once_and_the_words_stay(run, assumed):
    path = assumed
    with Workspace.open(path, write=False) as workspace:
        before = workspace.definitions.catalogue.metrics["tea.made"].definition
    assert run("catalogue", "confirm", path, "--all")[0] == 0
    assert assumed_now(run, path) == []
    with Workspace.open(path, write=False) as workspace:
        assert workspace.definitions.catalogue.metrics["tea.made"].definition == before
        assert len(workspace.history()) == 2


def test_a_confirmation_is_taken_back(run, assumed):
    path = assumed
    assert run("catalogue", "confirm", path, "tea.made")[0] == 0
    status, out, _ = run("catalogue", "confirm", path, "tea.made", "--withdraw")
    assert (status, assumed_now(run, path)) == (0, ["leaf.bought", "tea.made"])
    assert "assumed now: 2" in out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["leaf.bougt"], "Did you mean “leaf.bought”"),
        (["staff.total"], "no assumed definition"),
        (["leaf.bought", "--all"], "--all"),
        (["--withdraw"], "CODE"),
        (["leaf.bought", "--withdraw"], "no confirmed definition"),
    ],
)
def test_what_is_not_assumed_is_not_confirmed_and_nothing_changes(run, assumed, words, told):
    path = assumed
    status, out, err = run("catalogue", "confirm", path, *words)
    assert (status, out) == (2, "")
    assert told in err
    assert assumed_now(run, path) == ["leaf.bought", "tea.made"]


def test_export_and_import_take_one_file_and_nothing_of_confirm(run, assumed):
    path = assumed
    for words in ((), ("a.xlsx", "b.xlsx"), ("a.xlsx", "--all")):
        status, _, err = run("catalogue", "import", path, *words)
        assert (status, "Name one file" in err) == (2, True)


def test_words_that_somebody_has_written_are_no_longer_assumed_and_are_no_change_of_what_was_counted(
    run, assumed, tmp_path
):
    path = assumed
    figures = tmp_path / "figures.csv"
    figures.write_text("metric,period,value\ntea.made,2025,100\n", "utf-8")
    assert run("import", path, figures)[0] in (0, 1)
    book = tmp_path / "out.xlsx"
    assert run("catalogue", "export", path, book)[0] == 0
    workbook = load_workbook(book)
    head = [cell.value for cell in workbook["metrics"][1]]
    for row in workbook["metrics"].iter_rows(min_row=2):
        if row[0].value == "tea.made":
            for language in ("zh-Hans", "zh-Hant", "en"):
                row[head.index(f"definition.{language}")].value = "Weight of dried leaf at the end of the year."
    workbook.save(tmp_path / "in.xlsx")
    assert run("catalogue", "import", path, tmp_path / "in.xlsx")[0] == 0
    assert assumed_now(run, path) == ["leaf.bought"]
    codes = {issue["code"] for issue in json.loads(run("check", path, "--json")[1])["issues"]}
    assert "metric.drifted" not in codes
