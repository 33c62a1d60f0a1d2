"""What every test may use: the shipped definitions, and the sample as a snapshot or as a workspace file."""

import os
import shutil
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

RESOURCES = Path(__file__).parents[1] / "resources"


@pytest.fixture(scope="session")
def resources():
    return RESOURCES


@pytest.fixture(scope="session")
def definitions():
    from schema.catalogue.loader import load_definitions

    return load_definitions(RESOURCES / "definitions")


def read_sample(folder, definitions):
    """The sample's figures, texts and records as a snapshot."""
    from schema.catalogue.sample import load_texts
    from schema.catalogue.sample_records import load_records
    from schema.exchange.figures_csv import read_figures
    from schema.values.changes import RecordChange, TextChange, overlay
    from schema.values.datapoint import Snapshot

    records = load_records(folder / "records", definitions.catalogue)
    changes = [RecordChange(record.key, record) for record in records]
    changes += [TextChange(text) for text in load_texts(folder / "texts")]
    for path in sorted((folder / "figures").glob("*.csv")):
        changes += read_figures(path, definitions.catalogue).changes
    return overlay(Snapshot(), changes)


@pytest.fixture(scope="session")
def sample_snapshot(definitions):
    return read_sample(RESOURCES / "sample", definitions)


@pytest.fixture(scope="session")
def kept_sample(definitions, tmp_path_factory):
    from schema.sample import fill_sample
    from schema.workspace import Workspace

    path = tmp_path_factory.mktemp("sample") / "demo.annals"
    with Workspace.create(path, definitions, "sample") as workspace:
        fill_sample(workspace, RESOURCES / "sample")
    return path


@pytest.fixture
def sample_workspace(kept_sample, tmp_path):
    """A fresh copy of the sample workspace that the test may change."""
    return Path(shutil.copy(kept_sample, tmp_path / "demo.annals"))
