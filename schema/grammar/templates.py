"""Sentences with places to fill: `没有指标“{name}”。[[是否想写“{near}”？]]`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from string import Formatter

_ASIDE = re.compile(r"\[\[(.*?)\]\]")


def filled(template: str, places: Mapping[str, str]) -> str:
    """Return a sentence with its places filled. What stands in `[[ ]]` is said only where each place in it is filled.

    So a sentence that may suggest something also reads well where there is nothing to suggest.
    """

    def aside(part: re.Match[str]) -> str:
        return part[1] if all(places[name] for _, name, _, _ in Formatter().parse(part[1]) if name) else ""

    return (_ASIDE.sub(aside, template) if "[[" in template else template).format(**places)
