"""A Word file as LibreOffice saves it."""

from __future__ import annotations

import subprocess
from pathlib import Path


def saved_by_libreoffice(path: Path, folder: Path) -> Path:
    """Return the file saved again, in a profile of its own."""
    target = folder / "office"
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to",
         "docx:MS Word 2007 XML", "--outdir", target, path],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    return target / path.name
