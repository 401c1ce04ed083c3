"""A round of exchange with a folder: all that is there for us taken in, then all written.

What was taken in stays taken in whatever comes after: a stick pulled out, a disk
that is full, *Cancel*. So a round tells what it has done and what stopped it.
"""

from __future__ import annotations

import hashlib
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from station_app.domain.access.permissions import Permission
from station_app.domain.changes import Done
from station_app.domain.errors import (
    CancelledError,
    NotFoundError,
    RefusedError,
    StationError,
)
from station_app.domain.sync.devices import DeviceState
from station_app.domain.sync.files import EXTENSION
from station_app.services.permissions import needs
from station_app.services.progress import Silence
from station_app.services.sync.admitting import Admission
from station_app.services.sync.exchanging import TOUCHED, WRITTEN
from station_app.services.sync.notes import are_news, notes_for
from station_app.store.sync.files import OUT
from station_app.store.sync.tallies import Receiver

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from station_app.domain.clock import Clock
    from station_app.domain.sync.devices import Device
    from station_app.services.progress import Progress
    from station_app.services.sync.exchanging import ExchangeService, TakenIn, Written
    from station_app.store.sync.files import FileLine
    from station_app.store.transaction import Store, Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Lying:
    """A file that lies in the folder already and says all there is for its receiver."""

    receiver: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """What a round has done; ``failure`` is what kept it from doing the rest."""

    taken: tuple[TakenIn, ...] = ()
    written: tuple[Written, ...] = ()
    lying: tuple[Lying, ...] = ()
    failure: StationError | None = None
    is_stopped: bool = False

    @property
    def has_news(self) -> bool:
        """Whether anything came in, went out or went wrong."""
        return bool(self.taken or self.written or self.failure)


class RoundService:
    """The use cases of exchanging with a folder."""

    def __init__(self, store: Store, exchange: ExchangeService, clock: Clock) -> None:
        self._store = store
        self._exchange = exchange
        self._clock = clock

    @needs(Permission.EXCHANGE_RUN)
    def go_round(
        self,
        folder: Path,
        progress: Progress | None = None,
        *,
        look_in: Sequence[Path] = (),
        is_thorough: bool = True,
    ) -> Done[Round]:
        """Take in what lies in *folder* and *look_in* for this device, then write for all.

        Nothing is written where the file that lies there says it all already; a
        *thorough* round makes sure that it lies there whole.
        """
        act = _Act(self._exchange, progress or Silence())
        try:
            for place in (folder, *look_in):
                act.take_in(self._files_in(place))
            self._write(act, folder, is_thorough=is_thorough)
            self._tidy(folder)
        except CancelledError:
            act.is_stopped = True
        except StationError as error:
            act.failure = _worded(error)
        return act.done()

    @needs(Permission.EXCHANGE_RUN)
    def take_in(self, paths: Sequence[Path], progress: Progress | None = None) -> Done[Round]:
        """Take in the files at *paths*, whoever they may be for."""
        act = _Act(self._exchange, progress or Silence())
        try:
            act.take_in(Admission(self._store, self._clock).in_order(paths))
        except CancelledError:
            act.is_stopped = True
        except StationError as error:
            act.failure = _worded(error)
        return act.done()

    @needs(Permission.EXCHANGE_READ)
    def has_work(self, folder: Path) -> bool:
        """Whether a round with *folder* that is not thorough would do anything."""
        return bool(self._exchange.files_for_us(folder)) or any(
            self._lying(device, folder, is_thorough=False) is None for device in self._active()
        )

    def _files_in(self, folder: Path) -> Sequence[Path]:
        try:
            return self._exchange.files_for_us(folder)
        except OSError as error:  # pulled out while it was looked into
            raise RefusedError("file-missing", name=folder.name) from error

    def _write(self, act: _Act, folder: Path, *, is_thorough: bool) -> None:
        for device in self._active():
            lying = self._lying(device, folder, is_thorough=is_thorough)
            if lying is None:
                act.write(device.id, folder)
            elif lying.number:
                act.lying.append(lying)

    def _tidy(self, folder: Path) -> None:
        """Remove our files that a later one there says all of, and whose records have arrived."""
        with self._store.reading() as tx:
            gone = [
                folder / name for device in self._active() for name in _outdone(tx, device, folder)
            ]
        for path in gone:
            with suppress(OSError):  # no harm where nothing may be removed
                path.unlink()

    def _active(self) -> list[Device]:
        with self._store.reading() as tx:
            every = tx.exchange.devices.all()
        return [device for device in every if device.state is DeviceState.ACTIVE]

    def _lying(self, device: Device, folder: Path, *, is_thorough: bool) -> Lying | None:
        """Return the file in *folder* that says all there is for *device*.

        Its number is 0 if there is nothing to say; ``None`` means that one is to be written.
        """
        with self._store.reading() as tx:
            ledger = tx.exchange.peers.ledger(device.id)
            if _has_news(tx, device):
                return None
            receiver = Receiver(device.id, device.scope, ledger.acked, ledger.sent_top or 0)
            if not tx.exchange.tallies.pending([receiver]):
                return Lying(receiver=device.name, number=0)
            _, site = tx.exchange.sites.own()
            line = tx.exchange.files.numbered(OUT, site=site, device=device.id, number=ledger.sent)
        if line is None or not _lies_in(folder, line, is_thorough=is_thorough):
            return None
        return Lying(receiver=device.name, number=line.number)


class _Act:
    """A round under way."""

    def __init__(self, exchange: ExchangeService, progress: Progress) -> None:
        self._exchange, self._progress = exchange, progress
        self.taken: list[TakenIn] = []
        self.written: list[Written] = []
        self.lying: list[Lying] = []
        self.failure: StationError | None = None
        self.is_stopped = False

    def take_in(self, paths: Sequence[Path]) -> None:
        for place, path in enumerate(paths):
            self._progress.step(place, len(paths), "reading-file")
            self.taken.extend(self._exchange.take_in([path], self._progress).value)

    def write(self, device: str, folder: Path) -> None:
        self._progress.step(0, 0, "writing-file")
        self.written.extend(self._exchange.write([device], folder, self._progress).value)

    def done(self) -> Done[Round]:
        made = Round(
            taken=tuple(self.taken),
            written=tuple(self.written),
            lying=tuple(self.lying),
            failure=self.failure,
            is_stopped=self.is_stopped,
        )
        return Done(made, TOUCHED if self.taken else WRITTEN)


def _has_news(tx: Transaction, device: Device) -> bool:
    """Whether there is anything for *device* that no file for it says."""
    ledger, tallies = tx.exchange.peers.ledger(device.id), tx.exchange.tallies
    own, top = tx.exchange.devices.own(), ledger.sent_top or 0
    if own is None or ledger.sent == 0:
        return True
    if are_news(tx, device, notes_for(tx, own, device)):
        return True
    if tx.exchange.peers.got_upto(ledger.site) != ledger.told or tallies.has_conflicts_after(top):
        return True
    # also up to what was written and is not confirmed: that lies in a file already
    after = max(ledger.acked, top)
    later = Receiver(device.id, device.scope, after, tx.exchange.sites.counter())
    return tallies.pending([later]) > 0


def _outdone(tx: Transaction, device: Device, folder: Path) -> list[str]:
    ledger, (_, site) = tx.exchange.peers.ledger(device.id), tx.exchange.sites.own()
    files = tx.exchange.files
    latest = files.numbered(OUT, site=site, device=device.id, number=ledger.sent)
    if latest is None or not (folder / latest.name).is_file():
        return []
    alike = latest.name.removesuffix(f"{ledger.sent:06d}{EXTENSION}")
    numbers = [path.stem.rpartition("-")[2] for path in folder.glob(f"{alike}*{EXTENSION}")]
    lines = [
        files.numbered(OUT, site=site, device=device.id, number=int(number))
        for number in numbers
        if number.isdecimal() and int(number) < ledger.sent
    ]
    return [line.name for line in lines if line is not None and line.top <= ledger.acked]


def _lies_in(folder: Path, line: FileLine, *, is_thorough: bool) -> bool:
    path = folder / line.name
    try:
        if not is_thorough:
            return path.is_file()
        return hashlib.sha256(path.read_bytes()).hexdigest() == line.sha256
    except OSError:
        return False


def _worded(error: StationError) -> StationError:
    """Return *error* as one about a file: none of a record is in question here."""
    name = error.facts.get("name")
    return RefusedError("file-missing", name=name) if isinstance(error, NotFoundError) else error
