"""The lock: every package that pyproject.toml asks for, pinned with its hashes for each system, and no host in it."""

import re
import tomllib
from functools import cache
from itertools import product
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[1]
RUN, DEV = "requirements.txt", "requirements-dev.txt"
HASH = r"    --hash=sha256:[0-9a-f]{64}"
ENTRY = re.compile(
    rf"^(?P<pin>[a-z0-9-]+==[^\s;]+(?: ; [^\\\n]+)?) \\\n(?P<hashes>(?:{HASH} \\\n)*{HASH})$", re.MULTILINE
)
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
BUILD = PROJECT["build-system"]["requires"] + PROJECT["dependency-groups"]["build"]
NEEDED = PROJECT["project"]["dependencies"] + BUILD
EXTRAS = [line for lines in PROJECT["project"]["optional-dependencies"].values() for line in lines]
ASKED = [(RUN, line) for line in NEEDED] + [(DEV, line) for line in NEEDED + EXTRAS]
MACHINES = {
    "linux": ("Linux", "posix", ("x86_64", "aarch64")),
    "darwin": ("Darwin", "posix", ("x86_64", "arm64")),
    "win32": ("Windows", "nt", ("AMD64", "ARM64")),
}


def environments() -> list[dict[str, str]]:
    """What the markers of a requirement see, on each system, machine and Python that Annals runs on."""
    return [
        {
            "python_version": python,
            "python_full_version": f"{python}.9",
            "sys_platform": system,
            "platform_system": name,
            "os_name": family,
            "platform_machine": machine,
            "implementation_name": "cpython",
            "platform_python_implementation": "CPython",
            "extra": "",
        }
        for python, (system, (name, family, machines)) in product(("3.11", "3.12", "3.13"), MACHINES.items())
        for machine in machines
    ]


def lock_text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@cache
def pins(name: str) -> tuple[Requirement, ...]:
    return tuple(Requirement(entry["pin"]) for entry in ENTRY.finditer(lock_text(name)))


def versions(name: str, package: str, environment: dict[str, str]) -> list[Version]:
    """The versions that pip installs there: none, or one."""
    pinned = [pin for pin in pins(name) if pin.name == canonicalize_name(package)]
    fitting = [pin for pin in pinned if pin.marker is None or pin.marker.evaluate(environment)]
    return [Version(str(pin.specifier).removeprefix("==")) for pin in fitting]


@pytest.mark.parametrize(("name", "line"), ASKED)
def test_each_package_asked_for_is_pinned_once_for_each_system_to_a_version_that_fits(name, line):
    asked = Requirement(line)
    for environment in environments():
        if asked.marker is None or asked.marker.evaluate(environment):
            pinned = versions(name, asked.name, environment)
            assert len(pinned) == 1, f"{asked.name}: {pinned} with {environment}: run `make lock`"
            assert pinned[0] in asked.specifier, f"{asked.name} {pinned[0]}: run `make lock`"


@pytest.mark.parametrize("name", [RUN, DEV])
def test_a_lock_holds_entries_with_hashes_and_comments_and_nothing_else(name):
    """So no index, no host, no link, no option and no package without a hash."""
    rest = ENTRY.sub("", lock_text(name)).splitlines()
    assert [line for line in rest if line.strip() and not line.lstrip().startswith("#")] == []


@pytest.mark.parametrize("name", [RUN, DEV])
def test_a_lock_names_no_host_in_a_comment_either(name):
    assert re.findall(r"(?i)(?:://|www\.|\.(?:org|com|net|cn|io)\b|(?:^|\s)/)\S*", lock_text(name)) == []


def test_what_the_program_needs_is_pinned_alike_in_both_locks():
    both = {str(pin) for pin in pins(DEV)}
    assert [str(pin) for pin in pins(RUN) if str(pin) not in both] == []


def test_no_lock_gives_python_3_11_the_qt_that_dies_there():
    for name, environment in product((RUN, DEV), environments()):
        if environment["python_version"] == "3.11":
            assert versions(name, "PySide6-Essentials", environment)[0] < Version("6.12")
