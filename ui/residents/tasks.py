"""The pieces of work on one person: which form, what it carries out, what it is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.residents.event_tasks import EventTasks
from ui.residents.form_addresses import HukouForm, LivingForm
from ui.residents.form_new_person import NewPersonForm
from ui.residents.form_particulars import ParticularsForm
from ui.residents.household_tasks import HouseholdTasks
from ui.residents.list_tasks import ListTasks
from ui.residents.move_tasks import MoveTasks
from ui.residents.new_person import NewPersonDraft
from ui.residents.rights_tasks import RightsTasks
from ui.residents.task import Task
from ui.residents.task_maker import TaskMaker

if TYPE_CHECKING:
    from station_app.bootstrap import Station
    from station_app.domain.residents.households import Household
    from station_app.domain.residents.people import Hukou, Living, ResidentDraft
    from station_app.services.residents.lists import PersonFile
    from ui.kit.room import RoomContext
    from ui.residents.words import Words


class Tasks(TaskMaker):
    """Makes the tasks over one person's record, and holds the makers of the others.

    Here it stands which form edits what and which use case saves it; neither knows the
    other.
    """

    def __init__(self, station: Station, context: RoomContext, words: Words) -> None:
        super().__init__(station, context, words)
        self.of_household = HouseholdTasks(station, context, words)
        self.of_moves = MoveTasks(station, context, words)
        self.of_lists = ListTasks(station, context, words)
        self.of_events = EventTasks(station, context, words)
        self.of_rights = RightsTasks(station, context, words)

    def new_person(self, household: Household | None = None) -> Task[NewPersonDraft]:
        """Register somebody, perhaps as a new member of *household*."""
        form = NewPersonForm(self._station, self._context, self._words)
        draft = NewPersonDraft(kind="resident_id")
        if household is not None:
            form.household.offer((household,))
            draft = NewPersonDraft(
                kind="resident_id", home=household.address, household=household.id
            )
        residents = self._station.residents
        return Task(
            key=f"new:{draft.household}",
            title=self.tr("New resident"),
            form=form,
            draft=draft,
            carry_out=lambda draft: residents.register(draft.registration(form.home.parts())),
            shows_person=True,
            label=lambda draft: self.tr("Registered {name}").format(name=draft.name),
        )

    def particulars(self, file: PersonFile) -> Task[ResidentDraft]:
        """Correct somebody's particulars."""
        residents, form = (
            self._station.residents,
            ParticularsForm(self._words, self._context.clock),
        )
        person = file.resident
        form.withhold(person.withheld)
        return Task(
            key=f"particulars:{person.id}",
            title=self.tr("Correct particulars"),
            subtitle=person.particulars.name,
            form=form,
            label=lambda draft: self.tr("Corrected {name}").format(name=draft.name),
            say=form.say,
            **self._upon(
                person,
                lambda found: found.particulars,
                lambda draft, version: residents.correct(person.id, draft, version=version),
            ),
        )

    def hukou(self, file: PersonFile) -> Task[Hukou]:
        """Correct where somebody is registered."""
        residents, person = self._station.residents, file.resident
        form = HukouForm(self._words, self._context.clock)
        return Task(
            key=f"hukou:{person.id}",
            title=self.tr("Registered at"),
            subtitle=person.particulars.name,
            form=form,
            label=lambda _: self._named(self.tr("Corrected the registration of {name}"), person),
            say=form.say,
            **self._upon(
                person,
                lambda found: found.hukou,
                lambda draft, version: residents.correct_hukou(person.id, draft, version=version),
            ),
        )

    def living(self, file: PersonFile) -> Task[Living]:
        """Correct since when and on what ground somebody lives where he lives."""
        residents, person = self._station.residents, file.resident
        form = LivingForm(self._words, self._context.clock)
        return Task(
            key=f"living:{person.id}",
            title=self.tr("Lives at"),
            subtitle=person.living_text,
            form=form,
            label=lambda _: self._named(self.tr("Corrected where {name} lives"), person),
            say=form.say,
            **self._upon(
                person,
                lambda found: found.living,
                lambda draft, version: residents.correct_living(person.id, draft, version=version),
            ),
        )
