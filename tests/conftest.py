"""What every test may use: the shipped definitions, and the sample as a snapshot or as a workspace file."""

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import Phase, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# On a busy machine an example may take long without being wrong.
settings.register_profile("annals", deadline=None, max_examples=30)
# `make test-long` looks further.
settings.register_profile("thorough", deadline=None, max_examples=300)
# `make mutants` asks only whether a test fails, hundreds of times: fewer examples, and none made smaller.
settings.register_profile("mutants", deadline=None, max_examples=25, phases=(Phase.explicit, Phase.generate))
settings.load_profile("annals")

RESOURCES = Path(__file__).parents[1] / "resources"


@pytest.fixture(scope="session")
def resources():
    return RESOURCES


@pytest.fixture(scope="session")
def program():
    """What the program says, as every command and the window have it."""
    from schema.catalogue.program_words import ProgramWords

    return ProgramWords(RESOURCES)


@pytest.fixture(scope="session")
def definitions():
    from tests import shipped

    return shipped.definitions()


def read_sample(folder, definitions):
    """The sample's figures, texts, pictures and records as a snapshot."""
    from datetime import UTC, datetime

    from schema.sample import sample_changes, sample_remarks
    from schema.storage.author import Author
    from schema.values.changes import overlay
    from schema.values.datapoint import Snapshot

    snapshot = overlay(Snapshot(), sample_changes(folder, definitions.catalogue))
    author = Author("李编辑", datetime(2026, 3, 1, tzinfo=UTC))
    return overlay(snapshot, sample_remarks(folder, definitions, snapshot, author))


@pytest.fixture(scope="session")
def sample_pictures():
    """The bytes of the sample's pictures by their hash."""
    from schema.exchange.picture_reader import read_pictures

    found = read_pictures((RESOURCES / "sample" / "pictures").glob("*.png")).values()
    return {read.attachment.hash: read.content for read in found}.__getitem__


@pytest.fixture(scope="session")
def sample_snapshot(definitions):
    return read_sample(RESOURCES / "sample", definitions)


@pytest.fixture(scope="session")
def sample_definitions():
    """The shipped definitions with the sample company's explanations."""
    from tests import shipped

    return shipped.sample()


@pytest.fixture(scope="session")
def kept_sample(sample_definitions, tmp_path_factory):
    from schema.sample import fill_sample
    from schema.workspace import Workspace

    path = tmp_path_factory.mktemp("sample") / "demo.annals"
    with Workspace.create(path, sample_definitions, "sample") as workspace:
        fill_sample(workspace, RESOURCES / "sample")
    return path


@pytest.fixture
def sample_workspace(kept_sample, tmp_path):
    """A fresh copy of the sample workspace that the test may change."""
    return Path(shutil.copy(kept_sample, tmp_path / "demo.annals"))
