"""All checks of a snapshot, and those of one key for the form."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from schema.catalogue.definitions import Catalogue
from schema.catalogue.outline import Definitions, Outline
from schema.catalogue.totals import rules_beside_totals, totals_of
from schema.garbage import collector_at_rest
from schema.grammar.reference import Key
from schema.validation.answers import CHANGES, Findings, findings
from schema.validation.asked_values import asked, chosen_outlines, ranks, window
from schema.validation.base_year import check_base_year
from schema.validation.blanks import check_blank, check_blanks
from schema.validation.carried import check_carried
from schema.validation.change_thresholds import Alerts
from schema.validation.changes import check_changes, check_year
from schema.validation.contradictions.contradiction import Contradiction
from schema.validation.contradictions.sources import concerning, contradictions, contradictions_at
from schema.validation.definitions_check import check_definitions, check_wording
from schema.validation.drawn import check_drawn
from schema.validation.drift import check_drift
from schema.validation.evidence_checks import check_evidence, evidence_at
from schema.validation.facts import Fact
from schema.validation.indices import check_indices
from schema.validation.issue import FieldAt, Issue
from schema.validation.labelled import check_labelled, check_labelled_year
from schema.validation.languages import check_language
from schema.validation.machine_words import check_drafts
from schema.validation.metric_values import MetricValues, Partings, arrange, parts_of, probe
from schema.validation.missing_pictures import check_pictures, check_repeated
from schema.validation.old_notes import check_notes
from schema.validation.peers import Peers, check_lonely, check_lonely_year
from schema.validation.point_checks import Limits, check_one, check_points, limits
from schema.validation.published import by_key, check_key, check_published
from schema.validation.rates import check_rates, check_year_rates, groups_of
from schema.validation.record_checks import check_records
from schema.validation.rollups import check_rollup, check_rollups
from schema.validation.rules import (
    check_factor,
    check_figure_change,
    check_figures,
    check_qualified,
    check_rule,
    check_rules,
)
from schema.validation.small_cells import check_small_cells, small_cells_at
from schema.validation.statements.check import check_statements
from schema.validation.statements.texts import Texts
from schema.validation.text_checks import check_missing_texts, check_texts
from schema.validation.totals import check_declared, check_total, check_totals, check_year_totals
from schema.validation.unapproved import unquoted
from schema.validation.untranslated import check_untranslated
from schema.validation.verdicts import check_verdicts
from schema.validation.whole import check_kept, check_whole
from schema.validation.witnesses import weighed
from schema.values.datapoint import Snapshot
from schema.values.figures import Figures
from schema.values.known_values import has_place
from schema.values.subject import TextAt
from schema.values.teller import Teller, as_reported

_LAST = 1 << 30
_FEW = 50


def check(definitions: Definitions, snapshot: Snapshot, figures: Figures, report: str = "") -> tuple[Issue, ...]:
    """Return every open issue, errors first, then in the outline's order; `report` keeps to what that report shows."""
    return check_all(Texts(definitions, figures), report).open


@collector_at_rest()
def check_all(texts: Texts, report: str = "", known: Sequence[Contradiction] | None = None) -> Findings:
    """Return every open issue as `check` does, and the answered doubts; `known`: the contradictions, where they are."""
    definitions, figures, snapshot = texts.definitions, texts.figures, texts.figures.snapshot
    outlines = chosen_outlines(definitions, report)
    order = ranks(definitions.catalogue, outlines)
    printed = by_key(p for p in snapshot.published if has_place(p.key, definitions.catalogue))
    issues = [
        *weighed(_data_issues(definitions, snapshot, figures, order if report else None), figures, printed),
        *_report_issues(outlines, texts),
        *check_whole(definitions.catalogue, outlines, snapshot),
    ]
    if report:
        years = window(outlines[0])
        issues = [i for i in issues if isinstance(i.at, TextAt | FieldAt) or _is_shown(i, order, years)]
    contradicting = concerning(contradictions(texts) if known is None else known, definitions, report)
    issues += (c.issue for c in contradicting if c.state != "restated")
    return findings(sort_issues(issues, order), definitions, figures)


@collector_at_rest()
def check_values(definitions: Definitions, figures: Figures) -> tuple[Issue, ...]:
    """Return what is open in data points and between them, and what is blank: little of what the whole check takes."""
    snapshot, outlines = figures.snapshot, tuple(definitions.outlines.values())
    printed = by_key(p for p in snapshot.published if has_place(p.key, definitions.catalogue))
    blank = (issue for outline in outlines for issue in check_blanks(outline, figures.told_in(outline)))
    issues = (*weighed(_data_issues(definitions, snapshot, figures, None), figures, printed), *blank)
    return findings(sort_issues(issues, ranks(definitions.catalogue, outlines)), definitions, figures).open


def _is_shown(issue: Issue, order: Collection[str], years: range) -> bool:
    key = issue.key
    return key is None or (key.metric in order and key.period in years)


def sort_issues(issues: Iterable[Issue], order: Mapping[str, int]) -> tuple[Issue, ...]:
    """Return the issues once each: errors first, in the outline's order, then by key."""
    unique = {(i.code, i.key, i.place, tuple(i.facts.items())): i for i in _one_cause(tuple(issues))}

    def rank(issue: Issue) -> tuple[bool, int, str, int, str, str, str]:
        key = issue.key or Key("", 0)
        position = order.get(key.metric, _LAST) if issue.key else _LAST
        return issue.severity != "error", position, key.metric, -key.period, key.entity, key.category, issue.code

    return tuple(sorted(unique.values(), key=rank))


def _one_cause(issues: tuple[Issue, ...]) -> Iterator[Issue]:
    """A slip that the printed value proves is not told once more because last year's value suggests it.

    Nor is a number among percentages told once more as a percentage above a hundred.
    """
    proven: set[Fact | None] = {i.key for i in issues if i.code in ("contradiction.slip", "contradiction.swapped")}
    proven |= {i.facts["other"] for i in issues if i.code == "contradiction.swapped"}
    counts = {i.key for i in issues if i.code == "share.count"}
    causes = {**dict.fromkeys((*CHANGES, "slip.swapped"), proven), "value.over_hundred": counts}
    causes["value.unlike"] = proven | counts
    for issue in issues:
        concerned = {issue.key, issue.facts.get("other")} - {None}
        if not causes.get(issue.code, set()) & concerned:
            yield issue


def _data_issues(
    definitions: Definitions, snapshot: Snapshot, figures: Figures, only: Collection[str] | None
) -> Iterator[Issue]:
    """Yield what is wrong in the data points themselves and between them."""
    catalogue = definitions.catalogue
    arranged, stray = arrange(catalogue, snapshot)
    if only is None:
        yield from (Issue("metric.unknown", "doubt", point.key) for point in stray)
    else:
        arranged = [values for values in arranged if values.metric.code in only]
    alerts, partings = Alerts.of(catalogue, definitions.outlines.values()), Partings(catalogue)
    peers = Peers(catalogue, snapshot, {value.key for value in snapshot.published})
    bounds: dict[str, Limits] = {}  # the same for every entity
    for values in arranged:
        code = values.metric.code
        limit = bounds.get(code) or bounds.setdefault(code, limits(catalogue, values))
        if values.metric.traits.labelled:
            yield from check_points(values, limit)
            yield from check_labelled(values)
            continue
        parts = partings.of(values.metric)
        yield from check_points(values, limit)
        yield from check_changes(values, parts, alerts(values.metric))
        yield from check_totals(values, parts)
        yield from check_rollups(values, figures)
        yield from check_rates(values, groups_of(catalogue, values.metric))
        yield from check_lonely(values, peers)
    reporters = dict.fromkeys((values.entity, year) for values in arranged for year in values.years)
    yield from check_declared(totals_of(catalogue), figures, reporters)
    yield from check_rules(rules_beside_totals(catalogue), figures, reporters)
    yield from check_figures(alerts, figures, reporters)
    yield from check_published(by_key(p for p in snapshot.published if has_place(p.key, catalogue)), figures)
    yield from check_notes(figures, only)
    yield from check_base_year(figures, only)


def _report_issues(outlines: tuple[Outline, ...], texts: Texts) -> Iterator[Issue]:
    """Yield what each report lacks."""
    definitions, figures, snapshot = texts.definitions, texts.figures, texts.figures.snapshot
    for outline in outlines:
        told = figures.told_in(outline)
        yield from check_blanks(outline, told)
        keys = (k for item in asked(outline) for k in (told.members(item.key) if item.wildcard else (item.key,)))
        yield from check_qualified(keys, as_reported(figures, outline))
        yield from check_missing_texts(outline, snapshot)
        yield from check_pictures(outline, snapshot)
        yield from check_repeated(outline, snapshot, definitions.catalogue)
        yield from check_drafts(outline, snapshot, definitions.catalogue)
        yield from check_records(outline, snapshot, told)
        yield from check_carried(outline, definitions, snapshot)
        yield from check_indices(definitions, outline, told)
        yield from check_language(outline, snapshot, definitions.catalogue, outline.language)
        yield from check_drawn(outline, snapshot, definitions.catalogue)
        yield from check_untranslated(outline, definitions.catalogue)
        yield from check_small_cells(outline, told)
        yield from check_verdicts(outline, definitions, figures)
        yield from check_evidence(outline, told)
        yield from unquoted(outline, definitions, figures)
    yield from check_texts({outline.code: outline for outline in outlines}, snapshot, figures)
    yield from check_statements(outlines, texts)
    yield from check_drift(definitions, outlines, snapshot)
    yield from check_definitions(outlines, definitions.catalogue)
    yield from check_wording(definitions.catalogue)


def check_point(definitions: Definitions, figures: Figures, key: Key) -> tuple[Issue, ...]:
    """Return the issues that a change at one key may have made, those of the metric's year included."""
    metric = definitions.catalogue.metrics.get(key.metric)
    if metric is None:
        return (Issue("metric.unknown", "doubt", key),)
    if not has_place(key, definitions.catalogue):
        return tuple(check_kept(key, definitions.catalogue)) if key in figures.snapshot.points else ()
    values = probe(definitions.catalogue, figures.snapshot, key, metric)
    printed = by_key(
        p for p in figures.snapshot.published if p.key.metric == key.metric and has_place(p.key, figures.catalogue)
    )
    issues = weighed(_point_issues(definitions, figures, key, values), figures, printed)
    return findings(sort_issues(issues, {}), definitions, figures).open


def check_keys(definitions: Definitions, figures: Figures, keys: Collection[Key]) -> tuple[Issue, ...]:
    """Return the issues that changes at these keys may have made; for many keys one whole check is quicker."""
    if len(keys) <= _FEW:
        issues = (issue for key in dict.fromkeys(keys) for issue in check_point(definitions, figures, key))
    else:
        touched = {(key.metric, key.period) for key in keys}
        whole = check(definitions, figures.snapshot, figures)
        issues = (i for i in whole if i.key is not None and (i.key.metric, i.key.period) in touched)
    return sort_issues(issues, {})


def _point_issues(definitions: Definitions, figures: Figures, key: Key, values: MetricValues) -> Iterator[Issue]:
    metric, catalogue = values.metric, definitions.catalogue
    point = figures.snapshot.points.get(key)
    printed = [value for value in figures.snapshot.published if value.key == key]
    parts, alerts = parts_of(catalogue, metric), Alerts.of(catalogue, definitions.outlines.values())
    if point is not None:
        yield from check_one(point, limits(catalogue, values))
    yield from check_blank(key, tuple(definitions.outlines.values()), figures)
    following = replace(key, period=values.following(key.period, key.category))
    for at in dict.fromkeys((key, following)):
        labelled = metric.traits.labelled
        change = (
            check_labelled_year(values, at.period) if labelled else check_year(values, at.period, parts, alerts(metric))
        )
        yield from _concerning(at, change)
    yield from check_lonely_year(values, key.period, Peers(catalogue, figures.snapshot, {key} if printed else set()))
    yield from check_year_totals(values, key.period, parts)
    yield from check_rollup(key, metric, figures)
    yield from check_year_rates(values, key.period, groups_of(catalogue, metric))
    yield from _between_metrics(catalogue, figures, key)
    yield from check_factor(metric, figures, key)
    yield from check_figure_change(metric, figures, key, alerts)
    yield from check_qualified((key,), figures.telling(Teller(figures)))
    yield from small_cells_at(key, tuple(definitions.outlines.values()), figures)
    yield from evidence_at(key, definitions.outlines.values(), figures)
    yield from check_key(key, printed, figures)
    yield from (c.issue for c in contradictions_at(key, definitions, figures) if c.state != "restated")


def _between_metrics(catalogue: Catalogue, figures: Figures, key: Key) -> Iterator[Issue]:
    """Yield the totals and rules that a key's metric takes part in and that do not hold in its year."""
    at = replace(key, metric="", category="")
    for total in totals_of(catalogue):
        if key.metric in {total.whole.code, *(part.code for part in total.parts)}:
            yield from check_total(total, figures, at)
    for rule in rules_beside_totals(catalogue):
        if any(reference.code == key.metric for reference in rule.formula.references()):
            yield from check_rule(rule, figures, at)


def _concerning(key: Key, issues: Iterable[Issue]) -> Iterator[Issue]:
    """Yield the issues at a key, or that name it as the other of a pair."""
    for issue in issues:
        if issue.key == key or issue.facts.get("other") == key:
            yield issue
