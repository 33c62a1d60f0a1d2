"""What a row may mean, in words."""

from __future__ import annotations

from schema.catalogue.definitions import Catalogue
from schema.exchange.oldsheets.names import Target
from schema.values.listing import category_words


def target_words(target: Target, catalogue: Catalogue, language: str) -> str:
    """Return a metric's name with its category."""
    name = catalogue.metrics[target.metric].name.best(language)
    return f"{name} · {category_words(target.category, catalogue, language)}" if target.category else name
