"""What each row may mean, and how sure that is: nothing but the plain cases is taken without being asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from schema.catalogue.definitions import Breakdown, Metric
from schema.catalogue.kinds import PERCENT
from schema.exchange.oldsheets.answers import Identity
from schema.exchange.oldsheets.evidence import Evidence
from schema.exchange.oldsheets.names import Names, Target, languages, members
from schema.exchange.oldsheets.row_units import RowUnits
from schema.exchange.oldsheets.source import SourceRow
from schema.grammar.reference import parse_reference, sort_category

How = Literal["map", "kept", "code", "name", "part", "near", "value", "none"]

_BY = ("按", "分", "依", "by")
_PERSONS = ("员工人数", "人数", "员工", "雇员", "人员", "employees", "staff", "people")
_FIRST = {"code": 0, "part": 0, "name": 1}
_OTHER_UNIT = 0.5
_AGREES = 0.25
_LEAST = 0.3


@dataclass(frozen=True, slots=True)
class Candidate:
    """What a row may mean; `score` 0 … 1, `fits` whether its unit can be converted, `agrees` in how many years the
    row says what is known.
    """

    target: Target
    how: How
    score: float
    fits: bool = True
    agrees: int = 0


@dataclass(frozen=True, slots=True)
class Proposal:
    """A row with its candidates, best first. `sure` says that the best may be taken without asking;
    `assumed` names the unit that was taken where the row gives none and the metric could have several;
    `part` says that the row's code is that of an entity or a part of a year, which has no candidates; `clash` are the
    statements about the unit that cannot all hold; `blocked` that nothing but the unit stands in the way.
    """

    row: SourceRow
    candidates: tuple[Candidate, ...] = ()
    sure: bool = False
    assumed: str = ""
    part: bool = False
    clash: tuple[str, ...] = ()
    blocked: bool = False

    @property
    def best(self) -> Candidate | None:
        """Return the first candidate, or None."""
        return self.candidates[0] if self.candidates else None


@dataclass(frozen=True, slots=True)
class _Context:
    """What rows above say: the metric whose parts may follow, how sure it is, the breakdown that was named,
    and the name of the last row that is no part; `level` is what a column of levels said.
    """

    parent: Target | None = None
    sure: bool = False
    indent: int = 0
    breakdown: str = ""
    words: str = ""
    level: str = ""

    @property
    def levelled(self) -> bool:
        """Whether a column of levels names the metric."""
        return bool(self.level) and self.words == self.level

    def holds(self, row: SourceRow) -> bool:
        """Whether a row plainly stands below: after a breakdown's heading, behind “of which”, or indented."""
        return bool(self.breakdown) or row.part or row.indent > self.indent or self.levelled


class Matcher:
    """Matches the rows of one table after the other against a catalogue and what is known."""

    def __init__(self, names: Names, evidence: Evidence) -> None:
        """Begin; both stay the same for all files of one moment."""
        self._names = names
        self._evidence = evidence
        self._catalogue = names.catalogue
        self._units = RowUnits(names.catalogue)

    def match(
        self, rows: Sequence[SourceRow], decided: Mapping[Identity, Target | None],
        kept: frozenset[Identity] = frozenset(),
    ) -> tuple[Proposal, ...]:  # fmt: skip
        """Return a proposal per row with values; `decided` are a person's own answers by the rows' identity.

        Those that are `kept` were given about an earlier file.
        """
        context, table, found = _Context(), 0, list[Proposal]()
        for row in rows:
            context, table = (context, table) if row.table == table else (_Context(), row.table)
            context = self._level(row, context)
            if not row.cells:
                context = self._under(row, context)
                continue
            told = row.identity in decided
            proposal = self._decided(row, decided[row.identity], kept) if told else self._propose(row, context)
            found.append(proposal)
            context = self._after(proposal, context)
        return tuple(found)

    # what stands above

    def _under(self, row: SourceRow, context: _Context) -> _Context:
        """A heading names a breakdown (按性别划分), a metric whose parts follow, or a new subject."""
        breakdown = self._breakdown(row.name)
        if breakdown is not None or not row.name:
            return replace(context, breakdown=breakdown.code if breakdown else "", indent=row.indent)
        exact = self._names.exact(row.name)
        if len(exact) == 1:
            return _Context(next(iter(exact)), True, row.indent, words=row.name, level=context.level)
        return _Context(words=row.name, indent=row.indent, level=context.level)

    def _level(self, row: SourceRow, context: _Context) -> _Context:
        """What a column of levels says may be the metric whose parts stand beside it."""
        if not row.level or row.level == context.level:
            return context
        exact = self._names.exact(row.level)
        if len(exact) != 1:
            return replace(context, level=row.level)
        return _Context(next(iter(exact)), True, words=row.level, level=row.level)

    def _breakdown(self, name: str) -> Breakdown | None:
        fold = self._names.folder.fold
        asked = fold(name)
        for breakdown in self._catalogue.breakdowns.values():
            for word in map(fold, languages(breakdown.name)):
                if word in asked and asked.startswith(tuple(map(fold, _BY))):
                    return breakdown
        return None

    def _after(self, proposal: Proposal, context: _Context) -> _Context:
        """What a row says for those below it; a part of the row above changes nothing."""
        best, row = proposal.best, proposal.row
        if row.part or row.total or row.indent > context.indent or (best is not None and best.target.category):
            return context
        if best is None or not self._catalogue.metrics[best.target.metric].crossings:
            return _Context(indent=row.indent, words=row.name, level=context.level)
        if context.parent == best.target:
            return context
        return _Context(
            best.target, proposal.sure or best.how in ("map", "kept"), row.indent, words=row.name, level=context.level
        )

    # one row

    def _decided(self, row: SourceRow, target: Target | None, kept: frozenset[Identity]) -> Proposal:
        if target is None:
            return Proposal(row)
        how: How = "kept" if row.identity in kept else "map"
        chosen = Candidate(target, how, 1.0, self._units.fit(row, target), self._evidence.agreeing(row, target))
        return Proposal(row, (chosen,), True, self._units.assumed(row, target), clash=self._units.clash(row, target))

    def _propose(self, row: SourceRow, context: _Context) -> Proposal:
        if self._is_part(row):
            return Proposal(row, part=True)
        parts = self._parts(row, context)
        exact = [Candidate(target, "name", 1.0) for target in sorted(self._names.exact(row.name))]
        coded = [Candidate(target, "code", 1.0) for target in self._by_code(row)]
        plain = coded or self._plain(exact, parts, row, context)
        near = [] if row.total else self._near(row, context)
        valued = [Candidate(target, "value", _LEAST) for target in self._evidence.candidates(row)]
        ranked = self._rank(row, [*plain, *exact, *parts, *near, *valued])
        best = ranked[0] if ranked else None
        if best is None or len(plain) != 1 or best.target != plain[0].target:
            return Proposal(row, ranked, assumed=self._units.assumed(row, best.target) if best else "")
        assumed, clash = self._units.assumed(row, best.target), self._units.clash(row, best.target)
        trusted = (not assumed or best.agrees > 0 or best.how == "code") and not (
            row.ratio and self._is_divided(row, best.target)
        )
        sure = best.fits and not clash and trusted
        return Proposal(row, ranked, sure, assumed, clash=clash, blocked=trusted and not clash and not best.fits)

    def _is_divided(self, row: SourceRow, target: Target) -> bool:
        """Whether numbers that stood in one cell may be shares of something else than the metric's own values."""
        return self._units.own(target).code != PERCENT or row.whole

    def _plain(
        self, exact: list[Candidate], parts: list[Candidate], row: SourceRow, context: _Context
    ) -> list[Candidate]:
        """Return what leaves no doubt: one name, or one part of a sure metric that the row plainly stands under."""
        placed = context.holds(row)
        own = [part for part in parts if part.how == "part"]
        if row.category:
            return own
        if placed and own and context.sure:
            return own
        return exact if not (own and placed) else []

    def _near(self, row: SourceRow, context: _Context) -> list[Candidate]:
        """Return what is called like the row; a part may leave out what the row above says."""
        below = context.words and (row.part or row.indent > context.indent)
        names = [row.name, *([context.words + row.name] if below else [])]
        return [Candidate(near.target, "near", near.score) for name in names for near in self._names.near(name)]

    def _is_part(self, row: SourceRow) -> bool:
        references = (parse_reference(text) for text in (row.code, row.name))
        return any(
            found and (found.entity or found.span) and found.code in self._catalogue.metrics for found in references
        )

    def _by_code(self, row: SourceRow) -> list[Target]:
        """Return what a code or reference of the row names; a category that the metric lacks is no match."""
        for text in filter(None, (row.code, row.name)):
            reference = parse_reference(text)
            metric = self._catalogue.metrics.get(reference.code) if reference else None
            if reference is not None and metric is not None:
                category = self._category(row, metric) if row.category else reference.category
                known = not category or category in [found for found, _ in members(metric, self._catalogue)]
                return [Target(metric.code, category)] if known and bool(category) >= bool(row.category) else []
        return []

    def _category(self, row: SourceRow, metric: Metric) -> str:
        """Return the category that a column of its own names, in the grammar or by members' names."""
        written = sort_category(row.category)
        if "=" in written:
            return written if written in [found for found, _ in members(metric, self._catalogue)] else ""
        found = self._members(row.category, metric, "")
        return found[0][0] if len(found) == 1 else ""

    def _parts(self, row: SourceRow, context: _Context) -> list[Candidate]:
        """Return the parts of the metric above, or of the metric that the row names beside its category."""
        if row.category and (named := self._names.exact(row.name)):
            pairs = [(t, self._category(row, self._catalogue.metrics[t.metric])) for t in sorted(named)]
            return [Candidate(Target(t.metric, c), "part", 1.0) for t, c in pairs if c]
        if context.parent is None:
            return []
        if row.total:
            placed = context.levelled and context.sure
            return [Candidate(context.parent, "part" if placed else "near", 1.0 if placed else 0.6)]
        metric = self._catalogue.metrics[context.parent.metric]
        found = self._members(row.name, metric, context.breakdown)
        made = [(Target(metric.code, category), plain) for category, plain in found]
        sure = context.holds(row)
        return [Candidate(t, "part", 1.0) if plain and sure else Candidate(t, "near", 0.8) for t, plain in made]

    def _members(self, name: str, metric: Metric, breakdown: str) -> list[tuple[str, bool]]:
        """Return the categories whose member has this name, and whether it is the name itself and not only like it."""
        fold = self._names.folder.fold
        asked = fold(name)
        tails = ("", *map(fold, _PERSONS), *map(fold, languages(metric.name)))
        plain, alike = list[str](), list[str]()
        for code in {crossing[0]: None for crossing in metric.crossings if len(crossing) == 1}:
            if breakdown and code != breakdown:
                continue
            for member in self._catalogue.breakdowns[code].members:
                words = [fold(text) for text in languages(member.name)]
                if any(asked == word + tail for word in words for tail in tails):
                    plain.append(f"{code}={member.code}")
                elif asked and any(word.startswith(asked) or asked.startswith(word) for word in words):
                    alike.append(f"{code}={member.code}")
        return [(category, True) for category in plain] or [(category, False) for category in alike]

    # order

    def _rank(self, row: SourceRow, candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
        found: dict[Target, Candidate] = {}
        for candidate in candidates:
            first = found.setdefault(candidate.target, self._judged(row, candidate))
            if first.how == "near" and candidate.score > first.score:
                found[candidate.target] = max(first, self._judged(row, candidate), key=lambda c: c.score)
        good = [c for c in found.values() if c.how in ("code", "name", "part") or c.score >= _LEAST]
        return tuple(sorted(good, key=lambda c: (_FIRST.get(c.how, 2), -c.score, c.target)))[:8]

    def _judged(self, row: SourceRow, candidate: Candidate) -> Candidate:
        """A unit that cannot be converted speaks against a candidate, an equal value in an equal year for it."""
        fits = self._units.fit(row, candidate.target)
        agreeing = self._evidence.agreeing(row, candidate.target) if fits else 0
        score = candidate.score * (1 if fits else _OTHER_UNIT)
        if agreeing and candidate.how in ("near", "value"):
            score = min(0.99, score + _AGREES + 0.1 * agreeing)
        return replace(candidate, score=score, fits=fits, agrees=agreeing)
