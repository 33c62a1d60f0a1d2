"""What a sentence that the data contradict could say instead, put in its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from schema.validation.issue import Issue

# Whose advice stands for the words that are marked; that of others is the number that a bound should cite.
CORRECTED = ("statement.direction", "statement.size", "statement.rate", "statement.differs", "statement.share")
# What a change is compared with stays: the advice says the change alone.
_AHEAD = re.compile(
    r"(?:(?:同|环|環)比|(?:较|較|比|与|與)?(?:上一?年|去年|前一年|\d{4} ?年)(?:同期)?(?:相比|比)?)[，,]?\s*"
)
_BEHIND = re.compile(
    r",?\s+(?:over|from|on|compared (?:with|to)|against|than|year[- ]on[- ]year|year over year)\b.*$", re.S
)


@dataclass(frozen=True, slots=True)
class Correction:
    """From the character `begin` to `end` of a stored text `words` (as they are stored) would be right."""

    issue: Issue
    begin: int
    end: int
    words: str

    def applied(self, text: str) -> str:
        """Return the text with the words in their place."""
        return text[: self.begin] + self.words + text[self.end :]


def corrections(issues: Sequence[Issue], text: str, judge: Callable[[str], Sequence[Issue]]) -> list[Correction]:
    """Return what can be put right in a text; `judge` holds other words against the data.

    Only what leaves less to be said against the text is offered.
    """
    found = (correction for issue in issues if (correction := _correction(issue, text)) is not None)
    return [one for one in found if len(judge(one.applied(text))) < len(issues)]


def _correction(issue: Issue, text: str) -> Correction | None:
    begin, end, words = (issue.facts.get(name) for name in ("from", "to", "instead"))
    if issue.code not in CORRECTED or not isinstance(begin, int) or not isinstance(end, int):
        return None
    if not isinstance(words, str) or not words:
        return None
    said = text[begin:end]
    ahead = _AHEAD.match(said)
    if ahead is not None and not words.startswith(ahead[0].strip()):
        begin += ahead.end()
    behind = _BEHIND.search(said)
    if behind is not None and behind[0].strip() not in words:
        end -= len(said) - behind.start()
    return Correction(issue, begin, end, words) if begin < end else None
