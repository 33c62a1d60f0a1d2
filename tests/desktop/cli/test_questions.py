"""Questions about items, asked and answered on both sides of a pack, and requests that are passed on."""

import json
import shutil
from email import message_from_bytes, policy

import pytest

from desktop.cli.main import main

REPORT = ("--report", "csr-2022")
HR = (*REPORT, "--department", "hr")
COUNTRIES = "workforce.countries@2022"


@pytest.fixture(scope="module", autouse=True)
def keys(tmp_path_factory):
    folder = tmp_path_factory.mktemp("keys")
    with pytest.MonkeyPatch.context() as patch:
        for module in ("send", "answer"):
            patch.setattr(f"desktop.cli.{module}.keys_folder", lambda: folder)
        patch.delenv("ANNALS_AS", raising=False)
        yield


@pytest.fixture
def run(capsys):
    def call(*arguments: object, who: str = "编辑") -> tuple[int, str, str]:
        status = main(["--language", "en", *(("--as", who) if who else ()), *map(str, arguments)])
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return call


@pytest.fixture(scope="module")
def kept(kept_single, tmp_path_factory, keys):
    """The company that asked hr, which has two contacts, and hr's small workspace. No test may change them."""
    folder = tmp_path_factory.mktemp("questions")
    company, small = folder / "company.annals", folder / "small.annals"
    shutil.copyfile(kept_single, company)
    people = (("编辑", "editor", ""), ("审核人", "reviewer", ""), ("人力", "contact", "hr"), ("王", "contact", "hr"),
              ("行政", "contact", "admin"))  # fmt: skip
    for name, role, department in people:
        call = ["people", str(company), "--add", name, "--role", role, "--email", f"{len(name)}@example.com"]
        assert main(["--as", "编辑", *call, *(["--department", department] if department else [])]) == 0
    assert main(["--as", "编辑", "request", str(company), *HR, "--due", "2026-12-31"]) == 0
    assert main(["--as", "编辑", "send", str(company), *HR, "--out", str(folder / "one")]) == 0
    assert main(["open", str(folder / "one" / "csr-2022-hr.annalspack"), "--to", str(small)]) == 0
    return folder


@pytest.fixture
def company(kept, tmp_path):
    return shutil.copyfile(kept / "company.annals", tmp_path / "company.annals")


@pytest.fixture
def small(kept, tmp_path):
    return shutil.copyfile(kept / "small.annals", tmp_path / "small.annals")


@pytest.fixture
def asked(run):
    """The questions of a workspace as (of, state, text, answers)."""

    def call(workspace, *more):
        entries = json.loads(run("questions", workspace, *more, "--json")[1])["questions"]
        return [(e["of"], e["state"], e["text"], [answer["text"] for answer in e["answers"]]) for e in entries]

    return call


@pytest.fixture
def request_of(run):
    def call(workspace):
        return json.loads(run("requests", workspace, "--json")[1])["requests"][0]

    return call


@pytest.fixture
def to_small(run, company, small, tmp_path):
    """Sends the company's pack to the small workspace; gives what opening it printed."""

    def call() -> str:
        assert run("send", company, *HR, "--out", tmp_path / "out")[0] == 0
        status, out, err = run("open", tmp_path / "out" / "csr-2022-hr.annalspack", "--to", small, who="")
        assert status == 0, err
        return out

    return call


@pytest.fixture
def back(run, company, small, tmp_path):
    """Brings the small workspace's answer into the company's; gives the merge."""

    def call() -> dict[str, object]:
        assert run("answer", small, "--out", tmp_path / "back", who="")[0] == 1
        _, out, err = run("merge", company, tmp_path / "back" / "csr-2022-hr.answer.annalspack", "--json")
        assert not err
        return json.loads(out)["merges"][0]

    return call


def test_a_question_is_answered_and_the_next_one_follows(run, company, asked):
    assert run("ask", company, COUNTRIES, "--question", "含外籍吗？", who="人力")[0] == 0
    assert asked(company) == [("editor", "open", "含外籍吗？", [])]
    assert run("reply", company, COUNTRIES, "--answer", "含。")[0] == 0
    assert run("ask", company, COUNTRIES, "--question", "含港澳台吗？", who="人力")[0] == 0
    assert asked(company) == [("editor", "answered", "含外籍吗？", ["含。"]), ("editor", "open", "含港澳台吗？", [])]
    assert asked(company, "--open") == [("editor", "open", "含港澳台吗？", [])]
    rows = [row for row in json.loads(run("history", company, "--json")[1])["history"] if row["kind"] == "question"]
    assert [(row["who"], row["old"] is None) for row in rows] == [("人力", True), ("编辑", False), ("人力", True)]
    assert all(row["subject"].startswith(f"question/csr-2022/{COUNTRIES}/") for row in rows)
    assert run("verify", company)[0] == 0


def test_editor_and_reviewer_ask_the_department_which_answers(run, company, asked, request_of):
    assert run("ask", company, COUNTRIES, "--question", "为何下降？", who="审核人")[0] == 0
    assert request_of(company)["questions"] == {"editor": 0, "department": 1}
    assert run("reply", company, COUNTRIES, "--answer", "我不知道", who="审核人")[0] == 2
    assert run("reply", company, COUNTRIES, "--answer", "业务收缩", who="王")[0] == 0
    assert asked(company) == [("department", "answered", "为何下降？", ["业务收缩"])]
    assert request_of(company)["questions"] == {"editor": 0, "department": 0}


def test_questions_and_answers_travel_both_ways(run, company, small, asked, to_small, back, request_of):
    assert run("ask", small, COUNTRIES, "--question", "含外籍吗？", who="")[0] == 0
    assert back()["taken"]
    assert asked(company) == [("editor", "open", "含外籍吗？", [])]
    assert request_of(company)["questions"] == {"editor": 1, "department": 0}
    run("reply", company, COUNTRIES, "--answer", "含。")
    run("ask", company, COUNTRIES, "--question", "为何下降？")
    to_small()
    both = [("editor", "answered", "含外籍吗？", ["含。"]), ("department", "open", "为何下降？", [])]
    assert sorted(asked(small)) == sorted(both)
    run("reply", small, COUNTRIES, "--answer", "业务收缩", who="")
    assert back()["conflicts"] == []
    told = [("editor", "answered", "含外籍吗？", ["含。"]), ("department", "answered", "为何下降？", ["业务收缩"])]
    assert sorted(asked(company)) == sorted(asked(small)) == sorted(told)
    assert back()["taken"] == []


def test_what_both_sides_answer_to_one_question_is_kept_on_both(run, company, small, asked, to_small, back):
    run("ask", company, COUNTRIES, "--question", "为何下降？")
    to_small()
    run("reply", small, COUNTRIES, "--answer", "业务收缩", who="")
    run("reply", company, COUNTRIES, "--answer", "见会议纪要")
    to_small()
    assert sorted(asked(small)[0][3]) == sorted(["业务收缩", "见会议纪要"])
    to_small()
    assert back()["taken"]
    assert sorted(asked(company)[0][3]) == sorted(["业务收缩", "见会议纪要"])
    assert run("verify", small)[0] == run("verify", company)[0] == 0


def test_the_letter_names_what_is_asked_and_what_was_answered(run, company, tmp_path):
    run("ask", company, COUNTRIES, "--question", "Including foreign nationals?", who="人力")
    run("reply", company, COUNTRIES, "--answer", "Including them.")
    run("ask", company, COUNTRIES, "--question", "Why did it fall?")
    run("people", company, "--add", "人力", "--language", "en")
    assert run("send", company, *HR, "--mail", "--out", tmp_path)[0] == 0
    letter = message_from_bytes((tmp_path / "csr-2022-hr.eml").read_bytes(), policy=policy.default)
    main_part = letter.get_body()
    assert main_part is not None
    body = main_part.get_content()
    for words in ("Why did it fall?", "Including foreign nationals?", "Including them.", "Please answer"):
        assert words in body


def test_a_share_is_passed_on_within_the_department_and_back(run, company, request_of, tmp_path):
    assert request_of(company)["people"] == sorted(["人力", "王"])
    assert run("pass", company, *HR, "--to", "王", who="人力")[0] == 0
    assert (request_of(company)["people"], request_of(company)["person"]) == (["王"], "王")
    last = json.loads(run("history", company, "--json")[1])["history"][-1]
    assert (last["kind"], last["who"], "王" in last["reason"]) == ("request", "人力", True)
    assert run("send", company, *HR, "--mail", "--out", tmp_path)[0] == 0
    letter = message_from_bytes((tmp_path / "csr-2022-hr.eml").read_bytes(), policy=policy.default)
    assert [address.display_name for address in letter["To"].addresses] == ["王"]
    assert run("pass", company, *HR, "--to", "人力", who="王")[0] == 0
    assert request_of(company)["people"] == ["人力"]
    assert run("pass", company, *HR, "--back", who="王")[0] == 0
    assert (request_of(company)["people"], request_of(company)["person"]) == (sorted(["人力", "王"]), "")


def test_single_items_are_passed_on_in_a_small_workspace_and_that_travels_back(
    run, company, small, request_of, to_small, back
):
    assert run("pass", small, *HR, "--to", "王", "--item", COUNTRIES, who="")[0] == 0
    assert [item["person"] for item in request_of(small)["items"]] == ["王"]
    back()
    assert [(item["subject"], item["person"]) for item in request_of(company)["items"]] == [(COUNTRIES, "王")]
    to_small()
    assert [item["person"] for item in request_of(small)["items"]] == ["王"]
    assert run("pass", company, *HR, "--to", "人力", "--item", COUNTRIES)[0] == 0
    to_small()
    assert [item["person"] for item in request_of(small)["items"]] == ["人力"]


@pytest.mark.parametrize(
    ("who", "arguments"),
    [
        ("人力", ["ask", "energy.gaz@2022", "--question", "x"]), ("人力", ["ask", COUNTRIES, "--question", "  "]),
        ("行政", ["ask", COUNTRIES, "--question", "x"]), ("行政", ["reply", COUNTRIES, "--answer", "x"]),
        ("人力", ["reply", COUNTRIES, "--answer", "x"]), ("谁", ["ask", COUNTRIES, "--question", "x"]),
        ("人力", ["ask", COUNTRIES, "--question", "x" * 4001]),
        ("人力", ["pass", *HR, "--to", "行政"]), ("行政", ["pass", *HR, "--to", "王"]),
        ("审核人", ["pass", *HR, "--to", "王"]), ("人力", ["pass", *HR, "--to", "王", "--item", "energy.gas@2022"]),
        ("编辑", ["pass", *REPORT, "--department", "admin", "--to", "行政"]), ("人力", ["pass", *HR]),
    ],
)  # fmt: skip
def test_what_may_not_be_ends_with_2_and_one_sentence_and_nothing_is_written(run, company, who, arguments):
    before = company.read_bytes()
    command, *more = arguments
    status, out, err = run(command, company, *more, who=who)
    assert (status, out, err.count("\n"), company.read_bytes() == before) == (2, "", 1, True)


def test_who_asked_the_other_side_cannot_answer_but_may_ask_further(run, small):
    assert run("ask", small, COUNTRIES, "--question", "含外派吗？", who="")[0] == 0
    status, _, err = run("reply", small, COUNTRIES, "--answer", "含。", who="")
    assert (status, "the other side answers" in err) == (2, True)
    assert run("ask", small, COUNTRIES, "--question", "也含实习生吗？", who="")[0] == 0
    assert run("reply", small, COUNTRIES, "--answer", "含。", who="王")[0] == 0


def test_an_editor_stands_on_both_sides(run, company):
    assert run("ask", company, COUNTRIES, "--question", "含外派吗？")[0] == 0
    assert run("reply", company, COUNTRIES, "--answer", "含。")[0] == 0
