"""Use cases of households: founded, joined, left, moved as a whole."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from station_app.domain.access.permissions import Permission
from station_app.domain.changes import Done
from station_app.domain.errors import (
    EditConflictError,
    Problem,
    RefusedError,
    ValidationFailedError,
)
from station_app.domain.keys import new_key
from station_app.domain.residents.households import (
    HEAD,
    HEAD_RELATIONS,
    HouseholdDraft,
    HouseholdId,
)
from station_app.services.permissions import needs
from station_app.services.residents.writing import (
    TOUCHED,
    HouseholdChange,
    PersonChange,
    living_values,
    moved,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from station_app.domain.addresses import DwellingParts
    from station_app.domain.clock import Clock
    from station_app.domain.places import DwellingId
    from station_app.domain.residents.households import Household
    from station_app.domain.residents.people import ResidentId
    from station_app.services.residents.writing import ResidentWriter
    from station_app.store.transaction import Store, Transaction

OTHER_RELATIVE = "97"  # 其他亲属 (GB/T 4761)


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A move to another dwelling of the community, or out of it.

    Without ``to`` the people leave the community; ``left_to`` says where for.
    """

    to: DwellingParts | None = None
    on: date | None = None
    basis: str = ""
    proof: str = ""
    left_to: str = ""


class HouseholdService:
    """The use cases of households (户)."""

    def __init__(self, store: Store, writer: ResidentWriter, clock: Clock) -> None:
        self._store = store
        self._writer = writer
        self._clock = clock

    @needs(Permission.RESIDENT_READ)
    def household(self, key: HouseholdId) -> Household:
        """Return the household *key* with its members, the head first."""
        with self._store.reading() as tx:
            return tx.households.household(key, today=self._clock.today())

    @needs(Permission.RESIDENT_READ)
    def living_at(self, parts: DwellingParts) -> tuple[Household, ...]:
        """Return the households whose dwelling is made of *parts*."""
        with self._store.reading() as tx:
            dwelling = tx.places.find(parts)
            keys = tx.households.at(dwelling.id) if dwelling is not None else []
            return tuple(tx.households.household(key, today=self._clock.today()) for key in keys)

    @needs(Permission.RESIDENT_WRITE)
    def found(self, head: ResidentId, draft: HouseholdDraft, *, version: int) -> Done[HouseholdId]:
        """Found a household (立户) whose head is *head*, in one step.

        Raises :class:`RefusedError` ``household.number-taken`` when the number
        is another household's.
        """
        key = HouseholdId(new_key())
        with self._store.transaction() as tx:
            if draft.number and tx.everything.households.numbered(draft.number):
                raise RefusedError("household.number-taken", number=draft.number)
            tx.households.add(key, draft)
            joining = PersonChange(
                key=head, version=version, values={"household_id": key, "relation": HEAD}
            )
            former = self._writer.apply(tx, "household", [joining])

        return Done(key, TOUCHED, lambda: self._disband(key, former))

    @needs(Permission.RESIDENT_WRITE)
    def correct(self, key: HouseholdId, draft: HouseholdDraft, *, version: int) -> Done[None]:
        """Replace the particulars of a household last seen at *version*."""
        return self._writer.carry_out(
            "household", [], [HouseholdChange(key=key, version=version, draft=draft)]
        )

    @needs(Permission.RESIDENT_WRITE)
    def join(
        self, resident: ResidentId, household: HouseholdId, relation: str, *, version: int
    ) -> Done[None]:
        """Let *resident* belong to *household* as *relation* of its head.

        A new head (户主变更) makes the former one an unspecified relative.
        Raises :class:`ValidationFailedError` without a relation.
        """
        if not relation:
            raise ValidationFailedError((Problem("relation", "missing"),))
        changes = [
            PersonChange(
                key=resident,
                version=version,
                values={"household_id": household, "relation": relation},
            )
        ]
        if relation in HEAD_RELATIONS:
            changes += self._former_heads(household, but=resident)
        return self._writer.carry_out("household", changes)

    @needs(Permission.RESIDENT_WRITE)
    def leave(self, resident: ResidentId, *, version: int) -> Done[None]:
        """Take *resident* out of the household he belongs to."""
        values = {"household_id": None, "relation": ""}
        return self._writer.carry_out(
            "household", [PersonChange(key=resident, version=version, values=values)]
        )

    @needs(Permission.RESIDENT_WRITE)
    def move(self, residents: Sequence[ResidentId], move: Move) -> Done[None]:
        """Move people together, each keeping his household.

        Raises :class:`ValidationFailedError` for a day in the future, or for a
        dwelling without estate or room.
        """
        self._accept(move)
        with self._store.transaction() as tx:
            dwelling = self._dwelling(tx, move)
            changes = [self._moved(tx, key, move, dwelling) for key in residents]
            former = self._writer.apply(tx, _act(move), changes)
        return self._writer.done(_act(move), former)

    @needs(Permission.RESIDENT_WRITE)
    def move_household(self, key: HouseholdId, move: Move) -> Done[None]:
        """Move a whole household (整户迁移): all who live in it, and the household itself."""
        self._accept(move)
        with self._store.transaction() as tx:
            dwelling = self._dwelling(tx, move)
            tx.households.require(key)
            # those who live outside one's grids, too: they keep the household from moving
            members = tx.everything.households.those_living_here(key)
            changes = [self._moved(tx, member, move, dwelling) for member in members]
            former = self._writer.apply(tx, _act(move), changes)
            seen = tx.households.household(key, today=self._clock.today())
            latter = replace(seen.particulars, dwelling_id=dwelling or "")
            change = HouseholdChange(key=key, version=seen.version, draft=latter)
            back = self._writer.apply_household(tx, _act(move), change)
        return self._writer.done(_act(move), former, [back])

    def _disband(self, key: HouseholdId, former: Sequence[PersonChange]) -> Done[None]:
        """Take a founding back, unless others have joined since."""
        with self._store.transaction() as entered:
            tx = entered.everything
            self._writer.apply(tx, "household-undone", former)
            # Raised after the change, which is undone with the transaction.
            if tx.households.household(key, today=self._clock.today()).members:
                raise EditConflictError(id=key)
            tx.households.set_binned(key, binned=True)
            tx.audit.add("household:record:binned", key)
        return Done(None, TOUCHED)

    def _accept(self, move: Move) -> None:
        problems = []
        if move.on is not None and move.on > self._clock.today():
            problems.append(Problem("on", "in-the-future"))
        if move.to is not None and not move.to.estate:
            problems.append(Problem("estate", "missing"))
        if problems:
            raise ValidationFailedError(tuple(problems))

    def _dwelling(self, tx: Transaction, move: Move) -> DwellingId | None:
        return None if move.to is None else tx.places.settle(move.to)

    def _moved(
        self, tx: Transaction, key: ResidentId, move: Move, dwelling: DwellingId | None
    ) -> PersonChange:
        before = tx.people.columns(key)
        address = tx.places.text_of(before["dwelling_id"])
        return PersonChange(
            key=key,
            version=before["version"],
            values=self._values(move, dwelling),
            # Who lived nowhere we know of has no time to look back on.
            ends=moved(before, address=address, until=move.on) if address else None,
        )

    def _values(self, move: Move, dwelling: DwellingId | None) -> Mapping[str, object]:
        if dwelling is not None:
            return living_values(dwelling, since=move.on, basis=move.basis, proof=move.proof)
        return {
            **living_values(None, since=None, basis="", proof=""),
            "lives_here": False,
            "left_on": move.on or self._clock.today(),
            "left_to": move.left_to.strip(),
        }

    def _former_heads(self, household: HouseholdId, *, but: ResidentId) -> list[PersonChange]:
        with self._store.reading() as tx:
            tx.households.require(household)
            # one who lives outside one's grids stays the head: changing him is refused
            whole = tx.everything
            members = whole.households.household(household, today=self._clock.today()).members
            heads = [member.id for member in members if member.is_head() and member.id != but]
            versions = {key: whole.people.resident(key).version for key in heads}
        return [
            PersonChange(key=key, version=version, values={"relation": OTHER_RELATIVE})
            for key, version in versions.items()
        ]


def _act(move: Move) -> str:
    return "moved" if move.to is not None else "moved-out"
