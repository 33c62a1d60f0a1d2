"""Nothing is installed whose licence asks Annals to be under it; what ships stays above known holes."""

from __future__ import annotations

import re
from importlib import metadata

import pytest
from packaging.version import Version

from tests.test_lock import RUN, pins

ALLOWED = {
    "0BSD", "Apache-2.0", "BSD", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT", "MIT-0", "MIT-CMU", "MPL-2.0", "PSF-2.0",
    "LGPL-2.1-only", "LGPL-3.0-only",
}  # fmt: skip
# How packages say it that have no expression of SPDX.
SPOKEN = {
    "PSFL": "PSF-2.0", "BSD 2-Clause License": "BSD-2-Clause", "Apache 2.0": "Apache-2.0", "BSD License": "BSD",
    "Apache License 2.0": "Apache-2.0", "Apache Software License": "Apache-2.0", "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0", "Python Software Foundation License": "PSF-2.0",
}  # fmt: skip
# Below these, holes are known that what strangers send could use.
FLOORS = {"lxml": "6.1.0", "pillow": "12.3.0", "pyside6-essentials": "6.11.2", "openpyxl": "3.1.5", "pypdf": "6"}


def licences(about: metadata.PackageMetadata) -> list[set[str]]:
    """The licences of a package: one of each set holds, all sets together do."""
    said = about.get("License-Expression") or about.get("License") or ""
    if not said or len(said) > 60:
        classes = [
            one.split(" :: ")[-1] for one in about.get_all("Classifier") or () if one.startswith("License :: OSI")
        ]
        said = " AND ".join(SPOKEN.get(one, one) for one in classes if one != "OSI Approved")
    said = SPOKEN.get(said, said)
    return [set(re.split(r"\s+OR\s+", one.strip("() "))) for one in re.split(r"\s+AND\s+", said)]


def forbidden(about: metadata.PackageMetadata) -> bool:
    return not all(choice & ALLOWED for choice in licences(about))


def _made(**fields: str) -> metadata.PackageMetadata:
    from email.message import Message

    made = Message()
    for name, value in fields.items():
        made[name.replace("_", "-")] = value
    return made  # type: ignore[return-value]


@pytest.mark.parametrize(("said", "told"), [
    ("MIT", False), ("GPL-3.0-only", True), ("LGPL-3.0-only OR GPL-3.0-only", False), ("MIT AND GPL-2.0-only", True),
    ("AGPL-3.0-or-later", True), ("Proprietary", True), ("", True),
])  # fmt: skip
def test_a_licence_that_is_not_allowed_is_told(said, told):
    assert forbidden(_made(License_Expression=said)) is told


def test_every_installed_package_is_under_a_licence_that_is_allowed():
    found = {
        one.metadata["Name"]: licences(one.metadata) for one in metadata.distributions() if forbidden(one.metadata)
    }
    assert found == {}


@pytest.mark.parametrize(("name", "floor"), FLOORS.items())
def test_what_ships_is_pinned_above_the_holes_that_are_known(name, floor):
    pinned = [Version(str(pin.specifier).removeprefix("==")) for pin in pins(RUN) if pin.name == name]
    assert pinned
    assert min(pinned) >= Version(floor)
