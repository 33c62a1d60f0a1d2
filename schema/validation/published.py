"""What reports printed and the current values: which prints do not fit, and what is neither told nor contradicted.

Prints that cannot hold beside the current value, or beside each other, are contradictions: `contradictions.prints`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from schema.grammar.decimals import EXACT, quotient
from schema.grammar.reference import Key
from schema.validation.facts import Amount, Coded, Difference, Fact, InScale, PrintedAt, SourceNote
from schema.validation.issue import Issue
from schema.validation.precision import entered_leaves, reach
from schema.values.datapoint import PublishedValue, Restatement
from schema.values.figures import Figures, Result
from schema.values.intervals import fits

_TWO = Decimal(2)

Printed = Mapping[Key, Sequence[PublishedValue]]


@dataclass(frozen=True, slots=True)
class OddPrint:
    """A printed value that the current one, `truth` in `now`, does not fit.

    `inputs` are those of a figure whose own rounding explains it; `stated` is the restatement of it, in force or not.
    """

    now: Result
    truth: Decimal
    printed: PublishedValue
    inputs: tuple[Key, ...]
    stated: Restatement | None


def by_key(published: Iterable[PublishedValue]) -> dict[Key, list[PublishedValue]]:
    """Return what was printed for each key, in the order of the reports."""
    groups: dict[Key, list[PublishedValue]] = {}
    for value in published:
        groups.setdefault(value.key, []).append(value)
    return groups


def check_published(printed: Printed, figures: Figures) -> Iterator[Issue]:
    """Yield what was printed without a current value, and figures that only the rounding of inputs makes others.

    A number that only third parties printed needs no value: it is theirs.
    """
    for key, values in printed.items():
        yield from check_key(key, values, figures)
    yield from _idle(printed, figures)


def _idle(printed: Printed, figures: Figures) -> Iterator[Issue]:
    """Yield the restatements of what is printed as it is, or was never printed."""
    for (report, key), stated in figures.snapshot.restatements.items():
        now = figures.value(key)
        own = [value for value in printed.get(key, ()) if value.report == report]
        if now.value is not None and not any(is_restatable(now.value, now.qualifier, value) for value in own):
            shown: dict[str, Fact] = {"report": report, "text": stated.text, "printed": PrintedAt(report, stated.place)}
            yield Issue("restatement.idle", "doubt", key, {**shown, "value": Amount(now.value)})


def check_key(key: Key, values: Sequence[PublishedValue], figures: Figures) -> Iterator[Issue]:
    """Yield the issues of what was printed for one key."""
    if figures.catalogue.metrics.get(key.metric) is None or not values:
        return
    now = figures.value(key)
    if now.value is None:
        yield from _without_value(now, [value for value in values if value.report not in figures.catalogue.publishers])
        return
    for odd in odd_prints(now, values, figures):
        if odd.inputs and odd.stated is None:
            yield Issue("published.inputs", "doubt", key, {**difference_facts(odd), "inputs": odd.inputs})


def odd_prints(now: Result, values: Sequence[PublishedValue], figures: Figures) -> Iterator[OddPrint]:
    """Yield which prints of one key do not fit its value; a figure that only follows an odd input is not told."""
    if now.value is None:
        return
    for value in values:
        if fits(now.value, now.qualifier, value) or (now.kind == "figure" and _follows(now, value, figures)):
            continue
        inputs = _rounded_inputs(now, now.value, value, figures) if now.kind == "figure" else ()
        yield OddPrint(now, now.value, value, inputs, figures.snapshot.restatements.get((value.report, now.key)))


def _rounded_inputs(now: Result, truth: Decimal, printed: PublishedValue, figures: Figures) -> tuple[Key, ...]:
    """Return the inputs whose rounding explains a difference, those to be made precise; none where it does not."""
    width, inputs = reach(now, figures)
    explained = apart(truth, printed) <= EXACT.add(width, quotient(printed.resolution, _TWO))
    return tuple(inputs) if explained else ()


def _follows(now: Result, printed: PublishedValue, figures: Figures) -> bool:
    """Whether the figure only follows an input that differs itself from the same report: one cause, one issue."""
    leaves = set(entered_leaves(now, figures))
    inputs = (p for p in figures.snapshot.published if p.report == printed.report and p.key in leaves)
    results = ((figures.value(p.key), p) for p in inputs)
    return any(r.value is not None and not fits(r.value, r.qualifier, p) for r, p in results)


def is_restatable(truth: Decimal, qualifier: str, printed: PublishedValue) -> bool:
    """Whether a reason can be stated why the value is not what was printed.

    超过100 is true of 150 and yet another number: no doubt, but a reason may stand.
    """
    return not (fits(truth, qualifier, printed) and fits(truth, "", replace(printed, qualifier="")))


def apart(truth: Decimal, printed: PublishedValue) -> Decimal:
    """Return by how much a value is another than what was printed."""
    return EXACT.subtract(truth, printed.value).copy_abs()


def difference_facts(odd: OddPrint) -> dict[str, Fact]:
    """Return what sentences say of a print that does not fit: both values, where each comes from, how far apart."""
    return {
        **printed_facts(odd.printed),
        "inscale": InScale(odd.printed.text, odd.printed.value, odd.printed.qualifier),
        "value": Amount(odd.truth, odd.now.qualifier),
        "source": SourceNote(_other_source(odd.now, odd.printed)),
        "difference": Difference(EXACT.subtract(odd.truth, odd.printed.value)),
    }


def printed_facts(value: PublishedValue, which: str = "") -> dict[str, Fact]:
    """Return what sentences say of a print; `which` is put before the names of the facts."""
    at = PrintedAt(value.report, value.place)
    return {f"{which}report": value.report, f"{which}text": value.text, f"{which}printed": at}


def _other_source(now: Result, printed: PublishedValue) -> str:
    """Where the current value comes from, unless it is the printed place itself."""
    source = now.point.source.strip() if now.point else ""
    return "" if source == f"{printed.report} {printed.place}".strip() else source


def _without_value(now: Result, values: Sequence[PublishedValue]) -> Iterator[Issue]:
    if not values:
        return
    shown = printed_facts(values[0])
    if now.kind == "omission":
        yield Issue("published.omitted", "doubt", now.key, {**shown, "omission": Coded("omission", now.omission)})
    elif now.kind == "missing":
        yield Issue("published.unaccounted", "doubt", now.key, shown)
