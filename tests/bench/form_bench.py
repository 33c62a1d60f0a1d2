"""Excel forms that come back, read whole, beside openpyxl (read-only, values): `python tests/bench/form_bench.py`.

A form of the sample's largest share in figures, and one of 3,000 metrics with breakdowns, every cell filled in. Ours is everything up
to the answer: the process of its own, rows by their keys, each value parsed and held against what was sent. The peer
reads the cells and nothing more. Medians of five; the peer's in the same process, so that it starts for nothing. Then
what a hostile file costs before it is refused.
"""

from __future__ import annotations

import contextlib
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

ROOT = Path(__file__).parents[2]
RUNS = 5
LIMIT, SHARE, HOSTILE = 0.3, 0.15, 2.0


def form(definitions, snapshot, report: str, department: str, path: Path) -> Path:
    """Write a form with a value of its own in every cell of figures."""
    from exporters.excel.forms.form_workbook import form_workbook
    from exporters.excel.forms.order import FormOrder
    from exporters.excel.writer import write_excel
    from schema.exchange.forms.layout import FormHead
    from schema.moment import Moment
    from schema.validation.shares import shares_of

    moment = Moment(definitions, snapshot)
    share = shares_of(moment.contents(report), definitions)[department]
    head = FormHead("某公司", report, department, "ab" * 16, 1, "c0ffee", "联系人", "2026-01-01T00:00:00Z", "zh-Hans")
    book = form_workbook(FormOrder(moment, share, share.items, head, "编辑"))
    sheets = tuple(replace(sheet, rows=tuple(map(filled, sheet.rows))) for sheet in book.sheets)
    write_excel(replace(book, sheets=sheets), path)
    return path


def filled(row):
    """A row whose named cell holds another number than was sent."""
    cells = (replace(cell, value=Decimal(len(cell.name) * 7 + 1)) if cell.name else cell for cell in row.cells)
    return replace(row, cells=tuple(cells))


def median(work: Callable[[], object]) -> float:
    """Return the median of five runs in seconds."""
    took: list[float] = []
    for _ in range(RUNS):
        began = time.perf_counter()
        work()
        took.append(time.perf_counter() - began)
    return statistics.median(took)


def peer(path: Path) -> int:
    """Read every cell as openpyxl does where it is told to read only."""
    import openpyxl

    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    return sum(1 for page in book for row in page.iter_rows(values_only=True) for _ in row)


def compared(name: str, path: Path, definitions) -> None:
    """Print what reading takes, beside the peer."""
    from exporters.excel.form_reader import read_form_book
    from schema.exchange.forms.reading import read_form

    answer = read_form(read_form_book(path), definitions)  # the program's words are loaded with it
    ours = median(lambda: read_form(read_form_book(path), definitions))
    cells = median(lambda: read_form_book(path))
    theirs = median(lambda: peer(path))
    print(
        f"{name}: {len(answer.offers)} items, {path.stat().st_size // 1000} kB: {ours:.3f} s "
        f"(cells {cells:.3f} s); openpyxl read-only {theirs:.3f} s, {peer(path)} cells; {ours / theirs:.2f} of it"
    )


def hostile(folder: Path) -> None:
    """Print how long the worst of the hostile files takes, and what memory a child has used at most."""
    from exporters.excel.form_reader import read_form_book
    from schema.errors import AnnalsError

    sys.path.insert(0, str(ROOT))
    from tests.exporters.excel.forms.form_case import order, written
    from tests.exporters.excel.forms.test_hostile_forms import HARM

    blank, worst = written(order("hr"), folder / "blank.xlsx"), (0.0, "")
    for number, (name, (make, _)) in enumerate(HARM.items()):
        if name.startswith("two parts"):
            continue  # it is made under pytest's eye
        path = make(blank, folder / f"{number}.xlsx")
        began = time.perf_counter()
        with contextlib.suppress(AnnalsError):
            read_form_book(path)
        worst = max(worst, (time.perf_counter() - began, name))
    used = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000
    print(
        f"{len(HARM) - 1} hostile files: the slowest ({worst[1]}) {worst[0]:.2f} s (limit {HOSTILE} s); {used:.0f} MB at most"
    )


def main() -> None:
    """Measure and print."""
    sys.path.insert(0, str(ROOT / "tests" / "bench"))
    from synthetic import synthetic

    from schema.catalogue.program_words import ProgramWords
    from schema.values.datapoint import Snapshot
    from tests.shipped import sample

    with tempfile.TemporaryDirectory() as made:
        folder, definitions = Path(made), sample()
        print(f"limits: {LIMIT} s, {SHARE} of the peer on large ones")
        compared(
            "a form of the sample", form(definitions, Snapshot(), "csr-2022", "rural", folder / "a.xlsx"), definitions
        )
        large, snapshot = synthetic()
        phrases = ProgramWords(ROOT / "resources").in_force("phrases", {})
        large = replace(large, catalogue=replace(large.catalogue, phrases=phrases))
        compared("a form of 3,000 metrics", form(large, snapshot, "big", "hr", folder / "b.xlsx"), large)
        hostile(folder)


if __name__ == "__main__":
    main()
