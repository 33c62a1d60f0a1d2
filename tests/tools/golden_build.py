"""Writes the golden texts of tests/exporters/golden anew; read the difference before you commit it.

python -m tests.tools.golden_build
"""

from __future__ import annotations

from pathlib import Path

from exporters.as_text import document_as_text
from schema.grammar.words import LANGUAGES
from tests import shipped
from tests.conftest import read_sample
from tests.exporters.built import build_document
from tests.exporters.small_report import document

RESOURCES = Path(__file__).parents[2] / "resources"
GOLDEN = Path(__file__).parents[1] / "exporters" / "golden"


def main() -> None:
    for language in ("zh-Hans", "en"):
        (GOLDEN / f"small.{language}.txt").write_text(document_as_text(document(language)), "utf-8")
    definitions = shipped.definitions()
    snapshot = read_sample(RESOURCES / "sample", definitions)
    for language in LANGUAGES:
        release = build_document(definitions, "press-2021", language, snapshot)
        (GOLDEN / f"press-2021.{language}.txt").write_text(document_as_text(release), "utf-8")


if __name__ == "__main__":
    main()
