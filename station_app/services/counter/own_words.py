"""What pre-checks hold of one person, for the paper of his own data.

What they hold of the others of the family is theirs to be told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.numerals import day_in_figures
from station_app.services.counter.dossier_words import DossierWords

if TYPE_CHECKING:
    from collections.abc import Iterator

    from station_app.domain.counter.assistance.members import Member
    from station_app.domain.residents.people import ResidentId
    from station_app.store.reference import Reference
    from station_app.store.transaction import Transaction


def told_of(tx: Transaction, key: ResidentId, reference: Reference) -> Iterator[tuple[str, ...]]:
    """Yield the day, what he is to the applicant, and what is kept of *key*, by check."""
    words = DossierWords()
    for check in tx.assistance.all():
        for member in check.particulars.members:
            if member.resident_id == key:
                day = check.particulars.received_on
                told = "；".join(_told(member, words, reference))
                yield day_in_figures(day) if day else "", words.told["ties"][member.tie], told


def _told(member: Member, words: DossierWords, reference: Reference) -> Iterator[str]:
    rules = reference.assistance
    yield words.told["works"][member.work]
    if health := words.health(member, reference):
        yield health
    for amounts, kinds in ((member.incomes, rules.incomes), (member.deductions, rules.deductions)):
        for each in amounts:
            kind = kinds.get(each.kind)
            _, name, amount, *_ = words.amount("", kind.name if kind else each.kind, each, "yes")
            yield f"{name}{amount}"
