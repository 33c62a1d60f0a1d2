"""Whether a process still runs is asked without harm to it."""

import os

import pytest

from schema.processes import is_process_number, is_running
from tests.factories import dead_process


def test_this_process_runs_and_one_that_has_ended_does_not():
    assert is_running(os.getpid())
    assert not is_running(dead_process())


def test_a_process_of_somebody_else_runs(monkeypatch):
    def refuse(*_):
        raise PermissionError

    monkeypatch.setattr(os, "kill", refuse)
    assert is_running(os.getpid())


@pytest.mark.parametrize("pid", [0, -1, -12345, 2**32, 10**40])
def test_what_is_no_number_of_one_process_is_not_asked_for(monkeypatch, pid):
    monkeypatch.setattr(os, "kill", lambda *_: pytest.fail("asked"))
    assert not is_running(pid)
    assert not is_process_number(pid)


@pytest.mark.parametrize("pid", [1, 2**31, 2**32 - 1])
def test_numbers_that_some_system_gives_are_process_numbers(pid):
    assert is_process_number(pid)


@pytest.mark.skipif(os.name == "nt", reason="there it is one")
def test_a_number_larger_than_the_system_can_take_is_of_no_process():
    assert not is_running(2**32 - 1)
