"""Departments are asked, hand in, are approved or returned: by command, with who may and who may not."""

import json

import pytest

from desktop.cli.main import main
from schema.grammar.languages import LANGUAGES
from tests.desktop.cli.given import make_single

VALUE = "workforce.countries@2022"


@pytest.fixture
def run(capsys, monkeypatch):
    monkeypatch.delenv("ANNALS_AS", raising=False)

    def call(*arguments: object, who: str = "编辑") -> tuple[int, str, str]:
        status = main(["--as", who, *map(str, arguments)])
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return call


@pytest.fixture
def asked(kept_asked, tmp_path):
    path = tmp_path / "asked.annals"
    path.write_bytes(kept_asked.read_bytes())
    return path


HR = ("--report", "csr-2022", "--department", "hr")


@pytest.fixture
def hr(run, asked):
    """How the request to hr stands."""

    def call() -> dict[str, object]:
        requests = json.loads(run("requests", asked, "--report", "csr-2022", "--json")[1])["requests"]
        return next(entry for entry in requests if entry["department"] == "hr")

    return call


@pytest.fixture
def type_in(run, asked, tmp_path):
    """Types a value as somebody; gives the document of the import."""

    def call(value: object, who: str = "人力") -> dict[str, object]:
        file = tmp_path / "f.csv"
        file.write_text(f"metric,period,value\nworkforce.countries,2022,{value}\n", "utf-8")
        status, out, _ = run("import", asked, file, "--json", who=who)
        assert status in (0, 1)
        return json.loads(out)["files"][0]

    return call


def test_everybody_who_owns_something_is_asked_and_the_counts_add_up(run, asked):
    entries = json.loads(run("requests", asked, "--json")[1])["requests"]
    assert [entry["department"] for entry in entries] == sorted(entry["department"] for entry in entries)
    assert len(entries) > 10
    for entry in entries:
        assert (entry["state"], entry["due"], entry["sent"], entry["received"]) == ("open", "2026-12-31", None, None)
        assert entry["asked"] == entry["answered"] + entry["omitted"] + entry["open"] > 0
    assert next(entry["people"] for entry in entries if entry["department"] == "hr") == ["人力"]


def test_asking_again_changes_due_date_and_guidance_and_makes_no_second_request(run, asked, hr):
    before = json.loads(run("requests", asked, "--json")[1])["requests"]
    assert run("request", asked, *HR, "--due", "2027-01-31", "--guidance", "请核对口径")[0] == 0
    assert run("request", asked, *HR, "--due", "2027-02-28")[0] == 0
    assert (hr()["due"], hr()["guidance"]) == ("2027-02-28", "请核对口径")
    assert len(json.loads(run("requests", asked, "--json")[1])["requests"]) == len(before)


def test_guidance_and_due_date_may_be_an_items_own(run, asked, hr):
    call = ("request", asked, *HR, "--due", "2026-12-01", "--guidance", "含外籍")
    assert run(*call, "--only", VALUE)[0] == 0
    (item,) = hr()["items"]
    assert (item["subject"], item["guidance"], item["due"], hr()["due"]) == (
        VALUE,
        "含外籍",
        "2026-12-01",
        "2026-12-31",
    )
    status, _, err = run(*call, "--only", "energy.gas@2022", "--language", "en")
    assert (status, "energy.gas@2022" in err) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--report", "csr-2022", "--department", "nosuch", "--due", "2026-12-31"], "nosuch"),
        (["--report", "csr-2099", "--due", "2026-12-31"], "csr-2099"),
        (["--report", "csr-2022", "--due", "31.12.2026"], "31.12.2026"),
        (["--report", "csr-2022"], "--due"),
    ],
)
def test_what_cannot_be_asked_is_told_in_a_sentence(run, asked, arguments, told):
    before = asked.read_bytes()
    status, out, err = run("request", asked, *arguments, "--language", "en")
    assert (status, out, err.count("\n"), told in err, asked.read_bytes() == before) == (2, "", 1, True, True)


def test_a_share_with_gaps_is_handed_in_with_a_reason_only(run, asked, hr, type_in):
    type_in(31)
    assert hr()["state"] == "started"
    status, out, _ = run("submit", asked, *HR, "--json", who="人力")
    missing = json.loads(out)["missing"]
    assert (status, len(missing), hr()["state"]) == (1, hr()["open"], "started")
    assert [entry["subject"] for entry in missing] == sorted(entry["subject"] for entry in missing)
    assert {entry["kind"] for entry in missing} <= {"value", "text", "list"}
    assert VALUE not in [entry["subject"] for entry in missing]
    assert run("submit", asked, *HR, "--incomplete", "其余随后补上", who="人力")[0] == 0
    assert (hr()["state"], hr()["incomplete"], hr()["submitted_by"]) == ("submitted", "其余随后补上", "人力")


def test_an_approval_falls_with_a_change_and_everybody_is_told(run, asked, hr, type_in):
    type_in(31)
    run("submit", asked, *HR, "--incomplete", "缺", who="人力")
    assert run("approve", asked, "--report", "csr-2022", "--only", VALUE, who="审核人")[0] == 0
    assert (hr()["approved"], hr()["state"]) == (1, "submitted")
    assert run("approve", asked, *HR, "--remark", "已核对", who="审核人")[0] == 0
    assert (hr()["approved"], hr()["state"]) == (hr()["asked"], "approved")
    again = run("approve", asked, "--report", "csr-2022", "--only", VALUE)
    assert (again[0], VALUE in again[2]) == (2, True), "an editor approves nothing, also what is approved already"
    told = [(issue["code"], issue["subject"]) for issue in type_in(32)["issues"]]
    assert ("approval.voided", VALUE) in told
    assert (hr()["approved"], hr()["state"]) == (hr()["asked"] - 1, "submitted")
    last = json.loads(run("history", asked, "--json")[1])["history"][-1]
    assert (last["kind"], last["subject"], last["new"], last["who"]) == (
        "approval", f"approval/csr-2022/{VALUE}", None, "人力",
    )  # fmt: skip
    assert run("verify", asked)[0] == 0


def test_a_value_with_an_error_is_not_approved_the_others_are(run, asked, hr, type_in):
    type_in(-12)
    run("submit", asked, *HR, "--incomplete", "缺", who="人力")
    status, out, _ = run("approve", asked, *HR, "--json", who="审核人")
    document = json.loads(out)
    assert (status, [entry["subject"] for entry in document["refused"]]) == (1, [VALUE])
    assert (len(document["approved"]), hr()["state"]) == (hr()["asked"] - 1, "submitted")
    type_in(12)
    assert run("approve", asked, *HR, who="审核人")[0] == 0
    assert hr()["state"] == "approved"


def test_what_is_returned_says_why_until_it_is_handed_in_again(run, asked, hr, type_in):
    type_in(31)
    run("submit", asked, *HR, "--incomplete", "缺", who="人力")
    run("approve", asked, *HR, who="审核人")
    returned = ("return", asked, "--report", "csr-2022", "--only", VALUE, "--reason", "请核对口径")
    assert run(*returned, who="审核人")[0] == 0
    (item,) = hr()["items"]
    assert (hr()["state"], hr()["returned"], item["state"], item["reason"]) == ("returned", 1, "returned", "请核对口径")
    assert "请核对口径" in run("requests", asked)[1]
    run("submit", asked, *HR, "--incomplete", "缺", who="人力")
    assert (hr()["state"], hr()["returned"], hr()["approved"]) == ("submitted", 0, hr()["asked"] - 1)
    assert run("return", asked, *HR, "--reason", "全部重填", who="审核人")[0] == 0
    assert (hr()["returned"], hr()["approved"], hr()["reason"]) == (hr()["asked"], 0, "全部重填")


# In `make test` in one language: that each sentence is there in all, with its places, is asked of the sentences themselves.
@pytest.mark.parametrize(
    "language", ["zh-Hans", *(pytest.param(tongue, marks=pytest.mark.long) for tongue in LANGUAGES[1:])]
)
def test_what_a_role_may_not_do_with_a_request_ends_with_2_and_one_sentence(run, asked, language):
    run("submit", asked, *HR, "--incomplete", "缺", who="人力")
    before = asked.read_bytes()
    for who, call in (
        ("人力", ["approve", *HR]), ("编辑", ["approve", *HR]), ("鉴证", ["return", *HR, "--reason", "x"]),
        ("人力", ["request", *HR, "--due", "2026-12-31"]), ("审核人", ["submit", *HR, "--incomplete", "x"]),
        ("人力", ["submit", "--report", "csr-2022", "--department", "admin", "--incomplete", "x"]),
        ("谁", ["approve", *HR]),
    ):  # fmt: skip
        status, out, err = run("--language", language, call[0], asked, *call[1:], who=who)
        assert (status, out, err.count("\n")) == (2, "", 1), call
        assert "--as" in err
    assert asked.read_bytes() == before


def test_what_was_not_handed_in_is_neither_approved_nor_returned(run, asked):
    for call in (["approve", *HR], ["return", *HR, "--reason", "x"], ["approve", "--report", "csr-2022"]):
        status, _, err = run("--language", "en", call[0], asked, *call[1:], who="审核人")
        assert (status, err.count("\n")) == (2, 1)


def test_a_day_after_the_due_day_a_request_is_overdue(run, asked):
    for today, late in (("2026-12-31", False), ("2027-01-01", True)):
        entries = json.loads(run("requests", asked, "--today", today, "--json")[1])["requests"]
        assert {entry["overdue"] for entry in entries} == {late}


def test_values_show_the_state_of_their_request(run, asked, type_in):
    def state() -> str:
        values = json.loads(run("values", asked, "--metric", "workforce.countries", "--json")[1])["values"]
        return values[0]["state"]

    type_in(31)
    assert state() == "started"
    run("submit", asked, *HR, "--incomplete", "缺", who="人力")
    assert state() == "submitted"
    run("approve", asked, *HR, who="审核人")
    assert state() == "approved"


def test_a_quotation_is_noted_down_also_without_a_request(run, empty):
    record = ["write", empty, "record/quote/one.text", "--list", "list/csr-2022/none", "--text", "好"]
    run(*record)
    text = "text/csr-2022/employees.lead.zh-Hans"
    run("write", empty, text, "--text", "“我们很自豪。”")
    call = ("approve", empty, "--report", "csr-2022", "--by", "张三")
    assert run(*call, "--only", text)[0] == 0
    last = json.loads(run("history", empty, "--json")[1])["history"][-1]
    assert (last["kind"], last["new"]["quoted"], last["new"]["who"]) == ("approval", "张三", "编辑")
    nowhere = ("energy.gas@2022", "no such thing", "list/csr-2022/nowhere", "text/csr-2022/rural.lead.zh-Hans")
    for only in ([], *(["--only", subject] for subject in nowhere)):
        assert run(*call, *only)[0] == 2


def test_who_agrees_to_be_quoted_is_no_reviewers_approval_and_each_stands_beside_the_other(run, asked, hr):
    text = "text/csr-2022/employees.lead"
    run("write", asked, text, "--text", "“我们很自豪。”", who="人力")
    run("submit", asked, *HR, "--incomplete", "缺", who="人力")
    quote = ["approve", asked, "--report", "csr-2022", "--only", text, "--by", "张三"]
    assert run(*quote, who="编辑")[0] == 0
    assert hr()["approved"] == 0
    assert run("approve", asked, *HR, "--only", text, who="审核人")[0] == 0
    assert hr()["approved"] == 1
    assert run(*quote, who="编辑")[0] == 0
    assert hr()["approved"] == 1
    assert "此前已批准 1 项" in run("approve", asked, *HR, "--only", text, who="审核人")[1]


def test_with_json_each_of_these_commands_prints_one_document(run, asked):
    for who, call in (
        ("编辑", ["request", *HR, "--due", "2027-01-01"]), ("人力", ["submit", *HR, "--incomplete", "x"]),
        ("审核人", ["approve", *HR]), ("审核人", ["return", *HR, "--reason", "x"]),
    ):  # fmt: skip
        status, out, err = run(call[0], asked, *call[1:], "--json", who=who)
        assert (status, err, isinstance(json.loads(out), dict)) == (0, "", True)


def test_under_four_eyes_nobody_approves_what_they_changed_last(run, tmp_path):
    """Without people whoever acts may do all, but for approving the own values."""
    empty = tmp_path / "four.annals"
    make_single(empty, four_eyes=True)
    file = tmp_path / "f.csv"
    file.write_text("metric,period,value\nworkforce.countries,2022,31\n", "utf-8")
    run("import", empty, file, who="甲")
    run("request", empty, *HR, "--due", "2026-12-31", who="甲")
    run("submit", empty, *HR, "--incomplete", "x", who="甲")
    call = ("approve", empty, *HR, "--json")
    status, out, _ = run(*call, who="甲")
    assert (status, [entry["subject"] for entry in json.loads(out)["refused"]]) == (1, [VALUE])
    status, out, _ = run(*call, who="乙")
    assert (status, json.loads(out)["approved"]) == (0, [VALUE])
