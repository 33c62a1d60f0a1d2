"""The sample: the published figures and texts of the sample reports, put into a workspace."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from schema.catalogue.sample import load_texts
from schema.catalogue.sample_records import load_records
from schema.exchange.figures_csv import read_figures
from schema.values.changes import Change, RecordChange, TextChange
from schema.workspace import Workspace


def fill_sample(workspace: Workspace, folder: Path, progress: Callable[[str], None] = lambda step: None) -> int:
    """Read figures/*.csv, texts and records of a folder into a workspace; returns the number of changes."""
    changes: list[Change] = []
    for path in sorted((folder / "figures").glob("*.csv")):
        progress(path.name)
        changes += read_figures(path, workspace.definitions.catalogue).changes
    changes += [TextChange(text) for text in load_texts(folder / "texts")]
    records = load_records(folder / "records", workspace.definitions.catalogue)
    changes += [RecordChange(record.key, record) for record in records]
    return len(workspace.apply(changes))
