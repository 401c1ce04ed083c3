"""Issuing a certificate of residence: who, what for, look at it, approve, hand it out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from station_app.domain.certificates import RESIDENCE
from station_app.domain.residents.people import ResidentId
from ui.certificates.applicant import Applicant
from ui.certificates.approval import Approval
from ui.certificates.handing_in import HandingIn
from ui.certificates.issue_steps import NARROWEST, WIDEST, IssueSteps
from ui.certificates.kind_bar import KindBar
from ui.certificates.kind_form import KindDraft, KindForm, typed_in
from ui.certificates.person_card import PersonCard
from ui.certificates.request_form import RequestDraft
from ui.kit.drafts import FormDrafts
from ui.kit.icons import Icon
from ui.kit.paper_panel import PaperPanel
from ui.kit.tokens import Tone

if TYPE_CHECKING:
    from station_app.bootstrap import Station
    from station_app.domain.certificate_requests import CertificateRequest
    from station_app.domain.certificates import CertificateLine
    from station_app.services.certificates.issued import Issued
    from ui.certificates.case import Case
    from ui.certificates.words import Words
    from ui.kit.handing_out import Outlets
    from ui.kit.paper_panel import Emptiness
    from ui.kit.room import RoomContext


class IssueView(QWidget):
    """The window's daily work: left what is done, right the paper it leads to.

    The steps know nothing of one another; this view leads from one to the next. Over them
    stands which certificate it is to be: the daily one, or any other.
    """

    queue_asked = Signal(str)  # the key of what waits for approval

    def __init__(
        self, station: Station, words: Words, context: RoomContext, outlets: Outlets
    ) -> None:
        super().__init__()
        self._station, self._words, self._context = station, words, context
        self._wanted = RESIDENCE
        self._to_correct: CertificateRequest | None = None
        self._purpose = ""
        self._kind_drafts: FormDrafts | None = None
        self.applicant = Applicant(station, context, self)
        self.steps = IssueSteps(station, words, context)
        self.finder, self.form = self.steps.finder, self.steps.form
        self.obstacle, self.issued = self.steps.obstacle, self.steps.issued
        self.kinds = KindBar()
        self.panel = PaperPanel(context, outlets, self._emptiness())
        self._lay_out()
        self._handing_in = HandingIn(station, words, context, self.panel)
        self._approval = Approval(station, context, form=self.form, panel=self.panel)
        self._drafts = None if context.drafts is None else FormDrafts(self.form, context.drafts)
        self._connect()

    def arrive(self) -> None:
        """Put the cursor where the work goes on."""
        self.applicant.look_if_stale()
        self.steps.arrive()

    def start_anew(self) -> None:
        """Be ready for the next person."""
        self._approval.end()
        self._handing_in.end()
        self.applicant.go()
        self._to_correct = None
        self.kinds.hide()
        self.steps.show_start()

    def leave(self) -> None:
        """Go on to somebody else; what was typed is offered back.

        A question in between would cost a key in each of a hundred cases for the one in
        which somebody pressed Esc by mistake.
        """
        case, is_typed = self.applicant.case, self.has_unsaved()
        kind, other = self.kinds.value(), self.steps.kind_form
        draft = self.form.draft() if other is None else other.draft()
        if self._drafts is not None:
            self._drafts.leave()
        self._leave_kind_draft()
        self.start_anew()
        if case is not None and is_typed:
            self._context.notices.say(
                self.tr("The certificate for {name} was not issued.").format(
                    name=case.resident.particulars.name
                ),
                Tone.INFO,
                action=self.tr("Go on with it"),
                act=partial(self._go_on_with, case, kind, draft),
            )

    def has_unsaved(self) -> bool:
        """Whether a request has been typed that is not issued."""
        return self.steps.is_begun()

    def open_resident(self, key: ResidentId) -> None:
        """Show the card of a resident found by other ways."""
        self.applicant.fetch(key)

    def want(self, kind: str) -> None:
        """Take *kind* for whoever comes next, or for who is there."""
        self._wanted = kind
        if self.applicant.case is not None:
            self._take_kind(kind)

    def renew(self, former: CertificateLine) -> None:
        """Begin another of the kind for whom *former* is, its purpose written already."""
        self.start_anew()
        self._purpose, self._wanted = former.purpose, former.kind
        self.applicant.fetch(ResidentId(former.resident_id))

    def correct(self, request: CertificateRequest) -> None:
        """Show what was sent back, to be handed in again."""
        self.start_anew()
        self._to_correct, self._wanted = request, request.draft.kind
        self.applicant.fetch(ResidentId(request.draft.resident_id))

    def show_case(self, case: Case) -> None:
        """Show an applicant: the request, or what stands in its way.

        Which of the two is the service's to say; it says so again when issuing.
        """
        other, is_begun = self.steps.kind_form, self.has_unsaved()
        # the same person again, after a change of the record: what is typed stays
        is_typed = self.applicant.come(case) and is_begun
        kind, self._wanted = (self.kinds.value() if is_typed else self._wanted), RESIDENCE
        self.kinds.offer(case.kinds, kind)
        if kind != RESIDENCE:
            self._show_kind(case, kind, other.draft() if is_typed and other else None)
        else:
            self._show_residence(case, self.form.draft() if is_typed else None)
        self._write_purpose()

    def _write_purpose(self) -> None:
        """Write what the former certificate was for into the form of its renewal."""
        purpose, self._purpose = self._purpose, ""
        form = self.steps.kind_form or self.form
        if purpose and not self.steps.obstacle.isVisible():
            form.purpose.set_value(purpose)
            form.changed.emit()

    def _leave_kind_draft(self) -> None:
        drafts, self._kind_drafts = self._kind_drafts, None
        if drafts is not None:
            drafts.leave()

    def _show_residence(self, case: Case, draft: RequestDraft | None = None) -> None:
        self._leave_kind_draft()
        self._handing_in.end()
        if case.obstacle is None:
            self.steps.show_request()
            self._approval.begin(case, draft)
            if self._drafts is not None:
                self._drafts.begin(f"certificate:{case.resident.id}", self._title_of(case))
        else:
            self._approval.end()
            self.steps.show_obstacle(case, case.obstacle)

    def _show_kind(self, case: Case, kind: str, draft: KindDraft | None = None) -> None:
        offer, again = case.offer(kind), self._to_correct
        if offer is None:
            return
        if self._drafts is not None:
            self._drafts.leave()
        self._leave_kind_draft()
        self._approval.end()
        person = PersonCard(self._station, self._words, self._context)
        person.open_asked.connect(self.applicant.open_file)
        form = KindForm(self._words, self._context, person, case, offer)
        if again is None and self._context.drafts is not None:
            self._kind_drafts = FormDrafts(form, self._context.drafts)
            self._kind_drafts.begin(f"paper:{kind}:{case.resident.id}", self._title_of(case))
        if draft is not None:
            form.fill(draft)
        elif again is not None:
            form.fill(typed_in(again))
        form.left.connect(self.leave)
        self.steps.show_kind(form)
        self._handing_in.begin(form, again)

    def _take_kind(self, kind: str) -> None:
        case = self.applicant.case
        if case is None:
            return
        self.kinds.take(kind)
        self._to_correct = None
        if kind == RESIDENCE:
            self._show_residence(case)
        else:
            self._show_kind(case, kind)

    def _on_handed_in(self, form: KindForm, key: str) -> None:
        words = self.tr("{title} for {name} waits for approval.")
        name = form.case.resident.particulars.name
        drafts, self._kind_drafts = self._kind_drafts, None
        if drafts is not None:
            drafts.end()
        self.start_anew()
        self._context.notices.say(
            words.format(title=form.template.title, name=name),
            Tone.OK,
            action=self.tr("Show it"),
            act=partial(self.queue_asked.emit, key),
        )

    def _go_on_with(self, case: Case, kind: str, draft: RequestDraft | KindDraft) -> None:
        self._wanted = kind
        self.show_case(case)
        if isinstance(draft, KindDraft) and self.steps.kind_form is not None:
            self.steps.kind_form.fill(draft)
        elif isinstance(draft, RequestDraft):
            self.form.fill(draft)
        self.steps.arrive()

    def _title_of(self, case: Case) -> str:
        words = self.tr("Certificate for {name}")
        return words.format(name=case.resident.particulars.name)

    def _on_issued(self, case: Case, draft: RequestDraft, issued: Issued) -> None:
        if self._drafts is not None:
            self._drafts.end()
        self.applicant.go()
        self.kinds.hide()
        self.steps.show_issued(case, draft, issued)

    def _emptiness(self) -> Emptiness:
        return (
            Icon.CERTIFICATE,
            self.tr("The certificate appears here"),
            self.tr("It is drawn while you type, exactly as it will be printed."),
        )

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        left = QWidget(self)
        left.setMinimumWidth(NARROWEST)
        left.setMaximumWidth(WIDEST)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.kinds)
        column.addWidget(self.steps, 1)
        row.addWidget(left, 4)
        row.addWidget(self.panel, 5)

    def _connect(self) -> None:
        self.kinds.chosen.connect(self._take_kind)
        self._handing_in.handed_in.connect(self._on_handed_in)
        self._handing_in.outdated.connect(self.applicant.look_again)
        self.finder.found.connect(self.show_case)
        self.applicant.fetched.connect(self.show_case)
        self._approval.issued.connect(self._on_issued)
        self._approval.outdated.connect(self.applicant.look_again)
        self.form.left.connect(self.leave)
        self.form.person.open_asked.connect(self.applicant.open_file)
        self.obstacle.person.open_asked.connect(self.applicant.open_file)
        self.obstacle.outdated.connect(self.applicant.look_again)
        self.obstacle.left.connect(self.leave)
        self.obstacle.file_asked.connect(self.applicant.open_file)
        self.issued.print_asked.connect(self.panel.print)
        self.issued.save_asked.connect(self.panel.save)
        self.issued.new_asked.connect(self.start_anew)
        self.panel.printed.connect(self.issued.set_printed)
