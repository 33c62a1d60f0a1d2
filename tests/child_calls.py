"""Foreign files read by a call in the place of a process: what is read is the same, and hundreds of starts are saved.

Tests of the process itself (its limits, its end, what it loads) ask for the fixture `own_process`.
"""

import json
import threading
import warnings
from pathlib import Path

from schema import child
from schema.child_process import ChildAnswer, Stopped, _Reading

in_a_process = _Reading.answer
_one_at_a_time = threading.Lock()  # as warnings are caught for the whole program


def by_a_call(reading: _Reading, call: list[str]) -> ChildAnswer:
    """Answer as the child of this call would; limits of memory or time that a test has set hold in a process only."""
    usual = type(reading.limits)()  # each kind of file has its own
    if reading.limits.memory < usual.memory or reading.limits.seconds < usual.seconds:
        return in_a_process(reading, call)
    name, path, ask = call[-3:]
    try:
        with _one_at_a_time, warnings.catch_warnings(action="ignore"):
            facts, content = child._answer(name, Path(path), json.loads(ask))
    except Exception as error:
        raise reading._fault("child.ended", reason=f"{type(error).__name__}: {error}") from error
    if reading.stop():
        raise Stopped
    return ChildAnswer(json.loads(json.dumps(facts, ensure_ascii=False).encode("utf-8", "replace")), content)
