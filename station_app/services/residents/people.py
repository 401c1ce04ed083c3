"""Use cases of one resident: registered, corrected, verified, binned, shown."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from station_app.domain.access.permissions import Permission
from station_app.domain.changes import Done
from station_app.domain.errors import Problem, RefusedError, ValidationFailedError
from station_app.domain.findings import refusals
from station_app.domain.identity.documents import (
    clean_number,
    forms_of_number,
    problems_with_document,
)
from station_app.domain.keys import new_key
from station_app.domain.names import clean_name
from station_app.domain.residents.households import HEAD, HouseholdId
from station_app.domain.residents.people import (
    Hukou,
    Living,
    ResidentDraft,
    ResidentId,
    Verification,
    problems_with,
)
from station_app.domain.residents.tags import problems_with_tags
from station_app.services.permissions import needs
from station_app.services.residents.restricted import refuse_restricted
from station_app.services.residents.writing import TOUCHED, PersonChange

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import Any

    from station_app.domain.addresses import DwellingParts
    from station_app.domain.clock import Clock
    from station_app.domain.identity.documents import Document
    from station_app.domain.places import DwellingId
    from station_app.domain.residents.households import HouseholdDraft
    from station_app.domain.residents.people import Resident
    from station_app.domain.residents.tags import Tag
    from station_app.services.residents.writing import ResidentWriter
    from station_app.store.transaction import Store, Transaction

DATE_FIELDS = frozenset({"born"})
NOWHERE = Living()
UNREGISTERED = Hukou()


@dataclass(frozen=True, slots=True, kw_only=True)
class Registration:
    """Everything that is known of somebody when he is registered, in one step.

    ``home`` is a dwelling by its parts, kept first if it is new; ``founds`` a
    household of which he is to be the head.
    """

    particulars: ResidentDraft
    documents: tuple[Document, ...] = ()
    living: Living = NOWHERE
    home: DwellingParts | None = None
    hukou: Hukou = UNREGISTERED
    founds: HouseholdDraft | None = None
    household_id: str = ""
    relation: str = ""
    tags: tuple[Tag, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """Somebody already kept who may be the person being entered.

    Of one who lives outside one's grids nothing is told but that the number is his.
    """

    id: ResidentId
    name: str
    born: date | None
    address: str
    same_number: bool
    is_elsewhere: bool = False


ELSEWHERE = Likeness(
    id=ResidentId(""), name="", born=None, address="", same_number=True, is_elsewhere=True
)


class ResidentService:
    """The use cases of the residents' register, one person at a time."""

    def __init__(
        self,
        store: Store,
        writer: ResidentWriter,
        clock: Clock,
        *,
        restricted: Callable[[], Sequence[str]],
    ) -> None:
        self._store = store
        self._restricted = restricted
        self._writer = writer
        self._clock = clock

    @needs(Permission.RESIDENT_READ)
    def resident(self, key: ResidentId) -> Resident:
        """Return the resident *key*.

        Raises :class:`NotFoundError` when there is none.
        """
        with self._store.reading() as tx:
            return tx.people.resident(key)

    @needs(Permission.RESIDENT_READ)
    def living_at(self, dwelling: DwellingId) -> Sequence[ResidentId]:
        """Return who lives in *dwelling*, heads of households first."""
        with self._store.reading() as tx:
            return tx.people.living_at(dwelling)

    @needs(Permission.RESIDENT_WRITE)
    def register(self, entry: Registration) -> Done[ResidentId]:
        """Enter somebody into the register, with all that is known of him.

        Raises :class:`ValidationFailedError`, and :class:`RefusedError`
        ``resident.same-number`` when somebody else bears the same number,
        ``resident.number-elsewhere`` when he lives outside one's grids,
        ``household.number-taken`` when the new household's is another's. Who sees some
        grids only registers those who live in them.
        """
        draft = self._accepted(entry.particulars)
        documents = self._accepted_documents(entry.documents)
        if entry.home is not None and not entry.home.estate:
            raise ValidationFailedError((Problem("home", "missing"),))
        self._refuse_restricted(entry.tags)
        key = ResidentId(new_key())
        with self._store.transaction() as tx:
            _refuse_held_by_others(tx, documents, key)
            entry = _settled(tx, entry)
            if not tx.places.sees(entry.living.dwelling_id):
                raise ValidationFailedError((Problem("home", "outside-grids"),))
            self._writer.add(tx, key, _columns(entry, draft))
            first = PersonChange(key=key, version=1, documents=documents, tags=entry.tags)
            self._writer.apply(tx, "registered", [first])

        def revert() -> Done[object]:
            # Kept as version 1, documents and tags given as version 2.
            return self.put_into_bin(key, version=2)

        return Done(key, TOUCHED, revert)

    @needs(Permission.RESIDENT_WRITE)
    def correct(self, key: ResidentId, draft: ResidentDraft, *, version: int) -> Done[None]:
        """Replace the particulars of a resident last seen at *version*."""
        accepted = self._accepted(draft)
        return self._change(
            "corrected", PersonChange(key=key, version=version, values=asdict(accepted))
        )

    @needs(Permission.RESIDENT_WRITE)
    def restore_field(self, key: ResidentId, change_id: str, *, version: int) -> Done[None]:
        """Give a field of the particulars the value it had before a change in its history.

        Raises :class:`RefusedError` ``history.not-restorable`` for fields that
        have use cases of their own.
        """
        with self._store.reading() as tx:
            change = tx.history.change(change_id)
            now = tx.people.resident(key).particulars
        if change is None or change.record_id != key or change.field not in asdict(now):
            raise RefusedError("history.not-restorable")
        value: Any = change.before
        if change.field in DATE_FIELDS:
            value = date.fromisoformat(change.before) if change.before else None
        former = replace(now, **{change.field: value})
        return self.correct(key, former, version=version)

    @needs(Permission.RESIDENT_WRITE)
    def keep_documents(
        self, key: ResidentId, documents: Sequence[Document], *, version: int
    ) -> Done[None]:
        """Let *documents* be those of the resident, in the place of all there are."""
        accepted = self._accepted_documents(documents)
        change = PersonChange(key=key, version=version, documents=accepted)
        with self._store.transaction() as tx:
            _refuse_held_by_others(tx, accepted, key)
            former = self._writer.apply(tx, "documents", [change])
        return self._writer.done("documents", former)

    @needs(Permission.RESIDENT_WRITE)
    def keep_tags(self, key: ResidentId, tags: Sequence[Tag], *, version: int) -> Done[None]:
        """Let *tags* be those of the resident, in the place of all there are.

        Raises :class:`RefusedError` ``tag.not-an-officer`` about a restricted one.
        """
        if problems := problems_with_tags(tags):
            raise ValidationFailedError(problems)
        self._refuse_restricted(tags)
        return self._change("tags", PersonChange(key=key, version=version, tags=tuple(tags)))

    @needs(Permission.RESIDENT_WRITE)
    def correct_hukou(self, key: ResidentId, hukou: Hukou, *, version: int) -> Done[None]:
        """Replace what is known of the resident's registration (户籍)."""
        values = {
            "hukou_address": hukou.address.strip(),
            "hukou_local": hukou.is_local,
            "hukou_kind": hukou.kind,
            "hukou_number": hukou.number.strip(),
            "hukou_since": hukou.since,
        }
        return self._change("hukou", PersonChange(key=key, version=version, values=values))

    @needs(Permission.RESIDENT_WRITE)
    def correct_living(self, key: ResidentId, living: Living, *, version: int) -> Done[None]:
        """Correct since when and on what ground he lives where he lives, without a move."""
        values = {
            "living_since": living.since,
            "living_basis": living.basis,
            "living_proof": living.proof.strip(),
        }
        return self._change("living", PersonChange(key=key, version=version, values=values))

    @needs(Permission.RESIDENT_WRITE)
    def verify(self, key: ResidentId, fact: Verification, *, version: int) -> Done[None]:
        """Note that the facts were made sure of (核实): when, how and by whom."""
        problems = []
        if fact.on > self._clock.today():
            problems.append(Problem("on", "in-the-future"))
        problems += [
            Problem(field, "missing")
            for field in ("how", "by")
            if not getattr(fact, field).strip()
        ]
        if problems:
            raise ValidationFailedError(tuple(problems))
        values = {
            "verified_on": fact.on,
            "verified_how": fact.how,
            "verified_by": fact.by.strip(),
            "verified_note": fact.note.strip(),
        }
        return self._change("verified", PersonChange(key=key, version=version, values=values))

    @needs(Permission.RESIDENT_WRITE)
    def note_death(self, key: ResidentId, on: date, *, version: int) -> Done[None]:
        """Note that the resident has died; certificates are refused from then on."""
        if on > self._clock.today():
            raise ValidationFailedError((Problem("on", "in-the-future"),))
        return self._change("died", PersonChange(key=key, version=version, values={"died_on": on}))

    @needs(Permission.RESIDENT_BIN)
    def put_into_bin(self, key: ResidentId, *, version: int) -> Done[None]:
        """Take a wrong entry out of the register; it stays in the bin."""
        return self._change("binned", PersonChange(key=key, version=version, is_binned=True))

    @needs(Permission.RESIDENT_BIN)
    def take_from_bin(self, key: ResidentId, *, version: int) -> Done[None]:
        """Put somebody back into the register.

        Raises :class:`RefusedError` ``resident.same-number`` when somebody else
        bears his number by now.
        """
        change = PersonChange(key=key, version=version, is_binned=False)
        with self._store.transaction() as tx:
            _refuse_held_by_others(tx, tx.people.documents(key), key)
            former = self._writer.apply(tx, "restored", [change])
        return self._writer.done("restored", former)

    @needs(Permission.RESIDENT_READ)
    def likenesses(
        self, *, name: str, born: date | None = None, number: str = "", but: str = ""
    ) -> tuple[Likeness, ...]:
        """Return who is already kept and may be the person being entered."""
        with self._store.reading() as tx:
            by_number = tx.people.holders(*forms_of_number(number))
            anywhere = tx.everything.people.holders(*forms_of_number(number))
            by_name = tx.people.namesakes(clean_name(name).name, born=born) if name else []
            keys = dict.fromkeys([*by_number, *by_name])
            keys.pop(ResidentId(but), None)
            found = [tx.people.resident(key) for key in keys]
        elsewhere = set(anywhere).difference(by_number, [ResidentId(but)])
        return (ELSEWHERE,) * bool(elsewhere) + tuple(
            Likeness(
                id=person.id,
                name=person.particulars.name,
                born=person.particulars.born,
                address=person.living_text,
                same_number=person.id in by_number,
            )
            for person in found
        )

    @needs(Permission.RESIDENT_SHOW)
    def reveal(self, key: ResidentId, field: str) -> str:
        """Return a number unmasked, and note in the audit that it was shown.

        *field* is ``phone``, ``other_phone`` or ``document:N`` (N counts from 0).
        """
        return self._in_full(key, field, "shown")

    @needs(Permission.RESIDENT_SHOW)
    def copy_out(self, key: ResidentId, field: str) -> str:
        """Return a number that is shown for the clipboard, and note that it was copied."""
        return self._in_full(key, field, "copied")

    @needs(Permission.RESIDENT_READ)
    def note_copied(self, people: int) -> None:
        """Note that so many lines of the list were put on the clipboard, as they are seen."""
        with self._store.transaction() as tx:
            tx.audit.add("residents:list:copied", rows=people)

    def _in_full(self, key: ResidentId, field: str, act: str) -> str:
        with self._store.transaction() as tx:
            person = tx.people.resident(key)
            tx.audit.add(f"resident:{field.partition(':')[0]}:{act}", key, field=field)
        # Only now: no number without its entry in the audit.
        kind, _, place = field.partition(":")
        if kind == "document":
            return person.documents[int(place)].number
        return str(getattr(person.particulars, kind))

    def _refuse_restricted(self, tags: Sequence[Tag]) -> None:
        if tags:
            refuse_restricted(tags, self._restricted())

    def _change(self, act: str, change: PersonChange) -> Done[None]:
        return self._writer.carry_out(act, [change])

    def _accepted(self, draft: ResidentDraft) -> ResidentDraft:
        if problems := problems_with(draft, today=self._clock.today()):
            raise ValidationFailedError(problems)
        return replace(
            draft,
            name=clean_name(draft.name).name,
            former_name=clean_name(draft.former_name).name if draft.former_name else "",
        )

    def _accepted_documents(self, documents: Sequence[Document]) -> tuple[Document, ...]:
        """Return *documents* as they are kept: numbers canonical, exactly one primary."""
        problems = [
            Problem(f"documents.{place}", problem.code, problem.facts)
            for place, document in enumerate(documents)
            for problem in refusals(problems_with_document(document, today=self._clock.today()))
        ]
        if problems:
            raise ValidationFailedError(tuple(problems))
        # the first identifies the person as long as none was chosen
        chosen = next((place for place, each in enumerate(documents) if each.is_primary), 0)
        return tuple(
            replace(
                document,
                number=clean_number(document.kind, document.number),
                is_primary=place == chosen,
            )
            for place, document in enumerate(documents)
        )


def _refuse_held_by_others(
    tx: Transaction, documents: Iterable[Document], key: ResidentId
) -> None:
    # Within the transaction that writes: two windows must not both find a number free.
    for document in documents:
        seen = set(tx.people.holders(document.number, kind=document.kind)) - {key}
        if seen:
            raise RefusedError("resident.same-number", holder=min(seen))
        if set(tx.everything.people.holders(document.number, kind=document.kind)) - {key}:
            raise RefusedError("resident.number-elsewhere")


def _settled(tx: Transaction, entry: Registration) -> Registration:
    """Return *entry* with its dwelling and its new household kept, by their keys."""
    if entry.home is not None:
        dwelling = tx.places.settle(entry.home)
        entry = replace(entry, living=replace(entry.living, dwelling_id=dwelling))
    if entry.founds is None:
        return entry
    if entry.founds.number and tx.everything.households.numbered(entry.founds.number):
        raise RefusedError("household.number-taken", number=entry.founds.number)
    key = HouseholdId(new_key())
    tx.households.add(key, replace(entry.founds, dwelling_id=entry.living.dwelling_id))
    return replace(entry, household_id=key, relation=HEAD)


def _columns(entry: Registration, draft: ResidentDraft) -> dict[str, object]:
    return {
        **asdict(draft),
        "dwelling_id": entry.living.dwelling_id or None,
        "living_since": entry.living.since,
        "living_basis": entry.living.basis,
        "living_proof": entry.living.proof,
        "hukou_address": entry.hukou.address,
        "hukou_local": entry.hukou.is_local,
        "hukou_kind": entry.hukou.kind,
        "hukou_number": entry.hukou.number,
        "hukou_since": entry.hukou.since,
        "household_id": entry.household_id or None,
        "relation": entry.relation,
    }
