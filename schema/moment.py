"""A moment: the definitions and the snapshot of one time, with everything that follows from them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from schema.catalogue.definitions import Catalogue
from schema.catalogue.outline import Definitions, Outline
from schema.grammar.reference import Key
from schema.validation.issue import Issue
from schema.values.datapoint import Snapshot
from schema.values.figures import Figures
from schema.values.freezes import Freeze
from schema.values.record_places import rows_by_block
from schema.values.teller import Teller, as_reported

if TYPE_CHECKING:
    from schema.validation.answers import Answer, Findings
    from schema.validation.causes import Cause
    from schema.validation.contradictions.contradiction import Contradiction
    from schema.validation.coverage import Coverage, Unasked
    from schema.validation.open_points import OpenPoint, Places
    from schema.validation.pending import Pending
    from schema.validation.progress import Progress
    from schema.validation.shares import Share, State
    from schema.validation.speaking import Contents
    from schema.validation.statements.texts import Texts


T = TypeVar("T")


class Moment:
    """Computes figures, issues, coverage, open points and progress when they are first asked for, each once.

    Pure in the sense that definitions and snapshot never change under it; a change makes another moment.
    """

    def __init__(self, definitions: Definitions, snapshot: Snapshot, freeze: Freeze | None = None) -> None:
        """Take what stands at one time; `freeze` where that time has a name."""
        self.definitions = definitions
        self.snapshot = snapshot
        self.freeze = freeze
        self._findings: dict[str, Findings] = {}
        self._printed: dict[str, Figures] = {}
        self._contents: dict[str, Contents] = {}
        self._worklists: dict[str, Findings] = {}
        self._coverage: dict[tuple[str, str], tuple[Coverage, ...]] = {}
        self._open_points: dict[tuple[str, str], tuple[OpenPoint, ...]] = {}
        self._places: dict[tuple[str, str], Places] = {}
        self._shares: dict[str, Mapping[str, Share]] = {}
        self._concerning: dict[str, tuple[Contradiction, ...]] = {}
        self._pending: dict[str, Pending] = {}
        self._unquoted: dict[str, tuple[Issue, ...]] = {}

    @property
    def catalogue(self) -> Catalogue:
        """Return the catalogue in force."""
        return self.definitions.catalogue

    def outline(self, report: str) -> Outline:
        """Return a report's outline; KeyError where there is no such report."""
        return self.definitions.outlines[report]

    @cached_property
    def figures(self) -> Figures:
        """Return the values, those that follow from others computed on demand."""
        return Figures(self.definitions.catalogue, self.snapshot)

    @cached_property
    def told(self) -> Figures:
        """Return the values as they may be told: each figure only as exactly as its inputs are."""
        return self.figures.telling(Teller(self.figures))

    def figures_in(self, outline: Outline) -> Figures:
        """Return the values as a report prints them: one that is reproduced prints its figures as it published them.

        A press release cites what others published where the company has no value.
        """
        if outline.code not in self._printed:
            self._printed[outline.code] = as_reported(self.figures, outline)
        return self._printed[outline.code]

    def issues(self, report: str = "") -> tuple[Issue, ...]:
        """Return what the checks find, errors first; with a report what concerns it."""
        return self._found(report).open

    def value_issues(self) -> tuple[Issue, ...]:
        """Return what the checks find in the values alone, without a look at any sentence: some of all issues."""
        from schema.validation.check import check_values  # deferred: the first values are shown without it

        return check_values(self.definitions, self.figures)

    def answered(self, report: str = "") -> tuple[Answer, ...]:
        """Return the doubts that a person has answered, and that are therefore no issues."""
        return self._found(report).answered

    def _found(self, report: str) -> Findings:
        if report not in self._findings:
            self._findings[report] = self._result(f"issues {report}", lambda: self._check(report))
        return self._findings[report]

    def _check(self, report: str) -> Findings:
        from schema.validation.check import check_all  # deferred: the first values are shown without it

        return check_all(self._texts, report, self._contradictions)

    def _result(self, name: str, compute: Callable[[], T]) -> T:
        """Return what takes long to find, by its name among all that definitions and snapshot alone decide.

        Here it is computed; where something is remembered, only what is not known.
        """
        del name
        return compute()

    def contradictions(self, report: str = "") -> tuple[Contradiction, ...]:
        """Return the statements about one fact that cannot both hold, open ones first; with a report those in it."""
        if report not in self._concerning:
            from schema.validation.contradictions.sources import concerning

            self._concerning[report] = concerning(self._contradictions, self.definitions, report)
        return self._concerning[report]

    @cached_property
    def _contradictions(self) -> tuple[Contradiction, ...]:
        def find() -> tuple[Contradiction, ...]:
            from schema.validation.contradictions.sources import contradictions

            return contradictions(self._texts)

        return self._result("contradictions", find)

    @cached_property
    def _texts(self) -> Texts:
        from schema.validation.statements.texts import Texts

        return Texts(self.definitions, self.figures)

    def worklist(self, report: str) -> tuple[Issue, ...]:
        """Return what the data cannot decide in the texts of a report: numbers to link or to look at, first times.

        What a person has answered is left out.
        """
        return self._worked(report).open

    def looked_at(self, report: str) -> tuple[Answer, ...]:
        """Return what of a report's worklist a person has answered."""
        return self._worked(report).answered

    def _worked(self, report: str) -> Findings:
        if report not in self._worklists:
            self._worklists[report] = self._result(f"worklist {report}", lambda: self._work(report))
        return self._worklists[report]

    def _work(self, report: str) -> Findings:
        from schema.validation.answers import findings
        from schema.validation.statements.worklist import worklist

        outline = self.outline(report)
        listed = worklist(outline, self.figures.told_in(outline), self._texts.of(outline))
        return findings(listed, self.definitions, self.figures)

    def listed(self, report: str) -> Mapping[str, tuple[Issue, ...]]:
        """Return the worklist of a report by the code of the section in which each text stands."""
        from schema.validation.open_points import open_points

        outline, sections = self.outline(report), dict[str, tuple[Issue, ...]]()
        for point in open_points(self.places(report, outline.language), self.worklist(report)):
            sections[point.section] = (*sections.get(point.section, ()), point.issue)
        return sections

    def coverage(self, report: str, framework: str) -> tuple[Coverage, ...]:
        """Return each disclosure of a framework as the report answers it, in the framework's order."""
        place = (report, framework)
        if place not in self._coverage:
            from schema.validation.coverage import covered

            self._coverage[place] = covered(self.contents(report), self.catalogue.frameworks[framework])
        return self._coverage[place]

    def contents(self, report: str) -> Contents:
        """Return everything that a report asks for, with what is there, what is left out and who owns it."""
        if report not in self._contents:
            from schema.validation.speaking import Contents

            outline = self.outline(report)
            self._contents[report] = Contents(outline, self.figures.told_in(outline))
        return self._contents[report]

    def shares(self, report: str) -> Mapping[str, Share]:
        """Return what each department is asked for in a report, with how it stands; what nobody owns stands at ""."""
        if report not in self._shares:
            from schema.validation.shares import shares_of

            self._shares[report] = shares_of(self.contents(report), self.definitions, self.issues(report))
        return self._shares[report]

    def pending(self, report: str) -> Pending:
        """Return what of a report departments were asked for and nobody has approved."""
        if report not in self._pending:
            from schema.validation.pending import NOTHING, pending_of
            from schema.validation.shares import requests_of

            self._pending[report] = NOTHING
            if any(at.report == report for at in requests_of(self.figures)):
                rows = rows_by_block(self.outline(report), self.snapshot)
                self._pending[report] = pending_of(self.shares(report).values(), rows)
        return self._pending[report]

    def unquoted(self, report: str) -> tuple[Issue, ...]:
        """Return the quotations of a report of which nobody has noted down that whoever is quoted agrees."""
        if report not in self._unquoted:
            from schema.validation.unapproved import unquoted

            self._unquoted[report] = tuple(unquoted(self.outline(report), self.definitions, self.figures))
        return self._unquoted[report]

    @property
    def withheld(self) -> Pending:
        """Return what is left out of this moment since nobody has approved it: nothing, but of an `ApprovedMoment`."""
        from schema.validation.pending import NOTHING

        return NOTHING

    @cached_property
    def states(self) -> Mapping[Key, State]:
        """Return the state of each value that some department has been asked for."""
        from schema.validation.shares import requests_of, states_by_value

        asked = dict.fromkeys(at.report for at in requests_of(self.figures) if at.report in self.definitions.outlines)
        return states_by_value((self.contents(report), self.definitions) for report in asked)

    def unasked(self, report: str) -> Unasked:
        """Return what nobody is asked for, of the frameworks that the report follows."""
        from schema.validation.coverage import followed, unasked

        rows = {code: self.coverage(report, code) for code in followed(self.outline(report))}
        return unasked(self.contents(report), rows)

    @cached_property
    def progress(self) -> Mapping[tuple[str, str], Progress]:
        """Return how far each section is, by (report, section)."""
        from schema.validation.progress import all_progress

        return all_progress(self.definitions.outlines.values(), self.figures, self.issues())

    def open_points(self, report: str, language: str = "") -> tuple[OpenPoint, ...]:
        """Return what is still to be done for a report in one language ("" = its own), errors first.

        In its own language these are the issues of the report, one point for each.
        """
        place = (report, language or self.outline(report).language)
        if place not in self._open_points:
            from schema.validation.open_points import open_points

            self._open_points[place] = open_points(self.places(*place), self.issues(report))
        return self._open_points[place]

    def causes(self, report: str = "", language: str = "") -> tuple[Cause, ...]:
        """Return the open issues by their causes, the most pressing first: the lines that people read and count.

        With a report and a language ("" = its own) they are those of its open points.
        """
        from schema.validation.causes import causes

        if not report:
            return causes(self.issues())
        return causes(point.issue for point in self.open_points(report, language))

    def places(self, report: str, language: str) -> Places:
        """Return where each thing of a report first stands in one language, and who owns it."""
        if (report, language) not in self._places:
            from schema.validation.open_points import Places

            self._places[report, language] = Places(self.outline(report), self.figures, language)
        return self._places[report, language]


class PassingMoment(Moment):
    """A moment while somebody types: what takes a check, and whose approvals wait, is as it was checked last."""

    def __init__(self, definitions: Definitions, snapshot: Snapshot, checked: Moment | None) -> None:
        super().__init__(definitions, snapshot)
        self._checked = checked

    def pending(self, report: str) -> Pending:
        """Return what was not approved then; nothing before the first check."""
        from schema.validation.pending import NOTHING

        known = self._checked is not None and report in self._checked.definitions.outlines
        return self._checked.pending(report) if known and self._checked is not None else NOTHING
