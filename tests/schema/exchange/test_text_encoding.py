"""Text files in the encodings of the field, told apart by what their letters say."""

from __future__ import annotations

import pytest

from schema.exchange.oldsheets.csv_file import is_figures_csv, read_csv
from schema.exchange.oldsheets.file_kind import file_kind
from schema.exchange.oldsheets.text_encoding import read_text

SIMPLE, TRADITIONAL = "指标,单位,2024\n新鲜水使用量,吨,300\n", "指標,單位,2024\n新鮮水使用量,噸,300\n"
WESTERN = "Indicator;Unit;2024\nConsommation d’énergie;kWh;300 €\nZürich – Müll;t;5\n"


@pytest.mark.parametrize(
    ("text", "encoding", "name"),
    [(SIMPLE, "gb18030", "GB18030"), (TRADITIONAL, "big5hkscs", "Big5"), (WESTERN, "cp1252", "Windows-1252"),
     (SIMPLE, "utf-16-le", "UTF-16"), (SIMPLE, "utf-16-be", "UTF-16"), (SIMPLE, "utf-16", "UTF-16"),
     (TRADITIONAL, "utf-8", "UTF-8"), (SIMPLE, "utf-8-sig", "UTF-8")],
)  # fmt: skip
def test_each_encoding_is_known_by_its_text(text, encoding, name):
    assert read_text(text.encode(encoding)) == (text, name)


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", b"\x00\x01\x02\x03", bytes(range(128, 160))])
def test_bytes_that_are_no_text_are_none(data):
    assert read_text(data) is None


def test_a_first_line_may_name_the_separator(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("sep=;\r\n指标;2024\r\na,b;5\r\n", "utf-8-sig")
    assert read_csv(path).sheet.rows == (("指标", "2024"), ("a,b", "5"))


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-8", "gb18030"])
def test_the_figures_format_is_known_in_each_encoding(tmp_path, encoding):
    path = tmp_path / "f.csv"
    path.write_bytes("metric,period,value,note\nenergy.gas,2024,5,说明\n".encode(encoding))
    assert is_figures_csv(path)


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [("a.xls", b"<html><table><tr><td>1", "page"), ("a.xls", "指标\t2024\n水\t3\n".encode("utf-16"), "text"),
     ("a.csv", b"PK\x03\x04rest", "book"), ("a.xls", b"\xd0\xcf\x11\xe0rest", "book"), ("a.csv", b"a,<b>,c\n1,2,3\n", "text"),
     ("a.xlsx", b"no workbook", "book"), ("a.xls", "﻿<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'>".encode(), "page"),
     ("a.xls", b"MIME-Version: 1.0\nContent-Type: multipart/related\n", "page"), ("a.xls", b"", "book")],
)  # fmt: skip
def test_a_file_is_what_it_holds(tmp_path, name, content, kind):
    path = tmp_path / name
    path.write_bytes(content)
    assert file_kind(path) == kind


def test_a_letter_cut_at_the_end_of_what_is_looked_at_changes_nothing(tmp_path):
    path = tmp_path / "a.xls"
    path.write_bytes(("指标\t2024\n" + "新鲜水使用量\t300\n" * 2000).encode("gb18030"))
    assert file_kind(path) == "text"
