"""The use cases of the exchange (数据交换): files written for others, files taken in.

Files are one for each receiver, numbered and chained for each pair of devices. What a
file brings is merged in one transaction, or nothing of it.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from station_app.domain.access.permissions import Permission
from station_app.domain.changes import Done, Topic
from station_app.domain.errors import NotFoundError, RefusedError
from station_app.domain.sync.devices import DeviceState
from station_app.domain.sync.files import EXTENSION, Header, Refusal, SyncFileRefusedError
from station_app.services.collector import without_collector
from station_app.services.delivering import deliver, folder_for
from station_app.services.permissions import needs
from station_app.services.progress import Silence
from station_app.services.sync.admitting import Admission
from station_app.services.sync.deriving import Deriver
from station_app.services.sync.notes import (
    are_news,
    honour,
    note_told,
    read_notes,
    with_heads,
    with_notes,
)
from station_app.services.sync.own import keys_of, own_device
from station_app.services.sync.sealing import seal
from station_app.store.base import moment_text
from station_app.store.room import require_room
from station_app.store.sync.files import IN, OUT, FileLine

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from station_app.domain.clock import Clock
    from station_app.domain.sync.bundle import Bundle
    from station_app.domain.sync.devices import Device
    from station_app.services.pinyin import PinyinReader
    from station_app.services.progress import Progress
    from station_app.store.home import StationHome
    from station_app.store.sync.devices import OwnDevice
    from station_app.store.sync.peers import Ledger
    from station_app.store.transaction import Store, Transaction

RECORDS = frozenset({Topic.RESIDENTS, Topic.PLACES, Topic.CERTIFICATES, Topic.SETTINGS})
WRITTEN = frozenset({Topic.EXCHANGE, Topic.AUDIT})
TOUCHED = RECORDS | WRITTEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A file written for a device; ``counts`` are its rows, cells, evictions and conflicts."""

    device: str
    receiver: str
    path: Path
    number: int
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenIn:
    """What has come of one file, counted in the store.

    With ``refused`` nothing was changed, and ``facts`` complete its sentence. ``waiting``
    counts all rows that wait for something they refer to. ``is_whole`` says that
    nothing is missing before it.
    """

    file: str
    sender: str = ""
    number: int = 0
    sha256: str = ""
    added: int = 0
    changed: int = 0
    conflicts: int = 0
    removed: int = 0
    waiting: int = 0
    is_whole: bool = True
    refused: Refusal | None = None
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchanged:
    """What one round of exchange with a folder has done."""

    taken: tuple[TakenIn, ...]
    written: tuple[Written, ...]


class ExchangeService:
    """The use cases of files that travel between devices."""

    def __init__(
        self,
        home: StationHome,
        store: Store,
        pinyin: PinyinReader,
        clock: Clock,
        *,
        back_up: Callable[[], object],
    ) -> None:
        self._home = home
        self._back_up = back_up
        self._store = store
        self._pinyin = pinyin
        self._clock = clock

    @needs(Permission.EXCHANGE_RUN)
    def write(
        self, devices: Sequence[str], folder: Path, progress: Progress | None = None
    ) -> Done[tuple[Written, ...]]:
        """Write files for *devices* into *folder*; none where there is nothing new to say.

        Raises :class:`RefusedError` ``file-not-written`` and :class:`NotFoundError`.
        """
        require_room(self._store.engine)
        folder_for(folder)
        watched = progress or Silence()
        written: list[Written] = []
        for place, key in enumerate(devices):
            watched.step(place, len(devices), "writing-file")
            written.extend(self._write_for(key, folder, watched))
        return Done(tuple(written), WRITTEN)

    @needs(Permission.EXCHANGE_RUN)
    def write_for_all(
        self, folder: Path, progress: Progress | None = None
    ) -> Done[tuple[Written, ...]]:
        """Write files for every active device."""
        with self._store.reading() as tx:
            active = [
                device.id
                for device in tx.exchange.devices.all()
                if device.state is DeviceState.ACTIVE
            ]
        return self.write(active, folder, progress)

    @needs(Permission.EXCHANGE_RUN)
    def take_in(
        self, paths: Sequence[Path], progress: Progress | None = None
    ) -> Done[tuple[TakenIn, ...]]:
        """Take files in, each in a transaction of its own, the earlier numbers first.

        A file that is refused changes nothing and is told in the result. Before the first
        a backup is made, if there is not one of the last minutes.
        """
        require_room(self._store.engine)
        watched = progress or Silence()
        if paths:
            watched.step(0, 0, "backing-up")
            self._back_up()
        told = []
        admission = Admission(self._store, self._clock)
        for place, path in enumerate(admission.in_order(paths)):
            watched.step(place, len(paths), "reading-file")
            try:
                told.append(self._take_in(path, admission, watched))
            # one refused file is no reason to leave the others on the stick
            except SyncFileRefusedError as refused:
                told.append(TakenIn(file=path.name, refused=refused.reason, facts=refused.facts))
        self._mark()
        return Done(tuple(told), TOUCHED)

    @needs(Permission.EXCHANGE_RUN)
    def exchange(self, folder: Path, progress: Progress | None = None) -> Done[Exchanged]:
        """Take in all that lies in *folder* for this device, then write for all who wait."""
        taken = self.take_in(self.files_for_us(folder), progress).value
        written = self.write_for_all(folder, progress).value
        return Done(Exchanged(taken=taken, written=written), TOUCHED)

    @needs(Permission.EXCHANGE_RUN)
    def files_for_us(self, folder: Path) -> tuple[Path, ...]:
        """Return the files in *folder* that are for this device and were not taken in yet."""
        return Admission(self._store, self._clock).new_in(folder)

    @needs(Permission.EXCHANGE_UNDO)
    def take_back(self, sha256: str) -> Done[int]:
        """Undo the file *sha256* as new edits; return how many rows that changed.

        Raises :class:`RefusedError` ``sync.built-upon`` when later work rests on what it
        brought, ``sync.undone``, ``sync.not-undoable``, and :class:`NotFoundError`.
        """
        with self._store.transaction() as tx:
            line = tx.exchange.files.file(sha256)
            if line is None or line.direction != IN:
                raise NotFoundError(id=sha256)
            if line.state != "taken":
                raise RefusedError("sync.undone")
            merged = tx.exchange.take_back(line)
            Deriver(tx, self._pinyin).renew(merged)
            tx.audit.add("exchange:file:taken-back", sha256, rows=merged.changed)
        return Done(merged.changed, TOUCHED)

    @needs(Permission.EXCHANGE_READ)
    def state_hash(self) -> str:
        """Return what is the same on two devices that hold the same."""
        with self._store.transaction() as tx:
            return tx.exchange.state_hash()

    def _take_in(self, path: Path, admission: Admission, progress: Progress) -> TakenIn:
        admitted = admission.admit(path, progress)
        header, device = admitted.header, admitted.device
        notes = read_notes(admitted.bundle.notes)
        with without_collector(), self._store.transaction() as tx:
            merged = tx.exchange.take_in(
                admitted.bundle,
                device,
                remember=admitted.sha256,
                step=lambda phase: progress.step(0, 0, phase),
            )
            progress.step(0, 0, "deriving")
            Deriver(tx, self._pinyin).renew(merged)
            counts = {
                "added": merged.added,
                "changed": merged.changed,
                "conflicts": merged.conflicts,
                "removed": len(merged.removed),
            }
            note = _note_of(header, device, tx, name=path.name, counts=counts)
            tx.exchange.files.note(replace(note, sha256=admitted.sha256))
            # notes of an older file that arrives late would put back scope and segment
            if header.number > tx.exchange.peers.ledger(device.id).got:
                honour(tx, own_device(tx), device, notes)
            tx.exchange.peers.note_got(
                device.id, number=header.number, sha256=admitted.sha256, at=note.at
            )
            tx.audit.add("exchange:file:taken-in", device.id, number=header.number, **counts)
        return TakenIn(
            file=path.name,
            sender=device.name,
            number=header.number,
            sha256=admitted.sha256,
            waiting=merged.waiting,
            is_whole=merged.is_whole,
            facts=admitted.facts,
            added=merged.added,
            changed=merged.changed,
            conflicts=merged.conflicts,
            removed=len(merged.removed),
        )

    def _write_for(self, key: str, folder: Path, progress: Progress) -> list[Written]:
        """Write all parts for one device."""
        written: list[Written] = []
        upto: int | None = None
        while True:
            with without_collector(), self._store.transaction() as tx:
                device, own = tx.exchange.devices.device(key), own_device(tx)
                if device.state is not DeviceState.ACTIVE:
                    raise RefusedError("sync.device-not-active", name=device.name)
                bundle = tx.exchange.collect(device, own_scope=own.scope, base=upto)
                bundle = with_notes(tx, own, device, bundle)
                ledger = tx.exchange.peers.ledger(key)
                is_last = bundle.top >= tx.exchange.sites.counter()
                is_news = _says_something(bundle, ledger) or are_news(tx, device, bundle.notes)
                # a part that says nothing is written when another follows, or that would begin
                # beyond a gap: all of a large import may be of other grids
                if is_last and ledger.sent and not is_news:
                    return written
                note_told(tx, device, bundle.notes)
                bundle = with_heads(tx, device, bundle)
                sealed, line = self._sealed(tx, own, device, bundle)
                marker = tx.exchange.sites.marker()
            # the number is kept before the file is seen: after a power cut between the two it
            # is missing, which is no harm; given twice it would be
            marker.write(self._home.site)
            deliver(folder / line.name, sealed)
            written.append(
                Written(
                    device=device.id,
                    receiver=device.name,
                    path=folder / line.name,
                    number=line.number,
                    counts=line.counts,
                )
            )
            progress.step(len(written), 0, "writing-file")
            if is_last:
                return written
            upto = bundle.top

    def _sealed(
        self, tx: Transaction, own: OwnDevice, device: Device, bundle: Bundle
    ) -> tuple[bytes, FileLine]:
        """Return the file for *device* and what is kept about it, which it is from now on."""
        ledger = tx.exchange.peers.ledger(device.id)
        header = Header(
            sender=own.id,
            sender_name=own.name,
            site=bundle.sites[bundle.site],
            receiver=device.id,
            receiver_name=device.name,
            number=ledger.sent + 1,
            former=ledger.sent_sha256,
            base=bundle.base,
            top=bundle.top,
            schema=bundle.schema,
            made_at=moment_text(tx.stamp.at),
            counts=bundle.counts(),
        )
        sealed = seal(header, bundle, sender=keys_of(own), receiver=device.keys)
        sha256 = hashlib.sha256(sealed).hexdigest()
        name = f"{own.id[-6:]}-{device.id[-6:]}-{header.site[-6:]}-{header.number:06d}{EXTENSION}"
        note = _note_of(header, device, tx, name=name, counts=header.counts)
        line = replace(note, sha256=sha256, direction=OUT, state="written")
        tx.exchange.peers.note_sent(
            device.id,
            number=header.number,
            sha256=sha256,
            at=header.made_at,
            top=bundle.top,
            told=bundle.acked,
        )
        tx.exchange.files.note(line)
        tx.audit.add("exchange:file:written", device.id, number=header.number, **header.counts)
        return sealed, line

    def _mark(self) -> None:
        with self._store.transaction() as tx:
            tx.exchange.trim(own_device(tx), tx.stamp.at)
            marker = tx.exchange.sites.marker()
        marker.write(self._home.site)


def _says_something(bundle: Bundle, ledger: Ledger) -> bool:
    """Whether *bundle* brings anything: records, or news of what has arrived here."""
    return any(bundle.counts().values()) or bundle.acked != ledger.told


def _note_of(
    header: Header, device: Device, tx: Transaction, *, name: str, counts: Mapping[str, int]
) -> FileLine:
    """Return what is kept of a file that came, without its digest."""
    return FileLine(
        sha256="",
        direction=IN,
        device=device.id,
        site=header.site,
        number=header.number,
        base=header.base,
        top=header.top,
        at=moment_text(tx.stamp.at),
        by=tx.stamp.by,
        name=name,
        state="taken",
        lseq=tx.exchange.sites.counter(),
        counts=counts,
    )
