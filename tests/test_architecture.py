"""The house stands as drawn: imports go one way, our four names are ours, slow libraries stay out of fast paths."""

import ast
import re
import subprocess
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.kept_scans import kept_scan

ROOT = Path(__file__).parents[1]

OPENERS = ("Workspace.open", "Workspace.peek", "load_definitions")


@pytest.mark.long  # in `make test` tools/check.sh asks the same, beside the tests
def test_every_import_contract_is_kept():
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports; raise SystemExit(lint_imports())"],
        capture_output=True, text=True, cwd=ROOT, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("name", ["desktop", "exporters", "schema", "resources"])
def test_no_other_installed_distribution_owns_our_names(name):
    assert set(packages_distributions().get(name, [])) <= {"annals"}


@pytest.mark.parametrize(
    ("module", "forbidden"),
    [
        ("desktop.__main__", ("PySide6", "sqlalchemy", "openpyxl", "docx", "pydantic", "pint", "lark", "yaml", "nacl")),
        ("desktop.cli.main", ("PySide6", "sqlalchemy", "openpyxl", "docx", "pydantic", "pint", "lark", "yaml", "nacl")),
        ("schema.workspace", ("sqlalchemy", "alembic", "pydantic", "pint", "lark", "yaml", "nacl")),
        ("schema.validation.check", ("sqlalchemy", "pydantic", "pint", "lark", "yaml", "nacl")),
    ],
)
def test_importing_this_loads_nothing_slow(module, forbidden):
    code = f"import sys, {module}; print([m for m in {forbidden!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.strip() == "[]"


def test_no_source_file_holds_an_unfinished_mark():
    marks = ("TO" + "DO", "FIX" + "ME", "XX" + "X", "NotImplemented" + "Error")
    found = [
        f"{path.relative_to(ROOT)}: {mark}"
        for folder in ("desktop", "exporters", "schema", "tests")
        for path in (ROOT / folder).rglob("*.py")
        for mark in marks
        if mark in path.read_text("utf-8")
    ]
    assert found == []


def test_only_the_storage_knows_sqlalchemys_numeric_ban():
    found = [p for p in (ROOT / "schema").rglob("*.py") if "sqlalchemy" in p.read_text("utf-8")]
    outside = [p.relative_to(ROOT).as_posix() for p in found if "storage" not in p.parts]
    assert outside == []


def test_only_the_backend_of_files_knows_sqlite():
    found = [p for p in (ROOT / "schema").rglob("*.py") if re.search("sqlite3|PRAGMA", p.read_text("utf-8"))]
    outside = [p.relative_to(ROOT).as_posix() for p in found if p.parent != ROOT / "schema" / "storage" / "sqlite"]
    assert len(found) >= 4
    assert outside == []


def test_whoever_opens_a_workspace_for_people_gives_it_the_programs_words():
    """Without them a workspace has only the company's own sentences, and the first that is said is a traceback."""
    calls = [
        call for found in kept_scan(openings_in, (ROOT / "desktop").rglob("*.py"), __file__).values() for call in found
    ]
    assert len(calls) >= 4
    assert [call for call in calls if "program" not in call.partition(": ")[2]] == []


def openings_in(path: Path) -> list[str]:
    """The calls in a file that open a workspace or read definitions."""
    text = path.read_text("utf-8")
    if not any(opener in text for opener in OPENERS):
        return []
    calls = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call)]
    return [f"{path.name}: {ast.unparse(call)}" for call in calls if ast.unparse(call.func) in OPENERS]
