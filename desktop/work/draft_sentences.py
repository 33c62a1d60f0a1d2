"""The sentences of a draft held against the data: what stands around a linked number and is no longer true."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from schema.catalogue.outline import Outline
from schema.moment import Moment
from schema.validation.facts import Coded, Facts
from schema.validation.issue import Issue
from schema.validation.statements.check import findings, issue_of
from schema.validation.statements.scene import Scene

if TYPE_CHECKING:
    from exporters.word.passages import Passage


@dataclass(frozen=True, slots=True)
class Contradicted:
    """A place of a draft that the data contradict: the words there, and the issue that says why."""

    passage: Passage
    start: int
    end: int
    issue: Issue

    @property
    def quote(self) -> str:
        """Return what a reader sees there."""
        return self.passage.shown(self.start, self.end)


def draft_scene(moment: Moment, outline: Outline) -> Scene:
    """Return where the sentences of a report's draft are held against the data."""
    return replace(Scene(moment.figures, moment.definitions.outlines), figures=moment.figures.told_in(outline))


def contradicted(passage: Passage, language: str, outline: Outline, scene: Scene) -> Iterator[Contradicted]:
    """Yield what the data contradict in a paragraph for sure."""
    for finding in findings(passage.text, language, outline.year, scene):
        if finding.severity == "error":
            bare = issue_of(finding, (), scene)
            facts = {**bare.facts, **_place(passage, language, outline)}
            yield Contradicted(passage, finding.start, finding.end, replace(bare, facts=facts))


def _place(passage: Passage, language: str, outline: Outline) -> Facts:
    """Return where a paragraph of a draft stands, as messages about texts name it."""
    from exporters.assembly.anchors import section_anchor

    titles = (one.title for one in outline.walk() if section_anchor(one.code) == passage.section)
    title = next(titles, outline.title)
    return {
        "report": outline.code, "slot": title.best(language), "paragraph": passage.line,
        "tongue": (Coded("language", language),),
    }  # fmt: skip
