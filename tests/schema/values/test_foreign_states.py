"""A state from a stranger is read only where it is what the program would have written."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schema.grammar.reference import Key, RecordKey
from schema.values.foreign_states import BadState, read_state
from schema.values.kept_things import KEPT, kept_at
from schema.values.parse import clean_text
from schema.values.subject import TextAt
from tests.schema.values.kept_things import THINGS

GAS = Key("energy.gas", 2022)
CASE = RecordKey("case", "a")
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@given(st.one_of(*THINGS.values()))
def test_what_the_program_writes_is_read_back(thing):
    kept = next(kept for kept in KEPT if kept.thing is type(thing))
    settled = kept.settled(thing)
    state, subject = kept.state(settled), kept.subject(thing)
    if all(clean_text(text) == text for text in _texts(json.loads(state) if state else {})):
        assert kept.state(read_state(subject, state)) == state
    else:
        with pytest.raises(BadState):
            read_state(subject, state)


def _texts(plain):
    match plain:
        case dict():
            return [text for pair in plain.items() for part in pair for text in _texts(part)]
        case str():
            return [plain]
        case _:
            return []


@pytest.mark.parametrize(
    "state",
    [
        "x", "[]", "1", '{"value":"1"', '{"value":1}', '{"value":"1.0"}', '{"value":"1e3"}', '{"value":"NaN"}',
        '{"value":"Infinity"}', '{"value":"-0"}', '{"value":"' + "9" * 31 + '"}', '{"value":"' + "9" * 5000 + '"}',
        '{"typed":5}', '{"estimated":1}', '{"estimated":false}', '{"since":-1}', '{"since":"2020"}', '{"since":1e9}',
        '{"value":"1","unknown":"x"}', '{ "value":"1"}', '{"typed":"1","omission":null}', '{"typed":"a\\u0000b"}',
        '{"typed":"a\\u202eb"}', '{"value":"1","typed":"1"}', "[" * 5000 + "]" * 5000,
    ],
)  # fmt: skip
def test_a_state_that_nothing_writes_is_refused(state):
    with pytest.raises(BadState):
        read_state(GAS, state)


@pytest.mark.parametrize(
    "fields",
    [[], {"title": "x"}, {"title": {"en": 1}}, {"people": {"typed": "1", "value": "x"}}, {"people": {"value": "1e9"}}],
)
def test_fields_of_a_record_are_texts_by_name(fields):
    with pytest.raises(BadState):
        read_state(CASE, json.dumps({"fields": fields, "report": "r"}, separators=(",", ":")))


@given(st.sampled_from([GAS, CASE, TextAt("r", "lead", "en")]), JSON)
def test_no_state_breaks_the_reader(subject, plain):
    text = json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    try:
        thing = read_state(subject, text)
    except BadState:
        return
    assert kept_at(subject).state(thing) == text


def test_nothing_is_nothing():
    assert read_state(GAS, "") is None
