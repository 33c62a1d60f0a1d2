"""The bundle for Linux: one folder that runs from anywhere, as .tar.gz and as .deb."""

from __future__ import annotations

import platform
import shutil
import sys
from pathlib import Path

from tools.bundle.archives import write_tar
from tools.bundle.bill import bill, debian_packages
from tools.bundle.build_tools import get_tools
from tools.bundle.debian import write_deb
from tools.bundle.interpreter import copy_interpreter, say_paths, version_name
from tools.bundle.packages import Target, install_packages
from tools.bundle.program import LINUX_LAUNCHER, Build, compile_all, copy_papers, copy_program, read_build
from tools.bundle.pruning import STRIPPED, prune_carried, prune_packages, prune_qt, strip
from tools.bundle.system_libraries import copy_lacking, system_libraries

FONTS = Path("/usr/share/fonts/truetype")
# Free fonts (Apache 2.0, Bitstream Vera) for letters, figures and Chinese, with the package of Debian that has them.
OWN_FONTS = ("dejavu/DejaVuSans.ttf", "dejavu/DejaVuSans-Bold.ttf", "droid/DroidSansFallbackFull.ttf")
FONT_RULES = """<?xml version="1.0"?>
<fontconfig>
  <dir prefix="relative">.</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
  <alias>
    <family>sans-serif</family>
    <prefer><family>DejaVu Sans</family><family>Droid Sans Fallback</family></prefer>
  </alias>
</fontconfig>
"""


def make(root: Path, place: Path, dist: Path, *, deb: bool) -> list[Path]:
    """Return the files made."""
    build = read_build(root)
    target = Target("linux", platform.machine(), platform.python_version())
    top = place / f"annals-{build.version}-{target.name}"
    packages = install_packages(root, top / "packages", target)
    taken = fill(root, top, build)
    files = [dist / f"{top.name}.tar.gz", dist / f"{top.name}.cdx.json"]
    write_tar(top, files[0], build.date)
    files[1].write_text(bill(build, target, packages, taken), "utf-8")
    if deb:
        files.append(write_deb(top, place / "deb", dist / f"{top.name}.deb", build))
    return files


def fill(root: Path, top: Path, build: Build) -> list[Path]:
    """Put all that belongs there beside the packages; returns the files of this system that went along."""
    packages = top / "packages"
    program = copy_interpreter(top / "python", get_tools(root))
    library = f"../lib/{version_name()}"
    say_paths(program, [library, f"{library}/lib-dynload", "../../packages"])
    known = system_libraries()
    prune_packages(packages)
    prune_carried(packages)
    strip(path for name in STRIPPED for path in (packages / name).rglob("*.so"))
    lacking = copy_lacking(prune_qt(packages, known.get), top / "system")
    if lacking:
        print(f"This system lacks, so the bundle does, too: {', '.join(lacking)}", file=sys.stderr)
    fonts = copy_fonts(top / "system" / "fonts")
    copy_program(root, packages, build)
    copy_papers(root, top)
    compile_all([top / "python" / "lib"], packages, top)
    launcher = top / "annals"
    launcher.write_text(LINUX_LAUNCHER.format(python=version_name()), "utf-8")
    launcher.chmod(0o755)
    shutil.copy(root / "resources" / "icons" / "annals.png", top / "annals.png")
    carried = [*(top / "python" / "lib").glob("*.so*"), *(top / "system").glob("*.so*")]
    taken = [*(known[path.name] for path in carried if path.name in known), *fonts]
    copy_licences(taken, top / "system" / "licences")
    return taken


def copy_licences(files: list[Path], folder: Path) -> None:
    """Copy what Debian says of the licences of its packages that these files are of."""
    folder.mkdir()
    for package in debian_packages(files):
        name = package.split(":")[0]
        words = Path("/usr/share/doc") / name / "copyright"
        if words.is_file():
            shutil.copy(words, folder / name)


def copy_fonts(folder: Path) -> list[Path]:
    """Copy the fonts for a system that has none; returns those that there are to copy."""
    there = [FONTS / name for name in OWN_FONTS if (FONTS / name).is_file()]
    folder.mkdir(parents=True)
    for path in there:
        shutil.copy(path, folder / path.name)
    (folder / "fonts.conf").write_text(FONT_RULES, "utf-8")
    return there
