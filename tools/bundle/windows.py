"""The bundle for Windows, made on Linux: signed Python, wheels for Windows, an installer per person, a portable ZIP."""

from __future__ import annotations

import platform
import shutil
import subprocess
import tarfile
import tempfile
import zipfile
from pathlib import Path

from tools.bundle.archives import write_zip
from tools.bundle.bill import bill
from tools.bundle.build_tools import EMBEDDED, get_tools, pins, pip
from tools.bundle.interpreter import copy_standard_library
from tools.bundle.packages import Target, install_packages
from tools.bundle.program import Build, compile_all, copy_papers, copy_program, read_build
from tools.bundle.pruning import prune_packages, prune_qt

# python.exe and what it loads; asked for by nothing of ours, and wine has no WMI: _wmi, _msi, winsound.
UNUSED = ("_wmi.pyd", "_msi.pyd", "winsound.pyd", "python.cat")
SIGNERS = ("Python Software Foundation", "Microsoft Corporation")
# What runs by double click and in a terminal; python.exe is signed by those who make Python, nothing here is new.
COMMAND = '@"%~dp0python\\python.exe" "%~dp0start.py" %*\r\n'
WINDOW = '@start "" "%~dp0python\\pythonw.exe" "%~dp0start.py" %*\r\n'
# Versions of Python for Windows, by the minor version that the packages above have them for.
PATCHES = {"3.11": "3.11.9", "3.12": "3.12.9", "3.13": "3.13.2"}


def make(root: Path, place: Path, dist: Path) -> list[Path]:
    """Return the files made."""
    build = read_build(root)
    minor = ".".join(platform.python_version_tuple()[:2])
    if minor not in PATCHES:
        raise SystemExit(f"The bundle for Windows is built with one of Python {', '.join(PATCHES)}, not with {minor}.")
    target = Target("windows", "x86_64", PATCHES[minor])
    top = place / f"annals-{build.version}-{target.name}"
    packages = install_packages(root, top / "packages", target, _foreign(minor))
    copy_python(root, top / "python", minor)
    prune_packages(top / "packages")
    _tell_lacking(top, prune_qt(top / "packages", lambda _: None))
    copy_program(root, top / "packages", build)
    write_top(root, top)
    compile_all([top / "python" / "Lib"], top / "packages", top)
    files = [dist / f"{top.name}.zip", dist / f"{top.name}.cdx.json"]
    write_zip(top, files[0], build.date)
    files[1].write_text(bill(build, target, packages, []), "utf-8")
    return [*files, *write_installer(top, dist / f"{top.name}.exe", build)]


def write_top(root: Path, top: Path) -> None:
    """Put beside the folders what people see; installer.nsi names each of these files, to take it away again."""
    copy_papers(root, top)
    shutil.copy(root / "resources" / "icons" / "annals.ico", top / "annals.ico")
    (top / "annals.cmd").write_text(COMMAND, "ascii", newline="")
    (top / "Annals window.cmd").write_text(WINDOW, "ascii", newline="")


def _foreign(minor: str) -> tuple[str, ...]:
    """Return what pip has to be told to install for a Windows that it does not run on."""
    return ("--platform", "win_amd64", "--implementation", "cp", "--python-version", minor)


def copy_python(root: Path, folder: Path, minor: str) -> None:
    """Put a Python for Windows into a folder.

    Programs and libraries are those of the embeddable distribution, each signed by its makers. Its standard library,
    a ZIP that nobody has signed, stays out: the modules are those of the Python that builds.
    """
    folder.mkdir(parents=True)
    with zipfile.ZipFile(_embedded(root, minor)) as data:
        for name in data.namelist():
            path = Path(name)
            if path.suffix in (".exe", ".dll", ".pyd", ".txt") and path.name not in UNUSED:
                (folder / path.name).write_bytes(data.read(name))
    _check_signatures(folder)
    copy_standard_library(folder / "Lib")
    shutil.rmtree(folder / "Lib" / "lib-dynload", ignore_errors=True)
    paths = folder / f"python{minor.replace('.', '')}._pth"
    paths.write_text("Lib\n.\n..\\packages\n", "ascii")


def _embedded(root: Path, minor: str) -> Path:
    """Return the data of the registry's package with Python for Windows; pip has compared its hash."""
    place = root / "build" / EMBEDDED / minor
    if not place.exists():
        wanted = [pin for pin in pins(root) if pin.name == EMBEDDED and pin.holds({"python_version": minor})]
        with tempfile.TemporaryDirectory() as loaded:
            options = ("--no-build-isolation", "--no-binary", EMBEDDED, "--dest", loaded)
            pip("download", wanted, *options, environment=get_tools(root))
            with tarfile.open(next(Path(loaded).glob("*.tar.gz"))) as archive:
                archive.extractall(place, filter="data")
    return next(place.rglob("data.zip"))


def _check_signatures(folder: Path) -> None:
    """Refuse a program or library that is not its makers'; without osslsigncode the hash of the whole must do."""
    tool = shutil.which("osslsigncode")
    if tool is None:
        print("Without osslsigncode the signatures of Python for Windows are not looked at, only its hash.")
        return
    for path in sorted(folder.glob("*")):
        if path.suffix in (".exe", ".dll", ".pyd"):
            told = subprocess.run(
                [tool, "verify", "-in", str(path)], capture_output=True, text=True, check=False
            ).stdout
            digests = {line.split(":")[1].strip() for line in told.splitlines() if " message digest " in line}
            if len(digests) != 1 or not any(f"O={signer}" in told for signer in SIGNERS):
                raise SystemExit(f"{path.name} is not signed by those who make Python.")


def _tell_lacking(top: Path, wanted: list[tuple[str, Path | None]]) -> None:
    """Say which libraries Windows has to have beside its own, which is none as long as all goes well."""
    carried = {path.name.lower() for path in top.rglob("*.dll")}
    own = {name.lower() for name, _ in wanted} - carried
    strange = sorted(name for name in own if name.startswith(("qt6", "msvcp", "vcruntime", "concrt")))
    if strange:
        raise SystemExit(f"Qt asks for what is not inside: {', '.join(strange)}")


def write_installer(top: Path, target: Path, build: Build) -> list[Path]:
    """Return the installer, made by makensis where that is installed."""
    tool = shutil.which("makensis")
    if tool is None:
        print("Without makensis (package nsis) there is no installer, only the ZIP.")
        return []
    script = Path(__file__).with_name("installer.nsi")
    size = sum(path.stat().st_size for path in top.rglob("*") if path.is_file()) // 1024
    words = {"TOP": top, "OUT": target, "VERSION": build.version, "SIZE": size}
    defined = [f"-D{name}={value}" for name, value in words.items()]
    subprocess.run([tool, "-V2", "-INPUTCHARSET", "UTF8", *defined, str(script)], check=True)
    return [target]
