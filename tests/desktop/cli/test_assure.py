"""annals assure: a pack for the auditor goes out; verdicts come back by key, and a later change makes them stale."""

import csv
import hashlib
import io
import json
import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest

from desktop.__main__ import main
from exporters.assembly.data_rows import COLUMNS
from exporters.word.measured_pages import office_program

EDITOR, AUDITOR = "编辑", "审计师"
REPORT, LEAF, WATER = "tea-2025", "leaf.bought@2025", "water.used@2025"
PROOF = b"%PDF-1.4 proof of leaf"


@pytest.fixture(scope="module")
def kept_pack(kept_tea, tmp_path_factory) -> Path:
    """The tea company with an editor, an auditor and evidence, and its pack beside it; no test may change it."""
    folder = tmp_path_factory.mktemp("assure")
    path = Path(shutil.copy(kept_tea, folder / "w.annals"))
    proof = folder / "发票.pdf"
    proof.write_bytes(PROOF)
    rows = folder / "f.csv"
    rows.write_text("metric,period,value,note\nleaf.bought,2025,432.5,=HYPERLINK(1)\n", "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(folder / "data"))
        patch.setenv("ANNALS_AS", EDITOR)
        for name, role in ((EDITOR, "editor"), (AUDITOR, "auditor")):
            assert main(["people", str(path), "--add", name, "--role", role]) == 0
        assert main(["import", str(path), str(rows)]) in (0, 1)
        assert main(["attach", str(path), LEAF, str(proof)]) == 0
        assert main(["assure", str(path), "--report", REPORT, "--out", str(folder / "pack")]) == 0
    return folder


@pytest.fixture
def pack(kept_pack, tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv("ANNALS_AS", EDITOR)
    return Path(shutil.copytree(kept_pack, tmp_path / "p"))


def sheet_of(pack: Path):
    book = openpyxl.load_workbook(pack / "pack" / f"{REPORT}-assurance.xlsx")
    sheet = book["sample"]
    rows = enumerate(sheet.iter_rows(max_row=10), 1)
    top, head = next((number, row) for number, row in rows if any(cell.value == "ref" for cell in row))
    columns = {str(cell.value): number for number, cell in enumerate(head, 1)}
    return book, sheet, top, columns


def judge(pack: Path, verdicts, name="back.xlsx", edit=None) -> Path:
    """Write verdicts by reference into the sample, edit it as people do, and save it under another name."""
    book, sheet, top, columns = sheet_of(pack)
    for row in range(top + 1, sheet.max_row + 1):
        said = verdicts.get(sheet.cell(row, columns["ref"]).value)
        if said:
            sheet.cell(row, columns["verdict"]).value, sheet.cell(row, columns["remark"]).value = said
    if edit:
        edit(book, sheet, top, columns)
    book.save(pack / name)
    return pack / name


def issues(run, pack):
    document = json.loads(run("check", pack / "w.annals", "--report", REPORT, "--json")[1])
    return {(issue["code"], issue["subject"]) for issue in document["issues"] if issue["code"].startswith("assurance.")}


def test_the_pack_holds_sample_history_state_and_evidence_by_its_hash(pack):
    name = hashlib.sha256(PROOF).hexdigest()
    assert (pack / "pack" / "attachments" / name).read_bytes() == PROOF
    told = json.loads((pack / "pack" / "freeze.json").read_text("utf-8"))
    assert (told["report"], told["by"], told["freeze"], bool(told["head"])) == (REPORT, EDITOR, None, True)
    for member, digest in told["files"].items():
        assert hashlib.sha256((pack / "pack" / member).read_bytes()).hexdigest() == digest
    book, sheet, top, columns = sheet_of(pack)
    assert list(columns) == [*COLUMNS, "verdict", "remark"]
    others = ["definitions", "formulas", "factors", "people", "approvals", "evidence", "follow-ups", "annals"]
    assert book.sheetnames[1:] == others
    assert book["annals"].sheet_state == "hidden"
    own = [row for row in sheet.iter_rows(min_row=top + 1, values_only=True) if not row[columns["format"] - 1]]
    rows = {row[columns["ref"] - 1]: row for row in own}
    leaf = {name: rows[LEAF][column - 1] for name, column in columns.items()}
    told_of_leaf = [leaf[column] for column in ("value", "typed_by", "measured", "verdict")]
    assert told_of_leaf == [432.5, EDITOR, "measured", None]
    assert name in str(leaf["evidence"])
    cells = [cell for page in book.worksheets for row in page.iter_rows() for cell in row]
    assert [cell.value for cell in cells if cell.data_type == "f"] == []


def test_formulas_are_told_with_their_inputs(pack):
    book, *_ = sheet_of(pack)
    rows = [row for row in book["formulas"].iter_rows(min_row=4, values_only=True) if row[0] == "gas.coal@2025"]
    assert [(row[1], row[2], row[6]) for row in rows] == [
        ("[gas.used] * [factor.gas]", None, "gas"), (None, "gas.used@2025", None),
    ]  # fmt: skip
    assert [row[6] for row in book["factors"].iter_rows(min_row=4, values_only=True)] == ["GB/T 2589"]


def test_the_history_begins_no_field_as_a_formula_does(pack):
    text = (pack / "pack" / "history.csv").read_text("utf-8-sig")
    fields = [field for row in csv.reader(io.StringIO(text)) for field in row]
    assert not [field for field in fields if field.startswith(("=", "+", "-", "@", "\t"))]
    assert "HYPERLINK" in text


def shuffle(book, sheet, top, columns):
    """Reverse the rows, put a line above, rename the sheet, move it last."""
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=top + 1)]
    for number, row in enumerate(reversed(rows), top + 1):
        for column, value in enumerate(row, 1):
            sheet.cell(number, column).value = value
    sheet.insert_rows(1, 2)
    sheet.title = "抽样"
    book.move_sheet(sheet, len(book.worksheets) - 1)


@pytest.mark.parametrize("edit", [None, shuffle])
def test_verdicts_come_back_by_key_and_a_fail_is_an_issue(run, pack, edit):
    back = judge(pack, {LEAF: ("fail", "发票金额不符"), WATER: ("通过", None)}, edit=edit)
    status, out, err = run("assure", pack / "w.annals", "--take", back, "--as", AUDITOR, "--json")
    assert (status, err) == (0, "")
    taken = {one["reference"]: (one["finding"], one["who"]) for one in json.loads(out)["verdicts"]}
    assert taken == {LEAF: ("fail", AUDITOR), WATER: ("pass", AUDITOR)}
    assert issues(run, pack) == {("assurance.failed", LEAF)}
    history = json.loads(run("history", pack / "w.annals", "--json")[1])["history"]
    assert {(row["kind"], row["who"]) for row in history[-2:]} == {("verdict", AUDITOR)}
    before = (pack / "w.annals").read_bytes()
    again = json.loads(run("assure", pack / "w.annals", "--take", back, "--as", AUDITOR, "--json")[1])
    assert (again["verdicts"], again["same"] >= 2) == ([], True)
    assert (pack / "w.annals").read_bytes() == before


def test_a_change_after_the_pack_was_made_makes_the_verdict_stale(run, pack):
    back = judge(pack, {LEAF: ("fail", "不符"), WATER: ("pass", "")})
    run("assure", pack / "w.annals", "--take", back, "--as", AUDITOR)
    rows = pack / "g.csv"
    rows.write_text("metric,period,value\nleaf.bought,2025,431\n", "utf-8")
    run("import", pack / "w.annals", rows)
    assert issues(run, pack) == {("assurance.stale", LEAF)}
    late = judge(pack, {LEAF: ("pass", "")}, "late.xlsx")  # about what stood there when the pack was made
    run("assure", pack / "w.annals", "--take", late, "--as", AUDITOR)
    assert issues(run, pack) == {("assurance.stale", LEAF)}


def test_a_fail_refuses_the_final_export(run, pack):
    back = judge(pack, {LEAF: ("fail", "不符")})
    run("assure", pack / "w.annals", "--take", back, "--as", AUDITOR)
    out = run("export", pack / "w.annals", "--report", REPORT, "--final", "--out", pack / "x", "--json")[1]
    assert "assurance.failed" in {reason["code"] for reason in json.loads(out)["reasons"]}


def test_only_an_auditor_notes_verdicts_where_people_are_listed(run, pack):
    back = judge(pack, {LEAF: ("fail", "不符")})
    before = (pack / "w.annals").read_bytes()
    status, _, err = run("assure", pack / "w.annals", "--take", back)
    assert (status, EDITOR in err, (pack / "w.annals").read_bytes() == before) == (2, True, True)
    assert "鉴证人员" in err
    assert "审核人" not in err


def test_rows_that_cannot_be_taken_are_told_and_the_others_are(run, pack):
    def swap(book, sheet, top, columns):
        del book
        for row in range(top + 1, sheet.max_row + 1):
            if sheet.cell(row, columns["ref"]).value == WATER:
                sheet.cell(row, columns["ref"]).value = LEAF

    said = {LEAF: ("pass", ""), WATER: ("pass", ""), "gas.coal@2025": ("maybe", ""), "power.used@2025": ("fail", "")}
    back = judge(pack, said, edit=swap)
    status, out, _ = run("assure", pack / "w.annals", "--take", back, "--as", AUDITOR, "--json")
    document = json.loads(out)
    assert (status, {one["reference"] for one in document["verdicts"]}) == (1, {LEAF})
    assert len(document["refused"]) >= 2
    assert all(one["place"].startswith("sample!") and one["reason"] for one in document["refused"])


def test_another_workspaces_workbook_an_empty_one_and_broken_ones_are_one_sentence(run, pack, tmp_path):
    workspace = pack / "w.annals"
    before = workspace.read_bytes()
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"PK\x03\x04 nothing")
    plain = tmp_path / "plain.xlsx"
    openpyxl.Workbook().save(plain)

    def foreign(book, *_):
        for row in book["annals"].iter_rows():
            if row[0].value == "head":
                row[1].value = "0" * 64

    files = [
        judge(pack, {}),
        broken,
        plain,
        tmp_path / "none.xlsx",
        judge(pack, {LEAF: ("pass", "")}, "f.xlsx", foreign),
    ]
    for file in files:
        status, out, err = run("assure", workspace, "--take", file, "--as", AUDITOR)
        assert (status, out, err.count("\n")) == (2, "", 1), err
    for call in (
        (),
        ("--report", REPORT),
        ("--take", broken, "--out", tmp_path),
        ("--report", "nope", "--out", tmp_path),
    ):
        assert run("assure", workspace, *call)[0] == 2
    assert workspace.read_bytes() == before


def test_the_scope_may_be_some_numbers_of_a_freeze(run, pack):
    assert run("freeze", pack / "w.annals", "送审稿", "--reason", "送审")[0] == 0
    call = ("assure", pack / "w.annals", "--report", REPORT, "--out", pack / "small")
    assert run(*call, "--freeze", "送审稿", "--only", "leaf.bought", WATER)[0] == 0
    told = json.loads((pack / "small" / "freeze.json").read_text("utf-8"))
    assert (told["freeze"]["name"], told["head"]) == ("送审稿", told["freeze"]["head"])
    book = openpyxl.load_workbook(pack / "small" / f"{REPORT}-assurance.xlsx")
    references = {str(row[1]) for row in book["sample"].iter_rows(min_row=4, values_only=True)}
    assert WATER in references
    assert {text.partition("@")[0] for text in references} == {"leaf.bought", "water.used"}
    assert run(*call, "--only", "no.such")[0] == 2


@pytest.mark.long  # starts LibreOffice; rows in another order and other files stand above
@pytest.mark.skipif(office_program() is None, reason="LibreOffice is not installed")
def test_saved_by_libreoffice_it_is_read_the_same(run, pack, tmp_path):
    back = judge(pack, {LEAF: ("fail", "发票金额不符")})
    out = tmp_path / "lo"
    office = office_program()
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    subprocess.run([str(office), profile, "--headless", "--convert-to", "xlsx", "--outdir", str(out), str(back)],
                   check=True, capture_output=True, timeout=180)  # fmt: skip
    status, told, _ = run("assure", pack / "w.annals", "--take", out / back.name, "--as", AUDITOR, "--json")
    assert (status, {one["reference"] for one in json.loads(told)["verdicts"]}) == (0, {LEAF})
