"""Addresses of letters: which ones are taken, what becomes of one that an older program took, what counts as sent."""

import email
import email.policy
import json
from dataclasses import replace

import pytest

from desktop.cli.main import main
from desktop.work.mail_files import Letter, is_address, letter_bytes
from schema.values.changes import keep
from schema.values.people import Person, people_of
from schema.workspace import Workspace, utc_now

REPORT = ("--report", "csr-2022")


@pytest.fixture(autouse=True)
def keys(tmp_path, monkeypatch):
    monkeypatch.setattr("desktop.cli.send.keys_folder", lambda: tmp_path / "keys")
    monkeypatch.setenv("ANNALS_AS", "编辑")


@pytest.fixture
def asked(empty, capsys):
    """Admin and hr are asked; an older program has taken an address for hr that none can be written to."""
    people = ("people", str(empty), "--add")
    for call in (
        (*people, "编辑", "--role", "editor"),
        (*people, "人力", "--role", "contact", "--department", "hr", "--email", "hr@example.com"),
        (*people, "后勤", "--role", "contact", "--department", "admin", "--email", "张三@例子.公司"),
        ("request", str(empty), *REPORT, "--department", "admin", "hr", "legal", "--due", "2026-12-31"),
    ):
        assert main(list(call)) == 0
    capsys.readouterr()
    with Workspace.open(empty, write=True, who="编辑") as workspace:
        (hr,) = (person for person in people_of(workspace.snapshot()) if person.department == "hr")
        workspace.apply((keep(replace(hr, email="a..b@example.com")),))
    return empty


@pytest.mark.parametrize("good", ["hr@example.com", "a.b+csr@mail.example.com", "张三@例子.公司", "o'neil_1@x-y.cn"])
def test_an_address_may_have_letters_of_any_script(good):
    letter = letter_bytes(
        Letter((Person("甲, 乙", "hr", "contact", good),), Person("丙", "", "editor"), "s", "t"), (), utc_now()
    )
    head = letter.decode().partition("\r\n\r\n")[0]
    assert is_address(good)
    assert f"<{good}>" in head


@pytest.mark.parametrize(
    "bad",
    ["", "a", "@b.com", "a@", "a@b", "a..b@example.com", ".a@b.com", "a.@b.com", "a@b..com", "a@.b.com", "a@b.com.",
     "a@-b.com", "a@b-.com", "a@b@c.com", "a b@c.com", "a@b.com, c@d.com", "<a@b.com>", "a@b.com\n", "a\u200b@b.com",
     "张三＠例子.公司", "a@b_c.com", f"{'a' * 65}@b.com", f"a@{'b' * 250}.com"],
)  # fmt: skip
def test_what_no_letter_can_be_addressed_to_is_no_address(bad):
    assert not is_address(bad)


def test_an_address_that_no_letter_gets_to_is_left_out_and_told_and_the_pack_is_there(run, asked, tmp_path):
    status, out, err = run("--language", "en", "send", asked, *REPORT, "--mail", "--out", tmp_path / "out")
    assert (status, err) == (0, "")
    assert "“a..b@example.com” is no address for 人力, so the letter leaves it out." in out
    assert "Human resources has no contact with a mail address" in out
    assert {path.name for path in (tmp_path / "out").glob("csr-*")} == {
        f"csr-2022-{department}.{kind}"
        for department in ("admin", "hr", "legal")
        for kind in ("annalspack", "eml", "ics")
    }
    letter = (tmp_path / "out" / "csr-2022-hr.eml").read_bytes()
    assert email.message_from_bytes(letter, policy=email.policy.default)["To"] is None
    assert "<张三@例子.公司>" in (tmp_path / "out" / "csr-2022-admin.eml").read_bytes()[:500].decode(errors="ignore")


def test_only_what_was_written_counts_as_sent(run, asked, tmp_path):
    blocked = tmp_path / "out"
    (blocked / "csr-2022-hr.annalspack").mkdir(parents=True)  # nothing can be put in its place
    status, _, err = run("send", asked, *REPORT, "--out", blocked)
    assert (status, err.count("\n")) == (2, 1)
    told = json.loads(run("requests", asked, *REPORT, "--json")[1])["requests"]
    assert {request["department"]: bool(request["sent"]) for request in told} == {
        "admin": True,
        "hr": False,
        "legal": False,
    }


@pytest.mark.parametrize("again", [("admin", "--department", "hr"), ("admin", "hr")])
def test_departments_named_in_two_options_add_up(run, asked, tmp_path, again):
    assert run("send", asked, *REPORT, "--department", *again, "--out", tmp_path / "out")[0] == 0
    assert {path.name for path in (tmp_path / "out").glob("csr-*")} == {
        "csr-2022-admin.annalspack",
        "csr-2022-hr.annalspack",
    }


def test_json_says_who_is_left_out_of_a_letter_and_why(run, asked, tmp_path):
    assert run("people", asked, "--add", "王五", "--role", "contact", "--department", "admin")[0] == 0
    status, out, _ = run("send", asked, *REPORT, "--mail", "--json", "--out", tmp_path / "out")
    assert status == 0
    told = {one["department"]: (one["addressed"], one["left_out"]) for one in json.loads(out)["sent"]}
    assert told == {
        "admin": (True, [{"name": "王五", "email": "", "reason": "no_address"}]),
        "hr": (False, [{"name": "人力", "email": "a..b@example.com", "reason": "bad_address"}]),
        "legal": (False, []),
    }


def test_without_letters_nobody_is_left_out(run, asked, tmp_path):
    sent = json.loads(run("send", asked, *REPORT, "--json", "--out", tmp_path / "out")[1])["sent"]
    assert {(one["addressed"], *one["left_out"]) for one in sent} == {(None,)}


def test_a_refusal_and_a_department_that_was_not_asked_are_told_by_names(run, asked):
    _, _, err = run("--language", "en", "submit", asked, *REPORT, "--department", "finance", "--as", "编辑")
    assert "“Finance”" in err
    assert "Human resources" in err
    _, _, err = run(
        "--language", "en", "people", asked, "--add", "甲", "--role", "contact", "--department", "hr", "--as", "人力"
    )
    assert "only what Human resources is asked for" in err
