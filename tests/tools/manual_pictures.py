"""Makes the pictures of the manual (resources/manual): the played year, seen in the program's own window.

`python -m tests.tools.manual_pictures [--language zh-Hans] [--folder PLAYED] [--only NAME …]`; a folder keeps what was
played for the next call, and is the one that `tests.tools.year_pictures` fills.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from PIL import Image

from tests.tools.year_pictures import RESOURCES, played, state

PLACE = RESOURCES / "manual" / "images"
_LARGEST = 60 * 1024  # bytes of a picture, so that the program stays small
_COLOURS = (128, 64, 40, 24)  # tried until a picture is small enough
_REFINED = 3  # how often the colours are brought nearer to the picture's own
_SIZE = (1180, 720)
_AT_LEAST, _PATIENCE = 3_000, 60_000  # milliseconds in which everything is counted
_REPORT = "csr-2022"
_NAMES = {"zh-Hans": "员工培训总投入", "zh-Hant": "員工培訓總投入", "en": "Spent on training of employees"}
_FOLDER = "D:\\CSR\\2022"
# A column as Excel gives it, one cell of which is no number.
_COPIED = {
    "zh-Hans": "33\n1.5万\n93.6%\n见附件",
    "zh-Hant": "33\n1.5萬\n93.6%\n見附件",
    "en": "33\n15,000\n93.6%\nsee attachment",
}
# Lines for new metrics: heads, one that says enough, one without a unit.
_LINES = {
    "zh-Hans": "名称（简体中文）\t单位\t部门\n屋顶光伏发电量\t千瓦时\t行政部\n食堂厨余垃圾\t\t行政部",
    "zh-Hant": "名稱（繁體中文）\t單位\t部門\n屋頂光伏發電量\t千瓦時\t行政部\n食堂廚餘垃圾\t\t行政部",
    "en": "Name (English)\tUnit\tDepartment\nPower from the roof\tkWh\tAdministration\nFood waste\t\tAdministration",
}


@dataclass(frozen=True)
class Shot:
    """A picture: of the workspace as it stood before a command of the year ("" at its end), as somebody saw it."""

    name: str
    before: str
    who: str
    act: Callable | None = None
    section: str = ""
    reference: str = ""


def shots(language: str) -> tuple[Shot, ...]:
    """Return what is pictured, in the order of the manual."""
    from desktop.cli.played.stage import Cast
    from schema.catalogue.loader_messages import load_messages
    from tests.shipped import definitions

    cast = Cast(
        load_messages(RESOURCES / "sample" / "played" / "story.yaml", "story"), definitions().catalogue, language
    )
    contact, editor, reviewer = cast.contact("hr"), cast.editor, cast.reviewer
    return (
        Shot("my-work", "check", contact, _place("my_work")),
        Shot("field", "check", contact, _form, "employees.rights", "workforce.ethnicities"),
        Shot("hand-in", "check", contact, _handing_in),
        Shot("sheet", "check", contact, _pasted),
        Shot("dark", "check", contact, _dark),
        Shot("ask", "send", editor, _dialog("ask")),
        Shot("overview", "return", editor, _place("overview")),
        Shot("requests", "return", editor, _place("requests")),
        Shot("came-in", "return", editor, _place("came_in")),
        Shot("issues", "return", editor, _place("issues")),
        Shot("find", "return", editor, _searched),
        Shot("export", "return", editor, _exporting),
        Shot("structure", "return", editor, _place("structure")),
        Shot("new-metric", "return", editor, _new_metric, "employees.rights"),
        Shot("catalogue", "return", editor, _made),
        Shot("page", "return", editor, _beside, "profile.year.results"),
        Shot("chips", "return", editor, _number_asked, "profile.year.results"),
        Shot("review", "return", reviewer, _place("review")),
        Shot("freezes", "", editor, _compared),
        Shot("assurance", "", editor, _dialog("assurance")),
    )


def _until(done: Callable[[], bool]) -> None:
    """Let the window work until something is done beside it."""
    from PySide6.QtCore import QElapsedTimer, QEventLoop
    from PySide6.QtWidgets import QApplication

    clock = QElapsedTimer()
    clock.start()
    while not (done() and clock.elapsed() > _AT_LEAST) and clock.elapsed() < _PATIENCE:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 100)


def _still(window):
    """The window once everything is counted: checks go on beside it."""
    _until(lambda: window.view.session.checked)
    return window


def _taken(window):
    """What the window shows, to be pictured while the window is made ready for the next one."""
    from PySide6.QtWidgets import QLabel

    taken = QLabel()
    taken.setPixmap(window.grab())
    taken.resize(window.size())
    return taken


def _form(window):
    window.view.rooms.show_room("sections")
    return _still(window)


def _place(name: str) -> Callable:
    def show(window):
        window.view.rooms.show_room(name)
        return _still(window)

    return show


def _dialog(name: str) -> Callable:
    def show(window):
        from PySide6.QtWidgets import QApplication, QDialog

        _still(window)
        window.actions_.of(name).trigger()
        return next(one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible())

    return show


def _pasted(window):
    """The sheet after a column was pasted into it."""
    from PySide6.QtWidgets import QApplication

    page = window.view.rooms.show_room("sheet")
    _still(window)
    view = page.grid.view
    QApplication.clipboard().setText(_COPIED[window.view.desk.language])
    view.setFocus()
    window.actions_.of("paste").trigger()
    return window


def _made(window):
    """The catalogue after lines were pasted as new metrics, one of them without its unit."""
    from PySide6.QtWidgets import QApplication

    page = window.view.rooms.show_room("catalogue")
    _still(window)
    QApplication.clipboard().setText(_LINES[window.view.desk.language])
    window.actions_.of("paste_new").trigger()
    _until(page.report.isVisible)
    taken = _taken(_still(window))
    window.actions_.undo.trigger()
    _still(window)
    return taken


def _number_asked(window):
    """A text with chips, and the list of numbers over it."""
    from PySide6.QtGui import QTextCursor
    from PySide6.QtTest import QTest

    from desktop.window.chips.chip_edit import ChipEdit
    from desktop.window.chips.number_list import NumberList

    _still(window)
    window.activateWindow()
    text = window.view.form.findChildren(ChipEdit)[0]
    text.setFocus()
    text.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(text, "{")
    asked = window.findChildren(NumberList)[-1]
    QTest.keyClicks(asked.field, "yg")
    asked.show()
    return window


def _searched(window):
    """The list of what can be gone to or done, searched by the first letters of sounds; closed from then on."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    _still(window)
    window.activateWindow()
    window.actions_.palette.trigger()
    _still(window)
    QTest.keyClicks(window.bar.search, "ygpx")
    taken = _taken(_still(window))
    QTest.keyClick(window.bar.search, Qt.Key.Key_Escape)
    return taken


def _handing_in(window):
    """The dialog, with a folder as an office computer has it."""
    from PySide6.QtCore import QCoreApplication

    dialog = _dialog("hand_in")(window)
    _still(window)
    words = QCoreApplication.translate("HandInDialog", "The answer is written into {folder}")
    dialog.where.setText(words.format(folder=_FOLDER))
    return dialog


def _dark(window):
    window.actions_.looks["dark"].trigger()
    return _place("my_work")(window)


def _exporting(window):
    """What is in the way of a final report."""
    dialog = _dialog("export")(window)
    dialog.folder.setText(_FOLDER)
    dialog.resize(620, 760)
    dialog.state.choose("final")
    _until(dialog.reasons.isVisible)
    return dialog


def _compared(window):
    """Two freezes, and what was changed between them."""
    dialog = _dialog("freezes")(window)
    dialog.list.setCurrentItem(dialog.list.topLevelItem(1))
    dialog.second.setCurrentIndex(dialog.second.findText(dialog.list.topLevelItem(0).text(0)))
    dialog.compare.click()
    _until(dialog.view.isVisible)
    return dialog


def _beside(window):
    """The page beside the form, and the form alone from then on."""
    window.actions_.of("page_view").trigger()
    _until(lambda: bool(window.view.paging.pane.percent.text()))
    taken = _taken(_still(window))
    window.view.paging.show_mode("form")
    return taken


def _new_metric(window):
    """The form of a metric, with a name that is much like that of another one."""
    page = window.view.rooms.show_room("structure")
    _still(window)
    page.new_metric()
    form = window.view.rooms.grids.shaping.metric
    form.fields.name.setText(_NAMES[window.view.desk.language])
    form.fields.name.textEdited.emit(form.fields.name.text())
    _still(window)  # similar ones are looked for a moment later
    return form


def pictures(chosen: tuple[Shot, ...], language: str, folder: Path) -> None:
    """Write the pictures of one workspace as one person saw it."""
    from desktop.window.screenshot import Scene, take_screenshots

    first = chosen[0]
    kept = state(folder, first.before) if first.before else folder / "company.annals"
    scenes = {
        PLACE / f"{shot.name}.{language}.png": Scene(
            language, _REPORT, shot.section, shot.reference, size=_SIZE, who=shot.who, act=shot.act
        )
        for shot in chosen
    }
    take_screenshots(kept, RESOURCES, scenes)
    for target in scenes:
        with Image.open(target) as taken:
            _keep(taken.convert("RGB"), target)
        print(target, f"{target.stat().st_size / 1024:.0f} KB", flush=True)


def _keep(taken: Image.Image, target: Path) -> None:
    """Write a picture with as many colours as its size allows; a colour of few dots, as a mark has, is among them."""
    for colours in _COLOURS:
        few = taken.quantize(colours, Image.Quantize.MAXCOVERAGE, _REFINED, dither=Image.Dither.NONE)
        few.save(target, optimize=True)
        if target.stat().st_size <= _LARGEST:
            return


def main() -> None:
    """Play where nothing was played yet, then picture."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--language", default="zh-Hans")
    parser.add_argument("--folder", type=Path, default=None)
    parser.add_argument("--only", nargs="*", default=[])
    arguments = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    folder = arguments.folder or Path(tempfile.mkdtemp(prefix="annals-year-"))
    if not (folder / "story.txt").exists():
        folder.mkdir(parents=True, exist_ok=True)
        played(arguments.language, folder)
    chosen = [shot for shot in shots(arguments.language) if not arguments.only or shot.name in arguments.only]
    for _, together in groupby(chosen, lambda shot: (shot.before, shot.who)):
        pictures(tuple(together), arguments.language, folder)


if __name__ == "__main__":
    main()
