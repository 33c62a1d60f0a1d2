"""Evidence travels with a share and comes back with its answer; what is taken in can be taken back."""

import hashlib
import json
import shutil

import pytest

from desktop.cli.main import main
from schema.exchange.packs.pack import read_pack
from schema.values.changes import keep
from schema.values.datapoint import Attachment
from schema.values.evidence import Evidence
from schema.workspace import Workspace

HR = ("--report", "csr-2022", "--department", "hr")
THEN, NOW, ADMIN = "workforce.countries@2021", "workforce.countries@2022", "energy.gas@2022"


@pytest.fixture(scope="module", autouse=True)
def keys(tmp_path_factory):
    folder = tmp_path_factory.mktemp("keys")
    with pytest.MonkeyPatch.context() as patch:
        for module in ("send", "answer"):
            patch.setattr(f"desktop.cli.{module}.keys_folder", lambda: folder)
        patch.delenv("ANNALS_AS", raising=False)
        yield


@pytest.fixture(scope="module")
def kept(kept_empty, tmp_path_factory, keys):
    """The company that asked hr with evidence of two years, and hr's small workspace."""
    folder = tmp_path_factory.mktemp("evidence")
    company, small = folder / "company.annals", folder / "small.annals"
    shutil.copyfile(kept_empty, company)
    for name, role in (("编辑", "editor"), ("人力", "contact")):
        person = ("--add", name, "--role", role, "--department", "hr")
        assert main(["--as", "编辑", "people", str(company), *person]) == 0
    for subject, name in (
        (THEN, "去年.pdf"),
        (NOW, "今年.pdf"),
        (ADMIN, "煤气.pdf"),
        ("workforce.countries@2020", "旧.pdf"),
    ):
        file = folder / name
        file.write_bytes(f"%PDF-1.7 {name}".encode())
        assert main(["--as", "编辑", "attach", str(company), subject, str(file)]) == 0
    assert main(["--as", "编辑", "request", str(company), *HR, "--due", "2026-12-31"]) == 0
    assert main(["--as", "编辑", "send", str(company), *HR, "--out", str(folder / "out")]) == 0
    assert main(["open", str(folder / "out" / "csr-2022-hr.annalspack"), "--to", str(small)]) == 0
    return folder


@pytest.fixture
def place(kept, tmp_path):
    shutil.copytree(kept, tmp_path / "place")
    return tmp_path / "place"


@pytest.fixture
def company(place):
    return place / "company.annals"


@pytest.fixture
def small(place):
    return place / "small.annals"


@pytest.fixture
def run(capsys):
    def call(*arguments: object, who: str = "") -> tuple[int, str, str]:
        status = main(["--language", "en", *(("--as", who) if who else ()), *map(str, arguments)])
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return call


@pytest.fixture
def listed(run):
    def call(path, *more):
        found = json.loads(run("evidence", path, *more, "--json")[1])["evidence"]
        return [(one["subject"], one["name"], one["who"]) for one in found]

    return call


@pytest.fixture
def file(tmp_path):
    def make(name, content=b"%PDF-1.7 new"):
        (tmp_path / name).write_bytes(content)
        return tmp_path / name

    return make


@pytest.fixture
def answered(run, small, place):
    def call(*also):
        for words in also:
            assert run(*words)[0] == 0
        assert run("answer", small, "--out", place / "back")[0] == 1  # a part: nothing was handed in
        return place / "back" / "csr-2022-hr.answer.annalspack"

    return call


@pytest.fixture
def merge(run, company):
    def call(*arguments):
        status, out, _ = run("merge", company, *arguments, "--json", who="编辑")
        return status, json.loads(out)["merges"][0]

    return call


def test_a_share_has_its_evidence_of_this_year_and_the_last_and_nobody_elses(kept, small, run, listed):
    assert listed(small) == [(THEN, "去年.pdf", "编辑"), (NOW, "今年.pdf", "编辑")]
    assert run("verify", small)[0] == 0
    pack = read_pack(kept / "out" / "csr-2022-hr.annalspack")
    assert sum(name.startswith("attachments/") for name in pack.manifest.members) == 2


def test_evidence_in_a_pack_has_the_day_on_which_it_was_attached(company, small, run):
    there, here = (
        {one["name"]: one["at"] for one in json.loads(run("evidence", path, "--json")[1])["evidence"]}
        for path in (company, small)
    )
    assert here == {name: there[name] for name in ("去年.pdf", "今年.pdf")}
    rows = [row for row in json.loads(run("history", small, "--json")[1])["history"] if row["kind"] == "evidence"]
    assert all(row["via"]["by"] == "编辑" and row["when"] < row["via"]["at"] for row in rows)


def test_what_the_contact_attached_and_took_away_comes_back_with_her_name(
    run, small, company, file, answered, merge, listed
):
    pack = answered(
        ("attach", small, NOW, file("合同.pdf"), "--page", 4), ("attach", small, NOW, "今年.pdf", "--remove")
    )
    status, told = merge(pack)
    assert (status, len(told["taken"])) == (0, 3)  # the file itself, and what it proves; the one that is gone
    assert (NOW, "合同.pdf", "人力") in listed(company)
    assert (NOW, "今年.pdf", "编辑") not in listed(company)
    assert run("verify", company)[0] == 0
    assert merge(pack)[1]["taken"] == []


def test_a_file_that_was_attached_by_mistake_stays_at_home(run, small, file, answered):
    pack = answered(("attach", small, NOW, file("私事.pdf")), ("attach", small, NOW, "私事.pdf", "--remove"))
    assert [name for name in read_pack(pack).manifest.members if name.startswith("attachments/")] == []


def test_both_sides_attach_the_same_file_and_nothing_is_asked(run, small, company, file, answered, merge, listed):
    run("attach", company, NOW, file("b.pdf"), who="编辑")
    pack = answered(("attach", small, NOW, file("a.pdf"), "--page", 2))
    status, told = merge(pack)
    assert (status, told["conflicts"]) == (0, [])
    (both,) = [
        one for one in json.loads(run("evidence", company, NOW, "--json")[1])["evidence"] if one["name"] != "今年.pdf"
    ]
    assert (both["name"], both["page"]) == ("a.pdf", 2)


def test_two_pages_of_one_file_are_asked_about(run, small, company, file, answered, merge):
    run("attach", company, NOW, file("a.pdf"), "--page", 3, who="编辑")
    status, told = merge(answered(("attach", small, NOW, file("a.pdf"), "--page", 2)))
    assert status == 1
    assert len(told["conflicts"]) == 1


def test_a_merge_that_is_taken_back_takes_the_evidence_with_it(run, small, company, file, answered, merge, listed):
    before = listed(company)
    merge(answered(("attach", small, NOW, file("合同.pdf"))))
    assert run("merge", company, "--undo", 1, who="编辑")[0] == 0
    assert listed(company) == before
    assert run("verify", company)[0] == 0


def test_evidence_of_what_others_own_is_refused(small, company, file, answered, merge, listed, run):
    with Workspace.open(small, write=True, who="人力") as workspace:
        content = b"%PDF-1.7 foreign"
        facts = Attachment(hashlib.sha256(content).hexdigest(), "x.pdf", "pdf", len(content))
        workspace.apply([keep(facts, content=content), keep(Evidence(ADMIN, facts.hash, "x.pdf"))])
    status, told = merge(answered())
    assert status == 1
    assert [one["subject"] for one in told["refused"]] == [f"evidence/{ADMIN.replace('@', '%40')}/{facts.hash}"]
    assert all(subject != ADMIN or name == "煤气.pdf" for subject, name, _ in listed(company))


def test_a_newer_pack_brings_newer_evidence_beside_ones_own(run, place, company, small, file, listed):
    run("attach", small, NOW, file("自己.pdf"))
    run("attach", company, NOW, file("补充.pdf", b"%PDF-1.7 more"), who="编辑")
    run("attach", company, THEN, "去年.pdf", "--remove", who="编辑")
    assert run("send", company, *HR, "--out", place / "again", who="编辑")[0] == 0
    assert run("open", place / "again" / "csr-2022-hr.annalspack", "--to", small)[0] == 0
    assert [name for _, name, _ in listed(small)] == ["今年.pdf", "自己.pdf", "补充.pdf"]
    assert run("verify", small)[0] == 0
