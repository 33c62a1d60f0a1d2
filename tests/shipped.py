"""What ships with the program, read once however many tests, files and workers ask for it."""

from functools import cache
from pathlib import Path

from schema.catalogue.compiled import from_json, to_json
from schema.catalogue.outline import Definitions
from schema.catalogue.program_words import ProgramWords
from tests.kept_copies import kept_copy

RESOURCES = Path(__file__).parents[1] / "resources"


@cache
def definitions() -> Definitions:
    """Return the shipped definitions; frozen, so every test may share them."""

    def make(path: Path) -> None:
        from schema.catalogue.loader import load_definitions

        path.write_text(to_json(load_definitions(RESOURCES / "definitions", ProgramWords(RESOURCES))), "utf-8")

    return _read(kept_copy("definitions.json", make))


@cache
def sample() -> Definitions:
    """Return the definitions of the sample workspace: the shipped ones with the sample company's explanations."""

    def make(path: Path) -> None:
        from schema.sample import sample_definitions

        path.write_text(to_json(sample_definitions(definitions(), RESOURCES / "sample")), "utf-8")

    return _read(kept_copy("sample.json", make))


def _read(path: Path) -> Definitions:
    return from_json(path.read_text("utf-8"), ProgramWords(RESOURCES))
