"""annals people, and who acts: added, read from a file, taken out; a role forbids in one sentence."""

import json

import pytest

from desktop.cli.main import main
from schema.grammar.languages import LANGUAGES

HEAD = "name,department,role,email,language,key\n"


@pytest.fixture
def run(capsys, monkeypatch):
    monkeypatch.delenv("ANNALS_AS", raising=False)

    def call(*arguments: object) -> tuple[int, str, str]:
        status = main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return call


@pytest.fixture
def people(run, empty):
    """The people of the empty workspace, after a call of `annals people`."""

    def call(*arguments: object, who: str = "编辑") -> list[dict[str, str]]:
        status, out, err = run("--as", who, "people", empty, *arguments, "--json")
        assert (status, err) == (0, "")
        return json.loads(out)["people"]

    return call


def test_people_are_added_changed_and_taken_out(people):
    people("--add", "编辑", "--role", "editor")
    one = people(
        "--add", " 人力  联系人 ", "--department", "人力资源部", "--role", "contact", "--email", "hr@example.com"
    )
    assert one == [
        {"name": "人力 联系人", "department": "hr", "role": "contact", "email": "hr@example.com", "language": "", "key": ""},
        {"name": "编辑", "department": "", "role": "editor", "email": "", "language": "", "key": ""},
    ]  # fmt: skip
    again = people("--add", "人力 联系人", "--language", "zh-Hant")
    assert (again[0]["language"], again[0]["email"], again[0]["role"]) == ("zh-Hant", "hr@example.com", "contact")
    assert [person["name"] for person in people("--remove", "人力 联系人")] == ["编辑"]


def test_a_persons_language_stands_behind_the_command_the_programs_before_it(run, empty):
    added = ["people", empty, "--add", "Ann", "--role", "editor"]
    assert "No editor" not in run("--language", "en", *added, "--language", "zh-Hans")[1]
    status, out, _ = run("--language", "en", "people", empty)
    assert (status, out) == (0, "Ann\t\teditor\t\tzh-Hans\n")


def test_a_file_adds_and_changes_many_at_once(people, tmp_path):
    file = tmp_path / "people.csv"
    file.write_text(
        f"{HEAD}编辑,,editor,,,\n甲,hr,contact,a@example.com,en,\n乙,Administration,Contact,,,\n", "utf-8-sig"
    )
    rows = [(one["name"], one["department"], one["role"], one["language"]) for one in people("--import", file)]
    assert rows == [("乙", "admin", "contact", ""), ("甲", "hr", "contact", "en"), ("编辑", "", "editor", "")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_with_mistakes_is_refused_whole_with_each_reason_at_its_row(run, empty, tmp_path, language):
    file = tmp_path / "p.csv"
    rows = ["甲,hrr,contact,,,", "乙,hr,boss,,,", ",hr,contact,,,", "丙,,contact,,,", "丁,hr,contact,no mail,,",
            "戊,hr,contact,,fr,", "己,hr,contact,,,", "己,hr,editor,,,"]  # fmt: skip
    file.write_text(HEAD + "\n".join(rows), "utf-8")
    before = empty.read_bytes()
    status, out, err = run("--language", language, "people", empty, "--import", file)
    assert (status, out, empty.read_bytes() == before) == (2, "", True)
    assert [line.partition(": ")[0] for line in err.splitlines()[:-1]] == [f"p.csv:{n}" for n in (2, 3, 4, 5, 6, 7, 9)]
    assert "people." not in err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--add", "甲", "--role", "contact"], "--department"),
        (["--add", "甲", "--role", "contact", "--department", "hrr"], "hr"),
        (["--add", "  ", "--role", "editor"], "Give a name of at most 80 characters."),
        (["--add", "", "--role", "editor"], "Give a name of at most 80 characters."),
        (["--add", "甲", "--role", "editor", "--email", "a b@c"], "a b@c"),
        (["--add", "甲", "--role", "editor", "--email", "a..b@example.com"], "a..b@example.com"),
        (["--add", "甲"], "contact, reviewer, editor"),
        (["--remove", "甲"], "甲"),
        (["--role", "editor"], "--add NAME"),
        (["--import", "nowhere.csv"], "nowhere.csv: There is no such file"),
        (["--add", "李四", "--department", "hr"], "Say with --role"),
        (["--remove", ""], "no name was given"),
        (["--remove", "  "], "no name was given"),
    ],
)
def test_what_does_not_fit_is_told_in_a_sentence_and_nothing_is_stored(run, empty, arguments, told):
    before = empty.read_bytes()
    status, out, err = run("--language", "en", "people", empty, *arguments)
    assert (status, out, empty.read_bytes() == before) == (2, "", True)
    assert told in err


def test_a_name_not_among_the_people_changes_nothing_once_an_editor_is_listed(run, people, empty, tmp_path):
    figures = tmp_path / "f.csv"
    figures.write_text("metric,period,value\nenergy.gas,2021,1\n", "utf-8")
    assert run("--as", "谁", "import", empty, figures)[0] == 0  # as ever, while nobody is listed
    people("--add", "编辑", "--role", "editor")
    figures.write_text("metric,period,value\nenergy.gas,2021,2\n", "utf-8")
    before = empty.read_bytes()
    for call in (["import", empty, figures], ["people", empty, "--add", "谁", "--role", "editor"]):
        status, out, err = run("--language", "en", *call, "--as", "谁")
        assert (status, out, err.count("\n"), empty.read_bytes() == before) == (2, "", 1, True)
        assert "--as NAME" in err
        assert "编辑" in err
    assert run("values", empty, "--as", "谁")[0] == 0  # who can open the file reads all


def test_who_acts_is_named_by_as_else_by_the_environment(run, people, empty, tmp_path, monkeypatch):
    people("--add", "编辑", "--role", "editor")
    figures = tmp_path / "f.csv"
    monkeypatch.setenv("ANNALS_AS", "编辑")
    for value, named in (("1", []), ("2", ["--as", "另一位"])):
        figures.write_text(f"metric,period,value\nenergy.gas,2021,{value}\n", "utf-8")
        run("people", empty, "--add", "另一位", "--role", "editor")
        assert run("import", empty, figures, *named)[0] == 0
    rows = json.loads(run("history", empty, "--metric", "energy.gas", "--json")[1])["history"]
    assert [row["who"] for row in rows] == ["编辑", "另一位"]


@pytest.mark.parametrize("role", ["contact", "reviewer", "auditor"])
def test_what_a_role_forbids_ends_with_2_and_one_sentence(run, people, empty, tmp_path, role):
    people("--add", "编辑", "--role", "editor")
    people("--add", "某人", "--role", role, "--department", "hr")
    figures = tmp_path / "f.csv"
    figures.write_text("metric,period,value\nenergy.gas,2021,1\n", "utf-8")
    before = empty.read_bytes()
    for language in LANGUAGES:
        status, out, err = run("--language", language, "--as", "某人", "import", empty, figures)
        assert (status, out, err.count("\n"), "energy.gas@2021" in err) == (2, "", 1, True)
    assert empty.read_bytes() == before


def test_a_day_is_written_as_a_day(run, empty):
    assert run("--today", "2026-01-31", "people", empty)[0] == 0
    status, _, err = run("--language", "en", "people", empty, "--today", "31.1.2026")
    assert (status, err) == (2, "“31.1.2026” is no day. Write year, month and day, like 2026-01-31.\n")


def test_a_name_that_is_listed_already_is_told_with_what_it_was(run, empty):
    run("people", empty, "--add", "张三", "--department", "hr", "--role", "contact")
    status, out, _ = run(
        "--language", "en", "people", empty, "--add", "张三", "--department", "finance", "--role", "contact"
    )
    assert (status, "“张三” was listed already (Human resources contact)" in out) == (0, True)
    again = run("--language", "en", "people", empty, "--add", "张三", "--department", "finance", "--role", "contact")[1]
    assert "was listed already" not in again


@pytest.mark.parametrize("key", ["notbase64!!", "YWJj", "A" * 44])
def test_a_damaged_key_is_told_and_nothing_of_the_file_is_taken(run, empty, tmp_path, key):
    file = tmp_path / "people.csv"
    file.write_text(f"{HEAD}甲,,editor,,,{key}\n", "utf-8")
    status, out, err = run("--language", "en", "people", empty, "--import", file)
    assert (status, out, "people.csv:2" in err, "is no public key" in err) == (2, "", True, True)
    file.write_text(f"{HEAD}甲,,editor,,,{'A' * 43}=\n", "utf-8")
    assert run("people", empty, "--import", file)[0] == 0


def test_a_table_is_read_as_people_keep_it(people, run, empty, tmp_path):
    """A workbook, a text file of a Chinese Windows: columns, roles and languages in words of any of the languages."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.worksheets[0]
    for row in (("姓名", "部門", "角色", "電郵", "語言"), ("张三", "人力资源部", "聯絡人", "a@example.com", "English")):
        sheet.append(row)
    book.save(tmp_path / "people.xlsx")
    (tmp_path / "people.txt").write_bytes("姓名\t角色\t部门\n李四\t审核人\thr\n".encode("gb18030"))
    people("--import", tmp_path / "people.xlsx")
    listed = people("--import", tmp_path / "people.txt")
    told = [(one["name"], one["department"], one["role"], one["email"], one["language"]) for one in listed]
    assert told == [("张三", "hr", "contact", "a@example.com", "en"), ("李四", "hr", "reviewer", "", "")]
    (tmp_path / "broken.xlsx").write_bytes(b"PK\x03\x04 no workbook")
    status, out, err = run("--language", "en", "people", empty, "--import", tmp_path / "broken.xlsx")
    assert (status, out) == (2, "")
    assert "broken.xlsx" in err
