"""How it stands with one person's rights: all that was told, consented, asked, withheld."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from station_app.domain.access.permissions import Permission
from station_app.domain.changes import Done, Topic
from station_app.domain.errors import Problem, ValidationFailedError
from station_app.domain.rights.consents import Form, Gap
from station_app.domain.rights.guardians import is_child
from station_app.domain.rights.rules import After
from station_app.domain.rights.withholding import code_of, is_tag
from station_app.services.permissions import needs
from station_app.services.rights.erasing import held_fields

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from station_app.domain.clock import Clock
    from station_app.domain.residents.people import ResidentId
    from station_app.domain.rights.consents import Consent, Notice
    from station_app.domain.rights.guardians import Guardian
    from station_app.domain.rights.requests import Request
    from station_app.domain.rights.rules import FieldGroup
    from station_app.domain.rights.withholding import Withheld
    from station_app.store.reference import Reference
    from station_app.store.transaction import Store, Transaction

TOUCHED = frozenset({Topic.RIGHTS, Topic.AUDIT, Topic.RESIDENTS})


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRights:
    """One person's side of it; ``gaps`` is what is missing."""

    is_child: bool
    notices: tuple[Notice, ...]
    consents: tuple[Consent, ...]
    guardians: tuple[Guardian, ...]
    requests: tuple[Request, ...]
    withheld: tuple[Withheld, ...]
    gaps: tuple[Gap, ...]


class RightsService:
    """The use cases of one person's rights (个人信息权益)."""

    def __init__(self, store: Store, reference: Reference, clock: Clock) -> None:
        self._store = store
        self._reference = reference
        self._clock = clock

    @needs(Permission.RESIDENT_READ)
    def of(self, resident: ResidentId) -> PersonRights:
        """Return how it stands with the rights of *resident*."""
        with self._store.reading() as tx:
            born = tx.people.columns(resident)["born"]
            child = is_child(born, today=self._clock.today())
            notices = tx.rights.notices(resident)
            consents = tx.rights.consents(resident)
            guardians = tx.rights.guardians(resident)
            gaps = (
                *self._gaps_in_notices(notices),
                *(self._gaps_of_child(consents, guardians) if child else ()),
                *self._gaps_in_consents(tx, resident, consents),
            )
            return PersonRights(
                is_child=child,
                notices=notices,
                consents=consents,
                guardians=guardians,
                requests=tx.everything.requests.of(resident),  # of those alone who were seen
                withheld=tx.withholding.of(resident),
                gaps=gaps,
            )

    @needs(Permission.RIGHTS_WITHHELD)
    def show_withheld(self, resident: ResidentId, reason: str) -> tuple[tuple[str, str], ...]:
        """Return what is withheld of *resident*, field by field; that it was seen is noted.

        Raises :class:`ValidationFailedError` without a reason.
        """
        _accept(reason)
        with self._store.transaction() as tx:
            columns, tags = tx.people.columns(resident), tx.tags.kept(resident)
            fields = sorted(tx.people.withheld(resident))
            tx.audit.add("resident:withheld:shown", resident, fields=fields, reason=reason.strip())
        told = {field: str(columns[field]) for field in fields if field in columns}
        for tag in tags:
            told[f"tag:{tag.code}"] = " ".join(filter(None, (tag.level, tag.source)))
        return tuple((field, told.get(field, "")) for field in fields)

    @needs(Permission.RIGHTS_WITHHELD)
    def release(self, resident: ResidentId, reason: str) -> Done[None]:
        """Let all that is withheld of *resident* be used again.

        Raises :class:`ValidationFailedError` without a reason.
        """
        _accept(reason)
        with self._store.reading() as tx:
            notes = [each.id for each in tx.withholding.of(resident) if not each.is_erased]
        return self._set_binned(resident, notes, binned=True, reason=reason.strip())

    def _set_binned(
        self, resident: ResidentId, notes: Sequence[str], *, binned: bool, reason: str
    ) -> Done[None]:
        with self._store.transaction() as tx:
            tx.withholding.set_binned(notes, binned=binned)
            tx.history.note("resident", resident, "withheld-lifted" if binned else "withheld")
            act = "released" if binned else "withheld"
            tx.audit.add(f"resident:data:{act}", resident, reason=reason)
        return Done(
            None,
            TOUCHED,
            lambda: self._set_binned(resident, notes, binned=not binned, reason=reason),
        )

    def _gaps_in_notices(self, notices: Sequence[Notice]) -> Iterator[Gap]:
        if not notices:
            yield Gap.NO_NOTICE
        elif self._reference.rights.edition not in {each.particulars.edition for each in notices}:
            yield Gap.OLD_NOTICE

    def _gaps_of_child(
        self, consents: Sequence[Consent], guardians: Sequence[Guardian]
    ) -> Iterator[Gap]:
        today, rules = self._clock.today(), self._reference.rights
        if not any(each.acts_on(today) for each in guardians):
            yield Gap.NO_GUARDIAN
        wanted = {purpose.code for purpose in rules.purposes if purpose.by_guardian}
        if not any(
            each.particulars.purpose in wanted and each.holds_on(today) for each in consents
        ):
            yield Gap.NO_GUARDIANS_CONSENT

    def _gaps_in_consents(
        self, tx: Transaction, resident: ResidentId, consents: Sequence[Consent]
    ) -> Iterator[Gap]:
        today = self._clock.today()
        standing = [each for each in consents if each.holds_on(today)]
        if any(_lacks_scan(each) for each in standing):
            yield Gap.NO_SCAN
        given = {each.particulars.purpose for each in standing}
        held = held_fields(tx, resident)
        if any(not held.isdisjoint(group.fields) for group in self._asking_for_consent(given)):
            yield Gap.NO_SEPARATE_CONSENT

    def _asking_for_consent(self, given: Collection[str]) -> Iterator[FieldGroup]:
        """Yield the groups of sensitive data that a purpose not *given* would be asked for."""
        rules = self._reference.rights
        for group in rules.groups:
            purpose = rules.purpose(group.purpose)
            is_sensitive = purpose is not None and purpose.is_sensitive
            if is_sensitive and group.purpose not in given and group.after is not After.KEEP:
                yield group


def _accept(reason: str) -> None:
    if not reason.strip():
        raise ValidationFailedError((Problem("reason", "missing"),))


def title_of(field: str, reference: Reference) -> str:
    """Return what a withheld *field* belongs to, in the official words of the rules."""
    group = reference.rights.group_of(field)
    if is_tag(field):
        return reference.table("tag").name_of(code_of(field))
    return group.name if group is not None else field


def _lacks_scan(consent: Consent) -> bool:
    particulars = consent.particulars
    return particulars.form == Form.PAPER and not particulars.attachment_id
