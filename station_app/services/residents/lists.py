"""The residents' table, the lists people save, and one person one file (一人一档)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from station_app.domain.access.permissions import Permission
from station_app.domain.changes import Done, Topic
from station_app.domain.errors import Problem, ValidationFailedError
from station_app.domain.residents.filters import DIMENSIONS, Order
from station_app.later import later
from station_app.services.permissions import needs
from station_app.services.progress import Silence

if TYPE_CHECKING:
    from array import array
    from collections.abc import Collection, Mapping, Sequence

    from station_app.domain.clock import Clock
    from station_app.domain.residents import households
    from station_app.domain.residents.files import Attachment
    from station_app.domain.residents.filters import FilterCounts, ResidentFilter, SavedList
    from station_app.domain.residents.history import Change
    from station_app.domain.residents.households import Household
    from station_app.domain.residents.people import (
        LineNumber,
        Period,
        Resident,
        ResidentId,
        ResidentLine,
    )
    from station_app.domain.residents.tags import Tag
    from station_app.domain.rights import withholding
    from station_app.services.progress import Progress
    from station_app.store.transaction import Store
else:
    households = later("station_app.domain.residents.households")
    withholding = later("station_app.domain.rights.withholding")

LIST_NAME_LENGTH = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFile:
    """One person one file: all that is kept of a resident.

    ``household`` is missing, too, where it lies outside one's grids.
    """

    resident: Resident
    household: Household | None
    tags: tuple[Tag, ...]
    periods: tuple[Period, ...]
    history: tuple[Change, ...]
    attachments: tuple[Attachment, ...]


class ResidentLists:
    """What the residents' page shows."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    @needs(Permission.RESIDENT_READ)
    def keys(
        self,
        chosen: ResidentFilter,
        *,
        order: Order = Order.NAME,
        descending: bool = False,
        limit: int | None = None,
        progress: Progress | None = None,
    ) -> array[int]:
        """Return the line numbers of the residents *chosen* leaves, in order.

        Raises :class:`~station_app.domain.errors.CancelledError` if *progress* is
        no longer wanted.
        """
        progress = progress or Silence()
        with self._store.reading() as tx:
            return tx.lines.keys(
                chosen,
                today=self._clock.today(),
                order=order,
                descending=descending,
                limit=limit,
                step=lambda found: progress.step(found, 0),
            )

    @needs(Permission.RESIDENT_READ)
    def lines(self, keys: Sequence[int]) -> Mapping[int, ResidentLine]:
        """Return the table lines of *keys*; a key that is gone has none."""
        with self._store.reading() as tx:
            return tx.lines.lines(keys, today=self._clock.today())

    @needs(Permission.RESIDENT_READ)
    def count(self, chosen: ResidentFilter) -> int:
        """Return how many people *chosen* leaves."""
        with self._store.reading() as tx:
            return tx.lines.count(chosen, today=self._clock.today())

    @needs(Permission.RESIDENT_READ)
    def counts(
        self, chosen: ResidentFilter, *, among: Collection[str] = DIMENSIONS
    ) -> FilterCounts:
        """Return how many people *chosen* leaves, in all and by each choice *among* some."""
        with self._store.reading() as tx:
            return tx.lines.counts(chosen, today=self._clock.today(), among=among)

    @needs(Permission.RESIDENT_READ)
    def file(self, key: ResidentId) -> PersonFile:
        """Return one person's whole file.

        Raises :class:`NotFoundError` when there is none.
        """
        with self._store.reading() as tx:
            resident = tx.people.resident(key)
            home = households.HouseholdId(resident.household_id)
            household = (
                tx.households.household(home, today=self._clock.today())
                if home and tx.households.sees(home)
                else None
            )
            return PersonFile(
                resident=resident,
                household=household,
                tags=tx.tags.of(key),
                periods=tx.people.periods(key),
                history=withholding.HeldBack.of(tx.withholding.of(key)).over(tx.history.of([key])),
                attachments=tx.attachments.of(key),
            )

    @needs(Permission.RESIDENT_READ)
    def key_of_line(self, seq: LineNumber) -> ResidentId:
        """Return the key of the resident in line *seq*."""
        with self._store.reading() as tx:
            return tx.people.key_of_line(seq)

    @needs(Permission.RESIDENT_READ)
    def line_of(self, key: ResidentId) -> LineNumber:
        """Return the line number of the resident *key*."""
        with self._store.reading() as tx:
            return tx.people.resident(key).seq

    @needs(Permission.RESIDENT_READ)
    def saved(self) -> tuple[SavedList, ...]:
        """Return the saved lists by name."""
        with self._store.reading() as tx:
            return tx.saved_lists.all()

    @needs(Permission.RESIDENT_READ)
    def save(self, name: str, chosen: ResidentFilter) -> Done[str]:
        """Keep *chosen* as a list called *name*."""
        if not name.strip() or len(name.strip()) > LIST_NAME_LENGTH:
            raise ValidationFailedError((Problem("name", "missing"),))
        with self._store.transaction() as tx:
            key = tx.saved_lists.add(name.strip(), chosen)
            tx.audit.add("residents:saved-list:kept", key)
        return Done(key, frozenset({Topic.RESIDENTS}), lambda: self.discard(key))

    @needs(Permission.RESIDENT_READ)
    def discard(self, key: str) -> Done[None]:
        """Put a saved list into the bin."""
        return self._set_binned(key, binned=True)

    def _set_binned(self, key: str, *, binned: bool) -> Done[None]:
        with self._store.transaction() as tx:
            tx.saved_lists.set_binned(key, binned=binned)
            tx.audit.add(f"residents:saved-list:{'binned' if binned else 'restored'}", key)
        return Done(
            None,
            frozenset({Topic.RESIDENTS}),
            lambda: self._set_binned(key, binned=not binned),
        )
