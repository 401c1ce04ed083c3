"""Files kept with residents: taken in, given out, put into the bin."""

from __future__ import annotations

import hashlib
from pathlib import PurePath
from typing import TYPE_CHECKING

from station_app.domain.access.permissions import Permission
from station_app.domain.changes import Done, Topic
from station_app.domain.errors import RefusedError
from station_app.domain.keys import new_key
from station_app.domain.residents.files import MEDIA_TYPES, MOST_BYTES, Attachment
from station_app.services.delivering import deliver
from station_app.services.permissions import needs

if TYPE_CHECKING:
    from pathlib import Path

    from station_app.domain.residents.people import ResidentId
    from station_app.store.transaction import Store

TOUCHED = frozenset({Topic.RESIDENTS, Topic.AUDIT})
BEGINNINGS = {
    "application/pdf": b"%PDF-",
    "image/png": b"\x89PNG\r\n\x1a\n",
    "image/jpeg": b"\xff\xd8\xff",
}


class AttachmentService:
    """The use cases of residents' files (附件)."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @needs(Permission.FILE_WRITE)
    def attach(self, resident: ResidentId, name: str, content: bytes) -> Done[str]:
        """Keep *content* with *resident*.

        Raises :class:`RefusedError` ``attachment.kind`` for anything but PDF,
        PNG and JPEG, ``attachment.too-large`` above 10 MB.
        """
        # The ending is what somebody typed: the first bytes have to say the same.
        media_type = MEDIA_TYPES.get(PurePath(name).suffix.lower(), "")
        if not media_type or not content.startswith(BEGINNINGS[media_type]):
            raise RefusedError("attachment.kind", name=name)
        if len(content) > MOST_BYTES:
            raise RefusedError("attachment.too-large", name=name, most=MOST_BYTES)
        file = Attachment(
            id=new_key(),
            name=PurePath(name).name,
            media_type=media_type,
            size=len(content),
            sha256=hashlib.sha256(content).hexdigest(),
        )
        with self._store.transaction() as tx:
            tx.attachments.add(resident, file, content)
            tx.history.note("resident", resident, "attached")
            tx.audit.add("resident:attachment:added", resident, file=file.id)
        return Done(file.id, TOUCHED, lambda: self.put_into_bin(resident, file.id))

    @needs(Permission.FILE_READ)
    def content(self, resident: ResidentId, key: str) -> bytes:
        """Return the bytes of a file, and note in the audit that it was opened."""
        with self._store.transaction() as tx:
            tx.audit.add("resident:attachment:shown", resident, file=key)
            return tx.attachments.content(key)

    @needs(Permission.FILE_GIVE_OUT)
    def save_copy(self, resident: ResidentId, key: str, path: Path) -> None:
        """Write a copy of a file to *path*, and note in the audit that it was given out.

        Raises :class:`RefusedError` ``file-not-written``.
        """
        with self._store.transaction() as tx:
            tx.audit.add("resident:attachment:given-out", resident, file=key)
            content = tx.attachments.content(key)
        deliver(path, content)

    @needs(Permission.FILE_WRITE)
    def put_into_bin(self, resident: ResidentId, key: str) -> Done[None]:
        """Put a file into the bin."""
        return self._set_binned(resident, key, binned=True)

    def _set_binned(self, resident: ResidentId, key: str, *, binned: bool) -> Done[None]:
        act = "binned" if binned else "restored"
        with self._store.transaction() as tx:
            tx.attachments.set_binned(key, binned=binned)
            tx.history.note("resident", resident, f"attachment-{act}")
            tx.audit.add(f"resident:attachment:{act}", resident, file=key)
        return Done(None, TOUCHED, lambda: self._set_binned(resident, key, binned=not binned))
