"""A company's own Word template and logo: put in with `new`, later with `picture`, used by every export."""

import docx
import pytest
from docx.shared import Cm, RGBColor
from PIL import Image

from desktop.cli.main import main
from schema.grammar.slots import COMPANY, LOGO, TEMPLATE
from schema.values.image_slots import placed_picture
from schema.workspace import Workspace

RED = RGBColor(0xB0, 0x10, 0x30)


@pytest.fixture
def template(tmp_path):
    made = docx.Document()
    made.styles["Heading 1"].font.color.rgb = RED
    made.save(tmp_path / "acme.docx")
    return tmp_path / "acme.docx"


@pytest.fixture
def logo(tmp_path):
    Image.new("RGB", (300, 100), "red").save(tmp_path / "logo.png")
    return tmp_path / "logo.png"


def exported(workspace, folder):
    assert main(["export", str(workspace), "--report", "csr-2022", "--word", "--out", str(folder)]) == 0
    return docx.Document(str(folder / "csr-2022.docx"))


def test_a_new_workspace_takes_template_and_logo_and_names_missing_styles(tmp_path, template, logo, capsys):
    workspace = tmp_path / "own.annals"
    given = ["new", str(workspace), "--template", str(template), "--logo", str(logo), "--language", "en"]
    assert main(given) == 0
    assert "lacks" in (told := capsys.readouterr().out)
    assert "Report Table" in told
    with Workspace.open(workspace, write=False) as opened:
        snapshot = opened.snapshot()
        assert opened.verify() == ()
    assert placed_picture(snapshot, COMPANY, LOGO).name == "logo.png"
    assert placed_picture(snapshot, COMPANY, TEMPLATE).name == "acme.docx"
    assert exported(workspace, tmp_path).styles["Heading 1"].font.color.rgb == RED


def logos(report):
    return [p for p in report.element.body.iter("{*}docPr") if p.get("name") == "annals:picture:company.logo"]


def test_a_logo_stands_on_the_cover(empty, tmp_path, logo):
    plain = exported(empty, tmp_path / "before")
    assert logos(plain) == []
    assert "{logo}" not in "".join(p.text for p in plain.paragraphs)
    assert main(["picture", str(empty), "company.logo", str(logo)]) == 0
    report = exported(empty, tmp_path / "after")
    assert len(logos(report)) == 1
    assert report.inline_shapes[0].height <= Cm(1.81)
    assert "{logo}" not in "".join(p.text for p in report.paragraphs)


def test_a_template_may_be_put_in_later_and_taken_out(empty, tmp_path, template):
    assert main(["picture", str(empty), "company.template", str(template)]) == 0
    assert exported(empty, tmp_path / "own").styles["Heading 1"].font.color.rgb == RED
    assert main(["picture", str(empty), "company.template", "--remove"]) == 0
    assert exported(empty, tmp_path / "plain").styles["Heading 1"].font.color.rgb != RED


def narrow(path):
    made = docx.Document()
    made.sections[0].page_width = Cm(14.8)
    made.save(path)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda path: path.write_text("no Word file", "utf-8"), "not a valid .docx"),
        (lambda path: path.write_bytes(b"PK\x03\x04" + b"\0" * 40), "not a valid .docx"),
        (narrow, "too narrow"),
        (lambda path: None, "cannot be opened"),
    ],
)
def test_a_file_that_is_no_template_is_refused_in_a_sentence_and_nothing_is_made(tmp_path, make, words, capsys):
    path, workspace = tmp_path / "wrong.docx", tmp_path / "own.annals"
    make(path)
    assert main(["new", str(workspace), "--template", str(path), "--language", "en"]) == 2
    assert words in capsys.readouterr().err
    assert not workspace.exists()
