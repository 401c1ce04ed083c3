"""Getting into a station: founding it, opening it, changing what opens it.

In its first form: one passphrase for the station, and a paper key for the day it
is forgotten. Accounts and roles come later and bring slots of their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.errors import (
    KeysDamagedError,
    RefusedError,
    StationError,
    StationMissingError,
    ValidationFailedError,
)
from station_app.domain.passphrases import problems_with_passphrase
from station_app.later import later
from station_app.store.home import HomeState, StationHome, default_home
from station_app.store.vault.derivation import DEFAULT_COST, Cost
from station_app.store.vault.keyfile import KeyFile, no_slots, read_keyfile
from station_app.store.vault.keys import StationKey, new_station_key
from station_app.store.vault.slots import SlotKind, load_ciphers

if TYPE_CHECKING:
    from station_app.domain import paper_keys
    from station_app.domain.paper_keys import PaperKey
    from station_app.store import founding
else:
    founding = later("station_app.store.founding")  # SQLAlchemy
    paper_keys = later("station_app.domain.paper_keys")

__all__ = [
    "AccessService",
    "HomeState",
    "StationHome",
    "StationKey",
    "default_home",
    "load_ciphers",
]


class AccessService:
    """The use cases around the keys of a station; each takes the station's home.

    All but :meth:`check_paper_word` compute for 0.3 s and more: work for a job.
    """

    def __init__(self, cost: Cost = DEFAULT_COST) -> None:
        self._cost = cost

    def create(self, home: StationHome, passphrase: str) -> PaperKey:
        """Found a station in *home*: key slots, proven by opening, and an empty database.

        Returns the paper key, to be printed and shown this once. Raises
        :class:`ValidationFailedError` about the passphrase, :class:`RefusedError`
        (``station-exists``) and :class:`~station_app.domain.errors.NetworkPathError`.
        """
        _accept(passphrase)
        if home.state() is HomeState.READY:
            raise RefusedError("station-exists", path=home.root)
        home.make()
        key, paper = new_station_key(), paper_keys.new_paper_key()
        slots = no_slots().with_slot(SlotKind.PASSPHRASE, passphrase, key, cost=self._cost)
        slots = slots.with_slot(SlotKind.PAPER, paper.text(), key, cost=self._cost)
        # The keys before the database: after a power cut between them nothing is lost, the other
        # way round a database would be left that nothing opens.
        slots.write(home.keys)
        _prove(key, self.unlock(home, passphrase), self.unlock_with_paper(home, paper.text()))
        founding.make_database(home, key.database)
        return paper

    def unlock(self, home: StationHome, passphrase: str) -> StationKey:
        """Return the key of the station in *home*.

        Raises :class:`~station_app.domain.errors.StationMissingError`,
        :class:`~station_app.domain.errors.WrongPassphraseError` or
        :class:`KeysDamagedError`, never one for another.
        """
        return _slots_of(home).unlock(SlotKind.PASSPHRASE, passphrase)

    def unlock_with_paper(self, home: StationHome, typed: str) -> StationKey:
        """Return the key of the station in *home* by its paper key.

        Raises as :meth:`unlock` does, and before that
        :class:`~station_app.domain.paper_keys.MistypedPaperKeyError`.
        """
        return self._opened_by_paper(_slots_of(home), typed)

    def change_passphrase(self, home: StationHome, old: str, new: str) -> None:
        """Let *new* open the station in the place of *old*; the database stays as it is."""
        _accept(new)
        slots = _slots_of(home)
        key = slots.unlock(SlotKind.PASSPHRASE, old)
        self._replace(home, slots, SlotKind.PASSPHRASE, key, new)

    def reset_passphrase(self, home: StationHome, typed: str, new: str) -> None:
        """Let *new* open the station, because the paper key was *typed*."""
        _accept(new)
        slots = _slots_of(home)
        key = self._opened_by_paper(slots, typed)
        self._replace(home, slots, SlotKind.PASSPHRASE, key, new)

    def renew_paper_key(self, home: StationHome, passphrase: str) -> PaperKey:
        """Make a new paper key; the former one opens nothing any more."""
        slots = _slots_of(home)
        key, paper = slots.unlock(SlotKind.PASSPHRASE, passphrase), paper_keys.new_paper_key()
        self._replace(home, slots, SlotKind.PAPER, key, paper.text())
        return paper

    def check_paper_word(self, paper: PaperKey, place: int, typed: str) -> bool:
        """Whether *typed* is the group of *paper* at *place* (counted from 0)."""
        return paper.has_group(place, typed)

    def _opened_by_paper(self, slots: KeyFile, typed: str) -> StationKey:
        return slots.unlock(SlotKind.PAPER, paper_keys.read_paper_key(typed).text())

    def _replace(
        self, home: StationHome, former: KeyFile, kind: SlotKind, key: StationKey, secret: str
    ) -> None:
        """Let *secret* open slots of *kind*; if it does not, all stays as it was."""
        former.with_slot(kind, secret, key, cost=self._cost).write(home.keys)
        try:
            _prove(key, _slots_of(home).unlock(kind, secret))
        except StationError:
            former.write(home.keys)
            raise


def _slots_of(home: StationHome) -> KeyFile:
    try:
        return read_keyfile(home.keys)
    except StationMissingError as error:
        if home.state() is HomeState.READY:
            raise KeysDamagedError(what="missing") from error
        raise


def _accept(passphrase: str) -> None:
    if problems := problems_with_passphrase(passphrase):
        raise ValidationFailedError(problems)


def _prove(key: StationKey, *opened: StationKey) -> None:
    """Make sure that what was written opens: a slot counts only after that."""
    if any(other != key for other in opened):
        raise KeysDamagedError(what="proof")
