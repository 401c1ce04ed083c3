"""The form for somebody new: who, document, home, registration and household in one step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal

from station_app.domain.errors import Problem
from station_app.domain.identity.documents import (
    Document,
    DocumentKind,
    problems_with_document,
    recognise_kind,
)
from station_app.domain.identity.id_card import born_of, read_id_number, sex_of
from station_app.domain.residents.households import HouseholdDraft
from station_app.domain.residents.people import Hukou, Living, ResidentDraft, problems_with
from station_app.services.residents.people import Registration
from ui.kit.buttons import Choice
from ui.kit.code_field import CodeField
from ui.kit.fields import DateField, NumberField, TextField
from ui.residents.fields import AddressField
from ui.residents.form_particulars import odd_names, odd_phones, phone_field
from ui.residents.likenesses import LikenessBanner
from ui.residents.task import TaskForm

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from station_app.bootstrap import Station
    from station_app.domain.residents.households import Household
    from ui.kit.room import RoomContext
    from ui.residents.words import Words

NEW_HOUSEHOLD = "new"
LOCAL = {"local": True, "elsewhere": False, "": None}
ID_KIND = DocumentKind.RESIDENT_ID
PAUSE_MS = 300


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


class NewPersonForm(TaskForm[NewPersonDraft]):
    """Fills in what an ID number tells, and says who is there already.

    Person, document, home, registration and household are one step with one undo. It only
    asks the services; carrying out the registration is the task's.
    """

    person_asked = Signal(str)

    def __init__(self, station: Station, context: RoomContext, words: Words) -> None:
        super().__init__(save_text="")
        self._station = station
        self._context = context
        self._words = words
        self.save.setText(self.tr("Register"))
        self.likenesses = LikenessBanner(self)
        self.likenesses.person_asked.connect(self.person_asked)
        self.page.body.addWidget(self.likenesses)
        self._add_person()
        self._add_home()
        self._add_registration()
        self._add_household()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._look_up)
        self.changed.connect(self._pause.start)
        self.fields["number"].finished.connect(self._read_number)
        self.fields["household"].changed.connect(self._show_household)
        self._show_household()

    def draft(self) -> NewPersonDraft:
        """Return what is typed."""
        return NewPersonDraft(**{name: field.value() for name, field in self.fields.items()})

    def fill(self, draft: NewPersonDraft) -> None:
        """Show *draft*."""
        for name, field in self.fields.items():
            field.set_value(getattr(draft, name))
        self._show_household()

    def registration(self, draft: NewPersonDraft) -> Registration:
        """Return what is to be registered."""
        is_new = draft.household == NEW_HOUSEHOLD
        return Registration(
            particulars=draft.particulars(),
            documents=draft.documents(),
            living=Living(since=draft.since, basis=draft.basis),
            home=self.home.parts(),
            hukou=Hukou(
                address=draft.hukou_address,
                is_local=LOCAL[draft.registered],
                kind=draft.hukou_kind,
            ),
            founds=HouseholdDraft(number=draft.household_number) if is_new else None,
            household_id="" if is_new else draft.household,
            relation="" if is_new else draft.relation,
        )

    def judge(self, draft: NewPersonDraft) -> tuple[Problem, ...]:
        """Return what is wrong, and what is odd."""
        particulars, today = draft.particulars(), self._context.clock.today()
        found = [
            *problems_with(particulars, today=today),
            *odd_names(particulars),
            *odd_phones(particulars),
        ]
        found += [
            Problem("number", finding.code, finding.facts)
            for document in draft.documents()
            for finding in problems_with_document(document, today=today)
        ]
        home = self.home.parts()
        if home is not None and not home.estate:
            found.append(Problem("home", "missing"))
        # Whoever founds a household heads it; whoever joins one is something to its head.
        if draft.household not in {"", NEW_HOUSEHOLD} and not draft.relation:
            found.append(Problem("relation", "missing"))
        return tuple(found)

    def offer_households(self, households: Sequence[Household]) -> None:
        """Let somebody join one of *households*.

        Called when an address is typed at which households are known.
        """
        known = [
            Choice(each.id, self._household_words(each), also=each.particulars.number)
            for each in households
        ]
        field = self.household
        # New choices must not take away what has been chosen.
        before = field.value()
        field.set_choices((Choice(NEW_HOUSEHOLD, self.tr("Found a new household")), *known))
        field.set_value(before)
        if households and not before:
            field.set_hint(
                self.tr("{count} households are known at this address.").format(
                    count=len(households)
                )
                if len(households) > 1
                else self.tr("A household is known at this address.")
            )
        self._show_household()

    def _add_person(self) -> None:
        section = self.add_section(self.tr("Who it is"))
        add = self.add_field
        add(section, "name", TextField(self.tr("Name"), required=True))
        add(section, "number", NumberField(self.tr("Number of the document")))
        kinds = self._words.choices("document")
        add(section, "kind", CodeField(self.tr("Document"), kinds))
        add(section, "sex", CodeField(self.tr("Sex"), self._words.sex_choices()))
        add(section, "born", DateField(self.tr("Born")))
        add(section, "phone", phone_field(self.tr("Phone")))

    def _add_home(self) -> None:
        section = self.add_section(self.tr("Where he or she lives"))
        estates = [each.name for each in self._station.places.estates()]
        self.home = AddressField(self.tr("Address"), estates)
        self.add_field(section, "home", self.home, wide=True)
        self.add_field(section, "since", DateField(self.tr("Since")))
        basis = CodeField(self.tr("On what ground"), self._words.choices("living_basis"))
        self.add_field(section, "basis", basis)

    def _add_registration(self) -> None:
        section = self.add_section(self.tr("Household registration (hukou)"))
        places = (
            Choice("local", self.tr("In this community")),
            Choice("elsewhere", self.tr("Elsewhere")),
        )
        self.add_field(section, "registered", CodeField(self.tr("Registered"), places))
        kinds = self._words.choices("hukou")
        self.add_field(section, "hukou_kind", CodeField(self.tr("Kind"), kinds))
        address = TextField(self.tr("Address in the booklet"))
        self.add_field(section, "hukou_address", address, wide=True)

    def _add_household(self) -> None:
        section = self.add_section(self.tr("Household"))
        self.household = CodeField(self.tr("Belongs to"))
        self.household.line.setPlaceholderText(self.tr("No household"))
        self.add_field(section, "household", self.household, wide=True)
        relations = self._words.choices("relation")
        relation = CodeField(self.tr("Relation to the head"), relations)
        self.add_field(section, "relation", relation)
        number = NumberField(self.tr("Number of the new household"))
        self.add_field(section, "household_number", number)
        self.offer_households(())

    def _show_household(self) -> None:
        chosen = self.household.value()
        self.fields["relation"].setVisible(chosen not in {"", NEW_HOUSEHOLD})
        self.fields["household_number"].setVisible(chosen == NEW_HOUSEHOLD)

    def _read_number(self) -> None:
        """Take kind, birthday and sex from the number, where they are still open."""
        # A card read in or typed first saves three fields; what was typed by hand stands.
        number = self.fields["number"].value()
        kind = recognise_kind(number) if number else None
        if kind is not None:
            self.fields["kind"].set_value(kind)
        reading = read_id_number(number)
        if not reading.is_acceptable:
            return
        if self.fields["born"].value() is None:
            self.fields["born"].set_value(born_of(reading.text))
        if not self.fields["sex"].value():
            self.fields["sex"].set_value(sex_of(reading.text))

    def _look_up(self) -> None:
        draft, parts = self.draft(), self.home.parts()
        residents, households = self._station.residents, self._station.households
        jobs = self._context.jobs
        # One character has too many namesakes to be worth a warning.
        if len(draft.name) > 1 or draft.number:
            jobs.start(
                lambda _: residents.likenesses(
                    name=draft.name, born=draft.born, number=draft.number
                ),
                owner=self,
                done=self.likenesses.show_likenesses,
            )
        else:
            self.likenesses.show_likenesses(())
        if parts is not None and parts.is_dwelling:
            jobs.start(
                lambda _: households.living_at(parts), owner=self, done=self.offer_households
            )

    def _household_words(self, household: Household) -> str:
        heads = [member.name for member in household.members if member.is_head()]
        head = heads[0] if heads else self.tr("nobody at its head")
        return self.tr("{head}, {count} people, no. {number}").format(
            head=head,
            count=len(household.members),
            number=household.particulars.number or "–",
        )
