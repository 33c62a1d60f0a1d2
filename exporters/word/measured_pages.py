"""Page numbers that are right without Word: one pass of LibreOffice, which lays the draft out and names each place."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from exporters.content import Document, Heading
from exporters.word.package import Pictures, no_pictures
from exporters.word.writer import assemble, template_path

_FILTER = 'pdf:writer_pdf_Export:{"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"}}'
_KIDS = re.compile(rb"/Type\s*/Pages.*?/Kids\s*\[([^\]]*)\]", re.DOTALL)
_PLACE = re.compile(rb"/(\w+)\s*\[\s*(\d+) 0 R\s*/XYZ")
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
) -> dict[str, str]:
    """Return the printed page number of each bookmark; empty where LibreOffice cannot do it."""
    with tempfile.TemporaryDirectory(prefix="annals-pages-") as name:
        folder = Path(name)
        assemble(document, template or template_path(), pictures=pictures).save(folder / "pages.docx")
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [office, profile, "--headless", "--convert-to", _FILTER, "--outdir", name, str(folder / "pages.docx")]
        try:
            subprocess.run(command, capture_output=True, timeout=_SECONDS, check=True)
            printed = (folder / "pages.pdf").read_bytes()
        except (OSError, subprocess.SubprocessError):
            return {}
    return _numbers(printed, document)


def _numbers(printed: bytes, document: Document) -> dict[str, str]:
    """Read the named places of a PDF; page 1 is that of the first chapter."""
    kids = _KIDS.search(printed)
    first = next((block.anchor for block in document.blocks if isinstance(block, Heading)), "")
    if kids is None:
        return {}
    sheets = {int(number): index for index, number in enumerate(re.findall(rb"(\d+) 0 R", kids[1]))}
    # LibreOffice writes _ in a name as 5F; our names have no capitals.
    found = {name.decode().replace("5F", "_"): int(page) for name, page in _PLACE.findall(printed)}
    places = {name: sheets[page] for name, page in found.items() if page in sheets}
    start = places.get(first, 0)
    return {name: str(sheet - start + 1) for name, sheet in places.items() if sheet >= start}
