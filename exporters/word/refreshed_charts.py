"""Native charts of an edited draft brought up to date: what they draw and their workbooks, never their look."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any, Literal

from exporters.blocks import Block, Chart, Panel
from exporters.charts.data import ChartData
from exporters.charts.xml import chart_xml
from exporters.excel.embedded import chart_workbook
from exporters.word.parts import DOCUMENT, Parts
from exporters.word.xml_tree import parsed

_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_NAME = "annals:chart:"
_CACHES = ("strCache", "numCache")
_DIGITS = re.compile(r"[\d,.]+")


@dataclass(frozen=True, slots=True)
class ChartDone:
    """A chart with other data than before, by its id: drawn anew, or `kept` since people gave it another shape."""

    id: str
    state: Literal["updated", "kept"]


@dataclass(frozen=True, slots=True)
class _Placed:
    """A chart as it stands in the file: its drawing's properties and its part."""

    about: Any
    part: str


def refresh_charts(parts: Parts, blocks: Iterable[Block]) -> tuple[ChartDone, ...]:
    """Let each chart of a file draw today's data."""
    charts = {chart.data.id: chart for chart in _charts(blocks)}
    done: list[ChartDone] = []
    for placed, chart in _paired(list(_placed(parts)), charts, parts):
        state = _refresh(parts, placed, chart)
        if state is not None:
            done.append(ChartDone(chart.data.id, state))
    return tuple(done)


def _charts(blocks: Iterable[Block]) -> Iterator[Chart]:
    for block in blocks:
        match block:
            case Chart():
                yield block
            case Panel():
                yield from block.charts
            case _:
                pass


def _placed(parts: Parts) -> Iterator[_Placed]:
    related = parts.related(DOCUMENT)
    for chart in parts.xml(DOCUMENT).iter(_C + "chart"):
        part, frame = related.get(str(chart.get(_RELATION, "")), ""), chart.getparent().getparent().getparent()
        about = frame.find(_DRAWN)
        if part in parts and about is not None:
            yield _Placed(about, part)


def _paired(placed: list[_Placed], charts: dict[str, Chart], parts: Parts) -> Iterator[tuple[_Placed, Chart]]:
    """Yield the charts of a file with today's: by name, else, since LibreOffice drops names, by what they draw."""
    left = dict(charts)
    nameless: list[_Placed] = []
    for one in placed:
        name = str(one.about.get("name", ""))
        chart = left.pop(name.removeprefix(_NAME), None) if name.startswith(_NAME) else None
        if chart is not None:
            yield one, chart
        else:
            nameless.append(one)
    for one in nameless:
        names = _series_names(parts.xml(one.part))
        fitting = next((known for known in left.values() if tuple(s.name for s in known.data.series) == names), None)
        if fitting is not None and names:
            del left[fitting.data.id]
            yield one, fitting


def _series_names(root: Any) -> tuple[str, ...]:
    return tuple("".join(v.text or "" for v in one.iterfind(f"{_C}tx//{_C}v")) for one in root.iter(_C + "ser"))


def _refresh(parts: Parts, placed: _Placed, chart: Chart) -> Literal["updated", "kept"] | None:
    root, fresh = parts.xml(placed.part), parsed(chart_xml(chart.data))
    old, new = list(root.iter(_C + "ser")), list(fresh.iter(_C + "ser"))
    if [_drawn(one) for one in old] == [_drawn(one) for one in new]:
        return None
    if len(old) != len(new) or any(len(_caches(a)) != len(_caches(b)) for a, b in zip(old, new, strict=True)):
        return "kept"
    for before, after in zip(old, new, strict=True):
        for cache, now in zip(_caches(before), _caches(after), strict=True):
            cache.getparent().replace(cache, _alone(copy.deepcopy(now)))
        _label(before, after)
    _scale(root, fresh)
    parts.changed(placed.part)
    _renew_workbook(parts, placed.part, chart.data)
    _describe(parts, placed.about, chart.words)
    return "updated"


def _alone(cache: Any) -> Any:
    cache.tail = None
    return cache


def _caches(series: Any) -> list[Any]:
    """Return what a series draws: its name, its categories, its values."""
    return [cache for cache in series.iter(*(_C + name for name in _CACHES)) if not _in_labels(cache, series)]


def _in_labels(cache: Any, series: Any) -> bool:
    return any(one.tag == _C + "dLbls" for one in cache.iterancestors() if one is not series)


def _drawn(series: Any) -> list[tuple[str, ...]]:
    return [
        tuple(f"{point.get('idx')}={_plain(''.join(v.text or '' for v in point))}" for point in cache.iter(_C + "pt"))
        for cache in _caches(series)
    ]


def _plain(text: str) -> str:
    """Return a number in one way of writing it; other words as they are."""
    try:
        return f"{Decimal(text).normalize():f}"
    except InvalidOperation:
        return text


def _label(old: Any, new: Any) -> None:
    """Let the words around the number of a point (超过, +) be today's."""
    formats = {_index(one): one.find(_C + "numFmt") for one in new.iter(_C + "dLbl")}
    for one in old.iter(_C + "dLbl"):
        form, now = one.find(_C + "numFmt"), formats.get(_index(one))
        if form is not None and now is not None:
            form.set("formatCode", now.get("formatCode"))


def _index(label: Any) -> str:
    index = label.find(_C + "idx")
    return "" if index is None else str(index.get("val"))


def _scale(root: Any, fresh: Any) -> None:
    """Let axes that we set end where today's data ask for it."""
    old, new = list(root.iter(_C + "valAx")), list(fresh.iter(_C + "valAx"))
    for axis, now in zip(old, new, strict=False) if len(old) == len(new) else ():
        for name in ("max", "min"):
            bound, wanted = axis.find(f"{_C}scaling/{_C}{name}"), now.find(f"{_C}scaling/{_C}{name}")
            if bound is not None and wanted is not None:
                bound.set("val", wanted.get("val"))


def _renew_workbook(parts: Parts, part: str, data: ChartData) -> None:
    """Put today's data into the workbook that opens when somebody edits a chart's data."""
    for name in parts.related(part).values():
        if name.endswith(".xlsx") and name in parts:
            parts.put(name, chart_workbook(data))


def _describe(parts: Parts, about: Any, words: str) -> None:
    """Renew the words for those who cannot see a chart where nobody has written others."""
    told = str(about.get("descr", ""))
    if told and told != words and _DIGITS.sub("#", told) == _DIGITS.sub("#", words):
        about.set("descr", words)
        parts.changed(DOCUMENT)
