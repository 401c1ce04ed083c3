"""A certificate of any other kind: what its template asks, and how it was made sure of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from station_app.domain.access.permissions import Permission
from station_app.domain.certificate_requests import (
    ADDRESSEE_LENGTH,
    MOST_COPIES,
    PURPOSE_LENGTH,
    RequestDraft,
)
from ui.certificates.asked_form import AskedForm
from ui.certificates.obstacle_words import ObstacleWords
from ui.certificates.request_form import LOW
from ui.kit.fields import CountField
from ui.kit.suggest_field import SuggestField
from ui.kit.surfaces import Banner
from ui.kit.tokens import Tone

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QResizeEvent

    from station_app.domain.certificate_requests import CertificateRequest
    from station_app.domain.certificates import Obstacle
    from station_app.domain.errors import Problem
    from station_app.services.certificates.requesting import Offer
    from ui.certificates.case import Case
    from ui.certificates.person_card import PersonCard
    from ui.certificates.words import Words
    from ui.kit.room import RoomContext


@dataclass(frozen=True, slots=True, kw_only=True)
class KindDraft:
    """What has been typed so far; compared with what was shown to know what is unsaved."""

    purpose: str = ""
    addressee: str = ""
    copies: int = 1
    answers: tuple[tuple[str, str], ...] = ()
    how: str = ""
    on: date | None = None
    by: str = ""
    note: str = ""


class KindForm(AskedForm[KindDraft]):
    """Made anew for each certificate: what is asked for is the template's to say."""

    def __init__(
        self, words: Words, context: RoomContext, person: PersonCard, case: Case, offer: Offer
    ) -> None:
        super().__init__(words, offer.template, save_text=self.tr("Hand in for approval"))
        self.case = case
        self.person = person
        person.show_case(case)
        self.page.body.addWidget(person)
        self.banner = Banner("", Tone.DANGER, self)
        self.banner.hide()
        self.page.body.addWidget(self.banner)
        self._build_use()
        self.build_asked(self.tr("What stands on the paper"))
        self.build_proof()
        self.save.setAutoDefault(True)
        self.save.setToolTip(self.tr("Hand in for approval (Ctrl+Enter)"))
        self.cancel.setText(self.tr("Somebody else"))
        self.cancel.setToolTip(self.tr("Leave this person (Esc)"))
        context.gate.bind(Permission.CERTIFICATE_ISSUE, self.save)
        self.show_draft(KindDraft(on=context.clock.today(), by=case.settings.clerk))
        if offer.obstacle is not None:
            self._refuse(offer.obstacle)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the first fields in sight in a low window, such as one shown at 150 %."""
        super().resizeEvent(event)
        is_low = self.height() < LOW
        self.person.set_compact(is_compact=is_low)
        self._use.title.setVisible(not is_low)

    def request(self) -> RequestDraft:
        """Return what is asked for."""
        draft = self.draft()
        return RequestDraft(
            kind=self.template.kind,
            resident_id=self.case.resident.id,
            purpose=draft.purpose,
            addressee=draft.addressee,
            copies=draft.copies,
            answers=dict(draft.answers),
        )

    def draft(self) -> KindDraft:
        """Return what is typed."""
        return KindDraft(
            purpose=self.purpose.value(),
            addressee=self.addressee.value(),
            copies=self.copies.value(),
            answers=self.answers(),
            how=self.how.value(),
            on=self.on.value(),
            by=self.by.value(),
            note=self.remark.value(),
        )

    def fill(self, draft: KindDraft) -> None:
        """Show *draft*."""
        self.purpose.set_value(draft.purpose)
        self.addressee.set_value(draft.addressee)
        self.copies.set_value(draft.copies)
        self.show_answers(draft.answers)
        self.show_proof(draft.how, draft.on, draft.by, draft.note)

    def wording(self, problem: Problem) -> str:
        """Return the sentence for *problem*."""
        return self._words.problem(problem)

    def stop(self, sentence: str) -> None:
        """Say what keeps the paper from being made; nothing lets it go on."""
        self.banner.say(sentence)
        self.save.refuse(sentence)

    def is_stopped(self) -> bool:
        """Whether the paper cannot be made."""
        return not self.save.isEnabled()

    def _refuse(self, obstacle: Obstacle) -> None:
        words = ObstacleWords(self)
        sentence = words.sentence(obstacle, days=self.case.settings.freshness_days)
        remedy = words.remedy(obstacle)
        self.stop(self.tr("{obstacle} {remedy}").format(obstacle=sentence, remedy=remedy))

    def _build_use(self) -> None:
        section = self._use = self.add_section(self.template.title)
        needs = self.template.needs_purpose
        self.purpose = self.add_field(
            section,
            "purpose",
            SuggestField(self.tr("Purpose"), required=needs, most=PURPOSE_LENGTH),
            wide=True,
        )
        self.addressee = self.add_field(
            section,
            "addressee",
            SuggestField(self.tr("To whom it is handed in"), most=ADDRESSEE_LENGTH),
        )
        self.copies = self.add_field(
            section, "copies", CountField(self.tr("Copies"), least=1, most=MOST_COPIES)
        )
        self.purpose.offer(self.case.purposes)
        self.addressee.offer(self.case.addressees)


def typed_in(request: CertificateRequest) -> KindDraft:
    """Return what was typed in *request*, to be corrected; it is proved anew."""
    draft = request.draft
    return KindDraft(
        purpose=draft.purpose,
        addressee=draft.addressee,
        copies=draft.copies,
        answers=tuple(draft.answers.items()),
        on=request.evidence[-1].on if request.evidence else None,
        by=request.evidence[-1].by if request.evidence else "",
        how=request.evidence[-1].how if request.evidence else "",
    )
