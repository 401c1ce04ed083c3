"""The tasks over what happens to somebody once: a verification, a death."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.residents.people import Verification
from ui.residents.form_events import DeathDraft, DeathForm, VerificationForm
from ui.residents.task import Task
from ui.residents.task_maker import TaskMaker

if TYPE_CHECKING:
    from station_app.services.residents.lists import PersonFile


class EventTasks(TaskMaker):
    """Makes the tasks that note an event; they overwrite nothing that is kept."""

    def verification(self, file: PersonFile, clerk: str) -> Task[Verification]:
        """Record that the facts were verified."""
        residents, person = self._station.residents, file.resident
        first = Verification(on=self._context.clock.today(), how="", by=clerk)
        return Task(
            key=f"verification:{person.id}",
            title=self.tr("Record a verification"),
            subtitle=person.particulars.name,
            form=VerificationForm(self._words, self._context.clock),
            label=lambda _: self._named(self.tr("Verified the facts of {name}"), person),
            **self._upon(
                person,
                lambda _: first,
                lambda draft, version: residents.verify(person.id, draft, version=version),
            ),
        )

    def death(self, file: PersonFile) -> Task[DeathDraft]:
        """Note that somebody has died."""
        residents, person = self._station.residents, file.resident
        return Task(
            key=f"death:{person.id}",
            title=self.tr("Note a death"),
            subtitle=person.particulars.name,
            form=DeathForm(self._context.clock),
            label=lambda _: self._named(self.tr("Noted the death of {name}"), person),
            **self._upon(
                person,
                lambda found: DeathDraft(on=found.died_on),
                lambda draft, version: residents.note_death(
                    person.id, draft.on or self._context.clock.today(), version=version
                ),
            ),
        )
