"""The bundle for macOS: Annals.app in a .zip. Written from what is known of the system, never run on one."""

from __future__ import annotations

import platform
import plistlib
import shutil
import sysconfig
from pathlib import Path

from tools.bundle.archives import write_zip
from tools.bundle.bill import bill
from tools.bundle.interpreter import copy_interpreter, say_paths, version_name
from tools.bundle.packages import Target, install_packages
from tools.bundle.program import Build, compile_all, copy_papers, copy_program, read_build
from tools.bundle.pruning import QT_MODULES, prune_packages, prune_plugins, prune_translations, remove

# What the used parts of Qt are linked with; Mach-O files are not read here, so they are named.
FRAMEWORKS = (*QT_MODULES, "QtDBus", "QtNetwork", "QtOpenGL", "QtSvg")
LAUNCHER = """#!/bin/sh
# Annals, from the folder that this file is in.
here=$(cd "$(dirname "$0")/../Resources" && pwd)
exec "$here/python/bin/{python}" "$here/start.py" "$@"
"""


def make(root: Path, place: Path, dist: Path) -> list[Path]:
    """Return the files made. The Python that builds it has to run from any folder, as those of `uv python` do."""
    build = read_build(root)
    target = Target("macos", platform.machine(), platform.python_version())
    name = f"annals-{build.version}-{target.name}"
    contents = place / name / "Annals.app" / "Contents"
    top = contents / "Resources"
    program = copy_interpreter(top / "python", {})
    for path in Path(sysconfig.get_config_var("LIBDIR")).glob("libpython*.dylib"):
        shutil.copy(path, top / "python" / "lib" / path.name)
    library = f"../lib/{version_name()}"
    say_paths(program, [library, f"{library}/lib-dynload", "../../packages"])
    packages = install_packages(root, top / "packages", target)
    prune_packages(top / "packages")
    prune_frameworks(top / "packages" / "PySide6")
    copy_program(root, top / "packages", build)
    copy_papers(root, top)
    compile_all([top / "python" / "lib"], top / "packages", top)
    write_application(contents, root, build)
    files = [dist / f"{name}.zip", dist / f"{name}.cdx.json"]
    write_zip(place / name, files[0], build.date)
    files[1].write_text(bill(build, target, packages, []), "utf-8")
    return files


def prune_frameworks(qt: Path) -> None:
    """Keep of PySide6 what the program uses."""
    for path in sorted(qt.iterdir()):
        module = path.name.split(".")[0]
        unused = path.suffix == ".so" and module.startswith("Qt") and module not in QT_MODULES
        if unused or (path.is_dir() and path.name != "Qt"):
            remove(path)
    for path in sorted((qt / "Qt").iterdir()):
        if path.name not in ("lib", "plugins", "translations"):
            remove(path)
    for path in sorted((qt / "Qt" / "lib").iterdir()):
        if path.suffix == ".framework" and path.stem not in FRAMEWORKS:
            remove(path)
    prune_translations(qt / "Qt" / "translations")
    prune_plugins(qt / "Qt" / "plugins")


def write_application(contents: Path, root: Path, build: Build) -> None:
    """Write what the Finder reads: the launcher, the icon, which files are the program's."""
    launcher = contents / "MacOS" / "annals"
    launcher.parent.mkdir()
    launcher.write_text(LAUNCHER.format(python=version_name()), "utf-8")
    launcher.chmod(0o755)
    shutil.copy(root / "resources" / "icons" / "annals.icns", contents / "Resources" / "annals.icns")
    kinds = (("Annals workspace", "annals"), ("Annals pack", "annalspack"))
    types = [
        {
            "CFBundleTypeName": name,
            "CFBundleTypeExtensions": [suffix],
            "CFBundleTypeRole": "Editor",
            "LSHandlerRank": "Owner",
        }
        for name, suffix in kinds
    ]
    words = {
        "CFBundleName": "Annals",
        "CFBundleIdentifier": "org.annals.annals",
        "CFBundleExecutable": "annals",
        "CFBundlePackageType": "APPL",
        "CFBundleShortVersionString": build.version,
        "CFBundleVersion": build.version,
        "CFBundleIconFile": "annals.icns",
        "CFBundleLocalizations": ["zh-Hans", "zh-Hant", "en"],
        "CFBundleDocumentTypes": types,
        "LSMinimumSystemVersion": "14.0",
        "NSHighResolutionCapable": True,
    }
    (contents / "Info.plist").write_bytes(plistlib.dumps(words))
