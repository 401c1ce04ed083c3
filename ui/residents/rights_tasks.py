"""The tasks over somebody's rights."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from station_app.domain.rights.consents import WithdrawalDraft
from station_app.domain.rights.guardians import GuardianDraft
from ui.residents.form_particulars import ParticularsForm
from ui.residents.form_rights import (
    ConsentForm,
    GuardianForm,
    NoticeForm,
    WithdrawalForm,
    first_consent,
    first_notice,
)
from ui.residents.rights_words import RightsWords
from ui.residents.task import Task
from ui.residents.task_maker import TaskMaker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from station_app.domain.residents.people import ResidentDraft
    from station_app.domain.rights.consents import Consent, ConsentDraft, NoticeDraft
    from station_app.domain.rights.guardians import Guardian
    from station_app.domain.rights.requests import Request
    from station_app.services.residents.lists import PersonFile
    from station_app.services.rights.person import PersonRights


class RightsTasks(TaskMaker):
    """Makes the tasks that note what somebody was told, has consented to, withdraws."""

    @cached_property
    def words(self) -> RightsWords:
        """What this page says."""
        return RightsWords(self._station, self)

    def notice(self, file: PersonFile, clerk: str) -> Task[NoticeDraft]:
        """Note that the notice was given."""
        person, consents, today = file.resident, self._station.consents, self._today()
        return Task(
            key=f"notice:{person.id}",
            title=self.tr("The notice was given"),
            subtitle=person.particulars.name,
            form=NoticeForm(self.words, self._context.clock),
            draft=first_notice(self.words.rules.edition, clerk, today),
            carry_out=lambda draft: consents.give_notice(person.id, draft),
            label=lambda _: self._named(self.tr("Noted that {name} was given the notice"), person),
        )

    def consent(self, file: PersonFile, rights: PersonRights) -> Task[ConsentDraft]:
        """Take a consent."""
        person, consents, today = file.resident, self._station.consents, self._today()
        acting = [each for each in rights.guardians if each.acts_on(today)]
        form = ConsentForm(
            self.words,
            self._context.clock,
            is_child=rights.is_child,
            guardians=acting,
            files=file.attachments,
        )
        guardian = acting[0].id if acting else ""
        return Task(
            key=f"consent:{person.id}",
            title=self.tr("Take a consent"),
            subtitle=person.particulars.name,
            form=form,
            draft=first_consent(today, is_child=rights.is_child, guardian=guardian),
            carry_out=lambda draft: consents.take(person.id, draft),
            label=lambda _: self._named(self.tr("Took a consent of {name}"), person),
        )

    def withdrawal(self, file: PersonFile, consent: Consent) -> Task[WithdrawalDraft]:
        """Withdraw a consent; what follows is told in the form."""
        person, consents = file.resident, self._station.consents
        form = WithdrawalForm(self.words, self._context.clock, consent)
        self._context.jobs.start(
            lambda _: consents.what_follows(consent.id), owner=form, done=form.show_consequence
        )
        return Task(
            key=f"withdrawal:{consent.id}",
            title=self.tr("Withdraw a consent"),
            subtitle=person.particulars.name,
            form=form,
            draft=WithdrawalDraft(on=self._today()),
            carry_out=lambda draft: consents.withdraw(consent.id, draft, version=consent.version),
            label=lambda _: self._named(self.tr("Withdrew a consent of {name}"), person),
        )

    def guardian(
        self,
        file: PersonFile,
        offered: Sequence[GuardianDraft],
        guardian: Guardian | None = None,
    ) -> Task[GuardianDraft]:
        """Name a guardian, or correct one."""
        person, guardians = file.resident, self._station.guardians

        def carry_out(draft: GuardianDraft) -> Any:
            if guardian is None:
                return guardians.name(person.id, draft)
            return guardians.correct(guardian.id, draft, version=guardian.version)

        return Task(
            key=f"guardian:{person.id}:{guardian.id if guardian else ''}",
            title=self.tr("Guardian"),
            subtitle=person.particulars.name,
            form=GuardianForm(self.words, offered),
            draft=guardian.particulars if guardian else GuardianDraft(),
            carry_out=carry_out,
            label=lambda _: self._named(self.tr("Named a guardian of {name}"), person),
        )

    def for_request(self, file: PersonFile, request: Request) -> Task[ResidentDraft]:
        """Correct somebody's particulars because he has asked for it."""
        person, requests = file.resident, self._station.requests
        form = ParticularsForm(self._words, self._context.clock)
        form.withhold(person.withheld)
        return Task(
            key=f"particulars:{person.id}",
            title=self.tr("Correct on request {number}").format(number=request.number),
            subtitle=person.particulars.name,
            form=form,
            label=lambda draft: self.tr("Corrected {name} on request").format(name=draft.name),
            say=form.say,
            **self._upon(
                person,
                lambda found: found.particulars,
                lambda draft, version: requests.correct_person(request.id, draft, version=version),
            ),
        )

    def _today(self) -> Any:
        return self._context.clock.today()
