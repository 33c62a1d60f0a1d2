"""What another outline asks that a report does not ask yet: told before anybody is asked for anything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from schema.catalogue.definitions import Disclosure, Metric
from schema.catalogue.outline import Definitions, Outline
from schema.catalogue.owners import owners
from schema.catalogue.program_words import ProgramWords
from schema.catalogue.section_content import section_keys
from schema.catalogue.starters import EMPTY, load_starter, starters
from schema.errors import AnnalsError
from schema.mistakes import near
from schema.moment import Moment
from schema.validation.asked_values import placed_references

# asked: the report asks for it; known: the workspace has it, this report does not ask; new: nobody has it;
# alike: the report asks for another one that answers the same disclosures in the same unit.
NeedState = Literal["asked", "alike", "known", "new"]
NEED_STATES: tuple[NeedState, ...] = ("asked", "alike", "known", "new")


@dataclass(frozen=True, slots=True)
class Need:
    """A metric that the profile places; `owner` is the department that is asked for it, or for the one `instead`."""

    metric: Metric
    state: NeedState
    owner: str = ""
    instead: str = ""

    @property
    def owned(self) -> bool:
        """Whether somebody is asked for it already."""
        return self.state in ("asked", "alike") and bool(self.owner)


@dataclass(frozen=True, slots=True)
class Profile:
    """What an outline needs of a report: its metrics, and by framework the disclosures that nothing answers yet."""

    name: str
    needs: tuple[Need, ...]
    unasked: tuple[tuple[str, tuple[Disclosure, ...]], ...]

    @property
    def unowned(self) -> tuple[Need, ...]:
        """The metrics that nobody is asked for."""
        return tuple(need for need in self.needs if not need.owned)


def profile_of(moment: Moment, report: str, name: str, resources: Path, program: ProgramWords) -> Profile:
    """Hold a report against a starter, or against another report of the workspace.

    AnnalsError profile.unknown where there is neither.
    """
    known = moment.definitions.outlines
    offered = [one.name for one in starters(resources) if one.name != EMPTY]
    if name in known and name != report:
        other, outline = moment.definitions, known[name]
    elif name in offered:
        other = load_starter(resources, name, program)
        outline = next(iter(other.outlines.values()))
    else:
        names = [*offered, *(code for code in known if code != report)]
        raise AnnalsError("profile.unknown", name=name, near=near(name, names), names=", ".join(names))
    return Profile(name, tuple(_needs(moment, report, other, outline)), tuple(_unasked(moment, report, outline)))


def _needs(moment: Moment, report: str, other: Definitions, outline: Outline) -> Iterator[Need]:
    own = _owned(moment.outline(report), moment)
    for code in dict.fromkeys(reference.code for reference in placed_references(outline)):
        metric = other.catalogue.metrics.get(code)
        if metric is None:
            continue
        alike = next((one for one in own if one != code and _answers_alike(moment.catalogue.metrics[one], metric)), "")
        if code in own:
            yield Need(metric, "asked", own[code])
        elif alike:
            yield Need(metric, "alike", own[alike], alike)
        else:
            yield Need(metric, "known" if code in moment.catalogue.metrics else "new")


def _answers_alike(own: Metric, wanted: Metric) -> bool:
    """Whether a metric answers all that another one answers, measured alike."""
    shared = {(framework, code) for framework, codes in wanted.disclosures.items() for code in codes}
    has = {(framework, code) for framework, codes in own.disclosures.items() for code in codes}
    return bool(shared) and shared <= has and own.unit == wanted.unit and own.timing == wanted.timing


def _owned(outline: Outline, moment: Moment) -> dict[str, str]:
    """Return which metrics a report asks for, and who owns each; the first place counts."""
    named, owned = owners(outline), dict[str, str]()
    for section in outline.walk():
        for key in section_keys(section, moment.catalogue, outline.year):
            metric = moment.catalogue.metrics.get(key.metric)
            if metric is not None:
                owned.setdefault(key.metric, named[section.code].of(metric.department))
    return owned


def _unasked(moment: Moment, report: str, outline: Outline) -> Iterator[tuple[str, tuple[Disclosure, ...]]]:
    for framework in outline.frameworks:
        if framework in moment.catalogue.frameworks:
            rows = moment.coverage(report, framework)
            yield framework, tuple(row.disclosure for row in rows if not row.asked and row.state == "open")
