"""What every test may use: the shipped definitions, and the sample as a snapshot or as a workspace file."""

import gc
import os
import shutil
from pathlib import Path

import pytest
from hypothesis import Phase, settings

from tests.programme.figures import extent, figure, pytest_terminal_summary  # noqa: F401

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Definitions and reports are large and stay: looking through them for garbage again and again costs a sixth of a run.
gc.set_threshold(50_000, 20, 100)

# On a busy machine an example may take long without being wrong.
settings.register_profile("annals", deadline=None, max_examples=30)
# `make test-long` looks further.
settings.register_profile("thorough", deadline=None, max_examples=300)
# What a law of merging is held to before a release: --hypothesis-profile=laws tests/schema/exchange/merging/test_laws.py
settings.register_profile("laws", deadline=None, max_examples=2000)
# `make mutants` asks only whether a test fails, hundreds of times: fewer examples, and none made smaller.
settings.register_profile("mutants", deadline=None, max_examples=25, phases=(Phase.explicit, Phase.generate))
settings.load_profile("annals")

TESTS = Path(__file__).parent
RESOURCES = TESTS.parent / "resources"
# The files that take longest, and what is shared with none: with several workers they begin, so that none of them is
# the one for which all the others wait at the end.
LONGEST = (
    "test_old_workspaces.py", "desktop/cli/test_cli.py", "desktop/cli/test_send_and_open.py",
    "desktop/test_request_window.py", "desktop/test_field_row.py", Path("desktop", "work", "test_judged_books.py"),
    "exporters/test_languages.py", "exporters/excel/test_sheets.py", "desktop/cli/test_requests.py",
    "desktop/test_evidence.py", "desktop/test_sheet.py", "desktop/test_identity.py", "desktop/test_records_form.py",
    "exporters/excel/forms/test_returned_forms.py", "desktop/cli/test_questions.py",
    "desktop/test_newer_definitions.py", "desktop/test_window.py", "desktop/cli/test_commands.py",
    "desktop/test_issue_panel.py", "exporters/word/test_draft.py", "desktop/test_coming_in.py",
    "schema/exchange/merging/test_laws.py", "desktop/cli/test_catalogue.py", "desktop/test_text_editor.py",
)  # fmt: skip


def pytest_addoption(parser):
    """`make test-nightly` asks for as much of each test as the programme of reliability does."""
    parser.addoption("--nightly", action="store_true", help="the programme's figures, which take hours")


def pytest_collection_modifyitems(config, items):
    """Put the longest files in front, with several workers only."""
    if hasattr(config, "workerinput"):
        places = {TESTS / name: place for place, name in enumerate(LONGEST)}
        items.sort(key=lambda item: places.get(item.path, len(places)))


def pytest_sessionstart(session):
    """A mutant is tested in a fork of a process that has run all tests: what was read there is nothing of its own."""
    if session.config.getoption("hypothesis_profile", None) == "mutants":
        from tests.remembered import forget

        forget()


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish():
    """What stays to the end is nobody's garbage: pytest looks through it several times more, for a second each run."""
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def children_called():
    """Foreign files are read in this process."""
    from schema.child_process import _Reading
    from tests.child_calls import by_a_call

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_Reading, "answer", by_a_call)
        yield


@pytest.fixture(scope="session", autouse=True)
def read_once():
    """The same definitions and the same words are read once."""
    from schema.catalogue import compiled
    from schema.catalogue.program_words import ProgramWords
    from tests.read_once import definitions_of, words_of

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(compiled, "read_json", definitions_of)
        patch.setattr(ProgramWords, "_written", property(words_of))
        yield


@pytest.fixture(scope="session", autouse=True)
def own_data_folder(tmp_path_factory):
    """What the program keeps for its user (keys, heads, what checks have found) is not that of whoever runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data")))
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture
def own_process(children_called, monkeypatch):
    """Foreign files are read in a process of their own, as the program does."""
    from schema.child_process import _Reading
    from tests.child_calls import in_a_process

    monkeypatch.setattr(_Reading, "answer", in_a_process)


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
    return {read.attachment.hash: read.content for read in found if read.attachment}.__getitem__


@pytest.fixture(scope="session")
def sample_snapshot(definitions):
    return read_sample(RESOURCES / "sample", definitions)


@pytest.fixture(scope="session")
def sample_definitions():
    """The shipped definitions with the sample company's explanations."""
    from tests import shipped

    return shipped.sample()


@pytest.fixture(scope="session")
def assert_valid_docx():
    """A way to say that Word opens a file without a word of complaint."""
    from tests.office_files import complaints

    def check(path):
        assert complaints(path) == []

    return check


@pytest.fixture(scope="session")
def kept_sample(sample_definitions):
    from tests.kept_copies import kept_copy

    def make(path):
        from schema.sample import fill_sample
        from schema.workspace import Workspace

        with Workspace.create(path, sample_definitions, "sample") as workspace:
            fill_sample(workspace, RESOURCES / "sample")

    return kept_copy("demo.annals", make)


@pytest.fixture
def sample_workspace(kept_sample, tmp_path):
    """A fresh copy of the sample workspace that the test may change."""
    return Path(shutil.copy(kept_sample, tmp_path / "demo.annals"))


@pytest.fixture(scope="session")
def postgres():
    """A PostgreSQL server of this process's own."""
    from tests.postgres_server import TestServer

    server = TestServer()
    yield server
    server.stop()


@pytest.fixture
def database(postgres):
    """An empty database of its own."""
    return postgres.database()
