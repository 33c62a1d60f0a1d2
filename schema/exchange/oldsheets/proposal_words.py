"""Proposals and values in words, the same on the terminal and in the window."""

from __future__ import annotations

from schema.catalogue.definitions import Catalogue
from schema.exchange.oldsheets.intake import Take
from schema.exchange.oldsheets.matching import Candidate, Proposal
from schema.exchange.oldsheets.proposal import Draft
from schema.grammar.templates import filled

# Issues that a table of the rows says already.
SAID_BY_ROWS = ("old.near", "old.near_unit", "old.unmatched")


def how_words(proposal: Proposal, catalogue: Catalogue, language: str) -> str:
    """Return why the best candidate is proposed and what speaks for or against it."""
    best = proposal.best
    if best is None:
        return catalogue.messages["old.how.none"].best(language)
    return candidate_words(best, catalogue, language, assumed=bool(proposal.assumed))


def candidate_words(candidate: Candidate, catalogue: Catalogue, language: str, *, assumed: bool = False) -> str:
    """Return why a candidate is one."""

    def words(code: str, **params: str) -> str:
        return filled(catalogue.messages[code].best(language), params)

    found = [words(f"old.how.{candidate.how}", score=str(round(candidate.score * 100)))]
    if candidate.agrees and candidate.how != "value":
        found.append(words("old.how.agrees", count=str(candidate.agrees)))
    if not candidate.fits:
        found.append(words("old.how.unit"))
    elif assumed:
        found.append(words("old.how.assumed"))
    return (", " if language == "en" else "，").join(found)


def value_words(take: Take, catalogue: Catalogue, language: str) -> str:
    """Return one value with what becomes of it."""
    return catalogue.messages[f"old.state.{take.state}"].best(language).format(new=take.new, old=take.old or "–")


def row_counts(draft: Draft) -> dict[str, int]:
    """Return how many rows are taken, near to something, like nothing, and left out by the person."""
    counts = {"taken": 0, "near": 0, "none": 0, "out": 0}
    for proposal in draft.proposals:
        if draft.target(proposal) is not None:
            counts["taken"] += 1
        elif proposal.row.identity in draft.answers:
            counts["out"] += 1
        else:
            counts["near" if proposal.best else "none"] += 1
    return counts
