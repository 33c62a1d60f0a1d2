"""What reports printed of one value: held against the present value, and against each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from schema.catalogue.definitions import Metric
from schema.catalogue.outline import Definitions
from schema.grammar.decimals import EXACT, quotient
from schema.grammar.reference import Key
from schema.validation.contradictions.contradiction import Contradiction, Stated, contradiction, restated
from schema.validation.facts import Amount, AmountAt, Coded, Fact, PrintedAt
from schema.validation.issue import Issue
from schema.validation.published import OddPrint, apart, by_key, difference_facts, odd_prints, printed_facts
from schema.validation.slips import gained_a_digit, slip_from_evidence, swapped
from schema.validation.statements.texts import Texts
from schema.validation.witnesses import Evidence, shows_misprint
from schema.values.datapoint import PublishedValue
from schema.values.figures import Figures, Result
from schema.values.intervals import fits, printed_interval
from schema.values.known_values import has_place
from schema.values.places import published_at


def everywhere(texts: Texts) -> Iterator[Contradiction]:
    """Yield where print and present value, or two prints, cannot both be right."""
    figures = texts.figures
    printed = by_key(value for value in figures.snapshot.published if has_place(value.key, figures.catalogue))
    exchanged = tuple(_exchanged(printed, figures))
    yield from exchanged
    told = {statement.at for found in exchanged for statement in found.statements}
    for key, values in printed.items():
        if key not in told:
            yield from _of_key(key, values, figures)
            yield from _beside_a_year(key, values, figures)


def at_key(key: Key, definitions: Definitions, figures: Figures) -> Iterator[Contradiction]:
    """Yield what was printed of one value and does not fit it."""
    del definitions
    years = {replace(key, period=key.period + step) for step in (-1, 0, 1)}
    for at, values in by_key(value for value in figures.snapshot.published if value.key in years).items():
        if at == key:
            yield from _of_key(key, values, figures)
        yield from _beside_a_year(at, values, figures)


def of_print(value: PublishedValue) -> Stated:
    """Return a printed value as a statement."""
    return Stated(published_at(value), value.text, value.value, value.qualifier, value.report, value.place)


def of_value(result: Result) -> Stated:
    """Return a present value as a statement."""
    return Stated(result.key, "", result.value, result.qualifier)


def _of_key(key: Key, values: Sequence[PublishedValue], figures: Figures) -> Iterator[Contradiction]:
    metric = figures.catalogue.metrics.get(key.metric)
    if metric is None or not values:
        return
    now = figures.value(key)
    odd = [print for print in odd_prints(now, values, figures) if print.stated or not print.inputs]
    for print in odd:
        yield _against_present(print, values, figures)
    agreeing = [value for value in values if all(value is not print.printed for print in odd)]
    yield from _among_prints(key, agreeing)


def _against_present(odd: OddPrint, values: Sequence[PublishedValue], figures: Figures) -> Contradiction:
    """A print against the present value; other prints that it contradicts stand beside them."""
    unlike = [other for other in values if not _can_both_hold(odd.printed, other)]
    metric = figures.catalogue.metrics[odd.now.key.metric]
    bare = _issue(odd, unlike, metric)
    shown = shows_misprint(odd.now, odd.printed, values, figures) if bare.code == "contradiction.slip" else ""
    if shown:
        bare = _misprint(bare, odd, metric, shown)
    stale = odd.stated is not None and odd.stated.new != odd.truth
    if odd.stated is not None and stale:
        facts: dict[str, Fact] = {**bare.facts, "before": Amount(odd.stated.new)}
        bare = replace(bare, code="contradiction.stale", facts=facts)
    found = contradiction(bare, (of_print(odd.printed), *map(of_print, unlike), of_value(odd.now)))
    return restated(found, odd.stated.reason) if odd.stated is not None and not stale else found


def _misprint(bare: Issue, odd: OddPrint, metric: Metric, shown: Evidence) -> Issue:
    """Return the sentence with the slip told of the print, known as exactly as it was printed."""
    step = quotient(EXACT.multiply(odd.printed.resolution, odd.truth), odd.printed.value)
    slip = slip_from_evidence(odd.printed.value, odd.truth, step, metric)
    facts = {**bare.facts, "slip": Coded("slip", slip), "side": Coded("side", f"misprint.{shown}")}
    return replace(bare, code="contradiction.misprint", facts=facts)


def _issue(odd: OddPrint, unlike: Sequence[PublishedValue], metric: Metric) -> Issue:
    """Return the sentence that says most about a difference."""
    now, truth, printed, facts = odd.now, odd.truth, odd.printed, difference_facts(odd)
    if truth == printed.value:
        return Issue("contradiction.qualifier", "doubt", now.key, facts)
    words = metric.traits.labelled  # of which one is not nearly another
    counted = metric.traits.counted and printed.resolution <= 1
    if apart(truth, printed) <= printed.resolution and not (counted or words):
        return Issue("contradiction.rounding", "doubt", now.key, facts)
    slip = "" if words else slip_from_evidence(truth, printed.value, printed.resolution, metric)
    if slip:
        return Issue("contradiction.slip", "doubt", now.key, {**facts, "slip": Coded("slip", slip)})
    other = next((value for value in unlike if fits(truth, now.qualifier, value)), None)
    if other is not None:
        return Issue("contradiction.reprinted", "doubt", now.key, {**facts, **printed_facts(other, "other")})
    return Issue("contradiction.figure" if now.kind == "figure" else "contradiction.differs", "doubt", now.key, facts)


def _among_prints(key: Key, values: Sequence[PublishedValue]) -> Iterator[Contradiction]:
    """Prints that contradict each other while no value says which is right: all of them, told by the first pair."""
    pairs = [pair for pair in combinations(values, 2) if not _can_both_hold(*pair)]
    if pairs:
        first, other = pairs[0]
        involved = [value for value in values if any(value is one for pair in pairs for one in pair)]
        facts = {**printed_facts(first), **printed_facts(other, "other")}
        yield contradiction(Issue("contradiction.prints", "doubt", key, facts), tuple(map(of_print, involved)))


def _beside_a_year(key: Key, values: Sequence[PublishedValue], figures: Figures) -> Iterator[Contradiction]:
    """A print of a year that has no value, and the value of the year beside it, of which one has a digit too many.

    Where it grew so much by itself the digits are hardly the same.
    """
    metric = figures.catalogue.metrics.get(key.metric)
    if metric is None or not metric.traits.counted or figures.value(key).value is not None:
        return
    for now in (figures.value(replace(key, period=key.period + step)) for step in (-1, 1)):
        wrong = [one for one in values if now.value is not None and gained_a_digit(one.value, now.value)]
        if wrong and now.value is not None:
            other = AmountAt(now.key, now.value, now.qualifier)
            facts: dict[str, Fact] = {**printed_facts(wrong[0]), "other": other}
            bare = Issue("contradiction.digit", "doubt", key, facts)
            yield contradiction(bare, (*map(of_print, wrong), of_value(now)))


def _can_both_hold(first: PublishedValue, other: PublishedValue) -> bool:
    return printed_interval(first).meets(printed_interval(other))


def _exchanged(printed: dict[Key, list[PublishedValue]], figures: Figures) -> Iterator[Contradiction]:
    """Two members of one breakdown whose current values are each other's printed ones."""
    groups: dict[tuple[str, int, str, str], list[PublishedValue]] = {}
    for key, values in printed.items():
        if key.category and "=" in key.category:
            axes = ";".join(part.partition("=")[0] for part in key.category.split(";"))
            for value in values:
                groups.setdefault((key.metric, key.period, axes, value.report), []).append(value)
    for group in groups.values():
        wrong = [v for v in group if (now := figures.value(v.key)).value is not None and now.value != v.value]
        wrong = [v for v in wrong if (v.report, v.key) not in figures.snapshot.restatements]
        for first, second in combinations(wrong, 2):
            yield from _pair(first, second, figures)


def _pair(first: PublishedValue, second: PublishedValue, figures: Figures) -> Iterator[Contradiction]:
    one, other = figures.value(first.key), figures.value(second.key)
    if one.value is None or other.value is None:
        return
    if swapped((one.value, other.value), (first.value, second.value), Decimal(0)):
        facts: dict[str, Fact] = {
            "other": second.key, "value": Amount(one.value), "othervalue": Amount(other.value),
            "report": first.report, "printed": PrintedAt(first.report, first.place),
        }  # fmt: skip
        statements = (of_print(first), of_value(one), of_print(second), of_value(other))
        yield contradiction(Issue("contradiction.swapped", "doubt", first.key, facts), statements)
