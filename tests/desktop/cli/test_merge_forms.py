"""Excel forms are merged like packs: what is taken, what goes back, what is told where a form is not one for here."""

import json
import shutil

import openpyxl
import pytest

from desktop.cli.main import main
from tests.exporters.excel.forms.form_case import cell_of, columns_of

REPORT = ("--report", "csr-2022")
HR = (*REPORT, "--department", "hr")
FORM = "csr-2022-hr.xlsx"


@pytest.fixture(autouse=True)
def keys(tmp_path, monkeypatch):
    monkeypatch.setattr("desktop.cli.send.keys_folder", lambda: tmp_path / "keys")
    monkeypatch.setenv("ANNALS_AS", "编辑")


@pytest.fixture
def run(capsys):
    def call(*arguments):
        status = main(["--language", "en", *map(str, arguments)])
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return call


@pytest.fixture(scope="module")
def kept_sent(kept_single, tmp_path_factory):
    """The contact of hr was sent a form; gives the folder with workspace and form."""
    folder = tmp_path_factory.mktemp("sent")
    path = shutil.copy(kept_single, folder / "company.annals")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("desktop.cli.send.keys_folder", lambda: folder / "keys")
        patch.setenv("ANNALS_AS", "编辑")
        for name, role in (("编辑", "editor"), ("人力", "contact")):
            assert main(["people", str(path), "--add", name, "--role", role, "--department", "hr"]) == 0
        assert main(["request", str(path), *HR, "--due", "2026-12-31"]) == 0
        assert main(["send", str(path), *HR, "--excel", "--out", str(folder)]) == 0
    return folder


@pytest.fixture
def company(kept_sent, tmp_path):
    return shutil.copy(kept_sent / "company.annals", tmp_path / "company.annals")


@pytest.fixture
def form(kept_sent, tmp_path):
    """Fills the form in as it is told; gives its path."""

    def fill(values, *changes, name=FORM):
        book = openpyxl.load_workbook(kept_sent / FORM)
        for reference, value in values.items():
            cell_of(book, Text(reference)).value = value
        for change in changes:
            change(book)
        book.save(tmp_path / name)
        return tmp_path / name

    return fill


class Text(str):
    """A reference where a key is asked for."""

    __slots__ = ()

    def canonical(self):
        return str(self)


def merged(run, *arguments):
    status, out, _ = run("merge", *arguments, "--json")
    return status, json.loads(out)["merges"][0]


def values(run, company):
    found = json.loads(run("values", company, "--json")[1])["values"]
    return {
        entry["metric"]: entry["value"] for entry in found if entry["period"] == 2022 and entry["kind"] == "entered"
    }


ETHNICITIES, COUNTRIES = "workforce.ethnicities@2022", "workforce.countries@2022"


def signed(name):
    """Fills in who has filled in the form."""

    def sign(book):
        next(row for row in book.worksheets[0].iter_rows() if row[0].value == "#person")[3].value = name

    return sign


def test_a_filled_form_is_taken_with_who_and_where(run, company, form):
    status, told = merged(run, company, form({ETHNICITIES: "３１"}, signed("人力\n专员")))
    assert (status, told["by"], told["taken"], told["refused"]) == (0, "人力 专员", [ETHNICITIES], [])
    history = json.loads(run("history", company, "--metric", "workforce.ethnicities", "--json")[1])["history"]
    assert (history[-1]["who"], history[-1]["via"]["merge"], history[-1]["reason"][:3]) == ("人力 专员", 1, "数据!")


def test_a_name_that_is_unknown_here_is_told(run, company, form):
    assert "人力专员 is not among the people" in run("merge", company, form({ETHNICITIES: 31}, signed("人力专员")))[1]
    _, out, _ = run("merge", company, form({COUNTRIES: 20}, signed(None)))
    assert "人力" in out
    assert "not among" not in out


def test_a_form_that_names_nobody_and_was_sent_to_nobody_is_told(run, company, form):
    def to_nobody(book):
        next(row for row in book["annals"].iter_rows() if row[0].value == "person")[1].value = None

    out = run("merge", company, form({ETHNICITIES: 31}, signed(None), to_nobody))[1]
    assert "names nobody who filled it in" in out


def test_the_same_form_with_more_in_it_clashes_with_nothing(run, company, form):
    assert merged(run, company, form({ETHNICITIES: 31}))[0] == 0
    status, told = merged(run, company, form({ETHNICITIES: 31, COUNTRIES: 20}, name="again.xlsx"))
    assert (status, sorted(told["taken"]), told["conflicts"]) == (0, [COUNTRIES], [])


def test_whoever_signs_a_form_may_correct_it_later(run, company, form):
    assert merged(run, company, form({ETHNICITIES: 31}, signed("人力专员")))[0] == 0
    status, told = merged(run, company, form({ETHNICITIES: 32}, signed("人力专员"), name="again.xlsx"))
    assert (status, told["taken"], values(run, company)["workforce.ethnicities"]) == (0, [ETHNICITIES], "32")


def test_two_copies_of_a_form_overwrite_each_other_never(run, company, form):
    assert merged(run, company, form({ETHNICITIES: 31}))[0] == 0
    for second in (form({ETHNICITIES: 32}, name="b.xlsx"), form({ETHNICITIES: 33}, signed("同事"), name="c.xlsx")):
        status, told = merged(run, company, second)
        assert (status, [conflict["subject"] for conflict in told["conflicts"]]) == (1, [ETHNICITIES])
    assert values(run, company)["workforce.ethnicities"] == "31"


def test_what_can_not_be_read_goes_back_with_a_fresh_form_of_the_rest(run, company, form, tmp_path):
    status, told = merged(run, company, form({ETHNICITIES: 31, COUNTRIES: "见附件"}), "--reply", tmp_path / "reply")
    assert (status, told["taken"]) == (1, [ETHNICITIES])
    (refused,) = told["refused"]
    assert refused["subject"] == COUNTRIES
    assert refused["place"].startswith("数据!G")
    book = openpyxl.load_workbook(tmp_path / "reply" / "csr-2022-hr.reply.xlsx")
    assert book.sheetnames[0] == "处理结果"
    assert any(cell.value == refused["place"] for row in book.worksheets[0].iter_rows() for cell in row)
    asked = {str(row[0].value) for page in book.worksheets if "#value" in columns_of(page) for row in page.iter_rows()}
    assert COUNTRIES in asked
    assert ETHNICITIES not in asked
    cell_of(book, Text(COUNTRIES)).value = 19  # pyright: ignore[reportAttributeAccessIssue]
    book.save(tmp_path / "second.xlsx")
    assert merged(run, company, tmp_path / "second.xlsx")[1]["taken"] == [COUNTRIES]


def test_a_dry_run_writes_no_fresh_form(run, company, form, tmp_path):
    assert merged(run, company, form({ETHNICITIES: 31}), "--dry-run", "--reply", tmp_path / "reply")[0] == 0
    assert [path.name for path in (tmp_path / "reply").iterdir() if path.suffix != ".json"] == ["csr-2022-hr.reply.txt"]


@pytest.mark.parametrize("name", ["company", "report", "department", "request"])
def test_a_form_for_somewhere_else_is_told_in_one_sentence(run, company, form, name):
    def change(book):
        next(row for row in book["annals"].iter_rows() if row[0].value == name)[1].value = "别处"

    before = company.read_bytes()
    status, out, err = run("merge", company, form({ETHNICITIES: 31}, change))
    assert (status, out, len(err.strip().splitlines())) == (2, "", 1)
    assert FORM in err
    assert company.read_bytes() == before


def test_import_leaves_a_form_to_merge(run, company, form):
    status, _, err = run("import", company, form({ETHNICITIES: 31}))
    assert status == 2
    assert "annals merge" in err
