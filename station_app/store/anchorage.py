"""Keeping the anchor of an open store: the tide after each change, the anchor at rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.store.anchor import (
    SALT_BYTES,
    UNKNOWN,
    Anchor,
    AnchorState,
    write_anchor,
    write_tide,
)
from station_app.store.engine import empty_log, read_past, seals_of
from station_app.store.faults import LANE, Lane
from station_app.store.mooring import is_log_empty, stamp_of
from station_app.store.room import release_reserve
from station_app.store.standing import HOW_FAR

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from station_app.store.home import StationHome
    from station_app.store.mooring import Found, Stamp

NOTE_ANCHORED = "INSERT OR IGNORE INTO sync_own (name, value) VALUES ('anchored', '1')"


class Anchorage:
    """Writes what lies beside the store in *home*.

    *found* is what lay there when the store was opened by *engine*.
    """

    def __init__(self, home: StationHome, engine: Engine, found: Found) -> None:
        self._home, self._engine = home, engine
        self.found = found
        self._latest = found.moored.anchor
        self._stamp: Stamp | None = None
        self.was_lost = False

    def make_room(self) -> bool:
        """Give back the reserve beside the store; return whether there was one."""
        return release_reserve(self._home)

    def note(self, hlc: int) -> None:
        """Note that the change at *hlc* is confirmed."""
        write_tide(self._home, hlc, seals_of(self._engine))

    def is_doubted(self) -> bool:
        """Whether somebody has yet to decide about a store that was not as it was left."""
        return self._latest is not None and self._latest.is_doubted

    def doubt(self) -> None:
        """Keep in mind, also over the end of the program, that somebody has to decide."""
        if self._latest is not None:
            self._write(self._latest.doubted())

    def begin(self) -> None:
        """Make an anchor where there is none that reads well.

        The store notes that it has one: if it had, it was taken away or damaged.
        """
        with self._engine.connect().execution_options(**{LANE: Lane.WRITE}) as connection:
            had_one = connection.exec_driver_sql(NOTE_ANCHORED).rowcount == 0
            connection.commit()
        self.was_lost = had_one or self.found.moored.state is AnchorState.DAMAGED
        empty_log(self._engine, wait=False)
        self.renew()

    def _stays(self, stamp: Stamp | None, before: tuple[int, int, bytes]) -> bool:
        """Whether nothing stands in the log, or was written meanwhile, that changes the file."""
        return stamp is not None and (self._stamp_of_file(), self._how_far()) == (stamp, before)

    def renew(self, *, trusted: bool = False) -> None:
        """Let the anchor say how the store is now; best when the log has just been emptied.

        *trusted* is a store about which somebody has decided. Raises
        :class:`OSError`, and what reading the store does; the former anchor stays then.
        """
        stamp = self._stamp_of_file()
        if stamp is not None and stamp == self._stamp and not trusted:
            return  # nothing was written since
        hlc, number, digest = before = self._how_far()
        content = UNKNOWN if stamp is None else read_past(self._engine).content()
        stays = self._stays(stamp, before)
        self._write(
            Anchor(
                hlc,
                number,
                digest,
                self._home.database.stat().st_size,
                read_past(self._engine).beginning(SALT_BYTES),
                content if stays else UNKNOWN,
                is_doubted=self.is_doubted() and not trusted,
            )
        )
        if trusted:
            self.note(hlc)
        self._stamp = stamp if stays else None

    def is_as_left(self) -> bool | None:
        """Whether the file is byte for byte what it was when it last rested.

        ``None`` if that cannot be told: it had not rested, or was written since.
        """
        anchor, resting = self.found.moored.anchor, self.found.resting
        if anchor is None or anchor.content == UNKNOWN or resting is None:
            return None
        content = read_past(self._engine).content()
        return content == anchor.content if stamp_of(self._home) == resting else None

    def _how_far(self) -> tuple[int, int, bytes]:
        with self._engine.connect().execution_options(**{LANE: Lane.READ}) as connection:
            hlc, number, digest = connection.exec_driver_sql(HOW_FAR).one()
        return int(hlc or 0), int(number), bytes(digest)

    def _stamp_of_file(self) -> Stamp | None:
        return stamp_of(self._home) if is_log_empty(self._home) else None

    def _write(self, anchor: Anchor) -> None:
        write_anchor(self._home, anchor, seals_of(self._engine))
        self._latest = anchor
