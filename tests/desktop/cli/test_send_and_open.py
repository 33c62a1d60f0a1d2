"""A share is sent and opened elsewhere: what comes along, what is renewed, what stays, and what is refused."""

import email
import email.policy
import json
import re
import shutil
import zipfile

import pytest

from desktop.cli.main import main
from schema.exchange.packs.signing import Signer
from schema.workspace import Workspace

REPORT = ("--report", "csr-2022")
HR = (*REPORT, "--department", "hr")
PACK = "csr-2022-hr.annalspack"
ASKED = ("admin", "hr", "legal")


@pytest.fixture(autouse=True)
def keys(tmp_path, monkeypatch):
    monkeypatch.setattr("desktop.cli.send.keys_folder", lambda: tmp_path / "keys")
    monkeypatch.delenv("ANNALS_AS", raising=False)


@pytest.fixture
def run(capsys):
    def call(*arguments: object, who: str = "") -> tuple[int, str, str]:
        status = main([*(("--as", who) if who else ()), *map(str, arguments)])
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return call


@pytest.fixture(scope="session")
def kept_company(kept_single, tmp_path_factory):
    """Three departments are asked for csr-2022; the contact of hr has a mail address and reads English."""
    path = tmp_path_factory.mktemp("company") / "company.annals"
    path.write_bytes(kept_single.read_bytes())
    mail = ("--email", "hr@example.com", "--language", "en")
    for name, role, more in (("编辑", "editor", ()), ("审核人", "reviewer", ()), ("人力", "contact", mail)):
        person = ("--add", name, "--role", role, "--department", "hr", *more)
        assert main(["--as", "编辑", "people", str(path), *person]) == 0
    asking = (*REPORT, "--department", *ASKED, "--due", "2026-12-31")
    assert main(["--as", "编辑", "request", str(path), *asking]) == 0
    return path


@pytest.fixture
def company(kept_company, tmp_path):
    path = tmp_path / "company.annals"
    path.write_bytes(kept_company.read_bytes())
    return path


@pytest.fixture
def send(run, company, tmp_path):
    """Sends hr's pack into a folder of its own; gives its path."""

    def call(*more: str, folder: str = "out"):
        assert run("send", company, *HR, *more, "--out", tmp_path / folder, who="编辑")[0] == 0
        return tmp_path / folder / PACK

    return call


@pytest.fixture(scope="module")
def kept_share(kept_company, tmp_path_factory):
    """Both sides once hr has opened its first pack: the company, hr's workspace, the pack, the keys. No test may change them."""
    folder = tmp_path_factory.mktemp("share")
    company = folder / "company.annals"
    company.write_bytes(kept_company.read_bytes())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("desktop.cli.send.keys_folder", lambda: folder / "keys")
        patch.delenv("ANNALS_AS", raising=False)
        assert main(["--as", "编辑", "send", str(company), *HR, "--out", str(folder / "out")]) == 0
        assert main(["open", str(folder / "out" / PACK), "--to", str(folder / "small.annals")]) == 0
    return folder


@pytest.fixture
def small(company, kept_share, tmp_path):
    """The workspace of hr, beside the company's that has sent it."""
    shutil.copytree(kept_share, tmp_path, dirs_exist_ok=True)
    return tmp_path / "small.annals"


@pytest.fixture
def type_in(run, tmp_path):
    def call(workspace, value: object, who: str = "") -> None:
        file = tmp_path / "f.csv"
        file.write_text(f"metric,period,value\nworkforce.countries,2022,{value}\n", "utf-8")
        assert run("import", workspace, file, who=who)[0] in (0, 1)

    return call


@pytest.fixture
def request_in(run):
    """The one request of a workspace."""

    def call(workspace) -> dict[str, object]:
        (entry,) = json.loads(run("requests", workspace, *REPORT, "--json")[1])["requests"]
        return entry

    return call


def value(run, workspace) -> str:
    found = json.loads(run("values", workspace, "--metric", "workforce.countries", "--json")[1])["values"]
    return next(entry["value"] for entry in found if entry["period"] == 2022)


def manifest(pack) -> dict[str, object]:
    with zipfile.ZipFile(pack) as archive:
        return json.loads(archive.read("manifest.json"))


# sending


def test_a_pack_says_what_it_is_and_the_request_counts_it(run, company, send):
    with Workspace.open(company, write=False) as workspace:
        name = workspace.definitions.catalogue.company.name.zh_hans
    first = manifest(send())
    with Workspace.open(company, write=False) as workspace:
        head = workspace.head
    second = manifest(send(folder="again"))
    assert (first["kind"], first["company"], first["report"]) == ("request", name, "csr-2022")
    assert (first["department"], first["person"], first["number"], second["number"]) == ("hr", "人力", 1, 2)
    assert first["request"] == second["request"]
    assert first["base"] != second["base"] == head
    entry = next(
        entry for entry in json.loads(run("requests", company, "--json")[1])["requests"] if entry["department"] == "hr"
    )
    assert entry["sent"] == second["made"]


def test_without_a_department_everybody_who_was_asked_gets_a_pack(run, company, tmp_path):
    status, out, _ = run("send", company, *REPORT, "--out", tmp_path / "all", "--json", who="编辑")
    told = json.loads(out)
    assert status == 0
    assert [line["department"] for line in told["sent"]] == list(ASKED)
    assert {path.name for path in (tmp_path / "all").glob("*.annalspack")} == {
        f"csr-2022-{department}.annalspack" for department in ASKED
    }
    assert len(told["files"]) == len(ASKED)


def test_a_letter_goes_to_the_contact_in_her_language_and_names_what_is_open(run, company, send, tmp_path):
    run("return", company, *HR, "--reason", "x", who="审核人")
    run("request", company, *HR, "--due", "2026-12-31", "--guidance", "Count heads.", who="编辑")
    send("--mail")
    letter = email.message_from_bytes((tmp_path / "out" / "csr-2022-hr.eml").read_bytes(), policy=email.policy.default)
    body = letter.get_body()
    assert body is not None
    text = body.get_content()
    assert "hr@example.com" in letter["To"]
    assert (letter["X-Unsent"], "31 December 2026" in letter["Subject"]) == ("1", True)
    assert text.startswith("Dear 人力,")
    assert "Count heads." in text
    assert "Still open:" in text
    assert [part.get_filename() for part in letter.iter_attachments()] == [PACK, "csr-2022-hr.ics"]
    calendar = (tmp_path / "out" / "csr-2022-hr.ics").read_bytes()
    assert b"DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n" in calendar
    assert max(map(len, calendar.split(b"\r\n"))) <= 75


def test_a_letter_says_why_something_came_back(run, company, send, tmp_path, type_in):
    type_in(company, 12, who="人力")
    run("submit", company, *HR, "--incomplete", "later", who="人力")
    run("return", company, *HR, "--only", "workforce.countries@2022", "--reason", "Whole countries only", who="审核人")
    send("--mail")
    letter = email.message_from_bytes((tmp_path / "out" / "csr-2022-hr.eml").read_bytes(), policy=email.policy.default)
    body = letter.get_body()
    assert body is not None
    text = body.get_content()
    assert "This came back" in text
    assert "Whole countries only (审核人; " in text


def test_a_department_without_an_address_gets_a_letter_to_nobody_and_that_is_said(run, company, tmp_path):
    call = ("send", company, *REPORT, "--department", "legal", "--mail", "--out", tmp_path / "out")
    status, out, _ = run("--language", "en", *call, who="编辑")
    assert status == 0
    assert "Legal and intellectual property has no contact with a mail address" in out
    letter = email.message_from_bytes(
        (tmp_path / "out" / "csr-2022-legal.eml").read_bytes(), policy=email.policy.default
    )
    assert letter["To"] is None


@pytest.mark.parametrize(
    ("arguments", "who", "said"),
    [
        (("--report", "csr-2022", "--department", "nosuch"), "编辑", "nosuch"),
        (("--report", "csr-2019"), "编辑", "csr-2019"),
        (("--report", "nosuch"), "编辑", "nosuch"),
        (HR, "人力", "人力"),
        (HR, "陌生人", "--as"),
    ],
)
def test_what_can_not_be_sent_is_told_in_a_sentence_and_nothing_is_made(run, company, tmp_path, arguments, who, said):
    was = company.read_bytes()
    status, _, err = run("send", company, *arguments, "--out", tmp_path / "out", who=who)
    assert (status, said in err, len(err.splitlines())) == (2, True, 1)
    assert company.read_bytes() == was
    assert not list(tmp_path.glob("out/*.annalspack"))


# opening


def test_the_packs_contact_acts_in_a_small_workspace_unless_another_name_is_said(run, small, type_in, request_in):
    type_in(small, 12)
    type_in(small, 13, who="同事")
    entries = json.loads(run("history", small, "--metric", "workforce.countries", "--json")[1])["history"]
    assert [(entry["who"], entry["via"].get("pack")) for entry in entries][-2:] == [("人力", None), ("同事", None)]
    assert request_in(small)["state"] == "started"
    assert run("submit", small, *HR, "--incomplete", "later")[0] == 0
    assert (request_in(small)["state"], request_in(small)["submitted_by"]) == ("submitted", "人力")


def test_history_says_what_the_pack_brought_and_who_sent_it(run, small):
    entries = json.loads(run("history", small, "--json")[1])["history"]
    brought = [entry for entry in entries if entry["via"]]
    assert brought[0]["via"].keys() == {"pack", "by", "at"}
    assert {(entry["who"], entry["via"]["pack"], entry["via"]["by"]) for entry in brought} == {("编辑", 1, "编辑")}
    assert run("verify", small)[0] == 0


def test_a_newer_pack_brings_reasons_and_leaves_what_was_typed(run, company, small, send, type_in, request_in):
    type_in(small, 12)
    type_in(company, 10, who="编辑")
    run("submit", company, *HR, "--incomplete", "later", who="编辑")
    run("return", company, *HR, "--reason", "请核对口径", who="审核人")
    status, out, _ = run("--language", "en", "open", send(folder="again"), "--to", small)
    assert status == 0
    assert value(run, small) == "12"
    assert "workforce.countries@2022: the pack says something else; what you typed was kept." in out
    assert "请核对口径" in out
    assert (request_in(small)["state"], request_in(small)["reason"]) == ("returned", "请核对口径")


def test_what_nobody_touched_is_renewed_and_what_is_gone_goes(run, company, small, send, type_in):
    type_in(company, 10, who="编辑")
    run("open", send(folder="second"), "--to", small)
    assert value(run, small) == "10"
    with Workspace.open(company, write=True, who="编辑") as workspace:
        point = next(key for key in workspace.snapshot().points if key.metric == "workforce.countries")
        from schema.values.changes import clear

        workspace.apply([clear(point)])
    run("open", send(folder="third"), "--to", small)
    found = json.loads(run("values", small, "--metric", "workforce.countries", "--json")[1])["values"]
    assert found == []


def test_what_the_pack_brings_as_it_was_typed_counts_as_given_from_then_on(run, company, small, send, type_in):
    """Else a later change of it in the company would look like a conflict with what nobody has touched since."""
    type_in(small, 12)
    type_in(company, 12, who="编辑")
    run("open", send(folder="second"), "--to", small)
    last = json.loads(run("history", small, "--metric", "workforce.countries", "--json")[1])["history"][-1]
    assert (last["via"]["pack"], last["old"] == last["new"]) == (2, True)
    type_in(company, 14, who="编辑")
    run("open", send(folder="third"), "--to", small)
    assert value(run, small) == "14"
    assert run("verify", small)[0] == 0


def test_a_share_that_was_handed_in_stays_so_until_it_comes_back(run, small, send, request_in, company):
    run("submit", small, *HR, "--incomplete", "later")
    run("request", company, *HR, "--due", "2027-01-31", who="编辑")
    run("open", send(folder="second"), "--to", small)
    assert (request_in(small)["state"], request_in(small)["due"]) == ("submitted", "2027-01-31")


def test_the_same_pack_again_changes_nothing_but_what_is_noted_of_it(run, small, tmp_path):
    status, out, _ = run("open", tmp_path / "out" / PACK, "--to", small, "--json")
    told = json.loads(out)
    assert (status, told["made"], told["changed"], told["kept"]) == (0, False, [], [])


def test_what_the_editor_has_not_changed_since_is_not_told_as_kept(run, company, small, send, type_in):
    type_in(company, 10, who="编辑")
    run("open", send(folder="second"), "--to", small)
    type_in(small, 12)
    again = json.loads(run("open", send(folder="third"), "--to", small, "--json")[1])
    assert (again["kept"], value(run, small)) == ([], "12")
    type_in(company, 11, who="编辑")
    later = json.loads(run("open", send(folder="fourth"), "--to", small, "--json")[1])
    assert (later["kept"], value(run, small)) == (["workforce.countries@2022"], "12")


def test_what_is_renewed_is_told_in_words(run, company, small, send, type_in):
    type_in(company, 10, who="编辑")
    run("people", company, "--add", "人力", "--email", "new@example.com", who="编辑")
    run("request", company, *HR, "--due", "2027-01-31", "--guidance", "Count heads.", who="编辑")
    out = run("--language", "en", "open", send(folder="second"), "--to", small)[1]
    assert "workforce.countries@2022\t∅ → 10 countries\n" in out
    assert "people: what is noted of 人力 was renewed\n" in out
    assert "due 2027-01-31\n  Count heads.\n" in out
    assert not [line for line in out.splitlines() if "…" in line or line.startswith(("request/", "person/"))]
    counted = re.search(r"Changes: (\d+)", out)
    assert counted is not None
    told = int(counted[1])
    further = re.search(r"Further changes in the history: (\d+)", out)
    lines = [line for line in out.splitlines() if "\t" in line or line.startswith(("people: ", "due "))]
    assert told == len(lines) + (int(further[1]) if further else 0)


@pytest.mark.parametrize("command", ["merge", "open"])
def test_a_folder_is_called_a_folder(run, company, tmp_path, command):
    folder = tmp_path / "answers.annalspack"
    folder.mkdir()
    call = [company, folder] if command == "merge" else [folder, "--to", tmp_path / "new.annals"]
    status, out, err = run("--language", "en", command, *call, who="编辑")
    assert (status, "answers.annalspack is a folder" in out + err) == (2, True)


def test_an_excel_form_is_not_opened_but_filled_in_and_what_merge_takes_is_said(run, company, tmp_path):
    run("send", company, *HR, "--excel", "--out", tmp_path / "out", who="编辑")
    refused(run, tmp_path / "out" / "csr-2022-hr.xlsx", tmp_path / "small.annals", "fill it in with Excel")
    table = tmp_path / "k.csv"
    table.write_text("metric,period,value\n", "utf-8")
    status, out, err = run("--language", "en", "merge", company, table, who="编辑")
    assert (
        status,
        "k.csv is neither an answer nor an Excel form" in out + err,
        (out + err).count("save it as .xlsx"),
    ) == (2, True, 1)


def refused(run, pack, target, said: str) -> None:
    was = target.read_bytes() if target.exists() else b""
    status, out, err = run("--language", "en", "open", pack, "--to", target)
    assert (status, out, len(err.splitlines())) == (2, "", 1)
    assert said in err
    assert (target.read_bytes() if target.exists() else b"") == was


def test_another_departments_pack_is_refused(run, company, small, tmp_path):
    run("send", company, *REPORT, "--department", "legal", "--out", tmp_path / "out", who="编辑")
    refused(run, tmp_path / "out" / "csr-2022-legal.annalspack", small, "can't be renewed by a pack for")


def test_a_workspace_that_is_no_share_is_not_renewed(run, company, send):
    refused(run, send(), company, "was not made from a pack")


def test_an_older_pack_is_refused(run, small, send, tmp_path):
    run("open", send(folder="second"), "--to", small)
    refused(run, tmp_path / "out" / PACK, small, "number 2, which is newer")


def test_a_pack_in_the_senders_name_with_another_key_is_refused_until_that_is_trusted(run, small, send, monkeypatch):
    monkeypatch.setattr("desktop.cli.send.own_signer", lambda folder, person: Signer(bytes(range(32))))
    pack = send(folder="other")
    refused(run, pack, small, "with another key")
    assert run("people", small, "--trust", "编辑")[0] == 0
    assert run("open", pack, "--to", small)[0] == 0


def test_the_people_of_a_small_workspace_come_with_its_pack(run, small):
    for call in (
        ("--add", "Eve", "--role", "editor"),
        ("--remove", "人力"),
        ("--add", "人力", "--email", "x@example.com"),
    ):
        status, _, err = run("--language", "en", "people", small, *call)
        assert (status, "come with the pack" in err, len(err.splitlines())) == (2, True, 1), call
    status, out, _ = run("--language", "en", "people", small)
    assert (status, "Eve" in out, "No editor" in out, "come with the pack" in out) == (0, False, False, True)


def test_a_small_workspace_sends_and_asks_nothing(run, small, tmp_path):
    for call in (("send", small, *HR, "--out", tmp_path / "x"), ("request", small, *HR, "--due", "2027-01-31")):
        status, _, err = run("--language", "en", *call)
        assert (status, "made from a pack" in err) == (2, True)


def test_nothing_is_left_where_a_pack_is_not_taken(run, tmp_path, send):
    half = tmp_path / "half.annalspack"
    half.write_bytes(send().read_bytes()[:5000])
    there = set(tmp_path.iterdir())
    status, _, err = run("open", half, "--to", tmp_path / "new.annals")
    assert (status, len(err.splitlines())) == (2, 1)
    assert set(tmp_path.iterdir()) == there


def test_with_excel_a_form_takes_the_place_of_the_pack(run, company, tmp_path):
    import openpyxl

    out = tmp_path / "out"
    assert run("send", company, *HR, "--excel", "--mail", "--out", out, who="编辑")[0] == 0
    assert {path.name for path in out.glob("csr-*")} == {f"csr-2022-hr.{kind}" for kind in ("xlsx", "eml", "ics")}
    letter = email.message_from_bytes((out / "csr-2022-hr.eml").read_bytes(), policy=email.policy.default)
    assert (out / "csr-2022-hr.xlsx").read_bytes() in [part.get_payload(decode=True) for part in letter.walk()]
    book = openpyxl.load_workbook(out / "csr-2022-hr.xlsx")
    assert book.sheetnames[0] == "Start here"  # the contact reads English
    said = {row[0].value: row[1].value for row in book["annals"].iter_rows() if row[0].value != "base"}
    assert (said["report"], said["department"], said["person"], said["pack"]) == ("csr-2022", "hr", "人力", "1")
    (request,) = json.loads(run("requests", company, *REPORT, "--json")[1])["requests"][1:2]
    assert (request["department"], bool(request["sent"])) == ("hr", True)


def test_a_metric_of_another_department_is_not_in_this_share_and_in_the_whole_workspace_unknown(
    run, company, small, tmp_path
):
    figures, rows = tmp_path / "f.csv", tmp_path / "map.csv"
    figures.write_text("metric,period,value\nenergy.gas,2021,1\n", "utf-8")
    rows.write_text("kind,name,meaning,take\nrow,天然气,energy.gas,yes\n", "utf-8")
    sheet = tmp_path / "old.csv"
    sheet.write_text("指标,单位,2021\n天然气,立方米,1\n", "utf-8")
    for arguments in ((figures,), (sheet, "--map", rows)):
        status, out, _ = run("--language", "en", "import", small, *arguments, "--json")
        ((issue,),) = (entry["issues"] for entry in json.loads(out)["files"])
        assert (status, issue["code"]) == (2, "figures.not_in_share")
        assert "energy.gas" in issue["message"]
        assert "share" in issue["message"]
    figures.write_text("metric,period,value\nenergy.gass,2021,1\n", "utf-8")
    (entry,) = json.loads(run("import", company, figures, "--json")[1])["files"]
    assert [issue["code"] for issue in entry["issues"]] == ["figures.unknown_metric"]
