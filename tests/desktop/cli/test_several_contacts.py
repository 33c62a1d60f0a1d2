"""A department with several contacts, of whom one has an address: who gets the letter, and in whose name one acts."""

import email
import email.policy
import json

import openpyxl
import pytest

from desktop.cli.main import main

REPORT = ("--report", "csr-2022")
HR = (*REPORT, "--department", "hr")
ITEM = "workforce.countries@2022"


@pytest.fixture(autouse=True)
def keys(tmp_path, monkeypatch):
    monkeypatch.setattr("desktop.cli.send.keys_folder", lambda: tmp_path / "keys")
    monkeypatch.delenv("ANNALS_AS", raising=False)


@pytest.fixture(scope="module")
def kept_several(kept_single, tmp_path_factory):
    """hr has three contacts, one item a day and guidance of its own; no test may change it."""
    path = tmp_path_factory.mktemp("several") / "several.annals"
    path.write_bytes(kept_single.read_bytes())
    contact = ("--role", "contact", "--department", "hr")
    for call in (
        ("people", str(path), "--add", "编辑", "--role", "editor"),
        ("people", str(path), "--add", "O'Brien", *contact, "--language", "en"),
        ("people", str(path), "--add", "张三", *contact, "--email", "zs@example.com", "--language", "zh-Hans"),
        ("people", str(path), "--add", "李四", *contact),
        ("request", str(path), *HR, "--due", "2026-12-31"),
        ("request", str(path), *HR, "--due", "2026-12-10", "--guidance", "一行\n两行", "--only", ITEM),
    ):
        assert main(["--as", "编辑", *call]) == 0
    return path


@pytest.fixture
def several(kept_several, tmp_path):
    path = tmp_path / "several.annals"
    path.write_bytes(kept_several.read_bytes())
    return path


@pytest.fixture
def send(run, several, tmp_path):
    """Sends hr's share; gives the folder and what was said."""

    def call(*more: str):
        folder = tmp_path / "out"
        status, out, _ = run("--as", "编辑", "--language", "en", "send", several, *HR, *more, "--out", folder)
        assert status == 0
        return folder, out

    return call


def test_the_letter_is_in_the_language_of_whoever_gets_it_and_greets_nobody_else(send):
    folder, out = send("--mail")
    letter = email.message_from_bytes((folder / "csr-2022-hr.eml").read_bytes(), policy=email.policy.default)
    body = letter.get_body()
    assert body is not None
    assert letter["To"].addresses[0].addr_spec == "zs@example.com"
    assert body.get_content().startswith("张三，您好！")
    assert "Human resources: the letter leaves out who has no mail address: O'Brien; 李四\n" in out
    assert "nobody" not in out


def test_the_day_of_single_items_is_named_after_them_in_the_calendar(send):
    folder, _ = send("--mail")
    lines = (folder / "csr-2022-hr.ics").read_bytes().replace(b"\r\n ", b"").decode().split("\r\n")
    whole, own = (line.removeprefix("SUMMARY:") for line in lines if line.startswith("SUMMARY:"))
    described = [line for line in lines if line.startswith("DESCRIPTION:- ")][-1]
    name = described.removeprefix("DESCRIPTION:- ").partition("：")[0]
    assert whole != own
    assert name
    assert name in own


def test_the_pack_is_in_the_name_of_whoever_gets_the_letter_and_open_says_so(run, send, tmp_path):
    folder, _ = send()
    small = tmp_path / "small.annals"
    opened = ("--language", "en", "open", folder / "csr-2022-hr.annalspack", "--to", small)
    status, out, _ = run(*opened)
    assert (status, out.splitlines()[-1]) == (0, "You act here as 张三; --as NAME says otherwise.")
    assert f"  {ITEM}: 一行\n      两行\n" in out
    assert run("submit", small, *HR, "--incomplete", "later")[0] == 0
    (entry,) = json.loads(run("requests", small, "--json")[1])["requests"]
    assert entry["submitted_by"] == "张三"


def test_a_pack_that_was_passed_on_is_in_that_name_whoever_gets_the_letter(run, several, send, tmp_path):
    assert run("--as", "编辑", "pass", several, *HR, "--to", "李四")[0] == 0
    folder, _ = send()
    out = run("--language", "en", "open", folder / "csr-2022-hr.annalspack", "--to", tmp_path / "small.annals")[1]
    assert "You act here as 李四;" in out


def test_a_form_of_several_asks_for_the_name(send):
    folder, _ = send("--excel")
    book = openpyxl.load_workbook(folder / "csr-2022-hr.xlsx")
    (line,) = (row for row in book.worksheets[0].iter_rows() if row[0].value == "#person")
    assert [cell.value for cell in line[3:]] == [None] * len(line[3:])
    assert {row[0].value: row[1].value for row in book["annals"].iter_rows()}["person"] in (None, "")


def test_requests_list_the_day_and_the_guidance_of_items_with_further_lines_standing_in(run, several):
    out = run("--language", "en", "requests", several, *REPORT)[1]
    assert f"  {ITEM}: due 2026-12-10\n  {ITEM}: guidance: 一行\n      两行\n" in out


def test_a_freeze_is_one_line_whatever_its_reason(run, several, monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert run("--as", "编辑", "freeze", several, "送审", *REPORT, "--reason", "一行\n两行")[0] == 0
    (line,) = run("freezes", several)[1].splitlines()
    assert line.endswith("\t一行 两行")
