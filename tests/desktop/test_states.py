"""The table of states: what is known by its outline alone, by its colour, and which goes first."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import fields
from pathlib import Path

from PySide6.QtCore import QRectF

from desktop.window.look.icons import path_of
from desktop.window.look.states import STATES, State, most_urgent, state_colour
from desktop.window.look.strokes import STROKES
from desktop.window.look.theme import Theme

# What is not there yet is an empty ring, whoever waits for it; what is worked out is a sum.
ALIKE = [{"empty", "unasked", "open"}, {"total", "formula"}]


def test_every_state_is_known_by_its_outline_alone() -> None:
    outlines = defaultdict(set)
    for state, look in STATES.items():
        outlines[tuple(STROKES[look.drawing])].add(state)
    assert [states for states in outlines.values() if len(states) > 1] == ALIKE


def test_every_state_has_a_colour_of_the_theme() -> None:
    assert {look.colour for look in STATES.values()} <= {field.name for field in fields(Theme)}
    assert state_colour("error", Theme()) == Theme().error


def test_what_is_wrong_goes_before_what_was_said_and_that_before_what_is_there() -> None:
    rising: list[State] = ["filled", "omitted", "approved", "submitted", "empty", "carried", "doubt", "late",
                           "returned", "error", "conflict"]  # fmt: skip
    for place in range(1, len(rising) + 1):
        assert most_urgent(rising[:place]) == rising[place - 1]


def test_every_icon_stays_on_its_field_of_sixteen() -> None:
    field = QRectF(0, 0, 16, 16)
    outside = {name for name in STROKES if not field.contains(path_of(name).boundingRect())}
    assert outside == set()


def test_an_arc_of_a_circle_goes_where_svg_puts_it() -> None:
    lock = path_of("lock").boundingRect()  # a bow of radius 2.75 over 5.25 … 10.75, from 5 up to 2.25
    assert abs(lock.top() - 2.25) < 0.01
    carried = path_of("carried").boundingRect()  # three quarters of a circle around 8, 8 with radius 5
    assert abs(carried.left() - 3) < 0.05
    assert abs(carried.bottom() - 13) < 0.05


def test_the_page_of_the_window_lists_every_state_as_it_is() -> None:
    page = (Path(__file__).parents[2] / "docs" / "window.md").read_text("utf-8")
    rows = [line.strip("| ").split(" | ") for line in page.splitlines() if line.startswith("| ")][1:]
    assert [(row[0], row[2], row[3]) for row in rows] == [
        (look.words, look.drawing, look.colour) for look in STATES.values()
    ]
