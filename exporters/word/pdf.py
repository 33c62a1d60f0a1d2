"""A report as PDF: the Word file as LibreOffice prints it, page numbers measured, controls opened."""

from __future__ import annotations

import subprocess
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import lxml.etree  # pyright: ignore[reportMissingTypeStubs]

from exporters.content import Document
from exporters.word.measured_pages import measure_pages, office_program, turned
from exporters.word.package import Pictures, no_pictures
from exporters.word.page_check import PageFault
from exporters.word.writer import assemble, template_path
from schema.errors import AnnalsError

_FILTER = (
    'pdf:writer_pdf_Export:{"ExportBookmarks":{"type":"boolean","value":"true"},'
    '"ExportNotes":{"type":"boolean","value":"false"},"UseTaggedPDF":{"type":"boolean","value":"true"}}'
)
_SECONDS = 300
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# lxml has no type stubs
_etree: Any = lxml.etree  # pyright: ignore


def need_office() -> str:
    """Return LibreOffice's program; AnnalsError with what to do where it is not installed."""
    office = office_program()
    if office is None:
        raise AnnalsError("pdf.no_office")
    return office


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF, and what is wrong on its pages."""

    content: bytes
    faults: tuple[PageFault, ...]


def printed_pdf(document: Document, pictures: Pictures = no_pictures, template: Path | None = None) -> Printed:
    """Return the report as PDF, tagged, with its headings as bookmarks. AnnalsError where LibreOffice cannot do it."""
    office = need_office()
    found = measure_pages(document, office, pictures, template)
    document = turned(document, found.turns)
    with tempfile.TemporaryDirectory(prefix="annals-pdf-") as name:
        folder = Path(name)
        draft, copy = folder / "controls.docx", folder / "report.docx"
        made = assemble(document, template or template_path(), found.pages or None, pictures, remarks=False)
        made.save(draft)
        open_controls(draft, copy)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [office, profile, "--headless", "--convert-to", _FILTER, "--outdir", name, str(copy)]
        flags = getattr(subprocess, "CREATE_NO_WINDOW", 0)
        try:
            subprocess.run(command, capture_output=True, timeout=_SECONDS, check=True, creationflags=flags)
            return Printed((folder / "report.pdf").read_bytes(), found.faults)
        except (OSError, subprocess.SubprocessError) as error:
            raise AnnalsError("pdf.failed", reason=_reason(error)) from error


def _reason(error: Exception) -> str:
    """Return what is known of a failure in one line."""
    return " ".join(str(error).split(" returned ")[-1].split())[:120] or type(error).__name__


def open_controls(source: Path, target: Path) -> None:
    """Copy a Word file with what stands in its content controls in their place.

    LibreOffice leaves out the distance between Han characters and a number where a control begins.
    """
    with zipfile.ZipFile(source) as given, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copied:
        for member in given.infolist():
            content = given.read(member)
            is_text = member.filename.startswith("word/") and member.filename.endswith(".xml")
            copied.writestr(member, _opened(content) if is_text and b"<w:sdt>" in content else content)


def _opened(content: bytes) -> bytes:
    root = _etree.fromstring(content)
    for control in list(root.iter(f"{_W}sdt")):
        inner = control.find(f"{_W}sdtContent")
        for part in list(inner) if inner is not None else ():
            control.addprevious(part)
        control.getparent().remove(control)
    return _etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
