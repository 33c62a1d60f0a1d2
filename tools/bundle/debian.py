"""The package for Debian and Ubuntu: the same folder below /opt, with menu entry, kinds of file and icon."""

from __future__ import annotations

import platform
import shutil
import subprocess
from pathlib import Path

from tools.bundle.archives import members
from tools.bundle.desktop_entries import ENTRY, KINDS
from tools.bundle.program import Build

CONTROL = """Package: annals
Version: {version}
Architecture: {machine}
Maintainer: Annals
Installed-Size: {size}
Depends: libc6 (>= {c_library})
Recommends: fonts-noto-cjk
Suggests: libreoffice-writer
Section: editors
Priority: optional
Description: compiles a company's annual CSR / ESG report
 Figures typed in forms; Excel data sheets and a Word draft out.
"""
MACHINES = {"x86_64": "amd64", "aarch64": "arm64"}


def write_deb(top: Path, place: Path, target: Path, build: Build) -> Path:
    """Return the package made of a finished bundle; no workspace or setting is a file of it, so updates keep them."""
    shutil.copytree(top, place / "opt" / "annals", symlinks=True)
    share = place / "usr" / "share"
    for name, text in (
        ("applications/annals.desktop", ENTRY.format(program="/usr/bin/annals")),
        ("mime/packages/annals.xml", KINDS),
    ):
        (share / name).parent.mkdir(parents=True)
        (share / name).write_text(text, "utf-8")
    icons = share / "icons" / "hicolor" / "256x256" / "apps"
    icons.mkdir(parents=True)
    shutil.copy(top / "annals.png", icons / "annals.png")
    (place / "usr" / "bin").mkdir()
    (place / "usr" / "bin" / "annals").symlink_to("/opt/annals/annals")
    control = place / "DEBIAN" / "control"
    control.parent.mkdir()
    size = sum(path.lstat().st_size for path in members(place)) // 1024
    words = {"machine": MACHINES.get(platform.machine(), platform.machine()), "c_library": platform.libc_ver()[1]}
    control.write_text(CONTROL.format(version=build.version, size=size, **words), "utf-8")
    subprocess.run(
        ["dpkg-deb", "--root-owner-group", "-Zgzip", "--build", str(place), str(target)],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return target
