"""Pictures of the window, made by the program itself (README, manual)."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSettings, QSize, QTimer
from PySide6.QtWidgets import QWidget

from desktop.window.application import make_application, make_window
from desktop.window.main_window import MainWindow
from desktop.window.settings import Settings
from schema.grammar.reference import parse_reference

_TOO_LONG = 60_000


@dataclass(frozen=True, slots=True)
class Scene:
    """What the window shows: `reference` puts the cursor into a value; `ratio` 2.0 is that of a fine screen.

    `who` works there; `act` goes on from there and returns what is pictured, the window itself without it.
    """

    language: str = "zh-Hans"
    report: str = ""
    section: str = ""
    reference: str = ""
    size: tuple[int, int] = (1280, 800)
    ratio: float = 1.0
    who: str = ""
    act: Callable[[MainWindow], QWidget] | None = None


def take_screenshot(workspace: Path, target: Path, resources: Path, scene: Scene) -> Path:
    """Open a copy of a workspace, go to a place, and write what the window shows as PNG.

    Raises RuntimeError with the sentence where the workspace cannot be opened.
    """
    take_screenshots(workspace, resources, {target: scene})
    return target


def take_screenshots(workspace: Path, resources: Path, scenes: Mapping[Path, Scene]) -> None:
    """The same for several scenes one after the other in one window: that of the first, with its size and person.

    Raises RuntimeError with the sentence where the workspace cannot be opened.
    """
    make_application()
    first = next(iter(scenes.values()))
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / workspace.name
        shutil.copy(workspace, copy)
        settings = Settings(QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat))
        window = make_window(settings, first.language, resources, first.who)
        window.resize(QSize(*first.size))
        window.show()
        try:
            _open(window, copy)
            for target, scene in scenes.items():
                _go(window, scene)
                pictured = scene.act(window) if scene.act else window
                _settle(500)
                _save(pictured, target, scene.ratio)
                if pictured is not window:
                    pictured.close()
        finally:
            window.close()


def _open(window: MainWindow, path: Path) -> None:
    loop, troubles = QEventLoop(), list[str]()
    window.refused.connect(lambda words: (troubles.append(words), loop.quit()))
    window.opened.connect(loop.quit)
    QTimer.singleShot(_TOO_LONG, loop.quit)
    window.open_path(path)
    loop.exec()
    if troubles or window.view is None:
        raise RuntimeError(troubles[0] if troubles else "timeout")
    window.view.session.issues_changed.connect(loop.quit)
    loop.exec()


def _go(window: MainWindow, scene: Scene) -> None:
    assert window.view is not None
    desk, form = window.view.desk, window.view.form
    if scene.report:
        desk.choose_report(scene.report)
    if scene.section:
        desk.choose_section(scene.section)
    reference = parse_reference(scene.reference)
    if reference is not None:
        desk.jump(reference.key(desk.period))
    form.build_all()
    _settle(500)


def _settle(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _save(window: QWidget, target: Path, ratio: float) -> None:
    from PySide6.QtGui import QPixmap

    picture = QPixmap(window.size() * ratio)
    picture.setDevicePixelRatio(ratio)
    window.render(picture)
    target.parent.mkdir(parents=True, exist_ok=True)
    picture.save(str(target))
