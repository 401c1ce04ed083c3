"""The guided tour from beginning to end, and what it leaves behind."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from station_app.domain.residents.filters import ResidentFilter
from station_app.services.access import AccessService
from station_app.services.delivering import deliver, folder_for
from station_app.services.demo.roster import small_roster
from ui.app.ahead import open_station
from ui.tour.morning import Applicant, Cast, Morning
from ui.tour.running import TourLostError, WindowLook, shown, walk_through

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from station_app.bootstrap import Station
    from station_app.services.access import StationHome

ROSTER, CERTIFICATE, STORE, MANIFEST = "roster.csv", "certificate.pdf", "store", "manifest.json"
ROSTER_PEOPLE = 12
MOST_LOOKED_AT = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class TourResult:
    """What lies in the folder afterwards: names of files, the certificate's number."""

    pictures: tuple[str, ...]
    certificate: str
    number: str
    roster: str
    store: str
    manifest: str
    people: int
    content: str


def take_tour(
    home: StationHome,
    out: Path,
    *,
    passphrase: str,
    look: WindowLook,
    stick: Path | None = None,
) -> TourResult:
    """Go through the station in *home*, and leave pictures and papers in *out*.

    With a *stick* files are exchanged with it; without, the room is only looked at.

    Raises :class:`TourLostError`, and what opening a station raises.
    """
    folder_for(out)
    cast = replace(_cast_of(home, out, passphrase), stick=stick)
    with shown(home, look) as program:
        morning = Morning(program, out, cast)
        walk_through(program, morning)
    # the walk ends at the locked door, behind which the store is shut
    station = open_station(home, AccessService().unlock(home, passphrase))
    try:
        return _leave_behind(station, out, morning.pictures)
    finally:
        station.close()


def _cast_of(home: StationHome, out: Path, passphrase: str) -> Cast:
    """Choose who comes to the window, and write the roster that is brought in."""
    key = AccessService().unlock(home, passphrase)
    station = open_station(home, key)
    try:
        today = station.clock.today()
        roster = small_roster(ROSTER_PEOPLE, words=station.demo.words(), today=today)
        deliver(out / ROSTER, roster)
        applicant, refused = _applicants(station)
    finally:
        station.close()
    return Cast(passphrase=passphrase, roster=out / ROSTER, applicant=applicant, refused=refused)


def _applicants(station: Station) -> tuple[Applicant, Applicant]:
    """Return somebody who may have a certificate, and somebody who may not."""
    found: dict[bool, Applicant] = {}
    keys = station.lists.keys(ResidentFilter(), limit=MOST_LOOKED_AT)
    for line in station.lists.lines(keys).values():
        card = station.certificates.card(line.id)
        document = card.resident.primary_document()
        if document is not None:
            person = Applicant(name=line.name, number=document.number)
            # the first of each kind: the same two at every tour of the same station
            found.setdefault(card.obstacle is None, person)
        if len(found) == 2:
            return found[True], found[False]
    raise TourLostError("nobody to issue a certificate to")


def _leave_behind(station: Station, out: Path, pictures: list[str]) -> TourResult:
    """Put the certificate and a copy of the store beside the pictures.

    Only what the program itself gives out is used: the archive, the backup, the check.
    """
    latest = station.certificates.register()[0]
    deliver(out / CERTIFICATE, station.certificates.archived(latest.id))
    station.keeping.copy_to(out / STORE)
    checked = station.checks.check()
    manifest = {
        "station": station.settings.current().station_id,
        "made_at": station.clock.now().isoformat(),
        "schema": checked.schema,
        "counts": dict(checked.counts),
        "content": checked.content,
        # so that a copy carried elsewhere can be told from one that was damaged
        "files": _sums(out),
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"
    deliver(out / STORE / MANIFEST, text.encode())
    return TourResult(
        pictures=tuple(pictures),
        certificate=CERTIFICATE,
        number=latest.number,
        roster=ROSTER,
        store=STORE,
        manifest=f"{STORE}/{MANIFEST}",
        people=checked.people,
        content=checked.content,
    )


def _sums(out: Path) -> Mapping[str, str]:
    """Return the SHA-256 of each file of the copy."""
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted((out / STORE).iterdir())
        if path.name != MANIFEST
    }
