"""Files that somebody attaches: what they are is told by their bytes, they are kept as they are, and never run."""

from __future__ import annotations

import hashlib
import os
import zipfile

import pytest
from docx import Document
from openpyxl import Workbook

from schema.errors import AnnalsError
from schema.exchange import evidence_reader
from schema.exchange.evidence_reader import read_evidence, received
from schema.values.datapoint import Attachment
from schema.values.evidence import evidence_name, evidence_names
from schema.values.file_types import FILE_TYPES, file_type, may_act
from tests.pdf_files import pdf

TWELVE = pdf(12)
LOCKED = pdf(3, password="x")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


@pytest.fixture
def save(tmp_path):
    def save(name, content=b"%PDF-1.7\nbytes"):
        (tmp_path / name).write_bytes(content)
        return tmp_path / name

    return save


def packed(path, *names):
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(name, "<x/>")
    return path


def test_a_file_is_kept_byte_for_byte_with_its_facts(save):
    read = read_evidence(save("发票 7月.pdf"))
    content = b"%PDF-1.7\nbytes"
    assert read.content == content
    assert read.attachment == Attachment(hashlib.sha256(content).hexdigest(), "发票 7月.pdf", "pdf", len(content))


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"%PDF-1.4", "pdf"), (b"\x89PNG\r\n\x1a\n\0", "png"), (b"\xff\xd8\xff\xe0", "jpeg"), (OLE, "ole"),
        (OLE + "_VBA_PROJECT".encode("utf-16-le"), "ole-macros"), (b"MZ\x90\0", "program"), (b"\x7fELF", "program"),
        (b"#!/bin/sh\nrm", "script"), ("电费,12\n".encode(), "text"), ("电费".encode("gbk"), "text"),
        ("电费".encode("utf-16"), "text"), (b"<!DOCTYPE html><p>", "html"), (b"<?xml version='1.0'?><a/>", "xml"),
        (b"<?xml version='1.0'?><?mso-application progid='Excel.Sheet'?>", "ooxml-macros"), (b"{\\rtf1", "rtf"),
        (bytes(range(32)), "data"), (b"L\0\0\0\x01\x14\x02\0", "program"), (b"SQLite format 3\0", "database"),
        (b"<svg onload='x'/>", "html"), (b"PK\3\4" + bytes(60), "zip"),
    ],
)  # fmt: skip
def test_its_type_is_told_by_its_bytes(save, content, code):
    assert read_evidence(save("a.pdf", content)).attachment.type == code


def test_office_files_say_how_many_pages_or_sheets_they_have(tmp_path):
    book = Workbook()
    book.create_sheet("二")
    book.save(tmp_path / "b.xlsx")
    Document().save(tmp_path / "d.docx")
    sheets, pages = (read_evidence(tmp_path / name).attachment for name in ("b.xlsx", "d.docx"))
    assert (sheets.type, sheets.pages) == ("xlsx", 2)
    assert (pages.type, pages.pages) == ("docx", 1)


def test_macros_are_seen_in_what_is_called_a_plain_workbook(tmp_path):
    path = packed(tmp_path / "a.xlsx", "xl/workbook.xml", "xl/vbaProject.bin")
    assert read_evidence(path).attachment.type == "ooxml-macros"


def test_a_broken_document_is_evidence_all_the_same_and_has_no_pages(tmp_path):
    whole = packed(tmp_path / "a.docx", "word/document.xml", "docProps/app.xml").read_bytes()
    (tmp_path / "b.docx").write_bytes(whole[: len(whole) // 2] + b"word/document.xml")
    facts = read_evidence(tmp_path / "b.docx").attachment
    assert (facts.type, facts.pages) == ("docx", 0)


def test_a_pdf_says_how_many_pages_it_has(save):
    mended = TWELVE.replace(b"/Root", b"/Ruut")  # nothing is lost with it
    files = [pdf(1), TWELVE, mended]
    assert [read_evidence(save("a.pdf", content)).attachment.pages for content in files] == [1, 12, 12]


@pytest.mark.parametrize(
    "content",
    [
        TWELVE[: len(TWELVE) // 2], TWELVE.replace(b"/Count 12", b"/Count 99"), TWELVE.replace(b"/Kids", b"/Kinder"),
        TWELVE.replace(b"/Type /Page\n", b"/Type /Pages /Kids [ 2 0 R ]\n"),
        LOCKED, b"%PDF-1.7\n", b"%PDF-1.7\n" + bytes(range(256)) * 400, b"%PDF-" + b"<<" * 100_000,
        b"%PDF-1.7\n1 0 obj " + b"[" * 200_000,
    ],
    ids=["half", "more said", "no kids", "circle", "locked", "head", "noise", "nested words", "nested lists"],
)  # fmt: skip
def test_a_pdf_that_is_damaged_encrypted_or_hostile_is_evidence_without_a_count_of_pages(save, content):
    facts = read_evidence(save("a.pdf", content)).attachment
    assert (facts.type, facts.pages, facts.size) == ("pdf", 0, len(content))


def test_the_bytes_of_the_damaged_files_are_not_those_of_the_whole_one():
    assert all(sign in TWELVE for sign in (b"/Count 12", b"/Kids", b"/Type /Page\n", b"/Root"))
    assert b"/Encrypt" in LOCKED


@pytest.mark.parametrize(("name", "content", "code"), [("a.pdf", b"", "evidence.empty")])
def test_a_file_of_no_bytes_proves_nothing(save, name, content, code):
    with pytest.raises(AnnalsError, match=code):
        read_evidence(save(name, content))


def test_what_is_no_file_is_named(tmp_path):
    for path, code in ((tmp_path, "evidence.folder"), (tmp_path / "none.pdf", "evidence.missing")):
        with pytest.raises(AnnalsError, match=code):
            read_evidence(path)
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(AnnalsError, match=r"evidence\.special"):
        read_evidence(tmp_path / "pipe")


def test_a_huge_file_is_refused_before_it_is_read(tmp_path):
    with (tmp_path / "a.pdf").open("wb") as file:
        file.truncate(evidence_reader.MEGABYTES * 1_000_000 + 1)
    with pytest.raises(AnnalsError, match=r"evidence\.too_large") as told:
        read_evidence(tmp_path / "a.pdf")
    assert told.value.params["limit"] == "50"


def test_a_file_that_is_being_written_is_left_alone(save, monkeypatch):
    path = save("a.pdf")
    states = iter([path.stat()])
    real = os.fstat

    def fstat(number):
        state = next(states, None)
        if state is None:
            with path.open("ab") as file:
                file.write(b"more")
        return state or real(number)

    monkeypatch.setattr(evidence_reader.os, "fstat", fstat)
    with pytest.raises(AnnalsError, match=r"evidence\.changing"):
        read_evidence(path)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("../../etc/passwd", "passwd"), ("C:\\Users\\x\\a.pdf", "a.pdf"), ("a\nb\t c.pdf", "a b c.pdf"), ("/", "-"),
        ("evil\u202efdp.exe", "evilfdp.exe"), ("x" * 300 + ".pdf", "x" * 115 + "….pdf"), ("  ", "-"), ("..", ".."),
    ],
)  # fmt: skip
def test_a_name_is_one_clean_line_without_folders(typed, kept):
    assert evidence_name(typed) == kept
    assert evidence_name(kept) == kept
    assert len(kept) <= 120


def test_several_names_in_a_cell_are_several_files():
    assert list(evidence_names("a.pdf; b.xlsx；a.PDF\n[c.png]")) == ["a.pdf", "b.xlsx", "c.png"]
    assert list(evidence_names(" ; ")) == []


@pytest.mark.parametrize(
    ("name", "content", "acts"),
    [
        ("a.pdf", b"%PDF-1.7", False), ("a.exe", b"%PDF-1.7", True), ("a.pdf", b"MZ", True), ("a", b"%PDF-1.7", True),
        ("a.csv", b"1,2", False), ("a.bat", b"echo", True), ("a.txt", b"#!/bin/sh", True), ("a.html", b"<html>", True),
        ("a.docm", b"PK\3\4 word/document.xml", True), ("a.docx", b"PK\3\4 word/document.xml", False),
        ("a.png", b"PK\3\4 word/document.xml", True), ("a.xyz", bytes(20), True), ("a.lnk", b"text", True),
        ("a.JPG", b"\xff\xd8\xff", False), (".pdf", b"%PDF-1.7", True),
    ],
)  # fmt: skip
def test_what_might_run_is_asked_about_by_bytes_and_by_name(name, content, acts):
    assert may_act(name, content) is acts


def test_each_type_has_endings_in_small_letters():
    assert all(kind.suffixes and all(s == s.lower() for s in kind.suffixes) for kind in FILE_TYPES.values())
    assert {file_type(b"").code, file_type(b"x").code} <= FILE_TYPES.keys()


def test_what_a_stranger_says_of_a_file_is_told_anew():
    content = b"MZ program"
    said = Attachment(hashlib.sha256(content).hexdigest(), "a.pdf", "pdf", len(content), pages=7)
    assert received(said, content).type == "program"
    assert received(said, content + b"x") is None
    assert received(Attachment("ab" * 32, "a.pdf", "pdf", len(content)), content) is None
