"""The numbers of an edited draft as claims: linked ones by their keys, typed ones by the words around them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from desktop.work.draft_sentences import contradicted
from exporters.assembly.today import Today, TodaysNumbers
from schema.catalogue.definitions import Catalogue
from schema.catalogue.number_format import tells_value
from schema.catalogue.outline import Outline
from schema.grammar.decimals import plain
from schema.grammar.reference import Key, parse_reference
from schema.grammar.templates import filled
from schema.validation.issue import Issue
from schema.validation.messages import message
from schema.validation.statements.measures import in_unit
from schema.validation.statements.plainly_named import plainly_meant
from schema.validation.statements.reading import read
from schema.validation.statements.scene import Scene
from schema.validation.statements.statement import Statement
from schema.validation.statements.typed import Meant, meanings

if TYPE_CHECKING:
    from exporters.word.edited_draft import EditedDraft
    from exporters.word.passages import Passage, Stretch

Verdict = Literal["match", "rounded", "stale", "mismatch", "circular", "unknown", "other"]
ClaimState = Literal["unchanged", "stale", "edited", "moved", "orphan", "typed", "written", "contradicting"]
CLAIM_STATES: tuple[ClaimState, ...] = (
    "unchanged", "stale", "edited", "moved", "orphan", "typed", "written", "contradicting"
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class DraftClaim:
    """A number of a draft: `value` in the stored unit of its key, `current` what is there now.

    `state` says what became of it: a linked one is unchanged, stale, edited, moved or an orphan, a typed one `written`
    in Annals or `typed` since; contradicting are words around numbers. What is wrong is told by `why`, the code of a
    sentence, or by an `issue`; `now` is what is printed today, `printed` what was.
    """

    passage: Passage
    start: int
    end: int
    quote: str
    verdict: Verdict
    state: ClaimState
    ref: str = ""
    value: Decimal | None = None
    unit: str = ""
    qualifier: str = ""
    current: Decimal | None = None
    now: str = ""
    printed: str = ""
    why: str = ""
    issue: Issue | None = None

    def reason(self, catalogue: Catalogue, language: str) -> str:
        """Return why it is not as it should be, in a sentence; empty where it is."""
        if self.issue is not None:
            return message(self.issue, catalogue, language)
        if not self.why:
            return ""
        places = {"quote": self.quote, "now": self.now, "printed": self.printed, "ref": self.ref}
        return filled(catalogue.messages[self.why].best(language), places)


@dataclass(frozen=True, slots=True)
class ClaimReader:
    """Reads the claims of one draft; `own` are the quotes of numbers that stand in the report's own words,
    `marks` those of paragraphs that nobody has touched.
    """

    draft: EditedDraft
    today: TodaysNumbers
    outline: Outline
    language: str
    scene: Scene
    own: frozenset[str]
    marks: frozenset[str]
    sections: dict[str, str]

    def claims(self, passage: Passage) -> Iterator[DraftClaim]:
        """Yield the claims of one paragraph, in the order of its words."""
        found = [self._linked(passage, stretch) for stretch in passage.stretches if stretch.key]
        found += self._typed(passage)
        yield from sorted(found, key=lambda claim: claim.start)
        for one in contradicted(passage, self.language, self.outline, self.scene):
            if one.issue.code not in ("statement.differs", "statement.threshold"):  # those are claims of their own
                key = one.issue.key
                ref = key.canonical() if key is not None else ""
                yield DraftClaim(
                    passage, one.start, one.end, one.quote, "mismatch", "contradicting", ref, issue=one.issue
                )

    def _linked(self, passage: Passage, stretch: Stretch) -> DraftClaim:
        stored = self.draft.values.get(stretch.key)
        ref, form = (stored.ref, stored.format) if stored else ("", "")
        now = self.today.of(stretch.key, ref, form)
        said = (passage, stretch.start, stretch.end, stretch.shown)
        if not isinstance(now, Today):
            return DraftClaim(*said, "unknown", "orphan", ref or stretch.key, why="claim.orphan")
        unit, current = self._unit(now.ref), Decimal(now.raw) if now.raw else None
        printed = self.draft.printed(stretch.key).text
        told = {"ref": now.ref, "unit": unit, "current": current, "now": now.text, "printed": printed}
        if stretch.shown.strip() == now.text.strip():
            state = "moved" if self._is_moved(passage, stretch.key) else "unchanged"
            return DraftClaim(*said, "match" if now.raw else "other", state, value=current, **told)
        if stretch.shown.strip() == printed.strip():
            value = Decimal(stored.raw) if stored and stored.raw else None
            return DraftClaim(*said, "stale", "stale", value=value, why="claim.stale", **told)
        value = self._shown_value(stretch.shown, passage, stretch, now)
        return DraftClaim(*said, "mismatch", "edited", value=value, why="claim.edited", **told)

    def _is_moved(self, passage: Passage, key: str) -> bool:
        places = self.draft.printed(key).sections
        return bool(places) and bool(passage.section) and self.sections.get(passage.section, "") not in places

    def _shown_value(self, shown: str, passage: Passage, stretch: Stretch, now: Today) -> Decimal | None:
        """Return what a person typed into a control, with the unit behind it."""
        behind = passage.shown(stretch.end, len(passage.text))[:12]
        typed = next((one for one in read(shown + behind, self.language, self.scene.units).statements), None)
        reference = parse_reference(now.ref)
        metric = self.scene.metric(reference.key(self.outline.year)) if reference else None
        told = in_unit(typed, metric, self.scene.figures.catalogue) if typed and typed.typed and metric else None
        return told.value if told else None

    def _unit(self, ref: str) -> str:
        reference = parse_reference(ref)
        metric = self.scene.metric(reference.key(self.outline.year)) if reference else None
        return metric.unit if metric else ""

    def _typed(self, passage: Passage) -> Iterator[DraftClaim]:
        reading = read(passage.text, self.language, self.scene.units)
        near = tuple(key for one in reading.statements if (key := self.scene.linked_key(one, self.outline.year)))
        for meant in meanings(reading, self.outline.year, self.scene, near):
            if not (meant.equal or meant.against or meant.held):
                meant = plainly_meant(reading, meant.statement, self.outline.year, self.scene)
            yield self._meant(passage, meant)
        for one in reading.statements:
            if one.form and one.link is None:
                quote = passage.shown(one.start, one.end)
                yield DraftClaim(passage, one.start, one.end, quote, "other", self._state(passage, quote))

    def _state(self, passage: Passage, quote: str) -> ClaimState:
        return "written" if passage.mark in self.marks or quote in self.own else "typed"

    def _meant(self, passage: Passage, meant: Meant) -> DraftClaim:
        typed = meant.statement
        quote = passage.shown(typed.start, typed.end)
        keys = meant.equal or meant.against
        state = self._state(passage, quote)
        if not keys:
            verdict: Verdict = "rounded" if meant.held else "unknown"
            units = typed.units[0] if len(typed.units) == 1 else ""
            said = {"value": typed.value, "unit": units, "qualifier": typed.qualifier}
            return DraftClaim(passage, typed.start, typed.end, quote, verdict, state, **said)
        return self._named(passage, typed, keys[0], (quote, state, bool(meant.equal)))

    def _named(self, passage: Passage, typed: Statement, key: Key, told: tuple[str, ClaimState, bool]) -> DraftClaim:
        quote, state, equal = told
        metric, result = self.scene.metric(key), self.scene.figures.value(key)
        measured = in_unit(typed, metric, self.scene.figures.catalogue) if metric else None
        value, current = measured.value if measured else typed.value, result.value
        said = {
            "value": value, "unit": metric.unit if metric else "", "qualifier": typed.qualifier, "current": current,
        }  # fmt: skip
        place = (passage, typed.start, typed.end, quote)
        if equal:
            why = "claim.unlinked" if state == "typed" else ""
            return DraftClaim(*place, "match", state, key.canonical(), why=why, **said)
        said["now"] = plain(current) if current is not None else ""
        if measured and self._was_printed(key, measured):
            return DraftClaim(*place, "stale", state, key.canonical(), why="claim.old", **said)
        if state == "written" and passage.in_table:  # what its row and its head say, its cell does not
            return DraftClaim(*place, "unknown", state, value=typed.value, qualifier=typed.qualifier)
        return DraftClaim(*place, "mismatch", state, key.canonical(), why="claim.differs", **said)

    def _was_printed(self, key: Key, measured: Statement) -> bool:
        """Whether a typed number is what the draft itself printed of this value when it was exported."""
        ref = key.canonical()
        return any(
            stored.ref == ref and stored.raw and abs(Decimal(stored.raw) - measured.value) * 2 <= measured.step
            for stored in self.draft.values.values()
            if tells_value(stored.format)
        )
