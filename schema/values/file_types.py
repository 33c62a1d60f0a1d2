"""What a file is: told by its bytes, never by its name; and which files can do something when they are opened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

_HEAD = 4096


@dataclass(frozen=True, slots=True)
class FileType:
    """A type of file: the endings that its names have, without the dot; `acts` where opening it may run something."""

    code: str
    suffixes: tuple[str, ...]
    acts: bool = False


_TYPES = (
    FileType("pdf", ("pdf",)), FileType("png", ("png",)), FileType("jpeg", ("jpg", "jpeg", "jpe", "jfif")),
    FileType("gif", ("gif",)), FileType("bmp", ("bmp",)), FileType("tiff", ("tif", "tiff")),
    FileType("webp", ("webp",)), FileType("heic", ("heic", "heif")),
    FileType("docx", ("docx", "dotx")), FileType("xlsx", ("xlsx", "xltx")), FileType("pptx", ("pptx", "potx", "ppsx")),
    FileType("ooxml-macros", ("docm", "dotm", "xlsm", "xltm", "xlam", "xlsb", "pptm", "ppsm"), acts=True),
    FileType("ole", ("doc", "xls", "ppt", "wps", "et", "dps", "msg")),
    FileType("ole-macros", ("doc", "xls", "ppt", "wps", "et", "dps"), acts=True),
    FileType("odf", ("odt", "ods", "odp")), FileType("ofd", ("ofd",)), FileType("rtf", ("rtf",)),
    FileType("zip", ("zip",)), FileType("rar", ("rar",)), FileType("7z", ("7z",)), FileType("gzip", ("gz", "tgz")),
    FileType("mp4", ("mp4", "m4v", "mov", "m4a")), FileType("mp3", ("mp3",)), FileType("wav", ("wav",)),
    FileType("text", ("txt", "csv", "tsv", "md", "log", "json", "yaml", "yml", "eml", "ics", "tex")),
    FileType("xml", ("xml",)), FileType("html", ("html", "htm", "mht", "xhtml", "svg"), acts=True),
    FileType("program", ("exe", "dll", "so", "dylib", "class", "wasm", "bin"), acts=True),
    FileType("script", ("sh", "py", "pl", "rb"), acts=True),
    FileType("database", ("sqlite", "db", "annals")),
    FileType("data", ("dat", "bin")),
)  # fmt: skip
FILE_TYPES: Mapping[str, FileType] = {file_type.code: file_type for file_type in _TYPES}

# Endings that a system runs, whatever stands in the file.
_ACTING = """
exe com scr pif bat cmd ps1 psm1 vbs vbe js jse wsf wsh hta msi msp msix appx cpl lnk url reg jar jnlp chm hlp inf scf
sct gadget application dll sys drv ocx iso img vhd vhdx one onepkg settingcontent-ms diagcab library-ms search-ms theme
sh bash zsh csh fish command tool app pkg dmg deb rpm run appimage desktop action workflow py pyw pyc pl rb php ps
applescript scpt terminal fileloc webloc inetloc docm dotm xlsm xltm xlam xlsb xll xla pptm ppsm potm ppam sldm slk iqy
rqy dqy wiz mde accde mdb accdb
"""
_RUN = frozenset(_ACTING.split())

# Where a sign stands, the sign, the type.
_SIGNS = (
    (0, b"%PDF-", "pdf"), (0, b"\x89PNG\r\n\x1a\n", "png"), (0, b"\xff\xd8\xff", "jpeg"), (0, b"GIF8", "gif"),
    (0, b"II*\0", "tiff"), (0, b"MM\0*", "tiff"), (8, b"WEBP", "webp"), (0, b"{\\rtf", "rtf"), (0, b"Rar!\x1a", "rar"),
    (0, b"7z\xbc\xaf\x27\x1c", "7z"), (0, b"\x1f\x8b", "gzip"), (0, b"ID3", "mp3"), (8, b"WAVE", "wav"),
    (0, b"SQLite format 3\0", "database"), (0, b"MZ", "program"), (0, b"\x7fELF", "program"),
    (0, b"\xca\xfe\xba\xbe", "program"), (0, b"\xfe\xed\xfa", "program"), (0, b"\xcf\xfa\xed\xfe", "program"),
    (0, b"\xce\xfa\xed\xfe", "program"), (0, b"\0asm", "program"), (0, b"L\0\0\0\x01\x14\x02\0", "program"),
    (0, b"#!", "script"), *((8, brand, "heic") for brand in (b"heic", b"heix", b"mif1", b"hevc")),
    (4, b"ftyp", "mp4"), (0, b"BM", "bmp"),
)  # fmt: skip
_ZIP, _OLE = b"PK\3\4", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Names of members, as they stand unpacked in a ZIP's own list.
_MEMBERS = (
    (b"vbaProject.bin", "ooxml-macros"), (b"xl/workbook.bin", "ooxml-macros"), (b"word/document.xml", "docx"),
    (b"xl/workbook.xml", "xlsx"), (b"ppt/presentation.xml", "pptx"), (b"OFD.xml", "ofd"),
    (b"META-INF/MANIFEST.MF", "program"),
)  # fmt: skip
_MACROS = tuple(name.encode("utf-16-le") for name in ("_VBA_PROJECT", "VBA", "Macros"))
_MARKED = (b"<!doctype html", b"<html", b"<svg", b"<script", b"<body")
_RAW = "data"  # of no type that is known


def file_type(content: bytes) -> FileType:
    """Return what a file is by its bytes. Nothing is unpacked or parsed."""
    return FILE_TYPES[_code(content)]


def _code(content: bytes) -> str:
    if content.startswith(_ZIP):
        return _packed(content)
    if content.startswith(_OLE):
        return "ole-macros" if any(name in content for name in _MACROS) else "ole"
    signed = (code for at, sign, code in _SIGNS if content[at : at + len(sign)] == sign)
    return next(signed, None) or _written(content[:_HEAD])


def _packed(content: bytes) -> str:
    found = next((code for name, code in _MEMBERS if name in content), "")
    if not found and b"mimetypeapplication/vnd.oasis.opendocument" in content[:200]:
        return "odf"
    return found or "zip"


def _written(head: bytes) -> str:
    """Return which kind of text a file is; `data` where it is none."""
    wide = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    if not wide and any(byte < 9 or (13 < byte < 32 and byte != 27) for byte in head):
        return _RAW
    words = (head.replace(b"\0", b"") if wide else head).removeprefix(b"\xef\xbb\xbf").lower()
    if b"<?mso-application" in words:
        return "ooxml-macros"
    if any(mark in words for mark in _MARKED):
        return "html"
    return "xml" if words.lstrip().startswith(b"<?xml") else "text"


def suffix_of(name: str) -> str:
    """Return what a name ends with after its last dot, in small letters; empty where it has none."""
    return PurePosixPath(name).suffix.removeprefix(".").lower() if not name.startswith(".") else ""


def may_act(name: str, content: bytes) -> bool:
    """Whether opening a file may do more than show it: by its bytes, by its name, or since the two do not agree."""
    own, suffix = file_type(content), suffix_of(name)
    if own.acts or suffix in _RUN:
        return True
    return (own.code not in ("text", _RAW) and suffix not in own.suffixes) or own.code == _RAW
