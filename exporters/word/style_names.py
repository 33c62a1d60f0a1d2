"""Which style of the template a block's words have, how large its figures are, and what stands side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from exporters.charts.data import ChartData
from exporters.content import Block, Chart, ParagraphStyle

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
PAIRED_CHART_SIZE = (78, 62)  # millimetres, as all that follow
_CHART_SIZE = (162, 78)
_ROUND_CHART_SIZE = (110, 66)
_SCATTER_SIZE = (162, 108)
_CATEGORIES = 12  # more of them need more room


def chart_size(data: ChartData) -> tuple[int, int]:
    """Return how wide and how high a chart stands, in millimetres."""
    if data.round:
        return _ROUND_CHART_SIZE
    if data.kind == "scatter":
        return _SCATTER_SIZE
    return (_CHART_SIZE[0], _CHART_SIZE[1] + max(0, len(data.categories) - _CATEGORIES) * 4)


def paired(blocks: Sequence[Block]) -> Iterator[Block | tuple[Chart, Chart]]:
    """Let two round charts that follow each other stand side by side."""
    number = 0
    while number < len(blocks):
        block, after = blocks[number], blocks[number + 1] if number + 1 < len(blocks) else None
        if isinstance(block, Chart) and isinstance(after, Chart) and block.data.round and after.data.round:
            yield block, after
            number += 2
        else:
            yield block
            number += 1
