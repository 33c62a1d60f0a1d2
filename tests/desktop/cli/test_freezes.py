"""annals freeze and freezes: a state gets a name, once, signed, and is exported from; what came later is not in it."""

import json
import re
import shutil
from dataclasses import replace
from pathlib import Path

import docx
import openpyxl
import pytest

from desktop.__main__ import main
from desktop.work.freezes import moment_of_freeze, need_freeze
from desktop.work.moments import moment_of
from exporters.assembly.document import build_document
from schema.catalogue.program_words import ProgramWords
from schema.exchange.packs.signing import is_signed
from schema.values.dates import show_date
from schema.values.freezes import freezes_of
from schema.workspace import Workspace
from tests.exporters.word.reading import W
from tests.invented_company import FIGURES
from tests.shipped import RESOURCES

EDITOR, AUDITOR = "编辑", "审计师"


@pytest.fixture(autouse=True)
def own_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("ANNALS_AS", EDITOR)


@pytest.fixture(scope="module")
def kept_frozen(kept_tea, tmp_path_factory) -> Path:
    """The tea company with an editor, an auditor and a freeze, and a value changed after it; no test may change it."""
    folder = tmp_path_factory.mktemp("frozen")
    path = Path(shutil.copy(kept_tea, folder / "w.annals"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(folder / "data"))
        patch.setenv("ANNALS_AS", EDITOR)
        for name, role in ((EDITOR, "editor"), (AUDITOR, "auditor")):
            assert main(["people", str(path), "--add", name, "--role", role]) == 0
        assert main(["freeze", str(path), "送审稿", "--report", "tea-2025", "--reason", "送审"]) == 0
        figures = folder / "f.csv"
        figures.write_text(changed_figures(), "utf-8")
        assert main(["import", str(path), str(figures), "--replace"]) in (0, 1)
    return path


def changed_figures() -> str:
    head, first, *_ = FIGURES.strip().splitlines()
    fields = dict(zip(head.split(","), first.split(","), strict=False))
    return f"metric,period,value\n{fields['metric']},{fields['period']},4321\n"


@pytest.fixture
def frozen(kept_frozen, tmp_path) -> Path:
    return Path(shutil.copy(kept_frozen, tmp_path / "w.annals"))


def listed(run, path):
    return json.loads(run("freezes", path, "--json")[1])["freezes"]


def test_a_freeze_tells_report_who_when_why_and_number_and_head_before_its_own_row(run, frozen):
    (freeze,) = listed(run, frozen)
    assert list(freeze) == ["name", "report", "who", "at", "reason", "number", "head"]
    assert (freeze["name"], freeze["report"], freeze["who"], freeze["reason"]) == ("送审稿", "tea-2025", EDITOR, "送审")
    history = json.loads(run("history", frozen, "--json")[1])["history"]
    row = next(entry for entry in history if entry["kind"] == "freeze")
    assert (row["number"], row["subject"], row["who"]) == (freeze["number"] + 1, "freeze/送审稿", EDITOR)
    assert history[freeze["number"] - 1]["hash"] == freeze["head"]
    assert run("verify", frozen)[0] == 0


def test_a_freeze_is_signed_by_whoever_made_it(frozen):
    with Workspace.open(frozen, write=False) as workspace:
        (freeze,) = freezes_of(workspace.snapshot())
    assert is_signed(freeze.signed, freeze.signature, freeze.key)
    assert not is_signed(freeze.signed.replace(b"tea-2025", b"tea-2024"), freeze.signature, freeze.key)


def test_a_name_is_given_once_and_a_freeze_needs_name_and_reason(run, frozen):
    before = frozen.read_bytes()
    calls = {
        ("送审稿", "--reason", "再来"): "送审稿",
        (" 送审稿 ", "--reason", "再来"): "送审稿",
        ("定稿",): "why",
        ("  ", "--reason", "x"): "name",
        ("长" * 81, "--reason", "x"): "80",
        ("定稿", "--reason", "x", "--report", "nope"): "nope",
    }
    for call, told in calls.items():
        status, out, err = run("--language", "en", "freeze", frozen, *call)
        assert (status, out, err.count("\n"), told in err) == (2, "", 1, True), err
    assert frozen.read_bytes() == before


def test_an_auditor_freezes_nothing_and_an_editor_freezes_everything(run, frozen):
    status, _, err = run("--language", "en", "freeze", frozen, "我的", "--reason", "x", "--as", AUDITOR)
    assert (status, AUDITOR in err, "the freeze 我的" in err) == (2, True, True)
    status, out, _ = run("freeze", frozen, "定稿", "--reason", "定稿", "--json")
    assert (status, json.loads(out)["freeze"]["report"]) == (0, "")
    assert [freeze["name"] for freeze in listed(run, frozen)] == ["送审稿", "定稿"]


def test_a_workspace_without_freezes_says_so(run, tea):
    assert listed(run, tea) == []
    assert run("--language", "en", "freezes", tea)[1] == "There are no freezes yet.\n"
    status, _, err = run("--language", "en", "export", tea, "--report", "x", "--freeze", "送审稿", "--out", tea.parent)
    assert (status, "none yet" in err) == (2, True)


def test_an_unknown_freeze_is_answered_with_the_nearest(run, frozen, tmp_path):
    status, _, err = run("export", frozen, "--report", "tea-2025", "--freeze", "送申稿", "--out", tmp_path / "x")
    assert (status, "送审稿" in err, (tmp_path / "x").exists()) == (2, True, False)


def test_an_unknown_freeze_that_is_like_none_is_answered_with_those_there_are(run, frozen, tmp_path):
    _, _, err = run(
        "--language", "en", "export", frozen, "--report", "tea-2025", "--freeze", "nosuch", "--out", tmp_path / "x"
    )
    assert ("Did you mean" in err, "There is: 送审稿" in err) == (False, True)


@pytest.mark.parametrize("command", ["export", "assure"])
def test_a_freeze_of_one_report_does_not_stand_on_the_cover_of_another(run, frozen, tmp_path, monkeypatch, command):
    def of_another(snapshot, name):
        return replace(need_freeze(snapshot, name), report="tea-2024")

    monkeypatch.setattr("desktop.work.freezes.need_freeze", of_another)
    call = ("--report", "tea-2025", "--freeze", "送审稿", "--out", tmp_path / "x")
    status, _, err = run("--language", "en", command, frozen, *call)
    assert (status, "is of tea-2024, not of tea-2025" in err, (tmp_path / "x").exists()) == (2, True, False)


def test_an_export_of_a_freeze_holds_its_values_and_names_it_on_cover_and_foot(run, frozen, tmp_path):
    export = ("export", frozen, "--report", "tea-2025", "--language", "zh-Hans")
    for out, freeze in (("then", ("--freeze", "送审稿")), ("now", ())):
        assert run(*export, *freeze, "--out", tmp_path / out)[0] == 0
    (freeze,) = listed(run, frozen)
    date = show_date(freeze["at"][:10], "zh-Hans").replace(" ", "")
    told = f"封存版本“送审稿”，{date}，{freeze['head'][:12]}"
    then, now = (words_of(tmp_path / out) for out in ("then", "now"))
    assert [told in words for words in (*then, *now)] == [True, True, True, False, False, False]
    assert ["4,321" in words for words in (then[1], now[1])] == [False, True]


def test_a_report_that_nobody_has_changed_since_reads_as_it_was_frozen(run, tea):
    run("freeze", tea, "送审稿", "--reason", "送审")
    with Workspace.open(tea, write=False, program=ProgramWords(RESOURCES)) as workspace:
        moments = (moment_of(workspace), moment_of_freeze(workspace, "送审稿", "tea-2025"))
    now, then = (build_document(moment, "tea-2025", "zh-Hans") for moment in moments)
    assert replace(then, cover=now.cover) == now
    assert (now.cover.freeze, bool(then.cover.freeze)) == ("", True)


def words_of(folder: Path) -> tuple[str, str, str]:
    """The first sheet of the workbook, the body of the draft, and what stands at the head and foot of its pages."""
    page = openpyxl.load_workbook(folder / "tea-2025.xlsx").worksheets[0]
    cover = " ".join(str(cell.value) for row in page.iter_rows() for cell in row if cell.value is not None)
    draft = docx.Document(str(folder / "tea-2025.docx"))
    body = "".join(node.text or "" for node in draft.element.body.iter(f"{W}t"))
    edges = (part for part in draft.part.package.iter_parts() if re.search("header|footer", part.partname))
    return cover, body, "".join(part.blob.decode("utf-8") for part in edges)


def test_before_export_the_language_is_the_commands_and_behind_it_the_files(run, frozen, tmp_path):
    call = ("export", frozen, "--report", "tea-2025", "--excel", "--out", tmp_path / "x")
    out = run("--language", "en", *call)[1]
    assert "tea-2025.xlsx" in out
    assert run(*call, "--language", "en")[1].count("tea-2025.en.xlsx") == 1
