"""An empty workspace with the shipped definitions, made by `annals new` once and copied for each test."""

import shutil
from pathlib import Path

import pytest

from desktop.cli.main import main


@pytest.fixture(scope="session")
def kept_empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `annals new` makes; no test may change it."""
    path = tmp_path_factory.mktemp("empty") / "empty.annals"
    assert main(["new", str(path)]) == 0
    return path


@pytest.fixture
def empty(kept_empty: Path, tmp_path: Path) -> Path:
    """A fresh copy of the empty workspace that the test may change."""
    return Path(shutil.copy(kept_empty, tmp_path / "empty.annals"))
