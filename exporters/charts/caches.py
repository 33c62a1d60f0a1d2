"""What a series refers to in a workbook, with the caches from which Word and viewers draw."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from openpyxl.chart.data_source import AxDataSource, NumData, NumDataSource, NumRef, NumVal, StrData, StrRef, StrVal
from openpyxl.chart.series import Series, SeriesLabel

from exporters.charts.data import ChartData, ChartPlace


def bare_series(data: ChartData, place: ChartPlace, number: int) -> Series:
    """Return a series (from 0) with its references and caches, without any look."""
    return Series(
        idx=number,
        order=number,
        tx=SeriesLabel(strRef=StrRef(f=place.name(number), strCache=strings((data.series[number].name,)))),
        cat=categories(data, place),
        val=_values(data, place, number),
    )


def categories(data: ChartData, place: ChartPlace) -> AxDataSource:
    """Return the names of the categories."""
    reference = place.categories(len(data.categories))
    return AxDataSource(strRef=StrRef(f=reference, strCache=strings(data.categories)))


def _values(data: ChartData, place: ChartPlace, number: int) -> NumDataSource:
    values = data.series[number].values
    cache = numbers(values, data.number_format)
    return NumDataSource(numRef=NumRef(f=place.values(number, len(values)), numCache=cache))


def numbers(values: Sequence[Decimal | None], number_format: str) -> NumData:
    """Return numbers as a chart keeps them; a gap has none."""
    points = [NumVal(idx=i, v=repr(float(value))) for i, value in enumerate(values) if value is not None]
    return NumData(formatCode=number_format, ptCount=len(values), pt=points)


def strings(texts: Sequence[str]) -> StrData:
    """Return words as a chart keeps them."""
    return StrData(ptCount=len(texts), pt=[StrVal(idx=i, v=text) for i, text in enumerate(texts)])
