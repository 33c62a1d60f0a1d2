"""Who has a database open hears what others do there."""

import queue
from decimal import Decimal

import pytest

from schema.grammar.reference import Key
from schema.storage.postgres.messages import heard, written
from schema.values.changes import keep
from schema.values.datapoint import DataPoint
from schema.values.watching import Changed, Present
from schema.workspace import Workspace
from tests.factories import small_definitions, ticking

GAS = Key("energy.gas", 2022)
HERE = Present("王芳", "desk-1", "csr-2022", "green.energy")


@pytest.fixture
def two(database):
    """Two who have one database open."""
    with (
        Workspace.create(database, small_definitions(), "李编辑", ticking()) as one,
        Workspace.open(database, write=True) as other,
    ):
        yield one, other


def test_a_change_is_heard_by_the_others_with_the_head_of_the_history(two):
    one, other = two
    news: queue.Queue[object] = queue.Queue()
    watch, own = other.listen(news.put), one.listen(lambda _: None)
    own.say(HERE)
    assert news.get(timeout=10) == HERE  # both listen
    one.apply([keep(DataPoint(GAS, Decimal(1)))])
    assert news.get(timeout=10) == Changed(one.head)
    assert other.snapshot().points[GAS].value == 1
    one.apply([keep(DataPoint(GAS, Decimal(1)))])  # changes nothing
    watch.stop()
    own.stop()
    assert news.empty()


def test_after_a_lost_connection_it_is_said_that_something_may_have_changed(two, postgres):
    news: queue.Queue[object] = queue.Queue()
    watch = two[1].listen(news.put)
    two[0].listen(lambda _: None).say(HERE)
    assert news.get(timeout=10) == HERE
    postgres.kill()
    postgres.start()
    assert news.get(timeout=20) == Changed("")
    watch.stop()


def test_who_leaves_is_heard_to_be_nowhere(two):
    news: queue.Queue[object] = queue.Queue()
    watch, own = two[1].listen(news.put), two[0].listen(lambda _: None)
    own.say(HERE)
    assert news.get(timeout=10) == HERE
    own.say(Present(HERE.who, HERE.desk))
    own.stop()
    assert news.get(timeout=10) == Present(HERE.who, HERE.desk)
    watch.stop()


def test_in_a_file_nobody_is_heard_of(tmp_path):
    with Workspace.create(tmp_path / "a.annals", small_definitions(), "李编辑", ticking()) as workspace:
        watch = workspace.listen(lambda _: pytest.fail("nobody is there"))
        watch.say(HERE)
        watch.stop()


@pytest.mark.parametrize("message", ["", "{", "[1]", "7", '{"who": "a"}', '{"who": 1, "desk": "d"}', '{"head": 5}'])
def test_a_message_of_somebody_else_is_none(message):
    assert heard(message) is None


def test_a_place_is_read_as_it_was_written():
    assert heard(written(HERE)) == HERE
    assert heard('{"head": "ab"}') == Changed("ab")
