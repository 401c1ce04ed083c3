"""Putting the station together: the one place where parts are chosen.

What is heavy to load and not needed for the first window (SQLAlchemy, paper,
spreadsheets) is loaded when first asked for: the imports inside functions are that.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, cast

from station_app.services.pinyin import PinyinReader
from station_app.services.places import PlaceService
from station_app.services.residents.files import AttachmentService
from station_app.services.residents.households import HouseholdService
from station_app.services.residents.lists import ResidentLists
from station_app.services.residents.people import ResidentService
from station_app.services.residents.writing import ResidentWriter
from station_app.services.search import SearchService
from station_app.services.settings import SettingsService
from station_app.services.sync.marking import mark
from station_app.shipped import RESOURCES
from station_app.store.glance import look
from station_app.store.reference import load_reference
from station_app.store.to_come import StoreToCome

if TYPE_CHECKING:
    from collections.abc import Callable

    from station_app.domain.clock import Clock
    from station_app.domain.first_page import FirstPage
    from station_app.services.certificates.drawing.desk import PaperDesk
    from station_app.services.certificates.issuing import CertificateService
    from station_app.services.certificates.refusing import RefusalService
    from station_app.services.checking import CheckService
    from station_app.services.demo.filling import DemoService
    from station_app.services.exports import ExportService
    from station_app.services.imports.run import ImportService
    from station_app.services.keeping import KeepingService
    from station_app.services.sync.doubles import DoubleService
    from station_app.services.sync.enrolling import DeviceService
    from station_app.services.sync.exchanging import ExchangeService
    from station_app.services.sync.reviewing import ReviewService
    from station_app.services.sync.rounds import RoundService
    from station_app.services.sync.standing import StandingService
    from station_app.store.home import StationHome
    from station_app.store.reference import Reference
    from station_app.store.transaction import Store


class DeviceClock:
    """The clock of this device."""

    def now(self) -> datetime:
        """Return the present moment in UTC."""
        return datetime.now(UTC)  # noqa: TID251 - this is the clock everybody else asks

    def today(self) -> date:
        """Return the day it is where the device stands."""
        return datetime.now().astimezone().date()  # noqa: TID251 - the local day


class Station:
    """Everything the user interface may ask for, on one open store."""

    def __init__(self, home: StationHome, store: Store, clock: Clock) -> None:
        self.store = store
        self.home = home
        self.clock = clock
        pinyin = PinyinReader(lambda: self.reference.surnames)
        self._writer = ResidentWriter(store, pinyin)
        self._pinyin = pinyin
        self.settings = SettingsService(store)
        self.lists = ResidentLists(store, clock)
        self.residents = ResidentService(store, self._writer, clock)
        self.households = HouseholdService(store, self._writer, clock)
        self.attachments = AttachmentService(store)
        self.places = PlaceService(store)
        self.search = SearchService(store, pinyin)

    @cached_property
    def reference(self) -> Reference:
        """The code tables and rules that come with the program."""
        return load_reference(RESOURCES)

    @cached_property
    def keeping(self) -> KeepingService:
        """The use cases of backups and checks; brings SQLAlchemy in."""
        from station_app.services.keeping import KeepingService  # noqa: PLC0415 - see the module

        return KeepingService(self.home, self.store, self.clock)

    @cached_property
    def certificates(self) -> CertificateService:
        """The use cases of certificates; brings ReportLab in."""
        from station_app.services.certificates.issuing import (  # noqa: PLC0415 - see the module
            CertificateService,
        )

        return CertificateService(
            self.store,
            self.settings,
            self.reference,
            self.clock,
            desk=self.desk,
            mark=lambda: mark(self.home, self.store),
        )

    @cached_property
    def refusals(self) -> RefusalService:
        """The use cases of what is not ours to issue."""
        from station_app.services.certificates.refusing import (  # noqa: PLC0415 - see the module
            RefusalService,
        )

        return RefusalService(
            self.store, self.settings, self.reference, self.clock, desk=self.desk
        )

    @cached_property
    def desk(self) -> PaperDesk:
        """Where papers are drawn; brings ReportLab in."""
        from station_app.services.certificates.drawing.desk import (  # noqa: PLC0415 - see above
            PaperDesk,
        )

        return PaperDesk(RESOURCES)

    @cached_property
    def imports(self) -> ImportService:
        """The use cases of bringing spreadsheets in."""
        from station_app.services.imports.run import ImportService  # noqa: PLC0415 - see the module

        return ImportService(self.store, self.reference, self._pinyin, self.clock)

    @cached_property
    def exports(self) -> ExportService:
        """The use cases of giving lists out; brings XlsxWriter in."""
        from station_app.services.exports import ExportService  # noqa: PLC0415 - see the module

        return ExportService(self.store, self.reference, self.clock)

    @cached_property
    def exchange(self) -> ExchangeService:
        """The use cases of files that travel between devices."""
        from station_app.services.sync.exchanging import (  # noqa: PLC0415 - see the module
            ExchangeService,
        )

        return ExchangeService(self.home, self.store, self._pinyin, self.clock)

    @cached_property
    def rounds(self) -> RoundService:
        """The use cases of exchanging with a folder."""
        from station_app.services.sync.rounds import (  # noqa: PLC0415 - see the module
            RoundService,
        )

        return RoundService(self.store, self.exchange, self.clock)

    @cached_property
    def standing(self) -> StandingService:
        """The questions about how the exchange stands."""
        from station_app.services.sync.standing import (  # noqa: PLC0415 - see the module
            StandingService,
        )

        return StandingService(self.store, self.clock)

    @cached_property
    def devices(self) -> DeviceService:
        """The use cases of devices that exchange files."""
        from station_app.services.sync.enrolling import (  # noqa: PLC0415 - see the module
            DeviceService,
        )

        return DeviceService(self.home, self.store, self.clock)

    @cached_property
    def doubles(self) -> DoubleService:
        """The use case of what was entered twice."""
        from station_app.services.sync.doubles import DoubleService  # noqa: PLC0415 - see the module

        return DoubleService(self.store)

    @cached_property
    def review(self) -> ReviewService:
        """The use cases of what was entered twice without knowing of one another."""
        from station_app.services.sync.reviewing import (  # noqa: PLC0415 - see the module
            ReviewService,
        )

        return ReviewService(self.store, lambda: self.reference, self._pinyin, self.clock)

    @cached_property
    def demo(self) -> DemoService:
        """The use case of filling the station with invented people."""
        from station_app.services.demo.filling import (  # noqa: PLC0415 - see the module
            DemoService,
        )

        return DemoService(self.store, self._pinyin, self.clock, RESOURCES)

    @cached_property
    def checks(self) -> CheckService:
        """The use case of checking the whole station."""
        from station_app.services.checking import CheckService  # noqa: PLC0415 - see the module

        return CheckService(self.store, self._pinyin)

    def close(self) -> None:
        """Let go of the store; everything confirmed is on the disk."""
        self.store.close()


def open_station(home: StationHome, key: bytes, *, clock: Clock | None = None) -> Station:
    """Open the station kept in *home* with its database *key*.

    Raises what :func:`station_app.store.opening.open_store` does.
    """
    clock = clock or DeviceClock()
    return Station(home, load_store()(home, key, clock), clock)


def station_to_come(
    home: StationHome, key: bytes, *, wait: Callable[[], object], clock: Clock | None = None
) -> Station:
    """Return the station kept in *home* before its store is opened.

    The store is opened by the first job that enters it, after *wait* has
    returned; what that raises is told to every job. The main thread may ask for
    :attr:`Station.reference` and nothing else before one has ended.
    """
    clock = clock or DeviceClock()

    def open_it() -> Store:
        wait()
        return load_store()(home, key, clock)

    store = cast("Store", StoreToCome(open_it))  # all that services use of one
    return Station(home, store, clock)


def glance_at(home: StationHome, key: bytes, *, clock: Clock | None = None) -> FirstPage | None:
    """Return what the window shows first of the station in *home*, if all is as it should be.

    It loads and costs next to nothing: SQLAlchemy is not needed for it.
    """
    return look(home.database, key, today=(clock or DeviceClock()).today())


def load_store() -> Callable[[StationHome, bytes, Clock], Store]:
    """Return what opens a store; brings SQLAlchemy in."""
    from station_app.store.opening import open_store  # noqa: PLC0415 - see the module

    return open_store
