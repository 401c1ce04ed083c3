"""Issuing a certificate of residence: who, what for, look at it, approve, hand it out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.certificates.applicant import Applicant
from ui.certificates.approval import Approval
from ui.certificates.issue_steps import IssueSteps
from ui.kit.drafts import FormDrafts
from ui.kit.icons import Icon
from ui.kit.paper_panel import PaperPanel
from ui.kit.tokens import Tone

if TYPE_CHECKING:
    from station_app.bootstrap import Station
    from station_app.domain.residents.people import ResidentId
    from station_app.services.certificates.issuing import Issued
    from ui.certificates.case import Case
    from ui.certificates.request_form import RequestDraft
    from ui.certificates.words import Words
    from ui.kit.handing_out import Outlets
    from ui.kit.paper_panel import Emptiness
    from ui.kit.room import RoomContext


class IssueView(QWidget):
    """The window's daily work: left what is done, right the paper it leads to.

    The steps know nothing of one another; this view leads from one to the next.
    """

    def __init__(
        self, station: Station, words: Words, context: RoomContext, outlets: Outlets
    ) -> None:
        super().__init__()
        self._context = context
        self.applicant = Applicant(station, context, self)
        self.steps = IssueSteps(station, words, context)
        self.finder, self.form = self.steps.finder, self.steps.form
        self.obstacle, self.issued = self.steps.obstacle, self.steps.issued
        self.panel = PaperPanel(context, outlets, self._emptiness())
        self._lay_out()
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
        self.applicant.go()
        self.steps.show_start()

    def leave(self) -> None:
        """Go on to somebody else; what was typed is offered back.

        A question in between would cost a key in each of a hundred cases for the one in
        which somebody pressed Esc by mistake.
        """
        case, draft, is_typed = self.applicant.case, self.form.draft(), self.has_unsaved()
        if self._drafts is not None:
            self._drafts.leave()
        self.start_anew()
        if case is not None and is_typed:
            self._context.notices.say(
                self.tr("The certificate for {name} was not issued.").format(
                    name=case.resident.particulars.name
                ),
                Tone.INFO,
                action=self.tr("Go on with it"),
                act=partial(self._go_on_with, case, draft),
            )

    def has_unsaved(self) -> bool:
        """Whether a request has been typed that is not issued."""
        return self.steps.is_begun()

    def open_resident(self, key: ResidentId) -> None:
        """Show the card of a resident found by other ways."""
        self.applicant.fetch(key)

    def show_case(self, case: Case) -> None:
        """Show an applicant: the request, or what stands in its way.

        Which of the two is the service's to say; it says so again when issuing.
        """
        draft, is_begun = self.form.draft(), self.has_unsaved()
        # the same person again, after a change of the record: what is typed stays
        is_typed = self.applicant.come(case) and is_begun
        if case.obstacle is None:
            self.steps.show_request()
            self._approval.begin(case, draft if is_typed else None)
            if self._drafts is not None:
                self._drafts.begin(f"certificate:{case.resident.id}", self._title_of(case))
        else:
            self._approval.end()
            self.steps.show_obstacle(case, case.obstacle)

    def _go_on_with(self, case: Case, draft: RequestDraft) -> None:
        self.show_case(case)
        self.form.fill(draft)
        self.form.focus_first()

    def _title_of(self, case: Case) -> str:
        words = self.tr("Certificate for {name}")
        return words.format(name=case.resident.particulars.name)

    def _on_issued(self, case: Case, draft: RequestDraft, issued: Issued) -> None:
        if self._drafts is not None:
            self._drafts.end()
        self.applicant.go()
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
        row.addWidget(self.steps, 4)
        row.addWidget(self.panel, 5)

    def _connect(self) -> None:
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
