"""The catalogue and outlines out as a workbook, and back in; definitions from a folder or a workbook."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from desktop.work.export import Written
from schema.catalogue.outline import Definitions
from schema.catalogue.program_words import ProgramWords
from schema.errors import AnnalsError
from schema.exchange.catalogue_book.changes import ChangeCount
from schema.workspace import Workspace


@dataclass(frozen=True, slots=True)
class BookTarget:
    """Where the workbook goes, in which language its help is; `overwrite` replaces also what a person has changed."""

    path: Path
    language: str
    overwrite: bool = False


def write_book(definitions: Definitions, target: BookTarget, resources: Path) -> Written:
    """Write the workbook; a file that a person has changed is not replaced. Raises OutputError.

    One that has no metrics yet shows an example of a small report.
    """
    from exporters.excel.catalogue_book import catalogue_book
    from exporters.excel.catalogue_example import example_sheet
    from exporters.excel.writer import write_excel
    from exporters.output_files import write_output
    from schema.catalogue.loader_messages import load_messages
    from schema.exchange.catalogue_book.example import read_example
    from schema.exchange.catalogue_book.rows import to_sheets

    help_texts = load_messages(resources / "catalogue" / "help.yaml")
    book = catalogue_book(definitions, to_sheets(definitions), help_texts, target.language)
    if not definitions.catalogue.metrics:
        example = read_example(resources, target.language)
        book = replace(book, sheets=(example_sheet(example.rows, example.lead), *book.sheets))
    path = write_output(target.path, lambda temporary: write_excel(book, temporary), overwrite=target.overwrite)
    return Written(path, target.path)


@dataclass(frozen=True, slots=True)
class Adopted:
    """What a workbook changed: counts by kind, values whose metric is gone, metrics whose definition has drifted."""

    counts: tuple[ChangeCount, ...]
    lost: tuple[str, ...]
    drifted: tuple[str, ...]


def adopt_book(workspace: Workspace, path: Path, program: ProgramWords) -> Adopted | None:
    """Put a workbook's definitions in force; None where they are those in force.

    Raises DefinitionsError with every mistake, AnnalsError book.*.
    """
    from schema.catalogue.assumptions import without_reworded
    from schema.catalogue.compiled import with_hash
    from schema.catalogue.definition_drift import settle
    from schema.exchange.catalogue_book.changes import count_changes

    old, snapshot = workspace.definitions, workspace.snapshot()
    written = without_reworded(old, read_book(path, program, old))
    new = settle(old, written, {key.metric for key in snapshot.points})
    if new.hash == with_hash(old).hash:  # an older program kept the same definitions in another form
        return None
    workspace.keep_backup("definitions")
    workspace.adopt(new, reason=path.name)
    lost = tuple(key.metric for key in snapshot.points if key.metric not in new.catalogue.metrics)
    return Adopted(count_changes(old, new), lost, tuple(sorted(new.drifted.keys() - old.drifted.keys())))


def read_definitions(path: Path, program: ProgramWords, languages: Sequence[str] = ()) -> Definitions:
    """Read a folder of YAML files or a workbook, with words in these languages at least, in its company's where none is
    named. AnnalsError cli.no_catalogue, book.*; DefinitionsError."""
    from schema.catalogue.loader import load_definitions

    if not path.exists():
        raise AnnalsError("cli.no_catalogue", path=str(path))
    if path.is_dir():
        return load_definitions(path, program, languages)
    return read_book(path, program, languages=languages)


def read_book(
    path: Path, program: ProgramWords, old: Definitions | None = None, languages: Sequence[str] = ()
) -> Definitions:
    """Read a workbook; the sentences, which it does not hold, are those in force: in `old`, else the program's.

    Raises DefinitionsError with every mistake, AnnalsError book.*.
    """
    from exporters.excel.sheet_reader import read_sheets
    from schema.catalogue.loader import Sentences
    from schema.exchange.catalogue_book.rows import from_sheets

    in_force = program if old is None else old.catalogue
    return from_sheets(read_sheets(path), Sentences(in_force.messages, in_force.phrases), languages)
