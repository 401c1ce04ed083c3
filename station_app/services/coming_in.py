"""What the store has to follow when somebody has come in: what was done at the door before.

The door stands outside: passphrases are set there while the store is closed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.access.staff import AccountEvent, AccountState, StaffId
from station_app.services import place_keys
from station_app.services.staff import put_state

if TYPE_CHECKING:
    from station_app.store.home import StationHome
    from station_app.store.transaction import Store
    from station_app.store.vault.keys import StationKey


def settle(home: StationHome, store: Store, key: StationKey) -> None:
    """Bring *store* up to what was done at the door of *home*; it was opened with *key*."""
    place_keys.make_ready(home, store, key)
    if key.is_given:
        _hold_back(store, StaffId(key.owner))


def _hold_back(store: Store, owner: StaffId) -> None:
    """Let *owner* do nothing until he has a passphrase that no other knows."""
    with store.reading() as tx:
        if tx.staff.member(owner).state is not AccountState.ACTIVE:
            return
    with store.transaction() as tx:
        put_state(tx, owner, AccountEvent.RESET)
