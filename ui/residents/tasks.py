"""The pieces of work on one person: which form, what it carries out, what it is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.residents.people import Verification
from ui.residents.form_addresses import HukouForm, LivingForm
from ui.residents.form_events import DeathDraft, DeathForm, VerificationForm
from ui.residents.form_lists import DocumentsForm, ListDraft, TagsForm
from ui.residents.form_new_person import NewPersonDraft, NewPersonForm
from ui.residents.form_particulars import ParticularsForm
from ui.residents.household_tasks import HouseholdTasks
from ui.residents.task import Task
from ui.residents.task_maker import TaskMaker

if TYPE_CHECKING:
    from collections.abc import Callable

    from station_app.bootstrap import Station
    from station_app.domain.changes import Done
    from station_app.domain.identity.documents import Document
    from station_app.domain.residents.households import Household
    from station_app.domain.residents.people import Hukou, Living, ResidentDraft
    from station_app.domain.residents.tags import Tag
    from station_app.services.residents.lists import PersonFile
    from ui.kit.room import RoomContext
    from ui.residents.words import Words


class Tasks(TaskMaker):
    """Makes the tasks over one person; :attr:`of_household` those over households.

    Here it stands which form edits what and which use case saves it; neither knows the
    other.
    """

    def __init__(self, station: Station, context: RoomContext, words: Words) -> None:
        super().__init__(station, context, words)
        self.of_household = HouseholdTasks(station, context, words)

    def new_person(self, household: Household | None = None) -> Task[NewPersonDraft]:
        """Register somebody, perhaps as a new member of *household*."""
        form = NewPersonForm(self._station, self._context, self._words)
        draft = NewPersonDraft(kind="resident_id")
        if household is not None:
            form.offer_households((household,))
            draft = NewPersonDraft(
                kind="resident_id", home=household.address, household=household.id
            )
        residents = self._station.residents
        return Task(
            key=f"new:{draft.household}",
            title=self.tr("New resident"),
            form=form,
            draft=draft,
            carry_out=lambda draft: residents.register(form.registration(draft)),
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

    def documents(self, file: PersonFile) -> Task[ListDraft[Document]]:
        """Correct the documents somebody holds."""
        residents, person = self._station.residents, file.resident
        form = DocumentsForm(self._words, self._context.clock)
        title = self.tr("Documents")
        return Task(
            key=f"documents:{person.id}",
            title=title,
            subtitle=person.particulars.name,
            form=form,
            # chosen as a whole: half of one list and half of another is nobody's
            say=lambda _, entries: (title, form.told(entries)),
            label=lambda _: self._named(self.tr("Corrected the documents of {name}"), person),
            **self._upon(
                person,
                lambda found: ListDraft(found.documents),
                lambda draft, version: residents.keep_documents(
                    person.id, draft.entries, version=version
                ),
            ),
        )

    def tags(self, file: PersonFile) -> Task[ListDraft[Tag]]:
        """Give somebody tags, end them, take them back.

        Restricted tags are neither shown nor lost: they are kept beside what the form holds.
        """
        residents, lists, person = self._station.residents, self._station.lists, file.resident
        form = TagsForm(self._words, self._context.clock)
        title = self.tr("Tags")

        def upon(found: PersonFile) -> Callable[[ListDraft[Tag]], Done[None]]:
            kept = tuple(tag for tag in found.tags if self._words.is_restricted(tag.code))
            version = found.resident.version
            return lambda draft: residents.keep_tags(
                person.id, (*kept, *draft.entries), version=version
            )

        def refresh() -> tuple[ListDraft[Tag], Callable[[ListDraft[Tag]], Done[None]]]:
            found = lists.file(person.id)
            return self._open_tags(found), upon(found)

        return Task(
            key=f"tags:{person.id}",
            title=title,
            subtitle=person.particulars.name,
            form=form,
            draft=self._open_tags(file),
            carry_out=upon(file),
            refresh=refresh,
            say=lambda _, entries: (title, form.told(entries)),
            label=lambda _: self._named(self.tr("Changed the tags of {name}"), person),
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

    def _open_tags(self, file: PersonFile) -> ListDraft[Tag]:
        shown = (tag for tag in file.tags if not self._words.is_restricted(tag.code))
        return ListDraft(tuple(shown))
