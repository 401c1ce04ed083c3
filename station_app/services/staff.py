"""What may be done about the staff: who works here, in what role, and who no longer.

What opens the store for somebody, a key slot of the device, is a matter of
:mod:`station_app.services.access`; here is what he may do once he is in.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from station_app.domain.access.permissions import Permission
from station_app.domain.access.roles import Role
from station_app.domain.access.staff import (
    AccountEvent,
    AccountState,
    StaffDraft,
    StaffId,
    following,
    problems_with_staff,
)
from station_app.domain.changes import Done, Topic
from station_app.domain.errors import RefusedError, ValidationFailedError
from station_app.domain.keys import new_key
from station_app.services.permissions import needs, open_to_all

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from station_app.domain.access.staff import Account, StaffMember
    from station_app.store.transaction import Store, Transaction

TOUCHED = frozenset({Topic.STAFF, Topic.AUDIT})
SESSION = "staff:session:begun"


class StaffService:
    """The use cases of staff and their accounts (工作人员、账号)."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @open_to_all
    def me(self) -> Account | None:
        """Return whoever is signed in, as his account stands now."""
        return self._store.authority.account()

    @needs(Permission.STAFF_READ)
    def staff(self) -> tuple[StaffMember, ...]:
        """Return everybody, those who left included, in the order they came."""
        with self._store.reading() as tx:
            return tx.staff.all()

    @needs(Permission.STAFF_READ)
    def last_sessions(self) -> Mapping[StaffId, datetime]:
        """Return when each of the staff signed in on this device for the last time."""
        with self._store.reading() as tx:
            found = {member.id: tx.audit.latest(SESSION, member.id) for member in tx.staff.all()}
        return {key: at for key, at in found.items() if at is not None}

    @needs(Permission.STAFF_MANAGE)
    def invite(self, draft: StaffDraft) -> Done[StaffId]:
        """Keep somebody new, who may do nothing until he has chosen a passphrase of his own.

        Raises :class:`ValidationFailedError`.
        """
        key = StaffId(new_key())
        with self._store.transaction() as tx:
            accepted = _accepted(tx, draft)
            tx.staff.add(key, accepted, AccountState.INVITED)
            tx.audit.add("staff:account:invited", key, **_told(accepted))
        return Done(key, TOUCHED, lambda: self.move_on(key, AccountEvent.LEAVE))

    @needs(Permission.STAFF_MANAGE)
    def correct(self, key: StaffId, draft: StaffDraft, *, version: int) -> Done[None]:
        """Replace the particulars and roles of one of the staff, last seen at *version*.

        Raises :class:`ValidationFailedError`, and :class:`RefusedError`
        ``staff.last-administrator`` when nobody would be left to let others in.
        """
        with self._store.transaction() as tx:
            former = tx.staff.member(key)
            accepted = _accepted(tx, draft, but=key)
            tx.staff.correct(key, accepted, version=version)
            _keep_an_administrator(tx)
            before = _told(former.particulars)
            after = {
                name: value for name, value in _told(accepted).items() if value != before[name]
            }
            tx.audit.add("staff:account:corrected", key, before=before, after=after)
        particulars = former.particulars
        return Done(None, TOUCHED, lambda: self.correct(key, particulars, version=version + 1))

    @needs(Permission.STAFF_MANAGE)
    def move_on(self, key: StaffId, event: AccountEvent) -> Done[None]:
        """Let *event* happen to an account: suspended, resumed, left, come back.

        Raises :class:`RefusedError` ``staff.oneself`` for one's own account,
        ``staff.not-in-this-state`` and ``staff.last-administrator``.
        """
        if event in OF_THE_DOOR:
            raise RefusedError("staff.not-in-this-state", state="", event=event)
        me = self._store.authority.account()
        if me is not None and me.id == key:
            raise RefusedError("staff.oneself")
        with self._store.transaction() as tx:
            put_state(tx, key, event)
            _keep_an_administrator(tx)
        back = BACK.get(event)
        revert = None if back is None else lambda: self.move_on(key, back)
        return Done(None, TOUCHED, revert)

    @needs(Permission.STAFF_MANAGE)
    def note_reset(self, key: StaffId) -> None:
        """Note that somebody was given a new passphrase."""
        with self._store.transaction() as tx:
            name = tx.staff.member(key).particulars.name
            tx.audit.add("staff:passphrase:reset", key, name=name)

    @open_to_all
    def begin_session(self) -> None:
        """Note that whoever is signed in has come."""
        me = self._store.authority.account()
        if me is not None:
            with self._store.transaction() as tx:
                tx.audit.add(SESSION, me.id, name=me.name)

    @open_to_all
    def activate(self) -> Done[None]:
        """Let one's own account begin: the passphrase that opened the store is of one's own.

        Only whoever was invited and is signed in can do it, and it is nobody else's.
        """
        me = self._store.authority.account()
        if me is None:
            raise RefusedError("staff.not-in-this-state", state="", event=AccountEvent.ACTIVATE)
        with self._store.transaction() as tx:
            put_state(tx, me.id, AccountEvent.ACTIVATE)
        return Done(None, TOUCHED)


OF_THE_DOOR = frozenset({AccountEvent.ACTIVATE, AccountEvent.RESET})
"""What happens to an account by the passphrase that its owner comes in with."""
BACK = {AccountEvent.SUSPEND: AccountEvent.RESUME, AccountEvent.RESUME: AccountEvent.SUSPEND}
"""What takes an event back; whoever left and comes back chooses a passphrase anew."""


def put_state(tx: Transaction, key: StaffId, event: AccountEvent) -> None:
    """Let *event* happen to the account *key*, and note it."""
    member = tx.staff.member(key)
    latter = following(member.state, event)
    tx.staff.put_state(key, latter, version=member.version)
    name = member.particulars.name
    tx.audit.add(f"staff:account:{event}", key, name=name, before=member.state, after=latter)


def _accepted(tx: Transaction, draft: StaffDraft, *, but: str = "") -> StaffDraft:
    others = [member.particulars.name for member in tx.staff.all() if member.id != but]
    if problems := problems_with_staff(draft, others):
        raise ValidationFailedError(problems)
    texts = {name: getattr(draft, name).strip() for name in ("name", "post", "qualification")}
    return replace(draft, **texts, phone=draft.phone.strip())


def _keep_an_administrator(tx: Transaction) -> None:
    """Refuse what would leave nobody to let the others in."""
    if not any(
        member.state is AccountState.ACTIVE and Role.ADMINISTRATOR in member.particulars.roles
        for member in tx.staff.all()
    ):
        raise RefusedError("staff.last-administrator")


def _told(draft: StaffDraft) -> dict[str, object]:
    """Return what the audit says of an account; a phone number is nobody's business there."""
    return {
        "name": draft.name,
        "post": draft.post,
        "until": draft.until,
        "roles": sorted(draft.roles),
        "grids": list(draft.grids),
    }
