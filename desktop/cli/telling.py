"""Commands that read: reports, template, values, check, history, verify."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Sequence

from desktop.cli.speaking import Speaker
from schema.catalogue.definitions import Catalogue
from schema.catalogue.outline import Definitions
from schema.errors import AnnalsError
from schema.grammar.reference import parse_reference
from schema.mistakes import near
from schema.validation.coverage import Coverage
from schema.validation.coverage import coverage as cover
from schema.validation.issue import Issue, write_subject
from schema.values.datapoint import HistoryEntry
from schema.values.display import plain, show
from schema.values.figures import Figures, Result
from schema.values.registry import shown_subject


def reports(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """List the outlines of a workspace."""
    with speaker.open(arguments.workspace, write=False) as workspace:
        for outline in workspace.definitions.outlines.values():
            title = outline.title.best(speaker.language)
            speaker.write(f"{outline.code}\t{title}\t{outline.year}\t{outline.language}\t{outline.form}")
    return 0


def template(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Print an empty figures CSV."""
    from schema.exchange.figures_csv import template_rows

    with speaker.open(arguments.workspace, write=False) as workspace:
        need_report(workspace.definitions, arguments.report)
        # Excel takes a file for UTF-8 only by this mark; without it Chinese names open garbled.
        mark = "" if speaker.out.isatty() else "\ufeff"
        speaker.out.write(
            mark + template_rows(workspace.definitions, arguments.report or None, arguments.language or "")
        )
    return 0


def values(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Print data points and figures."""
    from schema.values.listing import all_results

    with speaker.open(arguments.workspace, write=False) as workspace:
        catalogue, snapshot = workspace.definitions.catalogue, workspace.snapshot()
    _need_metric(catalogue, arguments.metric)
    found = list(all_results(Figures(catalogue, snapshot), arguments.metric, arguments.period))
    entries = [_value_entry(result, catalogue, speaker.language) for result in found]
    if arguments.json:
        speaker.json({"values": entries})
        return 0
    for result, entry in zip(found, entries, strict=True):
        unit = catalogue.metrics[result.key.metric].unit if result.key.metric in catalogue.metrics else ""
        speaker.write(
            f"{result.key.canonical()}\t{entry['value'] or entry['omission'] or entry['text']}\t{unit}\t{entry['name']}"
        )
    return 0


def _value_entry(result: Result, catalogue: Catalogue, language: str) -> dict[str, object]:
    metric, point = catalogue.metrics.get(result.key.metric), result.point
    text = ""
    if result.value is not None and metric is not None:
        text = show(result.value, metric, catalogue, language, qualifier=result.qualifier, with_unit=True)
    return {
        "metric": result.key.metric,
        "name": metric.name.best(language) if metric else "",
        "period": result.key.period,
        "span": result.key.span,
        "entity": result.key.entity,
        "category": result.key.category,
        "kind": result.kind if result.kind != "unread" else "entered",
        "value": plain(result.value) if result.value is not None else "",
        "text": text or (point.typed if point else ""),
        "unit": metric.unit if metric else "",
        "qualifier": result.qualifier,
        "omission": result.omission,
        "note": point.note if point else "",
        "source": point.source if point else "",
    }


def check(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Print all issues; 1 where one is an error."""
    from schema.validation.check import check as check_all

    with speaker.open(arguments.workspace, write=False) as workspace:
        definitions, snapshot = workspace.definitions, workspace.snapshot()
    need_report(definitions, arguments.report)
    figures = Figures(definitions.catalogue, snapshot)
    issues = check_all(definitions, snapshot, figures, arguments.report)
    if arguments.json:
        speaker.json({"issues": [issue_entry(issue, definitions.catalogue, speaker) for issue in issues]})
    else:
        tell_issues(issues, definitions.catalogue, speaker)
    return has_error(issues)


def tell_issues(issues: Sequence[Issue], catalogue: Catalogue, speaker: Speaker) -> None:
    """Print one line per issue, and how many there are."""
    from schema.validation.messages import message

    for issue in issues:
        mark = speaker.sentence(f"cli.severity.{issue.severity}")
        place = f"{issue.place}: " if issue.place else ""
        speaker.write(f"[{mark}] {place}{message(issue, catalogue, speaker.language)}")
    errors = sum(issue.severity == "error" for issue in issues)
    speaker.say("cli.issues", errors=str(errors), doubts=str(len(issues) - errors))


def has_error(issues: Sequence[Issue]) -> int:
    """Return the exit status that issues call for."""
    return int(any(issue.severity == "error" for issue in issues))


def issue_entry(issue: Issue, catalogue: Catalogue, speaker: Speaker) -> dict[str, object]:
    """Return an issue as the promised JSON object."""
    from schema.validation.messages import message

    return {
        "code": issue.code,
        "severity": issue.severity,
        "subject": write_subject(issue.at),
        "metric": issue.key.metric if issue.key else "",
        "period": issue.key.period if issue.key else None,
        "entity": issue.key.entity if issue.key else "",
        "span": issue.key.span if issue.key else "",
        "category": issue.key.category if issue.key else "",
        "message": message(issue, catalogue, speaker.language),
    }


def coverage(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Print per framework what a report answers, explains and leaves open."""
    with speaker.open(arguments.workspace, write=False) as workspace:
        definitions, snapshot = workspace.definitions, workspace.snapshot()
    need_report(definitions, arguments.report)
    figures = Figures(definitions.catalogue, snapshot)
    found = {code: cover(definitions, figures, arguments.report, code) for code in definitions.catalogue.frameworks}
    if arguments.json:
        speaker.json({"coverage": [_coverage_entry(definitions, code, rows, speaker) for code, rows in found.items()]})
        return 0
    for code, rows in found.items():
        name = definitions.catalogue.frameworks[code].name.best(speaker.language)
        speaker.say("cli.coverage", framework=name, **_counts(rows))
        if code in definitions.outlines[arguments.report].frameworks:
            for row in rows:
                state = speaker.sentence(f"cli.coverage.{row.state}")
                speaker.write(f"  [{state}]\t{row.disclosure.printed}\t{row.disclosure.title.best(speaker.language)}")
    return 0


def _counts(rows: Sequence[Coverage]) -> dict[str, str]:
    return {state: str(sum(row.state == state for row in rows)) for state in ("answered", "explained", "open")}


def _coverage_entry(
    definitions: Definitions, code: str, rows: Sequence[Coverage], speaker: Speaker
) -> dict[str, object]:
    return {
        "framework": code,
        "name": definitions.catalogue.frameworks[code].name.best(speaker.language),
        **{state: int(count) for state, count in _counts(rows).items()},
        "disclosures": [
            {
                "code": row.disclosure.code,
                "printed": row.disclosure.printed,
                "title": row.disclosure.title.best(speaker.language),
                "state": row.state,
                "metrics": list(row.metrics),
                "sections": list(row.sections),
                "reason": row.reason.best(speaker.language),
            }
            for row in rows
        ],
    }


def history(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Print who changed what and when."""
    with speaker.open(arguments.workspace, write=False) as workspace:
        _need_metric(workspace.definitions.catalogue, arguments.metric)
        entries = workspace.history(arguments.metric)
    if arguments.json:
        speaker.json({"history": [_history_entry(entry) for entry in entries]})
        return 0
    for entry in entries:
        when = entry.when.strftime("%Y-%m-%d %H:%M:%S")
        change = f"{_brief(entry.old)} → {_brief(entry.new)}"
        speaker.write(f"{entry.number}\t{when}\t{entry.who}\t{entry.subject}\t{change}\t{entry.reason}")
    return 0


def _brief(state: str) -> str:
    """Return the gist of a stored state: its value, omission or words."""
    if not state:
        return "∅"
    found = json.loads(state)
    keys = ("typed", "value", "omission", "unread", "text", "hash")
    return next((str(found[key]) for key in keys if found.get(key)), "…").replace("\n", " ")[:60]


def _history_entry(entry: HistoryEntry) -> dict[str, object]:
    return {
        "number": entry.number,
        "when": entry.when.isoformat(),
        "who": entry.who,
        "kind": entry.kind,
        "subject": shown_subject(entry.kind, entry.subject),
        "old": json.loads(entry.old) if entry.old else None,
        "new": json.loads(entry.new) if entry.new else None,
        "reason": entry.reason,
        "hash": entry.hash,
    }


def verify(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Check file and history."""
    with speaker.open(arguments.workspace, write=False) as workspace:
        issues, catalogue, entries = workspace.verify(), workspace.definitions.catalogue, len(workspace.history())
    if issues:
        tell_issues(issues, catalogue, speaker)
        return 1
    speaker.say("cli.verified", file=str(arguments.workspace), count=str(entries))
    return 0


def need_report(definitions: Definitions, code: str) -> None:
    """Refuse a report that the workspace does not have."""
    if code and code not in definitions.outlines:
        raise AnnalsError("cli.unknown_report", name=code, near=", ".join(definitions.outlines))


def _need_metric(catalogue: Catalogue, code: str) -> None:
    reference = parse_reference(code)
    if reference is not None and not reference.whole:
        raise AnnalsError("cli.not_whole", reference=code)
    if code and code not in catalogue.metrics:
        alike = near(code, catalogue.metrics)
        raise AnnalsError("cli.unknown_metric" if alike else "cli.no_such_metric", name=code, near=alike)


COMMANDS: dict[str, Callable[[argparse.Namespace, Speaker], int]] = {
    "reports": reports,
    "template": template,
    "values": values,
    "check": check,
    "coverage": coverage,
    "history": history,
    "verify": verify,
}
