"""Blocks that the outline draws itself: figures of structures and processes, questionnaires, matrices."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from schema.grammar.words import NO_WORDS, Words

DiagramKind = Literal["tree", "steps"]
QuestionKind = Literal["single", "several", "open"]


@dataclass(frozen=True, slots=True)
class DiagramNode:
    """A box of a diagram: a few words, and what is said below them.

    In a tree `below` is the node that it stands under ("" = the top one), and `edge` is said at the line between both.
    """

    node: str
    title: Words
    note: Words = NO_WORDS
    below: str = ""
    edge: Words = NO_WORDS


@dataclass(frozen=True, slots=True)
class DiagramBlock:
    """A structure (tree) or a process (steps in reading order; `loop` is said at the way back to the first one)."""

    id: str
    kind: DiagramKind
    caption: Words
    nodes: tuple[DiagramNode, ...]
    loop: Words = NO_WORDS
    department: str = ""

    def under(self, node: str) -> tuple[DiagramNode, ...]:
        """Return the nodes right below a node of a tree."""
        return tuple(one for one in self.nodes if one.below == node)


@dataclass(frozen=True, slots=True)
class Question:
    """One question: one of its choices, several of them, or an open answer."""

    question: str
    kind: QuestionKind
    title: Words
    choices: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class QuestionnaireBlock:
    """A form for readers, with where to send it."""

    id: str
    questions: tuple[Question, ...]
    title: Words = NO_WORDS
    department: str = ""


@dataclass(frozen=True, slots=True)
class MatrixBlock:
    """The report's records of one type as points: `x` and `y` are number columns, `name` a column of words.

    With `group` (a column of choices) each choice has its own colour and list.
    """

    id: str
    type: str
    x: str
    y: str
    name: str
    caption: Words
    group: str = ""
    department: str = ""
