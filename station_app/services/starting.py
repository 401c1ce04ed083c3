"""The thorough look at a store that has been opened: in a job, when the first page stands.

At the door one row is asked (:mod:`station_app.store.mooring`). Here the whole file is
read: the seals of all pages, their structure, and whether it is byte for byte what it was
when it last rested, for an old page has a good seal too.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from station_app.domain.access.permissions import Permission
from station_app.domain.changes import Done, Topic
from station_app.domain.errors import StoreDamagedError
from station_app.services.permissions import needs, open_to_all
from station_app.store.checking import check_quickly
from station_app.store.opening import take_as_it_is

if TYPE_CHECKING:
    from station_app.store.transaction import Store


class StartFinding(StrEnum):
    """What was found; the worst, if it is several things."""

    WELL = "well"
    DAMAGED = "damaged"  # pages do not read back as written
    NOT_AS_LEFT = "not-as-left"  # pages read well, but are not those that were left
    ANCHOR_LOST = "anchor-lost"  # nobody can tell whether it is the latest state


class StartService:
    """The use cases of whoever has just opened a station."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @open_to_all
    def look_over(self) -> StartFinding:
        """Read the whole store; what is not in order is kept in mind until somebody decides."""
        anchorage = self._store.anchorage
        # before anything empties the log into the file
        is_as_left = None if anchorage is None else anchorage.is_as_left()
        finding = self._read_through()
        if anchorage is None:
            return finding
        if finding is StartFinding.WELL and (is_as_left is False or anchorage.is_doubted()):
            finding = StartFinding.NOT_AS_LEFT
        if finding is not StartFinding.WELL:
            anchorage.doubt()
        elif anchorage.was_lost:
            finding = StartFinding.ANCHOR_LOST
        return finding

    @needs(Permission.BACKUP_MAKE)
    def take_as_it_is(self) -> Done[None]:
        """Go on with a store that is not as it was left; the audit notes that."""
        take_as_it_is(self._store)
        return Done(None, frozenset({Topic.AUDIT}))

    def _read_through(self) -> StartFinding:
        try:
            faults = check_quickly(self._store.engine).faults
        except StoreDamagedError:
            return StartFinding.DAMAGED
        return StartFinding.DAMAGED if faults else StartFinding.WELL
