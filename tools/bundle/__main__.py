"""`python -m tools.bundle [this|windows]`: makes the bundle in build/ and what people download in dist/."""

from __future__ import annotations

import argparse
import platform
import shutil
import sys
from pathlib import Path

from tools.bundle import linux, macos, windows
from tools.bundle.archives import write_sums

ROOT = Path(__file__).resolve().parents[2]


def main() -> int:
    """Build, and say what was made and how large it is."""
    parser = argparse.ArgumentParser(prog="tools/bundle.sh", description=__doc__)
    parser.add_argument("system", nargs="?", default="this", choices=("this", "windows"))
    parser.add_argument("--deb", action="store_true", help="also a package for Debian and Ubuntu")
    asked = parser.parse_args()
    build, dist = ROOT / "build" / asked.system, ROOT / "dist"
    shutil.rmtree(build, ignore_errors=True)
    build.mkdir(parents=True)
    dist.mkdir(exist_ok=True)
    if asked.system == "windows":
        files = windows.make(ROOT, build, dist)
    elif sys.platform == "darwin":
        files = macos.make(ROOT, build, dist)
    elif sys.platform == "linux":
        files = linux.make(ROOT, build, dist, deb=asked.deb)
    else:
        print(f"There is no bundle for {platform.system()} that is made on it; make bundle-windows runs on Linux.")
        return 2
    write_sums(dist)
    for path in files:
        print(f"{path.relative_to(ROOT)}: {path.stat().st_size / 2**20:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
