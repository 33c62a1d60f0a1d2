"""The command catalogue: the catalogue and outlines out as a workbook, and back in."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from desktop.cli.making import tell_written
from desktop.cli.speaking import Speaker
from desktop.work.export import Written
from schema.catalogue.compiled import with_hash
from schema.catalogue.definition_drift import settle
from schema.catalogue.loader import Sentences
from schema.catalogue.outline import Definitions
from schema.exchange.catalogue_book.changes import count_changes


def catalogue(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Export or import."""
    return export_book(arguments, speaker) if arguments.action == "export" else import_book(arguments, speaker)


def export_book(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Write the workbook; a file that a person has changed is not replaced."""
    from exporters.excel.catalogue_book import catalogue_book
    from exporters.excel.writer import write_excel
    from exporters.output_files import write_output
    from schema.catalogue.loader_messages import load_messages
    from schema.exchange.catalogue_book.rows import to_sheets

    with speaker.open(arguments.workspace, write=False) as workspace:
        definitions = workspace.definitions
    help_texts = load_messages(speaker.resources / "catalogue" / "help.yaml")
    book = catalogue_book(definitions, to_sheets(definitions), help_texts, speaker.language)
    path = write_output(arguments.file, lambda temporary: write_excel(book, temporary), overwrite=arguments.overwrite)
    tell_written((Written(path, arguments.file),), speaker)
    return 0


def import_book(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Put the workbook's definitions in force, and say what is other than before."""
    with speaker.open(arguments.workspace, write=True) as workspace:
        old = workspace.definitions
        snapshot = workspace.snapshot()
        new = settle(old, read_book(arguments.file, speaker, old), {key.metric for key in snapshot.points})
        if new.hash == with_hash(old).hash:  # an older program kept the same definitions in another form
            speaker.say("cli.catalogue_same", file=arguments.file.name)
            return 0
        workspace.adopt(new, reason=arguments.file.name)
    speaker.say("cli.catalogue_imported", file=arguments.file.name)
    for count in count_changes(old, new):
        counts = {"added": str(count.added), "removed": str(count.removed), "changed": str(count.changed)}
        speaker.say("cli.catalogue_counts", what=speaker.sentence(f"cli.catalogue_{count.kind}"), **counts)
    lost = [key.metric for key in snapshot.points if key.metric not in new.catalogue.metrics]
    if lost:
        named = ", ".join(sorted(set(lost)))
        speaker.say("cli.catalogue_lost", count=str(len(lost)), list=named)
    if fresh := sorted(new.drifted.keys() - old.drifted.keys()):
        speaker.say("cli.catalogue_drifted", count=str(len(fresh)), list=", ".join(fresh))
    return 0


def read_book(path: Path, speaker: Speaker, old: Definitions | None = None) -> Definitions:
    """Read a workbook; the sentences, which it does not hold, are those in force: in `old`, else the program's.

    Raises DefinitionsError with every mistake, AnnalsError book.*.
    """
    from exporters.excel.sheet_reader import read_sheets
    from schema.exchange.catalogue_book.rows import from_sheets

    sheets = read_sheets(path)
    in_force = speaker.program if old is None else old.catalogue
    return from_sheets(sheets, Sentences(in_force.messages, in_force.phrases))


COMMANDS: dict[str, Callable[[argparse.Namespace, Speaker], int]] = {"catalogue": catalogue}
