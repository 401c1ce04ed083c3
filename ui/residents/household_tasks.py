"""The tasks over households: founded, corrected, joined, headed by another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.residents.households import HEAD, Household, HouseholdDraft
from station_app.domain.residents.people import ResidentId
from ui.kit.person_field import PersonField
from ui.residents.form_household import HeadForm, HouseholdForm, JoinDraft, JoinForm
from ui.residents.task import Task
from ui.residents.task_maker import TaskMaker

if TYPE_CHECKING:
    from collections.abc import Callable

    from station_app.domain.changes import Done
    from station_app.services.residents.lists import PersonFile


class HouseholdTasks(TaskMaker):
    """Makes the tasks over households.

    They touch several people at once, each in one step with one undo.
    """

    def found(self, file: PersonFile) -> Task[HouseholdDraft]:
        """Found a household that somebody heads."""
        households, person = self._station.households, file.resident
        first = HouseholdDraft(dwelling_id=person.living.dwelling_id)
        return Task(
            key=f"found:{person.id}",
            title=self.tr("Found a household"),
            subtitle=self.tr("{name} will be its head").format(name=person.particulars.name),
            form=HouseholdForm(),
            label=lambda _: self._named(self.tr("Founded a household of {name}"), person),
            **self._upon(
                person,
                lambda _: first,
                lambda draft, version: households.found(person.id, draft, version=version),
            ),
        )

    def household(self, household: Household) -> Task[HouseholdDraft]:
        """Correct a household's number, kind and remarks."""
        service, form = self._station.households, HouseholdForm()
        key = household.id

        def change(version: int) -> Callable[[HouseholdDraft], Done[None]]:
            return lambda draft: service.correct(key, draft, version=version)

        def refresh() -> tuple[HouseholdDraft, Callable[[HouseholdDraft], Done[None]]]:
            found = service.household(key)
            return found.particulars, change(found.version)

        return Task(
            key=f"household:{key}",
            title=self.tr("Household"),
            subtitle=household.address,
            form=form,
            draft=household.particulars,
            carry_out=change(household.version),
            refresh=refresh,
            say=form.say,
            label=lambda _: self.tr("Corrected the household"),
        )

    def join(self, household: Household) -> Task[JoinDraft]:
        """Let somebody of the register become a member."""
        households, residents = self._station.households, self._station.residents

        def carry_out(draft: JoinDraft) -> Done[None]:
            # Whoever joins was found by searching, not read before: his version is today's.
            person = residents.resident(ResidentId(draft.member))
            return households.join(person.id, household.id, draft.relation, version=person.version)

        field = PersonField(self.tr("Who"), self._station.search.find, self._context.jobs)
        return Task(
            key=f"join:{household.id}",
            title=self.tr("Add a member"),
            subtitle=household.address,
            form=JoinForm(field, self._words),
            draft=JoinDraft(),
            carry_out=carry_out,
            label=lambda _: self.tr("Added a member to the household"),
        )

    def head(self, household: Household) -> Task[JoinDraft]:
        """Let another member head the household."""
        households, residents = self._station.households, self._station.residents

        def carry_out(draft: JoinDraft) -> Done[None]:
            person = residents.resident(ResidentId(draft.member))
            return households.join(person.id, household.id, HEAD, version=person.version)

        return Task(
            key=f"head:{household.id}",
            title=self.tr("Change the head"),
            subtitle=household.address,
            form=HeadForm(household.members, self._words),
            draft=JoinDraft(),
            carry_out=carry_out,
            label=lambda _: self.tr("Changed the head of the household"),
        )
