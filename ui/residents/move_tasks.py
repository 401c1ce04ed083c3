"""The task of a move: of somebody, of some of the household, of all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.residents.households import Household, HouseholdId
from station_app.domain.residents.standing import Standing
from ui.residents.form_move import MoveForm
from ui.residents.moving import MoveDraft
from ui.residents.task import Task
from ui.residents.task_maker import TaskMaker

if TYPE_CHECKING:
    from station_app.domain.changes import Done
    from station_app.domain.residents.people import ResidentId
    from station_app.services.residents.lists import PersonFile


class MoveTasks(TaskMaker):
    """Makes the task; who is ticked decides whether the household's address moves too."""

    def move(self, file: PersonFile) -> Task[MoveDraft]:
        """Move somebody, some of his household, or all of it."""
        person, household = file.resident, file.household
        form = MoveForm(
            self._words,
            self._context.clock,
            people=self._movable(file),
            estates=[each.name for each in self._station.places.estates()],
            has_household=household is not None,
        )
        return Task(
            key=f"move:{person.id}",
            title=self.tr("Move"),
            subtitle=person.living_text or person.particulars.name,
            form=form,
            draft=MoveDraft(who=(person.id,)),
            carry_out=lambda draft: self._carry_out_move(form, draft, household),
            label=lambda draft: self.tr("Moved {names}").format(names=form.moving.names(draft)),
        )

    def _carry_out_move(
        self, form: MoveForm, draft: MoveDraft, household: Household | None
    ) -> Done[None]:
        households = self._station.households
        if household is not None and form.moving.is_whole_household(draft):
            return households.move_household(HouseholdId(household.id), form.wanted(draft))
        return households.move(draft.who, form.wanted(draft))

    def _movable(self, file: PersonFile) -> dict[ResidentId, str]:
        person = file.resident
        if file.household is None:
            return {person.id: person.particulars.name}
        return {
            member.id: member.name
            for member in file.household.members
            if member.standing is not Standing.DEAD
        }
