"""The window against a bare PySide6 form of 100 fields: fresh processes, median of five.

`python tests/bench/desktop_bench.py [--runs 5]` prints three lines: painted, values visible, a typed value durable;
then the sheet with 10,000 cells: from its key until it is painted, laid out anew and painted, a step of scrolling.
Times are from process start to the end of the first paint (window) and of the first paint with values (form).
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]

CLOCK = """
import os, sys, time
def since_start():
    with open("/proc/self/stat") as file:
        start = int(file.read().rsplit(")", 1)[1].split()[19]) / os.sysconf("SC_CLK_TCK")
    return time.clock_gettime(time.CLOCK_BOOTTIME) - start
"""

BARE = (
    CLOCK
    + """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFormLayout, QLabel, QLineEdit, QMainWindow, QScrollArea, QWidget
application = QApplication([])
application.setStyle("Fusion")
class Main(QMainWindow):
    painted = False
    def paintEvent(self, event):
        super().paintEvent(event)
        if not self.painted:
            self.painted = True
            QTimer.singleShot(0, done)
def done():
    print(since_start(), time.process_time())
    application.quit()
form = QWidget()
layout = QFormLayout(form)
for number in range(100):
    layout.addRow(QLabel(f"指标{number}"), QLineEdit(str(number)))
scroll = QScrollArea()
scroll.setWidgetResizable(True)
scroll.setWidget(form)
window = Main()
window.resize(1280, 800)
window.setCentralWidget(scroll)
window.show()
application.exec()
"""
)

OURS = (
    CLOCK
    + """
import json
from pathlib import Path
from PySide6.QtCore import QSettings, QTimer
from desktop.window.application import make_application, make_window
from desktop.window.settings import Settings
workspace, settings_file, resources = map(Path, sys.argv[1:4])
times = {}
application = make_application()
settings = Settings(QSettings(str(settings_file), QSettings.Format.IniFormat))
window = make_window(settings, "zh-Hans", resources)
def painted():
    times["painted"] = since_start(), time.process_time()
    window.open_path(workspace)
def opened():
    window.view.form.widget().repaint()
    times["values"] = since_start(), time.process_time()
def typed():
    from desktop.window.form.field_row import FieldRow
    rows = [row for row in window.view.form.parts_of(FieldRow) if not row.edit.isReadOnly()]
    start = time.perf_counter()
    def saved(_):
        times["saved"] = time.perf_counter() - start
        print(json.dumps(times))
        window.close()
        application.quit()
    window.view.session.saved.connect(saved)
    rows[0].edit.setText(str(time.time_ns()))
    rows[0].edit.edited = True
    rows[0].edit.flush()
window.shown.connect(opened)
window.opened.connect(lambda: QTimer.singleShot(300, typed))
window.after_paint(painted)
window.show()
application.exec()
"""
)


SHEET = (
    CLOCK
    + """
import json
from pathlib import Path
from PySide6.QtCore import QSettings, QTimer
from desktop.window.application import make_application, make_window
from desktop.window.settings import Settings
workspace, settings_file, resources = map(Path, sys.argv[1:4])
application = make_application()
window = make_window(Settings(QSettings(str(settings_file), QSettings.Format.IniFormat)), "zh-Hans", resources)
window.resize(1600, 1000)
def now():
    return time.perf_counter(), time.process_time()
def since(start):
    return [later - earlier for later, earlier in zip(now(), start)]
def took(act):
    # As long as a user waits: until everything that it led to, the paint among it, is done.
    start = now()
    act()
    application.processEvents()
    return since(start)
def middle(times, place=0.5):
    return [sorted(column)[int(len(column) * place)] for column in zip(*times)]
def checked():
    rooms, start = window.view.rooms, now()
    rooms.show_room("sheet")
    page = rooms.sheet
    page.laid_out.connect(lambda: (page.grid.view.viewport().repaint(), page.grid.still.viewport().repaint(),
                                   QTimer.singleShot(200, lambda first=since(start): measure(first))))
def measure(first):
    page = window.view.rooms.sheet
    grid, bar = page.model.grid, page.grid.view.verticalScrollBar()
    again = middle([took(page._fill) for _ in range(5)])
    steps = [took(lambda: bar.setValue(bar.value() + 75)) for _ in range(300)]
    cells = len(grid.rows) * len(grid.columns)
    print(json.dumps([cells, first, again, middle(steps), middle(steps, 0.95)]))
    window.close()
    application.quit()
def wait():
    # What checks in the background, and what follows from it, would share the processor.
    QTimer.singleShot(*((500, checked) if window.view.session.checked else (50, wait)))
window.opened.connect(lambda: (window.view.session.check_all(), wait()))
window.after_paint(lambda: window.open_path(workspace))
window.show()
application.exec()
"""
)


def run(code: str, *arguments: str, compiled: str = "") -> str:
    """Run a program in a fresh process and return what it prints; `compiled` is where it keeps its compiled modules."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    if compiled:
        environment |= {"PYTHONPYCACHEPREFIX": compiled, "PYTHONDONTWRITEBYTECODE": ""}
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        env=environment,
        check=True,
        cwd=ROOT,
        timeout=400,
    )
    return done.stdout.strip().splitlines()[-1]


def make_workspace(folder: Path, count: int = 100, each: int = 100) -> Path:
    """Make a workspace of `count` fields, `each` in a section."""
    from decimal import Decimal

    from schema.catalogue.compiled import with_hash
    from schema.catalogue.definitions import Catalogue, Company, Metric, Unit
    from schema.catalogue.outline import Definitions, Outline, Placement, Section, TableBlock
    from schema.grammar.reference import Key
    from schema.grammar.words import Words
    from schema.values.changes import keep
    from schema.values.datapoint import DataPoint
    from schema.workspace import Workspace

    def said(text: str) -> Words:
        return Words(text, text, text)

    codes = [f"metric.m{number}" for number in range(count)]
    metrics = {c: Metric(c, said(f"指标 {c}"), "number", "t", "0.00", "flow", "") for c in codes}
    units = {"t": Unit("t", said("吨"), Decimal(1), "mass")}
    catalogue = Catalogue(Company(said("公司"), said("公司")), units, {}, {}, {}, (), metrics, (), {}, {})
    rows = tuple(Placement(code) for code in codes)
    tables = [TableBlock(f"t{number}", said("表"), rows[number : number + each]) for number in range(0, count, each)]
    sections = tuple(Section(f"s{number}", 1, said("章"), (table,)) for number, table in enumerate(tables))
    definitions = with_hash(Definitions(catalogue, {"r": Outline("r", 2022, "zh-Hans", said("报告"), sections)}))
    path = folder / f"bench{count}.annals"
    with Workspace.create(path, definitions, "bench") as workspace:
        keys = [Key(code, year) for code in codes for year in (2020, 2021, 2022)]
        workspace.apply([keep(DataPoint(k, Decimal(n), typed=str(n))) for n, k in enumerate(keys)])
    return path


def main() -> None:
    """Print ours and the peer's, measured in turns."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()
    sys.path.insert(0, str(ROOT))
    bare, painted, values, saved, sheet = [], [], [], [], []
    with tempfile.TemporaryDirectory() as name:
        workspace = make_workspace(Path(name))
        for _ in range(arguments.runs):
            bare.append([float(part) for part in run(BARE).split()])
            found = json.loads(run(OURS, str(workspace), f"{name}/settings.ini", str(ROOT / "resources")))
            painted.append(found["painted"])
            values.append(found["values"])
            saved.append(found["saved"])
        wide = make_workspace(Path(name), 1250, 10)
        # The place is loaded when it is gone to: as in a program that was installed, it is compiled before it is measured.
        for _ in range(arguments.runs + 1):
            told = run(SHEET, str(wide), f"{name}/sheet.ini", str(ROOT / "resources"), compiled=f"{name}/compiled")
            sheet.append(json.loads(told))
    for place, clock in enumerate(("wall clock", "processor time (less shaken by other work)")):
        print(clock)
        peer = statistics.median(found[place] for found in bare)
        for words, times, goal in (("window painted", painted, 1.5), ("values visible and typable", values, 3.0)):
            ours = statistics.median(found[place] for found in times)
            print(
                f"  {words:28} {ours * 1000:6.0f} ms   bare form {peer * 1000:6.0f} ms"
                f"   {ours / peer:4.2f} x (goal {goal})"
            )
    print(f"{'typed value durable':28} {statistics.median(saved) * 1000:6.1f} ms   off the UI thread")
    print_sheet(sheet[1:])
    # The page beside the form, over all sections of the sample: tests/bench/page_bench.py.
    run_page(ROOT / "resources")


def run_page(resources: Path) -> None:
    """Print what an edit takes until the page beside the form is painted anew."""
    from tests.bench.page_bench import WALK, make_sample, print_page

    with tempfile.TemporaryDirectory() as name:
        make_sample(Path(name) / "page.annals")
        print_page(json.loads(run(WALK, f"{name}/page.annals", f"{name}/settings.ini", str(resources))))


def print_sheet(found: list[list[Any]]) -> None:
    """Print what the sheet took by the wall clock and in processor time, medians of the runs."""
    print(f"the sheet, {found[0][0]} cells")
    names = ("from its key to painted", "laid out anew and painted", "a step of scrolling", "95 % of the steps below")
    for number, (words, goal) in enumerate(zip(names, (200, 200, 16, 16), strict=True), start=1):
        wall, worked = (statistics.median(one[number][place] for one in found) for place in (0, 1))
        print(f"  {words:28} {wall * 1000:6.1f} ms   of the processor {worked * 1000:6.1f} ms   goal {goal} ms")


if __name__ == "__main__":
    main()
