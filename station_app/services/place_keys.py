"""The keys of second places: what a copy there is encrypted with, and what opens it.

Each place has a root key of its own. Its key slots are made from those of the station for
supervisors and the paper key, which takes the station's root key: so they are made when
somebody signs in, for every place and for some yet to come, and kept in the store.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from station_app.domain.errors import RefusedError, StationError
from station_app.store.backup_places import known_places
from station_app.store.copying import keyed
from station_app.store.vault.keyfile import read_keyfile
from station_app.store.vault.keys import StationKey, new_station_key
from station_app.store.vault.slots import SlotKind

if TYPE_CHECKING:
    from station_app.domain.backups import BackupPlace
    from station_app.store.copying import Opener
    from station_app.store.home import StationHome
    from station_app.store.transaction import Store, Transaction

KEPT = "backup_place_keys"
KINDS = (SlotKind.SUPERVISOR, SlotKind.PAPER)
SPARES = 3


def make_ready(home: StationHome, store: Store, key: StationKey) -> None:
    """Make the keys of all places anew if need be, for whoever has opened *store* by *key*."""
    PlaceKeys(home, store).make(key, known_places(home))


class PlaceKeys:
    """The keys of all places of a station."""

    def __init__(self, home: StationHome, store: Store) -> None:
        self._home, self._store = home, store

    def of(self, place: BackupPlace) -> tuple[Opener, bytes]:
        """Return what opens copies in *place*, and the key slots that go with them.

        Raises :class:`RefusedError` (``backup.keys-later``) until somebody signs in again,
        when slots were changed since: a copy must not be opened by who is gone, nor be shut
        to who has a new passphrase.
        """
        kept = self._kept()
        entry = kept.get("places", {}).get(place.id)
        if entry is None or kept.get("made_of") != self._seal():
            raise RefusedError("backup.keys-later", name=place.name)
        return keyed(StationKey(bytes.fromhex(entry["root"])).database), entry["slots"].encode()

    def give(self, key: str) -> None:
        """Give the place *key* one of the keys made for places to come, if it has none."""
        with self._store.transaction() as tx:
            kept = _kept(tx)
            places, spares = dict(kept.get("places", {})), list(kept.get("spares", []))
            if key not in places and spares:
                places[key] = spares.pop()
                tx.settings.put({KEPT: {**kept, "places": places, "spares": spares}})

    def forget(self, key: str) -> None:
        """Forget the keys of the place *key*; what lies there is opened by the slots beside it."""
        with self._store.transaction() as tx:
            kept = _kept(tx)
            places = {name: each for name, each in kept.get("places", {}).items() if name != key}
            tx.settings.put({KEPT: {**kept, "places": places}})

    def make(self, key: StationKey, places: tuple[BackupPlace, ...]) -> None:
        """Make the keys of *places* and of some to come, if slots have changed since the last."""
        try:
            slots = read_keyfile(self._home.keys)
            slots.make_sure_of(key)
        except StationError:
            return  # a rotation waits to be finished: after that somebody signs in again
        kept = self._kept()
        is_made = {place.id for place in places} <= set(kept.get("places", {}))
        if kept.get("made_of") == slots.mac and is_made and kept.get("spares"):
            return

        def made() -> dict[str, str]:
            root = new_station_key()
            text = slots.rewrapped_for(root, by=key, kinds=KINDS).as_text()
            return {"root": bytes(root.root).hex(), "slots": text}

        latter = {
            "made_of": slots.mac,
            "places": {place.id: made() for place in places},
            "spares": [made() for _ in range(SPARES)],
        }
        with self._store.transaction() as tx:
            tx.settings.put({KEPT: latter})

    def _kept(self) -> dict[str, Any]:
        with self._store.reading() as tx:
            return _kept(tx)

    def _seal(self) -> str:
        try:
            return read_keyfile(self._home.keys).mac
        except StationError:
            return ""


def _kept(tx: Transaction) -> dict[str, Any]:
    kept: Any = tx.settings.all().get(KEPT)
    return kept or {}
