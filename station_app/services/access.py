"""Getting into a station: founding it, opening it, changing who and what opens it.

Everybody has a key slot of their own, opened by their own passphrase; a paper key
opens on the day one is forgotten. Accounts and rights come from elsewhere and name people
by the ids used here.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from station_app.device_clock import DeviceClock
from station_app.domain.errors import (
    RefusedError,
    StationError,
    StoreBusyError,
    WrongPassphraseError,
)
from station_app.domain.passphrases import WARNING_DAYS
from station_app.later import later
from station_app.services.key_slots import (
    SetBy,
    SlotMaker,
    accept,
    accepted_name,
    judge,
    papers_of,
    person_of,
    prove,
    sealed_by,
    slots_of,
)
from station_app.store.door import PAPER, door_at
from station_app.store.entering import enter, keys_of, standing
from station_app.store.files import remove
from station_app.store.home import HomeState, StationHome, default_home
from station_app.store.vault.derivation import DEFAULT_COST, Cost
from station_app.store.vault.keyfile import KeyFile, no_slots
from station_app.store.vault.keys import StationKey, new_station_key
from station_app.store.vault.origins import Way
from station_app.store.vault.slots import SlotKind, SlotOwner
from station_app.store.vault.wrapping import load_ciphers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from station_app.domain import keys, paper_keys
    from station_app.domain.clock import Clock
    from station_app.domain.paper_keys import PaperKey
    from station_app.domain.passphrases import PassphrasePolicy
    from station_app.store import founding, rotation
    from station_app.store.transaction import Store
else:
    founding = later("station_app.store.founding")  # SQLAlchemy
    keys = later("station_app.domain.keys")
    paper_keys = later("station_app.domain.paper_keys")
    rotation = later("station_app.store.rotation")  # SQLAlchemy

__all__ = [
    "WARNING_DAYS",
    "AccessService",
    "HomeState",
    "SlotKind",
    "SlotOwner",
    "StationHome",
    "StationKey",
    "default_home",
    "load_ciphers",
]


class AccessService:
    """The use cases around the keys of a station; each takes the station's home.

    All but :meth:`people`, :meth:`policy`, :meth:`rename`, :meth:`make_supervisor`,
    :meth:`make_ordinary` and :meth:`check_paper_word` compute for 0.3 s and more: work for
    a job. Whoever changes slots raises :class:`StoreBusyError` while a rotation that was cut
    short waits to be finished.
    """

    def __init__(self, cost: Cost = DEFAULT_COST, clock: Clock | None = None) -> None:
        self._clock = clock or DeviceClock()
        self._made = SlotMaker(cost, self._clock).make

    def create(
        self, home: StationHome, passphrase: str, *, name: str = "", staff_id: str = ""
    ) -> PaperKey:
        """Found a station in *home*: key slots, proven by opening, and an empty database.

        Whoever founds it is its first supervisor. Returns the paper key, to be printed and
        shown this once. Raises :class:`ValidationFailedError` about the passphrase,
        :class:`RefusedError` (``station-exists``) and
        :class:`~station_app.domain.errors.NetworkPathError`.
        """
        accept(passphrase, self.policy(home))
        label = accepted_name(name)
        if home.state() is HomeState.READY:
            raise RefusedError("station-exists", path=home.root)
        home.make()
        remove(home.coming_keys)
        key, paper = new_station_key(), paper_keys.new_paper_key()
        owner = staff_id or keys.new_key()
        slot = self._made(SlotKind.SUPERVISOR, passphrase, key, owner=owner, label=label)
        slots = no_slots().with_slot(slot, key)
        slots = slots.with_slot(self._made(SlotKind.PAPER, paper.text(), key), key)
        # The keys before the database: after a power cut between them nothing is lost, the other
        # way round a database would be left that nothing opens.
        slots.write(home.keys)
        prove(key, self.unlock(home, passphrase), self.unlock_with_paper(home, paper.text()))
        founding.make_database(home, key.database)
        return paper

    def people(self, home: StationHome) -> tuple[SlotOwner, ...]:
        """Return who may sign in; no secret is needed for that.

        Raises :class:`~station_app.domain.errors.StationMissingError` or
        :class:`KeysDamagedError`.
        """
        return standing(home).people()

    def policy(self, home: StationHome) -> PassphrasePolicy:
        """Return the rules for passphrases that hold at the door of *home*."""
        return door_at(home.door, self._clock).policy

    def unlock(self, home: StationHome, passphrase: str, *, owner: str = "") -> StationKey:
        """Return the key of the station in *home*, opened by *owner*, or the only one there is.

        It tells in how many days the passphrase is to be changed; a passphrase that is
        too old still opens. Raises :class:`~station_app.domain.errors.StationMissingError`,
        :class:`~station_app.domain.errors.WrongPassphraseError`,
        :class:`~station_app.domain.errors.LockedOutError` or :class:`KeysDamagedError`,
        never one for another, and :class:`RefusedError` (``access.who``) without trying
        anything if there are several people and none is named.
        """
        return self._by_person(home, owner, passphrase)[1]

    def unlock_with_paper(self, home: StationHome, typed: str) -> StationKey:
        """Return the key of the station in *home* by its paper key.

        Raises as :meth:`unlock` does, and before that
        :class:`~station_app.domain.paper_keys.MistypedPaperKeyError`. The door is never shut
        to the paper key.
        """
        return self._by_paper(home, typed)[1]

    def admit(
        self,
        home: StationHome,
        key: StationKey,
        *,
        owner: str,
        name: str,
        passphrase: str,
        is_supervisor: bool,
    ) -> None:
        """Let *owner* sign in with *passphrase*, whatever opened that person's slot before.

        It is one that another knows: its key says that it is to be changed.
        """
        slots = sealed_by(home, key)
        kind = SlotKind.SUPERVISOR if is_supervisor else SlotKind.USER
        called, given = accepted_name(name), SetBy(Way.GIVEN, key.owner)
        self._set(home, slots, key, owner, passphrase, set_by=given, kind=kind, label=called)

    def change_passphrase(self, home: StationHome, owner: str, old: str, new: str) -> None:
        """Let *owner* (empty: the only person) sign in by *new* in the place of *old*."""
        accept(new, self.policy(home))
        slots, key = self._by_person(home, owner, old)
        self._set(home, slots, key, key.owner, new, set_by=SetBy(Way.CHOSEN, key.owner))

    def reset_passphrase(self, home: StationHome, owner: str, typed: str, new: str) -> None:
        """Let *owner* sign in by *new*, because the paper key was *typed*."""
        accept(new, self.policy(home))
        slots, key = self._by_paper(home, typed)
        self._set(home, slots, key, person_of(slots, owner), new, set_by=SetBy(Way.PAPER))

    def reset_by_supervisor(
        self, home: StationHome, owner: str, supervisor: str, passphrase: str, new: str
    ) -> None:
        """Let *owner* sign in by *new*, because the *supervisor* gave his own *passphrase*.

        *new* is one that another may know: its key says that it is to be changed. Raises
        :class:`RefusedError` (``access.not-supervisor``) for anybody else. A door shut
        to *owner* is opened by this; one shut to the supervisor stays shut.
        """
        accept(new, self.policy(home))
        slots, key = self._by_supervisor(home, supervisor, passphrase)
        helped = SetBy(Way.HELPED, key.owner)
        self._set(home, slots, key, person_of(slots, owner), new, set_by=helped)

    def rename(self, home: StationHome, key: StationKey, owner: str, name: str) -> None:
        """Show another name of *owner* at the door."""
        slots = sealed_by(home, key)
        label = accepted_name(name)
        self._put(home, slots.with_name(person_of(slots, owner), label, key))

    def make_supervisor(self, home: StationHome, key: StationKey, owner: str) -> None:
        """Let *owner* do what only supervisors may."""
        slots = sealed_by(home, key)
        self._put(home, slots.with_kind(person_of(slots, owner), SlotKind.SUPERVISOR, key))

    def make_ordinary(self, home: StationHome, key: StationKey, owner: str) -> None:
        """Let *owner* sign in, and no more. Raises :class:`RefusedError` for the last one."""
        slots = sealed_by(home, key)
        self._put(home, slots.with_kind(person_of(slots, owner), SlotKind.USER, key))

    def dismiss(
        self, home: StationHome, key: StationKey, owner: str, *, store: Store | None = None
    ) -> StationKey:
        """Let *owner* in no more: the slot is taken away and the root key changed.

        Returns the key from now on. *store* is the open store, if it is open. What fails
        may be done again: somebody who has no slot any more only has the root key
        changed. Raises as :meth:`rotate` does, and :class:`RefusedError` for the last
        supervisor.
        """
        return self._rotated(home, key, store, without=owner)

    def rotate(
        self, home: StationHome, key: StationKey, *, store: Store | None = None
    ) -> StationKey:
        """Change the root key; everybody's passphrase and the paper key stay as they are.

        Backups are made before and after. Returns the key from now on. *store* is the open
        store, if it is open. Raises :class:`StoreBusyError` if anybody else has it open.
        """
        return self._rotated(home, key, store)

    def renew_paper_key(self, home: StationHome, owner: str, passphrase: str) -> PaperKey:
        """Make a new paper key; the former one opens nothing any more.

        It sets anybody's passphrase: raises :class:`RefusedError` (``access.not-supervisor``)
        for who is none.
        """
        slots, key = self._by_supervisor(home, owner, passphrase)
        paper = paper_keys.new_paper_key()
        renewed = SetBy(Way.CHOSEN, key.owner)
        slot = self._made(SlotKind.PAPER, paper.text(), key, set_by=renewed)
        latter = slots.with_slot(slot, key)
        self._put(home, latter)
        self._prove_put(home, slots, key, lambda file: file.unlock(papers_of(file), paper.text()))
        return paper

    def check_paper_word(self, paper: PaperKey, place: int, typed: str) -> bool:
        """Whether *typed* is the group of *paper* at *place* (counted from 0)."""
        return paper.has_group(place, typed)

    def _by_person(
        self, home: StationHome, owner: str, passphrase: str
    ) -> tuple[KeyFile, StationKey]:
        person, now = person_of(standing(home), owner), self._clock.now()
        with self._counted(home, person):
            slots, key = enter(home, lambda file: slots_of(file, person), passphrase, now=now)
        slot, policy = slots.slot_of(person), self.policy(home)
        if slot is None:
            return slots, key
        days_left = policy.days_left(slot.since, self._clock.today())
        told = replace(key, days_left=days_left)
        key.end()
        return slots, told

    def _by_supervisor(
        self, home: StationHome, supervisor: str, passphrase: str
    ) -> tuple[KeyFile, StationKey]:
        slots, key = self._by_person(home, supervisor, passphrase)
        if key.kind != SlotKind.SUPERVISOR:
            raise RefusedError("access.not-supervisor")
        return slots, key

    def _by_paper(self, home: StationHome, typed: str) -> tuple[KeyFile, StationKey]:
        text = paper_keys.read_paper_key(typed).text()
        with self._counted(home, PAPER):
            return enter(home, papers_of, text, now=self._clock.now())

    @contextmanager
    def _counted(self, home: StationHome, who: str) -> Iterator[None]:
        """Count what fails in the block; refuse it while the door is shut to *who*."""
        door = door_at(home.door, self._clock)
        door.let_try(who)
        try:
            yield
        except WrongPassphraseError:
            door.has_failed(who)
            raise
        door.has_opened(who)

    def _rotated(
        self, home: StationHome, key: StationKey, store: Store | None, *, without: str = ""
    ) -> StationKey:
        slots = sealed_by(home, key)
        new = new_station_key()
        coming = slots.rewrapped_for(new, by=key, without=without)
        judge(coming)
        engine = store.engine if store else None
        rotation.rotate(home, key, new, coming, now=self._clock.now(), engine=engine)
        return replace(key, root=new.root)

    def _set(
        self,
        home: StationHome,
        slots: KeyFile,
        key: StationKey,
        owner: str,
        passphrase: str,
        *,
        set_by: SetBy,
        kind: SlotKind | None = None,
        label: str | None = None,
    ) -> None:
        """Let *passphrase* open the slot of *owner*, a new one or that which is there."""
        door = door_at(home.door, self._clock)
        accept(passphrase, door.policy)
        former = slots.slot_of(owner)
        slot = self._made(
            kind or (former.kind if former else SlotKind.USER),
            passphrase,
            key,
            owner=owner,
            label=former.label if label is None and former else label or "",
            former=former,
            barred=door.policy.barred,
            set_by=set_by,
        )
        self._put(home, slots.with_slot(slot, key))
        self._prove_put(
            home, slots, key, lambda file: file.unlock(slots_of(file, owner), passphrase)
        )
        door.has_opened(owner)

    @staticmethod
    def _put(home: StationHome, latter: KeyFile) -> None:
        """Put *latter* in the place of the slots there are, if a station may be left so."""
        if home.coming_keys.exists():
            raise StoreBusyError(what="rotation")
        judge(latter)
        latter.write(home.keys)

    @staticmethod
    def _prove_put(
        home: StationHome, former: KeyFile, key: StationKey, act: Callable[[KeyFile], StationKey]
    ) -> None:
        """Make sure that what was put opens; if it does not, all is as it was."""
        try:
            prove(key, act(keys_of(home)))
        except StationError:
            former.write(home.keys)
            raise
