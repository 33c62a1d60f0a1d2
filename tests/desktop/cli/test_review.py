"""What waits for a reviewer is listed with earlier years, change, issues, who typed it and what changed since."""

import email
import email.policy
import json
import shutil

import openpyxl
import pytest

from desktop.cli.main import main
from desktop.work.moments import moment_of
from schema.workspace import Workspace
from tests.desktop.cli.given import make_single

REPORT = ("--report", "csr-2022")
HR = (*REPORT, "--department", "hr")
COUNTRIES, GROUPS = "workforce.countries@2022", "workforce.ethnicities@2022"
LEAD = "text/csr-2022/employees.lead.zh-Hans"
FIGURES = """metric,period,value,source,note,footnote
workforce.countries,2021,28,,,
workforce.countries,2022,24,人事系统,按护照计,不含实习生
workforce.ethnicities,2021,33,,,
workforce.ethnicities,2022,-3,,,
workforce.minority.share,2021,近10%,,,
workforce.minority.share,2022,约8%,,,
"""


def call(path, command, *arguments, who="编辑"):
    return main(["--as", who, "--language", "en", command, str(path), *map(str, arguments)])


def figures(path, folder, rows, who="人力"):
    file = folder / "f.csv"
    file.write_text(rows, "utf-8")
    call(path, "import", file, who=who)


def hand_in(path):
    assert call(path, "submit", *HR, "--incomplete", "其余随后补上", who="人力") == 0


@pytest.fixture(scope="session")
def kept_handed_in(kept_asked, tmp_path_factory):
    """hr has typed three values and a text, one of them wrong, and handed its share in; no test may change it."""
    folder = tmp_path_factory.mktemp("handed")
    path = shutil.copy(kept_asked, folder / "w.annals")
    figures(path, folder, FIGURES)
    call(path, "write", LEAD, "--text", "第一段。\n员工来自{workforce.countries}。\n第三段。", who="人力")
    hand_in(path)
    return path


@pytest.fixture
def handed_in(kept_handed_in, tmp_path):
    return shutil.copy(kept_handed_in, tmp_path / "w.annals")


@pytest.fixture
def listed(capsys):
    """The items that wait, by their subjects."""

    def read(path, *more, who="审核人"):
        capsys.readouterr()
        assert call(path, "review", *(more or HR), "--json", who=who) == 0
        shares = json.loads(capsys.readouterr().out)["review"]
        return {item["subject"]: item for share in shares for item in share["items"]}

    return read


def test_an_item_stands_beside_its_earlier_years_change_issues_and_who_typed_it(handed_in, listed):
    items = listed(handed_in)
    item = items[COUNTRIES]
    assert (item["text"], item["value"], item["change"]["text"]) == ("24 countries", "24", "-14.3%")
    assert [(e["period"], e["text"]) for e in item["earlier"]] == [(2020, ""), (2021, "28 countries")]
    assert (item["source"], item["note"], item["footnote"]) == ("人事系统", "按护照计", "不含实习生")
    assert (item["typed_by"], item["reviewed"], item["changed"], item["faultless"]) == ("人力", None, [], True)
    wrong = items[GROUPS]
    assert ("error" in [issue["severity"] for issue in wrong["issues"]], wrong["faultless"]) == (True, False)


def test_the_files_that_prove_an_item_stand_beside_it(handed_in, listed, tmp_path):
    file = tmp_path / "roster.txt"
    file.write_text("24", "utf-8")
    assert call(handed_in, "attach", COUNTRIES, file, who="人力") == 0
    (evidence,) = listed(handed_in)[COUNTRIES]["evidence"]
    assert (evidence["name"], evidence["size"], len(evidence["hash"])) == ("roster.txt", 2, 64)


def test_no_change_is_told_of_years_that_cannot_be_compared_and_the_reason_is(handed_in, listed):
    change = listed(handed_in)["workforce.minority.share@2022"]["change"]
    assert change["text"] == ""
    assert "no change is computed" in change["reason"]


def test_what_is_open_in_an_incomplete_share_is_listed_and_not_faultless(handed_in, listed):
    items = listed(handed_in)
    assert {item["faultless"] for item in items.values() if item["filled"] == "open"} == {False}


def test_what_is_answered_leaves_the_queue_and_comes_back_with_what_changed(handed_in, listed, tmp_path, capsys):
    answer = ("--only", COUNTRIES, LEAD, "--remark", "已核对")
    assert call(handed_in, "approve", *REPORT, *answer, who="审核人") == 0
    assert call(handed_in, "return", *REPORT, "--only", GROUPS, "--reason", "应为正数", who="审核人") == 0
    assert {COUNTRIES, GROUPS, LEAD}.isdisjoint(listed(handed_in))
    figures(handed_in, tmp_path, "metric,period,value\nworkforce.countries,2022,25\nworkforce.ethnicities,2022,32\n")
    call(handed_in, "write", LEAD, "--text", "第一段。\n第二段改过。\n第三段。", who="人力")
    hand_in(handed_in)
    items = listed(handed_in)
    approved, returned, text = items[COUNTRIES], items[GROUPS], items[LEAD]
    assert (approved["reviewed"]["verdict"], approved["reviewed"]["words"]) == ("approved", "已核对")
    # A file without the column leaves the footnote as it stands.
    changed = [(c["before"], c["after"]) for c in approved["changed"]]
    assert changed == [("24 countries · 不含实习生", "25 countries · 不含实习生")]
    assert (returned["reviewed"]["verdict"], returned["reviewed"]["words"]) == ("returned", "应为正数")
    assert [(c["before"], c["after"]) for c in returned["changed"]] == [("-3 ethnic groups", "32 ethnic groups")]
    assert [(p["kind"], p["words"]) for p in text["paragraphs"]["reviewed"]] == [
        ("kept", "第一段。"), ("removed", "员工来自25个国家。"), ("added", "第二段改过。"), ("kept", "第三段。"),
    ]  # fmt: skip
    call(handed_in, "review", *HR, who="审核人")
    printed = capsys.readouterr().out
    for told in (
        "changed since the approval by 审核人",
        "→ 25 countries",
        "+ 第二段改过。",
        "应为正数",
        "其余随后补上",
    ):
        assert told in printed


def test_a_change_that_is_taken_back_is_none_but_the_approval_has_fallen(handed_in, listed, tmp_path):
    call(handed_in, "approve", *REPORT, "--only", COUNTRIES, who="审核人")
    for value in (25, 24):
        row = (
            f"metric,period,value,source,note,footnote\nworkforce.countries,2022,{value},人事系统,按护照计,不含实习生\n"
        )
        figures(handed_in, tmp_path, row)
    item = listed(handed_in)[COUNTRIES]
    assert (item["reviewed"]["verdict"], item["changed"]) == ("approved", [])


def test_a_list_is_one_item_with_its_records_and_those_that_changed(handed_in, listed):
    cases, welfare = "list/csr-2022/youth.content.cases", (*REPORT, "--department", "welfare")

    def write(name, text, column="title"):
        call(handed_in, "write", f"record/case/{name}.{column}", "--list", cases, "--text", text, who="编辑")

    for name, title in (("one", "甲案例"), ("two", "乙案例")):
        write(name, title)
        write(name, "正文。", "body")
    assert call(handed_in, "submit", *welfare, "--incomplete", "缺", who="编辑") == 0
    assert listed(handed_in, *welfare)[cases]["records"] == ["甲案例", "乙案例"]
    assert call(handed_in, "approve", *REPORT, "--only", cases, who="审核人") == 0
    write("two", "丙案例")
    item = listed(handed_in, *welfare)[cases]
    assert (item["typed_by"], item["reviewed"]["verdict"]) == ("编辑", "approved")
    assert item["changed"] == [{"subject": "record/case/two", "before": "乙案例", "after": "丙案例"}]


def test_under_four_eyes_what_whoever_looks_changed_last_is_marked(tmp_path, listed):
    path = tmp_path / "four.annals"
    make_single(path, four_eyes=True)
    figures(path, tmp_path, "metric,period,value\nworkforce.countries,2022,31\n", who="甲")
    call(path, "request", *HR, "--due", "2026-12-31", who="甲")
    call(path, "submit", *HR, "--incomplete", "x", who="甲")
    assert [listed(path, who=who)[COUNTRIES]["own"] for who in ("甲", "乙")] == [True, False]
    assert [listed(path, who=who)[COUNTRIES]["faultless"] for who in ("甲", "乙")] == [False, True]


def test_nothing_waits_before_anything_is_handed_in_and_the_file_stays_as_it_is(kept_asked, capsys):
    before = kept_asked.read_bytes()
    assert call(kept_asked, "review") == 0
    assert "Nothing waits" in capsys.readouterr().out
    assert kept_asked.read_bytes() == before
    assert call(kept_asked, "review", "--report", "no") == 2
    assert call(kept_asked, "review", "--department", "no") == 2


def test_reasons_and_remarks_travel_back_in_pack_form_and_letter(handed_in, tmp_path, monkeypatch):
    monkeypatch.setattr("desktop.cli.send.keys_folder", lambda: tmp_path / "keys")
    call(handed_in, "approve", *REPORT, "--only", COUNTRIES, LEAD, "--remark", "与人事系统一致", who="审核人")
    minority = "workforce.minority.share@2022"
    call(handed_in, "return", *REPORT, "--only", GROUPS, minority, "--reason", "请核对口径", who="审核人")
    assert call(handed_in, "send", *HR, "--mail", "--out", tmp_path) == 0
    assert call(handed_in, "send", *HR, "--excel", "--out", tmp_path) == 0
    small = tmp_path / "small.annals"
    assert main(["open", str(tmp_path / "csr-2022-hr.annalspack"), "--to", str(small)]) == 0
    with Workspace.open(small, write=False) as workspace:
        items = {item.subject: item for item in moment_of(workspace).shares("csr-2022")["hr"].items}
    assert [items[subject].note.returned.words for subject in (GROUPS, minority)] == ["请核对口径"] * 2
    assert [items[subject].approved.words for subject in (COUNTRIES, LEAD)] == ["与人事系统一致"] * 2
    assert [items[subject].state for subject in (GROUPS, COUNTRIES)] == ["returned", "approved"]
    letter = email.message_from_bytes((tmp_path / "csr-2022-hr.eml").read_bytes(), policy=email.policy.default)
    words = letter.get_body().get_content()
    assert words.count("请核对口径") == 2
    assert words.count("与人事系统一致") == 1
    book = openpyxl.load_workbook(tmp_path / "csr-2022-hr.xlsx")
    cells = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value]
    assert sum("请核对口径" in cell for cell in cells) == 2
    assert sum("与人事系统一致" in cell for cell in cells) == 2
