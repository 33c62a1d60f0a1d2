"""What is found in the words of a text while they are written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from schema.validation.issue import Issue

if TYPE_CHECKING:
    from schema.validation.statements.worklist import Offer


@dataclass(frozen=True, slots=True)
class Judged:
    """What was found in one language of a text: issues with the characters that they are about, and offers of links."""

    issues: tuple[Issue, ...] = ()
    offers: tuple[Offer, ...] = ()
