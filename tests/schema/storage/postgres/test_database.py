"""A workspace in a database of a server: what a file has no counterpart for."""

import threading

import psycopg
import pytest

from schema.errors import WorkspaceError
from schema.grammar.location import DatabaseUrl
from schema.place import place_of
from schema.workspace import Workspace
from tests.factories import change, small_definitions, ticking


@pytest.fixture
def url(database):
    """A database with an empty workspace."""
    Workspace.create(database, small_definitions(), "李编辑", ticking()).close()
    return database


def sql(url, statement):
    with psycopg.connect(url.url.replace("+psycopg", "")) as connection:
        return connection.execute(statement)


def refusal(work):
    with pytest.raises(WorkspaceError) as caught:
        work()
    return caught.value.code


def opening(url):
    return lambda: Workspace.open(url, write=False)


def test_everything_goes_to_a_server_and_back(path, database, tmp_path):
    with Workspace.open(path, write=True, who="李编辑") as workspace:
        workspace.apply([change("energy.gas", year, f"{year}.50") for year in range(1990, 2020)], "typed")
        workspace.apply([change("energy.gas", 1999, "7")], "corrected")
        workspace.copy(database)
        wanted = (workspace.snapshot(), workspace.history(), workspace.head, workspace.definitions)
    with Workspace.open(database, write=False) as copied:
        assert (copied.snapshot(), copied.history(), copied.head, copied.definitions) == wanted
        assert copied.verify() == ()
        copied.copy(tmp_path / "back.annals")
    with Workspace.open(tmp_path / "back.annals", write=False) as back:
        assert (back.snapshot(), back.history(), back.head, back.definitions) == wanted
        assert back.verify() == ()


def test_what_is_copied_can_be_worked_on(path, database):
    with Workspace.open(path, write=True, who="李编辑") as workspace:
        workspace.apply([change("energy.gas", 2020, "1")])
        workspace.copy(database)
    with Workspace.open(database, write=True, who="王编辑") as copied:
        copied.apply([change("energy.gas", 2020, "2"), change("energy.gas", 2021, "3")])
        assert [entry.who for entry in copied.history("energy.gas")] == ["李编辑", "王编辑", "王编辑"]
        assert copied.verify() == ()


def test_a_damaged_workspace_is_not_copied(path, database):
    import sqlite3

    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE history SET who = 'somebody else'")
    connection.close()
    with Workspace.open(path, write=False) as workspace:
        assert refusal(lambda: workspace.copy(database)) == "copy.damaged"
    assert refusal(opening(database)) == "workspace.no_workspace"


def test_a_database_with_a_workspace_or_with_anything_else_is_left_alone(path, url, postgres):
    with Workspace.open(path, write=False) as workspace:
        assert refusal(lambda: workspace.copy(url)) == "workspace.database_taken"
        other = postgres.database()
        sql(other, "CREATE TABLE invoices (id integer)")
        assert refusal(lambda: workspace.copy(other)) == "workspace.database_used"
    assert refusal(opening(other)) == "workspace.no_workspace"


def test_a_database_that_cannot_hold_every_letter_takes_no_workspace(path, postgres):
    postgres.sql("CREATE DATABASE latin ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0")
    latin = DatabaseUrl(f"postgresql+psycopg://annals@127.0.0.1:{postgres.port}/latin")
    with Workspace.open(path, write=False) as workspace:
        assert refusal(lambda: workspace.copy(latin)) == "workspace.database_encoding"


def test_who_may_only_read_is_told_so(url, postgres):
    postgres.sql("CREATE ROLE reader LOGIN")
    postgres.sql("GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader", database=url.name)
    with Workspace.open(DatabaseUrl(url.url.replace("annals@", "reader@")), write=True, who="R") as workspace:
        assert workspace.verify() == ()
        assert refusal(lambda: workspace.apply([change("energy.gas", 2020, "1")])) == "workspace.server_denied"


def test_what_is_not_there_is_named(url, postgres):
    assert refusal(opening(postgres.database())) == "workspace.no_workspace"
    assert refusal(opening(DatabaseUrl(f"{url}_none"))) == "workspace.no_database"
    assert refusal(opening(DatabaseUrl("postgresql+psycopg://annals@127.0.0.1:1/x"))) == "workspace.no_server"
    assert refusal(opening(DatabaseUrl("postgresql+psycopg://:::/x"))) == "workspace.bad_url"


def test_no_password_is_ever_shown(url):
    secret = DatabaseUrl(url.url.replace("annals@", "annals:geheim@").replace("/company", ":1/company"))
    assert "geheim" not in str(secret)
    assert "geheim" not in repr(secret)
    assert "geheim" not in str(DatabaseUrl(f"{url}?password=geheim"))
    with pytest.raises(WorkspaceError) as caught:
        Workspace.open(DatabaseUrl(secret.url + "_none"), write=False)
    assert "geheim" not in str(caught.value.params)


def test_a_newer_revision_is_refused_and_an_older_one_upgraded(url):
    sql(url, "UPDATE alembic_version SET version_num = '0099'")
    assert refusal(opening(url)) == "workspace.newer_database"
    sql(url, "UPDATE alembic_version SET version_num = '0016'")
    with Workspace.open(url, write=False) as workspace:
        assert workspace.verify() == ()
    assert refusal_number(url) == "0017"


def refusal_number(url):
    with psycopg.connect(url.url.replace("+psycopg", "")) as connection:
        return connection.execute("SELECT version_num FROM alembic_version").fetchone()[0]


def test_what_acts_by_itself_and_what_was_added_is_found(url):
    sql(url, "ALTER TABLE data_point ADD COLUMN hidden text")
    sql(url, "CREATE FUNCTION gone() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'")
    sql(url, "CREATE TRIGGER eats BEFORE INSERT ON data_point FOR EACH ROW EXECUTE FUNCTION gone()")
    with Workspace.open(url, write=False) as workspace:
        told = [issue.facts["reason"] for issue in workspace.verify()]
    assert told == ["column data_point.hidden", "trigger eats on data_point"]


def test_many_writers_lose_nothing(url):
    def write(number):
        with Workspace.open(url, write=True, who=f"W{number}") as workspace:
            for year in range(2000, 2005):
                workspace.apply([change("energy.gas", year - 10 * number, str(year))])

    threads = [threading.Thread(target=write, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with Workspace.open(url, write=False) as workspace:
        assert len(workspace.snapshot().points) == 30
        assert len(workspace.history("energy.gas")) == 30
        assert workspace.verify() == ()


def test_a_command_waits_for_the_one_before_it(url):
    order = []
    first = Workspace.open_briefly(url, who="A")

    def second():
        with Workspace.open_briefly(url, who="B"):
            order.append("second")

    thread = threading.Thread(target=second)
    thread.start()
    thread.join(0.5)
    order.append("first")
    first.close()
    thread.join(30)
    assert order == ["first", "second"]


def test_what_the_server_stored_before_its_answer_was_lost_counts_once(url, monkeypatch):
    with Workspace.open(url, write=True, who="me") as workspace:
        workspace.apply([change("energy.gas", 2019, "1")])
        whole, lost = psycopg.Connection.commit, []

        def cut_off(connection):
            whole(connection)
            if not lost:
                lost.append(connection)
                connection.close()
                raise psycopg.OperationalError("the connection is gone")

        monkeypatch.setattr(psycopg.Connection, "commit", cut_off)
        entries = workspace.apply([change("energy.gas", 2020, "2")])
        assert lost
        assert [entry.new for entry in workspace.history("energy.gas")][-1] == entries[0].new
        assert len(workspace.history("energy.gas")) == 2
        assert workspace.verify() == ()


def test_nobody_holds_a_database_alone(url):
    place = place_of(url)
    with Workspace.open(url, write=True, who="A") as one, Workspace.open(url, write=True, who="B") as other:
        assert place.holder() is None
        one.apply([change("energy.gas", 2020, "1")])
        other.apply([change("energy.gas", 2021, "2")])
        assert one.snapshot() == other.snapshot()
    assert place.backups() == ()


def test_a_killed_server_comes_back_with_all_that_it_had_acknowledged(postgres, url):
    with Workspace.open(url, write=True, who="me") as workspace:
        workspace.apply([change("energy.gas", 2020, "1")])
        postgres.kill()
        postgres.start()
        workspace.apply([change("energy.gas", 2021, "2")])
        assert len(workspace.snapshot().points) == 2
        assert workspace.verify() == ()
