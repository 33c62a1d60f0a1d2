"""What a factor of a formula is called; a group by the phrase that the program has for it, else by its code."""

from __future__ import annotations

from schema.catalogue.definitions import Catalogue
from schema.catalogue.factors import GROUP, is_group
from schema.grammar.words import Words


def factor_words(catalogue: Catalogue, code: str) -> Words | None:
    """Return the name of a factor or of a group; None where there is neither."""
    if is_group(code):
        stem = code.removesuffix(GROUP)
        if not any(one.code.startswith(f"{stem}.") for one in catalogue.factors):
            return None
        named = f"factors.{stem}" in catalogue.phrases
        return catalogue.phrases[f"factors.{stem}"] if named else Words(code, code, code)
    named = [one.name for one in catalogue.factors if one.code == code]
    return named[-1] if named else None
