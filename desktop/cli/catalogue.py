"""annals catalogue: out as a workbook and back in; assumed definitions confirmed; brought up to the built-in one."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.cli.parser import add_dry_run, add_text, add_workspace
from desktop.cli.speaker import Speaker
from desktop.cli.written_files import print_written, written_entries
from desktop.work.assumptions import chosen, confirmation, reason_of, withdrawal
from desktop.work.catalogue_book import Adopted, BookTarget, adopt_book, write_book
from schema.catalogue.assumptions import assumed_metrics, waiting
from schema.catalogue.definitions import Metric
from schema.errors import AnnalsError
from schema.grammar.words import LANGUAGES


def add_arguments(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take the way, the workspace and the workbook, the metrics to be confirmed, or differences to be taken."""
    parser.add_argument("action", choices=("export", "import", "confirm", "update"), help=speaker.help("action"))
    add_workspace(parser, speaker)
    parser.add_argument("names", metavar="FILE.xlsx | CODE | NAME", nargs="*", help=speaker.help("book"))
    parser.add_argument("--overwrite", action="store_true", help=speaker.help("overwrite"))
    parser.add_argument("--all", action="store_true", help=speaker.help("confirmall"))
    parser.add_argument("--withdraw", action="store_true", help=speaker.help("withdrawconfirm"))
    parser.add_argument("--take", choices=("ours", "theirs"), help=speaker.help("takeside"))
    parser.add_argument("--undo", action="store_true", help=speaker.help("undoupdate"))
    add_dry_run(parser, speaker)
    add_text(parser, speaker, "reason")


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Export, import, confirm, or update."""
    of_update = arguments.take is not None or arguments.undo or arguments.dry_run
    if arguments.action == "update":
        if arguments.overwrite or arguments.all or arguments.withdraw:
            raise AnnalsError("catalogue.asks_update")
        from desktop.cli.catalogue_updates import run_update

        return run_update(arguments, speaker)
    if of_update:
        raise AnnalsError("catalogue.asks_update")
    if arguments.action == "confirm":
        return _confirm(arguments, speaker)
    if len(arguments.names) != 1 or arguments.all or arguments.withdraw or arguments.reason:
        raise AnnalsError("catalogue.asks_file")
    arguments.file = Path(arguments.names[0])
    return _export(arguments, speaker) if arguments.action == "export" else _import(arguments, speaker)


def _confirm(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """List what is assumed where nothing is named; else confirm it, or take that back."""
    codes: list[str] = arguments.names
    if (codes and arguments.all) or (arguments.withdraw and not codes) or arguments.overwrite:
        raise AnnalsError("catalogue.asks_confirm")
    if not codes and not arguments.all:
        return _list(arguments, speaker)
    with speaker.open(arguments.workspace, write=True) as workspace:
        old = workspace.definitions
        if arguments.withdraw:
            new = withdrawal(old, codes)
        else:
            metrics = chosen(old, codes, every=arguments.all)
            codes = [metric.code for metric in metrics]
            valued = {key.metric for key in workspace.snapshot().points}
            new = confirmation(old, {metric.code: metric.definition for metric in metrics}, valued)
        if new.hash != old.hash:
            workspace.adopt(new, reason_of(codes, arguments.reason.strip()))
        left = len(assumed_metrics(new.catalogue))
    if arguments.json:
        speaker.json({"withdrawn" if arguments.withdraw else "confirmed": codes, "left": left})
    else:
        done = "cli.catalogue_doubted" if arguments.withdraw else "cli.catalogue_confirmed"
        speaker.say(done, count=str(len(codes)), left=str(left))
    return 0


def _list(arguments: argparse.Namespace, speaker: Speaker) -> int:
    with speaker.open(arguments.workspace, write=False) as workspace:
        metrics = assumed_metrics(workspace.definitions.catalogue)
    if arguments.json:
        rows = [_assumed_entry(metric) for metric in metrics]
        speaker.json({"assumed": rows})
        return 0
    for metric in metrics:
        speaker.write("\t".join((metric.code, *(w.best(speaker.language) for w in (metric.name, metric.definition)))))
    speaker.say("cli.catalogue_assumed", count=str(len(metrics)))
    return 0


def _assumed_entry(metric: Metric) -> dict[str, object]:
    parts = {"name": metric.name, "definition": metric.definition}
    words = {f"{part}.{code}": told.get(code) for part, told in parts.items() for code in LANGUAGES}
    return {"metric": metric.code, **words, "waiting": list(waiting(metric))}


def _export(arguments: argparse.Namespace, speaker: Speaker) -> int:
    with speaker.open(arguments.workspace, write=False) as workspace:
        definitions = workspace.definitions
    target = BookTarget(arguments.file, speaker.language, arguments.overwrite)
    written = [write_book(definitions, target, speaker.resources)]
    print_written(written, speaker)
    speaker.json({"files": written_entries(written)})
    return 0


def _import(arguments: argparse.Namespace, speaker: Speaker) -> int:
    path: Path = arguments.file
    with speaker.open(arguments.workspace, write=True) as workspace:
        adopted = adopt_book(workspace, path, speaker.program)
    speaker.json(_document(adopted))
    if adopted is None:
        speaker.say("cli.catalogue_same", file=path.name)
        return 0
    speaker.say("cli.catalogue_imported", file=path.name)
    _say_adopted(adopted, speaker)
    return 0


def _document(adopted: Adopted | None) -> dict[str, object]:
    counts = adopted.counts if adopted else ()
    return {
        "changed": adopted is not None,
        "counts": {c.kind: {"added": c.added, "removed": c.removed, "changed": c.changed} for c in counts},
        "lost": sorted(set(adopted.lost)) if adopted else [],
        "drifted": list(adopted.drifted) if adopted else [],
    }


def _say_adopted(adopted: Adopted, speaker: Speaker) -> None:
    for count in adopted.counts:
        counts = {"added": str(count.added), "removed": str(count.removed), "changed": str(count.changed)}
        speaker.say("cli.catalogue_counts", what=speaker.sentence(f"cli.catalogue_{count.kind}"), **counts)
    if adopted.lost:
        metrics = ", ".join(sorted(set(adopted.lost)))
        speaker.say("cli.catalogue_lost", count=str(len(adopted.lost)), list=metrics)
    if adopted.drifted:
        speaker.say("cli.catalogue_drifted", count=str(len(adopted.drifted)), list=", ".join(adopted.drifted))
