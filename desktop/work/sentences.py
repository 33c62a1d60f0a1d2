"""Sentences while they are written: what the data contradict in a text, and the typed numbers that can be linked."""

from __future__ import annotations

from desktop.work.judged import Judged
from schema.catalogue.outline import Definitions
from schema.grammar.words import LANGUAGES, Words
from schema.validation.answers import findings
from schema.validation.statements.check import check_language
from schema.validation.statements.places import SlotPassage
from schema.validation.statements.scene import Scene
from schema.validation.statements.worklist import offers
from schema.values.figures import Figures
from schema.values.subject import TextAt


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
