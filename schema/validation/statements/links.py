"""The link that would stand in a typed number's place, and what it would print."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from schema.catalogue.definitions import Metric
from schema.catalogue.number_format import SCALE_WORDS
from schema.grammar.reference import Key
from schema.validation.statements.scene import Scene
from schema.validation.statements.statement import Statement
from schema.values.display import Display, resolve_format

_MOST_DECIMALS = 4


def link_for(typed: Statement, key: Key, scene: Scene, where: tuple[str, int]) -> str:
    """Return the link to a value, in the format that prints what was typed where there is one.

    `where` is the language of the text and the year of its report, 0 where the link shall name its year.
    """
    metric, (language, year) = scene.metric(key), where
    reference = reference_text(key, year)
    for form in _formats(typed, language) if metric is not None else ():
        if metric is not None and printed(key, metric, form, scene, language) == _squeezed(typed.quote):
            return f"{{{reference}|{form}}}" if form else f"{{{reference}}}"
    return f"{{{reference}}}"


def reference_text(key: Key, year: int = 0) -> str:
    """Return a reference as texts write it: the report's own year is left out."""
    return key.canonical().replace(f"@{year}", "", 1) if year else key.canonical()


def printed(key: Key, metric: Metric, form: str, scene: Scene, language: str) -> str:
    """Return what a link prints, blanks apart; empty without a value."""
    result = scene.figures.value(key)
    if result.value is None:
        return ""
    display = Display(metric, scene.figures.catalogue, language, resolve_format(metric, scene.figures.catalogue, form))
    return _squeezed(display.show(result.value, result.qualifier, with_unit=True))


def _squeezed(words: str) -> str:
    return "".join(words.lower().split())


def _formats(typed: Statement, language: str) -> Iterator[str]:
    """Yield the formats that may print a number as it was typed: the metric's own, then scale words and decimals."""
    yield ""
    exponent = typed.value.as_tuple().exponent
    scales = [("", 0), *((word, power) for power, word in SCALE_WORDS[language].items())]
    for word, power in scales:
        shown = typed.value.scaleb(-power)
        decimals = max(0, -exponent + power if isinstance(exponent, int) else 0)
        if shown == 0 or decimals > _MOST_DECIMALS or shown.copy_abs() < Decimal("0.01"):
            continue
        zeros = "0." + "0" * decimals if decimals else "0"
        yield from (form for form in (word, f"{word} {zeros}".strip()) if form)
