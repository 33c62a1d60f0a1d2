"""What ships with the program, read once however many tests ask for it."""

from functools import cache
from pathlib import Path

from schema.catalogue.loader import load_definitions
from schema.catalogue.outline import Definitions
from schema.catalogue.program_words import ProgramWords
from schema.sample import sample_definitions

RESOURCES = Path(__file__).parents[1] / "resources"


@cache
def definitions() -> Definitions:
    """Return the shipped definitions; frozen, so every test may share them."""
    return load_definitions(RESOURCES / "definitions", ProgramWords(RESOURCES))


@cache
def sample() -> Definitions:
    """Return the definitions of the sample workspace: the shipped ones with the sample company's explanations."""
    return sample_definitions(definitions(), RESOURCES / "sample")
