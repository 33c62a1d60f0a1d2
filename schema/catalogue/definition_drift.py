"""Definitions that changed under their values: what a metric counts is not the same in all years any more."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import replace

from schema.catalogue.compiled import with_hash
from schema.catalogue.definitions import Metric
from schema.catalogue.outline import Definitions
from schema.grammar.words import NO_WORDS

_NONE = "-"


def settle(old: Definitions, new: Definitions, valued: Collection[str]) -> Definitions:
    """Return the new definitions with the list of metrics that changed without a word about it.

    `valued` are the metrics that have values. A metric leaves the list when a change is dated in its definition, or
    when it is again what it was.
    """
    drifted: dict[str, str] = {}
    for code, metric in new.catalogue.metrics.items():
        was = old.catalogue.metrics.get(code)
        if was is None:
            continue
        # What was only assumed was never what values were entered under: the first words of a person change nothing.
        meant = replace(was, definition=NO_WORDS) if was.assumed else was
        origin = old.drifted.get(code) or (fingerprint(meant) if code in valued else "")
        if origin and differs(metric, origin) and not set(metric.changed) - set(was.changed):
            drifted[code] = origin
    return with_hash(replace(new, drifted=drifted))


def fingerprint(metric: Metric) -> str:
    """Return unit and definition in short: `unit digest`."""
    words = metric.definition
    text = "\n".join((words.zh_hans, words.zh_hant, words.en)) if words else ""
    return f"{metric.unit} {hashlib.sha256(text.encode()).hexdigest()[:12] if text else _NONE}"


def differs(metric: Metric, origin: str) -> bool:
    """Whether a metric is another than its values were entered under; a first definition changes nothing."""
    unit, _, digest = origin.partition(" ")
    now = fingerprint(metric).partition(" ")[2]
    return metric.unit != unit or (digest not in (_NONE, now))


def unit_of(origin: str) -> str:
    """Return the unit that values were entered in."""
    return origin.partition(" ")[0]
