"""Web pages and XML tables that bear the name of a workbook, read in a process of their own."""

from __future__ import annotations

import pytest

from exporters.excel.page_child import main
from exporters.excel.sheet_reader import read_page
from schema.errors import AnnalsError

ASK = {"cells": 100_000}
PAGE = """<html><head><meta charset="gb2312"><title>x</title><style>td {color: red}</style></head><body>
<p>2024年度能耗</p><table><tr><th rowspan="2">指标</th><th colspan=2>用量</th></tr><tr><th>本年<th>上年</tr>
<tr><td>电 <b>力</b><br>外购</td><td>1,200</td><td>&nbsp;5<table><tr><td>内</table></td></tr>
<tr style="display: none"><td>隐</table></body></html>"""
XML = """<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Worksheet ss:Name="能耗"><Table><Row><Cell ss:MergeAcross="1"><Data ss:Type="String">指标</Data></Cell><Cell><Data ss:Type="String">2024</Data></Cell></Row>
<Row ss:Index="3"><Cell><Data ss:Type="String">水</Data></Cell><Cell ss:Index="3"><Data ss:Type="Number">300</Data></Cell></Row></Table></Worksheet></Workbook>"""


@pytest.fixture
def read(tmp_path):
    def run(content: bytes, **ask):
        path = tmp_path / "a.xls"
        path.write_bytes(content)
        return main(path, ASK | ask)[0]

    return run


@pytest.mark.usefixtures("own_process")
def test_the_tables_of_a_page_are_a_sheet_with_the_lines_above_them(read):
    (sheet,) = read(PAGE.encode("gb18030"))["sheets"]
    assert sheet["rows"] == [
        ["2024年度能耗"], [], ["指标", "用量", ""], ["", "本年", "上年"], ["电 力 外购", "1,200", "5内"], ["隐"],
    ]  # fmt: skip
    assert (sheet["merged"], sheet["hidden_rows"]) == (["A3:A4", "B3:C3"], [6])


def test_the_xml_of_2003_has_its_sheets_rows_and_columns_where_they_stand(read):
    (sheet,) = read(XML.encode())["sheets"]
    assert (sheet["title"], sheet["rows"]) == ("能耗", [["指标", "", "2024"], [], ["水", "", "300"]])


def test_a_page_in_an_envelope_is_a_page(read):
    letter = b"MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
    assert read(letter + "<table><tr><td>水</table>".encode())["sheets"][0]["rows"] == [["水"]]


@pytest.mark.parametrize(
    "content", [b"<html><body></body></html>", b"", b"<?xml version='1.0'?><Workbook", b"MIME-Version: 1.0\n\n"]
)
def test_what_holds_no_table_is_refused(read, content):
    assert read(content) == {"refused": "not_workbook"}


@pytest.mark.parametrize(
    "content", [b"<table><tr><td colspan=60000 rowspan=60000>1</table>", b"<table>" + b"<tr><td>1" * 200_000]
)
def test_a_page_with_more_cells_than_may_be_is_too_large(tmp_path, content):
    path = tmp_path / "a.xls"
    path.write_bytes(content)
    with pytest.raises(MemoryError):
        main(path, ASK)


def test_an_entity_that_grows_is_refused(read):
    bomb = b'<!DOCTYPE a [<!ENTITY b "bbbbbbbb">]><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">&b;</Workbook>'
    assert read(bomb) == {"refused": "not_workbook"}


def test_a_page_is_read_by_a_child(tmp_path):
    path = tmp_path / "a.xls"
    path.write_text("<table><tr><td>水<td>3</table>", "utf-8")
    assert read_page(path)[0].rows == (("水", "3"),)
    path.write_bytes(b"<html>")
    with pytest.raises(AnnalsError) as caught:
        read_page(path)
    assert caught.value.code == "book.not_workbook"
