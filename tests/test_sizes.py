"""Modules, functions and lists of arguments stay as small as they are, and modules are called by nouns."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.conftest import LONGEST, TESTS
from tests.kept_scans import kept_scan

ROOT = Path(__file__).parents[1]
MOST_LINES = 320
LONGEST_FUNCTION = 40
MOST_ARGUMENTS = 5

# Names that say how something is done, or nothing, instead of what is there.
NO_NOUNS = {
    "build", "common", "doing", "finding", "getting", "giving", "handling", "helper", "helpers", "making", "manager",
    "misc", "model", "models", "output", "taking", "telling", "tools", "util", "utils",
}  # fmt: skip

# What is larger; a name that is so no more is struck out.
LONG_FILES: set[str] = set()
LONG_FUNCTIONS: set[str] = set()
MANY_ARGUMENTS = {
    # The columns of a row, a hundred thousand times: an object between would double the time.
    "schema/values/bulk.py _NewPoint.__init__",
}


def sources() -> Iterator[tuple[str, Path]]:
    """Yield each module by its place; what a migration did once is history."""
    for folder in ("desktop", "exporters", "schema"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            if "versions" not in path.parts:
                yield path.relative_to(ROOT).as_posix(), path


def functions(node: ast.AST, within: str = "") -> Iterator[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef]]:
    """Yield the functions below a node with their dotted names."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
            yield f"{within}{child.name}", child
            yield from functions(child, f"{within}{child.name}.")
        elif isinstance(child, ast.ClassDef):
            yield from functions(child, f"{within}{child.name}.")
        elif not isinstance(child, ast.expr):  # no function stands within an expression
            yield from functions(child, within)


@cache
def all_functions() -> tuple[tuple[str, int, int], ...]:
    """Return every function of the program as `module name`, its lines and how many arguments a caller may give."""
    places = {path: place for place, path in sources()}
    measured = kept_scan(measures, places, __file__)
    return tuple((f"{places[path]} {name}", *sizes) for path, found in measured.items() for name, *sizes in found)


def measures(path: Path) -> list[list[str | int]]:
    """Return the functions of a module: name, lines, arguments."""
    found = functions(ast.parse(path.read_text("utf-8")))
    return [[name, (f.end_lineno or 0) - f.lineno + 1, argument_count(f)] for name, f in found]


def argument_count(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Return how many arguments a caller may give."""
    arguments = function.args
    named = (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)
    return sum(argument.arg not in ("self", "cls") for argument in named)


def test_no_file_is_too_long():
    long = {place for place, path in sources() if len(path.read_text("utf-8").splitlines()) > MOST_LINES}
    assert long == LONG_FILES


def test_no_function_is_too_long():
    long = {name for name, lines, _ in all_functions() if lines > LONGEST_FUNCTION}
    assert long == LONG_FUNCTIONS


def test_what_travels_together_is_one_argument():
    many = {name for name, _, arguments in all_functions() if arguments > MOST_ARGUMENTS}
    assert many == MANY_ARGUMENTS


def test_every_module_is_called_by_a_noun():
    assert [place for place, path in sources() if path.stem in NO_NOUNS or path.parent.name in NO_NOUNS] == []


def test_the_measures_see_what_they_measure():
    source = "class A:\n    def f(self, a, /, b, *, c, **d):\n        def g(x): ...\n"
    assert [(name, argument_count(f)) for name, f in functions(ast.parse(source))] == [("A.f", 3), ("A.f.g", 1)]


def test_the_files_that_begin_among_several_workers_are_there():
    assert [name for name in LONGEST if not (TESTS / name).is_file()] == []
