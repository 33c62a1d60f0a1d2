"""How long a text of a report is asked to be: what its outline says, else what is common for its style."""

from __future__ import annotations

from collections.abc import Mapping

from schema.catalogue.outline import TextBlock, TextStyle
from schema.grammar.text_length import TextLength, parse_length

# In the reports that ship, in Chinese characters.
_COMMON: Mapping[TextStyle, str] = {
    "body": "150-400", "lead": "80-200", "letter": "600-1500", "quote": "40-120", "case": "150-350", "box": "60-250",
    "list": "60-300", "signature": "30", "notice": "60", "headline": "40", "subhead": "60", "dateline": "30",
}  # fmt: skip


def common_length(style: TextStyle, language: str) -> TextLength:
    """Return how long texts of a style commonly are, as a language counts."""
    common = parse_length(_COMMON[style])
    assert common is not None
    return common.in_language(language)


def asked_length(block: TextBlock, language: str) -> TextLength:
    """Return how long a text should be, as a language counts."""
    asked = parse_length(block.length)
    return asked.in_language(language) if asked is not None else common_length(block.style, language)
