"""A child process for files from outside: how it is started, and what it may use at most.

What a file asks for is known only while it is being read, so the ceilings are set on
the process and not on the file (design/security.md 3.8).
"""

from __future__ import annotations

import sys
from pathlib import Path

PACKAGE_ROOT = Path(__file__).resolve().parents[2]

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    JOB_MEMORY = 0x100
    KILL_ON_CLOSE = 0x2000
    EXTENDED_LIMITS = 9

    class _BasicLimits(ctypes.Structure):
        _fields_ = (
            ("PerProcessUserTimeLimit", ctypes.c_int64),
            ("PerJobUserTimeLimit", ctypes.c_int64),
            ("LimitFlags", wintypes.DWORD),
            ("MinimumWorkingSetSize", ctypes.c_size_t),
            ("MaximumWorkingSetSize", ctypes.c_size_t),
            ("ActiveProcessLimit", wintypes.DWORD),
            ("Affinity", ctypes.c_size_t),
            ("PriorityClass", wintypes.DWORD),
            ("SchedulingClass", wintypes.DWORD),
        )

    class _ExtendedLimits(ctypes.Structure):
        _fields_ = (
            ("BasicLimitInformation", _BasicLimits),
            ("IoInfo", ctypes.c_uint64 * 6),
            ("ProcessMemoryLimit", ctypes.c_size_t),
            ("JobMemoryLimit", ctypes.c_size_t),
            ("PeakProcessMemoryUsed", ctypes.c_size_t),
            ("PeakJobMemoryUsed", ctypes.c_size_t),
        )

    def confine_to(*, memory: int, seconds: int) -> None:
        """Put this process into a job object with a ceiling on memory.

        A system that refuses (an old one with nested jobs) leaves the parent's
        watchdog as the only limit; the *seconds* always are the watchdog's here.
        """
        del seconds
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        # ctypes takes handles for C ints otherwise, and cuts them in half on 64 bits.
        kernel.CreateJobObjectW.restype = wintypes.HANDLE
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        job = wintypes.HANDLE(kernel.CreateJobObjectW(None, None))
        limits = _ExtendedLimits()
        limits.BasicLimitInformation.LimitFlags = JOB_MEMORY | KILL_ON_CLOSE
        limits.ProcessMemoryLimit = memory
        kernel.SetInformationJobObject(
            job, EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits)
        )
        kernel.AssignProcessToJobObject(job, wintypes.HANDLE(kernel.GetCurrentProcess()))

else:
    import resource

    def confine_to(*, memory: int, seconds: int) -> None:
        """Set ceilings on memory, computing time, files written and core dumps."""
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
        # A pipe is no file: what is read here can only be answered, not left on the disk.
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def starter_of(module: str) -> str:
    """Return the line of Python that goes to the ``main`` of *module* in a child."""
    return f"import sys; sys.path.insert(0, sys.argv[1]);from {module} import main; main()"


def child_command(flag: str, starter: str) -> list[str]:
    """Return the command that starts the child.

    A frozen program, or one started by an executable of its own, has no interpreter
    to call: it starts itself with *flag*, and its entry point goes where *starter*,
    a line of Python, goes otherwise.
    """
    frozen = getattr(sys, "frozen", False)
    if frozen or not Path(sys.executable).stem.lower().startswith("python"):
        return [sys.executable, flag]
    # -I: neither the working folder nor PYTHONPATH may bring modules into the child.
    return [sys.executable, "-I", "-c", starter, str(PACKAGE_ROOT)]
