"""The kinds of files that a report can be written to, one row each."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from exporters.assembly.data_rows import Trail, no_trail
from exporters.content import Document
from exporters.output_files import write_bytes
from exporters.word.page_check import Measured, PageFault
from schema.grammar.slots import COMPANY, TEMPLATE
from schema.moment import Moment
from schema.values.datapoint import Snapshot
from schema.values.image_slots import placed_hash

Pictures = Callable[[str], bytes]


@dataclass(frozen=True, slots=True)
class Write:
    """What writes a file to a path, and what is wrong on its pages where they were looked at."""

    to: Callable[[Path], None]
    faults: tuple[PageFault, ...] = ()


@dataclass(frozen=True, slots=True)
class Edition:
    """One report in one language, assembled once for all writers; `pictures` gives a picture's bytes by its hash.

    `pages` asks for cached page numbers from one pass of LibreOffice, where there is one. `trail` tells who typed last
    what stands somewhere.
    """

    moment: Moment
    document: Document
    pictures: Pictures
    pages: bool = False
    trail: Trail = no_trail
    _found: list[Measured] = field(default_factory=list[Measured], repr=False, compare=False)

    def laid_out(self) -> Measured:
        """Return the pages of the draft where they are asked for and can be counted: laid out once for all writers."""
        if not self._found:
            self._found.append(_measured(self))
        return self._found[0]


def _measured(edition: Edition) -> Measured:
    if not edition.pages:
        return Measured()
    from exporters.word.measured_pages import measure_pages, office_program  # deferred: it loads what writes Word

    office = office_program()
    if office is None:
        return Measured()
    with _company_template(edition.moment.snapshot, edition.pictures) as template:
        return measure_pages(edition.document, office, edition.pictures, template)


@dataclass(frozen=True, slots=True)
class Writer:
    """`prepare` makes ready and lends what writes an edition to a path; one that is `asked` for is no default.

    `ready` raises AnnalsError, before any file is written, where something is lacking on this computer.
    """

    suffix: str
    prepare: Callable[[Edition], AbstractContextManager[Write]]
    asked: bool = False
    ready: Callable[[], object] = lambda: None


@contextmanager
def _excel(edition: Edition) -> Generator[Write]:
    from exporters.excel.sheets.book import build_workbook
    from exporters.excel.writer import write_excel

    workbook = build_workbook(edition.moment, edition.document, edition.trail, edition.laid_out().pages)
    yield Write(lambda path: write_excel(workbook, path))


@contextmanager
def _word(edition: Edition) -> Generator[Write]:
    from exporters.word.measured_pages import turned
    from exporters.word.writer import write_word

    document, pictures = edition.document, edition.pictures
    found = edition.laid_out()
    with _company_template(edition.moment.snapshot, pictures) as template:
        made = turned(document, found.turns)

        def write(path: Path) -> None:
            write_word(made, path, template=template, pages=found.pages, pictures=pictures)

        yield Write(write, found.faults)


@contextmanager
def _pdf(edition: Edition) -> Generator[Write]:
    from exporters.word.pdf import printed_pdf

    with _company_template(edition.moment.snapshot, edition.pictures) as template:
        printed = printed_pdf(edition.document, edition.pictures, template)
        yield Write(lambda path: write_bytes(path, printed.content), printed.faults)


def _pdf_ready() -> None:
    from exporters.word.pdf import need_office

    need_office()


@contextmanager
def _company_template(snapshot: Snapshot, pictures: Pictures) -> Generator[Path | None]:
    """Lend the company's own Word template as a file; None where it has none."""
    name = placed_hash(snapshot, COMPANY, TEMPLATE)
    if not name:
        yield None
        return
    with TemporaryDirectory(prefix="annals-template-") as folder:
        path = Path(folder) / "template.docx"
        path.write_bytes(pictures(name))
        yield path


# In the order in which they are written.
WRITERS = {
    "excel": Writer(".xlsx", _excel),
    "word": Writer(".docx", _word),
    "pdf": Writer(".pdf", _pdf, asked=True, ready=_pdf_ready),
}


def usual_writers() -> tuple[str, ...]:
    """Return the kinds of files that are written where none is named."""
    return tuple(name for name, writer in WRITERS.items() if not writer.asked)
