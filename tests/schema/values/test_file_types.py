import pytest

from schema.values.file_types import file_type, may_act, suffix_of


@pytest.mark.parametrize("byte", [9, 10, 13, 27, 32, 126, 200])
def test_what_a_text_may_hold_is_text(byte):
    assert file_type(bytes([65, byte, 66])).code == "text"


@pytest.mark.parametrize("byte", [0, 8, 14, 26, 28, 31])
def test_a_control_that_no_text_holds_makes_it_data(byte):
    assert file_type(bytes([65, byte, 66])).code == "data"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"\xff\xfe<\0h\0t\0m\0l\0", "html"), (b"\xef\xbb\xbf  <?xml version='1.0'?><a/>", "xml"),
        (b"<?xml version='1.0'?><?mso-application progid='Excel.Sheet'?>", "ooxml-macros"), (b"%PDF-1.7", "pdf"),
        (b"PK\3\4mimetypeapplication/vnd.oasis.opendocument.text", "odf"), (b"PK\3\4word/document.xml", "docx"),
        (b"PK\3\4", "zip"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "VBA".encode("utf-16-le"), "ole-macros"),
    ],
)  # fmt: skip
def test_a_file_is_told_by_its_bytes(content, code):
    assert file_type(content).code == code


def test_a_file_may_act_by_its_bytes_by_its_name_or_where_the_two_disagree():
    assert may_act("a.txt", b"MZ")
    assert may_act("a.exe", b"plain words")
    assert may_act("a.txt", b"%PDF-1.7")
    assert may_act("a.dat", b"\0\1")
    assert not may_act("a.pdf", b"%PDF-1.7")
    assert not may_act("a.whatever", b"plain words")


def test_the_ending_of_a_name_is_what_follows_its_last_dot():
    assert (suffix_of("a.B.PDF"), suffix_of("a"), suffix_of(".profile")) == ("pdf", "", "")
