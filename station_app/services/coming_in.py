"""What the store has to follow when somebody has come in: what was done at the door before.

The door stands outside: passphrases are set there while the store is closed. How each came
to stand is told by its slot, and noted in the audit when the store is opened next: once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from station_app.domain.access.staff import AccountEvent, AccountState, StaffId
from station_app.domain.errors import StationError
from station_app.services import place_keys
from station_app.services.counter.task_finding import make_findable
from station_app.services.staff import put_state
from station_app.store.vault.keyfile import read_keyfile
from station_app.store.vault.origins import Way
from station_app.store.vault.slots import PERSONAL, SlotKind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from station_app.services.pinyin import Readings
    from station_app.store.home import StationHome
    from station_app.store.transaction import Store, Transaction
    from station_app.store.vault.keys import StationKey
    from station_app.store.vault.slots import Slot

KEPT = "door_noted"
PASSPHRASES = {
    Way.CHOSEN: "staff:passphrase:chosen",
    Way.PAPER: "staff:passphrase:set-by-paper-key",
    Way.HELPED: "staff:passphrase:set-with-help",
}
"""The acts of the door; what was given in the open store has its entry from there."""
RENEWED = "staff:paper-key:renewed"


def settle(
    home: StationHome, store: Store, key: StationKey, readings: Callable[[str], Readings]
) -> None:
    """Bring *store* up to what was done at the door of *home*; it was opened with *key*.

    What was kept before it could be found is taken into the search, by *readings*.
    """
    place_keys.make_ready(home, store, key)
    make_findable(store, readings)
    _note(store, _told_by(home, key))
    if key.is_given:
        _hold_back(store, StaffId(key.owner))


def _told_by(home: StationHome, key: StationKey) -> dict[Slot, str]:
    """Return the slots whose secrets were set at the door, and the act that each tells of."""
    try:
        slots = read_keyfile(home.keys)
        slots.make_sure_of(key)
    except StationError:
        return {}  # a rotation waits to be finished: the next opening tells
    acts = {slot: _act_of(slot) for slot in slots.slots}
    return {slot: act for slot, act in acts.items() if act}


def _act_of(slot: Slot) -> str:
    if slot.origin is None:
        return ""
    if slot.kind in PERSONAL:
        return PASSPHRASES.get(slot.origin.how, "")
    return RENEWED if slot.kind is SlotKind.PAPER else ""


def _note(store: Store, told: Mapping[Slot, str]) -> None:
    """Note each of the slots in *told* that no entry tells of yet."""
    if not told:
        return
    with store.reading() as tx:
        if all(slot.id in _noted(tx) for slot in told):
            return
    with store.transaction() as tx:
        noted = _noted(tx)  # another window may have been quicker
        for slot, act in told.items():
            if slot.id not in noted:
                tx.audit.add(act, slot.owner, **_facts(tx, slot))
        tx.settings.put({KEPT: sorted(slot.id for slot in told)})


def _noted(tx: Transaction) -> frozenset[str]:
    kept: Any = tx.settings.all().get(KEPT)
    return frozenset(kept or ())


def _facts(tx: Transaction, slot: Slot) -> dict[str, str]:
    """Return what the audit tells of it; who notes it may be somebody else than who did it."""
    origin = slot.origin
    if origin is None:
        return {}
    names = {member.id: member.particulars.name for member in tx.staff.all()}
    told = {"name": slot.label, "set_at": origin.at.isoformat()}
    by = names.get(StaffId(origin.by), "")
    return {name: value for name, value in {**told, "set_by": by}.items() if value}


def _hold_back(store: Store, owner: StaffId) -> None:
    """Let *owner* do nothing until he has a passphrase that no other knows."""
    with store.reading() as tx:
        if tx.staff.member(owner).state is not AccountState.ACTIVE:
            return
    with store.transaction() as tx:
        put_state(tx, owner, AccountEvent.RESET)
