"""Blocks of a Document that hold no data: figures of boxes and lines, and questionnaires. Sizes in millimetres."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

BoxLook = Literal["top", "strong", "plain", "note", "panel", "label"]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle with a bold title, a note below it and a number over it; a `label` has no frame."""

    x: float
    y: float
    width: float
    height: float
    look: BoxLook
    title: str = ""
    note: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line between two points, horizontal or vertical; `arrow` at its end."""

    start: tuple[float, float]
    end: tuple[float, float]
    arrow: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """Boxes and lines on an area that they fill; panels lie below the lines, other boxes above them."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class DiagramEntry:
    """What one box says, with the `depth` that it stands at (in a process always 0)."""

    depth: int
    title: str
    note: str = ""
    edge: str = ""


@dataclass(frozen=True, slots=True)
class Diagram:
    """A structure or a process as editable shapes; `words` is its alternative text."""

    id: str
    caption: str
    anchor: str
    entries: tuple[DiagramEntry, ...]
    drawing: Drawing
    words: str


@dataclass(frozen=True, slots=True)
class QuestionItem:
    """One question with its number; without choices it is answered on `lines` empty lines. `hint` follows it."""

    number: str
    text: str
    hint: str
    choices: tuple[str, ...] = ()
    lines: int = 0


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """A form for readers: questions, and below them where it goes."""

    id: str
    anchor: str
    title: str
    questions: tuple[QuestionItem, ...]
    send: tuple[str, ...] = ()
