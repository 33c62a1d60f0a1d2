"""What a command loads: an export of a workbook neither what reads whole databases nor what writes Word."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
CODE = """
import sys
from desktop.cli.main import main
status = main(sys.argv[1:])
print(status, sorted({"sqlalchemy", "alembic", "docx", "openpyxl"} & set(sys.modules)), file=sys.stderr)
"""


@pytest.mark.parametrize(("kind", "loaded"), [("excel", ["openpyxl"]), ("word", ["docx"])])
def test_an_export_loads_no_database_library_and_only_what_writes_its_kind(kept_tea, tmp_path, kind, loaded):
    call = ["export", str(kept_tea), "--report", "tea-2025", f"--{kind}", "--out", str(tmp_path)]
    done = subprocess.run([sys.executable, "-c", CODE, *call], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stderr.splitlines()[-1] == f"0 {loaded}"
    assert len(list(tmp_path.glob("tea-2025*"))) == 1
