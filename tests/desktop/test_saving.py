"""Saving as typed: nothing newer is ever overwritten, and nothing is called saved before it is."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import QObject

from desktop.window.session.saving import Saver
from schema.grammar.reference import Key
from schema.values.changes import keep
from schema.values.datapoint import DataPoint

GAS = Key("energy.gas", 2022)


class Worker:
    """Stands for the worker's thread: does its next piece of work when it is told to."""

    def __init__(self) -> None:
        self.waiting = []

    def run(self, work, done, failed) -> None:
        self.waiting.append((work, done, failed))

    def go(self) -> None:
        work, done, failed = self.waiting.pop(0)
        try:
            result = work()
        except OSError as error:
            failed(error)
        else:
            done(result)


class Disk:
    """Takes values, or refuses them while it is full."""

    def __init__(self) -> None:
        self.full = False
        self.values = []

    def apply(self, changes) -> None:
        if self.full:
            raise OSError("full")
        self.values += [change.after.value for change in changes]


def change(value: int):
    return keep(DataPoint(GAS, Decimal(value)))


@pytest.fixture
def disk() -> Disk:
    return Disk()


@pytest.fixture
def worker() -> Worker:
    return Worker()


@pytest.fixture
def saver(qapp, disk, worker):
    parent = QObject()
    yield Saver(disk.apply, worker, parent)
    parent.deleteLater()


def test_a_value_is_saved_only_when_its_newest_change_is(saver, worker):
    saver.save([change(1)])
    saver.save([change(2)])
    worker.go()
    assert (saver.state(GAS), saver.open()) == ("saving", 1)
    worker.go()
    assert (saver.state(GAS), saver.open()) == ("saved", 0)


def test_a_failed_change_is_kept_and_sent_again(saver, worker, disk):
    disk.full = True
    saver.save([change(1)])
    worker.go()
    assert (saver.state(GAS), saver.open()) == ("failed", 1)
    disk.full = False
    saver.try_again()
    worker.go()
    assert (disk.values, saver.state(GAS), saver.open()) == ([1], "saved", 0)


def test_a_failed_change_never_comes_after_a_newer_one(saver, worker, disk):
    disk.full = True
    saver.save([change(1)])
    worker.go()
    disk.full = False
    saver.save([change(2)])
    saver.try_again()
    while worker.waiting:
        worker.go()
    assert disk.values == [2]
    assert saver.state(GAS) == "saved"


def test_an_older_change_that_fails_does_not_stand_in_the_way_of_a_newer_one(saver, worker, disk):
    saver.save([change(1)])
    saver.save([change(2)])
    disk.full = True
    worker.go()
    disk.full = False
    worker.go()
    saver.try_again()
    assert (disk.values, worker.waiting, saver.state(GAS)) == ([2], [], "saved")
