"""Staff as they are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, select

from station_app.domain.errors import NotFoundError
from station_app.store.access.member import PLAIN, member_from
from station_app.store.access.rows import StaffRow
from station_app.store.records import change_record

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from station_app.domain.access.staff import AccountState, StaffDraft, StaffId, StaffMember
    from station_app.store.stamp import Stamp

COLUMNS = ("id", "version", *PLAIN, "roles", "grids", "desks", "state")


class Staff:
    """The members of staff within one transaction."""

    def __init__(self, session: Session, stamp: Stamp) -> None:
        self._session = session
        self._stamp = stamp

    def all(self) -> tuple[StaffMember, ...]:
        """Return everybody, those who left included, in the order they came."""
        query = select(StaffRow).order_by(StaffRow.seq)
        return tuple(map(member_of, self._session.scalars(query)))

    def member(self, key: StaffId) -> StaffMember:
        """Return one of the staff.

        Raises :class:`NotFoundError` when there is nobody.
        """
        row = self._session.scalar(select(StaffRow).where(StaffRow.id == key))
        if row is None:
            raise NotFoundError(id=key)
        return member_of(row)

    def add(self, key: StaffId, draft: StaffDraft, state: AccountState) -> None:
        """Keep somebody new."""
        values = {**_columns(draft), "state": state.value}
        self._session.execute(insert(StaffRow).values(id=key, **values, **self._stamp.of_new()))

    def correct(self, key: StaffId, draft: StaffDraft, *, version: int) -> None:
        """Replace the particulars, if nobody else has since *version*."""
        self._change(key, _columns(draft), version)

    def put_state(self, key: StaffId, state: AccountState, *, version: int) -> None:
        """Let the account stand otherwise, if nobody else has changed it since *version*."""
        self._change(key, {"state": state.value}, version)

    def _change(self, key: StaffId, values: dict[str, Any], version: int) -> None:
        change_record(self._session, StaffRow, key, values, version=version, stamp=self._stamp)


def member_of(row: Any) -> StaffMember:
    """Return who stands in *row*."""
    return member_from({name: getattr(row, name) for name in COLUMNS})


def _columns(draft: StaffDraft) -> dict[str, Any]:
    return {
        **{name: getattr(draft, name) for name in PLAIN},
        "roles": " ".join(sorted(draft.roles)),
        "grids": " ".join(draft.grids),
        "desks": "\n".join(draft.desks),
    }
