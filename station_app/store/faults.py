"""Errors of SQLite in the words of the house: one place, by primary result code.

What is not named here stays what it is: a fault of the program.
"""

from __future__ import annotations

from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import event
from sqlcipher3 import dbapi2

from station_app.domain.errors import (
    StoreBusyError,
    StoreDamagedError,
    StoreFullError,
    StoreReadOnlyError,
    StoreUnavailableError,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Engine
    from sqlalchemy.engine import ExceptionContext

PRIMARY = 0xFF
LANE = "lane"  # the execution option that names a connection's lane

FAULTS: dict[int, type[StoreUnavailableError]] = {
    dbapi2.SQLITE_PERM: StoreReadOnlyError,
    dbapi2.SQLITE_BUSY: StoreBusyError,
    dbapi2.SQLITE_LOCKED: StoreBusyError,
    dbapi2.SQLITE_READONLY: StoreReadOnlyError,
    dbapi2.SQLITE_IOERR: StoreUnavailableError,
    dbapi2.SQLITE_CORRUPT: StoreDamagedError,
    dbapi2.SQLITE_FULL: StoreFullError,
    dbapi2.SQLITE_CANTOPEN: StoreUnavailableError,
    dbapi2.SQLITE_NOTADB: StoreDamagedError,
}


class Lane(StrEnum):
    """What a connection is taken for: each begins in its own way."""

    WRITE = "write"  # BEGIN IMMEDIATE: one at a time, waits for its turn at the start
    READ = "read"  # BEGIN: a snapshot, beside a writer
    BARE = "bare"  # no transaction: checkpoints, checks, copies


def fault_of(error: BaseException) -> StoreUnavailableError | None:
    """Return the expected failure that *error* of the driver stands for, if any."""
    code = getattr(error, "sqlite_errorcode", None)
    if not isinstance(error, dbapi2.Error) or code is None:
        return None
    # Extended codes carry the primary one in their lowest byte.
    kind = FAULTS.get(code & PRIMARY)
    return kind(sqlite=getattr(error, "sqlite_errorname", str(code))) if kind else None


@contextmanager
def told() -> Iterator[None]:
    """Have errors of the bare driver told in the words of the house."""
    try:
        yield
    except dbapi2.Error as error:
        fault = fault_of(error)
        if fault is None:
            raise
        raise fault from error


def translate(engine: Engine) -> None:
    """Have every error on *engine* told in the words of the house."""

    @event.listens_for(engine, "handle_error")
    def _tell(context: ExceptionContext) -> None:
        fault = fault_of(context.original_exception)
        if fault is not None and not _is_writing_on_the_read_lane(context, fault):
            raise fault from context.original_exception


def _is_writing_on_the_read_lane(context: ExceptionContext, fault: Exception) -> bool:
    """Whether *fault* comes from our own guard: that is a fault of the program."""
    if context.connection is None or not isinstance(fault, StoreReadOnlyError):
        return False
    return context.connection.get_execution_options().get(LANE) == Lane.READ
