"""Writes the golden texts of tests/exporters/golden anew; read the difference before you commit it.

python -m tests.tools.golden_build
"""

from __future__ import annotations

from pathlib import Path

from exporters.as_text import document_as_text
from tests.exporters.small_report import document

GOLDEN = Path(__file__).parents[1] / "exporters" / "golden"


def main() -> None:
    for language in ("zh-Hans", "en"):
        (GOLDEN / f"small.{language}.txt").write_text(document_as_text(document(language)), "utf-8")


if __name__ == "__main__":
    main()
