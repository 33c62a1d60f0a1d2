"""What follows from a snapshot: figures, issues and how far each section is. Pure; runs off the UI thread."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from desktop.work.section_plan import section_images, section_keys, section_records, section_slots
from schema.catalogue.outline import Definitions, Outline
from schema.grammar.reference import Key
from schema.validation.issue import FieldAt, IndexAt, Issue, ListAt
from schema.values.datapoint import Snapshot
from schema.values.figures import Figures
from schema.values.image_slots import placed_picture
from schema.values.record_places import block_rows
from schema.values.subject import TextAt


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a section with all below it is: values that are there of those asked, and open issues."""

    filled: int = 0
    asked: int = 0
    errors: int = 0
    doubts: int = 0

    def plus(self, other: Progress) -> Progress:
        """Return both together."""
        return Progress(
            self.filled + other.filled,
            self.asked + other.asked,
            self.errors + other.errors,
            self.doubts + other.doubts,
        )


@dataclass(frozen=True, slots=True)
class Analysis:
    """One full check of one snapshot; `progress` is keyed by (report, section)."""

    figures: Figures
    issues: tuple[Issue, ...] = ()
    progress: Mapping[tuple[str, str], Progress] = field(default_factory=dict["tuple[str, str]", Progress])


@dataclass(frozen=True, slots=True)
class Found:
    """Issues by what they are about."""

    by_key: Mapping[Key, tuple[Issue, ...]]
    by_slot: Mapping[tuple[str, str], tuple[Issue, ...]]


def _one(filled: bool, issues: tuple[Issue, ...]) -> Progress:
    errors = sum(issue.severity == "error" for issue in issues)
    return Progress(int(filled), 1, errors, len(issues) - errors)


def analyse(definitions: Definitions, snapshot: Snapshot, figures: Figures) -> Analysis:
    """Run every check and count per section."""
    from schema.validation.check import check  # deferred: the first values are on the screen without it

    issues = check(definitions, snapshot, figures)
    found = Found(group_by_key(issues), group_by_slot(issues))
    progress: dict[tuple[str, str], Progress] = {}
    for outline in definitions.outlines.values():
        _count_outline(outline, snapshot, figures, found, progress)
    return Analysis(figures, issues, progress)


def recheck(
    definitions: Definitions, figures: Figures, changed: Iterable[Key], watched: Iterable[Key]
) -> tuple[Figures, dict[Key, tuple[Issue, ...]]]:
    """Check the changed keys and the figures on the screen, compute all of it, so that the UI thread only reads."""
    from schema.validation.check import check_point

    shown = tuple(watched)
    metrics = definitions.catalogue.metrics
    follow = [key for key in shown if metrics[key.metric].formula is not None]
    for key in shown:
        figures.value(key)
    return figures, {key: check_point(definitions, figures, key) for key in (*changed, *follow)}


def group_by_key(issues: Iterable[Issue]) -> dict[Key, tuple[Issue, ...]]:
    """Return the issues of each key, errors first."""
    groups: dict[Key, list[Issue]] = defaultdict(list)
    for issue in issues:
        if isinstance(issue.at, Key):
            groups[issue.at].append(issue)
    return {key: tuple(sorted(found, key=lambda i: i.severity != "error")) for key, found in groups.items()}


def group_by_slot(issues: Iterable[Issue]) -> dict[tuple[str, str], tuple[Issue, ...]]:
    """Return the issues of each text, by report and slot."""
    groups: dict[tuple[str, str], list[Issue]] = defaultdict(list)
    for issue in issues:
        if place := slot_of(issue):
            groups[issue.report, place].append(issue)
    return {place: tuple(found) for place, found in groups.items()}


def slot_of(issue: Issue) -> str:
    """Return the slot of a text's issue, `record/<block>` of a record's, or an empty text."""
    match issue.at:
        case TextAt() as at:
            return at.slot
        case ListAt() | FieldAt() as at:
            return f"record/{at.block}" if at.block else ""
        case Key() | IndexAt() | None:
            return ""


def _count_outline(
    outline: Outline,
    snapshot: Snapshot,
    figures: Figures,
    found: Found,
    progress: dict[tuple[str, str], Progress],
) -> None:
    for section in reversed(list(outline.walk())):
        counted = Progress()
        for key in section_keys(section, figures.catalogue, outline.year):
            filled = figures.value(key).kind in ("entered", "figure", "omission")
            counted = counted.plus(_one(filled, found.by_key.get(key, ())))
        for slot in section_slots(section):
            place = (outline.code, slot, outline.language)
            # Last year's words are a draft: the slot counts as filled once somebody has looked at them.
            words = snapshot.texts.get(place, "").strip() and place not in snapshot.carried
            counted = counted.plus(_one(bool(words), found.by_slot.get((outline.code, slot), ())))
        for slot in section_images(section):
            filled = placed_picture(snapshot, outline.code, slot) is not None
            counted = counted.plus(_one(filled, found.by_slot.get((outline.code, slot), ())))
        for block in section_records(section):
            rows = block_rows(outline, block, snapshot)
            filled = bool(rows) and not any(record.carried for record in rows)
            counted = counted.plus(_one(filled, found.by_slot.get((outline.code, f"record/{block.id}"), ())))
        for below in section.sections:
            counted = counted.plus(progress[outline.code, below.code])
        progress[outline.code, section.code] = counted
