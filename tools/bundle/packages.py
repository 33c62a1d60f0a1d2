"""The packages of a bundle: installed from the lock by hash, for this system or another, and only what is needed."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from email.message import Message
from email.parser import HeaderParser
from pathlib import Path

from packaging.utils import canonicalize_name

from tools.bundle.lock import Pin, environment_of, needed, project_requirements, read_lock
from tools.bundle.pruning import remove

LOCK = "requirements-dev.txt"  # it names what requirements.txt names, in the same versions, and the extras


@dataclass(frozen=True, slots=True)
class Target:
    """What a bundle is made for."""

    system: str  # linux, windows or macos
    machine: str
    python: str  # the full version of the Python inside

    @property
    def name(self) -> str:
        """Return how files are called that are for it."""
        return f"{self.system}-{self.machine}"

    def environment(self) -> dict[str, str]:
        """Return what the lock's markers ask."""
        machine = "AMD64" if (self.system, self.machine) == ("windows", "x86_64") else self.machine
        return environment_of(self.system, machine, self.python)


@dataclass(frozen=True, slots=True)
class Package:
    """One package inside: what its metadata say, and the hash of the file that it came from."""

    name: str
    version: str
    metadata: Message
    sha256: str


def install_packages(root: Path, folder: Path, target: Target, foreign: tuple[str, ...] = ()) -> tuple[Package, ...]:
    """Install what the program needs into a folder; `foreign` are pip's options for another system's wheels."""
    environment = target.environment()
    pins = {pin.name: pin for pin in read_lock((root / LOCK).read_text("utf-8")) if pin.holds(environment)}
    first = {pin.name for pin in read_lock((root / "requirements.txt").read_text("utf-8"))}
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    roots = project_requirements(project)
    wanted = {name: pin for name, pin in pins.items() if name in first or _is_named(name, roots)}
    hashes = _pip_install(folder, wanted, foreign)
    requires = {name: _metadata(folder, name).get_all("Requires-Dist", []) for name in hashes}
    names = needed(roots, requires, environment)
    for name in sorted(set(hashes) - names):
        _uninstall(folder, name)
    return tuple(Package(name, pins[name].version, _metadata(folder, name), hashes[name]) for name in sorted(names))


def _is_named(name: str, requirements: tuple[str, ...]) -> bool:
    return any(canonicalize_name(line.split(">")[0].split(";")[0].strip()) == name for line in requirements)


def _pip_install(folder: Path, pins: Mapping[str, Pin], foreign: tuple[str, ...]) -> dict[str, str]:
    """Return the hash of each file that pip has installed."""
    with tempfile.TemporaryDirectory() as place:
        wanted, report = Path(place) / "requirements.txt", Path(place) / "report.json"
        wanted.write_text("".join(pin.line() + "\n" for pin in pins.values()), "utf-8")
        call = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
        call += ["--no-compile", "--require-hashes", "--only-binary", ":all:", "--report", str(report), *foreign]
        subprocess.run([*call, "--target", str(folder), "--requirement", str(wanted)], check=True)
        told = json.loads(report.read_text("utf-8"))["install"]
    hashes = {item["metadata"]["name"]: item["download_info"]["archive_info"]["hashes"]["sha256"] for item in told}
    return {canonicalize_name(name): value for name, value in hashes.items()}


def _info(folder: Path, name: str) -> Path:
    return next(path for path in folder.glob("*.dist-info") if canonicalize_name(path.name.split("-")[0]) == name)


def _metadata(folder: Path, name: str) -> Message:
    return HeaderParser().parsestr((_info(folder, name) / "METADATA").read_text("utf-8"))


def _uninstall(folder: Path, name: str) -> None:
    info = _info(folder, name)
    lines = (info / "RECORD").read_text("utf-8").splitlines()
    tops = {line.split(",")[0].split("/")[0] for line in lines if not line.startswith("..")}
    for top in tops:
        remove(folder / top)
    remove(info)
