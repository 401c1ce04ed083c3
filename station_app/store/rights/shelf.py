"""Notices, consents and guardians as they are kept with people."""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, exists, insert, or_, select

from station_app.domain.errors import NotFoundError
from station_app.domain.keys import new_key
from station_app.domain.residents.standing import Standing
from station_app.domain.rights.consents import (
    Consent,
    ConsentDraft,
    Giver,
    Notice,
    NoticeDraft,
)
from station_app.domain.rights.guardians import ChildLine, Guardian, GuardianDraft
from station_app.store.places.shelf import text_of_dwelling
from station_app.store.records import change_record, set_binned
from station_app.store.residents.rows import ResidentRow
from station_app.store.rights.rows import ConsentRow, GuardianRow, NoticeRow

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from sqlalchemy.orm import Session

    from station_app.store.access.scope import Scope
    from station_app.store.stamp import Stamp

GUARDIAN_FIELDS = tuple(field.name for field in fields(GuardianDraft))
REFERENCES = ("person_id", "guardian_id", "attachment_id")
KEPT_AS = {"on": "given_on"}
GONE = (Standing.DEAD, Standing.LEFT)


class Rights:
    """What people were told and have consented to, of those *scope* lets be seen."""

    def __init__(self, session: Session, stamp: Stamp, scope: Scope) -> None:
        self._session = session
        self._stamp = stamp
        self._scope = scope

    def notices(self, resident: str) -> tuple[Notice, ...]:
        """Return the notices given to *resident*, the latest first."""
        self._scope.require(self._session, "resident", resident)
        row = NoticeRow
        query = (
            select(row)
            .where(row.resident_id == resident, row.deleted_at.is_(None))
            .order_by(row.given_on.desc(), row.seq.desc())
        )
        return tuple(
            Notice(
                id=found.id,
                particulars=NoticeDraft(
                    edition=found.edition,
                    on=found.given_on,
                    way=found.way,
                    by=found.given_by,
                    note=found.note,
                ),
            )
            for found in self._session.scalars(query)
        )

    def add_notice(self, resident: str, draft: NoticeDraft) -> str:
        """Keep that the notice was given, and return the key of the note."""
        return self._add(
            NoticeRow,
            {
                "resident_id": resident,
                "edition": draft.edition,
                "given_on": draft.on,
                "way": draft.way,
                "given_by": draft.by,
                "note": draft.note,
            },
        )

    def consents(self, resident: str) -> tuple[Consent, ...]:
        """Return the consents of *resident*, withdrawn ones too, the latest first."""
        self._scope.require(self._session, "resident", resident)
        row = ConsentRow
        query = (
            select(row)
            .where(row.resident_id == resident, row.deleted_at.is_(None))
            .order_by(row.given_on.desc(), row.seq.desc())
        )
        return tuple(map(_consent, self._session.scalars(query)))

    def consent(self, key: str) -> Consent:
        """Return the consent *key*.

        Raises :class:`NotFoundError` when there is none.
        """
        found = self._session.scalar(
            select(ConsentRow).where(ConsentRow.id == key, ConsentRow.deleted_at.is_(None))
        )
        if found is None:
            raise NotFoundError(id=key)
        self._scope.require(self._session, "resident", found.resident_id)
        return _consent(found)

    def add_consent(self, resident: str, draft: ConsentDraft) -> str:
        """Keep a consent of *resident*, and return its key."""
        return self._add(ConsentRow, {"resident_id": resident, **_columns(draft)})

    def change_consent(self, key: str, values: Mapping[str, object], *, version: int) -> None:
        """Replace columns of the consent *key*, if nobody else has since *version*."""
        change_record(self._session, ConsentRow, key, values, version=version, stamp=self._stamp)

    def guardians(self, resident: str) -> tuple[Guardian, ...]:
        """Return the guardians of *resident*, former ones too."""
        self._scope.require(self._session, "resident", resident)
        row = GuardianRow
        query = (
            select(row)
            .where(row.resident_id == resident, row.deleted_at.is_(None))
            .order_by(row.seq)
        )
        return tuple(map(_guardian, self._session.scalars(query)))

    def guardian(self, key: str) -> Guardian:
        """Return the guardian *key*.

        Raises :class:`NotFoundError` when there is none.
        """
        found = self._session.scalar(
            select(GuardianRow).where(GuardianRow.id == key, GuardianRow.deleted_at.is_(None))
        )
        if found is None:
            raise NotFoundError(id=key)
        self._scope.require(self._session, "resident", found.resident_id)
        return _guardian(found)

    def add_guardian(self, resident: str, draft: GuardianDraft) -> str:
        """Keep a guardian of *resident*, and return the key."""
        return self._add(GuardianRow, {"resident_id": resident, **_columns(draft)})

    def change_guardian(self, key: str, draft: GuardianDraft, *, version: int) -> None:
        """Replace what is kept of the guardian *key*, if nobody else has since *version*."""
        change_record(
            self._session, GuardianRow, key, _columns(draft), version=version, stamp=self._stamp
        )

    def set_binned(self, row: str, key: str, *, binned: bool) -> None:
        """Put a ``notice``, ``consent`` or ``guardian`` into the bin, or take it out."""
        table = {"notice": NoticeRow, "consent": ConsentRow, "guardian": GuardianRow}[row]
        set_binned(self._session, table, key, binned=binned, stamp=self._stamp)

    def children_lacking(self, *, born_after: date, today: date) -> tuple[ChildLine, ...]:
        """Return who was *born_after* a day and lacks a guardian or his consent, by name."""
        person = ResidentRow
        has_guardian = _acting_guardian(person.id, today)
        has_consent = _guardians_consent(person.id, today)
        query = (
            select(
                person.id,
                person.name,
                person.born,
                person.dwelling_id,
                has_guardian.label("has_guardian"),
                has_consent.label("has_consent"),
            )
            .where(
                person.deleted_at.is_(None),
                person.born > born_after,
                person.standing.not_in(GONE),
                or_(~has_guardian, ~has_consent),
                *self._scope.seen(person.dwelling_id),
            )
            .order_by(person.name_key, person.seq)
        )
        return tuple(
            ChildLine(
                id=found["id"],
                name=found["name"],
                born=found["born"],
                address=text_of_dwelling(self._session, found["dwelling_id"]),
                has_guardian=bool(found["has_guardian"]),
                has_consent=bool(found["has_consent"]),
            )
            for found in self._session.execute(query).mappings().all()
        )

    def _add(self, row: type[Any], values: Mapping[str, object]) -> str:
        self._scope.require(self._session, "resident", str(values["resident_id"]))
        key = new_key()
        self._session.execute(insert(row).values(id=key, **values, **self._stamp.of_new()))
        return key


def _acting_guardian(person: Any, today: date) -> Any:
    row = GuardianRow
    return exists().where(
        row.resident_id == person,
        row.deleted_at.is_(None),
        or_(row.since.is_(None), row.since <= today),
        or_(row.until.is_(None), row.until > today),
    )


def _guardians_consent(person: Any, today: date) -> Any:
    row = ConsentRow
    return exists().where(
        row.resident_id == person,
        row.deleted_at.is_(None),
        row.giver == Giver.GUARDIAN,
        row.purpose == "child",
        row.given_on <= today,
        or_(row.until.is_(None), row.until >= today),
        or_(row.withdrawn_on.is_(None), and_(row.withdrawn_on > today)),
    )


def _columns(draft: ConsentDraft | GuardianDraft) -> dict[str, object]:
    values = {KEPT_AS.get(name, name): value for name, value in asdict(draft).items()}
    # an empty key would refer to nobody
    return {name: value or None if name in REFERENCES else value for name, value in values.items()}


def _consent(found: ConsentRow) -> Consent:
    told = {
        field.name: getattr(found, KEPT_AS.get(field.name, field.name))
        for field in fields(ConsentDraft)
    }
    return Consent(
        id=found.id,
        version=found.version,
        resident_id=found.resident_id,
        particulars=ConsentDraft(**_without_none(told)),
        withdrawn_on=found.withdrawn_on,
        withdrawn_reason=found.withdrawn_reason,
    )


def _guardian(found: GuardianRow) -> Guardian:
    told = {name: getattr(found, name) for name in GUARDIAN_FIELDS}
    return Guardian(
        id=found.id,
        version=found.version,
        resident_id=found.resident_id,
        particulars=GuardianDraft(**_without_none(told)),
    )


def _without_none(told: dict[str, Any]) -> dict[str, Any]:
    return {
        name: "" if value is None and name in REFERENCES else value for name, value in told.items()
    }
