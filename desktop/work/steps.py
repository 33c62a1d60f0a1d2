"""Work that stops after each small step, so that whoever does it can do something else in between."""

from __future__ import annotations

from collections.abc import Generator
from typing import TypeVar

Result = TypeVar("Result")


def at_once(steps: Generator[object, None, Result]) -> Result:
    """Do all steps, and return what comes of them."""
    try:
        while True:
            next(steps)
    except StopIteration as done:
        return done.value
