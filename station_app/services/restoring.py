"""Restoring (恢复): another store, from a backup, in the place of the one that stands there.

It works without an open station, for the day the store does not open: the door asks
:meth:`RestoreService.newest_good` whether there is anything to restore. What is replaced
is kept as a backup of its own, and put back the same way.
"""

from __future__ import annotations

from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from station_app.domain.backups import GOOD, Backup, Figures, Soundness, Why
from station_app.domain.errors import (
    KeysDamagedError,
    StationError,
    StationMissingError,
    StoreDamagedError,
    WrongPassphraseError,
)
from station_app.domain.keys import new_key
from station_app.domain.paper_keys import read_paper_key
from station_app.shipped import RESOURCES
from station_app.store.access.reader import Reader
from station_app.store.backup import backup_at, backups_in
from station_app.store.backup_notes import sha256_of
from station_app.store.backup_places import FOLDER, is_there, known_places
from station_app.store.checking import examine
from station_app.store.copying import keyed
from station_app.store.door import door_at
from station_app.store.driver import connect
from station_app.store.engine import open_sibling
from station_app.store.faults import told
from station_app.store.mooring import loosen
from station_app.store.outline import LastAct, Lost, figures_of, last_act_of, lost_between
from station_app.store.reference import Reference
from station_app.store.rotation import opens
from station_app.store.swapping import make_ready, swap
from station_app.store.vault.keyfile import KeyFile, read_keyfile
from station_app.store.vault.keys import StationKey, new_station_key
from station_app.store.vault.slots import SlotKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from station_app.domain.clock import Clock
    from station_app.services.progress import Progress
    from station_app.store.home import StationHome
    from station_app.store.transaction import Store

__all__ = ["RestoreService", "SlotKind"]

PAGE_BYTES = 4096
WHOEVER = "0" * 32  # at the door: nobody in particular


@dataclass(frozen=True, slots=True, kw_only=True)
class Unlocked:
    """What was typed has opened a backup: its key, and the station's own if it opens that too."""

    key: StationKey
    own: StationKey | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """What one store holds, and when something was last done in it, and by whom."""

    figures: Figures
    last: LastAct | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A backup beside the present store; ``present`` is ``None`` if that cannot be read.

    ``lost`` is what was entered since, ``back`` counts what was deleted since or stands
    nowhere but in the backup. Names are left out (``is_unnamed``) for whoever does not see
    all residents.
    """

    backup: Outline
    present: Outline | None
    lost: Lost
    back: int
    is_unnamed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What now stands in its place, and the backup in which the former store is kept."""

    backup: Backup
    figures: Figures | None
    kept: Backup | None


class RestoreService:
    """The use cases of restoring.

    With an open *store* backups are tried with its key; :meth:`restore` wants it closed.
    """

    def __init__(self, home: StationHome, clock: Clock, store: Store | None = None) -> None:
        self._home = home
        self._clock = clock
        self._store = store

    def candidates(self, more: Sequence[Path] = ()) -> tuple[Backup, ...]:
        """Return every backup there is, the newest first: cheap, none is opened.

        Looked through are the station's folder, the known places that are there, and *more*
        files or folders.
        """
        found = backups_in(self._home.backups)
        for place in known_places(self._home):
            if is_there(place):
                found += backups_in(place.path, place=place.name)
        for path in more:
            if path.is_dir():
                for folder in (path, path / FOLDER):
                    found += backups_in(folder, place=path.name or str(path))
            elif path.is_file():
                found.append(backup_at(path))
        by_path = {backup.path.absolute(): backup for backup in reversed(found)}
        # of two alike the one on this computer first
        return tuple(
            sorted(by_path.values(), key=lambda each: (each.moment, not each.place), reverse=True)
        )

    def newest_good(self) -> Backup | None:
        """Return the newest backup against which nothing speaks; for the door.

        A store that was replaced is not taken for one: nobody has read it back.
        """
        candidates = (each for each in self.candidates() if each.why is not Why.REPLACED)
        return next((each for each in candidates if self.soundness(each) in GOOD), None)

    def soundness(self, backup: Backup) -> Soundness:
        """Look at *backup* as closely as can be done without asking for its key."""
        opened = self._tried(backup)
        if opened is not None:
            return opened
        if not _has_keys(backup):
            return Soundness.NO_KEYS
        return _as_noted(backup)

    def unlock(self, backup: Backup, typed: str, kind: SlotKind = SlotKind.USER) -> Unlocked:
        """Open *backup* with the passphrase or paper key *typed*, its own or today's; read it.

        Anybody's passphrase will do (*kind* is then any but ``PAPER``).
        Raises :class:`WrongPassphraseError`, :class:`MistypedPaperKeyError`,
        :class:`KeysDamagedError` and :class:`StoreDamagedError`, never one for another.
        """
        secret = read_paper_key(typed).text() if kind is SlotKind.PAPER else typed
        with self._counted(kind):
            return self._unlocked(backup, secret, kind)

    def _unlocked(self, backup: Backup, secret: str, kind: SlotKind) -> Unlocked:
        own = self._own_key(kind, secret)
        key, why = _key_of(backup, kind, secret)
        for found in filter(None, (key, own)):
            if _opens(backup, found):
                _make_sure(backup, found)
                return Unlocked(key=found, own=own)
        if key is None and why is not None:
            raise why
        raise StoreDamagedError(what="backup")

    def compare(self, backup: Backup, unlocked: Unlocked) -> Difference:
        """Return in what *backup* differs from the present store."""
        with told(), _opened(backup.path, unlocked.key) as there:
            outline = _outline(there)
            nothing = Difference(backup=outline, present=None, lost=Lost(), back=0)
            try:
                with self._present(unlocked) as here:
                    if here is None:
                        return nothing
                    lost = lost_between(here, there)
                    is_named = self._may_read_names(here, unlocked)
                    return Difference(
                        backup=outline,
                        present=_outline(here),
                        lost=lost if is_named else replace(lost, newest=()),
                        back=_back(here, there),
                        is_unnamed=not is_named,
                    )
            except StoreDamagedError:
                return nothing

    def restore(
        self, backup: Backup, unlocked: Unlocked, progress: Progress | None = None
    ) -> Restored:
        """Put *backup* in the place of the present store, which nobody may have open.

        Whatever cuts it short leaves the former or the latter whole; the next time the
        station is unlocked it is ended. If what was typed opens the station today, its key
        slots stay as they are. Raises a :class:`StoreUnavailableError`.
        """
        self._home.make()
        if progress is not None:
            progress.step(0, 0, "restoring")
        former = self._settle(unlocked)
        lost = self._count_lost(backup, unlocked)
        target, keys = unlocked.own, None
        if target is None:
            target = new_station_key()
            # those who open the backup open the station, which is not to share its key
            slots = read_keyfile(backup.keys).rewrapped_for(target, by=unlocked.key)
            keys = slots.as_text().encode()
        with told(), _opened(backup.path, unlocked.key) as source:
            copied = make_ready(self._home, source, keyed(target.database), keys=keys)
        facts = {
            "id": new_key(),
            "moment": backup.moment.isoformat(),
            "why": backup.why.value,
            "place": backup.place,
            "lost": lost,
        }
        kept = swap(self._home, self._clock.now(), told=facts, figures=former)
        return Restored(
            backup=backup, figures=copied.figures, kept=backup_at(kept) if kept else None
        )

    def _may_read_names(self, here: Any, unlocked: Unlocked) -> bool:
        """Whether whoever typed a secret may read of all residents in the store *here*."""
        key = unlocked.own or unlocked.key
        if key.kind == SlotKind.PAPER:
            return True  # it sets anybody's passphrase
        rules = Reference(RESOURCES).roles
        return Reader(rules, key.owner, self._clock.today()).sees_all(here)

    def _own_key(self, kind: SlotKind, secret: str) -> StationKey | None:
        """Return the key that *secret* opens today; of two the one that opens the database."""
        keys = [_key_in(path, kind, secret) for path in (self._home.keys, self._home.coming_keys)]
        found = [key for key in keys if key is not None]
        fitting = (key for key in found if opens(self._home.database, key))
        return next(fitting, found[0] if found else None)

    @contextmanager
    def _counted(self, kind: SlotKind) -> Iterator[None]:
        """Shut this way in, too, to whoever guesses passphrases; the paper key is not guessed."""
        if kind is SlotKind.PAPER or not self._home.root.is_dir():
            yield
            return
        door = door_at(self._home.door, self._clock)
        door.let_try(WHOEVER)
        try:
            yield
        except WrongPassphraseError:
            door.has_failed(WHOEVER)
            raise
        door.has_opened(WHOEVER)

    def _tried(self, backup: Backup) -> Soundness | None:
        """Try *backup* with the key of the open store; ``None`` if that says nothing."""
        if self._store is None:
            return None
        try:
            with closing(open_sibling(self._store.engine, backup.path)) as connection, told():
                connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
                if backup.note is not None:
                    noted = _as_noted(backup)
                    return Soundness.OPENS if noted is Soundness.UNTOUCHED else noted
                return _read(connection)
        except (StationError, OSError):
            return None  # another key or damage: the digest beside it tells

    @contextmanager
    def _present(self, unlocked: Unlocked) -> Iterator[Any]:
        """Yield a connection to the present store, ``None`` if there is no way in."""
        if not self._home.database.exists():
            yield None
        elif self._store is not None:
            found = open_sibling(self._store.engine, self._home.database)
            with told(), closing(found) as connection:
                yield connection
        elif unlocked.own is None:
            yield None
        else:
            with told(), _opened(self._home.database, unlocked.own) as connection:
                yield connection

    def _settle(self, unlocked: Unlocked) -> Figures | None:
        """Make the present store one file, if it can be opened; return what it holds.

        Raises :class:`StoreBusyError` while another program has it open.
        """
        if unlocked.own is None or not self._home.database.exists():
            return None
        path, key = self._home.database, unlocked.own.database
        loosen(self._home, key)
        try:
            with told(), closing(connect(path, key)) as connection:
                # only who is alone may do without a log
                connection.execute("PRAGMA journal_mode = DELETE").close()
                return figures_of(connection)
        except StoreDamagedError:
            return None

    def _count_lost(self, backup: Backup, unlocked: Unlocked) -> int:
        try:
            return self.compare(backup, unlocked).lost.count
        except StationError:
            return 0


def _has_keys(backup: Backup) -> bool:
    try:
        read_keyfile(backup.keys)
    except (StationError, OSError):
        return False
    return True


def _as_noted(backup: Backup) -> Soundness:
    """Compare *backup* with the note beside it."""
    if not backup.size or backup.size % PAGE_BYTES:
        return Soundness.DAMAGED
    if backup.note is None:
        return Soundness.UNPROVEN
    try:
        is_same = backup.size == backup.note.size and sha256_of(backup.path) == backup.note.sha256
    except OSError:
        return Soundness.DAMAGED
    return Soundness.UNTOUCHED if is_same else Soundness.DAMAGED


def _key_in(path: Path, kind: SlotKind, secret: str) -> StationKey | None:
    try:
        return _key_by(read_keyfile(path), kind, secret)
    except (StationError, OSError):
        return None


def _key_by(slots: KeyFile, kind: SlotKind, secret: str) -> StationKey:
    # supervisors first: they are few, and each try takes half a second
    kinds = (kind,) if kind is SlotKind.PAPER else (SlotKind.SUPERVISOR, SlotKind.USER)
    return slots.unlock([slot for each in kinds for slot in slots.of_kind(each)], secret)


def _key_of(
    backup: Backup, kind: SlotKind, secret: str
) -> tuple[StationKey | None, StationError | None]:
    """Return the key of *backup*, or why there is none."""
    try:
        return _key_by(read_keyfile(backup.keys), kind, secret), None
    except StationMissingError:
        return None, KeysDamagedError(what="missing")
    except (WrongPassphraseError, KeysDamagedError) as error:
        return None, error


@contextmanager
def _opened(path: Path, key: StationKey) -> Iterator[Any]:
    with closing(keyed(key.database)(path)) as connection:
        yield connection


def _opens(backup: Backup, key: StationKey) -> bool:
    try:
        with told(), _opened(backup.path, key) as connection:
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except StoreDamagedError:
        return False
    return True


def _make_sure(backup: Backup, key: StationKey) -> None:
    with told(), _opened(backup.path, key) as connection:
        if _read(connection) is not Soundness.OPENS:
            raise StoreDamagedError(what="backup")


def _read(connection: Any) -> Soundness:
    is_well = not examine(connection, quickly=True).faults and figures_of(connection) is not None
    return Soundness.OPENS if is_well else Soundness.DAMAGED


def _outline(connection: Any) -> Outline:
    figures = figures_of(connection)
    if figures is None:
        raise StoreDamagedError(what="backup")
    return Outline(figures=figures, last=last_act_of(connection))


def _back(here: Any, there: Any) -> int:
    """Return how many people would be back that are deleted or not to be found here."""
    sql = "SELECT id FROM resident WHERE deleted_at IS NULL"
    living = {row[0] for row in here.execute(sql)}
    return sum(row[0] not in living for row in there.execute(sql))
