"""The texts of all reports at one moment, each gathered once for all that reads them."""

from __future__ import annotations

from dataclasses import dataclass, field

from schema.catalogue.outline import Definitions, Outline
from schema.validation.statements.places import Passage, passages
from schema.validation.statements.scene import Scene
from schema.values.figures import Figures


@dataclass(slots=True)
class Texts:
    """Remembers what was asked for; pure in the sense that definitions and values never change under it."""

    definitions: Definitions
    figures: Figures
    _passages: dict[str, tuple[Passage, ...]] = field(default_factory=dict[str, "tuple[Passage, ...]"])
    _scenes: dict[str, Scene] = field(default_factory=dict[str, Scene])

    def of(self, outline: Outline) -> tuple[Passage, ...]:
        """Return each text of a report that has words."""
        known = self._passages.get(outline.code)
        if known is None:
            figures = self.figures
            known = self._passages[outline.code] = tuple(passages(outline, figures.snapshot, figures.catalogue))
        return known

    def scene(self, outline: Outline) -> Scene:
        """Return where a report's sentences are held against the data by themselves, without other reports' names."""
        known = self._scenes.get(outline.code)
        if known is None:
            known = self._scenes[outline.code] = Scene(self.figures, {outline.code: outline})
        return known
