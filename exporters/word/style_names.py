"""Which style of the template a block's words have, and how large its figures are."""

from __future__ import annotations

from collections.abc import Mapping

from exporters.charts.data import ChartData
from exporters.content import ParagraphStyle

PARAGRAPHS: Mapping[ParagraphStyle, str] = {
    "body": "BodyText",
    "lead": "Lead",
    "letter": "Letter",
    "quote": "Quote",
    "case": "BodyText",
    "box": "BodyText",
    "list": "ListBullet",
    "signature": "Signature",
    "title": "Subtitle",
    "note": "Source",
    "notice": "Notice",
    "headline": "Headline",
    "subhead": "Subheadline",
    "dateline": "BodyText",
    "speaker": "QuoteSource",
}
# Millimetres, as all that follow. Three small charts and the spaces between them are as wide as the text.
SMALL_CHART = (53, 42)
SMALL_IN_A_ROW = 3
_WIDE_CHART = 162
_SCATTER_SIZE = (_WIDE_CHART, 108)
_HIGH = 58
_BAR, _ABOVE_BARS = 9, 6
_MOST_COLUMNS = 12  # more of them need more room


def chart_size(data: ChartData) -> tuple[int, int]:
    """Return how wide and how high a chart stands, in millimetres."""
    if data.small:
        return SMALL_CHART
    if data.kind == "scatter":
        return _SCATTER_SIZE
    count = len(data.categories)
    if data.kind == "shares":
        return (_WIDE_CHART, _ABOVE_BARS + _BAR * max(2, count))
    if data.kind == "bar":
        return (_WIDE_CHART, _ABOVE_BARS + _BAR * max(3, count))
    return (_WIDE_CHART, _HIGH + (6 if len(data.series) > 1 else 0) + max(0, count - _MOST_COLUMNS) * 4)
