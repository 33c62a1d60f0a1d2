"""What runs or leads out of a company's Word file comes into no report: fields, links, objects; the person is told."""

import zipfile

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from exporters.word.company_template import prepare
from exporters.word.package import Package
from exporters.word.template_reader import read_template
from exporters.word.writer import template_path
from tests.exporters.word.test_template import company_file

ATTACHED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
ALLOWED = ["PAGE", "NUMPAGES", 'STYLEREF "Heading 1"', 'DATE \\@ "yyyy"', "page \\* MERGEFORMAT"]
HOSTILE = [
    'DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc"', "DDE excel x", 'INCLUDEPICTURE "http://e.example/x.png" \\d',
    'INCLUDETEXT "\\\\\\\\host\\\\share\\\\x"', "LINK Excel.Sheet.8 x", "EMBED Package", 'HYPERLINK "http://e.example"',
    "MACROBUTTON run x", 'QUOTE { PAGE }', "AUTOTEXT x", "DATABASE x", 'SET x "y"', "=1+1", "",
]  # fmt: skip


def _long(paragraph, pieces, *, end=True):
    marks = ["begin", *pieces, "separate", None, *(["end"] if end else [])]
    for mark in marks:
        run = paragraph.add_run("" if mark is not None else "shown")._r
        if mark in ("begin", "separate", "end"):
            run.append(parse_xml(f'<w:fldChar {nsdecls("w")} w:fldCharType="{mark}"/>'))
        elif mark is not None:
            code = parse_xml(f'<w:instrText {nsdecls("w")} xml:space="preserve"/>')
            code.text = mark
            run.append(code)


def _simple(paragraph, instruction):
    field = parse_xml(f"<w:fldSimple {nsdecls('w')}><w:r><w:t>shown</w:t></w:r></w:fldSimple>")
    field.set(field.tag.replace("fldSimple", "instr"), instruction)
    paragraph._p.append(field)


def _file(tmp_path, work):
    path = company_file(tmp_path / "c.docx")
    made = docx.Document(path)
    work(made.sections[0].footer.paragraphs[0], made)
    made.save(path)
    return path


def _all(content, tmp_path):
    (tmp_path / "out.docx").write_bytes(content)
    with zipfile.ZipFile(tmp_path / "out.docx") as archive:
        return "".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


@pytest.mark.parametrize("instruction", HOSTILE)
def test_a_field_that_is_not_allowed_is_left_as_its_text(tmp_path, instruction):
    def plant(foot, made):
        _long(foot, [instruction])
        _long(foot, list(instruction))  # a letter a piece
        _long(made.sections[0].header.paragraphs[0], [instruction], end=False)
        _simple(foot, instruction)

    prepared = prepare(_file(tmp_path, plant), template_path())
    out = _all(prepared.content, tmp_path)
    word = instruction.split(" ")[0]
    assert "fldSimple" not in out
    assert "instrText" not in out
    assert not word or f"{word} " not in out
    assert out.count("shown<") == 4
    assert len(prepared.taken) == 1


@pytest.mark.parametrize("instruction", ALLOWED)
def test_a_field_that_counts_or_dates_stays(tmp_path, instruction):
    def plant(foot, made):
        _long(foot, [instruction])
        _simple(foot, instruction)

    prepared = prepare(_file(tmp_path, plant), template_path())
    out = _all(prepared.content, tmp_path)
    assert (out.count("<w:instrText"), out.count("<w:fldSimple")) == (1, 1)
    assert prepared.taken == ()


def test_an_allowed_field_around_a_hostile_one_stays_alone(tmp_path):
    def plant(foot, made):
        for mark in ("begin", "begin"):
            foot.add_run()._r.append(parse_xml(f'<w:fldChar {nsdecls("w")} w:fldCharType="{mark}"/>'))
        _long(foot, ["DDEAUTO x"])

    prepared = prepare(_file(tmp_path, plant), template_path())
    assert "DDEAUTO" in prepared.taken
    assert "fldChar" not in _all(prepared.content, tmp_path)  # the outer ones never ended


def test_what_leads_out_or_runs_is_dropped_and_told(tmp_path):
    def plant(foot, made):
        part = foot.part
        link = part.relate_to("http://e.example/beacon.png", RT.IMAGE, is_external=True)
        foot.add_run()._r.append(parse_xml(
            f'<w:drawing {nsdecls("w")}><a:blip {nsdecls("a", "r")} r:link="{link}"/></w:drawing>'))  # fmt: skip
        part.relate_to("file:///x", RT.OLE_OBJECT, is_external=True)
        made.part.part_related_by(RT.SETTINGS).relate_to("http://e.example/t.dotm", ATTACHED, is_external=True)
        made.part.relate_to("http://e.example/f", ATTACHED.replace("attachedTemplate", "frame"), is_external=True)
        foot._p.append(parse_xml(f"<w:r {nsdecls('w')}><w:object/></w:r>"))

    read = read_template(_file(tmp_path, plant))
    out = _all(read.content, tmp_path)
    assert "e.example" not in out
    assert 'TargetMode="External"' not in out
    assert "<w:object" not in out
    (told,) = [issue for issue in read.issues if issue.code == "template.taken"]
    assert {"image", "oleObject", "object"} <= set(told.facts["list"].split(", "))


def test_the_template_that_ships_and_a_plain_one_lose_nothing(tmp_path):
    assert prepare(template_path(), template_path()).taken == ()
    assert prepare(company_file(tmp_path / "c.docx", logo=True), template_path()).taken == ()


def test_a_template_that_a_workspace_brings_is_guarded_when_it_is_written_with(tmp_path):
    path = _file(tmp_path, lambda foot, made: _long(foot, ["DDEAUTO x"]))
    foot = Package(path).document.sections[0].footer
    assert "instrText" not in foot._element.xml
    assert "shown" in foot._element.xml
