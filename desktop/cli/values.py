"""annals values: data points and figures."""

from __future__ import annotations

import argparse

from desktop.cli.parser import add_text, add_workspace
from desktop.cli.speaker import Speaker
from desktop.work.moments import moment_of
from desktop.work.names import asked_value, concerns
from schema.catalogue.definitions import Catalogue
from schema.grammar.decimals import plain
from schema.values.display import Display
from schema.values.figures import Result
from schema.values.labels import unit_code, written_value
from schema.values.qualifiers import qualifier_of
from schema.values.results import all_results


def add_arguments(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take a metric and a year to keep to."""
    add_workspace(parser, speaker)
    add_text(parser, speaker, "metric")
    parser.add_argument("--period", type=int, default=0, help=speaker.help("period"))


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Print each value, typed or computed."""
    with speaker.open(arguments.workspace, write=False) as workspace:
        moment = moment_of(workspace)
    asked = asked_value(moment.catalogue, arguments.metric)
    found = all_results(moment.told, asked.code, arguments.period or asked.year)
    results = [result for result in found if concerns(asked, result.key)]
    entries = [
        _entry(result, moment.catalogue, speaker.language) | {"state": moment.states.get(result.key, "")}
        for result in results
    ]
    if arguments.json:
        speaker.json({"values": entries})
        return 0
    for result, entry in zip(results, entries, strict=True):
        shown = _said(result) or entry["value"] or entry["omission"] or entry["text"]
        speaker.write(f"{result.key.canonical()}\t{shown}\t{entry['unit']}\t{entry['name']}")
    return 0


def _said(result: Result) -> str:
    """Return both ends of a range, exactly; empty for anything else."""
    upper = qualifier_of(result.qualifier).upper
    return "" if upper is None or result.value is None else f"{plain(result.value)}–{plain(upper)}"


def _entry(result: Result, catalogue: Catalogue, language: str) -> dict[str, object]:
    metric, point = catalogue.metrics.get(result.key.metric), result.point
    text = ""
    if result.value is not None and metric is not None:
        text = Display(metric, catalogue, language).show(result.value, result.qualifier, with_unit=True)
    elif result.untold:
        text = catalogue.phrases["not.comparable"].best(language)
    return {
        "metric": result.key.metric,
        "name": metric.name.best(language) if metric else "",
        "period": result.key.period,
        "span": result.key.span,
        "entity": result.key.entity,
        "category": result.key.category,
        "kind": result.kind if result.kind != "unread" else "entered",
        "value": written_value(metric, result.unrounded) if result.unrounded is not None else "",
        "text": text or (point.typed if point else ""),
        "unit": unit_code(metric) if metric else "",
        "qualifier": result.qualifier,
        "omission": result.omission,
        "footnote": point.footnote if point else "",
        "note": point.note if point else "",
        "source": point.source if point else "",
    }
