"""A sync file from outside, checked before it is decrypted, tasted before it is read.

Signature and receiver are checked here, and here it is decrypted: the child that inflates
and reads it first has no keys. If the child says that it is sound, it is read here in the
same way, so that nothing has to be believed but that yes; a child that dies, hangs or
grows is a refused file, never a broken program.
"""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from station_app.domain.errors import RefusedError
from station_app.domain.sync.files import Header, Refusal
from station_app.services.child_talk import ask_child
from station_app.services.confinement import child_command, starter_of
from station_app.services.progress import Silence
from station_app.services.sync.child import READER_FLAG, SECONDS
from station_app.services.sync.inside import read_inside
from station_app.services.sync.sealing import read_header, unseal
from station_app.services.sync.strict import FILE_BYTES, refuse

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from station_app.domain.sync.bundle import Bundle
    from station_app.domain.sync.devices import PublicKeys
    from station_app.services.progress import Progress
    from station_app.services.sync.sealing import DeviceKeys

STARTER = starter_of("station_app.services.sync.child")
ANSWER_BYTES = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncFile:
    """A file as read: by ``sha256`` the next one of its sender refers to it."""

    name: str
    sha256: str
    header: Header
    bundle: Bundle


def read_sync_file(
    path: Path,
    *,
    receiver: DeviceKeys,
    receiver_id: str,
    sender_of: Callable[[str], PublicKeys],
    progress: Progress | None = None,
) -> SyncFile:
    """Return what the file at *path* says to the device *receiver_id* with these keys.

    *sender_of* returns the keys of a device, or raises :class:`SyncFileRefusedError` for
    one whose files are not taken in. Raises that error for a file that is refused, and
    :class:`RefusedError` with ``file-missing`` if it cannot be read.
    """
    data = _bytes_of(path)
    header = read_header(data)
    if header.receiver != receiver_id:
        refuse("receiver", Refusal.FOREIGN_RECEIVER)
    # authenticated before anything is parsed: a stranger reaches neither inflater nor reader
    header, packed = unseal(data, receiver=receiver, sender=sender_of(header.sender))
    _taste(packed, progress or Silence())
    return SyncFile(
        name=path.name,
        sha256=hashlib.sha256(data).hexdigest(),
        header=header,
        bundle=read_inside(header, packed),
    )


def taster_command() -> list[str]:
    """Return the command that starts the child, which goes to its ``main``."""
    return child_command(READER_FLAG, STARTER)


def _bytes_of(path: Path) -> bytes:
    try:
        if path.stat().st_size > FILE_BYTES:
            refuse("file", Refusal.TOO_LARGE)
        with path.open("rb") as stream:
            return stream.read(FILE_BYTES + 1)
    except OSError as error:
        raise RefusedError("file-missing", name=path.name) from error


def _taste(packed: bytes, progress: Progress) -> None:
    heard = ask_child(taster_command(), packed, progress, seconds=SECONDS, most=ANSWER_BYTES)
    answer: object = None
    with suppress(ValueError):
        answer = json.loads(heard.answer)
    if answer == {"sound": True}:
        return
    if isinstance(answer, dict) and answer.get("refused") in set(Refusal):
        refuse(str(answer.get("where")), Refusal(answer["refused"]))
    refuse("child", Refusal.TOO_LARGE if heard.is_over else Refusal.MALFORMED)
