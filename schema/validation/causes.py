"""Issues by their causes: one line for each, the most pressing first, alike in check, window, Word and Excel."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from schema.validation.facts import Coded, Excerpt
from schema.validation.issue import Issue, Severity

# What blocks, what two sides say differently, what looks wrong in a value, what is missing, what the catalogue lacks.
Rank = Literal["error", "contradiction", "value", "gap", "definition", "work"]
RANKS: tuple[Rank, ...] = ("error", "contradiction", "value", "gap", "definition", "work")

# A doubt's rank by its code, else by the family of its code (what stands before the first dot).
DOUBTS: Mapping[str, Rank] = {
    "contradiction": "contradiction", "published": "contradiction", "statement": "contradiction",
    # The digits explain these: nobody says anything else.
    "published.inputs": "value", "contradiction.rounding": "value", "contradiction.qualifier": "value",
    "value": "value", "unread": "value", "date": "value", "since": "value", "figure": "value", "category": "value",
    "share": "value", "total": "value", "change": "value", "slip": "value", "rule": "value", "record": "value",
    "cumulative": "value", "restatement": "value", "restated": "value", "omission": "value",
    "figure.missing": "gap", "record.none": "gap", "record.required": "gap", "missing": "gap", "blank": "gap",
    "text": "gap", "picture": "gap", "index": "gap", "carried": "gap", "matrix": "gap", "form": "gap", "note": "gap",
    "approval": "gap", "quote": "gap", "cell": "value", "evidence": "gap",
    "metric": "definition", "total.unchecked": "definition", "wording": "definition", "outline": "definition",
    "footnote": "gap", "formula": "definition", "metric.unknown": "value", "decimal": "value",
    "label": "value",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Folding:
    """What issues of one code share where they have one cause, and which fact names each of them ("" = its value)."""

    shared: Callable[[Issue], Hashable]
    named: str = ""


def _in_year(issue: Issue) -> Hashable:
    return issue.key.period if issue.key else 0


def _in_report(issue: Issue) -> Hashable:
    return issue.report, *(fact for fact in map(issue.facts.get, ("tongue", "following", "since")) if fact)


def _in_department(issue: Issue) -> Hashable:
    return issue.report, issue.facts.get("department")


def _everywhere(issue: Issue) -> Hashable:
    del issue
    return ()


def _same_slip(issue: Issue) -> Hashable:
    slip = issue.facts.get("slip")
    return _in_year(issue), slip.code if isinstance(slip, Coded) else ""


# The doubts and errors that people read in one line each; `folded.<code>` says them. All others stand alone.
FOLDINGS: Mapping[str, Folding] = {
    "missing": Folding(_in_year),
    "blank": Folding(_in_year),
    "blank.breakdown": Folding(_in_year),
    "figure.missing": Folding(_in_year),
    "change.slip": Folding(_same_slip),
    "change.far": Folding(_in_year),
    "change.none": Folding(_in_year),
    "value.unlike": Folding(_in_year),
    "slip.copied": Folding(_in_year),
    "cell.small": Folding(_in_report),
    "cell.follows": Folding(_in_report),
    "text.blank": Folding(_in_report, "section"),
    "text.language": Folding(_in_report, "section"),
    "footnote.language": Folding(_in_report),
    "text.draft": Folding(_in_report, "section"),
    "text.outdated": Folding(_in_report, "section"),
    "picture.blank": Folding(_in_report, "section"),
    "record.none": Folding(_in_report, "section"),
    "record.required": Folding(_in_report, "title"),
    "carried.text": Folding(_in_report, "section"),
    "carried.text_year": Folding(_in_report, "section"),
    "carried.records": Folding(_in_report, "section"),
    "carried.records_year": Folding(_in_report, "section"),
    "index.open": Folding(_in_report, "disclosure"),
    "request.unapproved": Folding(_in_department, "subject"),
    "request.unsubmitted": Folding(_in_department, "subject"),
    "quote.unapproved": Folding(_in_report, "subject"),
    "metric.assumed": Folding(_everywhere, "metric"),
    "metric.half_confirmed": Folding(_everywhere, "metric"),
    "metric.undefined": Folding(_everywhere, "metric"),
    "metric.repeats_name": Folding(_everywhere, "metric"),
    "metric.drifted": Folding(_everywhere, "metric"),
    "metric.untranslated": Folding(_in_report, "metric"),
    "outline.untranslated": Folding(_in_report, "section"),
    "total.unchecked": Folding(_everywhere, "metric"),
}


@dataclass(frozen=True, slots=True)
class Cause:
    """The issues of one cause, which people read in one line."""

    rank: Rank
    issues: tuple[Issue, ...]

    @property
    def code(self) -> str:
        """Return the code that its issues share."""
        return self.issues[0].code

    @property
    def severity(self) -> Severity:
        """Return the severity that its issues share."""
        return self.issues[0].severity

    @property
    def folded(self) -> bool:
        """Whether its line stands for several issues."""
        return len(self.issues) > 1


def causes(issues: Iterable[Issue]) -> tuple[Cause, ...]:
    """Return the causes by rank, those of one rank in the order of their first issues."""
    groups: dict[Hashable, list[Issue]] = {}
    for number, issue in enumerate(issues):
        folding = FOLDINGS.get(issue.code)
        shared = number if folding is None else (issue.code, issue.severity, folding.shared(issue))
        groups.setdefault(shared, []).append(issue)
    found = (Cause(rank_of(group[0]), tuple(group)) for group in groups.values())
    return tuple(sorted(found, key=lambda cause: RANKS.index(cause.rank)))


def rank_of(issue: Issue) -> Rank:
    """Return how pressing an issue is; a doubt that no rank is given to is one about a value."""
    match issue.severity:
        case "error":
            return "error"
        case "work":
            return "work"
        case "doubt":
            family = issue.code.partition(".")[0]
            return DOUBTS.get(issue.code) or DOUBTS.get(family) or "value"


def counted(found: Iterable[Cause]) -> tuple[int, int]:
    """Return how many causes are errors and how many are doubts; what is on a worklist is neither."""
    severities = [cause.severity for cause in found]
    return severities.count("error"), severities.count("doubt")


def line_of(cause: Cause, names: tuple[str, ...]) -> Issue:
    """Return what a cause's line says as one issue: its own, or one that counts and names all of them."""
    first = cause.issues[0]
    if not cause.folded:
        return first
    year = {"year": first.key.period} if first.key else {}
    told = {"count": len(cause.issues), "names": Excerpt(names)}
    return Issue(f"folded.{cause.code}", cause.severity, facts={**first.facts, **year, **told}, report=first.report)
