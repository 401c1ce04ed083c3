"""Ending the use of data: erased where no law keeps them, withheld where one does.

Steps within a transaction, for withdrawals of consent and for requests alike.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from station_app.domain.rights.withholding import consequence_for, is_tag, tag_field
from station_app.services.residents.writing import PersonChange

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from station_app.domain.counter.cases import CaseId
    from station_app.domain.residents.people import ResidentId
    from station_app.domain.rights.rules import FieldGroup
    from station_app.domain.rights.withholding import Consequence
    from station_app.services.residents.writing import ResidentWriter
    from station_app.store.transaction import Transaction

PHONE = "phone"
PHONES = frozenset({PHONE, "other_phone"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """What was done, and what takes it back: former values, keys of notes."""

    resident: ResidentId
    consequence: Consequence
    former: Sequence[PersonChange] = ()
    notes: Sequence[str] = ()
    phones: Mapping[CaseId, str] = field(default_factory=dict)  # those told in his cases


class Erasing:
    """Ends the use of fields, and takes that back."""

    def __init__(self, writer: ResidentWriter) -> None:
        self._writer = writer

    def consequence(
        self, tx: Transaction, key: ResidentId, groups: Iterable[FieldGroup]
    ) -> Consequence:
        """Return what would become of what is held of the resident *key* in *groups*."""
        return consequence_for(groups, held_fields(tx, key))

    def carry_out(
        self, tx: Transaction, key: ResidentId, what: Consequence, *, reason: str, source: str
    ) -> Ended:
        """End the use of the fields in *what*; *source* is the consent or the request."""
        former: Sequence[PersonChange] = ()
        phones: Mapping[CaseId, str] = {}
        if not PHONES.isdisjoint(what.erased):
            # also of cases that were handed to others
            phones = tx.everything.cases.phones(key)
            tx.everything.cases.write_phones(dict.fromkeys(phones, ""))
        if what.erased:
            former = self._writer.apply(tx, "erased", [_erasure(tx, key, what.erased)])
        told = {"reason": reason, "source": source}
        notes = tx.withholding.add(key, what.erased, is_erased=True, **told)
        notes += tx.withholding.add(key, what.frozen, is_erased=False, **told)
        if what.frozen:
            tx.history.note("resident", key, "withheld")
            tx.audit.add("resident:data:withheld", key, fields=sorted(what.frozen), source=source)
            self._writer.reindex(tx, [key])
        return Ended(resident=key, consequence=what, former=former, notes=notes, phones=phones)

    def take_back(self, tx: Transaction, ended: Ended) -> None:
        """Let everything be used again that *ended* took out of use.

        Raises :class:`EditConflictError` when the person has been changed since.
        """
        tx.withholding.set_binned(ended.notes, binned=True)
        self._writer.apply(tx, "erased-undone", ended.former)
        tx.everything.cases.write_phones(ended.phones)
        if ended.consequence.frozen:
            tx.history.note("resident", ended.resident, "withheld-undone")
            tx.audit.add("resident:data:released", ended.resident)
            self._writer.reindex(tx, [ended.resident])


def held_fields(tx: Transaction, key: ResidentId) -> frozenset[str]:
    """Return the fields of the resident *key* that say something and are not withheld."""
    filled = {name for name, value in tx.people.columns(key).items() if value not in {None, ""}}
    tags = {tag_field(tag.code) for tag in tx.tags.kept(key)}
    told = {PHONE} if tx.everything.cases.phones(key) else set()
    return frozenset(filled | tags | told) - tx.people.withheld(key)


def _erasure(tx: Transaction, key: ResidentId, fields: Iterable[str]) -> PersonChange:
    gone = frozenset(fields)
    tags = tx.tags.of(key)
    left = tuple(tag for tag in tags if tag_field(tag.code) not in gone)
    return PersonChange(
        key=key,
        version=tx.people.columns(key)["version"],
        values={name: "" for name in sorted(gone) if not is_tag(name)},
        tags=left if len(left) < len(tags) else None,
        is_untold=True,
    )
