"""Whether a process of this computer still runs, and since when."""

from __future__ import annotations

import os
from pathlib import Path

_MOST = 2**32 - 1  # a process number of Windows; all others end below


def is_process_number(pid: int) -> bool:
    """Whether a number can be that of one process: zero and less name groups of them."""
    return 0 < pid <= _MOST


def is_running(pid: int) -> bool:
    """Whether the process of this number runs on this computer, whoever it belongs to."""
    if not is_process_number(pid):
        return False
    return _on_windows(pid) if os.name == "nt" else _on_posix(pid)


def started(pid: int) -> str:
    """Return what tells a process from every other that has had its number: its start, and that of the computer.

    Empty where the system does not say, or no such process runs.
    """
    if not is_process_number(pid):
        return ""
    return _started_on_windows(pid) if os.name == "nt" else _started_on_linux(pid)


def _started_on_linux(pid: int) -> str:
    try:
        boot = Path("/proc/sys/kernel/random/boot_id").read_text("utf-8").strip()
        # Behind the name of the program, which may hold blanks and brackets: field 22 of the line, in clock ticks.
        fields = Path(f"/proc/{pid}/stat").read_text("utf-8", "replace").rpartition(")")[2].split()
    except OSError:
        return ""
    return f"{boot}:{fields[19]}" if len(fields) > 19 else ""


def _started_on_windows(pid: int) -> str:
    import ctypes

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - exists on Windows only
    handle = kernel.OpenProcess(0x1000, False, pid)  # PROCESS_QUERY_LIMITED_INFORMATION
    if not handle:
        return ""
    times = [ctypes.c_ulonglong() for _ in range(4)]
    told = kernel.GetProcessTimes(handle, *map(ctypes.byref, times))
    kernel.CloseHandle(handle)
    return str(times[0].value) if told else ""


def _on_posix(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):  # none of this number, or none can have it
        return False
    except OSError:  # somebody else's process: it runs
        return True
    return True


def _on_windows(pid: int) -> bool:
    # os.kill(pid, 0) would end the process there.
    import ctypes

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - exists on Windows only
    handle = kernel.OpenProcess(0x1000, False, pid)  # PROCESS_QUERY_LIMITED_INFORMATION
    if not handle:
        return kernel.GetLastError() == 5  # access denied: it runs, as somebody else
    code = ctypes.c_ulong()
    kernel.GetExitCodeProcess(handle, ctypes.byref(code))
    kernel.CloseHandle(handle)
    return code.value == 259  # STILL_ACTIVE
