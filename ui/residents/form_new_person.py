"""The form for somebody new: who, document, home, registration and household in one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from station_app.domain.identity.documents import recognise_kind
from station_app.domain.identity.id_card import born_of, read_id_number, sex_of
from ui.kit.buttons import Choice
from ui.kit.code_field import CodeField
from ui.kit.fields import DateField, NumberField, TextField
from ui.residents.fields import AddressField
from ui.residents.form_particulars import phone_field
from ui.residents.household_fields import HouseholdFields
from ui.residents.likenesses import LikenessBanner
from ui.residents.look_up import LookUp
from ui.residents.new_person import NewPersonDraft
from ui.residents.task import TaskForm

if TYPE_CHECKING:
    from station_app.bootstrap import Station
    from station_app.domain.errors import Problem
    from ui.kit.room import RoomContext
    from ui.residents.words import Words


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
        self._look_up = LookUp(station, context, self)
        self._look_up.likenesses_found.connect(self.likenesses.show_likenesses)
        self._look_up.households_found.connect(self.household.offer)
        self._look_up.paused.connect(lambda: self._look_up.begin(self.draft(), self.home.parts()))
        self.changed.connect(self._look_up.wait)
        self.fields["number"].finished.connect(self._read_number)

    def draft(self) -> NewPersonDraft:
        """Return what is typed."""
        return NewPersonDraft(**{name: field.value() for name, field in self.fields.items()})

    def fill(self, draft: NewPersonDraft) -> None:
        """Show *draft*."""
        for name, field in self.fields.items():
            field.set_value(getattr(draft, name))
        self.household.show_chosen()

    def judge(self, draft: NewPersonDraft) -> tuple[Problem, ...]:
        """Return what is wrong, and what is odd."""
        return draft.problems(self.home.parts(), today=self._context.clock.today())

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
        self.household = HouseholdFields(self._words, self)
        self.add_field(section, "household", self.household.household, wide=True)
        self.add_field(section, "relation", self.household.relation)
        self.add_field(section, "household_number", self.household.number)

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
