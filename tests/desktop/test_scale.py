"""Type, space and roundness of the window have the steps of one place; no other size is written anywhere."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from desktop.window.look.scale import ROUND, SPACE, TYPE

WINDOW = Path(__file__).parents[2] / "desktop" / "window"
# A page is set in the sizes of the Word template, and painted in its units.
FILES = [path for path in sorted(WINDOW.rglob("*.py")) if "paper" not in path.parts and path.name != "scale.py"]
SPACED = ("setContentsMargins", "setSpacing", "setVerticalSpacing", "setHorizontalSpacing", "addSpacing")
SIZED = re.compile(r"font-size: ?(\d+)px|border-radius: ?(\d+)px")
ONE_OFF = {400}  # the foot of an empty sheet


def calls(source: str) -> Iterator[tuple[str, list[int]]]:
    """Each call by its name, with the numbers that are written in it."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            numbers = [
                part.value for part in node.args if isinstance(part, ast.Constant) and isinstance(part.value, int)
            ]
            yield name, numbers


def typed(source: str) -> list[str]:
    """Sizes of type that are written as numbers, and space and roundness off the steps."""
    found = [f"{name} {numbers}" for name, numbers in calls(source) if name in ("setPixelSize", "heading") and numbers]
    found += [
        f"{name} {numbers}" for name, numbers in calls(source) if name in SPACED and set(numbers) - SPACE - ONE_OFF
    ]
    for sized in SIZED.finditer(source):
        if sized[1] or int(sized[2]) not in ROUND:
            found.append(sized[0])
    return found


def test_sizes_are_steps_of_the_scale():
    wrong = {path.relative_to(WINDOW).as_posix(): typed(path.read_text("utf-8")) for path in FILES}
    assert {name: found for name, found in wrong.items() if found} == {}


def test_a_size_off_the_scale_is_seen():
    assert typed("font.setPixelSize(15)") == ["setPixelSize [15]"]
    assert typed("layout.setSpacing(7)") == ["setSpacing [7]"]
    assert typed("layout.setSpacing(8)") == []
    assert typed("'border-radius: 5px; font-size: 12px'") == ["border-radius: 5px", "font-size: 12px"]


def test_no_type_is_smaller_than_can_be_read():
    assert min(TYPE) == 11
