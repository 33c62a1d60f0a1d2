"""What stands behind the years of an indicator: the change, the target, how far it is reached, what is counted."""

from __future__ import annotations

from collections.abc import Sequence

from exporters.assembly.assembly import Assembly
from exporters.assembly.numbers import linked
from exporters.assembly.table_lines import Line
from exporters.content import Column, Inlines, Text
from schema.catalogue.record_numbers import metric_of
from schema.grammar.reference import parse_reference

# Columns in their order, with their weights.
TARGET, PROGRESS, SCOPE = "target", "progress", "scope"
_WEIGHTS = {TARGET: 1.9, PROGRESS: 1.5, SCOPE: 5.2}
_HEADS = {TARGET: "column.target", PROGRESS: "column.progress", SCOPE: "column.scope"}


def beside_columns(assembly: Assembly, lines: Sequence[Line], *, scope: bool) -> tuple[str, ...]:
    """Return which columns have anything to tell."""
    wanted = (TARGET, PROGRESS, *((SCOPE,) if scope else ()))
    return tuple(code for code in wanted if any(beside_cell(assembly, line, code) for line in lines))


def beside_head(assembly: Assembly, code: str) -> Column:
    """Return the head of a column."""
    return Column("note" if code == SCOPE else "number", _WEIGHTS[code], assembly.say(_HEADS[code]))


def beside_cell(assembly: Assembly, line: Line, code: str) -> Inlines:
    """Return a line's cell; empty where there is nothing to tell."""
    if code == SCOPE:
        said = (assembly.words(line.metric.definition), assembly.words(line.placement.footnote))
        words = assembly.punctuation.space.join(filter(None, said))
        return (Text(words),) if words else ()
    if code == PROGRESS:
        return _number(assembly, line.placement.progress)
    by = line.placement.by
    aimed = _number(assembly, line.placement.target)
    return (*aimed, Text(assembly.punctuation.bracketed("", str(by)))) if aimed and by else aimed


def _number(assembly: Assembly, text: str) -> Inlines:
    reference = parse_reference(text)
    if reference is None or metric_of(assembly.catalogue, reference.code) is None:
        return ()
    shown = linked(assembly, reference.key(assembly.year), "")
    return tuple(part for part in (Text(shown.before), shown.number, Text(shown.after)) if part.text)
