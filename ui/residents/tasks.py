"""The pieces of work on one person: which form, what it carries out, what it is called."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject

from station_app.domain.residents.households import HEAD, Household, HouseholdDraft, HouseholdId
from station_app.domain.residents.people import ResidentId, Verification
from station_app.domain.residents.standing import Standing
from station_app.domain.search.entries import Kind
from ui.residents.fields import PersonField
from ui.residents.form_addresses import HukouForm, LivingForm
from ui.residents.form_events import DeathDraft, DeathForm, VerificationForm
from ui.residents.form_household import HeadForm, HouseholdForm, JoinDraft, JoinForm
from ui.residents.form_lists import DocumentsForm, ListDraft, TagsForm
from ui.residents.form_move import MoveDraft, MoveForm
from ui.residents.form_new_person import NewPersonDraft, NewPersonForm
from ui.residents.form_particulars import ParticularsForm
from ui.residents.task import Task

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from station_app.bootstrap import Station
    from station_app.domain.changes import Done
    from station_app.domain.identity.documents import Document
    from station_app.domain.residents.people import Hukou, Living, Resident, ResidentDraft
    from station_app.domain.residents.tags import Tag
    from station_app.domain.search.hits import Hit
    from station_app.services.residents.lists import PersonFile
    from ui.kit.room import RoomContext
    from ui.residents.words import Words

DraftT = TypeVar("DraftT")


class Tasks(QObject):
    """Makes the tasks of this room. Nothing is read or written before a task is carried out."""

    def __init__(self, station: Station, context: RoomContext, words: Words) -> None:
        super().__init__(words)
        self._station = station
        self._context = context
        self._words = words

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
        return Task(
            key=f"documents:{person.id}",
            title=self.tr("Documents"),
            subtitle=person.particulars.name,
            form=DocumentsForm(self._words, self._context.clock),
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
        """Give somebody tags, end them, take them back."""
        residents, person = self._station.residents, file.resident
        open_tags = tuple(tag for tag in file.tags if not self._words.is_restricted(tag.code))
        kept = tuple(tag for tag in file.tags if self._words.is_restricted(tag.code))
        return Task(
            key=f"tags:{person.id}",
            title=self.tr("Tags"),
            subtitle=person.particulars.name,
            form=TagsForm(self._words, self._context.clock),
            draft=ListDraft(open_tags),
            carry_out=lambda draft: residents.keep_tags(
                person.id, (*kept, *draft.entries), version=person.version
            ),
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
            label=lambda draft: self.tr("Moved {names}").format(names=form.names(draft)),
        )

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
            person = residents.resident(ResidentId(draft.member))
            return households.join(person.id, household.id, draft.relation, version=person.version)

        field = PersonField(self.tr("Who"), self._context, self._people)
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

    def _carry_out_move(
        self, form: MoveForm, draft: MoveDraft, household: Household | None
    ) -> Done[None]:
        households = self._station.households
        if household is not None and form.is_whole_household(draft):
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

    def _people(self, text: str) -> Sequence[Hit]:
        return [hit for hit in self._station.search.find(text) if hit.kind is Kind.RESIDENT]

    def _upon(
        self,
        person: Resident,
        read: Callable[[Resident], DraftT],
        change: Callable[[DraftT, int], Done[Any]],
    ) -> dict[str, Any]:
        """Return what a task needs that changes *person*, also after a conflict."""

        def upon(found: Resident) -> Callable[[DraftT], Done[Any]]:
            return lambda draft: change(draft, found.version)

        def refresh() -> tuple[DraftT, Callable[[DraftT], Done[Any]]]:
            found = self._station.residents.resident(person.id)
            return read(found), upon(found)

        return {"draft": read(person), "carry_out": upon(person), "refresh": refresh}

    def _named(self, sentence: str, person: Resident) -> str:
        return sentence.format(name=person.particulars.name)
