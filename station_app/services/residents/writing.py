"""The one way by which a resident's record changes.

A use case says what is to become of which people; carrying it out keeps the
derived columns, the history and the search index in step, all in one
transaction, and yields the change that takes it back. Whether whoever acts may see
whom he changes is asked when the record is read; the rest is the program's own work.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, replace
from typing import TYPE_CHECKING, Any

from station_app.domain.changes import Done, Topic
from station_app.domain.errors import EditConflictError
from station_app.domain.keys import new_key
from station_app.domain.residents.households import HouseholdId
from station_app.domain.residents.people import Period
from station_app.domain.residents.standing import standing_of_record
from station_app.domain.search.entries import entry_of_person
from station_app.services.privacy import seen

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from station_app.domain.identity.documents import Document
    from station_app.domain.places import DwellingId
    from station_app.domain.residents.households import HouseholdDraft
    from station_app.domain.residents.people import Resident, ResidentId
    from station_app.domain.residents.tags import Tag
    from station_app.domain.search.entries import SearchEntry
    from station_app.services.pinyin import PinyinReader
    from station_app.store.transaction import Store, Transaction

TOUCHED = frozenset({Topic.RESIDENTS, Topic.PLACES, Topic.AUDIT})


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonChange:
    """What is to become of one person last seen at ``version``.

    ``values`` are columns; ``documents`` and ``tags``, when given, replace all
    there are. ``ends`` is a period to keep as past, ``reopens`` one to forget.
    ``is_untold`` keeps the values out of the history: what is erased must not stay there.
    """

    key: ResidentId
    version: int
    values: Mapping[str, object] = field(default_factory=dict)
    documents: tuple[Document, ...] | None = None
    tags: tuple[Tag, ...] | None = None
    ends: Period | None = None
    reopens: str = ""
    is_binned: bool | None = None
    is_untold: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseholdChange:
    """What is to become of one household last seen at ``version``."""

    key: HouseholdId
    version: int
    draft: HouseholdDraft


class ResidentWriter:
    """Carries changes of residents out, and back."""

    def __init__(self, store: Store, pinyin: PinyinReader) -> None:
        self._store = store
        self._pinyin = pinyin

    def carry_out(
        self,
        act: str,
        people: Sequence[PersonChange],
        households: Sequence[HouseholdChange] = (),
    ) -> Done[None]:
        """Make all changes in one transaction, or none of them.

        Raises :class:`EditConflictError` when somebody has changed one of the
        records since it was seen.
        """
        with self._store.transaction() as tx:
            former = self.apply(tx, act, people)
            former_households = [self.apply_household(tx, act, each) for each in households]
        return self.done(act, former, former_households)

    def done(
        self,
        act: str,
        people: Sequence[PersonChange],
        households: Sequence[HouseholdChange] = (),
    ) -> Done[None]:
        """Return what a use case yields whose changes *people* and *households* take back."""

        def revert() -> Done[object]:
            return self._take_back(f"{act}-undone", people, households)

        return Done(None, TOUCHED, revert)

    def apply(
        self, tx: Transaction, act: str, people: Sequence[PersonChange]
    ) -> list[PersonChange]:
        """Make the changes within *tx*; return those that take them back.

        Raises :class:`~station_app.domain.access.staff.NotPermittedError` for somebody, or
        a household to belong to, whom *tx* does not see.
        """
        for change in people:
            tx.people.require(change.key)
            if household := change.values.get("household_id"):
                tx.households.require(HouseholdId(str(household)))
        whole = tx.everything  # who moves away is not seen any more
        former = [self._apply_person(whole, act, change) for change in people]
        self.reindex(whole, [change.key for change in people])
        return former

    def apply_household(
        self, tx: Transaction, act: str, change: HouseholdChange
    ) -> HouseholdChange:
        """Make the change within *tx*; return the one that takes it back."""
        former = tx.households.particulars(change.key)
        tx.households.change(change.key, change.draft, version=change.version)
        told = [_told_household(tx, each) for each in (former, change.draft)]
        tx.audit.add(f"household:record:{act}", change.key, changes=tx.audit.changes(*told))
        return replace(change, draft=former, version=change.version + 1)

    def add(self, tx: Transaction, key: ResidentId, values: Mapping[str, object]) -> None:
        """Keep a new resident within *tx*; documents and the index come after."""
        complete = dict(values)
        complete["name_key"] = self._sort_key(complete)
        complete["standing"] = standing_of_record(complete, ())
        if household := values.get("household_id"):
            tx.households.require(HouseholdId(str(household)))
        tx.people.add(key, complete)
        tx.history.note("resident", key, "registered")

    def reindex(self, tx: Transaction, keys: Sequence[ResidentId]) -> None:
        """Make the people of *keys* found by what now stands in their records."""
        for key in keys:
            resident = tx.people.resident(key)
            if resident.is_binned:
                tx.search.remove(resident.seq)
                continue
            tx.search.replace(self._entry(resident))

    def _take_back(
        self, act: str, people: Sequence[PersonChange], households: Sequence[HouseholdChange]
    ) -> Done[None]:
        """Carry out what takes an act of this window back, also of who has left its grids."""
        with self._store.transaction() as tx:
            whole = tx.everything
            former = self.apply(whole, act, people)
            former_households = [self.apply_household(whole, act, each) for each in households]
        return self.done(act, former, former_households)

    def _apply_person(self, tx: Transaction, act: str, change: PersonChange) -> PersonChange:
        before = tx.people.columns(change.key)
        if before["version"] != change.version:
            raise EditConflictError(id=change.key)
        documents = tx.people.documents(change.key)
        change = _without_withheld(tx, change)
        former = PersonChange(
            key=change.key,
            version=change.version + 1,
            values={column: before[column] for column in change.values},
            documents=None if change.documents is None else documents,
            tags=None if change.tags is None else tx.tags.of(change.key),
            reopens=change.ends.id if change.ends else "",
            is_binned=None if change.is_binned is None else before["deleted_at"] is not None,
            is_untold=change.is_untold,
        )
        held = documents if change.documents is None else change.documents
        self._write(tx, change, before, held)
        _note(tx, act, change, former)
        return former

    def _write(
        self,
        tx: Transaction,
        change: PersonChange,
        before: Mapping[str, Any],
        documents: Sequence[Document],
    ) -> None:
        after = {**before, **change.values}
        values = {
            **change.values,
            "name_key": self._sort_key(after),
            "standing": standing_of_record(after, (each.kind for each in documents)),
        }
        if change.is_binned is not None:
            values["deleted_at"] = tx.stamp.at if change.is_binned else None
        tx.people.change(change.key, values, version=change.version)
        if change.documents is not None:
            tx.people.keep_documents(change.key, change.documents)
        if change.tags is not None:
            tx.tags.keep(change.key, change.tags)
        if change.ends is not None:
            tx.people.close_period(change.key, change.ends)
        if change.reopens:
            tx.people.reopen_period(change.reopens)

    def _entry(self, resident: Resident) -> SearchEntry:
        drawn = resident.particulars
        return entry_of_person(
            asdict(drawn),
            seq=resident.seq,
            key=resident.id,
            readings=self._pinyin.readings(drawn.name, drawn.pinyin).full,
            numbers=(document.number for document in resident.documents),
            address=resident.living_text,
        )

    def _sort_key(self, columns: Mapping[str, Any]) -> str:
        return self._pinyin.readings(columns["name"], columns.get("pinyin", "")).sort_key


def moved(former: Mapping[str, Any], *, address: str, until: date | None) -> Period:
    """Return the period of living that ends when somebody moves away."""
    return Period(
        id=new_key(),
        kind="living",
        address=address,
        dwelling_id=former["dwelling_id"],
        basis=former["living_basis"],
        since=former["living_since"],
        until=until,
    )


def living_values(
    dwelling: DwellingId | None, *, since: date | None, basis: str, proof: str
) -> dict[str, object]:
    """Return the columns of living in *dwelling*."""
    return {
        "dwelling_id": dwelling,
        "lives_here": True,
        "living_since": since,
        "living_basis": basis,
        "living_proof": proof,
        "left_on": None,
        "left_to": "",
    }


def _without_withheld(tx: Transaction, change: PersonChange) -> PersonChange:
    """Return *change* without what is withheld: who made it saw nothing there but a gap."""
    if not change.values:
        return change
    withheld = tx.people.withheld(change.key)
    if withheld.isdisjoint(change.values):
        return change
    values = {name: value for name, value in change.values.items() if name not in withheld}
    return replace(change, values=values)


def _note(tx: Transaction, act: str, change: PersonChange, former: PersonChange) -> None:
    """Note in history and audit what *change* made of what was there before."""
    before, after = _told(tx, former), _told(tx, change)
    if change.is_binned is not None or change.is_untold:
        tx.history.note("resident", change.key, act)
    else:
        tx.history.note_fields("resident", change.key, act, before=before, after=after)
    if change.documents is not None and former.documents is not None:
        before["documents"] = _told_masked(former.documents)
        after["documents"] = _told_masked(change.documents)
    # what is erased must not be kept by the audit either: which, not what
    facts: dict[str, object] = (
        {"fields": sorted(after)}
        if change.is_untold
        else {"changes": tx.audit.changes(before, after)}
    )
    tx.audit.add(f"resident:record:{act}", change.key, **facts)


def _told(tx: Transaction, change: PersonChange) -> dict[str, object]:
    told: dict[str, Any] = dict(change.values)
    if "dwelling_id" in told:
        told["dwelling_id"] = tx.places.text_of(told["dwelling_id"])
    if "household_id" in told:
        told["household_id"] = tx.households.number_of(told["household_id"])
    if change.documents is not None:
        told["documents"] = "、".join(
            f"{each.kind} {each.number}{_details(each.issuer, each.valid_from, each.valid_to)}"
            for each in change.documents
        )
    if change.tags is not None:
        told["tags"] = "、".join(
            f"{tag.code}{_details(tag.level, tag.since, tag.until, tag.source)}"
            for tag in change.tags
        )
    return told


def _told_masked(documents: Sequence[Document]) -> str:
    return "、".join(
        f"{each.kind} {seen('document', 'number', each.number, kind=each.kind)}"
        f"{_details(each.issuer, each.valid_from, each.valid_to)}"
        for each in documents
    )


def _told_household(tx: Transaction, draft: HouseholdDraft) -> dict[str, object]:
    told: dict[str, object] = asdict(draft)
    told["dwelling_id"] = tx.places.text_of(draft.dwelling_id or None)
    return told


def _details(*parts: object) -> str:
    """Return what is known beside a code, in brackets; nothing at all without any."""
    known = "，".join(str(part).replace("、", "，") for part in parts if part)
    return f"（{known}）" if known else ""
