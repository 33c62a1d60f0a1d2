"""A workspace file to open, and the definitions in it."""

from pathlib import Path

import pytest

from schema.workspace import Workspace
from tests.factories import small_definitions, ticking


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A closed, empty workspace."""
    path = tmp_path / "公司.annals"
    Workspace.create(path, small_definitions(), "李编辑", ticking()).close()
    return path


@pytest.fixture
def workspace(path: Path):
    with Workspace.open(path, write=True, who="李编辑", now=ticking()) as opened:
        yield opened
