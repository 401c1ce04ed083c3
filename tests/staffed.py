"""People who work at a station: an account each, and a passphrase that opens it."""

from __future__ import annotations

from station_app.domain.access.roles import Role
from station_app.domain.access.staff import AccountState, StaffDraft

SUPERVISING = {Role.SUPERVISOR, Role.ADMINISTRATOR}


def employ(station, access, key, name, *roles, passphrase, is_invited=False, **particulars):
    """Let somebody work at *station*, whose *key* is that; return the key of the account.

    Somebody who was invited still has the *passphrase* he was given.
    """
    draft = StaffDraft(name=name, roles=frozenset(roles), **particulars)
    owner = station.staff.invite(draft).value
    access.admit(
        station.home,
        key,
        owner=owner,
        name=name,
        passphrase=passphrase if is_invited else f"{passphrase} given",
        is_supervisor=bool(SUPERVISING & set(roles)),
    )
    if not is_invited:
        access.change_passphrase(station.home, owner, f"{passphrase} given", passphrase)
        with station.store.transaction() as tx:
            tx.staff.put_state(owner, AccountState.ACTIVE, version=1)
    return owner
