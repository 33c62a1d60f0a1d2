"""A hospital group that nobody has seen, English only, from nothing by its workbook alone."""

import json
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from desktop.cli.main import main
from tests.office_files import complaints

ASKED = ("care", "people")
METRICS = [
    ("care.staying", "Patients staying", "integer", "person", "stock"),
    ("care.inpatients", "Inpatients", "integer", "person", "flow"),
    ("care.outpatients", "Outpatients", "integer", "person", "flow"),
    ("care.surgeries", "Patients in surgery", "integer", "person", "flow"),
    ("care.births", "Births", "integer", "person", "flow"),
    ("care.emergencies", "Patients in emergency", "integer", "person", "flow"),
    ("care.donors", "Blood donors", "integer", "person", "flow"),
    ("care.satisfied", "Satisfied patients", "percent", "percent", "flow"),
    ("care.infected", "Infections in hospital", "percent", "percent", "flow"),
    ("care.screened", "Screened for cancer", "integer", "person", "flow"),
    ("people.staff", "Employees", "integer", "person", "stock"),
    ("people.doctors", "Doctors", "integer", "person", "stock"),
    ("people.nurses", "Nurses", "integer", "person", "stock"),
    ("people.hired", "Employees hired", "integer", "person", "flow"),
    ("people.left", "Employees who left", "integer", "person", "flow"),
    ("people.trained", "Employees trained", "integer", "person", "flow"),
    ("people.injured", "Employees injured", "integer", "person", "flow"),
    ("people.volunteers", "Volunteers", "integer", "person", "stock"),
    ("people.covered", "Covered by an agreement", "percent", "percent", "stock"),
    ("people.women", "Women among managers", "percent", "percent", "stock"),
]
METRIC_HEADS = ("code", "name.en", "kind", "unit", "timing")
STRANGERS = ("快手", "Kuaishou", "1024.HK")


@pytest.fixture
def run(capsys):
    def call(*arguments: object) -> tuple[int, str, str]:
        status = main([*(str(argument) for argument in arguments), "--language", "en"])
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return call


def fill(page, heads, rows, first: int = 2) -> int:
    """Type rows under their heads; say how many cells that took."""
    columns = {cell.value: cell.column for cell in page[1]}
    cells = 0
    for number, row in enumerate(rows, first):
        for head, text in zip(heads, row, strict=True):
            if text != "":
                page.cell(number, columns[head], text)
                cells += 1
    return cells


def hospital(path) -> int:
    """Fill the blank workbook of an empty workspace as a person would; say how many cells that took."""
    book = load_workbook(path)
    cells = fill(book["company"], ("name.en", "short.en"), [("Riverside Hospitals", "Riverside")])
    cells += fill(book["metrics"], METRIC_HEADS, METRICS)
    cells += fill(
        book["outlines"], ("code", "year", "language", "title.en"), [("first", 2031, "en", "Riverside Report 2031")]
    )
    cells += fill(book["sections"], ("level", "code", "title.en"), [(1, "care", "Care"), (1, "people", "People")])
    blocks = list[tuple[str, str, str, str]]()
    for section in ASKED:
        blocks.append((section, "table", f"{section}.table", f"{section.title()} in figures"))
        blocks += [("", "", code, "") for code, *_ in METRICS if code.startswith(section)]
    cells += fill(book["blocks"], ("section", "block", "ref", "title.en"), blocks)
    book.save(path)
    return cells


def test_a_hospital_is_compiled_from_nothing_by_its_workbook(run, tmp_path):
    workspace, book, figures = tmp_path / "h.annals", tmp_path / "h.xlsx", tmp_path / "h.csv"
    assert run("new", workspace, "--empty", "--languages", "en")[0] == 0
    assert run("catalogue", "export", workspace, book)[0] == 0
    assert hospital(book) == 140
    status, out, err = run("catalogue", "import", workspace, book, "--overwrite")
    assert (status, err) == (0, "")
    assert "metrics: 20 added" in out
    lines = [f"{code},2031,{50 + n}" for n, (code, *_) in enumerate(METRICS)]
    figures.write_text("metric,period,value\n" + "\n".join(lines) + "\n", "utf-8")
    assert run("import", workspace, figures)[0] == 0
    values = json.loads(run("values", workspace, "--period", 2031, "--json")[1])["values"]
    assert {one["metric"]: one["text"] for one in values}["people.doctors"] == "61 people"
    status, out, err = run("check", workspace)
    assert (status, err) == (0, ""), out
    assert run("export", workspace, "--report", "first", "--out", tmp_path / "out")[0] == 0
    draft, sheet = tmp_path / "out" / "first.docx", tmp_path / "out" / "first.xlsx"
    assert complaints(draft) == []
    assert complaints(sheet) == []
    sheets = load_workbook(sheet)
    told = "\n".join(str(cell) for page in sheets for row in page.iter_rows(values_only=True) for cell in row if cell)
    assert "Screened for cancer" in told
    with ZipFile(draft) as parts:
        told += "".join(parts.read(name).decode("utf-8") for name in parts.namelist() if name.endswith(".xml"))
    assert [word for word in STRANGERS if word in told] == []


def test_a_blank_cell_is_asked_for_where_two_things_could_be_meant(run, tmp_path):
    workspace, book = tmp_path / "h.annals", tmp_path / "h.xlsx"
    assert run("new", workspace, "--empty", "--languages", "en")[0] == 0
    assert run("catalogue", "export", workspace, book)[0] == 0
    hospital(book)
    two = load_workbook(book)
    fill(two["departments"], ("code", "name.en"), [("nursing", "Nursing")], 3)
    two.save(book)
    status, _, err = run("catalogue", "import", workspace, book)
    assert status == 2
    assert "metrics!" in err
    assert "department" in err
    assert "Traceback" not in err
