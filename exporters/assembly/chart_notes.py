"""What is said below a chart of the values that it shows."""

from __future__ import annotations

from collections.abc import Sequence

from exporters.assembly import breaks
from exporters.assembly.assembly import Assembly
from exporters.assembly.changes import untold_notes
from exporters.assembly.chart_points import Source, keys_of
from exporters.assembly.footnotes import named_words, restated_words
from exporters.content import Inlines, Text
from schema.grammar.reference import Key


def chart_notes(source: Source) -> tuple[Inlines, ...]:
    """Return footnotes, years that do not count the same, restatements, and what nobody has approved."""
    assembly = source.assembly
    keys = [keys_of(assembly, source.block, line) for line in source.lines]
    series = [
        (line.metric, breaks.shown_years(assembly, shown)) for line, shown in zip(source.lines, keys, strict=True)
    ]
    every = [key for shown in keys for key in shown]
    restated = (words for key in every for words in restated_words(assembly, key, named=True))
    own = (words for key in every if (words := named_words(assembly, key)))
    lines = tuple((Text(words),) for words in dict.fromkeys((*own, *restated)))
    untold = untold_notes(assembly, every)
    return (*breaks.notes(assembly, series, marked=False), *untold, *lines, *_pending_notes(assembly, every))


def _pending_notes(assembly: Assembly, keys: Sequence[Key]) -> tuple[Inlines, ...]:
    """Return that a chart shows what nobody has approved, or for whose approval it waits where that is left out."""
    if assembly.moment.withheld:
        waiting = assembly.waiting(keys)
        return ((Text(assembly.say("word.pending", department=waiting)),),) if waiting else ()
    waits = any(assembly.is_pending(key) and assembly.figures.value(key).value is not None for key in keys)
    return ((Text(assembly.say("word.pending.chart"), pending=True),),) if waits else ()
