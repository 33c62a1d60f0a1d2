"""annals write: what it prints and stores, dry runs, wrong calls."""

import json

import pytest


def test_words_are_written_told_as_json_and_stand_in_the_history(run, empty):
    status, out, err = run("write", empty, "text/csr-2022/jobs.lead.en", "--text", "Many jobs.", "--json")
    (change,) = json.loads(out)["changed"]
    assert (status, err, change["subject"], change["before"]) == (0, "", "text/csr-2022/jobs.lead.en", None)
    status, out, _ = run("write", empty, "text/csr-2022/jobs.lead.en", "--text", "{foo.bar}", "--json")
    document = json.loads(out)
    assert (status, [issue["code"] for issue in document["issues"]]) == (1, ["text.unknown_reference"])
    (change,) = document["changed"]
    last = json.loads(run("history", empty, "--json")[1])["history"]
    assert (change["before"]["text"], change["before_by"], change["before_at"]) == (
        "Many jobs.", last[-2]["who"], last[-2]["when"],
    )  # fmt: skip
    assert [(entry["kind"], entry["subject"]) for entry in last[-2:]] == [("text", "text/csr-2022/jobs.lead.en")] * 2
    assert run("verify", empty)[0] == 0


def test_words_come_from_a_file(run, empty, tmp_path):
    file = tmp_path / "w.txt"
    file.write_bytes(b"\xef\xbb\xbf" + "就业，\n很多。\n".encode())
    assert run("write", empty, "text/csr-2022/jobs.lead", "--file", file)[0] == 0
    out = run("write", empty, "text/csr-2022/jobs.lead", "--file", file, "--json")[1]
    assert json.loads(out)["changed"] == []
    file.write_bytes("就业".encode("gb18030"))
    status, out, err = run("write", empty, "text/csr-2022/jobs.lead", "--file", file)
    assert (status, out, len(err.splitlines()), "UTF-8" in err) == (2, "", 1, True)


def test_more_words_than_a_place_takes_are_refused_in_one_sentence(run, empty, tmp_path):
    file = tmp_path / "w.txt"
    file.write_text("收入增长 16.2%。" * 60_000, encoding="utf-8")
    status, out, err = run("write", empty, "text/csr-2022/jobs.lead", "--file", file, "--dry-run")
    assert (status, out, len(err.splitlines()), "660,000" in err, "50,000" in err) == (2, "", 1, True, True)


def test_a_dry_run_tells_the_same_and_stores_nothing(run, empty):
    before = empty.read_bytes()
    status, out, _ = run("write", empty, "text/csr-2022/jobs.lead", "--text", "{foo.bar}", "--dry-run", "--json")
    assert (status, len(json.loads(out)["changed"]), empty.read_bytes() == before) == (1, 1, True)


@pytest.mark.parametrize(
    "call",
    [(), ("--text", "x", "--remove"), ("--text", " "), ("--file", "nothing.txt"), ("--text", "x", "--file", "f.txt")],
)
@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
def test_a_wrong_call_is_one_sentence(run, tmp_path, call, language):
    missing = tmp_path / "none.annals"
    status, out, err = run("--language", language, "write", missing, "text/csr-2022/jobs.lead", *call)
    assert (status, out, len(err.splitlines()), "none.annals" in err) == (2, "", 1, False)


@pytest.mark.parametrize(
    ("before", "behind", "written"),
    [((), (), ""), (("--language", "en"), (), ""), (("--language", "zh-Hant"), ("--language=en",), ".en")],
)
def test_the_programs_language_is_not_that_of_the_words(run, empty, before, behind, written):
    call = ("write", empty, "text/csr-2022/jobs.lead", "--text", "x", "--json", *behind)
    own, told = (
        run("write", empty, "text/csr-2022/jobs.lead.zh-Hans", "--text", "x", "--json", "--dry-run"),
        run(*before, *call),
    )
    subject = json.loads(told[1])["changed"][0]["subject"]
    assert subject == (f"text/csr-2022/jobs.lead{written}" if written else json.loads(own[1])["changed"][0]["subject"])


def test_a_disclosure_may_be_answered_by_another_document(run, empty):
    place = "index/csr-2022/2-1"
    told = ("--document", "2022 年报 || Annual Report 2022", "--page", "31", "--link", "https://example.com/ar.pdf")
    assert run("write", empty, place, *told)[0] == 0
    frameworks = json.loads(run("coverage", empty, "--report", "csr-2022", "--json")[1])["coverage"]
    rows = next(one["disclosures"] for one in frameworks if one["framework"] == "gri2021")
    assert {row["code"]: row["state"] for row in rows}["2-1"] == "answered"


@pytest.mark.parametrize(
    ("place", "told"),
    [("index/csr-2022/2-1", ("--page", "31")), ("text/csr-2022/jobs.lead", ("--document", "年报")),
     ("index/csr-2022/2-1", ("--document", "年报", "--link", "javascript:alert(1)")),
     ("index/csr-2022/2-1", ("--remove", "--document", "年报"))],
)  # fmt: skip
def test_another_document_is_named_where_it_can_be_and_by_an_address_that_is_one(run, empty, place, told):
    status, out, err = run("write", empty, place, *told)
    assert (status, out, len(err.splitlines())) == (2, "", 1)


def test_a_framework_that_nobody_knows_is_refused_with_the_near_name(run, empty, tmp_path):
    call = ("export", empty, "--report", "csr-2022", "--out", tmp_path / "out")
    status, out, err = run("--language", "en", *call, "--index", "sdg,gir")
    assert (status, out, len(err.splitlines()), "“gri”" in err, (tmp_path / "out").exists()) == (2, "", 1, True, False)
