"""An empty workspace with the shipped definitions, made by `annals new` once and copied for each test."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path

import pytest

from desktop.cli.main import main
from desktop.work import moments
from schema.catalogue import compiled, loader
from schema.catalogue.outline import Definitions
from schema.catalogue.program_words import ProgramWords
from tests import shipped
from tests.desktop.cli.given import make_single
from tests.invented_company import FIGURES, write_book
from tests.read_once import Moments


@pytest.fixture(scope="session", autouse=True)
def definitions_read_once() -> Iterator[None]:
    """Each command reads the definitions anew, frozen and alike: hundreds of commands in one process share them."""
    read = loader.load_definitions

    def load(folder: Path, program: ProgramWords | None = None, languages: Sequence[str] = ()) -> Definitions:
        is_shipped = program is not None and folder == shipped.RESOURCES / "definitions" and not languages
        return shipped.definitions() if is_shipped else read(folder, program, languages)

    with pytest.MonkeyPatch.context() as patch:
        shipped.definitions()
        patch.setattr(compiled, "read_json", lru_cache(maxsize=8)(compiled.read_json))
        patch.setattr(loader, "load_definitions", load)
        patch.setattr(moments, "RememberingMoment", Moments().at)
        yield


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Run a command in this process; returns its status, what it printed, and what it complained of."""

    def call(*arguments: object) -> tuple[int, str, str]:
        status = main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return call


@pytest.fixture(scope="session")
def kept_empty(definitions_read_once: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `annals new` makes; no test may change it."""
    path = tmp_path_factory.mktemp("empty") / "empty.annals"
    assert main(["new", str(path)]) == 0
    return path


@pytest.fixture
def empty(kept_empty: Path, tmp_path: Path) -> Path:
    """A fresh copy of the empty workspace that the test may change."""
    return Path(shutil.copy(kept_empty, tmp_path / "empty.annals"))


@pytest.fixture(scope="session")
def kept_tea(definitions_read_once: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented company's workspace with its figures; no test may change it."""
    folder = tmp_path_factory.mktemp("tea")
    path, figures = folder / "tea.annals", folder / "figures.csv"
    assert main(["new", str(path), "--catalogue", str(write_book(folder / "tea.xlsx"))]) == 0
    figures.write_text(FIGURES, "utf-8")
    assert main(["import", str(path), str(figures)]) == 0
    return path


@pytest.fixture
def tea(kept_tea: Path, tmp_path: Path) -> Path:
    """A fresh copy of the invented company's workspace that the test may change."""
    return Path(shutil.copy(kept_tea, tmp_path / "tea.annals"))


@pytest.fixture(scope="session")
def kept_single(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty workspace with one report: each command looks through all that there are. No test may change it."""
    path = tmp_path_factory.mktemp("single") / "single.annals"
    make_single(path)
    return path


@pytest.fixture(scope="session")
def kept_asked(kept_single: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with people in which csr-2022 is asked of everybody; no test may change it."""
    path = Path(shutil.copy(kept_single, tmp_path_factory.mktemp("asked") / "asked.annals"))
    for name, role in (("编辑", "editor"), ("审核人", "reviewer"), ("鉴证", "auditor"), ("人力", "contact")):
        assert main(["--as", "编辑", "people", str(path), "--add", name, "--role", role, "--department", "hr"]) == 0
    assert main(["--as", "编辑", "request", str(path), "--report", "csr-2022", "--due", "2026-12-31"]) == 0
    return path
