"""Page numbers that are right without Word, and what is wrong on the pages: one pass of LibreOffice lays them out."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from exporters.content import Document, Heading
from exporters.word.package import Pictures, no_pictures
from exporters.word.page_check import Measured, Sheets, page_faults, read_sheets
from exporters.word.writer import assemble, template_path

_FILTER = 'pdf:writer_pdf_Export:{"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"}}'
_SECONDS = 180


# Where LibreOffice stands on Windows and macOS, which name no program of it on the path.
_USUAL = (
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)


def office_program() -> str | None:
    """Return LibreOffice's program, or None where it is not installed."""
    named = shutil.which("soffice") or shutil.which("libreoffice")
    return named or next((path for path in _USUAL if Path(path).exists()), None)


def measure_pages(
    document: Document, office: str, pictures: Pictures = no_pictures, template: Path | None = None
) -> Measured:
    """Return the pages of a draft as LibreOffice lays them out: once more where it leaves a heading alone at a foot."""
    found = _measured(document, office, pictures, template or template_path())
    turns = frozenset(fault.anchor for fault in found.faults if fault.code == "heading")
    if not turns:
        return found
    return replace(_measured(turned(document, turns), office, pictures, template or template_path()), turns=turns)


def turned(document: Document, turns: Collection[str]) -> Document:
    """Return a document in which the headings at these anchors begin a page."""
    blocks = (
        replace(block, turns=True) if isinstance(block, Heading) and block.anchor in turns else block
        for block in document.blocks
    )
    return replace(document, blocks=tuple(blocks))


def _measured(document: Document, office: str, pictures: Pictures, template: Path) -> Measured:
    with tempfile.TemporaryDirectory(prefix="annals-pages-") as name:
        folder = Path(name)
        package = assemble(document, template, pictures=pictures, remarks=False)
        package.save(folder / "pages.docx")
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [office, profile, "--headless", "--convert-to", _FILTER, "--outdir", name, str(folder / "pages.docx")]
        try:
            subprocess.run(command, capture_output=True, timeout=_SECONDS, check=True)
            printed = (folder / "pages.pdf").read_bytes()
        except (OSError, subprocess.SubprocessError):
            return Measured()
    sheets = read_sheets(printed)
    return Measured(_numbers(sheets, document), page_faults(document, sheets, package.area()))


def _numbers(sheets: Sheets, document: Document) -> dict[str, str]:
    """Return the printed page of each place; page 1 is that of the first chapter."""
    first = next((block.anchor for block in document.blocks if isinstance(block, Heading)), "")
    start = sheets.places.get(first, (0, 0.0))[0]
    return {name: str(sheet - start + 1) for name, (sheet, _) in sheets.places.items() if sheet >= start}
