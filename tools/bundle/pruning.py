"""What the program never asks its packages for stays out of the bundle."""

from __future__ import annotations

import fnmatch
import shutil
import subprocess
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from tools.bundle.binaries import reach

# The modules of Qt that desktop/window imports; a test holds this against the sources.
QT_MODULES = ("QtCore", "QtGui", "QtWidgets", "QtPrintSupport")
# Kinds of plug-in, and which of each; none named means all.
QT_PLUGINS = {
    "platforms": ("*offscreen*", "*minimal.*", "*xcb*", "*wayland.*", "qwindows.*", "*cocoa*"),
    "platforminputcontexts": ("*compose*", "*ibus*"),
    "platformthemes": (),
    "styles": (),
    "iconengines": (),
    "imageformats": ("*gif*", "*ico.*", "*jpeg*", "*svg*"),
    "printsupport": (),
    "wayland-decoration-client": (),
    "wayland-graphics-integration-client": ("*wayland-egl*",),
    "wayland-shell-integration": ("*xdg*", "*wl-shell*"),
    "xcbglintegrations": (),
}
# These two are for desktops that have what they ask for; a system without it does without them.
OWN_RISK = ("libqgtk3.so", "libcupsprintersupport.so")
LOCALES = ("root", "en", "en_*", "zh", "zh_*")
# Of any package: what is for developers, for building, or for tests.
# Wheels that carry what a debugger reads; others were mended after they were built, and strip would break those.
STRIPPED = ("sqlalchemy", "yaml")
# Packages of others that never read their own sources: only what is compiled of them goes along.
SOURCELESS = ("sqlalchemy", "pydantic", "pypdf", "pint", "openpyxl", "pygments", "rich", "babel", "lark", "docx", "PIL")
_NOWHERE = (
    "tests",
    "test",
    "testing",
    "__pycache__",
    "include",
    "*.pyi",
    "*.pxd",
    "*.pyx",
    "*.c",
    "*.h",
    "*.lib",
    "py.typed",
)
# Of one package: its folder, and patterns below it.
_IN = {
    "PIL": ("_avif*", "_webp*", "_imagingft*", "_imagingtk*", "_imagingcms*", "*.icc"),
    "docx": ("templates/default-docx-template",),
    "babel": ("messages",),
    "alembic": ("templates",),
    "lxml": ("includes", "isoschematron", "objectify.*", "html", "sax.*"),
    "opencc": ("clib/bin", "clib/lib64", "clib/lib"),
    "platformdirs-*": ("sboms",),
}


def prune_packages(folder: Path) -> None:
    """Take out of a folder of packages what no part of the program reads."""
    for package in sorted(path for path in folder.iterdir() if path.is_dir()):
        own = (pattern for name, group in _IN.items() if fnmatch.fnmatch(package.name, name) for pattern in group)
        patterns = (*_NOWHERE, *own)
        for path in sorted(package.rglob("*"), reverse=True):
            place = path.relative_to(package).as_posix()
            if any(fnmatch.fnmatch(name, pattern) for pattern in patterns for name in (path.name, place)):
                remove(path)
    for path in (folder / "babel" / "locale-data").glob("*.dat"):
        if not any(fnmatch.fnmatch(path.stem, pattern) for pattern in LOCALES):
            path.unlink()
    for path in (folder / "pygments" / "lexers").glob("*"):  # 500 languages of programs; nothing of ours is coloured
        if path.name not in ("__init__.py", "_mapping.py"):
            path.unlink()
    for path in folder.glob("*.dist-info/RECORD"):
        path.unlink()  # it would name what is not there any more


def prune_carried(folder: Path) -> None:
    """Take out the libraries that Pillow's wheel carries for the kinds of picture that are taken out."""
    carried = folder / "pillow.libs"
    own = {path.name.lower(): path for path in carried.glob("*")}
    kept, _ = reach(sorted((folder / "PIL").glob("*.so")), own, lambda _: None)
    for path in own.values():
        if path not in kept:
            path.unlink()


def drop_sources(folder: Path) -> None:
    """Leave of the larger packages what Python runs; their sources are what the bill of materials names.

    Compiled files must stand beside the sources already. What looks up its own files goes on finding them.
    """
    for name in SOURCELESS:
        for path in (folder / name).rglob("*.py"):
            if path.with_suffix(".pyc").is_file():
                path.unlink()


def strip(files: Iterable[Path]) -> None:
    """Take out what only a debugger reads; where there is no `strip`, the bundle is larger."""
    if program := shutil.which("strip"):
        for path in files:
            subprocess.run([program, "--strip-debug", str(path)], check=True)


def remove(path: Path) -> None:
    """Remove a file or a whole folder."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    elif path.exists() or path.is_symlink():
        path.unlink()


def prune_qt(folder: Path, system: Callable[[str], Path | None]) -> list[tuple[str, Path | None]]:
    """Keep of PySide6 what its used modules and plug-ins reach; returns what these want of the system, in order."""
    qt = folder / "PySide6"
    home = qt / "Qt" if (qt / "Qt").is_dir() else qt  # Windows has no folder of its own for Qt
    for path in sorted(qt.iterdir()):
        if path.is_dir() and path.name not in ("Qt", "plugins", "translations"):
            remove(path)
    for path in sorted(home.iterdir()):
        if home != qt and path.name not in ("lib", "plugins", "translations"):
            remove(path)
    prune_translations(home / "translations")
    prune_plugins(home / "plugins")
    modules = [path for name in QT_MODULES for path in qt.glob(f"{name}.*") if path.suffix in (".so", ".pyd")]
    plugins = [path for path in (home / "plugins").rglob("*") if path.suffix in (".so", ".dll", ".dylib")]
    binaries = [path for path in _binaries(folder) if path.is_relative_to(qt)]
    own = {path.name.lower(): path for path in _binaries(folder)}
    careful = [path for path in plugins if path.name not in OWN_RISK]
    kept, outside = reach([*modules, *careful, *(folder / "shiboken6").glob("Shiboken.*")], own, system)
    daring, _ = reach([path for path in plugins if path.name in OWN_RISK], own, lambda _: None)
    for path in binaries:
        if path not in kept | daring:
            path.unlink()
    return outside


def _binaries(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        with_code = (".so", ".pyd", ".dll", ".dylib", ".exe", "")
        if path.is_file() and (path.suffix in with_code or ".so." in path.name) and _is_binary(path):
            yield path


def _is_binary(path: Path) -> bool:
    with path.open("rb") as file:
        head = file.read(4)
    return head == b"\x7fELF" or head[:2] == b"MZ" or head in (b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe")


def prune_translations(folder: Path) -> None:
    """Keep what Qt's own dialogs say in our languages."""
    for path in folder.iterdir():
        if not path.name.startswith(("qtbase_zh_CN", "qtbase_zh_TW", "qtbase_en")):
            path.unlink()


def prune_plugins(folder: Path) -> None:
    """Keep the plug-ins of Qt that QT_PLUGINS names."""
    for kind in sorted(folder.iterdir()):
        patterns = QT_PLUGINS.get(kind.name)
        if patterns is None:
            remove(kind)
            continue
        for path in kind.iterdir():
            if patterns and not any(fnmatch.fnmatch(path.name, pattern) for pattern in patterns):
                remove(path)
