"""The monthly drill (恢复演练): whether the paper key opens the newest backup, and all is in it.

Done as on the day the computer dies: from a copy of the file alone, with what stands on
the paper. The station itself is not touched.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from station_app.domain.access.permissions import Permission
from station_app.domain.backups import Figures, Urgency, Why, drill_urgency
from station_app.domain.errors import StationError
from station_app.domain.paper_keys import read_paper_key
from station_app.services.permissions import needs, open_to_all
from station_app.store.backup import backup_at
from station_app.store.backup_places import is_there
from station_app.store.proving import prove
from station_app.store.vault.keyfile import read_keyfile
from station_app.store.vault.slots import SlotKind

if TYPE_CHECKING:
    from station_app.domain.backups import Backup
    from station_app.domain.clock import Clock
    from station_app.services.keeping import KeepingService
    from station_app.services.progress import Progress
    from station_app.services.second_places import SecondPlaceService
    from station_app.store.home import StationHome
    from station_app.store.transaction import Store

PROVEN_AT = "backup_proven_at"
SCRATCH = "drill"


@dataclass(frozen=True, slots=True, kw_only=True)
class DrillStanding:
    """When the last good drill was, and how urgent the next is."""

    last: datetime | None
    urgency: Urgency


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What a drill has proven: the backup it opened, what was in it, the places it holds for."""

    moment: datetime
    figures: Figures
    places: tuple[str, ...]


class DrillService:
    """The use cases of the drill."""

    def __init__(
        self,
        home: StationHome,
        store: Store,
        clock: Clock,
        *,
        keeping: KeepingService,
        places: SecondPlaceService,
    ) -> None:
        self._home, self._store, self._clock = home, store, clock
        self._keeping, self._places = keeping, places

    @open_to_all
    def standing(self) -> DrillStanding:
        """Return when the last good drill was; a station never tried counts from its first act."""
        with self._store.reading() as tx:
            kept = tx.settings.all()
            begun = tx.audit.begun_at()
        told = kept.get(PROVEN_AT)
        last = datetime.fromisoformat(str(told)) if told else None
        since = last or begun
        # of a demo station nobody has the paper key, nor would miss anything
        if since is None or kept.get("is_demo"):
            return DrillStanding(last=last, urgency=Urgency.NONE)
        return DrillStanding(last=last, urgency=drill_urgency(since, self._clock.now()))

    @needs(Permission.BACKUP_MAKE)
    def prove(self, typed: str, progress: Progress | None = None) -> Proof:
        """Back up, open a copy of that with the paper key *typed*, compare everything.

        Copies in second places that are there are opened with it too. Raises
        :class:`MistypedPaperKeyError`, :class:`WrongPassphraseError`,
        :class:`StoreDamagedError` (``what`` is ``drill``); all but the first are noted.
        """
        paper = read_paper_key(typed).text()
        backup = backup_at(self._keeping.back_up(Why.DRILL, with_content=True))
        if progress is not None:
            progress.step(0, 0, "proving")
        self._places.carry()
        try:
            figures = self._proven(backup, paper)
            places = tuple(self._proven_places(backup, paper))
        except StationError as error:
            self._note("backup:drill:failed", reason=error.code)
            raise
        content = backup.note.content if backup.note else ""
        self._note("backup:drill:passed", moment=backup.moment.isoformat(), content=content)
        return Proof(moment=backup.moment, figures=figures, places=places)

    def _note(self, act: str, **facts: str) -> None:
        now = self._clock.now()
        with self._store.transaction() as tx:
            if act.endswith("passed"):
                tx.settings.put({PROVEN_AT: now.isoformat()})
            tx.audit.add(act, "", **facts)

    def _proven_places(self, backup: Backup, paper: str) -> list[str]:
        """Return the names of the places whose copy of *backup* opens, too."""
        proven = []
        for place in self._places.known():
            copy = place.path / backup.path.name
            if is_there(place) and copy.exists():
                self._proven(backup_at(copy), paper)
                proven.append(place.name)
        return proven

    def _proven(self, backup: Backup, paper: str) -> Figures:
        """Return what a copy of *backup* holds, opened as on the day."""
        slots = read_keyfile(backup.keys)
        key = slots.unlock(slots.of_kind(SlotKind.PAPER), paper)
        return prove(backup, key.database, self._home.root / SCRATCH)
