"""The rooms there are, and what each is given. Pages are loaded when first shown."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from station_app.domain.access.permissions import Permission
from station_app.later import later, load
from ui.kit.icons import Icon, load_face
from ui.kit.keys import add_key
from ui.shell.room import Room

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from station_app.bootstrap import Station
    from station_app.domain.first_page import FirstLines
    from ui.audit import page as audit
    from ui.certificates import page as certificates
    from ui.counter import page as counter
    from ui.imports import page as imports
    from ui.kit.room import RoomContext
    from ui.places import panel as places_panel
    from ui.residents import page as residents
    from ui.rights import page as rights
    from ui.shell.window import Shell
else:
    audit = later("ui.audit.page")
    certificates = later("ui.certificates.page")
    counter = later("ui.counter.page")
    imports = later("ui.imports.page")
    places_panel = later("ui.places.panel")
    residents = later("ui.residents.page")
    rights = later("ui.rights.page")

SETTINGS = "settings"
OF_RESIDENTS = (
    *("resident", "household", "dwelling", "residents", "new-resident"),
    *("rights-of", "correct-for-request"),
)
OF_WINDOW = (
    *("item", "correct-item", "new-item"),
    *("case", "new-case", "case-for", "case-receipt", "new-order"),
)
OF_RIGHTS = (
    *("rights-request", "rights-request-for"),
    *("own-data-for", "withheld-of", "privacy-notice-for"),
)


def rooms_of(
    station: Station,
    *,
    first: Callable[[], FirstLines | None] = lambda: None,
    settings: Callable[[RoomContext], QWidget],
    exchange: Callable[[RoomContext], QWidget],
    staff: Callable[[RoomContext], QWidget] | None = None,
) -> Sequence[Room]:
    """Return the rooms of *station*: those in tabs in their order, then the others.

    *settings*, *exchange* and *staff* make their pages; *first* gives the residents read
    already.
    """
    administration = () if staff is None else (_administration(staff),)
    return (*_in_tabs(station, first, exchange), *administration, *_beside(station, settings))


def _in_tabs(
    station: Station,
    first: Callable[[], FirstLines | None],
    exchange: Callable[[RoomContext], QWidget],
) -> Sequence[Room]:
    return (
        Room(
            key="residents",
            title=QCoreApplication.translate("rooms", "Residents"),
            icon=Icon.PEOPLE,
            build=partial(_residents, station, first),
            kinds=OF_RESIDENTS,
            needs=Permission.RESIDENT_READ,
        ),
        Room(
            key="certificates",
            title=QCoreApplication.translate("rooms", "Certificates"),
            icon=Icon.CERTIFICATE,
            build=partial(_certificates, station),
            kinds=("certificate", "certificate-for", "certificate-of", "refusal-for"),
            needs=Permission.CERTIFICATE_READ,
        ),
        _window(station),
        Room(
            key="rights",
            title=QCoreApplication.translate("rooms", "Rights"),
            icon=Icon.CARD,
            build=partial(_rights, station),
            kinds=OF_RIGHTS,
            needs=Permission.RIGHTS_READ,
        ),
        _exchange(exchange),
        _inspection(station),
    )


OF_ADMISSION = ("tasks", "task", "new-task")
OF_ASSISTANCE = ("assistance-checks", "assistance-check", "assistance-for")


def _window(station: Station) -> Room:
    return Room(
        key="counter",
        title=QCoreApplication.translate("rooms", "Window"),
        icon=Icon.ITEM,
        build=partial(_counter, station),
        kinds=(*OF_WINDOW, *OF_ASSISTANCE, *OF_ADMISSION),
        needs=Permission.ITEM_READ,
    )


def _exchange(exchange: Callable[[RoomContext], QWidget]) -> Room:
    return Room(
        key="sync",
        title=QCoreApplication.translate("rooms", "Exchange"),
        icon=Icon.EXCHANGE,
        build=exchange,
        kinds=("exchange", "conflict"),
        needs=Permission.EXCHANGE_READ,
    )


def _inspection(station: Station) -> Room:
    return Room(
        key="audit",
        title=QCoreApplication.translate("rooms", "Audit"),
        icon=Icon.SECURITY,
        build=partial(_audit, station),
        kinds=("audit", "audit-of"),
        needs=Permission.AUDIT_READ,
    )


def _administration(staff: Callable[[RoomContext], QWidget]) -> Room:
    return Room(
        key="staff",
        title=QCoreApplication.translate("rooms", "Administration"),
        icon=Icon.STAFF,
        build=staff,
        kinds=("staff",),
        needs=Permission.STAFF_READ,
    )


def _beside(station: Station, settings: Callable[[RoomContext], QWidget]) -> Sequence[Room]:
    return (
        Room(
            key="imports",
            title=QCoreApplication.translate("rooms", "Bring in a roster"),
            icon=Icon.IMPORT,
            build=partial(_imports, station),
            kinds=("import",),
            needs=Permission.IMPORT_RUN,
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


def add_keys(shell: Shell) -> None:
    """Let rooms be gone to from anywhere for what is begun many times a day."""
    action = add_key(
        shell,
        "F2",
        QCoreApplication.translate("rooms", "New case at the window"),
        partial(shell.open_record, "new-case", ""),
        group=QCoreApplication.translate("rooms", "Everywhere"),
        everywhere=True,
    )
    shell.gate.bind(Permission.CASE_WRITE, action)


def load_first_room() -> None:
    """Load the page that is shown first while there is nothing to show yet."""
    load(residents)
    load_face()


def _residents(
    station: Station, first: Callable[[], FirstLines | None], context: RoomContext
) -> QWidget:
    places = partial(_places, station, context)
    return residents.ResidentsPage(station, context, places=places, first=first)


def _places(station: Station, context: RoomContext) -> QWidget:
    return places_panel.PlacesPanel(station, context)


def _audit(station: Station, context: RoomContext) -> QWidget:
    return audit.AuditPage(station, context)


def _certificates(station: Station, context: RoomContext) -> QWidget:
    return certificates.CertificatesPage(station, context)


def _counter(station: Station, context: RoomContext) -> QWidget:
    return counter.CounterPage(station, context)


def _rights(station: Station, context: RoomContext) -> QWidget:
    return rights.RightsPage(station, context)


def _imports(station: Station, context: RoomContext) -> QWidget:
    return imports.ImportPage(station, context)
