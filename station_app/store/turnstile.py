"""A pool of connections that lets nobody in while the file is put aside."""

from __future__ import annotations

from threading import RLock, local
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import QueuePool, event

if TYPE_CHECKING:
    from sqlalchemy import PoolProxiedConnection


class Turn:
    """Taken by whoever exchanges the file, and in passing by whoever begins to use it."""

    def __init__(self) -> None:
        self.lock = RLock()
        self._mine = local()

    @property
    def is_inside(self) -> bool:
        """Whether the present thread holds a connection already."""
        return bool(getattr(self._mine, "connections", 0))

    def entered(self) -> None:
        """Count a connection of the present thread."""
        self._mine.connections = getattr(self._mine, "connections", 0) + 1

    def left(self, _connection: object, _record: object) -> None:
        """Count one less; what the garbage gives back may have been another thread's."""
        self._mine.connections = max(getattr(self._mine, "connections", 0) - 1, 0)


class Turnstile(QueuePool):
    """Gives a connection to whoever's turn it is, or who is at work already.

    Whoever exchanges the file takes the turn and waits until all connections are back; who
    comes meanwhile waits for him. Somebody at work may need a second connection to come to
    an end, and gets it: else both would wait for each other.
    """

    turn: Turn

    @classmethod
    def of(cls, creator: Any, turn: Turn, **options: Any) -> Turnstile:
        """Return a pool that keeps to *turn*."""
        made = cls(creator, **options)
        made.turn = turn
        event.listen(made, "checkin", turn.left)  # a pool made in its place takes it over
        return made

    def connect(self) -> PoolProxiedConnection:
        """Return a connection, as soon as it is one's turn."""
        if self.turn.is_inside:
            return self._enter()
        with self.turn.lock:
            return self._enter()

    def recreate(self) -> Turnstile:
        """Return an empty pool in the place of this one."""
        made: Any = super().recreate()
        made.turn = self.turn
        return cast("Turnstile", made)

    def _enter(self) -> PoolProxiedConnection:
        connection = super().connect()
        self.turn.entered()
        return connection
