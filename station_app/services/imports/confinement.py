"""What the child process that reads foreign files may use, and no more.

A spreadsheet of five kilobytes can ask for 500 GB of memory, and one of 300 KB
can keep a parser busy for a minute, so the ceilings are set on the process and
not on the file (design/security.md 3.8).
"""

from __future__ import annotations

import sys

READER_FLAG = "--read-spreadsheet"  # a frozen program starts itself with it
SECONDS = 20
MEMORY_BYTES = 512 * 1024 * 1024
FILE_BYTES = 60 * 1024 * 1024
UNPACKED_BYTES = 600 * 1024 * 1024
PACKED_PARTS = 4_000
ROWS = 200_000
COLUMNS = 300
CELLS = 6_000_000
MERGES = 200_000

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

    def confine() -> None:
        """Put this process into a job object with a ceiling on memory.

        A system that refuses (an old one with nested jobs) leaves the parent's
        watchdog as the only limit.
        """
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        # ctypes takes handles for C ints otherwise, and cuts them in half on 64 bits.
        kernel.CreateJobObjectW.restype = wintypes.HANDLE
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        job = wintypes.HANDLE(kernel.CreateJobObjectW(None, None))
        limits = _ExtendedLimits()
        limits.BasicLimitInformation.LimitFlags = JOB_MEMORY | KILL_ON_CLOSE
        limits.ProcessMemoryLimit = MEMORY_BYTES
        kernel.SetInformationJobObject(
            job, EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits)
        )
        kernel.AssignProcessToJobObject(job, wintypes.HANDLE(kernel.GetCurrentProcess()))

else:
    import resource

    def confine() -> None:
        """Set ceilings on memory, computing time, files written and core dumps."""
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
        # A pipe is no file: what is read here can only be answered, not left on the disk.
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
