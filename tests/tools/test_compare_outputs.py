"""The comparer of exports finds each kind of change, and nothing where only invented ids, times and order differ."""

import re
import shutil
import zipfile

import pytest
from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import DataBarRule
from openpyxl.styles import Font
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

from exporters.word.writer import write_word
from tests.exporters.small_report import document
from tests.tools.book_facts import read_book
from tests.tools.compare_outputs import compare, compare_books, compare_words, main, report
from tests.tools.word_facts import read_word

DOCUMENT = "word/document.xml"
SHEET = "xl/worksheets/sheet1.xml"
WORD_CHANGES = {
    "paragraph": (DOCUMENT, ">年末员工<", ">年终员工<"),
    "paragraph, its style": (
        DOCUMENT,
        '"BodyText"/></w:pPr><w:r><w:t xml:space="preserve">年末',
        '"Lead"/></w:pPr><w:r><w:t xml:space="preserve">年末',
    ),
    "paragraph look": (DOCUMENT, "<w:keepNext/>", ""),
    "run look": (DOCUMENT, "<w:b/><w:bCs/>", "<w:i/>"),
    "table": (DOCUMENT, r'<w:gridCol w:w="\d+"/>', '<w:gridCol w:w="1234"/>'),
    "table row": (DOCUMENT, ">交易<", ">成交<"),
    "table row look": (DOCUMENT, "<w:cantSplit/><w:tblHeader/>", "<w:cantSplit/>"),
    "control, its tag": (DOCUMENT, r'<w:tag w:val="annals:v', '<w:tag w:val="annals:w'),
    "control, its name": (DOCUMENT, '<w:alias w:val="2022年员工人数"/>', '<w:alias w:val="2022年员工"/>'),
    "control, its text": (DOCUMENT, ">1,255<", ">1,256<"),
    "control, its binding": (DOCUMENT, r"/v:text\[1\]", "/v:raw[1]"),
    "store entry, its reference": ("customXml/item1.xml", "<ref>staff@2022</ref>", "<ref>staff@2023</ref>"),
    "store entry, its format": ("customXml/item1.xml", "<format>change%</format>", "<format>change</format>"),
    "store entry, its number": ("customXml/item1.xml", "<raw>1255</raw>", "<raw>1256</raw>"),
    "store entry, its text": ("customXml/item1.xml", "<text>1,255</text>", "<text>1255</text>"),
    "store entry, its unit": ("customXml/item1.xml", "<unit>人</unit>", "<unit>名</unit>"),
    "comment": ("word/comments.xml", "请向行政部核实", "请向财务部核实"),
    "comment, its place": (DOCUMENT, r'<w:commentReference w:id="0"/>', '<w:commentReference w:id="1"/>'),
    "footnote": ("word/footnotes.xml", "按身份证件统计", "按合同统计"),
    "header or footer": ("word/header4Chapter1.xml", "8项待完成", "9项待完成"),
    "section": (DOCUMENT, '<w:pgSz w:w="11906"', '<w:pgSz w:w="11907"'),
    "bookmark": (DOCUMENT, 'w:name="s_people_staff"', 'w:name="s_staff"'),
    "link": (DOCUMENT, '<w:hyperlink w:anchor="s_people"', '<w:hyperlink w:anchor="s_index"'),
    "field": (DOCUMENT, r"SEQ 表 \\\* ARABIC", "SEQ 表"),
    "drawing": (DOCUMENT, 'descr="性别', 'descr="男女'),
    "chart": ("word/charts/chart1.xml", "<v>55.8</v>", "<v>55.9</v>"),
    "style": ("word/styles.xml", '<w:sz w:val="', '<w:sz w:val="1'),
    "property": ("docProps/core.xml", "责任报告", "年度报告"),
    "other part": ("word/settings.xml", "<w:updateFields[^>]*/>", ""),
    "markup": (DOCUMENT, "<w:noProof/>|<w:bookmarkStart", '<w:proofErr w:type="spellStart"/><w:bookmarkStart'),
}
BOOK_CHANGES = {
    "sheet": ("xl/workbook.xml", 'state="visible"', 'state="hidden"'),
    "cell value": ("xl/sharedStrings.xml|" + SHEET, "wide", "narrow"),
    "cell value, a number": (SHEET, "<v>7</v>", "<v>8</v>"),
    "formula": (SHEET, "<f>B2\\*2</f>", "<f>B2*3</f>"),
    "cached value": (SHEET, "<f>B2\\*2</f><v ?/>|<f>B2\\*2</f><v></v>", "<f>B2*2</f><v>15</v>"),
    "number format": ("xl/styles.xml", "#,##0.000", "#,##0.00"),
    "cell look": ("xl/styles.xml", '<b val="1" ?/>', '<i val="1"/>'),
    "link": ("xl/worksheets/_rels/sheet1.xml.rels", "#'Data'!A1", "#'Data'!A2"),
    "defined name": ("xl/workbook.xml", r"Data!\$B\$2<", "Data!$B$3<"),
    "chart": ("xl/charts/chart1.xml", "'Data'!\\$B\\$2", "'Data'!$B$1"),
    "chart, its place": ("xl/drawings/drawing1.xml", "<row>4</row>|<xdr:row>4</xdr:row>", "<row>5</row>"),
    "data bar or condition": (SHEET, '<cfvo type="min"', '<cfvo type="num"'),
    "column": (SHEET, 'width="31"', 'width="32"'),
    "row height": (SHEET, 'ht="25"', 'ht="26"'),
    "merged cells": (SHEET, '<mergeCell ref="D1:E1"', '<mergeCell ref="D1:F1"'),
    "view and freeze pane": (SHEET, 'ySplit="1"', 'ySplit="2"'),
    "choice list": (SHEET, '"yes,no"', '"yes,no,none"'),
    "sheet setting": (SHEET, 'orientation="landscape"', 'orientation="portrait"'),
    "sheet comments": ("xl/comments/comment1.xml", "remark", "remarks"),
    "workbook setting": ("xl/workbook.xml", 'calcId="', 'calcId="1'),
    "property": ("docProps/core.xml", "Somebody", "Nobody"),
    "other part": ("xl/theme/theme1.xml", 'val="1F497D"', 'val="1F497E"'),
    "row": (SHEET, r'<row r="2".*?</row>', ""),
}  # fmt: skip
HARMLESS = {
    "an id of a relation": ("word/document.xml|word/_rels/document.xml.rels", "rIdChart1", "rIdOther"),
    "an id of a control": (DOCUMENT, r'<w:id w:val="110"/>', '<w:id w:val="99110"/>'),
    "an id of a bookmark": (DOCUMENT, 'w:id="101"(.*?)w:id="101"', r'w:id="99101"\1w:id="99101"'),
}


@pytest.fixture(scope="module")
def word(tmp_path_factory):
    path = tmp_path_factory.mktemp("word") / "small.docx"
    write_word(document(), path)
    return path


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    path = tmp_path_factory.mktemp("book") / "small.xlsx"
    workbook = Workbook()
    workbook.properties.creator = "Somebody"
    sheet = workbook.active
    sheet.title = "Data"
    sheet.append(["Gas", "note", "", "wide"])
    sheet.append(["used", 7, "=B2*2"])
    sheet.append(["saved", 9])
    sheet["A1"].font, sheet["B2"].number_format = Font(bold=True), "#,##0.000"
    sheet["A3"].hyperlink = "#'Data'!A1"
    sheet["B1"].comment = Comment("remark", "Somebody")
    sheet.merge_cells("D1:E1")
    sheet.freeze_panes, sheet.column_dimensions["A"].width, sheet.row_dimensions[2].height = "A2", 31, 25
    sheet.page_setup.orientation = "landscape"
    sheet.conditional_formatting.add("B2:B3", DataBarRule("min", None, "max", None, "FF0000"))
    choice = DataValidation("list", formula1='"yes,no"')
    sheet.add_data_validation(choice)
    choice.add("F1")
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=2, min_row=2, max_row=3))
    sheet.add_chart(chart, "G5")
    workbook.defined_names["v_gas"] = DefinedName("v_gas", attr_text="Data!$B$2")
    workbook.save(path)
    return path


def plant(path, folder, parts, old, new):
    """Copy a file, its parts in another order, with one text of some parts replaced."""
    folder.mkdir()
    planted = 0
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(folder / path.name, "w") as target:
        for name in reversed(source.namelist()):
            content = source.read(name)
            if re.fullmatch(parts, name):
                text, count = re.subn(old, new, content.decode("utf-8"), count=1)
                content, planted = text.encode("utf-8"), planted + count
            target.writestr(name, content)
    assert planted, f"{old} does not stand in {parts}"
    return folder


@pytest.fixture(scope="module")
def word_kinds(word):
    """Which kinds of difference a changed copy of the Word file shows; the original is read once."""
    old = read_word(word)
    return lambda folder: {d.kind for d in compare_words(word.name, old, read_word(folder / word.name))}


@pytest.fixture(scope="module")
def book_kinds(book):
    old = read_book(book)
    return lambda folder: {d.kind for d in compare_books(book.name, old, read_book(folder / book.name))}


@pytest.mark.parametrize("change", WORD_CHANGES)
def test_a_change_in_a_word_file_is_found(word, word_kinds, tmp_path, change):
    assert change.split(",")[0] in word_kinds(plant(word, tmp_path / "new", *WORD_CHANGES[change]))


@pytest.mark.parametrize("change", BOOK_CHANGES)
def test_a_change_in_a_workbook_is_found(book, book_kinds, tmp_path, change):
    assert change.split(",")[0] in book_kinds(plant(book, tmp_path / "new", *BOOK_CHANGES[change]))


@pytest.mark.parametrize("change", HARMLESS)
def test_ids_and_the_order_of_parts_are_no_difference(word, word_kinds, tmp_path, change):
    assert word_kinds(plant(word, tmp_path / "new", *HARMLESS[change])) == set()


def test_the_time_of_saving_is_no_difference(book, book_kinds, tmp_path):
    changed = plant(book, tmp_path / "new", "docProps/core.xml", r"20\d\d-", "1999-")
    assert book_kinds(changed) == set()


def test_other_data_behind_a_chart_is_found(word, word_kinds, tmp_path):
    folder = tmp_path / "new"
    folder.mkdir()
    with zipfile.ZipFile(word) as source, zipfile.ZipFile(folder / word.name, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name.replace("embeddings/chart1.", "embeddings/chart2.")))
    assert word_kinds(folder) == {"chart data"}


def test_a_new_row_leaves_the_rows_below_it_alone(book, tmp_path):
    changed = plant(book, tmp_path / "new", *BOOK_CHANGES["row"])
    assert [d.name for d in compare(book.parent, changed)] == ["Data!2"]


def test_a_new_paragraph_leaves_those_behind_it_alone(word, tmp_path):
    first = '<w:p><w:pPr><w:pStyle w:val="Lead"/></w:pPr><w:r><w:t>New.</w:t></w:r></w:p>'
    old = '<w:p><w:pPr><w:pStyle w:val="Lead"/>'
    changed = plant(word, tmp_path / "new", DOCUMENT, re.escape(old), first + old)
    assert [(d.kind, d.old, d.new) for d in compare(word.parent, changed)] == [("paragraph", None, "Lead: New.")]


def test_a_file_that_went_is_a_difference_and_gives_exit_1(word, tmp_path, capsys):
    assert main([str(word.parent), str(tmp_path)]) == 1
    assert "small.docx: file (1)" in capsys.readouterr().out


def test_no_difference_gives_exit_0(word, tmp_path, capsys):
    shutil.copy(word, tmp_path)
    assert main([str(word.parent), str(tmp_path)]) == 0
    assert capsys.readouterr().out == "0 differences\n"


def test_the_report_shows_the_first_of_each_kind_and_counts_the_rest(book, tmp_path):
    changed = plant(book, tmp_path / "new", SHEET, r"<row .*</row>", "")
    differences = list(compare(book.parent, changed))
    lines = list(report(differences, first=1))
    assert lines[0].startswith(f"{len(differences)} differences\n  row: 3")
    assert "  … and 2 more" in lines
    assert len(list(report(differences, first=None))) > len(lines)
