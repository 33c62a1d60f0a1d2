"""Makes the pictures of docs/year.zh-Hans.md and docs/year.en.md: the played year, seen in the program's own window.

`python -m tests.tools.year_pictures [--language zh-Hans] [--folder PLAYED]`; a folder keeps what was played for the next call.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageChops

ROOT = Path(__file__).parents[2]
RESOURCES = ROOT / "resources"
PLACE = ROOT / "docs" / "images"
_ABOVE_FOOTER = 0.85  # of a printed page
_COLOURS, _REFINED = 255, 3  # that a picture keeps, and how often they are brought nearer to its own
_AT_LEAST, _PATIENCE = 8_000, 60_000  # milliseconds in which everything is counted
# The state that is kept when a command is about to run for the first time, and of which workspace.
_STATES = {"send": "company.annals", "check": "small/hr.annals", "merge": "company.annals", "return": "company.annals"}


@dataclass(frozen=True)
class View:
    """A picture: of the workspace as it stood before a command, as somebody saw it who was somewhere."""

    name: str
    before: str
    who: str
    act: Callable | None = None
    section: str = ""
    reference: str = ""


def played(language: str, folder: Path) -> None:
    """Play the year, and keep what stood there before some commands."""
    from desktop.cli.played.year import play
    from desktop.cli.speaker import make_speaker

    def step(name: str) -> None:
        if name in _STATES and not (kept := state(folder, name)).exists():
            kept.parent.mkdir(parents=True)
            shutil.copy(folder / _STATES[name], kept)

    play(folder, make_speaker(language), step)


def state(folder: Path, command: str) -> Path:
    """Return the workspace as it stood before a command."""
    return folder / "before" / command / Path(_STATES[command]).name


def views(language: str) -> tuple[View, ...]:
    """Return what is pictured, in the order of the year."""
    from desktop.cli.played.stage import Cast
    from schema.catalogue.loader_messages import load_messages
    from tests.shipped import definitions

    words = load_messages(RESOURCES / "sample" / "played" / "story.yaml", "story")
    cast = Cast(words, definitions().catalogue, language)
    return (
        View("ask", "send", cast.editor, _requests),
        View("slip", "check", cast.contact("hr"), None, "employees.rights", "workforce.ethnicities"),
        View("back", "return", cast.editor, _requests),
    )


def _requests(window):
    """The place of requests."""
    window.view.rooms.show_room("requests")
    return _checked(window)


def _checked(window):
    """The window once everything is counted: checks go on beside it."""
    from PySide6.QtCore import QElapsedTimer, QEventLoop
    from PySide6.QtWidgets import QApplication

    clock = QElapsedTimer()
    clock.start()
    while not (window.view.session.checked and clock.elapsed() > _AT_LEAST) and clock.elapsed() < _PATIENCE:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 100)
    return window


def picture(view: View, language: str, folder: Path) -> Path:
    """Write one picture, with few colours."""
    from desktop.window.screenshot import Scene, take_screenshot

    target = PLACE / f"year-{view.name}.{language}.png"
    scene = Scene(language, "csr-2022", view.section, view.reference, who=view.who, act=view.act)
    take_screenshot(state(folder, view.before), target, RESOURCES, scene)
    with Image.open(target) as shot:
        return _kept(shot, target)


def form_picture(language: str, folder: Path) -> Path:
    """Write the picture of a form's sheet of figures, as LibreOffice prints it."""
    with tempfile.TemporaryDirectory() as place:
        printed = Path(place) / "csr-2022-ecommerce.pdf"
        form = folder / "back" / "csr-2022-ecommerce.xlsx"
        subprocess.run(["soffice", "--headless", "--convert-to", "pdf", "--outdir", place, form], check=True)
        subprocess.run(
            ["pdftoppm", "-r", "160", "-f", "2", "-l", "2", "-png", printed, printed.with_suffix("")], check=True
        )
        with Image.open(next(Path(place).glob("*.png"))) as page:
            sheet = page.convert("RGB").crop((0, 0, page.width, int(page.height * _ABOVE_FOOTER)))
        blank = Image.new("RGB", sheet.size, "white")
        edges = ImageChops.difference(sheet, blank).getbbox() or (0, 0, *sheet.size)
        return _kept(sheet.crop(edges), PLACE / f"year-form.{language}.png")


def _kept(shot: Image.Image, target: Path) -> Path:
    """Write a picture with few colours, which makes it small; a colour of few dots, as a mark has, is among them."""
    few = shot.convert("RGB").quantize(_COLOURS, Image.Quantize.MAXCOVERAGE, _REFINED, dither=Image.Dither.NONE)
    few.save(target, optimize=True)
    return target


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
    if not arguments.only or "form" in arguments.only:
        form_picture(arguments.language, folder)
    for view in views(arguments.language):
        if not arguments.only or view.name in arguments.only:
            path = picture(view, arguments.language, folder)
            print(path, f"{path.stat().st_size / 1024:.0f} KB")


if __name__ == "__main__":
    main()
