"""Makes docs/images/window.png: the program's own window on the sample, for the README.

`python tests/tools/window_picture.py [--language zh-Hans]`
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]


def main() -> None:
    """Build the sample, show it, write the picture."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--language", default="zh-Hans")
    parser.add_argument("--report", default="csr-2022")
    parser.add_argument("--section", default="profile.year.csr")
    parser.add_argument("--reference", default="jobs.total")
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "images" / "window.png")
    arguments = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.path.insert(0, str(ROOT))
    from datetime import UTC, datetime

    from desktop.window.opening import Opener
    from desktop.window.screenshot import Scene, take_screenshot
    from schema.catalogue.program_words import ProgramWords

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "demo.annals"
        opener = Opener(
            "li.na", lambda: datetime.now(UTC), ROOT / "resources", ProgramWords(ROOT / "resources", in_window=True)
        )
        opener.create_sample(path).workspace.close()
        scene = Scene(arguments.language, arguments.report, arguments.section, arguments.reference, ratio=1.5)
        print(take_screenshot(path, arguments.out, ROOT / "resources", scene))


if __name__ == "__main__":
    main()
