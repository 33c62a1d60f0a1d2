"""Which of the things that a number's words may name is meant, and whether what is known of it bears the number out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from schema.grammar.reference import Key
from schema.validation.quoted.comparing import Likeness, digits, likeness, measured
from schema.validation.quoted.known_facts import KnownFact, KnownFacts
from schema.validation.quoted.mentions import Mention
from schema.validation.quoted.name_index import Candidate, Target
from schema.validation.quoted.narrowing import is_narrowed, looks_like
from schema.validation.quoted.quoted_number import Agreement
from schema.validation.quoted.value_words import ValueWords
from schema.validation.statements.statement import Statement
from schema.validation.statements.subjects import OWNERS

# How surely a candidate must be named for a number to agree with it, by the digits that the number has.
_LEAST: Mapping[int, float] = {1: 0.55, 2: 0.42, 3: 0.3, 4: 0.22}
_LEAST_LONG = 0.16
_ALL_SAID = 0.7  # so surely must a value be named that a number does not look like
_RATE = re.compile(r"增长|增長|增幅|提升|下降|减少|減少|降低|growth|rise|increase|decrease|reduction", re.IGNORECASE)
_COUNTS_ANY = frozenset(("work", "item", "piece"))
_TELLING = 2
_RARE = 6  # a unit that so few metrics have says much of what is meant
_OTHERS = re.compile(
    r"行业|行業|同行|同业|全国|全國|我国|我國|全球|世界|国内|國內|某|该公司|該公司|人均|户均|每人|每户|[他她](?!们|們)|单场|單場|单日|單日|首日|粉丝|粉絲|"
    r"相差|差额|差額|"
    r"(?:县|縣|村|镇|鎮|市|省)(?:的)?(?=[^，,。]{0,6}$)|industry|national|per capita|his |her "
)
# It stands in quotation marks with a few words: part of what something is called.
_IN_A_NAME, _OUT_OF_IT = re.compile(r"[“「『《][^”」』》，,。]{0,12}$"), re.compile(r"[^“「『《，,。]{0,12}[”」』》]")
_QUOTED = re.compile(r"[“「『《][^”」』》]*[”」』》]?")
_PLANNED = re.compile(
    r"计划|計劃|预计|預計|目标|目標|力争|力爭|拟|擬|将达|將達|如果|假如|倘若|到 ?20[3-9]\d|target|expect|plan to|will "
)
_SEVERAL = re.compile(r"分别|分別|各自|依次|respectively", re.IGNORECASE)


# Why a number is not held against the value that its words seem to name.
Unsure = Literal["", "span", "year", "name", "several", "stranger", "plan"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is taken to be meant and how it agrees; `fact` is what decided. Without a key nothing is known.

    `why` says of an unknown number why it is not held against `near`, the value that its words seem to name.
    """

    agreement: Agreement
    key: Key | None = None
    told: Statement | None = None
    fact: KnownFact | None = None
    candidate: Candidate | None = None
    why: Unsure = ""
    near: Key | None = None


@dataclass(frozen=True, slots=True)
class _Reached:
    """One key that may be meant, with the number in its unit and all that is known of it."""

    candidate: Candidate
    key: Key
    told: Statement
    facts: tuple[KnownFact, ...]

    def best(self) -> tuple[Likeness, KnownFact | None]:
        """Return how well the number agrees with what is known, and with which fact.

        What stands there now counts before what was printed; what is known from elsewhere before what this text said.
        """
        present = [fact for fact in self.facts if fact.kind == "value" and not fact.own]
        for facts in filter(None, (present, [f for f in self.facts if not f.own], list(self.facts))):
            fact = min(facts, key=lambda one: _ORDER[self._like(one)])
            if self._like(fact) != "unlike" or present:
                return self._like(fact), fact
        return ("unlike", self.facts[0] if self.facts else None)

    def _like(self, fact: KnownFact) -> Likeness:
        """What a text itself said is the same however the word around it was noted."""
        return "same" if fact.own and fact.value == self.told.value else likeness(self.told, fact)


_ORDER: Mapping[Likeness, int] = {"same": 0, "near": 1, "unlike": 2}
_RANK: Mapping[Agreement, int] = {
    "match": 0,
    "circular": 1,
    "rounded": 2,
    "stale": 3,
    "mismatch": 4,
    "unknown": 5,
    "other": 6,
}


class Judge:
    """Decides of each number of a text; `likely` is the year of a number that tells none."""

    def __init__(self, known: KnownFacts, likely: int, words: ValueWords) -> None:
        self._known, self._likely, self._words = known, likely, words

    def judge(self, mention: Mention, candidates: Iterable[Candidate]) -> Judgement:
        """Return what a quantity is taken for."""
        statement = mention.statement
        assert statement is not None
        reached = [r for candidate in candidates for r in self._reach(mention, statement, candidate)]
        agreed = self._agreed(mention, reached)
        return agreed if agreed is not None else self._unlike(mention, reached)

    def _reach(self, mention: Mention, statement: Statement, candidate: Candidate) -> Iterator[_Reached]:
        """Yield the keys that a candidate may mean: in the year that is told, or in every year where none is."""
        metric = self._known.metric(candidate.target.metric)
        told = measured(statement, metric, self._known.catalogue) if metric is not None else None
        if metric is None or told is None or mention.time.span[:1] in ("q", "h"):
            return
        for target in self._cuts(mention, candidate.target):
            years = self._known.years(target.metric, target.category)
            if mention.time.said and not target.record:
                years = (mention.time.year,)
            for year in years:
                key = Key(target.metric, year, category=target.category)
                if facts := self._known.of(key):
                    yield _Reached(candidate, key, told, facts)

    def _cuts(self, mention: Mention, target: Target) -> tuple[Target, ...]:
        """Return a target, and the cuts of it whose members the clause names: 女性员工."""
        if target.category or target.record:
            return (target,)
        breakdowns = self._known.catalogue.breakdowns
        clause = mention.clause.lower()

        def named(category: str) -> bool:
            pairs = (part.partition("=") for part in category.split(";"))
            members = [breakdowns[code].member(name) for code, _, name in pairs if code in breakdowns]
            return bool(members) and all(m is not None and _names(clause, m.name) for m in members)

        return (target, *(Target(target.metric, cut) for cut in self._known.cuts(target.metric) if named(cut)))

    def _agreed(self, mention: Mention, reached: Iterable[_Reached]) -> Judgement | None:
        """Return the best of what the number agrees with; the more digits, the less must its words say."""
        best: tuple[tuple[float, ...], Judgement] | None = None
        for one in reached:
            how, fact = one.best()
            if how == "unlike" or fact is None or one.candidate.score < self._least(mention, one, how):
                continue
            away = 0 if mention.time.said or one.candidate.target.record else abs(one.key.period - self._likely)
            if how == "near" and (away or not mention.time.whole):
                continue  # another time's number that is nearly so says nothing
            if not mention.time.whole and (digits(one.told.value) < _TELLING or one.candidate.score < _LEAST[1]):
                continue  # of a month or a day, unless the workspace has it as the year's
            agreement: Agreement = "circular" if fact.own else "match" if how == "same" else "rounded"
            if agreement == "match" and away > 1 and one.candidate.score < _LEAST[1]:
                continue
            rank = (_ORDER[how], -round(one.candidate.score, 1), _RANK[agreement], away, -one.candidate.score)
            judged = Judgement(agreement, one.key, one.told, fact, one.candidate)
            if best is None or rank < best[0]:
                best = rank, judged
        return best[1] if best else None

    def _least(self, mention: Mention, one: _Reached, how: Likeness) -> float:
        assert mention.statement is not None
        statement = mention.statement
        count = digits(statement.value) + (how == "same" and bool(statement.qualifier))
        metric = self._known.metric(one.key.metric)
        rare = metric is not None and metric.unit in statement.units and self._known.counted_in(metric.unit) <= _RARE
        bare = not statement.units and not statement.qualifier and count < 4
        least = _LEAST.get(count, _LEAST_LONG) + (0.12 if how == "near" else 0.0) + (0.08 if bare else 0.0)
        return least - (0.12 if rare else 0.0)

    def _unlike(self, mention: Mention, reached: list[_Reached]) -> Judgement:
        """Return what a number contradicts, if its words name one thing and its time; else that nothing is known."""
        alike = [r for r in reached if self._alike(mention, r)]
        ranked = sorted(alike or reached, key=lambda r: (not r.candidate.certain, -r.candidate.surely))
        if not ranked:
            return Judgement("unknown", why="" if mention.time.whole else "span")
        first = ranked[0]
        # A cut that the clause names is meant rather than the whole.
        cuts = [r for r in ranked if r.candidate is first.candidate and r.key.category]
        first = cuts[0] if cuts else first
        stale = self._stale(first) if mention.time.whole else None
        if stale is not None and first.candidate.score >= _LEAST[1]:
            return Judgement("stale", first.key, first.told, stale, first.candidate)
        why = self._why_not(mention, first)
        fact = first.facts[0]
        if not why:
            return Judgement("mismatch", first.key, first.told, fact, first.candidate)
        if not first.candidate.certain:
            return Judgement("unknown", why="span" if why == "span" else "")
        return Judgement("unknown", None, None, fact, first.candidate, why, first.key)

    def _is_narrowed(self, mention: Mention, one: _Reached) -> bool:
        """Whether words beside the number make another value of it; not where this very text printed that value."""
        if any(fact.own for fact in one.facts):
            return False
        said = self._words.of(one.key)
        return one.candidate.score < _ALL_SAID or is_narrowed(mention.clause, said, self._words.language)

    def _slips(self, one: _Reached) -> bool:
        """Whether a number looks like what is known of its value, now or in another year, with a slip."""
        years = self._known.years(one.key.metric, one.key.category)
        facts = (f.value for year in years for f in self._known.of(replace(one.key, period=year)))
        beside = {fact.value for fact in one.facts}
        return looks_like(one.told.value, beside) or one.told.value in set(facts) - beside

    def _is_torn(self, mention: Mention, one: _Reached) -> bool:
        """Whether a bare number ends its paragraph and has the digits of what is known: its scale word is elsewhere."""
        bare = mention.quote[-1:].isdecimal() and not mention.clause.partition("〔〕")[2].strip()
        known = one.facts[0].value.normalize().as_tuple().digits
        written = one.told.value.normalize().as_tuple().digits
        return bare and known[: len(written)] == written

    def _alike(self, mention: Mention, one: _Reached) -> bool:
        metric = self._known.metric(one.key.metric)
        return (
            mention.statement is not None
            and metric is not None
            and self._same_kind(mention.statement.units, metric.unit)
        )

    def _same_kind(self, written: Iterable[str], unit: str) -> bool:
        """Whether a number is told in the unit of a metric, in one that is converted into it, or in none that says."""
        units = self._known.catalogue.units
        telling = [code for code in written if code not in _COUNTS_ANY]
        return not telling or any(units[code].dimension == units[unit].dimension for code in telling)

    def _stale(self, one: _Reached) -> KnownFact | None:
        earlier = (*self._known.before(one.key), *(f for f in one.facts if f.kind == "printed" and not f.own))
        if not any(fact.kind == "value" for fact in one.facts):
            earlier = self._known.before(one.key)
        return next((fact for fact in earlier if likeness(one.told, fact) == "same"), None)

    def _why_not(self, mention: Mention, first: _Reached) -> Unsure:
        """Return why a number is not held against what its words seem to name; empty where it contradicts that."""
        statement = mention.statement
        assert statement is not None
        metric = self._known.metric(first.key.metric)
        if not mention.time.whole:
            return "span"
        torn = metric is None or self._is_torn(mention, first)
        if not first.candidate.certain or torn or not self._alike(mention, first):
            return "name"
        if not mention.time.said or first.candidate.target.record:
            return "year"
        if mention.sized is not None and not _RATE.search(first.candidate.name):
            return "plan"
        if not self._slips(first) and self._is_narrowed(mention, first):
            return "stranger"
        before = mention.clause.partition("〔〕")[0]
        if _IN_A_NAME.search(before) and _OUT_OF_IT.match(mention.clause.partition("〔〕")[2]):
            return "name"
        stranger = _OTHERS.search(before)
        ours = stranger is not None and OWNERS.search(before[: stranger.start()]) is not None
        if stranger and not ours and stranger[0] not in first.candidate.name:
            return "stranger"
        if _PLANNED.search(_QUOTED.sub("", before)) or statement.multiple or statement.high is not None:
            return "plan"
        return "several" if _SEVERAL.search(before) else ""


def _names(clause: str, name: object) -> bool:
    words = (getattr(name, "zh_hans", ""), getattr(name, "zh_hant", ""), getattr(name, "en", ""))
    return any(len(word) >= 2 and word.lower().removesuffix("性") in clause for word in words if word)
