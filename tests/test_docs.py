"""What the pages for developers name is there: files, functions, commands of make, links to other pages."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
HOW_TO = sorted((ROOT / "docs" / "adding").glob("*.md"))
PAGES = [
    ROOT / "CONTRIBUTING.md",
    ROOT / "docs" / "architecture.md",
    ROOT / "docs" / "glossary.md",
    ROOT / "docs" / "reliability.md",
    *HOW_TO,
]
TOP = "desktop|exporters|schema|resources|tests|tools|docs"
PATH = re.compile(rf"(?:{TOP})(?:/[\w.*-]+)+/?")
NAME = re.compile(r"(?:desktop|exporters|schema|tests)(?:\.\w+)+")
TARGETS = set(re.findall(r"^(\w[\w-]*):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))


def quoted(page: Path) -> list[str]:
    """What stands between backticks."""
    return re.findall(r"`([^`\n]+)`", page.read_text("utf-8"))


def cases(of) -> list:
    """Each thing that a page names, with the page."""
    return [
        pytest.param(word, id=f"{page.stem}-{word}")
        for page in PAGES
        for word in dict.fromkeys(filter(of, quoted(page)))
    ]


@cache
def names_in(module: Path) -> frozenset[str]:
    """Every name that a module defines or imports, `Class.member` included."""
    return frozenset(_names(ast.parse(module.read_text("utf-8")).body))


def _names(body, inside=""):
    for node in body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef):
            yield inside + node.name
        if isinstance(node, ast.ClassDef):
            yield from _names(node.body, f"{inside}{node.name}.")
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        yield from (inside + target.id for target in targets if isinstance(target, ast.Name))


def is_there(name: str) -> bool:
    """Whether a dotted name is a package, a module, or something that a module defines."""
    parts = name.split(".")
    for count in range(len(parts), 0, -1):
        place = ROOT.joinpath(*parts[:count])
        rest = ".".join(parts[count:])
        if place.is_dir():
            return not rest
        if place.with_suffix(".py").is_file():
            return not rest or rest in names_in(place.with_suffix(".py"))
    return False


@pytest.mark.parametrize("path", cases(PATH.fullmatch))
def test_each_file_that_a_page_names_is_there(path):
    assert list(ROOT.glob(path.rstrip("/")))


@pytest.mark.parametrize("name", cases(NAME.fullmatch))
def test_each_name_in_the_code_that_a_page_gives_is_there(name):
    assert is_there(name)


@pytest.mark.parametrize("command", cases(re.compile(r"make [a-z-]+").fullmatch))
def test_each_command_of_make_that_a_page_gives_is_there(command):
    assert command.removeprefix("make ") in TARGETS


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_each_link_of_a_page_leads_somewhere(page):
    links = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", HOW_TO, ids=lambda page: page.stem)
def test_a_page_on_how_to_add_something_is_a_page(page):
    assert len(page.read_text("utf-8").splitlines()) <= 60


def test_a_name_that_is_not_there_is_seen():
    assert is_there("schema.values.datapoint.DataPoint.value")
    assert not is_there("schema.values.datapoint.DataPoint.worth")
    assert not is_there("schema.values.nowhere")


TOLD = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


@pytest.mark.parametrize("page", TOLD, ids=lambda page: page.name)
def test_a_page_links_to_nothing_that_is_not_there(page):
    targets = re.findall(r"\]\((?!https?:)([^)#\s]+)", page.read_text("utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_the_year_is_told_in_both_languages_with_the_same_commands_and_pictures():
    told = {page.name: page.read_text("utf-8") for page in TOLD if page.name.startswith("year.")}
    chinese, english = told["year.zh-Hans.md"], told["year.en.md"]
    for pattern in (r"^    annals (\w+)", r"year-(\w+)\."):
        assert re.findall(pattern, chinese, re.MULTILINE) == re.findall(pattern, english, re.MULTILINE)
