"""Why a change is not meaningful, in a sentence."""

from __future__ import annotations

from typing import assert_never

from schema.catalogue.punctuation import PUNCTUATION
from schema.values.comparison import Comparison
from schema.values.display import Display
from schema.values.figures import Figures, Result
from schema.values.key_words import key_words


def reason_words(comparison: Comparison, figures: Figures, language: str) -> str:
    """Return the sentence of a comparison's reason; an empty text where there is nothing to compare, or a change."""
    key, reason = comparison.now.key, comparison.reason
    if f"incomparable.{reason}" not in figures.catalogue.phrases and reason != "break":
        return ""
    places = {"name": key_words(key, figures.catalogue, language, figures.snapshot.records).bracketed()}
    match reason:
        case "break":
            change = figures.breaks(key.metric, key.period - 1, key.period)[-1].change
            words = figures.catalogue.phrases["word.ask.comparable"].best(language)
            return words.format(note=change.note.best(language))
        case "qualified":
            inexact = (result for result in (comparison.before, comparison.now) if result.qualifier)
            places["values"] = PUNCTUATION[language].listed(_dated(result, figures, language) for result in inexact)
        case "since" | "as_of":
            places["before"], places["now"] = comparison.between or ("", "")
        case "coarse":
            places["before"] = _dated(comparison.before, figures, language)
            places["now"] = _dated(comparison.now, figures, language)
        case "missing" | "zero" | "":
            return ""
        case _:
            assert_never(reason)
    return figures.catalogue.phrases[f"incomparable.{reason}"].best(language).format(**places)


def _dated(result: Result, figures: Figures, language: str) -> str:
    """Return a value with its year, as it is shown."""
    metric = figures.catalogue.metrics[result.key.metric]
    assert result.value is not None
    shown = Display(metric, figures.catalogue, language).show(result.value, result.qualifier, with_unit=True)
    words = figures.catalogue.phrases["incomparable.value"].best(language)
    return words.format(year=str(result.key.period), value=shown)
