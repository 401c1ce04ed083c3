"""Failures the user can do something about.

Whatever is not a :class:`StationError` is a fault of the program: it is logged
and shown by the fault dialog, never explained to the user as if it were theirs.
The sentences for the codes here belong to :mod:`ui.shell.wording`.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from collections.abc import Mapping


class StationError(Exception):
    """Base of every expected failure.

    ``code`` names the failure and ``facts`` fill in its sentence. The words
    themselves belong to the user interface, where they can be translated.
    """

    code: ClassVar[str] = "station.failed"

    def __init__(self, **facts: object) -> None:
        super().__init__(self.code)
        self.facts = facts


@dataclasses.dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with one field of a form; ``facts`` complete its sentence."""

    field: str
    code: str
    facts: Mapping[str, object] = dataclasses.field(
        default_factory=dict, compare=False, repr=False
    )


class ValidationFailedError(StationError):
    """What was entered cannot be accepted."""

    code = "validation.failed"

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__()
        self.problems = problems


class NotFoundError(StationError):
    """The record is gone."""

    code = "record.not-found"


class EditConflictError(StationError):
    """Somebody else changed the record in the meantime."""

    code = "record.edit-conflict"


class RefusedError(StationError):
    """A rule of the field forbids it; ``reason`` names the rule.

    The command line ends with exit code 3 on this.
    """

    code = "rule.refused"

    def __init__(self, reason: str, **facts: object) -> None:
        super().__init__(reason=reason, **facts)
        self.reason = reason


class CancelledError(StationError):
    """The user asked for the work to stop. Not an error; never shown."""

    code = "work.cancelled"


class StationLockedError(CancelledError):
    """The station is locked: what was asked for meanwhile is let be, as if it were stopped."""

    code = "work.locked"


class StoreUnavailableError(StationError):
    """The store cannot be opened or used; subclasses say why.

    The command line ends with exit code 5 on this.
    """

    code = "store.unavailable"


class StationMissingError(StoreUnavailableError):
    """There is no station in this folder yet."""

    code = "store.missing"


class WrongPassphraseError(StoreUnavailableError):
    """No key slot opens with what was typed."""

    code = "store.wrong-passphrase"


class LockedOutError(StoreUnavailableError):
    """This person has mistyped too often: not before ``until`` (UTC)."""

    code = "access.locked-out"


class KeysDamagedError(StoreUnavailableError):
    """The file with the key slots is damaged or was tampered with."""

    code = "store.keys-damaged"


class StoreDamagedError(StoreUnavailableError):
    """The key is right, but the database does not read back as written."""

    code = "store.damaged"


class StoreFileMissingError(StoreDamagedError):
    """The keys are there, the database is not."""

    code = "store.file-missing"


class StoreFileEmptyError(StoreDamagedError):
    """The database has no content."""

    code = "store.file-empty"


class StoreFileCutError(StoreDamagedError):
    """The database ends before its end."""

    code = "store.file-cut"


class StoreForeignError(StoreDamagedError):
    """The database is not what these keys open: another station's, or no database at all."""

    code = "store.foreign"


class StoreBehindError(StoreUnavailableError):
    """The store reads well but is older than it was; who knows why may go on with it.

    ``found`` is the moment of the last change it holds, ``last`` that of the last
    one known of.
    """

    code = "store.behind"


class StoreRolledBackError(StoreBehindError):
    """An older state of the store lies in its place."""

    code = "store.rolled-back"


class StoreNotAsLeftError(StoreBehindError):
    """Some pages are not those that were left, though each reads well by itself."""

    code = "store.not-as-left"


class StoreLogLostError(StoreBehindError):
    """The latest changes, which stood in the log, are gone."""

    code = "store.log-lost"


class KeysMissingError(KeysDamagedError):
    """The file with the key slots is gone."""

    code = "store.keys-missing"


class KeysForeignError(KeysDamagedError):
    """The key slots open, but not this database."""

    code = "store.keys-foreign"


class RoomLowError(StoreUnavailableError):
    """There is too little room on the disk to begin this; nothing was begun."""

    code = "store.room-low"


class StoreTooNewError(StoreUnavailableError):
    """A newer program has written this store."""

    code = "store.too-new"


class StoreBusyError(StoreUnavailableError):
    """Another program holds the store."""

    code = "store.busy"


class StoreFullError(StoreUnavailableError):
    """The disk is full."""

    code = "store.full"


class StoreReadOnlyError(StoreUnavailableError):
    """The file or its folder may not be written."""

    code = "store.read-only"


class NetworkPathError(StoreUnavailableError):
    """The chosen folder lies on a network drive, where SQLite is not safe."""

    code = "store.network-path"


class EngineTooOldError(StoreUnavailableError):
    """The SQLite library has the WAL-reset fault (before 3.51.3)."""

    code = "store.engine-too-old"
