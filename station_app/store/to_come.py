"""A store that is opened by whoever enters it first, off the main thread, and can be shut.

A window can stand on it before SQLAlchemy is loaded: what is asked for in jobs
meanwhile waits there, and is answered. And it can go on standing while the store is shut
behind it and its key is gone, until somebody gives the key anew.
"""

from __future__ import annotations

from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING, Protocol

from station_app.domain.errors import StationLockedError

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from sqlalchemy import Engine

    from station_app.domain.clock import Clock
    from station_app.store.access.authority import Authority
    from station_app.store.anchorage import Anchorage
    from station_app.store.home import StationHome
    from station_app.store.transaction import Store, Transaction
    from station_app.store.vault.keys import StationKey


class OpenStore(Protocol):
    """What opens a store."""

    def __call__(
        self, home: StationHome, key: StationKey, clock: Clock, *, as_it_is: bool = False
    ) -> Store:
        """Open the store in *home* with *key*."""
        ...


class StoreToCome:
    """Stands for the :class:`~station_app.store.transaction.Store` that *open_it* opens.

    What opening raises is raised for everybody who enters; the next one tries again.
    """

    def __init__(self, open_it: Callable[[], Store]) -> None:
        self._open = open_it
        self._turn = Lock()
        self._store: Store | None = None

    @property
    def engine(self) -> Engine:
        """The engine of the store."""
        return self._opened().engine

    @property
    def authority(self) -> Authority:
        """What whoever is signed in may do."""
        return self._opened().authority

    @cached_property
    def whole(self) -> StoreToCome:
        """The same store for the work of the program itself, which must see everything."""
        return _Whole(self)

    @property
    def anchorage(self) -> Anchorage | None:
        """What lies beside the store."""
        return self._opened().anchorage

    def transaction(self) -> AbstractContextManager[Transaction]:
        """Enter the store to write."""
        return self._opened().transaction()

    def reading(self) -> AbstractContextManager[Transaction]:
        """Enter the store to read."""
        return self._opened().reading()

    def rest(self) -> bool:
        """Empty the write-ahead log if nobody is at work; returns whether it is empty."""
        return self._opened().rest()

    def open(self) -> None:
        """Open the file now; raises what opening does."""
        self._opened()

    def lock(self) -> None:
        """Let go of the file and its key; whoever enters is told so until :meth:`unlock`."""
        with self._turn:
            self._open = _refuse
            store, self._store = self._store, None
            if store is not None:
                store.close()

    def unlock(self, open_it: Callable[[], Store]) -> None:
        """Open the file again; when that fails it stays locked."""
        with self._turn:
            if self._store is None:
                self._store = open_it()

    def close(self) -> None:
        """Let go of the file, if it was ever opened."""
        if self._store is not None:
            self._store.close()

    def _opened(self) -> Store:
        with self._turn:
            if self._store is None:
                self._store = self._open()
                self._open = _refuse  # whatever opens it need not be held any longer
            return self._store


class _Whole(StoreToCome):
    """The whole of another, asked for each time: that may be shut and opened meanwhile."""

    def __init__(self, other: StoreToCome) -> None:
        super().__init__(_refuse)
        self._other = other

    def close(self) -> None:
        """Do nothing: the other lets go of the file."""

    def _opened(self) -> Store:
        return self._other._opened().whole  # noqa: SLF001 - one of its own kind


def _refuse() -> Store:
    raise StationLockedError
