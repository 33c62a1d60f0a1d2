"""Follow-up marks: set, listed and taken away, no matter for an approval, and carried by packs both ways."""

import json
import shutil

import pytest

from desktop.cli.main import main

REPORT = ("--report", "csr-2022")
HR = (*REPORT, "--department", "hr")
NOW, ADMIN = "workforce.countries@2022", "energy.gas@2022"


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
    """The company that marked two values and asked hr, and hr's small workspace. No test may change them."""
    folder = tmp_path_factory.mktemp("marks")
    company, small = folder / "company.annals", folder / "small.annals"
    shutil.copyfile(kept_empty, company)
    people = (("编辑", "editor", ""), ("审核人", "reviewer", ""), ("人力", "contact", "hr"), ("审计", "auditor", ""))
    for name, role, department in people:
        call = ["people", str(company), "--add", name, "--role", role]
        assert main(["--as", "编辑", *call, *(["--department", department] if department else [])]) == 0
    assert main(["--as", "编辑", "mark", str(company), NOW, ADMIN, "--why", "含外籍吗"]) == 0
    assert main(["--as", "编辑", "request", str(company), *HR, "--due", "2026-12-31"]) == 0
    assert main(["--as", "编辑", "send", str(company), *HR, "--out", str(folder / "out")]) == 0
    assert main(["open", str(folder / "out" / "csr-2022-hr.annalspack"), "--to", str(small)]) == 0
    return folder


@pytest.fixture
def company(kept, tmp_path):
    return shutil.copyfile(kept / "company.annals", tmp_path / "company.annals")


@pytest.fixture
def small(kept, tmp_path):
    return shutil.copyfile(kept / "small.annals", tmp_path / "small.annals")


@pytest.fixture
def run(capsys):
    def call(*arguments: object, who: str = "编辑") -> tuple[int, str, str]:
        status = main(["--language", "en", *(("--as", who) if who else ()), *map(str, arguments)])
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return call


@pytest.fixture
def marked(run):
    def call(path, *more):
        found = json.loads(run("mark", path, *more, "--json", who="")[1])["marks"]
        return [(one["subject"], one["why"], one["who"]) for one in found]

    return call


@pytest.fixture
def merged(run, company, small, tmp_path):
    """Brings the small workspace's answer into the company's; gives what became of it."""

    def call():
        assert run("answer", small, "--out", tmp_path / "back", who="")[0] == 1
        out = run("merge", company, tmp_path / "back" / "csr-2022-hr.answer.annalspack", "--json")[1]
        return json.loads(out)["merges"][0]

    return call


def test_marks_are_listed_with_why_and_who_and_taken_away(run, company, marked):
    assert marked(company) == [(ADMIN, "含外籍吗", "编辑"), (NOW, "含外籍吗", "编辑")]
    assert marked(company, *REPORT) == [(NOW, "含外籍吗", "编辑")]  # which does not ask for the other
    assert marked(company, "--report", "csr-2019") == []
    status, out, _ = run("mark", company, ADMIN, "--remove")
    assert (status, ADMIN in out) == (0, False)
    assert marked(company) == [(NOW, "含外籍吗", "编辑")]
    rows = [row for row in json.loads(run("history", company, "--json")[1])["history"] if row["kind"] == "followup"]
    assert [(row["new"] is None, row["subject"]) for row in rows][-1] == (True, f"followup/{ADMIN.replace('@', '%40')}")
    assert run("verify", company)[0] == 0


def test_a_mark_that_is_set_again_without_words_keeps_its_own(run, company, marked):
    assert run("mark", company, ADMIN)[0] == 0
    assert marked(company, "--report", "csr-2022") == [(NOW, "含外籍吗", "编辑")]
    assert (ADMIN, "含外籍吗", "编辑") in marked(company)
    assert run("mark", company, ADMIN, "--why", "")[0] == 0  # said on purpose
    assert (ADMIN, "", "编辑") in marked(company)


def test_a_mark_on_a_text_stands_at_the_reports_own_language(run, company, marked):
    assert run("mark", company, "text/csr-2022/about.intro.body.en", who="审核人")[0] in (0, 2)
    texts = [subject for subject, _, _ in marked(company) if subject.startswith("text/")]
    assert all(subject.endswith(".zh-Hans") for subject in texts)


def test_reviewers_mark_anything_contacts_their_own_and_auditors_nothing(run, company):
    assert run("mark", company, ADMIN, who="审核人")[0] == 0
    assert run("mark", company, NOW, "--why", "再核", who="人力")[0] == 0
    assert run("mark", company, ADMIN, "--why", "再核", who="人力")[0] == 2
    assert run("mark", company, NOW, "--remove", who="审计")[0] == 2


def test_a_mark_is_no_issue_and_no_approval_falls_with_it(run, company):
    run("write", company, NOW, "--text", "12")
    before = json.loads(run("check", company, *REPORT, "--json")[1])["issues"]
    assert run("approve", company, *REPORT, "--only", NOW, who="审核人")[0] in (0, 1, 2)
    told = json.loads(run("requests", company, "--json")[1])["requests"]
    _, out, _ = run("mark", company, NOW, "--why", "再核")
    assert "void" not in out
    assert json.loads(run("requests", company, "--json")[1])["requests"] == told
    assert json.loads(run("check", company, *REPORT, "--json")[1])["issues"] == before


@pytest.mark.parametrize(
    ("call", "told"),
    [
        ((NOW, "--why", "x", "--remove"), "--why"), (("--why", "x"), "Say what"), (("--remove",), "Say what"),
        ((ADMIN.replace("2022", "2021"), "--remove"), "no follow-up mark"), ((NOW, "--why", "长" * 301), "301"),
        (("list/csr-2022/x",), "whole list"), (("workforce.countries@1900",), "1900"), (("nothing@2022",), "nothing"),
        (("--report", "csr-1900"), "csr-1900"),
    ],
)  # fmt: skip
def test_what_cannot_be_marked_is_refused_in_a_sentence(run, company, marked, call, told):
    before = marked(company)
    status, out, err = run("mark", company, *call)
    assert (status, out) == (2, "")
    assert told in err
    assert marked(company) == before


def test_marks_travel_both_ways_with_who_set_them(run, company, small, marked, merged):
    assert marked(small) == [(NOW, "含外籍吗", "编辑")]
    assert run("mark", small, NOW, "--remove", who="")[0] == 0
    assert run("mark", small, "workforce.countries@2021", "--why", "等社保表", who="")[0] == 0
    told = merged()
    assert (told["conflicts"], told["refused"]) == ([], [])
    assert marked(company) == [(ADMIN, "含外籍吗", "编辑"), ("workforce.countries@2021", "等社保表", "人力")]
    assert merged()["taken"] == []
    assert run("verify", company)[0] == run("verify", small)[0] == 0


def test_two_reasons_for_one_mark_are_a_conflict_that_somebody_decides(run, company, small, marked, merged):
    run("mark", company, NOW, "--why", "见邮件")
    run("mark", small, NOW, "--why", "等社保表", who="")
    told = merged()
    assert [conflict["subject"] for conflict in told["conflicts"]] == [f"followup/{NOW.replace('@', '%40')}"]
    assert (NOW, "见邮件", "编辑") in marked(company)


def test_a_review_shows_what_is_to_be_looked_at_again_and_why(run, company):
    run("submit", company, *HR, "--incomplete", "x", who="人力")
    (share,) = json.loads(run("review", company, "--json", who="审核人")[1])["review"]
    marked = {item["subject"]: item["marks"] for item in share["items"]}
    assert marked.pop(NOW) == [{"subject": NOW, "why": "含外籍吗"}]
    assert not any(marked.values())
