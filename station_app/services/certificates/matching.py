"""Who the lines of a list are: names that were pasted, or a list kept by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.certificate_batches import MOST, Match, Matched, Wanted, wanted_in
from station_app.domain.errors import NotFoundError, Problem, ValidationFailedError
from station_app.domain.identity.documents import forms_of_number
from station_app.domain.names import clean_name
from station_app.domain.residents.line import LineNumber
from station_app.services.privacy import seen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from station_app.domain.paper_templates.template import PaperTemplate
    from station_app.domain.residents.people import Resident
    from station_app.services.certificates.request_papers import RequestPapers
    from station_app.store.transaction import Transaction

WHOLE = 15
"""A number with so many digits is a whole one."""
_TAIL = 4
"""How much of a number tells two people of one name apart."""
DOT = " · "


class Matching:
    """Finds people for one kind of certificate, within one transaction."""

    def __init__(
        self,
        tx: Transaction,
        papers: RequestPapers,
        template: PaperTemplate,
        missing: Callable[[str], tuple[str, ...]],
    ) -> None:
        self._tx, self._papers, self._template = tx, papers, template
        self._missing = missing
        self._taken: set[str] = set()

    def of_text(self, text: str) -> tuple[Match, ...]:
        """Return who stands in *text*, one match a line.

        Raises :class:`ValidationFailedError` for more people than a batch may have.
        """
        wanted = wanted_in(text)
        _refuse_many(len(wanted))
        return tuple(map(self._match, wanted))

    def of_list(self, key: str, *, today: date) -> tuple[Match, ...]:
        """Return who is on the list *key* that was kept by name."""
        for kept in self._tx.saved_lists.all():
            if kept.id == key:
                seqs, people = self._tx.lines.keys(kept.filter, today=today), self._tx.people
                _refuse_many(len(seqs))
                keys = [people.key_of_line(LineNumber(seq)) for seq in seqs]
                return tuple(self._of_person(people.resident(key)) for key in keys)
        raise NotFoundError(id=key)

    def _match(self, wanted: Wanted) -> Match:
        found = self._people(wanted)
        if len(found) == 1:
            return self._judged(wanted, found[0])
        if not found:
            return Match(wanted=wanted, kind=Matched.NOBODY)
        told = "；".join(map(_told, found[:3]))
        return Match(wanted=wanted, kind=Matched.SEVERAL, told=told)

    def _of_person(self, person: Resident) -> Match:
        document = person.primary_document()
        digits = document.number[-_TAIL:] if document else ""
        return self._judged(Wanted(person.particulars.name, digits), person)

    def _people(self, wanted: Wanted) -> list[Resident]:
        name, people = clean_name(wanted.name).name, self._tx.people
        if len(wanted.digits) >= WHOLE:
            keys = people.holders(*forms_of_number(wanted.digits))
        else:
            keys = people.namesakes(name, born=None)
        found = [people.resident(key) for key in keys]
        return [
            each
            for each in found
            if each.particulars.name == name
            and (not wanted.digits or any(_ends(each, wanted.digits)))
        ]

    def _judged(self, wanted: Wanted, person: Resident) -> Match:
        kind, reason = Matched.ONE, ""
        obstacle = self._papers.obstacle(person, self._template)
        if person.id in self._taken:
            kind = Matched.AGAIN
        elif obstacle is not None:
            kind, reason = Matched.OBSTACLE, str(obstacle)
        elif lacking := self._missing(person.particulars.name):
            kind, reason = Matched.OBSTACLE, "".join(lacking)
        else:
            self._taken.add(person.id)
        return Match(
            wanted=wanted, kind=kind, resident_id=person.id, told=_told(person), reason=reason
        )


def _ends(person: Resident, digits: str) -> Iterable[bool]:
    return (each.number.endswith(digits) for each in person.documents)


def _told(person: Resident) -> str:
    document, born = person.primary_document(), person.particulars.born
    number = seen("document", "number", document.number, kind=document.kind) if document else ""
    parts = (born.isoformat() if born else "", number, person.living_text)
    return DOT.join(part for part in parts if part)


def _refuse_many(count: int) -> None:
    if count > MOST:
        raise ValidationFailedError((Problem("people", "too-many", {"most": MOST}),))
