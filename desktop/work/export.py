"""One export of one report, used by the command line and by the window's worker alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from schema.catalogue.outline import Definitions
from schema.errors import AnnalsError
from schema.moment import Moment
from schema.validation.issue import Issue
from schema.validation.machine_words import count_drafts
from schema.values.datapoint import Snapshot
from schema.values.image_slots import COMPANY, TEMPLATE, placed_hash

if TYPE_CHECKING:
    from exporters.content import Document, Fact

Pictures = Callable[[str], bytes]


@dataclass(frozen=True, slots=True)
class Request:
    """What to export; an empty language means the outline's own.

    `pages` asks for cached page numbers from one pass of LibreOffice, where there is one.
    """

    report: str
    language: str
    folder: Path
    word: bool = True
    excel: bool = True
    overwrite: bool = False
    final: bool = False
    pages: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was made: `path` differs from `wanted` where a person's file stood there."""

    path: Path
    wanted: Path


def export_report(
    definitions: Definitions,
    snapshot: Snapshot,
    request: Request,
    pictures: Pictures,
    step: Callable[[str], None] = lambda name: None,
) -> tuple[Written, ...]:
    """Write the files asked for; `step` hears each file's name and may raise to cancel. Raises OutputError.

    `pictures` gives a picture's bytes by its hash (Workspace.picture).
    """
    outline = definitions.outlines[request.report]
    language = request.language or outline.language
    moment = Moment(definitions, snapshot)
    if request.final:
        _need_no_error(moment.issues(request.report), request.report)
        _need_no_draft(count_drafts(outline, snapshot, definitions.catalogue, language), request.report)
    own = language == outline.language
    stem = request.report if own else f"{request.report}.{language}"
    document = _build(moment, request.report, language) if request.word else None
    written: list[Written] = []
    if request.excel:
        wanted = request.folder / f"{stem}.xlsx"
        step(wanted.name)
        facts = document.facts if document else None
        path = _write_excel(moment, (request.report, language), facts, wanted, overwrite=request.overwrite)
        written.append(Written(path, wanted))
    if document:
        wanted = request.folder / f"{stem}.docx"
        step(wanted.name)
        with _template(snapshot, pictures) as template:
            path = _write_word(document, request, wanted, pictures, template)
        written.append(Written(path, wanted))
    return tuple(written)


def _need_no_error(issues: tuple[Issue, ...], report: str) -> None:
    errors = sum(issue.severity == "error" for issue in issues)
    if errors:
        raise AnnalsError("cli.not_final", report=report, count=str(errors))


def _need_no_draft(count: int, report: str) -> None:
    if count:
        raise AnnalsError("cli.not_final_drafts", report=report, count=str(count))


def _build(moment: Moment, report: str, language: str) -> Document:
    from exporters.assembly.document import build_document

    return build_document(moment, report, language)


def _write_excel(
    moment: Moment, report: tuple[str, str], facts: tuple[Fact, ...] | None, wanted: Path, *, overwrite: bool
) -> Path:
    from exporters.excel.sheets.book import build_workbook
    from exporters.excel.writer import write_excel
    from exporters.output_files import write_output

    workbook = build_workbook(moment, *report, facts)
    return write_output(wanted, lambda path: write_excel(workbook, path), overwrite=overwrite)


@contextmanager
def _template(snapshot: Snapshot, pictures: Pictures) -> Iterator[Path | None]:
    """Lend the company's own Word template as a file; None where it has none."""
    name = placed_hash(snapshot, COMPANY, TEMPLATE)
    if not name:
        yield None
        return
    with TemporaryDirectory(prefix="annals-template-") as folder:
        path = Path(folder) / "template.docx"
        path.write_bytes(pictures(name))
        yield path


def _write_word(document: Document, request: Request, wanted: Path, pictures: Pictures, template: Path | None) -> Path:
    from exporters.output_files import write_output
    from exporters.word.measured_pages import measure_pages, office_program
    from exporters.word.writer import write_word

    office = office_program() if request.pages else None
    pages = measure_pages(document, office, pictures, template) if office else None
    return write_output(
        wanted,
        lambda path: write_word(document, path, template=template, pages=pages, pictures=pictures),
        overwrite=request.overwrite,
    )
