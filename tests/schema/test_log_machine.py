"""The log, whatever people do one after the other: changes, steps back, merges, merges taken back, freezes.

Played again up to any of its entries it gives what stood there then, and its chain holds.
"""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from schema.exchange.merging.history import given_before, undo
from schema.exchange.merging.merge import Ground, merge
from schema.storage.author import Author
from schema.storage.chain import entry_hash
from schema.storage.entries import hash_at, number_of
from schema.storage.history import read_brought, read_history
from schema.storage.in_force import read_head
from schema.storage.reading import last_number
from schema.storage.replay import snapshot_at
from schema.storage.transaction import apply_freeze
from schema.values.changes import keep, thing_at, upon
from schema.values.freezes import Freeze, freezes_of
from schema.values.merges import merges_of
from schema.values.requests import Step
from tests.schema.exchange.merging.given import DEFINITIONS, FILE, HOLDERS, PEOPLE, REQUEST, answer, hand, offer
from tests.schema.exchange.merging.test_laws import STATES, SUBJECTS
from tests.schema.storage.test_replay import told
from tests.schema.values.test_changes import Store, changes

TAKEN_BACK = Step("编", "2026-12-02T08:00:00Z", "")
OFFERED = st.dictionaries(st.sampled_from(SUBJECTS), st.integers(0, 5), min_size=1, max_size=3)


class Log(RuleBasedStateMachine):
    """A company's workspace in memory, beside it what stood there after each of its entries."""

    def __init__(self) -> None:
        super().__init__()
        self.store = Store()
        self.then = {}
        self.frozen = {}
        self.sent = {}
        self.answers = 0
        self.last = ()
        self._apply([keep(thing) for thing in (REQUEST, *PEOPLE, FILE)])

    def _apply(self, command) -> None:
        self.last = upon(self.store.snapshot(), command)
        self.store.apply(command)
        self._note()

    def _note(self) -> None:
        self.then[self.store.read_rows(last_number)] = self.store.snapshot()

    def _ground(self) -> Ground:
        snapshot = self.store.snapshot()
        given = given_before(self.store.read(lambda c: read_brought(c, "merge")), snapshot)

        def number(head: str) -> int:
            return self.store.read_rows(lambda rows: number_of(rows, head))

        return Ground(DEFINITIONS, snapshot, HOLDERS, given, lambda subjects: {}, number)

    @rule(command=st.lists(changes(), min_size=1, max_size=4))
    def somebody_changes_things(self, command):
        self._apply(command)

    @rule(data=st.data())
    def the_department_types_at_the_company_too(self, data):
        at = data.draw(st.sampled_from(SUBJECTS))
        self._apply([keep(data.draw(STATES[at].filter(bool)))])

    @rule()
    def the_last_step_is_taken_back(self):
        self._apply([change.undone() for change in reversed(self.last)])

    @rule()
    def a_pack_is_sent(self):
        snapshot = self.store.snapshot()
        self.sent = {at: thing_at(snapshot, at) for at in SUBJECTS}

    @precondition(lambda self: self.sent)
    @rule(data=st.data(), desk=st.sampled_from("xy"), take=st.sampled_from(["", "ours", "theirs"]))
    def an_answer_is_merged(self, data, desk, take):
        chosen = data.draw(st.lists(st.sampled_from(SUBJECTS), unique=True, min_size=1, max_size=3))
        offers = (offer(self.sent[at], data.draw(STATES[at].filter(bool)), start=self.answers % 50) for at in chosen)
        self.answers += 1
        came = answer(*offers, desk=desk, number=self.answers, upon=self.store.read_rows(read_head))
        number = max((merged.number for merged in merges_of(self.store.snapshot())), default=0) + 1
        self._apply(merge(self._ground(), came, hand(number, take)).changes)

    @precondition(lambda self: any(one.undone is None for one in merges_of(self.store.snapshot())))
    @rule(data=st.data())
    def a_merge_is_taken_back(self, data):
        snapshot = self.store.snapshot()
        merged = data.draw(st.sampled_from([one for one in merges_of(snapshot) if one.undone is None]))
        rows = self.store.read(lambda connection: read_brought(connection, "merge"))
        self._apply(undo(merged, rows, snapshot, DEFINITIONS, TAKEN_BACK).changes)

    @rule(name=st.sampled_from(["送审稿", "定稿"]))
    def it_is_frozen(self, name):
        def made(number: int, head: str) -> Freeze:
            return Freeze(name, "", "编", "2026-12-01T00:00:00Z", "why", number, head)

        author = Author("编", datetime(2026, 12, 1, tzinfo=UTC))
        if self.store.read(lambda connection: apply_freeze(connection, made, author)):
            (self.frozen[name],) = (one for one in freezes_of(self.store.snapshot()) if one.name == name)
            self.last = ()
            self._note()

    @invariant()
    def what_was_frozen_stays_as_it_was(self):
        kept = {freeze.name: freeze for freeze in freezes_of(self.store.snapshot())}
        assert {name: kept[name] for name in self.frozen} == self.frozen
        for freeze in self.frozen.values():
            assert self.store.read_rows(lambda rows, at=freeze.number: hash_at(rows, at)) == freeze.head

    def teardown(self):
        for number, snapshot in self.then.items():
            assert told(self.store.read_rows(lambda rows, at=number: snapshot_at(rows, at))) == told(snapshot)
        history, previous = self.store.read(read_history), ""
        for entry in history:
            assert entry.hash == entry_hash(entry, previous)
            previous = entry.hash
        assert [entry.number for entry in history] == [*range(1, max(self.then) + 1)]
        self.store.close()


TestLog = Log.TestCase
TestLog.settings = settings(max_examples=max(6, settings().max_examples // 4), stateful_step_count=20)
