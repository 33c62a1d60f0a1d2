"""The one door to processes of our own: in one a foreign file is read, with limits; what fails is told by its cause."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from schema.child import MEGABYTE, memory_limit, processor_limit
from schema.errors import ChildError
from schema.foreign_file import look

_LOOK_EVERY = 0.1
_LONGEST_REASON = 200
_OUT_OF_QUOTA = (1816, 0xC0000044)  # how Windows ends a process whose time in its job is over
# How Python, Rust and the system's loader say that there is no more memory.
_NO_MEMORY = (b"MemoryError", b"memory allocation", b"annot allocate memory", b"failed to map segment")


@dataclass(frozen=True, slots=True)
class ChildLimits:
    """What reading a foreign file may cost: its megabytes packed and unpacked, megabytes of memory, and seconds."""

    packed: int = 50
    unpacked: int = 500
    memory: int = 3000
    seconds: int = 60


@dataclass(frozen=True, slots=True)
class ChildAnswer:
    """What a child has read, as facts and bytes."""

    facts: Mapping[str, Any]
    content: bytes = b""

    @property
    def refused(self) -> str:
        """Why there is nothing: a reason of the child's own, too_large, memory or too_slow; empty where there is."""
        return str(self.facts.get("refused", ""))


class Stopped(Exception):
    """The person has stopped the reading."""


def go_on() -> bool:
    """Never stop."""
    return False


def run_child(
    name: str,
    path: Path,
    limits: ChildLimits,
    more: Mapping[str, str] | None = None,
    stop: Callable[[], bool] = go_on,
) -> ChildAnswer:
    """Let the child of this name (schema.child) read a file; `more` goes to it beside the limits.

    Raises OSError where there is no such file, or it is a pipe, a device or a folder, ChildError where the
    process is at fault, Stopped soon after `stop` says yes.
    """
    size = look(path).st_size
    if size > limits.packed * MEGABYTE:
        return ChildAnswer({"refused": "too_large", "size": size})
    ask = json.dumps({**asdict(limits), **(more or {})})
    call = [*_program(), name, str(path.resolve()), ask]
    return _Reading(path, limits, stop).answer(call)


@dataclass(frozen=True, slots=True)
class _Reading:
    """One process at work on one file."""

    path: Path
    limits: ChildLimits
    stop: Callable[[], bool]

    def answer(self, call: list[str]) -> ChildAnswer:
        try:
            process = subprocess.Popen(
                call,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except (OSError, ValueError) as error:
            raise self._fault("child.not_started", reason=str(error)) from error
        with process:
            printed = self._wait(process)
        if printed is None:
            return ChildAnswer({"refused": "too_slow"})
        out, complaint = printed
        return self._understood(out) if process.returncode == 0 else self._died(process.returncode, complaint)

    def _wait(self, process: subprocess.Popen[bytes]) -> tuple[bytes, bytes] | None:
        """Return what it printed, or None where the time is over."""
        until = time.monotonic() + self.limits.seconds
        while True:
            try:
                printed = process.communicate(timeout=max(0.0, min(_LOOK_EVERY, until - time.monotonic())))
            except subprocess.TimeoutExpired:
                printed = None
            if self.stop():  # asked for while the last bytes came: it is kept to, however fast the reading was
                process.kill()
                raise Stopped
            if printed is not None:
                return printed
            if time.monotonic() >= until:
                process.kill()
                return None

    def _understood(self, out: bytes) -> ChildAnswer:
        head, _, content = out.partition(b"\n")
        try:
            facts = json.loads(head)
        except ValueError as error:
            raise self._fault("child.ended", reason=str(error)) from error
        return self._out_of_memory() if facts.get("refused") == "memory" else ChildAnswer(facts, content)

    def _died(self, status: int, complaint: bytes) -> ChildAnswer:
        if any(words in complaint for words in _NO_MEMORY):
            return self._out_of_memory()
        if status in (-getattr(signal, "SIGXCPU", 0), *_OUT_OF_QUOTA):
            return self._out_of_time()
        if status == -getattr(signal, "SIGKILL", 0):
            raise self._fault("child.killed")
        raise self._fault("child.ended", reason=_reason(status, complaint))

    def _out_of_memory(self) -> ChildAnswer:
        allowed = memory_limit(self.limits.memory)
        if allowed < self.limits.memory * MEGABYTE:
            raise self._fault("child.memory", limit=f"{allowed // MEGABYTE:,}")
        return ChildAnswer({"refused": "memory"})

    def _out_of_time(self) -> ChildAnswer:
        allowed = processor_limit(self.limits.seconds)
        if allowed < self.limits.seconds:
            raise self._fault("child.processor", limit=f"{allowed:,}")
        return ChildAnswer({"refused": "too_slow"})

    def _fault(self, code: str, **params: str) -> ChildError:
        return ChildError(code, file=self.path.name, **params)


def _program() -> list[str]:
    """Return how a child is started: through the program itself where it is one bundle, else as a script, shut off."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--child"]
    return [_python(), "-I", str(Path(__file__).with_name("child.py"))]


def _python() -> str:
    """Return the interpreter; one without a console has another beside it that can print."""
    program = Path(sys.executable or "python")
    if program.stem.lower() != "pythonw":
        return str(program)
    printing = program.with_name("python" + program.suffix)
    return str(printing if printing.exists() else program)


def _reason(status: int, complaint: bytes) -> str:
    lines = complaint.decode("utf-8", "replace").strip().splitlines()
    if status < 0:
        return signal.Signals(-status).name if -status in {*signal.Signals} else str(status)
    return lines[-1][:_LONGEST_REASON] if lines else str(status)
