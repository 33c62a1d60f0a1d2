"""What Windows is asked for when a child is limited, against a stand-in for its library."""

import ctypes

import pytest

from schema import child, child_process, windows_job
from schema.windows_job import ExtendedLimits, limit_by_job


class Kernel:
    """Takes the calls as kernel32 would; `fails` names the one that is refused."""

    def __init__(self, fails=""):
        self.fails, self.calls, self.limits = fails, [], ExtendedLimits()

    def _answer(self, name, *arguments, value=1):
        self.calls.append((name, *arguments))
        return 0 if name == self.fails else value

    def CreateJobObjectW(self, attributes, name):  # noqa: N802
        return self._answer("create", attributes, name, value=77)

    def SetInformationJobObject(self, job, kind, limits, size):  # noqa: N802
        self.limits = ExtendedLimits.from_buffer_copy(limits._obj)
        return self._answer("set", job, kind, size)

    def GetCurrentProcess(self):  # noqa: N802
        return -1

    def AssignProcessToJobObject(self, job, process):  # noqa: N802
        return self._answer("assign", job, process)


@pytest.mark.skipif(ctypes.sizeof(ctypes.c_void_p) != 8, reason="sizes of 64 bits")
def test_a_job_is_asked_for_memory_and_time_and_the_process_put_into_it():
    kernel = Kernel()
    assert limit_by_job(3_000_000_000, 60, kernel)
    assert kernel.calls == [("create", None, None), ("set", 77, 9, 144), ("assign", 77, -1)]
    basic = kernel.limits.BasicLimitInformation
    assert (basic.LimitFlags, basic.PerProcessUserTimeLimit) == (0x502, 600_000_000)
    assert kernel.limits.ProcessMemoryLimit == 3_000_000_000


def test_fields_stand_where_windows_reads_them():
    at = {name: getattr(ExtendedLimits, name).offset for name in ("IoInfo", "ProcessMemoryLimit", "PeakJobMemoryUsed")}
    assert (at["IoInfo"], at["ProcessMemoryLimit"], at["PeakJobMemoryUsed"]) == (64, 112, 136)


@pytest.mark.parametrize(("fails", "asked"), [("create", 1), ("set", 2), ("assign", 3)])
def test_what_windows_refuses_is_told_and_nothing_further_asked(fails, asked):
    kernel = Kernel(fails)
    assert limit_by_job(1, 1, kernel) is False
    assert len(kernel.calls) == asked


@pytest.mark.parametrize("fault", [None, OSError("no such library")])
def test_a_child_on_windows_is_limited_by_a_job_and_reads_where_there_is_none(monkeypatch, fault):
    asked = []

    def job(memory, seconds):
        asked.append((memory, seconds))
        if fault:
            raise fault
        return True

    monkeypatch.setattr(windows_job, "limit_by_job", job)
    monkeypatch.setattr(child.sys, "platform", "win32")
    child._limit(10, 5)
    assert asked == [(10_000_000, 5)]


@pytest.mark.parametrize("status", [1816, 0xC0000044])
def test_a_child_that_windows_ends_for_its_time_was_too_slow(tmp_path, status):
    reading = child_process._Reading(tmp_path / "book.xlsx", child_process.ChildLimits(), child_process.go_on)
    assert reading._died(status, b"").refused == "too_slow"
