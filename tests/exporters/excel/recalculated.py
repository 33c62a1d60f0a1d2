"""LibreOffice as a second opinion: it recalculates a workbook from its formulas alone, our cached values taken out."""

import re
import shutil
import subprocess
import warnings
import zipfile

from openpyxl import load_workbook

SOFFICE = shutil.which("soffice")
_CACHED = re.compile(rb'(<c r="[A-Z]+\d+" s="\d+")(?: t="str")?>(<f>[^<]*</f>)<v>[^<]*</v></c>')


def without_cache(path, target):
    """Copy a workbook without the cached values of its formulas; return how many there were."""
    removed = 0
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out:
        for name in source.namelist():
            part = source.read(name)
            if name.startswith("xl/worksheets/sheet"):
                part, count = _CACHED.subn(rb"\1>\2</c>", part)
                removed += count
            out.writestr(name, part)
    return removed


def recalculate(path, folder):
    """Return the workbook as LibreOffice computes it."""
    bare = folder / "bare" / path.name
    bare.parent.mkdir(exist_ok=True)
    removed = without_cache(path, bare)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [SOFFICE, profile, "--headless", "--convert-to", "xlsx", "--outdir", folder / "made", bare]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    with warnings.catch_warnings():
        # LibreOffice writes a bar behind a number twice, the second time as an extension.
        warnings.filterwarnings("ignore", "(Unknown|Conditional Formatting) extension")
        return load_workbook(folder / "made" / path.name, data_only=True), removed


def differences(book, recalculated):
    """Yield (cell, formula, ours, theirs) wherever a formula's cached value is not what LibreOffice computes."""
    for sheet in book.sheets:
        page = recalculated[sheet.title]
        for r, row in enumerate(sheet.rows, 1):
            for c, cell in enumerate(row.cells, 1):
                if cell.formula is not None and not _same(cell.value, page.cell(r, c).value):
                    yield f"{sheet.title}!{page.cell(r, c).coordinate}", cell.formula, cell.value, page.cell(r, c).value


def _same(ours, theirs):
    if ours is None or isinstance(ours, str):
        return (ours or "") == (theirs or "") and not isinstance(theirs, int | float)
    if not isinstance(theirs, int | float):
        return False
    return abs(float(ours) - theirs) <= 1e-9 * max(1.0, abs(float(ours)))
