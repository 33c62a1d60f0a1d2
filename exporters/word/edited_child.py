"""Run in a process of its own (schema.child): looks whether a Word file that came back can be read without harm.

Answers with the file's bytes, as they were looked at. A refusal is {"refused": reason}, the reasons being those of
exporters.word.edited_draft.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from exporters.word.parts import DOCUMENT, TYPES
from exporters.word.xml_tree import XML_ERROR, parsed
from schema.child import Answer
from schema.exchange.packs.zip_limits import ZIP_FAULTS, ZipRefused, need_zip, scan
from schema.garbage import collector_at_rest

_OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_TOO_LARGE = ("unpacked", "members", "ratio")


@collector_at_rest()
def main(path: Path, ask: Mapping[str, Any]) -> Answer:
    """Return the file's bytes; or why there are none: password, too_large, not_word."""
    try:
        content = path.read_bytes()
        if content.startswith(_OLE):
            return {"refused": "password" if _ENCRYPTED in content else "not_word"}, b""
        need_zip(path)
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = scan(archive, ask)
            if DOCUMENT not in members or TYPES not in members:
                return {"refused": "not_word"}, b""
            for name in members:
                _look(name, archive.read(name))
    except ZipRefused as refused:
        reason = "password" if refused.reason == "locked" else "not_word"
        return {"refused": "too_large" if refused.reason in _TOO_LARGE else reason}, b""
    except (*ZIP_FAULTS, LookupError, ValueError, XML_ERROR, OSError):
        return {"refused": "not_word"}, b""
    return {}, content


def _look(name: str, content: bytes) -> None:
    """Parse what is XML; a document type, with which entities come, is in no Word file. ValueError."""
    if name.endswith((".xml", ".rels")) and parsed(content).getroottree().docinfo.doctype:
        raise ValueError(name)
