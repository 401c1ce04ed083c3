"""What is kept with a resident: dated tags, files, and the lists people save."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select

from station_app.domain.errors import NotFoundError
from station_app.domain.keys import new_key
from station_app.domain.residents.files import Attachment
from station_app.domain.residents.filters import ResidentFilter, SavedList
from station_app.domain.residents.tags import Tag
from station_app.domain.rights.withholding import code_of, is_tag
from station_app.store.records import amend_record, set_binned
from station_app.store.residents.rows import (
    AttachmentContentRow,
    AttachmentRow,
    SavedListRow,
    TagRow,
)
from station_app.store.withholding import NOTHING, withheld_from

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.orm import Session

    from station_app.domain.residents.people import ResidentId
    from station_app.store.access.scope import Scope
    from station_app.store.stamp import Stamp

TAG_FIELDS = tuple(field.name for field in fields(Tag))


class Tags:
    """The dated tags within one transaction, of those *scope* lets be seen."""

    def __init__(self, session: Session, stamp: Stamp, scope: Scope) -> None:
        self._session = session
        self._stamp = stamp
        self._scope = scope

    def of(self, resident: ResidentId) -> tuple[Tag, ...]:
        """Return the tags of *resident*, ended ones too, in the order they were given.

        Those that are withheld are left out.
        """
        withheld = self._withheld(resident)
        return tuple(tag for tag in self.kept(resident) if tag.code not in withheld)

    def kept(self, resident: ResidentId) -> tuple[Tag, ...]:
        """Return all tags of *resident*, also those that may not be used."""
        self._scope.require(self._session, "resident", resident)
        row = TagRow
        columns = [getattr(row, name) for name in TAG_FIELDS]
        query = (
            select(*columns)
            .where(row.resident_id == resident, row.deleted_at.is_(None))
            .order_by(row.seq)
        )
        return tuple(Tag(**found) for found in self._session.execute(query).mappings())

    def keep(self, resident: ResidentId, tags: Iterable[Tag]) -> None:
        """Keep exactly *tags* for *resident*; those without a key are new.

        What is withheld stays as it is: who keeps the others has not seen it.
        """
        self._scope.require(self._session, "resident", resident)
        withheld = self._withheld(resident)
        query = select(TagRow.id).where(
            TagRow.resident_id == resident, TagRow.code.not_in(withheld)
        )
        gone = set(self._session.scalars(query))
        for tag in tags:
            values = {name: getattr(tag, name) for name in TAG_FIELDS if name != "id"}
            if tag.id in gone:
                gone.remove(tag.id)
                amend_record(self._session, TagRow, tag.id, values, stamp=self._stamp)
            else:
                values |= {"id": tag.id or new_key(), "resident_id": resident}
                self._session.execute(insert(TagRow).values(**values, **self._stamp.of_new()))
        self._session.execute(delete(TagRow).where(TagRow.id.in_(gone)))

    def _withheld(self, resident: ResidentId) -> frozenset[str]:
        fields = withheld_from(self._session, [resident]).get(resident, NOTHING)
        return frozenset(code_of(field) for field in fields if is_tag(field))


class Attachments:
    """The files kept with residents, within one transaction, as *scope* lets them be seen."""

    def __init__(self, session: Session, stamp: Stamp, scope: Scope) -> None:
        self._session = session
        self._stamp = stamp
        self._scope = scope

    def add(self, resident: ResidentId, file: Attachment, content: bytes) -> None:
        """Keep *content* as a file of *resident*."""
        self._scope.require(self._session, "resident", resident)
        self._session.execute(
            insert(AttachmentRow).values(
                id=file.id,
                resident_id=resident,
                name=file.name,
                media_type=file.media_type,
                size=file.size,
                sha256=file.sha256,
                **self._stamp.of_new(),
            )
        )
        self._session.execute(
            insert(AttachmentContentRow).values(attachment_id=file.id, content=content)
        )

    def of(self, resident: ResidentId) -> tuple[Attachment, ...]:
        """Return the files of *resident* that are not in the bin, the latest first."""
        self._scope.require(self._session, "resident", resident)
        row = AttachmentRow
        query = (
            select(row)
            .where(row.resident_id == resident, row.deleted_at.is_(None))
            .order_by(row.seq.desc())
        )
        return tuple(
            Attachment(
                id=found.id,
                name=found.name,
                media_type=found.media_type,
                size=found.size,
                sha256=found.sha256,
                added_at=found.created_at,
                added_by=found.created_by,
            )
            for found in self._session.scalars(query)
        )

    def content(self, key: str) -> bytes:
        """Return the bytes of the file *key*.

        Raises :class:`NotFoundError` when there is none.
        """
        self._require(key)
        query = select(AttachmentContentRow.content).where(
            AttachmentContentRow.attachment_id == key
        )
        content = self._session.scalar(query)
        if content is None:
            raise NotFoundError(id=key)
        return content

    def set_binned(self, key: str, *, binned: bool) -> None:
        """Put the file *key* into the bin, or take it out."""
        self._require(key)
        set_binned(self._session, AttachmentRow, key, binned=binned, stamp=self._stamp)

    def _require(self, key: str) -> None:
        """Let nobody reach a file whose resident he may not see, whomever he names with it."""
        if self._scope.is_limited:
            query = select(AttachmentRow.resident_id).where(AttachmentRow.id == key)
            self._scope.require(self._session, "resident", self._session.scalar(query))


class SavedLists:
    """The filters people gave a name to, within one transaction."""

    def __init__(self, session: Session, stamp: Stamp) -> None:
        self._session = session
        self._stamp = stamp

    def all(self) -> tuple[SavedList, ...]:
        """Return the lists by name."""
        row = SavedListRow
        query = select(row).where(row.deleted_at.is_(None)).order_by(row.name, row.seq)
        return tuple(
            SavedList(
                id=found.id,
                name=found.name,
                filter=ResidentFilter.from_data(json.loads(found.conditions)),
            )
            for found in self._session.scalars(query)
        )

    def add(self, name: str, chosen: ResidentFilter) -> str:
        """Keep *chosen* under *name* and return its key."""
        key = new_key()
        conditions = json.dumps(chosen.as_data(), ensure_ascii=False)
        self._session.execute(
            insert(SavedListRow).values(
                id=key, name=name, conditions=conditions, **self._stamp.of_new()
            )
        )
        return key

    def set_binned(self, key: str, *, binned: bool) -> None:
        """Put the list *key* into the bin, or take it out."""
        set_binned(self._session, SavedListRow, key, binned=binned, stamp=self._stamp)
