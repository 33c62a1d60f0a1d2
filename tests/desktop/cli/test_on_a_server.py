"""Each command does the same with a workspace on a server as with one in a file."""

import pytest

from desktop.cli.main import main
from schema.grammar.location import DatabaseUrl
from schema.workspace import Workspace

READING = (
    "reports", "template", "values", "check", "coverage", "history", "people", "requests", "contradictions", "evidence",
    "freezes", "answers", "questions", "owners", "review", "pictures",
)  # fmt: skip


@pytest.fixture
def server_copy(sample_workspace, database):
    """The sample in a database, as a person writes it."""
    with Workspace.open(sample_workspace, write=False) as workspace:
        workspace.copy(database)
    return database.url


def said(capsys, *words):
    status = main([*map(str, words), "--language", "en"])
    told = capsys.readouterr()
    return status, told.out, told.err


def test_what_is_read_is_the_same(sample_workspace, server_copy, capsys):
    for command in READING:
        more = ("--report", "csr-2022") if command in ("coverage", "owners") else ()
        assert said(capsys, command, server_copy, *more) == said(capsys, command, sample_workspace, *more), command


def test_what_is_written_is_kept_and_verified(server_copy, capsys, tmp_path):
    table = tmp_path / "figures.csv"
    table.write_text("metric,period,value\nenergy.gas,2010,5\n", "utf-8")
    due = ("--report", "csr-2022", "--due", "2027-01-01")
    for words in (
        ("people", "--add", "王", "--department", "csr", "--role", "editor"), ("import", table), ("request", *due),
        ("freeze", "F1", "--reason", "r"), ("next", "--from", "csr-2022", "--to", "csr-2023"),
    ):  # fmt: skip
        status, _, told = said(capsys, words[0], server_copy, *words[1:], "--as", "王")
        assert status in (0, 1), (words, told)
    status, told, _ = said(capsys, "verify", server_copy)
    assert status == 0
    assert "History" in told
    assert said(capsys, "diff", server_copy, "F1")[0] == 0


@pytest.mark.parametrize("call", [("backup",), ("restore", "a.backup"), ("open", "a.annalspack")])
def test_where_a_file_is_needed_a_database_is_refused_by_one_sentence(server_copy, capsys, sample_workspace, call):
    command, first = call[0], call[1] if call[1:] else sample_workspace
    status, out, told = said(capsys, command, first, "--to", server_copy)
    assert (status, out) == (2, "")
    assert told.count("\n") == 1
    assert str(DatabaseUrl(server_copy)) in told


def test_backups_of_a_database_are_the_servers(server_copy, capsys):
    assert said(capsys, "backups", server_copy)[:2] == (
        0, f"{server_copy} is on a database server, whose administrator arranges its backups; for a file of your own use "
        "annals backup.\n"
    )  # fmt: skip
