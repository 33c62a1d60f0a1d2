"""What an editor chooses for one report: which of its own figures it prints where they depart from the data."""

from __future__ import annotations

from dataclasses import replace

from schema.catalogue.compiled import with_hash
from schema.catalogue.outline import Definitions, FiguresPrinted, Outline
from schema.grammar.reference import Key
from schema.moment import Moment
from schema.values.datapoint import PublishedValue
from schema.values.intervals import fits


def with_figures(definitions: Definitions, report: str, printed: FiguresPrinted) -> Definitions:
    """Return the definitions in which a report prints what it published, or what follows from the data."""
    outline = replace(definitions.outlines[report], figures=printed)
    return with_hash(replace(definitions, outlines={**definitions.outlines, report: outline}))


def departing(moment: Moment, outline: Outline, key: Key) -> PublishedValue | None:
    """Return what a report printed of a figure that the data give otherwise; mostly None."""
    result = moment.figures.value(key)
    if result.kind != "figure" or result.value is None:
        return None
    own = (value for value in moment.snapshot.published if value.report == outline.code and value.key == key)
    return next((value for value in own if not fits(result.value, result.qualifier, value)), None)
