"""Figures files written for one test."""

import itertools
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from schema.errors import ImportRefused
from schema.exchange.figures_csv import FiguresFile, read_figures
from schema.grammar.words import LANGUAGES
from schema.validation.issue import Issue
from tests.factories import shipped_messages, small_catalogue

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a figures file; text is encoded as UTF-8."""

    def make(content: str | bytes, name: str = "数据.csv") -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return make


@pytest.fixture(scope="session")
def spoken() -> Callable[[tuple[Issue, ...]], None]:
    """Say the issues in each language: a sentence with a place that nobody fills fails here."""
    messages = shipped_messages()

    def say(issues: tuple[Issue, ...]) -> None:
        for issue, language in itertools.product(issues, LANGUAGES):
            assert messages[issue.code].get(language).format(**issue.facts)

    return say


@pytest.fixture
def read(write: Write, spoken: Callable[[tuple[Issue, ...]], None]) -> Callable[..., FiguresFile]:
    """Read a figures file with the small catalogue."""

    def run(content: str | bytes, **options: Any) -> FiguresFile:
        figures = read_figures(write(content), small_catalogue(), **options)
        spoken(figures.issues)
        return figures

    return run


@pytest.fixture
def refused(write: Write, spoken: Callable[[tuple[Issue, ...]], None]) -> Callable[..., tuple[Issue, ...]]:
    """Read a figures file that must be refused, and return the reasons."""

    def run(content: str | bytes, **options: bool) -> tuple[Issue, ...]:
        with pytest.raises(ImportRefused) as caught:
            read_figures(write(content), small_catalogue(), **options)
        spoken(caught.value.issues)
        return caught.value.issues

    return run
