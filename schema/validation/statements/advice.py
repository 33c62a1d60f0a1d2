"""What a sentence should say of a change instead, in its own kind: a difference, points, a level, a multiple."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from schema.catalogue.kinds import PERCENT
from schema.grammar.decimals import EXACT, quotient
from schema.validation.statements.changes import Change
from schema.validation.statements.measures import in_unit
from schema.validation.statements.scene import Scene
from schema.validation.statements.statement import Claim, Comparison, Statement, Time
from schema.validation.statements.wording import change_words, like_typed
from schema.values.display import Display, group_number, show_percent

_ONE, _TWO = Decimal(1), 2
_POINTS = ("百分点", "百分點", "point", "pp")


@dataclass(frozen=True, slots=True)
class Said:
    """What a sentence says of a change: its claim, the number behind it; `reached`: that is the level come to."""

    language: str
    claim: Claim
    size: Statement | None
    reached: bool = False
    linked_change: bool = False


def advice(said: Said, change: Change, scene: Scene) -> str:
    """Return the change as the sentence would say it."""
    return change_words(said.language, said.claim, change.difference, _size(said, change, scene))


def _size(said: Said, change: Change, scene: Scene) -> str:
    size, metric = said.size, scene.metric(change.now)
    if size is not None and size.link is not None:
        return size.quote if said.linked_change or said.reached else _percent(change)
    if size is None or metric is None or said.claim.sense == "double":
        return _percent(change)
    if size.multiple:
        return _multiple(change) if said.language != "en" else _percent(change)
    points = metric.in_percent and any(word in size.quote.lower() for word in _POINTS)
    if size.units == (PERCENT,) and not (said.reached or points):
        return _percent(change)
    told = in_unit(size, metric, scene.figures.catalogue)
    truth = change.value if said.reached else change.difference.copy_abs()
    if told is None:
        return _percent(change)
    shown = Display(metric, scene.figures.catalogue, said.language).show(truth, with_unit=True)
    return like_typed(size, told, truth) or shown


def _percent(change: Change) -> str:
    return "" if change.percent is None else show_percent(change.percent.copy_abs())


def _multiple(change: Change) -> str:
    """Return by how many times something grew, as Chinese counts it: 增长 1.5 倍 is two and a half times as much."""
    grown = EXACT.subtract(quotient(change.value, change.earlier), _ONE) if change.earlier > 0 else Decimal(0)
    return f"{_short(grown)} 倍" if grown >= _ONE else _percent(change)


def multiple_advice(text: str, basis: Comparison | Time, size: Statement, change: Change) -> str:
    """Return the words that tell how many times as much there is as at another time: 上年的 1.96 倍."""
    ratio = quotient(change.value, change.earlier)
    if basis.end <= size.start:
        return f"{basis.quote}{'' if basis.quote.endswith('的') else '的'} {_short(ratio)} 倍"
    return f"{_short(ratio)} times{text[size.end : basis.end]}"


def _short(number: Decimal) -> str:
    shown = group_number(number, _TWO)
    return shown.rstrip("0").rstrip(".")
