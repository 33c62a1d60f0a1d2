"""Whether a process of this computer still runs."""

from __future__ import annotations

import os

_MOST = 2**32 - 1  # a process number of Windows; all others end below


def is_process_number(pid: int) -> bool:
    """Whether a number can be that of one process: zero and less name groups of them."""
    return 0 < pid <= _MOST


def is_running(pid: int) -> bool:
    """Whether the process of this number runs on this computer, whoever it belongs to."""
    if not is_process_number(pid):
        return False
    return _on_windows(pid) if os.name == "nt" else _on_posix(pid)


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
