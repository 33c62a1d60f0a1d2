"""The lock file as pins: which hold on a system, and which of them the program needs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from packaging.markers import Marker, default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

# Of the project's extras, the one that everybody gets: drafts in the other Chinese script.
EXTRAS = ("hant",)


@dataclass(frozen=True, slots=True)
class Pin:
    """One line of the lock: a package, its version, when it holds, and the hashes of its files."""

    name: str
    version: str
    marker: str
    hashes: tuple[str, ...]

    def holds(self, environment: Mapping[str, str]) -> bool:
        """Whether it is for the system and the Python that the environment describes."""
        return not self.marker or Marker(self.marker).evaluate(dict(environment))

    def line(self) -> str:
        """Return it as pip reads it, without the marker: that was asked already, maybe for another system."""
        return " ".join([f"{self.name}=={self.version}", *(f"--hash={value}" for value in self.hashes)])


def read_lock(text: str) -> tuple[Pin, ...]:
    """Return the pins of a lock file."""
    joined = text.replace("\\\n", " ")
    return tuple(_pin(line) for line in joined.splitlines() if line.strip() and not line.lstrip().startswith("#"))


def _pin(line: str) -> Pin:
    words = line.partition("    #")[0]
    said, *hashes = re.split(r"\s+--hash=", words)
    requirement = Requirement(said.strip())
    marker = str(requirement.marker) if requirement.marker else ""
    version = str(requirement.specifier).removeprefix("==")
    return Pin(canonicalize_name(requirement.name), version, marker, tuple(value.strip() for value in hashes))


def environment_of(system: str, machine: str, python: str) -> dict[str, str]:
    """Return what markers ask, for a system (linux, windows, macos), a machine and a full version of Python."""
    platform, name, kind = {
        "linux": ("linux", "Linux", "posix"),
        "windows": ("win32", "Windows", "nt"),
        "macos": ("darwin", "Darwin", "posix"),
    }[system]
    told = {
        "sys_platform": platform,
        "platform_system": name,
        "os_name": kind,
        "platform_machine": machine,
        "python_full_version": python,
        "python_version": ".".join(python.split(".")[:2]),
        "implementation_version": python,
        "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
    }
    return {**{name: str(value) for name, value in default_environment().items()}, **told}


def project_requirements(project: Mapping[str, object]) -> tuple[str, ...]:
    """Return what the `project` table of pyproject.toml asks for, with the extras that everybody gets."""
    dependencies, extras = project["dependencies"], project["optional-dependencies"]
    assert isinstance(dependencies, list)
    assert isinstance(extras, dict)
    return (*dependencies, *(line for extra in EXTRAS for line in extras[extra]))


def needed(
    roots: Iterable[str], requires: Mapping[str, Sequence[str]], environment: Mapping[str, str]
) -> frozenset[str]:
    """Return the names of all packages that the roots need, themselves included.

    `requires` has the requirements of each package that is there; KeyError names one that is not.
    """
    names: set[str] = set()
    todo = [Requirement(line) for line in roots]
    seen: set[tuple[str, frozenset[str]]] = set()
    while todo:
        asked = todo.pop()
        name, extras = canonicalize_name(asked.name), frozenset(asked.extras)
        if (name, extras) in seen or not _asked_for(asked, ("",), environment):
            continue
        seen.add((name, extras))
        names.add(name)
        todo.extend(_of_extras(map(Requirement, requires[name]), extras, environment))
    return frozenset(names)


def _of_extras(
    requirements: Iterable[Requirement], extras: frozenset[str], environment: Mapping[str, str]
) -> Iterator[Requirement]:
    for requirement in requirements:
        if _asked_for(requirement, ("", *sorted(extras)), environment):
            requirement.marker = None
            yield requirement


def _asked_for(requirement: Requirement, extras: Iterable[str], environment: Mapping[str, str]) -> bool:
    marker = requirement.marker
    return marker is None or any(marker.evaluate({**environment, "extra": extra}) for extra in extras)
