"""What the shell gives a room's page, and what it asks of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from ui.kit.gate import Gate

if TYPE_CHECKING:
    from collections.abc import Callable

    from station_app.domain.clock import Clock
    from station_app.domain.errors import StationError
    from ui.kit.drafts import DraftBox
    from ui.kit.jobs import JobRunner
    from ui.kit.notices import NoticeArea
    from ui.kit.operations import Operations


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomContext:
    """The shell as a page sees it. Handed to the page when it is built.

    ``open_record(kind, key)`` goes to the room that shows such records;
    ``failed(error)`` has the shell say what went wrong; ``words(error)`` is the
    sentence for showing it in the page itself. ``gate`` disables what is not allowed.
    """

    jobs: JobRunner
    operations: Operations
    notices: NoticeArea
    clock: Clock
    open_record: Callable[[str, str], None]
    failed: Callable[[Exception], None]
    drafts: DraftBox | None = None
    words: Callable[[StationError], str] = lambda error: error.code
    gate: Gate = field(default_factory=Gate)


@runtime_checkable
class RoomPage(Protocol):
    """What a page may be asked by the shell; every page has all of it."""

    def arrive(self) -> None:
        """Put the cursor where the work starts; called when the tab is shown."""

    def open_record(self, kind: str, key: str) -> None:
        """Show the record *key*."""

    def has_unsaved(self) -> bool:
        """Whether something has been typed that is kept nowhere else."""
        ...
