"""A workspace file to open, and the definitions in it."""

import shutil
from pathlib import Path

import pytest

from schema.workspace import Workspace
from tests.factories import small_definitions, ticking


@pytest.fixture(scope="session")
def kept_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed, empty workspace; no test may change it."""
    path = tmp_path_factory.mktemp("kept") / "公司.annals"
    Workspace.create(path, small_definitions(), "李编辑", ticking()).close()
    return path


@pytest.fixture
def path(kept_path: Path, tmp_path: Path) -> Path:
    """A fresh copy of the closed, empty workspace that the test may change."""
    return Path(shutil.copy(kept_path, tmp_path / kept_path.name))


@pytest.fixture
def workspace(path: Path):
    with Workspace.open(path, write=True, who="李编辑", now=ticking()) as opened:
        yield opened
