"""How long the window is kept from answering, act by act: in a large workspace, in the sample, and after opening it.

`python tests/bench/window_bench.py [--runs 1]` opens the window in fresh processes and follows what each act leads to,
turn by turn (tests/bench/window_hand.py). Of each act it prints the longest turn by the wall clock and in seconds of
the processor on the window's own thread; of the sections of csr-2022 what showing each takes until it is painted.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

if TYPE_CHECKING:
    from desktop.window.pages.sheet_page import SheetPage
    from desktop.window.pages.structure_page import StructurePage
    from tests.bench.window_hand import Blocked, Hand

GOAL = 100  # milliseconds
EDITOR = "editor"
_PASTED = 5000
Told = dict[str, list[float]]  # by act: wall clock and processor


def one(name: str, path: Path, folder: Path) -> None:
    """Do one piece of work in this process and print what it took as JSON."""
    works = {"large": large, "sections": sections, "structure": structure, "again": again}
    print(json.dumps(works[name](path, folder)))


def _told(blocked: Blocked) -> list[float]:
    return [*blocked.longest]


def large(path: Path, folder: Path) -> Told:
    """Go through the places of a large workspace, change values and texts, paste, and take all of it back."""
    from tests.bench.window_hand import Hand

    hand, told = Hand(folder, EDITOR), Told()

    def act(words: str, deed: Callable[[], object], ready: Callable[[], bool] = lambda: True) -> None:
        told[words] = _told(hand.do(deed, ready))

    told["opened and checked"] = _told(hand.open(path))
    view = hand.view
    codes = [section.code for section in view.desk.outline.walk()]
    for place, words in ((len(codes) // 2, "a section shown"), (len(codes) // 2 + 1, "another section shown")):
        act(words, lambda code=codes[place]: view.desk.choose_section(code))
    act("a value typed, saved, checked", lambda: _type(hand), hand.is_settled)
    act("undone", view._actions.undo.trigger, hand.is_settled)
    act("the page beside it", lambda: view.paging.show_mode("both"), lambda: _has_page(hand))
    act("another section with its page", lambda: view.desk.choose_section(codes[1]))
    act("the form alone", lambda: view.paging.show_mode("form"))
    for room in ("my_work", "overview", "requests", "review", "came_in", "issues", "structure"):
        act(f"{room}, gone to first", lambda room=room: view.rooms.show_room(room), hand.is_settled)
        view.rooms.show_room("sections")
        act(f"{room}, again", lambda room=room: view.rooms.show_room(room), hand.is_settled)
    told.update(_sheet(hand))
    hand.close()
    return told


def _has_page(hand: Hand) -> bool:
    pane = hand.view.paging.pane
    return pane is not None and bool(pane.views) and pane.views[0].page is not None


def _type(hand: Hand) -> None:
    from desktop.window.form.field_row import FieldRow

    row = next(row for row in hand.view.form.parts_of(FieldRow) if not row.edit.isReadOnly())
    row.edit.setText("123456")
    row.edit.edited = True
    row.edit.flush()


def _sheet(hand: Hand) -> Told:
    """Open the sheet, scroll, search, show every metric there is, paste 5,000 lines, undo and redo them."""
    from desktop.window.panels.sheet_tools import CATALOGUE
    from desktop.work.sheet.choice import Choice

    told, view = Told(), hand.view
    told["sheet, gone to first"] = _told(
        hand.do(lambda: view.rooms.show_room("sheet"), lambda: bool(_page(hand).model.grid.rows))
    )
    page = _page(hand)
    bar, commands = page.grid.view.verticalScrollBar(), view.commands
    told["sheet, scrolled"] = _told(hand.do(lambda: bar.setValue(bar.value() + 75)))
    told["sheet, searched"] = _told(hand.do(lambda: page.tools.search.setText("1")))
    page.tools.search.setText("")
    hand.rest()
    told["sheet, every metric"] = _told(
        hand.do(lambda: page.tools.turn_to(Choice(CATALOGUE)), lambda: len(page.model.grid.entries()) > _PASTED)
    )
    page.grid.view.choose(page.model.grid.entries()[0])
    hand.rest()
    block, index = tuple((str(1000 + number),) for number in range(_PASTED)), commands.index()
    told["5,000 lines pasted"] = _told(
        hand.do(lambda: page.editing.take(block), lambda: commands.index() == index + 1 and hand.is_settled())
    )
    for words, step in (("the paste undone", view._actions.undo), ("the paste done again", view._actions.redo)):
        told[words] = _told(hand.do(step.trigger, hand.is_settled))
    return told


def _page(hand: Hand) -> SheetPage:
    return cast("SheetPage", hand.view.rooms.sheet)


def sections(path: Path, folder: Path) -> dict[str, Any]:
    """Show each section of csr-2022 until it is painted; before it what opening and the first check take."""
    hand, spent = _opened(path, folder)
    view = hand.view
    view.desk.choose_report("csr-2022")
    hand.rest()
    found: dict[str, list[float]] = {}
    for section in view.desk.outline.walk():
        shown = hand.turn(lambda code=section.code: view.desk.choose_section(code))
        painted = hand.turn(view.form.viewport().repaint)
        turns = hand.do(lambda: None)
        found[section.code] = [shown[0] + painted[0], shown[1] + painted[1], *turns.longest]
    hand.close()
    return {**spent, "sections": found}


def again(path: Path, folder: Path) -> dict[str, Any]:
    """Open a workspace that was checked on this computer as it stands: it is told what was found then."""
    hand, spent = _opened(path, folder)
    hand.close()
    return spent


def _opened(path: Path, folder: Path) -> tuple[Hand, dict[str, Any]]:
    """Open a workspace; return what opening and the first check take."""
    import time

    from tests.bench.window_hand import Hand

    hand = Hand(folder, EDITOR)
    hand.window.show()
    hand.rest()
    begin = time.perf_counter(), time.process_time()
    hand.window.open_path(path)
    hand.until(lambda: hand.window.view is not None and hand.view.session.workspace is not None)
    opened = time.perf_counter(), time.process_time()
    hand.until(lambda: hand.view.session.checked)
    checked = time.perf_counter(), time.process_time()
    since = [
        [later - earlier for later, earlier in zip(*pair, strict=True)] for pair in ((opened, begin), (checked, opened))
    ]
    return hand, {"opened": since[0], "checked": since[1]}


def structure(path: Path, folder: Path) -> Told:
    """Move the section that is shown, down and up again, in the place of the structure."""
    from desktop.work.structure.parts import Part
    from tests.bench.window_hand import Hand

    hand, told = Hand(folder, EDITOR), Told()
    hand.open(path)
    view = hand.view
    view.desk.choose_report("csr-2022")
    hand.rest()
    page = cast("StructurePage", view.rooms.show_room("structure"))
    hand.rest()
    section = next(child for chapter in view.desk.outline.chapters for child in chapter.sections[:-1])
    for number, (words, way) in enumerate((("moved down", "down"), ("moved up", "up")) * 2):
        view.rooms.show_room("sections")
        view.desk.choose_section(section.code)
        hand.rest()
        view.rooms.show_room("structure")
        page.tree.choose(Part(section.code))
        hand.rest()
        blocked = hand.do(lambda way=way: page.tree.step_wanted.emit(way), lambda: not page.structuring.is_open)
        told[f"a section {words}" + (", again" if number > 1 else "")] = _told(blocked)
    view.rooms.show_room("sections")
    hand.rest()
    block = next(iter(section.blocks), None)
    if block is not None:
        outline = view.desk.outline
        told["shown while it changes"] = _told(
            hand.do(lambda: page.structuring.outline_step("bench", replace(outline, small_cells=outline.small_cells + 1)),
                    lambda: not page.structuring.is_open)
        )  # fmt: skip
    hand.close()
    return told


def make_large(path: Path) -> None:
    """Make 3,000 metrics and 100,000 data points, of which everything was asked of one department."""
    import contextlib
    import io

    from schema.values.changes import keep
    from schema.values.people import Person
    from schema.values.requests import Request, Step
    from schema.workspace import Workspace
    from tests.bench.large_bench import make

    with contextlib.redirect_stdout(io.StringIO()):
        make(path)
    with Workspace.open(path, write=True, who=EDITOR) as workspace:
        asked = Request("big", "hr", "2099-12-31", "", Step(EDITOR, "2026-01-01T00:00:00+00:00"))
        workspace.apply([keep(Person(EDITOR, department="hr", role="editor"))])
        workspace.apply([keep(asked)])


def main() -> None:
    """Print what was found in fresh processes, medians of the runs."""
    from tests.bench.desktop_bench import run
    from tests.bench.page_bench import make_sample

    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=1)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_large(folder / "large.annals")
        make_sample(folder / "sample.annals")
        for work, source, shown in WORKS:
            found = [json.loads(_fresh(run, folder, work, source)) for _ in range(runs + 1)][1:]  # the first compiles
            shown(work, found)


def _fresh(run: Callable[..., str], folder: Path, work: str, source: str) -> str:
    import shutil

    path = folder / "work.annals"
    shutil.copy(folder / f"{source}.annals", path)
    if work != "again":  # what was found of the same content before is not to be told again
        shutil.rmtree(folder / "found", ignore_errors=True)
    os.environ["XDG_CACHE_HOME"] = str(folder / "found")
    code = "import sys; from pathlib import Path; from tests.bench.window_bench import one; one(sys.argv[1], *map(Path, sys.argv[2:]))"
    return run(code, work, str(path), str(folder), compiled=str(folder / "compiled"))


def _print_acts(work: str, found: list[Told]) -> None:
    print(f"the window's longest turns, {work}; goal {GOAL} ms")
    for words in found[0]:
        wall, worked = (statistics.median(one[words][place] for one in found) * 1000 for place in (0, 1))
        over = "   over" if worked > GOAL else ""
        print(f"  {words:36} {worked:7.1f} ms of the processor   {wall:7.1f} ms by the wall clock{over}")


def _print_opening(work: str, found: list[dict[str, Any]]) -> None:
    once_more = ", checked here before:" if work == "again" else ""
    for words, goal in (("opened", 0), ("checked", 1000)):
        wall, worked = (statistics.median(one[words][place] for one in found) * 1000 for place in (0, 1))
        told = f"   goal {goal} ms after opening" if goal else ""
        print(
            f"the sample{once_more} {words:8} {worked:7.0f} ms of the processor, all threads   {wall:7.0f} ms by the clock{told}"
        )


def _print_sections(work: str, found: list[dict[str, Any]]) -> None:
    _print_opening(work, found)
    every = [times for one in found for times in one["sections"].values()]
    print(f"a section of csr-2022 shown, {len(every)} times; goal {GOAL} ms at 95 %")
    for words, place in (("until it is painted", 0), ("the longest turn after it", 2)):
        for clock, number in (("wall clock", 0), ("processor", 1)):
            times = sorted(one[place + number] * 1000 for one in every)
            last = times[min(len(times) - 1, int(len(times) * 0.95))]
            print(f"  {words:28} {clock:10} {statistics.median(times):6.1f} ms   95 % below {last:6.1f} ms")
    slow = sorted(found[0]["sections"].items(), key=lambda pair: pair[1][1])[-3:]
    print("  slowest:", ", ".join(f"{code} {times[1] * 1000:.0f} ms" for code, times in slow))


WORKS: tuple[tuple[str, str, Callable[[str, list[Any]], None]], ...] = (
    ("large", "large", _print_acts),
    ("structure", "sample", _print_acts),
    ("sections", "sample", _print_sections),
    ("again", "sample", _print_opening),
)


if __name__ == "__main__":
    main()
