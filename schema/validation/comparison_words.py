"""Why a change is not meaningful, in a sentence."""

from __future__ import annotations

from typing import assert_never

from schema.catalogue.punctuation import PUNCTUATION
from schema.catalogue.record_numbers import metric_of
from schema.values.comparison import Comparison
from schema.values.display import Display
from schema.values.figures import Figures, Result
from schema.values.key_words import key_words
from schema.values.period_words import fill_year

_MOST_NAMED = 4


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
        case "inputs":
            pass
        case "since" | "as_of":
            places["before"], places["now"] = comparison.between or ("", "")
        case "coarse" | "sign":
            places["before"] = _dated(comparison.before, figures, language)
            places["now"] = _dated(comparison.now, figures, language)
        case "missing" | "zero" | "":
            return ""
        case _:
            assert_never(reason)
    return figures.catalogue.phrases[f"incomparable.{reason}"].best(language).format(**places)


def untold_words(result: Result, figures: Figures, language: str) -> str:
    """Return in a sentence why no value is told of a figure whose inputs are there; empty for any other result."""
    if not result.untold:
        return ""
    known, marks = figures.catalogue, PUNCTUATION[language]
    inputs = [figures.value(key) for key in figures.leaves(result)]
    named = [item for item in inputs if item.value is not None and (item.qualifier or result.reason != "qualified")]
    values = marks.listed(_named(item, figures, language) for item in named[:_MOST_NAMED])
    before, now = result.between or ("", "")
    name = key_words(result.key, known, language, figures.snapshot.records).bracketed()
    return (
        known.phrases[f"untold.{result.reason}"].best(language).format(name=name, values=values, before=before, now=now)
    )


def _named(result: Result, figures: Figures, language: str) -> str:
    metric = metric_of(figures.catalogue, result.key.metric)
    assert metric is not None
    assert result.value is not None
    shown = Display(metric, figures.catalogue, language).show(result.value, result.qualifier, with_unit=True)
    name = key_words(result.key, figures.catalogue, language, figures.snapshot.records).bracketed()
    return f"{name} {shown}"


def _dated(result: Result, figures: Figures, language: str) -> str:
    """Return a value with its year, as it is shown."""
    metric = figures.catalogue.metrics[result.key.metric]
    assert result.value is not None
    shown = Display(metric, figures.catalogue, language).show(result.value, result.qualifier, with_unit=True)
    words = figures.catalogue.phrases["incomparable.value"].best(language)
    return fill_year(words, result.key, figures.catalogue, language, value=shown)
