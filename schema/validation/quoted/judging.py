"""Which of the things that a number's words may name is meant, and whether what is known of it bears the number out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from schema.grammar.reference import Key
from schema.validation.quoted.comparing import Likeness, digits, likeness, measured
from schema.validation.quoted.excuses import Unsure, excuse
from schema.validation.quoted.known_facts import KnownFact, KnownFacts
from schema.validation.quoted.mentions import Mention
from schema.validation.quoted.name_index import Candidate, Target
from schema.validation.quoted.narrowing import is_narrowed
from schema.validation.quoted.quoted_number import Agreement
from schema.validation.quoted.slips import Slip, least_named, looks_like, slip_of
from schema.validation.quoted.value_words import ValueWords
from schema.validation.statements.statement import Statement, Time

# How surely a candidate must be named for a number to agree with it, by the digits that the number has.
_LEAST: Mapping[int, float] = {1: 0.55, 2: 0.42, 3: 0.3, 4: 0.22}
_LEAST_LONG = 0.16
_ALL_SAID = 0.7  # so surely must a value be named that a number does not look like
_COUNTS_ANY = frozenset(("work", "item", "piece", "film"))
_TELLING = 2
_BESIDE = 0.55  # so much of a name right beside a number says what it counts
_GIVEN = "捐赠捐款捐出捐贈筹得筹集募集募得籌得籌集善款"  # what is said of an event's money
_RARE = 6  # a unit that so few metrics have says much of what is meant
_AND = re.compile(r"[及和与與（(、]| and | \(")


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
        if agreed is not None:
            return agreed
        judged = self._slipped(mention, reached) or self._unlike(mention, reached)
        if judged.agreement != "mismatch" or not self._is_anothers(mention, reached):
            return judged
        return Judgement("unknown", None, None, judged.fact, judged.candidate, "several", judged.key)

    def _is_anothers(self, mention: Mention, reached: Iterable[_Reached]) -> bool:
        """Whether a number is word for word the value of another thing that its words hint at."""
        statement = mention.statement
        telling = statement is not None and digits(statement.value) + bool(statement.qualifier) >= _TELLING
        hinted = (r for r in reached if r.candidate.beside > 0 and self._is_of_time(mention, r))
        return telling and any(r.best()[0] == "same" for r in hinted)

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
            event = one.candidate.target.record
            away = 0 if mention.time.said or event else abs(one.key.period - self._likely)
            whole = mention.time.whole or (event and self._is_of_time(mention, one))
            if how == "near" and (away or not whole):
                continue  # another time's number that is nearly so says nothing
            if not whole and (digits(one.told.value) < _TELLING or one.candidate.score < _LEAST[1]):
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
        least = _LEAST.get(count, _LEAST_LONG) + (0.12 if how == "near" else 0.0)
        least += 0.08 if self._bare(mention) and count < 4 else 0.0
        return least - self._rarely(mention, one)

    def _bare(self, mention: Mention) -> bool:
        """Whether a number has neither unit nor a word like 超过: it may count anything."""
        return mention.statement is not None and not (mention.statement.units or mention.statement.qualifier)

    def _rarely(self, mention: Mention, one: _Reached) -> float:
        """Return how much less must be said where the unit itself says much: few metrics are counted in 民族."""
        metric, written = self._known.metric(one.key.metric), mention.statement.units if mention.statement else ()
        rare = metric is not None and metric.unit in written and self._known.counted_in(metric.unit) <= _RARE
        return 0.12 if rare else 0.0

    def _slipped(self, mention: Mention, reached: Iterable[_Reached]) -> Judgement | None:
        """Return what a number is with a slip: what its words leave out of the name, its digits say."""
        best: tuple[float, Judgement] | None = None
        for one in reached:
            slip = self._slip(mention, one) if self._alike(mention, one) else None
            if slip is None or (slip == "year" and self._is_narrowed(mention, one)):
                continue
            over = one.candidate.score - self._least_slipped(mention, one, slip)
            if over >= 0 and (best is None or over > best[0]) and not self._excused(mention, one):
                stood = self._stale(one)
                agreement: Agreement = "stale" if stood else "mismatch"
                best = over, Judgement(agreement, one.key, one.told, stood or one.facts[0], one.candidate)
        return best[1] if best else None

    def _least_slipped(self, mention: Mention, one: _Reached, slip: Slip) -> float:
        told, known = one.told, one.facts[0]
        alike = bool(told.qualifier) and likeness(replace(told, value=known.value), known) == "same"
        least = least_named(slip, told.value, known.value, alike)
        bare = self._bare(mention) and one.candidate.beside < _BESIDE
        return least + (0.12 if bare else 0.0) - self._rarely(mention, one)

    def _slip(self, mention: Mention, one: _Reached) -> Slip | None:
        """Return the slip that makes the value of a key the number; a year's value is none where its year is named."""
        known = one.facts[0]
        slip = slip_of(one.told.value, known.value)
        if slip is not None or one.candidate.target.record:
            return slip
        named = {e.period.year for e in mention.sentence if isinstance(e, Time) and e.period.year}
        years = set(self._known.years(one.key.metric, one.key.category)) - named - {one.key.period}
        others = (f.value for year in years for f in self._known.of(replace(one.key, period=year)))
        return "year" if one.told.value in set(others) - {known.value} else None

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
        said = (*self._words.of(one.key), one.candidate.name, _GIVEN if one.candidate.target.record else "")
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
        metric = self._known.metric(first.key.metric)
        if not self._is_of_time(mention, first):
            return "year" if mention.time.whole else "span"
        torn = metric is None or self._is_torn(mention, first)
        if not first.candidate.certain or torn or not self._alike(mention, first):
            return "name"
        if not self._slips(first) and self._is_narrowed(mention, first):
            return "stranger"
        return self._excused(mention, first)

    def _is_of_time(self, mention: Mention, one: _Reached) -> bool:
        """Whether a number tells the time of a value; an event's numbers are of the year or day in which it was."""
        time = mention.time
        if one.candidate.target.record:
            return time.year in self._known.record_years(one.key.metric) and time.span[:1] not in ("q", "h")
        return time.said and time.whole

    def _excused(self, mention: Mention, first: _Reached) -> Unsure:
        """Return what in the words around a number says that it is not the value which they name."""
        if not self._is_of_time(mention, first):
            return "year" if mention.time.whole else "span"
        return excuse(mention, first.candidate.name)


def _names(clause: str, name: object) -> bool:
    """Whether a clause says the name of a member, or how it begins: 海外 of 海外及中国港澳台地区."""
    words = (getattr(name, "zh_hans", ""), getattr(name, "zh_hant", ""), getattr(name, "en", ""))
    begun = (_AND.split(word, maxsplit=1)[0] for word in words)
    return any(len(word) >= 2 and word.lower().removesuffix("性") in clause for word in begun)
