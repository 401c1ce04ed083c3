"""Files of cases as they are kept; whoever asks has asked for the case before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import insert, select

from station_app.domain.counter.case_files import CaseFile, CaseFileId, FileKind
from station_app.domain.counter.cases import CaseId
from station_app.domain.errors import NotFoundError
from station_app.store.counter.file_rows import CaseFileContentRow, CaseFileRow
from station_app.store.records import amend_record, set_binned

if TYPE_CHECKING:
    from sqlalchemy import Select
    from sqlalchemy.orm import Session

    from station_app.store.stamp import Stamp

ROW, CONTENT = CaseFileRow, CaseFileContentRow
PLAIN = ("material", "name", "size", "sha256", "source", "width", "height", "pages")


class CaseFiles:
    """The files within one transaction."""

    def __init__(self, session: Session, stamp: Stamp) -> None:
        self._session, self._stamp = session, stamp

    def add(self, file: CaseFile, content: bytes) -> None:
        """Keep *content* as *file*."""
        told = {name: getattr(file, name) for name in PLAIN}
        self._session.execute(
            insert(ROW).values(
                id=file.id,
                case_id=file.case_id,
                kind=file.kind.value,
                **told,
                **self._stamp.of_new(),
            )
        )
        self._session.execute(insert(CONTENT).values(file_id=file.id, content=content))

    def of(self, case: CaseId) -> tuple[CaseFile, ...]:
        """Return the files of *case* that are not in the bin, the earliest first."""
        query = _reading().where(ROW.case_id == case, ROW.deleted_at.is_(None))
        return tuple(_file(*found) for found in self._session.execute(query.order_by(ROW.seq)))

    def file(self, key: CaseFileId) -> CaseFile:
        """Return a file, also one in the bin. Raises :class:`NotFoundError`."""
        found = self._session.execute(_reading().where(ROW.id == key)).one_or_none()
        if found is None:
            raise NotFoundError(id=key)
        return _file(*found)

    def twin(self, case: CaseId, source: str) -> tuple[CaseFile, bool] | None:
        """Return the file of *case* that was made of *source*, and whether it is binned."""
        query = _reading().where(ROW.case_id == case, ROW.source == source)
        # one in sight goes before one in the bin
        query = query.order_by(ROW.deleted_at.is_not(None), ROW.seq).limit(1)
        found = self._session.execute(query).one_or_none()
        return None if found is None else (_file(*found), found[0].deleted_at is not None)

    def content(self, key: CaseFileId) -> bytes | None:
        """Return the bytes of a file; nothing if they have not arrived here yet."""
        return self._session.scalar(select(CONTENT.content).where(CONTENT.file_id == key))

    def assign(self, key: CaseFileId, material: str) -> None:
        """Let a file show *material*."""
        amend_record(self._session, ROW, key, {"material": material}, stamp=self._stamp)

    def set_binned(self, key: CaseFileId, *, binned: bool) -> None:
        """Put a file into the bin, or take it out."""
        set_binned(self._session, ROW, key, binned=binned, stamp=self._stamp)


def _reading() -> Select[CaseFileRow, str | None]:
    return select(ROW, CONTENT.file_id).outerjoin(CONTENT, CONTENT.file_id == ROW.id)


def _file(row: CaseFileRow, content: str | None) -> CaseFile:
    return CaseFile(
        id=CaseFileId(row.id),
        case_id=CaseId(row.case_id),
        kind=FileKind(row.kind),
        added_at=row.created_at,
        added_by=row.created_by,
        is_here=content is not None,
        **{name: getattr(row, name) for name in PLAIN},
    )
