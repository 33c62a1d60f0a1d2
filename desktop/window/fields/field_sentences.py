"""What is said below a value's field: why it was not saved, its issues, what was answered."""

from __future__ import annotations

from desktop.window.fields.state_words import StateWords, loud
from desktop.window.look.states import State
from desktop.window.session.desk import Desk
from schema.values.figures import Result

_MOST = 2  # issues of one value; the panel beside lists all of them


def field_sentences(desk: Desk, states: StateWords, result: Result, state: State) -> list[str]:
    """Return the sentences, the most urgent first."""
    key = result.key
    parts = [desk.sentence(issue) for issue in loud(desk.session.issues_at(key))[:_MOST]]
    if key not in desk.session.fresh:
        parts += [desk.answer_words(given) for given in desk.session.answered() if given.issue.at == key and given.at]
    if state == "failed":
        parts.insert(0, states.words(state, key))
    return parts
