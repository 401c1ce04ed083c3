"""Somebody new, as typed: what is to be registered, and what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from station_app.domain.errors import Problem
from station_app.domain.identity.documents import Document, DocumentKind, problems_with_document
from station_app.domain.residents.households import HouseholdDraft
from station_app.domain.residents.people import Hukou, Living, ResidentDraft, problems_with
from station_app.services.residents.people import Registration
from ui.residents.form_particulars import odd_names, odd_phones

if TYPE_CHECKING:
    from datetime import date

    from station_app.domain.addresses import DwellingParts

NEW_HOUSEHOLD = "new"
LOCAL = {"local": True, "elsewhere": False, "": None}
ID_KIND = DocumentKind.RESIDENT_ID


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPersonDraft:
    """Somebody new, as typed; ``household`` is a key, ``new`` or nothing."""

    name: str = ""
    number: str = ""
    kind: str = ID_KIND
    sex: str = ""
    born: date | None = None
    phone: str = ""
    home: str = ""
    since: date | None = None
    basis: str = ""
    registered: str = ""
    hukou_address: str = ""
    hukou_kind: str = ""
    household: str = ""
    relation: str = ""
    household_number: str = ""

    def particulars(self) -> ResidentDraft:
        """Return what belongs to the particulars."""
        return ResidentDraft(name=self.name, sex=self.sex or "0", born=self.born, phone=self.phone)

    def documents(self) -> tuple[Document, ...]:
        """Return the document, if a number is given."""
        kind = DocumentKind(self.kind or ID_KIND)
        return (Document(kind=kind, number=self.number),) if self.number else ()

    def registration(self, home: DwellingParts | None) -> Registration:
        """Return what is to be registered; *home* are the parts of the address."""
        is_new = self.household == NEW_HOUSEHOLD
        return Registration(
            particulars=self.particulars(),
            documents=self.documents(),
            living=Living(since=self.since, basis=self.basis),
            home=home,
            hukou=Hukou(
                address=self.hukou_address,
                is_local=LOCAL[self.registered],
                kind=self.hukou_kind,
            ),
            founds=HouseholdDraft(number=self.household_number) if is_new else None,
            household_id="" if is_new else self.household,
            relation="" if is_new else self.relation,
        )

    def problems(self, home: DwellingParts | None, *, today: date) -> tuple[Problem, ...]:
        """Return what is wrong with it, and what is odd."""
        particulars = self.particulars()
        found = [
            *problems_with(particulars, today=today),
            *odd_names(particulars),
            *odd_phones(particulars),
        ]
        found += [
            Problem("number", finding.code, finding.facts)
            for document in self.documents()
            for finding in problems_with_document(document, today=today)
        ]
        if home is not None and not home.estate:
            found.append(Problem("home", "missing"))
        # Whoever founds a household heads it; whoever joins one is something to its head.
        if self.household not in {"", NEW_HOUSEHOLD} and not self.relation:
            found.append(Problem("relation", "missing"))
        return tuple(found)
