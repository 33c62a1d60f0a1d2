"""What a new metric is like: names nearly the same, and from the nearest one what is proposed for the new one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from desktop.work.structure.codes import initials
from schema.catalogue.definitions import Catalogue, Metric, Unit
from schema.catalogue.kinds import PERCENT
from schema.grammar.words import LANGUAGES, Words

_ALIKE, _NEAR = 0.5, 0.72
_MODELS = 12
_SHARES = ("率", "占比", "佔比", "比例", "比重", "share", "rate", "percentage")


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a new metric probably is; each is shown before it is kept."""

    unit: str = ""
    whole_numbers: bool = False
    timing: str = "flow"
    department: str = ""
    disclosures: tuple[tuple[str, tuple[str, ...]], ...] = ()


def similar(catalogue: Catalogue, text: str, most: int = 3, least: float = _ALIKE) -> tuple[Metric, ...]:
    """Return the metrics with the names that are nearest to a text in any language, nearest first."""
    typed = text.strip().lower()
    if len(typed) < 2:
        return ()
    ranks = ((_likeness(typed, one.name, least), one) for one in catalogue.metrics.values())
    ranked = sorted((found for found in ranks if found[0] >= least), key=lambda found: -found[0])
    return tuple(one for _, one in ranked[:most])


def nearly_same(catalogue: Catalogue, text: str) -> tuple[Metric, ...]:
    """Return the metrics that may be meant by a text: one of them may already be what is asked for."""
    return similar(catalogue, text, least=_NEAR)


def _likeness(typed: str, name: Words, least: float) -> float:
    """Return how alike the nearest wording of a name is; what is less than `least` need not be told exactly."""
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(typed)
    best = 0.0
    for known in {name.get(language).lower() for language in LANGUAGES} - {""}:
        matcher.set_seq1(known)
        floor = max(best, least - 0.01)
        if matcher.real_quick_ratio() > floor and matcher.quick_ratio() > floor:
            best = max(best, matcher.ratio())
    return best


def proposal(catalogue: Catalogue, text: str, beside: Iterable[str], department: str) -> Proposal:
    """Propose what a metric of this name is: as the nearest name, else as most of those `beside` it (codes).

    `department` is that of the place where it is put; it goes before that of a metric alike.
    """
    is_share = any(word in text.lower() for word in _SHARES) and PERCENT in catalogue.units
    others = [catalogue.metrics[code] for code in beside if code in catalogue.metrics]
    model = _model(catalogue, text, others, is_share=is_share)
    if model is None:
        unit = PERCENT if is_share else next(iter(catalogue.units), "")
        return Proposal(unit, department=department or next(iter(catalogue.departments), ""))
    unit = PERCENT if is_share else model.unit
    return Proposal(unit, model.traits.counted and not is_share, model.timing, department or model.department)


def _model(catalogue: Catalogue, text: str, others: list[Metric], *, is_share: bool) -> Metric | None:
    """Return what a metric is taken to be like: of what is counted none that is a share, and the name's end tells."""
    near = [one for one in similar(catalogue, text, _MODELS) if is_share or one.unit != PERCENT]
    known = [one for one in catalogue.metrics.values() if is_share or one.unit != PERCENT]
    end = _last_word(text)
    alike = [[one for one in found if end and end in _ends(one.name)] for found in (near, known)]
    beside = [one for one in others if is_share or one.unit != PERCENT]
    return next(iter(alike[0]), None) or _usual(alike[1]) or next(iter(near), None) or _usual(beside)


def _last_word(text: str) -> str:
    """Return what a name ends with: of Chinese the last two characters."""
    words = text.strip().lower().split()
    return "" if not words else words[-1] if words[-1].isascii() else words[-1][-2:]


def _ends(name: Words) -> set[str]:
    return {_last_word(name.get(language)) for language in LANGUAGES}


def _usual(metrics: list[Metric]) -> Metric | None:
    counted = Counter((one.unit, one.kind) for one in metrics)
    usual = counted.most_common(1)[0][0] if counted else None
    return next((one for one in metrics if (one.unit, one.kind) == usual), None)


def conversions(catalogue: Catalogue, unit: str) -> tuple[Unit, ...]:
    """Return the units that may be typed in place of one: they are converted."""
    known = catalogue.units.get(unit)
    if known is None:
        return ()
    return tuple(one for one in catalogue.units.values() if one.dimension == known.dimension and one.code != unit)


def found(catalogue: Catalogue, text: str, most: int = 40) -> tuple[Metric, ...]:
    """Return the metrics that a search means: by a part of name or code, or by the initials of the name's sounds."""
    typed = text.strip().lower()
    hits = [one for one in catalogue.metrics.values() if _meets(one, typed)]
    return tuple(sorted(hits, key=lambda one: not one.name.zh_hans.startswith(typed))[:most])


def _meets(metric: Metric, typed: str) -> bool:
    words = (metric.code, *(metric.name.get(language).lower() for language in LANGUAGES))
    return any(typed in one for one in words) or typed in initials(metric.name.zh_hans)
