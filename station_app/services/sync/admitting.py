"""Which files are taken in: for this device, from one that is known and active, once."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from station_app.domain.errors import NotFoundError
from station_app.domain.sync.devices import DeviceState
from station_app.domain.sync.files import EXTENSION, Header, Refusal, SyncFileRefusedError
from station_app.services.sync.own import keys_of, own_device
from station_app.services.sync.reading import read_sync_file
from station_app.services.sync.sealing import read_header
from station_app.store.sync.clock import moment_of
from station_app.store.sync.files import IN

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from station_app.domain.clock import Clock
    from station_app.domain.sync.bundle import Bundle
    from station_app.domain.sync.devices import Device
    from station_app.services.progress import Progress
    from station_app.store.transaction import Store

MOST_BYTES = 16 << 20
REFUSED_STATES = {
    DeviceState.SUSPENDED: Refusal.SUSPENDED,
    DeviceState.LOST: Refusal.LOST,
    DeviceState.RETIRED: Refusal.RETIRED,
}
SUSPECT = timedelta(hours=24)


@dataclass(frozen=True, slots=True, kw_only=True)
class Admitted:
    """A file that may be taken in; ``facts`` are worth telling (``clock_ahead_hours``)."""

    header: Header
    bundle: Bundle
    device: Device
    sha256: str
    facts: dict[str, object] = field(default_factory=dict)


class Admission:
    """Looks at files before anything of them is believed."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def in_order(self, paths: Sequence[Path]) -> list[Path]:
        """Return *paths* by sender and number; what is no sync file comes last."""
        return sorted(paths, key=lambda path: (*self._place(path), path.name))

    def new_in(self, folder: Path) -> tuple[Path, ...]:
        """Return the files in *folder* that are for this device and not known yet."""
        with self._store.transaction() as tx:
            own = own_device(tx).id
            found = []
            for path in sorted(folder.glob(f"*{EXTENSION}")):
                header = _header(path)
                if header is None or header.receiver != own:
                    continue
                known = tx.exchange.files.numbered(
                    IN, site=header.site, device=header.sender, number=header.number
                )
                # the same number under another name may be another file: it is looked into, and
                # refused if so
                if known is None or known.name != path.name:
                    found.append(path)
        return tuple(found)

    def admit(self, path: Path, progress: Progress) -> Admitted:
        """Return what *path* says.

        Raises :class:`SyncFileRefusedError` with the reason; nothing was changed.
        """
        data = _read(path)
        header = read_header(data)
        with self._store.transaction() as tx:
            own = own_device(tx)
            device = self._sender(tx.exchange.devices.all(), header, own.id)
            sha256 = hashlib.sha256(data).hexdigest()
            if tx.exchange.files.file(sha256) is not None:
                raise SyncFileRefusedError(Refusal.TWICE, number=header.number, name=device.name)
            # its own number, and by whom it says it follows: either tells a sender that was set
            # back
            for number, digest in ((header.number, sha256), (header.number - 1, header.former)):
                known = tx.exchange.files.numbered(
                    IN, site=header.site, device=device.id, number=number
                )
                if known is not None and known.sha256 != digest:
                    raise SyncFileRefusedError(Refusal.ROLLED_BACK, name=device.name)
        file = read_sync_file(
            path,
            receiver=keys_of(own),
            receiver_id=own.id,
            sender_of=lambda _: device.keys,
            progress=progress,
        )
        if file.sha256 != sha256:  # somebody has put another file there meanwhile
            raise SyncFileRefusedError(Refusal.ALTERED, name=path.name)
        return Admitted(
            header=file.header,
            bundle=file.bundle,
            device=device,
            sha256=sha256,
            facts=self._facts(file.bundle),
        )

    def _sender(self, known: Sequence[Device], header: Header, own: str) -> Device:
        if header.receiver != own:
            raise SyncFileRefusedError(
                Refusal.FOREIGN_RECEIVER, receiver=header.receiver_name, sender=header.sender_name
            )
        device = next((each for each in known if each.id == header.sender), None)
        if device is None:
            raise SyncFileRefusedError(Refusal.UNKNOWN_SENDER, sender=header.sender_name)
        if device.state in REFUSED_STATES:
            raise SyncFileRefusedError(REFUSED_STATES[device.state], name=device.name)
        return device

    def _facts(self, bundle: Bundle) -> dict[str, object]:
        """Tell of a clock that is far ahead: what it has written may win for no good reason."""
        stamps = [block.rows.turns.hlc for block in bundle.tables if block.rows is not None]
        stamps += [cell.stamps.hlc for block in bundle.tables for cell in block.cells]
        latest = max((max(each) for each in stamps if each), default=0)
        ahead = moment_of(latest) - self._clock.now()
        return {"clock_ahead_hours": ahead // timedelta(hours=1)} if ahead > SUSPECT else {}

    @staticmethod
    def _place(path: Path) -> tuple[bool, str, int]:
        header = _header(path)
        return (True, "", 0) if header is None else (False, header.site, header.number)


def _header(path: Path) -> Header | None:
    try:
        return read_header(_read(path))
    # one that is still being copied there cannot be read yet: it is taken in the next time
    except (SyncFileRefusedError, NotFoundError):
        return None


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise NotFoundError(name=path.name) from error
    if len(data) > MOST_BYTES:
        raise SyncFileRefusedError(Refusal.TOO_LARGE, name=path.name)
    return data
