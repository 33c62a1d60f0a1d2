"""The page beside the form: an edit in each section of the sample, until the page is painted anew.

`python tests/bench/page_bench.py [WORKSPACE]` makes the sample workspace (or takes a copy of one), goes through the
sections of two reports with form and page open, changes a value or a text of each, and prints median and 95th
percentile by the wall clock and in processor time: from the change until all that it led to on the page is painted,
the longest turn in which the window could not answer, and the first page after its section was gone to.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

WALK = """
import json, sys, time
from pathlib import Path
from dataclasses import replace
from decimal import Decimal
from PySide6.QtCore import QEventLoop, QSettings, QTimer
from desktop.window.application import make_application, make_window
from desktop.window.settings import Settings
from schema.catalogue.section_content import section_keys, section_slots
from schema.values.changes import keep
from schema.values.datapoint import DataPoint, SlotText
workspace, settings_file, resources = map(Path, sys.argv[1:4])
application = make_application()
window = make_window(Settings(QSettings(str(settings_file), QSettings.Format.IniFormat)), "zh-Hans", resources)
window.resize(1440, 900)
def now():
    return time.perf_counter(), time.process_time()
def until(ready, longest=None):
    end = time.perf_counter() + 30
    while not ready():
        assert time.perf_counter() < end
        turn = time.perf_counter()
        application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
        if longest is not None:
            longest.append(time.perf_counter() - turn)
        time.sleep(0.001)  # waiting costs no processor time
def rest():
    quiet = time.perf_counter() + 0.15
    until(lambda: time.perf_counter() > quiet)
def change_of(desk, section):
    session, year = desk.session, desk.outline.year
    for key in section_keys(section, desk.catalogue, year):
        point, metric = session.point(key), desk.catalogue.metrics[key.metric]
        if point is not None and point.value is not None and metric.formula is None:
            return keep(replace(point, value=point.value + 1, typed=str(point.value + 1)))
    for slot in section_slots(section):
        text = session.snapshot.texts.get((desk.report, slot, desk.outline.language))
        if text:
            return keep(SlotText(desk.report, slot, desk.outline.language, text + " 2"))
def walk():
    view, found = window.view, []
    desk, paging = view.desk, view.paging
    view.session._timer.setInterval(10_000_000)  # the full check is measured elsewhere
    paging.show_mode("both")
    for report in ("csr-2022", "esg-2021"):
        desk.choose_report(report)
        for section in desk.outline.walk():
            made = []
            take = lambda pages: made.append(now())
            paging.pane and paging.pane.source.made.connect(take)
            start = now()
            desk.choose_section(section.code)
            until(lambda: paging.pane is not None and paging.pane.views and paging.pane.views[0].page is not None
                  and paging.pane.views[0].page.shown.excerpt.report == report
                  and section.code in {one.section for one in paging.pane.views[0].page.shown.excerpt.blocks}
                  and paging.pane.views[0].page.lay_out(0))
            shown = paging.pane.views[0]
            shown.viewport().repaint()
            first = [after - before for after, before in zip(now(), start)]
            view.form.build_all()
            rest()
            change = change_of(desk, section)
            if change is None:
                continue
            version, longest, start = shown.page, [], now()
            view.commands.change("bench", [change])
            longest.append(time.perf_counter() - start[0])
            until(lambda: shown.page is not version and shown.page.lay_out(0), longest)
            shown.viewport().repaint()
            edit = [after - before for after, before in zip(now(), start)]
            found.append([f"{report} {section.code}", first, edit, max(longest)])
            rest()
    print(json.dumps(found))
    window.close()
    application.quit()
def wait():
    QTimer.singleShot(*((300, walk) if window.view.session.checked else (50, wait)))
window.opened.connect(wait)
window.after_paint(lambda: window.open_path(workspace))
window.show()
application.exec()
"""


def make_sample(path: Path) -> None:
    """Make the sample workspace."""
    from schema.sample import fill_sample
    from schema.workspace import Workspace
    from tests import shipped

    with Workspace.create(path, shipped.sample(), "bench") as workspace:
        fill_sample(workspace, ROOT / "resources" / "sample")


def middle(values: list[float], place: float = 0.5) -> float:
    """Return the value at a place of the order, in milliseconds."""
    return sorted(values)[min(len(values) - 1, int(len(values) * place))] * 1000


def main() -> None:
    """Measure once over all sections."""
    from tests.bench.desktop_bench import run

    with tempfile.TemporaryDirectory() as name:
        workspace = Path(name) / "page.annals"
        if len(sys.argv) > 1:
            shutil.copy(sys.argv[1], workspace)
        else:
            make_sample(workspace)
        found = json.loads(run(WALK, str(workspace), f"{name}/settings.ini", str(ROOT / "resources")))
    print_page(found)


def print_page(found: list[Any]) -> None:
    """Print what an edit took until the page was painted anew, and what a section's first page took."""
    print(f"the page, {len(found)} sections")
    for words, place, goal in (("an edit to painted anew", 2, 150), ("a section to its page painted", 1, 0)):
        for clock, number in (("wall clock", 0), ("processor", 1)):
            times = [one[place][number] for one in found]
            told = f"   goal {goal} ms" if goal else ""
            print(f"  {words:30} {clock:10} {middle(times):6.1f} ms   95 % below {middle(times, 0.95):6.1f} ms{told}")
    worst = sorted(found, key=lambda one: one[2][1])[-3:]
    print("  slowest:", ", ".join(f"{one[0]} {one[2][1] * 1000:.0f} ms" for one in worst))
    turns = [one[3] for one in found]
    print(f"  longest turn of the window     {middle(turns):6.1f} ms   95 % below {middle(turns, 0.95):6.1f} ms")


if __name__ == "__main__":
    main()
