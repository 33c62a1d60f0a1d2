"""Texts put into cells of the catalogue: read at once, by the loader of definitions."""

from __future__ import annotations

from collections.abc import Callable

from desktop.window.item_models.catalogue_model import CatalogueModel
from desktop.work.sheet.outcome import Told
from desktop.work.sheet.placing import Placed


class CataloguePutting:
    """What the model takes is one step; nothing is ever half done."""

    def __init__(self, model: CatalogueModel) -> None:
        self._model = model

    def put(self, placed: Placed, act: str, then: Callable[[Told], None]) -> None:
        """Put texts into cells in one step, and tell what became of them."""
        then(self._model.put(placed, act))

    def finish(self) -> None:
        """There is nothing to wait for."""
