"""What Office would find wrong with a file: asked of the validator once for each content.

A file whose content was found whole in this or an earlier run is not gone through again: that takes seconds, and the
drafts of the sample are the same in most runs. A file with a fault is never remembered.
"""

import hashlib
import re
import zipfile
from functools import cache
from importlib.metadata import version
from pathlib import Path

from openxml_audit import OpenXmlValidator

from tests.kept_copies import ROOT

_WHOLE = ROOT / ".pytest_cache" / "annals-whole"
_MOST = 2000  # files that are remembered
# When a workbook was written is no part of what is wrong with it.
_WRITTEN = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ<")


def complaints(path: Path) -> list[str]:
    """Return the faults of a Word or Excel file, none where Office opens it without a word."""
    known = _WHOLE / _content(path)
    if known.exists():
        return []
    found = [str(error) for error in _validator().validate(path).errors]
    if not found:
        _WHOLE.mkdir(parents=True, exist_ok=True)
        _forget_older()
        known.touch()
    return found


@cache
def _validator() -> OpenXmlValidator:
    """Making one costs more than a small file."""
    return OpenXmlValidator()


def _content(path: Path) -> str:
    digest = hashlib.sha256(version("openxml-audit").encode())
    with zipfile.ZipFile(path) as archive:
        for member in archive.infolist():
            content = _WRITTEN.sub(rb"\1<", archive.read(member))
            digest.update(f"{member.filename}\n{len(content)}\n".encode() + content)
    return digest.hexdigest()


def _forget_older() -> None:
    known = sorted(_WHOLE.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in known[_MOST:]:
        path.unlink(missing_ok=True)
