"""The rooms there are, and what each is given. Pages are loaded when first shown."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.kit.icons import Icon
from ui.shell.room import Room

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from station_app.bootstrap import Station
    from station_app.domain.first_page import FirstLines
    from ui.kit.room import RoomContext

SETTINGS = "settings"


def rooms_of(
    station: Station,
    *,
    settings: Callable[[RoomContext], QWidget],
    exchange: Callable[[RoomContext], QWidget],
    first: FirstLines | None = None,
) -> Sequence[Room]:
    """Return the rooms of *station* in the order of their tabs.

    *settings* and *exchange* make their pages; *first* are the residents read already.
    """
    return (
        Room(
            key="residents",
            title=QCoreApplication.translate("rooms", "Residents"),
            icon=Icon.PEOPLE,
            build=partial(_residents, station, first),
            kinds=("resident", "household", "dwelling", "residents", "new-resident"),
        ),
        Room(
            key="certificates",
            title=QCoreApplication.translate("rooms", "Certificates"),
            icon=Icon.CERTIFICATE,
            build=partial(_certificates, station),
            kinds=("certificate", "certificate-for"),
        ),
        _exchange_room(exchange),
        Room(
            key="imports",
            title=QCoreApplication.translate("rooms", "Bring in a roster"),
            icon=Icon.IMPORT,
            build=partial(_imports, station),
            kinds=("import",),
            in_tabs=False,
        ),
        Room(
            key=SETTINGS,
            title=QCoreApplication.translate("rooms", "Settings"),
            icon=Icon.SETTINGS,
            build=settings,
            kinds=(SETTINGS,),
            in_tabs=False,
        ),
    )


def load_first_room() -> None:
    """Load the page that is shown first while there is nothing to show yet."""
    import ui.residents.page  # noqa: F401, PLC0415 - for :func:`_residents`


def _exchange_room(build: Callable[[RoomContext], QWidget]) -> Room:
    return Room(
        key="sync",
        title=QCoreApplication.translate("rooms", "Exchange"),
        icon=Icon.EXCHANGE,
        build=build,
        kinds=("exchange", "conflict"),
    )


def _residents(station: Station, first: FirstLines | None, context: RoomContext) -> QWidget:
    from ui.residents.page import ResidentsPage  # noqa: PLC0415 - loaded when first shown

    places = partial(_places, station, context)
    return ResidentsPage(station, context, places=places, first=first)


def _places(station: Station, context: RoomContext) -> QWidget:
    from ui.places.panel import PlacesPanel  # noqa: PLC0415 - loaded when first shown

    return PlacesPanel(station, context)


def _certificates(station: Station, context: RoomContext) -> QWidget:
    from ui.certificates.page import CertificatesPage  # noqa: PLC0415 - loaded when first shown

    return CertificatesPage(station, context)


def _imports(station: Station, context: RoomContext) -> QWidget:
    from ui.imports.page import ImportPage  # noqa: PLC0415 - loaded when first shown

    return ImportPage(station, context)
