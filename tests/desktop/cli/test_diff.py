"""annals diff: what is different between two states, net, with who changed it last, when and why."""

import json
import shutil
from pathlib import Path

import openpyxl
import pytest

from desktop.__main__ import main
from schema.workspace import Workspace

EDITOR, SECOND = "编辑", "第二编辑"
REPORT = "tea-2025"
LEAF, WATER = "leaf.bought@2025", "water.used@2025"


def store(path: Path, rows: str, who: str = SECOND) -> None:
    file = path.with_name("rows.csv")
    file.write_text(f"metric,period,value,omission,footnote,category\n{rows}\n", "utf-8")
    assert main(["import", str(path), str(file), "--as", who]) in (0, 1)


@pytest.fixture(scope="module")
def kept_two(kept_tea, tmp_path_factory) -> Path:
    """The tea company with two freezes, a change of each kind between them and one after; no test may change it."""
    path = Path(shutil.copy(kept_tea, tmp_path_factory.mktemp("two") / "w.annals"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(path.parent / "data"))
        patch.setenv("ANNALS_AS", EDITOR)
        for name in (EDITOR, SECOND):
            assert main(["people", str(path), "--add", name, "--role", "editor"]) == 0
        assert main(["freeze", str(path), "送审稿", "--reason", "送审"]) == 0
        assert main(["backup", str(path), "--to", str(path.with_name("then.annals"))]) == 0
        store(path, "leaf.bought,2025,440,,,\nwater.used,2025,1,,,")
        store(path, "water.used,2025,14950,,,")
        store(path, "gas.used,2025,,not_collected,改用电,")
        assert main(["write", str(path), slot(path), "--text", "第一段。\n\n第二段。", "--as", SECOND]) in (0, 1)
        assert main(["freeze", str(path), "定稿", "--reason", "定稿"]) == 0
        store(path, "leaf.bought,2025,432.5,,,")
    return path


def slot(path: Path) -> str:
    with Workspace.open(path, write=False) as workspace:
        outline = workspace.definitions.outlines[REPORT]
        return next(f"text/{REPORT}/{b.slot}" for s in outline.walk() for b in s.blocks if hasattr(b, "slot"))


@pytest.fixture
def two(kept_two, tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv("ANNALS_AS", EDITOR)
    shutil.copy(kept_two.with_name("then.annals"), tmp_path / "then.annals")
    return Path(shutil.copy(kept_two, tmp_path / "w.annals"))


def changes(run, *arguments):
    status, out, err = run("--language", "en", "diff", *arguments, "--json")
    assert (status, err) == (0, "")
    return {change["subject"]: change for change in json.loads(out)["changes"]}


def test_two_freezes_differ_in_what_was_changed_between_them_and_not_changed_back(run, two):
    found = changes(run, two, "送审稿", "定稿")
    text = f"{slot(two)}.zh-Hans"
    assert {subject: change["kind"] for subject, change in found.items()} == {
        LEAF: "value", "gas.used@2025": "omission", text: "text",
    }  # fmt: skip
    leaf = found[LEAF]
    assert (leaf["before"]["value"], leaf["after"]["value"], leaf["who"]) == ("432.5", "440", SECOND)
    assert leaf["at"].startswith("20")
    assert (found[text]["before"], found[text]["after"]["text"]) == (None, "第一段。\n\n第二段。")
    assert found["gas.used@2025"]["after"]["omission"] == "not_collected"


def test_what_came_back_since_is_no_difference_to_now(run, two):
    assert LEAF not in changes(run, two, "送审稿")
    assert list(changes(run, two, "定稿")) == [LEAF]
    assert changes(run, two, "定稿", "定稿") == {}
    assert run("--language", "en", "diff", two, "定稿", "定稿")[1] == "There is no difference.\n"


def test_backwards_before_and_after_are_the_other_way_round(run, two):
    there, back = changes(run, two, "送审稿", "定稿"), changes(run, two, "定稿", "送审稿")
    assert there.keys() == back.keys()
    for subject, change in there.items():
        assert (back[subject]["before"], back[subject]["after"]) == (change["after"], change["before"])
        assert (back[subject]["who"], back[subject]["at"]) == (change["who"], change["at"])


def test_a_copy_elsewhere_is_compared_as_a_freeze_is(run, two):
    copy = two.with_name("then.annals")
    assert changes(run, two, copy, "定稿").keys() == changes(run, two, "送审稿", "定稿").keys()
    assert changes(run, two, copy, copy) == {}
    status, _, err = run("diff", two, two.with_name("rows.csv"))
    assert (status, err.count("\n")) == (2, 1)


def test_with_a_report_what_concerns_it(run, two):
    assert changes(run, two, "送审稿", "定稿", "--report", REPORT).keys() <= changes(run, two, "送审稿", "定稿").keys()
    assert run("diff", two, "送审稿", "--report", "nope")[0] == 2


def test_lines_name_things_and_fold_what_did_not_change(run, two):
    run("write", two, slot(two), "--text", "第一段。\n\n第二段。\n\n第三段。")
    out = run("--language", "zh-Hans", "diff", two, "定稿")[1].splitlines()
    assert out[0] == "数值 (1)"
    assert out[1] == "  茶青采购量 · 2025\tleaf.bought@2025"
    assert out[2].split(" → ")[0].strip().startswith("440")
    assert out[3].startswith(f"    {SECOND} · 20")
    assert [line.strip() for line in out if line.strip().startswith(("+", "…"))] == ["… (1)", "+ 第三段。"]


def test_the_workbook_has_a_sheet_for_each_kind_and_text_that_looks_like_a_formula_stays_text(run, two, tmp_path):
    assert main(["write", str(two), slot(two), "--text", '=HYPERLINK("http://x")']) in (0, 1)
    target = tmp_path / "d.xlsx"
    status, out, _ = run("--language", "en", "diff", two, "送审稿", "--excel", target)
    assert (status, str(target) in out) == (0, True)
    book = openpyxl.load_workbook(target)
    assert book.sheetnames == ["Overview", "Texts", "Omissions"]
    cells = [cell for row in book["Texts"].iter_rows() for cell in row if str(cell.value or "").startswith("=")]
    assert [cell.data_type for cell in cells] == ["s"]
    head = [cell.value for cell in book["Omissions"][3]]
    assert head == ["Name", "Reference", "Before", "After", "Changed by", "Time (UTC)", "Reason"]


def test_an_unknown_state_is_one_sentence(run, two):
    status, out, err = run("--language", "en", "diff", two, "送申稿")
    assert (status, out, "送审稿" in err, err.count("\n")) == (2, "", True, 1)
