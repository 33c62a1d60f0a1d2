"""The sample: the published figures and texts of the sample reports, put into a workspace."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from schema.catalogue.definitions import Catalogue
from schema.catalogue.outline import Definitions
from schema.errors import DefinitionsError
from schema.exchange.figures_csv import read_figures
from schema.exchange.picture_reader import read_pictures
from schema.exchange.sample.explanations import with_explanations
from schema.exchange.sample.pictures import load_placed
from schema.exchange.sample.records import load_records
from schema.exchange.sample.texts import load_texts
from schema.mistakes import Mistake
from schema.values.changes import Change, keep
from schema.values.datapoint import Attachment
from schema.workspace import Workspace


def sample_definitions(definitions: Definitions, folder: Path) -> Definitions:
    """Return the definitions with the sample company's explanations of what it does not disclose."""
    return with_explanations(definitions, folder / "explanations")


def fill_sample(workspace: Workspace, folder: Path, progress: Callable[[str], None] = lambda step: None) -> int:
    """Put what a folder holds into a workspace; returns the number of changes."""
    return len(workspace.apply(sample_changes(folder, workspace.definitions.catalogue, progress)))


def sample_changes(
    folder: Path, catalogue: Catalogue, progress: Callable[[str], None] = lambda step: None
) -> list[Change]:
    """Read figures/*.csv, texts, pictures and records of a folder."""
    changes: list[Change] = []
    for path in sorted((folder / "figures").glob("*.csv")):
        progress(path.name)
        changes += read_figures(path, catalogue).changes
    changes += [keep(text) for text in load_texts(folder / "texts")]
    pictures = _pictures(folder / "pictures")
    changes += [keep(picture, content=content) for picture, content in pictures]
    hashes = {picture.name: picture.hash for picture, _ in pictures}
    changes += [keep(text) for text in load_placed(folder / "pictures", hashes)]
    records = load_records(folder / "records", catalogue, hashes)
    changes += map(keep, records)
    return changes


def _pictures(folder: Path) -> list[tuple[Attachment, bytes]]:
    """Read every picture of a folder; one that cannot be taken is a mistake of the sample."""
    found = read_pictures(path for path in folder.glob("*.*") if path.suffix != ".yaml")
    faults = [
        Mistake(path.name, 1, "definition.bad_picture", {"name": path.name, "reason": read.issues[0].code})
        for path, read in found.items()
        if read.attachment is None
    ]
    if faults:
        raise DefinitionsError(tuple(faults))
    return [(read.attachment, read.content) for read in found.values() if read.attachment is not None]
