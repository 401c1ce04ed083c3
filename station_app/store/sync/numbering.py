"""Which serials are this device's to give: its segment, and how often it was put back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.errors import RefusedError
from station_app.domain.sync.devices import DeviceKind
from station_app.domain.sync.numbers import block_of, serial_after
from station_app.store.sync.devices import Devices

if TYPE_CHECKING:
    from station_app.store.sync.statements import Statements

INCARNATION, SINCE, STATIONS_OWN = "incarnation", "segment-since", "own-segment"
LAST = "SELECT last FROM number_series WHERE word = ? AND year = ?"
LASTS = "SELECT word, year, last FROM number_series"
KEEP = "INSERT OR REPLACE INTO number_series (word, year, last) VALUES (?, ?, ?)"


class Numbering:
    """The serials of this device, within one transaction."""

    def __init__(self, statements: Statements) -> None:
        self._sql = statements
        self._devices = Devices(statements)

    def next_serial(self, word: str, year: int) -> int:
        """Give out the next serial of a series; no device ever gives it again.

        Raises :class:`RefusedError` ``certificate.numbers-used-up``, ``sync.not-enrolled``
        and ``sync.hub-gives-no-numbers``.
        """
        segment, is_station = self._share()
        last = int(self._sql.value(LAST, word, year) or 0)
        serial = self._following(last, segment)
        # nobody else may give itself a segment: two devices would take the same
        if serial is None and is_station:
            serial = self._following(last, self.begin_segment(self._devices.next_segment()))
        if serial is None:
            raise RefusedError("certificate.numbers-used-up")
        self._sql.run(KEEP, word, year, serial)
        return serial

    def begin_segment(self, segment: int) -> int:
        """Give serials of *segment* from now on."""
        self._keep(SINCE, self._number(INCARNATION))
        own = self._devices.own()
        if own is None or own.kind is DeviceKind.STATION:
            self._keep(STATIONS_OWN, segment)
        return segment

    def segments(self) -> tuple[int, ...]:
        """Return the segments of this device; the station's first is 0."""
        own = self._devices.own()
        if own is None or own.kind is DeviceKind.STATION:
            return 0, self._number(STATIONS_OWN)
        return (own.segment,) if own.is_enrolled and own.kind is not DeviceKind.HUB else ()

    def incarnation(self) -> int:
        """Return how often this store was put back from a copy."""
        return self._number(INCARNATION)

    def lasts(self) -> dict[tuple[str, int], int]:
        """Return the serial given last in each series, a word and a year."""
        return {(word, year): last for word, year, last in self._sql.rows(LASTS)}

    def _share(self) -> tuple[int, bool]:
        own = self._devices.own()
        if own is None or own.kind is DeviceKind.STATION:
            return self._number(STATIONS_OWN), True
        if own.kind is DeviceKind.HUB:
            raise RefusedError("sync.hub-gives-no-numbers")
        if not own.is_enrolled:
            raise RefusedError("sync.not-enrolled")
        return own.segment, False

    def _following(self, last: int, segment: int) -> int | None:
        block = block_of(segment, self._number(INCARNATION), since=self._number(SINCE))
        return None if block is None else serial_after(last, block)

    def _number(self, name: str) -> int:
        return int(self._sql.value("SELECT value FROM sync_own WHERE name = ?", name) or 0)

    def _keep(self, name: str, number: int) -> None:
        self._sql.run(
            "INSERT OR REPLACE INTO sync_own (name, value) VALUES (?, ?)", name, str(number)
        )
