"""The way from one open item to the next, in reading order and round again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.work.my_work import MyWork
from schema.moment import Moment
from schema.validation.contents import ItemAt
from schema.validation.shares import asked_items


@dataclass(frozen=True, slots=True)
class Stop:
    """An item in the order in which it is gone through; `subject` is its canonical text."""

    at: ItemAt
    subject: str
    open: bool


def own_stops(work: MyWork) -> tuple[Stop, ...]:
    """Return the items of somebody's own share; open is what they have to do something with."""
    return tuple(Stop(item.item.at, item.item.subject, item.to_do and item.mine) for item in work.items)


def present_stops(moment: Moment, work: MyWork) -> tuple[Stop, ...]:
    """Return the same as of a later moment: what was filled in since is open no more."""
    filled = {item.subject: item.filled for item in asked_items(moment.contents(work.share.report))}
    known = ((item, filled.get(item.item.subject, item.item.filled)) for item in work.items)
    return tuple(
        Stop(item.item.at, item.item.subject, item.mine and (item.back or now == "open")) for item, now in known
    )


def report_stops(moment: Moment, report: str) -> tuple[Stop, ...]:
    """Return everything that a report asks for; open is what is neither there nor left out with a reason."""
    order = {section.code: place for place, section in enumerate(moment.outline(report).walk())}
    items = sorted(asked_items(moment.contents(report)), key=lambda item: order[item.section])
    return tuple(Stop(item.at, item.subject, item.filled == "open") for item in items)


def neighbour(stops: Sequence[Stop], here: str, step: int) -> Stop | None:
    """Return the next open item after the subject `here` (`step` 1), or the one before it (-1), going round.

    From elsewhere it is the first, or the last. None where nothing is open but perhaps the one that is looked at.
    """
    ordered = list(stops) if step > 0 else list(reversed(stops))
    place = next((number for number, stop in enumerate(ordered) if stop.subject == here), -1)
    around = (*ordered[place + 1 :], *ordered[: max(place, 0)])
    return next((stop for stop in around if stop.open), None)
