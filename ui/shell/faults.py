"""Faults of the program: logged, and shown as a report that holds nobody's data.

A report names the kind of exception and where it arose, never its message nor
any value: those may hold a resident's particulars.
"""

from __future__ import annotations

import logging
import sys
import traceback
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, qVersion

from station_app.later import later

if TYPE_CHECKING:
    import platform
    from importlib import metadata
    from types import TracebackType
else:
    metadata = later("importlib.metadata")
    platform = later("platform")

log = logging.getLogger(__name__)
OURS = ("station_app", "ui")


class Faults(QObject):
    """Catches what nobody else has caught. There is one, while the window stands."""

    arisen = Signal(str)  # the report

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._former = sys.excepthook
        self._told: set[str] = set()

    def watch(self) -> None:
        """Be asked about every exception that reaches the top."""
        sys.excepthook = self._catch

    def rest(self) -> None:
        """Give the hook back."""
        sys.excepthook = self._former

    def tell(self, error: BaseException) -> None:
        """Log *error* and tell its report, each report once."""
        report = report_of(error)
        log.error("%s", report)
        if report not in self._told:
            self._told.add(report)
            self.arisen.emit(report)

    def _catch(
        self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        if isinstance(error, KeyboardInterrupt):
            self._former(_kind, error, _trace)
        else:
            self.tell(error)


def report_of(error: BaseException) -> str:
    """Return where and of what kind *error* is, without messages and values."""
    lines = [
        f"Station {_version()}, Python {platform.python_version()}, Qt {qVersion()}",
        f"{platform.system()} {platform.release()}",
        "",
    ]
    seen: BaseException | None = error
    while seen is not None:
        lines.append(type(seen).__qualname__)
        lines += [
            f"  {_place(frame.filename)}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(seen.__traceback__)
        ]
        seen = seen.__cause__
    return "\n".join(lines)


def _place(filename: str) -> str:
    """Return the path from our package on, or the bare file name of others."""
    parts = filename.replace("\\", "/").split("/")
    for name in OURS:
        if name in parts:
            return "/".join(parts[parts.index(name) :])
    return parts[-1]


def _version() -> str:
    try:
        return metadata.version("station")
    except metadata.PackageNotFoundError:
        return "(source)"
