"""The bill of materials (CycloneDX): every part with version, licence, and the hash of the file that it came from."""

from __future__ import annotations

import json
import platform
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from email.message import Message
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tools.bundle.archives import moment
from tools.bundle.packages import Package, Target
from tools.bundle.program import Build

_CLASSIFIER = re.compile(r"License :: (?:OSI Approved :: )?(.+)")


def bill(build: Build, target: Target, packages: Iterable[Package], libraries: Iterable[Path]) -> str:
    """Return the bill as JSON; the same bundle has the same bill."""
    parts = tuple(packages)
    python = _component("python", target.python, f"pkg:generic/python@{target.python}", "Python-2.0")
    components = [python, *map(_package, parts), *_debian(libraries)]
    about = _component("annals", build.version, f"pkg:generic/annals@{build.version}", "MIT", "application")
    about["properties"] = [
        {"name": "annals:commit", "value": build.commit},
        {"name": "annals:lock", "value": f"sha256:{build.lock}"},
        {"name": "annals:system", "value": target.name},
    ]
    whole = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": f"urn:uuid:{uuid5(NAMESPACE_URL, json.dumps([about, components]))}",
        "version": 1,
        "metadata": {"timestamp": moment(build.date).strftime("%Y-%m-%dT%H:%M:%SZ"), "component": about},
        "components": components,
        "dependencies": _dependencies(about["bom-ref"], parts),
    }
    return json.dumps(whole, indent=1, ensure_ascii=False) + "\n"


def licence(metadata: Message) -> str:
    """Return what a package says its licence is, the most exact word first; empty where it says nothing."""
    if expression := metadata.get("License-Expression"):
        return str(expression)
    named = [found[1] for line in metadata.get_all("Classifier", []) if (found := _CLASSIFIER.fullmatch(line))]
    free = str(metadata.get("License", "")).strip()
    return free if free and "\n" not in free and len(free) < 80 else " AND ".join(named)


def _package(package: Package) -> dict[str, Any]:
    name = canonicalize_name(package.name)
    component = _component(name, package.version, f"pkg:pypi/{name}@{package.version}", licence(package.metadata))
    component["hashes"] = [{"alg": "SHA-256", "content": package.sha256}]
    return component


def _component(name: str, version: str, purl: str, licensed: str, kind: str = "library") -> dict[str, Any]:
    component: dict[str, Any] = {"type": kind, "bom-ref": purl, "name": name, "version": version, "purl": purl}
    if licensed:
        component["licenses"] = [{"license": {"name": licensed}}]
    return component


def _dependencies(about: str, packages: tuple[Package, ...]) -> list[dict[str, Any]]:
    places: dict[str, str] = {
        canonicalize_name(package.name): f"pkg:pypi/{package.name}@{package.version}" for package in packages
    }
    lines = [{"ref": about, "dependsOn": sorted(places.values())}]
    for package in packages:
        asked = (canonicalize_name(Requirement(line).name) for line in package.metadata.get_all("Requires-Dist", []))
        lines.append(
            {"ref": places[package.name], "dependsOn": sorted({places[name] for name in asked if name in places})}
        )
    return lines


def _debian(libraries: Iterable[Path]) -> Iterator[dict[str, Any]]:
    """Yield the packages of Debian that libraries were copied from, where it is Debian that tells."""
    owners = debian_packages(libraries)
    shown = "${Package}\t${Version}\t${Architecture}"
    for owner in owners:
        told = subprocess.run(["dpkg-query", "-W", f"-f={shown}", owner], capture_output=True, text=True, check=False)
        if told.returncode == 0:
            name, version, machine = told.stdout.split("\t")
            yield _component(name, version, f"pkg:deb/{_distribution()}/{name}@{version}?arch={machine}", "")


def debian_packages(files: Iterable[Path]) -> list[str]:
    """Return the packages of Debian that files of this system belong to; none where it is not Debian that tells."""
    if shutil.which("dpkg-query") is None:
        return []
    return sorted({owner for path in files for owner in _owners(path)})


def _owners(path: Path) -> list[str]:
    for place in dict.fromkeys((path, path.resolve(), Path("/usr" + str(path)), Path(str(path).removeprefix("/usr")))):
        told = subprocess.run(["dpkg-query", "-S", str(place)], capture_output=True, text=True, check=False)
        if told.returncode == 0:
            return [told.stdout.partition(": ")[0].split(",")[0]]
    return []


def _distribution() -> str:
    try:
        return platform.freedesktop_os_release()["ID"]
    except OSError:
        return "debian"
