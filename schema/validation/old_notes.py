"""Notes from when there was one field for footnote and note: one doubt asks for all of them to be sorted."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from schema.validation.answers import unsorted_notes
from schema.validation.facts import Excerpt, Fact
from schema.validation.issue import Issue
from schema.values.figures import Figures


def check_notes(figures: Figures, only: Collection[str] | None) -> Iterator[Issue]:
    """Yield one doubt for all notes that nobody has sorted; `only` keeps to the metrics of a report."""
    points = [point for point in unsorted_notes(figures) if only is None or point.key.metric in only]
    if points:
        names = Excerpt(tuple(point.key.canonical() for point in points))
        # It stands at no single value: it is told once, and the first of them is where to begin.
        shown: dict[str, Fact] = {"count": len(points), "names": names}
        yield Issue("note.unsorted", "doubt", facts=shown, place=points[0].key.canonical())
