"""Evidence from the command line: attached, listed, given out, taken away, verified, refused."""

import hashlib
import json
import sqlite3

import pytest

from schema.grammar.reference import RecordKey
from schema.values.changes import keep
from schema.values.datapoint import Record
from schema.workspace import Workspace
from tests.pdf_files import pdf

GAS, MEN = "energy.gas@2022", "workforce.fulltime@2022:gender=male"
CONTENT = b"%PDF-1.7 an invoice"
HASH = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture
def invoice(tmp_path):
    (tmp_path / "发票.pdf").write_bytes(CONTENT)
    return tmp_path / "发票.pdf"


def listed(run, path, *more):
    return json.loads(run("evidence", path, *more, "--json")[1])["evidence"]


def test_a_file_is_kept_once_and_proves_many_things(run, empty, invoice, tmp_path):
    other = tmp_path / "同一份.pdf"
    other.write_bytes(CONTENT)
    assert run("attach", empty, GAS, invoice, "--page", 3)[0] == 0
    assert run("attach", empty, MEN, other, "--as", "王会计")[0] == 0
    with Workspace.open(empty, write=True, who="t") as workspace:
        workspace.apply([keep(Record(RecordKey("award", "best"), "csr-2022", 1))])
    assert run("attach", empty, "record/award/best.title", invoice)[0] == 0
    assert run("attach", empty, "text/csr-2022/jobs.lead", invoice)[0] == 0
    found = listed(run, empty)
    assert [(one["subject"], one["name"], one["page"]) for one in found] == [
        (GAS, "发票.pdf", 3),
        ("record/award/best", "发票.pdf", 0),
        ("text/csr-2022/jobs.lead.zh-Hans", "发票.pdf", 0),
        (MEN, "同一份.pdf", 0),
    ]
    assert {(one["hash"], one["type"], one["size"]) for one in found} == {(HASH, "pdf", len(CONTENT))}
    assert found[-1]["who"] == "王会计"
    assert all(one["at"] for one in found)
    assert sqlite3.connect(empty).execute("SELECT count(*) FROM attachment_content").fetchone() == (1,)
    assert run("verify", empty)[0] == 0


def test_the_list_of_one_thing_has_its_own_files_only(run, empty, invoice):
    run("attach", empty, GAS, invoice)
    assert [one["name"] for one in listed(run, empty, GAS)] == ["发票.pdf"]
    assert listed(run, empty, MEN) == []
    assert "没有证明文件" in run("evidence", empty, MEN, "--language", "zh-Hans")[1]


def test_what_was_attached_already_is_told_and_a_page_may_be_added(run, empty, invoice):
    run("attach", empty, GAS, invoice)
    with Workspace.open(empty, write=False) as workspace:
        before = workspace.head
    assert "nothing has changed" in run("attach", empty, GAS, invoice, "--language", "en")[1]
    with Workspace.open(empty, write=False) as workspace:
        assert workspace.head == before
    run("attach", empty, GAS, invoice, "--page", 2)
    assert [(one["name"], one["page"]) for one in listed(run, empty)] == [("发票.pdf", 2)]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh-Hans", "合同.pdf 与已附上的 发票.pdf 是同一个文件，名称不变"),
        ("zh-Hant", "合同.pdf 與已附上的 发票.pdf 是同一個檔案，名稱不變"),
        ("en", "合同.pdf is attached already, as 发票.pdf; it keeps that name"),
    ],
)
def test_the_same_bytes_under_another_name_keep_name_and_page_and_that_is_told(
    run, empty, invoice, tmp_path, language, words
):
    run("attach", empty, GAS, invoice, "--page", 3)
    (tmp_path / "合同.pdf").write_bytes(CONTENT)
    assert words in run("attach", empty, GAS, tmp_path / "合同.pdf", "--language", language)[1]
    assert [(one["name"], one["page"]) for one in listed(run, empty, GAS)] == [("发票.pdf", 3)]
    run("attach", empty, GAS, tmp_path / "合同.pdf", "--page", 4)
    assert [(one["name"], one["page"]) for one in listed(run, empty, GAS)] == [("发票.pdf", 4)]


@pytest.mark.parametrize("name", ["发票.pdf", HASH[:8], HASH])
def test_taken_away_it_stays_in_the_history_and_can_be_attached_again(run, empty, invoice, name):
    run("attach", empty, GAS, invoice)
    assert run("attach", empty, GAS, name, "--remove")[0] == 0
    assert listed(run, empty) == []
    kinds = [row["kind"] for row in json.loads(run("history", empty, "--json")[1])["history"]]
    assert kinds[-3:] == ["picture", "evidence", "evidence"]
    assert run("verify", empty)[0] == 0
    assert json.loads(run("pictures", empty, "--json")[1])["pictures"][-1]["file"] == ""
    run("attach", empty, GAS, invoice)
    assert len(listed(run, empty)) == 1


def test_a_file_is_saved_where_nothing_stands(run, empty, invoice, tmp_path):
    run("attach", empty, GAS, invoice)
    target = tmp_path / "out" / "copy.pdf"
    target.parent.mkdir()
    assert run("evidence", empty, "--save", HASH[:10], "--to", target)[0] == 0
    assert target.read_bytes() == CONTENT
    assert run("evidence", empty, "--save", HASH, "--to", target.parent)[0] == 0
    assert (target.parent / "发票.pdf").read_bytes() == CONTENT
    status, _, err = run("evidence", empty, "--save", HASH, "--to", target)
    assert status == 2
    assert "copy.pdf" in err


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh-Hans", "电费.pdf 共 12 页，没有第 31 页。"), ("zh-Hant", "电费.pdf 共 12 頁，沒有第 31 頁。"),
        ("en", "电费.pdf ends at page 12: page 31 does not exist."),
    ],
)  # fmt: skip
def test_a_page_that_a_pdf_has_not_is_refused_with_its_number_of_pages(run, empty, tmp_path, language, words):
    (tmp_path / "电费.pdf").write_bytes(pdf(12))
    assert run("attach", empty, GAS, tmp_path / "电费.pdf", "--page", 12)[0] == 0
    before = empty.read_bytes()
    status, out, err = run("attach", empty, MEN, tmp_path / "电费.pdf", "--page", 31, "--language", language)
    assert (status, out, words in err) == (2, "", True)
    assert empty.read_bytes() == before
    assert [(one["page"], one["pages"]) for one in listed(run, empty)] == [(12, 12)]


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
def test_what_cannot_be_done_is_one_sentence_and_changes_nothing(run, empty, invoice, tmp_path, language):
    (tmp_path / "empty.pdf").touch()
    run("attach", empty, GAS, invoice)
    before = empty.read_bytes()
    calls = [
        ("attach", empty, GAS, invoice, tmp_path / "none.pdf"),
        ("attach", empty, GAS, tmp_path),
        ("attach", empty, GAS, tmp_path / "empty.pdf"),
        ("attach", empty, GAS, invoice, "--page", "-1"),
        ("attach", empty, GAS, invoice, "--page", "0"),
        ("attach", empty, GAS, invoice, "--page", "1", "--remove"),
        ("attach", empty, GAS, "other.pdf", "--remove"),
        ("attach", empty, MEN, "other.pdf", "--remove"),
        ("attach", empty, "energy.gaz@2022", invoice),
        ("attach", empty, "energy.gas", invoice),
        ("attach", empty, "energy.gas@2022:gender=male", invoice),
        ("attach", empty, "text/csr-2022/nothing", invoice),
        ("attach", empty, "text/csr-2099/nothing", invoice),
        ("attach", empty, "record/award/none", invoice),
        ("attach", empty, "list/csr-2022/company.awards.table", invoice),
        ("attach", empty, "?!", invoice),
        ("evidence", empty, "--save", HASH),
        ("evidence", empty, "--save", HASH[:4], "--to", tmp_path / "x"),
        ("evidence", empty, "--save", "0" * 64, "--to", tmp_path / "x"),
    ]
    for call in calls:
        status, out, err = run(*call, "--language", language)
        assert (status, out) == (2, ""), call
        assert err.strip()
        assert "Traceback" not in err
        assert err.count("\n") == 1, err
    assert empty.read_bytes() == before


def test_a_changed_or_missing_file_is_found_by_verify(run, empty, invoice):
    run("attach", empty, GAS, invoice)
    with sqlite3.connect(empty) as database:
        database.execute("UPDATE attachment_content SET content = ?", (b"forged",))
    status, out, _ = run("verify", empty, "--language", "en")
    assert status == 1
    assert "发票.pdf" in out
    with sqlite3.connect(empty) as database:
        database.execute("DELETE FROM attachment_content")
        database.execute("DELETE FROM attachment")
    codes = [issue["code"] for issue in json.loads(run("verify", empty, "--json")[1])["issues"]]
    assert "verify.no_evidence" in codes


def test_a_backup_has_the_files_and_next_year_begins_without(run, empty, invoice, tmp_path):
    run("attach", empty, GAS, invoice)
    run("attach", empty, "text/csr-2022/jobs.lead", invoice)
    copy = tmp_path / "copy.annals"
    assert run("backup", empty, "--to", copy)[0] == 0
    assert listed(run, copy) == listed(run, empty)
    assert run("verify", copy)[0] == 0
    assert run("next", copy, "--from", "csr-2022", "--to", "csr-2023")[0] == 0
    assert listed(run, copy) == listed(run, empty)


def test_a_contact_attaches_to_what_the_department_owns(run, empty, invoice):
    for name, role, department in (("编辑", "editor", "csr"), ("行政", "contact", "admin"), ("人力", "contact", "hr")):
        call = ("people", empty, "--add", name, "--role", role, "--department", department, "--as", "编辑")
        assert run(*call)[0] == 0
    assert run("attach", empty, MEN, invoice, "--as", "人力")[0] == 0
    status, _, err = run("attach", empty, MEN, invoice, "--page", "2", "--as", "行政")
    assert status == 2
    assert "行政" in err
    assert run("attach", empty, MEN, "发票.pdf", "--remove", "--as", "行政")[0] == 2
    assert run("attach", empty, MEN, "发票.pdf", "--remove", "--as", "编辑")[0] == 0
