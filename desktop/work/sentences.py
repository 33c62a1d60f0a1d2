"""Sentences while they are written: what the data contradict in a text, and the typed numbers that can be linked."""

from __future__ import annotations

from dataclasses import dataclass

from schema.catalogue.outline import Definitions
from schema.grammar.words import LANGUAGES, Words
from schema.validation.answers import findings
from schema.validation.issue import Issue
from schema.validation.statements.check import check_language
from schema.validation.statements.places import SlotPassage
from schema.validation.statements.scene import Scene
from schema.validation.statements.worklist import Offer, offers
from schema.values.figures import Figures
from schema.values.subject import TextAt


@dataclass(frozen=True, slots=True)
class Judged:
    """What was found in one language of a text: issues with the characters that they are about, and offers of links."""

    issues: tuple[Issue, ...] = ()
    offers: tuple[Offer, ...] = ()


class Sentences:
    """Judges texts with the same definitions; names are gathered once."""

    def __init__(self, definitions: Definitions, figures: Figures) -> None:
        self.definitions = definitions
        self._scene = Scene(figures, definitions.outlines)

    def judge(self, at: TextAt, text: str, figures: Figures) -> Judged:
        """Judge the words of a slot as they stand in the editor."""
        self._scene.figures = figures
        others = {name: figures.snapshot.texts.get((at.report, at.slot, name), "") for name in LANGUAGES}
        words = Words(*({**others, at.language: text}[name] for name in LANGUAGES))
        passage = SlotPassage(self.definitions.outlines[at.report], at.slot, words)
        # What a person has answered as it stands is wrong no more.
        found = findings(check_language(passage, at.language, self._scene), self.definitions, figures)
        return Judged(found.open, offers(passage, at.language, self._scene))
