"""The parts of a station that exchange files with other devices, put together.

Half of :mod:`station_app.bootstrap`: like there, what the first window does not need is
loaded when first asked for.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from station_app.domain.backups import Why
from station_app.later import later
from station_app.parts import Parts

if TYPE_CHECKING:
    from station_app.services import keeping, pinyin
    from station_app.services.sync import (
        doubles,
        enrolling,
        exchanging,
        reviewing,
        rounds,
        standing,
    )
    from station_app.store.home import StationHome
else:
    doubles = later("station_app.services.sync.doubles")
    enrolling = later("station_app.services.sync.enrolling")
    exchanging = later("station_app.services.sync.exchanging")
    reviewing = later("station_app.services.sync.reviewing")
    rounds = later("station_app.services.sync.rounds")
    standing = later("station_app.services.sync.standing")


class ExchangeParts(Parts):
    """What a station may be asked about other devices; more of it comes from outside."""

    home: StationHome

    if TYPE_CHECKING:

        @property
        def keeping(self) -> keeping.KeepingService:
            """The use cases of backups."""

        @property
        def _pinyin(self) -> pinyin.PinyinReader: ...

    @cached_property
    def exchange(self) -> exchanging.ExchangeService:
        """The use cases of files that travel between devices."""
        return exchanging.ExchangeService(
            self.home,
            self.store.whole,
            self._pinyin,
            self.clock,
            back_up=lambda: self.keeping.back_up_before(Why.EXCHANGE),
        )

    @cached_property
    def rounds(self) -> rounds.RoundService:
        """The use cases of exchanging with a folder."""
        return rounds.RoundService(self.store.whole, self.exchange, self.clock)

    @cached_property
    def standing(self) -> standing.StandingService:
        """The questions about how the exchange stands."""
        return standing.StandingService(self.store, self.clock)

    @cached_property
    def devices(self) -> enrolling.DeviceService:
        """The use cases of devices that exchange files."""
        return enrolling.DeviceService(self.home, self.store.whole, self.clock)

    @cached_property
    def doubles(self) -> doubles.DoubleService:
        """The use case of what was entered twice."""
        return doubles.DoubleService(self.store)

    @cached_property
    def review(self) -> reviewing.ReviewService:
        """The use cases of what was entered twice without knowing of one another."""
        return reviewing.ReviewService(
            self.store, lambda: self.reference, self._pinyin, self.clock
        )
